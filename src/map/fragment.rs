//! A piece of a map that is carried elsewhere: copied, duplicated, pasted, or read from another program's text.
//!
//! This file must not know where a piece goes, nor how it is written.

use super::{
    Card, Channel, Feeling, Holder, Image, ImageId, Lane, LaneId, LaneKind, Link, Map, Persona, PersonaId, Stage,
    StageId, Touchpoint,
};
use serde::{Deserialize, Serialize};
use std::{collections::HashSet, sync::Arc};

/// A piece of a map. Everything its things refer to comes along.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fragment {
    /// Whether the things themselves are meant, or only how they look and feel.
    pub carries: Carries,
    /// The personas whose feelings it holds.
    pub personas: Vec<Arc<Persona>>,
    /// The channels that its touchpoints name.
    pub channels: Vec<Arc<Channel>>,
    /// The lanes in which its cards stand.
    pub lanes: Vec<Arc<Lane>>,
    /// Whole stages, in their order.
    pub stages: Vec<Arc<Stage>>,
    /// Touchpoints without their stage, in their order.
    pub touchpoints: Vec<Arc<Touchpoint>>,
    /// Cards without what they belong to, column by column.
    pub cards: Vec<LooseCard>,
    /// Feelings without their touchpoint, column by column.
    pub feelings: Vec<LooseFeeling>,
    /// Links between its own touchpoints.
    pub links: Vec<Arc<Link>>,
    /// The pictures that its things show.
    pub images: Vec<Arc<Image>>,
}

/// What of the things of a piece is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Carries {
    /// The things.
    #[default]
    Things,
    /// The look and the feelings of its first stage or touchpoint.
    Look,
}

/// A card without what it belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LooseCard {
    /// How many columns right of the first card of the piece: touchpoints, in a lane that spans stages stages.
    pub column: usize,
    /// The lane it stood in.
    pub lane: LaneId,
    /// The card.
    pub card: Arc<Card>,
}

/// A persona's feeling without its touchpoint. A score that is absent is not carried, rather than a gap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LooseFeeling {
    /// How many touchpoints right of the first feeling of the piece.
    pub column: usize,
    /// Whose.
    pub persona: PersonaId,
    /// The feeling; its word and evidence go with the actual score.
    pub feeling: Feeling,
}

impl Fragment {
    /// Whether there is nothing in it to be put anywhere.
    pub fn is_empty(&self) -> bool {
        self.stages.is_empty() && self.touchpoints.is_empty() && self.cards.is_empty() && self.feelings.is_empty()
    }

    /// All touchpoints, those of the stages first.
    pub fn all_touchpoints(&self) -> impl Iterator<Item = &Arc<Touchpoint>> {
        self.stages.iter().flat_map(|stage| &stage.touchpoints).chain(&self.touchpoints)
    }

    /// Every picture that its things and its personas show.
    pub fn shown_images(&self) -> impl Iterator<Item = ImageId> {
        let of_stages = self.stages.iter().flat_map(|stage| stage.cards.values().flatten());
        let of_touchpoints = self.all_touchpoints().flat_map(|touchpoint| touchpoint.cards.values().flatten());
        let loose = self.cards.iter().map(|loose| &loose.card);
        let on_cards = of_stages.chain(of_touchpoints).chain(loose).filter_map(|card| card.image);
        let portraits = self.personas.iter().filter_map(|persona| persona.portrait);
        on_cards.chain(self.all_touchpoints().filter_map(|touchpoint| touchpoint.image)).chain(portraits)
    }

    /// The texts of its things, a line each, for a place that takes nothing but text.
    pub fn plain_text(&self) -> String {
        let stages = self.stages.iter().flat_map(|stage| {
            let inner = stage.touchpoints.iter().map(|touchpoint| touchpoint.name.as_str());
            std::iter::once(stage.name.as_str()).chain(inner)
        });
        let touchpoints = self.touchpoints.iter().map(|touchpoint| touchpoint.name.as_str());
        let cards = self.cards.iter().map(|loose| loose.card.text.as_str());
        let words = self.feelings.iter().map(|loose| loose.feeling.word.as_str());
        let lines = stages.chain(touchpoints).chain(cards).chain(words).filter(|line| !line.trim().is_empty());
        lines.collect::<Vec<_>>().join("\n")
    }

