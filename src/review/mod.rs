//! What a map says: peak, pit, end and mean of each persona's curve, breaks, disagreement of what the room believes with
//! what was measured, the funnel, and what is overdue. Must not know the screen.
//!
//! Peak, pit, end *and* mean are named, and none is sold as the score (domain handbook, section 5: Kahneman and
//! Fredrickson 1993; Strijbosch et al. 2019). Nothing here is pooled over personas, questions or waves.

mod due;
mod funnel;
mod guesses;
mod journey;
mod measured;

pub use due::{Overdue, ReviewDue};
pub use funnel::{Conversion, biggest_drop, conversions};
pub use guesses::{Guesses, guessed_cards, guessed_faces, guesses};
pub use journey::{Disagreement, Gap, Moment, PersonaReview};
pub use measured::{Measured, measured_points};

use crate::map::{Map, PersonaId, TouchpointId, Visibility};
use jiff::civil::Date;
use std::collections::HashMap;

/// What a map says on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// The personas that are not hidden, in the map's order.
    pub personas: Vec<PersonaReview>,
    /// The lowest actual score of all personas here, and whose it is; the first of equals. `None` without a score.
    pub worst: Option<(PersonaId, Moment)>,
    /// What surveys say, by touchpoint; touchpoints without a valid answer have no entry.
    pub measured: HashMap<TouchpointId, Measured>,
    /// How many customers go on from a counted stage to the next counted one, in the order of the journey.
    pub funnel: Vec<Conversion>,
    /// Pain points and opportunities that should have been done by now, the longest overdue first.
    pub overdue: Vec<Overdue>,
    /// Which cards are still a guess.
    pub guessed_cards: Guesses,
    /// The map's own review date, if it lies before the day.
    pub review_due: Option<ReviewDue>,
}

impl Review {
    /// The persona's part; `None` for a hidden or unknown one.
    pub fn persona(&self, id: PersonaId) -> Option<&PersonaReview> {
        self.personas.iter().find(|persona| persona.persona == id)
    }
}

/// Reads a map as of `today`; the day decides only what is overdue.
pub fn review(map: &Map, today: Date) -> Review {
    let measured = measured_points(map);
    let shown = map.personas.iter().filter(|persona| persona.visibility == Visibility::Shown);
    let personas: Vec<_> = shown.map(|persona| journey::review_persona(map, persona.id, &measured)).collect();
    Review {
        worst: worst_of(&personas),
        personas,
        measured,
        funnel: funnel::conversions(map),
        overdue: due::overdue(map, today),
        guessed_cards: guesses::guessed_cards(map),
        review_due: due::review_due(map, today),
    }
}

fn worst_of(personas: &[PersonaReview]) -> Option<(PersonaId, Moment)> {
    let pits = personas.iter().filter_map(|persona| Some((persona.persona, persona.pit?)));
    pits.min_by_key(|(_, pit)| pit.score)
}
