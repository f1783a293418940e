//! What a screen reader does with the values on the canvas: a face's score, a level of the dramatic arc.
//!
//! Must not know nodes or keys.

use crate::{
    editor::{Edit, Editor, FeelingChange, TouchpointChange},
    map::{Curve, Engagement, PersonaId, Score, Thing, TouchpointId},
};

/// How far a step moves a face.
const STEP: i32 = 5;

/// The least, the greatest value and a step of what is a value.
pub(super) fn range_of(thing: Thing) -> Option<(f64, f64, f64)> {
    match thing {
        Thing::Face(..) => Some((Score::MIN.value().into(), Score::MAX.value().into(), STEP.into())),
        Thing::Engagement(_) => Some((Engagement::MIN.value().into(), Engagement::MAX.value().into(), 1.0)),
        Thing::Stage(_) | Thing::Touchpoint(_) | Thing::Card(_) | Thing::Lane(_) => None,
        Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) => None,
    }
}

/// Moves a value by so many steps, from its middle where there is none.
pub(super) fn step(editor: &mut Editor, thing: Thing, by: i32) {
    match thing {
        Thing::Face(id, who, curve) => {
            let score = editor.shown().touchpoint(id).and_then(|touchpoint| touchpoint.score(who, curve));
            set_face(editor, (id, who, curve), Some(score.unwrap_or(Score::ZERO).step(by * STEP)));
        }
        Thing::Engagement(id) => {
            let level = editor.shown().touchpoint(id).and_then(|touchpoint| touchpoint.engagement);
            set_level(editor, id, level.unwrap_or(Engagement::MIDDLE).step(by));
        }
        Thing::Stage(_) | Thing::Touchpoint(_) | Thing::Card(_) | Thing::Lane(_) => {}
        Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) => {}
    }
}

/// Sets a value to the nearest there is.
pub(super) fn set(editor: &mut Editor, thing: Thing, value: f64) {
    match thing {
        Thing::Face(id, who, curve) => set_face(editor, (id, who, curve), Some(Score::nearest(value))),
        Thing::Engagement(id) => set_level(editor, id, Engagement::nearest(value)),
        Thing::Stage(_) | Thing::Touchpoint(_) | Thing::Card(_) | Thing::Lane(_) => {}
        Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) => {}
    }
}

/// Sets a score as one step and selects its face.
fn set_face(editor: &mut Editor, (id, who, curve): (TouchpointId, PersonaId, Curve), score: Option<Score>) {
    let edit = Edit::Feeling(id, who, FeelingChange::Score(curve, score));
    // Refused only where the touchpoint is gone; then there is nothing to show either.
    if editor.apply(edit).is_ok() {
        editor.select([Thing::Face(id, who, curve)]);
    }
}

/// Sets a level as one step and selects its point.
fn set_level(editor: &mut Editor, id: TouchpointId, level: Engagement) {
    if editor.apply(Edit::Touchpoint(id, TouchpointChange::Engagement(Some(level)))).is_ok() {
        editor.select([Thing::Engagement(id)]);
    }
}
