//! What things are called in the panel: their own names, or the kind's where they have none.
//!
//! Must not know widgets.

use crate::{
    map::{Control, Evidence, Lane, LinkKind, Map, Persona, Stage, Status, Survey, TouchpointId},
    scene::{evidence_name, link_kind_name, status_name},
    texts::Texts,
};

fn or<'a>(name: &'a str, unnamed: &'a str) -> String {
    let name = if name.trim().is_empty() { unnamed } else { name };
    name.replace('\n', " ")
}

/// A stage's name.
pub(super) fn stage(texts: Texts, stage: &Stage) -> String {
    or(&stage.name, texts.stage_unnamed())
}

/// A touchpoint's name; a dash where it is gone.
pub(super) fn touchpoint(texts: Texts, map: &Map, id: TouchpointId) -> String {
    map.touchpoint(id).map_or_else(|| "–".to_owned(), |found| or(&found.name, texts.touchpoint_unnamed()))
}

/// A persona's name.
pub(super) fn persona(texts: Texts, persona: &Persona) -> String {
    or(&persona.name, texts.persona_unnamed())
}

/// A lane's name.
pub(super) fn lane(texts: Texts, lane: &Lane) -> String {
    or(&lane.name, crate::scene::lane_kind_name(texts, lane.kind))
}

/// A survey's wave, or its file.
pub(super) fn survey(survey: &Survey) -> String {
    survey.wave.label().unwrap_or_else(|| survey.source.clone())
}

/// Who has a touchpoint in hand, with all answers in order.
pub(super) fn controls(texts: Texts) -> [(Control, &'static str); 3] {
    [
        (Control::Owned, texts.control_owned()),
        (Control::Partner, texts.control_partner()),
        (Control::Outside, texts.control_outside()),
    ]
}

/// Where scores come from, from weak to strong.
pub(super) fn evidences(texts: Texts) -> Vec<(Evidence, String)> {
    Evidence::ALL.map(|evidence| (evidence, evidence_name(texts, evidence).to_owned())).to_vec()
}

/// The kinds of links.
pub(super) fn link_kinds(texts: Texts) -> Vec<(LinkKind, String)> {
    LinkKind::ALL.map(|kind| (kind, link_kind_name(texts, kind).to_owned())).to_vec()
}

/// How far a card can be; the first says that nothing is decided.
pub(super) fn statuses(texts: Texts) -> Vec<(Option<Status>, String)> {
    let all = Status::ALL.map(|status| (Some(status), status_name(texts, status).to_owned()));
    std::iter::once((None, texts.inspector_status_none().to_owned())).chain(all).collect()
}

/// All touchpoints but one by name, with their stages where there are several.
pub(super) fn other_touchpoints(texts: Texts, map: &Map, but: TouchpointId) -> Vec<(TouchpointId, String)> {
    let has_stages = map.stages.len() > 1;
    let mut all = Vec::with_capacity(map.touchpoint_count());
    for owner in &map.stages {
        for found in owner.touchpoints.iter().filter(|found| found.id != but) {
            let name = or(&found.name, texts.touchpoint_unnamed());
            let name = if has_stages { format!("{} › {name}", stage(texts, owner)) } else { name };
            all.push((found.id, name));
        }
    }
    all
}
