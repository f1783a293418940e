//! Keeps a copy of unsaved work on the disk, on a thread of its own: only the newest state waits, older ones are skipped.
//!
//! The copy is made from a snapshot (`Arc<Map>`), so typing never waits for the disk. What could not be kept is tried
//! again until it can, or until there is newer work. Must not decide when to keep a copy.

use super::recovery::{Note, Session};
use crate::{files, map::Map};
use std::{
    io,
    sync::{
        Arc, Condvar, Mutex, PoisonError,
        mpsc::{Receiver, Sender, channel},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

/// How long the program waits before it tries a copy again that could not be written.
pub const RETRY: Duration = Duration::from_secs(5);

/// What the thread is to do next.
#[derive(Debug)]
enum Work {
    Keep(Arc<Map>, Note),
    Clear,
}

/// The newest work, and whether it is the last.
#[derive(Debug, Default)]
struct Next {
    work: Option<Work>,
    ending: bool,
}

/// What both threads see.
#[derive(Debug, Default)]
struct Slot {
    next: Mutex<Next>,
    changed: Condvar,
}

impl Slot {
    fn change(&self, change: impl FnOnce(&mut Next)) {
        change(&mut self.next.lock().unwrap_or_else(PoisonError::into_inner));
        self.changed.notify_one();
    }

    /// The next work; `None` when nothing more will come.
    fn wait(&self) -> Option<Work> {
        let next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        self.changed.wait_while(next, Next::is_nothing).unwrap_or_else(PoisonError::into_inner).work.take()
    }

    /// The next work, or after `retry` what `failed`; `None` when nothing more will come.
    fn wait_after_fault(&self, failed: Work, retry: Duration) -> Option<Work> {
        let next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.changed.wait_timeout_while(next, retry, Next::is_nothing);
        let (mut next, timeout) = waited.unwrap_or_else(PoisonError::into_inner);
        if timeout.timed_out() { Some(failed) } else { next.work.take() }
    }
}

impl Next {
    fn is_nothing(&mut self) -> bool {
        self.work.is_none() && !self.ending
    }
}

/// How it stands with the copy, told where that changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// After a fault, a copy could be written again.
    Restored,
    /// It could not be written; a sentence of the system.
    Failed(String),
}

/// Keeps the newest state of the open map.
#[derive(Debug)]
pub struct RecoveryWriter {
    session: Arc<Session>,
    slot: Arc<Slot>,
    news: Receiver<Keeping>,
    thread: Option<JoinHandle<()>>,
}

impl RecoveryWriter {
    /// Starts the thread. What could not be written is tried again after `retry`.
    ///
    /// # Errors
    ///
    /// When the system gives no thread.
    pub fn start(session: Session, retry: Duration, ctx: egui::Context) -> io::Result<Self> {
        let slot = Arc::new(Slot::default());
        let (sender, news) = channel();
        let session = Arc::new(session);
        let (shared, own) = (Arc::clone(&slot), Arc::clone(&session));
        let thread = thread::Builder::new()
            .name("recovery".to_owned())
            .spawn(move || keep_newest(&shared, &own, retry, |news| tell(&sender, &ctx, news)))?;
        Ok(Self { session, slot, news, thread: Some(thread) })
    }

    /// This window's place in the recovery folder.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Keeps this state, in place of any that waits.
    pub fn keep(&self, map: Arc<Map>, note: Note) {
        self.slot.change(|next| next.work = Some(Work::Keep(map, note)));
    }

    /// Forgets the copy: the work is in its file, or was thrown away.
    pub fn clear(&self) {
        self.slot.change(|next| next.work = Some(Work::Clear));
    }

    /// The last of what is new since it was asked last.
    pub fn news(&self) -> Option<Keeping> {
        self.news.try_iter().last()
    }
}

impl Drop for RecoveryWriter {
    /// Waits until what was asked for last is done.
    fn drop(&mut self) {
        self.slot.change(|next| next.ending = true);
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            eprintln!("wayfarer: the recovery thread broke down");
        }
    }
}

