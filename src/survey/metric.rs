//! The published metrics and their 95 % intervals (domain handbook, section 5).
//!
//! NPS: Reichheld 2003, interval by the adjusted Wald method (Rocks 2016, *The American Statistician*; Lewis and
//! Sauro). CSAT: share of the two highest answers, interval by Wilson 1927. CES: mean, interval by Student's t.
//! Differences of two waves or segments stand in `difference.rs`. Must not know files or the screen.

use super::tally::{Promoters, Spread, Tally};
use crate::{
    map::{AnswerScale, Direction, Metric, Score, Tone, ToneCuts},
    texts::{Sign, Texts},
};
use std::collections::BTreeMap;

/// The normal quantile of a two-sided 95 % interval.
pub(super) const Z95: f64 = 1.959964;
/// Below so many answers a value is anecdotal.
const ANECDOTAL_BELOW: u64 = 10;
/// Below so many answers a value stands on a small base.
pub const SMALL_BELOW: u64 = 30;

/// A metric's value with its uncertainty.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The number of valid answers, at least 1.
    pub n: u64,
    /// NPS in points (−100…+100), CSAT as the share of the two highest answers in per cent, CES as the mean, turned
    /// round where a low answer is the good one so that high is always easy.
    pub value: f64,
    /// Lower end of the 95 % interval, in the unit of `value`. Never NaN. One answer tells nothing about the spread
    /// of a mean, so the interval of a CES with n = 1 is the whole scale.
    pub low: f64,
    /// Upper end of the 95 % interval.
    pub high: f64,
    /// The mean answer as it was given, on the question's own scale.
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
    /// Lower end of its 95 % interval, −100…+100.
    pub low: f64,
    /// Upper end of its 95 % interval, −100…+100.
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

impl Base {
    /// What `n` valid answers can bear.
    pub fn of(n: u64) -> Self {
        match n {
            ..ANECDOTAL_BELOW => Self::Anecdotal,
            ANECDOTAL_BELOW..SMALL_BELOW => Self::Small,
            SMALL_BELOW.. => Self::Solid,
        }
    }
}

/// A value with the two ends of its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Interval {
    pub value: f64,
    pub low: f64,
    pub high: f64,
}

/// The value of `metric` over a histogram of answers; `None` without a valid answer, or where [`Metric::is_defined_on`] says
/// that the metric does not exist on that scale. Answers outside the scale are not counted.
///
/// Where a low answer is the good one, the answers are turned round on their scale first.
pub fn estimate(metric: Metric, scale: AnswerScale, answers: &BTreeMap<i32, u64>) -> Option<Estimate> {
    if !metric.is_defined_on(scale) {
        return None;
    }
    let tally = Tally::of(scale, answers)?;
    let on_mean = |reading: fn(&Tally, Interval) -> Interval| {
        let mean = tally.mean_interval();
        (reading(&tally, mean), emotion_of_mean(scale, mean))
    };
    let (reading, emotion) = match metric {
        Metric::Nps => {
            let reading = nps(tally.promoters());
            (reading, Emotion { value: reading.value, low: reading.low, high: reading.high })
        }
        Metric::Csat => on_mean(|tally, _| top_two(tally)),
        Metric::Ces => on_mean(|_, mean| mean),
    };
    let mean = tally.spread().mean;
    let as_given = match scale.direction {
        Direction::HighIsGood => mean,
        Direction::LowIsGood => f64::from(scale.low) + f64::from(scale.high) - mean,
    };
    let Interval { value, low, high } = reading;
    Some(Estimate { n: tally.n(), value, low, high, mean: as_given, emotion, base: Base::of(tally.n()) })
}

