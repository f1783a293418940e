//! A piece of a map that is carried elsewhere: copied, duplicated, pasted, or read from another program's text.
//!
//! This file must not know where a piece goes, nor how it is written.

use super::{
    Card, Channel, Feeling, Holder, Image, ImageId, Lane, LaneId, LaneKind, Link, LooseLevel, LooseLink, LooseNote,
    Map, Persona, PersonaId, Stage, StageId, Touchpoint, WholeLane,
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
    /// Whole lanes, in their order.
    pub rows: Vec<WholeLane>,
    /// Levels of the dramatic arc without their touchpoint, column by column.
    pub levels: Vec<LooseLevel>,
    /// Links between its own touchpoints.
    pub links: Vec<Arc<Link>>,
    /// Links without their ends.
    pub loose_links: Vec<LooseLink>,
    /// Notes, back to front.
    pub notes: Vec<LooseNote>,
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
        let is_inside = !self.stages.is_empty() || !self.touchpoints.is_empty() || !self.cards.is_empty();
        let is_value = !self.feelings.is_empty() || !self.levels.is_empty();
        !is_inside && !is_value && self.rows.is_empty() && self.loose_links.is_empty() && self.notes.is_empty()
    }

    /// All touchpoints, those of the stages first.
    pub fn all_touchpoints(&self) -> impl Iterator<Item = &Arc<Touchpoint>> {
        self.stages.iter().flat_map(|stage| &stage.touchpoints).chain(&self.touchpoints)
    }

    /// All cards, wherever in the piece they stand.
    pub fn all_cards(&self) -> impl Iterator<Item = &Arc<Card>> {
        let of_stages = self.stages.iter().flat_map(|stage| stage.cards.values().flatten());
        let of_touchpoints = self.all_touchpoints().flat_map(|touchpoint| touchpoint.cards.values().flatten());
        of_stages.chain(of_touchpoints).chain(self.loose_cards().map(|loose| &loose.card))
    }

    /// The cards without what they belong to, those of whole lanes too.
    fn loose_cards(&self) -> impl Iterator<Item = &LooseCard> {
        self.cards.iter().chain(self.rows.iter().flat_map(|row| &row.cards))
    }

    /// The feelings without their touchpoint, those of whole lanes too.
    pub fn loose_feelings(&self) -> impl Iterator<Item = &LooseFeeling> {
        self.feelings.iter().chain(self.rows.iter().flat_map(|row| &row.feelings))
    }

    /// The levels without their touchpoint, those of whole lanes too.
    fn loose_levels(&self) -> impl Iterator<Item = &LooseLevel> {
        self.levels.iter().chain(self.rows.iter().flat_map(|row| &row.levels))
    }

    /// Every picture that its things and its personas show.
    pub fn shown_images(&self) -> impl Iterator<Item = ImageId> {
        let on_cards = self.all_cards().filter_map(|card| card.image);
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
        let rows = self.rows.iter().map(|row| row.lane.name.as_str());
        let cards = self.loose_cards().map(|loose| loose.card.text.as_str());
        let words = self.loose_feelings().map(|loose| loose.feeling.word.as_str());
        let links = self.loose_links.iter().map(|loose| loose.label.as_str());
        let notes = self.notes.iter().map(|loose| loose.note.text.as_str());
        let things = stages.chain(touchpoints).chain(rows).chain(cards).chain(words);
        let lines = things.chain(links).chain(notes).filter(|line| !line.trim().is_empty());
        lines.collect::<Vec<_>>().join("\n")
    }

    /// The piece as a map of its own, with the lanes it needs: loose touchpoints, cards and feelings stand in a last stage without a name. For
    /// a look at it, and for checking what it refers to.
    pub fn as_map(&self) -> Map {
        let rng = &mut fastrand::Rng::with_seed(0);
        let mut map = Map::empty(rng);
        let is_felt =
            self.loose_feelings().next().is_some() || self.all_touchpoints().any(|one| !one.feelings.is_empty());
        map.lanes.retain(|lane| match lane.kind {
            LaneKind::Emotion => is_felt,
            LaneKind::Channels => !self.channels.is_empty(),
            kind => !kind.holds_cards(),
        });
        let is_row = |lane: &Lane| self.rows.iter().any(|row| row.lane.id == lane.id);
        let is_other =
            |lane: &Lane| self.rows.iter().all(|row| row.lane.kind.holds_cards() || row.lane.kind != lane.kind);
        map.lanes.retain(|lane| is_other(lane));
        map.lanes.extend(self.lanes.iter().filter(|lane| !is_row(lane)).cloned());
        map.lanes.extend(self.rows.iter().map(|row| Arc::clone(&row.lane)));
        if !self.personas.is_empty() {
            map.personas.clone_from(&self.personas);
        }
        map.channels.clone_from(&self.channels);
        map.stages.clone_from(&self.stages);
        map.links.clone_from(&self.links);
        map.images.clone_from(&self.images);
        map.notes = self.notes.iter().map(|loose| Arc::clone(&loose.note)).collect();
        let mut last = Stage::new(StageId::random(rng), "");
        last.touchpoints.clone_from(&self.touchpoints);
        self.put_loose(&mut last, rng);
        if !last.touchpoints.is_empty() || !last.cards.is_empty() {
            map.stages.push(Arc::new(last));
        }
        map
    }

    fn put_loose(&self, stage: &mut Stage, rng: &mut fastrand::Rng) {
        let lanes: Vec<&Arc<Lane>> = self.lanes.iter().chain(self.rows.iter().map(|row| &row.lane)).collect();
        let spans_stages = |id| lanes.iter().any(|lane| lane.id == id && lane.spans == super::Spans::Stages);
        let mut columns: Vec<Touchpoint> = Vec::new();
        let mut grow = |columns: &mut Vec<Touchpoint>, at: usize| {
            let more = (at + 1).saturating_sub(columns.len());
            columns.extend((0..more).map(|_| Touchpoint::new(super::TouchpointId::random(rng), "")));
        };
        for loose in self.loose_cards() {
            if spans_stages(loose.lane) {
                stage.cards.entry(loose.lane).or_default().push(Arc::clone(&loose.card));
                continue;
            }
            grow(&mut columns, loose.column);
            if let Some(column) = columns.get_mut(loose.column) {
                column.cards.entry(loose.lane).or_default().push(Arc::clone(&loose.card));
            }
        }
        for loose in self.loose_feelings() {
            grow(&mut columns, loose.column);
            if let Some(column) = columns.get_mut(loose.column) {
                column.feelings.insert(loose.persona, loose.feeling.clone());
            }
        }
        for loose in self.loose_levels() {
            grow(&mut columns, loose.column);
            if let Some(column) = columns.get_mut(loose.column) {
                column.engagement = Some(loose.level);
            }
        }
        stage.touchpoints.extend(columns.into_iter().map(Arc::new));
    }

    /// Whether ids are single, references lead somewhere, and columns are numbers that a map can have.
    pub fn is_sound(&self) -> bool {
        let cards = self.loose_cards().map(|loose| loose.column);
        let values =
            self.loose_feelings().map(|loose| loose.column).chain(self.loose_levels().map(|loose| loose.column));
        let reach = |link: &LooseLink| link.over != 0 && link.over.unsigned_abs() < MOST_COLUMNS as u64;
        let (mut lanes, mut rows) = (HashSet::new(), HashSet::new());
        cards.chain(values).all(|column| column < MOST_COLUMNS)
            && self.lanes.iter().all(|lane| lane.kind.holds_cards() && lanes.insert(lane.id))
            && self.rows.iter().all(|row| row.is_sound() && rows.insert(row.lane.id))
            && self.loose_links.iter().all(reach)
            && self.notes.iter().all(LooseNote::is_sound)
            && (self.loose_feelings().next().is_none() || !self.personas.is_empty())
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
