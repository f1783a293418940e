//! The numbers behind a face or a point of the dramatic arc, and where a card comes from, in words: score and band of
//! both curves, their gap, the word, where it comes from, and what surveys measured there, with interval, number of
//! answers and wave. Of overlaid personas each by name.
//!
//! Must not know when or where they are shown, nor compute a metric.

use super::names::{band_name, evidence_line, persona_name, touchpoint_lines};
use crate::{
    map::{CardId, Curve, EmotionScale, Feeling, Map, Thing, TouchpointId},
    scene::{Target, View, curve_name},
    survey::{
        Measurement, measurements,
        metric::{Base, metric_name, metric_value},
    },
    texts::{Sign, Texts},
};

/// Whether there is something to tell of a place on the map.
pub(super) fn has_numbers(map: &Map, view: &View, target: Target, texts: Texts) -> bool {
    match target {
        Target::Thing(Thing::Face(..) | Thing::Engagement(_)) | Target::Measured(_) => true,
        Target::Thing(Thing::Card(_) | Thing::Touchpoint(_)) => !numbers(map, view, target, texts).is_empty(),
        Target::Thing(_) | Target::Cell(..) | Target::LaneBorder(_) | Target::StageBody(_) => false,
        Target::NoteBorder(_) | Target::Handle(_) => false,
    }
}

/// The numbers behind a face or a measured value; empty for everything else.
pub(super) fn numbers(map: &Map, view: &View, target: Target, texts: Texts) -> String {
    match target {
        Target::Thing(Thing::Face(id, ..)) => {
            let parts = [feelings(map, view, id, texts), measured(map, id, texts)];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
        }
        Target::Measured(id) => measured(map, id, texts),
        Target::Thing(Thing::Engagement(id)) => engagement(map, id, texts).unwrap_or_default(),
        Target::Thing(Thing::Touchpoint(id)) => {
            map.touchpoint(id).map(|it| touchpoint_lines(it, texts).join("\n")).unwrap_or_default()
        }
        Target::Thing(Thing::Card(id)) => evidence(map, id, texts).unwrap_or_default(),
        Target::Thing(_) | Target::Cell(..) | Target::LaneBorder(_) | Target::StageBody(_) => String::new(),
        Target::NoteBorder(_) | Target::Handle(_) => String::new(),
    }
}

/// How strongly a touchpoint holds the customer.
fn engagement(map: &Map, id: TouchpointId, texts: Texts) -> Option<String> {
    map.touchpoint(id)?.engagement.map(|level| texts.canvas_level(level.value()))
}

/// Where what a card says comes from; of a lane that claims nothing, nothing.
fn evidence(map: &Map, id: CardId, texts: Texts) -> Option<String> {
    let (_, lane, card) = map.card(id)?;
    let is_claim = map.lane(lane).is_some_and(|lane| lane.kind.holds_claims());
    is_claim.then(|| evidence_line(card.evidence, texts))
}

/// What the personas that are drawn feel at a touchpoint.
fn feelings(map: &Map, view: &View, id: TouchpointId, texts: Texts) -> String {
    let Some(touchpoint) = map.touchpoint(id) else { return String::new() };
    let is_alone = view.persona.persona(map).is_some();
    let of_persona = |persona: &std::sync::Arc<crate::map::Persona>| {
        let lines = feeling_lines(touchpoint.feelings.get(&persona.id)?, &map.scale, texts);
        let name = (!is_alone).then(|| persona_name(map, persona.id, texts));
        let lines: Vec<String> = name.into_iter().chain((!lines.is_empty()).then_some(lines)).collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    };
    view.persona.personas(map).filter_map(of_persona).collect::<Vec<_>>().join("\n\n")
}

/// Both scores of a feeling, their gap, its word and where it comes from, a line each.
fn feeling_lines(feeling: &Feeling, scale: &EmotionScale, texts: Texts) -> String {
    let line = |curve: Curve| {
        let score = feeling.score(curve)?;
        let band = band_name(scale, score, texts);
        Some(texts.canvas_face_tip(curve_name(texts, curve), texts.score(score.value()), band))
    };
    let gap = feeling.actual.zip(feeling.expected).map(|(actual, expected)| {
        let gap = f64::from(actual.value()) - f64::from(expected.value());
        texts.canvas_face_gap_tip(texts.number(gap, 0, Sign::Always))
    });
    let word = (!feeling.word.is_empty()).then(|| feeling.word.clone());
    let evidence = feeling.actual.map(|_| evidence_line(feeling.evidence, texts));
    let lines = [line(Curve::Actual), line(Curve::Expected), gap, word, evidence];
    lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

/// What the newest wave measured at a touchpoint, question by question, and which wave that is.
pub(super) fn measured(map: &Map, id: TouchpointId, texts: Texts) -> String {
    let all = measurements(map, Some(id));
    let newest = all.iter().find(|measurement| measurement.result.n() > 0).or(all.first());
    let Some(survey) = newest.map(|measurement| measurement.survey) else { return String::new() };
    let of_wave = all.iter().filter(|measurement| measurement.survey.id == survey.id);
    let lines = of_wave.map(|measurement| measured_line(measurement, texts));
    let wave = survey.wave.label().map(|label| texts.canvas_wave(label));
    lines.chain(wave).collect::<Vec<_>>().join("\n")
}

fn measured_line(measurement: &Measurement<'_>, texts: Texts) -> String {
    let metric = measurement.question.metric;
    let name = metric_name(metric, texts);
    let Some(estimate) = measurement.estimate() else { return texts.canvas_measured_none(name) };
    let write = |value| metric_value(metric, value, texts);
    let (value, low, high) = (write(estimate.value), write(estimate.low), write(estimate.high));
    let line = texts.canvas_measured_tip(name, value, low, high, texts.count(estimate.n));
    match estimate.base {
        Base::Solid => line,
        Base::Small => format!("{line}\n{}", texts.scene_small_base()),
        Base::Anecdotal => format!("{line}\n{}", texts.scene_anecdotal()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{map::Score, texts::Language};

    #[test]
    fn the_tip_of_a_feeling_leaves_out_what_nobody_said() {
        let english = Texts(Language::English);
        let feeling = Feeling { actual: Score::new(-72), word: "worried".into(), ..Feeling::default() };
        let lines = feeling_lines(&feeling, &EmotionScale::Five, english);
        assert_eq!(lines, "Actual: −72, very negative\nworried\nEvidence: Guess");
        let feeling = Feeling { expected: Score::new(30), word: String::new(), ..feeling };
        let lines = feeling_lines(&feeling, &EmotionScale::Three, english);
        assert_eq!(lines, "Actual: −72, negative\nExpected: +30, positive\nGap: −102\nEvidence: Guess");
        assert_eq!(feeling_lines(&Feeling::default(), &EmotionScale::Three, english), "");
    }
}
