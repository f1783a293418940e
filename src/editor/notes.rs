//! Notes and where they are seen: made beside what is selected, moved by keys, kept in place when their arrow goes,
//! taken away when they say nothing any more.
//!
//! A note with an arrow counts its place from what the arrow leads to; where that is, only the picture knows. The
//! editor is shown it with each frame. Must not know how notes are drawn.

use super::{
    Direction, Edit, EditError, Editor, NoteChange, Place,
    free_paper::Wish,
    walk::{Step, pick},
};
use crate::{
    map::{FARTHEST, Map, Note, NoteId, NoteTarget, Thing},
    scene::{Point, Scene, Vec2, sizes},
};
use std::{collections::HashMap, sync::Arc};

/// How far a key moves a note, in document units.
const STEP: f64 = 8.0;
/// How far a new note stands from what it is made for, or from the map, in document units.
pub(super) const APART: f64 = 36.0;
/// From a note's upper left to its middle, in document units.
pub(super) const HALF_A_NOTE: Vec2 = Vec2::new(80.0, 39.0);

impl Editor {
    /// Takes a note's arrow away; the note stays where it is seen.
    pub fn detach_note(&mut self, id: NoteId) -> Result<(), EditError> {
        self.commit_preview();
        let edit = place_seen(&self.picture(), id, None).ok_or(EditError::Gone)?;
        self.apply(edit)
    }

    /// Takes the arrows of the selected notes away, as one step; does nothing with others.
    pub fn detach_selected(&mut self) -> Result<(), EditError> {
        self.commit_preview();
        let picture = self.picture();
        let notes = selected_notes(self.selection()).into_iter().filter(|id| self.about(Thing::Note(*id)).is_some());
        let edits: Vec<Edit> = notes.filter_map(|id| place_seen(&picture, id, None)).collect();
        self.apply(Edit::All(edits))
    }

    /// Lets a note's arrow lead to a thing; the note stays where it is seen.
    pub fn attach_note(&mut self, id: NoteId, to: NoteTarget) -> Result<(), EditError> {
        self.commit_preview();
        let edit = place_seen(&self.picture(), id, Some(to)).ok_or(EditError::Gone)?;
        self.apply(edit)
    }

    /// What a note's arrow leads to; `None` for a note without one, and for every other thing.
    pub fn about(&self, thing: Thing) -> Option<Thing> {
        let Thing::Note(id) = thing else { return None };
        self.map().note(id)?.to.map(NoteTarget::thing)
    }

    /// Moves the selected notes a little; does nothing with others.
    pub fn move_notes(&mut self, direction: Direction) -> Result<(), EditError> {
        self.commit_preview();
        let (x, y) = match direction {
            Direction::Left => (-STEP, 0.0),
            Direction::Right => (STEP, 0.0),
            Direction::Up => (0.0, -STEP),
            Direction::Down => (0.0, STEP),
        };
        let notes: Vec<NoteId> = selected_notes(self.selection());
        match moved(self.map(), &notes, (x, y)) {
            Some(edit) => self.apply(edit),
            None => Ok(()),
        }
    }

    /// The edit together with what keeps notes in place, and the map after both: notes whose arrows it takes away, and
    /// those beside which columns or lanes come, go or grow.
    pub(super) fn keeping_notes(&mut self, edit: Edit) -> Result<(Edit, Arc<Map>), EditError> {
        let after = edit.apply(self.map())?;
        let lost = if removes(&edit) { lost_notes(self.map(), &after) } else { Vec::new() };
        let mut kept = Vec::new();
        if !lost.is_empty() {
            let picture = self.picture();
            kept.extend(lost.into_iter().filter_map(|id| place_seen(&picture, id, None)));
        }
        kept.extend(self.stand_beside(&edit, &after));
        if kept.is_empty() {
            return Ok((edit, after));
        }
        // A note that has lost its arrow comes to the same place before and after.
        let after = kept.iter().try_fold(after, |map, kept| kept.apply(&map))?;
        let label = edit.label(self.map());
        Ok((Edit::Together(label, kept.into_iter().chain([edit]).collect()), after))
    }

    /// A note that is not on the map yet, on free paper: beside what is selected with an arrow to it, else in the middle
    /// of what is seen.
    pub fn note_beside(&mut self) -> Note {
        let picture = self.picture();
        let to = self.primary().and_then(NoteTarget::of);
        let beside = to.and_then(|to| Some((to, picture.rect_of(to.thing())?)));
        let id = NoteId::random(&mut self.rng);
        let (note, inside) = match (beside, self.seen_part()) {
            (Some((to, rect)), _) => {
                (Note { to: Some(to), ..Note::new(id, whole((sizes::MARGIN, rect.height() + APART))) }, None)
            }
            (None, Some(part)) => (Note::new(id, whole((part.center() - HALF_A_NOTE).into())), Some(part)),
            (None, None) => (Note::new(id, whole((picture.right() + APART, sizes::LANES_TOP))), None),
        };
        let insert = Edit::InsertNote(Arc::new(note.clone()));
        match self.on_free_paper(vec![insert], Wish::Near(inside)).pop() {
            Some(Edit::InsertNote(note)) => Note::clone(&note),
            _ => note,
        }
    }
}

