//! Paints a scene on the screen, only what is in view, and only as finely as the zoom lets one see: texts go below
//! 40 %, below 12 % cards become blocks per stage and curves are thinned out.
//!
//! Must not know selection, hover or the map's editor; what stands over the picture is painted by others.

mod area;
mod brush;
mod far;
mod letter_sizes;
mod letter_texture;
mod visual;

pub use letter_sizes::Letters;
pub use letter_texture::{TEXTURE_SIDE, make_room};

use super::Camera;
use crate::scene::{Palette, Placed, Rect, Scene, Shape};
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

/// Paints what of the scene is in the camera's view. `letters` remembers sizes from one frame of a canvas to the next.
pub fn paint_scene(painter: &Painter, scene: &Scene, camera: &Camera, palette: Palette, letters: &mut Letters) {
    let painter = painter.with_clip_rect(painter.clip_rect().intersect(camera.viewport));
    let view = camera.visible().inflate(OVERHANG, OVERHANG);
    let mut brush = Brush::new(&painter, camera, palette, letters);
    match Detail::at(camera.zoom) {
        Detail::Blocks => far::paint_far(&mut brush, scene, view),
        Detail::Shapes | Detail::Texts => paint_near(&mut brush, scene, view),
    }
    brush.finish();
}

/// Paints what is in another camera's view in the same frame, after [`paint_scene`], as finely as the zoom lets one see.
pub(super) fn paint_again(painter: &Painter, scene: &Scene, camera: &Camera, palette: Palette, letters: &mut Letters) {
    if Detail::at(camera.zoom) == Detail::Blocks {
        return;
    }
    let painter = painter.with_clip_rect(painter.clip_rect().intersect(camera.viewport));
    let mut brush = Brush::again(&painter, camera, palette, letters);
    paint_near(&mut brush, scene, camera.visible());
    brush.finish();
}

/// Paints more blocks in the same frame, after [`paint_scene`].
pub(super) fn paint_placed(
    painter: &Painter,
    blocks: impl Iterator<Item = Placed>,
    camera: &Camera,
    palette: Palette,
    letters: &mut Letters,
) {
    let mut brush = Brush::again(painter, camera, palette, letters);
    for placed in blocks {
        for shape in &placed.block.shapes {
            brush.shape(shape, placed.offset);
        }
    }
    brush.finish();
}

