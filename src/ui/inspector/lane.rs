//! A lane in the panel. Must not know layout.

use super::{
    kind_ui, names,
    persona::{hidden_ui, order_ui},
};
use crate::{
    editor::{Edit, LaneChange},
    map::{BlueprintLine, Lane, LaneId, Map, Spans, Thing},
    scene::{Role, blueprint_line_name},
    ui::widgets::{
        Choice, Desk, Field, choice_ui, edited_text, labelled, line, number_ui, remove_button, section, segments_ui,
        sentence,
    },
};
use egui::Ui;

/// Shows and edits a lane.
pub(super) fn lane_ui(ui: &mut Ui, desk: &mut Desk<'_>, id: LaneId) {
    let (texts, map) = (desk.texts(), desk.shown());
    let Some(at) = map.lanes.iter().position(|lane| lane.id == id) else { return };
    let Some(lane) = map.lanes.get(at) else { return };
    let change = |change| Edit::Lane(id, change);
    let usual = crate::scene::lane_kind_name(texts, lane.kind);
    kind_ui(ui, desk, &texts.inspector_lane_of_kind(usual));
    let name = Field::new(("lane name", id.number()), texts.inspector_name()).title().hint(usual);
    edited_text(ui, desk, &name, &lane.name, |name| change(LaneChange::Name(name)));
    spans_ui(ui, desk, lane);
    ui.add_space(6.0);
    labelled(ui, desk.look, texts.inspector_height(), |ui| {
        let field = Field::new(("lane height", id.number()), texts.inspector_height());
        let field = field.hint(texts.inspector_height_hint());
        let edit =
            |height: Option<u64>| change(LaneChange::Height(height.and_then(|height| u16::try_from(height).ok())));
        number_ui(ui, desk, &field, (lane.height.map(u64::from), u64::from(u16::MAX)), edit);
    });
    line_ui(ui, desk, (&map, lane));
    hidden_ui(ui, desk, lane.visibility, |visibility| change(LaneChange::Visibility(visibility)));
    line(ui);
    order_ui(ui, desk, (at, map.lanes.len()), |to| Edit::MoveLane { id, to });
    if remove_button(ui, desk, texts.inspector_remove_lane()).clicked() {
        desk.apply(Edit::Remove(vec![Thing::Lane(id)]));
    }
}

/// What the cells of a lane of cards belong to.
fn spans_ui(ui: &mut Ui, desk: &mut Desk<'_>, lane: &Lane) {
    let texts = desk.texts();
    if !lane.kind.holds_cards() {
        return;
    }
    section(ui, desk.look, texts.inspector_spans());
    let choices =
        [(Spans::Touchpoints, texts.inspector_spans_touchpoints()), (Spans::Stages, texts.inspector_spans_stages())];
    if let Some(spans) = segments_ui(ui, desk, Some(lane.spans), &choices) {
        desk.apply(Edit::Lane(lane.id, LaneChange::Spans(spans)));
    }
    sentence(ui, desk.look, texts.inspector_spans_note(), Role::Faint);
}

/// The line of a service blueprint under the lane; one that another lane has comes from there.
fn line_ui(ui: &mut Ui, desk: &mut Desk<'_>, (map, lane): (&Map, &Lane)) {
    let texts = desk.texts();
    let elsewhere = |line| map.lanes.iter().find(|other| other.id != lane.id && other.line == Some(line));
    let named = |line| {
        let name = blueprint_line_name(texts, line);
        elsewhere(line)
            .map_or_else(|| name.to_owned(), |other| texts.inspector_line_of(name, names::lane(texts, other)))
    };
    let lines = BlueprintLine::ALL.map(|line| (Some(line), named(line)));
    let choices: Vec<_> = std::iter::once((None, texts.inspector_line_none().to_owned())).chain(lines).collect();
    labelled(ui, desk.look, texts.inspector_line(), |ui| {
        let salt = ("lane line", lane.id.number());
        let choice = Choice { salt, name: texts.inspector_line(), current: Some(lane.line) };
        if let Some(line) = choice_ui(ui, choice, &choices) {
            desk.apply(Edit::Lane(lane.id, LaneChange::Line(line)));
        }
    });
}
