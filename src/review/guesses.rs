//! What is still a guess of the room: the most named mistake of the field is a map on assumption alone (domain handbook,
//! section 5). Only what is shown counts, and only what claims something: a score, a card with words that is no
//! opportunity. Must not know how evidence is drawn.

use crate::map::{Evidence, Lane, LaneId, Map, PersonaId, Thing, Visibility};
use std::collections::HashSet;

/// What is still a guess, among everything of its sort that claims something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guesses {
    /// The guessed ones, in the order of the journey.
    pub things: Vec<Thing>,
    /// How many there are in all, guessed or not.
    pub of: usize,
}

impl Guesses {
    fn add(&mut self, thing: Thing, evidence: Evidence) {
        self.of += 1;
        if evidence == Evidence::Guess {
            self.things.push(thing);
        }
    }
}

/// The actual scores of a persona at the touchpoints that it meets.
pub fn guessed_faces(map: &Map, persona: PersonaId) -> Guesses {
    let mut found = Guesses::default();
    let off = map.persona(persona).map(|persona| map.off_path(persona)).unwrap_or_default();
    for touchpoint in map.touchpoints().filter(|touchpoint| !off.contains(&touchpoint.id)) {
        if let Some(feeling) = touchpoint.feelings.get(&persona).filter(|feeling| feeling.actual.is_some()) {
            found.add(Thing::Face(touchpoint.id, persona, crate::map::Curve::Actual), feeling.evidence);
        }
    }
    found
}

/// The cards of all shown lanes that hold claims.
pub fn guessed_cards(map: &Map) -> Guesses {
    let claims = |lane: &Lane| lane.is_shown() && lane.kind.holds_claims();
    let lanes: HashSet<LaneId> = map.lanes.iter().filter(|lane| claims(lane)).map(|lane| lane.id).collect();
    let mut found = Guesses::default();
    for (_, _, card) in map.cards().filter(|(_, lane, card)| lanes.contains(lane) && !card.text.trim().is_empty()) {
        found.add(Thing::Card(card.id), card.evidence);
    }
    found
}

/// Faces of all shown personas and cards together.
pub fn guesses(map: &Map) -> Guesses {
    let shown = map.personas.iter().filter(|persona| persona.visibility == Visibility::Shown);
    let parts = shown.map(|persona| guessed_faces(map, persona.id)).chain(std::iter::once(guessed_cards(map)));
    let mut all = Guesses::default();
    for part in parts {
        all.things.extend(part.things);
        all.of += part.of;
    }
    all
}
