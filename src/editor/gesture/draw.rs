//! The tools that make things: stages, touchpoints and cards, by a click or by drawing.
//!
//! Must not know how new things are named (the user types that next).

use super::{Destination, Guide, Outcome, PointerEvent, Situation, noting};
use crate::{
    editor::new_things,
    map::Thing,
    scene::{Point, Rect, Target, Vec2, sizes},
};

/// How many columns a stroke covers; 0 for a click.
fn columns(from: Point, to: Point) -> usize {
    let count = ((to.x - from.x).abs() / sizes::COLUMN).round().clamp(0.0, 100.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0…100 just above")]
    let count = count as usize;
    count
}

/// The left end of a stroke, where what it makes begins.
fn left_end(from: Point, to: Point) -> Point {
    Point::new(from.x.min(to.x), from.y)
}

fn drawing(from: Point, event: PointerEvent, count: usize) -> Outcome {
    if from.distance(event.at) <= event.slack {
        return Outcome::default();
    }
    Outcome::guide(Guide::Drawing { rect: Rect::from_points(from, event.at), count })
}

pub(super) fn stage_under_way(from: Point, event: PointerEvent) -> Outcome {
    drawing(from, event, columns(from, event.at))
}

/// A click makes an empty stage, a stroke one with a touchpoint for each column it covers.
pub(super) fn make_stage(
    from: Point,
    event: PointerEvent,
    situation: &Situation<'_>,
    rng: &mut fastrand::Rng,
) -> Outcome {
    let landing = situation.scene.stage_drop(left_end(from, event.at));
    let (edit, thing) = new_things::stage(landing.place, columns(from, event.at), rng);
    Outcome::made(edit, thing)
}

pub(super) fn touchpoints_under_way(from: Point, event: PointerEvent) -> Outcome {
    drawing(from, event, columns(from, event.at).max(1))
}

/// A click makes a touchpoint, a stroke as many as it covers columns.
pub(super) fn make_touchpoints(
    from: Point,
    event: PointerEvent,
    situation: &Situation<'_>,
    rng: &mut fastrand::Rng,
) -> Outcome {
    let count = columns(from, event.at).max(1);
    let landing = situation.scene.touchpoint_drop(left_end(from, event.at));
    let (edit, thing) = new_things::touchpoints(situation.map, landing.map(|landing| landing.place), count, rng);
    Outcome::made(edit, thing)
}

pub(super) fn card_under_way(event: PointerEvent, situation: &Situation<'_>) -> Outcome {
    match situation.scene.card_drop(event.at) {
        Some(landing) => Outcome::guide(Guide::Carrying {
            things: Vec::new(),
            by: Vec2::ZERO,
            mark: Some(landing.mark),
            place: Some(Destination::Card(landing.place.0, landing.place.1)),
        }),
        None => Outcome::default(),
    }
}

/// Whether the hand would make a card or a note here.
pub(super) fn can_make_card(event: PointerEvent, situation: &Situation<'_>) -> bool {
    let mut rng = fastrand::Rng::with_seed(0);
    let card = holder_under(event, situation).and_then(|holder| new_things::card_of(situation.map, holder, &mut rng));
    situation.scene.card_drop(event.at).is_some()
        || card.is_some()
        || noting::make(event, situation, &mut rng).is_some()
}

/// A card where the hand let go, over a touchpoint or stage in its first lane of cards; a note on all other ground.
/// Elsewhere the tool stays.
pub(super) fn make_card(event: PointerEvent, situation: &Situation<'_>, rng: &mut fastrand::Rng) -> Outcome {
    let made = match situation.scene.card_drop(event.at) {
        Some(landing) => Some(new_things::card_at(landing.place, rng)),
        None => holder_under(event, situation).and_then(|holder| new_things::card_of(situation.map, holder, rng)),
    };
    let made = made.map(|(edit, thing)| Outcome::made(edit, thing));
    made.or_else(|| noting::make(event, situation, rng)).unwrap_or_default()
}

fn holder_under(event: PointerEvent, situation: &Situation<'_>) -> Option<Thing> {
    match situation.scene.hit(event.at, event.slack)?.target {
        Target::Thing(thing) | Target::Handle(thing) => Some(thing),
        Target::Measured(id) => Some(Thing::Touchpoint(id)),
        Target::NoteBorder(_) | Target::Cell(..) | Target::LaneBorder(_) | Target::StageBody(_) => None,
    }
}
