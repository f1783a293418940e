//! Exporting pictures of the open map. Must not draw anything.

use super::{Intent, Program};
use crate::{
    app::{
        disk::{Expected, SaveError, Unsavable},
        job_done::NotSaved,
        picture_jobs,
    },
    ui::{notices::Topic, path_dialog::PathPurpose},
};
use std::{path::PathBuf, sync::Arc};

impl Program {
    /// Writes the picture of the map as the canvas shows it.
    pub(super) fn write_picture(&mut self, path: PathBuf, purpose: PathPurpose, expected: Expected) {
        if let Some(document) = &mut self.document {
            document.editor.commit_preview();
            let map = Arc::clone(document.editor.map()).titled(&document.file_stem());
            let look = (self.shell.canvas.view, self.fonts.behind_bundled());
            let job = picture_jobs::start_writing(&mut self.jobs, map, look, path, purpose, expected);
            self.exporting.push(job);
        }
    }

    /// Goes on with what waited for the pictures, unless there is a question about one.
    pub(super) fn go_on_after_export(&mut self, ctx: &egui::Context) {
        if self.exporting.is_empty() && self.shell.question.is_none() {
            self.intent.take_if(|intent| *intent == Intent::Quit).into_iter().for_each(|intent| self.want(ctx, intent));
        }
    }

    /// Says what became of a picture.
    pub(super) fn picture_written(&mut self, path: PathBuf, purpose: PathPurpose, result: Result<(), NotSaved>) {
        let texts = self.look.texts;
        match result {
            Ok(()) => self.shell.notices.good(Topic::Export, texts.shell_exported(path.display())),
            Err(NotSaved::Stopped) => self.shell.notices.clear(Topic::Export),
            Err(NotSaved::Content(sentence)) => self.shell.notices.fault(Topic::Export, sentence),
            Err(NotSaved::Disk(SaveError { why: Unsavable::AlreadyThere, .. })) => {
                self.ask_to_replace(purpose, path);
            }
            Err(NotSaved::Disk(error)) => self.shell.notices.fault(Topic::Export, error.sentence(texts)),
        }
    }
}
