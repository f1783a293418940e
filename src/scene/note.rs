//! Notes over the map, with their arrows. Must not know what is selected.

use super::{
    Align, Block, FontWeight, Role, Scene, Shape, Stroke, Target, Writing,
    note_arrow::{self, KnownArrows},
    pen::{Pen, Words},
    text::{Measurer, Room},
};
use crate::map::{Map, Note, NoteId, Thing, USUAL_NOTE_WIDTH};
use kurbo::{Point, Rect, Size};
use rustc_hash::FxHashMap;
use std::{collections::HashSet, sync::Arc};

/// A note as it is drawn.
#[derive(Clone, Debug)]
pub struct PlacedNote {
    /// Which note.
    pub id: NoteId,
    /// Its ground.
    pub rect: Rect,
    /// What its place is counted from: the top left of what its arrow leads to, or of the picture.
    pub origin: Point,
    /// Ground and words, standing at the ground's top left.
    pub block: Arc<Block>,
    /// The arrow, standing at the document's origin; nothing in it without one.
    pub arrow: Arc<Block>,
    /// Everything it takes up.
    pub room: Rect,
}

/// Air between the ground's edge and the words.
const INSET: f64 = 10.0;
const TEXT_SIZE: f32 = 11.5;
/// From the top to the first baseline, from one to the next, and below the last.
const FIRST_BASELINE: f64 = 20.0;
const LEADING: f64 = 15.5;
const BELOW: f64 = 11.0;
/// How many rows a note may have.
const MOST_ROWS: usize = 60;
/// How strong a note's own colour is on its ground.
const OWN_COLOR: f32 = 0.22;
/// Notes that are gone are forgotten once they are so many times as many as there are, and so many more.
const KEPT_SHARE: usize = 2;
const KEPT_LEAST: usize = 100;

/// The notes that were laid out last: most edits leave them as they are.
#[derive(Debug, Default)]
pub(super) struct Known {
    blocks: FxHashMap<NoteId, (Arc<Note>, Arc<Block>)>,
    arrows: KnownArrows,
}

/// Puts the map's notes over the picture and makes it large enough for them.
pub(super) fn place_notes(scene: &mut Scene, map: &Map, (known, measurer): (&mut Known, &mut Measurer)) {
    if known.blocks.len() > map.notes.len() * KEPT_SHARE + KEPT_LEAST {
        let here: HashSet<NoteId> = map.notes.iter().map(|note| note.id).collect();
        known.blocks.retain(|id, _| here.contains(id));
        known.arrows.retain(|id, _| here.contains(id));
    }
    let notes: Vec<PlacedNote> = map.notes.iter().map(|note| placed(scene, note, (known, measurer))).collect();
    let air = super::sizes::MARGIN;
    let picture = Rect::from_origin_size(scene.origin, scene.size);
    let whole = notes.iter().map(|note| note.room.inflate(air, air)).fold(picture, |all, room| all.union(room));
    (scene.origin, scene.size) = (whole.origin(), whole.size());
    scene.notes = notes.into();
}

fn placed(scene: &Scene, note: &Arc<Note>, (known, measurer): (&mut Known, &mut Measurer)) -> PlacedNote {
    let block = match known.blocks.get(&note.id) {
        Some((source, block)) if Arc::ptr_eq(source, note) => Arc::clone(block),
        Some(_) | None => {
            let block = Arc::new(note_block(measurer, note));
            known.blocks.insert(note.id, (Arc::clone(note), Arc::clone(&block)));
            block
        }
    };
    let to = note.to.map(|to| to.thing());
    let origin = to.and_then(|to| scene.place_near(to)).map_or(Point::ORIGIN, |rect| rect.origin());
    let rect = Rect::from_origin_size(origin + (f64::from(note.x), f64::from(note.y)), block.size);
    let to = to.and_then(|to| scene.rect_of(to));
    let arrow = to.and_then(|to| note_arrow::arrow(scene, (note.id, rect, to), &mut known.arrows));
    let room = arrow.as_ref().map_or(rect, |arrow| rect.union(arrow.room));
    let arrow = arrow.map(|arrow| arrow.block).unwrap_or_default();
    PlacedNote { id: note.id, rect, origin, block, arrow, room }
}

fn note_block(measurer: &mut Measurer, note: &Note) -> Block {
    let width = f64::from(note.width.unwrap_or(USUAL_NOTE_WIDTH));
    let mut pen = Pen::new(measurer, Size::new(width, 0.0));
    let words = Words::new(note.text.trim_end(), TEXT_SIZE, FontWeight::Regular, Role::Ink);
    let words = words.rows(Room::new(width - 2.0 * INSET, MOST_ROWS), LEADING);
    let rows = pen.rows_after(words, Point::new(INSET, FIRST_BASELINE));
    let height = FIRST_BASELINE + rows * LEADING + BELOW;
    pen.resize_height(height);
    let rect = Rect::new(0.0, 0.0, width, height);
    let filled = |fill, stroke| Shape::Rect { rect, radius: 4.0, fill: Some(fill), stroke };
    let ground = note.color.map_or(Role::NoteTint.into(), |own| super::Color::from(own).fade(OWN_COLOR));
    let border = Some(Stroke::solid(Role::NoteBorder, 1.0));
    match note.color {
        Some(own) => {
            let line = Some(Stroke::solid(own, 1.0));
            pen.insert(0, [filled(Role::Card.into(), None), filled(ground, line)]);
        }
        None => pen.insert(0, [filled(ground, border)]),
    }
    let writing = Writing {
        first: Point::new(INSET, FIRST_BASELINE),
        align: Align::Left,
        width: width - 2.0 * INSET,
        leading: LEADING,
        size: TEXT_SIZE,
        weight: FontWeight::Regular,
        room: rect,
        ground,
    };
    pen.written_spot(Target::Thing(Thing::Note(note.id)), rect, writing);
    pen.done()
}
