//! Walking the map by keys: over stage headers, touchpoints, faces, cards and empty cells for cards, as they stand in
//! rows and columns; over notes below what they are about.
//!
//! A face or a point of the dramatic arc can be walked to where there is no value yet, and a cell where there is no card
//! yet, so that a key can make one. Must not know keys or pixels.

use super::{
    Cell, Editor, Place,
    make::{stage_of, touchpoint_of},
    notes,
};
use crate::{
    map::{Card, CardId, Curve, Holder, Lane, LaneId, LaneKind, Map, NoteId, Spans, Stage, StageId, Thing, Touchpoint},
    scene::View,
};
use std::sync::Arc;

/// A step on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// To what stands left in the row.
    Left,
    /// To what stands right in the row.
    Right,
    /// To what stands above in the column.
    Up,
    /// To what stands below in the column.
    Down,
    /// To the first in the row.
    Home,
    /// To the last in the row.
    End,
    /// To the same row in the stage before.
    StageBefore,
    /// To the same row in the next stage.
    StageAfter,
    /// To the first of the map.
    First,
    /// To the last of the map.
    Last,
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 10] = [
        Self::Left,
        Self::Right,
        Self::Up,
        Self::Down,
        Self::Home,
        Self::End,
        Self::StageBefore,
        Self::StageAfter,
        Self::First,
        Self::Last,
    ];
}

impl Editor {
    /// Walks from the thing chosen last, or from the cell that is gone to, and goes where that leads; at the edge
    /// nothing changes.
    pub fn walk(&mut self, step: Step, view: &View) -> Option<Place> {
        let place = walk(self.map(), view, self.place(), step)?;
        self.go_to(Some(place));
        Some(place)
    }
}

/// Where a step leads; `None` at the edge. From nothing it leads to the first stage, or with `End` to the last.
pub fn walk(map: &Map, view: &View, from: Option<Place>, step: Step) -> Option<Place> {
    if let Some(Place::Thing(Thing::Note(id))) = from {
        return from_note(map, view, id, step);
    }
    let Some(from) = from.filter(|from| stands_in_grid(*from)) else {
        return enter(map, step).map(Place::Thing);
    };
    match step {
        Step::Up | Step::Down => {
            notes::up_or_down(map, (from, &column(map, view, from)), step).or_else(|| below_all(map, view, step))
        }
        Step::Left | Step::Right | Step::Home | Step::End => pick(&row(map, from), from, step),
        Step::StageBefore | Step::StageAfter => in_other_stage(map, from, step),
        Step::First | Step::Last => enter(map, step).map(Place::Thing).filter(|to| *to != from),
    }
}

/// Left and right, first and last among the notes; up and down in the column of what the note is about. From one that is
/// about nothing to be walked to, up and down lead to what its arrow leads to, else to the first stage.
fn from_note(map: &Map, view: &View, id: NoteId, step: Step) -> Option<Place> {
    let here = Place::Thing(Thing::Note(id));
    match step {
        Step::Up | Step::Down => match about(map, view, id) {
            Some(places) => notes::up_or_down(map, (here, &places), step).or_else(|| below_all(map, view, step)),
            None => {
                let to = map.note(id)?.to.map(|to| to.thing());
                to.or_else(|| enter(map, Step::Home)).map(Place::Thing)
            }
        },
        Step::StageBefore | Step::StageAfter => enter(map, step).map(Place::Thing),
        Step::Left | Step::Right | Step::Home | Step::End | Step::First | Step::Last => {
            let notes: Vec<Place> = map.notes.iter().map(|note| Place::Thing(Thing::Note(note.id))).collect();
            pick(&notes, here, step)
        }
    }
}

/// The column of what a note is about; `None` where that is nothing, or nothing that can be walked to.
fn about(map: &Map, view: &View, id: NoteId) -> Option<Vec<Place>> {
    let to = Place::Thing(map.note(id)?.to?.thing());
    let places = column(map, view, to);
    places.contains(&to).then_some(places)
}

/// Below everything stand the notes that are about nothing in a column: the first of them.
fn below_all(map: &Map, view: &View, step: Step) -> Option<Place> {
    let is_free = |note: &&Arc<crate::map::Note>| about(map, view, note.id).is_none();
    let first = map.notes.iter().filter(|_| step == Step::Down).find(is_free)?;
    Some(Place::Thing(Thing::Note(first.id)))
}

