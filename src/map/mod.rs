//! What a journey map is. **A map is a value**: an edit never changes one, it makes a new one that shares
//! everything it did not touch (`Arc::make_mut` on the path to the change).
//!
//! This layer must not know files, egui, layout or the language of the interface.

mod channel_icon;
mod check;
mod color;
mod engagement;
mod fragment;
mod fresh_ids;
mod id;
mod image;
mod lane;
mod link;
mod loose;
mod note;
mod outline;
mod path;
mod people;
mod score;
mod stage;
mod structure;
mod survey;
mod thing;
mod tone_cuts;
mod touchpoint;

pub use channel_icon::ChannelIcon;
pub use check::{Fault, Problem};
pub use color::Rgb;
pub use engagement::Engagement;
pub use fragment::{Carries, Fragment, LooseCard, LooseFeeling};
pub use id::{
    CardId, ChannelId, ImageId, LaneId, LinkId, NoteId, PersonaId, QuestionId, StageId, SurveyId, TouchpointId,
};
pub use image::{Image, ImageBytes, ImageFormat, NewImage};
pub use lane::{BlueprintLine, Card, Lane, LaneKind, Spans, Status, Visibility};
pub use link::{Link, LinkKind, Percent};
pub use loose::{LooseArrow, LooseLevel, LooseLink, LooseNote, WholeLane};
pub use note::{FARTHEST, NOTE_WIDTHS, Note, NoteTarget, USUAL_NOTE_WIDTH};
pub use outline::KeptContent;
pub use path::OwnPath;
pub use people::{Channel, Persona};
pub use score::{Band, BandName, BandSpan, EmotionScale, Score, Tone};
pub use stage::Stage;
pub use structure::Structure;
pub use survey::{AnswerScale, Direction, Metric, NotCounted, Question, Survey, SurveyResult, Wave};
pub use thing::{Holder, Thing};
pub use tone_cuts::{ToneCuts, ToneSpan};
pub use touchpoint::{Control, Curve, Evidence, Feeling, Touchpoint, Weight};

use jiff::civil::Date;
use std::sync::Arc;

/// Segments with fewer valid answers than this are not shown, unless the map says otherwise.
pub const USUAL_ANONYMITY_LIMIT: u32 = 5;

/// The document: a customer-journey map.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// What the map is called.
    pub title: String,
    /// What it is about.
    pub description: String,
    /// When it should be looked at again.
    pub review_date: Option<Date>,
    /// The named bands over the emotion score.
    pub scale: EmotionScale,
    /// Segments with fewer valid answers than this are not shown. Usually 5.
    pub anonymity_limit: u32,
    /// Whether stages and touchpoints stand fast.
    pub structure: Structure,
    /// Who travels.
    pub personas: Vec<Arc<Persona>>,
    /// The channels touchpoints can run through.
    pub channels: Vec<Arc<Channel>>,
    /// The rows, top to bottom.
    pub lanes: Vec<Arc<Lane>>,
    /// The stages with their touchpoints, in the order of the journey.
    pub stages: Vec<Arc<Stage>>,
    /// The arrows between touchpoints.
    pub links: Vec<Arc<Link>>,
    /// Words anywhere on the canvas, back to front.
    pub notes: Vec<Arc<Note>>,
    /// What was measured.
    pub surveys: Vec<Arc<Survey>>,
    /// The pictures that cards, touchpoints and personas show, each once.
    pub images: Vec<Arc<Image>>,
}

impl Map {
    /// A map with the usual lanes, one nameless persona and nothing on it.
    pub fn empty(rng: &mut fastrand::Rng) -> Self {
        const USUAL_LANES: [LaneKind; 5] = [
            LaneKind::Touchpoints,
            LaneKind::Emotion,
            LaneKind::Channels,
            LaneKind::PainPoints,
            LaneKind::Opportunities,
        ];
        Self {
            title: String::new(),
            description: String::new(),
            review_date: None,
            scale: EmotionScale::default(),
            anonymity_limit: USUAL_ANONYMITY_LIMIT,
            structure: Structure::Open,
            personas: vec![Arc::new(Persona::new(PersonaId::random(rng), ""))],
            channels: Vec::new(),
            lanes: USUAL_LANES.map(|kind| Arc::new(Lane::new(LaneId::random(rng), kind))).to_vec(),
            stages: Vec::new(),
            links: Vec::new(),
            notes: Vec::new(),
            surveys: Vec::new(),
            images: Vec::new(),
        }
    }

