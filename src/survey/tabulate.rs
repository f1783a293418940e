//! The one loop over the cells: the answers of a column counted by place and segment.
//!
//! Works on the numbers of values, never on texts, and takes one step per row. Must not know names.

use super::{
    attach::RowPlaces,
    cell::{Cell, Counts},
    column::{BLANK, Values},
    places::{Place, RowPlace},
};
use crate::map::{AnswerScale, NotCounted};
use std::collections::{BTreeMap, HashMap};

/// Answers by place and segment; the segment `None` is everybody together.
pub(super) type ByPlace = BTreeMap<Place, BTreeMap<Option<String>, Counts>>;

/// Counts a scored column on `scale`: at `fixed`, or where each row says.
pub(super) fn tabulate(
    scored: &Values,
    scale: AnswerScale,
    fixed: Option<Place>,
    rows: &RowPlaces<'_>,
    segments: Option<&Values>,
) -> ByPlace {
    let mut cells: HashMap<(Place, u16), Vec<u64>> = HashMap::new();
    for (row, value) in scored.cells.iter().enumerate() {
        let place = match fixed.map_or_else(|| rows.at(row), RowPlace::At) {
            RowPlace::At(place) => place,
            RowPlace::Unknown | RowPlace::Unnamed => continue,
        };
        let segment = segments.and_then(|values| values.cells.get(row)).copied().unwrap_or(BLANK);
        let counts = cells.entry((place, segment)).or_default();
        let value = usize::from(*value);
        if counts.len() <= value {
            counts.resize(value + 1, 0);
        }
        if let Some(count) = counts.get_mut(value) {
            *count += 1;
        }
    }
    let readings: Vec<_> = scored.list.iter().map(|text| Cell::parse(text).on(scale)).collect();
    gather(cells, &readings, segments)
}

/// Values to answers, and everybody together beside each segment.
fn gather(
    cells: HashMap<(Place, u16), Vec<u64>>,
    readings: &[Result<i32, NotCounted>],
    segments: Option<&Values>,
) -> ByPlace {
    let mut by_place = ByPlace::new();
    for ((place, segment), counts) in cells {
        let by_segment = by_place.entry(place).or_default();
        let name = segments.filter(|_| segment != BLANK).and_then(|values| values.list.get(usize::from(segment)));
        let groups = [Some(None), name.map(|name| Some(name.to_string()))];
        for group in groups.into_iter().flatten() {
            let sum = by_segment.entry(group).or_default();
            readings.iter().zip(&counts).for_each(|(reading, count)| sum.add(*reading, *count));
        }
    }
    by_place
}
