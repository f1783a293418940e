//! The edits that put the things of a piece somewhere, as one step with a name of its own.
//!
//! Must not know where "somewhere" is.

use crate::{
    editor::{Deed, Edit, EditLabel, LabelKind, LabelObject},
    map::{Card, Fragment, Holder, Image, ImageId, LaneId, Link, Map, Stage, StageId, Thing, Touchpoint},
};
use std::{collections::HashSet, sync::Arc};

/// Several edits that are one step.
pub(super) struct Step {
    pub(super) deed: Deed,
    pub(super) object: LabelObject,
    pub(super) edits: Vec<Edit>,
}

impl Step {
    pub(super) fn into_edit(self) -> Edit {
        Edit::Together(EditLabel { deed: self.deed, object: self.object }, self.edits)
    }
}

pub(super) fn insert_stages(at: usize, stages: &[Arc<Stage>]) -> Vec<Edit> {
    let place = |index| at.saturating_add(index);
    let stages = stages.iter().enumerate();
    stages.map(|(index, stage)| Edit::InsertStage { at: place(index), stage: Arc::clone(stage) }).collect()
}

pub(super) fn insert_touchpoints((stage, at): (StageId, usize), touchpoints: &[Arc<Touchpoint>]) -> Vec<Edit> {
    let insert = |(index, touchpoint): (usize, &Arc<Touchpoint>)| Edit::InsertTouchpoint {
        stage,
        at: at.saturating_add(index),
        touchpoint: Arc::clone(touchpoint),
    };
    touchpoints.iter().enumerate().map(insert).collect()
}

pub(super) fn insert_links(links: &[Arc<Link>]) -> Vec<Edit> {
    links.iter().map(|link| Edit::InsertLink(Arc::clone(link))).collect()
}

/// Of the pictures of a piece those that are `shown` and that the map has not.
pub(super) fn insert_images(map: &Map, images: &[Arc<Image>], shown: impl Iterator<Item = ImageId>) -> Vec<Edit> {
    let shown: HashSet<_> = shown.collect();
    let is_new = |image: &&Arc<Image>| map.image(image.id).is_none() && shown.contains(&image.id);
    images.iter().filter(is_new).cloned().map(Edit::InsertImage).collect()
}

/// The cards of a cell; none where there is no such cell.
pub(super) fn cards_of(map: &Map, holder: Holder, lane: LaneId) -> &[Arc<Card>] {
    match holder {
        Holder::Touchpoint(id) => map.touchpoint(id).map_or(&[], |one| one.cards_in(lane)),
        Holder::Stage(id) => map.stage(id).map_or(&[], |one| one.cards_in(lane)),
    }
}

/// What of a piece is selected once it is in a map.
pub(super) fn things_of(piece: &Fragment) -> Vec<Thing> {
    let stages = piece.stages.iter().map(|stage| Thing::Stage(stage.id));
    let touchpoints = piece.touchpoints.iter().map(|one| Thing::Touchpoint(one.id));
    let cards = piece.cards.iter().map(|loose| Thing::Card(loose.card.id));
    let rows = piece.rows.iter().map(|row| Thing::Lane(row.lane.id));
    let notes = piece.notes.iter().map(|loose| Thing::Note(loose.note.id));
    stages.chain(touchpoints).chain(cards).chain(rows).chain(notes).collect()
}

/// What the step's name says of the piece.
pub(super) fn object_of(piece: &Fragment) -> LabelObject {
    let (stages, touchpoints, notes) = (piece.stages.len(), piece.touchpoints.len(), piece.notes.len());
    let values = piece.feelings.len() + piece.levels.len();
    let others = piece.cards.len() + piece.rows.len() + piece.loose_links.len() + values;
    let count = stages + touchpoints + notes + others;
    match count {
        1 => only(piece).unwrap_or(LabelObject::Things(1)),
        _ if count == touchpoints => LabelObject::Touchpoints(touchpoints),
        _ => LabelObject::Things(count),
    }
}

/// The name of the one thing of a piece; none for a value.
fn only(piece: &Fragment) -> Option<LabelObject> {
    let named = |kind, name: &str| LabelObject::Named(kind, name.to_owned());
    let stage = || piece.stages.first().map(|stage| named(LabelKind::Stage, &stage.name));
    let touchpoint = || piece.touchpoints.first().map(|one| named(LabelKind::Touchpoint, &one.name));
    let card = || piece.cards.first().map(|loose| named(LabelKind::Card, &loose.card.text));
    let row = || piece.rows.first().map(|row| named(LabelKind::Lane(Some(row.lane.kind)), &row.lane.name));
    let link = || piece.loose_links.first().map(|loose| named(LabelKind::Link, &loose.label));
    let note = || piece.notes.first().map(|loose| named(LabelKind::Note, &loose.note.text));
    stage().or_else(touchpoint).or_else(card).or_else(row).or_else(link).or_else(note)
}
