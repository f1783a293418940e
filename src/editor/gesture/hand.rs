//! The hand: the tool it holds and what it is doing, carried out on an editor.
//!
//! Must not know screens or egui.

use super::{Change, Gesture, Guide, PointerEvent, Situation, ToolAfter};
use crate::{
    editor::{EditError, Editor, Stay, Tool},
    map::{Curve, Note, Thing},
    scene::{Scene, View},
};
use std::sync::Arc;

/// The tool in use and the gesture under way.
#[derive(Debug, Default)]
pub struct GestureRunner {
    tool: Tool,
    stay: Stay,
    pencil: Curve,
    gesture: Gesture,
}

/// What the window has to do after an event.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FollowUp {
    /// The thing whose name or text is to be edited in place now.
    pub edit_text: Option<Thing>,
    /// A note that comes to the map with its text, which is to be typed now.
    pub draft: Option<Note>,
    /// What the overlay shows until the next event.
    pub guide: Option<Guide>,
}

impl GestureRunner {
    /// What the hand holds.
    pub fn tool(&self) -> Tool {
        self.tool
    }

    /// Takes another tool; a gesture under way is abandoned.
    pub fn take(&mut self, tool: Tool, editor: &mut Editor) {
        if !self.gesture.is_idle() {
            editor.cancel_preview();
            self.gesture = Gesture::Idle;
        }
        self.tool = tool;
    }

    /// Says how long the tool in the hand stays there.
    pub fn keep(&mut self, stay: Stay) {
        self.stay = stay;
    }

    /// Says which curve the pencil draws.
    pub fn sharpen(&mut self, pencil: Curve) {
        self.pencil = pencil;
    }

    /// What the hand is doing.
    pub fn gesture(&self) -> &Gesture {
        &self.gesture
    }

    /// Carries out a pointer event. `scene` is the picture of `editor.map()`, not of the map with the change under
    /// way. On an error the map is as before, and nothing is previewed.
    pub fn point(
        &mut self,
        event: PointerEvent,
        editor: &mut Editor,
        scene: &Scene,
        view: &View,
    ) -> Result<FollowUp, EditError> {
        let map = Arc::clone(editor.map());
        let (tool, pencil) = (self.tool, self.pencil);
        let situation = Situation { map: &map, scene, tool, pencil, selection: &editor.selection, view };
        let (gesture, outcome) = std::mem::take(&mut self.gesture).transition(event, &situation, &mut editor.rng);
        self.gesture = gesture;
        self.tool = match (outcome.tool, self.stay) {
            (ToolAfter::Same, _) | (ToolAfter::Used, Stay::Kept) => self.tool,
            (ToolAfter::Used, Stay::Once) | (ToolAfter::PutAway, _) => Tool::Select,
        };
        let done = outcome.refused.map_or_else(|| editor.follow(outcome.change), Err);
        if done.is_err() {
            editor.cancel_preview();
        } else if let Some(selection) = outcome.select {
            editor.select(selection);
        } else if let Some(cell) = outcome.go_to {
            editor.go_to_cell(cell);
        }
        done.map(|()| FollowUp { edit_text: outcome.edit_text, draft: outcome.draft, guide: outcome.guide })
    }
}

impl Editor {
    /// Carries out a gesture's change: previews it, makes it a step in place of the preview, or drops the preview.
    pub fn follow(&mut self, change: Change) -> Result<(), EditError> {
        match change {
            Change::Nothing => Ok(()),
            Change::Preview(edit) => self.preview(edit),
            Change::Commit(edit) => {
                self.cancel_preview();
                self.apply(edit)
            }
            Change::Cancel => {
                self.cancel_preview();
                Ok(())
            }
        }
    }
}
