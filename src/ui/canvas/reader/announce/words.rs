//! The words for values that an edit set. Must not know when they are told.

use crate::{
    editor::{Edit, FeelingChange, TouchpointChange},
    map::{Curve, Map, Thing, TouchpointId},
    scene::{View, curve_name},
    texts::Texts,
    ui::canvas::names,
};

/// The one value that an edit set or cleared; `None` for every other edit.
pub(super) fn value_of(edit: &Edit) -> Option<Thing> {
    if let Edit::Feeling(id, persona, FeelingChange::Score(curve, _)) = edit {
        return Some(Thing::Face(*id, *persona, *curve));
    }
    if let Edit::Touchpoint(id, TouchpointChange::Engagement(_)) = edit {
        return Some(Thing::Engagement(*id));
    }
    if let Edit::Remove(things) = edit {
        let [only] = things.as_slice() else { return None };
        return Some(*only).filter(|thing| thing.is_value());
    }
    let Edit::All(edits) = edit else { return None };
    let [only] = edits.as_slice() else { return None };
    value_of(only)
}

/// What a value is now: "Delivery: +40, positive".
pub(super) fn value(thing: Thing, (map, view): (&Map, &View), texts: Texts) -> String {
    let name = |id: TouchpointId| {
        map.touchpoint(id).map_or(texts.touchpoint_unnamed(), |found| names::touchpoint_name(found, texts)).to_owned()
    };
    match thing {
        Thing::Face(id, who, curve) => {
            let mut what = name(id);
            if view.persona.persona(map) != Some(who) {
                what = texts.canvas_with(what, names::persona_name(map, who, texts));
            }
            if curve == Curve::Expected {
                what = texts.canvas_with(what, curve_name(texts, curve));
            }
            let score = map.touchpoint(id).and_then(|found| found.score(who, curve));
            let value = score.map_or_else(
                || texts.canvas_face_gap().to_owned(),
                |score| names::score_words(&map.scale, score, texts),
            );
            texts.canvas_labelled(what, value)
        }
        Thing::Engagement(id) => {
            let level = map.touchpoint(id).and_then(|found| found.engagement);
            names::engagement_name(&name(id), level, texts)
        }
        Thing::Stage(_) | Thing::Touchpoint(_) | Thing::Card(_) | Thing::Lane(_) => String::new(),
        Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) | Thing::Note(_) => String::new(),
    }
}
