//! Every way a map can change. An [`Edit`] is a value; applying it makes a new map.
//!
//! Must not know history, selection or the window.

use super::{EditLabel, TextPlace};
use crate::map::{
    BlueprintLine, Card, CardId, Channel, ChannelIcon, ChannelId, Control, Curve, EmotionScale, Engagement, Evidence,
    Holder, Image, ImageId, Lane, LaneId, Link, LinkId, LinkKind, Map, Note, NoteId, NoteTarget, OwnPath, Percent,
    Persona, PersonaId, Rgb, Score, Spans, Stage, StageId, Status, Structure, Survey, SurveyId, Thing, Touchpoint,
    TouchpointId, Visibility, Wave, Weight,
};
use jiff::civil::Date;
use std::sync::Arc;

/// A change of a map. Things are named by their ids; places count from 0 in the map before the edit, and a place past
/// the end is the end.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Changes the map's own properties.
    Map(MapChange),
    /// Puts a stage, with its touchpoints, among the stages.
    InsertStage {
        /// Its place.
        at: usize,
        /// The stage; no id in it may be in the map already.
        stage: Arc<Stage>,
    },
    /// Changes a stage.
    Stage(StageId, StageChange),
    /// Moves a stage.
    MoveStage {
        /// Which.
        id: StageId,
        /// It stands before the stage that is now here; the count of stages makes it the last.
        to: usize,
    },
    /// Puts a touchpoint into a stage.
    InsertTouchpoint {
        /// The stage.
        stage: StageId,
        /// Its place in the stage.
        at: usize,
        /// The touchpoint; no id in it may be in the map already.
        touchpoint: Arc<Touchpoint>,
    },
    /// Changes a touchpoint.
    Touchpoint(TouchpointId, TouchpointChange),
    /// Moves touchpoints together, in the order of the journey whatever the order of `ids`.
    MoveTouchpoints {
        /// Which.
        ids: Vec<TouchpointId>,
        /// The stage they come to.
        stage: StageId,
        /// They stand before the touchpoint that is now here in `stage`.
        at: usize,
    },
    /// Changes what one persona feels at one touchpoint.
    Feeling(TouchpointId, PersonaId, FeelingChange),
    /// Puts a card into a cell.
    InsertCard {
        /// Whom it belongs to; of the sort that the lane spans.
        holder: Holder,
        /// A lane that holds cards.
        lane: LaneId,
        /// Its place in the cell, from the top.
        at: usize,
        /// The card; its id may not be in the map already.
        card: Arc<Card>,
    },
    /// Changes a card.
    Card(CardId, CardChange),
    /// Moves a card into a cell, its own or another.
    MoveCard {
        /// Which.
        id: CardId,
        /// Whom it comes to belong to; of the sort that the lane spans.
        holder: Holder,
        /// The lane it comes to.
        lane: LaneId,
        /// It stands before the card that is now here in the cell.
        at: usize,
    },
    /// Puts a lane among the lanes.
    InsertLane {
        /// Its place, from the top.
        at: usize,
        /// The lane.
        lane: Arc<Lane>,
    },
    /// Changes a lane.
    Lane(LaneId, LaneChange),
    /// Moves a lane.
    MoveLane {
        /// Which.
        id: LaneId,
        /// It stands before the lane that is now here; the count of lanes makes it the last.
        to: usize,
    },
    /// Adds a persona at the end.
    InsertPersona(Arc<Persona>),
    /// Changes a persona.
    Persona(PersonaId, PersonaChange),
    /// Moves a persona.
    MovePersona {
        /// Which.
        id: PersonaId,
        /// It stands before the persona that is now here; the count of personas makes it the last.
        to: usize,
    },
    /// Adds a channel at the end.
    InsertChannel(Arc<Channel>),
    /// Renames a channel everywhere. A sign that the old name proposed becomes the one that the new name proposes.
    RenameChannel(ChannelId, String),
    /// Gives a channel another sign; `None` for none.
    ChannelIcon(ChannelId, Option<ChannelIcon>),
    /// Removes a channel, from all touchpoints too.
    RemoveChannel(ChannelId),
    /// Adds a link.
    InsertLink(Arc<Link>),
    /// Changes a link.
    Link(LinkId, LinkChange),
    /// Adds a survey and what it needs; replaces nothing.
    AttachSurvey {
        /// The survey; it may name touchpoints of the map and of `touchpoints`.
        survey: Arc<Survey>,
        /// New touchpoints; they come to the end of the last stage.
        touchpoints: Vec<Arc<Touchpoint>>,
        /// The id of the stage that is made for them if the map has none.
        stage: StageId,
        /// The id of the survey lane that is made if the map has none; it stands after the channels, else the emotion.
        lane: LaneId,
    },
    /// Puts a note on the canvas, before the others.
    InsertNote(Arc<Note>),
    /// Changes a note.
    Note(NoteId, NoteChange),
    /// Brings a picture into the map, for edits after it in the same step to show it.
    InsertImage(Arc<Image>),
    /// Says what can be seen on a picture.
    DescribeImage(ImageId, String),
    /// Renames or dates a survey's wave.
    SurveyWave(SurveyId, Wave),
    /// Removes things with all that hangs on them: a stage's touchpoints, a touchpoint's cards, links and survey
    /// results, a lane's cards, a persona's feelings. A face or a point of the dramatic arc
    /// is cleared: its value becomes a gap.
    Remove(Vec<Thing>),
    /// Puts other texts in these places, each whole; the kind's name of a lane is no place.
    Texts(Vec<(TextPlace, String)>),
    /// Several edits, one after the other, as one step; all or none.
    All(Vec<Edit>),
    /// The same under a name of its own, such as "paste 3 touchpoints".
    Together(EditLabel, Vec<Edit>),
}

