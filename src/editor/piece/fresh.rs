//! A piece with fresh ids, and with what it names put into the words of the map it comes to.
//!
//! Must not know where it goes.

use super::fit::Fit;
use crate::map::{
    Card, CardId, Fragment, Lane, LaneId, Link, LinkId, LooseCard, LooseFeeling, LooseNote, Note, NoteId, NoteTarget,
    Stage, StageId, Touchpoint, TouchpointId, WholeLane,
};
use fastrand::Rng;
use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

type Cards = BTreeMap<LaneId, Vec<Arc<Card>>>;

/// A copy of a piece: new ids for its stages, touchpoints, cards, lanes, links and notes; its personas, channels and lanes are those
/// of `fit`. The order stays.
pub(super) fn fresh(piece: &Fragment, fit: &Fit, rng: &mut Rng) -> Fragment {
    let mut ids = NewIds::default();
    let stages = piece.stages.iter().map(|stage| Arc::new(fresh_stage(stage, fit, &mut ids, rng))).collect();
    let touchpoints = piece.touchpoints.iter().map(|one| Arc::new(fresh_touchpoint(one, fit, &mut ids, rng))).collect();
    let mut loose = |loose: &LooseCard, rng: &mut Rng| LooseCard {
        lane: fit.lane(loose.lane),
        card: fresh_card(&loose.card, &mut ids, rng),
        ..loose.clone()
    };
    let cards = piece.cards.iter().map(|card| loose(card, rng)).collect();
    let rows = piece.rows.iter().map(|row| fresh_row(row, fit, &mut ids, rng)).collect();
    let notes = piece.notes.iter().map(|note| fresh_note(note, fit, &ids, rng)).collect();
    let feeling = |loose: &LooseFeeling| LooseFeeling { persona: fit.persona(loose.persona), ..loose.clone() };
    Fragment {
        carries: piece.carries,
        personas: Vec::new(),
        channels: Vec::new(),
        lanes: Vec::new(),
        stages,
        touchpoints,
        cards,
        feelings: piece.feelings.iter().map(feeling).collect(),
        rows,
        levels: piece.levels.clone(),
        links: piece.links.iter().filter_map(|link| fresh_link(link, &ids, rng)).collect(),
        loose_links: piece.loose_links.clone(),
        notes,
        images: piece.images.clone(),
    }
}

/// The new ids of what others may lead to, by the old ones.
#[derive(Default)]
struct NewIds {
    stages: HashMap<StageId, StageId>,
    touchpoints: HashMap<TouchpointId, TouchpointId>,
    cards: HashMap<CardId, CardId>,
    lanes: HashMap<LaneId, LaneId>,
}

fn fresh_stage(stage: &Stage, fit: &Fit, ids: &mut NewIds, rng: &mut Rng) -> Stage {
    let touchpoints = stage.touchpoints.iter().map(|one| Arc::new(fresh_touchpoint(one, fit, ids, rng))).collect();
    let cards = fresh_cards(&stage.cards, fit, ids, rng);
    let id = StageId::random(rng);
    ids.stages.insert(stage.id, id);
    Stage { id, cards, touchpoints, ..stage.clone() }
}

fn fresh_touchpoint(touchpoint: &Touchpoint, fit: &Fit, ids: &mut NewIds, rng: &mut Rng) -> Touchpoint {
    let id = TouchpointId::random(rng);
    ids.touchpoints.insert(touchpoint.id, id);
    let mut channels = Vec::with_capacity(touchpoint.channels.len());
    for channel in touchpoint.channels.iter().map(|channel| fit.channel(*channel)) {
        if !channels.contains(&channel) {
            channels.push(channel);
        }
    }
    let mut feelings = BTreeMap::new();
    for (persona, feeling) in &touchpoint.feelings {
        // Two personas of another map may have one name here: the first one's feelings count.
        feelings.entry(fit.persona(*persona)).or_insert_with(|| feeling.clone());
    }
    let cards = fresh_cards(&touchpoint.cards, fit, ids, rng);
    Touchpoint { id, channels, feelings, cards, ..touchpoint.clone() }
}

fn fresh_cards(cards: &Cards, fit: &Fit, ids: &mut NewIds, rng: &mut Rng) -> Cards {
    let mut copies = Cards::new();
    for (lane, cards) in cards {
        let cell = copies.entry(fit.lane(*lane)).or_default();
        cell.extend(cards.iter().map(|card| fresh_card(card, ids, rng)));
    }
    copies
}

fn fresh_card(card: &Card, ids: &mut NewIds, rng: &mut Rng) -> Arc<Card> {
    let id = CardId::random(rng);
    ids.cards.insert(card.id, id);
    Arc::new(Card { id, ..card.clone() })
}

fn fresh_row(row: &WholeLane, fit: &Fit, ids: &mut NewIds, rng: &mut Rng) -> WholeLane {
    let id = LaneId::random(rng);
    ids.lanes.insert(row.lane.id, id);
    let card = |loose: &LooseCard| LooseCard { lane: id, card: fresh_card(&loose.card, ids, rng), ..loose.clone() };
    let cards = row.cards.iter().map(card).collect();
    let feeling = |loose: &LooseFeeling| LooseFeeling { persona: fit.persona(loose.persona), ..loose.clone() };
    WholeLane {
        lane: Arc::new(Lane { id, ..Lane::clone(&row.lane) }),
        cards,
        feelings: row.feelings.iter().map(feeling).collect(),
        levels: row.levels.clone(),
    }
}

fn fresh_note(loose: &LooseNote, fit: &Fit, ids: &NewIds, rng: &mut Rng) -> LooseNote {
    let to = loose.note.to.and_then(|to| fresh_target(to, fit, ids));
    let note = Note { id: NoteId::random(rng), to, ..Note::clone(&loose.note) };
    LooseNote { note: Arc::new(note), ..loose.clone() }
}

fn fresh_target(to: NoteTarget, fit: &Fit, ids: &NewIds) -> Option<NoteTarget> {
    let touchpoint = |id| ids.touchpoints.get(&id).copied();
    match to {
        NoteTarget::Stage(id) => ids.stages.get(&id).copied().map(NoteTarget::Stage),
        NoteTarget::Touchpoint(id) => touchpoint(id).map(NoteTarget::Touchpoint),
        NoteTarget::Engagement(id) => touchpoint(id).map(NoteTarget::Engagement),
        NoteTarget::Face(id, persona, curve) => {
            touchpoint(id).map(|id| NoteTarget::Face(id, fit.persona(persona), curve))
        }
        NoteTarget::Card(id) => ids.cards.get(&id).copied().map(NoteTarget::Card),
        NoteTarget::Lane(id) => ids.lanes.get(&id).copied().map(NoteTarget::Lane),
    }
}

fn fresh_link(link: &Link, ids: &NewIds, rng: &mut Rng) -> Option<Arc<Link>> {
    let (from, to) = (*ids.touchpoints.get(&link.from)?, *ids.touchpoints.get(&link.to)?);
    Some(Arc::new(Link { id: LinkId::random(rng), from, to, ..link.clone() }))
}
