//! Which character parts the cells: comma, semicolon or tab, decided over the first records with quotes respected.
//!
//! The rule: each candidate reads the first records; it is worth the share of records that have its most frequent
//! number of cells, times the logarithm of that number; nothing where it does not split the first record, the headings.
//! So a candidate that splits all records alike beats one that splits some, and of two that split alike the one with
//! more cells wins.
//! Must not know what stands in the cells.

use std::collections::HashMap;

/// The candidates; the first of equals wins.
const CANDIDATES: [u8; 3] = [b',', b';', b'\t'];
/// How many records are looked at.
const FIRST_RECORDS: u32 = 60;
/// How much of the file is looked at: long texts must not make the look slow.
const FIRST_BYTES: usize = 256 * 1024;

/// The delimiter of the text; a comma where nothing tells.
pub(super) fn guess_delimiter(text: &[u8]) -> u8 {
    let sample = text.get(..FIRST_BYTES).unwrap_or(text);
    let mut best = (b',', 0.0);
    for candidate in CANDIDATES {
        let worth = worth_of(candidate, sample);
        if worth > best.1 {
            best = (candidate, worth);
        }
    }
    best.0
}

/// What the `sep=` line at the head of a text says: the delimiter and the length of the line with its end.
pub(super) fn parse_sep_line(text: &[u8]) -> Option<(u8, usize)> {
    let end = text.iter().position(|byte| matches!(byte, b'\n' | b'\r'))?;
    let (line, rest) = text.split_at_checked(end)?;
    let line = line.strip_prefix(b"\"").and_then(|line| line.strip_suffix(b"\"")).unwrap_or(line);
    let (key, value) = line.split_at_checked(4)?;
    let [delimiter] = value else { return None };
    let is_usable = delimiter.is_ascii() && !delimiter.is_ascii_alphanumeric() && *delimiter != b'"';
    let ending = if rest.starts_with(b"\r\n") { 2 } else { 1 };
    (key.eq_ignore_ascii_case(b"sep=") && is_usable).then_some((*delimiter, end + ending))
}

fn worth_of(delimiter: u8, sample: &[u8]) -> f64 {
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(sample);
    let mut record = csv::ByteRecord::new();
    let mut lengths: HashMap<usize, u32> = HashMap::new();
    let mut records = 0_u32;
    while records < FIRST_RECORDS && matches!(reader.read_byte_record(&mut record), Ok(true)) {
        if records == 0 && record.len() < 2 {
            return 0.0;
        }
        *lengths.entry(record.len()).or_default() += 1;
        records += 1;
    }
    let usual = lengths.into_iter().filter(|(cells, _)| *cells > 1).max_by_key(|(cells, times)| (*times, *cells));
    usual.map_or(0.0, |(cells, times)| {
        let cells = u32::try_from(cells).unwrap_or(u32::MAX);
        f64::from(times) / f64::from(records) * f64::from(cells).ln()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_the_one_that_splits_all_records_alike() {
        for (text, expected) in [
            ("a,b,c\n1,2,3\n", b','),
            ("a;b;c\n1,5;2,5;3\n4;5;6\n", b';'),
            ("a\tb\nx, y; z\t2\n", b'\t'),
            ("touchpoint;nps\n\"Phone, hotline, desk\";9\n\"Web, app, mail\";8\n", b';'),
            ("name,why\nA,\"one; two; three\"\nB,\"one; two; three\"\n", b','),
            ("only\n1\n2\n", b','),
            ("", b','),
            ("a;b,c;d\n1;2;3\n", b';'),
        ] {
            assert_eq!(char::from(guess_delimiter(text.as_bytes())), char::from(expected), "{text:?}");
        }
    }

    #[test]
    fn a_sep_line_says_it() {
        assert_eq!(parse_sep_line(b"sep=;\r\na;b\n"), Some((b';', 7)));
        assert_eq!(parse_sep_line(b"SEP=,\na,b\n"), Some((b',', 6)));
        assert_eq!(parse_sep_line(b"\"sep=\t\"\na\tb\n"), Some((b'\t', 8)));
        assert_eq!(parse_sep_line(b"separate,b\n"), None);
        assert_eq!(parse_sep_line(b"sep=;"), None);
    }
}
