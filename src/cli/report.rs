//! What the verbs share that report on one file: `FILE [--json]`, for people or for scripts. Must not know what is
//! reported.

use super::{ExitStatus, Io};
use lexopt::{Arg, Parser};
use serde::Serialize;
use std::path::PathBuf;

/// How a report is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// For people.
    #[default]
    Words,
    /// For scripts.
    Json,
}

/// Reads `FILE [--json]`; without a file, `no_file` says so. On a failure it has been said why.
pub fn file_and_form(args: &mut Parser, no_file: &str, io: &mut Io<'_>) -> Result<(PathBuf, Form), ExitStatus> {
    let (mut path, mut form): (Option<PathBuf>, Form) = (None, Form::Words);
    while let Some(arg) = args.next().map_err(|error| io.bad_usage(&error))? {
        match arg {
            Arg::Long("json") => form = Form::Json,
            Arg::Value(value) if path.is_none() => path = Some(value.into()),
            Arg::Value(_) | Arg::Short(_) | Arg::Long(_) => return Err(io.bad_usage(&arg.unexpected())),
        }
    }
    path.map(|path| (path, form)).ok_or_else(|| io.usage(no_file))
}

/// Writes a report in the form that was asked for.
pub fn write_report(
    form: Form,
    json: &impl Serialize,
    words: impl FnOnce(crate::texts::Texts) -> String,
    io: &mut Io<'_>,
) -> ExitStatus {
    let text = match form {
        Form::Words => words(io.texts()),
        Form::Json => match serde_json::to_string_pretty(json) {
            Ok(text) => text + "\n",
            Err(error) => {
                let sentence = io.texts().cli_no_output(error);
                io.err(&sentence);
                return ExitStatus::System;
            }
        },
    };
    io.out(&text);
    ExitStatus::Done
}
