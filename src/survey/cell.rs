//! One cell of a scored column: a whole number, or a reason why it is not counted.
//!
//! Must not know columns or files.

use super::name::folded;
use crate::{
    map::{AnswerScale, NotCounted},
    texts::Texts,
};
use std::collections::BTreeMap;

/// What people and programs write where there is no answer, folded.
const NOT_APPLICABLE: [&str; 28] = [
    "n/a",
    "na",
    "n.a.",
    "n.a",
    "#n/a",
    "nan",
    "null",
    "-",
    "--",
    "---",
    "–",
    "—",
    "not applicable",
    "no answer",
    "don't know",
    "don’t know",
    "prefer not to say",
    "không áp dụng",
    "không có",
    "không biết",
    "không trả lời",
    "ko áp dụng",
    "k/a",
    "s/o",
    "sans objet",
    "keine angabe",
    "k.a.",
    "no aplica",
];
/// What is longer is no such word, in bytes; comments are not looked at letter by letter.
const LONGEST_NOT_APPLICABLE: usize = 80;
/// Digits of a leading number such as that of "10 (extremely likely)".
const LEADING_DIGITS: usize = 3;

/// The answers of one column, or of a part of it, counted on a scale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// How often each answer on the scale was given.
    pub answers: BTreeMap<i32, u64>,
    /// How many cells were not counted, by reason.
    pub not_counted: BTreeMap<NotCounted, u64>,
}

impl Counts {
    /// The number of valid answers.
    pub fn valid(&self) -> u64 {
        self.answers.values().sum()
    }

    /// How many cells were not counted for `reason`.
    pub fn of(&self, reason: NotCounted) -> u64 {
        self.not_counted.get(&reason).copied().unwrap_or_default()
    }

    /// Counts `count` cells that read as `answer`.
    pub(super) fn add(&mut self, answer: Result<i32, NotCounted>, count: u64) {
        if count > 0 {
            match answer {
                Ok(answer) => *self.answers.entry(answer).or_default() += count,
                Err(reason) => *self.not_counted.entry(reason).or_default() += count,
            }
        }
    }
}

/// What a reason is called on the screen.
pub fn reason_name(reason: NotCounted, texts: Texts) -> &'static str {
    match reason {
        NotCounted::Blank => texts.survey_not_counted_blank(),
        NotCounted::NotApplicable => texts.survey_not_counted_not_applicable(),
        NotCounted::OutOfRange => texts.survey_not_counted_out_of_range(),
        NotCounted::NotANumber => texts.survey_not_counted_not_a_number(),
    }
}

/// What a cell says before a scale is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Cell {
    Blank,
    NotApplicable,
    /// A whole number.
    Whole(f64),
    /// A number with a fraction.
    Fraction,
    Text,
}

impl Cell {
    /// Reads a cell: `5`, `5.0`, `5,0`, `10 (extremely likely)`, `4 - Good`; anything else is text.
    pub(super) fn parse(text: &str) -> Self {
        let text = text.trim();
        if text.is_empty() {
            return Self::Blank;
        }
        if let Some(number) = parse_number(text).or_else(|| parse_leading(text)) {
            return if number.fract() == 0.0 { Self::Whole(number) } else { Self::Fraction };
        }
        let is_short = text.len() <= LONGEST_NOT_APPLICABLE;
        if is_short && NOT_APPLICABLE.contains(&folded(text).as_str()) { Self::NotApplicable } else { Self::Text }
    }

    /// The answer on a scale, or why it is not counted.
    pub(super) fn on(self, scale: AnswerScale) -> Result<i32, NotCounted> {
        match self {
            Self::Blank => Err(NotCounted::Blank),
            Self::NotApplicable => Err(NotCounted::NotApplicable),
            Self::Fraction | Self::Text => Err(NotCounted::NotANumber),
            Self::Whole(number) => {
                (scale.low..=scale.high).find(|answer| f64::from(*answer) == number).ok_or(NotCounted::OutOfRange)
            }
        }
    }
}

/// A decimal number with a point or a comma; only digits and a sign, so that "inf" and "1e3" are none.
fn parse_number(text: &str) -> Option<f64> {
    let digits = text.strip_prefix(['+', '-', '\u{2212}']).unwrap_or(text);
    let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b',');
    if !is_plain || !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let number: f64 = digits.replace(',', ".").parse().ok()?;
    Some(if text.starts_with(['-', '\u{2212}']) { -number } else { number })
}

/// The number before a label: "10 (extremely likely)", "4 - Very good", "5 = easy", but not "30 minutes" or "2-3".
fn parse_leading(text: &str) -> Option<f64> {
    let end = text.find(|c: char| !c.is_ascii_digit()).filter(|end| (1..=LEADING_DIGITS).contains(end))?;
    let (digits, rest) = text.split_at_checked(end)?;
    let label = rest.trim_start().strip_prefix(['(', '-', '–', '—', '=', ':'])?;
    label.trim_start().starts_with(char::is_alphabetic).then(|| digits.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::Metric;

    #[test]
    fn a_cell_is_an_answer_or_has_a_reason() {
        let scale = Metric::Nps.usual_scale();
        for (text, expected) in [
            ("7", Ok(7)),
            (" 10 ", Ok(10)),
            ("5.0", Ok(5)),
            ("5,0", Ok(5)),
            ("+5", Ok(5)),
            ("0", Ok(0)),
            ("10 (extremely likely)", Ok(10)),
            ("4 - Rất hài lòng", Ok(4)),
            ("", Err(NotCounted::Blank)),
            ("  ", Err(NotCounted::Blank)),
            ("N/A", Err(NotCounted::NotApplicable)),
            ("Không áp dụng", Err(NotCounted::NotApplicable)),
            ("–", Err(NotCounted::NotApplicable)),
            ("NaN", Err(NotCounted::NotApplicable)),
            ("11", Err(NotCounted::OutOfRange)),
            ("-1", Err(NotCounted::OutOfRange)),
            ("99999999999999999999999", Err(NotCounted::OutOfRange)),
            ("4.5", Err(NotCounted::NotANumber)),
            ("good", Err(NotCounted::NotANumber)),
            ("inf", Err(NotCounted::NotANumber)),
            ("1e1", Err(NotCounted::NotANumber)),
            ("3–4", Err(NotCounted::NotANumber)),
            ("2-3", Err(NotCounted::NotANumber)),
            ("5 minutes", Err(NotCounted::NotANumber)),
            ("1.2.3", Err(NotCounted::NotANumber)),
        ] {
            assert_eq!(Cell::parse(text).on(scale), expected, "{text:?}");
        }
    }
}