fn stands_in_grid(place: Place) -> bool {
    match place {
        Place::Cell(_) => true,
        Place::Thing(thing) => match thing {
            Thing::Stage(_) | Thing::Touchpoint(_) | Thing::Face(..) | Thing::Engagement(_) => true,
            Thing::Card(_) | Thing::Lane(_) => true,
            Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) | Thing::Note(_) => false,
        },
    }
}

fn enter(map: &Map, step: Step) -> Option<Thing> {
    match step {
        Step::End => map.stages.last().map(|stage| Thing::Stage(stage.id)),
        Step::Last => {
            let stage = map.stages.last()?;
            let touchpoint = stage.touchpoints.last().map(|touchpoint| Thing::Touchpoint(touchpoint.id));
            Some(touchpoint.unwrap_or(Thing::Stage(stage.id)))
        }
        Step::Left
        | Step::Right
        | Step::Up
        | Step::Down
        | Step::Home
        | Step::First
        | Step::StageBefore
        | Step::StageAfter => map.stages.first().map(|stage| Thing::Stage(stage.id)),
    }
}

/// The neighbour of `from` in a list of places.
pub(super) fn pick(places: &[Place], from: Place, step: Step) -> Option<Place> {
    let at = places.iter().position(|place| *place == from)?;
    let to = match step {
        Step::Left | Step::Up => at.checked_sub(1)?,
        Step::Right | Step::Down => at + 1,
        Step::Home | Step::First | Step::StageBefore => 0,
        Step::End | Step::Last | Step::StageAfter => places.len() - 1,
    };
    places.get(to).copied().filter(|to| *to != from)
}

/// What stands first in the same row of the stage before or after; its header where the row is empty there.
fn in_other_stage(map: &Map, from: Place, step: Step) -> Option<Place> {
    let at = stage_of_place(map, from).and_then(|id| map.stages.iter().position(|stage| stage.id == id));
    let to = match (at, step) {
        (Some(at), Step::StageBefore) => at.checked_sub(1)?,
        (Some(at), _) => at + 1,
        (None, _) => 0,
    };
    let stage = map.stages.get(to)?.id;
    let same_row = row(map, from).into_iter().find(|place| stage_of_place(map, *place) == Some(stage));
    Some(same_row.unwrap_or(Place::Thing(Thing::Stage(stage))))
}

pub(super) fn stage_of_place(map: &Map, place: Place) -> Option<StageId> {
    match place {
        Place::Thing(thing) => stage_of(map, thing),
        Place::Cell((Holder::Stage(id), _)) => Some(id),
        Place::Cell((Holder::Touchpoint(id), _)) => stage_of(map, Thing::Touchpoint(id)),
    }
}

pub(super) fn touchpoint_of_place(map: &Map, place: Place) -> Option<crate::map::TouchpointId> {
    match place {
        Place::Thing(thing) => touchpoint_of(map, thing),
        Place::Cell((Holder::Touchpoint(id), _)) => Some(id),
        Place::Cell((Holder::Stage(_), _)) => None,
    }
}

/// All places in the row of `from`, left to right; at the right of a lane stands the first stage.
fn row(map: &Map, from: Place) -> Vec<Place> {
    let things = match from {
        Place::Cell((holder, lane)) => return row_of_cards(map, (holder, lane), 0),
        Place::Thing(Thing::Card(id)) => return row_of_card(map, id).unwrap_or_default(),
        Place::Thing(Thing::Stage(_)) => map.stages.iter().map(|stage| Thing::Stage(stage.id)).collect(),
        Place::Thing(Thing::Touchpoint(_)) => {
            map.touchpoints().map(|touchpoint| Thing::Touchpoint(touchpoint.id)).collect()
        }
        Place::Thing(Thing::Face(_, persona, curve)) => {
            map.touchpoints().map(|touchpoint| Thing::Face(touchpoint.id, persona, curve)).collect()
        }
        Place::Thing(Thing::Engagement(_)) => {
            map.touchpoints().map(|touchpoint| Thing::Engagement(touchpoint.id)).collect()
        }
        Place::Thing(lane @ Thing::Lane(_)) => std::iter::once(lane).chain(enter(map, Step::Home)).collect(),
        Place::Thing(Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) | Thing::Note(_)) => Vec::new(),
    };
    things.into_iter().map(Place::Thing).collect()
}

