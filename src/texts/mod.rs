//! The words a user reads, in both languages, as methods whose names the compiler checks.
//!
//! The texts live in `assets/texts`; `build.rs` makes the methods. Numbers and dates are written here too, because
//! they follow the language. This layer must not know where a text is shown.

mod fold;
mod numbers;

pub use fold::{Accents, Folded, fold};
pub use numbers::Sign;

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Language {
    /// English.
    #[default]
    #[serde(rename = "en")]
    English,
    /// Tiếng Việt.
    #[serde(rename = "vi")]
    Vietnamese,
}

impl Language {
    /// Both languages.
    pub const ALL: [Self; 2] = [Self::English, Self::Vietnamese];

    /// The language of a locale name such as `vi_VN.UTF-8`; English for all that is not Vietnamese.
    pub fn of_locale(locale: &str) -> Self {
        let is_vietnamese = locale.get(..2).is_some_and(|code| code.eq_ignore_ascii_case("vi"));
        if is_vietnamese && !locale.chars().nth(2).is_some_and(char::is_alphanumeric) {
            Self::Vietnamese
        } else {
            Self::English
        }
    }

    /// The short sign on the language switch.
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "EN",
            Self::Vietnamese => "VI",
        }
    }
}

/// The texts of one language; each text is a method.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Texts(pub Language);

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_tells_the_language() {
        assert_eq!(Language::of_locale("vi_VN.UTF-8"), Language::Vietnamese);
        assert_eq!(Language::of_locale("vi"), Language::Vietnamese);
        assert_eq!(Language::of_locale("vie"), Language::English);
        assert_eq!(Language::of_locale("en-GB"), Language::English);
        assert_eq!(Language::of_locale(""), Language::English);
        assert_eq!(Language::of_locale("tiếng"), Language::English);
    }
}