    /// The map under another name where it has no title of its own: a picture of it says what it is called.
    pub fn titled(self: Arc<Self>, name: &str) -> Arc<Self> {
        if self.title.trim().is_empty() { Arc::new(Self { title: name.to_owned(), ..(*self).clone() }) } else { self }
    }

    /// The stage with this id.
    pub fn stage(&self, id: StageId) -> Option<&Arc<Stage>> {
        self.stages.iter().find(|stage| stage.id == id)
    }

    /// The touchpoint with this id.
    pub fn touchpoint(&self, id: TouchpointId) -> Option<&Arc<Touchpoint>> {
        self.touchpoints().find(|touchpoint| touchpoint.id == id)
    }

    /// Where a touchpoint stands: its stage's place in the map and its own place in the stage.
    pub fn place_of(&self, id: TouchpointId) -> Option<(usize, usize)> {
        self.stages.iter().enumerate().find_map(|(at, stage)| stage.position(id).map(|inner| (at, inner)))
    }

    /// All touchpoints in the order of the journey.
    pub fn touchpoints(&self) -> impl Iterator<Item = &Arc<Touchpoint>> {
        self.stages.iter().flat_map(|stage| stage.touchpoints.iter())
    }

    /// How many touchpoints the map has.
    pub fn touchpoint_count(&self) -> usize {
        self.stages.iter().map(|stage| stage.touchpoints.len()).sum()
    }

    /// The lane with this id.
    pub fn lane(&self, id: LaneId) -> Option<&Arc<Lane>> {
        self.lanes.iter().find(|lane| lane.id == id)
    }

    /// The first lane of a kind.
    pub fn lane_of_kind(&self, kind: LaneKind) -> Option<&Arc<Lane>> {
        self.lanes.iter().find(|lane| lane.kind == kind)
    }

    /// Whether a lane of a kind can be added, or a hidden one shown again: lanes of cards always.
    pub fn takes_lane(&self, kind: LaneKind) -> bool {
        kind.holds_cards() || self.lane_of_kind(kind).is_none_or(|lane| !lane.is_shown())
    }

    /// The persona with this id.
    pub fn persona(&self, id: PersonaId) -> Option<&Arc<Persona>> {
        self.personas.iter().find(|persona| persona.id == id)
    }

    /// The channel with this id.
    pub fn channel(&self, id: ChannelId) -> Option<&Arc<Channel>> {
        self.channels.iter().find(|channel| channel.id == id)
    }

    /// The link with this id.
    pub fn link(&self, id: LinkId) -> Option<&Arc<Link>> {
        self.links.iter().find(|link| link.id == id)
    }

    /// The note with this id.
    pub fn note(&self, id: NoteId) -> Option<&Arc<Note>> {
        self.notes.iter().find(|note| note.id == id)
    }

    /// The survey with this id.
    pub fn survey(&self, id: SurveyId) -> Option<&Arc<Survey>> {
        self.surveys.iter().find(|survey| survey.id == id)
    }

    /// The image with this id.
    pub fn image(&self, id: ImageId) -> Option<&Arc<Image>> {
        self.images.iter().find(|image| image.id == id)
    }

    /// Every mention of an image, by personas, touchpoints and cards.
    pub fn image_uses(&self) -> impl Iterator<Item = ImageId> {
        let of_personas = self.personas.iter().filter_map(|persona| persona.portrait);
        let of_touchpoints = self.touchpoints().filter_map(|touchpoint| touchpoint.image);
        of_personas.chain(of_touchpoints).chain(self.cards().filter_map(|(_, _, card)| card.image))
    }

    /// The card with this id, whom it belongs to and its lane.
    pub fn card(&self, id: CardId) -> Option<(Holder, LaneId, &Arc<Card>)> {
        self.cards().find(|(_, _, card)| card.id == id)
    }

    /// Every card with whom it belongs to and its lane.
    pub fn cards(&self) -> impl Iterator<Item = (Holder, LaneId, &Arc<Card>)> {
        self.stages.iter().flat_map(|stage| {
            let of_stage = cards_of(&stage.cards, Holder::Stage(stage.id));
            let of_touchpoints = stage
                .touchpoints
                .iter()
                .flat_map(|touchpoint| cards_of(&touchpoint.cards, Holder::Touchpoint(touchpoint.id)));
            of_stage.chain(of_touchpoints)
        })
    }
}

fn cards_of(
    cards: &std::collections::BTreeMap<LaneId, Vec<Arc<Card>>>,
    holder: Holder,
) -> impl Iterator<Item = (Holder, LaneId, &Arc<Card>)> {
    cards.iter().flat_map(move |(lane, cards)| cards.iter().map(move |card| (holder, *lane, card)))
}
