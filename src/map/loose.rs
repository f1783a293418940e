//! What a piece of a map carries without the place where it stood: whole lanes, levels of the dramatic arc, links without
//! their ends, notes.
//!
//! This file must not know where a piece goes, nor how it is written.

use super::{
    Engagement, FARTHEST, Lane, LaneKind, LinkKind, LooseCard, LooseFeeling, Note, Percent, touchpoint::is_default,
};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A lane with what stands in it. Columns count from the first one of the map: touchpoints, in a lane that spans stages
/// stages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WholeLane {
    /// The lane.
    pub lane: Arc<Lane>,
    /// The cards in a lane of cards.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cards: Vec<LooseCard>,
    /// All feelings, in the emotion lane.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub feelings: Vec<LooseFeeling>,
    /// All levels, in the dramatic arc.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<LooseLevel>,
}

impl WholeLane {
    /// Whether a lane of a kind can travel: what stands in the others is the touchpoints' own.
    pub fn can_be(kind: LaneKind) -> bool {
        kind.holds_cards() || matches!(kind, LaneKind::Emotion | LaneKind::DramaticArc)
    }

    /// Whether it holds only what its kind of lane has.
    pub(super) fn is_sound(&self) -> bool {
        let kind = self.lane.kind;
        Self::can_be(kind)
            && (self.cards.is_empty() || kind.holds_cards())
            && (self.feelings.is_empty() || kind == LaneKind::Emotion)
            && (self.levels.is_empty() || kind == LaneKind::DramaticArc)
            && self.cards.iter().all(|loose| loose.lane == self.lane.id)
    }
}

/// A level of the dramatic arc without its touchpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LooseLevel {
    /// How many touchpoints right of the first level of the piece.
    pub column: usize,
    /// The level.
    pub level: Engagement,
}

/// A link without its ends.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LooseLink {
    /// How many touchpoints right of its start its end stood; below 0 left of it, never 0.
    pub over: i64,
    /// What it means. Default: a path.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kind: LinkKind,
    /// What is written on it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// The share of customers who take it; `None` when nobody counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<Percent>,
}

/// A note and where it was seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LooseNote {
    /// How far right of the left end of all notes of the piece, in document units.
    #[serde(default, skip_serializing_if = "is_default")]
    pub right: i32,
    /// How far below the upper end of all notes of the piece, in document units.
    #[serde(default, skip_serializing_if = "is_default")]
    pub down: i32,
    /// What became of its arrow.
    #[serde(default, skip_serializing_if = "is_default")]
    pub arrow: LooseArrow,
    /// The note; its arrow leads to nothing but things of the piece.
    pub note: Arc<Note>,
}

impl LooseNote {
    /// Whether it stands where a note can.
    pub(super) fn is_sound(&self) -> bool {
        self.right.unsigned_abs().max(self.down.unsigned_abs()) <= FARTHEST.unsigned_abs()
    }
}

/// What became of a note's arrow when the note was taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LooseArrow {
    /// It had none, or it leads to something that comes along.
    #[default]
    Kept,
    /// It led to something that stayed behind.
    Lost,
}
