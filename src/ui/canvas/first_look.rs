//! Whether the view goes by itself: the first look at a map, panels that come and go, and a map that grows. Must not know
//! how it moves.

use super::{Camera, Canvas, navigate};
use crate::{
    editor::{Editor, Place},
    map::Thing,
    scene::Scene,
};
use egui::{Rect, Vec2};

/// Whether the map was fitted into the view yet.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum FirstLook {
    #[default]
    ToCome,
    /// So it was shown.
    Taken(Camera),
}

impl FirstLook {
    /// Whether the map is to be fitted into the view: at first, and when the window changes its size before a person
    /// moved the view (a desktop may give a window its size only after it was shown). Not when something comes in above:
    /// the map would jump away under the hand.
    pub(super) fn is_due(self, camera: &Camera) -> bool {
        match self {
            Self::ToCome => true,
            Self::Taken(taken) => self.is_untouched(camera) && taken.viewport.max != camera.viewport.max,
        }
    }

    /// Whether nobody moved the view since.
    fn is_untouched(self, camera: &Camera) -> bool {
        matches!(self, Self::Taken(taken) if (taken.corner, taken.zoom) == (camera.corner, camera.zoom))
    }
}

/// Gives the view its room in a window of this size. A panel that comes or goes below leaves how near the map is, and the
/// middle of what was seen; one beside leaves all as it is.
pub(super) fn take_room(canvas: &mut Canvas, room: Rect, window: Vec2) {
    let is_same_window = canvas.window.replace(window) == Some(window);
    let was = canvas.camera.viewport;
    let is_panel = is_same_window && canvas.first_look != FirstLook::ToCome && was.max != room.max;
    if !is_panel {
        canvas.camera.viewport = room;
        return;
    }
    let is_untouched = canvas.first_look.is_untouched(&canvas.camera);
    if was.min.y == room.min.y {
        navigate::keep_middle(&mut canvas.camera, room);
    } else {
        canvas.camera.viewport = room;
    }
    if is_untouched {
        canvas.first_look = FirstLook::Taken(canvas.camera);
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

/// Remembers whether the picture is seen in its whole height, once the view stands where it stays in this frame.
pub(super) fn remember_height_seen(canvas: &mut Canvas, scene: &Scene) {
    if canvas.pointer.is_busy() {
        return;
    }
    let height = scene.size.height;
    canvas.height_seen = navigate::sees_height(&canvas.camera, height).then_some(height);
}
