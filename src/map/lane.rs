//! Lanes, the rows of a map, and the cards that stand in them.
//!
//! This file must not know pixel positions; a lane's height is the user's wish in document units.

use super::{CardId, Evidence, LaneId, touchpoint::is_default};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A row of the map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lane {
    /// Its id, once in the map.
    pub id: LaneId,
    /// What it is called; empty takes the kind's own name in the interface's language.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What stands in it.
    pub kind: LaneKind,
    /// Whether its cards belong to touchpoints or to whole stages. Default: touchpoints.
    #[serde(default, skip_serializing_if = "is_default")]
    pub spans: Spans,
    /// The least height in document units; `None` takes what the content needs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height: Option<u16>,
    /// A hidden lane keeps its data. Default: shown.
    #[serde(default, skip_serializing_if = "is_default")]
    pub visibility: Visibility,
    /// The line of a service blueprint under it; each line is on a map once. `None` for a plain border.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<BlueprintLine>,
}

impl Lane {
    /// A shown lane of a kind, under the kind's own name.
    pub fn new(id: LaneId, kind: LaneKind) -> Self {
        Self {
            id,
            name: String::new(),
            kind,
            spans: Spans::Touchpoints,
            height: None,
            visibility: Visibility::Shown,
            line: None,
        }
    }

    /// Whether it is drawn.
    pub fn is_shown(&self) -> bool {
        self.visibility == Visibility::Shown
    }
}

/// The lines that part the lanes of a service blueprint (Shostack 1984; Bitner, Ostrom and Morgan 2008).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlueprintLine {
    /// Above it the customer acts, below it those whom the customer meets.
    Interaction,
    /// Above it is what the customer sees, below it what happens backstage.
    Visibility,
    /// Below it are those who only support others within the organisation.
    InternalInteraction,
}

impl BlueprintLine {
    /// Every line, from the customer inwards.
    pub const ALL: [Self; 3] = [Self::Interaction, Self::Visibility, Self::InternalInteraction];
}

/// What stands in a lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LaneKind {
    /// The touchpoints themselves; one lane at the most.
    Touchpoints,
    /// The emotion curves; one lane at the most.
    Emotion,
    /// Each touchpoint's channels; one lane at the most.
    Channels,
    /// What surveys measured; one lane at the most.
    Survey,
    /// The dramatic arc: how strongly each touchpoint holds the customer; one lane at the most.
    DramaticArc,
    /// Cards: why it hurts.
    PainPoints,
    /// Cards: what could be done, by whom, by when.
    Opportunities,
    /// Cards: what the customer does.
    Actions,
    /// Cards: what the customer thinks.
    Thoughts,
    /// Cards: what the organisation does unseen.
    Backstage,
    /// Cards of any other sort.
    Notes,
}

impl LaneKind {
    /// Every kind, in the order a full map shows them.
    pub const ALL: [Self; 11] = [
        Self::Touchpoints,
        Self::Actions,
        Self::Thoughts,
        Self::Emotion,
        Self::DramaticArc,
        Self::Channels,
        Self::Survey,
        Self::PainPoints,
        Self::Opportunities,
        Self::Backstage,
        Self::Notes,
    ];

    /// Whether lanes of this kind hold cards.
    pub fn holds_cards(self) -> bool {
        match self {
            Self::Touchpoints | Self::Emotion | Self::Channels | Self::Survey | Self::DramaticArc => false,
            Self::PainPoints | Self::Opportunities | Self::Actions | Self::Thoughts | Self::Backstage | Self::Notes => {
                true
            }
        }
    }
}

impl LaneKind {
    /// Whether its cards are tasks, with an owner, a due date and a status.
    pub fn holds_tasks(self) -> bool {
        match self {
            Self::PainPoints | Self::Opportunities => true,
            Self::Touchpoints | Self::Emotion | Self::Channels | Self::Survey | Self::DramaticArc => false,
            Self::Actions | Self::Thoughts | Self::Backstage | Self::Notes => false,
        }
    }

    /// Whether its cards claim that something is so, which a room can guess and a survey can show. An opportunity is a
    /// proposal and claims nothing.
    pub fn holds_claims(self) -> bool {
        self.holds_cards() && self != Self::Opportunities
    }
}

/// What a lane's cells belong to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Spans {
    /// A cell for each touchpoint.
    #[default]
    Touchpoints,
    /// A cell for each stage.
    Stages,
}

/// Whether a lane or persona is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// Drawn.
    #[default]
    Shown,
    /// Kept but not drawn.
    Hidden,
}

/// A note in a lane.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// Its id, once in the map.
    pub id: CardId,
    /// What it says.
    #[serde(default)]
    pub text: String,
    /// Where what it says comes from. Default: a guess. Means nothing on an opportunity, which claims nothing.
    #[serde(default, skip_serializing_if = "is_default")]
    pub evidence: Evidence,
    /// Who takes care of it; used where [`LaneKind::holds_tasks`], empty for nobody.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// When it should be done; used where [`LaneKind::holds_tasks`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// How far it is; used where [`LaneKind::holds_tasks`], `None` when nothing is decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
}

impl Card {
    /// A card that says `text`.
    pub fn new(id: CardId, text: impl Into<String>) -> Self {
        Self { id, text: text.into(), evidence: Evidence::Guess, owner: String::new(), due: None, status: None }
    }
}

/// How far a task is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Somebody said it.
    Idea,
    /// It is decided.
    Planned,
    /// Somebody works on it.
    Started,
    /// It is there.
    Done,
    /// It will not be done.
    Dropped,
}

impl Status {
    /// Every status, in the order of a life.
    pub const ALL: [Self; 5] = [Self::Idea, Self::Planned, Self::Started, Self::Done, Self::Dropped];
}
