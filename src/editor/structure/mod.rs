//! Cells from elsewhere as a piece of a map: which of four ways to read them is meant, and the piece in each.
//!
//! Must not know the clipboard, nor how cells are written.

mod grid;
mod rows;
mod scores;
mod words;

pub use scores::feelings;

use super::make::{stage_of, touchpoint_of};
use crate::map::{
    Card, CardId, Fragment, Lane, LaneId, LaneKind, LooseArrow, LooseCard, LooseNote, Map, Note, NoteId, Spans, Thing,
    Touchpoint, TouchpointId,
};
use fastrand::Rng;
use std::sync::Arc;

/// Rows of cells, all of the same length.
pub type Cells = [Vec<String>];

/// Lines of one column that are plain enough to be put in without a look at them first.
const PLAIN_LINES: usize = 40;

/// What cells mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reading {
    /// The first row names stages, the first column lanes (or the other way round); the cells between are cards,
    /// touchpoints, feelings, by their lane.
    StagesLanes,
    /// The first column names stages (an empty cell means the one above), the second touchpoints; further columns are
    /// lanes where a heading names them.
    StagesTouchpoints,
    /// Every cell is a touchpoint.
    Touchpoints,
    /// Every cell is a card; columns go to touchpoints side by side.
    Cards,
}

impl Reading {
    /// Every reading, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::StagesLanes, Self::StagesTouchpoints, Self::Touchpoints, Self::Cards];
}

/// Words for the selected note as a note of their own, which comes beside it; `None` where no note is selected, and for no
/// words at all.
pub fn note(text: &str, selected: Option<Thing>, rng: &mut Rng) -> Option<Fragment> {
    let text: Vec<&str> = text.lines().map(str::trim_end).collect();
    let text = text.join("\n").trim_matches('\n').to_owned();
    if !matches!(selected, Some(Thing::Note(_))) || text.trim().is_empty() {
        return None;
    }
    let note = Arc::new(Note { text, ..Note::new(NoteId::random(rng), (0, 0)) });
    let loose = LooseNote { right: 0, down: 0, arrow: LooseArrow::Kept, note };
    Some(Fragment { notes: vec![loose], ..Fragment::default() })
}

/// Which reading is likeliest, by what is selected.
///
/// One column: cards while a card or a lane of cards is selected, else touchpoints. More columns: stages × lanes where at
/// least half of the names in the first column, or in the first row, are names of lanes; else cards while a card or a lane of
/// cards is selected; else stages and touchpoints
/// where there are two columns, or where the first column repeats a name or leaves it out, or where the headings say so;
/// else stages × lanes.
pub fn guess(cells: &Cells, map: &Map, selected: Option<Thing>) -> Reading {
    let width = cells.first().map_or(0, Vec::len);
    if width <= 1 {
        return if takes_cards(map, selected) { Reading::Cards } else { Reading::Touchpoints };
    }
    let sides = grid::Sides::of(cells, map);
    if rows::has_heading(cells) {
        return Reading::StagesTouchpoints;
    }
    if sides.are_lanes() {
        return Reading::StagesLanes;
    }
    if takes_cards(map, selected) {
        return Reading::Cards;
    }
    if width == 2 || has_groups(cells) { Reading::StagesTouchpoints } else { Reading::StagesLanes }
}

/// Whether cells are put in without a look at them first.
pub fn is_plain(cells: &Cells) -> bool {
    cells.first().is_some_and(|row| row.len() == 1) && cells.len() <= PLAIN_LINES
}

fn takes_cards(map: &Map, selected: Option<Thing>) -> bool {
    chosen_lane(map, selected).is_some()
}

/// Whether the first column repeats a name in the next row, or leaves it out below the first row.
fn has_groups(cells: &Cells) -> bool {
    let first: Vec<&str> = cells.iter().filter_map(|row| row.first()).map(|cell| cell.trim()).collect();
    let repeats = first.windows(2).any(|pair| matches!(pair, [one, other] if one == other));
    repeats || first.iter().skip(1).any(|cell| cell.is_empty())
}

/// The piece that cells are in a reading, for a map.
pub fn piece(cells: &Cells, reading: Reading, (map, selected): (&Map, Option<Thing>), rng: &mut Rng) -> Fragment {
    match reading {
        Reading::StagesLanes => grid::piece(cells, map, rng),
        Reading::StagesTouchpoints => rows::piece(cells, map, rng),
        Reading::Touchpoints => {
            let names = cells.iter().flatten().flat_map(|cell| words::lines(cell));
            let new = |name: String| Arc::new(Touchpoint::new(TouchpointId::random(rng), words::one_line(&name)));
            Fragment { touchpoints: names.map(new).collect(), ..Fragment::default() }
        }
        Reading::Cards => cards(cells, (map, selected), rng),
    }
}

/// Cards in the lane that is selected or holds the selected card, else the first that holds cards of what is selected.
fn cards(cells: &Cells, (map, selected): (&Map, Option<Thing>), rng: &mut Rng) -> Fragment {
    let lane = lane_of(map, selected).unwrap_or_else(|| Arc::new(Lane::new(LaneId::random(rng), LaneKind::Notes)));
    let mut cards = Vec::new();
    for column in 0..cells.first().map_or(0, Vec::len) {
        for cell in cells.iter().filter_map(|row| row.get(column)) {
            for text in words::parts(cell) {
                let card = Arc::new(Card::new(CardId::random(rng), text));
                cards.push(LooseCard { column, lane: lane.id, card });
            }
        }
    }
    Fragment { lanes: vec![lane], cards, ..Fragment::default() }
}

/// The lane of cards that is selected or holds the selected card.
fn chosen_lane(map: &Map, selected: Option<Thing>) -> Option<&Arc<Lane>> {
    let lane = match selected? {
        Thing::Card(id) => map.card(id).and_then(|(_, lane, _)| map.lane(lane)),
        Thing::Lane(id) => map.lane(id),
        Thing::Stage(_) | Thing::Touchpoint(_) | Thing::Face(..) | Thing::Engagement(_) => None,
        Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) | Thing::Note(_) => None,
    };
    lane.filter(|lane| lane.kind.holds_cards())
}

fn lane_of(map: &Map, selected: Option<Thing>) -> Option<Arc<Lane>> {
    let holds = |lane: &&Arc<Lane>| lane.kind.holds_cards();
    let is_stage = |thing| touchpoint_of(map, thing).is_none() && stage_of(map, thing).is_some();
    let spans = if selected.is_some_and(is_stage) { Spans::Stages } else { Spans::Touchpoints };
    let shown = || map.lanes.iter().filter(|lane| lane.is_shown()).filter(holds);
    let fitting = || shown().find(|lane| lane.spans == spans).or_else(|| shown().next());
    chosen_lane(map, selected).or_else(fitting).cloned()
}