fn row_of_card(map: &Map, id: CardId) -> Option<Vec<Place>> {
    let (holder, lane, _) = map.card(id)?;
    let height = match holder {
        Holder::Touchpoint(holder) => map.touchpoint(holder)?.cards_in(lane).iter().position(|card| card.id == id)?,
        Holder::Stage(_) => 0,
    };
    Some(row_of_cards(map, (holder, lane), height))
}

/// Of each touchpoint's cell the card as high up as `height`, or its last, or the empty cell; in a lane over stages all
/// cards.
fn row_of_cards(map: &Map, (holder, lane): Cell, height: usize) -> Vec<Place> {
    match holder {
        Holder::Touchpoint(_) => map.touchpoints().map(|touchpoint| at_height(touchpoint, lane, height)).collect(),
        Holder::Stage(_) => {
            let cells = map.stages.iter().map(|stage| (Holder::Stage(stage.id), stage.cards_in(lane)));
            cells.flat_map(|(holder, cards)| cards_or_cell(cards, (holder, lane))).collect()
        }
    }
}

fn at_height(touchpoint: &Touchpoint, lane: LaneId, height: usize) -> Place {
    let cards = touchpoint.cards_in(lane);
    let card = cards.get(height).or(cards.last()).map(|card| Place::Thing(Thing::Card(card.id)));
    card.unwrap_or(Place::Cell((Holder::Touchpoint(touchpoint.id), lane)))
}

fn cards_or_cell(cards: &[Arc<Card>], cell: Cell) -> Vec<Place> {
    match cards {
        [] => vec![Place::Cell(cell)],
        cards => cards.iter().map(|card| Place::Thing(Thing::Card(card.id))).collect(),
    }
}

/// All places in the column of `from`, top to bottom; for a stage in the column of its first touchpoint.
fn column(map: &Map, view: &View, from: Place) -> Vec<Place> {
    let lanes = map.lanes.iter().filter(|lane| lane.is_shown());
    if let Place::Thing(Thing::Lane(_)) = from {
        return lanes.map(|lane| Place::Thing(Thing::Lane(lane.id))).collect();
    }
    let Some(stage) = stage_of_place(map, from).and_then(|id| map.stage(id)) else { return Vec::new() };
    let touchpoint = match touchpoint_of_place(map, from) {
        Some(id) => map.touchpoint(id),
        None => stage.touchpoints.first(),
    };
    let cells = lanes.flat_map(|lane| cell(map, view, lane, (stage, touchpoint.map(|touchpoint| &**touchpoint))));
    std::iter::once(Place::Thing(Thing::Stage(stage.id))).chain(cells).collect()
}

fn cell(map: &Map, view: &View, lane: &Lane, (stage, touchpoint): (&Stage, Option<&Touchpoint>)) -> Vec<Place> {
    match (lane.kind, lane.spans, touchpoint) {
        (LaneKind::Touchpoints, _, Some(touchpoint)) => vec![Place::Thing(Thing::Touchpoint(touchpoint.id))],
        (LaneKind::Emotion, _, Some(touchpoint)) => {
            faces(map, view, touchpoint).into_iter().map(Place::Thing).collect()
        }
        (LaneKind::DramaticArc, _, Some(touchpoint)) => vec![Place::Thing(Thing::Engagement(touchpoint.id))],
        (kind, Spans::Touchpoints, Some(touchpoint)) if kind.holds_cards() => {
            cards_or_cell(touchpoint.cards_in(lane.id), (Holder::Touchpoint(touchpoint.id), lane.id))
        }
        (kind, Spans::Stages, _) if kind.holds_cards() => {
            cards_or_cell(stage.cards_in(lane.id), (Holder::Stage(stage.id), lane.id))
        }
        (_, Spans::Touchpoints | Spans::Stages, _) => Vec::new(),
    }
}

/// The faces of a cell: of one shown persona also where there is no score, of several those there are.
fn faces(map: &Map, view: &View, touchpoint: &Touchpoint) -> Vec<Thing> {
    let curves = [(Curve::Actual, view.curves.actual), (Curve::Expected, view.curves.expected)];
    let curves = curves.into_iter().filter_map(|(curve, is_shown)| is_shown.then_some(curve));
    let alone = view.persona.persona(map);
    let personas = view.persona.personas(map);
    let all = personas.flat_map(|persona| curves.clone().map(|curve| (persona.id, curve)));
    all.filter(|(persona, curve)| alone.is_some() || touchpoint.score(*persona, *curve).is_some())
        .map(|(persona, curve)| Thing::Face(touchpoint.id, persona, curve))
        .collect()
}
