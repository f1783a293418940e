//! What the columns of a survey file seem to be, with the reason a person can read, and what has to be asked.
//!
//! Nothing here is decided: a guess is shown and corrected. Must not know the map.

use super::{
    ColumnNumber, Encoding, Ragged, Table, Vendor,
    cell::{Cell, Counts},
    column::{Column, Kept},
    header::Heading,
    wording::{self, Topic},
};
use crate::{
    map::{AnswerScale, Direction, Metric},
    texts::Texts,
};

/// Most different values that are listed of a column.
const MOST_LISTED_VALUES: usize = 100;
/// Most different values of a column that is guessed to be a segment.
const MOST_SEGMENTS: usize = 20;
/// Texts longer than this on average are comments, in characters.
const COMMENT_LENGTH: usize = 40;
/// From so many answers on, an answer that nobody gave is taken to be none of the scale's.
const MANY_ANSWERS: u64 = 50;

/// What a survey file seems to hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Inspection {
    /// The name of the file, without its folder.
    pub source: String,
    /// Which program wrote it.
    pub vendor: Vendor,
    /// How its text is written.
    pub encoding: Encoding,
    /// What parts its cells.
    pub delimiter: char,
    /// How many records are headings.
    pub header_rows: usize,
    /// How many rows of answers there are.
    pub rows: u64,
    /// The rows that do not fit the headings.
    pub ragged: Ragged,
    /// The columns, in the order of the file.
    pub columns: Vec<ColumnInspection>,
}

/// What a column seems to be.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnInspection {
    /// Which column.
    pub column: ColumnNumber,
    /// Its heading; empty where there is none.
    pub name: String,
    /// What was asked; the heading where the file has no other words.
    pub question: String,
    /// What it seems to be.
    pub role: Role,
    /// Why it seems so.
    pub reason: Reason,
    /// How its answers seem to be read; `None` unless the role is a score.
    pub score: Option<ScoreGuess>,
    /// For a score, its answers on the guessed scale and why others are not counted; empty otherwise.
    pub counts: Counts,
    /// Cells that hold something; for a score, valid answers.
    pub valid: u64,
    /// Cells that hold nothing.
    pub blank: u64,
    /// For a score, cells that hold something that is not counted; 0 otherwise.
    pub other: u64,
    /// The different values with their number of rows, in the order of their first appearance; empty when there are more
    /// than 100 and for columns that are personal, dates or comments.
    pub values: Vec<(String, u64)>,
}

/// How a column's answers seem to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScoreGuess {
    /// The metric.
    pub metric: Metric,
    /// The lowest and highest answer.
    pub scale: AnswerScale,
    /// What a person has to be asked before the guess is used; `None` when it is sure.
    pub ask: Option<Ask>,
}

/// What a column is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Answers that become a metric.
    Score,
    /// The touchpoint that a row is about.
    Touchpoint,
    /// A group of respondents.
    Segment,
    /// A date or a time.
    Date,
    /// Free text.
    Comment,
    /// Personal data, never read.
    Personal,
    /// How far a response is, and other metadata of the survey program.
    Status,
    /// Nothing of use here: identifiers, measurements, options that were ticked.
    Other,
    /// No cell holds anything.
    Empty,
}

/// Why a column seems to have its role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// Its heading or question says so.
    Words,
    /// Its cells look like it.
    Cells,
    /// It has a few different values.
    FewValues,
    /// Its texts are long or all different.
    ManyValues,
    /// No cell holds anything.
    NoCells,
}

/// What a person has to be asked about a guessed score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ask {
    /// A recommendation question without a 0: does it run from 0 or from 1?
    NoZero,
    /// An effort question: does a high answer mean much effort?
    EffortDirection,
    /// The scale is not the published one.
    OtherScale,
    /// There are zeros below the scale: do they mean "not applicable"?
    ZeroBelow,
    /// Only the numbers speak for a score.
    NumbersOnly,
}

impl Role {
    /// The name scripts see.
    pub fn code(self) -> &'static str {
        match self {
            Self::Score => "score",
            Self::Touchpoint => "touchpoint",
            Self::Segment => "segment",
            Self::Date => "date",
            Self::Comment => "comment",
            Self::Personal => "personal",
            Self::Status => "status",
            Self::Other => "other",
            Self::Empty => "empty",
        }
    }

    /// The name people see.
    pub fn text(self, texts: Texts) -> &'static str {
        match self {
            Self::Score => texts.survey_role_score(),
            Self::Touchpoint => texts.survey_role_touchpoint(),
            Self::Segment => texts.survey_role_segment(),
            Self::Date => texts.survey_role_date(),
            Self::Comment => texts.survey_role_comment(),
            Self::Personal => texts.survey_role_personal(),
            Self::Status => texts.survey_role_status(),
            Self::Other => texts.survey_role_other(),
            Self::Empty => texts.survey_role_empty(),
        }
    }
}

