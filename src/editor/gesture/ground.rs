//! What a gesture has to know of the picture under the hand. A scene is one; a test can lay out a plainer one.
//!
//! Must not know how the picture is laid out or painted.

use crate::{
    map::{LaneId, Owner, Score, StageId, Thing},
    scene::{Point, Rect, Target},
};

/// What lies under a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// What it is.
    pub target: Target,
    /// Where it is, in document units.
    pub rect: Rect,
}

/// Where something carried would come to stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Landing<P> {
    /// The place, as edits name it.
    pub place: P,
    /// Where to show it, in document units.
    pub mark: Rect,
}

/// The picture under the hand, of the map as it was when the gesture began. All in document units.
pub trait Ground {
    /// What lies under a point or within `slack` of it.
    fn hit(&self, at: Point, slack: f64) -> Option<Hit>;
    /// Where a thing is drawn; a lane's label is as high as the lane.
    fn rect_of(&self, thing: Thing) -> Option<Rect>;
    /// The score at a height, held inside the range; `None` without an emotion lane.
    fn score_at(&self, y: f64) -> Option<Score>;
    /// The height of a score; `None` without an emotion lane.
    fn y_of(&self, score: Score) -> Option<f64>;
    /// Where touchpoints dropped at a point land.
    fn touchpoint_drop(&self, at: Point) -> Option<Landing<(StageId, usize)>>;
    /// Where a stage dropped at a point lands.
    fn stage_drop(&self, at: Point) -> Landing<usize>;
    /// Before which lane a lane dropped at a point lands; `None` is after the last.
    fn lane_drop(&self, at: Point) -> Landing<Option<LaneId>>;
    /// Where a card dropped at a point lands.
    fn card_drop(&self, at: Point) -> Option<Landing<(Owner, LaneId, usize)>>;
}