/// What an edit is that leaves a note without words: it takes the note away; every other edit is itself.
pub(super) fn without_wordless(edit: Edit) -> Edit {
    match edit {
        Edit::Note(id, NoteChange::Text(text)) if text.trim().is_empty() => Edit::Remove(vec![Thing::Note(id)]),
        edit => edit,
    }
}

/// Whether an edit brings a note to the map that says nothing yet.
pub(super) fn is_wordless_note(edit: &Edit) -> bool {
    matches!(edit, Edit::InsertNote(note) if note.text.trim().is_empty())
}

/// A step up or down a column, in which each note stands below what it is about.
pub(super) fn up_or_down(map: &Map, (from, column): (Place, &[Place]), step: Step) -> Option<Place> {
    let about = |place: Place| {
        let is_about = move |note: &&Arc<Note>| note.to.is_some_and(|to| Place::Thing(to.thing()) == place);
        map.notes.iter().filter(is_about).map(|note| Place::Thing(Thing::Note(note.id)))
    };
    let places: Vec<Place> = column.iter().flat_map(|place| std::iter::once(*place).chain(about(*place))).collect();
    pick(&places, from, step)
}

/// Whether an edit takes anything away to which an arrow can lead.
fn removes(edit: &Edit) -> bool {
    if let Edit::All(edits) | Edit::Together(_, edits) = edit {
        edits.iter().any(removes)
    } else {
        matches!(edit, Edit::Remove(_))
    }
}

/// The notes whose arrows lead to what is not in the map after an edit, and that it did not move itself.
fn lost_notes(before: &Map, after: &Map) -> Vec<NoteId> {
    let gone = NoteTarget::gone_from(after, before.notes.iter().filter_map(|note| note.to));
    if gone.is_empty() {
        return Vec::new();
    }
    let loose = after.notes.iter().filter(|note| note.to.is_none());
    let loose: HashMap<NoteId, (i32, i32)> = loose.map(|note| (note.id, (note.x, note.y))).collect();
    let is_there = |note: &Note| loose.get(&note.id) == Some(&(note.x, note.y));
    let is_lost = |note: &&Arc<Note>| is_there(note) && note.to.is_some_and(|to| gone.contains(&to));
    before.notes.iter().filter(is_lost).map(|note| note.id).collect()
}

/// The notes among things.
pub(super) fn selected_notes(things: &[Thing]) -> Vec<NoteId> {
    let note = |thing: &Thing| if let Thing::Note(id) = thing { Some(*id) } else { None };
    things.iter().filter_map(note).collect()
}

/// Whole document units, as a note's place has them.
pub(super) fn whole((x, y): (f64, f64)) -> (i32, i32) {
    #[expect(clippy::cast_possible_truncation, reason = "clamped just before")]
    let whole = |value: f64| value.round().clamp(f64::from(-FARTHEST), f64::from(FARTHEST)) as i32;
    (whole(x), whole(y))
}

/// The edit that moves notes; `None` without any.
pub(super) fn moved(map: &Map, notes: &[NoteId], (x, y): (f64, f64)) -> Option<Edit> {
    let of_note = |id: &NoteId| {
        let note = map.note(*id)?;
        let (x, y) = whole((f64::from(note.x) + x, f64::from(note.y) + y));
        Some(Edit::Note(*id, NoteChange::Place { x, y, to: note.to }))
    };
    let mut edits: Vec<Edit> = notes.iter().filter_map(of_note).collect();
    match edits.len() {
        0 => None,
        1 => edits.pop(),
        _ => Some(Edit::All(edits)),
    }
}

/// The edit that leads a note's arrow elsewhere, or takes it away, without moving what is seen of the note; `None`
/// where the picture does not have the note.
pub(super) fn place_seen(picture: &Scene, id: NoteId, to: Option<NoteTarget>) -> Option<Edit> {
    let corner = picture.note(id)?.rect.origin();
    let origin = to.and_then(|to| picture.rect_of(to.thing())).map_or(Point::ORIGIN, |rect| rect.origin());
    let (x, y) = whole((corner - origin).into());
    Some(Edit::Note(id, NoteChange::Place { x, y, to }))
}
