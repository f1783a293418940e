//! Carrying a copy to another place: Alt was held when the button went down. The map stays as it is until the hand lets
//! go; the mark shows where the copy will land.
//!
//! Must not know where landing places are (that is the scene).

use super::{
    Change, Outcome, PointerEvent, Situation,
    carry::{self, Leaves},
    noting,
    select::carried_with,
};
use crate::{
    editor::piece,
    map::{CardId, LaneId, NoteId, StageId, Thing, TouchpointId},
    scene::Point,
};

/// Copies being carried.
#[derive(Clone, Debug, PartialEq)]
pub struct Copying {
    of: Originals,
    from: Point,
}

#[derive(Clone, Debug, PartialEq)]
enum Originals {
    Stage(StageId),
    Touchpoints(Vec<TouchpointId>),
    Card(CardId),
    Lane(LaneId),
    Notes(Vec<NoteId>),
}

/// Carries a copy of a thing; `None` for what is not copied by hand.
pub(super) fn of(thing: Thing, from: Point, situation: &Situation<'_>) -> Option<Copying> {
    let of = match thing {
        Thing::Stage(id) => Originals::Stage(id),
        Thing::Touchpoint(id) => Originals::Touchpoints(carried_with(id, situation.selection)),
        Thing::Card(id) => Originals::Card(id),
        Thing::Lane(id) => Originals::Lane(id),
        Thing::Note(id) => Originals::Notes(noting::carried(id, situation)),
        Thing::Face(..) | Thing::Engagement(_) | Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) => return None,
    };
    Some(Copying { of, from })
}

impl Copying {
    /// Whether it makes stages or touchpoints.
    pub(super) fn is_structural(&self) -> bool {
        match self.of {
            Originals::Stage(_) | Originals::Touchpoints(_) => true,
            Originals::Card(_) | Originals::Lane(_) | Originals::Notes(_) => false,
        }
    }

    pub(super) fn under_way(&self, event: PointerEvent, situation: &Situation<'_>) -> Outcome {
        match &self.of {
            Originals::Stage(id) => carry::stage_under_way((*id, Leaves::Not), self.from, event, situation),
            Originals::Touchpoints(ids) => {
                carry::touchpoints_under_way((ids, Leaves::Not), self.from, event, situation)
            }
            Originals::Card(id) => carry::card_under_way(*id, self.from, event, situation),
            Originals::Lane(id) => carry::lane_under_way((*id, Leaves::Not), self.from, event, situation),
            Originals::Notes(ids) => carry::notes_under_way(ids, self.from, event),
        }
    }

    /// Puts the copies where the hand let go and selects them; where nothing can land, nothing is made.
    pub(super) fn released(self, event: PointerEvent, situation: &Situation<'_>, rng: &mut fastrand::Rng) -> Outcome {
        let (map, scene, at) = (situation.map, situation.scene, carry::held_at(self.from, event));
        let made = match self.of {
            Originals::Stage(id) => piece::copy_stage(map, id, scene.stage_drop(at).place, rng),
            Originals::Touchpoints(ids) => {
                scene.touchpoint_drop(at).and_then(|landing| piece::copy_touchpoints(map, &ids, landing.place, rng))
            }
            Originals::Card(id) => {
                scene.card_drop(at).and_then(|landing| piece::copy_card(map, id, landing.place, rng))
            }
            Originals::Lane(id) => match piece::copy_lane(map, id, carry::lane_place(at, situation), rng) {
                Ok(made) => Some(made),
                Err(error) => return Outcome::refused(error),
            },
            Originals::Notes(ids) => piece::copy_notes(map, &ids, at - self.from, rng),
        };
        made.map_or_else(Outcome::default, |(edit, copies)| Outcome {
            change: Change::Commit(edit),
            select: Some(copies),
            ..Outcome::default()
        })
    }
}
