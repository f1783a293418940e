//! Edits that were refused: the message that says why, and how long it stands. Must not know what was tried.

use super::Program;
use crate::{
    editor::EditError,
    map::{Map, Thing},
    scene::PersonaChoice,
    ui::{
        Command,
        notices::{Action, Notice, Tone, Topic},
    },
};
use std::sync::Arc;

/// What an edit is about: the map, what is selected, whose feelings are shown.
pub(super) struct Situation {
    map: Arc<Map>,
    selection: Vec<Thing>,
    persona: PersonaChoice,
}

impl PartialEq for Situation {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.map, &other.map) && self.selection == other.selection && self.persona == other.persona
    }
}

impl Program {
    /// Says why an edit could not be applied.
    pub(super) fn say_refused(&mut self, error: EditError) {
        let texts = self.look.texts;
        self.refused_on = self.situation();
        let text = error.text(texts);
        if error == EditError::StructureLocked {
            // Nothing went wrong: somebody locked it on purpose, and unlocking is at hand.
            let unlock = (texts.command_unlock().to_owned(), Action::Command(Command::LockStructure));
            let notice = Notice { topic: Topic::Edit, tone: Tone::Good, text: text.to_owned(), actions: vec![unlock] };
            self.shell.notices.add(notice);
        } else {
            self.shell.notices.fault(Topic::Edit, text);
        }
    }

    /// Says why nothing was pasted; the message stands until the person goes on.
    pub(super) fn say_not_pasted(&mut self, sentence: &str) {
        self.refused_on = self.situation();
        self.shell.notices.fault(Topic::Edit, sentence);
    }

    /// Takes the message about a refused edit away once the person went on with another map, edit, selection or persona.
    pub(super) fn forget_refused(&mut self) {
        if self.refused_on.is_some() && self.situation() != self.refused_on {
            self.refused_on = None;
            self.shell.notices.clear(Topic::Edit);
        }
    }

    /// What an edit is about now.
    fn situation(&self) -> Option<Situation> {
        let editor = &self.document.as_ref()?.editor;
        let (map, selection) = (Arc::clone(editor.map()), editor.selection().to_vec());
        Some(Situation { map, selection, persona: self.shell.canvas.view.persona })
    }
}
