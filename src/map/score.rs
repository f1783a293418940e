//! The emotion score and the scales of named bands that are read from it (domain handbook, section 4).
//!
//! A score is a whole number from −100 to +100; *no* score is `Option::None`, never zero.
//! This file must not know colours or the language of the interface.

use super::tone_cuts::ToneCuts;
use serde::{Deserialize, Serialize};

/// How a customer feels: −100 (worst) to +100 (best), the range in which NPS is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Score(i8);

impl Score {
    /// The lowest score, −100.
    pub const MIN: Self = Self(-100);
    /// Neither good nor bad.
    pub const ZERO: Self = Self(0);
    /// The highest score, +100.
    pub const MAX: Self = Self(100);

    /// The score of `value`; `None` outside −100…+100.
    pub fn new(value: i64) -> Option<Self> {
        i8::try_from(value).ok().filter(|v| (-100..=100).contains(v)).map(Self)
    }

    /// The nearest score to `value`; what is not a number becomes 0.
    pub fn nearest(value: f64) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "clamped to the range before the cast; NaN casts to 0")]
        Self(value.round().clamp(-100.0, 100.0) as i8)
    }

    /// −100 to +100.
    pub fn value(self) -> i8 {
        self.0
    }

    /// The score moved by `by`, held inside the range.
    pub fn step(self, by: i32) -> Self {
        Self::nearest(f64::from(i32::from(self.0).saturating_add(by)))
    }
}

impl From<Score> for i64 {
    fn from(score: Score) -> Self {
        score.0.into()
    }
}

impl TryFrom<i64> for Score {
    type Error = String;
    fn try_from(value: i64) -> Result<Self, String> {
        Self::new(value).ok_or_else(|| format!("score {value} is outside -100 to 100"))
    }
}

/// The three kinds of feeling that colours and faces go by, whatever the bands are called. Which scores are of which
/// tone is said by the scale: [`EmotionScale::tone_cuts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tone {
    /// A bad feeling; below −20 on the built-in scales.
    Negative,
    /// Neither good nor bad; −20 to +20 on the built-in scales.
    Neutral,
    /// A good feeling; above +20 on the built-in scales.
    Positive,
}

/// The named bands on top of the score.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EmotionScale {
    /// Negative, neutral, positive; cut at −20 and +20.
    #[default]
    Three,
    /// Very negative to very positive; cut at −60, −20, +20 and +60.
    Five,
    /// The user's own bands, lowest first; at least one.
    Own(Vec<Band>),
}

/// One band of a user's own scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// What the band is called.
    pub name: String,
    /// The lowest score in the band; the first band always begins at −100.
    pub from: Score,
}

/// A band's place on the axis: the scores it holds and whose name it bears.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BandSpan {
    /// What the band is called.
    pub name: BandName,
    /// Lowest score of the band.
    pub low: Score,
    /// Highest score of the band.
    pub high: Score,
}

/// A built-in band, named by the interface's language, or a user's own name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BandName {
    /// Below −60 on the five-band scale.
    VeryNegative,
    /// Below −20.
    Negative,
    /// −20 to +20.
    Neutral,
    /// Above +20.
    Positive,
    /// Above +60 on the five-band scale.
    VeryPositive,
    /// A user's own.
    Own(String),
}

impl BandSpan {
    /// The score in the middle of the band, which a key or a menu sets.
    pub fn middle(&self) -> Score {
        Score::nearest((f64::from(self.low.value()) + f64::from(self.high.value())) / 2.0)
    }

    /// Where a pulled face rests in the band: its middle, of two the one nearer to 0, so that the built-in bands have
    /// the round ones of [`EmotionScale::KEY_SCORES`].
    pub fn rest(&self) -> Score {
        Score::nearest(((f64::from(self.low.value()) + f64::from(self.high.value())) / 2.0).trunc())
    }
}

