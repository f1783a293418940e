//! A histogram of answers as sums: how many, their mean and spread, and Student's t on the mean.
//!
//! Answers are turned round on the scale where a low one is good, so that high is always good here. Must not know
//! which metric reads it.

use super::metric::Interval;
use crate::map::{AnswerScale, Direction};
use std::collections::BTreeMap;

/// The lowest answer of a promoter on a scale that ends at 10.
const PROMOTERS_FROM: i32 = 9;
/// The highest answer of a detractor on a scale that ends at 10.
const DETRACTORS_TO: i32 = 6;

/// The normal quantile that Student's tends to, in full precision.
const NORMAL_975: f64 = 1.959_963_984_540_054;
/// From here on the series is as exact as the inverse.
const MANY_DEGREES: f64 = 1e5;

/// The valid answers to one question, high is good.
pub(super) struct Tally {
    scale: AnswerScale,
    answers: Vec<(i32, u64)>,
}

/// Number, mean and variance of answers.
#[derive(Clone, Copy)]
pub(super) struct Spread {
    pub n: f64,
    pub mean: f64,
    /// With n − 1; 0 for one answer.
    pub variance: f64,
}

/// How many promoters and detractors there are among n.
#[derive(Clone, Copy)]
pub(super) struct Promoters {
    pub n: f64,
    pub promoters: f64,
    pub detractors: f64,
}

impl Tally {
    /// The answers that lie on the scale; `None` when there are none.
    pub(super) fn of(scale: AnswerScale, answers: &BTreeMap<i32, u64>) -> Option<Self> {
        let turned = |answer: i32| match scale.direction {
            Direction::HighIsGood => Some(answer),
            Direction::LowIsGood => scale.low.checked_add(scale.high)?.checked_sub(answer),
        };
        let answers: Vec<_> = answers
            .iter()
            .filter(|(answer, count)| (scale.low..=scale.high).contains(*answer) && **count > 0)
            .filter_map(|(answer, count)| Some((turned(*answer)?, *count)))
            .collect();
        (!answers.is_empty()).then_some(Self { scale, answers })
    }

    /// The number of answers.
    pub(super) fn n(&self) -> u64 {
        self.answers.iter().fold(0, |sum, (_, count)| sum.saturating_add(*count))
    }

    pub(super) fn promoters(&self) -> Promoters {
        Promoters {
            n: self.count_where(|_| true),
            promoters: self.count_where(|answer| answer >= PROMOTERS_FROM),
            detractors: self.count_where(|answer| answer <= DETRACTORS_TO),
        }
    }

    /// How many gave one of the two highest answers.
    pub(super) fn top_two(&self) -> f64 {
        self.count_where(|answer| answer >= self.scale.high - 1)
    }

    pub(super) fn spread(&self) -> Spread {
        let n = self.count_where(|_| true);
        let mean = self.sum(f64::from) / n;
        let squares = self.sum(|answer| (f64::from(answer) - mean).powi(2));
        Spread { n, mean, variance: if n > 1.0 { squares / (n - 1.0) } else { 0.0 } }
    }

    /// The mean with Student's interval; the whole scale where one answer leaves the spread unknown.
    pub(super) fn mean_interval(&self) -> Interval {
        let Spread { n, mean, variance } = self.spread();
        if n <= 1.0 {
            return Interval { value: mean, low: f64::from(self.scale.low), high: f64::from(self.scale.high) };
        }
        let half = student_t95(n - 1.0) * (variance / n).sqrt();
        Interval { value: mean, low: mean - half, high: mean + half }
    }

    fn count_where(&self, is_meant: impl Fn(i32) -> bool) -> f64 {
        self.sum(|answer| if is_meant(answer) { 1.0 } else { 0.0 })
    }

    fn sum(&self, of: impl Fn(i32) -> f64) -> f64 {
        self.answers.iter().map(|(answer, count)| of(*answer) * number(*count)).sum()
    }
}

/// Student's quantile of a two-sided 95 % interval: from the inverse of the incomplete beta function, and for very many
/// degrees of freedom, where that inverse no longer converges, from the first two terms of its series in 1/degrees
/// (Abramowitz and Stegun 26.7.5; what is left out is below 1e-9 there).
pub(super) fn student_t95(degrees: f64) -> f64 {
    if degrees > MANY_DEGREES {
        return NORMAL_975 + (NORMAL_975.powi(3) + NORMAL_975) / (4.0 * degrees);
    }
    let x = puruspe::invbetai(0.95, 0.5, degrees / 2.0);
    (degrees * x / (1.0 - x)).sqrt()
}

/// A count as a number; exact to 2^53.
fn number(count: u64) -> f64 {
    let [a, b, c, d, low @ ..] = count.to_be_bytes();
    f64::from(u32::from_be_bytes([a, b, c, d])) * 4_294_967_296.0 + f64::from(u32::from_be_bytes(low))
}

#[cfg(test)]
mod tests {
    use super::*;

    // scipy.stats.t.ppf(0.975, df)
    #[test]
    fn the_quantile_is_that_of_scipy() {
        for (degrees, expected) in [
            (1.0, 12.706_204_736_174_694),
            (2.0, 4.302_652_729_749_462),
            (3.0, 3.182_446_305_283_707_8),
            (4.0, 2.776_445_105_197_793_4),
            (9.0, 2.262_157_162_798_205),
            (29.0, 2.045_229_642_132_703),
            (99.0, 1.984_216_951_586_417_4),
            (1965.0, 1.961_171_978_574_913_5),
            (100_000.0, 1.959_987_707_534_609_5),
            (1e6, 1.959_966_356_814_107),
        ] {
            let found = student_t95(degrees);
            assert!((found - expected).abs() < 1e-8, "{degrees}: {found}, expected {expected}");
        }
    }
}
