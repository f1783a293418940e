//! What a map keeps of a survey: counts of answers, never an answer, a row or a person.
//!
//! This file must not know how files are read or how a metric is computed (that is `survey/`).

use super::{QuestionId, SurveyId, TouchpointId, touchpoint::is_default};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, sync::Arc};

/// One data set: one wave of answers to a few questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Survey {
    /// Its id, once in the map.
    pub id: SurveyId,
    /// The name of the file it came from, without its folder.
    pub source: String,
    /// The SHA-256 checksum of that file, 64 hexadecimal digits.
    pub sha256: String,
    /// The run of the survey it is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub wave: Wave,
    /// The heading of the column whose values are the segments; empty for none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub segment_by: String,
    /// How many rows of answers the file had.
    pub rows: u64,
    /// What was asked.
    pub questions: Vec<Question>,
    /// The counted answers, by touchpoint, question and segment.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub results: Vec<Arc<SurveyResult>>,
}

impl Survey {
    /// The question with this id.
    pub fn question(&self, id: QuestionId) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }
}

/// One run of a survey.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wave {
    /// What it is called, such as "Oct 2026"; empty for none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// When it was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
}

impl Wave {
    /// What it is called, else its date as year-month-day; `None` where it has neither.
    pub fn label(&self) -> Option<String> {
        if self.name.is_empty() { self.date.map(|date| date.to_string()) } else { Some(self.name.clone()) }
    }
}

/// One question that was scored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its id, once in the map.
    pub id: QuestionId,
    /// The heading of its column, or the question's own words.
    pub text: String,
    /// How its answers are read.
    pub metric: Metric,
    /// The lowest and the highest possible answer.
    pub scale: AnswerScale,
}

/// The published ways to read a scored answer (domain handbook, section 5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Metric {
    /// Net promoter score: how likely to recommend.
    Nps,
    /// Customer satisfaction: share of the two highest answers.
    Csat,
    /// Customer effort: the mean.
    Ces,
}

impl Metric {
    /// Every metric.
    pub const ALL: [Self; 3] = [Self::Nps, Self::Csat, Self::Ces];

    /// The scale the metric is published with.
    pub fn usual_scale(self) -> AnswerScale {
        let (low, high) = match self {
            Self::Nps => (0, 10),
            Self::Csat => (1, 5),
            Self::Ces => (1, 7),
        };
        AnswerScale { low, high, direction: Direction::HighIsGood }
    }

    /// Whether the metric exists on a scale.
    ///
    /// NPS is published for 0–10. A 1–10 question keeps the same cuts (9–10 and up to 6) and is read, but stays a scale
    /// of its own: its score comes out higher for want of a 0. No other scale has published cuts, so there is no NPS on
    /// it: such a question is read as CSAT. CSAT needs three possible answers, or its two highest would be all of them.
    pub fn is_defined_on(self, scale: AnswerScale) -> bool {
        let steps = i64::from(scale.high) - i64::from(scale.low);
        match self {
            Self::Nps => scale.high == 10 && (0..=1).contains(&scale.low),
            Self::Csat => steps >= FEWEST_CSAT_ANSWERS - 1,
            Self::Ces => steps >= 1,
        }
    }
}

/// The fewest answers a scale needs for its two highest to be a share worth naming.
const FEWEST_CSAT_ANSWERS: i64 = 3;

/// The possible answers: whole numbers from `low` to `high`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerScale {
    /// Lowest possible answer.
    pub low: i32,
    /// Highest possible answer, above `low`.
    pub high: i32,
    /// Which end is the good one. Default: the high end.
    #[serde(default, skip_serializing_if = "is_default")]
    pub direction: Direction,
}

/// Which end of a scale is the good one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// A high answer is good (for CES: easy).
    #[default]
    HighIsGood,
    /// A low answer is good (the effort wording of 2010).
    LowIsGood,
}

/// The answers to one question at one touchpoint, of everybody or of one segment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SurveyResult {
    /// The touchpoint asked about; `None` is the journey as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub touchpoint: Option<TouchpointId>,
    /// Which question.
    pub question: QuestionId,
    /// The segment; `None` is everybody together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub segment: Option<String>,
    /// How often each answer was given.
    #[serde(
        default,
        skip_serializing_if = "BTreeMap::is_empty",
        with = "serde_with::rust::maps_duplicate_key_is_error"
    )]
    pub answers: BTreeMap<i32, u64>,
    /// How many answers were not counted, by reason.
    #[serde(
        default,
        skip_serializing_if = "BTreeMap::is_empty",
        with = "serde_with::rust::maps_duplicate_key_is_error"
    )]
    pub not_counted: BTreeMap<NotCounted, u64>,
}

impl SurveyResult {
    /// The number of valid answers.
    pub fn n(&self) -> u64 {
        self.answers.values().fold(0, |sum, count| sum.saturating_add(*count))
    }

    /// The number of answers that were not counted, for any reason.
    pub fn not_counted_total(&self) -> u64 {
        self.not_counted.values().fold(0, |sum, count| sum.saturating_add(*count))
    }
}

/// Why an answer was not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotCounted {
    /// Nothing was written.
    Blank,
    /// "N/A" and its like.
    NotApplicable,
    /// A number outside the scale.
    OutOfRange,
    /// Not a whole number.
    NotANumber,
}

impl NotCounted {
    /// Every reason.
    pub const ALL: [Self; 4] = [Self::Blank, Self::NotApplicable, Self::OutOfRange, Self::NotANumber];
}