/// What one answer means: a detractor, passive or promoter for NPS; else where it falls on the emotion axis, cut as the
/// built-in scales cut it (domain handbook, section 4). The metric's own rule: a map's own bands do not change it.
pub fn tone_of_answer(metric: Metric, scale: AnswerScale, answer: i32) -> Tone {
    let answer = match scale.direction {
        Direction::HighIsGood => answer,
        Direction::LowIsGood => scale.low.saturating_add(scale.high).saturating_sub(answer),
    };
    match metric {
        Metric::Nps if answer >= 9 => Tone::Positive,
        Metric::Nps if answer >= 7 => Tone::Neutral,
        Metric::Nps => Tone::Negative,
        Metric::Csat | Metric::Ces => {
            let width = (f64::from(scale.high) - f64::from(scale.low)).max(1.0);
            let share = (f64::from(answer) - f64::from(scale.low)) / width;
            ToneCuts::BUILT_IN.tone(Score::nearest(share * 200.0 - 100.0))
        }
    }
}

/// What a metric is called on the screen.
pub fn metric_name(metric: Metric, texts: Texts) -> &'static str {
    match metric {
        Metric::Nps => texts.metric_nps(),
        Metric::Csat => texts.metric_csat(),
        Metric::Ces => texts.metric_ces(),
    }
}

/// A metric's value in its own unit: points with a sign, per cent, or a mean with one decimal.
pub fn metric_value(metric: Metric, value: f64, texts: Texts) -> String {
    match metric {
        Metric::Nps => texts.number(value, 0, Sign::Always),
        Metric::Csat => texts.percent(value, 0),
        Metric::Ces => texts.number(value, 1, Sign::WhenNegative),
    }
}

/// Net promoter score in points with its adjusted Wald interval.
fn nps(Promoters { n, promoters, detractors }: Promoters) -> Interval {
    let adjusted = AdjustedNps::of(n, promoters, detractors);
    let half = Z95 * adjusted.variance.sqrt();
    Interval {
        value: 100.0 * (promoters - detractors) / n,
        low: (adjusted.center - half).clamp(-100.0, 100.0),
        high: (adjusted.center + half).clamp(-100.0, 100.0),
    }
}

/// The centre and variance of the adjusted Wald method: three quarters of an answer are added to the promoters and
/// to the detractors, three answers to all.
pub(super) struct AdjustedNps {
    /// In points.
    pub center: f64,
    /// Of the score, in points squared.
    pub variance: f64,
}

impl AdjustedNps {
    pub(super) fn of(n: f64, promoters: f64, detractors: f64) -> Self {
        let total = n + 3.0;
        let (p, d) = ((promoters + 0.75) / total, (detractors + 0.75) / total);
        let difference = p - d;
        Self { center: 100.0 * difference, variance: 1e4 * (p + d - difference * difference) / total }
    }
}

/// The share of the two highest answers in per cent, with Wilson's score interval.
fn top_two(tally: &Tally) -> Interval {
    let Spread { n, .. } = tally.spread();
    let share = tally.top_two() / n;
    let z2 = Z95 * Z95;
    let denominator = 1.0 + z2 / n;
    let center = (share + z2 / (2.0 * n)) / denominator;
    let half = Z95 * (share * (1.0 - share) / n + z2 / (4.0 * n * n)).sqrt() / denominator;
    Interval {
        value: 100.0 * share,
        low: 100.0 * (center - half).clamp(0.0, share),
        high: 100.0 * (center + half).clamp(share, 1.0),
    }
}

