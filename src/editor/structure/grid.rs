//! A table of stages and lanes: stages in the first row and lanes in the first column, or the other way round.
//!
//! Must not know which table is one.

use super::{
    Cells,
    words::{Topic, lines, names, one_line, parts, topic},
};
use crate::editor::named_channel;
use crate::map::{
    Card, CardId, Channel, ChannelId, Feeling, Fragment, Lane, LaneId, LaneKind, Map, Persona, PersonaId, Score, Spans,
    Stage, StageId, Touchpoint, TouchpointId,
};
use fastrand::Rng;
use std::sync::Arc;

/// How many names of the first column and of the first row are those of lanes.
pub(super) struct Sides {
    column: (usize, usize),
    row: (usize, usize),
}

impl Sides {
    pub(super) fn of(cells: &Cells, map: &Map) -> Self {
        let known = |name: &String| !matches!(topic(name, map), Topic::Other | Topic::Stage);
        let count = |names: Vec<&String>| {
            let filled: Vec<_> = names.into_iter().filter(|name| !name.trim().is_empty()).collect();
            (filled.iter().filter(|name| known(name)).count(), filled.len())
        };
        let column = cells.iter().skip(1).filter_map(|row| row.first()).collect();
        let row = cells.first().map(|row| row.iter().skip(1).collect()).unwrap_or_default();
        Self { column: count(column), row: count(row) }
    }

    /// Whether at least half of the names of one side are those of lanes.
    pub(super) fn are_lanes(&self) -> bool {
        is_half(self.column) || is_half(self.row)
    }

    /// Whether the lanes stand in the first row.
    fn is_turned(&self) -> bool {
        let share = |(known, all): (usize, usize), other: usize| known * other.max(1) * usize::from(all > 0);
        share(self.row, self.column.1) > share(self.column, self.row.1)
    }
}

fn is_half((known, all): (usize, usize)) -> bool {
    known > 0 && known * 2 >= all
}

/// The piece that a table is. Lanes that the map has keep what they span; a card whose lane spans touchpoints stands at
/// the first touchpoint of its stage, which is made under the stage's name where the table names none.
pub(super) fn piece(cells: &Cells, map: &Map, rng: &mut Rng) -> Fragment {
    let turned;
    let cells = if Sides::of(cells, map).is_turned() {
        turned = turn(cells);
        turned.as_slice()
    } else {
        cells
    };
    let mut grid = Grid { piece: Fragment::default(), map, rng };
    let Some((head, rows)) = cells.split_first() else { return grid.piece };
    let mut stages: Vec<Stage> = head.iter().skip(1).map(|name| grid.stage(name)).collect();
    // Touchpoints first: what other rows say stands at them.
    let (touchpoints, other): (Vec<_>, Vec<_>) = rows.iter().partition(|row| grid.is_of_touchpoints(row));
    for row in touchpoints.into_iter().chain(other) {
        grid.row(row, &mut stages);
    }
    stages.retain(|stage| !stage.name.is_empty() || !stage.touchpoints.is_empty() || !stage.cards.is_empty());
    grid.piece.stages = stages.into_iter().map(Arc::new).collect();
    grid.piece
}

fn turn(cells: &Cells) -> Vec<Vec<String>> {
    let width = cells.first().map_or(0, Vec::len);
    let column = |at: usize| cells.iter().map(|row| row.get(at).cloned().unwrap_or_default()).collect();
    (0..width).map(column).collect()
}

/// A piece being made of a table.
pub(super) struct Grid<'a> {
    pub(super) piece: Fragment,
    pub(super) map: &'a Map,
    pub(super) rng: &'a mut Rng,
}

