//! The Select tool: a press selects, a click acts, a drag becomes the gesture that fits what was pressed.
//!
//! Must not know how a drag goes on.

use super::{
    Change, Gesture, Modifiers, Outcome, PointerEvent, Press, Situation, Takes, Writes, copy, marquee::Marquee, noting,
    pull,
};
use crate::{
    editor::{
        Cell, Edit, FeelingChange, LaneChange, NoteChange, TouchpointChange, new_things, selection::touchpoints_of,
        value_in,
    },
    map::{Curve, Holder, LaneId, LaneKind, StageId, Thing, TouchpointId},
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
    let writes = if thing.is_some_and(|thing| would_write(thing, event, situation)) { Writes::Yes } else { Writes::No };
    let takes = if event.modifiers.alt { Takes::Copy } else { Takes::Itself };
    (Gesture::Pressing(Press { at: event.at, hit, writes, takes }), outcome)
}

/// Whether a click here opens a text: on the title or text of what alone is selected.
pub(super) fn would_write(thing: Thing, event: PointerEvent, situation: &Situation<'_>) -> bool {
    let is_title = match thing {
        Thing::Stage(_) | Thing::Touchpoint(_) | Thing::Card(_) | Thing::Lane(_) | Thing::Note(_) => true,
        Thing::Face(..) | Thing::Engagement(_) | Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) => false,
    };
    let is_plain = event.modifiers == Modifiers::default();
    let is_on_text = || situation.scene.text_rect_of(thing).is_some_and(|rect| rect.contains(event.at));
    is_title && is_plain && situation.selection == [thing] && is_on_text()
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
        (Target::Thing(Thing::Stage(id)), _) if event.modifiers.command => select_stage(id, event.modifiers, situation),
        (Target::Thing(thing), _) if press.writes == Writes::Yes => {
            Outcome { edit_text: Some(thing), ..Outcome::default() }
        }
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

/// Ctrl+click on a header selects all touchpoints of the stage, with Shift in addition; of an empty stage itself.
fn select_stage(id: StageId, modifiers: Modifiers, situation: &Situation<'_>) -> Outcome {
    let touchpoints = touchpoints_of(situation.map, id);
    if touchpoints.is_empty() {
        return select_plainly(Some(Thing::Stage(id)), modifiers, situation);
    }
    let before = if modifiers.shift { situation.selection } else { &[] };
    Outcome::select(before.iter().copied().chain(touchpoints).collect())
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

/// A click in an empty emotion cell sets the score there, in one of the dramatic arc the level. In a lane of cards it
/// goes to the cell, so that what is typed next becomes a card there; beside a value it selects the value, in any other
/// cell whom the cell belongs to.
fn click_cell(holder: Holder, lane: LaneId, event: PointerEvent, situation: &Situation<'_>) -> Outcome {
    let thing = match holder {
        Holder::Touchpoint(id) => Thing::Touchpoint(id),
        Holder::Stage(id) => Thing::Stage(id),
    };
    match value_to_set(holder, lane, event, situation) {
        Some((edit, thing)) => {
            Outcome { change: Change::Commit(edit), select: Some(vec![thing]), ..Outcome::default() }
        }
        None if situation.map.lane(lane).is_some_and(|lane| lane.kind.holds_cards()) => {
            go_to_cell((holder, lane), event.modifiers, situation)
        }
        None => {
            let value = value_in((holder, lane), situation.map, situation.view);
            select_plainly(value.or(Some(thing)), event.modifiers, situation)
        }
    }
}

/// To an empty cell; beside cards and with Shift nothing is meant.
fn go_to_cell((holder, lane): Cell, modifiers: Modifiers, situation: &Situation<'_>) -> Outcome {
    let cards = match holder {
        Holder::Touchpoint(id) => situation.map.touchpoint(id).map(|it| it.cards_in(lane)),
        Holder::Stage(id) => situation.map.stage(id).map(|it| it.cards_in(lane)),
    };
    if modifiers.shift || cards.is_none_or(|cards| !cards.is_empty()) {
        return select_plainly(None, modifiers, situation);
    }
    Outcome { go_to: Some((holder, lane)), ..Outcome::default() }
}

/// What a click in a cell sets, at the pointer and where nothing is yet, with the thing that stands for it.
pub(super) fn value_to_set(
    holder: Holder,
    lane: LaneId,
    event: PointerEvent,
    situation: &Situation<'_>,
) -> Option<(Edit, Thing)> {
    let Holder::Touchpoint(id) = holder else { return None };
    match situation.map.lane(lane).filter(|_| !event.modifiers.shift).map(|lane| lane.kind) {
        Some(LaneKind::Emotion) => score_to_set(id, event, situation),
        Some(LaneKind::DramaticArc) => level_to_set(id, event, situation),
        Some(_) | None => None,
    }
}

/// The score at the pointer; Alt means the expected curve.
fn score_to_set(id: TouchpointId, event: PointerEvent, situation: &Situation<'_>) -> Option<(Edit, Thing)> {
    let persona = situation.view.persona.persona(situation.map)?;
    let curve = curve_to_set(event.modifiers, situation.view)?;
    let score = situation.scene.score_at(event.at.y)?;
    let is_met = !situation.map.off_path(situation.map.persona(persona)?).contains(&id);
    let is_empty = is_met && situation.map.touchpoint(id)?.score(persona, curve).is_none();
    let edit = Edit::Feeling(id, persona, FeelingChange::Score(curve, Some(score)));
    is_empty.then_some((edit, Thing::Face(id, persona, curve)))
}

/// The level of the dramatic arc at the pointer.
fn level_to_set(id: TouchpointId, event: PointerEvent, situation: &Situation<'_>) -> Option<(Edit, Thing)> {
    let level = situation.scene.arc_axis()?.level_at(event.at.y);
    let is_empty = situation.map.touchpoint(id)?.engagement.is_none();
    let edit = Edit::Touchpoint(id, TouchpointChange::Engagement(Some(level)));
    is_empty.then_some((edit, Thing::Engagement(id)))
}

/// The curve that a press sets: the actual one, with Alt or where that is not drawn the expected one.
pub(super) fn curve_to_set(modifiers: Modifiers, view: &View) -> Option<Curve> {
    match (view.curves.actual && !modifiers.alt, view.curves.expected) {
        (true, _) => Some(Curve::Actual),
        (false, true) => Some(Curve::Expected),
        (false, false) => None,
    }
}
