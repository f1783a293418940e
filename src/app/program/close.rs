//! Leaving a map: what is to come next, and the question about unsaved changes before it.
//!
//! Must not write a file itself.

use super::{Leaving, Program};
use crate::{
    app::{
        disk::{self, Expected, LockError, MapLock},
        document::{Document, OpenFile, Origin},
        map_jobs,
        own_templates::OwnTemplate,
        template_jobs,
    },
    map::Map,
    scene::{PersonaChoice, View},
    ui::{
        ask::{Answer, Question},
        canvas::Canvas,
        notices::Topic,
        path_dialog::PathPurpose,
    },
};
use std::{path::PathBuf, sync::Arc};

/// What a person wants instead of the open map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Intent {
    /// A new map.
    New,
    /// A map chosen by dialog.
    Open,
    /// Another program's file chosen by dialog.
    Import,
    /// The map in this file.
    OpenPath(PathBuf),
    /// A map from the nth template of the program.
    Template(usize),
    /// A map from a template of the user's own.
    OwnTemplate(OwnTemplate),
    /// A map from answers to a few questions.
    GuidedStart,
    /// A copy of the nth sample.
    OpenSample(usize),
    /// The nth piece of work that is in no file.
    BringBack(usize),
    /// The start page.
    Close,
    /// Nothing more.
    Quit,
}

impl Program {
    /// Goes on to `intent`, after the question about unsaved changes where there are any.
    pub(super) fn want(&mut self, ctx: &egui::Context, intent: Intent) {
        self.leave_guide();
        // A picture under way comes first; who asks again does not want to wait for it.
        if intent == Intent::Quit && !self.exporting.is_empty() && self.intent != Some(Intent::Quit) {
            self.shell.notices.good(Topic::Export, self.look.texts.shell_finishing_export());
            self.intent = Some(intent);
            return;
        }
        if let Some(document) = &mut self.document {
            document.editor.commit_preview();
            // A save under way comes first; who asks again does not want to wait for it.
            if document.saving.is_some() && self.intent.is_none() {
                self.intent = Some(intent);
                return;
            }
            if document.has_unsaved_work() {
                let changes = document.unsaved_changes();
                self.shell.question = Some(Question::SaveChanges { title: document.title(self.look.texts), changes });
                self.intent = Some(intent);
                return;
            }
        }
        self.perform(ctx, intent);
    }

