//! Bytes of a survey file to a [`Table`]: text only (CSV with comma, semicolon or tab, UTF-8), read once, record by
//! record, with quotes as RFC 4180 has them.
//!
//! Must not know where the bytes came from, and keeps no thread: who calls says when to stop.

use super::{
    Flaw, SurveyError, Table,
    column::Column,
    delimiter::{guess_delimiter, parse_sep_line},
    header::{Header, MOST_HEADER_ROWS, parse_header},
    opening::{MAX_COLUMNS, Opening, lines_ended, open},
    wording,
};
use std::ops::{ControlFlow, Range};

/// Is told the share of the work that is done, 0 to 1, and says whether to go on.
pub type Progress<'a> = dyn FnMut(f32) -> ControlFlow<()> + 'a;

/// How much is read between two reports of progress, in bytes.
const REPORT_EVERY: usize = 1 << 20;

/// Reads a survey file. `source` is its name without the folder.
///
/// # Errors
/// What is wrong with the file, or [`SurveyError::Stopped`] when `progress` breaks.
pub fn read(source: &str, bytes: &[u8], progress: &mut Progress<'_>) -> Result<Table, SurveyError> {
    let mut steps = Steps { progress, done: 0, total: bytes.len().saturating_mul(2), next: REPORT_EVERY };
    let Opening { encoding, sha256 } = open(bytes, &mut steps)?;
    let mut start = encoding.mark_len();
    let body = bytes.get(start..).unwrap_or_default();
    let delimiter = match parse_sep_line(body) {
        Some((delimiter, length)) => {
            start += length;
            delimiter
        }
        None => guess_delimiter(body),
    };
    steps.done = bytes.len();
    let records = Records::new(bytes, start, delimiter);
    let mut filling = Filling::begin(records)?;
    filling.fill(&mut steps)?;
    let Filling { header, columns, rows, ragged, .. } = filling;
    if rows == 0 {
        return Err(SurveyError::HeaderOnly);
    }
    Ok(Table {
        source: source.to_owned(),
        sha256,
        vendor: header.vendor,
        encoding,
        delimiter: char::from(delimiter),
        header_rows: header.rows,
        rows,
        ragged,
        columns: header.columns.into_iter().zip(columns).collect(),
    })
}

/// Tells how far the work is.
pub(super) struct Steps<'a> {
    progress: &'a mut Progress<'a>,
    /// Bytes done in earlier passes.
    done: usize,
    /// Bytes of all passes.
    total: usize,
    next: usize,
}

impl Steps<'_> {
    /// Reports that a pass has reached the byte at `at`; an error when it is to stop.
    pub(super) fn reached(&mut self, at: usize) -> Result<(), SurveyError> {
        let done = self.done.saturating_add(at);
        if done < self.next {
            return Ok(());
        }
        self.next = done.saturating_add(REPORT_EVERY);
        match (self.progress)(share(done, self.total)) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(SurveyError::Stopped),
        }
    }
}

fn share(done: usize, total: usize) -> f32 {
    let per_mille = done.saturating_mul(1000).checked_div(total).unwrap_or(1000).min(1000);
    u16::try_from(per_mille).map_or(1.0, |share| f32::from(share) / 1000.0)
}

/// The table while it is filled.
struct Filling<'b> {
    records: Records<'b>,
    /// Records that were read to find the headings, and hold answers.
    ahead: Vec<(csv::ByteRecord, Range<usize>)>,
    header: Header,
    columns: Vec<Column>,
    rows: u64,
    ragged: super::Ragged,
}

impl<'b> Filling<'b> {
    /// Reads the headings.
    fn begin(mut records: Records<'b>) -> Result<Self, SurveyError> {
        let mut first = Vec::new();
        while first.len() < MOST_HEADER_ROWS && records.advance()? {
            first.push((records.record.clone(), records.range.clone()));
        }
        let texts: Vec<Vec<String>> = first.iter().map(|(record, _)| texts_of(record)).collect();
        let header = parse_header(&texts);
        if header.columns.len() > MAX_COLUMNS {
            return Err(SurveyError::TooManyColumns { limit: MAX_COLUMNS });
        }
        let columns = header
            .columns
            .iter()
            .map(|heading| if wording::is_personal_metadata(heading) { Column::personal() } else { Column::new() });
        let columns = columns.collect();
        let ahead = first.split_off(header.rows.min(first.len()));
        Ok(Self { records, ahead, header, columns, rows: 0, ragged: super::Ragged::default() })
    }

    /// Reads the answers.
    fn fill(&mut self, steps: &mut Steps<'_>) -> Result<(), SurveyError> {
        for (record, range) in std::mem::take(&mut self.ahead) {
            self.add(&record, range);
        }
        let mut record = csv::ByteRecord::new();
        while self.records.advance()? {
            std::mem::swap(&mut record, &mut self.records.record);
            let range = self.records.range.clone();
            steps.reached(range.end)?;
            self.add(&record, range);
        }
        for (heading, column) in self.header.columns.iter().zip(&mut self.columns) {
            column.finish();
            if wording::is_personal(heading, column) {
                column.forget();
            }
        }
        Ok(())
    }

