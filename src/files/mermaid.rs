//! Mermaid `journey` diagrams, read as Mermaid's own grammar reads them (<https://mermaid.js.org/syntax/userJourney>,
//! `journey.jison` of version 11), but that a line which it would refuse is a warning and the rest is read.
//!
//! Bytes in, value and warnings out. Must not know where the bytes came from.

mod lines;
mod piece;

use crate::texts::Texts;
use lines::{Line, lines};

/// The largest diagram that is read, in bytes: 4 MiB, more than any that was drawn by hand.
const MOST_BYTES: usize = 4 << 20;
/// Warnings that are kept; more would not be read.
const MOST_WARNINGS: usize = 50;

/// A diagram as its text has it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Journey {
    /// Its title; empty without one.
    pub title: String,
    /// Its title for screen readers; empty without one.
    pub accessible_title: String,
    /// What it is about; empty without it.
    pub description: String,
    /// Its sections, in order. Tasks before the first one stand in one without a name.
    pub sections: Vec<Section>,
}

/// A section: what becomes a stage.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    /// Its name.
    pub name: String,
    /// Its tasks, in order.
    pub tasks: Vec<Task>,
}

/// A task: what becomes a touchpoint.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    /// Its name.
    pub name: String,
    /// Its score, 1 (worst) to 5 (best) as a rule; `None` where there is no number.
    pub score: Option<f64>,
    /// Who takes part; may hold empty names.
    pub people: Vec<String>,
}

/// Something worth saying about a diagram that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The line, from 1.
    pub line: usize,
    /// What it is.
    pub what: WarningKind,
}

/// The sorts of warnings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WarningKind {
    /// A line that Mermaid's grammar has no rule for; it was left out.
    NotUnderstood,
    /// A task whose score is missing or no number; it has no feeling.
    NoScore,
    /// A score below 1 or above 5; the nearest one was taken.
    ScoreOutside,
}

/// Why bytes are no diagram of a journey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JourneyError {
    /// Not UTF-8.
    NotText,
    /// Larger than 4 MiB.
    TooLarge,
    /// It does not begin with the word `journey`.
    NotJourney,
}

impl Warning {
    /// What is worth knowing, in a sentence with the line.
    pub fn sentence(&self, texts: Texts) -> String {
        match self.what {
            WarningKind::NotUnderstood => texts.mermaid_not_understood(self.line),
            WarningKind::NoScore => texts.mermaid_no_score(self.line),
            WarningKind::ScoreOutside => texts.mermaid_score_outside(self.line),
        }
    }
}

impl JourneyError {
    /// What is wrong, in a sentence.
    pub fn sentence(self, texts: Texts) -> &'static str {
        match self {
            Self::NotText => texts.mermaid_not_text(),
            Self::TooLarge => texts.mermaid_too_large(),
            Self::NotJourney => texts.mermaid_not_journey(),
        }
    }
}

/// Whether a text is such a diagram, and not a list that happens to begin with that word.
pub fn is_journey(text: &str) -> bool {
    let text = text.get(..text.floor_char_boundary(MOST_BYTES)).unwrap_or_default();
    let mut lines = lines(text);
    let is_headed = lines.by_ref().find(|line| !is_front(line)).is_some_and(|line| is_head(line.text));
    is_headed && lines.any(|line| keyword(line.text, "section").is_some() || line.text.contains(':'))
}

/// Reads a diagram.
///
/// # Errors
///
/// Bytes that are no diagram of a journey.
pub fn parse(bytes: &[u8]) -> Result<(Journey, Vec<Warning>), JourneyError> {
    if bytes.len() > MOST_BYTES {
        return Err(JourneyError::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| JourneyError::NotText)?;
    let mut reader = Reader::default();
    let mut lines = lines(text);
    loop {
        let line = lines.next().ok_or(JourneyError::NotJourney)?;
        match line.front_title {
            Some(title) => reader.journey.title = unquoted(title).to_owned(),
            None if is_head(line.text) => break,
            None => return Err(JourneyError::NotJourney),
        }
    }
    lines.for_each(|line| reader.line(&line));
    Ok((reader.journey, reader.warnings))
}

fn is_front(line: &Line<'_>) -> bool {
    line.front_title.is_some()
}

fn is_head(line: &str) -> bool {
    line.trim().eq_ignore_ascii_case("journey")
}

/// A value of the front matter without its quotes.
fn unquoted(value: &str) -> &str {
    let value = value.trim();
    let inner = |quote| value.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote));
    inner('"').or_else(|| inner('\'')).unwrap_or(value)
}

/// What follows a keyword and a blank, whatever the keyword's case.
fn keyword<'a>(line: &'a str, word: &str) -> Option<&'a str> {
    let (head, rest) = line.trim_start().split_at_checked(word.len())?;
    (head.eq_ignore_ascii_case(word) && rest.starts_with(char::is_whitespace)).then(|| rest.trim())
}

