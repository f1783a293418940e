//! What is selected, and what that means. Must not know how a selection is shown.

use super::{
    Editor,
    make::stage_of,
    walk::{stage_of_place, touchpoint_of_place},
};
use crate::{
    map::{Map, PersonaId, StageId, Thing, TouchpointId},
    scene::View,
};
use std::collections::HashSet;

impl Editor {
    /// What is selected, the last one chosen at the end; empty means the map itself.
    pub fn selection(&self) -> &[Thing] {
        &self.selection
    }

    /// The thing chosen last.
    pub fn primary(&self) -> Option<Thing> {
        self.selection.last().copied()
    }

    /// Selects just these things, each once.
    pub fn select(&mut self, things: impl IntoIterator<Item = Thing>) {
        self.cell = None;
        let mut seen = HashSet::new();
        self.selection = things.into_iter().filter(|thing| seen.insert(*thing)).collect();
    }

    /// The touchpoint that the thing chosen last is or stands at.
    pub fn selected_touchpoint(&self) -> Option<TouchpointId> {
        touchpoint_of_place(self.map(), self.place()?)
    }

    /// The stage that the thing chosen last is or stands in.
    pub fn selected_stage(&self) -> Option<StageId> {
        stage_of_place(self.map(), self.place()?)
    }

    /// Selects more: the siblings of the thing chosen last, then all of its kind, then all stages, touchpoints, cards
    /// and links. The thing chosen last stays so.
    pub fn select_all(&mut self) {
        let primary = self.primary();
        let wider = primary.map_or_else(Vec::new, |thing| vec![siblings(self.map(), thing), kin(self.map(), thing)]);
        let is_wider = |things: &Vec<Thing>| things.iter().any(|thing| !self.selection.contains(thing));
        let mut things = wider.into_iter().find(is_wider).unwrap_or_else(|| everything(self.map()));
        if let Some(primary) = primary.filter(|primary| things.contains(primary)) {
            things.retain(|thing| *thing != primary);
            things.push(primary);
        }
        self.selection = things;
        self.cell = None;
    }

    /// Selects all touchpoints of the stages that are selected or hold what is selected; of an empty stage none, so that
    /// the stage stays selected.
    pub fn select_touchpoints_of_stages(&mut self) {
        let stages: Vec<StageId> = self.selection.iter().filter_map(|thing| stage_of(self.map(), *thing)).collect();
        let touchpoints: Vec<Thing> = stages.iter().flat_map(|id| touchpoints_of(self.map(), *id)).collect();
        if !touchpoints.is_empty() {
            self.select(touchpoints);
        }
    }

    /// A selected face that a view does not draw gives way to the touchpoint it stands at, so that no key changes what
    /// nobody sees; another persona's to the face of the one that is drawn alone.
    pub fn select_drawn(&mut self, view: &View) {
        if !self.selection.iter().any(|thing| matches!(thing, Thing::Face(..))) {
            return;
        }
        let map = std::sync::Arc::clone(self.history.map());
        let drawn: Vec<PersonaId> = view.persona.personas(&map).map(|persona| persona.id).collect();
        let alone = view.persona.persona(&map);
        let instead = |thing: Thing| match thing {
            Thing::Face(touchpoint, ..) if !view.curves.shows(thing) => Thing::Touchpoint(touchpoint),
            Thing::Face(_, persona, _) if drawn.contains(&persona) => thing,
            Thing::Face(touchpoint, _, curve) => match alone {
                Some(alone) if map.touchpoint(touchpoint).is_some_and(|it| it.score(alone, curve).is_some()) => {
                    Thing::Face(touchpoint, alone, curve)
                }
                Some(_) | None => Thing::Touchpoint(touchpoint),
            },
            other => other,
        };
        let selection: Vec<Thing> = self.selection.iter().copied().map(instead).collect();
        if selection != self.selection {
            self.select(selection);
        }
    }

