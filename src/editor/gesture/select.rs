//! The Select tool: a press selects, a click acts, a drag becomes the gesture that fits what was pressed.
//!
//! Must not know how a drag goes on.

use super::{
    Change, Gesture, Modifiers, Outcome, PointerEvent, Press, Situation, Takes, copy, marquee::Marquee, noting, pull,
};
use crate::{
    editor::{Edit, FeelingChange, LaneChange, NoteChange, TouchpointChange, new_things},
    map::{Curve, Holder, LaneId, LaneKind, Score, Thing, TouchpointId},
    scene::{Target, View},
};

/// A press selects at once what was not selected, so that a drag carries it; with Shift the click decides.
pub(super) fn press(event: PointerEvent, situation: &Situation<'_>) -> (Gesture, Outcome) {
    let hit = situation.scene.hit(event.at, event.slack);
    let thing = hit.and_then(|hit| thing_of(hit.target));
    let outcome = match thing.filter(|thing| !event.modifiers.shift && !situation.selection.contains(thing)) {
        Some(thing) => Outcome::select(vec![thing]),
        None => Outcome::default(),
    };
    let takes = if event.modifiers.alt { Takes::Copy } else { Takes::Itself };
    (Gesture::Pressing(Press { at: event.at, hit, takes }), outcome)
}

/// The thing itself under the pointer; cells and borders are none.
fn thing_of(target: Target) -> Option<Thing> {
    match target {
        Target::Thing(thing) | Target::Handle(thing) => Some(thing),
        Target::NoteBorder(id) => Some(Thing::Note(id)),
        Target::Cell(..) | Target::LaneBorder(_) | Target::StageBody(_) | Target::Measured(_) => None,
    }
}

/// The gesture that a drag from this press is.
pub(super) fn begin_drag(press: Press, situation: &Situation<'_>) -> Gesture {
    let marquee = || Gesture::Marquee(Marquee { from: press.at, before: situation.selection.to_vec() });
    match press.hit.map(|hit| hit.target) {
        Some(Target::Thing(thing)) => drag_of(thing, press, situation).unwrap_or_else(marquee),
        Some(Target::Handle(Thing::Touchpoint(id))) => Gesture::Linking(id),
        Some(Target::Handle(Thing::Note(id))) => Gesture::Pointing(id),
        Some(Target::Handle(thing)) => drag_of(thing, press, situation).unwrap_or_else(marquee),
        Some(Target::NoteBorder(id)) => noting::width(id, press.at, situation).unwrap_or_else(marquee),
        Some(Target::LaneBorder(id)) => pull::lane(id, press.at, situation).unwrap_or_else(marquee),
        Some(Target::Cell(..) | Target::StageBody(_) | Target::Measured(_)) | None => marquee(),
    }
}

fn drag_of(thing: Thing, press: Press, situation: &Situation<'_>) -> Option<Gesture> {
    if let Some(copying) = (press.takes == Takes::Copy).then(|| copy::of(thing, press.at, situation)).flatten() {
        return Some(Gesture::Copying(copying));
    }
    match thing {
        Thing::Stage(id) => Some(Gesture::MovingStage(id, press.at)),
        Thing::Touchpoint(id) => Some(Gesture::MovingTouchpoints(carried_with(id, situation.selection), press.at)),
        Thing::Face(id, persona, curve) => pull::face((id, persona, curve), press.at, situation),
        Thing::Engagement(id) => pull::engagement(id, press.at, situation),
        Thing::Card(id) => Some(Gesture::MovingCard(id, press.at)),
        Thing::Lane(id) => Some(Gesture::MovingLane(id, press.at)),
        Thing::Note(id) => Some(noting::carry(id, press.at, situation)),
        Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) => None,
    }
}

/// All selected touchpoints if this is one of them, else this one alone.
pub(super) fn carried_with(id: TouchpointId, selection: &[Thing]) -> Vec<TouchpointId> {
    if !selection.contains(&Thing::Touchpoint(id)) {
        return vec![id];
    }
    selection.iter().filter_map(|thing| thing.as_touchpoint()).collect()
}

/// What a press and release without a move between does.
pub(super) fn click(press: Press, event: PointerEvent, situation: &Situation<'_>, rng: &mut fastrand::Rng) -> Outcome {
    let Some(hit) = press.hit else {
        return select_plainly(None, event.modifiers, situation);
    };
    match (hit.target, event.clicks) {
        (target, 2..) => double_click(target, event, situation, rng),
        (Target::NoteBorder(id), _) => select_plainly(Some(Thing::Note(id)), event.modifiers, situation),
        (Target::Thing(thing) | Target::Handle(thing), _) => select_plainly(Some(thing), event.modifiers, situation),
        (Target::Cell(holder, lane), _) => click_cell(holder, lane, event, situation),
        (Target::Measured(id), _) => select_plainly(Some(Thing::Touchpoint(id)), event.modifiers, situation),
        (Target::LaneBorder(_) | Target::StageBody(_), _) => select_plainly(None, event.modifiers, situation),
    }
}

