//! What the pointer tells without a press: its shape says what a press would do, and after a moment a tip shows the
//! whole of a cut text or a face's numbers.
//!
//! Must not know how gestures go on.

use super::{Canvas, names, pointer};
use crate::{
    editor::{Editor, Gesture, Tool},
    map::{LaneKind, Map, Thing},
    scene::{Hit, Scene, Target},
    ui::Look,
};
use egui::{CursorIcon, Response, Ui};

/// Sets the pointer's shape and shows the tip, while the pointer is over the map.
pub(super) fn tip_ui(ui: &Ui, canvas: &Canvas, editor: &Editor, scene: &Scene, (ground, look): (&Response, Look)) {
    let Some((at, hit)) = canvas.pointer.place() else { return };
    ui.ctx().set_cursor_icon(cursor(ui, canvas, editor.shown(), hit));
    if canvas.pointer.is_busy() || canvas.in_place.is_open() {
        return;
    }
    let cut = scene.whole_text(canvas.doc_at(at)).map(|text| text.to_string());
    let tip = cut.or_else(|| hit.and_then(|hit| numbers(editor.shown(), hit.target, look)));
    if let Some(tip) = tip {
        ground.clone().on_hover_text_at_pointer(tip);
    }
}

/// A face's numbers, or where what a card says comes from.
fn numbers(map: &Map, target: Target, look: Look) -> Option<String> {
    match pointer::thing_of(target)? {
        Thing::Face(id, persona, _) => {
            let feeling = map.touchpoint(id)?.feelings.get(&persona)?;
            Some(names::feeling_lines(feeling, &map.scale, look.texts))
        }
        Thing::Card(id) => {
            let (_, lane, card) = map.card(id)?;
            let is_claim = map.lane(lane).is_some_and(|lane| lane.kind.holds_claims());
            is_claim.then(|| names::evidence_line(card.evidence, look.texts))
        }
        Thing::Engagement(id) => map.touchpoint(id)?.engagement.map(|level| look.texts.canvas_level(level.value())),
        Thing::Touchpoint(id) => {
            let lines = names::touchpoint_lines(map.touchpoint(id)?, look.texts);
            (!lines.is_empty()).then(|| lines.join("\n"))
        }
        Thing::Stage(_) | Thing::Lane(_) => None,
        Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) | Thing::Note(_) => None,
    }
}

fn cursor(ui: &Ui, canvas: &Canvas, map: &Map, hit: Option<Hit>) -> CursorIcon {
    let space = ui.input(|input| input.key_down(egui::Key::Space)) && !canvas.in_place.is_open();
    if canvas.pointer.is_panning() {
        return CursorIcon::Grabbing;
    }
    if canvas.pointer.is_busy() {
        return cursor_of_gesture(canvas.pointer.gesture());
    }
    match canvas.tool {
        _ if space => CursorIcon::Grab,
        Tool::Hand => CursorIcon::Grab,
        Tool::Stage | Tool::Touchpoint | Tool::Note => CursorIcon::Crosshair,
        Tool::Link => CursorIcon::Alias,
        Tool::Select => hit.map_or(CursorIcon::Default, |hit| cursor_over(hit.target, map)),
    }
}

fn cursor_of_gesture(gesture: &Gesture) -> CursorIcon {
    match gesture {
        Gesture::Idle | Gesture::Pressing(_) | Gesture::Spent => CursorIcon::Default,
        Gesture::DraggingFace(_) | Gesture::DraggingEngagement(_) | Gesture::SizingLane(_) => {
            CursorIcon::ResizeVertical
        }
        Gesture::MovingTouchpoints(..)
        | Gesture::MovingStage(..)
        | Gesture::MovingCard(..)
        | Gesture::MovingLane(..)
        | Gesture::MovingNotes(_) => CursorIcon::Grabbing,
        Gesture::Copying(_) => CursorIcon::Copy,
        Gesture::Marquee(_)
        | Gesture::DrawingStage(_)
        | Gesture::DrawingTouchpoints(_)
        | Gesture::DrawingCard
        | Gesture::Linking(_)
        | Gesture::Pointing(_) => CursorIcon::Crosshair,
        Gesture::SizingNote(_) => CursorIcon::ResizeHorizontal,
    }
}

fn cursor_over(target: Target, map: &Map) -> CursorIcon {
    match target {
        Target::Thing(thing) if thing.is_value() => CursorIcon::ResizeVertical,
        Target::LaneBorder(_) => CursorIcon::ResizeVertical,
        Target::NoteBorder(_) => CursorIcon::ResizeHorizontal,
        Target::Handle(_) => CursorIcon::Crosshair,
        Target::Thing(_) | Target::Measured(_) => CursorIcon::PointingHand,
        Target::Cell(_, lane) => match map.lane(lane).map(|lane| lane.kind) {
            Some(LaneKind::Emotion | LaneKind::DramaticArc) => CursorIcon::Cell,
            Some(_) | None => CursorIcon::Default,
        },
        Target::StageBody(_) => CursorIcon::Default,
    }
}
