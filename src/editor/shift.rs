//! Moving what the keyboard is on by keys: one place further, as one step of the history each time.
//!
//! Must not know keys or pixels.

use super::{Edit, EditError, Editor, Place, make::stage_of, place::cell_in};
use crate::map::{CardId, Holder, Lane, LaneId, Map, StageId, Thing, TouchpointId};

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Towards the beginning of the journey.
    Left,
    /// Towards its end.
    Right,
    /// Towards the first lane.
    Up,
    /// Towards the last lane.
    Down,
}

impl Direction {
    /// Every direction.
    pub const ALL: [Self; 4] = [Self::Left, Self::Right, Self::Up, Self::Down];

    /// Whether it leads to what stands before.
    fn is_back(self) -> bool {
        match self {
            Self::Left | Self::Up => true,
            Self::Right | Self::Down => false,
        }
    }
}

/// Which way in an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Order {
    /// One place earlier.
    Earlier,
    /// One place later.
    Later,
}

impl Editor {
    /// Moves the thing chosen last: a touchpoint (with all that are selected) left and right, also into the next stage;
    /// a stage left and right; a card from cell to cell and within its cell; a lane up and down; notes (all that are selected) a little. Nothing happens at the
    /// edge, and to what stands nowhere of its own.
    pub fn shift(&mut self, direction: Direction) -> Result<(), EditError> {
        if let Some(Thing::Note(_)) = self.primary() {
            return self.move_notes(direction);
        }
        self.commit_preview();
        let edit = self.primary().and_then(|thing| self.shifted(thing, direction));
        edit.map_or(Ok(()), |edit| self.apply(edit))
    }

    /// Moves the selected lane, or the stage that is selected or holds what is selected, one place.
    pub fn reorder(&mut self, order: Order) -> Result<(), EditError> {
        self.commit_preview();
        let map = self.map();
        let edit = match self.primary() {
            Some(Thing::Lane(id)) => move_lane(map, id, order == Order::Earlier),
            Some(thing) => stage_of(map, thing).and_then(|id| move_stage(map, id, order == Order::Earlier)),
            None => None,
        };
        edit.map_or(Ok(()), |edit| self.apply(edit))
    }

    fn shifted(&self, thing: Thing, direction: Direction) -> Option<Edit> {
        let (map, back) = (&**self.map(), direction.is_back());
        let is_level = matches!(direction, Direction::Left | Direction::Right);
        match thing {
            Thing::Stage(id) if is_level => move_stage(map, id, back),
            Thing::Touchpoint(id) if is_level => move_touchpoints(map, self.touchpoints_with(id), back),
            Thing::Card(id) if is_level => move_card_level(map, id, back),
            Thing::Card(id) => move_card_upright(map, id, back),
            Thing::Lane(id) if !is_level => move_lane(map, id, back),
            Thing::Stage(_) | Thing::Touchpoint(_) | Thing::Lane(_) | Thing::Note(_) => None,
            Thing::Face(..) | Thing::Engagement(_) | Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) => None,
        }
    }

    /// The selected touchpoints, in the order of the journey.
    fn touchpoints_with(&self, id: TouchpointId) -> Vec<TouchpointId> {
        let is_chosen = |other: &TouchpointId| *other == id || self.selection().contains(&Thing::Touchpoint(*other));
        self.map().touchpoints().map(|touchpoint| touchpoint.id).filter(is_chosen).collect()
    }
}

/// The place before which a thing at `at` has to stand to go one place back or on; `None` at the edge.
fn next_to(at: usize, count: usize, back: bool) -> Option<usize> {
    if back { at.checked_sub(1) } else { (at + 1 < count).then_some(at + 2) }
}

fn move_stage(map: &Map, id: StageId, back: bool) -> Option<Edit> {
    let at = map.stages.iter().position(|stage| stage.id == id)?;
    Some(Edit::MoveStage { id, to: next_to(at, map.stages.len(), back)? })
}

/// Hidden lanes are passed over.
fn move_lane(map: &Map, id: LaneId, back: bool) -> Option<Edit> {
    let at = map.lanes.iter().position(|lane| lane.id == id)?;
    let is_shown = |(_, lane): &(usize, &std::sync::Arc<Lane>)| lane.is_shown();
    let mut lanes = map.lanes.iter().enumerate();
    let to = match back {
        true => lanes.take(at).rfind(is_shown).map(|(other, _)| other)?,
        false => lanes.find(|(other, lane)| *other > at && lane.is_shown()).map(|(other, _)| other + 1)?,
    };
    Some(Edit::MoveLane { id, to })
}

/// Before the neighbour of the first of them, or after that of the last; past the edge of a stage into the next one.
fn move_touchpoints(map: &Map, ids: Vec<TouchpointId>, back: bool) -> Option<Edit> {
    let leader = if back { ids.first() } else { ids.last() };
    let (stage_at, inner) = map.place_of(*leader?)?;
    let stage = map.stages.get(stage_at)?;
    let (stage, at) = match next_to(inner, stage.touchpoints.len(), back) {
        Some(at) => (stage.id, at),
        None if back => {
            let before = map.stages.get(stage_at.checked_sub(1)?)?;
            (before.id, before.touchpoints.len())
        }
        None => (map.stages.get(stage_at + 1)?.id, 0),
    };
    Some(Edit::MoveTouchpoints { ids, stage, at })
}

/// Into the cell beside, as high up as the card was.
fn move_card_level(map: &Map, id: CardId, back: bool) -> Option<Edit> {
    let (holder, lane, _) = map.card(id)?;
    let beside = |at: usize| if back { at.checked_sub(1) } else { Some(at + 1) };
    let to = match holder {
        Holder::Touchpoint(of) => {
            let at = map.touchpoints().position(|touchpoint| touchpoint.id == of)?;
            Holder::Touchpoint(map.touchpoints().nth(beside(at)?)?.id)
        }
        Holder::Stage(of) => {
            let at = map.stages.iter().position(|stage| stage.id == of)?;
            Holder::Stage(map.stages.get(beside(at)?)?.id)
        }
    };
    Some(Edit::MoveCard { id, holder: to, lane, at: place_in_cell(map, id)?.0 })
}

/// Up and down in its cell, past its ends into the cell of the next lane of cards.
fn move_card_upright(map: &Map, id: CardId, back: bool) -> Option<Edit> {
    let (holder, lane, _) = map.card(id)?;
    let (at, count) = place_in_cell(map, id)?;
    if let Some(at) = next_to(at, count, back) {
        return Some(Edit::MoveCard { id, holder, lane, at });
    }
    let lanes: Vec<&Lane> = map.lanes.iter().filter(|lane| lane.is_shown()).map(|lane| &**lane).collect();
    let here = lanes.iter().position(|known| known.id == lane)?;
    let cell = |lane: &&Lane| cell_in(map, Place::Thing(Thing::Card(id)), lane);
    let (holder, lane) = match back {
        true => lanes.get(..here)?.iter().rev().find_map(cell)?,
        false => lanes.get(here + 1..)?.iter().find_map(cell)?,
    };
    Some(Edit::MoveCard { id, holder, lane, at: if back { usize::MAX } else { 0 } })
}

/// The place of a card in its cell, and how many cards stand there.
fn place_in_cell(map: &Map, id: CardId) -> Option<(usize, usize)> {
    let (holder, lane, _) = map.card(id)?;
    let cards = match holder {
        Holder::Touchpoint(of) => map.touchpoint(of)?.cards_in(lane),
        Holder::Stage(of) => map.stage(of)?.cards_in(lane),
    };
    Some((cards.iter().position(|card| card.id == id)?, cards.len()))
}
