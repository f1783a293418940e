//! What a screen reader and a test find on the canvas: a node for each stage, touchpoint, face, card, lane and link
//! in view. A node only takes the keyboard; the pointer belongs to `hand`.
//!
//! Must not know how things are painted.

use super::{Camera, Canvas, names, sticky::Sticky, values};
use crate::{
    editor::{Cell, Editor, Place},
    map::{Card, Curve, Evidence, Holder, LaneId, Map, Thing, TouchpointId},
    scene::{PersonaChoice, Rect, Scene, Target, Vec2},
    ui::Look,
};
use egui::{Event, Id, Sense, Ui, WidgetInfo, accesskit};
use std::{collections::BTreeMap, sync::Arc};

/// The cards a node's card is among.
type Cards = BTreeMap<LaneId, Vec<Arc<Card>>>;

/// A thing in view.
struct Seen<'a> {
    thing: Thing,
    rect: Rect,
    cards: Option<&'a Cards>,
}

/// The id of a node.
pub(super) fn id_of(place: Place) -> Id {
    match place {
        Place::Thing(thing) => Id::unique(("canvas node", thing)),
        Place::Cell(cell) => Id::unique(("canvas cell", cell)),
    }
}

/// Makes a node for everything in view; returns them for the next frame's input.
pub(super) fn nodes_ui(ui: &Ui, canvas: &Canvas, editor: &Editor, scene: &Scene, look: Look) -> Vec<(Id, Place)> {
    let mut nodes = Vec::new();
    let gap = gap_value(editor, scene);
    for seen in seen(scene, canvas.camera.visible(), canvas.sticky).into_iter().chain(gap) {
        let rect = canvas.camera.screen_rect(seen.rect).intersect(canvas.camera.viewport);
        if rect.is_positive() {
            let id = id_of(Place::Thing(seen.thing));
            node_ui(ui, (id, rect), &seen, (canvas, editor, scene, look));
            nodes.push((id, Place::Thing(seen.thing)));
        }
    }
    nodes.extend(cell_node_ui(ui, canvas, editor, (scene, look)));
    nodes
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
    response.widget_info(|| WidgetInfo::selected(accesskit::Role::Cell, true, true, &name));
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

fn node_ui(
    ui: &Ui,
    (id, rect): (Id, egui::Rect),
    seen: &Seen<'_>,
    (canvas, editor, scene, look): (&Canvas, &Editor, &Scene, Look),
) {
    let response = ui.interact(rect, id, Sense::focusable_noninteractive());
    let is_selected = editor.selection().contains(&seen.thing);
    response.widget_info(|| {
        let (role, label, value) = described(seen, (editor.shown(), canvas.view.persona), scene, look);
        WidgetInfo { value, ..WidgetInfo::selected(role, true, is_selected, label) }
    });
    ui.ctx().accesskit_node_builder(id, |node| {
        node.add_action(accesskit::Action::Click);
        if let Thing::Touchpoint(touchpoint) = seen.thing
            && let Some(touchpoint) = scene.column_of(touchpoint).and_then(|column| column.source.as_deref())
        {
            let lines = names::touchpoint_lines(touchpoint, look.texts);
            if !lines.is_empty() {
                node.set_description(lines.join(", "));
            }
        }
        if let Some((least, most, step)) = values::range_of(seen.thing) {
            node.add_action(accesskit::Action::Increment);
            node.add_action(accesskit::Action::Decrement);
            node.add_action(accesskit::Action::SetValue);
            node.set_min_numeric_value(least);
            node.set_max_numeric_value(most);
            node.set_numeric_value_step(step);
        }
    });
}

/// What a node is, what it is called, and a face's value.
fn described(
    seen: &Seen<'_>,
    (map, persona): (&Map, PersonaChoice),
    scene: &Scene,
    look: Look,
) -> (accesskit::Role, String, Option<f64>) {
    let texts = look.texts;
    let column = |id: TouchpointId| scene.column_of(id).and_then(|column| column.source.as_deref());
    let touchpoint = |id| column(id).map_or(texts.touchpoint_unnamed(), |found| names::touchpoint_name(found, texts));
    let stage = |id| scene.stage_span(id).map_or(texts.stage_unnamed(), |stage| &*stage.name);
    let lane = |id| scene.lanes().iter().find(|lane| lane.id == id).map(|lane| names::lane_name(lane, texts));
    match seen.thing {
        Thing::Stage(id) => (accesskit::Role::ColumnHeader, stage(id).to_owned(), None),
        Thing::Lane(id) => (accesskit::Role::RowHeader, lane(id).unwrap_or_default(), None),
        Thing::Touchpoint(id) => {
            let image = column(id).and_then(|found| found.image).and_then(|image| scene.image(image));
            (accesskit::Role::ListItem, names::with_image(Some(touchpoint(id)), image, texts), None)
        }
        Thing::Card(id) => {
            let card = seen.cards.and_then(|cards| names::card_in(cards, id));
            let image = card.and_then(|card| card.image).and_then(|image| scene.image(image));
            let text = card.map(|card| card.text.trim()).filter(|text| !text.is_empty());
            let name = names::with_image(text, image, texts);
            let name = card.map_or_else(|| name.clone(), |card| names::with_evidence(&name, card.evidence, texts));
            (accesskit::Role::Note, name, None)
        }
        Thing::Note(id) => {
            let name = map.note(id).map_or_else(String::new, |note| names::note_name(note, map, texts));
            (accesskit::Role::Note, name, None)
        }
        Thing::Link(id) => {
            let name = map.link(id).map_or_else(String::new, |link| names::link_name(link, map, texts));
            (accesskit::Role::Link, name, None)
        }
        Thing::Face(id, who, curve) => {
            let score = column(id).and_then(|found| found.score(who, curve));
            let of_persona = (persona == PersonaChoice::All).then(|| names::persona_name(map, who, texts));
            let name = column(id).map_or_else(String::new, |found| {
                let name = names::face_name((found, of_persona.as_deref()), (curve, score), &map.scale, texts);
                let evidence = found.feelings.get(&who).filter(|_| curve == Curve::Actual && score.is_some());
                names::with_evidence(&name, evidence.map_or(Evidence::Guess, |it| it.evidence), texts)
            });
            (accesskit::Role::Slider, name, score.map(|score| score.value().into()))
        }
        Thing::Engagement(id) => {
            let level = column(id).and_then(|found| found.engagement);
            let name = names::engagement_name(touchpoint(id), level, texts);
            (accesskit::Role::Slider, name, level.map(|level| level.value().into()))
        }
        Thing::Persona(_) | Thing::Survey(_) => (accesskit::Role::GenericContainer, String::new(), None),
    }
}

/// The selected face or point of the dramatic arc where there is no value yet: it is not in the picture, but keys can set it.
fn gap_value<'a>(editor: &Editor, scene: &Scene) -> Option<Seen<'a>> {
    let thing = editor.primary().filter(|thing| thing.is_value() && scene.rect_of(*thing).is_none())?;
    let rect = super::overlay::place_of(scene, thing)?;
    Some(Seen { thing, rect, cards: None })
}

/// Everything that can be selected and reaches into `view`: lanes, then stages, links and notes, then column by column.
fn seen(scene: &Scene, view: Rect, sticky: Sticky) -> Vec<Seen<'_>> {
    let mut found = Vec::new();
    let mut add = |thing: Thing, cards| {
        let rect = scene.rect_of(thing).map(|rect| sticky.seen(thing, rect));
        found.extend(rect.filter(|rect| rect.overlaps(view)).map(|rect| Seen { thing, rect, cards }));
    };
    for lane in scene.lanes() {
        add(Thing::Lane(lane.id), None);
    }
    for stage in scene.stages_between(view.x0, view.x1) {
        add(Thing::Stage(stage.id), None);
    }
    // By what the picture has of each: looking each one up again would take the square of their number.
    let links = scene.links().iter().map(|link| (Thing::Link(link.id), link.rect));
    let notes = scene.notes().iter().map(|note| (Thing::Note(note.id), note.rect));
    let beside = links.chain(notes).filter(|(_, rect)| rect.overlaps(view));
    found.extend(beside.map(|(thing, rect)| Seen { thing, rect, cards: None }));
    for stage in scene.stages_between(view.x0, view.x1) {
        let cards = Some(&stage.source.cards);
        found.extend(spots(scene, &stage.cells, stage.x).map(|(thing, rect)| Seen { thing, rect, cards }));
    }
    for column in scene.columns_between(view.x0, view.x1) {
        let cards = column.source.as_ref().map(|touchpoint| &touchpoint.cards);
        found.extend(spots(scene, &column.cells, column.x).map(|(thing, rect)| Seen { thing, rect, cards }));
    }
    found.retain(|seen| seen.rect.overlaps(view));
    found
}

