//! Inserting and changing lanes, and what that does to their cards. Must not know how a lane is drawn.

use super::{Applied, list, put};
use crate::{
    editor::{EditError, LaneChange},
    map::{BlueprintLine, Lane, LaneId, LaneKind, Map, Spans, Stage, Touchpoint},
};
use std::sync::Arc;

pub(super) fn insert(map: &mut Arc<Map>, at: usize, lane: &Arc<Lane>) -> Applied {
    check_single(map, lane.kind)?;
    if lane.line.is_some() && map.lanes.iter().any(|other| other.line == lane.line) {
        return Err(EditError::DoesNotFit);
    }
    list::insert(map, at, lane)
}

/// Refuses a second lane of a kind that a map has once.
pub(super) fn check_single(map: &Map, kind: LaneKind) -> Applied {
    match !kind.holds_cards() && map.lane_of_kind(kind).is_some() {
        true => Err(EditError::SecondLane),
        false => Ok(()),
    }
}

pub(super) fn change(map: &mut Arc<Map>, id: LaneId, change: &LaneChange) -> Applied {
    match change {
        LaneChange::Name(name) => list::alter::<Lane>(map, id, |lane| put(&mut lane.name, name)),
        LaneChange::Spans(spans) => change_spans(map, id, *spans),
        LaneChange::Height(height) => list::alter::<Lane>(map, id, |lane| put(&mut lane.height, height)),
        LaneChange::Visibility(visibility) => {
            list::alter::<Lane>(map, id, |lane| put(&mut lane.visibility, visibility))
        }
        LaneChange::Line(line) => change_line(map, id, *line),
    }
}

/// Draws a line under a lane and no longer under the one that had it.
fn change_line(map: &mut Arc<Map>, id: LaneId, line: Option<BlueprintLine>) -> Applied {
    map.lane(id).ok_or(EditError::Gone)?;
    let before = map.lanes.iter().find(|lane| lane.id != id && lane.line.is_some() && lane.line == line);
    if let Some(before) = before.map(|lane| lane.id) {
        list::alter::<Lane>(map, before, |lane| put(&mut lane.line, &None))?;
    }
    list::alter::<Lane>(map, id, |lane| put(&mut lane.line, &line))
}

fn change_spans(map: &mut Arc<Map>, id: LaneId, spans: Spans) -> Applied {
    let lane = map.lane(id).ok_or(EditError::Gone)?;
    if lane.spans == spans {
        return Ok(());
    }
    if !lane.kind.holds_cards() {
        return Err(EditError::DoesNotFit);
    }
    move_all_cards(map, id, spans)?;
    list::alter::<Lane>(map, id, |lane| put(&mut lane.spans, &spans))
}

fn move_all_cards(map: &mut Arc<Map>, lane: LaneId, spans: Spans) -> Applied {
    for at in 0..map.stages.len() {
        let Some(old) = map.stages.get(at) else { continue };
        let new = match spans {
            Spans::Stages => with_cards_on_stage(old, lane),
            Spans::Touchpoints => with_cards_on_touchpoint(old, lane)?,
        };
        if let Some(new) = new
            && let Some(slot) = Arc::make_mut(map).stages.get_mut(at)
        {
            *slot = Arc::new(new);
        }
    }
    Ok(())
}

/// The stage with its touchpoints' cards of `lane` on itself; `None` where there are none.
fn with_cards_on_stage(stage: &Stage, lane: LaneId) -> Option<Stage> {
    let mut new = stage.clone();
    let mut cards = Vec::new();
    for slot in new.touchpoints.iter_mut().filter(|touchpoint| touchpoint.cards.contains_key(&lane)) {
        cards.extend(Arc::make_mut(slot).cards.remove(&lane).unwrap_or_default());
    }
    if cards.is_empty() {
        return None;
    }
    new.cards.entry(lane).or_default().extend(cards);
    Some(new)
}

/// The stage with its own cards of `lane` on its first touchpoint; `None` where there are none.
fn with_cards_on_touchpoint(stage: &Stage, lane: LaneId) -> Result<Option<Stage>, EditError> {
    let mut new = stage.clone();
    let cards = new.cards.remove(&lane).unwrap_or_default();
    if cards.is_empty() {
        return Ok(None);
    }
    let first: &mut Touchpoint = new.touchpoints.first_mut().map(Arc::make_mut).ok_or(EditError::DoesNotFit)?;
    first.cards.entry(lane).or_default().extend(cards);
    Ok(Some(new))
}
