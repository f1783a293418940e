//! What a field edits: a thing on the map, or a draft that comes to the map with its name.
//!
//! Must not know keys or the screen.

use crate::{
    editor::{Edit, Editor, Place, edit_of_text},
    map::{Card, CardId, Holder, LaneId, Map, Note, Stage, StageId, Thing, Touchpoint, TouchpointId},
};
use std::sync::Arc;

/// What is edited.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Subject {
    /// The text of a thing on the map.
    Standing(Thing),
    /// A stage that is not on the map yet, its place, and where the keyboard was before.
    DraftStage(Stage, usize, Option<Place>),
    /// A touchpoint that is not on the map yet, its place, and where the keyboard was before.
    DraftTouchpoint(Touchpoint, (StageId, usize), Option<Place>),
    /// A card that is not on the map yet, its place, and where the keyboard was before.
    DraftCard(Card, (Holder, LaneId, usize), Option<Place>),
    /// A note that is not on the map yet, and where the keyboard was before.
    DraftNote(Note, Option<Place>),
}

/// A nameless stage after the one that is selected or holds what is selected, else at the end.
pub(super) fn draft_stage(editor: &mut Editor) -> Subject {
    let stages = &editor.map().stages;
    let place = editor.selected_stage().and_then(|id| stages.iter().position(|stage| stage.id == id));
    let at = place.map_or(stages.len(), |place| place + 1);
    let before = editor.place();
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
    let before = editor.place();
    Some(Subject::DraftTouchpoint(Touchpoint::new(TouchpointId::random(editor.rng()), ""), place, before))
}

/// A card without a text at a place.
pub(super) fn draft_card(editor: &mut Editor, place: (Holder, LaneId, usize)) -> Subject {
    let before = editor.place();
    Subject::DraftCard(Card::new(CardId::random(editor.rng()), ""), place, before)
}

/// A text as it is kept: names in one line without spaces around them, cards and notes without empty lines at the end.
pub(super) fn tidy(thing: Thing, text: &str) -> String {
    match thing {
        Thing::Card(_) | Thing::Note(_) => text.trim_end().to_owned(),
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

/// What may be typed: no control characters, and line breaks in cards and notes alone.
pub(super) fn admit(thing: Thing, text: &mut String) {
    let keeps_breaks = matches!(thing, Thing::Card(_) | Thing::Note(_));
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
            Self::DraftCard(card, _, _) => Thing::Card(card.id),
            Self::DraftNote(note, _) => Thing::Note(note.id),
        }
    }

    /// Whether it is not on the map yet.
    pub(super) fn is_draft(&self) -> bool {
        match self {
            Self::Standing(_) => false,
            Self::DraftStage(..) | Self::DraftTouchpoint(..) | Self::DraftCard(..) | Self::DraftNote(..) => true,
        }
    }

    /// Where the keyboard was before a draft began.
    pub(super) fn neighbour(&self) -> Option<Place> {
        match self {
            Self::Standing(_) => None,
            Self::DraftStage(_, _, before)
            | Self::DraftTouchpoint(_, _, before)
            | Self::DraftCard(_, _, before)
            | Self::DraftNote(_, before) => *before,
        }
    }

    /// Where it stands in the grid; for a draft where it will stand, for one of a stage the stage before it.
    pub(super) fn place(&self, map: &Map) -> Option<Place> {
        match self {
            Self::Standing(thing) => Some(Place::Thing(*thing)),
            Self::DraftStage(_, at, _) => {
                at.checked_sub(1).and_then(|at| map.stages.get(at)).map(|stage| Place::Thing(Thing::Stage(stage.id)))
            }
            Self::DraftTouchpoint(_, (stage, _), _) => Some(Place::Thing(Thing::Stage(*stage))),
            Self::DraftCard(_, (holder, lane, _), _) => Some(Place::Cell((*holder, *lane))),
            Self::DraftNote(_, before) => *before,
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
            Self::DraftCard(card, (holder, lane, at), _) => Some(Edit::InsertCard {
                holder: *holder,
                lane: *lane,
                at: *at,
                card: Arc::new(Card { text: name, ..card.clone() }),
            }),
            Self::DraftNote(note, _) => Some(Edit::InsertNote(Arc::new(Note { text: name, ..note.clone() }))),
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
