//! The Link tool: from one touchpoint to another. Must not know how an arrow is drawn.

use super::{Gesture, Guide, Outcome, PointerEvent, Situation};
use crate::{
    editor::new_things,
    map::{Thing, TouchpointId},
    scene::{Rect, Target},
};

pub(super) fn press(event: PointerEvent, situation: &Situation<'_>) -> (Gesture, Outcome) {
    match touchpoint_under(event, situation) {
        Some(id) => (Gesture::Linking(id), Outcome::select(vec![Thing::Touchpoint(id)])),
        None => (Gesture::Spent, Outcome::default()),
    }
}

/// The touchpoint in whose column the pointer is.
pub(super) fn touchpoint_under(event: PointerEvent, situation: &Situation<'_>) -> Option<TouchpointId> {
    match situation.scene.hit(event.at, event.slack)?.target {
        Target::Thing(Thing::Touchpoint(id) | Thing::Face(id, _, _) | Thing::Engagement(id)) | Target::Measured(id) => {
            Some(id)
        }
        Target::Handle(Thing::Touchpoint(id)) => Some(id),
        Target::Thing(Thing::Card(_)) | Target::Cell(..) | Target::StageBody(_) => {
            situation.scene.touchpoint_at(event.at.x)
        }
        Target::Thing(Thing::Stage(_) | Thing::Lane(_) | Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_))
        | Target::Thing(Thing::Note(_))
        | Target::Handle(_)
        | Target::NoteBorder(_)
        | Target::LaneBorder(_) => None,
    }
}

pub(super) fn under_way(from: TouchpointId, event: PointerEvent, situation: &Situation<'_>) -> Outcome {
    let rect_of = |id| situation.scene.rect_of(Thing::Touchpoint(id));
    let Some(start) = rect_of(from) else { return Outcome::default() };
    let mark: Option<Rect> = touchpoint_under(event, situation).filter(|to| *to != from).and_then(rect_of);
    let to = mark.map_or(event.at, |mark| mark.center());
    Outcome::guide(Guide::Link { from: start.center(), to, mark })
}

/// Makes the link; where nothing can be linked the tool stays.
pub(super) fn released(
    from: TouchpointId,
    event: PointerEvent,
    situation: &Situation<'_>,
    rng: &mut fastrand::Rng,
) -> Outcome {
    let to = touchpoint_under(event, situation).filter(|to| *to != from);
    let made = to.and_then(|to| new_things::link(situation.map, from, to, rng));
    made.map_or_else(Outcome::default, |(edit, thing)| Outcome::made(edit, thing))
}
