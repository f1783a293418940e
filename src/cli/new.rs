//! `wayfarer new OUT.ron`: an empty map with the usual lanes. An existing file is never touched.

use super::{ExitStatus, Io};
use crate::{app::disk::Expected, files::ron, map::Map};
use lexopt::{Arg, Parser};
use std::path::PathBuf;

/// Writes an empty map.
pub fn run(args: &mut Parser, io: &mut Io<'_>) -> ExitStatus {
    let path = match path(args) {
        Ok(Some(path)) => path,
        Ok(None) => return io.usage(io.texts().cli_no_map()),
        Err(error) => return io.bad_usage(&error),
    };
    let map = Map::empty(&mut fastrand::Rng::new());
    let text = match ron::write(&map) {
        Ok(text) => text,
        Err(error) => {
            let sentence = io.texts().cli_cannot_write_map(error);
            io.err(&sentence);
            return ExitStatus::System;
        }
    };
    match io.write_output(&path, text.as_bytes(), Expected::Absent) {
        Ok(()) => ExitStatus::Done,
        Err(status) => status,
    }
}

fn path(args: &mut Parser) -> Result<Option<PathBuf>, lexopt::Error> {
    let mut path = None;
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Value(value) if path.is_none() => path = Some(value.into()),
            Arg::Value(_) | Arg::Short(_) | Arg::Long(_) => return Err(arg.unexpected()),
        }
    }
    Ok(path)
}
