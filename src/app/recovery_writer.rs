//! Keeps a copy of unsaved work on the disk, on a thread of its own: only the newest state waits, older ones are skipped.
//!
//! The copy is made from a snapshot (`Arc<Map>`), so typing never waits for the disk. What could not be kept is tried
//! again until it can, or until there is newer work. Must not decide when to keep a copy.

use super::recovery::{Note, Orphan, Recovery, Session};
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
struct Work {
    task: Task,
    /// Work of other windows that this one took over; their copies may go once the task is done.
    taken_over: Vec<Orphan>,
}

#[derive(Debug)]
enum Task {
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
        if timeout.timed_out() {
            return Some(failed);
        }
        let mut newer = next.work.take()?;
        newer.taken_over.extend(failed.taken_over);
        Some(newer)
    }
}

impl Next {
    fn is_nothing(&mut self) -> bool {
        self.work.is_none() && !self.ending
    }

    /// Puts a task in place of one that waits.
    fn replace(&mut self, task: Task, taken_over: Option<Orphan>) {
        let mut known = self.work.take().map(|work| work.taken_over).unwrap_or_default();
        known.extend(taken_over);
        self.work = Some(Work { task, taken_over: known });
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
    pub fn start(recovery: &Recovery, retry: Duration, ctx: egui::Context) -> io::Result<Self> {
        let slot = Arc::new(Slot::default());
        let (sender, news) = channel();
        let session = recovery.begin()?;
        let (shared, recovery) = (Arc::clone(&slot), recovery.clone());
        let thread = thread::Builder::new()
            .name("recovery".to_owned())
            .spawn(move || keep_newest(&shared, (&recovery, &session), retry, |news| tell(&sender, &ctx, news)))?;
        Ok(Self { slot, news, thread: Some(thread) })
    }

    /// Keeps this state, in place of any that waits.
    pub fn keep(&self, map: Arc<Map>, note: Note) {
        self.slot.change(|next| next.replace(Task::Keep(map, note), None));
    }

    /// Keeps what was brought back from `orphan`, whose copy goes only then: a second crash does not lose it.
    pub fn take_over(&self, map: Arc<Map>, note: Note, orphan: Orphan) {
        self.slot.change(|next| next.replace(Task::Keep(map, note), Some(orphan)));
    }

    /// Forgets the copy: the work is in its file, or was thrown away.
    pub fn clear(&self) {
        self.slot.change(|next| next.replace(Task::Clear, None));
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

fn keep_newest(slot: &Slot, (recovery, session): (&Recovery, &Session), retry: Duration, tell: impl Fn(Keeping)) {
    let mut last_fault = None;
    let mut next = slot.wait();
    while let Some(work) = next {
        let fault = carry_out(&work, recovery, session).err();
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

fn carry_out(work: &Work, recovery: &Recovery, session: &Session) -> Result<(), String> {
    match &work.task {
        Task::Keep(map, note) => keep(session, map, note)?,
        Task::Clear => session.clear().map_err(|error| cause(&error))?,
    }
    work.taken_over.iter().try_for_each(|orphan| recovery.discard(orphan)).map_err(|error| cause(&error))
}

fn keep(session: &Session, map: &Map, note: &Note) -> Result<(), String> {
    let text = files::ron::write(map).map_err(|error| error.to_string())?;
    session.write(note, &text).map_err(|error| cause(&error))
}

/// What the system says, without the name of a temporary file, which is another one each time.
fn cause(error: &io::Error) -> String {
    let inner = error.get_ref().and_then(|inner| inner.source());
    inner.map_or_else(|| error.to_string(), ToString::to_string)
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
        let folders = Folders {
            config: desk.path().join("config"),
            state: desk.path().join("state"),
            data: desk.path().join("data"),
        };
        let recovery = Recovery::new(&folders);
        let folder = folders.state.join("recovery");
        let writer = RecoveryWriter::start(&recovery, Duration::from_millis(20), egui::Context::default()).unwrap();
        // A file where the folder was: nothing can be written into it, also by root.
        fs::remove_dir_all(&folder).unwrap();
        fs::write(&folder, "in the way").unwrap();
        let map = Arc::new(Map::empty(&mut fastrand::Rng::with_seed(3)));
        let note = Note {
            original: None,
            fingerprint: None,
            title: "Kept".to_owned(),
            when: jiff::Timestamp::UNIX_EPOCH,
            changes: 1,
        };
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
        let folders = Folders {
            config: desk.path().join("config"),
            state: desk.path().join("state"),
            data: desk.path().join("data"),
        };
        let long = Duration::from_secs(20);
        let writer = RecoveryWriter::start(&Recovery::new(&folders), long, egui::Context::default()).unwrap();
        fs::remove_dir_all(folders.state.join("recovery")).unwrap();
        fs::write(folders.state.join("recovery"), "in the way").unwrap();
        let map = Arc::new(Map::empty(&mut fastrand::Rng::with_seed(3)));
        writer.keep(
            map,
            Note {
                original: None,
                fingerprint: None,
                title: String::new(),
                when: jiff::Timestamp::UNIX_EPOCH,
                changes: 1,
            },
        );
        assert!(matches!(next_news(&writer), Keeping::Failed(_)));
        let start = Instant::now();
        drop(writer);
        assert!(start.elapsed() < long);
    }

    #[test]
    fn what_is_taken_over_is_on_the_disk_at_every_moment_and_once_at_the_end() {
        let desk = tempfile::tempdir().unwrap();
        let folders = Folders {
            config: desk.path().join("config"),
            state: desk.path().join("state"),
            data: desk.path().join("data"),
        };
        let recovery = Recovery::new(&folders);
        let map = Arc::new(Map::empty(&mut fastrand::Rng::with_seed(3)));
        let note = |title: &str| Note {
            original: None,
            fingerprint: None,
            title: title.to_owned(),
            when: jiff::Timestamp::UNIX_EPOCH,
            changes: 1,
        };
        let gone = recovery.begin().unwrap();
        gone.write(&note("gone"), &files::ron::write(&map).unwrap()).unwrap();
        drop(gone);
        let orphan = recovery.list_orphans().unwrap().found.remove(0);
        let writer = RecoveryWriter::start(&recovery, Duration::from_millis(20), egui::Context::default()).unwrap();
        // While the copy cannot be written, because a folder has its name, the orphan stays.
        let lock = fs::read_dir(folders.state.join("recovery")).unwrap().map(|entry| entry.unwrap().path());
        let lock = lock.filter(|path| path.extension().is_some_and(|ending| ending == "lock"));
        let own = lock.map(|lock| lock.with_extension("ron")).find(|copy| *copy != orphan.file).unwrap();
        fs::create_dir_all(own.join("in the way")).unwrap();
        writer.take_over(Arc::clone(&map), note("taken over"), orphan.clone());
        assert!(matches!(next_news(&writer), Keeping::Failed(_)));
        assert!(orphan.file.exists());
        fs::remove_dir_all(&own).unwrap();
        assert_eq!(next_news(&writer), Keeping::Restored);
        writer.keep(map, note("newer"));
        drop(writer);
        assert!(!orphan.file.exists());
        let left = recovery.list_orphans().unwrap().found;
        assert_eq!(left.iter().map(|orphan| orphan.note.title.as_str()).collect::<Vec<_>>(), ["newer"]);
    }
}
