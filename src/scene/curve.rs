//! The line through the scores: a monotone cubic (Fritsch and Carlson, *SIAM J. Numer. Anal.* 17, 1980) that passes
//! through every point, never goes beyond one, and is cut wherever a score is missing.
//!
//! Must not know which persona's line it is or how it is drawn.

use super::Color;
use crate::map::{PersonaId, TouchpointId};
use kurbo::{BezPath, CubicBez, Point};
use std::ops::Range;

/// Which line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CurveKind {
    /// What the room believes the persona feels.
    Actual,
    /// What the persona wants to feel.
    Expected,
    /// What surveys measured, of all personas together; drawn as dots, not as a line.
    Measured,
    /// The dramatic arc: how strongly each touchpoint holds the customer, in a lane of its own.
    Engagement,
}

/// One line of the emotion lane, or the dramatic arc.
#[derive(Clone, Debug)]
pub struct CurveLine {
    /// Whose; `None` for the measured one and the dramatic arc.
    pub persona: Option<PersonaId>,
    /// Which.
    pub kind: CurveKind,
    /// Its colour.
    pub color: Color,
    /// The points, left to right.
    pub points: Vec<CurvePoint>,
    /// Stretches of points without a gap between them, as ranges of `points`.
    pub runs: Vec<Range<usize>>,
    /// The slope at each point.
    pub slopes: Vec<f64>,
}

/// One score on a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CurvePoint {
    /// Whose score.
    pub touchpoint: TouchpointId,
    /// Where it stands.
    pub x: f64,
    /// Where it stands.
    pub y: f64,
    /// −100…+100; in the dramatic arc 1…5.
    pub score: f64,
}

impl CurveLine {
    /// The cubic from point `at` to the next; `None` for the last point of a run.
    pub fn segment(&self, at: usize) -> Option<CubicBez> {
        let (from, to) = (self.points.get(at)?, self.points.get(at + 1)?);
        let third = (to.x - from.x) / 3.0;
        let (leave, arrive) = (self.slopes.get(at)?, self.slopes.get(at + 1)?);
        Some(CubicBez::new(
            (from.x, from.y),
            (from.x + third, from.y + leave * third),
            (to.x - third, to.y - arrive * third),
            (to.x, to.y),
        ))
    }

    /// The part of each run that reaches into the stretch from `from` to `to`, at least two points each.
    pub fn runs_between(&self, from: f64, to: f64) -> impl Iterator<Item = Range<usize>> + '_ {
        let reaches = move |run: &&Range<usize>| self.points.get(run.start).is_some_and(|first| first.x <= to);
        let before = |run: &Range<usize>| self.points.get(run.end.saturating_sub(1)).is_some_and(|last| last.x < from);
        let first = self.runs.partition_point(before);
        self.runs.iter().skip(first).take_while(reaches).filter_map(move |run| {
            let points = self.points.get(run.clone())?;
            let first = points.partition_point(|point| point.x < from).saturating_sub(1);
            let end = (points.partition_point(|point| point.x <= to) + 1).min(points.len());
            (end > first + 1).then(|| run.start + first..run.start + end)
        })
    }

    /// The outline of a range of points of one run.
    pub fn path(&self, range: Range<usize>) -> BezPath {
        let mut path = BezPath::new();
        if let Some(first) = self.points.get(range.start) {
            path.move_to((first.x, first.y));
        }
        for segment in range.start..range.end.saturating_sub(1) {
            if let Some(cubic) = self.segment(segment) {
                path.curve_to(cubic.p1, cubic.p2, cubic.p3);
            }
        }
        path
    }

    /// The height of the line at `x`; `None` outside its runs.
    pub fn y_at(&self, x: f64) -> Option<f64> {
        let at = self.points.partition_point(|point| point.x <= x).checked_sub(1)?;
        if self.points.get(at).is_some_and(|point| point.x == x) {
            return self.points.get(at).map(|point| point.y);
        }
        let run = self.runs.get(self.runs.partition_point(|run| run.end <= at))?;
        if !(run.contains(&at) && run.contains(&(at + 1))) {
            return None;
        }
        let cubic = self.segment(at)?;
        let t = (x - cubic.p0.x) / (cubic.p3.x - cubic.p0.x);
        Some(kurbo::ParamCurve::eval(&cubic, t).y)
    }
}

/// The slope at each point of one run, so that the cubic between two points never leaves the space between them.
pub fn monotone_slopes(points: &[Point]) -> Vec<f64> {
    let mut slopes = Vec::with_capacity(points.len());
    extend_slopes(&mut slopes, points.iter().copied());
    slopes
}

