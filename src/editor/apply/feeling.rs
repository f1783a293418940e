//! Changing what a persona feels at a touchpoint. Must not know the emotion scale.

use super::{Applied, put, touchpoint};
use crate::{
    editor::{EditError, FeelingChange},
    map::{Curve, Feeling, Map, PersonaId, Score, TouchpointId},
};
use std::sync::Arc;

pub(super) fn change(map: &mut Arc<Map>, id: TouchpointId, persona: PersonaId, change: &FeelingChange) -> Applied {
    match change {
        FeelingChange::Score(curve, score) => set_score(map, id, persona, (*curve, *score)),
        FeelingChange::Word(word) => alter(map, id, persona, |feeling| put(&mut feeling.word, word)),
        FeelingChange::Evidence(evidence) => alter(map, id, persona, |feeling| put(&mut feeling.evidence, evidence)),
    }
}

/// Sets a score; `None` makes a gap.
pub(super) fn set_score(
    map: &mut Arc<Map>,
    id: TouchpointId,
    persona: PersonaId,
    (curve, score): (Curve, Option<Score>),
) -> Applied {
    alter(map, id, persona, |feeling| {
        let is_new = feeling.score(curve) != score;
        feeling.set_score(curve, score);
        is_new
    })
}

/// Changes a feeling; one that says nothing any more is taken out.
fn alter(
    map: &mut Arc<Map>,
    id: TouchpointId,
    persona: PersonaId,
    change: impl FnOnce(&mut Feeling) -> bool,
) -> Applied {
    if map.persona(persona).is_none() {
        return Err(EditError::Gone);
    }
    touchpoint::alter(map, id, |touchpoint| {
        let mut feeling = touchpoint.feelings.get(&persona).cloned().unwrap_or_default();
        let is_new = change(&mut feeling);
        if feeling == Feeling::default() {
            touchpoint.feelings.remove(&persona);
        } else {
            touchpoint.feelings.insert(persona, feeling);
        }
        is_new
    })
}