    /// Goes on to what was wanted, whatever becomes of the open map.
    pub(super) fn perform(&mut self, ctx: &egui::Context, intent: Intent) {
        match intent {
            Intent::New => {
                self.show(Document::new(Arc::new(Map::empty(&mut fastrand::Rng::new())), Origin::Fresh, None))
            }
            Intent::Open => {
                self.let_go_of_map();
                self.ask_for_path(PathPurpose::OpenMap);
            }
            Intent::Import => {
                self.let_go_of_map();
                self.ask_for_path(PathPurpose::Import);
            }
            Intent::OpenPath(path) => {
                self.let_go_of_map();
                self.reading = Some(map_jobs::start_reading(&mut self.jobs, path, self.look.texts));
            }
            Intent::Template(at) => self.begin_from_template(at),
            Intent::OwnTemplate(template) => {
                self.let_go_of_map();
                self.reading = Some(template_jobs::start_reading(&mut self.jobs, template, self.look.texts));
            }
            Intent::GuidedStart => self.start_guide(),
            Intent::OpenSample(at) => self.open_sample(at),
            Intent::BringBack(at) => self.bring_back(at),
            Intent::Close => self.close_map(),
            Intent::Quit => {
                self.leaving = Leaving::Yes;
                self.forget_recovery();
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
        }
    }

    /// The state of the open map that may go; what is changed after this is asked about.
    fn let_go_of_map(&mut self) {
        self.let_go = self.document.as_ref().map(|document| document.editor.history().revision());
    }

    /// Makes `document` the open one.
    pub(super) fn show(&mut self, document: Document) {
        self.forget_recovery();
        self.leave_document();
        self.document = Some(document);
        let view = View { persona: PersonaChoice::First, ..self.shell.canvas.view };
        self.shell.canvas = Canvas::showing(view);
    }

    fn close_map(&mut self) {
        self.forget_recovery();
        self.leave_document();
        self.fill_start_page();
    }

    /// Nothing that was asked about the open map is asked about the next one.
    fn leave_document(&mut self) {
        self.document = None;
        self.leave_wizard();
        self.shell.guide = None;
        self.shell.question = None;
        self.shell.path_dialog = None;
        self.shell.paste = None;
        self.shell.template_dialog = None;
        for topic in [Topic::Save, Topic::Image, Topic::Survey] {
            self.shell.notices.clear(topic);
        }
        self.replacing = None;
        self.to_replace = Vec::new();
        self.reading = None;
        self.let_go = None;
        self.intent = None;
    }

    /// The file of a map that was read, with its lock; a second window is told of the first.
    pub(super) fn take_file(&mut self, path: PathBuf, fingerprint: Option<crate::app::disk::Fingerprint>) -> OpenFile {
        disk::clean_leftovers(&path);
        let lock = match self.folders.as_ref().map(|folders| MapLock::take(folders, &path)) {
            Some(Ok(lock)) => Some(lock),
            Some(Err(error)) => {
                let (texts, file) = (self.look.texts, path.display());
                let sentence = match error {
                    LockError::Held { .. } => texts.shell_open_elsewhere(file),
                    LockError::Unavailable(why) => texts.shell_no_lock(file, why),
                };
                self.shell.notices.fault(Topic::Open, sentence);
                None
            }
            None => None,
        };
        OpenFile { path, fingerprint, lock }
    }

    /// Stops the window from closing while there are unsaved changes.
    pub(super) fn watch_close(&mut self, ctx: &egui::Context) {
        let is_asked = ctx.input(|input| input.viewport().close_requested());
        if !is_asked || self.leaving == Leaving::Yes {
            return;
        }
        let has_work = self.document.as_ref().is_some_and(Document::has_unsaved_work);
        let is_saving = self.document.as_ref().is_some_and(|document| document.saving.is_some());
        if has_work || is_saving || !self.exporting.is_empty() {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            self.want(ctx, Intent::Quit);
        } else {
            self.leaving = Leaving::Yes;
            self.forget_recovery();
        }
    }

    /// Asks whether to replace a file that is there already, after the question that is shown.
    pub(super) fn ask_to_replace(&mut self, purpose: PathPurpose, path: PathBuf) {
        if self.shell.question.is_some() {
            self.to_replace.push((purpose, path));
            return;
        }
        self.shell.question = Some(Question::Replace { file: map_jobs::file_name(&path) });
        self.replacing = Some((purpose, path));
    }

    /// Takes the answer to the question that is shown.
    pub(super) fn answer(&mut self, ctx: &egui::Context, answer: Answer) {
        let question = self.shell.question.take();
        match (question, answer) {
            (None, _) => self.leave_wizard(),
            (Some(_), Answer::Cancel) => {
                self.intent = None;
                self.replacing = None;
            }
            (Some(Question::SaveChanges { .. }), Answer::Save) => self.save(),
            (Some(Question::SaveChanges { .. }), Answer::DontSave) => {
                if let Some(intent) = self.intent.take() {
                    self.perform(ctx, intent);
                }
            }
            (Some(Question::Replace { .. }), Answer::Replace) => {
                if let Some((purpose, path)) = self.replacing.take() {
                    self.path_chosen(ctx, purpose, path, Expected::Anything);
                }
            }
            (Some(Question::Discard { at, .. }), Answer::Discard) => self.discard_recovered(at),
            (Some(Question::RemoveTemplate { at, name }), Answer::Remove) => self.remove_template(at, name),
            (Some(Question::SaveChanges { .. }), Answer::Replace | Answer::Discard | Answer::Remove)
            | (Some(Question::Replace { .. }), Answer::Save | Answer::DontSave | Answer::Discard | Answer::Remove)
            | (Some(Question::Discard { .. }), Answer::Save | Answer::DontSave | Answer::Replace | Answer::Remove)
            | (
                Some(Question::RemoveTemplate { .. }),
                Answer::Save | Answer::DontSave | Answer::Replace | Answer::Discard,
            ) => {}
        }
        if self.shell.question.is_none()
            && let Some((purpose, path)) = self.to_replace.pop()
        {
            self.ask_to_replace(purpose, path);
        }
    }
}
