//! The difference of two waves or two segments, and whether it is real (domain handbook, section 5).
//!
//! NPS: the adjusted variances of both (Rocks 2016), around the adjusted difference. CSAT: Agresti and Caffo 2000, the
//! same idea for two shares (one hit and one miss are added to each). CES: Welch's t. None of them takes agreement
//! of a few for certainty. Both histograms are read on one scale: scales, wordings and directions are never pooled.
//! Must not know where the histograms come from.

use super::{
    metric::{AdjustedNps, Interval, Z95},
    tally::{Promoters, Spread, Tally, student_t95},
};
use crate::map::{AnswerScale, Metric};
use std::collections::BTreeMap;

/// A difference with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// The later or second value less the earlier or first one: points of NPS, per cent of CSAT, steps of CES.
    pub value: f64,
    /// Lower end of the interval, which need not be centred on `value`.
    pub low: f64,
    /// Upper end of the interval.
    pub high: f64,
    /// Whether chance alone could have made it.
    pub verdict: Verdict,
}

/// Whether chance alone could have made a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The interval leaves out 0.
    Real,
    /// The interval holds 0.
    CouldBeChance,
}

/// The difference `second` − `first` of a metric over two histograms of the same question; `None` where one of them has
/// no valid answer or the metric does not exist on the scale.
pub fn difference(
    metric: Metric,
    scale: AnswerScale,
    first: &BTreeMap<i32, u64>,
    second: &BTreeMap<i32, u64>,
) -> Option<Difference> {
    if !metric.is_defined_on(scale) {
        return None;
    }
    let (first, second) = (Tally::of(scale, first)?, Tally::of(scale, second)?);
    let Interval { value, low, high } = match metric {
        Metric::Nps => of_nps(first.promoters(), second.promoters()),
        Metric::Csat => of_shares(&first, &second),
        Metric::Ces => of_means(scale, first.spread(), second.spread()),
    };
    let verdict = if low > 0.0 || high < 0.0 { Verdict::Real } else { Verdict::CouldBeChance };
    Some(Difference { value, low, high, verdict })
}

fn of_nps(first: Promoters, second: Promoters) -> Interval {
    let plain = |of: Promoters| 100.0 * (of.promoters - of.detractors) / of.n;
    let adjusted = |of: Promoters| AdjustedNps::of(of.n, of.promoters, of.detractors);
    let (a, b) = (adjusted(first), adjusted(second));
    let half = Z95 * (a.variance + b.variance).sqrt();
    around(plain(second) - plain(first), b.center - a.center, half, 200.0)
}

fn of_shares(first: &Tally, second: &Tally) -> Interval {
    let plain = |of: &Tally| of.top_two() / of.spread().n;
    let adjusted = |of: &Tally| {
        let n = of.spread().n + 2.0;
        let share = (of.top_two() + 1.0) / n;
        (share, share * (1.0 - share) / n)
    };
    let ((a, variance_a), (b, variance_b)) = (adjusted(first), adjusted(second));
    let half = 100.0 * Z95 * (variance_a + variance_b).sqrt();
    around(100.0 * (plain(second) - plain(first)), 100.0 * (b - a), half, 100.0)
}

/// Welch's t. Where a spread is unknown (one answer) or both are nothing, every difference is possible.
fn of_means(scale: AnswerScale, first: Spread, second: Spread) -> Interval {
    let value = second.mean - first.mean;
    let (a, b) = (first.variance / first.n, second.variance / second.n);
    if first.n < 2.0 || second.n < 2.0 || a + b <= 0.0 {
        let widest = f64::from(scale.high) - f64::from(scale.low);
        return Interval { value, low: -widest, high: widest };
    }
    let degrees = (a + b).powi(2) / (a * a / (first.n - 1.0) + b * b / (second.n - 1.0));
    let half = student_t95(degrees) * (a + b).sqrt();
    Interval { value, low: value - half, high: value + half }
}

fn around(value: f64, center: f64, half: f64, limit: f64) -> Interval {
    Interval { value, low: (center - half).max(-limit), high: (center + half).min(limit) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::Direction;

    fn scale(low: i32, high: i32) -> AnswerScale {
        AnswerScale { low, high, direction: Direction::HighIsGood }
    }

    fn check(metric: Metric, of: [&[(i32, u64)]; 2], expected: (f64, f64, f64), verdict: Verdict) {
        let [first, second] = of.map(|answers| answers.iter().copied().collect());
        let found = difference(metric, metric.usual_scale(), &first, &second).expect("a difference");
        let near = |a: f64, b: f64| (a - b).abs() < 2e-5;
        let is_near = near(found.value, expected.0) && near(found.low, expected.1) && near(found.high, expected.2);
        assert!(is_near && found.verdict == verdict, "{metric:?}: {found:?}, expected {expected:?}");
    }

    // The handbook's variances added, worked in Python: 200/200/100 of 500 to 250/170/80 of 500.
    #[test]
    fn two_waves_of_nps() {
        let waves: [&[(i32, u64)]; 2] = [&[(9, 200), (7, 200), (3, 100)], &[(10, 250), (8, 170), (0, 80)]];
        check(Metric::Nps, waves, (14.0, 4.731_351_141, 23.101_650_846), Verdict::Real);
        check(Metric::Nps, [&[(0, 1)], &[(10, 1)]], (200.0, -53.942_787_646, 153.942_787_646), Verdict::CouldBeChance);
    }

    // statsmodels confint_proportions_2indep(55, 80, 42, 60, method="agresti-caffo"), in per cent.
    #[test]
    fn two_shares_of_csat() {
        let waves: [&[(i32, u64)]; 2] = [&[(5, 42), (1, 18)], &[(4, 55), (3, 25)]];
        check(Metric::Csat, waves, (-1.25, -16.330_707, 14.206_396), Verdict::CouldBeChance);
    }

    // statsmodels CompareMeans(...).tconfint_diff(usevar="unequal").
    #[test]
    fn two_means_of_ces() {
        let first: &[(i32, u64)] = &[(1, 2), (2, 3), (3, 5), (4, 8), (5, 12), (6, 6), (7, 4)];
        let second: &[(i32, u64)] = &[(1, 1), (2, 1), (3, 2), (4, 5), (5, 20), (6, 25), (7, 16)];
        check(Metric::Ces, [first, second], (1.110_714_286, 0.531_569_121, 1.689_859_451), Verdict::Real);
        check(Metric::Ces, [&[(1, 1)], &[(7, 9)]], (6.0, -6.0, 6.0), Verdict::CouldBeChance);
    }

    #[test]
    fn nothing_is_compared_with_nothing() {
        let some = BTreeMap::from([(5, 3)]);
        assert_eq!(difference(Metric::Csat, scale(1, 5), &some, &BTreeMap::new()), None);
        assert_eq!(difference(Metric::Nps, scale(1, 5), &some, &some), None);
    }
}
