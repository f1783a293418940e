//! The one text of a thing that is edited in place: a name, a card's text, a link's label, a feeling's word.
//!
//! Must not know where it is typed.

use super::{
    CardChange, Edit, EditError, Editor, FeelingChange, LaneChange, LinkChange, PersonaChange, StageChange,
    TouchpointChange,
};
use crate::map::{Map, Thing};

/// The text of a thing that is edited in place; `None` where the thing is gone or has none, as a
/// point of the dramatic arc. A survey's is its wave's name.
pub fn text_of(map: &Map, thing: Thing) -> Option<&str> {
    match thing {
        Thing::Stage(id) => map.stage(id).map(|stage| stage.name.as_str()),
        Thing::Touchpoint(id) => map.touchpoint(id).map(|touchpoint| touchpoint.name.as_str()),
        Thing::Face(id, persona, _) => {
            let touchpoint = map.touchpoint(id)?;
            Some(touchpoint.feelings.get(&persona).map_or("", |feeling| feeling.word.as_str()))
        }
        Thing::Engagement(_) => None,
        Thing::Card(id) => map.card(id).map(|(_, _, card)| card.text.as_str()),
        Thing::Lane(id) => map.lane(id).map(|lane| lane.name.as_str()),
        Thing::Persona(id) => map.persona(id).map(|persona| persona.name.as_str()),
        Thing::Link(id) => map.link(id).map(|link| link.label.as_str()),
        Thing::Survey(id) => map.survey(id).map(|survey| survey.wave.name.as_str()),
    }
}

/// The edit that gives a thing another text; `None` where the thing is gone or has no text.
pub fn edit_of_text(map: &Map, thing: Thing, text: String) -> Option<Edit> {
    Some(match thing {
        Thing::Stage(id) => Edit::Stage(id, StageChange::Name(text)),
        Thing::Touchpoint(id) => Edit::Touchpoint(id, TouchpointChange::Name(text)),
        Thing::Face(id, persona, _) => Edit::Feeling(id, persona, FeelingChange::Word(text)),
        Thing::Engagement(_) => return None,
        Thing::Card(id) => Edit::Card(id, CardChange::Text(text)),
        Thing::Lane(id) => Edit::Lane(id, LaneChange::Name(text)),
        Thing::Persona(id) => Edit::Persona(id, PersonaChange::Name(text)),
        Thing::Link(id) => Edit::Link(id, LinkChange::Label(text)),
        Thing::Survey(id) => {
            let mut wave = map.survey(id)?.wave.clone();
            wave.name = text;
            Edit::SurveyWave(id, wave)
        }
    })
}

impl Editor {
    /// Gives a thing another text, as one step; the same text again is no step.
    pub fn set_text(&mut self, thing: Thing, text: impl Into<String>) -> Result<(), EditError> {
        self.commit_preview();
        let edit = edit_of_text(self.map(), thing, text.into()).ok_or(EditError::Gone)?;
        self.apply(edit)
    }
}
