//! Work that is in no file: kept while it is made, offered at the next start.
//!
//! Must not write a copy on the screen's thread.

use super::{Leaving, Program};
use crate::{
    app::{
        disk::Fingerprint,
        document::{Document, Origin},
        map_jobs,
        recovery::{Note, Orphan},
        recovery_writer::{Keeping, RETRY, RecoveryWriter},
    },
    map::Map,
    ui::{
        Command,
        ask::Question,
        notices::{Action, Notice, Tone, Topic},
    },
};
use jiff::Timestamp;
use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, Instant},
};

/// A new state is kept at the most this often; within a second of any change at the latest.
const PAUSE: Duration = Duration::from_millis(400);

impl Program {
    /// Takes this window's place in the recovery folder and looks for work that was left there.
    pub(super) fn begin_recovery(&mut self, ctx: &egui::Context) {
        let Some(recovery) = &self.recovery else { return };
        let texts = self.look.texts;
        match recovery.list_orphans() {
            Ok(orphans) => {
                self.orphans = orphans.found;
                let unreadable =
                    |(path, why): &(PathBuf, std::io::Error)| texts.start_recovered_unreadable(why, path.display());
                self.shell.start.unreadable = orphans.unreadable.iter().map(unreadable).collect();
            }
            Err(error) => self.shell.notices.fault(Topic::Recovery, texts.shell_no_recovery(error)),
        }
        match RecoveryWriter::start(recovery, RETRY, ctx.clone()) {
            Ok(writer) => self.writer = Some(writer),
            Err(error) => self.shell.notices.fault(Topic::Recovery, texts.shell_no_recovery(error)),
        }
    }

    /// Keeps the newest state of the map, with what is being typed, soon after each change.
    pub(super) fn keep_recovery(&mut self, ctx: &egui::Context) {
        let Some(writer) = &self.writer else { return };
        match writer.news() {
            Some(Keeping::Failed(why)) => {
                self.shell.notices.fault(Topic::Recovery, self.look.texts.shell_no_recovery(why));
            }
            Some(Keeping::Restored) => self.shell.notices.clear(Topic::Recovery),
            None => {}
        }
        if self.leaving == Leaving::Yes {
            // What was thrown away on the way out is not kept again.
            return;
        }
        let Some(document) = &self.document else { return };
        if !document.has_unsaved_work() {
            if self.kept.take().is_some() {
                writer.clear();
            }
            return;
        }
        let map = document.editor.shown();
        match &self.kept {
            Some((kept, _)) if Arc::ptr_eq(kept, map) => {}
            Some((_, when)) if when.elapsed() < PAUSE => ctx.request_repaint_after(PAUSE - when.elapsed()),
            Some(_) | None => {
                writer.keep(Arc::clone(map), note_of(document));
                self.kept = Some((Arc::clone(map), Instant::now()));
            }
        }
    }

    /// Forgets the copy: the map is in its file, or its user threw it away.
    pub(super) fn forget_recovery(&mut self) {
        if self.kept.take().is_some()
            && let Some(writer) = &self.writer
        {
            writer.clear();
        }
    }

    /// Opens the nth piece of work that is in no file.
    pub(super) fn bring_back(&mut self, at: usize) {
        let Some(orphan) = self.orphans.get(at).cloned() else { return };
        let texts = self.look.texts;
        match map_jobs::read_now(&orphan.file, texts) {
            Err(sentence) => {
                self.shell.notices.fault(Topic::Recovery, sentence);
                if !orphan.file.exists() {
                    // Another window took it.
                    self.orphans.retain(|other| *other != orphan);
                    self.name_orphans();
                }
            }
            Ok(read) => {
                let path = orphan.note.original.as_ref().map(PathBuf::from).filter(|path| path.exists());
                // The old state of the same map lets its file go first; nobody but this window has it open then.
                self.document = None;
                // Where it is not known what the file held, nothing is: the first save asks before it replaces it.
                let held = orphan.note.fingerprint.unwrap_or(Fingerprint::of(b""));
                let file = path.map(|path| self.take_file(path, Some(held)));
                self.shell.notices.clear(Topic::Recovered);
                let recovered = Document::new(Arc::clone(&read.map), Origin::Recovered, file);
                self.show(Document { recovered_changes: orphan.note.changes, ..recovered });
                self.adopt(&orphan, read.map);
            }
        }
    }

    /// The copy that was brought back becomes this session's own.
    fn adopt(&mut self, orphan: &Orphan, map: Arc<Map>) {
        if let (Some(writer), Some(document)) = (&self.writer, &self.document) {
            writer.take_over(Arc::clone(&map), note_of(document), orphan.clone());
            self.kept = Some((map, Instant::now()));
        }
        self.orphans.retain(|other| other != orphan);
        self.name_orphans();
    }

    /// Asks whether the nth piece of work that is in no file is to be thrown away.
    pub(super) fn ask_to_discard(&mut self, at: usize) {
        if let Some(what) = self.shell.start.recovered.get(at) {
            self.shell.question = Some(Question::Discard { at, what: what.clone() });
        }
    }

    /// Throws away the nth piece of work that is in no file.
    pub(super) fn discard_recovered(&mut self, at: usize) {
        let (Some(orphan), Some(recovery)) = (self.orphans.get(at), &self.recovery) else { return };
        match recovery.discard(orphan) {
            Ok(()) => {
                self.orphans.remove(at);
                self.name_orphans();
                // A message about one of them names it by its place.
                self.shell.notices.clear(Topic::Recovered);
            }
            Err(error) => {
                let sentence = self.look.texts.shell_not_discarded(error, orphan.file.display());
                self.shell.notices.fault(Topic::Recovery, sentence);
            }
        }
    }

    /// Where the program was started on a map, work that is in no file is not on the screen: a message offers it, first
    /// the one of that map.
    pub(super) fn offer_recovered(&mut self, opening: &Path) {
        let is_of_map = |orphan: &Orphan| orphan.note.original.as_ref().is_some_and(|path| Path::new(path) == opening);
        let at = self.orphans.iter().position(is_of_map).unwrap_or(0);
        let Some(what) = self.shell.start.recovered.get(at) else { return };
        let texts = self.look.texts;
        let bring_back = (texts.command_bring_back().to_owned(), Action::Command(Command::BringBack(at)));
        let text = texts.shell_recovered_waits(what);
        self.shell.notices.add(Notice { topic: Topic::Recovered, tone: Tone::Fault, text, actions: vec![bring_back] });
    }
}

fn note_of(document: &Document) -> Note {
    let path = document.file.as_ref().and_then(|file| file.path.to_str());
    Note {
        original: path.map(str::to_owned),
        fingerprint: document.file.as_ref().and_then(|file| file.fingerprint),
        title: document.editor.shown().title.clone(),
        when: Timestamp::now(),
        changes: document.unsaved_changes(),
    }
}
