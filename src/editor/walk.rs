//! Walking the map by arrow keys: over stage headers, touchpoints, faces and cards, as they stand in rows and columns.
//!
//! A face or a point of the dramatic arc can be walked to where there is no value yet, so that a key can set one. Must not know keys or pixels.

use super::{
    Editor,
    make::{stage_of, touchpoint_of},
};
use crate::{
    map::{Card, CardId, Curve, Holder, Lane, LaneKind, Map, Spans, Stage, Thing, Touchpoint},
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
}

impl Editor {
    /// Walks from the thing chosen last and selects where that leads; at the edge the selection stays.
    pub fn walk(&mut self, step: Step, view: &View) -> Option<Thing> {
        let thing = walk(self.map(), view, self.primary(), step)?;
        self.select([thing]);
        Some(thing)
    }
}

/// Where a step leads; `None` at the edge. From nothing it leads to the first stage, or with `End` to the last.
pub fn walk(map: &Map, view: &View, from: Option<Thing>, step: Step) -> Option<Thing> {
    let Some(from) = from.filter(|from| stands_in_grid(*from)) else {
        return enter(map, step);
    };
    match step {
        Step::Up | Step::Down => pick(&column(map, view, from), from, step),
        Step::Left | Step::Right | Step::Home | Step::End => pick(&row(map, from), from, step),
    }
}

fn stands_in_grid(thing: Thing) -> bool {
    match thing {
        Thing::Stage(_) | Thing::Touchpoint(_) | Thing::Face(..) | Thing::Engagement(_) => true,
        Thing::Card(_) | Thing::Lane(_) => true,
        Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) => false,
    }
}

fn enter(map: &Map, step: Step) -> Option<Thing> {
    let stage = match step {
        Step::End => map.stages.last(),
        Step::Left | Step::Right | Step::Up | Step::Down | Step::Home => map.stages.first(),
    };
    stage.map(|stage| Thing::Stage(stage.id))
}

/// The neighbour of `from` in a list of things.
fn pick(things: &[Thing], from: Thing, step: Step) -> Option<Thing> {
    let at = things.iter().position(|thing| *thing == from)?;
    let to = match step {
        Step::Left | Step::Up => at.checked_sub(1)?,
        Step::Right | Step::Down => at + 1,
        Step::Home => 0,
        Step::End => things.len() - 1,
    };
    things.get(to).copied().filter(|to| *to != from)
}

/// All things in the row of `from`, left to right; at the right of a lane stands the first stage.
fn row(map: &Map, from: Thing) -> Vec<Thing> {
    match from {
        Thing::Stage(_) => map.stages.iter().map(|stage| Thing::Stage(stage.id)).collect(),
        Thing::Touchpoint(_) => map.touchpoints().map(|touchpoint| Thing::Touchpoint(touchpoint.id)).collect(),
        Thing::Face(_, persona, curve) => {
            map.touchpoints().map(|touchpoint| Thing::Face(touchpoint.id, persona, curve)).collect()
        }
        Thing::Engagement(_) => map.touchpoints().map(|touchpoint| Thing::Engagement(touchpoint.id)).collect(),
        Thing::Card(id) => row_of_card(map, id).unwrap_or_default(),
        Thing::Lane(_) => std::iter::once(from).chain(enter(map, Step::Home)).collect(),
        Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) => Vec::new(),
    }
}

/// Of each touchpoint's cell the card as high up as this one, or its last; in a lane over stages all cards.
fn row_of_card(map: &Map, id: CardId) -> Option<Vec<Thing>> {
    let (holder, lane, _) = map.card(id)?;
    let row: Vec<_> = match holder {
        Holder::Touchpoint(holder) => {
            let height = map.touchpoint(holder)?.cards_in(lane).iter().position(|card| card.id == id)?;
            let cells = map.touchpoints().map(|touchpoint| touchpoint.cards_in(lane));
            cells.filter_map(|cards| cards.get(height).or(cards.last())).map(|card| Thing::Card(card.id)).collect()
        }
        Holder::Stage(_) => {
            map.stages.iter().flat_map(|stage| stage.cards_in(lane)).map(|card| Thing::Card(card.id)).collect()
        }
    };
    Some(row)
}

/// All things in the column of `from`, top to bottom; for a stage in the column of its first touchpoint.
fn column(map: &Map, view: &View, from: Thing) -> Vec<Thing> {
    let lanes = map.lanes.iter().filter(|lane| lane.is_shown());
    if let Thing::Lane(_) = from {
        return lanes.map(|lane| Thing::Lane(lane.id)).collect();
    }
    let Some(stage) = stage_of(map, from).and_then(|id| map.stage(id)) else { return Vec::new() };
    let touchpoint = match touchpoint_of(map, from) {
        Some(id) => map.touchpoint(id),
        None => stage.touchpoints.first(),
    };
    let cells = lanes.flat_map(|lane| cell(map, view, lane, (stage, touchpoint.map(|touchpoint| &**touchpoint))));
    std::iter::once(Thing::Stage(stage.id)).chain(cells).collect()
}

fn cell(map: &Map, view: &View, lane: &Lane, (stage, touchpoint): (&Stage, Option<&Touchpoint>)) -> Vec<Thing> {
    let cards = |cards: &[Arc<Card>]| cards.iter().map(|card| Thing::Card(card.id)).collect();
    match (lane.kind, lane.spans, touchpoint) {
        (LaneKind::Touchpoints, _, Some(touchpoint)) => vec![Thing::Touchpoint(touchpoint.id)],
        (LaneKind::Emotion, _, Some(touchpoint)) => faces(map, view, touchpoint),
        (LaneKind::DramaticArc, _, Some(touchpoint)) => vec![Thing::Engagement(touchpoint.id)],
        (kind, Spans::Touchpoints, Some(touchpoint)) if kind.holds_cards() => cards(touchpoint.cards_in(lane.id)),
        (kind, Spans::Stages, _) if kind.holds_cards() => cards(stage.cards_in(lane.id)),
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
