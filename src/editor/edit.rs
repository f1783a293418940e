//! Every way a map can change. An [`Edit`] is a value; applying it makes a new map.
//!
//! Must not know history, selection or the window.

use crate::map::{
    Band, Card, CardId, Channel, ChannelId, Control, Curve, EmotionScale, Evidence, Lane, LaneId, Link, LinkId,
    LinkKind, Map, Owner, Percent, Persona, PersonaId, Rgb, Score, Spans, Stage, StageId, Status, Survey, SurveyId,
    Thing, Touchpoint, TouchpointId, Visibility, Wave, Weight,
};
use jiff::civil::Date;
use std::sync::Arc;

/// A change of a map.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Changes the map's own properties.
    Map(MapChange),
    /// Puts a stage (with its touchpoints) at a place among the stages; past the end is the end.
    InsertStage { at: usize, stage: Arc<Stage> },
    /// Changes a stage.
    Stage(StageId, StageChange),
    /// Moves a stage so that it stands before the stage that is now at `to` (the count of stages: last).
    MoveStage { id: StageId, to: usize },
    /// Puts a touchpoint into a stage; past the end is the end.
    InsertTouchpoint { stage: StageId, at: usize, touchpoint: Arc<Touchpoint> },
    /// Changes a touchpoint.
    Touchpoint(TouchpointId, TouchpointChange),
    /// Moves touchpoints, in the order of the journey, before the touchpoint now at `at` in `stage`.
    MoveTouchpoints { ids: Vec<TouchpointId>, stage: StageId, at: usize },
    /// Changes what one persona feels at one touchpoint.
    Feeling(TouchpointId, PersonaId, FeelingChange),
    /// Puts a card into a cell.
    InsertCard { owner: Owner, lane: LaneId, at: usize, card: Arc<Card> },
    /// Changes a card.
    Card(CardId, CardChange),
    /// Moves a card into a cell, before the card now at `at`.
    MoveCard { id: CardId, owner: Owner, lane: LaneId, at: usize },
    /// Puts a lane among the lanes.
    InsertLane { at: usize, lane: Arc<Lane> },
    /// Changes a lane.
    Lane(LaneId, LaneChange),
    /// Moves a lane so that it stands before the lane that is now at `to`.
    MoveLane { id: LaneId, to: usize },
    /// Adds a persona at the end.
    InsertPersona(Arc<Persona>),
    /// Changes a persona.
    Persona(PersonaId, PersonaChange),
    /// Moves a persona before the one now at `to`.
    MovePersona { id: PersonaId, to: usize },
    /// Adds a channel.
    InsertChannel(Arc<Channel>),
    /// Renames a channel everywhere.
    RenameChannel(ChannelId, String),
    /// Removes a channel, from all touchpoints too.
    RemoveChannel(ChannelId),
    /// Adds a link.
    InsertLink(Arc<Link>),
    /// Changes a link.
    Link(LinkId, LinkChange),
    /// Adds a survey with the touchpoints it names that the map does not know (into the last stage, made if there is
    /// none) and, if there is none, a survey lane.
    AttachSurvey { survey: Arc<Survey>, touchpoints: Vec<Arc<Touchpoint>>, stage: StageId, lane: LaneId },
    /// Renames or dates a survey's wave.
    SurveyWave(SurveyId, Wave),
    /// Removes things, with all that hangs on them (links of a touchpoint, results of a survey, feelings of a persona).
    /// A face is cleared: its score becomes a gap.
    Remove(Vec<Thing>),
    /// Several edits as one step.
    All(Vec<Edit>),
}

/// A change of the map's own properties.
#[derive(Clone, Debug, PartialEq)]
pub enum MapChange {
    Title(String),
    Description(String),
    ReviewDate(Option<Date>),
    Scale(EmotionScale),
    /// Replaces the user's own bands; makes the scale an own one.
    Bands(Vec<Band>),
    AnonymityLimit(u32),
}

/// A change of a stage.
#[derive(Clone, Debug, PartialEq)]
pub enum StageChange {
    Name(String),
    Goal(String),
    Success(String),
    Color(Option<Rgb>),
    Reach(Option<u64>),
}

/// A change of a touchpoint.
#[derive(Clone, Debug, PartialEq)]
pub enum TouchpointChange {
    Name(String),
    Description(String),
    Channels(Vec<ChannelId>),
    Control(Control),
    Weight(Weight),
    Tags(Vec<String>),
}

/// A change of a feeling.
#[derive(Clone, Debug, PartialEq)]
pub enum FeelingChange {
    /// Sets a score; `None` makes a gap.
    Score(Curve, Option<Score>),
    Word(String),
    Evidence(Evidence),
}

/// A change of a card.
#[derive(Clone, Debug, PartialEq)]
pub enum CardChange {
    Text(String),
    Owner(String),
    Due(Option<Date>),
    Status(Option<Status>),
}

/// A change of a lane.
#[derive(Clone, Debug, PartialEq)]
pub enum LaneChange {
    Name(String),
    /// Moves the cards along: a touchpoint's to its stage, a stage's to its first touchpoint.
    Spans(Spans),
    Height(Option<u16>),
    Visibility(Visibility),
}

/// A change of a persona.
#[derive(Clone, Debug, PartialEq)]
pub enum PersonaChange {
    Name(String),
    Description(String),
    Color(Option<Rgb>),
    Visibility(Visibility),
}

/// A change of a link.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkChange {
    Ends { from: TouchpointId, to: TouchpointId },
    Kind(LinkKind),
    Label(String),
    Share(Option<Percent>),
}

/// Why an edit could not be applied; the map is as before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditError {
    /// It names a thing that is not there any more.
    Gone,
    /// It would leave the map without a persona.
    LastPersona,
    /// It would make a second lane of a kind that a map has once.
    SecondLane,
    /// It would put a card where no cards stand, or link a touchpoint to itself, or reuse an id.
    DoesNotFit,
}

impl Edit {
    /// The map after this edit. Whatever the edit does not touch is shared with `map`; an edit that changes nothing
    /// returns the same `Arc`.
    pub fn apply(&self, map: &Arc<Map>) -> Result<Arc<Map>, EditError> {
        super::apply::apply(self, map)
    }
}
