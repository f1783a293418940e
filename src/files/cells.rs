//! Pasted text as cells: what spreadsheets put on the clipboard (tabs, quotes around cells with line breaks), Markdown
//! tables, and lists, of which an outer and an inner level become two columns.
//!
//! Must not know what the cells mean.

use crate::texts::Texts;

/// The longest text that is read, in bytes: 2 MiB.
const MOST_BYTES: usize = 2 << 20;
/// The most rows that are read.
pub const MOST_ROWS: usize = 2000;
/// The most columns that are read.
pub const MOST_COLUMNS: usize = 200;

/// Rows of cells, all of the same length, with at least one cell that is not empty. No row and no column at the edge is
/// empty as a whole.
pub type Cells = Vec<Vec<String>>;

/// Why a text gives no cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellsError {
    /// There is nothing but blanks in it.
    Empty,
    /// More than 2 MiB, 2 000 rows or 200 columns.
    TooLarge,
}

impl CellsError {
    /// What is wrong and what to do, in a sentence.
    pub fn sentence(self, texts: Texts) -> String {
        match self {
            Self::Empty => texts.paste_nothing().to_owned(),
            Self::TooLarge => texts.paste_table_too_large(texts.count(2000_u64), MOST_COLUMNS),
        }
    }
}

/// The cells of a text.
///
/// # Errors
///
/// A text without cells, or with too many.
pub fn parse(text: &str) -> Result<Cells, CellsError> {
    if text.len() > MOST_BYTES {
        return Err(CellsError::TooLarge);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n");
    let rows = match () {
        () if is_pipe_table(&text) => pipe_rows(&text),
        () if text.contains('\t') && !is_indented(&text) => tab_rows(&text),
        () if text.starts_with('"') || text.contains("\n\"") => tab_rows(&text),
        () => outline_rows(&text),
    };
    trimmed(rows)
}

/// Without empty rows and columns at the edges, and as a rectangle.
fn trimmed(mut rows: Cells) -> Result<Cells, CellsError> {
    if rows.len() > MOST_ROWS || rows.iter().any(|row| row.len() > MOST_COLUMNS) {
        return Err(CellsError::TooLarge);
    }
    let is_empty = |row: &Vec<String>| row.iter().all(|cell| cell.trim().is_empty());
    rows.retain(|row| !is_empty(row));
    let filled = |row: &Vec<String>| row.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1);
    let width = rows.iter().map(filled).max().unwrap_or_default();
    let indent = |row: &Vec<String>| row.iter().take_while(|cell| cell.trim().is_empty()).count();
    let first = rows.iter().map(indent).min().unwrap_or_default();
    if width == 0 {
        return Err(CellsError::Empty);
    }
    for row in &mut rows {
        row.resize(width.max(row.len()), String::new());
        row.truncate(width);
        row.drain(..first.min(width));
        for cell in row.iter_mut() {
            *cell = printable(cell).trim().to_owned();
        }
    }
    Ok(rows)
}

/// A cell without control characters: a tab in it is a blank, line breaks stay.
fn printable(cell: &str) -> String {
    let tabs_as_blanks = cell.chars().map(|sign| if sign == '\t' { ' ' } else { sign });
    tabs_as_blanks.filter(|sign| *sign == '\n' || !sign.is_control()).collect()
}

/// Cells between tabs. A cell in quotes may hold line breaks, tabs and doubled quotes.
fn tab_rows(text: &str) -> Cells {
    let mut rows: Cells = vec![Vec::new()];
    let mut rest = text;
    loop {
        let (cell, after) = cell(rest);
        if let Some(row) = rows.last_mut() {
            row.push(cell);
        }
        match after.split_at_checked(1) {
            Some(("\t", next)) => rest = next,
            Some((_, next)) => {
                rows.push(Vec::new());
                rest = next;
            }
            None => return rows,
        }
    }
}

/// The cell that a text begins with, and what follows: a tab, a line break, or nothing.
fn cell(text: &str) -> (String, &str) {
    if let Some(quoted) = text.strip_prefix('"').and_then(quoted_cell) {
        return quoted;
    }
    let end = text.find(['\t', '\n']).unwrap_or(text.len());
    let (cell, rest) = text.split_at(end);
    (cell.to_owned(), rest)
}

