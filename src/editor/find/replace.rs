//! Replacing words: what a text becomes, and putting many new texts into a map in one walk.
//!
//! Must not know how words are looked for but by a [`Pattern`].

use super::{Pattern, TextPlace};
use crate::{
    editor::EditError,
    map::{Card, EmotionScale, Holder, LaneId, Map, Stage, Touchpoint},
};
use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::Arc,
};

/// A text with every match replaced; `None` where there is none.
pub fn replaced(text: &str, pattern: &Pattern, with: &str) -> Option<String> {
    let matches = pattern.matches_in(text);
    let mut new = String::with_capacity(text.len());
    let mut done = 0;
    for range in &matches {
        new.push_str(text.get(done..range.start)?);
        new.push_str(with);
        done = range.end;
    }
    new.push_str(text.get(done..)?);
    (!matches.is_empty()).then_some(new)
}

/// The new texts by place, each taken out when it is put.
type New<'a> = HashMap<TextPlace, &'a str>;

/// Puts texts into their places, each whole; a place that is not there any more, or is not a person's, is an error.
pub(in crate::editor) fn put_texts(map: &mut Arc<Map>, texts: &[(TextPlace, String)]) -> Result<(), EditError> {
    let mut new: New<'_> = texts.iter().map(|(place, text)| (*place, text.as_str())).collect();
    let holders: HashSet<Holder> = texts.iter().filter_map(|(place, _)| place.holder()).collect();
    let mut draft = Map::clone(map);
    put_in_lists(&mut draft, &mut new);
    for stage in &mut draft.stages {
        let is_held = holders.contains(&Holder::Stage(stage.id));
        let is_touched = |touchpoint: &Arc<Touchpoint>| holders.contains(&Holder::Touchpoint(touchpoint.id));
        if !is_held && !stage.touchpoints.iter().any(is_touched) {
            continue;
        }
        let stage = Arc::make_mut(stage);
        if is_held {
            put_in_stage(stage, &mut new);
        }
        for touchpoint in stage.touchpoints.iter_mut().filter(|touchpoint| is_touched(touchpoint)) {
            put_in_touchpoint(Arc::make_mut(touchpoint), &mut new);
        }
    }
    if !new.is_empty() {
        return Err(EditError::Gone);
    }
    *map = Arc::new(draft);
    Ok(())
}

fn put(new: &mut New<'_>, place: TextPlace, text: &mut String) {
    if let Some(other) = new.remove(&place) {
        other.clone_into(text);
    }
}

fn put_in_lists(map: &mut Map, new: &mut New<'_>) {
    put(new, TextPlace::MapTitle, &mut map.title);
    put(new, TextPlace::MapDescription, &mut map.description);
    if let EmotionScale::Own(bands) = &mut map.scale {
        bands.iter_mut().enumerate().for_each(|(at, band)| put(new, TextPlace::BandName(at), &mut band.name));
    }
    for persona in &mut map.personas {
        let (name, description) = (TextPlace::PersonaName(persona.id), TextPlace::PersonaDescription(persona.id));
        if new.contains_key(&name) || new.contains_key(&description) {
            let persona = Arc::make_mut(persona);
            put(new, name, &mut persona.name);
            put(new, description, &mut persona.description);
        }
    }
    put_in_each(&mut map.channels, new, |channel| TextPlace::ChannelName(channel.id), |channel| &mut channel.name);
    put_in_each(&mut map.lanes, new, |lane| TextPlace::LaneName(lane.id), |lane| &mut lane.name);
    put_in_each(&mut map.links, new, |link| TextPlace::LinkLabel(link.id), |link| &mut link.label);
    put_in_each(&mut map.surveys, new, |survey| TextPlace::WaveName(survey.id), |survey| &mut survey.wave.name);
}

/// Puts the one text of each thing in a list; what gets none stays shared.
fn put_in_each<T: Clone>(
    list: &mut [Arc<T>],
    new: &mut New<'_>,
    place: impl Fn(&T) -> TextPlace,
    text: impl Fn(&mut T) -> &mut String,
) {
    for thing in list {
        let place = place(thing);
        if new.contains_key(&place) {
            put(new, place, text(Arc::make_mut(thing)));
        }
    }
}

fn put_in_stage(stage: &mut Stage, new: &mut New<'_>) {
    let id = stage.id;
    put(new, TextPlace::StageName(id), &mut stage.name);
    put(new, TextPlace::StageGoal(id), &mut stage.goal);
    put(new, TextPlace::StageSuccess(id), &mut stage.success);
    put_in_cards(Holder::Stage(id), &mut stage.cards, new);
}

fn put_in_touchpoint(touchpoint: &mut Touchpoint, new: &mut New<'_>) {
    let id = touchpoint.id;
    put(new, TextPlace::TouchpointName(id), &mut touchpoint.name);
    put(new, TextPlace::TouchpointDescription(id), &mut touchpoint.description);
    touchpoint.tags.iter_mut().enumerate().for_each(|(at, tag)| put(new, TextPlace::Tag(id, at), tag));
    for (persona, feeling) in &mut touchpoint.feelings {
        put(new, TextPlace::Word(id, *persona), &mut feeling.word);
    }
    // A tag of which nothing is left, or that stands there already, is no tag.
    let mut kept = HashSet::new();
    touchpoint.tags.retain(|tag| !tag.trim().is_empty() && kept.insert(tag.clone()));
    put_in_cards(Holder::Touchpoint(id), &mut touchpoint.cards, new);
}

fn put_in_cards(holder: Holder, cards: &mut BTreeMap<LaneId, Vec<Arc<Card>>>, new: &mut New<'_>) {
    for card in cards.values_mut().flatten() {
        let (text, owner) = (TextPlace::CardText(holder, card.id), TextPlace::CardOwner(holder, card.id));
        if new.contains_key(&text) || new.contains_key(&owner) {
            let card = Arc::make_mut(card);
            put(new, text, &mut card.text);
            put(new, owner, &mut card.owner);
        }
    }
}
