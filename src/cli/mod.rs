//! The program without a window. Must not know egui.
//!
//! Results go to standard output, everything else to standard error; the exit status says which side is at fault.
//! Each verb is a file with one `run`.

mod aligned;
mod check;
mod export;
mod import;
mod io;
mod metrics;
mod new;
mod report;
mod survey;

pub use io::Io;

use crate::texts::Texts;
use lexopt::{Arg, Parser};
use std::{
    ffi::{OsStr, OsString},
    path::PathBuf,
    process::ExitCode,
};

/// How the program ended; the number is what a script sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ExitStatus {
    /// 0: it did what was asked.
    Done = 0,
    /// 1: the input is at fault.
    Input = 1,
    /// 2: the command line is at fault.
    Usage = 2,
    /// 3: the disk or the system is at fault.
    System = 3,
}

impl From<ExitStatus> for ExitCode {
    fn from(status: ExitStatus) -> Self {
        match status {
            ExitStatus::Done => Self::SUCCESS,
            ExitStatus::Input => Self::from(1),
            ExitStatus::Usage => Self::from(2),
            ExitStatus::System => Self::from(3),
        }
    }
}

/// What the command line asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// A window, on this map or on the start page.
    Window(Option<PathBuf>),
    /// Nothing more: a verb ran.
    Ended(ExitStatus),
}

/// What a verb is called and what runs it.
struct Verb {
    name: &'static str,
    run: fn(&mut Parser, &mut Io<'_>) -> ExitStatus,
    help: fn(Texts) -> &'static str,
}

const VERBS: [Verb; 6] = [
    Verb { name: "new", run: new::run, help: Texts::cli_help_new },
    Verb { name: "check", run: check::run, help: Texts::cli_help_check },
    Verb { name: "export", run: export::run, help: Texts::cli_help_export },
    Verb { name: "import", run: import::run, help: Texts::cli_help_import },
    Verb { name: "survey", run: survey::run, help: Texts::cli_help_survey },
    Verb { name: "metrics", run: metrics::run, help: Texts::cli_help_metrics },
];

/// Runs the verb that `args` (without the program's name) asks for, or says which window they ask for.
pub fn run(args: impl IntoIterator<Item = OsString>, io: &mut Io<'_>) -> Action {
    let args: Vec<OsString> = args.into_iter().collect();
    let verb = args.first().and_then(|first| VERBS.iter().find(|verb| first == OsStr::new(verb.name)));
    match verb {
        Some(verb) => Action::Ended(run_verb(verb, args.get(1..).unwrap_or_default(), io)),
        None => match window(args, io) {
            Ok(map) => Action::Window(map),
            Err(status) => Action::Ended(io.finish(status)),
        },
    }
}

fn run_verb(verb: &Verb, args: &[OsString], io: &mut Io<'_>) -> ExitStatus {
    let status = if args.iter().take_while(|arg| *arg != "--").any(is_help) {
        io.out((verb.help)(io.texts()));
        io.out("\n");
        ExitStatus::Done
    } else {
        (verb.run)(&mut Parser::from_args(args), io)
    };
    io.finish(status)
}

/// `--help` helps wherever it stands, but for names after `--`.
fn is_help(arg: &OsString) -> bool {
    arg == "--help" || arg == "-h"
}

/// The command line of the window: at most one map, which may bear any name after `--`.
fn window(args: Vec<OsString>, io: &mut Io<'_>) -> Result<Option<PathBuf>, ExitStatus> {
    let is_bare = args.first().is_some_and(|first| first != "--");
    let mut parser = Parser::from_args(args);
    let mut map: Option<PathBuf> = None;
    loop {
        match parser.next().map_err(|error| io.bad_usage(&error))? {
            None if is_bare => return known_map(map, io),
            None => return Ok(map),
            Some(Arg::Short('h') | Arg::Long("help")) => {
                io.out(io.texts().cli_help());
                io.out("\n");
                return Err(ExitStatus::Done);
            }
            Some(Arg::Short('V') | Arg::Long("version")) => {
                io.out(concat!("wayfarer ", env!("CARGO_PKG_VERSION"), "\n"));
                return Err(ExitStatus::Done);
            }
            Some(Arg::Value(path)) if map.is_none() => map = Some(path.into()),
            Some(other) => {
                let error = other.unexpected();
                return Err(io.bad_usage(&error));
            }
        }
    }
}

/// A word that is no file and looks like a verb is a mistyped verb.
fn known_map(map: Option<PathBuf>, io: &mut Io<'_>) -> Result<Option<PathBuf>, ExitStatus> {
    let Some(word) = map.as_ref().and_then(|path| path.to_str()) else { return Ok(map) };
    let is_word = !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    if is_word && std::path::Path::new(word).symlink_metadata().is_err() {
        let known = VERBS.map(|verb| verb.name).join(", ");
        let sentence = io.texts().cli_unknown_verb(word, known);
        return Err(io.usage(&sentence));
    }
    Ok(map)
}
