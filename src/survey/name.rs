//! When two names are the same: after trimming, Unicode NFC and full case folding.
//!
//! Must not know what the names are of.

use unicase::UniCase;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The form of a name in which equal names are equal strings: trimmed, NFC, case folded.
pub fn folded(name: &str) -> String {
    let composed: String = name.trim().nfc().collect();
    UniCase::unicode(composed).to_folded_case().nfc().collect()
}

/// A name as it is kept: trimmed and NFC.
pub(super) fn composed(name: &str) -> String {
    let name = name.trim();
    if is_nfc(name) { name.to_owned() } else { name.nfc().collect() }
}

/// A folded name as words between single spaces, with a space at each end, so that `contains` finds whole words.
pub fn as_words(name: &str) -> String {
    let folded = folded(name);
    let mut words = String::with_capacity(folded.len() + 2);
    words.push(' ');
    for word in folded.split(|c: char| !c.is_alphanumeric() && !is_combining(c)).filter(|word| !word.is_empty()) {
        words.push_str(word);
        words.push(' ');
    }
    words
}

fn is_combining(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_look_alike_are_alike() {
        assert_eq!(folded("  Trang web "), folded("TRANG WEB"));
        // "Điện thoại" composed, and decomposed as macOS writes it.
        assert_eq!(folded("Điện thoại"), folded("Đie\u{302}\u{323}n thoa\u{323}i"));
        assert_eq!(folded("STRASSE"), folded("Straße"));
        assert_ne!(folded("Web site"), folded("Website"));
    }

    #[test]
    fn words_are_found_whole() {
        assert_eq!(as_words("Q3_Delivery (home)"), " q3 delivery home ");
        assert!(!as_words("deliveryman").contains(&as_words("Delivery")));
        assert_eq!(as_words("  "), " ");
    }
}
