//! The map file: RON text and back (<https://github.com/ron-rs/ron>).
//!
//! People read the file, compare it and keep it in git: its keys stand in a fixed order, defaults are left out, and a
//! map that was read and not changed is written as the same bytes. What the program does not know is an error with
//! its position, never dropped. Must not know where the bytes came from.

mod error;
mod escapes;
mod format;
pub mod piece;
mod places;
mod tokens;

pub use error::{Located, ParseError, Warning, WarningKind, What};
pub use places::Position;

use crate::map::Map;
use ::ron::{Options, extensions::Extensions, ser::PrettyConfig};
use format::{FORMAT, FileV1};
use places::Lines;
use std::str::from_utf8;

/// The largest map file that is read: 256 MiB. The largest maps that were tried have 15 MB.
pub const MAX_BYTES: u64 = 256 << 20;

/// The byte-order mark that some editors put before UTF-8 text; it is accepted and not written.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Text positions are warned about up to this number.
const MAX_WARNINGS: usize = 20;

/// A map that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    /// The map; `Map::check` finds nothing wrong with it.
    pub map: Map,
    /// What is worth saying, in the order of the file.
    pub warnings: Vec<Warning>,
}

/// Why a map could not be written as text.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// A value has no RON form.
    #[error("the map has no RON form: {0}")]
    Format(#[from] ::ron::Error),
    /// The written text does not give the same map when it is read back.
    #[error("the written text does not read back as the same map")]
    ReadBack,
}

/// Reads the text of a map file and checks the map.
///
/// # Errors
///
/// Everything that keeps the bytes from being a sound map, each with its line and column.
pub fn parse(bytes: &[u8]) -> Result<Loaded, ParseError> {
    let source = text_of(bytes)?;
    let map = map_of(source)?;
    let problems = map.check();
    if !problems.is_empty() {
        return Err(unsound(source, &map, &problems));
    }
    Ok(Loaded { map, warnings: warnings_of(source) })
}

/// The text of a map file: two spaces a level, keys in the order of reading, defaults left out. It is read back and
/// compared with the map before it is handed out.
///
/// # Errors
///
/// A map that has no RON form or does not read back as itself.
pub fn write(map: &Map) -> Result<String, WriteError> {
    let text = pretty(&FileV1::from(map))?;
    match map_of(&text) {
        Ok(read_back) if read_back == *map => Ok(text),
        Ok(_) | Err(_) => Err(WriteError::ReadBack),
    }
}

/// A value as the files have it.
fn pretty(value: &impl serde::Serialize) -> Result<String, ::ron::Error> {
    let config = PrettyConfig::new()
        .struct_names(false)
        .compact_arrays(false)
        .indentor("  ")
        .new_line("\n")
        .extensions(Extensions::IMPLICIT_SOME);
    let mut text = escapes::readable(::ron::ser::to_string_pretty(value, config)?);
    text.push('\n');
    Ok(text)
}

/// Files with and without `#![enable(implicit_some)]` are read; with it they are written, for other readers of RON.
fn options() -> Options {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

fn text_of(bytes: &[u8]) -> Result<&str, ParseError> {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size > MAX_BYTES {
        return Err(ParseError::one(Position::START, What::TooLarge { bytes: size }));
    }
    let text = from_utf8(bytes).map_err(|error| not_text(bytes, error.valid_up_to()))?;
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    if text.trim().is_empty() {
        return Err(ParseError::one(Position::START, What::Empty));
    }
    Ok(text)
}

fn not_text(bytes: &[u8], byte: usize) -> ParseError {
    let before = bytes.get(..byte).and_then(|valid| from_utf8(valid).ok()).unwrap_or_default();
    let at = Lines::new(before).position(before.len());
    ParseError::one(at, What::NotText { byte })
}

/// The map in a text, not yet checked.
fn map_of(source: &str) -> Result<Map, ParseError> {
    let parsed: Result<FileV1, _> = options().from_str(source);
    match parsed {
        Ok(file) if file.format == FORMAT => Ok(file.into()),
        Ok(file) => Err(other_format(source, file.format.into())),
        Err(error) => Err(refusal(source, error)),
    }
}

/// The best reason for a text that is no map of format 1: another format explains every other oddity.
fn refusal(source: &str, error: ::ron::error::SpannedError) -> ParseError {
    if let Some((format, _)) = places::format_number(source).filter(|(format, _)| *format != u64::from(FORMAT)) {
        return other_format(source, format);
    }
    let lines = Lines::new(source);
    let is_doubled_key = matches!(&error.code, ::ron::Error::Message(message) if message.contains("duplicate key"));
    match places::doubled_key(source).filter(|_| is_doubled_key) {
        Some((key, offset)) => ParseError::one(lines.position(offset), What::DuplicateKey { key }),
        None => ParseError::of_ron(error, &lines),
    }
}

fn other_format(source: &str, format: u64) -> ParseError {
    let offset = places::format_number(source).map_or(0, |(_, offset)| offset);
    let what = if format > u64::from(FORMAT) { What::NewerFormat { format } } else { What::NoSuchFormat { format } };
    ParseError::one(Lines::new(source).position(offset), what)
}

fn unsound(source: &str, map: &Map, found: &[crate::map::Problem]) -> ParseError {
    let lines = Lines::new(source);
    let offsets = places::of_problems(source, map, found);
    let mut problems: Vec<Located> = found
        .iter()
        .zip(offsets)
        .flat_map(|(problem, offsets)| offsets.into_iter().map(move |offset| (problem, offset)))
        .map(|(problem, offset)| Located {
            at: lines.position(offset),
            what: What::Unsound { fault: problem.fault, id: problem.id.clone() },
        })
        .collect();
    problems.sort_by_key(|problem| problem.at);
    ParseError { problems }
}

fn warnings_of(source: &str) -> Vec<Warning> {
    let offsets = places::control_characters(source);
    if offsets.is_empty() {
        return Vec::new();
    }
    let lines = Lines::new(source);
    let warn = |offset: &usize| Warning { at: lines.position(*offset), what: WarningKind::ControlCharacter };
    offsets.iter().take(MAX_WARNINGS).map(warn).collect()
}