/// Selects just this thing; with Shift adds it, or takes it out again.
fn select_plainly(thing: Option<Thing>, modifiers: Modifiers, situation: &Situation<'_>) -> Outcome {
    if !modifiers.shift {
        return Outcome::select(thing.into_iter().collect());
    }
    let mut selection = situation.selection.to_vec();
    if let Some(thing) = thing {
        let before = selection.len();
        selection.retain(|selected| *selected != thing);
        if selection.len() == before {
            selection.push(thing);
        }
    }
    Outcome::select(selection)
}

fn double_click(target: Target, event: PointerEvent, situation: &Situation<'_>, rng: &mut fastrand::Rng) -> Outcome {
    match target {
        Target::Thing(Thing::Survey(_)) | Target::StageBody(_) | Target::Measured(_) => Outcome::default(),
        Target::Thing(thing) | Target::Handle(thing) => {
            Outcome { select: Some(vec![thing]), edit_text: Some(thing), ..Outcome::default() }
        }
        Target::NoteBorder(id) => Outcome::change(Change::Commit(Edit::Note(id, NoteChange::Width(None)))),
        Target::LaneBorder(id) => Outcome::change(Change::Commit(Edit::Lane(id, LaneChange::Height(None)))),
        Target::Cell(holder, lane) => match new_things::card(situation.map, holder, lane, rng) {
            Some((edit, thing)) => Outcome::made(edit, thing),
            None => click_cell(holder, lane, event, situation),
        },
    }
}

/// A click in an empty emotion cell sets the score there, in one of the dramatic arc the level; in any other cell it selects whom the cell belongs to.
fn click_cell(holder: Holder, lane: LaneId, event: PointerEvent, situation: &Situation<'_>) -> Outcome {
    let (thing, touchpoint) = match holder {
        Holder::Touchpoint(id) => (Thing::Touchpoint(id), Some(id)),
        Holder::Stage(id) => (Thing::Stage(id), None),
    };
    let kind = situation.map.lane(lane).map(|lane| lane.kind);
    let set = touchpoint.filter(|_| !event.modifiers.shift);
    set.and_then(|id| match kind {
        Some(LaneKind::Emotion) => set_score(id, event, situation),
        Some(LaneKind::DramaticArc) => set_level(id, event, situation),
        Some(_) | None => None,
    })
    .unwrap_or_else(|| select_plainly(Some(thing), event.modifiers, situation))
}

/// Sets the score at the pointer where there is none yet; Alt means the expected curve.
fn set_score(id: TouchpointId, event: PointerEvent, situation: &Situation<'_>) -> Option<Outcome> {
    let persona = situation.view.persona.persona(situation.map)?;
    let curve = curve_to_set(event.modifiers, situation.view)?;
    let score: Score = situation.scene.score_at(event.at.y)?;
    let is_met = !situation.map.off_path(situation.map.persona(persona)?).contains(&id);
    let is_empty = is_met && situation.map.touchpoint(id)?.score(persona, curve).is_none();
    is_empty.then(|| Outcome {
        change: Change::Commit(Edit::Feeling(id, persona, FeelingChange::Score(curve, Some(score)))),
        select: Some(vec![Thing::Face(id, persona, curve)]),
        ..Outcome::default()
    })
}

/// Sets the level at the pointer where there is none yet.
fn set_level(id: TouchpointId, event: PointerEvent, situation: &Situation<'_>) -> Option<Outcome> {
    let level = situation.scene.arc_axis()?.level_at(event.at.y);
    let is_empty = situation.map.touchpoint(id)?.engagement.is_none();
    is_empty.then(|| Outcome {
        change: Change::Commit(Edit::Touchpoint(id, TouchpointChange::Engagement(Some(level)))),
        select: Some(vec![Thing::Engagement(id)]),
        ..Outcome::default()
    })
}

fn curve_to_set(modifiers: Modifiers, view: &View) -> Option<Curve> {
    match (view.curves.actual && !modifiers.alt, view.curves.expected) {
        (true, _) => Some(Curve::Actual),
        (false, true) => Some(Curve::Expected),
        (false, false) => None,
    }
}
