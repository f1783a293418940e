//! What things on the canvas are called: for a screen reader, in tooltips, in the label beside a dragged face.
//!
//! Must not know where a thing stands.

use crate::{
    map::{
        Card, CardId, Control, Curve, EmotionScale, Engagement, Evidence, Image, LaneId, Link, Map, Note, PersonaId,
        Score, Touchpoint, Weight,
    },
    scene::{self, LaneRow, curve_name, evidence_name, link_kind_name},
    texts::Texts,
};
use std::{collections::BTreeMap, sync::Arc};

/// The name of a touchpoint; the language's word for it where it has none.
pub(super) fn touchpoint_name(touchpoint: &Touchpoint, texts: Texts) -> &str {
    if touchpoint.name.trim().is_empty() { texts.touchpoint_unnamed() } else { &touchpoint.name }
}

/// What a card or touchpoint says and shows; a word for an empty card.
pub(super) fn with_image(text: Option<&str>, image: Option<&Arc<Image>>, texts: Texts) -> String {
    let image = image.map(|image| match image.alt() {
        "" => texts.canvas_image().to_owned(),
        alt => texts.canvas_image_of(alt),
    });
    match (text, image) {
        (None, None) => texts.canvas_card_empty().to_owned(),
        (Some(text), None) => text.to_owned(),
        (None, Some(image)) => image,
        (Some(text), Some(image)) => format!("{text}, {image}"),
    }
}

/// A name with where it comes from, unless that is a guess, the usual thing.
pub(super) fn with_evidence(name: &str, evidence: Evidence, texts: Texts) -> String {
    match evidence {
        Evidence::Guess => name.to_owned(),
        Evidence::Observed | Evidence::Reported | Evidence::Measured => {
            texts.canvas_with(name, evidence_name(texts, evidence))
        }
    }
}

/// The line of a tip about where something comes from.
pub(super) fn evidence_line(evidence: Evidence, texts: Texts) -> String {
    texts.canvas_evidence(evidence_name(texts, evidence))
}

/// A lane with the line of a service blueprint under it.
pub(super) fn lane_name(row: &LaneRow, texts: Texts) -> String {
    row.line.map_or_else(
        || row.name.to_string(),
        |line| texts.canvas_with(&*row.name, scene::blueprint_line_name(texts, line)),
    )
}

/// What is said of a touchpoint by signs: that it is a moment of truth, who controls it if not the organisation itself,
/// its tags. A line each; none for an ordinary one.
pub(super) fn touchpoint_lines(touchpoint: &Touchpoint, texts: Texts) -> Vec<String> {
    let moment = (touchpoint.weight == Weight::MomentOfTruth).then(|| texts.moment_of_truth().to_owned());
    let control = match touchpoint.control {
        Control::Owned => None,
        Control::Partner => Some(texts.canvas_control(texts.control_partner())),
        Control::Outside => Some(texts.canvas_control(texts.control_outside())),
    };
    let tags = (!touchpoint.tags.is_empty()).then(|| texts.canvas_tags(touchpoint.tags.join(", ")));
    [moment, control, tags].into_iter().flatten().collect()
}

/// A card among the cards of an holder.
pub(super) fn card_in(cards: &BTreeMap<LaneId, Vec<Arc<Card>>>, id: CardId) -> Option<&Arc<Card>> {
    cards.values().flatten().find(|card| card.id == id)
}

/// A link with both its ends.
pub(super) fn link_name(link: &Link, map: &Map, texts: Texts) -> String {
    let kind = link_kind_name(texts, link.kind);
    let end = |id| map.touchpoint(id).map_or(texts.touchpoint_unnamed(), |found| touchpoint_name(found, texts));
    if link.label.is_empty() {
        texts.canvas_link(kind, end(link.from), end(link.to))
    } else {
        texts.canvas_link_named(&link.label, kind, end(link.from), end(link.to))
    }
}

/// A note with what its arrow leads to.
pub(super) fn note_name(note: &Note, map: &Map, texts: Texts) -> String {
    let text = match note.text.trim() {
        "" => texts.canvas_note_empty(),
        text => text,
    };
    let to = note.to.and_then(|to| crate::editor::text_of(map, to.thing()).map(str::trim)).filter(|to| !to.is_empty());
    match to {
        Some(to) => texts.canvas_note_to(text, to),
        None => texts.canvas_note(text),
    }
}

/// A face with its band, or that there is no score; the persona too where several are drawn.
pub(super) fn face_name(
    (touchpoint, persona): (&Touchpoint, Option<&str>),
    (curve, score): (Curve, Option<Score>),
    scale: &EmotionScale,
    texts: Texts,
) -> String {
    let (place, curve) = (touchpoint_name(touchpoint, texts), curve_name(texts, curve));
    let band = score.map_or_else(|| texts.canvas_face_gap().to_owned(), |score| band_name(scale, score, texts));
    match persona {
        Some(persona) => texts.canvas_face_of(place, persona, curve, band),
        None => texts.canvas_face(place, curve, band),
    }
}

/// A touchpoint's point of the dramatic arc with its level, or that there is none.
pub(super) fn engagement_name(touchpoint: &str, level: Option<Engagement>, texts: Texts) -> String {
    let level = level.map_or_else(|| texts.canvas_no_level().to_owned(), |level| texts.canvas_level(level.value()));
    texts.canvas_with(touchpoint, level)
}

/// The name of a persona; the language's word for one where it has none.
pub(super) fn persona_name(map: &Map, id: PersonaId, texts: Texts) -> String {
    let name = map.persona(id).map(|persona| persona.name.clone()).filter(|name| !name.is_empty());
    name.unwrap_or_else(|| texts.persona_unnamed().to_owned())
}

/// A score with its band.
pub(super) fn score_words(scale: &EmotionScale, score: Score, texts: Texts) -> String {
    match band_name(scale, score, texts) {
        band if band.is_empty() => texts.score(score.value()),
        band => texts.canvas_value(texts.score(score.value()), band),
    }
}

/// The name of the band that holds a score; empty for a scale without bands.
pub(super) fn band_name(scale: &EmotionScale, score: Score, texts: Texts) -> String {
    scale.band_of(score).map(|band| scene::band_name(texts, &band.name)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{map::TouchpointId, texts::Language};

    #[test]
    fn a_face_is_called_by_its_touchpoint_curve_and_band() {
        let touchpoint = Touchpoint::new(TouchpointId::random(&mut fastrand::Rng::with_seed(3)), "Delivery");
        let name = |score: Option<i64>, texts| {
            let score = score.and_then(Score::new);
            face_name((&touchpoint, None), (Curve::Actual, score), &EmotionScale::Three, texts)
        };
        assert_eq!(name(Some(-72), Texts(Language::English)), "Delivery, Actual: negative");
        assert_eq!(name(Some(50), Texts(Language::Vietnamese)), "Delivery, Thực tế: tích cực");
        assert_eq!(name(None, Texts(Language::English)), "Delivery, Actual: no score");
    }
}
