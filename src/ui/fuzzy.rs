//! How well a text fits what was typed: words in any order, without case and accents, with a slip of the fingers
//! (swapped, missing, doubled or wrong letters) forgiven, and letters left out (“adtp” for “Add touchpoint”).
//!
//! Each typed word has to fit. Slips are counted by optimal string alignment (strsim); letters left out are found and
//! scored as in fzf (nucleo-matcher). Must not know what the texts name.

use crate::texts::{Accents, Folded, fold};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use std::ops::Range;

/// Longest text in which letters may be left out: in a long one any letters are found in some order.
const LONGEST_SPARSE: usize = 64;
/// The least score of letters left out, for each typed letter; one in the middle of a word far from the last has 12.
const LEAST_SPARSE: u32 = 17;
/// How much longer than the typed letters the stretch may be in which they stand.
const WIDEST_SPARSE: usize = 4;
/// What nucleo gives for each letter at the best.
const BEST_SPARSE: u32 = 26;

/// A text that is searched often, made comparable once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    folded: Box<str>,
    /// Which letters it has, so that most texts are passed over at once.
    letters: u64,
}

impl Candidate {
    /// Makes a text comparable.
    pub fn new(text: &str) -> Self {
        let folded = fold(text, Accents::Ignored).into_boxed_str();
        let letters = letters_of(&folded);
        Self { folded, letters }
    }
}

/// A bit for each of a to z and 0 to 9; all others share the rest.
fn letters_of(text: &str) -> u64 {
    text.chars().fold(0, |letters, character| letters | bit_of(character))
}

fn bit_of(character: char) -> u64 {
    let at = match character {
        'a'..='z' => u32::from(character) - u32::from('a'),
        '0'..='9' => 26 + u32::from(character) - u32::from('0'),
        other => 36 + u32::from(other) % 28,
    };
    1 << at
}

/// What was typed, ready to be compared with many texts.
pub struct Fuzzy {
    words: Vec<Word>,
    whole: String,
    matcher: Matcher,
}

struct Word {
    text: String,
    length: usize,
    letters: u64,
    /// How many slips are forgiven.
    slips: usize,
}

impl Word {
    fn new(text: &str) -> Self {
        let length = text.chars().count();
        let slips = match length {
            0..=3 => 0,
            4..=7 => 1,
            8.. => 2,
        };
        Self { text: text.to_owned(), length, letters: letters_of(text), slips }
    }

    /// Whether a text with these letters may fit at all.
    fn may_fit(&self, letters: u64) -> bool {
        (self.letters & !letters).count_ones() as usize <= self.slips
    }
}

/// Where a typed word was found in a folded text.
enum Hit {
    /// In these bytes.
    Bytes(Range<usize>),
    /// Here and there.
    Sparse,
}

impl Fuzzy {
    /// Takes what was typed; nothing but spaces fits every text equally.
    pub fn new(typed: &str) -> Self {
        let folded = fold(typed, Accents::Ignored);
        let words: Vec<Word> = words_of(&folded).map(|(_, word)| Word::new(word)).collect();
        let whole = words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ");
        Self { words, whole, matcher: Matcher::new(Config::DEFAULT) }
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether each word stands in a text just as it was typed.
    pub fn is_in(&self, candidate: &Candidate) -> bool {
        self.words.iter().all(|word| exact(word, &candidate.folded).is_some())
    }

    /// How well a text fits, the higher the better, about 100 to 1100; `None` where it does not.
    pub fn score(&mut self, candidate: &Candidate) -> Option<u32> {
        if !self.words.iter().all(|word| word.may_fit(candidate.letters)) {
            return None;
        }
        let text = &*candidate.folded;
        let mut sum = 0;
        for word in &self.words {
            sum += best(&mut self.matcher, word, text)?.0;
        }
        let count = u32::try_from(self.words.len().max(1)).unwrap_or(u32::MAX);
        let phrase = match text.find(&self.whole) {
            Some(0) => 60,
            Some(_) => 30,
            None => 0,
        };
        let long = u32::try_from(text.len() / 8).unwrap_or(u32::MAX).min(40);
        Some((sum / count + phrase).saturating_sub(long))
    }

    /// The byte ranges in `text` of the letters that fit, in order and apart; empty where the text does not fit.
    pub fn letters(&mut self, text: &str) -> Vec<Range<usize>> {
        let folded = Folded::new(text, Accents::Ignored);
        let line: String = folded.chars.iter().collect();
        let mut at: Vec<usize> = Vec::new();
        for word in &self.words {
            match best(&mut self.matcher, word, &line) {
                Some((_, Hit::Bytes(bytes))) => {
                    let start = line.get(..bytes.start).map_or(0, |before| before.chars().count());
                    let length = line.get(bytes).map_or(0, |hit| hit.chars().count());
                    at.extend(start..start + length);
                }
                Some((_, Hit::Sparse)) => {
                    at.extend(sparse_letters(&mut self.matcher, word, &line).into_iter().flat_map(|(_, at)| at));
                }
                None => return Vec::new(),
            }
        }
        at.sort_unstable();
        joined(at.into_iter().filter_map(|at| folded.letter(at)))
    }
}

/// Ranges that touch or overlap made one.
fn joined(ranges: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match joined.last_mut().filter(|last| range.start <= last.end) {
            Some(last) => last.end = last.end.max(range.end),
            None => joined.push(range),
        }
    }
    joined
}