impl EmotionScale {
    /// The middle values of the five built-in bands, which the keys 1 to 5 set whatever the scale.
    pub const KEY_SCORES: [Score; 5] = [Score(-80), Score(-40), Score(0), Score(40), Score(80)];

    /// The bands, lowest first, touching each other from −100 to +100.
    pub fn bands(&self) -> Vec<BandSpan> {
        let span = |name, low, high| BandSpan { name, low: Score(low), high: Score(high) };
        match self {
            Self::Three => vec![
                span(BandName::Negative, -100, -21),
                span(BandName::Neutral, -20, 20),
                span(BandName::Positive, 21, 100),
            ],
            Self::Five => vec![
                span(BandName::VeryNegative, -100, -61),
                span(BandName::Negative, -60, -21),
                span(BandName::Neutral, -20, 20),
                span(BandName::Positive, 21, 60),
                span(BandName::VeryPositive, 61, 100),
            ],
            Self::Own(bands) => own_spans(bands),
        }
    }

    /// Where the tones part: a score has the tone that the middle of its band has on the built-in scales.
    pub fn tone_cuts(&self) -> ToneCuts {
        match self {
            Self::Three | Self::Five => ToneCuts::BUILT_IN,
            Self::Own(bands) => ToneCuts::of_spans(&own_spans(bands)),
        }
    }

    /// The band that holds `score`; `None` only for a scale of the user's own without bands.
    pub fn band_of(&self, score: Score) -> Option<BandSpan> {
        self.bands().into_iter().find(|band| (band.low..=band.high).contains(&score))
    }
}

/// The user's bands in order of their lowest score, stretched to fill the axis.
fn own_spans(bands: &[Band]) -> Vec<BandSpan> {
    let mut sorted: Vec<&Band> = bands.iter().collect();
    sorted.sort_by_key(|band| band.from);
    let mut spans: Vec<BandSpan> = Vec::with_capacity(sorted.len());
    for band in sorted {
        if let Some(last) = spans.last_mut() {
            last.high = band.from.step(-1).max(last.low);
        }
        let low = if spans.is_empty() { Score::MIN } else { band.from };
        spans.push(BandSpan { name: BandName::Own(band.name.clone()), low, high: Score::MAX });
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_outside_the_range_are_refused() {
        assert_eq!(Score::new(101), None);
        assert_eq!(Score::new(-101), None);
        assert_eq!(Score::new(100), Some(Score::MAX));
        assert_eq!(Score::nearest(f64::NAN), Score::ZERO);
        assert_eq!(Score::MAX.step(5), Score::MAX);
    }

    // domain handbook, section 4: negative below −20, neutral −20 to +20, positive above; five bands cut at ±60 too.
    #[test]
    fn bands_are_cut_where_the_handbook_cuts_them() {
        let name = |scale: &EmotionScale, v| scale.band_of(Score(v)).map(|band| band.name);
        assert_eq!(name(&EmotionScale::Three, -21), Some(BandName::Negative));
        assert_eq!(name(&EmotionScale::Three, -20), Some(BandName::Neutral));
        assert_eq!(name(&EmotionScale::Three, 20), Some(BandName::Neutral));
        assert_eq!(name(&EmotionScale::Three, 21), Some(BandName::Positive));
        assert_eq!(name(&EmotionScale::Five, -61), Some(BandName::VeryNegative));
        assert_eq!(name(&EmotionScale::Five, 60), Some(BandName::Positive));
        assert_eq!(name(&EmotionScale::Five, 61), Some(BandName::VeryPositive));
    }

    #[test]
    fn own_bands_fill_the_axis() {
        let band = |name: &str, from| Band { name: name.into(), from: Score(from) };
        let scale = EmotionScale::Own(vec![band("good", 30), band("bad", -50)]);
        let spans = scale.bands();
        assert_eq!(spans.iter().map(|b| (b.low.value(), b.high.value())).collect::<Vec<_>>(), [(-100, 29), (30, 100)]);
    }
}
