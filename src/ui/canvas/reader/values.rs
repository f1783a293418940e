//! What a screen reader does with the values on the canvas: a face's score, a level of the dramatic arc. Each call is the
//! step of the history that a key would make, and selects what it changed.
//!
//! Must not know nodes or keys.

use super::super::Canvas;
use crate::{
    editor::{EditError, Editor},
    map::{Engagement, Score, Thing},
};

/// How far a step moves a face, in points.
const STEP: i32 = 5;

/// The least, the greatest value and a step of what is a value.
pub(super) fn range_of(thing: Thing) -> Option<(f64, f64, f64)> {
    match thing {
        Thing::Face(..) => Some((Score::MIN.value().into(), Score::MAX.value().into(), STEP.into())),
        Thing::Engagement(_) => Some((Engagement::MIN.value().into(), Engagement::MAX.value().into(), 1.0)),
        Thing::Stage(_) | Thing::Touchpoint(_) | Thing::Card(_) | Thing::Lane(_) => None,
        Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) | Thing::Note(_) => None,
    }
}

/// Moves a value by so many steps, from its middle where there is none; nothing happens to what is no value.
pub(super) fn step(canvas: &Canvas, editor: &mut Editor, thing: Thing, by: i32) -> Result<(), EditError> {
    if !thing.is_value() {
        return Ok(());
    }
    editor.select([thing]);
    editor.nudge(by * STEP, &canvas.view)
}

/// Sets a value to the nearest there is; nothing happens to what is no value.
pub(super) fn set(canvas: &Canvas, editor: &mut Editor, thing: Thing, value: f64) -> Result<(), EditError> {
    if !thing.is_value() {
        return Ok(());
    }
    editor.select([thing]);
    editor.set_to(Score::nearest(value), Engagement::nearest(value), &canvas.view)
}
