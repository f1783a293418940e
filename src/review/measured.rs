//! The measured values that a review compares with the mapped ones.
//!
//! Must not know how a value is chosen or computed (that is `survey/`) or drawn.

use crate::{
    map::{Map, Metric, QuestionId, SurveyId, TouchpointId},
    survey::{Measurement, chosen_measurements, metric::Estimate},
};
use std::collections::HashMap;

/// What a survey says about a touchpoint.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    /// Which survey.
    pub survey: SurveyId,
    /// Which of its questions.
    pub question: QuestionId,
    /// How the question was read.
    pub metric: Metric,
    /// The value with its interval, of everybody who answered.
    pub estimate: Estimate,
}

/// The measured value of every touchpoint that has one, chosen as the map shows it.
pub fn measured_points(map: &Map) -> HashMap<TouchpointId, Measured> {
    chosen_measurements(map).into_iter().filter_map(|(id, measurement)| Some((id, measured(&measurement)?))).collect()
}

fn measured(measurement: &Measurement<'_>) -> Option<Measured> {
    let Measurement { survey, question, .. } = measurement;
    let estimate = measurement.estimate()?;
    Some(Measured { survey: survey.id, question: question.id, metric: question.metric, estimate })
}
