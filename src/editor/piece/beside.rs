//! Copies within the map: beside what is selected, or where the hand lets go of them.
//!
//! Must not know keys or the pointer.

use super::{
    edits::{self, Step},
    fit::Fit,
    fresh::fresh,
    notes, rows,
    take::take,
};
use crate::{
    editor::{Deed, Edit, EditError, Editor, free_paper::Wish},
    map::{CardId, Fragment, Holder, LaneId, Link, LinkId, Map, NoteId, StageId, Thing, TouchpointId},
    scene::Vec2,
};
use fastrand::Rng;
use std::{collections::BTreeMap, sync::Arc};

impl Editor {
    /// Copies the selected stages, touchpoints, cards, lanes, links and notes beside themselves, as one step, and selects
    /// the copies: stages after the last of them, touchpoints after the last of them in their stage, cards below the last
    /// of them in their cell, lanes with their cards below the last of them, links between the same touchpoints, notes to
    /// the right. Links between copied touchpoints are copied along, survey results are not.
    pub fn duplicate(&mut self) -> Result<(), EditError> {
        self.commit_preview();
        let map = Arc::clone(self.map());
        if let Some(why) = self.why_not_duplicable() {
            return Err(why);
        }
        let things: Vec<Thing> = self.selection().iter().copied().filter(|thing| is_duplicable(*thing)).collect();
        let mut piece = take(&map, &things);
        let picture = things.iter().any(|thing| matches!(thing, Thing::Note(_))).then(|| self.picture());
        if let Some(picture) = &picture {
            notes::add_notes(&mut piece, &map, &things, picture);
        }
        if piece.is_empty() {
            return Err(EditError::NothingToCopy);
        }
        let copies = fresh(&piece, &Fit::default(), &mut self.rng);
        let mut edits = edits_beside(&map, &piece, &copies);
        let lanes = piece.rows.iter().map(|row| row.lane.id);
        edits.extend(rows::insert_rows(&map, &copies.rows, rows::below(&map, lanes).unwrap_or(usize::MAX))?);
        let links = parallel_links(&map, (&things, &piece), &mut self.rng);
        edits.extend(edits::insert_links(&links));
        if let Some(picture) = picture {
            edits.extend(notes::notes_beside(&map, &things, &copies.notes, &picture));
            edits = self.on_free_paper(edits, Wish::There);
        }
        let step = Step { deed: Deed::Duplicate, object: edits::object_of(&copies), edits };
        self.apply(step.into_edit())?;
        let links = links.iter().map(|link| Thing::Link(link.id));
        self.select(edits::things_of(&copies).into_iter().chain(links));
        Ok(())
    }

    /// Whether something is selected that [`Editor::duplicate`] copies.
    pub fn has_duplicable(&self) -> bool {
        self.why_not_duplicable().is_none()
    }

    /// Why nothing of what is selected can have a copy beside it.
    pub fn why_not_duplicable(&self) -> Option<EditError> {
        let mut things = self.selection().iter().filter(|thing| is_duplicable(**thing)).peekable();
        if things.peek().is_none() {
            return Some(EditError::NothingToCopy);
        }
        things.any(|thing| is_once_only(self.map(), *thing)).then_some(EditError::SecondLane)
    }
}

/// A face and a point of the dramatic arc have no place beside them.
fn is_duplicable(thing: Thing) -> bool {
    match thing {
        Thing::Stage(_) | Thing::Touchpoint(_) | Thing::Card(_) | Thing::Lane(_) => true,
        Thing::Link(_) | Thing::Note(_) => true,
        Thing::Face(..) | Thing::Engagement(_) | Thing::Persona(_) | Thing::Survey(_) => false,
    }
}

/// A lane of a kind that a map has once.
fn is_once_only(map: &Map, thing: Thing) -> bool {
    let Thing::Lane(id) = thing else { return false };
    map.lane(id).is_some_and(|lane| !lane.kind.holds_cards())
}

/// Copies of the chosen links that do not come along between their touchpoints.
fn parallel_links(map: &Map, (things, piece): (&[Thing], &Fragment), rng: &mut Rng) -> Vec<Arc<Link>> {
    let is_meant = |link: &&Arc<Link>| {
        things.contains(&Thing::Link(link.id)) && piece.links.iter().all(|known| known.id != link.id)
    };
    let copy = |link: &Arc<Link>| Arc::new(Link { id: LinkId::random(rng), ..Link::clone(link) });
    map.links.iter().filter(is_meant).map(copy).collect()
}