/// A change of the map's own properties.
#[derive(Clone, Debug, PartialEq)]
pub enum MapChange {
    /// What the map is called.
    Title(String),
    /// What it is about.
    Description(String),
    /// When it should be looked at again; `None` for never.
    ReviewDate(Option<Date>),
    /// The named bands. An own scale without bands, or with two that begin at the same score, does not fit.
    Scale(EmotionScale),
    /// Segments with fewer valid answers are not shown.
    AnonymityLimit(u32),
    /// Whether stages and touchpoints stand fast.
    Structure(Structure),
}

/// A change of a stage.
#[derive(Clone, Debug, PartialEq)]
pub enum StageChange {
    /// What it is called.
    Name(String),
    /// What the customer or the organisation wants from it.
    Goal(String),
    /// How one sees that it went well.
    Success(String),
    /// Its colour; `None` takes the palette's.
    Color(Option<Rgb>),
    /// How many customers reach it; `None` when nobody counted.
    Reach(Option<u64>),
}

/// A change of a touchpoint.
#[derive(Clone, Debug, PartialEq)]
pub enum TouchpointChange {
    /// What it is called.
    Name(String),
    /// What happens there.
    Description(String),
    /// All channels it runs through, in this order; each must be in the map.
    Channels(Vec<ChannelId>),
    /// Who has it in hand.
    Control(Control),
    /// Whether the customer's staying hangs on it.
    Weight(Weight),
    /// How strongly it holds the customer; `None` makes a gap.
    Engagement(Option<Engagement>),
    /// All its tags.
    Tags(Vec<String>),
    /// The picture it shows; one that nothing shows any more leaves the map.
    Image(Option<ImageId>),
}

/// A change of a feeling.
#[derive(Clone, Debug, PartialEq)]
pub enum FeelingChange {
    /// Sets a score; `None` makes a gap.
    Score(Curve, Option<Score>),
    /// The feeling in a word; empty for none.
    Word(String),
    /// Where the actual score comes from.
    Evidence(Evidence),
}

