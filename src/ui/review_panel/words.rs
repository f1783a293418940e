//! What the review panel says: names of things without a name, and the sentences about a touchpoint or a persona.
//!
//! Must not know widgets or colours.

use super::sheet::Sheet;
use crate::{
    map::{Curve, Metric, Persona, PersonaId, StageId, Touchpoint, TouchpointId, Visibility},
    review::{Measured, Moment, PersonaReview},
    scene::{self, curve_name},
    survey::metric::{Base, metric_name, metric_value},
    texts::{Sign, Texts},
};

pub(super) fn touchpoint_name(sheet: &Sheet, id: TouchpointId, texts: Texts) -> String {
    let name = sheet.touchpoint(id).map_or("", |touchpoint| &touchpoint.name);
    named(name, texts.touchpoint_unnamed())
}

pub(super) fn stage_name(sheet: &Sheet, id: StageId, texts: Texts) -> String {
    let name = sheet.map.stage(id).map_or("", |stage| &stage.name);
    named(name, texts.stage_unnamed())
}

pub(super) fn persona_name(sheet: &Sheet, id: PersonaId, texts: Texts) -> String {
    let name = sheet.map.persona(id).map_or("", |persona| &persona.name);
    named(name, texts.persona_unnamed())
}

/// A touchpoint's name with its number along the journey, from 1.
pub(super) fn numbered(at: usize, name: &str, texts: Texts) -> String {
    texts.review_numbered(texts.count(u64::try_from(at + 1).unwrap_or(u64::MAX)), name)
}

/// The sign of a persona, as at its faces.
pub(super) fn letters_of(sheet: &Sheet, id: PersonaId) -> String {
    sheet.map.persona(id).map_or_else(String::new, |persona| scene::letters_of(&sheet.map, persona).to_string())
}

/// Each moment with a name once: one that is both pit and end is named "Pit, end".
pub(super) fn named_moments(persona: &PersonaReview, texts: Texts) -> Vec<(String, Moment)> {
    let all =
        [(texts.review_peak(), persona.peak), (texts.review_pit(), persona.pit), (texts.review_end(), persona.end)];
    let mut named: Vec<(String, Moment)> = Vec::new();
    for (name, moment) in all.into_iter().filter_map(|(name, moment)| Some((name, moment?))) {
        match named.iter_mut().find(|(_, other)| *other == moment) {
            Some((names, _)) => *names = format!("{names}, {}", name.to_lowercase()),
            None => named.push((name.to_owned(), moment)),
        }
    }
    named
}

fn named(name: &str, otherwise: &str) -> String {
    if name.trim().is_empty() { otherwise.to_owned() } else { name.to_owned() }
}

/// A value on the emotion axis, as scores are written.
pub(super) fn axis_value(value: f64, texts: Texts) -> String {
    texts.number(value, 0, Sign::Always)
}

/// What a survey says, in the metric's own unit and on the map's axis, with how much it can bear.
pub(super) fn measured_sentence(measured: &Measured, texts: Texts) -> String {
    let estimate = &measured.estimate;
    let unit = |value| metric_value(measured.metric, value, texts);
    let n = texts.count(estimate.n);
    let name = metric_name(measured.metric, texts);
    let mut parts =
        vec![texts.review_measured_value(name, unit(estimate.value), unit(estimate.low), unit(estimate.high), n)];
    match estimate.base {
        Base::Anecdotal => parts.push(texts.review_anecdotal().to_owned()),
        Base::Small => parts.push(texts.review_small_base().to_owned()),
        Base::Solid => {}
    }
    match measured.metric {
        Metric::Nps => {}
        Metric::Csat | Metric::Ces => {
            let emotion = estimate.emotion;
            let [value, low, high] = [emotion.value, emotion.low, emotion.high].map(|value| axis_value(value, texts));
            parts.push(texts.review_on_axis(value, low, high));
        }
    }
    parts.join(", ")
}

/// Everything the chart shows at a touchpoint, in one line.
pub(super) fn touchpoint_sentence(sheet: &Sheet, touchpoint: &Touchpoint, texts: Texts) -> String {
    let (name, parts) = touchpoint_parts(sheet, touchpoint, texts);
    format!("{name}. {}", parts.join("; "))
}

/// The same with a line for each persona and for what was measured.
pub(super) fn touchpoint_lines(sheet: &Sheet, touchpoint: &Touchpoint, texts: Texts) -> String {
    let (name, parts) = touchpoint_parts(sheet, touchpoint, texts);
    format!("{name}\n{}", parts.join("\n"))
}

fn touchpoint_parts(sheet: &Sheet, touchpoint: &Touchpoint, texts: Texts) -> (String, Vec<String>) {
    let shown = sheet.map.personas.iter().filter(|persona| persona.visibility == Visibility::Shown);
    let mut parts: Vec<String> = shown.filter_map(|persona| feeling_words(sheet, persona, touchpoint, texts)).collect();
    let measured = sheet.review.measured.get(&touchpoint.id);
    parts.extend(measured.map(|measured| measured_sentence(measured, texts)));
    if parts.is_empty() {
        parts.push(texts.review_unscored().to_lowercase());
    }
    (named(&touchpoint.name, texts.touchpoint_unnamed()).to_owned(), parts)
}

fn feeling_words(sheet: &Sheet, persona: &Persona, touchpoint: &Touchpoint, texts: Texts) -> Option<String> {
    let values = [Curve::Actual, Curve::Expected].into_iter().filter_map(|curve| {
        let score = texts.score(touchpoint.score(persona.id, curve)?.value());
        Some(texts.review_value(curve_name(texts, curve).to_lowercase(), score))
    });
    let review = sheet.review.personas.iter().find(|review| review.persona == persona.id);
    let moments = review.map(|review| named_moments(review, texts)).unwrap_or_default();
    let moment = moments.into_iter().find(|(_, moment)| moment.touchpoint == touchpoint.id);
    let values = moment.map(|(name, _)| name.to_lowercase()).into_iter().chain(values);
    let values = values.collect::<Vec<_>>().join(", ");
    let name = named(&persona.name, texts.persona_unnamed());
    (!values.is_empty()).then(|| texts.review_persona_values(name, values))
}

/// What the chart shows, for those who cannot see it.
pub(super) fn chart_sentence(sheet: &Sheet, texts: Texts) -> String {
    let mut lines = vec![texts.review_chart().to_owned()];
    for persona in &sheet.review.personas {
        let [peak, pit, end] = [persona.peak, persona.pit, persona.end].map(|at| moment_words(sheet, at, texts));
        let name = persona_name(sheet, persona.persona, texts);
        lines.push(texts.review_chart_says(name, peak, pit, end, mean_words(persona, texts)));
    }
    lines.join(". ")
}

fn moment_words(sheet: &Sheet, moment: Option<Moment>, texts: Texts) -> String {
    let words = moment.map(|moment| {
        let place = touchpoint_name(sheet, moment.touchpoint, texts);
        texts.review_at(texts.score(moment.score.value()), place)
    });
    words.unwrap_or_else(|| texts.review_none().to_owned())
}

fn mean_words(persona: &PersonaReview, texts: Texts) -> String {
    persona.mean.map_or_else(|| texts.review_none().to_owned(), |mean| axis_value(mean, texts))
}
