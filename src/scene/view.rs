//! What of a map a scene shows: the choices of the person looking, which are not part of the map.
//!
//! Must not know zoom or scrolling.

use super::{Color, Role};
use crate::{
    map::{Curve, Map, Persona, PersonaId, Stage, Thing, Visibility},
    texts::Texts,
};
use std::sync::Arc;

/// What of a map is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct View {
    /// Whose feelings are drawn.
    pub persona: PersonaChoice,
    /// Which curves are drawn.
    pub curves: CurveChoice,
    /// Whether the picture says above it what it is. Default: no, the screen's bars do.
    pub caption: Caption,
    /// The language of the map's own words ("positive", "no answers", a lane's usual name).
    pub texts: Texts,
}

impl View {
    /// Draws the faces among `things`: those of one persona alone unless they are drawn already, those of several with
    /// all personas.
    pub fn show_faces(&mut self, map: &Map, things: &[Thing]) {
        let of =
            |thing: &Thing| if let Thing::Face(_, persona, curve) = thing { Some((*persona, *curve)) } else { None };
        let faces: Vec<_> = things.iter().filter_map(of).collect();
        self.curves.actual |= faces.iter().any(|(_, curve)| *curve == Curve::Actual);
        self.curves.expected |= faces.iter().any(|(_, curve)| *curve == Curve::Expected);
        let is_drawn = |id: PersonaId| self.persona.personas(map).any(|persona| persona.id == id);
        if let Some((first, _)) = faces.first().filter(|_| !faces.iter().all(|(persona, _)| is_drawn(*persona))) {
            let is_alone = faces.iter().all(|(persona, _)| persona == first);
            self.persona = if is_alone { PersonaChoice::One(*first) } else { PersonaChoice::All };
        }
    }
}

/// Whether a picture has a caption.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Caption {
    /// It has none.
    #[default]
    Hidden,
    /// Title, wave, personas and the signs of the curves stand above it.
    Shown,
}

/// Whose feelings are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PersonaChoice {
    /// The map's first persona that is not hidden.
    #[default]
    First,
    /// One persona; the first one where the map has no such or hides it.
    One(PersonaId),
    /// All that are not hidden, one colour each.
    All,
}

impl PersonaChoice {
    /// The one persona whose feelings are drawn, also where a map hides all of them; `None` while several are overlaid
    /// or there is none.
    pub fn persona(self, map: &Map) -> Option<PersonaId> {
        let mut shown = shown_personas(map).map(|persona| persona.id);
        let first = shown_personas(map).next().or(map.personas.first()).map(|persona| persona.id);
        match self {
            Self::First => first,
            Self::One(id) => shown.find(|shown| *shown == id).or(first),
            Self::All => first.filter(|_| shown.nth(1).is_none()),
        }
    }

    /// The personas whose feelings are drawn, in the map's order.
    pub fn personas(self, map: &Map) -> impl Iterator<Item = &Arc<Persona>> {
        let alone = self.persona(map);
        map.personas.iter().filter(move |persona| match alone {
            Some(alone) => persona.id == alone,
            None => persona.visibility == Visibility::Shown,
        })
    }
}

/// The personas that the map does not hide.
pub fn shown_personas(map: &Map) -> impl Iterator<Item = &Arc<Persona>> {
    map.personas.iter().filter(|persona| persona.visibility == Visibility::Shown)
}

/// A persona's own colour, or the one of its place among all personas.
pub fn persona_color(map: &Map, persona: &Persona) -> Color {
    let at = map.personas.iter().position(|other| other.id == persona.id).unwrap_or_default();
    persona.color.map_or(Role::Persona(at).into(), Color::from)
}

/// A stage's own colour, or the one of its place, which is `number`, from 0.
pub fn stage_color(stage: &Stage, number: usize) -> Color {
    stage.color.map_or(Role::Nth(number).into(), Color::from)
}

/// Which curves are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CurveChoice {
    /// What the room believes.
    pub actual: bool,
    /// What the customer wants.
    pub expected: bool,
    /// What surveys measured.
    pub measured: bool,
}

impl CurveChoice {
    /// Whether a thing is drawn, as far as curves decide: a face only while its curve is.
    pub fn shows(self, thing: Thing) -> bool {
        match thing {
            Thing::Face(_, _, Curve::Actual) => self.actual,
            Thing::Face(_, _, Curve::Expected) => self.expected,
            _ => true,
        }
    }
}

impl Default for CurveChoice {
    fn default() -> Self {
        Self { actual: true, expected: true, measured: true }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A map with personas that are shown (true) or hidden.
    fn map(shown: &[bool]) -> Map {
        let mut rng = fastrand::Rng::with_seed(11);
        let mut map = Map::empty(&mut rng);
        map.personas.clear();
        for (number, is_shown) in shown.iter().enumerate() {
            let mut persona = Persona::new(PersonaId::random(&mut rng), number.to_string());
            persona.visibility = if *is_shown { Visibility::Shown } else { Visibility::Hidden };
            map.personas.push(Arc::new(persona));
        }
        map
    }

    /// The names of those that are drawn, and of the one alone.
    fn drawn(shown: &[bool], choice: impl Fn(&Map) -> PersonaChoice) -> (String, Option<String>) {
        let map = map(shown);
        let choice = choice(&map);
        let alone = choice.persona(&map).and_then(|id| map.persona(id)).map(|persona| persona.name.clone());
        (choice.personas(&map).map(|persona| persona.name.as_str()).collect(), alone)
    }

    #[test]
    fn a_hidden_persona_is_drawn_only_where_all_are_hidden() {
        let one = |at: usize| move |map: &Map| PersonaChoice::One(map.personas[at].id);
        let alone = |name: &str| (name.to_owned(), Some(name.to_owned()));
        assert_eq!(drawn(&[true, true], one(1)), alone("1"));
        assert_eq!(drawn(&[true, false], one(1)), alone("0"), "the chosen one was hidden since");
        assert_eq!(drawn(&[false, true, true], |_| PersonaChoice::First), alone("1"));
        assert_eq!(drawn(&[true, false, true], |_| PersonaChoice::All), ("02".to_owned(), None));
        assert_eq!(drawn(&[true, false], |_| PersonaChoice::All), alone("0"));
        assert_eq!(drawn(&[false, false], one(1)), alone("0"));
    }
}
