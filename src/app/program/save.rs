//! Saving the open map: which file, what is expected there, and what is said when it fails.
//!
//! Must not write on the screen's thread.

use super::{Program, ToStore};
use crate::{
    app::{
        disk::{Expected, SaveError, Saved, Unsavable},
        document::{NextSave, OpenFile},
        job_done::{JobDone, NotSaved},
        map_jobs::{self, file_name},
        picker::{self, Dialogs},
        settings::Recent,
    },
    editor::Revision,
    ui::{
        Command,
        ask::Question,
        notices::{Action, Notice, Tone, Topic},
        path_dialog::PathPurpose,
    },
};
use jiff::{Timestamp, Zoned};
use std::path::{Path, PathBuf};

impl Program {
    /// Saves the map in its file, or asks for one.
    pub(super) fn save(&mut self) {
        let Some(document) = &mut self.document else { return };
        document.editor.commit_preview();
        if document.saving.is_some() {
            document.next_save = Some(NextSave::Own);
            return;
        }
        let target = document.file.as_ref().map(|file| (file.path.clone(), file.fingerprint));
        match target {
            None => self.ask_for_path(PathPurpose::SaveMap),
            Some((path, Some(fingerprint))) => self.save_to(path, Expected::Same(fingerprint)),
            Some((path, None)) => self.save_to(path, Expected::Anything),
        }
    }

    /// Saves over whatever is in the map's file.
    pub(super) fn overwrite(&mut self) {
        if let Some(path) =
            self.document.as_ref().and_then(|document| document.file.as_ref()).map(|file| file.path.clone())
        {
            self.save_to(path, Expected::Anything);
        }
    }

    /// Saves the map at `path` and makes that its file when it is done.
    pub(super) fn save_to(&mut self, path: PathBuf, expected: Expected) {
        let backups = self.folders.as_ref().map(crate::app::disk::Folders::backups);
        let Some(document) = &mut self.document else { return };
        document.editor.commit_preview();
        if document.saving.is_some() {
            document.next_save = Some(NextSave::At(path, expected));
            return;
        }
        let state = (document.editor.map().clone(), document.editor.history().revision());
        document.saving = Some(map_jobs::start_saving(&mut self.jobs, state, path, expected, backups));
    }

    /// Asks for a path with the system's dialog; ours takes over where there is none.
    pub(super) fn ask_for_path(&mut self, purpose: PathPurpose) {
        if self.dialogs == Dialogs::Missing {
            self.ask_with_own_dialog(purpose);
            return;
        }
        let (folder, name) = self.proposed(purpose);
        let dialog = picker::start(&mut self.jobs, purpose, folder, name, self.look.texts);
        if let Some(document) = &mut self.document {
            document.dialogs.push(dialog);
        }
    }

    /// The folder and name that a dialog begins with.
    pub(super) fn proposed(&self, purpose: PathPurpose) -> (Option<PathBuf>, String) {
        let own = self.document.as_ref().and_then(|document| document.file.as_ref()).map(|file| file.path.as_path());
        let tried = self.document.as_ref().and_then(|document| document.tried.as_deref());
        let path = own.or(tried);
        let recent = self.settings.recent.first().map(|recent| recent.path.as_path());
        let folder = path.or(recent).and_then(Path::parent).map(Path::to_owned);
        let title = self.document.as_ref().map(|document| document.title(self.look.texts)).unwrap_or_default();
        let stem = path.and_then(Path::file_stem).map_or(title, |stem| stem.to_string_lossy().into_owned());
        let clean: String =
            stem.chars().map(|c| if std::path::is_separator(c) || c.is_control() { '-' } else { c }).collect();
        let name = if purpose.writes() { picker::with_ending(PathBuf::from(clean), purpose) } else { PathBuf::new() };
        (folder, name.to_string_lossy().into_owned())
    }

