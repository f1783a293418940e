//! Several things selected at once: how many, what they share, and “mixed” where they differ. Must not know the canvas.
//!
//! What is set here is set for all of them, as one step.

mod cards;
mod evidence;
mod feelings;
mod lanes;
mod stages;
mod touchpoints;

use super::{engagement, kind_ui};
use crate::{
    editor::Edit,
    map::Thing,
    scene::{Role, View},
    texts::Texts,
    ui::widgets::{Desk, remove_button, sentence, unless_held},
};
use egui::Ui;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

/// Shows how many things are selected, sets what they share, removes them.
pub(super) fn several_ui(ui: &mut Ui, desk: &mut Desk<'_>, view: &View, selection: &[Thing]) {
    let (texts, map) = (desk.texts(), desk.shown());
    kind_ui(ui, desk, texts.inspector_selection());
    ui.heading(texts.inspector_several(selection.len()));
    for (count, name) in counts(desk, selection) {
        sentence(ui, desk.look, &format!("{name}: {count}"), Role::Soft);
    }
    stages::stages_ui(ui, desk, &map, selection);
    feelings::feelings_ui(ui, desk, (&map, view), selection);
    touchpoints::touchpoints_ui(ui, desk, &map, selection);
    evidence::evidence_ui(ui, desk, (&map, view), selection);
    cards::cards_ui(ui, desk, &map, selection);
    lanes::lanes_ui(ui, desk, &map, selection);
    engagement::engagements_ui(ui, desk, &map, selection);
    let is_held = desk.editor.holds_selection();
    let text = texts.inspector_remove_several(selection.len());
    if unless_held(ui, desk, is_held, |ui| remove_button(ui, desk, &text)).clicked() {
        desk.apply(Edit::Remove(selection.to_vec()));
    }
}

/// What several things have of a property.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shared<T> {
    /// All the same.
    Same(T),
    /// They differ, or there are none.
    Mixed,
}

impl<T: PartialEq> Shared<T> {
    pub(super) fn of(mut values: impl Iterator<Item = T>) -> Self {
        let Some(first) = values.next() else { return Self::Mixed };
        if values.all(|value| value == first) { Self::Same(first) } else { Self::Mixed }
    }

    pub(super) fn same(self) -> Option<T> {
        match self {
            Self::Same(value) => Some(value),
            Self::Mixed => None,
        }
    }

    /// A property's name, with the word for it where the things differ.
    fn named(&self, name: &str, texts: Texts) -> String {
        match self {
            Self::Same(_) => name.to_owned(),
            Self::Mixed => texts.inspector_mixed_named(name),
        }
    }
}

/// Tells the fields of one selection from those of another.
fn key_of(selection: &[Thing]) -> u64 {
    let mut hasher = DefaultHasher::new();
    selection.hash(&mut hasher);
    hasher.finish()
}

/// Whether a thing is of one kind.
type IsKind = fn(&Thing) -> bool;

/// How many of each kind are selected, in a fixed order.
fn counts(desk: &Desk<'_>, selection: &[Thing]) -> Vec<(usize, &'static str)> {
    let texts = desk.texts();
    let kinds: [(&'static str, IsKind); 10] = [
        (texts.inspector_stages(), |thing| matches!(thing, Thing::Stage(_))),
        (texts.lane_touchpoints(), |thing| matches!(thing, Thing::Touchpoint(_))),
        (texts.inspector_faces(), |thing| matches!(thing, Thing::Face(..))),
        (texts.lane_dramatic_arc(), |thing| matches!(thing, Thing::Engagement(_))),
        (texts.inspector_cards(), |thing| matches!(thing, Thing::Card(_))),
        (texts.inspector_lanes(), |thing| matches!(thing, Thing::Lane(_))),
        (texts.inspector_personas(), |thing| matches!(thing, Thing::Persona(_))),
        (texts.inspector_links(), |thing| matches!(thing, Thing::Link(_))),
        (texts.inspector_notes(), |thing| matches!(thing, Thing::Note(_))),
        (texts.inspector_surveys(), |thing| matches!(thing, Thing::Survey(_))),
    ];
    let counted = kinds.map(|(name, is_kind)| (selection.iter().filter(|thing| is_kind(thing)).count(), name));
    counted.into_iter().filter(|(count, _)| *count > 0).collect()
}