impl Reason {
    /// The reason as a short phrase.
    pub fn text(self, texts: Texts) -> &'static str {
        match self {
            Self::Words => texts.survey_reason_words(),
            Self::Cells => texts.survey_reason_cells(),
            Self::FewValues => texts.survey_reason_few_values(),
            Self::ManyValues => texts.survey_reason_many_values(),
            Self::NoCells => texts.survey_reason_no_cells(),
        }
    }
}

impl Ask {
    /// The question to a person, for a column of this label.
    pub fn text(self, texts: Texts, label: &str, scale: AnswerScale) -> String {
        match self {
            Self::NoZero => texts.survey_ask_no_zero(label),
            Self::EffortDirection => texts.survey_ask_effort_direction(label),
            Self::OtherScale => texts.survey_ask_other_scale(label, scale.low, scale.high),
            Self::ZeroBelow => texts.survey_ask_zero_below(label, scale.low),
            Self::NumbersOnly => texts.survey_ask_numbers_only(label),
        }
    }
}

impl ColumnInspection {
    /// What the column is called in sentences: its heading, or `#N` where it has none.
    pub fn label(&self) -> String {
        if self.name.is_empty() { self.column.to_string() } else { self.name.clone() }
    }
}

/// What the columns of a table seem to be.
pub fn inspect(table: &Table) -> Inspection {
    let columns = table.columns.iter().enumerate();
    Inspection {
        source: table.source.clone(),
        vendor: table.vendor,
        encoding: table.encoding,
        delimiter: table.delimiter,
        header_rows: table.header_rows,
        rows: table.rows,
        ragged: table.ragged.clone(),
        columns: columns.map(|(place, (heading, column))| inspect_column(place, heading, column)).collect(),
    }
}

fn inspect_column(place: usize, heading: &Heading, column: &Column) -> ColumnInspection {
    let (role, reason, score) = role_of(heading, column);
    let counts = score.map(|score| column.count(score.scale)).unwrap_or_default();
    let valid = if score.is_some() { counts.valid() } else { column.filled() };
    ColumnInspection {
        column: ColumnNumber::at(place),
        name: heading.name.clone(),
        question: heading.question.clone(),
        role,
        reason,
        score,
        valid,
        blank: column.blank(),
        other: column.filled().saturating_sub(valid),
        counts,
        values: listed_values(role, column),
    }
}

fn listed_values(role: Role, column: &Column) -> Vec<(String, u64)> {
    let is_listed = match role {
        Role::Score | Role::Touchpoint | Role::Segment | Role::Status | Role::Other => true,
        Role::Date | Role::Comment | Role::Personal | Role::Empty => false,
    };
    let few = column.values().filter(|values| is_listed && values.list.len() <= MOST_LISTED_VALUES + 1);
    few.map_or_else(Vec::new, |values| {
        let pairs = values.list.iter().zip(&values.counts).skip(1);
        pairs.map(|(value, count)| (value.to_string(), *count)).collect()
    })
}

fn role_of(heading: &Heading, column: &Column) -> (Role, Reason, Option<ScoreGuess>) {
    let plain = |role, reason| (role, reason, None);
    if matches!(column.kept(), Kept::Nothing) {
        return plain(Role::Personal, Reason::Words);
    }
    if column.filled() == 0 {
        return plain(Role::Empty, Reason::NoCells);
    }
    if wording::is_identifier(heading) {
        return plain(Role::Other, Reason::Words);
    }
    if wording::is_status(heading) {
        return plain(Role::Status, Reason::Words);
    }
    if wording::is_touchpoint(heading) && Numbers::of(column).is_none() {
        return plain(Role::Touchpoint, Reason::Words);
    }
    if let Some(reason) = date_reason(heading, column) {
        return plain(Role::Date, reason);
    }
    if let Some((score, reason)) = guess_score(heading, column) {
        return (Role::Score, reason, Some(score));
    }
    text_role(column)
}

fn date_reason(heading: &Heading, column: &Column) -> Option<Reason> {
    let sample = column.sample();
    let dates = sample.iter().filter(|cell| wording::is_date_text(cell)).count();
    if dates * 5 >= sample.len() * 4 {
        Some(Reason::Cells)
    } else if wording::is_date(heading) && dates * 2 >= sample.len() {
        Some(Reason::Words)
    } else {
        None
    }
}

