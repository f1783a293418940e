//! A map with its review, ready to be looked up by touchpoint: made once for each map, not in each frame.
//!
//! Must not know widgets or the language.

use crate::{
    map::{Map, StageId, Thing, ToneCuts, Touchpoint, TouchpointId},
    review::{Review, review},
};
use jiff::civil::Date;
use std::{collections::HashMap, ops::Range, sync::Arc};

/// A map as the panel reads it.
pub(super) struct Sheet {
    pub map: Arc<Map>,
    pub today: Date,
    pub review: Review,
    /// Which tone a score has on the map's scale.
    pub tones: ToneCuts,
    /// The touchpoints in the order of the journey; the place is the plot's x.
    pub columns: Vec<Arc<Touchpoint>>,
    /// The stages that have touchpoints.
    pub stages: Vec<StageSpan>,
    places: HashMap<TouchpointId, usize>,
}

/// Which columns a stage holds.
pub(super) struct StageSpan {
    pub id: StageId,
    /// The stage's place among all stages, which decides its colour.
    pub at: usize,
    pub columns: Range<usize>,
}

impl Sheet {
    pub fn new(map: &Arc<Map>, today: Date) -> Self {
        let columns: Vec<_> = map.touchpoints().cloned().collect();
        let places = columns.iter().enumerate().map(|(at, touchpoint)| (touchpoint.id, at)).collect();
        Self {
            map: Arc::clone(map),
            today,
            review: review(map, today),
            tones: map.scale.tone_cuts(),
            stages: spans(map),
            columns,
            places,
        }
    }

    /// Whether the sheet still says what `map` says on `today`.
    pub fn is_of(&self, map: &Arc<Map>, today: Date) -> bool {
        Arc::ptr_eq(&self.map, map) && self.today == today
    }

    /// The touchpoint with this id.
    pub fn touchpoint(&self, id: TouchpointId) -> Option<&Touchpoint> {
        self.columns.get(self.place(id)?).map(Arc::as_ref)
    }

    /// Which column a touchpoint is.
    pub fn place(&self, id: TouchpointId) -> Option<usize> {
        self.places.get(&id).copied()
    }

    /// Which column a thing belongs to: a touchpoint itself, its faces and its cards.
    pub fn place_of(&self, thing: Thing) -> Option<usize> {
        match thing {
            Thing::Touchpoint(id) | Thing::Face(id, _, _) | Thing::Engagement(id) => self.place(id),
            Thing::Card(id) => {
                self.columns.iter().position(|touchpoint| touchpoint.cards.values().flatten().any(|card| card.id == id))
            }
            Thing::Stage(_) | Thing::Lane(_) | Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) => None,
        }
    }
}

fn spans(map: &Map) -> Vec<StageSpan> {
    let mut from = 0;
    let mut spans = Vec::new();
    for (at, stage) in map.stages.iter().enumerate() {
        let to = from + stage.touchpoints.len();
        if to > from {
            spans.push(StageSpan { id: stage.id, at, columns: from..to });
        }
        from = to;
    }
    spans
}
