//! Work that is in no file: kept while it is made, offered at the next start.
//!
//! Must not write a copy on the screen's thread.

use super::Program;
use crate::{
    app::{
        document::{Document, Origin},
        recovery::Note,
        recovery_writer::RecoveryWriter,
    },
    files,
    ui::notices::Topic,
};
use jiff::Timestamp;
use std::{
    path::PathBuf,
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
                let unreadable = |(path, why): &(PathBuf, std::io::Error)| {
                    texts.start_recovered_unreadable(why, path.display())
                };
                self.shell.start.unreadable = orphans.unreadable.iter().map(unreadable).collect();
            }
            Err(error) => self.shell.notices.fault(Topic::Recovery, texts.shell_no_recovery(error)),
        }
        let writer = recovery.begin().and_then(|session| RecoveryWriter::start(session, ctx.clone()));
        match writer {
            Ok(writer) => self.writer = Some(writer),
            Err(error) => self.shell.notices.fault(Topic::Recovery, texts.shell_no_recovery(error)),
        }
    }

    /// Keeps the newest state of the map, with what is being typed, soon after each change.
    pub(super) fn keep_recovery(&mut self, ctx: &egui::Context) {
        let Some(writer) = &self.writer else { return };
        if let Some(fault) = writer.fault() {
            self.shell.notices.fault(Topic::Recovery, self.look.texts.shell_no_recovery(fault));
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
        let read = std::fs::read(&orphan.file).map_err(|error| error.to_string());
        let loaded = read.and_then(|bytes| {
            files::ron::parse(&bytes).map_err(|error| crate::app::map_jobs::parse_fault(&error, texts))
        });
        match loaded {
            Err(why) => self.shell.notices.fault(Topic::Recovery, texts.shell_not_opened(orphan.file.display(), why)),
            Ok(loaded) => {
                let file = orphan.note.original.as_ref().map(PathBuf::from).filter(|path| path.exists());
                let file = file.map(|path| {
                    let fingerprint = crate::app::disk::open(&path).ok().map(|(_, fingerprint)| fingerprint);
                    self.take_file(path, fingerprint)
                });
                let map = Arc::new(loaded.map);
                self.show(Document::new(Arc::clone(&map), Origin::Rescued, file));
                self.adopt(at, map);
            }
        }
    }

    /// The copy that was brought back goes only after this session keeps one of its own.
    fn adopt(&mut self, at: usize, map: Arc<crate::map::Map>) {
        if let (Some(writer), Some(document)) = (&self.writer, &self.document) {
            writer.keep_now(Arc::clone(&map), note_of(document));
            self.kept = Some((map, Instant::now()));
            self.discard_orphan(at);
        }
    }

    /// Throws away the nth piece of work that is in no file.
    pub(super) fn discard_orphan(&mut self, at: usize) {
        if at >= self.orphans.len() {
            return;
        }
        let orphan = self.orphans.remove(at);
        if let Some(Err(error)) = self.recovery.as_ref().map(|recovery| recovery.discard(&orphan)) {
            self.shell.notices.fault(Topic::Recovery, self.look.texts.shell_no_recovery(error));
        }
        self.name_orphans();
    }
}

fn note_of(document: &Document) -> Note {
    let path = document.file.as_ref().and_then(|file| file.path.to_str());
    Note {
        original: path.map(str::to_owned),
        title: document.editor.shown().title.clone(),
        when: Timestamp::now(),
        changes: document.editor.unsaved_steps(),
    }
}