    fn add(&mut self, record: &csv::ByteRecord, range: Range<usize>) {
        let width = self.columns.len();
        if record.iter().all(is_blank) {
            return;
        }
        self.rows += 1;
        let flaw = self.flaw_of(record, range.clone());
        if let Some(flaw) = flaw {
            let lines = &mut self.records.lines;
            self.ragged.add(flaw, || lines.line_of(range.start));
        }
        if matches!(flaw, None | Some(Flaw::Short)) {
            let cells = record.iter().chain(std::iter::repeat(&b""[..])).take(width);
            self.columns.iter_mut().zip(cells).for_each(|(column, cell)| column.push(cell));
        }
    }

    fn flaw_of(&self, record: &csv::ByteRecord, range: Range<usize>) -> Option<Flaw> {
        let has_lines = record.as_slice().iter().any(|byte| matches!(byte, b'\n' | b'\r'));
        if has_lines && self.records.quotes_in(range) == Quotes::Stray {
            Some(Flaw::BrokenQuote)
        } else if record.iter().skip(self.columns.len()).any(|cell| !is_blank(cell)) {
            Some(Flaw::Long)
        } else if record.len() < self.columns.len() {
            Some(Flaw::Short)
        } else {
            None
        }
    }
}

fn is_blank(cell: &[u8]) -> bool {
    cell.trim_ascii().is_empty()
}

fn texts_of(record: &csv::ByteRecord) -> Vec<String> {
    record.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect()
}

/// The records of a file with their places in it.
struct Records<'b> {
    bytes: &'b [u8],
    start: usize,
    delimiter: u8,
    reader: csv::Reader<&'b [u8]>,
    record: csv::ByteRecord,
    /// Where the record stands in the file.
    range: Range<usize>,
    lines: Lines<'b>,
}

impl<'b> Records<'b> {
    fn new(bytes: &'b [u8], start: usize, delimiter: u8) -> Self {
        let body = bytes.get(start..).unwrap_or_default();
        let mut builder = csv::ReaderBuilder::new();
        let reader = builder.delimiter(delimiter).has_headers(false).flexible(true).from_reader(body);
        let lines = Lines { bytes, at: 0, line: 1 };
        Self { bytes, start, delimiter, reader, record: csv::ByteRecord::new(), range: start..start, lines }
    }

    /// Reads the next record; false at the end.
    fn advance(&mut self) -> Result<bool, SurveyError> {
        let begin = self.range.end;
        let is_read = self.reader.read_byte_record(&mut self.record);
        let end = usize::try_from(self.reader.position().byte()).map_or(self.bytes.len(), |byte| self.start + byte);
        let gap = self.bytes.get(begin..end).unwrap_or_default();
        let skipped = gap.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
        self.range = begin + skipped..end;
        if end >= self.bytes.len()
            && let Quotes::Open(byte) = self.quotes_in(self.range.clone())
        {
            return Err(SurveyError::OpenQuote { line: self.lines.line_of(byte) });
        }
        is_read.map_err(|_| SurveyError::Binary { byte: begin })
    }

    /// How the quotes of a record stand, read as the csv crate reads them.
    fn quotes_in(&self, range: Range<usize>) -> Quotes {
        let raw = self.bytes.get(range.clone()).unwrap_or_default();
        let mut place = Place::CellStart;
        let mut found = Quotes::Sound;
        let mut opened = range.start;
        for (offset, byte) in raw.iter().enumerate() {
            let ends_cell = *byte == self.delimiter || matches!(byte, b'\n' | b'\r');
            place = match (place, byte) {
                (Place::CellStart, b'"') => {
                    opened = range.start + offset;
                    Place::Quoted
                }
                (Place::Quoted, b'"') => Place::AfterQuote,
                (Place::AfterQuote, b'"') | (Place::Quoted, _) => Place::Quoted,
                (Place::CellStart | Place::Plain | Place::AfterQuote, _) if ends_cell => Place::CellStart,
                (Place::AfterQuote, _) => {
                    found = Quotes::Stray;
                    Place::Plain
                }
                (Place::CellStart | Place::Plain, _) => Place::Plain,
            };
        }
        if place == Place::Quoted { Quotes::Open(opened) } else { found }
    }
}

/// Where in a record the reading is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    CellStart,
    Plain,
    Quoted,
    AfterQuote,
}

/// How the quotes of a record stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Quotes {
    Sound,
    /// A closing quote is followed by more text.
    Stray,
    /// The quote at this byte is never closed.
    Open(usize),
}

/// Counts lines forward through a file.
struct Lines<'b> {
    bytes: &'b [u8],
    at: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line of a byte, from 1. Bytes are asked for in rising order; an earlier one counts from the start again.
    fn line_of(&mut self, byte: usize) -> u64 {
        if byte < self.at {
            (self.at, self.line) = (0, 1);
        }
        self.line += lines_ended(self.bytes.get(self.at..byte).unwrap_or_default());
        self.at = byte;
        self.line
    }
}
