//! Free paper: where notes come that nobody gave a place by hand, so that they cover nothing that is read.
//!
//! Must not know how notes are drawn, nor what asks for them.

use super::{Edit, Editor, notes::whole};
use crate::{
    map::{Map, Note, NoteId},
    scene::{Rect, Scene, Vec2},
};
use std::{collections::HashMap, sync::Arc};

/// Air between a note and what it stands beside, in document units.
const AIR: f64 = 8.0;
/// Places are looked at so far apart, in document units.
const STEP: f64 = 12.0;
/// How far a note goes for paper on which nothing at all is, and how far for any, in document units.
const NEAR: f64 = 264.0;
const FAR: f64 = 720.0;
/// The height that a note without words is given room for, in document units: three rows.
const ROWS: f64 = 78.0;

/// What is asked of a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Wish {
    /// It is good unless something is covered there.
    There,
    /// Paper on which nothing is, near to it; if it can be inside of this.
    Near(Option<Rect>),
}

impl Editor {
    /// The same edits, the notes that they bring in moved to free paper: those that come along with what they are about
    /// one by one, all others together, so that they keep their distances.
    pub(super) fn on_free_paper(&mut self, mut edits: Vec<Edit>, wish: Wish) -> Vec<Edit> {
        let new: Vec<Arc<Note>> = edits.iter().filter_map(brought_in).map(Arc::clone).collect();
        if new.is_empty() {
            return edits;
        }
        // What does not fit is said when it is applied.
        let Ok((_, after)) = self.keeping_notes(Edit::All(edits.clone())) else { return edits };
        let scene = self.picture_of(&after);
        let ways = ways(self.map(), &scene, (&new, wish));
        for edit in &mut edits {
            if let Edit::InsertNote(note) = edit
                && let Some(way) = ways.get(&note.id)
            {
                let (x, y) = whole((f64::from(note.x) + way.x, f64::from(note.y) + way.y));
                *note = Arc::new(Note { x, y, ..Note::clone(note) });
            }
        }
        edits
    }
}

fn brought_in(edit: &Edit) -> Option<&Arc<Note>> {
    if let Edit::InsertNote(note) = edit { Some(note) } else { None }
}

/// How far each new note goes.
fn ways(before: &Map, scene: &Scene, (new, wish): (&[Arc<Note>], Wish)) -> HashMap<NoteId, Vec2> {
    let comes_along = |note: &Arc<Note>| note.to.is_some_and(|to| !to.thing().exists_in(before));
    let (alone, together): (Vec<Arc<Note>>, Vec<Arc<Note>>) = new.iter().cloned().partition(comes_along);
    let groups = alone.into_iter().map(|note| (vec![note], Wish::There)).chain([(together, wish)]);
    let is_new = |id: NoteId| new.iter().any(|note| note.id == id);
    let mut standing: Vec<Rect> = scene.notes().iter().filter(|note| !is_new(note.id)).map(|note| note.rect).collect();
    let mut ways = HashMap::new();
    for (group, wish) in groups {
        let rects: Vec<Rect> = group.iter().filter_map(|note| room_of(scene, note)).collect();
        let way = way_to_free_paper(scene, (&rects, &standing), wish);
        standing.extend(rects.iter().map(|rect| *rect + way));
        ways.extend(group.iter().map(|note| (note.id, way)));
    }
    ways
}

/// The room of a note; of one without words what the first of them will take.
fn room_of(scene: &Scene, note: &Note) -> Option<Rect> {
    let rect = scene.note(note.id)?.rect;
    let height = if note.text.trim().is_empty() { ROWS } else { 0.0 };
    Some(Rect { y1: rect.y1.max(rect.y0 + height), ..rect })
}

/// The shortest way that takes notes to free paper; below everything where there is none nearby.
fn way_to_free_paper(scene: &Scene, (notes, standing): (&[Rect], &[Rect]), wish: Wish) -> Vec2 {
    let Some(room) = notes.iter().copied().reduce(|all, one| all.union(one)) else { return Vec2::ZERO };
    let reach = room.inflate(FAR, FAR);
    let air = |rects: Vec<Rect>| rects.into_iter().map(|rect| rect.inflate(AIR, AIR)).collect::<Vec<_>>();
    let taken = air(scene.taken(reach).into_iter().chain(standing.iter().copied()).collect());
    let better_left = scene.better_left_free(reach);
    let is_clear = |way: Vec2, of: &[Rect]| notes.iter().all(|note| !of.iter().any(|it| it.overlaps(*note + way)));
    let covers_nothing = |way: &Vec2| is_clear(*way, &taken);
    let is_free = |way: &Vec2| covers_nothing(way) && is_clear(*way, &better_left);
    let inside = match wish {
        Wish::There if covers_nothing(&Vec2::ZERO) => return Vec2::ZERO,
        Wish::There | Wish::Near(None) => None,
        Wish::Near(part) => part,
    };
    let is_inside = |way: &Vec2| inside.is_none_or(|inside| inside.union(room + *way) == inside);
    let (near, far) = (ways_up_to(NEAR), ways_up_to(FAR));
    let first = |ways: &[Vec2], fits: &dyn Fn(&Vec2) -> bool| ways.iter().copied().find(|way| fits(way));
    first(&near, &|way| is_inside(way) && is_free(way))
        .or_else(|| first(&near, &|way| is_inside(way) && covers_nothing(way)))
        .or_else(|| first(&far, &is_free))
        .or_else(|| first(&far, &covers_nothing))
        .unwrap_or(Vec2::new(0.0, scene.room().y1 - room.y0))
}

/// All ways on a grid that are not longer, the shortest first; of equal ones those down and to the right.
fn ways_up_to(longest: f64) -> Vec<Vec2> {
    #[expect(clippy::cast_possible_truncation, reason = "a few dozens")]
    let count = (longest / STEP) as i32;
    let all = (-count..=count).flat_map(|down| (-count..=count).map(move |right| (right, down)));
    let mut ways: Vec<(i32, i32)> = all.filter(|(right, down)| right * right + down * down <= count * count).collect();
    ways.sort_by_key(|(right, down)| (right * right + down * down, -down, -right));
    ways.into_iter().map(|(right, down)| Vec2::new(f64::from(right) * STEP, f64::from(down) * STEP)).collect()
}
