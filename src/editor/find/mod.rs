//! Finding and replacing words in every text of a map.
//!
//! Texts are compared without case, in any Unicode encoding, and, unless wished otherwise, without accents. A large map
//! is searched a part at a time. Must not know how matches are shown.

mod place;
mod replace;
mod texts;

pub use place::TextPlace;
pub(super) use replace::put_texts;
pub use replace::replaced;

use crate::{
    map::Map,
    texts::{Accents, Folded, Texts, fold},
};
use std::{ops::Range, sync::Arc};

/// The words that are looked for; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    chars: Vec<char>,
    text: String,
    accents: Accents,
}

impl Pattern {
    /// Looks for what was typed, spaces and all; `None` where nothing was.
    pub fn new(typed: &str, accents: Accents) -> Option<Self> {
        let text = fold(typed, accents);
        let chars: Vec<char> = text.chars().collect();
        (!chars.is_empty()).then_some(Self { chars, text, accents })
    }

    /// Where in a text it stands, in bytes, from the left and apart.
    pub fn matches_in(&self, text: &str) -> Vec<Range<usize>> {
        if text.len() < self.chars.len() || !fold(text, self.accents).contains(&self.text) {
            return Vec::new();
        }
        let folded = Folded::new(text, self.accents);
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(window) = folded.chars.get(at..at + self.chars.len()) {
            let range = (window == self.chars).then(|| folded.source(at, at + self.chars.len())).flatten();
            at += if range.is_some() { self.chars.len() } else { 1 };
            found.extend(range);
        }
        found
    }
}

/// One place where the words stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Which text.
    pub place: TextPlace,
    /// Where in it, in bytes.
    pub range: Range<usize>,
}

/// A search through a map, in the order of reading: the map itself, its lists, stage by stage, links, surveys.
#[derive(Clone, Debug)]
pub struct Finder {
    map: Arc<Map>,
    pattern: Pattern,
    texts: Texts,
    next: Next,
    matches: Vec<Match>,
}

/// What is searched next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Next {
    /// The map's own texts and its lists.
    Lists,
    /// A stage and, once its own texts are done, a touchpoint in it.
    Stage(usize, Option<usize>),
    /// Links and surveys.
    Rest,
    /// Nothing.
    Done,
}

impl Finder {
    /// Begins a search; `texts` names lanes that have no name of their own.
    pub fn new(map: Arc<Map>, pattern: Pattern, texts: Texts) -> Self {
        Self { map, pattern, texts, next: Next::Lists, matches: Vec::new() }
    }

    /// What is looked for.
    pub fn pattern(&self) -> &Pattern {
        &self.pattern
    }

    /// Whether it searches just this map.
    pub fn is_of(&self, map: &Arc<Map>) -> bool {
        Arc::ptr_eq(&self.map, map)
    }

    /// Whether all has been searched.
    pub fn is_done(&self) -> bool {
        self.next == Next::Done
    }

    /// What was found so far, in the order of reading.
    pub fn matches(&self) -> &[Match] {
        &self.matches
    }

    /// How many of the matches can be replaced: all but those in names that the language gives.
    pub fn replaceable(&self) -> usize {
        self.matches.iter().filter(|found| found.place.is_own()).count()
    }

    /// Searches about `count` more touchpoints.
    pub fn read_on(&mut self, count: usize) {
        let map = Arc::clone(&self.map);
        let (pattern, matches) = (&self.pattern, &mut self.matches);
        let mut look = |place: TextPlace, text: &str| {
            let found = pattern.matches_in(text).into_iter();
            matches.extend(found.map(|range| Match { place, range }));
        };
        for _ in 0..count {
            self.next = match self.next {
                Next::Lists => {
                    texts::of_lists(&map, self.texts, &mut look);
                    Next::Stage(0, None)
                }
                Next::Stage(at, inner) => next_in_stages(&map, (at, inner), &mut look),
                Next::Rest => {
                    texts::of_rest(&map, &mut look);
                    Next::Done
                }
                Next::Done => return,
            };
        }
    }
}

fn next_in_stages(map: &Map, (at, inner): (usize, Option<usize>), look: &mut impl FnMut(TextPlace, &str)) -> Next {
    let Some(stage) = map.stages.get(at) else { return Next::Rest };
    match inner {
        None => {
            texts::of_stage(stage, look);
            Next::Stage(at, Some(0))
        }
        Some(inner) => match stage.touchpoints.get(inner) {
            Some(touchpoint) => {
                texts::of_touchpoint(touchpoint, look);
                Next::Stage(at, Some(inner + 1))
            }
            None => Next::Stage(at + 1, None),
        },
    }
}
