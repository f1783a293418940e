//! Whether the view goes by itself: the first look at a map, a map that was shown whole, one that grows, and what was
//! seen when the window or the interface changes its size. Must not know how the view moves.

use super::{Camera, Canvas, navigate, overlay};
use crate::{
    editor::{Editor, Place},
    scene::Scene,
};

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

/// Looks at the map again as it was looked at: at first, and when the room for it changes its size before a person moved
/// the view (a desktop may give a window its size only after it was shown). Not when something comes in above: the map
/// would jump away under the hand. A view that a person chose keeps its middle when the interface changes its size, and
/// keeps what is selected in sight.
pub(super) fn look_again(canvas: &mut Canvas, editor: &Editor, scene: &Scene, scale: f32) {
    if canvas.pointer.is_busy() {
        return;
    }
    let camera = canvas.camera;
    let is_as_left = |left: Camera| (left.corner, left.zoom) == (camera.corner, camera.zoom);
    match canvas.first_look {
        FirstLook::ToCome => first_look(canvas, scene),
        FirstLook::Taken(left) if is_as_left(left) && has_other_room(&left, &camera) => first_look(canvas, scene),
        FirstLook::Whole(left) if is_as_left(left) && has_other_room(&left, &camera) => canvas.zoom_fit(scene),
        FirstLook::Taken(left) | FirstLook::Whole(left) if is_as_left(left) => {}
        FirstLook::Taken(_) | FirstLook::Whole(_) => keep_seen(canvas, editor, scale),
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

/// Notes what is seen, for the next frame.
pub(super) fn note_seen(canvas: &mut Canvas, editor: &Editor, scene: &Scene, scale: f32) {
    let room = canvas.camera.room();
    let place = editor.primary().and_then(|thing| overlay::place_of(scene, thing));
    let selection = place.is_some_and(|rect| room.intersects(canvas.camera.screen_rect(rect)));
    canvas.seen = Some(Seen { camera: canvas.camera, scale, selection });
}

/// A picture that was seen in its whole height stays so when it grows: new lanes do not slip under the tool bar.
pub(super) fn keep_height_seen(canvas: &mut Canvas, scene: &Scene) {
    if canvas.pointer.is_busy() {
        return;
    }
    let height = scene.size.height;
    if canvas.height_seen.is_some_and(|seen| seen < height) {
        navigate::reveal_height(&mut canvas.camera, height);
    }
    canvas.height_seen = navigate::sees_height(&canvas.camera, height).then_some(height);
}
