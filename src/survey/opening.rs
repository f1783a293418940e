//! The first look at a file's bytes: is it text this program reads, in which encoding, with which checksum.
//!
//! Must not know records or columns.

use super::{SurveyError, read::Steps};
use sha2::{Digest, Sha256};
use std::str;

/// How much is looked at between two reports of progress.
const CHUNK: usize = 1 << 20;
/// The most columns a survey has: the limit of spreadsheets.
pub(super) const MAX_COLUMNS: usize = 16_384;
/// The byte-order mark of UTF-8.
const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";
/// How spreadsheet files begin: ZIP (XLSX, ODS) and the compound file of old Excel.
const SPREADSHEETS: [&[u8]; 2] = [b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"];
/// The byte-order marks of UTF-16.
const UTF16_MARKS: [&[u8]; 2] = [b"\xFF\xFE", b"\xFE\xFF"];

/// How a file's text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8 without a byte-order mark.
    Utf8,
    /// UTF-8 that begins with a byte-order mark.
    Utf8WithMark,
}

impl Encoding {
    /// The name scripts see.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf8WithMark => "utf-8-bom",
        }
    }

    /// The name people see.
    pub fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf8WithMark => "UTF-8 BOM",
        }
    }

    /// How many bytes the mark takes.
    pub(super) fn mark_len(self) -> usize {
        match self {
            Self::Utf8 => 0,
            Self::Utf8WithMark => UTF8_MARK.len(),
        }
    }
}

/// What the first look found.
pub(super) struct Opening {
    pub encoding: Encoding,
    /// SHA-256 of all bytes, 64 hexadecimal digits.
    pub sha256: String,
}

/// Looks at every byte once: all of them are text in UTF-8 when this succeeds.
pub(super) fn open(bytes: &[u8], steps: &mut Steps<'_>) -> Result<Opening, SurveyError> {
    if bytes.is_empty() {
        return Err(SurveyError::Empty);
    }
    if SPREADSHEETS.iter().any(|mark| bytes.starts_with(mark)) {
        return Err(SurveyError::Spreadsheet);
    }
    if UTF16_MARKS.iter().any(|mark| bytes.starts_with(mark)) {
        return Err(SurveyError::Utf16);
    }
    let mut hash = Sha256::new();
    let mut at = 0;
    while at < bytes.len() {
        let end = end_of_chunk(bytes, at);
        let chunk = bytes.get(at..end).unwrap_or_default();
        check_text(bytes, at, chunk)?;
        hash.update(chunk);
        at = end;
        steps.reached(at)?;
    }
    let encoding = if bytes.starts_with(UTF8_MARK) { Encoding::Utf8WithMark } else { Encoding::Utf8 };
    let body = bytes.get(encoding.mark_len()..).unwrap_or_default();
    if body.iter().all(u8::is_ascii_whitespace) {
        return Err(SurveyError::Empty);
    }
    let sha256 = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Opening { encoding, sha256 })
}

/// The line of the byte at `offset`, from 1: line feeds, carriage returns and both together end a line.
pub(super) fn line_at(bytes: &[u8], offset: usize) -> u64 {
    1 + lines_ended(bytes.get(..offset).unwrap_or(bytes))
}

/// How many lines end in a text; a carriage return at its very end counts as one.
pub(super) fn lines_ended(text: &[u8]) -> u64 {
    let pairs = text.iter().zip(text.iter().skip(1).chain([&0]));
    pairs.map(|(byte, next)| u64::from(*byte == b'\n' || (*byte == b'\r' && *next != b'\n'))).sum()
}

/// The end of the chunk that begins at `at`, never inside a character of UTF-8.
fn end_of_chunk(bytes: &[u8], at: usize) -> usize {
    let end = (at + CHUNK).min(bytes.len());
    let is_inside = |place: usize| bytes.get(place).is_some_and(|byte| byte & 0b1100_0000 == 0b1000_0000);
    (end.saturating_sub(3)..=end).rev().find(|place| !is_inside(*place)).filter(|place| *place > at).unwrap_or(end)
}

fn check_text(bytes: &[u8], at: usize, chunk: &[u8]) -> Result<(), SurveyError> {
    if let Some(place) = chunk.iter().position(|byte| *byte == 0) {
        return Err(if looks_like_utf16(bytes) {
            SurveyError::Utf16
        } else {
            SurveyError::Binary { byte: at + place }
        });
    }
    if let Err(error) = str::from_utf8(chunk) {
        let byte = at + error.valid_up_to();
        return Err(SurveyError::NotUtf8 { line: line_at(bytes, byte), byte });
    }
    let is_one_line = !chunk.contains(&b'\n') && !chunk.contains(&b'\r');
    let delimiters = chunk.iter().filter(|byte| matches!(byte, b',' | b';' | b'\t')).count();
    if is_one_line && delimiters > MAX_COLUMNS {
        return Err(SurveyError::TooManyColumns { limit: MAX_COLUMNS });
    }
    Ok(())
}

/// UTF-16 without a mark: in Latin text every second byte is NUL.
fn looks_like_utf16(bytes: &[u8]) -> bool {
    let head = bytes.get(..64).unwrap_or(bytes);
    let nuls = |skip: usize| head.iter().skip(skip).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (nuls(0), nuls(1));
    (even == 0 && odd * 3 > head.len()) || (odd == 0 && even * 3 > head.len())
}
