//! Free notes: words anywhere on the canvas, with an arrow to a thing where they are about one.
//!
//! This file must not know where the thing stands that an arrow leads to.

use super::{CardId, Curve, LaneId, Map, NoteId, PersonaId, Rgb, StageId, Thing, TouchpointId};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// Width of a note that has none of its own, in document units.
pub const USUAL_NOTE_WIDTH: u16 = 160;
/// The least and the greatest width of a note, in document units.
pub const NOTE_WIDTHS: (u16, u16) = (60, 800);
/// How far from its origin a note can stand, in document units.
pub const FARTHEST: i32 = 10_000_000;

/// Words on the canvas.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// Its id, once in the map.
    pub id: NoteId,
    /// What it says.
    #[serde(default)]
    pub text: String,
    /// How far right of its origin it stands, in document units. The origin is the top left of what the arrow leads
    /// to, so that the note moves with it; without an arrow the top left of the picture.
    #[serde(default)]
    pub x: i32,
    /// How far below its origin it stands, in document units.
    #[serde(default)]
    pub y: i32,
    /// Its width in document units; `None` is the usual one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<u16>,
    /// Its colour; `None` takes the palette's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub color: Option<Rgb>,
    /// What its arrow leads to; `None` without an arrow.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NoteTarget>,
}

impl Note {
    /// An empty note without an arrow.
    pub fn new(id: NoteId, (x, y): (i32, i32)) -> Self {
        Self { id, text: String::new(), x, y, width: None, color: None, to: None }
    }
}

/// So few targets are looked up one by one.
const FEW_TARGETS: usize = 8;

/// What the arrow of a note can lead to: everything that has a place on the canvas.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoteTarget {
    /// A stage's header.
    Stage(StageId),
    /// A touchpoint's card.
    Touchpoint(TouchpointId),
    /// A persona's face at a touchpoint.
    Face(TouchpointId, PersonaId, Curve),
    /// A touchpoint's point of the dramatic arc.
    Engagement(TouchpointId),
    /// A card.
    Card(CardId),
    /// A lane's name.
    Lane(LaneId),
}

impl NoteTarget {
    /// A thing as a target; `None` for what has no place of its own, and for notes.
    pub fn of(thing: Thing) -> Option<Self> {
        match thing {
            Thing::Stage(id) => Some(Self::Stage(id)),
            Thing::Touchpoint(id) => Some(Self::Touchpoint(id)),
            Thing::Face(id, persona, curve) => Some(Self::Face(id, persona, curve)),
            Thing::Engagement(id) => Some(Self::Engagement(id)),
            Thing::Card(id) => Some(Self::Card(id)),
            Thing::Lane(id) => Some(Self::Lane(id)),
            Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) | Thing::Note(_) => None,
        }
    }

    /// The thing it is.
    pub fn thing(self) -> Thing {
        match self {
            Self::Stage(id) => Thing::Stage(id),
            Self::Touchpoint(id) => Thing::Touchpoint(id),
            Self::Face(id, persona, curve) => Thing::Face(id, persona, curve),
            Self::Engagement(id) => Thing::Engagement(id),
            Self::Card(id) => Thing::Card(id),
            Self::Lane(id) => Thing::Lane(id),
        }
    }

    /// Those of some targets that the map does not have, found in one walk over the map however many they are.
    pub fn gone_from(map: &Map, targets: impl IntoIterator<Item = Self>) -> HashSet<Self> {
        let mut targets: HashSet<Self> = targets.into_iter().collect();
        if targets.len() <= FEW_TARGETS {
            targets.retain(|target| !target.thing().exists_in(map));
            return targets;
        }
        let stages: HashSet<StageId> = map.stages.iter().map(|stage| stage.id).collect();
        let touchpoints: HashSet<TouchpointId> = map.touchpoints().map(|touchpoint| touchpoint.id).collect();
        let cards: HashSet<CardId> = map.cards().map(|(_, _, card)| card.id).collect();
        targets.retain(|target| match target {
            Self::Stage(id) => !stages.contains(id),
            Self::Touchpoint(id) | Self::Engagement(id) => !touchpoints.contains(id),
            Self::Face(id, persona, _) => !touchpoints.contains(id) || map.persona(*persona).is_none(),
            Self::Card(id) => !cards.contains(id),
            Self::Lane(id) => map.lane(*id).is_none(),
        });
        targets
    }

    /// The first of the ids it names that is not in the map.
    pub(super) fn missing_in(self, map: &Map) -> Option<String> {
        match self {
            Self::Stage(id) => map.stage(id).is_none().then(|| id.to_string()),
            Self::Touchpoint(id) | Self::Engagement(id) => map.touchpoint(id).is_none().then(|| id.to_string()),
            Self::Face(id, persona, _) => match (map.touchpoint(id), map.persona(persona)) {
                (None, _) => Some(id.to_string()),
                (Some(_), None) => Some(persona.to_string()),
                (Some(_), Some(_)) => None,
            },
            Self::Card(id) => map.card(id).is_none().then(|| id.to_string()),
            Self::Lane(id) => map.lane(id).is_none().then(|| id.to_string()),
        }
    }
}
