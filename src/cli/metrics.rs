//! `wayfarer metrics`. Must not know egui.

use super::{ExitStatus, Io};
use lexopt::Parser;

/// Says that the verb cannot do anything.
pub fn run(args: &mut Parser, io: &mut Io<'_>) -> ExitStatus {
    match args.next() {
        Ok(_) => io.usage("metrics"),
        Err(error) => io.bad_usage(&error),
    }
}
