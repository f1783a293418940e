//! Which tone a score has: the two scores at which negative, neutral and positive part on a map's scale.
//!
//! A score has the tone of its whole band, and a band the tone that its middle has on the built-in scales. Middles rise
//! with the bands, so that two cuts say it all, and asking for a tone costs nothing. Must not know colours.

use super::score::{BandSpan, Score, Tone};

/// Where the tones part on a scale; made by [`EmotionScale::tone_cuts`](super::EmotionScale::tone_cuts).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToneCuts {
    /// Lowest score that is not negative.
    neutral_from: i8,
    /// Lowest positive score; 101 where none is.
    positive_from: i8,
}

/// The stretch of the axis that is of one tone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ToneSpan {
    /// Which tone.
    pub tone: Tone,
    /// Its lower border as a score; `None` where it reaches the axis' lower end.
    pub low: Option<f64>,
    /// Its upper border as a score; `None` where it reaches the axis' upper end.
    pub high: Option<f64>,
}

impl Default for ToneCuts {
    fn default() -> Self {
        Self::BUILT_IN
    }
}

impl ToneCuts {
    /// Those of the built-in scales: negative below −20, positive above +20 (domain handbook, section 4).
    pub const BUILT_IN: Self = Self { neutral_from: -20, positive_from: 21 };
    /// Above every score.
    const NEVER: i8 = 101;

    /// Those of bands that fill the axis, lowest first; the built-in ones where there is no band.
    pub(super) fn of_spans(spans: &[BandSpan]) -> Self {
        if spans.is_empty() {
            return Self::BUILT_IN;
        }
        let from = |least: Tone| {
            let first = spans.iter().find(|span| Self::BUILT_IN.tone(span.middle()) >= least);
            first.map_or(Self::NEVER, |span| span.low.value())
        };
        Self { neutral_from: from(Tone::Neutral), positive_from: from(Tone::Positive) }
    }

    /// The tone of a score.
    pub fn tone(self, score: Score) -> Tone {
        if score.value() < self.neutral_from {
            Tone::Negative
        } else if score.value() < self.positive_from {
            Tone::Neutral
        } else {
            Tone::Positive
        }
    }

    /// Whether the band that begins at this score is of another tone than the one below.
    pub fn part_at(self, low: Score) -> bool {
        [self.neutral_from, self.positive_from].contains(&low.value())
    }

    /// The tones that some score has, best first, each with its borders.
    pub fn spans(self) -> impl Iterator<Item = ToneSpan> {
        let (low, high) = (border(self.neutral_from), border(self.positive_from));
        let has_neutral = self.neutral_from < self.positive_from;
        let positive = high.map(|_| ToneSpan { tone: Tone::Positive, low: high, high: None });
        let neutral = has_neutral.then_some(ToneSpan { tone: Tone::Neutral, low, high });
        let negative = low.map(|_| ToneSpan { tone: Tone::Negative, low: None, high: low });
        [positive, neutral, negative].into_iter().flatten()
    }

    /// The score of the built-in scales that feels like `score` does here: as far into its tone. On the built-in
    /// scales it is the score itself.
    pub fn as_built_in(self, score: Score) -> f64 {
        let built_in = |tone| Self::BUILT_IN.spans().find(|span| span.tone == tone);
        let tone = self.tone(score);
        let (Some(here), Some(there)) = (self.spans().find(|span| span.tone == tone), built_in(tone)) else {
            return f64::from(score.value());
        };
        let ends = |span: ToneSpan| (span.low.unwrap_or(-100.0), span.high.unwrap_or(100.0));
        let ((low, high), (to_low, to_high)) = (ends(here), ends(there));
        if low >= high {
            return to_low.midpoint(to_high);
        }
        to_low + (f64::from(score.value()) - low) * (to_high - to_low) / (high - low)
    }
}

/// The border below the score at which a tone begins, as it is said ("cut at −20 and +20"): of the two scores between
/// which it lies, the one nearer to 0. `None` at the ends of the axis.
fn border(from: i8) -> Option<f64> {
    let border = if from > 0 { from - 1 } else { from };
    (-99..=100).contains(&from).then_some(f64::from(border))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Band, EmotionScale};

    fn own(from: &[i64]) -> EmotionScale {
        let band = |from: &i64| Band { name: String::new(), from: Score::new(*from).expect("a score") };
        EmotionScale::Own(from.iter().map(band).collect())
    }

    fn tone(scale: &EmotionScale, score: i64) -> Tone {
        scale.tone_cuts().tone(Score::new(score).expect("a score"))
    }

    fn borders(scale: &EmotionScale) -> Vec<(Tone, Option<f64>, Option<f64>)> {
        scale.tone_cuts().spans().map(|span| (span.tone, span.low, span.high)).collect()
    }

    #[test]
    fn the_tones_of_the_built_in_scales_part_where_their_bands_do() {
        for scale in [EmotionScale::Three, EmotionScale::Five] {
            let said = [-100, -61, -60, -21, -20, 0, 20, 21, 60, 61, 100].map(|score| tone(&scale, score));
            let (bad, so_so, good) = (Tone::Negative, Tone::Neutral, Tone::Positive);
            assert_eq!(said, [bad, bad, bad, bad, so_so, so_so, so_so, good, good, good, good]);
            assert_eq!(ToneCuts::of_spans(&scale.bands()), ToneCuts::BUILT_IN, "the rule for own bands says the same");
        }
    }

    #[test]
    fn a_feeling_has_the_tone_of_its_own_band() {
        let scale = own(&[-100, -70, 71]);
        assert_eq!(tone(&scale, -71), Tone::Negative);
        assert_eq!(tone(&scale, -36), Tone::Neutral);
        assert_eq!(tone(&scale, 48), Tone::Neutral);
        assert_eq!(tone(&scale, 71), Tone::Positive);
    }

    #[test]
    fn a_tone_without_a_band_has_no_ground() {
        assert_eq!(borders(&own(&[-100])), [(Tone::Neutral, None, None)]);
        let two = [(Tone::Positive, Some(9.0), None), (Tone::Negative, None, Some(9.0))];
        assert_eq!(borders(&own(&[-100, 10])), two);
        assert_eq!(
            borders(&own(&[-100, 90, 95])),
            [(Tone::Positive, Some(89.0), None), (Tone::Neutral, None, Some(89.0))]
        );
    }

    #[test]
    fn a_score_feels_as_it_lies_in_its_tone() {
        for score in (-100..=100).filter_map(Score::new) {
            let same = ToneCuts::BUILT_IN.as_built_in(score);
            assert!((same - f64::from(score.value())).abs() < 1e-12, "{score:?} became {same}");
        }
        let tones = own(&[-100, -70, 71]).tone_cuts();
        let felt = |score| tones.as_built_in(Score::new(score).expect("a score"));
        // −35 is half way from −70 to 0, as −10 is half way from −20
        assert!((felt(-35) + 10.0).abs() < 1e-9 && (felt(85) - 60.0).abs() < 1e-9, "{} {}", felt(-35), felt(85));
        assert!((felt(100) - 100.0).abs() < 1e-9 && (felt(-100) + 100.0).abs() < 1e-9);
    }
}
