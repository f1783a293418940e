//! A table of touchpoints, one in each row: its stage in the first column, its name in the second, and further columns
//! by their headings.
//!
//! Must not know which table is one.

use super::{
    Cells,
    grid::{Grid, Scale},
    words::{Topic, topic},
};
use crate::map::{Fragment, LaneKind, Map, Stage, Touchpoint};
use fastrand::Rng;
use std::sync::Arc;

/// Whether the first row is a heading: it says "stage" and "touchpoint".
pub(super) fn has_heading(cells: &Cells) -> bool {
    let Some([first, second, ..]) = cells.first().map(Vec::as_slice) else { return false };
    let map = Map::empty(&mut Rng::with_seed(0));
    topic(first, &map) == Topic::Stage && topic(second, &map) == Topic::Kind(LaneKind::Touchpoints)
}

/// The piece that a table is. Columns without a heading are told in the touchpoint's description.
pub(super) fn piece(cells: &Cells, map: &Map, rng: &mut Rng) -> Fragment {
    let mut grid = Grid { piece: Fragment::default(), map, rng };
    let (head, rows) = match cells.split_first() {
        Some((head, rows)) if has_heading(cells) => (Some(head), rows),
        _ => (None, cells),
    };
    let topics: Vec<(Topic, String, Scale)> = (0..cells.first().map_or(0, Vec::len))
        .map(|at| {
            let name = head.and_then(|head| head.get(at)).cloned().unwrap_or_default();
            let topic = if head.is_some() { topic(&name, map) } else { Topic::Description };
            (topic, name, Scale::of(rows.iter().filter_map(|row| row.get(at))))
        })
        .collect();
    let mut stages: Vec<Stage> = Vec::new();
    for row in rows {
        let stage = row.first().map_or("", |cell| cell.trim());
        let is_same = stages.last().is_some_and(|last| stage.is_empty() || last.name == super::words::one_line(stage));
        if !is_same {
            let new = grid.stage(stage);
            stages.push(new);
        }
        let Some(touchpoint) = touchpoint(row, &topics, &mut grid) else { continue };
        if let Some(last) = stages.last_mut() {
            last.touchpoints.push(Arc::new(touchpoint));
        }
    }
    grid.piece.stages = stages.into_iter().map(Arc::new).collect();
    grid.piece
}

/// The touchpoint of a row; `None` where nothing stands beside the stage.
fn touchpoint(row: &[String], topics: &[(Topic, String, Scale)], grid: &mut Grid<'_>) -> Option<Touchpoint> {
    let cells = || row.iter().zip(topics).skip(1).filter(|(cell, _)| !cell.trim().is_empty());
    cells().next()?;
    let mut touchpoint = Touchpoint::clone(&grid.touchpoint(row.get(1).map_or("", String::as_str)));
    for (cell, (topic, name, scale)) in row.iter().zip(topics).skip(2).filter(|(cell, _)| !cell.trim().is_empty()) {
        if *topic == Topic::Description && !touchpoint.description.is_empty() {
            touchpoint.description = format!("{}\n{cell}", touchpoint.description);
        } else {
            grid.fill(&mut touchpoint, (topic, name), cell, *scale);
        }
    }
    Some(touchpoint)
}
