//! Which survey result stands for a place on the map. Questions and waves are never pooled: one is chosen.
//!
//! Of the newest wave with a valid answer there, everybody's answers together; of several questions NPS, else the
//! first. A wave without a date is older than any with one; of equals the one attached last counts. Must not know how a
//! value is worked out or drawn.

use super::metric::{Estimate, estimate};
use crate::map::{Map, Metric, Question, Survey, SurveyResult, TouchpointId};
use jiff::civil::Date;
use rustc_hash::FxHashMap;
use std::{cmp::Reverse, collections::BTreeMap};

/// Everybody's answers to one question of one wave at one place.
#[derive(Clone, Copy, Debug)]
pub struct Measurement<'a> {
    /// The wave.
    pub survey: &'a Survey,
    /// The question, one of the survey's.
    pub question: &'a Question,
    /// The answers, not those of a segment.
    pub result: &'a SurveyResult,
    rank: Rank,
}

/// What comes first has the greatest rank: wave's date, wave's place in the map, NPS, question's place from the end.
type Rank = (Option<Date>, usize, bool, Reverse<usize>);

impl Measurement<'_> {
    /// The value with its interval; `None` without a valid answer.
    pub fn estimate(&self) -> Option<Estimate> {
        estimate(self.question.metric, self.question.scale, &self.result.answers)
    }

    /// Whether another wave asked the same, so that the two can be compared.
    pub fn asks_as(&self, other: &Self) -> bool {
        self.question.metric == other.question.metric
            && self.question.scale == other.question.scale
            && self.question.text == other.question.text
    }
}

/// Everything measured at a touchpoint (`None`: of the whole journey), the newest wave first, in it the question first
/// that stands for the place.
pub fn measurements(map: &Map, place: Option<TouchpointId>) -> Vec<Measurement<'_>> {
    let mut found: Vec<_> = all(map).filter(|measurement| measurement.result.touchpoint == place).collect();
    found.sort_by_key(|measurement| Reverse(measurement.rank));
    found
}

/// The measurement that stands for each touchpoint that has one.
pub fn chosen_measurements(map: &Map) -> FxHashMap<TouchpointId, Measurement<'_>> {
    let mut chosen: FxHashMap<TouchpointId, Measurement<'_>> = FxHashMap::default();
    for measurement in all(map).filter(|measurement| measurement.result.n() > 0) {
        let Some(touchpoint) = measurement.result.touchpoint else { continue };
        let known = chosen.entry(touchpoint).or_insert(measurement);
        if measurement.rank > known.rank {
            *known = measurement;
        }
    }
    chosen
}

/// The waves that some measurements are of, the oldest first, each once; without those that have neither name nor date.
pub fn waves_of<'a>(measurements: impl Iterator<Item = &'a Measurement<'a>>) -> Vec<String> {
    let labels = measurements.filter_map(|of| Some(((of.rank.0, of.rank.1), of.survey.wave.label()?)));
    let ordered: BTreeMap<_, String> = labels.collect();
    let mut waves: Vec<String> = ordered.into_values().collect();
    waves.dedup();
    waves
}

fn all(map: &Map) -> impl Iterator<Item = Measurement<'_>> {
    map.surveys.iter().enumerate().flat_map(|(at, survey)| {
        let everybody = survey.results.iter().filter(|result| result.segment.is_none());
        everybody.filter_map(move |result| measurement(survey, at, result))
    })
}

fn measurement<'a>(survey: &'a Survey, at: usize, result: &'a SurveyResult) -> Option<Measurement<'a>> {
    let place = survey.questions.iter().position(|question| question.id == result.question)?;
    let question = survey.questions.get(place)?;
    let rank = (survey.wave.date, at, question.metric == Metric::Nps, Reverse(place));
    Some(Measurement { survey, question, result, rank })
}
