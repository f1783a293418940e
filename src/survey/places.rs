//! Where answers belong: names of touchpoints to touchpoints of the map, or to new ones.
//!
//! Must not know answers.

use super::{
    Plan, SurveyError, Table, Target, UnknownNames,
    attach::{RowPlaces, kept_values},
    name::{composed, folded},
};
use crate::map::{Map, Touchpoint, TouchpointId};
use std::collections::{BTreeSet, HashMap, hash_map::Entry};

/// A place for answers: its number in the order of the journey; new touchpoints follow, the whole journey is last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Place {
    Touchpoint(usize),
    WholeJourney,
}

/// Where a row belongs by its touchpoint column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowPlace {
    At(Place),
    /// It names a touchpoint that the map does not know.
    Unknown,
    /// It names no touchpoint.
    Unnamed,
}

/// The touchpoints of a map by name, with those that are made.
pub(super) struct Places<'r> {
    ids: Vec<TouchpointId>,
    by_name: HashMap<String, usize>,
    shared_names: HashMap<String, String>,
    unknown_names: UnknownNames,
    made: Vec<Touchpoint>,
    ambiguous: BTreeSet<String>,
    rng: &'r mut fastrand::Rng,
}

impl<'r> Places<'r> {
    pub(super) fn new(map: &Map, plan: &Plan, rng: &'r mut fastrand::Rng) -> Self {
        let mut by_name = HashMap::new();
        let mut shared_names = HashMap::new();
        for (at, touchpoint) in map.touchpoints().enumerate() {
            let name = folded(&touchpoint.name);
            match by_name.entry(name) {
                Entry::Occupied(first) => {
                    shared_names.insert(first.key().clone(), touchpoint.name.trim().to_owned());
                }
                Entry::Vacant(free) if free.key().is_empty() => {}
                Entry::Vacant(free) => {
                    free.insert(at);
                }
            }
        }
        Self {
            ids: map.touchpoints().map(|touchpoint| touchpoint.id).collect(),
            by_name,
            shared_names,
            unknown_names: plan.unknown_names,
            made: Vec::new(),
            ambiguous: BTreeSet::new(),
            rng,
        }
    }

    /// Where each value of the plan's touchpoint column belongs. Touchpoints are made only for scores that need them.
    pub(super) fn of_rows<'t>(&mut self, table: &'t Table, plan: &Plan) -> Result<RowPlaces<'t>, SurveyError> {
        let is_needed = plan.scores.iter().any(|score| score.target == Target::FromColumn);
        let Some(column) = plan.touchpoint_column.filter(|_| is_needed) else {
            return Ok(RowPlaces { names: None, by_value: Vec::new() });
        };
        let values = kept_values(table, column)?;
        let known = values.list.iter().map(|name| {
            if name.is_empty() {
                return RowPlace::Unnamed;
            }
            self.named(name).map_or(RowPlace::Unknown, |place| RowPlace::At(Place::Touchpoint(place)))
        });
        Ok(RowPlaces { by_value: known.collect(), names: Some(values) })
    }

    /// The one place of a score; `None` where each row says it.
    pub(super) fn of_target(&mut self, target: &Target) -> Result<Option<Place>, SurveyError> {
        let unknown = |name: &str| SurveyError::UnknownTouchpoint { name: name.to_owned() };
        match target {
            Target::FromColumn => Ok(None),
            Target::WholeJourney => Ok(Some(Place::WholeJourney)),
            Target::Touchpoint(id) => {
                let at = self.ids.iter().position(|known| known == id).ok_or_else(|| unknown(&id.to_string()))?;
                Ok(Some(Place::Touchpoint(at)))
            }
            Target::Named(name) => Ok(Some(Place::Touchpoint(self.named(name).ok_or_else(|| unknown(name.trim()))?))),
        }
    }

    /// The touchpoint at a place; `None` for the whole journey.
    pub(super) fn touchpoint(&self, place: Place) -> Option<TouchpointId> {
        match place {
            Place::Touchpoint(at) => self.ids.get(at).copied(),
            Place::WholeJourney => None,
        }
    }

    pub(super) fn rng(&mut self) -> &mut fastrand::Rng {
        self.rng
    }

    /// The touchpoints that were made, and the names that several touchpoints of the map share.
    pub(super) fn finish(self) -> (Vec<Touchpoint>, Vec<String>) {
        (self.made, self.ambiguous.into_iter().collect())
    }

    fn named(&mut self, name: &str) -> Option<usize> {
        let key = folded(name);
        if let Some(shared) = self.shared_names.get(&key) {
            self.ambiguous.insert(shared.clone());
        }
        if let Some(at) = self.by_name.get(&key) {
            return Some(*at);
        }
        match self.unknown_names {
            UnknownNames::LeaveOut => None,
            UnknownNames::Add if key.is_empty() => None,
            UnknownNames::Add => Some(self.make(key, name)),
        }
    }

    fn make(&mut self, key: String, name: &str) -> usize {
        let touchpoint = Touchpoint::new(TouchpointId::random(self.rng), composed(name));
        let at = self.ids.len();
        self.ids.push(touchpoint.id);
        self.made.push(touchpoint);
        self.by_name.insert(key, at);
        at
    }
}
