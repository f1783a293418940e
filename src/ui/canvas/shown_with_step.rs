//! Whose feelings are shown because of a step of the history, such as pasted ones: undo takes that back with the step.
//! Must not know what the step did.

use super::Canvas;
use crate::{
    editor::{Editor, Revision},
    scene::PersonaChoice,
};

/// A choice of personas that came with a step of the history.
#[derive(Clone, Copy, Debug)]
pub(super) struct CameWith {
    /// What the step led to.
    step: Revision,
    before: PersonaChoice,
    now: PersonaChoice,
}

impl Canvas {
    /// Shows other personas because of the step that was just made; undo brings the choice before back.
    pub fn show_for_step(&mut self, now: PersonaChoice, editor: &Editor) {
        let before = std::mem::replace(&mut self.view.persona, now);
        if before != now {
            self.came_with = Some(CameWith { step: editor.history().revision(), before, now });
        }
    }

    /// After undo: the choice that came with a step goes with it, unless another was made since.
    pub(super) fn show_as_before_step(&mut self, editor: &Editor) {
        if let Some(came) = self.came_with.take_if(|came| editor.history().revision() < came.step)
            && self.view.persona == came.now
        {
            self.view.persona = came.before;
        }
    }
}