/// The things in the cells of one column or stage.
fn spots<'a>(
    scene: &'a Scene,
    cells: &'a [Arc<crate::scene::Block>],
    x: f64,
) -> impl Iterator<Item = (Thing, Rect)> + 'a {
    scene.lanes().iter().zip(cells).flat_map(move |(lane, block)| {
        let corner = Vec2::new(x, lane.top);
        block.spots.iter().filter_map(move |spot| match spot.target {
            Target::Thing(thing) => Some((thing, spot.rect + corner)),
            Target::Cell(..) | Target::LaneBorder(_) | Target::StageBody(_) | Target::Measured(_) => None,
            Target::NoteBorder(_) | Target::Handle(_) => None,
        })
    })
}

/// Carries out what a screen reader asked of a node; true where something was asked.
pub(super) fn follow_requests(ctx: &egui::Context, nodes: &[(Id, Place)], editor: &mut Editor) -> bool {
    let requests = ctx.input(|input| {
        let asked = input.events.iter().filter_map(|event| match event {
            Event::AccessKitActionRequest(request) => Some(request.clone()),
            _ => None,
        });
        asked.collect::<Vec<_>>()
    });
    let mut followed = false;
    for request in requests {
        let target = nodes.iter().find(|(id, _)| id.accesskit_id() == request.target_node);
        if let Some((_, Place::Thing(thing))) = target {
            followed |= follow(&request, *thing, editor);
        }
    }
    followed
}

fn follow(request: &accesskit::ActionRequest, thing: Thing, editor: &mut Editor) -> bool {
    match (request.action, &request.data) {
        (accesskit::Action::Click, _) => editor.select([thing]),
        (accesskit::Action::Increment, _) if thing.is_value() => values::step(editor, thing, 1),
        (accesskit::Action::Decrement, _) if thing.is_value() => values::step(editor, thing, -1),
        (accesskit::Action::SetValue, Some(accesskit::ActionData::NumericValue(value))) if thing.is_value() => {
            values::set(editor, thing, *value);
        }
        _ => return false,
    }
    true
}

/// Whether nodes are made at this zoom: where texts can be read.
pub(super) fn are_made(camera: &Camera) -> bool {
    camera.zoom >= super::navigate::READABLE_ZOOM
}
