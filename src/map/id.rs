//! Ids: short, random, never reused, so that two groups can work on copies of a map and merge them.
//!
//! An id is 1 to 12 characters of `a`–`z` and `0`–`9`, kept packed in a `u64` so that it is `Copy`.
//! This file must not know what the ids name.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::fmt;

/// Longest id, in characters: twelve digits of base 37 fit a `u64`.
const MAX_LEN: usize = 12;
/// Length of a made id: 36^7 is 78 thousand million, enough that two groups never draw the same.
const MADE_LEN: usize = 7;

/// The packed characters shared by all id types.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Packed(u64);

impl Packed {
    fn parse(text: &str) -> Option<Self> {
        if text.is_empty() || text.len() > MAX_LEN {
            return None;
        }
        text.bytes().try_fold(0u64, |sum, byte| digit_of(byte).map(|digit| sum * 37 + digit)).map(Self)
    }

    fn random(rng: &mut fastrand::Rng) -> Self {
        Self((0..MADE_LEN).fold(0, |sum, _| sum * 37 + rng.u64(1..=36)))
    }
}

fn digit_of(byte: u8) -> Option<u64> {
    match byte {
        b'a'..=b'z' => Some(u64::from(byte - b'a') + 1),
        b'0'..=b'9' => Some(u64::from(byte - b'0') + 27),
        _ => None,
    }
}

fn character_of(digit: u64) -> char {
    let digit = u32::try_from(digit).unwrap_or_default();
    let code = if digit <= 26 { u32::from('a') + digit - 1 } else { u32::from('0') + digit - 27 };
    char::from_u32(code).unwrap_or('?')
}

impl fmt::Display for Packed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut digits = Vec::with_capacity(MAX_LEN);
        let mut rest = self.0;
        while rest > 0 {
            digits.push(character_of(rest % 37));
            rest /= 37;
        }
        f.write_str(&digits.into_iter().rev().collect::<String>())
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(Packed);

        impl $name {
            /// A new id, drawn from `rng`.
            pub fn random(rng: &mut fastrand::Rng) -> Self {
                Self(Packed::random(rng))
            }

            /// Reads an id; `None` unless it is 1 to 12 characters of `a`–`z` and `0`–`9`.
            pub fn parse(text: &str) -> Option<Self> {
                Packed::parse(text).map(Self)
            }

            /// The id as a number, for keys of widgets and caches.
            pub fn number(self) -> u64 {
                self.0.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                Self::parse(&text).ok_or_else(|| D::Error::custom(format!("bad id \"{text}\"")))
            }
        }
    )*};
}

ids! {
    /// Names a [`Stage`](super::Stage).
    StageId;
    /// Names a [`Touchpoint`](super::Touchpoint).
    TouchpointId;
    /// Names a [`Persona`](super::Persona).
    PersonaId;
    /// Names a [`Channel`](super::Channel).
    ChannelId;
    /// Names a [`Lane`](super::Lane).
    LaneId;
    /// Names a [`Card`](super::Card).
    CardId;
    /// Names a [`Link`](super::Link).
    LinkId;
    /// Names a [`Survey`](super::Survey).
    SurveyId;
    /// Names a [`Note`](super::Note).
    NoteId;
    /// Names an [`Image`](super::Image).
    ImageId;
    /// Names a [`Question`](super::Question) of one survey.
    QuestionId;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_as_it_was_written() {
        for text in ["a", "9", "delivery", "k7f3q2a", "999999999999", "aaaaaaaaaaaa"] {
            assert_eq!(StageId::parse(text).map(|id| id.to_string()).as_deref(), Some(text));
        }
    }

    #[test]
    fn what_is_no_id_is_refused() {
        for text in ["", "A", "a b", "điểm", "a-b", "aaaaaaaaaaaaa"] {
            assert_eq!(StageId::parse(text), None, "{text}");
        }
    }

    #[test]
    fn made_ids_have_seven_characters() {
        let mut rng = fastrand::Rng::with_seed(1);
        assert!((0..200).all(|_| TouchpointId::random(&mut rng).to_string().len() == MADE_LEN));
    }
}
