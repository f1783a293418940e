//! The way into the window: where none can be opened, one sentence says so and names the command line.
//!
//! Window libraries answer a missing display with an error, and a missing system library with a panic; both end here.
//! Must not know what the window shows.

use crate::{
    cli::{ExitStatus, Io},
    texts::Texts,
};
use std::{
    io::{stderr, stdout},
    panic::{self, AssertUnwindSafe, PanicHookInfo},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

/// Whether a window was opened; before that a panic is no fault of ours but a missing display.
static IS_UP: AtomicBool = AtomicBool::new(false);
/// What the last panic before the window said.
static REASON: Mutex<Option<String>> = Mutex::new(None);

/// To be called as soon as the window is made.
pub fn window_is_up() {
    IS_UP.store(true, Ordering::SeqCst);
}

/// Runs `open`, which opens the window and returns when it is closed. Says on standard error why there is none.
pub fn guarded(texts: Texts, open: impl FnOnce() -> Result<(), eframe::Error>) -> ExitStatus {
    listen_for_panics();
    let sentence = match panic::catch_unwind(AssertUnwindSafe(open)) {
        Ok(Ok(())) => return ExitStatus::Done,
        Ok(Err(error)) => texts.cli_no_display(one_line(&error.to_string())),
        Err(_) if IS_UP.load(Ordering::SeqCst) => texts.cli_internal_error(last_reason()),
        Err(_) => texts.cli_no_display(last_reason()),
    };
    Io::new(&mut stdout(), &mut stderr(), texts).err(&sentence);
    ExitStatus::System
}

/// Keeps what a panic says for the sentence; once the window is up it is printed as usual, too.
fn listen_for_panics() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        *REASON.lock().unwrap_or_else(PoisonError::into_inner) = Some(message_of(info));
        if IS_UP.load(Ordering::SeqCst) {
            usual(info);
        }
    }));
}

fn message_of(info: &PanicHookInfo<'_>) -> String {
    one_line(info.payload_as_str().unwrap_or_default())
}

fn last_reason() -> String {
    REASON.lock().unwrap_or_else(PoisonError::into_inner).take().unwrap_or_default()
}

/// The first line, without the place in a library's source before it and the full stop behind it.
fn one_line(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    let told = line.rsplit_once(".rs:").and_then(|(_, rest)| rest.split_once(": ")).map_or(line, |(_, told)| told);
    told.trim().trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::one_line;

    #[test]
    fn a_reason_is_one_line_without_source_places() {
        let check = |given: &str, expected: &str| assert_eq!(one_line(given), expected);
        check("os error at /a/b-1.2/src/mod.rs:765: neither X nor Y is set", "neither X nor Y is set");
        check(
            "Library libxkbcommon-x11.so could not be loaded.\nat x",
            "Library libxkbcommon-x11.so could not be loaded",
        );
        check("", "");
    }
}