/// A change of a card.
#[derive(Clone, Debug, PartialEq)]
pub enum CardChange {
    /// What it says.
    Text(String),
    /// Where what it says comes from.
    Evidence(Evidence),
    /// Who takes care of it; empty for nobody.
    Owner(String),
    /// When it should be done.
    Due(Option<Date>),
    /// How far it is.
    Status(Option<Status>),
    /// The picture it shows; one that nothing shows any more leaves the map.
    Image(Option<ImageId>),
}

/// A change of a lane.
#[derive(Clone, Debug, PartialEq)]
pub enum LaneChange {
    /// What it is called; empty takes the kind's own name.
    Name(String),
    /// What its cells belong to. The cards come along: a touchpoint's to its stage, a stage's to its first touchpoint.
    /// Does not fit a lane without cards, nor while a stage with cards in the lane has no touchpoint to take them.
    Spans(Spans),
    /// The least height in document units; `None` takes what the content needs.
    Height(Option<u16>),
    /// Whether it is drawn.
    Visibility(Visibility),
    /// The line of a service blueprint under it; taken from the lane that has it, for each line is on a map once.
    Line(Option<BlueprintLine>),
}

/// A change of a persona.
#[derive(Clone, Debug, PartialEq)]
pub enum PersonaChange {
    /// What the persona is called.
    Name(String),
    /// Who that is.
    Description(String),
    /// Its portrait; one that nothing shows any more leaves the map.
    Portrait(Option<ImageId>),
    /// The colour of the curves; `None` takes the palette's.
    Color(Option<Rgb>),
    /// Whether the curves are drawn.
    Visibility(Visibility),
    /// Its own way; every touchpoint in it must be in the map.
    Path(OwnPath),
}

/// A change of a link.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkChange {
    /// Where it starts and leads.
    Ends {
        /// Where it starts.
        from: TouchpointId,
        /// Where it leads; not where it starts.
        to: TouchpointId,
    },
    /// What it means.
    Kind(LinkKind),
    /// What is written on it.
    Label(String),
    /// The share of customers who take it; `None` when nobody counted.
    Share(Option<Percent>),
}

/// A change of a note.
#[derive(Clone, Debug, PartialEq)]
pub enum NoteChange {
    /// What it says.
    Text(String),
    /// Its colour; `None` takes the palette's.
    Color(Option<Rgb>),
    /// Its width; `None` is the usual one.
    Width(Option<u16>),
    /// Where it stands and what its arrow leads to.
    Place {
        /// How far right of its origin, which is `to`, else the picture's.
        x: i32,
        /// How far below its origin.
        y: i32,
        /// What its arrow leads to; `None` for no arrow.
        to: Option<NoteTarget>,
    },
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
    /// A card is to be made, and nothing is selected that can hold one.
    NoPlace,
    /// A feeling is to be set while several personas are overlaid, so that nobody knows whose.
    WhosePersona,
    /// It would make, move or remove stages or touchpoints while the structure is locked.
    StructureLocked,
    /// A copy is to be made, and nothing is selected that can be copied.
    NothingToCopy,
    /// Feelings are to be put in, and no touchpoint is selected that could have them.
    NoFeelingPlace,
    /// A point of the dramatic arc is to be put in, and no touchpoint is selected that could have it.
    NoLevelPlace,
    /// A lane is to be put in with what stands in it, and the map has no column for that.
    NoColumns,
    /// What is selected cannot be copied by itself.
    NotCopyable,
    /// A link is to be put in, and it is not plain between which touchpoints.
    NoLinkPlace,
    /// A look is to be given, and nothing is selected that could have it.
    NoLookPlace,
    /// A portrait is to be set while several personas are shown and none is selected.
    WhosePortrait,
    /// A feeling is to be set where the persona does not come by.
    OffPath,
    /// It would put a card where no such cards stand, link a touchpoint to itself, use an id twice, name something
    /// that the map does not have, or break a scale.
    DoesNotFit,
}

impl Edit {
    /// The map after this edit. Whatever the edit does not touch is shared with `map`; an edit that changes nothing
    /// returns the same `Arc`.
    pub fn apply(&self, map: &Arc<Map>) -> Result<Arc<Map>, EditError> {
        super::apply::apply(self, map)
    }
}