fn paint_near(brush: &mut Brush<'_>, scene: &Scene, view: Rect) {
    for placed in scene.placed(Some(view)) {
        for shape in &placed.block.shapes {
            match shape {
                Shape::Image { image, rect, cut, opacity } => {
                    if let Some(image) = scene.image(*image) {
                        brush.image(image, *rect + placed.offset, (*cut, *opacity));
                    }
                }
                Shape::Rect { .. } | Shape::Circle { .. } | Shape::Path { .. } | Shape::Text(_) => {
                    brush.shape(shape, placed.offset);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        map::{Control, Curve, Feeling, Map, Score, Stage, StageId, Touchpoint, TouchpointId},
        scene::{View, fonts, layout},
    };
    use egui::{Context, RawInput, vec2};
    use std::sync::Arc;

    /// A map of stages with ten touchpoints each, all with a score.
    fn map(stages: usize) -> Arc<Map> {
        let mut rng = fastrand::Rng::with_seed(5);
        let mut map = Map::empty(&mut rng);
        let persona = map.personas[0].id;
        for number in 0..stages {
            let mut stage = Stage::new(StageId::random(&mut rng), format!("Stage {number}"));
            for _ in 0..10 {
                let mut touchpoint = Touchpoint::new(TouchpointId::random(&mut rng), "A touchpoint with a name");
                let mut feeling = Feeling::default();
                feeling.set_score(Curve::Actual, Score::new(rng.i64(-100..=100)));
                touchpoint.feelings.insert(persona, feeling);
                stage.touchpoints.push(Arc::new(touchpoint));
            }
            map.stages.push(Arc::new(stage));
        }
        Arc::new(map)
    }

    fn painted(scene: &Scene, zoom: f64) -> Vec<egui::Shape> {
        let ctx = Context::default();
        ctx.set_fonts(fonts::font_definitions());
        let screen = egui::Rect::from_min_size(egui::Pos2::ZERO, vec2(1000.0, 700.0));
        let camera = Camera { zoom, viewport: screen, ..Camera::default() };
        let input = RawInput { screen_rect: Some(screen), ..RawInput::default() };
        let mut output = ctx.run_ui(input, |ui| {
            paint_scene(ui.painter(), scene, &camera, Palette::Light, &mut Letters::default());
        });
        output.textures_delta.clear();
        output.shapes.into_iter().map(|clipped| clipped.shape).collect()
    }

    fn texts(shapes: &[egui::Shape]) -> usize {
        shapes.iter().filter(|shape| matches!(shape, egui::Shape::Text(_))).count()
    }

    #[test]
    fn texts_go_where_they_cannot_be_read() {
        let scene = layout(&map(3), &View::default());
        assert!(texts(&painted(&scene, 1.0)) > 10);
        assert_eq!(texts(&painted(&scene, 0.39)), 0);
        assert!(painted(&scene, 0.39).len() > painted(&scene, 0.11).len());
    }

    #[test]
    fn outlines_that_close_are_painted_closed_and_a_broken_outline_broken() {
        let painted_with = |control, tags: &[&str]| {
            let mut map = Map::clone(&map(1));
            let touchpoint = Arc::make_mut(Arc::make_mut(&mut map.stages[0]).touchpoints.first_mut().expect("one"));
            touchpoint.control = control;
            touchpoint.tags = tags.iter().map(|tag| (*tag).to_owned()).collect();
            painted(&layout(&Arc::new(map), &View::default()), 1.0)
        };
        let closed = |shapes: &[egui::Shape]| {
            let is_outline =
                |shape: &&egui::Shape| matches!(shape, egui::Shape::Path(path) if path.closed && path.fill.a() == 0);
            shapes.iter().filter(is_outline).count()
        };
        let dashes = |shapes: &[egui::Shape]| {
            shapes.iter().filter(|shape| matches!(shape, egui::Shape::LineSegment { .. })).count()
        };
        let (own, tagged) = (painted_with(Control::Owned, &[]), painted_with(Control::Owned, &["smell"]));
        assert_eq!(closed(&tagged), closed(&own) + 1, "the sign of the tags");
        let outside = painted_with(Control::Outside, &[]);
        // A card is 122 wide and 84 high; its outline of 4 on, 3 off has far more than twenty pieces.
        assert!(dashes(&outside) > dashes(&own) + 20, "{} and {}", dashes(&outside), dashes(&own));
    }

    /// Dashes of 2 units are less than a pixel there, and egui would round them to nothing.
    #[test]
    fn dashes_do_not_vanish_between_pixels() {
        let length = |shape: &egui::Shape| match shape {
            egui::Shape::LineSegment { points: [from, to], .. } => Some(from.distance(*to)),
            _ => None,
        };
        for zoom in [0.42, 0.49, 0.55] {
            let lengths: Vec<f32> =
                painted(&layout(&map(2), &View::default()), zoom).iter().filter_map(length).collect();
            let short = lengths.iter().filter(|length| **length < 1.0).count();
            // The last dash of a line may be cut.
            assert!(lengths.len() > 40 && short * 10 < lengths.len(), "{short} of {} at {zoom}", lengths.len());
        }
    }

    #[test]
    fn only_what_is_in_view_is_painted() {
        let (small, large) = (layout(&map(3), &View::default()), layout(&map(200), &View::default()));
        assert_eq!(painted(&small, 1.0).len(), painted(&large, 1.0).len());
    }

    #[test]
    fn from_far_away_there_are_no_more_points_than_the_screen_shows() {
        let scene = layout(&map(500), &View::default());
        let viewport = egui::Rect::from_min_size(egui::Pos2::ZERO, vec2(1000.0, 700.0));
        let mut camera = Camera { viewport, ..Camera::default() };
        camera.fit(scene.size);
        let shapes = painted(&scene, camera.zoom);
        let points = |shape: &egui::Shape| if let egui::Shape::Path(path) = shape { path.points.len() } else { 0 };
        assert!(shapes.iter().map(points).max().is_some_and(|most| (500..=2002).contains(&most)));
        assert!(shapes.len() < 3000, "{} shapes", shapes.len());
    }
}
