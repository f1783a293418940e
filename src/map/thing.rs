//! Names for everything on a map that can be pointed at, selected, edited or removed.
//!
//! This file must not know how a thing is drawn.

use super::{CardId, Curve, LaneId, LinkId, PersonaId, StageId, SurveyId, TouchpointId};

/// Anything on a map that can be pointed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Thing {
    /// A stage.
    Stage(StageId),
    /// A touchpoint.
    Touchpoint(TouchpointId),
    /// A persona's score at a touchpoint.
    Face(TouchpointId, PersonaId, Curve),
    /// A card.
    Card(CardId),
    /// A lane.
    Lane(LaneId),
    /// A persona.
    Persona(PersonaId),
    /// A link.
    Link(LinkId),
    /// A survey.
    Survey(SurveyId),
}

/// What a card belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Owner {
    /// A touchpoint.
    Touchpoint(TouchpointId),
    /// A whole stage, in a lane that spans stages.
    Stage(StageId),
}
