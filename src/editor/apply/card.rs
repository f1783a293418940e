//! Inserting, changing and moving cards. Must not know what a kind of lane means.

use super::{
    Applied,
    list::{self, insert_at, place_after_taking},
    put, touchpoint,
};
use crate::{
    editor::{CardChange, EditError},
    map::{Card, CardId, Holder, LaneId, Map, Spans, Stage},
};
use std::{collections::HashSet, sync::Arc};

type Cell = (Holder, LaneId);

/// Whether cards of `holder` may stand in `lane`; it does not look whether the holder is there.
pub(super) fn holds(map: &Map, holder: Holder, lane: LaneId) -> bool {
    let spans = match holder {
        Holder::Touchpoint(_) => Spans::Touchpoints,
        Holder::Stage(_) => Spans::Stages,
    };
    map.lane(lane).is_some_and(|lane| lane.kind.holds_cards() && lane.spans == spans)
}

/// Whether no id among `cards` stands twice or in the map already.
pub(super) fn are_new<'a>(map: &Map, cards: impl Iterator<Item = &'a Arc<Card>>) -> bool {
    let mut ids = HashSet::new();
    let are_single = cards.into_iter().all(|card| ids.insert(card.id));
    are_single && (ids.is_empty() || !map.cards().any(|(_, _, known)| ids.contains(&known.id)))
}

pub(super) fn insert(map: &mut Arc<Map>, holder: Holder, lane: LaneId, at: usize, card: &Arc<Card>) -> Applied {
    check_cell(map, (holder, lane))?;
    if !are_new(map, std::iter::once(card)) {
        return Err(EditError::DoesNotFit);
    }
    alter_cell(map, (holder, lane), |cards| {
        insert_at(cards, at, card);
        true
    })
}

fn check_cell(map: &Map, (holder, lane): Cell) -> Applied {
    let is_there = match holder {
        Holder::Touchpoint(id) => map.touchpoint(id).is_some(),
        Holder::Stage(id) => map.stage(id).is_some(),
    };
    match (is_there && map.lane(lane).is_some(), holds(map, holder, lane)) {
        (false, _) => Err(EditError::Gone),
        (true, false) => Err(EditError::DoesNotFit),
        (true, true) => Ok(()),
    }
}

pub(super) fn change(map: &mut Arc<Map>, id: CardId, change: &CardChange) -> Applied {
    let (holder, lane, card) = map.card(id).ok_or(EditError::Gone)?;
    let mut card = Card::clone(card);
    let is_new = match change {
        CardChange::Text(text) => put(&mut card.text, text),
        CardChange::Evidence(evidence) => put(&mut card.evidence, evidence),
        CardChange::Owner(name) => put(&mut card.owner, name),
        CardChange::Due(due) => put(&mut card.due, due),
        CardChange::Status(status) => put(&mut card.status, status),
    };
    if !is_new {
        return Ok(());
    }
    alter_cell(map, (holder, lane), |cards| {
        cards.iter_mut().filter(|slot| slot.id == id).for_each(|slot| *slot = Arc::new(card.clone()));
        true
    })
}

/// Moves a card into a cell, before the card now at `at`.
pub(super) fn move_to(map: &mut Arc<Map>, id: CardId, cell: Cell, at: usize) -> Applied {
    let (holder, lane, card) = map.card(id).ok_or(EditError::Gone)?;
    let (from, card) = ((holder, lane), Arc::clone(card));
    check_cell(map, cell)?;
    if from == cell {
        return alter_cell(map, cell, |cards| move_within(cards, id, at));
    }
    alter_cell(map, from, |cards| {
        cards.retain(|card| card.id != id);
        true
    })?;
    alter_cell(map, cell, |cards| {
        insert_at(cards, at, &card);
        true
    })
}

fn move_within(cards: &mut Vec<Arc<Card>>, id: CardId, to: usize) -> bool {
    let Some(at) = cards.iter().position(|card| card.id == id) else { return false };
    let to = place_after_taking(at, to, cards.len());
    let card = cards.remove(at);
    cards.insert(to, card);
    to != at
}

/// Changes the cards of a cell; an empty cell keeps no entry. `change` says whether it changed anything.
pub(super) fn alter_cell(
    map: &mut Arc<Map>,
    (holder, lane): Cell,
    change: impl FnOnce(&mut Vec<Arc<Card>>) -> bool,
) -> Applied {
    let alter = |cards: &mut std::collections::BTreeMap<LaneId, Vec<Arc<Card>>>| {
        let cell = cards.entry(lane).or_default();
        let is_new = change(cell);
        if cell.is_empty() {
            cards.remove(&lane);
        }
        is_new
    };
    match holder {
        Holder::Touchpoint(id) => touchpoint::alter(map, id, |touchpoint| alter(&mut touchpoint.cards)),
        Holder::Stage(id) => list::alter::<Stage>(map, id, |stage| alter(&mut stage.cards)),
    }
}