    /// The piece as a map of its own, with the lanes it needs: loose touchpoints, cards and feelings stand in a last stage without a name. For
    /// a look at it, and for checking what it refers to.
    pub fn as_map(&self) -> Map {
        let rng = &mut fastrand::Rng::with_seed(0);
        let mut map = Map::empty(rng);
        let is_felt = !self.feelings.is_empty() || self.all_touchpoints().any(|one| !one.feelings.is_empty());
        map.lanes.retain(|lane| match lane.kind {
            LaneKind::Emotion => is_felt,
            LaneKind::Channels => !self.channels.is_empty(),
            kind => !kind.holds_cards(),
        });
        map.lanes.extend(self.lanes.iter().cloned());
        if !self.personas.is_empty() {
            map.personas.clone_from(&self.personas);
        }
        map.channels.clone_from(&self.channels);
        map.stages.clone_from(&self.stages);
        map.links.clone_from(&self.links);
        map.images.clone_from(&self.images);
        let mut last = Stage::new(StageId::random(rng), "");
        last.touchpoints.clone_from(&self.touchpoints);
        self.put_loose(&mut last, rng);
        if !last.touchpoints.is_empty() || !last.cards.is_empty() {
            map.stages.push(Arc::new(last));
        }
        map
    }

    fn put_loose(&self, stage: &mut Stage, rng: &mut fastrand::Rng) {
        let spans_stages = |id| self.lanes.iter().any(|lane| lane.id == id && lane.spans == super::Spans::Stages);
        let mut columns: Vec<Touchpoint> = Vec::new();
        let mut grow = |columns: &mut Vec<Touchpoint>, at: usize| {
            let more = (at + 1).saturating_sub(columns.len());
            columns.extend((0..more).map(|_| Touchpoint::new(super::TouchpointId::random(rng), "")));
        };
        for loose in &self.cards {
            if spans_stages(loose.lane) {
                stage.cards.entry(loose.lane).or_default().push(Arc::clone(&loose.card));
                continue;
            }
            grow(&mut columns, loose.column);
            if let Some(column) = columns.get_mut(loose.column) {
                column.cards.entry(loose.lane).or_default().push(Arc::clone(&loose.card));
            }
        }
        for loose in &self.feelings {
            grow(&mut columns, loose.column);
            if let Some(column) = columns.get_mut(loose.column) {
                column.feelings.insert(loose.persona, loose.feeling.clone());
            }
        }
        stage.touchpoints.extend(columns.into_iter().map(Arc::new));
    }

    /// Whether ids are single, references lead somewhere, and columns are numbers that a map can have.
    pub fn is_sound(&self) -> bool {
        let columns = self.cards.iter().map(|loose| loose.column).chain(self.feelings.iter().map(|loose| loose.column));
        let mut lanes = HashSet::new();
        columns.into_iter().all(|column| column < MOST_COLUMNS)
            && self.lanes.iter().all(|lane| lane.kind.holds_cards() && lanes.insert(lane.id))
            && (self.feelings.is_empty() || !self.personas.is_empty())
            && self.as_map().check().is_empty()
    }
}

/// Columns a piece may reach over; more is no piece of a map that anybody made.
const MOST_COLUMNS: usize = 20_000;

impl Map {
    /// What stands in the columns of a lane, left to right: touchpoints, or stages.
    pub fn holders(&self, spans: super::Spans) -> Vec<Holder> {
        match spans {
            super::Spans::Touchpoints => self.touchpoints().map(|one| Holder::Touchpoint(one.id)).collect(),
            super::Spans::Stages => self.stages.iter().map(|one| Holder::Stage(one.id)).collect(),
        }
    }
}