fn tell(sender: &Sender<Keeping>, ctx: &egui::Context, news: Keeping) {
    if sender.send(news).is_ok() {
        ctx.request_repaint();
    }
}

fn keep_newest(slot: &Slot, session: &Session, retry: Duration, tell: impl Fn(Keeping)) {
    let mut last_fault = None;
    let mut next = slot.wait();
    while let Some(work) = next {
        let result = match &work {
            Work::Keep(map, note) => keep(session, map, note),
            Work::Clear => session.clear().map_err(|error| error.to_string()),
        };
        let fault = result.err();
        match &fault {
            // The same fault again says nothing new.
            Some(fault) if last_fault.as_ref() != Some(fault) => tell(Keeping::Failed(fault.clone())),
            None if last_fault.is_some() => tell(Keeping::Restored),
            Some(_) | None => {}
        }
        next = if fault.is_some() { slot.wait_after_fault(work, retry) } else { slot.wait() };
        last_fault = fault;
    }
}

fn keep(session: &Session, map: &Map, note: &Note) -> Result<(), String> {
    let text = files::ron::write(map).map_err(|error| error.to_string())?;
    session.write(note, &text).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{disk::Folders, recovery::Recovery};
    use std::{fs, time::Instant};

    /// Waits for what the thread says next.
    fn next_news(writer: &RecoveryWriter) -> Keeping {
        writer.news.recv_timeout(Duration::from_secs(60)).unwrap()
    }

    #[test]
    fn a_copy_that_could_not_be_written_is_tried_again_without_a_change() {
        let desk = tempfile::tempdir().unwrap();
        let folders = Folders { config: desk.path().join("config"), state: desk.path().join("state") };
        let recovery = Recovery::new(&folders);
        let folder = folders.state.join("recovery");
        let session = recovery.begin().unwrap();
        let writer = RecoveryWriter::start(session, Duration::from_millis(20), egui::Context::default()).unwrap();
        // A file where the folder was: nothing can be written into it, also by root.
        fs::remove_dir_all(&folder).unwrap();
        fs::write(&folder, "in the way").unwrap();
        let map = Arc::new(Map::empty(&mut fastrand::Rng::with_seed(3)));
        let note = Note { original: None, title: "Kept".to_owned(), when: jiff::Timestamp::UNIX_EPOCH, changes: 1 };
        writer.keep(Arc::clone(&map), note);
        assert!(matches!(next_news(&writer), Keeping::Failed(_)));
        fs::remove_file(&folder).unwrap();
        assert_eq!(next_news(&writer), Keeping::Restored);
        drop(writer);
        let orphans = recovery.list_orphans().unwrap();
        assert_eq!(orphans.found.len(), 1);
        assert_eq!(orphans.found[0].note.title, "Kept");
    }

    #[test]
    fn a_program_that_ends_does_not_wait_for_a_copy_that_fails() {
        let desk = tempfile::tempdir().unwrap();
        let folders = Folders { config: desk.path().join("config"), state: desk.path().join("state") };
        let session = Recovery::new(&folders).begin().unwrap();
        let hour = Duration::from_secs(3600);
        let writer = RecoveryWriter::start(session, hour, egui::Context::default()).unwrap();
        fs::remove_dir_all(folders.state.join("recovery")).unwrap();
        fs::write(folders.state.join("recovery"), "in the way").unwrap();
        let map = Arc::new(Map::empty(&mut fastrand::Rng::with_seed(3)));
        writer.keep(map, Note { original: None, title: String::new(), when: jiff::Timestamp::UNIX_EPOCH, changes: 1 });
        assert!(matches!(next_news(&writer), Keeping::Failed(_)));
        let start = Instant::now();
        drop(writer);
        assert!(start.elapsed() < hour);
    }
}
