//! The wheel over a selected face pulls it: 5 points for a notch, with Shift 1. All notches of a burst are one step.
//!
//! A scroll is never taken by accident: the face has to be selected, the pointer on it, and the map not scrolling
//! already. Once begun, a burst lasts until the wheel rests or the pointer goes elsewhere, because the face moves away
//! from under the pointer. Must not know how the view scrolls.

use super::Canvas;
use crate::{
    editor::{Editor, Revision},
    map::Thing,
    scene::Target,
};
use egui::{Context, Event, MouseWheelUnit, Pos2, Vec2};
use std::time::Duration;

/// The wheel rests when it did not turn for so long, in seconds.
const REST: f64 = 0.5;
/// The pointer is still at its place within so many points.
const STILL: f32 = 4.0;
/// So many points of a touchpad count as a notch.
const NOTCH: f32 = 40.0;
/// What a notch pulls, in points of the score; with Shift one.
const COARSE: i32 = 5;

/// What the wheel is about.
#[derive(Debug, Default)]
pub(super) struct Wheel {
    burst: Option<Burst>,
    /// When the view was scrolled last, in seconds.
    scrolled: Option<f64>,
}

/// Turns of the wheel that pull the selected faces.
#[derive(Debug)]
struct Burst {
    /// The state of the map it began on.
    revision: Revision,
    /// Where the pointer was.
    at: Pos2,
    /// How far the faces are pulled, in points of the score.
    by: i32,
    /// What was turned of the next notch.
    part: f32,
    /// When the wheel turned last, in seconds.
    last: f64,
}

impl Wheel {
    /// Notes that the wheel scrolled the view.
    pub(super) fn scrolled(&mut self, time: f64) {
        self.scrolled = Some(time);
    }
}

/// Follows the wheel; whether it belongs to faces now, so that the view stays.
pub(super) fn follow(ctx: &Context, canvas: &mut Canvas, editor: &mut Editor, time: f64) -> bool {
    let turns = turns(ctx);
    end_what_rests(canvas, editor, time);
    if turns.is_empty() {
        return canvas.pointer.wheel.burst.is_some();
    }
    if canvas.pointer.wheel.burst.is_none() && may_begin(canvas, editor, time) {
        editor.commit_preview();
        let at = canvas.pointer.place().map(|(at, _)| at).unwrap_or_default();
        let revision = editor.history().revision();
        canvas.pointer.wheel.burst = Some(Burst { revision, at, by: 0, part: 0.0, last: time });
    }
    let Some(burst) = &mut canvas.pointer.wheel.burst else { return false };
    burst.last = time;
    turns.into_iter().for_each(|turn| burst.turn(turn));
    if let Err(error) = editor.preview_nudge(burst.by, &canvas.view) {
        canvas.refused = Some(error);
    }
    ctx.request_repaint_after(Duration::from_secs_f64(REST));
    true
}

/// Abandons a burst; true where there was one.
pub(super) fn cancel(canvas: &mut Canvas, editor: &mut Editor) -> bool {
    let was_there = canvas.pointer.wheel.burst.take().is_some();
    if was_there {
        editor.cancel_preview();
    }
    was_there
}

/// A turn of the wheel: notches, up counting up, and whether Shift makes them fine.
#[derive(Clone, Copy)]
struct Turn {
    notches: f32,
    points: i32,
}

fn turns(ctx: &Context) -> Vec<Turn> {
    ctx.input(|input| input.events.iter().filter_map(turn_of).collect())
}

fn turn_of(event: &Event) -> Option<Turn> {
    let Event::MouseWheel { unit, delta, modifiers, .. } = event else { return None };
    if modifiers.command || modifiers.ctrl || modifiers.alt {
        return None;
    }
    // Some systems turn the wheel sideways where Shift is held.
    let way = |delta: &Vec2| if delta.y == 0.0 { delta.x } else { delta.y };
    let notches = match unit {
        MouseWheelUnit::Line | MouseWheelUnit::Page => way(delta),
        MouseWheelUnit::Point => way(delta) / NOTCH,
    };
    (notches != 0.0).then_some(Turn { notches, points: if modifiers.shift { 1 } else { COARSE } })
}

impl Burst {
    fn turn(&mut self, turn: Turn) {
        self.part += turn.notches;
        let whole = self.part.trunc();
        self.part -= whole;
        #[expect(clippy::cast_possible_truncation, reason = "clamped to what a score can move")]
        let whole = whole.clamp(-200.0, 200.0) as i32;
        self.by = (self.by + whole * turn.points).clamp(-200, 200);
    }
}

fn may_begin(canvas: &Canvas, editor: &Editor, time: f64) -> bool {
    let hit = canvas.pointer.place().and_then(|(_, hit)| hit).map(|hit| hit.target);
    let is_on_selected = match hit {
        Some(Target::Thing(thing @ Thing::Face(..))) => editor.selection().contains(&thing),
        Some(_) | None => false,
    };
    let is_scrolling = canvas.pointer.wheel.scrolled.is_some_and(|then| time - then < REST);
    is_on_selected && !is_scrolling && !canvas.pointer.is_busy() && !canvas.in_place.is_open()
}

/// A burst ends when the wheel rests, the pointer goes elsewhere, or something else changed the map.
fn end_what_rests(canvas: &mut Canvas, editor: &mut Editor, time: f64) {
    let Some(burst) = &canvas.pointer.wheel.burst else { return };
    let at = canvas.pointer.place().map(|(at, _)| at);
    let is_there = at.is_some_and(|at| at.distance(burst.at) <= STILL) && !canvas.pointer.is_busy();
    let is_same = editor.history().revision() == burst.revision;
    if is_there && is_same && time - burst.last < REST {
        return;
    }
    canvas.pointer.wheel.burst = None;
    if is_same {
        editor.commit_preview();
    }
}
