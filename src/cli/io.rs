//! The streams of the command line, and what every verb says and does alike: reading a map, writing a file whole,
//! refusing a command line.
//!
//! Must not decide what a verb means.

use super::ExitStatus;
use crate::{
    app::disk::{self, Expected, OpenError, SaveError, Unopenable, Unsavable},
    files::ron::{self, Loaded},
    texts::Texts,
};
use lexopt::Error as Usage;
use std::{
    io::{self, Write},
    path::Path,
};

/// Where a verb reads its language and writes what it has to say.
pub struct Io<'a> {
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
    texts: Texts,
    /// The first failure of standard output.
    broken: Option<io::Error>,
}

impl<'a> Io<'a> {
    /// Streams and a language.
    pub fn new(out: &'a mut dyn Write, err: &'a mut dyn Write, texts: Texts) -> Self {
        Self { out, err, texts, broken: None }
    }

    /// The language.
    pub fn texts(&self) -> Texts {
        self.texts
    }

    /// Writes a result. A failure is remembered and decides the exit status at the end.
    pub fn out(&mut self, text: &str) {
        if self.broken.is_none() {
            self.broken = self.out.write_all(text.as_bytes()).err();
        }
    }

    /// Writes a line of anything but a result.
    pub fn err(&mut self, line: &str) {
        // Where standard error itself is gone, nobody is left to be told.
        match writeln!(self.err, "{line}") {
            Ok(()) | Err(_) => {}
        }
    }

    /// Refuses the command line with a sentence.
    pub fn usage(&mut self, sentence: &str) -> ExitStatus {
        self.err(&format!("wayfarer: {sentence}"));
        self.err(self.texts.cli_see_help());
        ExitStatus::Usage
    }

    /// Refuses the command line for what the parser found.
    pub fn bad_usage(&mut self, error: &Usage) -> ExitStatus {
        let texts = self.texts;
        let sentence = match error {
            Usage::MissingValue { option: Some(option) } => texts.cli_missing_value(option),
            Usage::MissingValue { option: None } => texts.cli_missing_argument().to_owned(),
            Usage::UnexpectedOption(option) => texts.cli_unknown_option(option),
            Usage::UnexpectedArgument(value) => texts.cli_unexpected_argument(value.display()),
            Usage::UnexpectedValue { option, .. } => texts.cli_unexpected_value(option),
            Usage::ParsingFailed { value, error } => texts.cli_bad_value(value, error),
            Usage::NonUnicodeValue(value) => texts.cli_not_unicode(value.display()),
            Usage::Custom(error) => error.to_string(),
        };
        self.usage(&sentence)
    }

    /// Reads and checks a map; every problem is said as `path:line:col: text`, warnings too.
    ///
    /// # Errors
    ///
    /// The exit status, when there is no sound map; it has been said why.
    pub fn read_map(&mut self, path: &Path) -> Result<Loaded, ExitStatus> {
        let (bytes, _) = disk::read_map_file(path).map_err(|error| self.cannot_open(&error))?;
        let loaded = ron::parse(&bytes).map_err(|error| {
            for problem in &error.problems {
                self.err(&located(path, problem.at, &problem.sentence(self.texts)));
            }
            ExitStatus::Input
        })?;
        for warning in &loaded.warnings {
            let sentence = self.texts.cli_warning(warning.sentence(self.texts));
            self.err(&located(path, warning.at, &sentence));
        }
        Ok(loaded)
    }

    /// Refuses to write a result over the file it is made of.
    ///
    /// # Errors
    ///
    /// The exit status, when both paths lead to one file; it has been said why.
    pub fn spare_input(&mut self, output: &Path, input: &Path) -> Result<(), ExitStatus> {
        if disk::are_same_file(output, input) {
            let sentence = self.texts.cli_output_is_input(output.display());
            return Err(self.usage(&sentence));
        }
        Ok(())
    }

    /// Writes a file whole or not at all. What was there stays, byte for byte, when it fails.
    ///
    /// # Errors
    ///
    /// The exit status; it has been said why.
    pub fn write_output(&mut self, path: &Path, bytes: &[u8], expected: Expected) -> Result<(), ExitStatus> {
        let is_folder =
            path.as_os_str().as_encoded_bytes().last().is_some_and(|byte| std::path::is_separator(char::from(*byte)));
        if is_folder || path.as_os_str().is_empty() {
            let sentence = self.texts.cli_no_file_name(path.display());
            return Err(self.usage(&sentence));
        }
        match disk::save(path, bytes, expected, None) {
            Ok(_) => Ok(()),
            Err(error) => Err(self.cannot_save(&error)),
        }
    }

    /// Says why a file cannot be read. Who may not read it, or whose disk fails, is told of the system; everything
    /// else is the input.
    pub fn cannot_open(&mut self, error: &OpenError) -> ExitStatus {
        self.err(&error.sentence(self.texts));
        match error.why {
            Unopenable::Missing | Unopenable::Folder | Unopenable::NotAFile | Unopenable::TooLarge { .. } => {
                ExitStatus::Input
            }
            Unopenable::Forbidden(_) | Unopenable::Io(_) => ExitStatus::System,
        }
    }

    /// Says why a file cannot be written.
    pub fn cannot_save(&mut self, error: &SaveError) -> ExitStatus {
        self.err(&error.sentence(self.texts));
        match error.why {
            Unsavable::AlreadyThere | Unsavable::NoFolder | Unsavable::NotAFile => ExitStatus::Input,
            Unsavable::ChangedOnDisk
            | Unsavable::Forbidden(_)
            | Unsavable::DiskFull(_)
            | Unsavable::NoBackup(_)
            | Unsavable::Damaged { .. }
            | Unsavable::Unconfirmed { .. }
            | Unsavable::Io(_) => ExitStatus::System,
        }
    }

    /// The exit status after everything is written: a reader that has read enough (`| head`) is no failure, any other
    /// failure of standard output is the system's.
    pub(super) fn finish(&mut self, status: ExitStatus) -> ExitStatus {
        let failure = self.broken.take().or_else(|| self.out.flush().err());
        match failure {
            Some(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                let sentence = self.texts.cli_no_output(error);
                self.err(&sentence);
                ExitStatus::System
            }
            Some(_) | None => status,
        }
    }
}

/// A problem as `path:line:col: text`.
fn located(path: &Path, at: ron::Position, sentence: &str) -> String {
    format!("{}:{}:{}: {sentence}", path.display(), at.line, at.column)
}
