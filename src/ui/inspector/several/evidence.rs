//! Where several feelings and cards come from. Must not know the canvas.

use super::{Shared, feelings::felt, key_of};
use crate::{
    editor::{CardChange, Edit, FeelingChange},
    map::{CardId, Evidence, Map, PersonaId, Thing, TouchpointId},
    scene::View,
    ui::{
        inspector::names,
        widgets::{Choice, Desk, labelled, long_choice_ui},
    },
};
use egui::Ui;
use std::collections::HashSet;

/// Something that has evidence.
enum Claim {
    Feeling(TouchpointId, PersonaId),
    Card(CardId),
}

impl Claim {
    fn set(&self, evidence: Evidence) -> Edit {
        match self {
            Self::Feeling(id, persona) => Edit::Feeling(*id, *persona, FeelingChange::Evidence(evidence)),
            Self::Card(id) => Edit::Card(*id, CardChange::Evidence(evidence)),
        }
    }
}

/// Feelings and cards can be given the same evidence.
pub(super) fn evidence_ui(ui: &mut Ui, desk: &mut Desk<'_>, (map, view): (&Map, &View), selection: &[Thing]) {
    let claims = claims_of(map, view, selection);
    if claims.is_empty() {
        return;
    }
    let texts = desk.texts();
    let shared = Shared::of(claims.iter().map(|(_, evidence)| *evidence));
    let choices = names::evidences(texts);
    let shown = choices.iter().find(|(value, _)| Shared::Same(*value) == shared);
    let shown = shown.map_or(texts.inspector_mixed(), |(_, text)| text.as_str()).to_owned();
    labelled(ui, desk.look, texts.inspector_evidence(), |ui| {
        let salt = ("evidence of several", key_of(selection));
        let choice = Choice { salt, name: texts.inspector_evidence(), current: shared.same() };
        if let Some(evidence) = long_choice_ui(ui, choice, &shown, || choices) {
            desk.apply(Edit::All(claims.iter().map(|(claim, _)| claim.set(evidence)).collect()));
        }
    });
}

/// The claims among the things with their evidence, in one walk over the map.
fn claims_of(map: &Map, view: &View, selection: &[Thing]) -> Vec<(Claim, Evidence)> {
    let chosen: HashSet<&Thing> = selection.iter().collect();
    let meant: HashSet<(TouchpointId, PersonaId)> = felt(map, view, selection, None).into_iter().collect();
    let feelings = map.touchpoints().flat_map(|touchpoint| {
        touchpoint.feelings.iter().map(move |(persona, feeling)| (touchpoint.id, *persona, feeling.evidence))
    });
    let feelings = feelings.filter(|(id, persona, _)| meant.contains(&(*id, *persona)));
    let claims = |lane| map.lane(lane).is_some_and(|lane| lane.kind.holds_claims());
    let cards = map.cards().filter(|(_, lane, card)| chosen.contains(&Thing::Card(card.id)) && claims(*lane));
    let cards = cards.map(|(_, _, card)| (Claim::Card(card.id), card.evidence));
    feelings.map(|(id, persona, evidence)| (Claim::Feeling(id, persona), evidence)).chain(cards).collect()
}
