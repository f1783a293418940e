//! Scores of several personas that lie on or near each other at a touchpoint stand side by side around the column's middle,
//! so that no face covers another: each is moved sideways alone, and no further than it takes to touch its neighbour. The
//! places change steadily with the scores, so that nothing jumps while a face is pulled. From left to right personas keep
//! the map's order.
//!
//! Must not know how a face or a curve is drawn.

use super::cells::{CellContext, Overlay};
use crate::map::{Curve, PersonaId, Touchpoint};

/// From one face's middle to the next: two radii, the rims and air.
const FACES: f64 = 26.0;
/// The same of the signs that stand at expected scores where these alone are drawn, and of their dots.
const SIGNS: f64 = 18.0;
const DOTS: f64 = 7.0;
/// How far from the column's middle the outermost may stand, and to the right beside a measured value.
const REACH: f64 = 52.0;
const REACH_BESIDE_MEASURED: f64 = 38.0;
/// Where many have to share the room faces shrink, but not below this part of their size.
const LEAST_SIZE: f64 = 0.6;

/// Where the scores of one curve stand at a touchpoint.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct SideBySide {
    aside: Vec<(PersonaId, f64)>,
    /// The part of their usual size that faces have here.
    pub size: f64,
}

impl SideBySide {
    /// The places of a curve's scores at a touchpoint; all in the middle where one persona is drawn alone.
    pub fn new(ground: &CellContext, touchpoint: &Touchpoint, curve: Curve) -> Self {
        let met = ground.personas.iter().filter(|who| !ground.is_off_path(who.id, touchpoint.id));
        let scored = met.filter_map(|who| Some((who.id, touchpoint.score(who.id, curve)?)));
        let scored: Vec<(PersonaId, f64)> =
            scored.map(|(id, score)| (id, ground.axis.y_of(f64::from(score.value())))).collect();
        if ground.overlay == Overlay::One || scored.len() < 2 {
            return Self { aside: Vec::new(), size: 1.0 };
        }
        let heights: Vec<f64> = scored.iter().map(|(_, y)| *y).collect();
        let is_measured = ground.curves.measured && ground.results.contains_key(&touchpoint.id);
        let right = if is_measured { REACH_BESIDE_MEASURED } else { REACH };
        let (places, size) = fitted(&places(&heights, distance(ground, curve)), right);
        Self { aside: scored.into_iter().map(|(id, _)| id).zip(places).collect(), size: size.max(LEAST_SIZE) }
    }

    /// How far right of the column's middle a persona's score stands.
    pub fn aside(&self, persona: PersonaId) -> f64 {
        self.aside.iter().find(|(id, _)| *id == persona).map_or(0.0, |(_, aside)| *aside)
    }

    /// How far right of the middle the rightmost stands, 0 at the least.
    pub fn right(&self) -> f64 {
        self.aside.iter().map(|(_, aside)| *aside).fold(0.0, f64::max)
    }
}

/// How far apart the middles of two of a curve's marks are at the least.
fn distance(ground: &CellContext, curve: Curve) -> f64 {
    match curve {
        Curve::Actual => FACES,
        Curve::Expected if ground.curves.actual => DOTS,
        Curve::Expected => SIGNS,
    }
}

/// Places sideways around 0 for circles at these heights, from left to right in their order, so that the middles of any
/// two are `apart` from each other. Packed from the left and packed from the right both fulfil that, and so does the mean
/// of the two, which lies in the middle.
fn places(heights: &[f64], apart: f64) -> Vec<f64> {
    let least = |one: f64, other: f64| (apart * apart - (one - other) * (one - other)).max(0.0).sqrt();
    let from_left = packed(heights, least);
    let back: Vec<f64> = heights.iter().rev().copied().collect();
    let from_right = packed(&back, least).into_iter().rev();
    from_left.into_iter().zip(from_right).map(|(left, right)| f64::midpoint(left, -right)).collect()
}

/// Each as far left as those before it allow, the first at 0.
fn packed(heights: &[f64], least: impl Fn(f64, f64) -> f64) -> Vec<f64> {
    let mut placed: Vec<(f64, f64)> = Vec::with_capacity(heights.len());
    for height in heights {
        let beside = placed.iter().map(|(x, other)| (x, least(*other, *height))).filter(|(_, least)| *least > 0.0);
        let x = beside.map(|(x, least)| x + least).fold(0.0, f64::max);
        placed.push((x, *height));
    }
    placed.into_iter().map(|(x, _)| x).collect()
}

/// The places pushed together where they would reach beyond the room, and to the left where one would reach beyond
/// `right`; with the part of their distances that is left.
fn fitted(places: &[f64], right: f64) -> (Vec<f64>, f64) {
    let first = places.iter().copied().fold(f64::INFINITY, f64::min);
    let last = places.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let size = ((REACH + right) / (last - first).max(1.0)).min(1.0);
    let beyond = (last * size - right).max(0.0);
    (places.iter().map(|place| place * size - beyond).collect(), size)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_coincides_stands_around_the_middle_and_what_is_apart_stays_in_it() {
        assert_eq!(places(&[40.0, 40.0, 40.0], 26.0), [-26.0, 0.0, 26.0]);
        assert_eq!(places(&[0.0, 26.0, 90.0], 26.0), [0.0, 0.0, 0.0]);
        // Pythagoras: 10 beside and 24 above is 26 apart.
        assert_eq!(places(&[24.0, 0.0], 26.0), [-5.0, 5.0]);
    }

    #[test]
    fn many_share_the_room() {
        let (eight, size) = fitted(&places(&[0.0; 8], 26.0), REACH);
        assert_eq!((eight[0], eight[7]), (-52.0, 52.0));
        assert!((size - 104.0 / 182.0).abs() < 1e-9);
        let (three, size) = fitted(&places(&[0.0; 4], 26.0), REACH_BESIDE_MEASURED);
        assert_eq!((three, size), (vec![-40.0, -14.0, 12.0, 38.0], 1.0));
    }

    proptest! {
        #[test]
        fn no_two_cover_each_other_and_a_small_pull_moves_them_a_little(
            heights in prop::collection::vec(-120.0..120.0_f64, 2..9),
        ) {
            let found = places(&heights, 26.0);
            for (at, (x, y)) in found.iter().zip(&heights).enumerate() {
                for (other_x, other_y) in found.iter().zip(&heights).skip(at + 1) {
                    prop_assert!((x - other_x).hypot(y - other_y) > 26.0 - 1e-9);
                }
            }
            let mut pulled = heights.clone();
            pulled[0] += 0.01;
            for (before, after) in found.iter().zip(places(&pulled, 26.0)) {
                // Least near 26 of height, where the distance is steepest: √(2 · 26 · 0.01) for each neighbour passed.
                prop_assert!((before - after).abs() < 0.73 * 8.0, "{before} jumps to {after}");
            }
        }
    }
}
