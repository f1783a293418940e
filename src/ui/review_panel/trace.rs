//! The curves of the review's chart as points of the plot: x is a touchpoint's place in the journey from 0, y its score.
//!
//! Only scores are data; the line between them is a monotone cubic (Fritsch and Carlson 1980) that never goes beyond
//! one, and a gap stays a gap; what a persona does not meet is passed over. Must not know colours or the screen.

use crate::{
    map::{Curve, Map, PersonaId, Visibility},
    scene::{Point, monotone_slopes},
};
use egui_plot::PlotPoint;

/// One curve of one persona.
pub(super) struct Trace {
    pub persona: PersonaId,
    pub curve: Curve,
    /// The stretches between breaks, in order.
    pub runs: Vec<Run>,
}

/// A stretch of a curve without a gap.
pub(super) struct Run {
    /// The scores themselves.
    pub scores: Vec<PlotPoint>,
    /// The line through them.
    pub line: Vec<PlotPoint>,
}

/// The curves of every persona that is not hidden; `steps` points of line for each touchpoint, at least 1.
pub(super) fn traces(map: &Map, steps: u16) -> Vec<Trace> {
    let shown = map.personas.iter().filter(|persona| persona.visibility == Visibility::Shown);
    shown
        .flat_map(|persona| [Curve::Expected, Curve::Actual].map(|curve| (persona.id, curve)))
        .map(|(persona, curve)| Trace { persona, curve, runs: runs(map, persona, curve, steps) })
        .collect()
}

fn runs(map: &Map, persona: PersonaId, curve: Curve, steps: u16) -> Vec<Run> {
    let mut stretches: Vec<Vec<PlotPoint>> = vec![Vec::new()];
    let off = map.persona(persona).map(|persona| map.off_path(persona)).unwrap_or_default();
    let met = (0u32..).zip(map.touchpoints()).filter(|(_, touchpoint)| !off.contains(&touchpoint.id));
    for (x, touchpoint) in met {
        match (touchpoint.score(persona, curve), stretches.last_mut()) {
            (Some(score), Some(stretch)) => stretch.push(PlotPoint::new(f64::from(x), f64::from(score.value()))),
            (Some(_), None) | (None, _) => stretches.push(Vec::new()),
        }
    }
    stretches.retain(|stretch| !stretch.is_empty());
    stretches.into_iter().map(|scores| Run { line: sampled(&scores, steps), scores }).collect()
}

/// Points of the monotone cubic through `scores`, from left to right.
fn sampled(scores: &[PlotPoint], steps: u16) -> Vec<PlotPoint> {
    let places: Vec<Point> = scores.iter().map(|score| Point::new(score.x, score.y)).collect();
    let slopes = monotone_slopes(&places);
    let mut line: Vec<_> = scores.first().copied().into_iter().collect();
    let ends = scores.iter().zip(&slopes);
    for ((from, rise), (to, fall)) in ends.clone().zip(ends.skip(1)) {
        let width = to.x - from.x;
        for step in 1..=steps.max(1) {
            let t = f64::from(step) / f64::from(steps.max(1));
            line.push(PlotPoint::new(from.x + t * width, hermite(from.y, to.y, rise * width, fall * width, t)));
        }
    }
    line
}

/// A cubic from `from` (slope `rise`) to `to` (slope `fall`) over the unit interval, at `t` of it.
fn hermite(from: f64, to: f64, rise: f64, fall: f64, t: f64) -> f64 {
    let (t2, t3) = (t * t, t * t * t);
    let along = (2.0 * t3 - 3.0 * t2 + 1.0) * from + (3.0 * t2 - 2.0 * t3) * to;
    along + (t3 - 2.0 * t2 + t) * rise + (t3 - t2) * fall
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(scores: &[f64]) -> Vec<PlotPoint> {
        (0u32..).zip(scores).map(|(x, y)| PlotPoint::new(f64::from(x), *y)).collect()
    }

    #[test]
    fn the_line_passes_every_score_and_goes_beyond_none() {
        let scores = points(&[30.0, 64.0, 64.0, -72.0, -2.0, 5.0]);
        let line = sampled(&scores, 8);
        assert_eq!(line.len(), 5 * 8 + 1);
        for (at, score) in scores.iter().enumerate() {
            assert!((line[at * 8].y - score.y).abs() < 1e-9);
        }
        for (at, pair) in scores.windows(2).enumerate() {
            let (low, high) = (pair[0].y.min(pair[1].y), pair[0].y.max(pair[1].y));
            assert!(line[at * 8..=at * 8 + 8].iter().all(|p| (low - 1e-9..=high + 1e-9).contains(&p.y)));
        }
    }

    #[test]
    fn one_score_is_a_point_and_two_are_straight() {
        assert_eq!(sampled(&points(&[7.0]), 4).len(), 1);
        let line = sampled(&points(&[0.0, 8.0]), 4);
        assert!(line.iter().all(|point| (point.y - 8.0 * point.x).abs() < 1e-9));
        // Also over a touchpoint that is passed over: from 0 at 0 to 8 at 2 it rises by 4 each.
        let line = sampled(&[PlotPoint::new(0.0, 0.0), PlotPoint::new(2.0, 8.0)], 4);
        assert!(line.iter().all(|point| (point.y - 4.0 * point.x).abs() < 1e-9));
        assert_eq!(line.last().map(|point| point.x), Some(2.0));
    }
}
