//! The pointer's form: it says what a press would do here, and what the hand is doing.
//!
//! Buttons, also those over the map, keep the arrow, as is the custom of desktops: a hand is for links and for what can be
//! taken on the map.
//!
//! Must not know how gestures go on; what a press would do is the editor's to say.

use super::{Canvas, pointer};
use crate::{
    editor::{Editor, Gesture, Guide, Promise, Situation, promise},
    scene::Scene,
};
use egui::{CursorIcon, Pos2, Ui};

/// The form over the overview: the view is carried in it.
pub(super) const OF_OVERVIEW: CursorIcon = CursorIcon::Grab;

/// The form for the pointer at a place over the map.
pub(super) fn form(ui: &Ui, canvas: &Canvas, editor: &Editor, scene: &Scene, at: Pos2) -> CursorIcon {
    let (space, keys) = ui.input(|input| (input.key_down(egui::Key::Space), input.modifiers));
    if canvas.pointer.is_panning() {
        return CursorIcon::Grabbing;
    }
    if canvas.pointer.is_busy() {
        return under_way(canvas.pointer.gesture(), canvas.pointer.guide());
    }
    if space && !canvas.in_place.is_open() {
        return CursorIcon::Grab;
    }
    let (map, selection, view) = (editor.shown(), editor.selection(), &canvas.view);
    let (tool, pencil) = (canvas.tool, canvas.pencil);
    let situation = Situation { map, scene, tool, pencil, selection, view };
    let slack = canvas.camera.units(pointer::SLACK);
    of_promise(promise(canvas.doc_at(at), slack, pointer::modifiers_of(keys), &situation))
}

fn of_promise(promise: Promise) -> CursorIcon {
    match promise {
        Promise::Area => CursorIcon::Default,
        Promise::Select => CursorIcon::PointingHand,
        Promise::Carry | Promise::Pan => CursorIcon::Grab,
        Promise::Copy => CursorIcon::Copy,
        Promise::Write => CursorIcon::Text,
        Promise::PullValue | Promise::SizeLane => CursorIcon::ResizeVertical,
        Promise::SizeNote => CursorIcon::ResizeHorizontal,
        Promise::SetValue => CursorIcon::Cell,
        Promise::Make | Promise::Sweep => CursorIcon::Crosshair,
        Promise::Link => CursorIcon::Alias,
        Promise::Nothing => CursorIcon::NotAllowed,
    }
}

fn under_way(gesture: &Gesture, guide: Option<&Guide>) -> CursorIcon {
    match gesture {
        Gesture::Idle | Gesture::Pressing(_) | Gesture::Spent => CursorIcon::Default,
        Gesture::DraggingFace(_) | Gesture::DraggingEngagement(_) | Gesture::SizingLane(_) => {
            CursorIcon::ResizeVertical
        }
        Gesture::MovingTouchpoints(..)
        | Gesture::MovingStage(..)
        | Gesture::MovingCard(..)
        | Gesture::MovingLane(..) => match guide {
            Some(Guide::Carrying { mark: None, .. }) => CursorIcon::NoDrop,
            _ => CursorIcon::Grabbing,
        },
        Gesture::MovingNotes(_) => CursorIcon::Grabbing,
        Gesture::SizingNote(_) => CursorIcon::ResizeHorizontal,
        Gesture::Copying(_) => match guide {
            Some(Guide::Carrying { mark: None, .. }) => CursorIcon::NoDrop,
            _ => CursorIcon::Copy,
        },
        Gesture::Linking(_) | Gesture::Pointing(_) => match guide {
            Some(Guide::Link { mark: Some(_), .. }) => CursorIcon::Alias,
            _ => CursorIcon::Crosshair,
        },
        Gesture::Marquee(_)
        | Gesture::DrawingStage(_)
        | Gesture::DrawingTouchpoints(_)
        | Gesture::DrawingCard
        | Gesture::Sweeping(_) => CursorIcon::Crosshair,
    }
}
