//! How a map changes. Drives without any window; must not know egui or files.

mod apply;
mod blueprint;
mod channel_icon;
mod edit;
mod feel;
mod find;
mod free_paper;
mod gesture;
mod guided_start;
mod history;
mod images;
mod label;
mod label_words;
mod lock;
mod make;
mod new_things;
mod notes;
mod path;
mod piece;
mod place;
mod refusal;
mod selection;
mod shift;
mod sight;
mod stand_beside;
mod step_names;
pub mod structure;
mod thing_text;
mod tool;
mod walk;

pub use channel_icon::{named_channel, proposed_icon};
pub use edit::{
    CardChange, Edit, EditError, FeelingChange, LaneChange, LinkChange, MapChange, NoteChange, PersonaChange,
    StageChange, TouchpointChange,
};
pub use find::{Finder, Match, Pattern, TextPlace, replaced};
pub use gesture::{
    Change, Destination, FollowUp, Gesture, GestureRunner, Guide, Modifiers, Outcome, Phase, PointerEvent, Press,
    Promise, Rest, Situation, ToolAfter, Writes, promise,
};
pub use guided_start::{AnswerLine, DigitalStage, GuideQuestion, GuidedStart, GuidedStep, guess_stage};
pub use history::{History, Revision};
pub use images::{ImagePlace, place_images};
pub use label::{Deed, EditLabel, Kind as LabelKind, Object as LabelObject};
pub use make::New;
pub use piece::{Made, Pasted};
pub use place::{Cell, Place, cell_below, value_in};
pub use shift::{Direction, Order};
pub use thing_text::{edit_of_text, text_of};
pub use tool::{Stay, Tool};
pub use walk::{Step, walk};

use crate::map::{Map, Thing};
use std::sync::Arc;

/// An open document: its map with history, what is selected, and a change under way.
#[derive(Debug)]
pub struct Editor {
    history: History,
    preview: Option<(Arc<Map>, Edit)>,
    selection: Vec<Thing>,
    cell: Option<Cell>,
    saved: Option<Revision>,
    sight: sight::Sight,
    rng: fastrand::Rng,
    number: u64,
}

impl Editor {
    /// Opens a map. `saved` tells whether it stands in a file just so. New ids come from `rng`.
    pub fn open(map: Arc<Map>, saved: InFile, rng: fastrand::Rng) -> Self {
        let history = History::new(map);
        let saved = (saved == InFile::Yes).then(|| history.revision());
        let number = rng.clone().u64(..);
        Self {
            history,
            preview: None,
            selection: Vec::new(),
            cell: None,
            saved,
            sight: sight::Sight::default(),
            rng,
            number,
        }
    }

    /// The map without the change under way.
    pub fn map(&self) -> &Arc<Map> {
        self.history.map()
    }

    /// The map as the screen shows it: with the change under way.
    pub fn shown(&self) -> &Arc<Map> {
        self.preview.as_ref().map_or(self.history.map(), |(map, _)| map)
    }

    /// Undo and redo.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Where new ids come from.
    pub fn rng(&mut self) -> &mut fastrand::Rng {
        &mut self.rng
    }

    /// Applies an edit as one step of the history, after the change under way, which becomes a step of its own.
    pub fn apply(&mut self, edit: Edit) -> Result<(), EditError> {
        self.commit_preview();
        let (edit, map) = self.keeping_notes(edit)?;
        self.history.push(map, edit);
        self.drop_gone_selection();
        Ok(())
    }

    /// Shows an edit without a step in the history; each call starts from the map before.
    pub fn preview(&mut self, edit: Edit) -> Result<(), EditError> {
        let (edit, map) = self.keeping_notes(edit)?;
        self.preview = Some((map, edit));
        Ok(())
    }

    /// Makes the change under way a step of the history. A note that says nothing is no step: it is not brought in, and
    /// one that said something goes.
    pub fn commit_preview(&mut self) {
        let Some((map, edit)) = self.preview.take().filter(|(_, edit)| !notes::is_wordless_note(edit)) else { return };
        let (map, edit) = match notes::without_wordless(edit.clone()) {
            kept if kept == edit => (map, edit),
            instead => (instead.apply(self.history.map()).unwrap_or(map), instead),
        };
        self.history.push(map, edit);
        self.drop_gone_selection();
    }

    /// Drops the change under way.
    pub fn cancel_preview(&mut self) {
        self.preview = None;
    }

    /// One step back.
    pub fn undo(&mut self) {
        self.commit_preview();
        self.history.undo();
        self.drop_gone_selection();
    }

    /// One step forward.
    pub fn redo(&mut self) {
        self.commit_preview();
        self.history.redo();
        self.drop_gone_selection();
    }

    /// Whether the map differs from its file.
    pub fn is_modified(&self) -> bool {
        self.saved != Some(self.history.revision())
    }

    /// Notes that the map of `revision` stands in its file.
    pub fn mark_saved(&mut self, revision: Revision) {
        self.saved = Some(revision);
    }

    /// A number that no other opened map has, for what belongs to this one alone while it is open.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// How many steps are not in the file; of a map that is in none, all of them and at least 1.
    pub fn unsaved_steps(&self) -> usize {
        match self.saved {
            Some(revision) => self.history.steps_since(revision),
            None => self.history.depth().max(1),
        }
    }
}

/// Whether an opened map stands in a file just so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InFile {
    /// It was read from a file.
    Yes,
    /// It is new, or was brought back.
    No,
}