    /// Forgets what is not there or not seen any more.
    pub(super) fn drop_gone_selection(&mut self) {
        let map = std::sync::Arc::clone(self.history.map());
        self.selection.retain(|thing| thing.is_seen_in(&map));
        self.leave_gone_cell();
    }
}

/// All touchpoints of a stage.
pub(super) fn touchpoints_of(map: &Map, stage: StageId) -> Vec<Thing> {
    let touchpoints = map.stage(stage).map_or(&[][..], |stage| &stage.touchpoints);
    touchpoints.iter().map(|touchpoint| Thing::Touchpoint(touchpoint.id)).collect()
}

/// What stands beside a thing, with the thing: the touchpoints of its stage, the cards of its cell.
fn siblings(map: &Map, thing: Thing) -> Vec<Thing> {
    match thing {
        Thing::Touchpoint(_) => stage_of(map, thing).map_or_else(Vec::new, |id| touchpoints_of(map, id)),
        Thing::Card(id) => map.card(id).map_or_else(Vec::new, |(holder, lane, _)| {
            let beside = map.cards().filter(|(other, row, _)| (*other, *row) == (holder, lane));
            beside.map(|(_, _, card)| Thing::Card(card.id)).collect()
        }),
        Thing::Stage(_) | Thing::Face(..) | Thing::Engagement(_) | Thing::Lane(_) => kin(map, thing),
        Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) | Thing::Note(_) => kin(map, thing),
    }
}

/// All things of the same kind; for a face the scores there are on its curve, for a point of the dramatic arc those
/// there are.
fn kin(map: &Map, thing: Thing) -> Vec<Thing> {
    match thing {
        Thing::Stage(_) => map.stages.iter().map(|stage| Thing::Stage(stage.id)).collect(),
        Thing::Touchpoint(_) => map.touchpoints().map(|touchpoint| Thing::Touchpoint(touchpoint.id)).collect(),
        Thing::Face(_, persona, curve) => map
            .touchpoints()
            .filter(|touchpoint| touchpoint.score(persona, curve).is_some())
            .map(|touchpoint| Thing::Face(touchpoint.id, persona, curve))
            .collect(),
        Thing::Engagement(_) => {
            let points = map.touchpoints().filter(|touchpoint| touchpoint.engagement.is_some());
            points.map(|touchpoint| Thing::Engagement(touchpoint.id)).collect()
        }
        Thing::Card(_) => seen_cards(map).collect(),
        Thing::Lane(_) => map.lanes.iter().filter(|lane| lane.is_shown()).map(|lane| Thing::Lane(lane.id)).collect(),
        Thing::Persona(_) => map.personas.iter().map(|persona| Thing::Persona(persona.id)).collect(),
        Thing::Link(_) => map.links.iter().map(|link| Thing::Link(link.id)).collect(),
        Thing::Note(_) => map.notes.iter().map(|note| Thing::Note(note.id)).collect(),
        Thing::Survey(_) => map.surveys.iter().map(|survey| Thing::Survey(survey.id)).collect(),
    }
}

/// The cards in lanes that are shown: what nobody sees is not deleted along.
fn seen_cards(map: &Map) -> impl Iterator<Item = Thing> {
    let hidden: Vec<_> = map.lanes.iter().filter(|lane| !lane.is_shown()).map(|lane| lane.id).collect();
    let shown = map.cards().filter(move |(_, lane, _)| !hidden.contains(lane));
    shown.map(|(_, _, card)| Thing::Card(card.id))
}

/// All that stands on the canvas beside the lanes.
fn everything(map: &Map) -> Vec<Thing> {
    let stages = map.stages.iter().map(|stage| Thing::Stage(stage.id));
    let touchpoints = map.touchpoints().map(|touchpoint| Thing::Touchpoint(touchpoint.id));
    let cards = seen_cards(map);
    let links = map.links.iter().map(|link| Thing::Link(link.id));
    let notes = map.notes.iter().map(|note| Thing::Note(note.id));
    stages.chain(touchpoints).chain(cards).chain(links).chain(notes).collect()
}
