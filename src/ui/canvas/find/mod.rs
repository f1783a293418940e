//! Finding on the map: what is looked for, where it stands, and going from match to match.
//!
//! Must not know how texts are compared (that is `editor::find`).

mod bar;
mod words;

pub(super) use bar::{bar_ui, take_escape};

use super::Canvas;
use crate::{
    editor::{Edit, EditError, Editor, Finder, LaneChange, Match, Pattern, Place, TextPlace, replaced},
    map::{Thing, Visibility},
    texts::{Accents, Texts},
};
use std::collections::{BTreeMap, HashSet};

/// Touchpoints searched in a frame: about two milliseconds of work.
const SEARCHED_AT_ONCE: usize = 2_000;

/// What is looked for, and what was found.
#[derive(Default)]
pub(super) struct Find {
    shown: Shown,
    typed: String,
    with: String,
    accents: Accents,
    finder: Option<Finder>,
    /// The things that hold a match, for their marks.
    things: HashSet<Thing>,
    marked: usize,
    /// The match that is shown, and its place among all while that is known.
    current: Option<(usize, Match)>,
    /// The place from which the next match is taken while none is shown.
    resume: usize,
    then: Then,
    /// Whether the line takes the keyboard.
    focus: Focus,
    /// Whether one of the bar's lines had the keyboard in the last frame.
    typing: Typing,
    /// Where the bar ended in the last frame, in screen points.
    bottom: f32,
    /// How many texts the last replacement changed; forgotten when the map changes again.
    replaced: Option<usize>,
}

/// What of the bar is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shown {
    /// Nothing.
    #[default]
    Nothing,
    /// The line to find.
    Find,
    /// And the one to replace with.
    Replace,
}

/// What happens once matches are there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Then {
    #[default]
    Nothing,
    /// The next one from `resume` on is shown.
    GoOn,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Typing {
    #[default]
    Elsewhere,
    Here,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Focus {
    #[default]
    Stays,
    Taken,
}

/// Which way to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Next,
    Previous,
}

impl Find {
    /// Whether the bar is shown.
    pub(super) fn is_shown(&self) -> bool {
        self.shown != Shown::Nothing
    }

    /// How far down the bar covers the view; `None` while it is closed.
    pub(super) fn bottom(&self) -> Option<f32> {
        self.is_shown().then_some(self.bottom)
    }

    /// The things to mark; empty while the bar is closed.
    pub(super) fn marked(&self) -> Option<&HashSet<Thing>> {
        (self.is_shown() && !self.things.is_empty()).then_some(&self.things)
    }

    fn pattern(&self) -> Option<Pattern> {
        Pattern::new(&self.typed, self.accents)
    }

    fn matches(&self) -> &[Match] {
        self.finder.as_ref().map_or(&[], Finder::matches)
    }

    /// Searches on through the map as it is now; whether more is to come.
    fn read_on(&mut self, editor: &Editor, texts: Texts) -> bool {
        let pattern = self.pattern();
        let is_same = |finder: &Finder| finder.is_of(editor.map()) && Some(finder.pattern()) == pattern.as_ref();
        if !self.finder.as_ref().is_some_and(is_same) {
            if let Some((at, _)) = &self.current {
                self.resume = *at;
            }
            self.finder = pattern.map(|pattern| Finder::new(editor.map().clone(), pattern, texts));
            self.things.clear();
            self.marked = 0;
        }
        let Some(finder) = &mut self.finder else {
            self.current = None;
            return false;
        };
        finder.read_on(SEARCHED_AT_ONCE);
        let new = finder.matches().get(self.marked..).unwrap_or_default();
        self.things.extend(new.iter().flat_map(|found| found.place.things(editor.map())));
        self.marked = finder.matches().len();
        let is_done = finder.is_done();
        if is_done {
            self.find_current_again();
        }
        !is_done
    }

    /// The shown match keeps its place in a map that changed around it.
    fn find_current_again(&mut self) {
        let Some((at, current)) = self.current.take() else { return };
        let matches = self.matches();
        let at = if matches.get(at) == Some(&current) { Some(at) } else { matches.iter().position(|m| *m == current) };
        self.current = at.map(|at| (at, current));
    }

    /// The place of the match to be shown next.
    fn next(&self, way: Way) -> Option<usize> {
        let count = self.matches().len();
        let last = count.checked_sub(1)?;
        Some(match (&self.current, way) {
            (Some((at, _)), Way::Next) if *at >= last => 0,
            (Some((at, _)), Way::Next) => at + 1,
            (Some((at, _)), Way::Previous) => at.checked_sub(1).unwrap_or(last),
            (None, Way::Next) => self.resume % count,
            (None, Way::Previous) => self.resume.checked_sub(1).unwrap_or(last).min(last),
        })
    }

