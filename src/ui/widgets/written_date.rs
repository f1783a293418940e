//! A date as people write it: year first, day first with dots, or with slashes in the order of their language where that
//! leaves no doubt. Must not know which date it is or where it is typed.

use crate::texts::{Language, Texts};
use jiff::civil::Date;

/// Why a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateFault {
    /// It is not written as a date, or could be two of them.
    NotADate,
    /// A day that there is not, such as 2026-02-31.
    NoSuchDay,
}

impl DateFault {
    /// What is wrong and what to do, as a sentence.
    pub fn text(self, texts: Texts) -> &'static str {
        match self {
            Self::NotADate => texts.inspector_bad_date(),
            Self::NoSuchDay => texts.no_such_day(),
        }
    }
}

/// Reads a date. `2026-11-22`, `2026/11/22` and `22.11.2026` are the same everywhere; `22/11/2026` and `22-11-2026` have
/// the day first in Vietnamese, and in English, where both orders are in use, are read while only one can be meant.
pub fn read_date(text: &str, texts: Texts) -> Result<Date, DateFault> {
    let (parts, sign) = parts_of(text.trim()).ok_or(DateFault::NotADate)?;
    let [first, second, third] = parts;
    let (year, month, day) = match (first.len(), third.len()) {
        (4, 1 | 2) => (first, second, third),
        (1 | 2, 4) if is_month_first(sign, (first, second), texts.0)? => (third, first, second),
        (1 | 2, 4) => (third, second, first),
        _ => return Err(DateFault::NotADate),
    };
    let number = |part: &str| part.parse::<i8>().map_err(|_| DateFault::NotADate);
    let year = year.parse::<i16>().map_err(|_| DateFault::NotADate)?;
    Date::new(year, number(month)?, number(day)?).map_err(|_| DateFault::NoSuchDay)
}

/// The three numbers of a date and the sign between them.
fn parts_of(text: &str) -> Option<([&str; 3], char)> {
    let sign = text.chars().find(|character| matches!(character, '-' | '/' | '.'))?;
    let parts: Vec<&str> = text.split(sign).map(str::trim).collect();
    let [first, second, third] = parts.as_slice() else { return None };
    let is_number = |part: &&str| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_short = (1..=2).contains(&second.len());
    (is_short && parts.iter().all(is_number)).then_some(([*first, *second, *third], sign))
}

/// Whether a date that ends with its year begins with its month.
fn is_month_first(sign: char, (first, second): (&str, &str), language: Language) -> Result<bool, DateFault> {
    if sign == '.' || language == Language::Vietnamese {
        return Ok(false);
    }
    let is_month = |part: &str| part.parse::<u8>().is_ok_and(|number| number <= 12);
    match (is_month(first), is_month(second)) {
        (true, true) if first.parse::<u8>() != second.parse::<u8>() => Err(DateFault::NotADate),
        (true, false) => Ok(true),
        _ => Ok(false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const ENGLISH: Texts = Texts(Language::English);
    const VIETNAMESE: Texts = Texts(Language::Vietnamese);

    #[test]
    fn dates_are_read_as_they_are_written() {
        for texts in [ENGLISH, VIETNAMESE] {
            for text in ["2026-11-22", "2026/11/22", "2026.11.22", " 2026 - 11 - 22 ", "22.11.2026", "22/11/2026"] {
                assert_eq!(read_date(text, texts), Ok(date(2026, 11, 22)), "{text}");
            }
            assert_eq!(read_date("2026-1-5", texts), Ok(date(2026, 1, 5)));
            assert_eq!(read_date("5.1.2026", texts), Ok(date(2026, 1, 5)));
            assert_eq!(read_date("5/5/2026", texts), Ok(date(2026, 5, 5)));
        }
    }

    #[test]
    fn what_could_be_two_days_is_asked_for_again_but_where_the_language_knows() {
        assert_eq!(read_date("3/4/2026", VIETNAMESE), Ok(date(2026, 4, 3)));
        assert_eq!(read_date("3/4/2026", ENGLISH), Err(DateFault::NotADate));
        assert_eq!(read_date("11/22/2026", ENGLISH), Ok(date(2026, 11, 22)));
        assert_eq!(read_date("11/22/2026", VIETNAMESE), Err(DateFault::NoSuchDay));
    }

    #[test]
    fn what_is_no_date_is_told_from_a_day_that_is_none() {
        for text in ["2026-11-31", "31.2.2026", "2026-13-01", "0/0/2026"] {
            assert_eq!(read_date(text, ENGLISH), Err(DateFault::NoSuchDay), "{text}");
        }
        for text in ["", "2026-11", "20261122", "2026-11-22T10:00", "22-11-26", "2026-1/2", "tomorrow", "١/١/2026"] {
            assert_eq!(read_date(text, ENGLISH), Err(DateFault::NotADate), "{text}");
        }
    }
}
