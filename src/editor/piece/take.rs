//! Taking a piece out of a map. The map stays as it is.
//!
//! Must not know where the piece goes.

use super::{joins, notes, rows};
use crate::{
    editor::Editor,
    map::{
        Carries, ChannelId, Curve, Feeling, Fragment, Holder, LaneId, LooseCard, LooseFeeling, Map, OwnPath, Persona,
        PersonaId, Spans, Stage, Thing, Touchpoint, TouchpointId, WholeLane,
    },
};
use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::Arc,
};

impl Editor {
    /// The selected stages, touchpoints, cards, feelings, lanes, links, notes and points of the dramatic arc as a piece of
    /// their own; what is selected inside of
    /// another selected thing comes with that. `None` while nothing of the sort is selected.
    pub fn copied(&self) -> Option<Fragment> {
        Some(self.taken()).filter(|piece| !piece.is_empty())
    }

    /// The piece that is selected, empty where it is nothing.
    pub(super) fn taken(&self) -> Fragment {
        let (map, things) = (self.map(), self.selection());
        let mut piece = take(map, things);
        if things.iter().any(|thing| matches!(thing, Thing::Note(_))) {
            notes::add_notes(&mut piece, map, things, &self.picture());
        }
        piece
    }

    /// Whether something is selected that [`Editor::copied`] takes.
    pub fn has_copyable(&self) -> bool {
        self.selection().iter().any(|thing| is_copyable(self.map(), *thing))
    }
}

/// Whether a thing can stand in a piece by itself.
pub(super) fn is_copyable(map: &Map, thing: Thing) -> bool {
    match thing {
        Thing::Stage(_) | Thing::Touchpoint(_) | Thing::Card(_) | Thing::Face(..) => true,
        Thing::Engagement(_) | Thing::Link(_) | Thing::Note(_) => true,
        Thing::Lane(id) => map.lane(id).is_some_and(|lane| WholeLane::can_be(lane.kind)),
        Thing::Persona(_) | Thing::Survey(_) => false,
    }
}

/// The piece that these things are, but for notes, of which only the picture knows where they are seen.
pub(super) fn take(map: &Map, things: &[Thing]) -> Fragment {
    let chosen: HashSet<Thing> = things.iter().copied().collect();
    let stages: Vec<_> = map.stages.iter().filter(|stage| chosen.contains(&Thing::Stage(stage.id))).cloned().collect();
    let other = map.stages.iter().filter(|stage| !chosen.contains(&Thing::Stage(stage.id)));
    let touchpoints: Vec<_> = other
        .flat_map(|stage| &stage.touchpoints)
        .filter(|one| chosen.contains(&Thing::Touchpoint(one.id)))
        .cloned()
        .collect();
    let mut piece = Fragment { stages, touchpoints, ..Fragment::default() };
    piece.cards = loose_cards(map, &chosen);
    piece.feelings = loose_feelings(map, &chosen);
    let along = |holder| comes_along(map, &chosen, holder);
    piece.rows = rows::whole_lanes(map, &chosen, along);
    piece.levels = joins::loose_levels(map, &chosen, along);
    let ends: HashSet<_> = piece.all_touchpoints().map(|one| one.id).collect();
    piece.loose_links = joins::loose_links(map, &chosen, &ends);
    add_what_is_named(&mut piece, map);
    piece
}

/// What a piece carries when only looks are meant: a stage's colour; of a touchpoint who has it in hand, its weight and
/// feelings.
pub(super) fn take_look(map: &Map, thing: Thing) -> Option<Fragment> {
    let mut piece = Fragment { carries: Carries::Look, ..Fragment::default() };
    match thing {
        Thing::Stage(id) => {
            let stage = map.stage(id)?;
            piece.stages.push(Arc::new(Stage { color: stage.color, ..Stage::new(id, "") }));
        }
        Thing::Touchpoint(id) | Thing::Face(id, _, _) | Thing::Engagement(id) => {
            let of = map.touchpoint(id)?;
            let (control, weight, feelings) = (of.control, of.weight, of.feelings.clone());
            piece.touchpoints.push(Arc::new(Touchpoint { control, weight, feelings, ..Touchpoint::new(id, "") }));
        }
        Thing::Card(_) | Thing::Lane(_) | Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) | Thing::Note(_) => {
            return None;
        }
    }
    add_what_is_named(&mut piece, map);
    Some(piece)
}

/// Whether a card's or a face's holder is chosen, so that it comes along anyway.
fn comes_along(map: &Map, chosen: &HashSet<Thing>, holder: Holder) -> bool {
    match holder {
        Holder::Stage(id) => chosen.contains(&Thing::Stage(id)),
        Holder::Touchpoint(id) => {
            let stage = map.place_of(id).and_then(|(at, _)| map.stages.get(at));
            chosen.contains(&Thing::Touchpoint(id)) || stage.is_some_and(|it| chosen.contains(&Thing::Stage(it.id)))
        }
    }
}

