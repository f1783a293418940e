//! The order in which a row's letters stand on the screen: epaint shapes words of right-to-left scripts, but sets words
//! one after the other from left to right. The order of a mixed row is that of the Unicode bidirectional algorithm
//! (UAX 9); readers of SVG do the same by themselves.
//!
//! Must not know fonts or places.

use crate::scene::is_read_from_the_right;
use std::borrow::Cow;
use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};

/// The row with its words in the order of the screen; a word of a right-to-left script keeps the order in which it is
/// read, for the shaper turns it.
pub(super) fn in_visual_order(row: &str) -> Cow<'_, str> {
    if !row.chars().any(is_right_to_left) {
        return Cow::Borrowed(row);
    }
    let base = if is_read_from_the_right(row) { Level::rtl() } else { Level::ltr() };
    let bidi = BidiInfo::new(row, Some(base));
    let Some(paragraph) = bidi.paragraphs.first() else { return Cow::Borrowed(row) };
    let (levels, runs) = bidi.visual_runs(paragraph, paragraph.range.clone());
    let mut seen = String::with_capacity(row.len());
    for run in runs {
        let is_turned = levels.get(run.start).is_some_and(|level| level.is_rtl());
        let text = row.get(run).unwrap_or_default();
        if is_turned { push_turned(&mut seen, text) } else { seen.push_str(text) }
    }
    Cow::Owned(seen)
}

fn is_right_to_left(letter: char) -> bool {
    letter >= '\u{590}' && matches!(bidi_class(letter), BidiClass::R | BidiClass::AL)
}

/// Whether a letter is shaped, and so turned, together with those beside it: all that the bundled fonts lack, so also
/// the marks and the punctuation of these scripts.
fn is_of_word(letter: char) -> bool {
    is_right_to_left(letter)
        || matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{200d}')
}

/// The words of a run from its last to its first, and what stands between them turned too.
fn push_turned(seen: &mut String, run: &str) {
    let mut end = run.len();
    while let Some(rest) = run.get(..end).filter(|rest| !rest.is_empty()) {
        let word_start = rest.trim_end_matches(is_of_word).len();
        if word_start < end {
            seen.push_str(rest.get(word_start..).unwrap_or_default());
            end = word_start;
        } else {
            let Some(letter) = rest.chars().next_back() else { return };
            seen.push(mirrored(letter));
            end -= letter.len_utf8();
        }
    }
}

/// Brackets open towards what they hold.
fn mirrored(letter: char) -> char {
    match letter {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '{' => '}',
        '}' => '{',
        '<' => '>',
        '>' => '<',
        '«' => '»',
        '»' => '«',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::in_visual_order;

    // Worked by hand from UAX 9 with the paragraph in the direction of its first letter, as the SVG says it: words of
    // Hebrew and Arabic go to the left, numbers and Latin words keep their own order, and what ends a row that is read
    // from the right stands at its left. The Arabic comma is turned by the shaper with its word.
    #[test]
    fn words_stand_in_the_order_of_the_screen() {
        let table = [
            ("Giao hàng", "Giao hàng"),
            ("שלום", "שלום"),
            ("שלום עולם", "עולם שלום"),
            ("سلام، دنيا!", "!دنيا سلام،"),
            ("שלום עו…", "…עו שלום"),
            ("שלום Shop עולם", "עולם Shop שלום"),
            ("דף 12 מוצר", "מוצר 12 דף"),
            ("(עזרה)", "(עזרה)"),
            ("עזרה (שלום) עולם", "עולם (שלום) עזרה"),
            ("Shop שלום עולם", "Shop עולם שלום"),
        ];
        for (read, seen) in table {
            assert_eq!(in_visual_order(read), seen, "{read}");
        }
    }
}
