//! Work on other threads: each job is a closure that ends in one [`JobDone`], over a channel, and wakes the screen.
//!
//! A job has a name, a share done and can be asked to stop. Must not know what a job's result is used for.

use super::job_done::JobDone;
use std::{
    ops::ControlFlow,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU32, Ordering},
        mpsc::{Receiver, Sender, channel},
    },
    thread,
    time::{Duration, Instant},
};

/// The share done is kept in ten-thousandths.
const WHOLE: f32 = 10_000.0;

/// Names a job; never given twice, so that a result finds only what asked for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct JobId(u64);

/// What a running job and the screen know of each other.
#[derive(Clone, Debug)]
pub struct Progress {
    done: Arc<AtomicU32>,
    stopped: Arc<AtomicBool>,
    ctx: egui::Context,
}

impl Progress {
    /// Tells how much is done, 0 to 1, and learns whether to go on.
    pub fn tell(&self, share: f32) -> ControlFlow<()> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0…10 000")]
        let done = (share.clamp(0.0, 1.0) * WHOLE) as u32;
        let before = self.done.swap(done, Ordering::Relaxed);
        if done / 100 != before / 100 {
            self.ctx.request_repaint();
        }
        if self.stopped.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

/// A job as the status line shows it.
#[derive(Clone, Debug)]
pub struct Running {
    /// Its name among the running ones.
    pub id: JobId,
    /// What it does, in the interface's language; empty for quiet ones.
    pub name: String,
    started: Instant,
    progress: Progress,
}

impl Running {
    /// How much is done, 0 to 1.
    pub fn share(&self) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "at most 10 000")]
        let done = self.progress.done.load(Ordering::Relaxed) as f32;
        done / WHOLE
    }

    /// How long it has run.
    pub fn seconds(&self) -> f64 {
        self.started.elapsed().as_secs_f64()
    }
}

/// All running jobs and the channel their results come through.
#[derive(Debug)]
pub struct Jobs {
    sender: Sender<(JobId, JobDone)>,
    receiver: Receiver<(JobId, JobDone)>,
    running: Vec<Running>,
    next: u64,
    ctx: egui::Context,
}

impl Jobs {
    /// No jobs; `ctx` is woken when one ends.
    pub fn new(ctx: egui::Context) -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver, running: Vec::new(), next: 0, ctx }
    }

    /// Starts a job on a thread of its own. A job that panics ends in [`JobDone::Failed`].
    pub fn start(
        &mut self,
        name: impl Into<String>,
        work: impl FnOnce(&Progress) -> JobDone + Send + 'static,
    ) -> JobId {
        let id = JobId(self.next);
        self.next += 1;
        let progress = Progress { done: Arc::default(), stopped: Arc::default(), ctx: self.ctx.clone() };
        self.running.push(Running { id, name: name.into(), started: Instant::now(), progress: progress.clone() });
        let (sender, ctx) = (self.sender.clone(), self.ctx.clone());
        let spawned = thread::Builder::new().name("job".to_owned()).spawn(move || {
            let done = catch_unwind(AssertUnwindSafe(|| work(&progress)));
            let done = done.unwrap_or_else(|panic| JobDone::Failed(panic_text(panic.as_ref())));
            if sender.send((id, done)).is_ok() {
                ctx.request_repaint();
            }
        });
        if let Err(error) = spawned {
            self.running.retain(|job| job.id != id);
            let failed = self.sender.send((id, JobDone::Failed(error.to_string())));
            debug_assert!(failed.is_ok(), "the receiver lives as long as self");
        }
        id
    }

    /// The results that have come, each with its job.
    pub fn finished(&mut self) -> Vec<(JobId, JobDone)> {
        let mut results = Vec::new();
        while let Ok((id, done)) = self.receiver.try_recv() {
            self.running.retain(|job| job.id != id);
            results.push((id, done));
        }
        results
    }

    /// Waits until a job has ended, at most so long; its result and others that come before are dropped. For the end of
    /// the program.
    pub fn wait_for(&mut self, job: JobId, limit: Duration) {
        let end = Instant::now() + limit;
        while let Ok((id, _)) = self.receiver.recv_timeout(end.saturating_duration_since(Instant::now())) {
            if id == job {
                return;
            }
        }
    }

    /// The jobs with a name, which the status line shows.
    pub fn shown(&self) -> impl Iterator<Item = &Running> {
        self.running.iter().filter(|job| !job.name.is_empty())
    }

    /// Asks all jobs with a name to stop.
    pub fn stop_shown(&self) {
        for job in self.shown() {
            job.progress.stopped.store(true, Ordering::Relaxed);
        }
    }
}

fn panic_text(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()
}
