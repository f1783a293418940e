//! Texts as a person compares them: without case, however their accents are encoded, and, where wished, without
//! accents, so that “diem tiep xuc” is found in “Điểm tiếp xúc”.
//!
//! Canonical decomposition (Unicode Standard Annex 15) of a letter with its marks; case by the simple lower-case mapping,
//! ß as ss. Must not know what is searched.

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// Whether accents tell letters apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Accents {
    /// They do not: e, é, ê and ế are one letter, đ is d.
    #[default]
    Ignored,
    /// They do.
    Count,
}

/// A text made comparable, which knows where each of its characters came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    /// The comparable characters.
    pub chars: Vec<char>,
    /// For each of them the byte range in the text of the letter, with its marks, that it came from.
    sources: Vec<(u32, u32)>,
}

impl Folded {
    /// Folds a text. What lies beyond 4 GiB of it is left out.
    pub fn new(text: &str, accents: Accents) -> Self {
        let mut folded = Self::default();
        for (start, letter) in letters(text) {
            let (Ok(from), Ok(to)) = (u32::try_from(start), u32::try_from(start + letter.len())) else { break };
            fold_letter(letter, accents, |character| {
                folded.chars.push(character);
                folded.sources.push((from, to));
            });
        }
        folded
    }

    /// The byte range in the text of the folded characters `from..to`; `None` where they begin or end within a letter.
    pub fn source(&self, from: usize, to: usize) -> Option<std::ops::Range<usize>> {
        let first = *self.sources.get(from)?;
        let last = *self.sources.get(to.checked_sub(1)?)?;
        let cuts_first = from.checked_sub(1).and_then(|before| self.sources.get(before)) == Some(&first);
        let cuts_last = self.sources.get(to) == Some(&last);
        (!cuts_first && !cuts_last && from < to).then_some(first.0 as usize..last.1 as usize)
    }

    /// The byte range in the text of the letter that a folded character came from.
    pub fn letter(&self, at: usize) -> Option<std::ops::Range<usize>> {
        self.sources.get(at).map(|(from, to)| *from as usize..*to as usize)
    }
}

/// The folded text alone.
pub fn fold(text: &str, accents: Accents) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for (_, letter) in letters(text) {
        fold_letter(letter, accents, |character| folded.push(character));
    }
    folded
}

/// The letters of a text, each with the marks that follow it, and where they begin.
fn letters(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
        let is_next = |(at, character): &(usize, char)| *at > 0 && !is_mark(*character);
        let end = rest.char_indices().find(is_next).map_or(rest.len(), |(at, _)| at);
        let at = start;
        start += end;
        Some((at, rest.get(..end)?))
    })
}

/// A mark that stands on the letter before it; no ASCII character is one.
fn is_mark(character: char) -> bool {
    !character.is_ascii() && is_combining_mark(character)
}

fn fold_letter(letter: &str, accents: Accents, mut put: impl FnMut(char)) {
    if letter.len() == 1 {
        letter.chars().for_each(|character| put(character.to_ascii_lowercase()));
        return;
    }
    for character in letter.nfd() {
        match (accents, character) {
            (Accents::Ignored, mark) if is_mark(mark) => {}
            (Accents::Ignored, 'đ' | 'Đ') => put('d'),
            (_, 'ß' | 'ẞ') => "ss".chars().for_each(&mut put),
            (_, other) => other.to_lowercase().for_each(&mut put),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bare(text: &str) -> String {
        fold(text, Accents::Ignored)
    }

    #[test]
    fn vietnamese_with_and_without_accents_is_the_same() {
        assert_eq!(bare("Điểm tiếp xúc"), "diem tiep xuc");
        assert_eq!(bare("ĐƯỜNG ƯỚT"), "duong uot");
        assert_ne!(fold("Điểm", Accents::Count), fold("Diem", Accents::Count));
    }

    #[test]
    fn composed_and_decomposed_are_the_same_in_any_order_of_marks() {
        for accents in [Accents::Ignored, Accents::Count] {
            assert_eq!(fold("Vi\u{1ec7}t", accents), fold("vie\u{323}\u{302}t", accents));
            assert_eq!(fold("e\u{302}\u{323}", accents), fold("e\u{323}\u{302}", accents));
        }
    }

    #[test]
    fn a_match_never_cuts_a_letter_from_its_marks() {
        let folded = Folded::new("né", Accents::Count);
        assert_eq!(folded.chars, ['n', 'e', '\u{301}']);
        assert_eq!(folded.source(0, 2), None, "e without its accent");
        assert_eq!(folded.source(1, 3), Some(1..3));
        assert_eq!(Folded::new("né", Accents::Ignored).source(1, 2), Some(1..3));
    }

    #[test]
    fn folding_with_and_without_places_agrees() {
        for text in ["", "Straße", "Ngân hàng số 5", "a\u{301}\u{301}", "\u{301}x", "日本語", "İI"] {
            for accents in [Accents::Ignored, Accents::Count] {
                assert_eq!(Folded::new(text, accents).chars.into_iter().collect::<String>(), fold(text, accents));
            }
        }
    }
}
