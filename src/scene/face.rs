//! Faces: drawn, not emoji, the mouth following the score continuously. The scale decides what a score feels like: its
//! tone, and how far the mouth is bent. Must not know whose face it is.

use super::{
    Color, Role, Shape, Stroke,
    pen::{Pen, round_stroke},
    sizes::FACE,
};
use crate::map::{Score, ToneCuts};
use kurbo::{Affine, BezPath, Point};

/// The score of the built-in scales at which the mouth is bent as far as it goes.
const FULL_SMILE: f64 = 70.0;
/// How far the mouth bends, in document units.
const SMILE: f64 = 4.0;

/// Draws a face; `size` is the part of its usual size, `rim` the colour of its outline.
pub(super) fn face(pen: &mut Pen<'_>, (center, size): (Point, f64), (score, tones): (Score, ToneCuts), rim: Color) {
    let tone = Color::from(Role::of_tone(tones.tone(score)));
    pen.shape(Shape::Circle {
        center,
        radius: FACE * size,
        fill: Some(Role::Card.into()),
        stroke: Some(Stroke::solid(rim, 2.0)),
    });
    for side in [-3.6, 3.6] {
        pen.dot(Point::new(center.x + side * size, center.y - 2.6 * size), 1.5 * size, tone);
    }
    let stretch = Affine::translate(center.to_vec2()) * Affine::scale(size);
    #[expect(clippy::cast_possible_truncation, reason = "a thickness")]
    let thickness = (1.8 * size) as f32;
    pen.line(stretch * mouth(tones.as_built_in(score)), round_stroke(tone, thickness));
}

/// The mouth of a face of usual size around the origin.
fn mouth(score: f64) -> BezPath {
    let bend = (score / FULL_SMILE).clamp(-1.0, 1.0) * SMILE;
    let ends = 3.4 - bend * 0.35;
    let mut path = BezPath::new();
    path.move_to((-4.6, ends));
    path.quad_to((0.0, 3.4 + bend), (4.6, ends));
    path
}
