//! Pulling: a face to a score, a point of the dramatic arc to a level, a lane's border to a height. The map follows while the hand moves.
//!
//! Must not know how faces and borders are drawn.

use super::{Change, Gesture, Guide, Outcome, PointerEvent, Rest, Situation};
use crate::{
    editor::{Edit, FeelingChange, LaneChange, TouchpointChange},
    map::{Curve, Engagement, LaneId, PersonaId, Score, Thing, TouchpointId},
    scene::Point,
};

/// The least height a lane can be pulled to, in document units: one row of text with air.
const LEAST_LANE_HEIGHT: f64 = 32.0;
/// The greatest height, in document units: taller than any screen.
const GREATEST_LANE_HEIGHT: f64 = 2000.0;

/// So near, in points of the score, the middle of a band holds a face.
const HOLD: i32 = 3;

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
    situation.scene.rect_of(Thing::Face(id, persona, curve))?;
    let grip = at.y - situation.scene.y_of(score)?;
    Some(Gesture::DraggingFace(FacePull { face, grip, x: situation.scene.column_of(id)?.center() }))
}

impl FacePull {
    pub(super) fn under_way(&self, event: PointerEvent, situation: &Situation<'_>) -> Outcome {
        let Some((score, rest)) = self.score(event, situation) else {
            return Outcome::default();
        };
        let y = situation.scene.y_of(score).unwrap_or(event.at.y);
        let (id, persona, curve) = self.face;
        Outcome {
            change: Change::Preview(self.edit(score)),
            guide: Some(Guide::Value {
                of: Some(Thing::Face(id, persona, curve)),
                at: Point::new(self.x, y),
                score,
                rest,
            }),
            ..Outcome::default()
        }
    }

    pub(super) fn released(&self, event: PointerEvent, situation: &Situation<'_>) -> Outcome {
        let score = self.score(event, situation);
        Outcome::change(score.map_or(Change::Cancel, |(score, _)| Change::Commit(self.edit(score))))
    }

    /// The score under the hand, or the middle of a band near it; with Ctrl always the one under the hand.
    fn score(&self, event: PointerEvent, situation: &Situation<'_>) -> Option<(Score, Rest)> {
        let score = situation.scene.score_at(event.at.y - self.grip)?;
        let is_near = |middle: &Score| (i32::from(middle.value()) - i32::from(score.value())).abs() <= HOLD;
        let middles = situation.map.scale.bands().into_iter().map(|band| band.rest());
        let held = middles.filter(|_| !event.modifiers.command).find(is_near);
        Some(held.map_or((score, Rest::Free), |middle| (middle, Rest::InBand)))
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
        let guide = Guide::Height { at: event.at, height: self.height_at(event) };
        Outcome { change: Change::Preview(self.edit(event)), guide: Some(guide), ..Outcome::default() }
    }

    pub(super) fn released(&self, event: PointerEvent) -> Outcome {
        Outcome::change(Change::Commit(self.edit(event)))
    }

    fn edit(&self, event: PointerEvent) -> Edit {
        Edit::Lane(self.lane, LaneChange::Height(Some(self.height_at(event))))
    }

    fn height_at(&self, event: PointerEvent) -> u16 {
        let height = (self.height + event.at.y - self.from.y).round().clamp(LEAST_LANE_HEIGHT, GREATEST_LANE_HEIGHT);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 32…2000 just above")]
        let height = height as u16;
        height
    }
}
