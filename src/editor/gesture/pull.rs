//! Pulling: a face to a score, a point of the dramatic arc to a level, a lane's border to a height. The map follows while the hand moves.
//!
//! Must not know how faces and borders are drawn.

use super::{Change, Gesture, Guide, Outcome, PointerEvent, Situation};
use crate::{
    editor::{Edit, FeelingChange, LaneChange, TouchpointChange},
    map::{Curve, Engagement, LaneId, PersonaId, Score, Thing, TouchpointId},
    scene::Point,
};

/// The least height a lane can be pulled to, in document units: one row of text with air.
const LEAST_LANE_HEIGHT: f64 = 32.0;
/// The greatest height, in document units: taller than any screen.
const GREATEST_LANE_HEIGHT: f64 = 2000.0;

/// A face being pulled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FacePull {
    face: (TouchpointId, PersonaId, Curve),
    /// How far under the face's middle it was taken hold of.
    grip: f64,
    /// The middle of the column.
    x: f64,
}

pub(super) fn face(face: (TouchpointId, PersonaId, Curve), at: Point, situation: &Situation<'_>) -> Option<Gesture> {
    let (id, persona, curve) = face;
    let score = situation.map.touchpoint(id)?.score(persona, curve)?;
    let rect = situation.scene.rect_of(Thing::Face(id, persona, curve))?;
    let grip = at.y - situation.scene.y_of(score)?;
    Some(Gesture::DraggingFace(FacePull { face, grip, x: rect.center().x }))
}

impl FacePull {
    pub(super) fn under_way(&self, event: PointerEvent, situation: &Situation<'_>) -> Outcome {
        let Some(score) = situation.scene.score_at(event.at.y - self.grip) else {
            return Outcome::default();
        };
        let y = situation.scene.y_of(score).unwrap_or(event.at.y);
        Outcome {
            change: Change::Preview(self.edit(score)),
            guide: Some(Guide::Value { at: Point::new(self.x, y), score }),
            ..Outcome::default()
        }
    }

    pub(super) fn released(&self, event: PointerEvent, situation: &Situation<'_>) -> Outcome {
        let score = situation.scene.score_at(event.at.y - self.grip);
        Outcome::change(score.map_or(Change::Cancel, |score| Change::Commit(self.edit(score))))
    }

    fn edit(&self, score: Score) -> Edit {
        let (id, persona, curve) = self.face;
        Edit::Feeling(id, persona, FeelingChange::Score(curve, Some(score)))
    }
}

/// A point of the dramatic arc being pulled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EngagementPull {
    touchpoint: TouchpointId,
    /// How far under the point's middle it was taken hold of.
    grip: f64,
    /// The middle of the column.
    x: f64,
}

pub(super) fn engagement(id: TouchpointId, at: Point, situation: &Situation<'_>) -> Option<Gesture> {
    let middle = situation.scene.rect_of(Thing::Engagement(id))?.center();
    Some(Gesture::DraggingEngagement(EngagementPull { touchpoint: id, grip: at.y - middle.y, x: middle.x }))
}

impl EngagementPull {
    pub(super) fn under_way(&self, event: PointerEvent, situation: &Situation<'_>) -> Outcome {
        let Some(axis) = situation.scene.arc_axis() else { return Outcome::default() };
        let level = axis.level_at(event.at.y - self.grip);
        Outcome {
            change: Change::Preview(self.edit(level)),
            guide: Some(Guide::Level { at: Point::new(self.x, axis.y_of(level.value().into())), level }),
            ..Outcome::default()
        }
    }

    pub(super) fn released(&self, event: PointerEvent, situation: &Situation<'_>) -> Outcome {
        let level = situation.scene.arc_axis().map(|axis| axis.level_at(event.at.y - self.grip));
        Outcome::change(level.map_or(Change::Cancel, |level| Change::Commit(self.edit(level))))
    }

    fn edit(&self, level: Engagement) -> Edit {
        Edit::Touchpoint(self.touchpoint, TouchpointChange::Engagement(Some(level)))
    }
}

/// A lane's border being pulled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LanePull {
    lane: LaneId,
    from: Point,
    height: f64,
}

pub(super) fn lane(lane: LaneId, from: Point, situation: &Situation<'_>) -> Option<Gesture> {
    let height = situation.scene.rect_of(Thing::Lane(lane))?.height();
    Some(Gesture::SizingLane(LanePull { lane, from, height }))
}

impl LanePull {
    pub(super) fn under_way(&self, event: PointerEvent) -> Outcome {
        Outcome::change(Change::Preview(self.edit(event)))
    }

    pub(super) fn released(&self, event: PointerEvent) -> Outcome {
        Outcome::change(Change::Commit(self.edit(event)))
    }

    fn edit(&self, event: PointerEvent) -> Edit {
        let height = (self.height + event.at.y - self.from.y).round().clamp(LEAST_LANE_HEIGHT, GREATEST_LANE_HEIGHT);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 32…2000 just above")]
        let height = height as u16;
        Edit::Lane(self.lane, LaneChange::Height(Some(height)))
    }
}
