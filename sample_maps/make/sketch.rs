//! Writing a map down by hand, top to bottom and left to right: each word adds to what was added last. Must not know
//! the single samples.
//!
//! The ids are words (`delivery`, `lan`), so that a difference between two versions of a sample can be read.

use std::sync::Arc;
use wayfarer::map::{
    BlueprintLine, Card, CardId, ChannelId, Control, Evidence, Feeling, Lane, LaneId, LaneKind, Link, LinkId, LinkKind,
    Map, Percent, Persona, PersonaId, Score, Stage, StageId, Status, Touchpoint, TouchpointId, Weight,
};

/// A map that is being written down.
pub struct Sketch {
    map: Map,
    cards: usize,
}

impl Sketch {
    /// A map with lanes of these kinds and nothing on it.
    pub fn new(title: &str, description: &str, lanes: &[LaneKind]) -> Self {
        let mut map = Map::empty(&mut fastrand::Rng::with_seed(0));
        title.clone_into(&mut map.title);
        description.clone_into(&mut map.description);
        map.personas.clear();
        map.lanes = lanes.iter().map(|kind| Arc::new(Lane::new(lane_id(*kind), *kind))).collect();
        Self { map, cards: 0 }
    }

    /// Adds a lane with a name of its own below the others.
    pub fn lane(&mut self, id: &str, kind: LaneKind, name: &str) -> &mut Self {
        let mut lane = Lane::new(LaneId::parse(id).unwrap(), kind);
        name.clone_into(&mut lane.name);
        self.map.lanes.push(Arc::new(lane));
        self
    }

    /// Draws a line of a service blueprint under the lane that was made last.
    pub fn line(&mut self, line: BlueprintLine) -> &mut Self {
        Arc::make_mut(self.map.lanes.last_mut().unwrap()).line = Some(line);
        self
    }

    /// The map as it is written down so far.
    pub fn into_map(self) -> Map {
        self.map
    }

    /// Adds a persona.
    pub fn persona(&mut self, id: &str, name: &str, description: &str) -> &mut Self {
        let mut persona = Persona::new(PersonaId::parse(id).unwrap(), name);
        description.clone_into(&mut persona.description);
        self.map.personas.push(Arc::new(persona));
        self
    }

    /// Adds a stage at the end.
    pub fn stage(&mut self, id: &str, name: &str) -> &mut Self {
        self.map.stages.push(Arc::new(Stage::new(StageId::parse(id).unwrap(), name)));
        self
    }

    /// Says what the last stage is for and how success shows.
    pub fn goal(&mut self, goal: &str, success: &str) -> &mut Self {
        let stage = self.last_stage();
        goal.clone_into(&mut stage.goal);
        success.clone_into(&mut stage.success);
        self
    }

    /// Says how many customers reach the last stage.
    pub fn reach(&mut self, count: u64) -> &mut Self {
        self.last_stage().reach = Some(count);
        self
    }

    /// Adds a touchpoint to the last stage.
    pub fn touchpoint(&mut self, id: &str, name: &str) -> &mut Self {
        let touchpoint = Touchpoint::new(touchpoint_id(id), name);
        self.last_stage().touchpoints.push(Arc::new(touchpoint));
        self
    }

    /// Describes the last touchpoint.
    pub fn about(&mut self, description: &str) -> &mut Self {
        description.clone_into(&mut self.last().description);
        self
    }

    /// Adds a channel to the last touchpoint, and to the map where it is new.
    pub fn channel(&mut self, id: &str, name: &str) -> &mut Self {
        let id = ChannelId::parse(id).unwrap();
        if self.map.channel(id).is_none() {
            self.map.channels.push(Arc::new(wayfarer::editor::named_channel(id, name)));
        }
        self.last().channels.push(id);
        self
    }

    /// Says who has the last touchpoint in hand.
    pub fn control(&mut self, control: Control) -> &mut Self {
        self.last().control = control;
        self
    }

    /// Makes the last touchpoint a moment of truth.
    pub fn decides(&mut self) -> &mut Self {
        self.last().weight = Weight::MomentOfTruth;
        self
    }

