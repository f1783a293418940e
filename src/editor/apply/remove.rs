//! Removing things with all that hangs on them, so that nothing names what is gone. Must not know selection.
//!
//! With a stage go its touchpoints and cards; with a touchpoint its cards, its links and the survey results about it
//! (the survey stays); with a persona its feelings; with a lane its cards. A face or a
//! point of the dramatic arc is cleared: a gap, not a zero.

use super::{Applied, feeling, touchpoint};
use crate::{
    editor::{EditError, TouchpointChange},
    map::{CardId, LaneId, LinkId, Map, PersonaId, Stage, StageId, Survey, SurveyId, Thing, Touchpoint, TouchpointId},
};
use std::{collections::HashSet, sync::Arc};

pub(super) fn remove(map: &mut Arc<Map>, things: &[Thing]) -> Applied {
    if things.iter().any(|thing| !thing.exists_in(map)) {
        return Err(EditError::Gone);
    }
    let doomed = Doomed::new(map, things);
    if !doomed.personas.is_empty() && map.personas.iter().all(|persona| doomed.personas.contains(&persona.id)) {
        return Err(EditError::LastPersona);
    }
    for thing in things {
        match thing {
            Thing::Face(id, persona, curve) => feeling::set_score(map, *id, *persona, (*curve, None))?,
            Thing::Engagement(id) => touchpoint::change(map, *id, &TouchpointChange::Engagement(None))?,
            Thing::Stage(_) | Thing::Touchpoint(_) | Thing::Card(_) | Thing::Lane(_) => {}
            Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) => {}
        }
    }
    if doomed.is_anything() {
        doomed.take_out(Arc::make_mut(map));
    }
    Ok(())
}

/// What goes, by kind.
#[derive(Default)]
struct Doomed {
    stages: HashSet<StageId>,
    touchpoints: HashSet<TouchpointId>,
    cards: HashSet<CardId>,
    lanes: HashSet<LaneId>,
    personas: HashSet<PersonaId>,
    links: HashSet<LinkId>,
    surveys: HashSet<SurveyId>,
}

impl Doomed {
    fn new(map: &Map, things: &[Thing]) -> Self {
        let mut doomed = Self::default();
        for thing in things {
            doomed.add(*thing);
        }
        let stages = map.stages.iter().filter(|stage| doomed.stages.contains(&stage.id));
        doomed.touchpoints.extend(stages.flat_map(|stage| &stage.touchpoints).map(|touchpoint| touchpoint.id));
        doomed
    }

    fn add(&mut self, thing: Thing) {
        match thing {
            Thing::Stage(id) => self.stages.insert(id),
            Thing::Touchpoint(id) => self.touchpoints.insert(id),
            Thing::Face(..) | Thing::Engagement(_) => false,
            Thing::Card(id) => self.cards.insert(id),
            Thing::Lane(id) => self.lanes.insert(id),
            Thing::Persona(id) => self.personas.insert(id),
            Thing::Link(id) => self.links.insert(id),
            Thing::Survey(id) => self.surveys.insert(id),
        };
    }

    fn is_anything(&self) -> bool {
        let is_inside = !self.touchpoints.is_empty() || !self.cards.is_empty();
        let is_beside = !self.lanes.is_empty() || !self.personas.is_empty();
        is_inside || is_beside || !self.stages.is_empty() || !self.links.is_empty() || !self.surveys.is_empty()
    }

    fn take_out(&self, map: &mut Map) {
        map.personas.retain(|persona| !self.personas.contains(&persona.id));
        map.lanes.retain(|lane| !self.lanes.contains(&lane.id));
        map.stages.retain(|stage| !self.stages.contains(&stage.id));
        let is_doomed = |id| self.touchpoints.contains(&id);
        for persona in map.personas.iter_mut().filter(|persona| persona.path.named().any(is_doomed)) {
            Arc::make_mut(persona).path.forget(is_doomed);
        }
        map.links.retain(|link| !self.links.contains(&link.id) && !is_doomed(link.from) && !is_doomed(link.to));
        map.surveys.retain(|survey| !self.surveys.contains(&survey.id));
        map.stages.iter_mut().for_each(|stage| self.take_out_of_stage(stage));
        map.surveys.iter_mut().for_each(|survey| self.take_out_of_survey(survey));
    }

    fn take_out_of_stage(&self, stage: &mut Arc<Stage>) {
        let is_hit = |touchpoint: &Touchpoint| self.touchpoints.contains(&touchpoint.id) || self.is_inside(touchpoint);
        if !self.is_on(&stage.cards) && !stage.touchpoints.iter().any(|touchpoint| is_hit(touchpoint)) {
            return;
        }
        let stage = Arc::make_mut(stage);
        self.take_cards(&mut stage.cards);
        stage.touchpoints.retain(|touchpoint| !self.touchpoints.contains(&touchpoint.id));
        for touchpoint in stage.touchpoints.iter_mut().filter(|touchpoint| self.is_inside(touchpoint)) {
            let touchpoint = Arc::make_mut(touchpoint);
            self.take_cards(&mut touchpoint.cards);
            touchpoint.feelings.retain(|persona, _| !self.personas.contains(persona));
        }
    }

    fn take_out_of_survey(&self, survey: &mut Arc<Survey>) {
        let is_doomed = |id: Option<TouchpointId>| id.is_some_and(|id| self.touchpoints.contains(&id));
        if survey.results.iter().any(|result| is_doomed(result.touchpoint)) {
            Arc::make_mut(survey).results.retain(|result| !is_doomed(result.touchpoint));
        }
    }

    /// Whether something inside a touchpoint goes while the touchpoint stays.
    fn is_inside(&self, touchpoint: &Touchpoint) -> bool {
        self.is_on(&touchpoint.cards) || touchpoint.feelings.keys().any(|persona| self.personas.contains(persona))
    }

    fn is_on(&self, cards: &Cards) -> bool {
        let is_card_hit = || cards.values().flatten().any(|card| self.cards.contains(&card.id));
        cards.keys().any(|lane| self.lanes.contains(lane)) || is_card_hit()
    }

    fn take_cards(&self, cards: &mut Cards) {
        cards.retain(|lane, _| !self.lanes.contains(lane));
        cards.values_mut().for_each(|cards| cards.retain(|card| !self.cards.contains(&card.id)));
        cards.retain(|_, cards| !cards.is_empty());
    }
}

type Cards = std::collections::BTreeMap<LaneId, Vec<Arc<crate::map::Card>>>;
