//! Whether the view goes by itself: the first look at a map, a map that was shown whole, what was seen when the window,
//! the interface or a panel changes its size, and a map that grows. Must not know how the view moves.

use super::{Camera, Canvas, navigate, overlay};
use crate::{
    editor::{Editor, Place},
    map::Thing,
    scene::Scene,
};
use egui::{Rect, Vec2, epaint::MarginF32};

/// How the map came into view, while nobody has moved it since.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum FirstLook {
    /// Not yet.
    #[default]
    ToCome,
    /// As a map is shown at first.
    Taken(Camera),
    /// Whole, on request.
    Whole(Camera),
}

/// What was seen in the last frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Seen {
    camera: Camera,
    /// How large the interface was, in pixels to a point.
    scale: f32,
    /// Whether all that was selected was in view.
    selection: bool,
}

impl FirstLook {
    /// The view as it was left, where nobody moved it since.
    fn untouched(&mut self, camera: &Camera) -> Option<&mut Camera> {
        match self {
            Self::ToCome => None,
            Self::Taken(left) | Self::Whole(left) => {
                ((left.corner, left.zoom) == (camera.corner, camera.zoom)).then_some(left)
            }
        }
    }
}

/// Gives the view its room in a window of this size, with what bars take of it. A panel that comes or goes below leaves
/// how near the map is, and the middle of what was seen; one beside leaves all as it is.
pub(super) fn take_room(canvas: &mut Canvas, (room, insets): (Rect, MarginF32), window: Vec2) {
    let is_same_window = canvas.window.replace(window) == Some(window);
    let was = canvas.camera;
    let is_panel = is_same_window && canvas.first_look != FirstLook::ToCome && was.viewport.max != room.max;
    let mut untouched = canvas.first_look.untouched(&was);
    if is_panel && was.viewport.min.y == room.min.y {
        navigate::keep_middle(&mut canvas.camera, room);
    }
    (canvas.camera.viewport, canvas.camera.insets) = (room, insets);
    if is_panel {
        if let Some(left) = &mut untouched {
            **left = canvas.camera;
        }
        if let Some(seen) = &mut canvas.seen {
            seen.camera = canvas.camera;
        }
    }
}

/// Looks at the map again as it was looked at: at first, and when the room for it changes its size before a person moved
/// the view (a desktop may give a window its size only after it was shown). Not when something comes in above: the map
/// would jump away under the hand. A view that a person chose keeps its middle when the interface changes its size, and
/// keeps what is selected in sight.
pub(super) fn look_again(canvas: &mut Canvas, editor: &Editor, scene: &Scene, scale: f32) {
    if canvas.pointer.is_busy() {
        return;
    }
    let camera = canvas.camera;
    let left = canvas.first_look.untouched(&camera).map(|left| has_other_room(left, &camera));
    match (canvas.first_look, left) {
        (FirstLook::ToCome, _) | (FirstLook::Taken(_), Some(true)) => first_look(canvas, scene),
        (FirstLook::Whole(_), Some(true)) => canvas.zoom_fit(scene),
        (FirstLook::Taken(_) | FirstLook::Whole(_), Some(false)) => {}
        (FirstLook::Taken(_) | FirstLook::Whole(_), None) => keep_seen(canvas, editor, scale),
    }
}

/// The first look at a map.
pub(super) fn first_look(canvas: &mut Canvas, scene: &Scene) {
    navigate::first_look(&mut canvas.camera, scene);
    canvas.first_look = FirstLook::Taken(canvas.camera);
}

fn has_other_room(before: &Camera, now: &Camera) -> bool {
    before.viewport.max != now.viewport.max || before.insets != now.insets
}

fn keep_seen(canvas: &mut Canvas, editor: &Editor, scale: f32) {
    let Some(before) = canvas.seen.filter(|seen| has_other_room(&seen.camera, &canvas.camera)) else { return };
    if before.scale != scale {
        let Camera { viewport, insets, .. } = before.camera;
        let middle = Camera { viewport, insets, ..canvas.camera }.doc_from_screen(before.camera.room().center());
        canvas.camera.place(middle, canvas.camera.room().center());
    }
    if before.selection {
        canvas.reveal_next = canvas.reveal_next.or(editor.primary().map(Place::Thing));
    }
}

/// Notes what is seen, for the next frame, once the view stands where it stays in this one.
pub(super) fn note_seen(canvas: &mut Canvas, editor: &Editor, scene: &Scene, scale: f32) {
    let room = canvas.camera.room();
    let place = editor.primary().and_then(|thing| overlay::place_of(scene, thing));
    let selection = place.is_some_and(|rect| room.intersects(canvas.camera.screen_rect(rect)));
    canvas.seen = Some(Seen { camera: canvas.camera, scale, selection });
    if !canvas.pointer.is_busy() {
        let height = scene.size.height;
        canvas.height_seen = navigate::sees_height(&canvas.camera, height).then_some(height);
    }
}

/// A picture that was seen in its whole height stays so when it grows, where there is room; a new lane or link that would
/// slip under the tool bar comes into view in any case.
pub(super) fn keep_height_seen(canvas: &mut Canvas, editor: &Editor, scene: &Scene) {
    if canvas.pointer.is_busy() {
        return;
    }
    let height = scene.size.height;
    if canvas.height_seen.is_some_and(|seen| seen < height) {
        navigate::make_room_below(&mut canvas.camera, height);
        let new = editor.primary().filter(|thing| matches!(thing, Thing::Lane(_) | Thing::Link(_)));
        canvas.reveal_next = canvas.reveal_next.or(new.map(Place::Thing));
    }
}
