//! New things by key or menu: after what is selected, so that a room can be typed down without a mouse.
//!
//! Must not know keys.

use super::{Edit, EditError, Editor, LaneChange, Place, cell_below, new_things};
use crate::map::{Holder, Lane, LaneId, LaneKind, Map, Persona, PersonaId, StageId, Thing, TouchpointId, Visibility};
use std::sync::Arc;

/// What to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum New {
    /// A stage after the selected one or the one that holds what is selected; else at the end.
    Stage,
    /// A touchpoint after the selected one, the first of the selected stage, else at the end of the last stage, which
    /// is made if there is none.
    Touchpoint,
    /// A card under the selected one, else in the first lane that holds cards of the selected touchpoint or stage; does
    /// not fit while nothing of the sort is selected.
    Card,
    /// A persona at the end.
    Persona,
    /// A lane of a kind after the selected lane, else at the end. A hidden lane of a kind that a map has once is shown.
    Lane(LaneKind),
}

impl Editor {
    /// Makes a thing and selects it. What comes back is to be named in place next.
    pub fn make(&mut self, new: New) -> Result<Thing, EditError> {
        self.commit_preview();
        let (edit, thing) = self.draft(new)?;
        self.apply(edit)?;
        self.select([thing]);
        Ok(thing)
    }

    /// Where the next card comes: into the empty cell that was gone to, else as [`New::Card`] says.
    pub fn place_of_next_card(&self) -> Result<(Holder, LaneId, usize), EditError> {
        let place = match self.place() {
            Some(Place::Cell((holder, lane))) => new_things::end_of_cell(self.map(), holder, lane),
            Some(Place::Thing(thing)) => new_things::place_of_card(self.map(), thing),
            None => None,
        };
        place.ok_or(EditError::NoPlace)
    }

    /// Where a card comes that stands below a place: at the end of the cell of the next lane of cards.
    pub fn place_of_card_below(&self, from: Place) -> Result<(Holder, LaneId, usize), EditError> {
        let cell = cell_below(self.map(), from);
        let place = cell.and_then(|(holder, lane)| new_things::end_of_cell(self.map(), holder, lane));
        place.ok_or(EditError::NoPlace)
    }

    fn draft(&mut self, new: New) -> Result<new_things::Made, EditError> {
        let map = Arc::clone(self.map());
        let at = self.primary();
        match new {
            New::Stage => Ok(new_things::stage(place_of_next_stage(&map, at), 0, &mut self.rng)),
            New::Touchpoint => Ok(new_things::touchpoints(&map, place_of_next_touchpoint(&map, at), 1, &mut self.rng)),
            New::Card => at.and_then(|at| new_things::card_of(&map, at, &mut self.rng)).ok_or(EditError::NoPlace),
            New::Persona => {
                let id = PersonaId::random(&mut self.rng);
                Ok((Edit::InsertPersona(Arc::new(Persona::new(id, ""))), Thing::Persona(id)))
            }
            New::Lane(kind) => Ok(lane(&map, kind, at, &mut self.rng)),
        }
    }
}

/// The stage a thing is or stands in.
pub(super) fn stage_of(map: &Map, thing: Thing) -> Option<StageId> {
    match thing {
        Thing::Stage(id) => Some(id),
        Thing::Touchpoint(id) | Thing::Face(id, _, _) | Thing::Engagement(id) => stage_of_touchpoint(map, id),
        Thing::Card(id) => match map.card(id)?.0 {
            Holder::Stage(id) => Some(id),
            Holder::Touchpoint(id) => stage_of_touchpoint(map, id),
        },
        Thing::Lane(_) | Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) | Thing::Note(_) => None,
    }
}

fn stage_of_touchpoint(map: &Map, id: TouchpointId) -> Option<StageId> {
    let (at, _) = map.place_of(id)?;
    map.stages.get(at).map(|stage| stage.id)
}

/// The touchpoint a thing is or stands at.
pub(super) fn touchpoint_of(map: &Map, thing: Thing) -> Option<TouchpointId> {
    match thing {
        Thing::Touchpoint(id) | Thing::Face(id, _, _) | Thing::Engagement(id) => Some(id),
        Thing::Card(id) => match map.card(id)?.0 {
            Holder::Touchpoint(id) => Some(id),
            Holder::Stage(_) => None,
        },
        Thing::Stage(_) | Thing::Lane(_) | Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) | Thing::Note(_) => {
            None
        }
    }
}

fn place_of_next_stage(map: &Map, at: Option<Thing>) -> usize {
    let stage = at.and_then(|thing| stage_of(map, thing));
    let place = stage.and_then(|id| map.stages.iter().position(|stage| stage.id == id));
    place.map_or(map.stages.len(), |place| place + 1)
}

fn place_of_next_touchpoint(map: &Map, at: Option<Thing>) -> Option<(StageId, usize)> {
    let stage = stage_of(map, at?)?;
    let after = touchpoint_of(map, at?).and_then(|id| map.place_of(id)).map(|(_, inner)| inner + 1);
    Some((stage, after.unwrap_or(0)))
}

fn lane(map: &Map, kind: LaneKind, at: Option<Thing>, rng: &mut fastrand::Rng) -> new_things::Made {
    let known = map.lane_of_kind(kind).filter(|lane| !kind.holds_cards() && !lane.is_shown());
    if let Some(hidden) = known {
        return (Edit::Lane(hidden.id, LaneChange::Visibility(Visibility::Shown)), Thing::Lane(hidden.id));
    }
    let after = map.lanes.iter().position(|lane| at == Some(Thing::Lane(lane.id)));
    let lane = Arc::new(Lane::new(LaneId::random(rng), kind));
    let thing = Thing::Lane(lane.id);
    (Edit::InsertLane { at: after.map_or(map.lanes.len(), |after| after + 1), lane }, thing)
}
