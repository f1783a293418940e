//! One persona's journey over the touchpoints that it meets, in numbers: peak, pit, end, mean, breaks, guesses, and where a survey says otherwise.
//!
//! An absent score is a gap and never counts as zero. Must not know other personas.

use super::{Guesses, Measured, guesses::guessed_faces};
use crate::map::{Curve, Map, PersonaId, Score, Touchpoint, TouchpointId};
use std::collections::HashMap;

/// What the journey of one persona says. Scores are those of the actual curve unless it says otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonaReview {
    /// Whose journey.
    pub persona: PersonaId,
    /// The highest score, the first of equals; `None` without a score.
    pub peak: Option<Moment>,
    /// The lowest score, the first of equals: the persona's worst touchpoint.
    pub pit: Option<Moment>,
    /// The score at the last touchpoint that has one.
    pub end: Option<Moment>,
    /// The plain mean of all scores, −100…+100.
    pub mean: Option<f64>,
    /// The plain mean of all expected scores, −100…+100.
    pub expected_mean: Option<f64>,
    /// Where the actual score falls furthest below the expected one, the first of equals; `None` where it nowhere does.
    pub largest_gap: Option<Gap>,
    /// Where the score lies outside the 95 % interval of what was measured, in the order of the journey.
    pub disagreements: Vec<Disagreement>,
    /// Touchpoints without a score between the first and the last that have one: the curve is broken there.
    pub breaks: Vec<TouchpointId>,
    /// How many touchpoints have a score.
    pub scored: usize,
    /// How many touchpoints have none.
    pub unscored: usize,
    /// Which scores are still a guess of the room.
    pub guesses: Guesses,
}

/// A score and where it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Where.
    pub touchpoint: TouchpointId,
    /// The actual score there.
    pub score: Score,
}

/// A touchpoint that falls short of what was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Where.
    pub touchpoint: TouchpointId,
    /// What the persona wants to feel.
    pub expected: Score,
    /// What the room believes the persona feels; below `expected`.
    pub actual: Score,
}

impl Gap {
    /// How many points are missing, 1 to 200.
    pub fn points(self) -> i32 {
        i32::from(self.expected.value()) - i32::from(self.actual.value())
    }
}

/// A score that a survey contradicts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Disagreement {
    /// Where.
    pub touchpoint: TouchpointId,
    /// What the room believes.
    pub actual: Score,
    /// What was measured.
    pub measured: Measured,
}

pub(super) fn review_persona(
    map: &Map,
    persona: PersonaId,
    measured: &HashMap<TouchpointId, Measured>,
) -> PersonaReview {
    let off = map.persona(persona).map(|persona| map.off_path(persona)).unwrap_or_default();
    let met: Vec<&Touchpoint> = map.touchpoints().map(|it| &**it).filter(|it| !off.contains(&it.id)).collect();
    let moments: Vec<Moment> = met.iter().filter_map(|touchpoint| moment(touchpoint, persona)).collect();
    let expected = met.iter().filter_map(|touchpoint| touchpoint.score(persona, Curve::Expected));
    PersonaReview {
        persona,
        peak: moments.iter().copied().reduce(|best, next| if next.score > best.score { next } else { best }),
        pit: moments.iter().copied().min_by_key(|moment| moment.score),
        end: moments.last().copied(),
        mean: mean(moments.iter().map(|moment| moment.score)),
        expected_mean: mean(expected),
        largest_gap: largest_gap(&met, persona),
        disagreements: disagreements(&moments, measured),
        breaks: breaks(&met, persona),
        scored: moments.len(),
        unscored: met.len() - moments.len(),
        guesses: guessed_faces(map, persona),
    }
}

fn moment(touchpoint: &Touchpoint, persona: PersonaId) -> Option<Moment> {
    let score = touchpoint.score(persona, Curve::Actual)?;
    Some(Moment { touchpoint: touchpoint.id, score })
}

fn mean(scores: impl Iterator<Item = Score>) -> Option<f64> {
    let (sum, n) = scores.fold((0.0, 0.0), |(sum, n), score| (sum + f64::from(score.value()), n + 1.0));
    (n > 0.0).then(|| sum / n)
}

fn largest_gap(met: &[&Touchpoint], persona: PersonaId) -> Option<Gap> {
    let breaks = met.iter().filter_map(|touchpoint| {
        let expected = touchpoint.score(persona, Curve::Expected)?;
        let actual = touchpoint.score(persona, Curve::Actual)?;
        (actual < expected).then_some(Gap { touchpoint: touchpoint.id, expected, actual })
    });
    breaks.reduce(|widest, next| if next.points() > widest.points() { next } else { widest })
}

fn disagreements(moments: &[Moment], measured: &HashMap<TouchpointId, Measured>) -> Vec<Disagreement> {
    let contradicted = moments.iter().filter_map(|moment| {
        let measured = *measured.get(&moment.touchpoint)?;
        let emotion = measured.estimate.emotion;
        let actual = f64::from(moment.score.value());
        let agrees = (emotion.low..=emotion.high).contains(&actual);
        (!agrees).then_some(Disagreement { touchpoint: moment.touchpoint, actual: moment.score, measured })
    });
    contradicted.collect()
}

/// A persona may enter late or leave early: what lies before the first score and behind the last is no gap.
fn breaks(met: &[&Touchpoint], persona: PersonaId) -> Vec<TouchpointId> {
    let mut found = Vec::new();
    let mut pending: Option<Vec<TouchpointId>> = None;
    for touchpoint in met {
        if touchpoint.score(persona, Curve::Actual).is_some() {
            found.append(pending.get_or_insert_default());
        } else if let Some(pending) = &mut pending {
            pending.push(touchpoint.id);
        }
    }
    found
}
