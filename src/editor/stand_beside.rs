//! Notes keep standing beside what they stand beside: when columns or lanes come, go or grow, the notes right of and
//! below them go along, as part of the same step.
//!
//! What stays but is moved elsewhere takes no note along; that is what arrows are for. Must not know what an edit does.

use super::{Edit, Editor, NoteChange, TouchpointChange, notes::whole};
use crate::{
    map::{LaneId, Map, Note, NoteId, StageId, TouchpointId},
    scene::{Point, Scene, Vec2, sizes},
};
use std::{collections::HashMap, hash::Hash, sync::Arc};

impl Editor {
    /// The edits that let the notes of the map stand where they stood beside columns and lanes, once the map is `after`.
    pub(super) fn stand_beside(&mut self, edit: &Edit, after: &Arc<Map>) -> Vec<Edit> {
        let before = Arc::clone(self.map());
        if before.notes.is_empty() || is_of_values(edit) || has_same_grid(&before, after) {
            return Vec::new();
        }
        let (then, now) = (self.picture_before(), self.picture_of(after));
        let Some(growth) = Growth::between(&then, &now) else { return Vec::new() };
        let left: HashMap<NoteId, &Arc<Note>> = after.notes.iter().map(|note| (note.id, note)).collect();
        let kept = before.notes.iter().filter(|note| left.get(&note.id) == Some(note));
        kept.filter_map(|note| moved(note, &growth, (&then, &now))).collect()
    }
}

/// Whether an edit sets nothing but feelings and levels, which columns and lanes do not depend on: a hand that pulls one
/// waits for nothing.
fn is_of_values(edit: &Edit) -> bool {
    match edit {
        Edit::All(edits) | Edit::Together(_, edits) => edits.iter().all(is_of_values),
        edit => matches!(edit, Edit::Feeling(..) | Edit::Touchpoint(_, TouchpointChange::Engagement(_))),
    }
}

/// Whether nothing changed that columns and lanes depend on.
fn has_same_grid(before: &Map, after: &Map) -> bool {
    same(&before.stages, &after.stages)
        && same(&before.lanes, &after.lanes)
        && same(&before.channels, &after.channels)
        && same(&before.surveys, &after.surveys)
}

fn same<T>(before: &[Arc<T>], after: &[Arc<T>]) -> bool {
    before.len() == after.len() && before.iter().zip(after).all(|(one, other)| Arc::ptr_eq(one, other))
}

/// A note with an arrow follows what the arrow leads to anyway: only what comes in between moves it away from that.
fn moved(note: &Note, growth: &Growth, (then, now): (&Scene, &Scene)) -> Option<Edit> {
    let way = growth.at(then.note(note.id)?.rect.center());
    let followed = match note.to {
        Some(to) => {
            now.rect_of(to.thing())?;
            growth.at(then.rect_of(to.thing())?.origin() + Vec2::new(1.0, 1.0))
        }
        None => Vec2::ZERO,
    };
    let (x, y) = whole((Vec2::new(f64::from(note.x), f64::from(note.y)) + way - followed).into());
    let is_elsewhere = (x, y) != (note.x, note.y);
    is_elsewhere.then_some(Edit::Note(note.id, NoteChange::Place { x, y, to: note.to }))
}

/// How far the ground moved, by columns and by lanes.
struct Growth {
    columns: Spans,
    lanes: Spans,
}

/// Spans one after the other: where each began to end, and how far it moved; then how far what follows them did.
#[derive(Default)]
struct Spans {
    start: f64,
    ends: Vec<f64>,
    ways: Vec<f64>,
}

impl Growth {
    /// `None` where nothing came, went or grew.
    fn between(then: &Scene, now: &Scene) -> Option<Self> {
        let columns = Spans::between(sizes::GUTTER, &columns(then), &columns(now));
        let lanes = Spans::between(sizes::LANES_TOP, &lanes(then), &lanes(now));
        let growth = Self { columns, lanes };
        (growth.columns.moved() || growth.lanes.moved()).then_some(growth)
    }

    fn at(&self, place: Point) -> Vec2 {
        Vec2::new(self.columns.at(place.x), self.lanes.at(place.y))
    }
}

fn columns(scene: &Scene) -> Vec<((Option<TouchpointId>, StageId), f64)> {
    scene.columns().iter().map(|column| ((column.touchpoint, column.stage), column.width)).collect()
}

fn lanes(scene: &Scene) -> Vec<(LaneId, f64)> {
    scene.lanes().iter().map(|row| (row.id, row.height)).collect()
}

impl Spans {
    fn between<K: Copy + Eq + Hash>(start: f64, then: &[(K, f64)], now: &[(K, f64)]) -> Self {
        if then == now {
            return Self::default();
        }
        let sizes: HashMap<K, f64> = now.iter().copied().collect();
        let known: HashMap<K, f64> = then.iter().copied().collect();
        let (new_before, new_at_end) = new_before(now, &known);
        let mut spans = Self { start, ends: Vec::new(), ways: Vec::new() };
        let (mut end, mut way) = (start, 0.0);
        for (key, size) in then {
            let stays = sizes.get(key);
            way += new_before.get(key).copied().unwrap_or_default();
            end += size;
            spans.ends.push(end);
            spans.ways.push(way);
            way += stays.map_or(-size, |now| now - size);
        }
        spans.ways.push(way + new_at_end);
        spans
    }

    fn moved(&self) -> bool {
        self.ways.iter().any(|way| *way != 0.0)
    }

    fn at(&self, place: f64) -> f64 {
        if place < self.start {
            return 0.0;
        }
        self.ways.get(self.ends.partition_point(|end| *end <= place)).copied().unwrap_or_default()
    }
}

/// How much of what is new stands right before each span that was there, and how much after the last of them.
fn new_before<K: Copy + Eq + Hash>(now: &[(K, f64)], known: &HashMap<K, f64>) -> (HashMap<K, f64>, f64) {
    let (mut before, mut new) = (HashMap::new(), 0.0);
    for (key, size) in now {
        if known.contains_key(key) {
            before.insert(*key, std::mem::take(&mut new));
        } else {
            new += size;
        }
    }
    (before, new)
}
