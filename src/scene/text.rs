//! Measuring and wrapping: by epaint without a screen, with every word's width kept.
//!
//! Rows break greedily where Unicode (UAX 14) allows it; a word that is too long for a row is broken anywhere. Letters
//! are not hinted, so that a width at one size is the width at another size, scaled. Must not know what a text is for.

use super::{
    FontWeight,
    fonts::{MEASURED_SIZE, MoreFonts},
};
use epaint::{
    Color32, FontFamily, FontId,
    text::{Fonts, LayoutJob, TextFormat},
};
use rustc_hash::FxHashMap;
use std::{borrow::Cow, sync::Arc};
use unicode_linebreak::{BreakOpportunity, linebreaks};

/// Longer pieces without a break are broken anywhere instead of measured as a whole, in bytes.
const LONGEST_WORD: usize = 200;
/// So many words' widths are kept.
const KEPT_WIDTHS: usize = 200_000;
/// What stands for the rest of a cut text.
const ELLIPSIS: &str = "…";
/// Kerning may make a broken word this much wider than its letters.
const KERNING_ROOM: f64 = 1.0;

/// Size and weight of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextStyle {
    /// Font size in document units.
    pub size: f32,
    /// Weight.
    pub weight: FontWeight,
}

/// How much room a text has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// Width of the first row.
    pub first: f64,
    /// Width of the other rows.
    pub width: f64,
    /// How many rows at the most; what is left over becomes an ellipsis.
    pub rows: usize,
}

impl Room {
    /// Rows of one width.
    pub fn new(width: f64, rows: usize) -> Self {
        Self { first: width, width, rows }
    }

    fn of_row(self, number: usize) -> f64 {
        if number == 0 { self.first } else { self.width }
    }
}

/// A wrapped text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wrapped {
    /// The rows with their widths.
    pub rows: Vec<(Arc<str>, f64)>,
    /// The whole text where it was cut.
    pub whole: Option<Arc<str>>,
}

/// Measures words and remembers their widths.
pub struct Measurer {
    fonts: Fonts,
    more: MoreFonts,
    widths: [FxHashMap<Box<str>, f32>; 4],
}

impl std::fmt::Debug for Measurer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Measurer").finish_non_exhaustive()
    }
}

impl Default for Measurer {
    fn default() -> Self {
        Self::new(&MoreFonts::default())
    }
}

impl Measurer {
    /// Measures with the bundled fonts, and with others for letters that those lack.
    pub fn new(more: &MoreFonts) -> Self {
        Self { fonts: more.fonts(), more: more.clone(), widths: Default::default() }
    }

    /// The fonts behind the bundled ones.
    pub fn more(&self) -> &MoreFonts {
        &self.more
    }

    /// How wide a piece without a line break is, in document units.
    pub fn width(&mut self, piece: &str, style: TextStyle) -> f64 {
        let [regular, medium, semibold, bold] = &mut self.widths;
        let known = match style.weight {
            FontWeight::Regular => regular,
            FontWeight::Medium => medium,
            FontWeight::SemiBold => semibold,
            FontWeight::Bold => bold,
        };
        if piece.is_empty() {
            return 0.0;
        }
        let scale = style.size / MEASURED_SIZE;
        if let Some(width) = known.get(piece) {
            return f64::from(width * scale);
        }
        let width = measure(&mut self.fonts, piece, style.weight);
        if known.len() >= KEPT_WIDTHS {
            known.clear();
        }
        known.insert(piece.into(), width);
        f64::from(width * scale)
    }

    /// Breaks a text into rows that fit its room.
    pub fn wrap(&mut self, text: &str, style: TextStyle, room: Room) -> Wrapped {
        let text = clean(text);
        let text = text.trim_end();
        if let Some(row) = self.whole_row(text, style, room) {
            return row;
        }
        let mut wrap = Wrap {
            measurer: self,
            text,
            style,
            room,
            rows: Vec::new(),
            starts: Vec::new(),
            row: 0..0,
            width: 0.0,
            ink: 0.0,
        };
        let is_cut = wrap.run();
        let rows = std::mem::take(&mut wrap.rows);
        let last_start = rows.len().checked_sub(1).and_then(|last| wrap.starts.get(last).copied());
        let mut rows: Vec<(Arc<str>, f64)> = rows.into_iter().map(|(row, width)| (row.into(), width)).collect();
        if is_cut
            && let Some(number) = rows.len().checked_sub(1)
            && let Some(last) = rows.last_mut()
        {
            // As much of what follows as fits, also of the word that would have begun the next row.
            let rest = last_start.and_then(|start| text.get(start..)).and_then(|rest| rest.lines().next());
            *last = self.elided(rest.unwrap_or_default(), style, room.of_row(number));
        }
        Wrapped { rows, whole: is_cut.then(|| text.into()) }
    }

    /// The text as one row, where it fits one.
    fn whole_row(&mut self, text: &str, style: TextStyle, room: Room) -> Option<Wrapped> {
        if text.len() > LONGEST_WORD || text.contains('\n') || room.rows == 0 {
            return None;
        }
        let width = self.width_by_words(text, style);
        (width <= room.first).then(|| Wrapped { rows: vec![(text.into(), width)], whole: None })
    }

    /// How wide a text is word by word, as rows are filled: words come again, whole texts seldom.
    fn width_by_words(&mut self, text: &str, style: TextStyle) -> f64 {
        text.split_inclusive(' ')
            .map(|piece| {
                let word = piece.trim_end_matches(' ');
                let spaces = piece.get(word.len()..).unwrap_or_default();
                self.width(word, style) + self.width(spaces, style)
            })
            .sum()
    }