    /// How many matches stand in cards of hidden lanes, and the names of those.
    fn hidden_count(&self, editor: &Editor) -> usize {
        let map = editor.map();
        if map.lanes.iter().all(|lane| lane.is_shown()) {
            return 0;
        }
        let hidden: HashSet<_> = map.lanes.iter().filter(|lane| !lane.is_shown()).map(|lane| lane.id).collect();
        let cards: HashSet<_> = map.cards().filter(|(_, lane, _)| hidden.contains(lane)).map(|(.., c)| c.id).collect();
        let is_hidden = |place: TextPlace| match place.thing() {
            Some(Thing::Card(id)) => cards.contains(&id),
            Some(Thing::Lane(id)) => hidden.contains(&id),
            Some(_) | None => false,
        };
        self.matches().iter().filter(|found| is_hidden(found.place)).count()
    }
}

impl Canvas {
    /// Opens the bar to find, or to find and replace, its line ready to be typed over.
    pub(super) fn open_find(&mut self, shown: Shown) {
        self.find.shown = shown;
        self.find.focus = Focus::Taken;
    }

    /// Shows the next or previous match; opens the bar where nothing is looked for yet.
    pub(super) fn find_on(&mut self, way: Way, editor: &mut Editor) {
        if self.find.typed.is_empty() {
            self.open_find(Shown::Find);
            return;
        }
        if !self.find.is_shown() {
            self.find.shown = Shown::Find;
        }
        self.find.read_on(editor, self.view.texts);
        self.show_match(self.find.next(way), editor);
    }

    /// Selects what holds a match and brings it into view; the keyboard stays where it is.
    fn show_match(&mut self, at: Option<usize>, editor: &mut Editor) {
        let Some((at, found)) = at.and_then(|at| Some((at, self.find.matches().get(at)?.clone()))) else { return };
        match found.place.things(editor.map()).first() {
            Some(thing) => self.show_thing(editor, *thing),
            None => editor.select([]),
        }
        self.find.current = Some((at, found));
    }

    /// Brings the match that is shown into view again, where it is still selected.
    fn show_match_again(&mut self, editor: &Editor) {
        let Some((_, found)) = &self.find.current else { return };
        let thing = editor.primary().filter(|thing| found.place.things(editor.map()).contains(thing));
        self.reveal_next = self.reveal_next.or(thing.map(Place::Thing));
    }

    /// Replaces the shown match as one step and goes on to the next.
    fn replace_one(&mut self, editor: &mut Editor) -> Result<(), EditError> {
        let (Some((at, current)), Some(pattern)) = (self.find.current.clone(), self.find.pattern()) else {
            return Ok(());
        };
        let Some(text) = current.place.text(editor.map()).map(str::to_owned) else { return Err(EditError::Gone) };
        let mut new = text;
        if new.get(current.range.clone()).is_some() {
            new.replace_range(current.range, &self.find.with);
        }
        editor.apply(Edit::Texts(vec![(current.place, new)]))?;
        // What was put there may hold the words again; it is not replaced twice.
        self.find.resume = at + pattern.matches_in(&self.find.with).len();
        self.find.current = None;
        self.find.then = Then::GoOn;
        Ok(())
    }

    /// Replaces every match as one step.
    fn replace_all(&mut self, editor: &mut Editor) -> Result<(), EditError> {
        let Some(pattern) = self.find.pattern() else { return Ok(()) };
        let places: BTreeMap<usize, TextPlace> = first_of_each(self.find.matches());
        let count = self.find.finder.as_ref().map_or(0, Finder::replaceable);
        let new_text = |place: &TextPlace| {
            let text = place.text(editor.map())?;
            replaced(text, &pattern, &self.find.with).map(|text| (*place, text))
        };
        let texts: Vec<(TextPlace, String)> = places.values().filter_map(new_text).collect();
        if texts.is_empty() {
            return Ok(());
        }
        editor.apply(Edit::Texts(texts))?;
        (self.find.current, self.find.resume, self.find.replaced) = (None, 0, Some(count));
        Ok(())
    }

    /// Shows the lane again that hides the shown match.
    fn show_hidden_lane(&mut self, editor: &mut Editor) -> Result<(), EditError> {
        let Some((_, current)) = self.find.current.clone() else { return Ok(()) };
        if let Some(lane) = current.place.hidden_lane(editor.map()) {
            editor.apply(Edit::Lane(lane, LaneChange::Visibility(Visibility::Shown)))?;
            if let Some(thing) = current.place.thing() {
                self.show_thing(editor, thing);
            }
        }
        Ok(())
    }

    /// Closes the bar; what is selected stays so, and the keyboard goes to it.
    fn close_find(&mut self) {
        (self.find.shown, self.find.typing) = (Shown::Nothing, Typing::Elsewhere);
        self.focus.claim();
    }
}

/// Each text that can be replaced, once, in the order of the matches.
fn first_of_each(matches: &[Match]) -> BTreeMap<usize, TextPlace> {
    let mut known = HashSet::new();
    let own = matches.iter().enumerate().filter(|(_, found)| found.place.is_own());
    own.filter(|(_, found)| known.insert(found.place)).map(|(at, found)| (at, found.place)).collect()
}
