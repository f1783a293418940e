//! A Mermaid journey as a piece of a map, or as a map: sections are stages, tasks touchpoints, actors personas.
//!
//! Must not know the grammar.

use super::{Journey, Task};
use crate::map::{Feeling, Fragment, Map, Persona, PersonaId, Score, Stage, StageId, Touchpoint, TouchpointId};
use fastrand::Rng;
use std::{collections::BTreeMap, sync::Arc};

impl Journey {
    /// The piece: a stage for each section, a touchpoint for each task, a persona for each actor. A task's score is what
    /// its actors feel; where it names none, what all of them feel; where the diagram names none, what an unnamed
    /// persona feels.
    pub fn fragment(&self, rng: &mut Rng) -> Fragment {
        let personas = self.personas(rng);
        let stages = self.sections.iter().map(|section| {
            let touchpoint = |task: &Task, rng: &mut Rng| Arc::new(touchpoint(task, &personas, rng));
            let touchpoints = section.tasks.iter().map(|task| touchpoint(task, rng)).collect();
            Arc::new(Stage { touchpoints, ..Stage::new(StageId::random(rng), plain(&section.name)) })
        });
        let stages = stages.collect();
        Fragment { personas, stages, ..Fragment::default() }
    }

    /// The whole diagram as a map with the usual lanes.
    pub fn map(&self, rng: &mut Rng) -> Map {
        let piece = self.fragment(rng);
        let mut map = Map::empty(rng);
        map.title = plain(if self.title.is_empty() { &self.accessible_title } else { &self.title });
        map.description.clone_from(&self.description);
        if !piece.personas.is_empty() {
            map.personas = piece.personas;
        }
        map.stages = piece.stages;
        map
    }

    /// The actors in the order in which they come in; one without a name where there are scores and no actor.
    fn personas(&self, rng: &mut Rng) -> Vec<Arc<Persona>> {
        let tasks = || self.sections.iter().flat_map(|section| &section.tasks);
        let mut names: Vec<String> = Vec::new();
        for name in tasks().flat_map(|task| &task.people).map(|name| plain(name)) {
            if !name.is_empty() && !names.contains(&name) {
                names.push(name);
            }
        }
        if names.is_empty() && tasks().any(|task| task.score.is_some()) {
            names.push(String::new());
        }
        names.into_iter().map(|name| Arc::new(Persona::new(PersonaId::random(rng), name))).collect()
    }
}

fn touchpoint(task: &Task, personas: &[Arc<Persona>], rng: &mut Rng) -> Touchpoint {
    let mut touchpoint = Touchpoint::new(TouchpointId::random(rng), plain(&task.name));
    let people: Vec<String> = task.people.iter().map(|name| plain(name)).filter(|name| !name.is_empty()).collect();
    let feels = |persona: &&Arc<Persona>| people.is_empty() || people.contains(&persona.name);
    if let Some(score) = task.score {
        let feeling = Feeling { actual: Some(score_of(score)), ..Feeling::default() };
        let felt = personas.iter().filter(feels).map(|persona| (persona.id, feeling.clone()));
        touchpoint.feelings = felt.collect::<BTreeMap<_, _>>();
    }
    touchpoint
}

/// 1 is −100, 3 is 0, 5 is +100, and what lies outside is the nearest end.
fn score_of(score: f64) -> Score {
    Score::nearest((score - 3.0) * 50.0)
}

/// A name with its line breaks (`<br>`, `<br/>`) as blanks.
fn plain(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        text.push_str(before);
        match tag.split_once('>').filter(|(tag, _)| is_break(tag)) {
            Some((_, after)) => {
                text.push(' ');
                rest = after;
            }
            None => {
                text.push('<');
                rest = tag.get(1..).unwrap_or_default();
            }
        }
    }
    text.push_str(rest);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `<br`, `<br/`, `</br /`, in any case.
fn is_break(tag: &str) -> bool {
    let letters = tag.trim_start_matches('<').trim_matches(|sign: char| sign == '/' || sign.is_whitespace());
    letters.eq_ignore_ascii_case("br")
}