/// The words of a folded text and where they begin.
fn words_of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let start_of = move |word: &str| word.as_ptr().addr() - text.as_ptr().addr();
    let words = text.split(|character: char| !character.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(move |word| (start_of(word), word))
}

/// The best place of a typed word in a folded text.
fn best(matcher: &mut Matcher, word: &Word, text: &str) -> Option<(u32, Hit)> {
    exact(word, text).or_else(|| slipped(word, text)).or_else(|| sparse(matcher, word, text))
}

/// The word as it was typed: whole, at the beginning of a word, or within one; a single letter only at a beginning.
fn exact(word: &Word, text: &str) -> Option<(u32, Hit)> {
    let rank = |(at, found): (usize, &str)| {
        let end = at + found.len();
        let is_letter = |neighbour: Option<char>| neighbour.is_some_and(char::is_alphanumeric);
        let begins = !is_letter(text.get(..at).and_then(|before| before.chars().next_back()));
        let more = text.get(end..).map_or(0, |after| after.chars().take_while(|next| next.is_alphanumeric()).count());
        let score = match (begins, more) {
            (true, 0) => 1000,
            (true, more) => 900 - u32::try_from(more).unwrap_or(50).min(50),
            (false, _) if word.length == 1 => return None,
            (false, _) => 700,
        };
        Some((score, Hit::Bytes(at..end)))
    };
    text.match_indices(word.text.as_str()).filter_map(rank).max_by_key(|(score, _)| *score)
}

/// The word with a slip or two, as a whole word or the beginning of one. Three letters may be swapped.
fn slipped(word: &Word, text: &str) -> Option<(u32, Hit)> {
    if word.slips == 0 && word.length != 3 {
        return None;
    }
    let found = words_of(text).filter_map(|(at, other)| {
        let (slips, length, is_whole) = slips_to(word, other)?;
        let score = 600 - 120 * u32::try_from(slips).ok()? + if is_whole { 20 } else { 0 };
        Some((score, Hit::Bytes(at..at + length)))
    });
    found.max_by_key(|(score, _)| *score)
}

/// How many slips lead from a typed word to another word or to its beginning, how many bytes of it those are, and
/// whether they are all; `None` where they are too many.
fn slips_to(word: &Word, other: &str) -> Option<(usize, usize, bool)> {
    if word.length == 3 {
        let is_swapped = strsim::osa_distance(&word.text, other) == 1 && letters_of(other) == word.letters;
        return (is_swapped && other.chars().count() == 3).then_some((1, other.len(), true));
    }
    let ends = other.char_indices().map(|(at, character)| at + character.len_utf8()).enumerate();
    let near = ends.map(|(at, end)| (at + 1, end)).filter(|(length, _)| length.abs_diff(word.length) <= word.slips);
    let tried = near.filter_map(|(_, end)| {
        let slips = strsim::osa_distance(&word.text, other.get(..end)?);
        (slips <= word.slips).then_some((slips, end, end == other.len()))
    });
    tried.min_by_key(|(slips, end, _)| (*slips, end.abs_diff(word.text.len())))
}

/// The letters of the word in their order, with others between them.
fn sparse(matcher: &mut Matcher, word: &Word, text: &str) -> Option<(u32, Hit)> {
    if word.length < 2 || text.len() > LONGEST_SPARSE {
        return None;
    }
    let (score, at) = sparse_letters(matcher, word, text)?;
    let span = at.last()?.saturating_sub(*at.first()?) + 1;
    let length = u32::try_from(word.length).ok()?;
    let is_near = score >= LEAST_SPARSE * length && span <= WIDEST_SPARSE * word.length;
    is_near.then(|| (100 + (score * 300 / (BEST_SPARSE * length + 10)).min(380), Hit::Sparse))
}

/// The score of letters left out, and where the others stand, in characters.
fn sparse_letters(matcher: &mut Matcher, word: &Word, text: &str) -> Option<(u32, Vec<usize>)> {
    let (mut here, mut there, mut at) = (Vec::new(), Vec::new(), Vec::new());
    let (here, there) = (Utf32Str::new(text, &mut here), Utf32Str::new(&word.text, &mut there));
    let score = matcher.fuzzy_indices(here, there, &mut at)?;
    Some((u32::from(score), at.into_iter().filter_map(|at| usize::try_from(at).ok()).collect()))
}
