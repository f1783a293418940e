//! What a screen reader and a test find on the canvas: a node for each stage, touchpoint, face, card, lane, link and
//! note. A node only takes the keyboard; the pointer belongs to `hand`.
//!
//! Must not know how things are painted.

mod requests;
mod seen;

pub(in crate::ui::canvas) use requests::follow_requests;

use super::{
    super::{Camera, Canvas, ground_id, names, navigate},
    described::{self, Shown},
};
use crate::{
    editor::{Cell, Editor, Place},
    map::{Holder, Thing},
    scene::Scene,
    ui::Look,
};
use egui::{Id, Sense, Ui, UiBuilder, WidgetInfo, accesskit};
use seen::Seen;
use std::collections::HashMap;

/// Whether somebody reads the nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hearing {
    /// Nobody: nodes only give the keyboard a place.
    Nobody,
    /// A screen reader, for which what lies outside the view is there too.
    ScreenReader,
}

impl Hearing {
    /// egui builds nodes only while the system asks for them.
    fn of(ui: &Ui) -> Self {
        match ui.ctx().accesskit_node_builder(ground_id(), |_| ()) {
            Some(()) => Self::ScreenReader,
            None => Self::Nobody,
        }
    }
}

/// The id of a node.
pub(in crate::ui::canvas) fn id_of(place: Place) -> Id {
    match place {
        Place::Thing(thing) => Id::unique(("canvas node", thing)),
        Place::Cell(cell) => Id::unique(("canvas cell", cell)),
    }
}

/// Makes a node for everything in view and, while a screen reader listens, for what lies around it; returns them for the
/// next frame's input. To a screen reader the map holds lanes and stages, a stage its touchpoints and cards, a touchpoint
/// its faces and cards.
pub(in crate::ui::canvas) fn nodes_ui(
    ui: &mut Ui,
    canvas: &Canvas,
    editor: &Editor,
    scene: &Scene,
    look: Look,
) -> Vec<(Id, Place)> {
    let hearing = Hearing::of(ui);
    if hearing == Hearing::Nobody && !is_readable(&canvas.camera) {
        return Vec::new();
    }
    let shown = Shown { map: editor.shown(), view: &canvas.view, scene, texts: look.texts };
    let mut families = Families::new(ui, hearing);
    let mut nodes = Vec::new();
    for seen in seen::seen(canvas, editor, scene, hearing) {
        let rect = canvas.camera.screen_rect(seen.rect);
        let in_view = rect.intersect(canvas.camera.viewport);
        if in_view.is_positive() || hearing == Hearing::ScreenReader {
            let id = id_of(Place::Thing(seen.thing));
            // What lies outside the view is said to stand where it would be.
            let rect = if in_view.is_positive() { in_view } else { rect };
            let is_selected = editor.selection().contains(&seen.thing);
            node_ui(families.of(seen.within), (id, rect), &seen, is_selected, shown);
            families.add(seen.thing, id);
            nodes.push((id, Place::Thing(seen.thing)));
        }
    }
    nodes.extend(cell_node_ui(families.of([None; 2]), canvas, editor, (scene, look)));
    nodes
}

/// Whether texts can be read at this zoom; farther away nobody who sees the map goes from node to node.
fn is_readable(camera: &Camera) -> bool {
    camera.zoom >= navigate::READABLE_ZOOM
}

/// Which node holds which: only a screen reader knows.
struct Families {
    hearing: Hearing,
    map: Ui,
    /// What was made so far, and the room of its own nodes once it has any.
    made: HashMap<Thing, (Id, Option<Ui>)>,
}

impl Families {
    fn new(ui: &mut Ui, hearing: Hearing) -> Self {
        let map = ui.new_child(UiBuilder::new().accessibility_parent(ground_id()));
        Self { hearing, map, made: HashMap::new() }
    }

    /// The room in the first of these things that is there, else in the map.
    fn of(&mut self, within: [Option<Thing>; 2]) -> &mut Ui {
        let holder = within.into_iter().flatten().find(|thing| self.made.contains_key(thing));
        match holder.and_then(|thing| self.made.get_mut(&thing)) {
            Some((id, room)) => {
                room.get_or_insert_with(|| self.map.new_child(UiBuilder::new().accessibility_parent(*id)))
            }
            None => &mut self.map,
        }
    }

    fn add(&mut self, thing: Thing, id: Id) {
        let holds = match thing {
            Thing::Stage(_) | Thing::Touchpoint(_) => self.hearing == Hearing::ScreenReader,
            Thing::Face(..) | Thing::Engagement(_) | Thing::Card(_) | Thing::Lane(_) => false,
            Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) | Thing::Note(_) => false,
        };
        if holds {
            self.made.insert(thing, (id, None));
        }
    }
}

fn node_ui(ui: &Ui, (id, rect): (Id, egui::Rect), seen: &Seen<'_>, is_selected: bool, shown: Shown<'_>) {
    let response = ui.interact(rect, id, Sense::focusable_noninteractive());
    let is_heard = ui.ctx().accesskit_node_builder(id, |_| ()).is_some();
    if !is_heard {
        return;
    }
    let described = described::described(seen.thing, seen.cards, shown);
    response.widget_info(|| WidgetInfo {
        value: described.number,
        ..WidgetInfo::labeled(described.role, true, &described.name)
    });
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_selected(is_selected);
        if !described.words.is_empty() {
            node.set_value(described.words.as_str());
        }
        if !described.more.is_empty() {
            node.set_description(described.more.as_str());
        }
        requests::add_actions(node, seen.thing);
    });
}

/// The empty cell that was gone to.
fn cell_node_ui(ui: &Ui, canvas: &Canvas, editor: &Editor, (scene, look): (&Scene, Look)) -> Option<(Id, Place)> {
    let cell = editor.cell()?;
    let rect = scene.cell_rect(cell.0, cell.1)?;
    let rect = canvas.camera.screen_rect(rect).intersect(canvas.camera.viewport);
    if !rect.is_positive() {
        return None;
    }
    let id = id_of(Place::Cell(cell));
    let response = ui.interact(rect, id, Sense::focusable_noninteractive());
    let name = cell_name(cell, scene, look);
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Cell, true, &name));
    ui.ctx().accesskit_node_builder(id, |node| node.set_selected(true));
    Some((id, Place::Cell(cell)))
}

fn cell_name((holder, lane): Cell, scene: &Scene, look: Look) -> String {
    let texts = look.texts;
    let lane = scene.lanes().iter().find(|row| row.id == lane).map_or("", |row| &*row.name);
    match holder {
        Holder::Touchpoint(id) => {
            let column = scene.column_of(id).and_then(|column| column.source.as_deref());
            let name = column.map_or(texts.touchpoint_unnamed(), |found| names::touchpoint_name(found, texts));
            texts.canvas_cell_empty(lane, name)
        }
        Holder::Stage(id) => {
            let name = scene.stage_span(id).map_or(texts.stage_unnamed(), |stage| &*stage.name);
            texts.canvas_cell_empty(lane, name)
        }
    }
}
