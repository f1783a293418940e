//! Carrying touchpoints, stages, cards and lanes to another place. The map stays as it is until the hand lets go; a
//! mark shows where things will land, and the place is named. With Shift they keep to the axis they were carried along.
//!
//! Must not know where landing places are (that is the scene).

use super::{Change, Destination, Guide, Outcome, PointerEvent, Situation};
use crate::{
    editor::Edit,
    map::{CardId, LaneId, NoteId, StageId, Thing, TouchpointId},
    scene::{Point, Rect},
};

/// Where carried things are held to be: with Shift only along the axis that the hand went farther on.
pub(super) fn held_at(from: Point, event: PointerEvent) -> Point {
    let by = event.at - from;
    match (event.modifiers.shift, by.x.abs() >= by.y.abs()) {
        (false, _) => event.at,
        (true, true) => Point::new(event.at.x, from.y),
        (true, false) => Point::new(from.x, event.at.y),
    }
}

/// Whether what is carried leaves the place it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Leaves {
    /// It comes from there.
    Its,
    /// A copy is carried.
    Not,
}

fn carrying(things: Vec<Thing>, (from, at): (Point, Point), landing: Option<(Rect, Destination)>) -> Outcome {
    let (mark, place) = landing.unzip();
    Outcome::guide(Guide::Carrying { things, by: at - from, mark, place })
}

fn dropped(edit: Option<Edit>) -> Outcome {
    Outcome::change(edit.map_or(Change::Cancel, Change::Commit))
}

pub(super) fn touchpoints_under_way(
    (ids, leaves): (&[TouchpointId], Leaves),
    from: Point,
    event: PointerEvent,
    situation: &Situation<'_>,
) -> Outcome {
    let at = held_at(from, event);
    let landing = situation.scene.touchpoint_drop(at).map(|landing| {
        let (stage, place) = landing.place;
        let touchpoints = situation.map.stage(stage).map_or(&[][..], |stage| &stage.touchpoints);
        let before =
            touchpoints.iter().take(place).filter(|touchpoint| leaves == Leaves::Not || !ids.contains(&touchpoint.id));
        (landing.mark, Destination::Touchpoint(stage, before.count() + 1))
    });
    carrying(ids.iter().copied().map(Thing::Touchpoint).collect(), (from, at), landing)
}

pub(super) fn drop_touchpoints(
    ids: Vec<TouchpointId>,
    from: Point,
    event: PointerEvent,
    situation: &Situation<'_>,
) -> Outcome {
    dropped(situation.scene.touchpoint_drop(held_at(from, event)).map(|landing| {
        let (stage, at) = landing.place;
        Edit::MoveTouchpoints { ids, stage, at }
    }))
}

pub(super) fn stage_under_way(
    (id, leaves): (StageId, Leaves),
    from: Point,
    event: PointerEvent,
    situation: &Situation<'_>,
) -> Outcome {
    let at = held_at(from, event);
    let landing = situation.scene.stage_drop(at);
    let before =
        situation.map.stages.iter().take(landing.place).filter(|stage| leaves == Leaves::Not || stage.id != id);
    let place = Destination::Stage(before.count() + 1);
    carrying(vec![Thing::Stage(id)], (from, at), Some((landing.mark, place)))
}

pub(super) fn drop_stage(id: StageId, from: Point, event: PointerEvent, situation: &Situation<'_>) -> Outcome {
    dropped(Some(Edit::MoveStage { id, to: situation.scene.stage_drop(held_at(from, event)).place }))
}

pub(super) fn card_under_way(id: CardId, from: Point, event: PointerEvent, situation: &Situation<'_>) -> Outcome {
    let at = held_at(from, event);
    let landing = situation.scene.card_drop(at).map(|landing| {
        let (holder, lane, _) = landing.place;
        (landing.mark, Destination::Card(holder, lane))
    });
    carrying(vec![Thing::Card(id)], (from, at), landing)
}

pub(super) fn drop_card(id: CardId, from: Point, event: PointerEvent, situation: &Situation<'_>) -> Outcome {
    dropped(situation.scene.card_drop(held_at(from, event)).map(|landing| {
        let (holder, lane, at) = landing.place;
        Edit::MoveCard { id, holder, lane, at }
    }))
}

/// Copies of notes land wherever the hand lets go.
pub(super) fn notes_under_way(ids: &[NoteId], from: Point, event: PointerEvent) -> Outcome {
    carrying(ids.iter().copied().map(Thing::Note).collect(), (from, held_at(from, event)), None)
}

pub(super) fn lane_under_way(
    (id, leaves): (LaneId, Leaves),
    from: Point,
    event: PointerEvent,
    situation: &Situation<'_>,
) -> Outcome {
    let at = held_at(from, event);
    let landing = situation.scene.lane_drop(at);
    let before = situation.scene.lanes().iter().take_while(|lane| Some(lane.id) != landing.place);
    let place = Destination::Lane(before.filter(|lane| leaves == Leaves::Not || lane.id != id).count() + 1);
    carrying(vec![Thing::Lane(id)], (from, at), Some((landing.mark, place)))
}

pub(super) fn drop_lane(id: LaneId, from: Point, event: PointerEvent, situation: &Situation<'_>) -> Outcome {
    dropped(Some(Edit::MoveLane { id, to: lane_place(held_at(from, event), situation) }))
}

/// The place among all lanes, also those that are not shown, where one lands.
pub(super) fn lane_place(at: Point, situation: &Situation<'_>) -> usize {
    let lanes = &situation.map.lanes;
    let place_of = |next| lanes.iter().position(|lane| lane.id == next);
    situation.scene.lane_drop(at).place.and_then(place_of).unwrap_or(lanes.len())
}
