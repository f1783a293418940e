//! Several things selected at once: how many, and what they share. Must not know the canvas.

use super::{engagement, kind_ui, names};
use crate::{
    editor::{CardChange, Edit, FeelingChange, LaneChange, PersonaChange, TouchpointChange},
    map::{CardId, Control, Curve, Evidence, LaneId, Map, PersonaId, Thing, TouchpointId, Visibility, Weight},
    scene::Role,
    ui::widgets::{Choice, Desk, check_ui, choice_ui, remove_button, section, segments_ui, sentence, unless_held},
};
use egui::Ui;
use std::collections::HashSet;

/// Shows how many things are selected, sets what they share, removes them.
pub(super) fn several_ui(ui: &mut Ui, desk: &mut Desk<'_>, selection: &[Thing]) {
    let (texts, map) = (desk.texts(), desk.shown());
    kind_ui(ui, desk, texts.inspector_selection());
    ui.heading(texts.inspector_several(selection.len()));
    for (count, name) in counts(desk, selection) {
        sentence(ui, desk.look, &format!("{name}: {count}"), Role::Soft);
    }
    touchpoints_ui(ui, desk, &map, &touchpoints_of(selection));
    evidence_ui(ui, desk, &map, selection);
    engagement::engagements_ui(ui, desk, &map, selection);
    hidden_ui(ui, desk, &map, selection);
    let is_held = desk.editor.holds_selection();
    let text = texts.inspector_remove_several(selection.len());
    if unless_held(ui, desk, is_held, |ui| remove_button(ui, desk, &text)).clicked() {
        desk.apply(Edit::Remove(selection.to_vec()));
    }
}

/// Whether a thing is of one kind.
type IsKind = fn(&Thing) -> bool;

