//! What things are called in the panel: their own names, or the kind's where they have none.
//!
//! Must not know widgets.

use crate::{
    map::{Control, Evidence, Lane, LinkKind, Map, Metric, Persona, Stage, Status, Survey, TouchpointId},
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

/// What a metric is called.
pub(super) fn metric(texts: Texts, metric: Metric) -> &'static str {
    match metric {
        Metric::Nps => texts.metric_nps(),
        Metric::Csat => texts.metric_csat(),
        Metric::Ces => texts.metric_ces(),
    }
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
    vec![
        (Evidence::Guess, texts.evidence_guess().to_owned()),
        (Evidence::Observed, texts.evidence_observed().to_owned()),
        (Evidence::Reported, texts.evidence_reported().to_owned()),
        (Evidence::Measured, texts.evidence_measured().to_owned()),
    ]
}

/// The kinds of links.
pub(super) fn link_kinds(texts: Texts) -> Vec<(LinkKind, String)> {
    let name = |kind| match kind {
        LinkKind::Path => texts.link_path(),
        LinkKind::Loop => texts.link_loop(),
        LinkKind::Referral => texts.link_referral(),
    };
    LinkKind::ALL.map(|kind| (kind, name(kind).to_owned())).to_vec()
}

/// How far a card can be; the first says that nothing is decided.
pub(super) fn statuses(texts: Texts) -> Vec<(Option<Status>, String)> {
    let name = |status| match status {
        Status::Idea => texts.status_idea(),
        Status::Planned => texts.status_planned(),
        Status::Started => texts.status_started(),
        Status::Done => texts.status_done(),
        Status::Dropped => texts.status_dropped(),
    };
    let all = Status::ALL.map(|status| (Some(status), name(status).to_owned()));
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
