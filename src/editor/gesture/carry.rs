//! Carrying touchpoints, stages, cards and lanes to another place. The map stays as it is until the hand lets go; a
//! mark shows where things will land.
//!
//! Must not know where landing places are (that is the scene).

use super::{Change, Guide, Outcome, PointerEvent, Situation};
use crate::{
    editor::Edit,
    map::{CardId, LaneId, StageId, Thing, TouchpointId},
    scene::{Point, Rect},
};

fn carrying(things: Vec<Thing>, from: Point, event: PointerEvent, mark: Option<Rect>) -> Outcome {
    Outcome::guide(Guide::Carrying { things, by: event.at - from, mark })
}

fn dropped(edit: Option<Edit>) -> Outcome {
    Outcome::change(edit.map_or(Change::Cancel, Change::Commit))
}

pub(super) fn touchpoints_under_way(
    ids: &[TouchpointId],
    from: Point,
    event: PointerEvent,
    situation: &Situation<'_>,
) -> Outcome {
    let mark = situation.scene.touchpoint_drop(event.at).map(|landing| landing.mark);
    carrying(ids.iter().copied().map(Thing::Touchpoint).collect(), from, event, mark)
}

pub(super) fn drop_touchpoints(ids: Vec<TouchpointId>, event: PointerEvent, situation: &Situation<'_>) -> Outcome {
    dropped(situation.scene.touchpoint_drop(event.at).map(|landing| {
        let (stage, at) = landing.place;
        Edit::MoveTouchpoints { ids, stage, at }
    }))
}

pub(super) fn stage_under_way(id: StageId, from: Point, event: PointerEvent, situation: &Situation<'_>) -> Outcome {
    let mark = situation.scene.stage_drop(event.at).mark;
    carrying(vec![Thing::Stage(id)], from, event, Some(mark))
}

pub(super) fn drop_stage(id: StageId, event: PointerEvent, situation: &Situation<'_>) -> Outcome {
    dropped(Some(Edit::MoveStage { id, to: situation.scene.stage_drop(event.at).place }))
}

pub(super) fn card_under_way(id: CardId, from: Point, event: PointerEvent, situation: &Situation<'_>) -> Outcome {
    let mark = situation.scene.card_drop(event.at).map(|landing| landing.mark);
    carrying(vec![Thing::Card(id)], from, event, mark)
}

pub(super) fn drop_card(id: CardId, event: PointerEvent, situation: &Situation<'_>) -> Outcome {
    dropped(situation.scene.card_drop(event.at).map(|landing| {
        let (holder, lane, at) = landing.place;
        Edit::MoveCard { id, holder, lane, at }
    }))
}

pub(super) fn lane_under_way(id: LaneId, from: Point, event: PointerEvent, situation: &Situation<'_>) -> Outcome {
    let mark = situation.scene.lane_drop(event.at).mark;
    carrying(vec![Thing::Lane(id)], from, event, Some(mark))
}

pub(super) fn drop_lane(id: LaneId, event: PointerEvent, situation: &Situation<'_>) -> Outcome {
    let lanes = &situation.map.lanes;
    let next = situation.scene.lane_drop(event.at).place;
    let place_of = |next| lanes.iter().position(|lane| lane.id == next);
    dropped(Some(Edit::MoveLane { id, to: next.and_then(place_of).unwrap_or(lanes.len()) }))
}
