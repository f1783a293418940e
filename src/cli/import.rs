//! `wayfarer import IN.mmd OUT.ron`: a map made of another program's file. Warnings are said with their lines.

use super::{ExitStatus, Io};
use crate::{
    app::disk::{self, Expected},
    files::{mermaid, ron},
};
use lexopt::{Arg, Parser};
use std::path::{Path, PathBuf};

/// Reads the file and writes the map.
pub fn run(args: &mut Parser, io: &mut Io<'_>) -> ExitStatus {
    match carry_out(args, io) {
        Ok(()) => ExitStatus::Done,
        Err(status) => status,
    }
}

fn carry_out(args: &mut Parser, io: &mut Io<'_>) -> Result<(), ExitStatus> {
    let (input, output) = paths(args, io)?;
    io.spare_input(&output, &input)?;
    let (bytes, _) = disk::read_map_file(&input).map_err(|error| io.cannot_open(&error))?;
    let texts = io.texts();
    let (journey, warnings) = mermaid::parse(&bytes).map_err(|error| {
        io.err(&format!("{}: {}", input.display(), error.sentence(texts)));
        ExitStatus::Input
    })?;
    for warning in &warnings {
        let sentence = texts.cli_warning(warning.sentence(texts));
        io.err(&format!("{}:{}: {sentence}", input.display(), warning.line));
    }
    let map = journey.map(&mut fastrand::Rng::new());
    let text = ron::write(&map).map_err(|error| {
        let sentence = texts.cli_cannot_write_map(error);
        io.err(&sentence);
        ExitStatus::System
    })?;
    io.write_output(&output, text.as_bytes(), Expected::Anything)
}

/// What is read and what is written. The ending of the input says what it is.
fn paths(args: &mut Parser, io: &mut Io<'_>) -> Result<(PathBuf, PathBuf), ExitStatus> {
    let mut paths: Vec<PathBuf> = Vec::with_capacity(2);
    while let Some(arg) = args.next().map_err(|error| io.bad_usage(&error))? {
        match arg {
            Arg::Value(value) if paths.len() < 2 => paths.push(value.into()),
            Arg::Value(_) | Arg::Short(_) | Arg::Long(_) => return Err(io.bad_usage(&arg.unexpected())),
        }
    }
    let mut paths = paths.into_iter();
    let input = paths.next().ok_or_else(|| io.usage(io.texts().import_no_input()))?;
    let output = paths.next().ok_or_else(|| io.usage(io.texts().import_no_output()))?;
    if !is_known(&input) {
        let sentence = io.texts().import_unknown_format(input.display());
        return Err(io.usage(&sentence));
    }
    Ok((input, output))
}

fn is_known(input: &Path) -> bool {
    let ending = input.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    matches!(ending.as_deref(), Some("mmd" | "mermaid"))
}
