//! Where the keyboard can be on the map: on a thing, or in an empty cell where a card could stand; and which cell lies
//! below.
//!
//! Must not know keys or pixels.

use super::{
    Editor,
    walk::{stage_of_place, touchpoint_of_place},
};
use crate::{
    map::{Curve, Holder, Lane, LaneId, LaneKind, Map, Spans, Thing},
    scene::View,
};

/// A cell of a lane of cards: whom its cards belong to, and the lane.
pub type Cell = (Holder, LaneId);

/// Where the keyboard can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// On a thing, which is selected then.
    Thing(Thing),
    /// In a cell without cards; nothing is selected then.
    Cell(Cell),
}

impl Editor {
    /// The empty cell that was gone to; none while a thing is selected.
    pub fn cell(&self) -> Option<Cell> {
        self.cell.filter(|_| self.selection.is_empty())
    }

    /// Where the keyboard is: on the thing chosen last, or in the cell that was gone to.
    pub fn place(&self) -> Option<Place> {
        self.cell().map(Place::Cell).or(self.primary().map(Place::Thing))
    }

    /// Goes to a place: selects a thing, or goes to an empty cell; with `None` to nothing.
    pub fn go_to(&mut self, place: Option<Place>) {
        match place {
            Some(Place::Cell(cell)) => self.go_to_cell(cell),
            Some(Place::Thing(thing)) => self.select([thing]),
            None => self.select([]),
        }
    }

    /// Goes to an empty cell: nothing is selected, and a new card comes there.
    pub fn go_to_cell(&mut self, cell: Cell) {
        self.selection.clear();
        self.cell = Some(cell);
    }

    /// Leaves the cell where it is not there any more, or got a card.
    pub(super) fn leave_gone_cell(&mut self) {
        let map = self.history.map();
        self.cell = self.cell.filter(|(holder, lane)| {
            let is_empty = match holder {
                Holder::Touchpoint(id) => map.touchpoint(*id).is_some_and(|found| found.cards_in(*lane).is_empty()),
                Holder::Stage(id) => map.stage(*id).is_some_and(|found| found.cards_in(*lane).is_empty()),
            };
            is_empty && map.lane(*lane).is_some_and(|lane| lane.is_shown() && lane.spans == spans_of(*holder))
        });
    }
}

fn spans_of(holder: Holder) -> Spans {
    match holder {
        Holder::Touchpoint(_) => Spans::Touchpoints,
        Holder::Stage(_) => Spans::Stages,
    }
}

/// The cell of the next shown lane of cards below a place, in the same column; below the last one follows the first.
/// `None` where the map has no such lane, or the place stands in no column.
pub fn cell_below(map: &Map, from: Place) -> Option<Cell> {
    let lanes: Vec<&Lane> = map.lanes.iter().filter(|lane| lane.is_shown()).map(|lane| &**lane).collect();
    let next = number_of(map, &lanes, from).map_or(0, |at| at + 1);
    let (above, below) = lanes.split_at_checked(next)?;
    below.iter().chain(above).find_map(|lane| cell_in(map, from, lane))
}

/// The cell of a lane in the column of a place: of its touchpoint, or the first one of its stage.
pub(super) fn cell_in(map: &Map, from: Place, lane: &Lane) -> Option<Cell> {
    if !lane.kind.holds_cards() {
        return None;
    }
    let stage = stage_of_place(map, from)?;
    let holder = match lane.spans {
        Spans::Stages => Holder::Stage(stage),
        Spans::Touchpoints => {
            let first = || map.stage(stage)?.touchpoints.first().map(|touchpoint| touchpoint.id);
            Holder::Touchpoint(touchpoint_of_place(map, from).or_else(first)?)
        }
    };
    Some((holder, lane.id))
}

/// Which of the lanes a place stands in; `None` for what stands above all of them.
fn number_of(map: &Map, lanes: &[&Lane], place: Place) -> Option<usize> {
    let of_kind = |kind| lanes.iter().position(|lane| lane.kind == kind);
    let with_id = |id| lanes.iter().position(|lane| lane.id == id);
    match place {
        Place::Cell((_, lane)) => with_id(lane),
        Place::Thing(Thing::Card(id)) => map.card(id).and_then(|(_, lane, _)| with_id(lane)),
        Place::Thing(Thing::Touchpoint(_)) => of_kind(LaneKind::Touchpoints),
        Place::Thing(Thing::Face(..)) => of_kind(LaneKind::Emotion),
        Place::Thing(Thing::Engagement(_)) => of_kind(LaneKind::DramaticArc),
        Place::Thing(Thing::Stage(_) | Thing::Lane(_) | Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_)) => None,
        Place::Thing(Thing::Note(_)) => None,
    }
}

/// The value of a cell, set or not: the shown persona's actual face, where that is drawn, or the level of the dramatic
/// arc. `None` in other lanes, for a stage, and where nobody's face is meant.
pub fn value_in((holder, lane): Cell, map: &Map, view: &View) -> Option<Thing> {
    let Holder::Touchpoint(id) = holder else { return None };
    match map.lane(lane)?.kind {
        LaneKind::Emotion => {
            let persona = view.persona.persona(map)?;
            let is_met = !map.off_path(map.persona(persona)?).contains(&id);
            (is_met && view.curves.actual).then_some(Thing::Face(id, persona, Curve::Actual))
        }
        LaneKind::DramaticArc => Some(Thing::Engagement(id)),
        _ => None,
    }
}
