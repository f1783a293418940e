//! What a field edits: a thing on the map, or a draft that comes to the map with its name.
//!
//! Must not know keys or the screen.

use crate::{
    editor::{Edit, Editor, edit_of_text},
    map::{Map, Stage, StageId, Thing, Touchpoint, TouchpointId},
};
use std::sync::Arc;

/// What is edited.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Subject {
    /// The text of a thing on the map.
    Standing(Thing),
    /// A stage that is not on the map yet, its place, and what was selected before.
    DraftStage(Stage, usize, Option<Thing>),
    /// A touchpoint that is not on the map yet, its place, and what was selected before.
    DraftTouchpoint(Touchpoint, (StageId, usize), Option<Thing>),
}

/// A nameless stage after the one that is selected or holds what is selected, else at the end.
pub(super) fn draft_stage(editor: &mut Editor) -> Subject {
    let stages = &editor.map().stages;
    let place = editor.selected_stage().and_then(|id| stages.iter().position(|stage| stage.id == id));
    let at = place.map_or(stages.len(), |place| place + 1);
    let before = editor.primary();
    Subject::DraftStage(Stage::new(StageId::random(editor.rng()), ""), at, before)
}

/// A nameless touchpoint after the selected one, first in the selected stage, else at the end of the last stage;
/// `None` on a map without stages.
pub(super) fn draft_touchpoint(editor: &mut Editor) -> Option<Subject> {
    let map = editor.map();
    let selected = editor.selected_stage().and_then(|id| map.stage(id));
    let stage = selected.or(map.stages.last())?;
    let after = editor.selected_touchpoint().and_then(|id| stage.position(id));
    let end = if selected.is_some() { 0 } else { stage.touchpoints.len() };
    let place = (stage.id, after.map_or(end, |after| after + 1));
    let before = editor.primary();
    Some(Subject::DraftTouchpoint(Touchpoint::new(TouchpointId::random(editor.rng()), ""), place, before))
}

/// A text as it is kept: names in one line without spaces around them, cards without empty lines at the end.
pub(super) fn tidy(thing: Thing, text: &str) -> String {
    match thing {
        Thing::Card(_) => text.trim_end().to_owned(),
        Thing::Stage(_)
        | Thing::Touchpoint(_)
        | Thing::Face(..)
        | Thing::Engagement(_)
        | Thing::Lane(_)
        | Thing::Persona(_)
        | Thing::Link(_)
        | Thing::Survey(_) => text.trim().to_owned(),
    }
}

/// What may be typed: no control characters, and line breaks in cards alone.
pub(super) fn admit(thing: Thing, text: &mut String) {
    let keeps_breaks = matches!(thing, Thing::Card(_));
    if text.chars().all(|c| !c.is_control()) {
        return;
    }
    *text = text
        .chars()
        .filter_map(|c| match c {
            '\n' if keeps_breaks => Some('\n'),
            '\n' | '\t' => Some(' '),
            c if c.is_control() => None,
            c => Some(c),
        })
        .collect();
}

impl Subject {
    /// The thing on the map; for a draft as the preview shows it.
    pub(super) fn thing(&self) -> Thing {
        match self {
            Self::Standing(thing) => *thing,
            Self::DraftStage(stage, _, _) => Thing::Stage(stage.id),
            Self::DraftTouchpoint(touchpoint, _, _) => Thing::Touchpoint(touchpoint.id),
        }
    }

    /// Whether it is not on the map yet.
    pub(super) fn is_draft(&self) -> bool {
        match self {
            Self::Standing(_) => false,
            Self::DraftStage(..) | Self::DraftTouchpoint(..) => true,
        }
    }

    /// What was selected before a draft began.
    pub(super) fn neighbour(&self) -> Option<Thing> {
        match self {
            Self::Standing(_) => None,
            Self::DraftStage(_, _, before) | Self::DraftTouchpoint(_, _, before) => *before,
        }
    }

    /// The edit that gives it this text; `None` where the thing is gone.
    pub(super) fn edit(&self, map: &Map, text: &str) -> Option<Edit> {
        let name = text.to_owned();
        match self {
            Self::Standing(thing) => edit_of_text(map, *thing, name),
            Self::DraftStage(stage, at, _) => {
                Some(Edit::InsertStage { at: *at, stage: Arc::new(Stage { name, ..stage.clone() }) })
            }
            Self::DraftTouchpoint(touchpoint, (stage, at), _) => Some(Edit::InsertTouchpoint {
                stage: *stage,
                at: *at,
                touchpoint: Arc::new(Touchpoint { name, ..touchpoint.clone() }),
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::CardId;

    #[test]
    fn control_characters_never_come_into_a_text() {
        let mut rng = fastrand::Rng::with_seed(5);
        let mut name = "Mua\u{1b} hàng\nngay".to_owned();
        admit(Thing::Stage(StageId::random(&mut rng)), &mut name);
        assert_eq!(name, "Mua hàng ngay");
        let mut card = "one\ntwo\u{7}\tthree".to_owned();
        admit(Thing::Card(CardId::random(&mut rng)), &mut card);
        assert_eq!(card, "one\ntwo three");
    }
}
