//! A piece with fresh ids, and with what it names put into the words of the map it comes to.
//!
//! Must not know where it goes.

use super::fit::Fit;
use crate::map::{
    Card, CardId, Fragment, LaneId, Link, LinkId, LooseCard, LooseFeeling, Stage, StageId, Touchpoint, TouchpointId,
};
use fastrand::Rng;
use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

type Cards = BTreeMap<LaneId, Vec<Arc<Card>>>;

/// A copy of a piece: new ids for its stages, touchpoints, cards and links; its personas, channels and lanes are those
/// of `fit`. The order stays.
pub(super) fn fresh(piece: &Fragment, fit: &Fit, rng: &mut Rng) -> Fragment {
    let mut ids = HashMap::new();
    let stages = piece.stages.iter().map(|stage| Arc::new(fresh_stage(stage, fit, &mut ids, rng))).collect();
    let touchpoints = piece.touchpoints.iter().map(|one| Arc::new(fresh_touchpoint(one, fit, &mut ids, rng))).collect();
    let loose = |loose: &LooseCard, rng: &mut Rng| LooseCard {
        lane: fit.lane(loose.lane),
        card: fresh_card(&loose.card, rng),
        ..loose.clone()
    };
    let feeling = |loose: &LooseFeeling| LooseFeeling { persona: fit.persona(loose.persona), ..loose.clone() };
    Fragment {
        carries: piece.carries,
        personas: Vec::new(),
        channels: Vec::new(),
        lanes: Vec::new(),
        stages,
        touchpoints,
        cards: piece.cards.iter().map(|card| loose(card, rng)).collect(),
        feelings: piece.feelings.iter().map(feeling).collect(),
        links: piece.links.iter().filter_map(|link| fresh_link(link, &ids, rng)).collect(),
    }
}

type NewIds = HashMap<TouchpointId, TouchpointId>;

fn fresh_stage(stage: &Stage, fit: &Fit, ids: &mut NewIds, rng: &mut Rng) -> Stage {
    let touchpoints = stage.touchpoints.iter().map(|one| Arc::new(fresh_touchpoint(one, fit, ids, rng))).collect();
    let cards = fresh_cards(&stage.cards, fit, rng);
    Stage { id: StageId::random(rng), cards, touchpoints, ..stage.clone() }
}

fn fresh_touchpoint(touchpoint: &Touchpoint, fit: &Fit, ids: &mut NewIds, rng: &mut Rng) -> Touchpoint {
    let id = TouchpointId::random(rng);
    ids.insert(touchpoint.id, id);
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
    Touchpoint { id, channels, feelings, cards: fresh_cards(&touchpoint.cards, fit, rng), ..touchpoint.clone() }
}

fn fresh_cards(cards: &Cards, fit: &Fit, rng: &mut Rng) -> Cards {
    let mut copies = Cards::new();
    for (lane, cards) in cards {
        let cell = copies.entry(fit.lane(*lane)).or_default();
        cell.extend(cards.iter().map(|card| fresh_card(card, rng)));
    }
    copies
}

fn fresh_card(card: &Card, rng: &mut Rng) -> Arc<Card> {
    Arc::new(Card { id: CardId::random(rng), ..card.clone() })
}

fn fresh_link(link: &Link, ids: &NewIds, rng: &mut Rng) -> Option<Arc<Link>> {
    let (from, to) = (*ids.get(&link.from)?, *ids.get(&link.to)?);
    Some(Arc::new(Link { id: LinkId::random(rng), from, to, ..link.clone() }))
}