/// How many of each kind are selected, in a fixed order.
fn counts(desk: &Desk<'_>, selection: &[Thing]) -> Vec<(usize, &'static str)> {
    let texts = desk.texts();
    let kinds: [(&'static str, IsKind); 9] = [
        (texts.inspector_stages(), |thing| matches!(thing, Thing::Stage(_))),
        (texts.lane_touchpoints(), |thing| matches!(thing, Thing::Touchpoint(_))),
        (texts.inspector_faces(), |thing| matches!(thing, Thing::Face(..))),
        (texts.lane_dramatic_arc(), |thing| matches!(thing, Thing::Engagement(_))),
        (texts.inspector_cards(), |thing| matches!(thing, Thing::Card(_))),
        (texts.inspector_lanes(), |thing| matches!(thing, Thing::Lane(_))),
        (texts.inspector_personas(), |thing| matches!(thing, Thing::Persona(_))),
        (texts.inspector_links(), |thing| matches!(thing, Thing::Link(_))),
        (texts.inspector_surveys(), |thing| matches!(thing, Thing::Survey(_))),
    ];
    let counted = kinds.map(|(name, is_kind)| (selection.iter().filter(|thing| is_kind(thing)).count(), name));
    counted.into_iter().filter(|(count, _)| *count > 0).collect()
}

fn touchpoints_of(selection: &[Thing]) -> Vec<TouchpointId> {
    selection.iter().filter_map(|thing| thing.as_touchpoint()).collect()
}

/// What all things have in common; `None` where they differ or there are none.
pub(super) fn shared<T: PartialEq>(mut values: impl Iterator<Item = T>) -> Option<T> {
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}

fn touchpoints_ui(ui: &mut Ui, desk: &mut Desk<'_>, map: &Map, ids: &[TouchpointId]) {
    if ids.is_empty() {
        return;
    }
    let texts = desk.texts();
    let chosen: HashSet<_> = ids.iter().collect();
    let found: Vec<_> = map.touchpoints().filter(|touchpoint| chosen.contains(&touchpoint.id)).collect();
    section(ui, desk.look, texts.inspector_control());
    let control: Option<Control> = shared(found.iter().map(|touchpoint| touchpoint.control));
    if let Some(control) = segments_ui(ui, desk, control, &names::controls(texts)) {
        desk.apply(for_all(ids, &TouchpointChange::Control(control)));
    }
    ui.add_space(4.0);
    let is_moment = shared(found.iter().map(|touchpoint| touchpoint.weight)) == Some(Weight::MomentOfTruth);
    if check_ui(ui, desk, is_moment, texts.moment_of_truth(), Role::Negative).clicked() {
        let weight = if is_moment { Weight::Ordinary } else { Weight::MomentOfTruth };
        desk.apply(for_all(ids, &TouchpointChange::Weight(weight)));
    }
}

fn for_all(ids: &[TouchpointId], change: &TouchpointChange) -> Edit {
    Edit::All(ids.iter().map(|id| Edit::Touchpoint(*id, change.clone())).collect())
}

/// Faces and cards can be given the same evidence.
fn evidence_ui(ui: &mut Ui, desk: &mut Desk<'_>, map: &Map, selection: &[Thing]) {
    let claims = claims_of(map, selection);
    if claims.is_empty() {
        return;
    }
    let texts = desk.texts();
    section(ui, desk.look, texts.inspector_evidence());
    let current = shared(claims.iter().map(|(_, evidence)| *evidence));
    let choice = Choice { salt: ("evidence of several", 0), name: texts.inspector_evidence(), current };
    if let Some(evidence) = choice_ui(ui, choice, &names::evidences(texts)) {
        desk.apply(Edit::All(claims.iter().map(|(claim, _)| claim.set(evidence)).collect()));
    }
}

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

/// The claims among the things with their evidence, in one walk over the map.
fn claims_of(map: &Map, selection: &[Thing]) -> Vec<(Claim, Evidence)> {
    let chosen: HashSet<&Thing> = selection.iter().collect();
    let is_chosen = |id, persona| {
        let face = |curve| Thing::Face(id, persona, curve);
        [Curve::Actual, Curve::Expected].into_iter().any(|curve| chosen.contains(&face(curve)))
    };
    let feelings = map.touchpoints().flat_map(|touchpoint| {
        touchpoint.feelings.iter().map(move |(persona, feeling)| (touchpoint.id, *persona, feeling.evidence))
    });
    let feelings = feelings.filter(|(id, persona, _)| is_chosen(*id, *persona));
    let claims = |lane| map.lane(lane).is_some_and(|lane| lane.kind.holds_claims());
    let cards = map.cards().filter(|(_, lane, card)| chosen.contains(&Thing::Card(card.id)) && claims(*lane));
    let cards = cards.map(|(_, _, card)| (Claim::Card(card.id), card.evidence));
    feelings.map(|(id, persona, evidence)| (Claim::Feeling(id, persona), evidence)).chain(cards).collect()
}

/// Lanes and personas can be hidden together.
fn hidden_ui(ui: &mut Ui, desk: &mut Desk<'_>, map: &Map, selection: &[Thing]) {
    let hideable: Vec<Hideable> = selection.iter().filter_map(|thing| Hideable::of(*thing)).collect();
    if hideable.is_empty() {
        return;
    }
    let visibility = shared(hideable.iter().map(|one| one.visibility(map)));
    let is_hidden = visibility == Some(Some(Visibility::Hidden));
    ui.add_space(4.0);
    if check_ui(ui, desk, is_hidden, desk.texts().inspector_hidden(), Role::Accent).clicked() {
        let visibility = if is_hidden { Visibility::Shown } else { Visibility::Hidden };
        desk.apply(Edit::All(hideable.iter().map(|one| one.set(visibility)).collect()));
    }
}

/// What can be hidden and keeps its data.
enum Hideable {
    Lane(LaneId),
    Persona(PersonaId),
}

impl Hideable {
    fn of(thing: Thing) -> Option<Self> {
        match thing {
            Thing::Lane(id) => Some(Self::Lane(id)),
            Thing::Persona(id) => Some(Self::Persona(id)),
            Thing::Stage(_)
            | Thing::Touchpoint(_)
            | Thing::Face(..)
            | Thing::Engagement(_)
            | Thing::Card(_)
            | Thing::Link(_)
            | Thing::Survey(_) => None,
        }
    }

    fn visibility(&self, map: &Map) -> Option<Visibility> {
        match self {
            Self::Lane(id) => map.lane(*id).map(|lane| lane.visibility),
            Self::Persona(id) => map.persona(*id).map(|persona| persona.visibility),
        }
    }

    fn set(&self, visibility: Visibility) -> Edit {
        match self {
            Self::Lane(id) => Edit::Lane(*id, LaneChange::Visibility(visibility)),
            Self::Persona(id) => Edit::Persona(*id, PersonaChange::Visibility(visibility)),
        }
    }
}
