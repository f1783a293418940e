//! Which survey result a touchpoint shows: of the newest wave that asked there, everybody's answers together; of
//! several questions NPS, else the first. Must not know how a value is drawn.

use crate::{
    map::{Direction, Map, Metric, Question, Score, Survey, SurveyResult, Tone, TouchpointId},
    survey::metric::{Base, Estimate, estimate},
    texts::{Sign, Texts},
};
use jiff::civil::Date;
use rustc_hash::FxHashMap;
use std::{cmp::Ordering, collections::BTreeMap, sync::Arc};

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
        match self.metric {
            Metric::Nps => texts.number(self.estimate.value, 0, Sign::Always),
            Metric::Csat => texts.percent(self.estimate.value, 0),
            Metric::Ces => texts.number(self.estimate.value, 1, Sign::WhenNegative),
        }
    }

    /// Metric, half width of the interval and number of answers: `NPS ±5  n 640`.
    pub fn caption(&self, texts: Texts) -> String {
        let half = (self.estimate.high - self.estimate.low) / 2.0;
        let (name, decimals) = match self.metric {
            Metric::Nps => (texts.metric_nps(), 0),
            Metric::Csat => (texts.metric_csat(), 0),
            Metric::Ces => (texts.metric_ces(), 1),
        };
        let half = texts.number(half, decimals, Sign::WhenNegative);
        texts.scene_measure(name, half, texts.count(self.estimate.n))
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

/// What each touchpoint shows.
pub(super) fn shown_results(map: &Map) -> FxHashMap<TouchpointId, Arc<Measured>> {
    let mut best: FxHashMap<TouchpointId, (Rank, &Question, &SurveyResult)> = FxHashMap::default();
    for (number, survey) in map.surveys.iter().enumerate() {
        for result in survey.results.iter().filter(|result| result.segment.is_none() && result.n() > 0) {
            let Some((touchpoint, rank, question)) = rank_of(survey, number, result) else { continue };
            match best.get(&touchpoint) {
                Some((known, ..)) if known.cmp(&rank) != Ordering::Less => {}
                Some(_) | None => {
                    best.insert(touchpoint, (rank, question, result));
                }
            }
        }
    }
    best.into_iter()
        .filter_map(|(id, (_, question, result))| Some((id, Arc::new(measured(question, result)?))))
        .collect()
}

/// Newer waves first (without a date: oldest; on a tie the later in the map), then NPS, then the earlier question.
type Rank = (Option<Date>, usize, bool, std::cmp::Reverse<usize>);

fn rank_of<'a>(survey: &'a Survey, number: usize, result: &SurveyResult) -> Option<(TouchpointId, Rank, &'a Question)> {
    let place = survey.questions.iter().position(|question| question.id == result.question)?;
    let question = survey.questions.get(place)?;
    let rank = (survey.wave.date, number, question.metric == Metric::Nps, std::cmp::Reverse(place));
    Some((result.touchpoint?, rank, question))
}

fn measured(question: &Question, result: &SurveyResult) -> Option<Measured> {
    let estimate = estimate(question.metric, question.scale, &result.answers)?;
    Some(Measured { metric: question.metric, estimate, bars: bars(question, &result.answers) })
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
            Some(_) | None => bars.push((count, tone_of(question, answer))),
        }
    }
    bars
}

/// The tone of one answer: detractor, passive or promoter for NPS, else where the answer falls on the emotion axis.
fn tone_of(question: &Question, answer: i32) -> Tone {
    let scale = question.scale;
    let (low, high) = (f64::from(scale.low), f64::from(scale.high));
    let share = (f64::from(answer) - low) / (high - low).max(1.0);
    let share = match scale.direction {
        Direction::HighIsGood => share,
        Direction::LowIsGood => 1.0 - share,
    };
    match question.metric {
        Metric::Nps if share > 0.85 => Tone::Positive,
        Metric::Nps if share > 0.65 => Tone::Neutral,
        Metric::Nps => Tone::Negative,
        Metric::Csat | Metric::Ces => Score::nearest(200.0 * share - 100.0).feeling(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::QuestionId;

    fn tones(metric: Metric) -> String {
        let id = QuestionId::parse("q").expect("a good id");
        let question = Question { id, text: String::new(), metric, scale: metric.usual_scale() };
        let scale = question.scale;
        let sign = |tone| match tone {
            Tone::Negative => '-',
            Tone::Neutral => '0',
            Tone::Positive => '+',
        };
        (scale.low..=scale.high).map(|answer| sign(tone_of(&question, answer))).collect()
    }

    // Domain handbook, fact 7: 0–6 detractors, 7–8 passives, 9–10 promoters; section 4: linear otherwise, cut at ±20.
    #[test]
    fn bars_have_the_tone_of_their_answers() {
        assert_eq!(tones(Metric::Nps), "-------00++");
        assert_eq!(tones(Metric::Csat), "--0++");
        assert_eq!(tones(Metric::Ces), "---0+++");
    }
}