    /// Adds stimuli to the last touchpoint.
    pub fn tags(&mut self, tags: &[&str]) -> &mut Self {
        self.last().tags.extend(tags.iter().map(|tag| (*tag).to_owned()));
        self
    }

    /// Says what a persona expects and feels at the last touchpoint.
    pub fn feels(&mut self, persona: &str, expected: i64, actual: i64) -> &mut Self {
        let feeling = self.last().feelings.entry(PersonaId::parse(persona).unwrap()).or_default();
        feeling.expected = Some(Score::new(expected).unwrap());
        feeling.actual = Some(Score::new(actual).unwrap());
        self
    }

    /// Says in a word what a persona feels at the last touchpoint, and how that is known.
    pub fn word(&mut self, persona: &str, word: &str, evidence: Evidence) -> &mut Self {
        let feeling: &mut Feeling = self.last().feelings.entry(PersonaId::parse(persona).unwrap()).or_default();
        word.clone_into(&mut feeling.word);
        feeling.evidence = evidence;
        self
    }

    /// Adds a card to the last touchpoint, in the lane that was made for a kind.
    pub fn card(&mut self, lane: LaneKind, text: &str) -> &mut Self {
        self.put_card(lane_id(lane), text)
    }

    /// Adds a card to the last touchpoint, in a lane with a name of its own.
    pub fn card_in(&mut self, lane: &str, text: &str) -> &mut Self {
        self.put_card(LaneId::parse(lane).unwrap(), text)
    }

    fn put_card(&mut self, lane: LaneId, text: &str) -> &mut Self {
        self.cards += 1;
        let card = Card::new(CardId::parse(&format!("card{}", self.cards)).unwrap(), text);
        self.last().cards.entry(lane).or_default().push(Arc::new(card));
        self
    }

    /// Adds an opportunity to the last touchpoint that is somebody's task.
    pub fn task(&mut self, text: &str, owner: &str, due: &str, status: Status) -> &mut Self {
        self.card(LaneKind::Opportunities, text);
        let cards = self.last().cards.get_mut(&lane_id(LaneKind::Opportunities)).unwrap();
        let card = Arc::make_mut(cards.last_mut().unwrap());
        owner.clone_into(&mut card.owner);
        card.due = Some(due.parse().unwrap());
        card.status = Some(status);
        self
    }

    /// Links two touchpoints.
    pub fn link(&mut self, kind: LinkKind, from: &str, to: &str, label: &str, share: Option<f64>) -> &mut Self {
        let id = LinkId::parse(&format!("link{}", self.map.links.len() + 1)).unwrap();
        let (from, to) = (touchpoint_id(from), touchpoint_id(to));
        let share = share.map(|share| Percent::new(share).unwrap());
        self.map.links.push(Arc::new(Link { id, from, to, kind, label: label.to_owned(), share }));
        self
    }

    fn last_stage(&mut self) -> &mut Stage {
        Arc::make_mut(self.map.stages.last_mut().unwrap())
    }

    fn last(&mut self) -> &mut Touchpoint {
        Arc::make_mut(self.last_stage().touchpoints.last_mut().unwrap())
    }
}

/// The id that a sketch gives a touchpoint.
pub fn touchpoint_id(id: &str) -> TouchpointId {
    TouchpointId::parse(id).unwrap()
}

/// A lane's id: its kind's first letters.
fn lane_id(kind: LaneKind) -> LaneId {
    let word = match kind {
        LaneKind::Touchpoints => "touchpoints",
        LaneKind::Emotion => "emotion",
        LaneKind::Channels => "channels",
        LaneKind::Survey => "survey",
        LaneKind::DramaticArc => "arc",
        LaneKind::PainPoints => "pains",
        LaneKind::Opportunities => "chances",
        LaneKind::Actions => "actions",
        LaneKind::Thoughts => "thoughts",
        LaneKind::Backstage => "backstage",
        LaneKind::Notes => "notes",
    };
    LaneId::parse(word).unwrap()
}
