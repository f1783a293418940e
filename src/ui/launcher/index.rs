//! What the launcher looks through: commands, maps, and the stages, touchpoints and cards of the open map, made
//! comparable a part at a time, so that no frame waits for a large map.
//!
//! Must not know how anything is shown.

use crate::{
    map::{Card, LaneId, Map, Stage, Thing, Touchpoint},
    texts::{Language, Texts},
    ui::{Command, command::Group, fuzzy::Candidate},
};
use std::sync::Arc;

/// What can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A command, by its place in the list of offered ones.
    Command(usize),
    /// A map that can be opened, by its place in the list.
    Map(usize),
    /// A stage, by its place in the map.
    Stage(usize),
    /// A touchpoint: its stage's place and its own in the stage.
    Touchpoint(usize, usize),
    /// A card.
    Card(CardPlace),
}

/// Where a card stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CardPlace {
    stage: usize,
    /// `None` for a card of the whole stage.
    touchpoint: Option<usize>,
    lane: LaneId,
    at: usize,
}

impl Target {
    /// What is chosen rather where two texts fit equally: commands, then maps, then from the large to the small.
    pub(super) fn bonus(self) -> u32 {
        match self {
            Self::Command(_) => 40,
            Self::Map(_) => 30,
            Self::Stage(_) => 20,
            Self::Touchpoint(..) => 15,
            Self::Card(_) => 0,
        }
    }
}

/// One text of something that can be chosen.
pub(super) struct Entry {
    pub(super) candidate: Candidate,
    pub(super) target: Target,
    /// What its text takes off the score: other names than the one that is shown come later.
    pub(super) handicap: u32,
}

/// A map that can be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenableMap {
    /// Its title.
    pub name: String,
    /// Where it comes from, such as “Recent”.
    pub kind: String,
    /// What opens it.
    pub command: Command,
}

/// All that can be chosen.
pub(super) struct Index {
    pub(super) commands: Vec<Command>,
    pub(super) maps: Vec<OpenableMap>,
    pub(super) map: Option<Arc<Map>>,
    pub(super) entries: Vec<Entry>,
    /// The stage that comes next, and the touchpoint in it; `None` before the stage itself.
    next: (usize, Option<usize>),
}

impl Index {
    /// Begins with commands and maps; the open map's things come by [`read_on`](Self::read_on).
    pub(super) fn new(maps: Vec<OpenableMap>, map: Option<Arc<Map>>, texts: Texts) -> Self {
        let commands: Vec<Command> = Command::ALL.iter().copied().filter(|command| is_offered(*command)).collect();
        let mut index = Self { commands, maps, map, entries: Vec::new(), next: (0, None) };
        index.add_commands(texts);
        for (at, map) in index.maps.iter().enumerate() {
            index.entries.push(entry(&map.name, Target::Map(at), 0));
            index.entries.push(entry(&format!("{} {}", map.kind, map.name), Target::Map(at), 60));
        }
        index
    }

    /// A command is found by its name, by its group and name, by its menus and other words for it, and by all that in the
    /// other language.
    fn add_commands(&mut self, texts: Texts) {
        for (at, command) in self.commands.iter().enumerate() {
            let target = Target::Command(at);
            self.entries.push(entry(&command.name(None, texts), target, 0));
            self.entries.push(entry(&grouped(*command, texts), target, 30));
            self.entries.push(entry(&command.search_words(texts), target, 45));
            for other in Language::ALL.map(Texts).into_iter().filter(|other| *other != texts) {
                self.entries.push(entry(&grouped(*command, other), target, 60));
                self.entries.push(entry(&command.search_words(other), target, 75));
            }
        }
    }

    /// Reads about `count` more things of the map; whether more are to come.
    pub(super) fn read_on(&mut self, count: usize) -> bool {
        let Some(map) = self.map.clone() else { return false };
        let enough = self.entries.len() + count;
        while let Some(stage) = map.stages.get(self.next.0) {
            if self.entries.len() >= enough {
                return true;
            }
            self.read_next(stage);
        }
        false
    }

    fn read_next(&mut self, stage: &Stage) {
        let (at, inner) = self.next;
        match inner {
            None => {
                self.add_named(&stage.name, Target::Stage(at));
                self.add_cards(stage.cards.iter(), (at, None));
                self.next = (at, Some(0));
            }
            Some(inner) => match stage.touchpoints.get(inner) {
                Some(touchpoint) => {
                    self.add_named(&touchpoint.name, Target::Touchpoint(at, inner));
                    self.add_cards(touchpoint.cards.iter(), (at, Some(inner)));
                    self.next = (at, Some(inner + 1));
                }
                None => self.next = (at + 1, None),
            },
        }
    }

    fn add_named(&mut self, name: &str, target: Target) {
        if !name.trim().is_empty() {
            self.entries.push(entry(name, target, 0));
        }
    }

    fn add_cards<'a>(
        &mut self,
        cards: impl Iterator<Item = (&'a LaneId, &'a Vec<Arc<Card>>)>,
        (stage, touchpoint): (usize, Option<usize>),
    ) {
        for (lane, cards) in cards {
            for (at, card) in cards.iter().enumerate() {
                self.add_named(&card.text, Target::Card(CardPlace { stage, touchpoint, lane: *lane, at }));
            }
        }
    }

    /// The stage at a place, and the touchpoint in it.
    pub(super) fn column(&self, target: Target) -> (Option<&Arc<Stage>>, Option<&Arc<Touchpoint>>) {
        let (stage, touchpoint) = match target {
            Target::Stage(stage) => (stage, None),
            Target::Touchpoint(stage, touchpoint) => (stage, Some(touchpoint)),
            Target::Card(place) => (place.stage, place.touchpoint),
            Target::Command(_) | Target::Map(_) => return (None, None),
        };
        let stage = self.map.as_ref().and_then(|map| map.stages.get(stage));
        (stage, stage.zip(touchpoint).and_then(|(stage, at)| stage.touchpoints.get(at)))
    }

    /// A card and its lane.
    pub(super) fn card(&self, place: CardPlace) -> Option<&Arc<Card>> {
        let (stage, touchpoint) = self.column(Target::Card(place));
        let cards = match place.touchpoint {
            Some(_) => touchpoint?.cards_in(place.lane),
            None => stage?.cards_in(place.lane),
        };
        cards.get(place.at)
    }

    /// The lane a card stands in.
    pub(super) fn lane_of(&self, place: CardPlace) -> LaneId {
        place.lane
    }

    /// What of the map is chosen; `None` for commands and maps.
    pub(super) fn thing(&self, target: Target) -> Option<Thing> {
        match target {
            Target::Command(_) | Target::Map(_) => None,
            Target::Stage(_) => self.column(target).0.map(|stage| Thing::Stage(stage.id)),
            Target::Touchpoint(..) => self.column(target).1.map(|touchpoint| Thing::Touchpoint(touchpoint.id)),
            Target::Card(place) => self.card(place).map(|card| Thing::Card(card.id)),
        }
    }
}

fn entry(text: &str, target: Target, handicap: u32) -> Entry {
    Entry { candidate: Candidate::new(text), target, handicap }
}

fn grouped(command: Command, texts: Texts) -> String {
    format!("{} {}", command.group().text(texts), command.name(None, texts))
}

/// Whether a command makes sense by name: not steps over the map and what puts the launcher itself away.
fn is_offered(command: Command) -> bool {
    command.group() != Group::Walk && command != Command::Cancel && command != Command::Launcher
}
