//! Whole lanes of a piece: taken out of a map, and put in below a lane.
//!
//! Must not know the clipboard.

use super::place::feel;
use crate::{
    editor::{Edit, EditError, LaneChange, TouchpointChange},
    map::{
        Card, Holder, Lane, LaneId, LaneKind, LooseCard, LooseFeeling, LooseLevel, Map, Spans, Thing, TouchpointId,
        Visibility, WholeLane,
    },
};
use std::{
    collections::{BTreeMap, HashSet},
    sync::Arc,
};

/// The chosen lanes with what stands in them, but for what comes along with its touchpoint or stage.
pub(super) fn whole_lanes(
    map: &Map,
    chosen: &HashSet<Thing>,
    comes_along: impl Fn(Holder) -> bool + Copy,
) -> Vec<WholeLane> {
    let is_chosen = |lane: &&Arc<Lane>| chosen.contains(&Thing::Lane(lane.id)) && WholeLane::can_be(lane.kind);
    map.lanes.iter().filter(is_chosen).map(|lane| whole_lane(map, lane, comes_along)).collect()
}

fn whole_lane(map: &Map, lane: &Arc<Lane>, comes_along: impl Fn(Holder) -> bool) -> WholeLane {
    let loose = |column, cards: &[Arc<Card>]| {
        let loose = |card: &Arc<Card>| LooseCard { column, lane: lane.id, card: Arc::clone(card) };
        cards.iter().map(loose).collect::<Vec<_>>()
    };
    let staying = |id: TouchpointId| !comes_along(Holder::Touchpoint(id));
    let touchpoints = || map.touchpoints().enumerate().filter(|(_, one)| staying(one.id));
    let stages = map.stages.iter().enumerate().filter(|(_, one)| !comes_along(Holder::Stage(one.id)));
    let cards = match lane.spans {
        Spans::Touchpoints => touchpoints().flat_map(|(at, one)| loose(at, one.cards_in(lane.id))).collect(),
        Spans::Stages => stages.flat_map(|(at, one)| loose(at, one.cards_in(lane.id))).collect(),
    };
    let (mut feelings, mut levels) = (Vec::new(), Vec::new());
    if lane.kind == LaneKind::Emotion {
        for (column, touchpoint) in touchpoints() {
            let felt = touchpoint.feelings.iter();
            feelings.extend(felt.map(|(id, feeling)| LooseFeeling { column, persona: *id, feeling: feeling.clone() }));
        }
    }
    if lane.kind == LaneKind::DramaticArc {
        levels.extend(touchpoints().filter_map(|(column, one)| Some(LooseLevel { column, level: one.engagement? })));
    }
    WholeLane { lane: Arc::clone(lane), cards, feelings, levels }
}

/// The edits that put in lanes with what stands in them, from `at` on among the map's lanes. The emotion lane and the
/// dramatic arc, which a map has once, fill the map's own. Cards past the last column stand in it.
///
/// # Errors
///
/// [`EditError::NoColumns`] where there is no column for what stands in a lane.
pub(super) fn insert_rows(map: &Map, rows: &[WholeLane], at: usize) -> Result<Vec<Edit>, EditError> {
    let mut list = Vec::new();
    let mut next = at;
    let mut lines: HashSet<_> = map.lanes.iter().filter_map(|lane| lane.line).collect();
    for row in rows {
        if row.lane.kind.holds_cards() {
            let line = row.lane.line.filter(|line| lines.insert(*line));
            let lane = Arc::new(Lane { line, visibility: Visibility::Shown, ..Lane::clone(&row.lane) });
            list.push(Edit::InsertLane { at: next, lane });
            list.extend(insert_cards(&map.holders(row.lane.spans), row)?);
            next = next.saturating_add(1);
        } else {
            list.extend(own_lane(map, row.lane.kind, || Lane::clone(&row.lane), next));
            list.extend(fill(map, row)?);
        }
    }
    Ok(list)
}

/// The edit that shows the lane of a kind that a map has once, or makes it; none where it is shown.
pub(super) fn own_lane(map: &Map, kind: LaneKind, make: impl FnOnce() -> Lane, at: usize) -> Option<Edit> {
    match map.lane_of_kind(kind) {
        Some(lane) if lane.is_shown() => None,
        Some(lane) => Some(Edit::Lane(lane.id, LaneChange::Visibility(Visibility::Shown))),
        None => {
            let lane = Arc::new(Lane { line: None, visibility: Visibility::Shown, ..make() });
            Some(Edit::InsertLane { at, lane })
        }
    }
}

fn insert_cards(columns: &[Holder], row: &WholeLane) -> Result<Vec<Edit>, EditError> {
    let mut counts: BTreeMap<Holder, usize> = BTreeMap::new();
    let insert = |loose: &LooseCard| {
        let holder = columns.get(loose.column).or(columns.last()).copied().ok_or(EditError::NoColumns)?;
        let count = counts.entry(holder).or_default();
        let at = *count;
        *count += 1;
        Ok(Edit::InsertCard { holder, lane: row.lane.id, at, card: Arc::clone(&loose.card) })
    };
    row.cards.iter().map(insert).collect()
}

/// Feelings and levels at the touchpoints of their columns; past the last one there is nobody who could feel.
fn fill(map: &Map, row: &WholeLane) -> Result<Vec<Edit>, EditError> {
    let columns: Vec<TouchpointId> = map.touchpoints().map(|one| one.id).collect();
    if columns.is_empty() && !(row.feelings.is_empty() && row.levels.is_empty()) {
        return Err(EditError::NoColumns);
    }
    let feelings = row.feelings.iter().filter_map(|loose| Some(feel(*columns.get(loose.column)?, loose))).flatten();
    let levels = row.levels.iter().filter_map(|loose| {
        let change = TouchpointChange::Engagement(Some(loose.level));
        Some(Edit::Touchpoint(*columns.get(loose.column)?, change))
    });
    Ok(feelings.chain(levels).collect())
}

/// The place below the last of these lanes.
pub(super) fn below(map: &Map, lanes: impl Iterator<Item = LaneId>) -> Option<usize> {
    lanes.filter_map(|id| map.lanes.iter().position(|lane| lane.id == id)).max().map(|last| last + 1)
}

/// What of the pasted lanes is on the map: of a kind that a map has once its own lane.
pub(super) fn on_map(map: &Map, rows: &[WholeLane], thing: Thing) -> Thing {
    let Thing::Lane(id) = thing else { return thing };
    let row = rows.iter().find(|row| row.lane.id == id).filter(|row| !row.lane.kind.holds_cards());
    row.and_then(|row| map.lane_of_kind(row.lane.kind)).map_or(thing, |lane| Thing::Lane(lane.id))
}
