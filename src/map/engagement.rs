//! How strongly a touchpoint holds the customer, from 1 to 5: the dramatic arc of a journey (Stickdorn and others,
//! *This Is Service Design Doing*, 2018). It says how much happens, not whether that is good or bad, and it is the map's,
//! not a persona's.
//!
//! This file must not know how an arc is drawn.

use serde::{Deserialize, Serialize};

/// A level from 1 (hardly noticed) to 5 (cannot be missed).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Engagement(u8);

impl Engagement {
    /// Every level, from the lowest.
    pub const ALL: [Self; 5] = [Self(1), Self(2), Self(3), Self(4), Self(5)];
    /// The lowest level, 1.
    pub const MIN: Self = Self(1);
    /// The level in the middle, 3.
    pub const MIDDLE: Self = Self(3);
    /// The highest level, 5.
    pub const MAX: Self = Self(5);

    /// The level of `value`; `None` outside 1…5.
    pub fn new(value: i64) -> Option<Self> {
        u8::try_from(value).ok().filter(|value| (1..=5).contains(value)).map(Self)
    }

    /// The nearest level to `value`; what is not a number becomes 1.
    pub fn nearest(value: f64) -> Self {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "clamped to the range before the cast; NaN casts to 0 and becomes 1"
        )]
        Self((value.round().clamp(1.0, 5.0) as u8).max(1))
    }

    /// 1 to 5.
    pub fn value(self) -> u8 {
        self.0
    }

    /// The level moved by `by`, held inside the range.
    pub fn step(self, by: i32) -> Self {
        Self::nearest(f64::from(i32::from(self.0).saturating_add(by)))
    }
}

impl From<Engagement> for i64 {
    fn from(level: Engagement) -> Self {
        level.0.into()
    }
}

impl TryFrom<i64> for Engagement {
    type Error = String;
    fn try_from(value: i64) -> Result<Self, String> {
        Self::new(value).ok_or_else(|| format!("engagement {value} is outside 1 to 5"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_outside_the_range_are_refused_and_steps_end_at_its_ends() {
        assert_eq!([0, 6, -1].map(Engagement::new), [None; 3]);
        assert_eq!(Engagement::new(5), Some(Engagement::MAX));
        assert_eq!(Engagement::nearest(f64::NAN), Engagement::MIN);
        assert_eq!([3.4, 3.6, 99.0].map(|value| Engagement::nearest(value).value()), [3, 4, 5]);
        assert_eq!(Engagement::MIDDLE.step(-5), Engagement::MIN);
    }
}
