//! Keeps a copy of unsaved work on the disk, on a thread of its own: only the newest state waits, older ones are skipped.
//!
//! The copy is made from a snapshot (`Arc<Map>`), so typing never waits for the disk. Must not decide when to keep one.

use super::recovery::{Note, Session};
use crate::{files, map::Map};
use std::{
    io,
    sync::{
        Arc, Condvar, Mutex, PoisonError,
        mpsc::{Receiver, Sender, channel},
    },
    thread::{self, JoinHandle},
};

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
        let nothing = |next: &mut Next| next.work.is_none() && !next.ending;
        self.changed.wait_while(next, nothing).unwrap_or_else(PoisonError::into_inner).work.take()
    }
}

/// Keeps the newest state of the open map.
#[derive(Debug)]
pub struct RecoveryWriter {
    session: Arc<Session>,
    slot: Arc<Slot>,
    faults: Receiver<String>,
    thread: Option<JoinHandle<()>>,
}

impl RecoveryWriter {
    /// Starts the thread.
    ///
    /// # Errors
    ///
    /// When the system gives no thread.
    pub fn start(session: Session, ctx: egui::Context) -> io::Result<Self> {
        let slot = Arc::new(Slot::default());
        let (sender, faults) = channel();
        let session = Arc::new(session);
        let (shared, own) = (Arc::clone(&slot), Arc::clone(&session));
        let thread = thread::Builder::new()
            .name("recovery".to_owned())
            .spawn(move || keep_newest(&shared, &own, &sender, &ctx))?;
        Ok(Self { session, slot, faults, thread: Some(thread) })
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

    /// What went wrong since it was asked last; a sentence of the system.
    pub fn fault(&self) -> Option<String> {
        self.faults.try_iter().last()
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

fn keep_newest(slot: &Slot, session: &Session, faults: &Sender<String>, ctx: &egui::Context) {
    while let Some(work) = slot.wait() {
        let result = match work {
            Work::Keep(map, note) => keep(session, &map, &note),
            Work::Clear => session.clear().map_err(|error| error.to_string()),
        };
        if let Err(fault) = result
            && faults.send(fault).is_ok()
        {
            ctx.request_repaint();
        }
    }
}

fn keep(session: &Session, map: &Map, note: &Note) -> Result<(), String> {
    let text = files::ron::write(map).map_err(|error| error.to_string())?;
    session.write(note, &text).map_err(|error| error.to_string())
}