    /// Takes the result of a save; `revision` is the state of the open map that was written.
    pub(super) fn map_saved(
        &mut self,
        ctx: &egui::Context,
        path: PathBuf,
        revision: Revision,
        result: Result<Saved, NotSaved>,
    ) {
        let Some(document) = &mut self.document else { return };
        match result {
            Ok(saved) => {
                document.editor.mark_saved(revision);
                document.saved_at = Some(Zoned::now());
                document.origin = crate::app::document::Origin::File;
                document.recovered_changes = 0;
                let same_file = document.file.take().filter(|file| file.path == path);
                let file = match same_file {
                    Some(file) => OpenFile { fingerprint: Some(saved.fingerprint), ..file },
                    None => self.take_file(path, Some(saved.fingerprint)),
                };
                self.shell.notices.clear(Topic::Save);
                self.remember_file(&file.path);
                if let Some(document) = &mut self.document {
                    document.file = Some(file);
                }
                if !self.start_next_save() {
                    self.go_on_after_save(ctx);
                }
            }
            Err(fault) => {
                // A file that is there already is asked about; what was wanted goes on with the answer.
                let is_asked = matches!(&fault, NotSaved::Disk(SaveError { why: Unsavable::AlreadyThere, .. }));
                let is_open = matches!(self.shell.question, Some(Question::SaveChanges { .. }));
                if !is_asked && !is_open {
                    self.intent = None;
                }
                self.not_saved(path, fault);
                self.start_next_save();
            }
        }
    }

    /// Starts the save that waited for the one before; false where there is none, or nothing is left to be saved.
    pub(super) fn start_next_save(&mut self) -> bool {
        let Some(document) = &mut self.document else { return false };
        match document.next_save.take() {
            Some(NextSave::Own) if document.editor.is_modified() => self.save(),
            Some(NextSave::At(path, expected)) => self.save_to(path, expected),
            Some(NextSave::Own) | None => return false,
        }
        true
    }

    fn go_on_after_save(&mut self, ctx: &egui::Context) {
        if let Some(intent) = self.intent.take() {
            self.shell.question = None;
            self.want(ctx, intent);
        }
    }

    fn not_saved(&mut self, path: PathBuf, fault: NotSaved) {
        let texts = self.look.texts;
        let again = (texts.shell_try_again().to_owned(), Action::Command(Command::Save));
        let elsewhere = (texts.shell_save_elsewhere().to_owned(), Action::Command(Command::SaveAs));
        let (text, actions) = match fault {
            NotSaved::Stopped => return,
            NotSaved::Content(why) => (why, vec![again]),
            NotSaved::Disk(SaveError { why: Unsavable::AlreadyThere, .. }) => {
                self.ask_to_replace(PathPurpose::SaveMap, path);
                return;
            }
            NotSaved::Disk(SaveError { why: Unsavable::ChangedOnDisk, .. }) => {
                let overwrite = (texts.shell_overwrite().to_owned(), Action::Overwrite);
                (texts.shell_newer_on_disk(file_name(&path)), vec![elsewhere, overwrite])
            }
            NotSaved::Disk(error) => {
                if let Some(document) = &mut self.document {
                    document.tried = Some(path.clone());
                }
                if let (Unsavable::Unconfirmed { fingerprint, .. }, Some(document)) = (&error.why, &mut self.document)
                    && let Some(file) = document.file.as_mut().filter(|file| file.path == path)
                {
                    file.fingerprint = Some(*fingerprint);
                }
                (error.sentence(texts), vec![elsewhere, again])
            }
        };
        self.shell.notices.add(Notice { topic: Topic::Save, tone: Tone::Fault, text, actions });
    }

    /// Puts a file at the head of the recent ones.
    pub(super) fn remember_file(&mut self, path: &Path) {
        self.missing.retain(|missing| missing != path);
        let Some(document) = &self.document else { return };
        let map = document.editor.map();
        self.settings.remember(Recent {
            path: std::path::absolute(path).unwrap_or_else(|_| path.to_owned()),
            title: map.title.clone(),
            when: Timestamp::now(),
            touchpoints: map.touchpoint_count(),
        });
        self.store_settings();
        self.name_recent();
    }

    /// Writes the settings with a job; of many changes while it runs only the last is written.
    pub(super) fn store_settings(&mut self) {
        let Some(folders) = self.folders.clone() else { return };
        if self.storing.is_some() {
            self.to_store = ToStore::Changes;
            return;
        }
        let (settings, texts) = (self.settings.clone(), self.look.texts);
        self.storing = Some(self.jobs.start("", move |_| {
            JobDone::SettingsStored(settings.save(&folders).map_err(|error| error.sentence(texts)))
        }));
    }

    /// Goes on after the settings were written; a fault is said, nothing depends on it.
    pub(super) fn settings_stored(&mut self, result: Result<(), String>) {
        self.storing = None;
        match result {
            Ok(()) => self.shell.notices.clear(Topic::Settings),
            Err(why) => {
                self.shell.notices.fault(Topic::Settings, self.look.texts.shell_settings_not_saved(why));
            }
        }
        if std::mem::replace(&mut self.to_store, ToStore::Nothing) == ToStore::Changes {
            self.store_settings();
        }
    }
}
