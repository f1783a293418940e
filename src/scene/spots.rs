//! Which of the things in a cell a point means. Must not know where the cell stands.

use super::{Block, Spot, Target, sizes};
use crate::map::Thing;
use kurbo::Point;

/// The topmost spot that contains the point, else the nearest within `slack`.
pub(super) fn nearest_spot(block: &Block, at: Point, slack: f64) -> Option<&Spot> {
    let inside = block.spots.iter().rev().find(|spot| spot.rect.contains(at));
    let is_near = |spot: &&Spot| {
        let reach = slack + air_of(spot.target);
        spot.rect.inflate(reach, reach).contains(at)
    };
    inside.or_else(|| block.spots.iter().rev().find(is_near))
}

/// What a thing smaller than a face takes of the room around it, so that it is caught as easily.
fn air_of(target: Target) -> f64 {
    if matches!(target, Target::Thing(Thing::Engagement(_))) { sizes::FACE_REACH - sizes::BEAD } else { 0.0 }
}
