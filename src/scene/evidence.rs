//! Small signs that say where a score or a card comes from: an eye for observed, a bubble for reported, bars for
//! measured. A guess, the usual thing, has none. Told by form; must not know what it stands beside.

use super::{
    Role, Shape,
    pen::{Pen, hairline, round_stroke},
};
use crate::map::Evidence;
use kurbo::{BezPath, Point};

/// Radius of the badge behind a sign that stands on other drawing.
const BADGE: f64 = 6.5;
/// Thickness of a sign's lines, and of the bars.
const LINE: f32 = 1.1;
const BAR: f32 = 1.6;

/// Draws the sign on a badge of its own, so that a curve behind it does not cross it.
pub(super) fn badge(pen: &mut Pen<'_>, center: Point, evidence: Evidence) {
    if evidence == Evidence::Guess {
        return;
    }
    pen.shape(Shape::Circle { center, radius: BADGE, fill: Some(Role::Card.into()), stroke: Some(hairline()) });
    sign(pen, center, evidence);
}

/// Draws the sign.
pub(super) fn sign(pen: &mut Pen<'_>, center: Point, evidence: Evidence) {
    match evidence {
        Evidence::Guess => {}
        Evidence::Observed => {
            pen.line(eye(center), round_stroke(Role::Soft, LINE));
            pen.dot(center, 1.3, Role::Soft);
        }
        Evidence::Reported => pen.line(bubble(center), round_stroke(Role::Soft, LINE)),
        Evidence::Measured => pen.line(bars(center), round_stroke(Role::Accent, BAR)),
    }
}

fn eye(center: Point) -> BezPath {
    let (left, right) = ((center.x - 4.2, center.y), (center.x + 4.2, center.y));
    let mut path = BezPath::new();
    path.move_to(left);
    path.quad_to((center.x, center.y - 5.0), right);
    path.quad_to((center.x, center.y + 5.0), left);
    path.close_path();
    path
}

fn bubble(center: Point) -> BezPath {
    let corners = [(-3.8, -3.2), (3.8, -3.2), (3.8, 1.8), (-0.4, 1.8), (-2.2, 3.8), (-2.2, 1.8), (-3.8, 1.8)];
    let mut path = BezPath::new();
    for (number, (x, y)) in corners.into_iter().enumerate() {
        let at = (center.x + x, center.y + y);
        if number == 0 { path.move_to(at) } else { path.line_to(at) }
    }
    path.close_path();
    path
}

fn bars(center: Point) -> BezPath {
    let mut path = BezPath::new();
    for (x, height) in [(-3.0, 2.6), (0.0, 4.6), (3.0, 6.6)] {
        path.move_to((center.x + x, center.y + 3.2));
        path.line_to((center.x + x, center.y + 3.2 - height));
    }
    path
}