fn loose_cards(map: &Map, chosen: &HashSet<Thing>) -> Vec<LooseCard> {
    if !chosen.iter().any(|thing| matches!(thing, Thing::Card(_))) {
        return Vec::new();
    }
    let number = |spans| map.holders(spans).into_iter().enumerate().map(|(at, holder)| (holder, at));
    let columns: HashMap<Holder, usize> = number(Spans::Touchpoints).chain(number(Spans::Stages)).collect();
    let row = |lane| map.lanes.iter().position(|row| row.id == lane);
    let mut cards: Vec<_> = map
        .cards()
        .filter(|(holder, lane, card)| {
            let is_chosen = chosen.contains(&Thing::Card(card.id)) && !chosen.contains(&Thing::Lane(*lane));
            is_chosen && !comes_along(map, chosen, *holder)
        })
        .map(|(holder, lane, card)| (columns.get(&holder).copied().unwrap_or_default(), row(lane), lane, card))
        .collect();
    // The sort is stable: cards of a cell keep their order.
    cards.sort_by_key(|(column, row, ..)| (*column, *row));
    let spans = |lane| map.lane(lane).map(|lane| lane.spans);
    let first = |of: Option<Spans>| cards.iter().filter(|card| spans(card.2) == of).map(|card| card.0).min();
    let firsts = [Spans::Touchpoints, Spans::Stages].map(|of| (Some(of), first(Some(of)).unwrap_or_default()));
    let offset = |lane| firsts.iter().find(|(of, _)| *of == spans(lane)).map_or(0, |(_, first)| *first);
    let loose = |(column, _, lane, card): (usize, _, LaneId, &Arc<_>)| LooseCard {
        column: column - offset(lane),
        lane,
        card: Arc::clone(card),
    };
    cards.iter().copied().map(loose).collect()
}

fn loose_feelings(map: &Map, chosen: &HashSet<Thing>) -> Vec<LooseFeeling> {
    let mut faces: BTreeMap<(usize, PersonaId), Feeling> = BTreeMap::new();
    if !chosen.iter().any(|thing| matches!(thing, Thing::Face(..))) {
        return Vec::new();
    }
    let columns: HashMap<TouchpointId, usize> = map.touchpoints().enumerate().map(|(at, one)| (one.id, at)).collect();
    for thing in chosen {
        let Thing::Face(id, persona, curve) = *thing else { continue };
        let Some((column, touchpoint)) = columns.get(&id).zip(map.touchpoint(id)) else { continue };
        let Some(feeling) = touchpoint.feelings.get(&persona).filter(|feeling| feeling.score(curve).is_some()) else {
            continue;
        };
        if comes_along(map, chosen, Holder::Touchpoint(id)) {
            continue;
        }
        let taken = faces.entry((*column, persona)).or_default();
        taken.set_score(curve, feeling.score(curve));
        if curve == Curve::Actual {
            taken.word.clone_from(&feeling.word);
            taken.evidence = feeling.evidence;
        }
    }
    let first = faces.keys().map(|(column, _)| *column).min().unwrap_or_default();
    let loose = |((column, persona), feeling)| LooseFeeling { column: column - first, persona, feeling };
    faces.into_iter().map(loose).collect()
}

/// Adds the personas, channels, lanes, links and pictures that the things of a piece name, in the map's order.
fn add_what_is_named(piece: &mut Fragment, map: &Map) {
    let mut personas: HashSet<_> = piece.loose_feelings().map(|loose| loose.persona).collect();
    let mut lanes: HashSet<_> = piece.cards.iter().map(|loose| loose.lane).collect();
    let (mut channels, mut ends) = (HashSet::<ChannelId>::new(), HashSet::new());
    lanes.extend(piece.stages.iter().flat_map(|stage| stage.cards.keys()));
    for touchpoint in piece.all_touchpoints() {
        personas.extend(touchpoint.feelings.keys());
        lanes.extend(touchpoint.cards.keys());
        channels.extend(touchpoint.channels.iter());
        ends.insert(touchpoint.id);
    }
    // A persona's path is that of its own map.
    let whole = |one: &Arc<Persona>| Arc::new(Persona { path: OwnPath::default(), ..Persona::clone(one) });
    piece.personas = map.personas.iter().filter(|one| personas.contains(&one.id)).map(whole).collect();
    piece.channels = map.channels.iter().filter(|one| channels.contains(&one.id)).cloned().collect();
    piece.lanes = map.lanes.iter().filter(|one| lanes.contains(&one.id)).cloned().collect();
    let both = |link: &&Arc<crate::map::Link>| ends.contains(&link.from) && ends.contains(&link.to);
    piece.links = map.links.iter().filter(both).cloned().collect();
    let shown: HashSet<_> = piece.shown_images().collect();
    piece.images = map.images.iter().filter(|image| shown.contains(&image.id)).cloned().collect();
}