/// Puts the slopes of one run behind those there are.
pub(super) fn extend_slopes(slopes: &mut Vec<f64>, points: impl ExactSizeIterator<Item = Point> + Clone) {
    if points.len() == 0 {
        return;
    }
    let first = slopes.len();
    let rises = points.clone().zip(points.skip(1)).map(|(from, to)| (to.y - from.y) / (to.x - from.x));
    let mut before = None;
    for rise in rises.clone() {
        slopes.push(start_slope(before, rise));
        before = Some(rise);
    }
    slopes.push(before.unwrap_or(0.0));
    for (rise, at) in rises.zip(first..) {
        if let Some([leave, arrive]) = slopes.get_mut(at..at + 2) {
            (*leave, *arrive) = limit(rise, *leave, *arrive);
        }
    }
}

/// The mean of the rises on both sides; flat at a turn.
fn start_slope(before: Option<f64>, after: f64) -> f64 {
    match before {
        Some(before) if before * after <= 0.0 => 0.0,
        Some(before) => f64::midpoint(before, after),
        None => after,
    }
}

/// Fritsch and Carlson's condition: the slopes, in units of the rise, stay within a circle of radius 3.
fn limit(rise: f64, leave: f64, arrive: f64) -> (f64, f64) {
    if rise == 0.0 {
        return (0.0, 0.0);
    }
    let (a, b) = (leave / rise, arrive / rise);
    let square = a * a + b * b;
    if square <= 9.0 {
        return (leave, arrive);
    }
    let length = square.sqrt();
    (3.0 / length * leave, 3.0 / length * arrive)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn slopes(ys: &[f64]) -> Vec<f64> {
        let points: Vec<Point> = ys.iter().zip(0..).map(|(y, x)| Point::new(f64::from(x), *y)).collect();
        monotone_slopes(&points)
    }

    // By hand after Fritsch and Carlson: rises 1 and 10 give 1, 5.5 and 10; (1, 5.5) lies outside the circle of radius
    // 3 and is scaled by 3 / sqrt(31.25) = 0.536656.
    #[test]
    fn slopes_are_those_of_fritsch_and_carlson() {
        let expected = [0.536_656, 2.951_609, 10.0];
        for (slope, expected) in slopes(&[0.0, 1.0, 11.0]).into_iter().zip(expected) {
            assert!((slope - expected).abs() < 1e-6, "{slope} is not {expected}");
        }
        assert_eq!(slopes(&[0.0, 1.0, 1.0]), [1.0, 0.0, 0.0]);
        assert_eq!(slopes(&[0.0, 5.0, 0.0]), [5.0, 0.0, -5.0]);
        assert_eq!(slopes(&[3.0]), [0.0]);
    }

    fn line(ys: &[f64]) -> CurveLine {
        let touchpoint = TouchpointId::parse("t").expect("a good id");
        let point = |(y, x): (&f64, i32)| CurvePoint { touchpoint, x: f64::from(x) * 138.0, y: *y, score: 0.0 };
        let points: Vec<CurvePoint> = ys.iter().zip(0..).map(point).collect();
        let places: Vec<Point> = points.iter().map(|point| Point::new(point.x, point.y)).collect();
        let run = 0..points.len();
        let color = super::super::Role::Ink.into();
        let slopes = monotone_slopes(&places);
        CurveLine { persona: None, kind: CurveKind::Actual, color, points, runs: vec![run], slopes }
    }

    proptest! {
        #[test]
        fn the_line_never_leaves_the_space_between_two_points(ys in prop::collection::vec(-100.0..100.0_f64, 2..12)) {
            let line = line(&ys);
            for (at, pair) in ys.windows(2).enumerate() {
                let (low, high) = (pair[0].min(pair[1]) - 1e-6, pair[0].max(pair[1]) + 1e-6);
                for step in 0..=20 {
                    let y = kurbo::ParamCurve::eval(&line.segment(at).expect("a segment"), f64::from(step) / 20.0).y;
                    prop_assert!((low..=high).contains(&y), "{y} is not between {low} and {high}");
                }
            }
        }
    }

    #[test]
    fn only_the_points_in_view_are_walked() {
        let line = line(&[0.0; 100]);
        let runs: Vec<_> = line.runs_between(138.0 * 10.5, 138.0 * 12.5).collect();
        assert_eq!(runs, std::iter::once(10..14).collect::<Vec<_>>());
        assert_eq!(line.runs_between(-50.0, -10.0).count(), 0);
    }
}
