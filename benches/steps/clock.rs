//! Measuring one step many times in CPU time of the whole process, so that other work on the machine does not count.
//! Must not know the steps.

use cpu_time::ProcessTime;
use std::{hint::black_box, time::Duration};

/// What a step took, shortest first.
pub struct Times(Vec<Duration>);

impl Times {
    /// Runs `step` once to warm up and then `runs` times.
    pub fn of<T>(runs: usize, mut step: impl FnMut(usize) -> T) -> Self {
        black_box(step(0));
        let mut times: Vec<Duration> = (1..=runs).map(|run| cpu_time_of(|| step(run))).collect();
        times.sort_unstable();
        Self(times)
    }

    /// The first run alone, without a warm-up.
    pub fn of_first<T>(step: impl FnOnce() -> T) -> Self {
        Self(vec![cpu_time_of(step)])
    }

    /// Nothing could be measured; every time is NaN.
    pub fn none() -> Self {
        Self(Vec::new())
    }

    /// The time that `share` (0 to 1) of the runs did not exceed, in milliseconds.
    pub fn at(&self, share: f64) -> f64 {
        let last = self.0.len().saturating_sub(1);
        let at = (last as f64 * share).round() as usize;
        self.0.get(at).map_or(f64::NAN, |time| time.as_secs_f64() * 1e3)
    }
}

fn cpu_time_of<T>(step: impl FnOnce() -> T) -> Duration {
    let start = ProcessTime::now();
    black_box(step());
    start.elapsed()
}
