//! Which of the things in a cell a point means. Must not know where the cell stands.

use super::{Block, Spot, Target, sizes};
use crate::map::Thing;
use kurbo::Point;

/// The topmost spot that contains the point, else the topmost within `slack`; of faces that touch the one whose middle is
/// nearest.
pub(super) fn nearest_spot(block: &Block, at: Point, slack: f64) -> Option<&Spot> {
    let is_inside = |spot: &&Spot| spot.rect.contains(at);
    let is_near = |spot: &&Spot| {
        let reach = slack + air_of(spot.target);
        spot.rect.inflate(reach, reach).contains(at)
    };
    match block.spots.iter().rev().find(is_inside) {
        Some(spot) => Some(nearest_face(block, at, (spot, &is_inside))),
        None => block.spots.iter().rev().find(is_near).map(|spot| nearest_face(block, at, (spot, &is_near))),
    }
}

/// Where a face was found, the one on the same curve whose middle is nearest, of those that reach the point too.
fn nearest_face<'a>(block: &'a Block, at: Point, (found, reaches): (&'a Spot, &dyn Fn(&&Spot) -> bool)) -> &'a Spot {
    let Target::Thing(Thing::Face(.., curve)) = found.target else { return found };
    let is_alike = |spot: &&Spot| matches!(spot.target, Target::Thing(Thing::Face(.., of)) if of == curve);
    let away = |spot: &Spot| spot.rect.center().distance_squared(at);
    let near = block.spots.iter().rev().filter(is_alike).filter(reaches);
    near.min_by(|one, other| away(one).total_cmp(&away(other))).unwrap_or(found)
}

/// What a thing smaller than a face takes of the room around it, so that it is caught as easily.
fn air_of(target: Target) -> f64 {
    if matches!(target, Target::Thing(Thing::Engagement(_))) { sizes::FACE_REACH - sizes::BEAD } else { 0.0 }
}
