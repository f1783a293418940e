//! What the next undo and redo are called. Must not know how an edit is put into words.

use super::{EditLabel, History};

impl History {
    /// What undo would take back.
    pub fn undo_label(&self) -> Option<EditLabel> {
        self.undoable_from().map(|(before, edit)| edit.label(before))
    }

    /// What redo would bring back.
    pub fn redo_label(&self) -> Option<EditLabel> {
        self.redoable().map(|edit| edit.label(self.map()))
    }
}