    /// As many letters as fit before an ellipsis.
    fn elided(&mut self, row: &str, style: TextStyle, room: f64) -> (Arc<str>, f64) {
        let left = room - self.width(ELLIPSIS, style) - KERNING_ROOM;
        let end = self.fitting(row, style, left);
        let kept = row.get(..end).unwrap_or_default().trim_end();
        let text = format!("{kept}{ELLIPSIS}");
        let width = self.width(kept, style) + self.width(ELLIPSIS, style);
        (text.into(), width)
    }

    /// How many bytes of a piece fit a width, at least one letter with its marks.
    fn fitting(&mut self, piece: &str, style: TextStyle, room: f64) -> usize {
        let mut width = 0.0;
        let mut letter = [0; 4];
        for (at, c) in piece.char_indices() {
            width += self.width(c.encode_utf8(&mut letter), style);
            if width > room && at > 0 && !is_mark(c) {
                return at;
            }
        }
        piece.len()
    }
}

/// A wrapping under way.
struct Wrap<'a> {
    measurer: &'a mut Measurer,
    text: &'a str,
    style: TextStyle,
    room: Room,
    rows: Vec<(&'a str, f64)>,
    /// Where in the text each of them begins, in bytes.
    starts: Vec<usize>,
    /// The row being filled, in bytes of the text.
    row: std::ops::Range<usize>,
    /// Its width with the space at its end.
    width: f64,
    /// Its width without.
    ink: f64,
}

impl Wrap<'_> {
    /// Fills the rows; whether something was left over.
    fn run(&mut self) -> bool {
        let text = self.text;
        let mut start = 0;
        for (end, kind) in linebreaks(text) {
            self.add(start, end);
            start = end;
            let is_last = end == text.len();
            if kind == BreakOpportunity::Mandatory && !is_last {
                self.end_row();
            }
            if self.rows.len() > self.room.rows
                || (self.rows.len() == self.room.rows && !is_last && self.rest_is_ink(end))
            {
                self.rows.truncate(self.room.rows);
                return true;
            }
        }
        if !self.row.is_empty() {
            self.end_row();
        }
        let is_cut = self.rows.len() > self.room.rows;
        self.rows.truncate(self.room.rows);
        is_cut
    }

    fn rest_is_ink(&self, from: usize) -> bool {
        self.row.is_empty() && self.text.get(from..).is_some_and(|rest| !rest.trim().is_empty())
    }

    /// Adds a piece that must not be broken if it fits a row.
    fn add(&mut self, start: usize, end: usize) {
        let piece = self.text.get(start..end).unwrap_or_default();
        let ink = piece.trim_end();
        if ink.len() > LONGEST_WORD {
            return self.add_broken(start, end);
        }
        let ink_width = self.measurer.width(ink, self.style);
        if self.width + ink_width > self.room_left() && !self.row.is_empty() {
            self.end_row();
        }
        if ink_width > self.room_left() {
            return self.add_broken(start, end);
        }
        if self.row.is_empty() {
            self.row = start..start;
        }
        self.row.end = end;
        self.ink = self.width + ink_width;
        let spaces = piece.get(ink.len()..).unwrap_or_default();
        self.width = self.ink + if spaces.is_empty() { 0.0 } else { self.measurer.width(spaces, self.style) };
    }

    /// Breaks a long word anywhere, beginning on a row of its own.
    fn add_broken(&mut self, start: usize, end: usize) {
        if !self.row.is_empty() {
            self.end_row();
        }
        let mut at = start;
        while at < end && self.rows.len() <= self.room.rows {
            let rest = self.text.get(at..end).unwrap_or_default();
            let shown = rest.get(..rest.floor_char_boundary(LONGEST_WORD)).unwrap_or(rest);
            let count = self.measurer.fitting(shown.trim_end(), self.style, self.room_left() - KERNING_ROOM);
            let part = shown.get(..count).unwrap_or(shown).trim_end();
            self.ink = self.measurer.width(part, self.style);
            self.width = self.ink;
            let next = if count == shown.trim_end().len() && shown.len() == rest.len() { end } else { at + count };
            self.row = at..next;
            if next < end {
                self.end_row();
            }
            at = next.max(at + 1);
        }
    }

    fn end_row(&mut self) {
        let row = self.text.get(self.row.clone()).unwrap_or_default().trim_end();
        self.rows.push((row, if row.is_empty() { 0.0 } else { self.ink }));
        self.starts.push(self.row.start);
        self.row = self.row.end..self.row.end;
        (self.width, self.ink) = (0.0, 0.0);
    }

    fn room_left(&self) -> f64 {
        self.room.of_row(self.rows.len())
    }
}

fn measure(fonts: &mut Fonts, piece: &str, weight: FontWeight) -> f32 {
    let font = FontId::new(MEASURED_SIZE, FontFamily::Name(weight.family_name().into()));
    let mut job = LayoutJob::simple_format(piece.to_owned(), TextFormat::simple(font, Color32::PLACEHOLDER));
    job.round_output_to_gui = false;
    job.break_on_newline = false;
    let galley = fonts.layout_uncached(1.0, Arc::new(job));
    galley.rows.iter().map(|row| row.row.size.x).fold(0.0, f32::max)
}

/// The text as it can be drawn: no control characters but line breaks, which exporters could not write.
fn clean(text: &str) -> Cow<'_, str> {
    let is_odd =
        |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{fffe}' | '\u{ffff}' | '\u{2028}' | '\u{2029}');
    if !text.contains(is_odd) {
        return Cow::Borrowed(text);
    }
    let replaced = |c: char| match c {
        '\t' => Some(' '),
        '\u{2028}' | '\u{2029}' => Some('\n'),
        odd if is_odd(odd) => None,
        plain => Some(plain),
    };
    Cow::Owned(text.chars().filter_map(replaced).collect())
}

/// A mark that stands on the letter before it.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}')
}
