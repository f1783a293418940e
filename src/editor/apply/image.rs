//! Pictures of the map: they come with their first user and go with their last. Must not know how they are shown.

use super::{Applied, card, list, put, touchpoint};
use crate::{
    editor::EditError,
    map::{Card, CardId, Image, ImageId, Map, TouchpointId},
};
use std::{collections::HashSet, sync::Arc};

pub(super) fn describe(map: &mut Arc<Map>, id: ImageId, text: &String) -> Applied {
    list::alter::<Image>(map, id, |image| put(&mut image.description, text))
}

/// Shows another picture on a card, or none.
pub(super) fn set_on_card(map: &mut Arc<Map>, id: CardId, image: Option<ImageId>) -> Applied {
    check(map, image)?;
    let (holder, lane, known) = map.card(id).ok_or(EditError::Gone)?;
    if known.image == image {
        return Ok(());
    }
    let with_image = Arc::new(Card { image, ..Card::clone(known) });
    card::alter_cell(map, (holder, lane), |cards| {
        cards.iter_mut().filter(|card| card.id == id).for_each(|card| *card = Arc::clone(&with_image));
        true
    })?;
    drop_unused(map);
    Ok(())
}

/// Shows another picture on a touchpoint, or none.
pub(super) fn set_on_touchpoint(map: &mut Arc<Map>, id: TouchpointId, image: Option<ImageId>) -> Applied {
    check(map, image)?;
    touchpoint::alter(map, id, |touchpoint| put(&mut touchpoint.image, &image))?;
    drop_unused(map);
    Ok(())
}

/// Whether a picture that is named is in the map.
pub(super) fn check(map: &Map, image: Option<ImageId>) -> Applied {
    match image.filter(|id| map.image(*id).is_none()) {
        Some(_) => Err(EditError::Gone),
        None => Ok(()),
    }
}

/// Whether all pictures that are named are in the map.
pub(super) fn are_known(map: &Map, mut images: impl Iterator<Item = Option<ImageId>>) -> bool {
    images.all(|image| image.is_none_or(|id| map.image(id).is_some()))
}

/// Takes out the pictures that nothing shows any more.
pub(super) fn drop_unused(map: &mut Arc<Map>) {
    if map.images.is_empty() {
        return;
    }
    let used: HashSet<ImageId> = map.image_uses().collect();
    if map.images.iter().any(|image| !used.contains(&image.id)) {
        Arc::make_mut(map).images.retain(|image| used.contains(&image.id));
    }
}