/// What follows a keyword and a colon (`accTitle: …`).
fn property<'a>(line: &'a str, word: &str, sign: char) -> Option<&'a str> {
    let (head, rest) = line.trim_start().split_at_checked(word.len())?;
    let rest = rest.trim_start().strip_prefix(sign)?;
    head.eq_ignore_ascii_case(word).then(|| rest.trim())
}

#[derive(Default)]
struct Reader {
    journey: Journey,
    warnings: Vec<Warning>,
    /// Inside of `accDescr { … }`.
    in_description: bool,
}

impl Reader {
    fn line(&mut self, line: &Line<'_>) {
        if self.in_description {
            return self.describe(line.text);
        }
        if let Some(title) = property(line.text, "accTitle", ':') {
            self.journey.accessible_title = title.to_owned();
        } else if let Some(words) = property(line.text, "accDescr", ':') {
            self.journey.description = words.to_owned();
        } else if let Some(words) = property(line.text, "accDescr", '{') {
            self.in_description = true;
            self.describe(words);
        } else {
            self.statement(line);
        }
    }

    /// A line of a description in braces.
    fn describe(&mut self, words: &str) {
        let (words, ends) = words.split_once('}').map_or((words, false), |(words, _)| (words, true));
        let description = &mut self.journey.description;
        if !description.is_empty() && !words.trim().is_empty() {
            description.push('\n');
        }
        description.push_str(words.trim());
        self.in_description = !ends;
    }

    /// A title, section or task; what follows a `#` is a comment, a `;` ends it.
    fn statement(&mut self, line: &Line<'_>) {
        let text = decoded(line.text);
        let end = text.find(['#', ';']).unwrap_or(text.len());
        let (statement, rest) = text.split_at(end);
        if rest.strip_prefix(';').is_some_and(|rest| !rest.trim().is_empty()) {
            self.warn(line.number, WarningKind::NotUnderstood);
        }
        if let Some(title) = keyword(statement, "title") {
            self.journey.title = title.to_owned();
        } else if let Some(name) = keyword(statement, "section") {
            let (name, data) = name.split_once(':').unwrap_or((name, ""));
            if !data.trim().is_empty() {
                self.warn(line.number, WarningKind::NotUnderstood);
            }
            self.journey.sections.push(Section { name: name.trim().to_owned(), tasks: Vec::new() });
        } else if !statement.trim().is_empty() {
            self.task(statement, line.number);
        }
    }

    fn task(&mut self, statement: &str, line: usize) {
        let (name, data) = match statement.split_once(':') {
            Some((name, data)) => (name.trim(), Some(data)),
            None => (statement.trim(), None),
        };
        if name.is_empty() {
            return self.warn(line, WarningKind::NotUnderstood);
        }
        let mut parts = data.unwrap_or_default().split(':');
        let score = parts.next().and_then(|score| score.trim().parse::<f64>().ok()).filter(|score| score.is_finite());
        let people = parts.next().map(|people| people.split(',').map(|one| one.trim().to_owned()).collect());
        match score {
            None => self.warn(line, WarningKind::NoScore),
            Some(score) if !(1.0..=5.0).contains(&score) => self.warn(line, WarningKind::ScoreOutside),
            Some(_) => {}
        }
        if self.journey.sections.is_empty() {
            self.journey.sections.push(Section::default());
        }
        if let Some(section) = self.journey.sections.last_mut() {
            section.tasks.push(Task { name: name.to_owned(), score, people: people.unwrap_or_default() });
        }
    }

    fn warn(&mut self, line: usize, what: WarningKind) {
        if self.warnings.len() < MOST_WARNINGS {
            self.warnings.push(Warning { line, what });
        }
    }
}

/// The text with Mermaid's entity codes (`#35;`, `#quot;`) as the characters they stand for.
fn decoded(text: &str) -> std::borrow::Cow<'_, str> {
    if !text.contains('#') || !text.contains(';') {
        return text.into();
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('#') {
        plain.push_str(before);
        let code = after.split_once(';').filter(|(code, _)| !code.is_empty() && code.bytes().all(is_of_code));
        match code.and_then(|(code, rest)| entity(code).map(|sign| (sign, rest))) {
            Some((sign, after)) => {
                plain.push(sign);
                rest = after;
            }
            // A comment: nothing after it counts.
            None => return plain.into(),
        }
    }
    plain.push_str(rest);
    plain.into()
}

fn is_of_code(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
}

fn entity(code: &str) -> Option<char> {
    match code {
        "quot" => Some('"'),
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        number => number.parse().ok().and_then(char::from_u32).filter(|sign| !sign.is_control()),
    }
}
