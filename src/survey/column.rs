//! The cells of one column, kept small: each different value once, each cell as its number in that list.
//!
//! Cells are trimmed and brought to Unicode NFC. A column with more than [`MOST_VALUES`] different values is free
//! text or identifiers: of it only a sample and counts are kept. Of a personal column nothing is kept but counts. Must
//! not know what a column is for.

use super::{
    cell::{Cell, Counts},
    name::composed,
};
use crate::map::{AnswerScale, NotCounted};
use std::collections::HashMap;

/// Most different values that are kept: what a `u16` numbers.
pub(super) const MOST_VALUES: usize = 65_535;
/// How many different values a sample of free text keeps.
const SAMPLE: usize = 200;
/// The number of the blank value.
pub(super) const BLANK: u16 = 0;

/// The cells of one column.
#[derive(Debug)]
pub(super) struct Column {
    kept: Kept,
    blank: u64,
    filled: u64,
}

/// What is kept of the cells.
#[derive(Debug)]
pub(super) enum Kept {
    /// Every cell.
    Values(Box<Values>),
    /// A sample of the different values of a column that has too many.
    Sample(Vec<Box<str>>),
    /// Nothing, because the column is about persons.
    Nothing,
}

/// Different values in the order of their first appearance, and the cells as numbers in that list.
#[derive(Debug)]
pub(super) struct Values {
    /// The different values; the first is the blank one.
    pub list: Vec<Box<str>>,
    /// How many cells have each value.
    pub counts: Vec<u64>,
    /// The cells, one per row.
    pub cells: Vec<u16>,
    by_text: HashMap<Box<[u8]>, u16>,
    /// The value of each cell of a single byte, which most scores are; 0 for not seen.
    by_byte: [u16; 256],
}

impl Column {
    /// A column that keeps its cells.
    pub(super) fn new() -> Self {
        Self { kept: Kept::Values(Box::new(Values::new())), blank: 0, filled: 0 }
    }

    /// A column that keeps nothing.
    pub(super) fn personal() -> Self {
        Self { kept: Kept::Nothing, blank: 0, filled: 0 }
    }

    /// Adds the cell of the next row.
    pub(super) fn push(&mut self, cell: &[u8]) {
        let cell = cell.trim_ascii();
        let number = if let Kept::Values(values) = &mut self.kept { values.push(cell) } else { None };
        if number.map_or(cell.is_empty(), |number| number == BLANK) {
            self.blank += 1;
        } else {
            self.filled += 1;
        }
        if let (None, Kept::Values(values)) = (number, &self.kept) {
            self.kept = Kept::Sample(values.list.iter().skip(1).take(SAMPLE).cloned().collect());
        }
    }

    /// Forgets the cells: the column turned out to be about persons.
    pub(super) fn forget(&mut self) {
        self.kept = Kept::Nothing;
    }

    /// What was kept.
    pub(super) fn kept(&self) -> &Kept {
        &self.kept
    }

    /// The values, where every cell is kept.
    pub(super) fn values(&self) -> Option<&Values> {
        match &self.kept {
            Kept::Values(values) => Some(values),
            Kept::Sample(_) | Kept::Nothing => None,
        }
    }

    /// How many cells hold nothing.
    pub(super) fn blank(&self) -> u64 {
        self.blank
    }

    /// How many cells hold something.
    pub(super) fn filled(&self) -> u64 {
        self.filled
    }

    /// A few different values that are not blank.
    pub(super) fn sample(&self) -> Vec<&str> {
        match &self.kept {
            Kept::Values(values) => values.list.iter().skip(1).take(SAMPLE).map(AsRef::as_ref).collect(),
            Kept::Sample(list) => list.iter().map(AsRef::as_ref).collect(),
            Kept::Nothing => Vec::new(),
        }
    }

