//! A survey file as it was read: headings, and the cells of each column kept small.
//!
//! Must not know what a column is for or what is done with it.

use super::{Encoding, SurveyError, Vendor, cell::Counts, column::Column, header::Heading, name::folded};
use crate::map::AnswerScale;
use std::fmt;

/// How many flawed rows are listed with their line.
const MOST_LISTED_FLAWS: usize = 100;

/// A survey file in memory: every different value of a column once, two bytes per cell, no personal data.
#[derive(Debug)]
pub struct Table {
    /// The name of the file, without its folder.
    pub source: String,
    /// SHA-256 of the file, 64 hexadecimal digits.
    pub sha256: String,
    /// Which program wrote it.
    pub vendor: Vendor,
    /// How its text is written.
    pub encoding: Encoding,
    /// What parts its cells.
    pub delimiter: char,
    /// How many records are headings.
    pub header_rows: usize,
    /// How many rows of answers there are, those left out included; rows without any content are none.
    pub rows: u64,
    /// The rows that have fewer or more cells than headings.
    pub ragged: Ragged,
    pub(super) columns: Vec<(Heading, Column)>,
}

/// A column by its number, from 1 as people count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ColumnNumber(usize);

impl ColumnNumber {
    /// The column with this place, from 0.
    pub fn at(place: usize) -> Self {
        Self(place.saturating_add(1))
    }

    /// Its place, from 0.
    pub fn place(self) -> usize {
        self.0.saturating_sub(1)
    }

    /// Its number, from 1.
    pub fn number(self) -> usize {
        self.0
    }
}

impl fmt::Display for ColumnNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}

/// Rows that do not fit the headings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ragged {
    /// Rows with too few cells. They are read; the missing cells are blank.
    pub short: u64,
    /// Rows with more cells than headings. They are left out, because their cells may stand in the wrong columns.
    pub long: u64,
    /// Rows over several lines with a quotation mark in the middle of a cell: two rows run together. They are left out.
    pub broken: u64,
    /// The first 100 of these rows: line in the file, from 1, and what is wrong.
    pub lines: Vec<(u64, Flaw)>,
}

/// What is wrong with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// It has too few cells.
    Short,
    /// It has more cells than there are headings.
    Long,
    /// It has a quotation mark in the middle of a cell and runs over several lines.
    BrokenQuote,
}

impl Ragged {
    /// All rows that do not fit.
    pub fn total(&self) -> u64 {
        self.short + self.left_out()
    }

    /// The rows that are not read.
    pub fn left_out(&self) -> u64 {
        self.long + self.broken
    }

    pub(super) fn add(&mut self, flaw: Flaw, line: impl FnOnce() -> u64) {
        match flaw {
            Flaw::Short => self.short += 1,
            Flaw::Long => self.long += 1,
            Flaw::BrokenQuote => self.broken += 1,
        }
        if self.lines.len() < MOST_LISTED_FLAWS {
            self.lines.push((line(), flaw));
        }
    }
}

impl Table {
    /// How many columns there are.
    pub fn width(&self) -> usize {
        self.columns.len()
    }

    /// The column that a person means by a heading or by `#N`, the Nth column from 1. A heading counts as written, or
    /// else after trimming, Unicode NFC and case folding.
    ///
    /// # Errors
    /// [`SurveyError::NoSuchColumn`] and [`SurveyError::AmbiguousColumn`].
    pub fn column_named(&self, name: &str) -> Result<ColumnNumber, SurveyError> {
        let is_exact = |heading: &Heading| heading.name == name;
        let is_alike = |heading: &Heading| folded(&heading.name) == folded(name);
        let found = [self.places_where(is_exact), self.places_where(is_alike)];
        let numbered = name.trim().strip_prefix('#').and_then(|number| number.trim().parse::<usize>().ok());
        if let Some(place) = numbered.and_then(|number| number.checked_sub(1)).filter(|place| *place < self.width()) {
            return Ok(ColumnNumber::at(place));
        }
        match found.iter().find(|places| !places.is_empty() && !name.trim().is_empty()).map(Vec::as_slice) {
            Some([place]) => Ok(*place),
            Some(places) => Err(SurveyError::AmbiguousColumn {
                name: name.trim().to_owned(),
                columns: places.iter().map(ToString::to_string).collect(),
            }),
            None => Err(SurveyError::NoSuchColumn { name: name.trim().to_owned() }),
        }
    }

    /// What a column is called in sentences: its heading, or `#N` where it has none.
    pub fn label(&self, column: ColumnNumber) -> String {
        let heading = self.columns.get(column.place()).map(|(heading, _)| heading.name.as_str());
        heading.filter(|name| !name.is_empty()).map_or_else(|| column.to_string(), str::to_owned)
    }

    /// The cells of a column counted as answers on a scale, whatever the row's touchpoint; nothing for a column that
    /// is not there.
    pub fn count(&self, column: ColumnNumber, scale: AnswerScale) -> Counts {
        self.column(column).map(|column| column.count(scale)).unwrap_or_default()
    }

    pub(super) fn column(&self, column: ColumnNumber) -> Option<&Column> {
        self.columns.get(column.place()).map(|(_, column)| column)
    }

    fn places_where(&self, is_meant: impl Fn(&Heading) -> bool) -> Vec<ColumnNumber> {
        let all = self.columns.iter().enumerate();
        all.filter(|(_, (heading, _))| is_meant(heading)).map(|(place, _)| ColumnNumber::at(place)).collect()
    }
}
