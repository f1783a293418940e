//! A touchpoint: one meeting of customer and organisation, and how it feels to each persona.
//!
//! This file must not know layout or where a touchpoint stands.

use super::{Card, ChannelId, Engagement, LaneId, PersonaId, Score, TouchpointId};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, sync::Arc};

/// One meeting: a column inside a stage.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Touchpoint {
    /// Its id, once in the map.
    pub id: TouchpointId,
    /// What it is called.
    #[serde(default)]
    pub name: String,
    /// What happens there: the functional side of the meeting.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// The channels it runs through.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<ChannelId>,
    /// Whether the organisation controls it. Default: owned.
    #[serde(default, skip_serializing_if = "is_default")]
    pub control: Control,
    /// Whether it decides if the customer goes on. Default: ordinary.
    #[serde(default, skip_serializing_if = "is_default")]
    pub weight: Weight,
    /// How strongly it holds the customer, whoever that is; `None` is a gap in the dramatic arc.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub engagement: Option<Engagement>,
    /// Stimuli: pictures, voice, smell, attention to details …
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// How it feels, by persona; no entry means nothing is said.
    #[serde(
        default,
        skip_serializing_if = "BTreeMap::is_empty",
        with = "serde_with::rust::maps_duplicate_key_is_error"
    )]
    pub feelings: BTreeMap<PersonaId, Feeling>,
    /// The cards under it, by lane, top to bottom.
    #[serde(
        default,
        skip_serializing_if = "BTreeMap::is_empty",
        with = "serde_with::rust::maps_duplicate_key_is_error"
    )]
    pub cards: BTreeMap<LaneId, Vec<Arc<Card>>>,
}

/// True for a value that the file leaves out.
pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl Touchpoint {
    /// A touchpoint with a name and nothing else.
    pub fn new(id: TouchpointId, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            description: String::new(),
            channels: Vec::new(),
            control: Control::Owned,
            weight: Weight::Ordinary,
            engagement: None,
            tags: Vec::new(),
            feelings: BTreeMap::new(),
            cards: BTreeMap::new(),
        }
    }

    /// What `persona` feels on `curve` here; `None` is a gap in the curve.
    pub fn score(&self, persona: PersonaId, curve: Curve) -> Option<Score> {
        self.feelings.get(&persona).and_then(|feeling| feeling.score(curve))
    }

    /// The cards of one lane, top to bottom.
    pub fn cards_in(&self, lane: LaneId) -> &[Arc<Card>] {
        self.cards.get(&lane).map_or(&[], Vec::as_slice)
    }
}

/// Who has a touchpoint in hand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Control {
    /// The organisation itself.
    #[default]
    Owned,
    /// A partner, such as a courier.
    Partner,
    /// Nobody here: word of mouth, earlier experiences.
    Outside,
}

/// What hangs on a touchpoint.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// One meeting among others.
    #[default]
    Ordinary,
    /// It decides whether the customer goes on.
    MomentOfTruth,
}

/// What one persona feels at one touchpoint.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Feeling {
    /// What the persona wants to feel; `None` is a gap.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<Score>,
    /// What the room believes the persona feels; `None` is a gap.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual: Option<Score>,
    /// The feeling in a word, such as "worried"; empty for none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub word: String,
    /// Where the actual score comes from. Default: a guess.
    #[serde(default, skip_serializing_if = "is_default")]
    pub evidence: Evidence,
}

impl Feeling {
    /// The score on one of the two curves.
    pub fn score(&self, curve: Curve) -> Option<Score> {
        match curve {
            Curve::Expected => self.expected,
            Curve::Actual => self.actual,
        }
    }

    /// Sets the score on one of the two curves; `None` clears it.
    pub fn set_score(&mut self, curve: Curve, score: Option<Score>) {
        match curve {
            Curve::Expected => self.expected = score,
            Curve::Actual => self.actual = score,
        }
    }
}

/// The two curves a room draws.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Curve {
    /// What the persona wants to feel.
    Expected,
    /// What the room believes the persona feels.
    #[default]
    Actual,
}

/// Where a score, or what a card says, comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// Guessed in the workshop.
    #[default]
    Guess,
    /// Seen by a member of the team.
    Observed,
    /// Said by customers.
    Reported,
    /// From a survey.
    Measured,
}

impl Evidence {
    /// Every kind, from weak to strong.
    pub const ALL: [Self; 4] = [Self::Guess, Self::Observed, Self::Reported, Self::Measured];
}
