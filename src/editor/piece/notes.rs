//! Notes of a piece: taken out of a map with where they are seen, and put in beside what is selected.
//!
//! Must not know the clipboard, nor how notes are drawn.

use crate::{
    editor::{
        Edit,
        notes::{APART, HALF_A_NOTE, selected_notes, whole},
    },
    map::{Fragment, LooseArrow, LooseNote, Map, Note, NoteId, NoteTarget, OwnPath, Persona, Thing},
    scene::{Point, Rect, Scene, Vec2, sizes},
};
use fastrand::Rng;
use std::sync::Arc;

/// How far a copy stands off what it is a copy of, in document units.
const BESIDE: f64 = 16.0;
const OFF: Vec2 = Vec2::new(24.0, 24.0);

/// Adds the selected notes to a piece. An arrow that leads to nothing of the piece is lost.
pub(super) fn add_notes(piece: &mut Fragment, map: &Map, things: &[Thing], picture: &Scene) {
    let notes: Vec<(Arc<Note>, Rect)> = seen_notes(map, things, picture);
    let Some(room) = room_of(&notes) else { return };
    for (note, rect) in notes {
        let (right, down) = whole((rect.origin() - room.origin()).into());
        let to = note.to.filter(|to| is_inside(piece, *to));
        let arrow = if note.to.is_some() && to.is_none() { LooseArrow::Lost } else { LooseArrow::Kept };
        add_persona(piece, map, to);
        let (x, y) = if to.is_some() { (note.x, note.y) } else { (0, 0) };
        let note = Arc::new(Note { to, x, y, ..Note::clone(&note) });
        piece.notes.push(LooseNote { right, down, arrow, note });
    }
}

fn seen_notes(map: &Map, things: &[Thing], picture: &Scene) -> Vec<(Arc<Note>, Rect)> {
    let chosen = selected_notes(things);
    let seen = |note: &Arc<Note>| Some((Arc::clone(note), picture.note(note.id)?.rect));
    map.notes.iter().filter(|note| chosen.contains(&note.id)).filter_map(seen).collect()
}

fn room_of(notes: &[(Arc<Note>, Rect)]) -> Option<Rect> {
    notes.iter().map(|(_, rect)| *rect).reduce(|all, one| all.union(one))
}

/// Whether what an arrow leads to is part of a piece.
fn is_inside(piece: &Fragment, to: NoteTarget) -> bool {
    match to {
        NoteTarget::Stage(id) => piece.stages.iter().any(|one| one.id == id),
        NoteTarget::Touchpoint(id) | NoteTarget::Engagement(id) | NoteTarget::Face(id, _, _) => {
            piece.all_touchpoints().any(|one| one.id == id)
        }
        NoteTarget::Card(id) => piece.all_cards().any(|one| one.id == id),
        NoteTarget::Lane(id) => piece.rows.iter().any(|row| row.lane.id == id),
    }
}

/// The persona of a face that an arrow leads to comes along, also one that feels nothing there yet.
fn add_persona(piece: &mut Fragment, map: &Map, to: Option<NoteTarget>) {
    let Some(NoteTarget::Face(_, id, _)) = to else { return };
    if piece.personas.iter().all(|known| known.id != id)
        && let Some(persona) = map.persona(id)
    {
        let whole = Persona { path: OwnPath::default(), portrait: None, ..Persona::clone(persona) };
        piece.personas.push(Arc::new(whole));
    }
}

/// The edits that put in the notes of a piece, whose ids are fresh: those whose arrows lead to things of the piece beside
/// those, the others beside the thing chosen last, to which a lost arrow leads; beside a selected note as copies of it;
/// with nothing selected in the middle of the part that is `seen`.
pub(super) fn insert_notes(
    map: &Map,
    notes: &[LooseNote],
    primary: Option<Thing>,
    (picture, seen): (&Scene, Option<Rect>),
) -> Vec<Edit> {
    let (corner, to) = place((map, primary), notes, (picture, seen));
    let insert = |loose: &LooseNote| {
        if loose.note.to.is_some() {
            return Edit::InsertNote(Arc::clone(&loose.note));
        }
        let to = to.filter(|_| loose.arrow == LooseArrow::Lost);
        let seen = corner + Vec2::new(loose.right.into(), loose.down.into());
        let origin = to.and_then(|to| picture.rect_of(to.thing())).map_or(Point::ORIGIN, |rect| rect.origin());
        let (x, y) = whole((seen - origin).into());
        Edit::InsertNote(Arc::new(Note { x, y, to, ..Note::clone(&loose.note) }))
    };
    notes.iter().map(insert).collect()
}

/// Where notes come, and what lost arrows lead to there.
fn place(
    (map, primary): (&Map, Option<Thing>),
    notes: &[LooseNote],
    (picture, seen): (&Scene, Option<Rect>),
) -> (Point, Option<NoteTarget>) {
    if let Some(Thing::Note(id)) = primary
        && let (Some(note), Some(placed)) = (map.note(id), picture.note(id))
    {
        return (placed.rect.origin() + OFF, note.to);
    }
    let to = primary.and_then(NoteTarget::of);
    match (to.and_then(|to| Some((to, picture.rect_of(to.thing())?))), seen) {
        (Some((to, rect)), _) => (Point::new(rect.x0 + sizes::MARGIN, rect.y1 + APART), Some(to)),
        (None, Some(seen)) => {
            let reach = |of: fn(&LooseNote) -> i32| f64::from(notes.iter().map(of).max().unwrap_or_default()) / 2.0;
            let half = Vec2::new(reach(|note| note.right), reach(|note| note.down)) + HALF_A_NOTE;
            (seen.center() - half, None)
        }
        (None, None) => (Point::new(picture.right() + APART, sizes::LANES_TOP), None),
    }
}

/// The edits that put copies of notes beside them; their arrows lead where those of the notes lead, or to the copies of
/// that. `copies` are the notes of a piece under fresh ids, in the order of `things`' notes in the map.
pub(super) fn notes_beside(map: &Map, things: &[Thing], copies: &[LooseNote], picture: &Scene) -> Vec<Edit> {
    let originals = seen_notes(map, things, picture);
    let Some(room) = room_of(&originals) else { return Vec::new() };
    let aside = room.width() + BESIDE;
    let copy = |((note, _), copy): (&(Arc<Note>, Rect), &LooseNote)| match copy.note.to {
        Some(_) => Edit::InsertNote(Arc::clone(&copy.note)),
        None => Edit::InsertNote(Arc::new(moved(note, copy.note.id, Vec2::new(aside, 0.0)))),
    };
    originals.iter().zip(copies).map(copy).collect()
}

/// A note under another id and a little elsewhere, its arrow leading to the same thing.
fn moved(note: &Note, id: NoteId, by: Vec2) -> Note {
    let (x, y) = whole((f64::from(note.x) + by.x, f64::from(note.y) + by.y));
    Note { id, x, y, ..note.clone() }
}

/// Copies of notes, moved by the hand, and the copies.
pub(in crate::editor) fn copy_notes(map: &Map, ids: &[NoteId], by: Vec2, rng: &mut Rng) -> Vec<(Edit, Thing)> {
    let copy = |id: &NoteId| {
        let copy = moved(map.note(*id)?, NoteId::random(rng), by);
        let thing = Thing::Note(copy.id);
        Some((Edit::InsertNote(Arc::new(copy)), thing))
    };
    ids.iter().filter_map(copy).collect()
}
