//! New things: edits that make them, with fresh ids and no names yet, each with the thing that is made.
//!
//! Must not know by which hand or key they are asked for.

use super::Edit;
use crate::map::{
    Card, CardId, Holder, LaneId, Link, LinkId, LinkKind, Map, Spans, Stage, StageId, Thing, Touchpoint, TouchpointId,
};
use fastrand::Rng;
use std::sync::Arc;

/// An edit and the thing it makes.
pub(super) type Made = (Edit, Thing);

fn new_touchpoint(rng: &mut Rng) -> Arc<Touchpoint> {
    Arc::new(Touchpoint::new(TouchpointId::random(rng), ""))
}

fn new_stage(count: usize, rng: &mut Rng) -> Stage {
    let mut stage = Stage::new(StageId::random(rng), "");
    stage.touchpoints = (0..count).map(|_| new_touchpoint(rng)).collect();
    stage
}

/// A stage with `count` touchpoints.
pub(super) fn stage(at: usize, count: usize, rng: &mut Rng) -> Made {
    let stage = new_stage(count, rng);
    let thing = Thing::Stage(stage.id);
    (Edit::InsertStage { at, stage: Arc::new(stage) }, thing)
}

/// `count` touchpoints (at least one) side by side; without a place at the end of the last stage, which is made if
/// there is none. The thing is the first of them.
pub(super) fn touchpoints(map: &Map, place: Option<(StageId, usize)>, count: usize, rng: &mut Rng) -> Made {
    let end = || map.stages.last().map(|stage| (stage.id, stage.touchpoints.len()));
    let Some((stage, at)) = place.or_else(end) else {
        return stage_for_touchpoints(count, rng);
    };
    let touchpoint = new_touchpoint(rng);
    let first = Thing::Touchpoint(touchpoint.id);
    let insert = |at, touchpoint| Edit::InsertTouchpoint { stage, at, touchpoint };
    if count <= 1 {
        return (insert(at, touchpoint), first);
    }
    let others = (1..count).map(|index| insert(at + index, new_touchpoint(rng)));
    (Edit::All(std::iter::once(insert(at, touchpoint)).chain(others).collect()), first)
}

fn stage_for_touchpoints(count: usize, rng: &mut Rng) -> Made {
    let stage = new_stage(count.max(1), rng);
    let first = stage.touchpoints.first().map_or(Thing::Stage(stage.id), |first| Thing::Touchpoint(first.id));
    (Edit::InsertStage { at: 0, stage: Arc::new(stage) }, first)
}

/// A card at a place.
pub(super) fn card_at((holder, lane, at): (Holder, LaneId, usize), rng: &mut Rng) -> Made {
    let card = Arc::new(Card::new(CardId::random(rng), ""));
    let thing = Thing::Card(card.id);
    (Edit::InsertCard { holder, lane, at, card }, thing)
}

/// A card at the end of a cell; `None` where no such cards stand.
pub(super) fn card(map: &Map, holder: Holder, lane: LaneId, rng: &mut Rng) -> Option<Made> {
    let (spans, count) = match holder {
        Holder::Touchpoint(id) => (Spans::Touchpoints, map.touchpoint(id)?.cards_in(lane).len()),
        Holder::Stage(id) => (Spans::Stages, map.stage(id)?.cards_in(lane).len()),
    };
    let fits = map.lane(lane).is_some_and(|lane| lane.kind.holds_cards() && lane.spans == spans);
    fits.then(|| card_at((holder, lane, count), rng))
}

/// A card of a thing: after a card, else in the first shown lane that holds cards of the touchpoint or stage.
pub(super) fn card_of(map: &Map, thing: Thing, rng: &mut Rng) -> Option<Made> {
    match thing {
        Thing::Card(id) => {
            let (holder, lane, _) = map.card(id)?;
            card(map, holder, lane, rng)
        }
        Thing::Touchpoint(id) | Thing::Face(id, _, _) | Thing::Engagement(id) => {
            card_in_first_lane(map, Holder::Touchpoint(id), rng)
        }
        Thing::Stage(id) => card_in_first_lane(map, Holder::Stage(id), rng),
        Thing::Lane(_) | Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) => None,
    }
}

fn card_in_first_lane(map: &Map, holder: Holder, rng: &mut Rng) -> Option<Made> {
    map.lanes.iter().filter(|lane| lane.is_shown()).find_map(|lane| card(map, holder, lane.id, rng))
}

/// A link: a loop where it goes back, a path where it goes on. `None` from a touchpoint to itself.
pub(super) fn link(map: &Map, from: TouchpointId, to: TouchpointId, rng: &mut Rng) -> Option<Made> {
    if from == to {
        return None;
    }
    let goes_back = map.place_of(to)? < map.place_of(from)?;
    let kind = if goes_back { LinkKind::Loop } else { LinkKind::Path };
    let link = Link { id: LinkId::random(rng), from, to, kind, label: String::new(), share: None };
    let thing = Thing::Link(link.id);
    Some((Edit::InsertLink(Arc::new(link)), thing))
}
