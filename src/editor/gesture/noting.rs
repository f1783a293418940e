//! Notes under the hand: moved, made wider, led to a thing by their arrows.
//!
//! Must not know how notes are drawn.

use super::{Change, Gesture, Guide, Outcome, PointerEvent, Situation};
use crate::{
    editor::{Edit, NoteChange, notes},
    map::{NOTE_WIDTHS, Note, NoteId, NoteTarget, Thing},
    scene::{Point, Rect, Target},
};

/// Notes being moved.
#[derive(Clone, Debug, PartialEq)]
pub struct NoteMove {
    ids: Vec<NoteId>,
    from: Point,
}

/// All selected notes if this is one of them, else this one alone.
pub(super) fn carry(id: NoteId, from: Point, situation: &Situation<'_>) -> Gesture {
    Gesture::MovingNotes(NoteMove { ids: carried(id, situation), from })
}

/// What is carried by a note: all selected notes if it is one of them, else it alone.
pub(super) fn carried(id: NoteId, situation: &Situation<'_>) -> Vec<NoteId> {
    let selected = notes::selected_notes(situation.selection);
    if selected.contains(&id) { selected } else { vec![id] }
}

impl NoteMove {
    fn edit(&self, event: PointerEvent, situation: &Situation<'_>) -> Option<Edit> {
        notes::moved(situation.map, &self.ids, (event.at - self.from).into())
    }

    pub(super) fn under_way(&self, event: PointerEvent, situation: &Situation<'_>) -> Outcome {
        self.edit(event, situation).map_or_else(Outcome::default, |edit| Outcome::change(Change::Preview(edit)))
    }

    pub(super) fn released(&self, event: PointerEvent, situation: &Situation<'_>) -> Outcome {
        Outcome::change(self.edit(event, situation).map_or(Change::Cancel, Change::Commit))
    }
}

/// A note's right edge being pulled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WidthPull {
    note: NoteId,
    from: Point,
    width: f64,
}

pub(super) fn width(note: NoteId, from: Point, situation: &Situation<'_>) -> Option<Gesture> {
    let width = situation.scene.note(note)?.rect.width();
    Some(Gesture::SizingNote(WidthPull { note, from, width }))
}

impl WidthPull {
    fn edit(&self, event: PointerEvent) -> Edit {
        let (least, most) = NOTE_WIDTHS;
        let width = (self.width + event.at.x - self.from.x).round().clamp(least.into(), most.into());
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 60…800 just above")]
        let width = width as u16;
        Edit::Note(self.note, NoteChange::Width(Some(width)))
    }

    pub(super) fn under_way(&self, event: PointerEvent) -> Outcome {
        Outcome::change(Change::Preview(self.edit(event)))
    }

    pub(super) fn released(&self, event: PointerEvent) -> Outcome {
        Outcome::change(Change::Commit(self.edit(event)))
    }
}

/// What an arrow from a note would lead to at the pointer.
fn target_under(note: NoteId, event: PointerEvent, situation: &Situation<'_>) -> Option<(NoteTarget, Rect)> {
    let thing = match situation.scene.hit(event.at, event.slack)?.target {
        Target::Thing(thing) | Target::Handle(thing) => thing,
        Target::Measured(id) => Thing::Touchpoint(id),
        Target::Cell(..) | Target::LaneBorder(_) | Target::StageBody(_) | Target::NoteBorder(_) => return None,
    };
    let to = NoteTarget::of(thing).filter(|_| thing != Thing::Note(note))?;
    Some((to, situation.scene.rect_of(thing)?))
}

pub(super) fn arrow_under_way(note: NoteId, event: PointerEvent, situation: &Situation<'_>) -> Outcome {
    let Some(placed) = situation.scene.note(note) else { return Outcome::default() };
    let mark = target_under(note, event, situation).map(|(_, rect)| rect);
    let to = mark.map_or(event.at, |mark| mark.center());
    Outcome::guide(Guide::Link { from: placed.rect.center(), to, mark })
}

/// Leads the arrow to the thing under the pointer; over the note itself it takes the arrow away, over nothing it leaves
/// everything as it is.
pub(super) fn arrow_released(note: NoteId, event: PointerEvent, situation: &Situation<'_>) -> Outcome {
    let is_back = situation.scene.note(note).is_some_and(|placed| placed.rect.contains(event.at));
    let to = target_under(note, event, situation).map(|(to, _)| to);
    let edit = match (to, is_back) {
        (Some(to), _) => notes::place_seen(situation.scene, note, Some(to)),
        (None, true) => notes::place_seen(situation.scene, note, None),
        (None, false) => None,
    };
    Outcome::change(edit.map_or(Change::Cancel, Change::Commit))
}

/// A note where the hand let go, on ground that holds no cards; it is there once it has a text.
pub(super) fn make(event: PointerEvent, situation: &Situation<'_>, rng: &mut fastrand::Rng) -> Option<Outcome> {
    let is_ground = match situation.scene.hit(event.at, event.slack).map(|hit| hit.target) {
        Some(Target::Cell(..) | Target::StageBody(_) | Target::LaneBorder(_)) | None => true,
        Some(Target::Thing(_) | Target::Measured(_) | Target::NoteBorder(_) | Target::Handle(_)) => false,
    };
    is_ground.then(|| Outcome::drafted(Note::new(NoteId::random(rng), notes::whole((event.at.x, event.at.y)))))
}
