//! A persona's own path over the map: where it enters, where it leaves, and what it does not meet in between.
//!
//! This file must not know how a path is drawn.

use super::{Map, Persona, TouchpointId};
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeSet, HashSet},
    ops::RangeInclusive,
};

/// The way of one persona. By default it meets every touchpoint of the map.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnPath {
    /// The first touchpoint that it meets; `None` for the map's first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enters: Option<TouchpointId>,
    /// The last touchpoint that it meets; `None` for the map's last. One that stands before `enters` counts as the
    /// first: the way is what lies between the two.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leaves: Option<TouchpointId>,
    /// Touchpoints in between that it does not meet.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub skips: BTreeSet<TouchpointId>,
}

impl OwnPath {
    /// Whether the persona meets every touchpoint.
    pub fn is_whole(&self) -> bool {
        self == &Self::default()
    }

    /// Every touchpoint that it names.
    pub fn named(&self) -> impl Iterator<Item = TouchpointId> + '_ {
        self.enters.iter().chain(&self.leaves).chain(&self.skips).copied()
    }

    /// Forgets the touchpoints that `is_gone` names.
    pub fn forget(&mut self, is_gone: impl Fn(TouchpointId) -> bool) {
        self.enters = self.enters.filter(|id| !is_gone(*id));
        self.leaves = self.leaves.filter(|id| !is_gone(*id));
        self.skips.retain(|id| !is_gone(*id));
    }
}

impl Map {
    /// The touchpoints that a persona does not meet; empty for one that goes the whole way.
    pub fn off_path(&self, persona: &Persona) -> HashSet<TouchpointId> {
        let path = &persona.path;
        if path.is_whole() {
            return HashSet::new();
        }
        let way = self.way(path);
        let is_off = |at: usize, id| !way.contains(&at) || path.skips.contains(&id);
        let touchpoints = self.touchpoints().enumerate();
        touchpoints.filter(|(at, touchpoint)| is_off(*at, touchpoint.id)).map(|(_, touchpoint)| touchpoint.id).collect()
    }

    /// Whether a persona's path leaves a touchpoint out.
    pub fn is_off_path(&self, path: &OwnPath, id: TouchpointId) -> bool {
        let at = || self.touchpoints().position(|it| it.id == id);
        !path.is_whole() && (path.skips.contains(&id) || at().is_some_and(|at| !self.way(path).contains(&at)))
    }

    /// The path, led by a touchpoint too: it is skipped no longer, and an entry or an end that leaves it out is gone.
    pub fn path_by_way_of(&self, path: &OwnPath, id: TouchpointId) -> OwnPath {
        let mut led = path.clone();
        led.skips.remove(&id);
        let ways = [
            led.clone(),
            OwnPath { enters: None, ..led.clone() },
            OwnPath { leaves: None, ..led.clone() },
            OwnPath { enters: None, leaves: None, ..led },
        ];
        ways.into_iter().find(|way| !self.is_off_path(way, id)).unwrap_or_default()
    }

    /// The places of the touchpoints between which a path lies, with its ends.
    fn way(&self, path: &OwnPath) -> RangeInclusive<usize> {
        let place = |id: Option<TouchpointId>| id.and_then(|id| self.touchpoints().position(|it| it.id == id));
        let (first, last) = (place(path.enters).unwrap_or(0), place(path.leaves).unwrap_or(usize::MAX));
        first.min(last)..=first.max(last)
    }
}
