//! Every text of a map, read in the order of the journey.
//!
//! Values are taken apart field by field, so that a field added to the model does not compile before it is decided here
//! whether it is searched. Must not know what is looked for.

use super::TextPlace;
use crate::{
    map::{Card, EmotionScale, Feeling, Holder, LaneId, Link, Map, Persona, Stage, Touchpoint},
    scene::lane_kind_name,
    texts::Texts,
};
use std::{collections::BTreeMap, sync::Arc};

/// The map's own texts, its scale, personas, channels and lanes.
pub(super) fn of_lists(map: &Map, texts: Texts, look: &mut impl FnMut(TextPlace, &str)) {
    let Map {
        title,
        description,
        review_date: _,
        structure: _,
        scale,
        anonymity_limit: _,
        personas,
        channels,
        lanes,
        stages: _,
        links: _,
        notes: _,
        surveys: _,
        images: _,
    } = map;
    look(TextPlace::MapTitle, title);
    look(TextPlace::MapDescription, description);
    if let EmotionScale::Own(bands) = scale {
        bands.iter().enumerate().for_each(|(at, band)| look(TextPlace::BandName(at), &band.name));
    }
    for persona in personas {
        let Persona { id, name, description, portrait: _, color: _, visibility: _, path: _ } = &**persona;
        look(TextPlace::PersonaName(*id), name);
        look(TextPlace::PersonaDescription(*id), description);
    }
    channels.iter().for_each(|channel| look(TextPlace::ChannelName(channel.id), &channel.name));
    for lane in lanes {
        match lane.name.as_str() {
            "" => look(TextPlace::LaneKind(lane.id), lane_kind_name(texts, lane.kind)),
            own => look(TextPlace::LaneName(lane.id), own),
        }
    }
}

/// A stage's own texts and those of its cards, without its touchpoints.
pub(super) fn of_stage(stage: &Stage, look: &mut impl FnMut(TextPlace, &str)) {
    let Stage { id, name, goal, success, color: _, reach: _, cards, touchpoints: _ } = stage;
    look(TextPlace::StageName(*id), name);
    look(TextPlace::StageGoal(*id), goal);
    look(TextPlace::StageSuccess(*id), success);
    of_cards(Holder::Stage(*id), cards, look);
}

/// A touchpoint's texts, from its name to its cards.
pub(super) fn of_touchpoint(touchpoint: &Touchpoint, look: &mut impl FnMut(TextPlace, &str)) {
    let Touchpoint {
        id,
        name,
        description,
        image: _,
        channels: _,
        control: _,
        weight: _,
        tags,
        feelings,
        cards,
        engagement: _,
    } = touchpoint;
    look(TextPlace::TouchpointName(*id), name);
    look(TextPlace::TouchpointDescription(*id), description);
    tags.iter().enumerate().for_each(|(at, tag)| look(TextPlace::Tag(*id, at), tag));
    for (persona, feeling) in feelings {
        let Feeling { expected: _, actual: _, word, evidence: _ } = feeling;
        look(TextPlace::Word(*id, *persona), word);
    }
    of_cards(Holder::Touchpoint(*id), cards, look);
}

fn of_cards(holder: Holder, cards: &BTreeMap<LaneId, Vec<Arc<Card>>>, look: &mut impl FnMut(TextPlace, &str)) {
    for card in cards.values().flatten() {
        let Card { id, text, image: _, owner, due: _, status: _, evidence: _ } = &**card;
        look(TextPlace::CardText(holder, *id), text);
        look(TextPlace::CardOwner(holder, *id), owner);
    }
}

/// Links, notes and the waves of surveys.
pub(super) fn of_rest(map: &Map, look: &mut impl FnMut(TextPlace, &str)) {
    for link in &map.links {
        let Link { id, from: _, to: _, kind: _, label, share: _ } = &**link;
        look(TextPlace::LinkLabel(*id), label);
    }
    map.notes.iter().for_each(|note| look(TextPlace::NoteText(note.id), &note.text));
    map.surveys.iter().for_each(|survey| look(TextPlace::WaveName(survey.id), &survey.wave.name));
}
