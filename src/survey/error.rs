//! What can be wrong with a survey file or with a plan for it, as one closed list. Each says in the user's language
//! what is wrong, where, and what to do.
//!
//! Must not know how a file is read.

use crate::{map::Metric, texts::Texts};

/// How many names a sentence lists.
const MOST_LISTED: usize = 5;

/// Why a survey could not be read or attached.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.sentence(Texts::default()))]
pub enum SurveyError {
    /// Somebody stopped the reading.
    Stopped,
    /// The file has no content.
    Empty,
    /// The file has headings but no row of answers.
    HeaderOnly,
    /// The file is a spreadsheet (XLSX, XLS, ODS), not text.
    Spreadsheet,
    /// The file is UTF-16 text.
    Utf16,
    /// The file holds bytes that no text has.
    Binary {
        /// Place of the first such byte, from 0.
        byte: usize,
    },
    /// The text is not UTF-8.
    NotUtf8 {
        /// Line of the first bad byte, from 1.
        line: u64,
        /// Place of the first bad byte, from 0.
        byte: usize,
    },
    /// A quote is opened and never closed.
    OpenQuote {
        /// Line where the quote opens, from 1.
        line: u64,
    },
    /// A record has more columns than any survey.
    TooManyColumns {
        /// The most columns that are read.
        limit: usize,
    },
    /// No column has the heading that was asked for.
    NoSuchColumn {
        /// The heading or `#N` as it was given.
        name: String,
    },
    /// Several columns have the heading that was asked for.
    AmbiguousColumn {
        /// The heading.
        name: String,
        /// The columns that have it, as `#N`.
        columns: Vec<String>,
    },
    /// The column holds personal data, which is never read.
    PersonalColumn {
        /// Its label.
        column: String,
    },
    /// The column has too many different values to be a score, a touchpoint or a segment.
    TooManyValues {
        /// Its label.
        column: String,
    },
    /// The segment column has too many different values.
    TooManySegments {
        /// Its label.
        column: String,
        /// How many values it has.
        count: usize,
        /// The most segments that are kept.
        limit: usize,
    },
    /// The plan scores no column.
    NoScores,
    /// The metric does not exist on the scale.
    BadScale {
        /// The column's label.
        column: String,
        /// The metric that was asked for.
        metric: Metric,
        /// Lowest answer of the scale.
        low: i32,
        /// Highest answer of the scale.
        high: i32,
    },
    /// None of the scored columns has a valid answer.
    NoValidAnswer {
        /// The labels of the columns.
        columns: Vec<String>,
    },
    /// A score takes its touchpoint from a column, and the plan names none.
    NoTouchpointColumn {
        /// The scored column's label.
        column: String,
    },
    /// The map has no touchpoint of the name that was asked for.
    UnknownTouchpoint {
        /// The name as it was given.
        name: String,
    },
    /// No answer belongs to a touchpoint of the map.
    NothingMatched {
        /// Touchpoint names of the file, in the order of their first appearance.
        names: Vec<String>,
    },
}

impl SurveyError {
    /// What is wrong, where, and what to do, in one or two sentences. The file's name is not in it.
    pub fn sentence(&self, texts: Texts) -> String {
        match self {
            Self::Stopped => texts.survey_error_stopped().to_owned(),
            Self::Empty => texts.survey_error_empty().to_owned(),
            Self::HeaderOnly => texts.survey_error_header_only().to_owned(),
            Self::Spreadsheet => texts.survey_error_spreadsheet().to_owned(),
            Self::Utf16 => texts.survey_error_utf16().to_owned(),
            Self::Binary { byte } => texts.survey_error_binary(byte),
            Self::NotUtf8 { line, byte } => texts.survey_error_not_utf8(line, byte),
            Self::OpenQuote { line } => texts.survey_error_open_quote(line),
            Self::TooManyColumns { limit } => texts.survey_error_too_many_columns(limit),
            Self::NoSuchColumn { name } => texts.survey_error_no_such_column(name),
            Self::AmbiguousColumn { name, columns } => texts.survey_error_ambiguous_column(name, listed(columns)),
            Self::PersonalColumn { column } => texts.survey_error_personal_column(column),
            Self::TooManyValues { column } => texts.survey_error_too_many_values(column),
            Self::TooManySegments { column, count, limit } => {
                texts.survey_error_too_many_segments(column, count, limit)
            }
            Self::NoScores => texts.survey_error_no_scores().to_owned(),
            Self::BadScale { column, metric: Metric::Nps, low, high } => {
                texts.survey_error_nps_scale(low, high, column)
            }
            Self::BadScale { column, metric: Metric::Csat | Metric::Ces, low, high } => {
                texts.survey_error_bad_scale(low, high, column)
            }
            Self::NoValidAnswer { columns } => texts.survey_error_no_valid_answer(listed(columns)),
            Self::NoTouchpointColumn { column } => texts.survey_error_no_touchpoint_column(column),
            Self::UnknownTouchpoint { name } => texts.survey_error_unknown_touchpoint(name),
            Self::NothingMatched { names } => texts.survey_error_nothing_matched(listed(names)),
        }
    }

    /// The line of the file that is at fault, from 1; `None` where the fault has no place.
    pub fn line(&self) -> Option<u64> {
        if let Self::NotUtf8 { line, .. } | Self::OpenQuote { line } = self { Some(*line) } else { None }
    }
}

/// Names in quotation marks, the first few of them.
fn listed(names: &[String]) -> String {
    let mut list = names.iter().take(MOST_LISTED).map(|name| format!("“{name}”")).collect::<Vec<_>>().join(", ");
    if names.len() > MOST_LISTED {
        list.push_str(", …");
    }
    list
}
