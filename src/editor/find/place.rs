//! Where in a map a text stands. Must not know what it says.

use crate::{
    editor::text_of,
    map::{
        CardId, ChannelId, Curve, EmotionScale, Holder, LaneId, LinkId, Map, NoteId, PersonaId, StageId, SurveyId,
        Thing, TouchpointId,
    },
};

/// One text of a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TextPlace {
    /// What the map is called.
    MapTitle,
    /// What it is about.
    MapDescription,
    /// The name of a band of the user's own scale, by its place in the list.
    BandName(usize),
    /// What a persona is called.
    PersonaName(PersonaId),
    /// Who that is.
    PersonaDescription(PersonaId),
    /// What a channel is called.
    ChannelName(ChannelId),
    /// What a lane is called.
    LaneName(LaneId),
    /// What the language calls a lane that has no name of its own; cannot be replaced.
    LaneKind(LaneId),
    /// What a stage is called.
    StageName(StageId),
    /// What is wanted from it.
    StageGoal(StageId),
    /// How one sees that it went well.
    StageSuccess(StageId),
    /// What a touchpoint is called.
    TouchpointName(TouchpointId),
    /// What happens there.
    TouchpointDescription(TouchpointId),
    /// One of its tags, by its place.
    Tag(TouchpointId, usize),
    /// A feeling in a word.
    Word(TouchpointId, PersonaId),
    /// What a card says.
    CardText(Holder, CardId),
    /// Who takes care of it.
    CardOwner(Holder, CardId),
    /// What is written on a link.
    LinkLabel(LinkId),
    /// What a note says.
    NoteText(NoteId),
    /// What a survey's wave is called.
    WaveName(SurveyId),
}

impl TextPlace {
    /// What is selected to show it; `None` for what belongs to the map as a whole.
    pub fn thing(self) -> Option<Thing> {
        match self {
            Self::MapTitle | Self::MapDescription | Self::BandName(_) | Self::ChannelName(_) => None,
            Self::PersonaName(id) | Self::PersonaDescription(id) => Some(Thing::Persona(id)),
            Self::LaneName(id) | Self::LaneKind(id) => Some(Thing::Lane(id)),
            Self::StageName(id) | Self::StageGoal(id) | Self::StageSuccess(id) => Some(Thing::Stage(id)),
            Self::TouchpointName(id) | Self::TouchpointDescription(id) | Self::Tag(id, _) => {
                Some(Thing::Touchpoint(id))
            }
            Self::Word(id, persona) => Some(Thing::Face(id, persona, Curve::Actual)),
            Self::CardText(_, id) | Self::CardOwner(_, id) => Some(Thing::Card(id)),
            Self::LinkLabel(id) => Some(Thing::Link(id)),
            Self::NoteText(id) => Some(Thing::Note(id)),
            Self::WaveName(id) => Some(Thing::Survey(id)),
        }
    }

    /// What of the map shows it: what is selected, and of a channel every touchpoint that runs through it.
    pub fn things(self, map: &Map) -> Vec<Thing> {
        let Self::ChannelName(id) = self else { return self.thing().into_iter().collect() };
        let through = map.touchpoints().filter(|touchpoint| touchpoint.channels.contains(&id));
        through.map(|touchpoint| Thing::Touchpoint(touchpoint.id)).collect()
    }

    /// What stands there; `None` where the place is gone, and for a lane's kind.
    pub fn text(self, map: &Map) -> Option<&str> {
        let touchpoint = |id| map.touchpoint(id);
        let name = || self.thing().and_then(|thing| text_of(map, thing));
        match self {
            Self::MapTitle => Some(&map.title),
            Self::MapDescription => Some(&map.description),
            Self::BandName(at) => match &map.scale {
                EmotionScale::Own(bands) => bands.get(at).map(|band| band.name.as_str()),
                EmotionScale::Three | EmotionScale::Five => None,
            },
            Self::PersonaDescription(id) => map.persona(id).map(|persona| persona.description.as_str()),
            Self::ChannelName(id) => map.channel(id).map(|channel| channel.name.as_str()),
            Self::LaneKind(_) => None,
            Self::StageGoal(id) => map.stage(id).map(|stage| stage.goal.as_str()),
            Self::StageSuccess(id) => map.stage(id).map(|stage| stage.success.as_str()),
            Self::TouchpointDescription(id) => touchpoint(id).map(|found| found.description.as_str()),
            Self::Tag(id, at) => touchpoint(id).and_then(|found| found.tags.get(at)).map(String::as_str),
            Self::CardOwner(_, id) => map.card(id).map(|(_, _, card)| card.owner.as_str()),
            Self::PersonaName(_)
            | Self::LaneName(_)
            | Self::StageName(_)
            | Self::TouchpointName(_)
            | Self::Word(..)
            | Self::CardText(..)
            | Self::LinkLabel(_)
            | Self::NoteText(_)
            | Self::WaveName(_) => name(),
        }
    }

    /// Whether a person wrote it, so that it can be replaced.
    pub fn is_own(self) -> bool {
        !matches!(self, Self::LaneKind(_))
    }

    /// The stage or touchpoint whose value holds it; `None` for what stands elsewhere in the map.
    pub(super) fn holder(self) -> Option<Holder> {
        match self {
            Self::StageName(id) | Self::StageGoal(id) | Self::StageSuccess(id) => Some(Holder::Stage(id)),
            Self::TouchpointName(id) | Self::TouchpointDescription(id) | Self::Tag(id, _) | Self::Word(id, _) => {
                Some(Holder::Touchpoint(id))
            }
            Self::CardText(holder, _) | Self::CardOwner(holder, _) => Some(holder),
            Self::MapTitle
            | Self::MapDescription
            | Self::BandName(_)
            | Self::PersonaName(_)
            | Self::PersonaDescription(_)
            | Self::ChannelName(_)
            | Self::LaneName(_)
            | Self::LaneKind(_)
            | Self::LinkLabel(_)
            | Self::NoteText(_)
            | Self::WaveName(_) => None,
        }
    }

    /// The hidden lane that its card stands in, or that it names; `None` where nothing hides it.
    pub fn hidden_lane(self, map: &Map) -> Option<LaneId> {
        let lane = match self {
            Self::CardText(_, id) | Self::CardOwner(_, id) => map.card(id).map(|(_, lane, _)| lane),
            Self::LaneName(id) | Self::LaneKind(id) => Some(id),
            Self::MapTitle
            | Self::MapDescription
            | Self::BandName(_)
            | Self::PersonaName(_)
            | Self::PersonaDescription(_)
            | Self::ChannelName(_)
            | Self::StageName(_)
            | Self::StageGoal(_)
            | Self::StageSuccess(_)
            | Self::TouchpointName(_)
            | Self::TouchpointDescription(_)
            | Self::Tag(..)
            | Self::Word(..)
            | Self::LinkLabel(_)
            | Self::NoteText(_)
            | Self::WaveName(_) => None,
        };
        lane.and_then(|id| map.lane(id)).filter(|lane| !lane.is_shown()).map(|lane| lane.id)
    }
}
