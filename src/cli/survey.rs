//! `wayfarer survey inspect` and `wayfarer survey attach`. Must not know egui.

mod attach;
mod inspect;
mod score_spec;

use super::{ExitStatus, Io};
use crate::survey::{self, Flaw, Ragged, SurveyError, Table};
use lexopt::{Arg, Parser};
use std::{ops::ControlFlow, path::Path};

/// Runs the verb after `survey`.
pub fn run(args: &mut Parser, io: &mut Io<'_>) -> ExitStatus {
    let verb = match args.next() {
        Ok(Some(Arg::Value(verb))) => verb,
        Ok(Some(other)) => return io.bad_usage(&other.unexpected()),
        Ok(None) => return io.usage(io.texts().survey_cli_no_verb()),
        Err(error) => return io.bad_usage(&error),
    };
    match verb.to_str() {
        Some("inspect") => inspect::run(args, io),
        Some("attach") => attach::run(args, io),
        Some(_) | None => {
            let sentence = io.texts().survey_cli_unknown_verb(verb.display());
            io.usage(&sentence)
        }
    }
}

/// Reads a survey file; on a failure it has been said why.
fn read_table(path: &Path, io: &mut Io<'_>) -> Result<Table, ExitStatus> {
    let bytes = crate::app::disk::read_survey_file(path).map_err(|error| io.cannot_open(&error))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    survey::read(&name, &bytes, &mut |_| ControlFlow::Continue(())).map_err(|error| refuse(path, &error, io))
}

/// Says what is wrong with a survey file or with what is asked of it, after the file's name and line.
fn refuse(path: &Path, error: &SurveyError, io: &mut Io<'_>) -> ExitStatus {
    let sentence = error.sentence(io.texts());
    match error {
        SurveyError::NoScores | SurveyError::BadScale { .. } | SurveyError::NoTouchpointColumn { .. } => {
            io.usage(&sentence)
        }
        SurveyError::Stopped
        | SurveyError::Empty
        | SurveyError::HeaderOnly
        | SurveyError::Spreadsheet
        | SurveyError::Utf16
        | SurveyError::Binary { .. }
        | SurveyError::NotUtf8 { .. }
        | SurveyError::OpenQuote { .. }
        | SurveyError::TooManyColumns { .. }
        | SurveyError::NoSuchColumn { .. }
        | SurveyError::AmbiguousColumn { .. }
        | SurveyError::PersonalColumn { .. }
        | SurveyError::TooManyValues { .. }
        | SurveyError::TooManySegments { .. }
        | SurveyError::NoValidAnswer { .. }
        | SurveyError::UnknownTouchpoint { .. }
        | SurveyError::NothingMatched { .. } => {
            let line = error.line().map(|line| format!(":{line}")).unwrap_or_default();
            io.err(&format!("{}{line}: {sentence}", path.display()));
            ExitStatus::Input
        }
    }
}

/// Says which rows do not fit the headings.
fn warn_of_ragged(path: &Path, ragged: &Ragged, io: &mut Io<'_>) {
    let texts = io.texts();
    for (line, flaw) in &ragged.lines {
        let sentence = match flaw {
            Flaw::Short => texts.survey_flaw_short(),
            Flaw::Long => texts.survey_flaw_long(),
            Flaw::BrokenQuote => texts.survey_flaw_quote(),
        };
        io.err(&format!("{}:{line}: {}", path.display(), texts.cli_warning(sentence)));
    }
    let listed = u64::try_from(ragged.lines.len()).unwrap_or(u64::MAX);
    let more = usize::try_from(ragged.total().saturating_sub(listed)).unwrap_or(usize::MAX);
    if more > 0 {
        let sentence = texts.cli_warning(texts.survey_flaw_more(more));
        io.err(&format!("{}: {sentence}", path.display()));
    }
}
