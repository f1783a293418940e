//! The guided start: a new map whose guide lies over it. Whatever else is asked for leaves the guide first, with the map
//! that was made of what was typed. Must not know what the guide asks.

use super::{Intent, Program};
use crate::{
    app::document::{Document, Origin},
    editor::GuidedStart,
    map::Map,
    ui::{Command, guided_start::GuidePage},
};
use std::sync::Arc;

impl Program {
    /// Opens an empty map with the guide over it.
    pub(super) fn start_guide(&mut self) {
        let mut rng = fastrand::Rng::new();
        self.show(Document::new(Arc::new(Map::empty(&mut rng)), Origin::Fresh, None));
        self.shell.guide = Some(GuidePage::new(GuidedStart::new(rng)));
    }

    /// Leaves the guide: what was typed is the map, in one step that can be undone. With nothing typed there is no map.
    pub(super) fn end_guide(&mut self, ctx: &egui::Context) {
        self.leave_guide();
        if self.document.as_ref().is_some_and(|document| !document.has_unsaved_work()) {
            self.perform(ctx, Intent::Close);
        }
    }

    /// Takes the guide away from over its map.
    pub(super) fn leave_guide(&mut self) {
        if let (Some(_), Some(document)) = (self.shell.guide.take(), &mut self.document) {
            document.editor.commit_preview();
        }
    }

    /// Whether a command leaves the guide that is shown.
    pub(super) fn leaves_guide(command: Command) -> bool {
        let is_of_window = matches!(command, Command::Theme(_) | Command::Scale(_) | Command::ToggleMotion);
        let opens_page =
            matches!(command, Command::Launcher | Command::Shortcuts | Command::About | Command::NewFromTemplate);
        !is_of_window && !opens_page && !matches!(command, Command::Language(_))
    }
}
