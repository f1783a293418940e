//! Inserting and changing stages. Must not know how touchpoints inside them change.

use super::{Applied, card, image, list, put, touchpoint};
use crate::{
    editor::{EditError, StageChange},
    map::{Holder, Map, Stage, StageId},
};
use std::sync::Arc;

pub(super) fn insert(map: &mut Arc<Map>, at: usize, stage: &Arc<Stage>) -> Applied {
    let cards = || stage.cards.iter().chain(stage.touchpoints.iter().flat_map(|touchpoint| &touchpoint.cards));
    let ids_fit = card::are_new(map, cards().flat_map(|(_, cards)| cards))
        && touchpoint::are_new(map, &stage.touchpoints)
        && stage.touchpoints.iter().all(|touchpoint| touchpoint::refers_well(map, touchpoint))
        && image::are_known(map, stage.cards.values().flatten().map(|card| card.image))
        && stage.cards.keys().all(|lane| card::holds(map, Holder::Stage(stage.id), *lane));
    if !ids_fit {
        return Err(EditError::DoesNotFit);
    }
    list::insert(map, at, stage)
}

pub(super) fn change(map: &mut Arc<Map>, id: StageId, change: &StageChange) -> Applied {
    list::alter::<Stage>(map, id, |stage| match change {
        StageChange::Name(name) => put(&mut stage.name, name),
        StageChange::Goal(goal) => put(&mut stage.goal, goal),
        StageChange::Success(success) => put(&mut stage.success, success),
        StageChange::Color(color) => put(&mut stage.color, color),
        StageChange::Reach(reach) => put(&mut stage.reach, reach),
    })
}
