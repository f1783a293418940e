//! What every field needs: the document it changes, how things look and read, and a place for refusals.
//!
//! Must not know any widget.

use crate::{
    editor::{Edit, EditError, Editor, New},
    map::Map,
    scene::{Palette, Role},
    texts::Texts,
    ui::{Command, Look, theme},
};
use egui::Color32;
use std::sync::Arc;

/// The document under a panel's fields.
pub struct Desk<'a> {
    /// The document.
    pub editor: &'a mut Editor,
    /// How things look and read.
    pub look: Look,
    /// The last edit that could not be applied; cleared by the next that can.
    pub refused: &'a mut Option<EditError>,
    /// What is asked for that the editor cannot do: dialogs, files.
    pub asked: &'a mut Vec<Command>,
}

impl Desk<'_> {
    /// The words.
    pub fn texts(&self) -> Texts {
        self.look.texts
    }

    /// The colours.
    pub fn palette(&self) -> Palette {
        self.look.palette
    }

    /// The screen's colour of a role.
    pub fn color(&self, role: Role) -> Color32 {
        theme::color(self.look.palette, role)
    }

    /// The map as the screen shows it.
    pub fn shown(&self) -> Arc<Map> {
        Arc::clone(self.editor.shown())
    }

    /// Applies an edit as one step; a refusal is kept for the panel to say.
    pub fn apply(&mut self, edit: Edit) {
        *self.refused = self.editor.apply(edit).err();
    }

    /// Makes a new thing and selects it; a refusal is kept for the panel to say.
    pub fn make(&mut self, new: New) {
        *self.refused = self.editor.make(new).err();
    }

    /// Shows an edit without a step; a refusal is kept for the panel to say.
    pub fn preview(&mut self, edit: Edit) {
        *self.refused = self.editor.preview(edit).err();
    }
}