fn edits_beside(map: &Map, piece: &Fragment, copies: &Fragment) -> Vec<Edit> {
    let after_stages = piece.stages.iter().filter_map(|stage| map.stages.iter().position(|one| one.id == stage.id));
    let mut list = edits::insert_stages(after_stages.max().map_or(usize::MAX, |last| last + 1), &copies.stages);
    let mut groups: BTreeMap<StageId, (usize, Vec<_>)> = BTreeMap::new();
    for (source, copy) in piece.touchpoints.iter().zip(&copies.touchpoints) {
        let Some((at, inner)) = map.place_of(source.id) else { continue };
        let Some(stage) = map.stages.get(at) else { continue };
        let group = groups.entry(stage.id).or_default();
        group.0 = group.0.max(inner + 1);
        group.1.push(Arc::clone(copy));
    }
    for (stage, (at, touchpoints)) in groups {
        list.extend(edits::insert_touchpoints((stage, at), &touchpoints));
    }
    list.extend(cards_beside(map, piece, copies));
    list.extend(edits::insert_links(&copies.links));
    list
}

/// Cards go below the last chosen one of their cell.
fn cards_beside(map: &Map, piece: &Fragment, copies: &Fragment) -> Vec<Edit> {
    let mut cells: BTreeMap<(Holder, LaneId), (usize, Vec<_>)> = BTreeMap::new();
    for (source, copy) in piece.cards.iter().zip(&copies.cards) {
        let Some((holder, lane, _)) = map.card(source.card.id) else { continue };
        let at = edits::cards_of(map, holder, lane).iter().position(|card| card.id == source.card.id);
        let cell = cells.entry((holder, lane)).or_default();
        cell.0 = cell.0.max(at.map_or(0, |at| at + 1));
        cell.1.push(Arc::clone(&copy.card));
    }
    let inserts = |((holder, lane), (at, cards)): ((Holder, LaneId), (usize, Vec<_>))| {
        let insert = move |(index, card)| Edit::InsertCard { holder, lane, at: at + index, card };
        cards.into_iter().enumerate().map(insert).collect::<Vec<_>>()
    };
    cells.into_iter().flat_map(inserts).collect()
}

/// A copy of a stage at a place among the stages, and the copy.
pub(in crate::editor) fn copy_stage(map: &Map, id: StageId, at: usize, rng: &mut Rng) -> Option<(Edit, Vec<Thing>)> {
    copied(map, &[Thing::Stage(id)], rng, |copies| edits::insert_stages(at, &copies.stages))
}

/// Copies of touchpoints at a place in a stage, and the copies.
pub(in crate::editor) fn copy_touchpoints(
    map: &Map,
    ids: &[TouchpointId],
    place: (StageId, usize),
    rng: &mut Rng,
) -> Option<(Edit, Vec<Thing>)> {
    let things: Vec<_> = ids.iter().copied().map(Thing::Touchpoint).collect();
    copied(map, &things, rng, |copies| edits::insert_touchpoints(place, &copies.touchpoints))
}

/// A copy of a card at a place in a cell, and the copy.
pub(in crate::editor) fn copy_card(
    map: &Map,
    id: CardId,
    (holder, lane, at): (Holder, LaneId, usize),
    rng: &mut Rng,
) -> Option<(Edit, Vec<Thing>)> {
    copied(map, &[Thing::Card(id)], rng, |copies| {
        let cards = copies.cards.iter().map(|loose| Arc::clone(&loose.card));
        cards.map(|card| Edit::InsertCard { holder, lane, at, card }).collect()
    })
}

/// A copy of a lane with its cards at a place among the lanes, and the copy.
///
/// # Errors
///
/// [`EditError::SecondLane`] for a kind that a map has once.
pub(in crate::editor) fn copy_lane(
    map: &Map,
    id: LaneId,
    at: usize,
    rng: &mut Rng,
) -> Result<(Edit, Vec<Thing>), EditError> {
    if is_once_only(map, Thing::Lane(id)) {
        return Err(EditError::SecondLane);
    }
    let copies = fresh(&take(map, &[Thing::Lane(id)]), &Fit::default(), rng);
    Ok(step_of(&copies, rows::insert_rows(map, &copies.rows, at)?))
}

/// Copies of notes that the hand moved, and the copies.
pub(in crate::editor) fn copy_notes(map: &Map, ids: &[NoteId], by: Vec2, rng: &mut Rng) -> Option<(Edit, Vec<Thing>)> {
    let (edits, things): (Vec<_>, Vec<_>) = notes::copy_notes(map, ids, by, rng).into_iter().unzip();
    let object = Edit::Remove(ids.iter().copied().map(Thing::Note).collect()).label(map).object;
    (!things.is_empty()).then(|| (Step { deed: Deed::Duplicate, object, edits }.into_edit(), things))
}

fn step_of(copies: &Fragment, edits: Vec<Edit>) -> (Edit, Vec<Thing>) {
    let step = Step { deed: Deed::Duplicate, object: edits::object_of(copies), edits };
    (step.into_edit(), edits::things_of(copies))
}

fn copied(
    map: &Map,
    things: &[Thing],
    rng: &mut Rng,
    inserts: impl FnOnce(&Fragment) -> Vec<Edit>,
) -> Option<(Edit, Vec<Thing>)> {
    let copies = fresh(&take(map, things), &Fit::default(), rng);
    if copies.is_empty() {
        return None;
    }
    let mut edits = inserts(&copies);
    edits.extend(edits::insert_links(&copies.links));
    Some(step_of(&copies, edits))
}
