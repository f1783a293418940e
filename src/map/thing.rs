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
    /// How strongly a touchpoint holds the customer: its point of the dramatic arc.
    Engagement(TouchpointId),
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
pub enum Holder {
    /// A touchpoint.
    Touchpoint(TouchpointId),
    /// A whole stage, in a lane that spans stages.
    Stage(StageId),
}

impl Thing {
    /// The touchpoint that it is; `None` for every other thing, also for what belongs to a touchpoint.
    pub fn as_touchpoint(self) -> Option<TouchpointId> {
        match self {
            Self::Touchpoint(id) => Some(id),
            Self::Stage(_)
            | Self::Face(..)
            | Self::Engagement(_)
            | Self::Card(_)
            | Self::Lane(_)
            | Self::Persona(_)
            | Self::Link(_)
            | Self::Survey(_) => None,
        }
    }

    /// Whether it is a value that stands at a height and can be pulled: a face, a point of the dramatic arc.
    pub fn is_value(self) -> bool {
        match self {
            Self::Face(..) | Self::Engagement(_) => true,
            Self::Stage(_) | Self::Touchpoint(_) | Self::Card(_) | Self::Lane(_) => false,
            Self::Persona(_) | Self::Link(_) | Self::Survey(_) => false,
        }
    }

    /// Whether it can be seen on the map: a card not in a hidden lane, a point of the dramatic arc while its lane is
    /// shown, a face not of a hidden persona while another one is shown. Everything else that is there can, or is listed
    /// where it can be shown again.
    pub fn is_seen_in(self, map: &super::Map) -> bool {
        match self {
            Self::Engagement(_) => {
                let arc = map.lane_of_kind(super::LaneKind::DramaticArc);
                self.exists_in(map) && arc.is_some_and(|lane| lane.is_shown())
            }
            Self::Card(id) => map.card(id).and_then(|(_, lane, _)| map.lane(lane)).is_some_and(|lane| lane.is_shown()),
            Self::Face(_, id, _) => {
                let is_shown = |persona: &super::Persona| persona.visibility == super::Visibility::Shown;
                let none_is_shown = !map.personas.iter().any(|persona| is_shown(persona));
                self.exists_in(map) && map.persona(id).is_some_and(|persona| is_shown(persona) || none_is_shown)
            }
            Self::Stage(_)
            | Self::Touchpoint(_)
            | Self::Lane(_)
            | Self::Persona(_)
            | Self::Link(_)
            | Self::Survey(_) => self.exists_in(map),
        }
    }

    /// Whether the map still has it. A face is there while its touchpoint and persona are, a point of the dramatic arc
    /// while its touchpoint is.
    pub fn exists_in(self, map: &super::Map) -> bool {
        match self {
            Self::Stage(id) => map.stage(id).is_some(),
            Self::Touchpoint(id) | Self::Engagement(id) => map.touchpoint(id).is_some(),
            Self::Face(id, persona, _) => map.touchpoint(id).is_some() && map.persona(persona).is_some(),
            Self::Card(id) => map.card(id).is_some(),
            Self::Lane(id) => map.lane(id).is_some(),
            Self::Persona(id) => map.persona(id).is_some(),
            Self::Link(id) => map.link(id).is_some(),
            Self::Survey(id) => map.survey(id).is_some(),
        }
    }
}
