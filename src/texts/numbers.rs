//! Numbers as people read them: a true minus sign, a thin space for thousands, the language's decimal mark.
//!
//! Rounding is for display only; nothing here is stored.

use super::{Language, Texts};

/// U+2212, the minus sign.
const MINUS: char = '\u{2212}';
/// U+202F, the thin space that never breaks a row, between groups of three digits.
const THIN_SPACE: char = '\u{202f}';

/// Whether a positive number is written with its sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// `+45`, as scores and NPS are written.
    Always,
    /// `45`.
    WhenNegative,
}

impl Texts {
    /// A whole number with thin spaces: `12 400`.
    pub fn count(self, value: u64) -> String {
        grouped(&value.to_string())
    }

    /// A number rounded to `decimals` places, with a true minus sign and the language's decimal mark.
    pub fn number(self, value: f64, decimals: usize, sign: Sign) -> String {
        if !value.is_finite() {
            return "–".to_owned();
        }
        let plain = format!("{:.decimals$}", value.abs());
        let is_zero = plain.bytes().all(|byte| byte == b'0' || byte == b'.');
        let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        let mut text = String::new();
        if value < 0.0 && !is_zero {
            text.push(MINUS);
        } else if sign == Sign::Always && !is_zero {
            text.push('+');
        }
        text.push_str(&grouped(whole));
        if !fraction.is_empty() {
            text.push(self.decimal_mark());
            text.push_str(fraction);
        }
        text
    }

    /// A score with its sign: `+45`, `−72`, `0`.
    pub fn score(self, value: i8) -> String {
        self.number(f64::from(value), 0, Sign::Always)
    }

    /// A share with the per-cent sign: `46 %`.
    pub fn percent(self, value: f64, decimals: usize) -> String {
        format!("{}\u{a0}%", self.number(value, decimals, Sign::WhenNegative))
    }

    /// A place in a row, counted from 1: `3rd`, `thứ 3`.
    pub fn nth(self, place: usize) -> String {
        let ending = match (self.0, place % 10, place % 100) {
            (Language::Vietnamese, ..) => return format!("thứ {place}"),
            (Language::English, _, 11..=13) => "th",
            (Language::English, 1, _) => "st",
            (Language::English, 2, _) => "nd",
            (Language::English, 3, _) => "rd",
            (Language::English, ..) => "th",
        };
        format!("{place}{ending}")
    }

    fn decimal_mark(self) -> char {
        match self.0 {
            Language::English => '.',
            Language::Vietnamese => ',',
        }
    }
}

fn grouped(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() * 2);
    for (at, digit) in digits.chars().enumerate() {
        let left = digits.len() - at;
        if at > 0 && left.is_multiple_of(3) {
            text.push(THIN_SPACE);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_people_read_them() {
        let english = Texts(Language::English);
        let vietnamese = Texts(Language::Vietnamese);
        assert_eq!(english.count(12_400), "12\u{202f}400");
        assert_eq!(english.count(999), "999");
        assert_eq!(english.score(-72), "−72");
        assert_eq!(english.score(45), "+45");
        assert_eq!(english.score(0), "0");
        assert_eq!(vietnamese.number(3.12, 1, Sign::WhenNegative), "3,1");
        assert_eq!(english.number(-0.04, 1, Sign::Always), "0.0");
        assert_eq!(english.percent(46.2, 0), "46\u{a0}%");
        assert_eq!(english.number(f64::NAN, 1, Sign::Always), "–");
        let nth = [1, 2, 3, 4, 11, 12, 13, 21, 112].map(|place| english.nth(place));
        assert_eq!(nth, ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th"]);
        assert_eq!(vietnamese.nth(3), "thứ 3");
    }
}
