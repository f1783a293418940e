//! Faces: drawn, not emoji, the mouth following the score continuously. The scale decides what a score feels like: its
//! tone, and how far the mouth is bent. Must not know whose face it is.

use super::{
    Color, Role, Shape, Stroke,
    pen::{Pen, round_stroke},
    sizes::FACE,
};
use crate::map::{Score, ToneCuts};
use kurbo::{BezPath, Point};

/// The score of the built-in scales at which the mouth is bent as far as it goes.
const FULL_SMILE: f64 = 70.0;
/// How far the mouth bends, in document units.
const SMILE: f64 = 4.0;

/// Draws a face; `rim` is the colour of its outline.
pub(super) fn face(pen: &mut Pen<'_>, center: Point, (score, tones): (Score, ToneCuts), rim: Color) {
    let tone = Color::from(Role::of_tone(tones.tone(score)));
    pen.shape(Shape::Circle {
        center,
        radius: FACE,
        fill: Some(Role::Card.into()),
        stroke: Some(Stroke::solid(rim, 2.0)),
    });
    for side in [-3.6, 3.6] {
        pen.dot(Point::new(center.x + side, center.y - 2.6), 1.5, tone);
    }
    pen.line(mouth(center, tones.as_built_in(score)), round_stroke(tone, 1.8));
}

fn mouth(center: Point, score: f64) -> BezPath {
    let bend = (score / FULL_SMILE).clamp(-1.0, 1.0) * SMILE;
    let ends = center.y + 3.4 - bend * 0.35;
    let mut path = BezPath::new();
    path.move_to((center.x - 4.6, ends));
    path.quad_to((center.x, center.y + 3.4 + bend), (center.x + 4.6, ends));
    path
}
