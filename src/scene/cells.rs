//! The blocks of a column: one file for each sort of lane. Must not know where a column stands.

mod cards;
mod channels;
mod dramatic_arc;
mod emotion;
mod picture;
mod survey;
mod touchpoint;

pub(super) use cards::stage_cards_cell;
pub(super) use emotion::EXPECTED_STRENGTH;
pub(super) use touchpoint::diamond;

use super::{ArcAxis, Block, CurveChoice, EmotionAxis, Images, measured::Measured, text::Measurer, travellers::Drawn};
use crate::{
    map::{ChannelIcon, ChannelId, Lane, LaneKind, PersonaId, ToneCuts, Touchpoint, TouchpointId},
    texts::Texts,
};
use rustc_hash::FxHashMap;
use std::{collections::HashSet, sync::Arc};

/// What all cells of a layout share besides the measurer.
#[derive(Clone, Debug)]
pub(super) struct CellContext {
    pub texts: Texts,
    pub curves: CurveChoice,
    /// Whose feelings are drawn.
    pub personas: Vec<Drawn>,
    pub overlay: Overlay,
    /// The touchpoints that a persona does not meet, for those that have a path of their own.
    pub off_paths: Vec<(PersonaId, Arc<HashSet<TouchpointId>>)>,
    pub channels: Arc<FxHashMap<ChannelId, ShownChannel>>,
    pub results: Arc<FxHashMap<TouchpointId, Arc<Measured>>>,
    /// The waves that the results are of, the oldest first.
    pub waves: Arc<[String]>,
    /// Where scores stand, from the emotion row's top.
    pub axis: EmotionAxis,
    /// Where the levels of the dramatic arc stand, from its row's top; `None` without a shown arc.
    pub arc: Option<ArcAxis>,
    /// Which tone a score has on the map's scale.
    pub tones: ToneCuts,
    /// The map's pictures. What an id names never changes, so that what is laid out stays when pictures come and go.
    pub images: Arc<Images>,
}

impl CellContext {
    /// Whether a persona does not meet a touchpoint.
    pub fn is_off_path(&self, persona: PersonaId, touchpoint: TouchpointId) -> bool {
        self.off_paths.iter().any(|(other, off)| *other == persona && off.contains(&touchpoint))
    }

    /// Whether a touchpoint stands back: the one persona that is shown does not meet it.
    pub fn is_dimmed(&self, touchpoint: TouchpointId) -> bool {
        self.overlay == Overlay::One && self.off_paths.iter().any(|(_, off)| off.contains(&touchpoint))
    }
}

/// What is drawn of a channel.
#[derive(Debug)]
pub(super) struct ShownChannel {
    pub name: Arc<str>,
    pub icon: Option<ChannelIcon>,
}

/// Whether curves lie over each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Overlay {
    /// One persona's, in ink.
    One,
    /// Several personas', each in its colour.
    Several,
}

/// The cell of a touchpoint in a lane that spans touchpoints. Its size is the room it needs in its row.
pub(super) fn touchpoint_cell(
    ground: &CellContext,
    measurer: &mut Measurer,
    lane: &Lane,
    touchpoint: &Touchpoint,
) -> Block {
    match lane.kind {
        LaneKind::Touchpoints => touchpoint::touchpoint_card(ground, measurer, touchpoint),
        LaneKind::Emotion => emotion::emotion_cell(ground, measurer, touchpoint),
        LaneKind::DramaticArc => dramatic_arc::dramatic_arc_cell(ground, measurer, touchpoint),
        LaneKind::Channels => channels::channels_cell(ground, measurer, &touchpoint.channels),
        LaneKind::Survey => survey::survey_cell(ground, measurer, touchpoint),
        LaneKind::PainPoints
        | LaneKind::Opportunities
        | LaneKind::Actions
        | LaneKind::Thoughts
        | LaneKind::Backstage
        | LaneKind::Notes
        | LaneKind::Storyboard => cards::cards_cell(ground, measurer, lane, touchpoint.cards_in(lane.id)),
    }
}
