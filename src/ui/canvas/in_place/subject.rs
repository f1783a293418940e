//! What a field edits: a thing on the map, or a draft that comes to the map with its name.
//!
//! Must not know keys or the screen.

use crate::{
    editor::{CardChange, Edit, Editor, FeelingChange, LaneChange, LinkChange, StageChange, TouchpointChange},
    map::{CardId, LaneId, LinkId, Map, Owner, PersonaId, Stage, StageId, Thing, Touchpoint, TouchpointId},
};
use std::sync::Arc;

/// What is edited.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Subject {
    /// A stage's name.
    Stage(StageId),
    /// A touchpoint's name.
    Touchpoint(TouchpointId),
    /// A card's text.
    Card(CardId),
    /// A lane's name.
    Lane(LaneId),
    /// A link's label.
    Link(LinkId),
    /// A feeling's word; the face tells which curve was pointed at.
    Word(TouchpointId, PersonaId, Thing),
    /// A stage that is not on the map yet, its place, and what was selected before.
    DraftStage(Stage, usize, Option<Thing>),
    /// A touchpoint that is not on the map yet, its place, and what was selected before.
    DraftTouchpoint(Touchpoint, (StageId, usize), Option<Thing>),
}

/// A thing on the map with its text as it is; `None` for what has no text on the canvas.
pub(super) fn standing(map: &Map, thing: Thing) -> Option<(Subject, String)> {
    Some(match thing {
        Thing::Stage(id) => (Subject::Stage(id), map.stage(id)?.name.clone()),
        Thing::Touchpoint(id) => (Subject::Touchpoint(id), map.touchpoint(id)?.name.clone()),
        Thing::Card(id) => (Subject::Card(id), map.card(id)?.2.text.clone()),
        Thing::Lane(id) => (Subject::Lane(id), map.lane(id)?.name.clone()),
        Thing::Link(id) => (Subject::Link(id), map.link(id)?.label.clone()),
        Thing::Face(id, persona, _) => {
            let feeling = map.touchpoint(id)?.feelings.get(&persona);
            (Subject::Word(id, persona, thing), feeling.map_or_else(String::new, |feeling| feeling.word.clone()))
        }
        Thing::Persona(_) | Thing::Survey(_) => return None,
    })
}

/// A nameless stage after a stage, or at the end.
pub(super) fn draft_stage(editor: &mut Editor, after: Option<StageId>) -> Subject {
    let before = editor.selection().last().copied();
    let stages = &editor.map().stages;
    let place = after.and_then(|id| stages.iter().position(|stage| stage.id == id));
    let at = place.map_or(stages.len(), |place| place + 1);
    Subject::DraftStage(Stage::new(StageId::random(editor.rng()), ""), at, before)
}

/// A nameless touchpoint after a thing, or at the end of the last stage; `None` on a map without stages.
pub(super) fn draft_touchpoint(editor: &mut Editor, after: Option<Thing>) -> Option<Subject> {
    let place = place_after(editor.map(), after)?;
    Some(Subject::DraftTouchpoint(Touchpoint::new(TouchpointId::random(editor.rng()), ""), place, after))
}

fn place_after(map: &Map, after: Option<Thing>) -> Option<(StageId, usize)> {
    let stage = after.and_then(|thing| stage_of(map, thing)).and_then(|id| map.stage(id)).or(map.stages.last())?;
    let touchpoint = after.and_then(|thing| touchpoint_of(map, thing));
    let place = touchpoint.and_then(|id| stage.position(id)).map(|place| place + 1);
    Some((stage.id, place.unwrap_or(stage.touchpoints.len())))
}

fn touchpoint_of(map: &Map, thing: Thing) -> Option<TouchpointId> {
    match thing {
        Thing::Touchpoint(id) | Thing::Face(id, _, _) => Some(id),
        Thing::Card(id) => match map.card(id)?.0 {
            Owner::Touchpoint(id) => Some(id),
            Owner::Stage(_) => None,
        },
        Thing::Stage(_) | Thing::Lane(_) | Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) => None,
    }
}

/// The stage a thing stands in.
pub(super) fn stage_of(map: &Map, thing: Thing) -> Option<StageId> {
    match thing {
        Thing::Stage(id) => Some(id),
        Thing::Card(id) => match map.card(id)?.0 {
            Owner::Touchpoint(id) => stage_of(map, Thing::Touchpoint(id)),
            Owner::Stage(id) => Some(id),
        },
        Thing::Touchpoint(id) | Thing::Face(id, _, _) => {
            map.place_of(id).and_then(|(at, _)| map.stages.get(at)).map(|stage| stage.id)
        }
        Thing::Lane(_) | Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) => None,
    }
}

/// A text as it is kept: names in one line without spaces around them, cards without empty lines at the end.
pub(super) fn tidy(thing: Thing, text: &str) -> String {
    match thing {
        Thing::Card(_) => text.trim_end().to_owned(),
        Thing::Stage(_)
        | Thing::Touchpoint(_)
        | Thing::Face(..)
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
            Self::Stage(id) => Thing::Stage(*id),
            Self::Touchpoint(id) => Thing::Touchpoint(*id),
            Self::Card(id) => Thing::Card(*id),
            Self::Lane(id) => Thing::Lane(*id),
            Self::Link(id) => Thing::Link(*id),
            Self::Word(_, _, face) => *face,
            Self::DraftStage(stage, _, _) => Thing::Stage(stage.id),
            Self::DraftTouchpoint(touchpoint, _, _) => Thing::Touchpoint(touchpoint.id),
        }
    }

    /// Whether it is not on the map yet.
    pub(super) fn is_draft(&self) -> bool {
        matches!(self, Self::DraftStage(..) | Self::DraftTouchpoint(..))
    }

    /// What was selected before a draft began.
    pub(super) fn neighbour(&self) -> Option<Thing> {
        match self {
            Self::DraftStage(_, _, before) | Self::DraftTouchpoint(_, _, before) => *before,
            Self::Stage(_)
            | Self::Touchpoint(_)
            | Self::Card(_)
            | Self::Lane(_)
            | Self::Link(_)
            | Self::Word(..) => None,
        }
    }

    /// The edit that gives it this text.
    pub(super) fn edit(&self, text: &str) -> Edit {
        let name = text.to_owned();
        match self {
            Self::Stage(id) => Edit::Stage(*id, StageChange::Name(name)),
            Self::Touchpoint(id) => Edit::Touchpoint(*id, TouchpointChange::Name(name)),
            Self::Card(id) => Edit::Card(*id, CardChange::Text(name)),
            Self::Lane(id) => Edit::Lane(*id, LaneChange::Name(name)),
            Self::Link(id) => Edit::Link(*id, LinkChange::Label(name)),
            Self::Word(id, persona, _) => Edit::Feeling(*id, *persona, FeelingChange::Word(name)),
            Self::DraftStage(stage, at, _) => {
                Edit::InsertStage { at: *at, stage: Arc::new(Stage { name, ..stage.clone() }) }
            }
            Self::DraftTouchpoint(touchpoint, (stage, at), _) => Edit::InsertTouchpoint {
                stage: *stage,
                at: *at,
                touchpoint: Arc::new(Touchpoint { name, ..touchpoint.clone() }),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
