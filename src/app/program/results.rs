//! Taking the results of jobs. Must not start work that the result did not call for.

use super::{Intent, Program};
use crate::{
    app::{
        disk::Expected,
        document::{Document, Origin},
        job_done::{JobDone, NotSaved, ReadMap},
        jobs::JobId,
        picker::{self, Dialogs, Picked},
    },
    ui::{
        notices::{Notice, Tone, Topic},
        path_dialog::{PathDialog, PathPurpose},
    },
};
use std::path::{MAIN_SEPARATOR, PathBuf};

impl Program {
    /// Takes one result. What was asked for on behalf of a map finds that map alone: another one may be open now.
    pub(super) fn take_result(&mut self, ctx: &egui::Context, job: JobId, done: JobDone) {
        let is_save = self.document.as_mut().is_some_and(|open| open.saving.take_if(|saving| *saving == job).is_some());
        match done {
            JobDone::MapRead { path, result } => {
                // Of two maps that are read, the one chosen last is opened.
                if self.reading.take_if(|reading| *reading == job).is_some() {
                    self.map_read(ctx, path, result);
                }
            }
            JobDone::CardRead { card, result } => self.card_read(&card, result),
            JobDone::CardsRead(pictures) => self.cards_read(pictures),
            JobDone::SystemLookRead(look) => self.system_look = look,
            JobDone::OwnTemplatesRead(result) => self.own_templates_read(result),
            JobDone::TemplateRead { template, result } => {
                if self.reading.take_if(|reading| *reading == job).is_some() {
                    self.template_read(ctx, template, result);
                }
            }
            JobDone::TemplateKept { name, result } => self.template_kept(&name, result),
            JobDone::TemplateRemoved { name, result } => self.template_removed(&name, result),
            JobDone::MapSaved { path, revision, result } if is_save => self.map_saved(ctx, path, revision, result),
            JobDone::MapSaved { result, .. } => self.say_lost_save(result),
            JobDone::PictureWritten { path, purpose, result } => {
                self.exporting.retain(|exporting| *exporting != job);
                self.picture_written(path, purpose, result);
                self.go_on_after_export(ctx);
            }
            JobDone::PictureCopied(result) => self.picture_copied(ctx, result),
            JobDone::SettingsStored(result) => self.settings_stored(result),
            JobDone::SurveyRead { file, result } => self.survey_read(file, result),
            JobDone::SurveyCounted { file, result } => {
                if self.counting.take_if(|counting| *counting == job).is_some() {
                    self.survey_counted(&file, result);
                }
            }
            JobDone::Picked(purpose, picked) => {
                let dialogs = self.document.as_mut().map(|document| &mut document.dialogs);
                let is_ours =
                    dialogs.is_some_and(|dialogs| dialogs.extract_if(.., |dialog| *dialog == job).count() > 0);
                if is_ours || matches!(purpose, PathPurpose::OpenMap | PathPurpose::Import) {
                    self.picked(ctx, purpose, picked);
                }
            }
            JobDone::FolderListed { folder, entries } => {
                if let Some(dialog) = &mut self.shell.path_dialog {
                    dialog.set_entries(folder, entries);
                }
            }
            JobDone::Failed(why) => {
                if is_save {
                    self.intent = None;
                    self.start_next_save();
                }
                if self.exporting.contains(&job) {
                    self.exporting.retain(|exporting| *exporting != job);
                    // What waited for the picture does not come by itself: there is something to be read first.
                    self.intent.take_if(|intent| *intent == Intent::Quit);
                }
                if self.storing == Some(job) {
                    self.settings_stored(Err(why.clone()));
                }
                if self.reading.take_if(|reading| *reading == job).is_some() && self.shell.opening.take().is_some() {
                    self.fill_start_page();
                }
                let text = self.look.texts.shell_job_failed(why);
                self.shell.notices.fault(Topic::Edit, text);
            }
        }
    }

    /// Shows a map that was read; one that cannot be read leaves the open map as it is.
    fn map_read(&mut self, ctx: &egui::Context, path: PathBuf, result: Result<ReadMap, String>) {
        match result {
            Err(sentence) => {
                self.shell.notices.fault(Topic::Open, sentence);
                if self.shell.opening.take().is_some() {
                    self.fill_start_page();
                }
            }
            Ok(_) if self.was_changed_meanwhile() => {
                self.shell.opening = None;
                self.want(ctx, Intent::OpenPath(path));
            }
            Ok(read) => {
                self.shell.opening = None;
                self.shell.notices.clear(Topic::Open);
                self.shell.notices.clear(Topic::Save);
                self.document = None;
                match read.fingerprint {
                    Some(fingerprint) => {
                        let file = self.take_file(path.clone(), Some(fingerprint));
                        self.show(Document::new(read.map, Origin::File, Some(file)));
                        self.remember_file(&path);
                    }
                    None => self.show(Document::new(read.map, Origin::Fresh, None)),
                }
                if !read.warnings.is_empty() {
                    let text = read.warnings.join(" ");
                    let notice = Notice { topic: Topic::Open, tone: Tone::Good, text, actions: Vec::new() };
                    self.shell.notices.add(notice);
                }
            }
        }
    }

    /// Whether the open map was changed after its user let it go for the one that was being read.
    pub(super) fn was_changed_meanwhile(&mut self) -> bool {
        let Some(document) = &mut self.document else { return false };
        document.editor.commit_preview();
        document.has_unsaved_work() && self.let_go != Some(document.editor.history().revision())
    }

    /// The save of a map that is no longer open: only a failure is worth a word.
    fn say_lost_save(&mut self, result: Result<crate::app::disk::Saved, NotSaved>) {
        let texts = self.look.texts;
        match result {
            Ok(_) | Err(NotSaved::Stopped) => {}
            Err(NotSaved::Content(why)) => self.shell.notices.fault(Topic::Save, why),
            Err(NotSaved::Disk(error)) => self.shell.notices.fault(Topic::Save, error.sentence(texts)),
        }
    }

    fn picked(&mut self, ctx: &egui::Context, purpose: PathPurpose, picked: Picked) {
        match picked {
            // What was to come after the save does not come.
            Picked::Cancelled if purpose == PathPurpose::SaveMap => self.intent = None,
            Picked::Cancelled => {}
            Picked::Path(chosen) => {
                let path = picker::with_ending(chosen.clone(), purpose);
                // The dialog asked whether to replace what was chosen, not the file with an ending.
                let expected = if path == chosen { Expected::Anything } else { Expected::Absent };
                self.path_chosen(ctx, purpose, path, expected);
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
            PathPurpose::OpenMap | PathPurpose::Import if self.was_changed_meanwhile() => {
                self.want(ctx, Intent::OpenPath(path))
            }
            PathPurpose::OpenMap | PathPurpose::Import => self.perform(ctx, Intent::OpenPath(path)),
            PathPurpose::OpenSurvey => self.read_survey(path),
            PathPurpose::SaveMap => {
                let own = self.document.as_ref().and_then(|document| document.file.as_ref());
                let expected = match own.filter(|file| file.path == path) {
                    // Nobody was told that somebody else changed it since.
                    Some(file) => file.fingerprint.map_or(Expected::Anything, Expected::Same),
                    None => expected,
                };
                self.save_to(path, expected);
            }
            PathPurpose::ExportSvg | PathPurpose::ExportPng => self.write_picture(path, purpose, expected),
        }
    }
}
