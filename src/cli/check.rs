//! `wayfarer check MAP…`: what is wrong with maps, as `path:line:col: text`.
//!
//! The problems are the result, so they go to standard output; a file that cannot be read at all is said on standard
//! error.

use super::{ExitStatus, Io};
use crate::{
    app::disk,
    files::ron::{self, Position},
};
use lexopt::{Arg, Parser};
use std::path::{Path, PathBuf};

/// Checks every map that is named; ends with the worst status.
pub fn run(args: &mut Parser, io: &mut Io<'_>) -> ExitStatus {
    let paths = match paths(args) {
        Ok(paths) if paths.is_empty() => return io.usage(io.texts().cli_no_map()),
        Ok(paths) => paths,
        Err(error) => return io.bad_usage(&error),
    };
    let statuses: Vec<ExitStatus> = paths.iter().map(|path| check(path, io)).collect();
    statuses.into_iter().max().unwrap_or(ExitStatus::Done)
}

fn paths(args: &mut Parser) -> Result<Vec<PathBuf>, lexopt::Error> {
    let mut paths = Vec::new();
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Value(path) => paths.push(path.into()),
            Arg::Short(_) | Arg::Long(_) => return Err(arg.unexpected()),
        }
    }
    Ok(paths)
}

fn check(path: &Path, io: &mut Io<'_>) -> ExitStatus {
    let bytes = match disk::read_map_file(path) {
        Ok((bytes, _)) => bytes,
        Err(error) => return io.cannot_open(&error),
    };
    let texts = io.texts();
    match ron::parse(&bytes) {
        Ok(loaded) => {
            for warning in loaded.warnings {
                print(path, warning.at, &texts.cli_warning(warning.sentence(texts)), io);
            }
            ExitStatus::Done
        }
        Err(error) => {
            for problem in error.problems {
                print(path, problem.at, &problem.sentence(texts), io);
            }
            ExitStatus::Input
        }
    }
}

fn print(path: &Path, at: Position, sentence: &str, io: &mut Io<'_>) {
    io.out(&format!("{}:{}:{}: {sentence}\n", path.display(), at.line, at.column));
}