/// What stands up to the closing quote; `None` where the quote was no quoting: nothing closes it at a cell's end.
fn quoted_cell(text: &str) -> Option<(String, &str)> {
    let mut cell = String::new();
    let mut rest = text;
    loop {
        let (before, after) = rest.split_once('"')?;
        cell.push_str(before);
        match after.strip_prefix('"') {
            Some(next) => {
                cell.push('"');
                rest = next;
            }
            None => return (after.is_empty() || after.starts_with(['\t', '\n'])).then_some((cell, after)),
        }
    }
}

/// Whether tabs stand only before the words of a line.
fn is_indented(text: &str) -> bool {
    text.lines().all(|line| !line.trim().contains('\t'))
}

/// Whether every line is a row of a Markdown table, one of them the line under the heading.
fn is_pipe_table(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).peekable();
    lines.peek().is_some() && lines.clone().all(|line| line.starts_with('|')) && lines.any(is_rule)
}

/// `| --- | :--: |`.
fn is_rule(line: &str) -> bool {
    line.contains("--") && line.chars().all(|sign| matches!(sign, '|' | '-' | ':' | ' '))
}

fn pipe_rows(text: &str) -> Cells {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !is_rule(line));
    lines.map(|line| pipe_cells(line).map(|cell| plain(&cell)).collect()).collect()
}

/// The cells of a row; `\|` is a bar within a cell.
fn pipe_cells(line: &str) -> impl Iterator<Item = String> {
    let inner = line.strip_prefix('|').unwrap_or(line);
    let inner = inner.strip_suffix('|').unwrap_or(inner).replace("\\|", "\u{1}");
    inner.split('|').map(|cell| cell.replace('\u{1}', "|")).collect::<Vec<_>>().into_iter()
}

/// A cell without Markdown's bold signs, its breaks as line breaks.
fn plain(cell: &str) -> String {
    let cell = cell.replace("**", "").replace("__", "");
    ["<br>", "<br/>", "<br />"].iter().fold(cell, |cell, tag| cell.replace(tag, "\n"))
}

/// A line of a list or of headings.
struct Entry<'a> {
    /// How far in it stands; less is further out.
    level: usize,
    words: &'a str,
}

/// Lines as one column, or as two where a list or headings have an outer and an inner level.
fn outline_rows(text: &str) -> Cells {
    let entries: Vec<_> = text.lines().filter(|line| !line.trim().is_empty()).map(entry).collect();
    let outer = entries.iter().map(|entry| entry.level).min().unwrap_or_default();
    let has_levels = entries.iter().any(|entry| entry.level > outer);
    if !has_levels || entries.first().is_some_and(|first| first.level > outer) {
        return entries.iter().map(|entry| vec![plain(entry.words)]).collect();
    }
    let mut rows: Cells = Vec::new();
    let mut outer_words: Option<String> = None;
    for entry in &entries {
        if entry.level == outer {
            rows.extend(outer_words.replace(plain(entry.words)).map(|words| vec![words]));
        } else {
            let first = outer_words.take().unwrap_or_default();
            rows.push(vec![first, plain(entry.words)]);
        }
    }
    rows.extend(outer_words.map(|words| vec![words]));
    rows
}

/// Headings stand out before all lists, by their depth.
fn entry(line: &str) -> Entry<'_> {
    let text = line.trim_start();
    let depth = text.chars().take_while(|sign| *sign == '#').count();
    let after = text.get(depth..).unwrap_or_default();
    if depth > 0 && after.starts_with(' ') {
        return Entry { level: depth, words: after.trim() };
    }
    let indent: usize = line
        .chars()
        .map_while(|sign| match sign {
            '\t' => Some(4),
            ' ' => Some(1),
            _ => None,
        })
        .sum();
    // A blank more or less is nobody's list.
    Entry { level: 100 + indent / 2, words: without_bullet(text) }
}

/// A line without the sign or number of a list.
pub fn without_bullet(line: &str) -> &str {
    let line = line.trim();
    let after_sign = line.strip_prefix(['•', '◦', '▪', '‣', '–', '—', '-', '*', '+', '·']);
    if let Some(rest) = after_sign.filter(|rest| rest.starts_with(char::is_whitespace)) {
        return without_box(rest.trim());
    }
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let rest = line.get(digits..).and_then(|rest| rest.strip_prefix(['.', ')']));
    rest.filter(|rest| (1..=3).contains(&digits) && rest.starts_with(char::is_whitespace)).map_or(line, str::trim)
}

/// Without the box of a list of tasks.
fn without_box(words: &str) -> &str {
    ["[ ] ", "[x] ", "[X] "].iter().find_map(|sign| words.strip_prefix(sign)).unwrap_or(words).trim()
}
