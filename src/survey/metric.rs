//! The published metrics and their 95 % intervals (domain handbook, section 5).
//!
//! NPS: Reichheld 2003, interval by the adjusted Wald method (Rocks 2016). CSAT: share of the two highest answers,
//! interval by Wilson. CES: mean, interval by Student's t. Must not know files or the screen.

use crate::map::{AnswerScale, Metric};
use std::collections::BTreeMap;

/// A metric's value with its uncertainty.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The number of valid answers, at least 1.
    pub n: u64,
    /// NPS in points (−100…+100), CSAT as the share of the two highest answers in per cent, CES as the mean.
    pub value: f64,
    /// Lower end of the 95 % interval, in the unit of `value`. NaN-free: equal to `value` when n is too small to tell.
    pub low: f64,
    /// Upper end of the 95 % interval.
    pub high: f64,
    /// The mean answer, on the question's own scale.
    pub mean: f64,
    /// The measured feeling on the emotion axis, −100…+100: value, low, high.
    pub emotion: Emotion,
    /// How much the number can bear.
    pub base: Base,
}

/// A measured feeling on the emotion axis (domain handbook, section 4).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Emotion {
    /// The point, −100…+100.
    pub value: f64,
    /// Lower end of its 95 % interval.
    pub low: f64,
    /// Upper end of its 95 % interval.
    pub high: f64,
}

/// How much a number can bear, by its number of answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Base {
    /// Fewer than 10 answers.
    Anecdotal,
    /// 10 to 29 answers.
    Small,
    /// 30 answers or more.
    Solid,
}

/// The value of `metric` over a histogram of answers; `None` without a valid answer.
pub fn estimate(metric: Metric, scale: AnswerScale, answers: &BTreeMap<i32, u64>) -> Option<Estimate> {
    let _ = (metric, scale, answers);
    None
}
