//! Inserting and changing notes. Must not know where the thing stands that an arrow leads to.

use super::{Applied, list, put};
use crate::{
    editor::{EditError, NoteChange},
    map::{FARTHEST, Map, NOTE_WIDTHS, Note, NoteId, NoteTarget},
};
use std::sync::Arc;

pub(super) fn insert(map: &mut Arc<Map>, note: &Arc<Note>) -> Applied {
    check_target(map, note.to)?;
    check_width(note.width)?;
    check_place((note.x, note.y))?;
    list::insert(map, usize::MAX, note)
}

fn check_target(map: &Map, to: Option<NoteTarget>) -> Applied {
    match to.filter(|to| !to.thing().exists_in(map)) {
        Some(_) => Err(EditError::Gone),
        None => Ok(()),
    }
}

fn check_width(width: Option<u16>) -> Applied {
    match width.is_none_or(|width| (NOTE_WIDTHS.0..=NOTE_WIDTHS.1).contains(&width)) {
        true => Ok(()),
        false => Err(EditError::DoesNotFit),
    }
}

fn check_place((x, y): (i32, i32)) -> Applied {
    match x.unsigned_abs().max(y.unsigned_abs()) <= FARTHEST.unsigned_abs() {
        true => Ok(()),
        false => Err(EditError::DoesNotFit),
    }
}

pub(super) fn change(map: &mut Arc<Map>, id: NoteId, change: &NoteChange) -> Applied {
    match change {
        NoteChange::Width(width) => check_width(*width)?,
        NoteChange::Place { x, y, to } => {
            check_place((*x, *y))?;
            check_target(map, *to)?;
        }
        NoteChange::Text(_) | NoteChange::Color(_) => {}
    }
    list::alter::<Note>(map, id, |note| match change {
        NoteChange::Text(text) => put(&mut note.text, text),
        NoteChange::Color(color) => put(&mut note.color, color),
        NoteChange::Width(width) => put(&mut note.width, width),
        NoteChange::Place { x, y, to } => {
            let is_new = (note.x, note.y, note.to) != (*x, *y, *to);
            (note.x, note.y, note.to) = (*x, *y, *to);
            is_new
        }
    })
}

/// Takes away the arrows that lead to what is not there any more.
pub(super) fn drop_lost_arrows(map: &mut Arc<Map>) {
    let gone = NoteTarget::gone_from(map, map.notes.iter().filter_map(|note| note.to));
    let is_lost = |note: &Note| note.to.is_some_and(|to| gone.contains(&to));
    let lost: Vec<usize> =
        (0..map.notes.len()).filter(|at| map.notes.get(*at).is_some_and(|note| is_lost(note))).collect();
    for at in lost {
        if let Some(note) = Arc::make_mut(map).notes.get_mut(at) {
            Arc::make_mut(note).to = None;
        }
    }
}
