//! Taking the results of jobs. Must not start work that the result did not call for.

use super::{Intent, Program};
use crate::{
    app::{
        disk::Expected,
        document::{Document, Origin},
        job_done::{JobDone, ReadMap},
        picker::{self, Dialogs, Picked},
    },
    ui::{
        notices::{Notice, Tone, Topic},
        path_dialog::{PathDialog, PathPurpose},
    },
};
use std::path::{MAIN_SEPARATOR, PathBuf};

impl Program {
    /// Takes one result.
    pub(super) fn take_result(&mut self, ctx: &egui::Context, done: JobDone) {
        match done {
            JobDone::MapRead { path, result } => self.map_read(path, result),
            JobDone::CardRead { card, result } => self.card_read(&card, result),
            JobDone::MapSaved { path, revision, result } => self.map_saved(ctx, path, revision, result),
            JobDone::PictureWritten { path, purpose, result } => self.picture_written(path, purpose, result),
            JobDone::SurveyRead { file, result } => self.survey_read(file, result),
            JobDone::SurveyCounted { file, result } => self.survey_counted(&file, result),
            JobDone::Picked(purpose, picked) => self.picked(ctx, purpose, picked),
            JobDone::FolderListed { folder, entries } => {
                if let Some(dialog) = &mut self.shell.path_dialog {
                    dialog.set_entries(folder, entries);
                }
            }
            JobDone::Failed(why) => {
                if let Some(document) = &mut self.document {
                    document.saving = None;
                }
                let text = self.look.texts.shell_job_failed(why);
                self.shell.notices.fault(Topic::Edit, text);
            }
        }
    }

    /// Shows a map that was read; one that cannot be read leaves the open map as it is.
    fn map_read(&mut self, path: PathBuf, result: Result<ReadMap, String>) {
        match result {
            Err(sentence) => {
                self.shell.notices.fault(Topic::Open, sentence);
                if self.shell.opening.take().is_some() {
                    self.fill_start_page();
                }
            }
            Ok(read) => {
                self.shell.opening = None;
                self.shell.notices.clear(Topic::Open);
                self.shell.notices.clear(Topic::Save);
                self.document = None;
                let file = self.take_file(path.clone(), Some(read.fingerprint));
                self.show(Document::new(read.map, Origin::File, Some(file)));
                self.remember_file(&path);
                if !read.warnings.is_empty() {
                    let text = read.warnings.join(" ");
                    let notice = Notice { topic: Topic::Open, tone: Tone::Good, text, actions: Vec::new() };
                    self.shell.notices.add(notice);
                }
            }
        }
    }

    fn picked(&mut self, ctx: &egui::Context, purpose: PathPurpose, picked: Picked) {
        match picked {
            Picked::Cancelled => self.intent = None,
            Picked::Path(path) => {
                self.path_chosen(ctx, purpose, picker::with_ending(path, purpose), Expected::Anything);
            }
            Picked::Unavailable => {
                self.dialogs = Dialogs::Missing;
                self.ask_with_own_dialog(purpose);
            }
        }
    }

    /// Asks for a path with the program's own dialog.
    pub(super) fn ask_with_own_dialog(&mut self, purpose: PathPurpose) {
        let (folder, name) = self.proposed(purpose);
        let home = directories::UserDirs::new().map(|dirs| dirs.home_dir().to_owned());
        let mut start = folder.or(home).unwrap_or_default().to_string_lossy().into_owned();
        if !start.ends_with(std::path::is_separator) {
            start.push(MAIN_SEPARATOR);
        }
        self.shell.path_dialog = Some(PathDialog::new(purpose, start + &name));
    }

    /// Goes on with a path that was chosen in either dialog. `expected` is what may be replaced there.
    pub(super) fn path_chosen(&mut self, ctx: &egui::Context, purpose: PathPurpose, path: PathBuf, expected: Expected) {
        match purpose {
            PathPurpose::OpenMap => self.perform(ctx, Intent::OpenPath(path)),
            PathPurpose::OpenSurvey => self.read_survey(path),
            PathPurpose::SaveMap => {
                let own = self.document.as_ref().and_then(|document| document.file.as_ref());
                let is_own = own.is_some_and(|file| file.path == path);
                self.save_to(path, if is_own { Expected::Anything } else { expected });
            }
            PathPurpose::ExportSvg | PathPurpose::ExportPng => self.write_picture(path, purpose, expected),
        }
    }
}
