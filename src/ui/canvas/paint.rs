//! Paints a scene on the screen, only what is in view, and only as finely as the zoom lets one see: texts go below
//! 40 %, below 12 % cards become blocks per stage and curves are thinned out.
//!
//! Must not know selection, hover or the map's editor; what stands over the picture is painted by others.

mod area;
mod brush;
mod far;

use super::Camera;
use crate::scene::{Palette, Rect, Scene};
use brush::Brush;
use egui::Painter;

/// Below this zoom letters are too small to be read and are left out.
pub const TEXT_ZOOM: f64 = 0.4;
/// Below this zoom cards are too small to be told apart and become blocks per stage.
pub const CARD_ZOOM: f64 = 0.12;
/// What reaches out of its column (words, strokes), in document units: painted a little beyond the view.
const OVERHANG: f64 = 16.0;

/// How much of the scene can be seen at a zoom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// Blocks per stage, thinned curves.
    Blocks,
    /// Every shape, no text.
    Shapes,
    /// Everything.
    Texts,
}

impl Detail {
    /// What can be seen at a zoom (1 is 100 %).
    pub fn at(zoom: f64) -> Self {
        if zoom < CARD_ZOOM {
            Self::Blocks
        } else if zoom < TEXT_ZOOM {
            Self::Shapes
        } else {
            Self::Texts
        }
    }
}

/// Paints what of the scene is in the camera's view.
pub fn paint_scene(painter: &Painter, scene: &Scene, camera: &Camera, palette: Palette) {
    let painter = painter.with_clip_rect(painter.clip_rect().intersect(camera.viewport));
    let view = camera.visible().inflate(OVERHANG, OVERHANG);
    let mut brush = Brush::new(&painter, camera, palette);
    match Detail::at(camera.zoom) {
        Detail::Blocks => far::paint_far(&mut brush, scene, view),
        Detail::Shapes | Detail::Texts => paint_near(&mut brush, scene, view),
    }
    brush.finish();
}

fn paint_near(brush: &mut Brush<'_>, scene: &Scene, view: Rect) {
    for placed in scene.placed(Some(view)) {
        for shape in &placed.block.shapes {
            brush.shape(shape, placed.offset);
        }
    }
}
