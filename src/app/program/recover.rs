//! Work that is in no file: kept while it is made, offered at the next start.
//!
//! Must not write a copy on the screen's thread.

use super::{Leaving, Program};
use crate::{
    app::{
        disk,
        document::{Document, Origin},
        map_jobs,
        recovery::{Note, Orphan},
        recovery_writer::{Keeping, RETRY, RecoveryWriter},
    },
    map::Map,
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
                let unreadable =
                    |(path, why): &(PathBuf, std::io::Error)| texts.start_recovered_unreadable(why, path.display());
                self.shell.start.unreadable = orphans.unreadable.iter().map(unreadable).collect();
            }
            Err(error) => self.shell.notices.fault(Topic::Recovery, texts.shell_no_recovery(error)),
        }
        let writer = recovery.begin().and_then(|session| RecoveryWriter::start(session, RETRY, ctx.clone()));
        match writer {
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
            Err(sentence) => self.shell.notices.fault(Topic::Recovery, sentence),
            Ok(read) => {
                let path = orphan.note.original.as_ref().map(PathBuf::from).filter(|path| path.exists());
                let file = path.map(|path| {
                    let fingerprint = disk::open(&path).ok().map(|(_, fingerprint)| fingerprint);
                    self.take_file(path, fingerprint)
                });
                // The copy takes the place of this session's last one; clearing that could come too late and hit the new.
                self.kept = None;
                self.show(Document::new(Arc::clone(&read.map), Origin::Rescued, file));
                self.adopt(&orphan, read.map);
            }
        }
    }

    /// The copy that was brought back becomes this session's own, in one step: a second crash does not lose it.
    fn adopt(&mut self, orphan: &Orphan, map: Arc<Map>) {
        let (Some(writer), Some(recovery)) = (&self.writer, &self.recovery) else { return };
        match recovery.take(orphan, writer.session()) {
            Ok(_) => {
                if let Some(document) = &self.document {
                    writer.keep(Arc::clone(&map), note_of(document));
                }
                self.kept = Some((map, Instant::now()));
                self.orphans.retain(|other| other != orphan);
                self.name_orphans();
            }
            Err(error) => self.shell.notices.fault(Topic::Recovery, self.look.texts.shell_no_recovery(error)),
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
