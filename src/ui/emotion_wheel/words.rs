//! What stands on the emotion wheel: eight feelings that customers name, each in three strengths, in the interface's
//! language, with the score that such a feeling usually has.
//!
//! Must not know how the wheel is drawn.

use crate::{map::Score, texts::Texts};

/// How many feelings stand around the wheel.
pub const FEELINGS: usize = 8;
/// In how many strengths each of them stands.
pub const STRENGTHS: usize = 3;

/// A word of the wheel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WheelWord {
    /// The word.
    pub text: &'static str,
    /// The score it usually goes with.
    pub score: Score,
}

/// The words, clockwise from the top; of each feeling the weak, the plain and the strong one. Good feelings stand in the
/// upper half, bad ones in the lower.
pub fn words(texts: Texts) -> [[WheelWord; STRENGTHS]; FEELINGS] {
    [
        feeling(
            [texts.wheel_interest_weak(), texts.wheel_interest_plain(), texts.wheel_interest_strong()],
            [20, 45, 75],
        ),
        feeling(
            [texts.wheel_surprise_weak(), texts.wheel_surprise_plain(), texts.wheel_surprise_strong()],
            [10, 50, 80],
        ),
        feeling(
            [texts.wheel_confusion_weak(), texts.wheel_confusion_plain(), texts.wheel_confusion_strong()],
            [-15, -40, -65],
        ),
        feeling([texts.wheel_worry_weak(), texts.wheel_worry_plain(), texts.wheel_worry_strong()], [-20, -50, -80]),
        feeling(
            [texts.wheel_sadness_weak(), texts.wheel_sadness_plain(), texts.wheel_sadness_strong()],
            [-30, -55, -90],
        ),
        feeling([texts.wheel_anger_weak(), texts.wheel_anger_plain(), texts.wheel_anger_strong()], [-25, -60, -95]),
        feeling([texts.wheel_trust_weak(), texts.wheel_trust_plain(), texts.wheel_trust_strong()], [30, 55, 80]),
        feeling([texts.wheel_joy_weak(), texts.wheel_joy_plain(), texts.wheel_joy_strong()], [35, 60, 90]),
    ]
}

fn feeling([weak, plain, strong]: [&'static str; STRENGTHS], [low, middle, high]: [i32; STRENGTHS]) -> [WheelWord; 3] {
    let word = |text, score| WheelWord { text, score: Score::nearest(f64::from(score)) };
    [word(weak, low), word(plain, middle), word(strong, high)]
}