/// A mean on `scale`, high is good, laid linearly on the emotion axis and clipped to it.
fn emotion_of_mean(scale: AnswerScale, mean: Interval) -> Emotion {
    let (low, high) = (f64::from(scale.low), f64::from(scale.high));
    let on_axis = |answer: f64| (200.0 * (answer - low) / (high - low) - 100.0).clamp(-100.0, 100.0);
    Emotion { value: on_axis(mean.value), low: on_axis(mean.low), high: on_axis(mean.high) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale(low: i32, high: i32) -> AnswerScale {
        AnswerScale { low, high, direction: Direction::HighIsGood }
    }

    // Domain handbook, fact 7: detractors 0–6, passives 7–8, promoters 9–10; section 4: linear otherwise, cut at ±20.
    #[test]
    fn answers_mean_what_their_metric_says() {
        let tones = |metric: Metric| -> String {
            let scale = metric.usual_scale();
            let sign = |answer| match tone_of_answer(metric, scale, answer) {
                Tone::Negative => '-',
                Tone::Neutral => '0',
                Tone::Positive => '+',
            };
            (scale.low..=scale.high).map(sign).collect()
        };
        assert_eq!([Metric::Nps, Metric::Csat, Metric::Ces].map(tones), ["-------00++", "--0++", "---0+++"]);
        let effort = AnswerScale { direction: Direction::LowIsGood, ..Metric::Ces.usual_scale() };
        assert_eq!(tone_of_answer(Metric::Ces, effort, 1), Tone::Positive);
    }

    fn check(metric: Metric, scale: AnswerScale, answers: &[(i32, u64)], expected: (f64, f64, f64), within: f64) {
        let found = estimate(metric, scale, &answers.iter().copied().collect()).expect("an estimate");
        let found = (found.value, found.low, found.high);
        let is_near = |a: f64, b: f64| (a - b).abs() <= within;
        let all = is_near(found.0, expected.0) && is_near(found.1, expected.1) && is_near(found.2, expected.2);
        assert!(all, "{metric:?} of {answers:?}: {found:?}, expected {expected:?}");
    }

    // domain handbook, section 5: value, centre and half width of (promoters, passives, detractors).
    #[test]
    fn nps_comes_out_as_the_handbook_works_it() {
        for (counts, value, center, half) in [
            ([200, 200, 100], 20.0, 19.88, 6.54),
            ([4, 3, 3], 10.0, 7.69, 43.76),
            ([10, 0, 0], 100.0, 76.92, 29.42),
            ([0, 0, 5], -100.0, -62.50, 45.01),
            ([16, 8, 6], 100.0 / 3.0, 30.30, 26.87),
            ([25, 40, 35], -10.0, -9.71, 14.80),
        ] {
            let [p, passive, d] = counts;
            let (low, high) = (f64::max(center - half, -100.0), f64::min(center + half, 100.0));
            check(Metric::Nps, scale(0, 10), &[(9, p), (7, passive), (6, d)], (value, low, high), 0.0101);
        }
    }

    #[test]
    fn the_cuts_of_nps_lie_between_6_and_7_and_between_8_and_9() {
        for (answer, value) in [(0, -100.0), (6, -100.0), (7, 0.0), (8, 0.0), (9, 100.0), (10, 100.0)] {
            let found = estimate(Metric::Nps, scale(0, 10), &BTreeMap::from([(answer, 1)])).expect("an estimate");
            assert!((found.value - value).abs() < 1e-12, "{answer}");
        }
    }

    // domain handbook, section 5, and statsmodels 0.15 proportion_confint(method="wilson"), rounded to a tenth.
    #[test]
    fn csat_has_the_interval_of_wilson() {
        for (hits, n, low, high) in
            [(8, 10, 49.0, 94.3), (5, 5, 56.6, 100.0), (0, 5, 0.0, 43.4), (42, 60, 57.5, 80.1), (1, 3, 6.1, 79.2)]
        {
            let share = 100.0 * f64::from(hits) / f64::from(n);
            let answers = [(5, u64::try_from(hits).unwrap()), (2, u64::try_from(n - hits).unwrap())];
            check(Metric::Csat, scale(1, 5), &answers, (share, low, high), 0.06);
        }
        let exact = (70.0, 57.491_292_053_085_51, 80.101_831_861_230_9);
        check(Metric::Csat, scale(1, 5), &[(4, 24), (5, 18), (3, 18)], exact, 1e-5);
    }

    // statsmodels DescrStatsW(...).tconfint_mean(0.05), values worked once with scipy 1.x.
    #[test]
    fn ces_has_the_interval_of_student() {
        let answers = [(1, 5), (2, 8), (3, 12), (4, 20), (5, 45), (6, 60), (7, 50)];
        check(Metric::Ces, scale(1, 7), &answers, (5.36, 5.149_369_144_800_741, 5.570_630_855_199_259), 1e-9);
        let three = (6.0, 3.515_862_288_249_67, 8.484_137_711_750_33);
        check(Metric::Ces, scale(1, 7), &[(5, 1), (6, 1), (7, 1)], three, 1e-9);
    }

    #[test]
    fn one_answer_says_nothing_about_a_mean() {
        check(Metric::Ces, scale(1, 7), &[(6, 1)], (6.0, 1.0, 7.0), 0.0);
        let found = estimate(Metric::Csat, scale(1, 5), &BTreeMap::from([(4, 1)])).expect("an estimate");
        assert_eq!(found.emotion, Emotion { value: 50.0, low: -100.0, high: 100.0 });
    }

    // domain handbook, section 4: 200·(m−1)/(k−1) − 100; the t interval of the mean by statsmodels.
    #[test]
    fn the_feeling_of_csat_is_its_mean_on_the_axis() {
        let answers = BTreeMap::from([(1, 3), (2, 4), (3, 11), (4, 24), (5, 18)]);
        let found = estimate(Metric::Csat, scale(1, 5), &answers).expect("an estimate");
        assert!((found.mean - 3.833_333_333_333_333_5).abs() < 1e-12);
        assert!((found.emotion.value - 41.666_666_666_666_67).abs() < 1e-9);
        assert!((found.emotion.low - (50.0 * (3.551_284_014_783_874 - 1.0) - 100.0)).abs() < 1e-7);
        assert!((found.emotion.high - (50.0 * (4.115_382_651_882_793 - 1.0) - 100.0)).abs() < 1e-7);
    }

    #[test]
    fn a_feeling_never_leaves_the_axis() {
        let found = estimate(Metric::Ces, scale(1, 7), &BTreeMap::from([(1, 1), (7, 1)])).expect("an estimate");
        assert_eq!(found.emotion, Emotion { value: 0.0, low: -100.0, high: 100.0 });
    }

    #[test]
    fn an_inverted_scale_is_turned_round_before_it_is_read() {
        let inverted = AnswerScale { low: 1, high: 5, direction: Direction::LowIsGood };
        let found = estimate(Metric::Ces, inverted, &BTreeMap::from([(1, 3), (2, 1)])).expect("an estimate");
        assert!((found.value - 4.75).abs() < 1e-12);
        assert!((found.mean - 1.25).abs() < 1e-12);
        assert!(found.low < found.value && found.value < found.high);
        assert!(found.emotion.value > 80.0);
    }

    #[test]
    fn no_answer_gives_no_value_and_answers_off_the_scale_do_not_count() {
        assert_eq!(estimate(Metric::Nps, scale(0, 10), &BTreeMap::new()), None);
        assert_eq!(estimate(Metric::Csat, scale(1, 5), &BTreeMap::from([(0, 4), (6, 1)])), None);
        let found = estimate(Metric::Csat, scale(1, 5), &BTreeMap::from([(0, 4), (5, 2)])).expect("an estimate");
        assert_eq!(found.n, 2);
    }

    #[test]
    fn a_metric_has_no_value_on_a_scale_it_is_not_published_for() {
        assert!(Metric::Nps.is_defined_on(scale(1, 10)));
        assert!(!Metric::Nps.is_defined_on(scale(1, 5)));
        assert!(!Metric::Csat.is_defined_on(scale(0, 1)));
        assert_eq!(estimate(Metric::Nps, scale(1, 5), &BTreeMap::from([(5, 10)])), None);
    }

    #[test]
    fn the_base_is_named_by_the_number_of_answers() {
        let bases = [1, 9, 10, 29, 30].map(Base::of);
        assert_eq!(bases, [Base::Anecdotal, Base::Anecdotal, Base::Small, Base::Small, Base::Solid]);
    }

    #[test]
    fn counts_at_the_limit_do_not_overflow() {
        let found = estimate(Metric::Ces, scale(1, 7), &BTreeMap::from([(1, u64::MAX), (7, u64::MAX)]));
        let found = found.expect("an estimate");
        assert!((found.value - 4.0).abs() < 1e-9 && found.low.is_finite() && found.high.is_finite());
    }
}
