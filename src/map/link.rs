//! Links: arrows between touchpoints.
//!
//! This file must not know how an arrow is drawn.

use super::{LinkId, TouchpointId, touchpoint::is_default};
use serde::{Deserialize, Serialize};

/// An arrow from one touchpoint to another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// Its id, once in the map.
    pub id: LinkId,
    /// Where it starts.
    pub from: TouchpointId,
    /// Where it leads.
    pub to: TouchpointId,
    /// What it means. Default: a path.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kind: LinkKind,
    /// What is written on it, such as "buys again".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// The share of customers who take it; `None` when nobody counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<Percent>,
}

/// What a link means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    /// One way through the journey.
    #[default]
    Path,
    /// Back to an earlier stage: the next purchase.
    Loop,
    /// A new customer brought along.
    Referral,
}

impl LinkKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Path, Self::Loop, Self::Referral];
}

/// A share in per cent: finite, 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct Percent(f64);

impl Percent {
    /// The share of `value` per cent; `None` for what is not a number from 0 to 100.
    pub fn new(value: f64) -> Option<Self> {
        (0.0..=100.0).contains(&value).then_some(Self(value))
    }

    /// 0 to 100.
    pub fn value(self) -> f64 {
        self.0
    }
}

impl From<Percent> for f64 {
    fn from(percent: Percent) -> Self {
        percent.0
    }
}

impl TryFrom<f64> for Percent {
    type Error = String;
    fn try_from(value: f64) -> Result<Self, String> {
        Self::new(value).ok_or_else(|| format!("share {value} is not a number from 0 to 100"))
    }
}
