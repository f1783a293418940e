//! What a touchpoint shows of its surveys: value, interval, number of answers and bars. Must not know how they are
//! drawn, nor choose among surveys (that is `survey::chosen_measurements`).

use crate::{
    map::{Map, Metric, Question, Survey, Tone, TouchpointId},
    survey::{
        Measurement, chosen_measurements,
        metric::{Base, Estimate, metric_name, metric_value, tone_of_answer},
        waves_of,
    },
    texts::{Sign, Texts},
};
use rustc_hash::FxHashMap;
use std::{collections::BTreeMap, sync::Arc};

/// Scales with more answers than this are drawn in groups.
const MOST_BARS: usize = 11;

/// What surveys say about one touchpoint.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Measured {
    pub metric: Metric,
    pub estimate: Estimate,
    /// How often each answer (or group of answers) was given, from bad to good as the scale runs, with its tone.
    pub bars: Vec<(u64, Tone)>,
}

impl Measured {
    /// The value as it is shown: `−61`, `46 %`, `3.1`.
    pub fn value(&self, texts: Texts) -> String {
        metric_value(self.metric, self.estimate.value, texts)
    }

    /// Metric, half width of the interval and number of answers: `NPS ±5  n 640`.
    pub fn caption(&self, texts: Texts) -> String {
        let half = (self.estimate.high - self.estimate.low) / 2.0;
        let decimals = match self.metric {
            Metric::Nps | Metric::Csat => 0,
            Metric::Ces => 1,
        };
        let half = texts.number(half, decimals, Sign::WhenNegative);
        texts.scene_measure(metric_name(self.metric, texts), half, texts.count(self.estimate.n))
    }

    /// What to say about a small number of answers.
    pub fn warning(&self, texts: Texts) -> Option<&'static str> {
        match self.estimate.base {
            Base::Anecdotal => Some(texts.scene_anecdotal()),
            Base::Small => Some(texts.scene_small_base()),
            Base::Solid => None,
        }
    }
}

/// Surveys that are the same when they are the same in memory: comparing all their answers would take long.
#[derive(Clone, Debug)]
pub(super) struct SameSurveys(pub Vec<Arc<Survey>>);

impl PartialEq for SameSurveys {
    fn eq(&self, other: &Self) -> bool {
        self.0.len() == other.0.len() && self.0.iter().zip(&other.0).all(|(a, b)| Arc::ptr_eq(a, b))
    }
}

/// What each touchpoint shows, and the waves that is of, the oldest first.
pub(super) fn shown_results(map: &Map) -> (FxHashMap<TouchpointId, Arc<Measured>>, Arc<[String]>) {
    let chosen = chosen_measurements(map);
    let waves = waves_of(chosen.values()).into();
    let shown = chosen.into_iter().filter_map(|(id, measurement)| Some((id, Arc::new(measured(&measurement)?))));
    (shown.collect(), waves)
}

/// What is said about the waves that values are of; nothing where they have no names.
pub(super) fn waves_text(waves: &[String], texts: Texts) -> String {
    match waves {
        [] => String::new(),
        [one] => texts.canvas_wave(one),
        several => texts.canvas_waves(several.join(", ")),
    }
}

fn measured(measurement: &Measurement<'_>) -> Option<Measured> {
    let Measurement { question, result, .. } = measurement;
    Some(Measured { metric: question.metric, estimate: measurement.estimate()?, bars: bars(question, &result.answers) })
}

fn bars(question: &Question, answers: &BTreeMap<i32, u64>) -> Vec<(u64, Tone)> {
    let (low, high) = (i64::from(question.scale.low), i64::from(question.scale.high));
    let steps = usize::try_from(high - low + 1).unwrap_or_default().clamp(1, 101);
    let group = steps.div_ceil(MOST_BARS);
    let mut bars: Vec<(u64, Tone)> = Vec::with_capacity(steps.div_ceil(group));
    for (at, answer) in (question.scale.low..=question.scale.high).take(steps).enumerate() {
        let count = answers.get(&answer).copied().unwrap_or_default();
        match bars.last_mut() {
            Some((sum, _)) if at % group != 0 => *sum = sum.saturating_add(count),
            Some(_) | None => bars.push((count, tone_of_answer(question.metric, question.scale, answer))),
        }
    }
    bars
}