fn text_role(column: &Column) -> (Role, Reason, Option<ScoreGuess>) {
    let sample = column.sample();
    let length: usize = sample.iter().map(|cell| cell.chars().count()).sum();
    let is_long = length > sample.len().saturating_mul(COMMENT_LENGTH);
    let different = column.values().map(|values| values.list.len() - 1);
    let Some(different) = different.filter(|_| !is_long) else {
        return (Role::Comment, Reason::ManyValues, None);
    };
    let repeats = u64::try_from(different).is_ok_and(|different| column.filled() >= different.saturating_mul(2));
    if repeats && (2..=MOST_SEGMENTS).contains(&different) && Numbers::of(column).is_none() {
        (Role::Segment, Reason::FewValues, None)
    } else {
        (Role::Other, Reason::Cells, None)
    }
}

/// The whole numbers from 0 to 10 of a column that holds little else.
struct Numbers {
    /// How many there are.
    n: u64,
    /// How many different ones.
    different: usize,
    low: i32,
    high: i32,
}

impl Numbers {
    /// `None` unless four of five answers are whole numbers from 0 to 10.
    fn of(column: &Column) -> Option<Self> {
        let values = column.values()?;
        let widest = AnswerScale { low: 0, high: 10, direction: Direction::HighIsGood };
        let mut answers = 0_u64;
        let mut counts = Counts::default();
        for (value, count) in values.list.iter().zip(&values.counts) {
            let cell = Cell::parse(value);
            if !matches!(cell, Cell::Blank | Cell::NotApplicable) {
                answers += count;
            }
            counts.add(cell.on(widest), *count);
        }
        let (low, high) = (*counts.answers.keys().next()?, *counts.answers.keys().last()?);
        let n = counts.valid();
        (n.saturating_mul(5) >= answers.saturating_mul(4)).then_some(Self {
            n,
            different: counts.answers.len(),
            low,
            high,
        })
    }
}

fn guess_score(heading: &Heading, column: &Column) -> Option<(ScoreGuess, Reason)> {
    let numbers = Numbers::of(column)?;
    let topic = wording::topic_of(heading);
    let score = match topic {
        Some(Topic::Recommendation) => guess_recommendation(heading, &numbers),
        Some(Topic::Ease) => guess_rating(heading, &numbers, Metric::Ces),
        Some(Topic::Effort) => {
            ScoreGuess { ask: Some(Ask::EffortDirection), ..guess_rating(heading, &numbers, Metric::Ces) }
        }
        Some(Topic::Satisfaction) => guess_rating(heading, &numbers, Metric::Csat),
        None if numbers.high >= 3 && numbers.different >= 3 => {
            ScoreGuess { ask: Some(Ask::NumbersOnly), ..guess_rating(heading, &numbers, Metric::Csat) }
        }
        None => return None,
    };
    Some((score, if topic.is_some() { Reason::Words } else { Reason::Cells }))
}

/// NPS from 0, unless the words or many answers without a 0 speak for a scale from 1.
fn guess_recommendation(heading: &Heading, numbers: &Numbers) -> ScoreGuess {
    let usual = ScoreGuess { metric: Metric::Nps, scale: Metric::Nps.usual_scale(), ask: None };
    let from_one = AnswerScale { low: 1, ..usual.scale };
    if numbers.low == 0 && numbers.high > 1 || wording::names_scale(heading, 0, 10) || wording::is_metric_name(heading)
    {
        usual
    } else if numbers.high <= 5 && numbers.n >= MANY_ANSWERS {
        ScoreGuess { ask: Some(Ask::OtherScale), ..guess_rating(heading, numbers, Metric::Csat) }
    } else if wording::names_scale(heading, 1, 10) || numbers.n >= MANY_ANSWERS {
        ScoreGuess { scale: from_one, ask: Some(Ask::NoZero), ..usual }
    } else {
        ScoreGuess { ask: Some(Ask::NoZero), ..usual }
    }
}

/// CSAT or CES on the scale that the answers fill.
fn guess_rating(heading: &Heading, numbers: &Numbers, metric: Metric) -> ScoreGuess {
    let usual = metric.usual_scale();
    if let Some((low, high)) = wording::scale_given(heading) {
        let scale = AnswerScale { low, high, ..usual };
        return ScoreGuess { metric, scale, ask: (scale != usual).then_some(Ask::OtherScale) };
    }
    let is_published = wording::is_metric_name(heading) || numbers.n < MANY_ANSWERS;
    let high = match numbers.high {
        ..=5 if metric == Metric::Ces && is_published => 7,
        high @ 3..=4 if numbers.n >= MANY_ANSWERS => high,
        ..=5 => 5,
        6..=7 => 7,
        _ => 10,
    };
    let low = if numbers.low == 0 && high == 10 { 0 } else { 1 };
    let scale = AnswerScale { low, high, ..usual };
    let ask = if numbers.low < low {
        Some(Ask::ZeroBelow)
    } else if scale == usual {
        None
    } else {
        Some(Ask::OtherScale)
    };
    ScoreGuess { metric, scale, ask }
}
