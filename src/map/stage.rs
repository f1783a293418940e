//! A stage: a phase of the journey, a group of columns.
//!
//! This file must not know layout.

use super::{Card, LaneId, Rgb, StageId, Touchpoint, TouchpointId};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, sync::Arc};

/// A phase of the journey with its touchpoints in order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// Its id, once in the map.
    pub id: StageId,
    /// What it is called.
    #[serde(default)]
    pub name: String,
    /// What the customer or the organisation wants from it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub goal: String,
    /// How one sees that it went well: lower cost to serve, higher conversion, less effort.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub success: String,
    /// Its colour; `None` takes the next of the palette.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub color: Option<Rgb>,
    /// How many customers reach it; `None` when nobody counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reach: Option<u64>,
    /// The cards of lanes that span whole stages, by lane, top to bottom.
    #[serde(
        default,
        skip_serializing_if = "BTreeMap::is_empty",
        with = "serde_with::rust::maps_duplicate_key_is_error"
    )]
    pub cards: BTreeMap<LaneId, Vec<Arc<Card>>>,
    /// Its touchpoints, in the order of the journey.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub touchpoints: Vec<Arc<Touchpoint>>,
}

impl Stage {
    /// A stage with a name and nothing in it.
    pub fn new(id: StageId, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            goal: String::new(),
            success: String::new(),
            color: None,
            reach: None,
            cards: BTreeMap::new(),
            touchpoints: Vec::new(),
        }
    }

    /// Where in the stage a touchpoint stands.
    pub fn position(&self, id: TouchpointId) -> Option<usize> {
        self.touchpoints.iter().position(|touchpoint| touchpoint.id == id)
    }

    /// The cards of one lane, top to bottom.
    pub fn cards_in(&self, lane: LaneId) -> &[Arc<Card>] {
        self.cards.get(&lane).map_or(&[], Vec::as_slice)
    }
}