impl Grid<'_> {
    pub(super) fn stage(&mut self, name: &str) -> Stage {
        Stage::new(StageId::random(self.rng), one_line(name))
    }

    pub(super) fn touchpoint(&mut self, name: &str) -> Arc<Touchpoint> {
        Arc::new(Touchpoint::new(TouchpointId::random(self.rng), one_line(name)))
    }

    fn is_of_touchpoints(&self, row: &[String]) -> bool {
        row.first().is_some_and(|name| topic(name, self.map) == Topic::Kind(LaneKind::Touchpoints))
    }

    fn row(&mut self, row: &[String], stages: &mut [Stage]) {
        let Some((name, cells)) = row.split_first() else { return };
        let topic = topic(name, self.map);
        let scale = Scale::of(cells.iter());
        for (stage, cell) in stages.iter_mut().zip(cells).filter(|(_, cell)| !cell.trim().is_empty()) {
            match &topic {
                Topic::Kind(LaneKind::Touchpoints) => {
                    let new: Vec<_> = lines(cell).map(|line| self.touchpoint(&line)).collect();
                    stage.touchpoints.extend(new);
                }
                Topic::Goal => stage.goal.clone_from(cell),
                Topic::Kind(LaneKind::Emotion | LaneKind::Channels) | Topic::Description => {
                    if let Some(touchpoint) = self.first_touchpoint(stage) {
                        self.fill(touchpoint, (&topic, name), cell, scale);
                    }
                }
                Topic::Kind(_) | Topic::Lane(_) | Topic::Other | Topic::Stage => {
                    self.cards(stage, (&topic, name), cell)
                }
            }
        }
    }

    fn cards(&mut self, stage: &mut Stage, of: (&Topic, &str), cell: &str) {
        let lane = self.lane(of, Spans::Stages);
        let cards = self.new_cards(cell);
        match lane.spans {
            Spans::Stages => stage.cards.entry(lane.id).or_default().extend(cards),
            Spans::Touchpoints => {
                if let Some(touchpoint) = self.first_touchpoint(stage) {
                    touchpoint.cards.entry(lane.id).or_default().extend(cards);
                }
            }
        }
    }

    pub(super) fn new_cards(&mut self, cell: &str) -> Vec<Arc<Card>> {
        parts(cell).into_iter().map(|text| Arc::new(Card::new(CardId::random(self.rng), text))).collect()
    }

    fn first_touchpoint<'s>(&mut self, stage: &'s mut Stage) -> Option<&'s mut Touchpoint> {
        if stage.touchpoints.is_empty() {
            let touchpoint = self.touchpoint(&stage.name);
            stage.touchpoints.push(touchpoint);
        }
        stage.touchpoints.first_mut().map(Arc::make_mut)
    }

    /// What a cell that is not of cards says of a touchpoint.
    pub(super) fn fill(&mut self, touchpoint: &mut Touchpoint, of: (&Topic, &str), cell: &str, scale: Scale) {
        match of.0 {
            Topic::Kind(LaneKind::Channels) => {
                for name in names(cell) {
                    let id = self.channel(&name);
                    if !touchpoint.channels.contains(&id) {
                        touchpoint.channels.push(id);
                    }
                }
            }
            Topic::Kind(LaneKind::Emotion) => {
                let persona = self.persona();
                touchpoint.feelings.insert(persona, feeling(cell, scale));
            }
            Topic::Description => cell.clone_into(&mut touchpoint.description),
            Topic::Kind(_) | Topic::Lane(_) | Topic::Goal | Topic::Stage | Topic::Other => {
                let lane = self.lane(of, Spans::Touchpoints);
                let cards = self.new_cards(cell);
                touchpoint.cards.entry(lane.id).or_default().extend(cards);
            }
        }
    }

    /// The lane of a name: the map's, one that the piece has by now, or a new one that spans `spans`.
    fn lane(&mut self, (topic, name): (&Topic, &str), spans: Spans) -> Arc<Lane> {
        let known = if let Topic::Kind(kind) = topic { Some(*kind) } else { None };
        let kind = known.filter(|kind| kind.holds_cards()).unwrap_or(LaneKind::Notes);
        let is_named = known != Some(kind);
        let own = if is_named { one_line(name) } else { String::new() };
        // A table by touchpoints has no place for cards of stages.
        let takes = |lane: &&Arc<Lane>| spans == Spans::Stages || lane.spans == Spans::Touchpoints;
        let of_map = match topic {
            Topic::Lane(id) => self.map.lane(*id),
            Topic::Kind(_) if !is_named => self.map.lanes.iter().filter(takes).find(|lane| lane.kind == kind),
            Topic::Kind(_) | Topic::Goal | Topic::Description | Topic::Stage | Topic::Other => None,
        };
        let made = self.piece.lanes.iter().find(|lane| lane.kind == kind && lane.name == own);
        let lane = of_map.filter(takes).or(made).cloned();
        let lane =
            lane.unwrap_or_else(|| Arc::new(Lane { name: own, spans, ..Lane::new(LaneId::random(self.rng), kind) }));
        if !self.piece.lanes.iter().any(|known| known.id == lane.id) {
            self.piece.lanes.push(Arc::clone(&lane));
        }
        lane
    }

    fn channel(&mut self, name: &str) -> ChannelId {
        let is_it = |channel: &&Arc<Channel>| crate::survey::folded(&channel.name) == crate::survey::folded(name);
        if let Some(known) = self.piece.channels.iter().find(is_it) {
            return known.id;
        }
        let known = self.map.channels.iter().find(is_it).cloned();
        let new = || Arc::new(named_channel(ChannelId::random(self.rng), name));
        let channel = known.unwrap_or_else(new);
        self.piece.channels.push(Arc::clone(&channel));
        channel.id
    }

    /// A persona without a name: the one who is shown.
    fn persona(&mut self) -> PersonaId {
        if self.piece.personas.is_empty() {
            self.piece.personas.push(Arc::new(Persona::new(PersonaId::random(self.rng), "")));
        }
        self.piece.personas.first().map_or_else(|| PersonaId::random(self.rng), |persona| persona.id)
    }
}

/// What the numbers of a row of feelings mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scale {
    /// All from 1 (worst) to 5 (best).
    OneToFive,
    /// Scores as the map has them.
    Score,
}

impl Scale {
    pub(super) fn of<'a>(cells: impl Iterator<Item = &'a String>) -> Self {
        let mut numbers = cells.filter_map(|cell| number(cell)).peekable();
        let is_small = numbers.peek().is_some() && numbers.all(|number| (1.0..=5.0).contains(&number));
        if is_small { Self::OneToFive } else { Self::Score }
    }
}

/// A number as either language writes it.
pub(super) fn number(cell: &str) -> Option<f64> {
    let plain = cell.trim().replace('\u{2212}', "-").replace(',', ".");
    plain.parse::<f64>().ok().filter(|number| number.is_finite())
}

/// The score that a number is on a scale.
pub(super) fn score(number: f64, scale: Scale) -> Score {
    match scale {
        Scale::OneToFive => Score::nearest((number - 3.0) * 50.0),
        Scale::Score => Score::nearest(number),
    }
}

/// A number is the score, everything else the word for the feeling.
fn feeling(cell: &str, scale: Scale) -> Feeling {
    let score = number(cell).map(|number| score(number, scale));
    let word = if score.is_none() { one_line(cell) } else { String::new() };
    Feeling { actual: score, word, ..Feeling::default() }
}