    /// The cells counted as answers on a scale.
    pub(super) fn count(&self, scale: AnswerScale) -> Counts {
        let mut counts = Counts::default();
        match self.values() {
            Some(values) => {
                for (value, count) in values.list.iter().zip(&values.counts) {
                    counts.add(Cell::parse(value).on(scale), *count);
                }
            }
            None => {
                counts.add(Err(NotCounted::Blank), self.blank);
                counts.add(Err(NotCounted::NotANumber), self.filled);
            }
        }
        counts
    }

    /// Releases what only adding cells needs.
    pub(super) fn finish(&mut self) {
        if let Kept::Values(values) = &mut self.kept {
            values.by_text = HashMap::new();
            values.cells.shrink_to_fit();
        }
    }
}

impl Values {
    fn new() -> Self {
        Self {
            list: vec!["".into()],
            counts: vec![0],
            cells: Vec::new(),
            by_text: HashMap::from([(Box::from(&b""[..]), BLANK)]),
            by_byte: [BLANK; 256],
        }
    }

    /// Adds a cell and answers its number; `None` when the list is full and the cell is new.
    fn push(&mut self, cell: &[u8]) -> Option<u16> {
        let number = self.number_of(cell)?;
        if let Some(count) = self.counts.get_mut(usize::from(number)) {
            *count += 1;
        }
        self.cells.push(number);
        Some(number)
    }

    fn number_of(&mut self, cell: &[u8]) -> Option<u16> {
        if cell.is_empty() {
            return Some(BLANK);
        }
        let [byte] = cell else {
            return self.by_text.get(cell).copied().or_else(|| self.learn(cell));
        };
        let known = self.by_byte.get(usize::from(*byte)).copied().filter(|number| *number != BLANK);
        known.or_else(|| {
            let number = self.learn(cell)?;
            if let Some(slot) = self.by_byte.get_mut(usize::from(*byte)) {
                *slot = number;
            }
            Some(number)
        })
    }

    /// The number of a cell that was not seen in this very form.
    fn learn(&mut self, cell: &[u8]) -> Option<u16> {
        let text = composed(&String::from_utf8_lossy(cell));
        let number = match self.by_text.get(text.as_bytes()) {
            Some(number) => *number,
            None => self.add(&text)?,
        };
        self.by_text.entry(cell.into()).or_insert(number);
        Some(number)
    }

    fn add(&mut self, text: &str) -> Option<u16> {
        let number = u16::try_from(self.list.len()).ok().filter(|number| usize::from(*number) < MOST_VALUES)?;
        self.list.push(text.into());
        self.counts.push(0);
        self.by_text.insert(text.as_bytes().into(), number);
        Some(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(cells: &[&str]) -> Column {
        let mut column = Column::new();
        cells.iter().for_each(|cell| column.push(cell.as_bytes()));
        column
    }

    #[test]
    fn each_value_is_kept_once() {
        let column = column(&["Web", "", "Shop", " Web ", "5", "5", "\u{a0}"]);
        let values = column.values().expect("few values");
        assert_eq!(values.list.iter().map(AsRef::as_ref).collect::<Vec<&str>>(), ["", "Web", "Shop", "5"]);
        assert_eq!(values.cells, [1, 0, 2, 1, 3, 3, 0]);
        assert_eq!(values.counts, [2, 2, 1, 2]);
        assert_eq!((column.filled(), column.blank()), (5, 2));
    }

    #[test]
    fn composed_and_decomposed_text_is_one_value() {
        let column = column(&["Hà Nội", "Ha\u{300} No\u{302}\u{323}i"]);
        assert_eq!(column.values().expect("few values").cells, [1, 1]);
    }

    #[test]
    fn a_column_of_free_text_keeps_only_a_sample() {
        let mut column = Column::new();
        for number in 0..70_000 {
            column.push(format!("comment {number}").as_bytes());
        }
        assert!(column.values().is_none());
        assert_eq!((column.filled(), column.blank(), column.sample().len()), (70_000, 0, SAMPLE));
    }

    #[test]
    fn a_personal_column_keeps_nothing() {
        let mut column = Column::personal();
        column.push(b"ann@example.org");
        column.push(b"");
        assert_eq!((column.filled(), column.blank(), column.sample().len()), (1, 1, 0));
    }
}
