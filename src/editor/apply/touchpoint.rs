//! Inserting, changing and moving touchpoints. Must not know how feelings and cards under them change.

use super::{Applied, card, list, put};
use crate::{
    editor::{EditError, TouchpointChange},
    map::{ChannelId, Holder, Map, Stage, StageId, Touchpoint, TouchpointId},
};
use std::{collections::HashSet, sync::Arc};

pub(super) fn insert(map: &mut Arc<Map>, stage: StageId, at: usize, touchpoint: &Arc<Touchpoint>) -> Applied {
    let fits = are_new(map, std::slice::from_ref(touchpoint))
        && card::are_new(map, touchpoint.cards.values().flatten())
        && refers_well(map, touchpoint);
    list::place::<Stage>(map, stage)?;
    if !fits {
        return Err(EditError::DoesNotFit);
    }
    list::alter::<Stage>(map, stage, |stage| {
        list::insert_at(&mut stage.touchpoints, at, touchpoint);
        true
    })
}

/// Whether no id among `touchpoints` stands twice or in the map already.
pub(super) fn are_new(map: &Map, touchpoints: &[Arc<Touchpoint>]) -> bool {
    let ids: HashSet<_> = touchpoints.iter().map(|touchpoint| touchpoint.id).collect();
    ids.len() == touchpoints.len() && !map.touchpoints().any(|known| ids.contains(&known.id))
}

/// Whether all personas, channels and lanes that a touchpoint names are in the map.
pub(super) fn refers_well(map: &Map, touchpoint: &Touchpoint) -> bool {
    touchpoint.feelings.keys().all(|id| map.persona(*id).is_some())
        && touchpoint.channels.iter().all(|id| map.channel(*id).is_some())
        && touchpoint.cards.keys().all(|lane| card::holds(map, Holder::Touchpoint(touchpoint.id), *lane))
}

/// Changes a touchpoint. `change` says whether it changed anything; if not, the map stays the same.
pub(super) fn alter(map: &mut Arc<Map>, id: TouchpointId, change: impl FnOnce(&mut Touchpoint) -> bool) -> Applied {
    let (stage_at, at) = map.place_of(id).ok_or(EditError::Gone)?;
    let slot = map.stages.get(stage_at).and_then(|stage| stage.touchpoints.get(at));
    let mut touchpoint = slot.map(|touchpoint| Touchpoint::clone(touchpoint)).ok_or(EditError::Gone)?;
    if change(&mut touchpoint)
        && let Some(stage) = Arc::make_mut(map).stages.get_mut(stage_at)
        && let Some(slot) = Arc::make_mut(stage).touchpoints.get_mut(at)
    {
        *slot = Arc::new(touchpoint);
    }
    Ok(())
}

pub(super) fn change(map: &mut Arc<Map>, id: TouchpointId, change: &TouchpointChange) -> Applied {
    match change {
        TouchpointChange::Name(name) => alter(map, id, |touchpoint| put(&mut touchpoint.name, name)),
        TouchpointChange::Description(text) => alter(map, id, |touchpoint| put(&mut touchpoint.description, text)),
        TouchpointChange::Channels(channels) => change_channels(map, id, channels),
        TouchpointChange::Control(control) => alter(map, id, |touchpoint| put(&mut touchpoint.control, control)),
        TouchpointChange::Weight(weight) => alter(map, id, |touchpoint| put(&mut touchpoint.weight, weight)),
        TouchpointChange::Engagement(level) => alter(map, id, |touchpoint| put(&mut touchpoint.engagement, level)),
        TouchpointChange::Tags(tags) => alter(map, id, |touchpoint| put(&mut touchpoint.tags, tags)),
    }
}

fn change_channels(map: &mut Arc<Map>, id: TouchpointId, channels: &[ChannelId]) -> Applied {
    if channels.iter().any(|channel| map.channel(*channel).is_none()) {
        return Err(EditError::Gone);
    }
    let mut seen = HashSet::new();
    let once: Vec<_> = channels.iter().copied().filter(|channel| seen.insert(*channel)).collect();
    alter(map, id, |touchpoint| put(&mut touchpoint.channels, &once))
}

/// Moves touchpoints, in the order of the journey, before the touchpoint now at `at` in `stage`.
pub(super) fn move_all(map: &mut Arc<Map>, ids: &[TouchpointId], stage: StageId, at: usize) -> Applied {
    let target = list::place::<Stage>(map, stage)?;
    let ids: HashSet<_> = ids.iter().copied().collect();
    let moved: Vec<_> = map.touchpoints().filter(|touchpoint| ids.contains(&touchpoint.id)).cloned().collect();
    if moved.len() < ids.len() {
        return Err(EditError::Gone);
    }
    let after: Vec<_> = (0..map.stages.len())
        .filter_map(|index| map.stages.get(index).map(|stage| (index, stage)))
        .map(|(index, stage)| match index == target {
            true => with_moved(stage, &ids, &moved, at),
            false => without(&stage.touchpoints, &ids),
        })
        .collect();
    for (index, touchpoints) in after.into_iter().enumerate() {
        put_touchpoints(map, index, touchpoints);
    }
    Ok(())
}

fn with_moved(
    stage: &Stage,
    ids: &HashSet<TouchpointId>,
    moved: &[Arc<Touchpoint>],
    at: usize,
) -> Vec<Arc<Touchpoint>> {
    let (before, after) = stage.touchpoints.split_at(at.min(stage.touchpoints.len()));
    [without(before, ids), moved.to_vec(), without(after, ids)].concat()
}

fn without(touchpoints: &[Arc<Touchpoint>], ids: &HashSet<TouchpointId>) -> Vec<Arc<Touchpoint>> {
    touchpoints.iter().filter(|touchpoint| !ids.contains(&touchpoint.id)).cloned().collect()
}

/// Gives the stage at `index` these touchpoints, unless it has just these.
fn put_touchpoints(map: &mut Arc<Map>, index: usize, touchpoints: Vec<Arc<Touchpoint>>) {
    let ids = |touchpoints: &[Arc<Touchpoint>]| touchpoints.iter().map(|touchpoint| touchpoint.id).collect::<Vec<_>>();
    let is_new = map.stages.get(index).is_some_and(|stage| ids(&stage.touchpoints) != ids(&touchpoints));
    if is_new && let Some(stage) = Arc::make_mut(map).stages.get_mut(index) {
        Arc::make_mut(stage).touchpoints = touchpoints;
    }
}
