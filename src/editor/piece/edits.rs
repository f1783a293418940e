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
    stages.chain(touchpoints).chain(cards).collect()
}

/// What the step's name says of the piece.
pub(super) fn object_of(piece: &Fragment) -> LabelObject {
    let (stages, touchpoints, cards) = (piece.stages.len(), piece.touchpoints.len(), piece.cards.len());
    let feelings = piece.feelings.len();
    let named = |kind, name: &str| LabelObject::Named(kind, name.to_owned());
    match (stages, touchpoints, cards, feelings) {
        (1, 0, 0, 0) => piece.stages.first().map(|stage| named(LabelKind::Stage, &stage.name)),
        (0, 1, 0, 0) => piece.touchpoints.first().map(|one| named(LabelKind::Touchpoint, &one.name)),
        (0, 0, 1, 0) => piece.cards.first().map(|loose| named(LabelKind::Card, &loose.card.text)),
        (0, count, 0, 0) => Some(LabelObject::Touchpoints(count)),
        _ => None,
    }
    .unwrap_or(LabelObject::Things(stages + touchpoints + cards + feelings))
}
