//! Whether the view goes by itself: the first look at a map, and a map that grows. Must not know how it moves.

use super::{Camera, Canvas, navigate};
use crate::scene::Scene;

/// Whether the map was fitted into the view yet.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum FirstLook {
    #[default]
    ToCome,
    /// So it was shown.
    Taken(Camera),
}

impl FirstLook {
    /// Whether the map is to be fitted into the view: at first, and when the window or the panels beside and below
    /// change their size before a person moved the view (a desktop may give a window its size only after it was shown).
    /// Not when something comes in above: the map would jump away under the hand.
    pub(super) fn is_due(self, camera: &Camera) -> bool {
        match self {
            Self::ToCome => true,
            Self::Taken(taken) => {
                (taken.corner, taken.zoom) == (camera.corner, camera.zoom) && taken.viewport.max != camera.viewport.max
            }
        }
    }
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
