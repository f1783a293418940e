//! Several lanes: what their cells belong to; several lanes and personas: whether they are hidden. Must not know layout.

use super::Shared;
use crate::{
    editor::{Edit, LaneChange, PersonaChange},
    map::{LaneId, Map, PersonaId, Spans, Thing, Visibility},
    scene::Role,
    ui::widgets::{Desk, check_ui, section, segments_ui},
};
use egui::Ui;

/// Sets what all selected lanes have.
pub(super) fn lanes_ui(ui: &mut Ui, desk: &mut Desk<'_>, map: &Map, selection: &[Thing]) {
    spans_ui(ui, desk, map, selection);
    hidden_ui(ui, desk, map, selection);
}

/// What the cells of the lanes of cards among them belong to.
fn spans_ui(ui: &mut Ui, desk: &mut Desk<'_>, map: &Map, selection: &[Thing]) {
    let texts = desk.texts();
    let is_chosen = |id| selection.contains(&Thing::Lane(id));
    let lanes: Vec<_> = map.lanes.iter().filter(|lane| is_chosen(lane.id) && lane.kind.holds_cards()).collect();
    if lanes.is_empty() {
        return;
    }
    let spans = Shared::of(lanes.iter().map(|lane| lane.spans));
    section(ui, desk.look, &spans.named(texts.inspector_spans(), texts));
    let choices =
        [(Spans::Touchpoints, texts.inspector_spans_touchpoints()), (Spans::Stages, texts.inspector_spans_stages())];
    if let Some(spans) = segments_ui(ui, desk, spans.same(), &choices) {
        desk.apply(Edit::All(lanes.iter().map(|lane| Edit::Lane(lane.id, LaneChange::Spans(spans))).collect()));
    }
}

/// Lanes and personas can be hidden together.
fn hidden_ui(ui: &mut Ui, desk: &mut Desk<'_>, map: &Map, selection: &[Thing]) {
    let hideable: Vec<Hideable> = selection.iter().filter_map(|thing| Hideable::of(*thing)).collect();
    if hideable.is_empty() {
        return;
    }
    let visibility = Shared::of(hideable.iter().map(|one| one.visibility(map)));
    let is_hidden = visibility == Shared::Same(Some(Visibility::Hidden));
    let name = visibility.named(desk.texts().inspector_hidden(), desk.texts());
    ui.add_space(4.0);
    if check_ui(ui, desk, is_hidden, &name, Role::Accent).clicked() {
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
            | Thing::Survey(_)
            | Thing::Note(_) => None,
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
