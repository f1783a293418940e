//! Applying an edit: the only place that makes a new map from an old one.
//!
//! Each function gets the map as `&mut Arc<Map>` and copies it (`Arc::make_mut`) only where something really changes,
//! so that what an edit leaves alone stays shared and an edit that changes nothing gives back the same `Arc`. A map
//! that passes `Map::check` passes it afterwards too. Must not know history, selection or the window.

mod card;
mod feeling;
mod image;
mod lane;
mod link;
mod list;
mod note;
mod people;
mod remove;
mod stage;
mod survey;
mod touchpoint;

use super::{Edit, EditError, MapChange};
use crate::map::{EmotionScale, Map};
use std::{collections::HashSet, sync::Arc};

type Applied = Result<(), EditError>;

/// The map after `edit`; on an error nothing of it is applied.
pub(super) fn apply(edit: &Edit, map: &Arc<Map>) -> Result<Arc<Map>, EditError> {
    let mut draft = Arc::clone(map);
    change(&mut draft, edit)?;
    Ok(draft)
}

fn change(map: &mut Arc<Map>, edit: &Edit) -> Applied {
    edit.respects_lock(map)?;
    match edit {
        Edit::Map(change) => change_map(map, change),
        Edit::InsertStage { at, stage } => stage::insert(map, *at, stage),
        Edit::Stage(id, change) => stage::change(map, *id, change),
        Edit::MoveStage { id, to } => list::move_before::<crate::map::Stage>(map, *id, *to),
        Edit::InsertTouchpoint { stage, at, touchpoint } => touchpoint::insert(map, *stage, *at, touchpoint),
        Edit::Touchpoint(id, change) => touchpoint::change(map, *id, change),
        Edit::MoveTouchpoints { ids, stage, at } => touchpoint::move_all(map, ids, *stage, *at),
        Edit::Feeling(id, persona, change) => feeling::change(map, *id, *persona, change),
        Edit::InsertCard { holder, lane, at, card } => card::insert(map, *holder, *lane, *at, card),
        Edit::Card(id, change) => card::change(map, *id, change),
        Edit::MoveCard { id, holder, lane, at } => card::move_to(map, *id, (*holder, *lane), *at),
        Edit::InsertLane { at, lane } => lane::insert(map, *at, lane),
        Edit::Lane(id, change) => lane::change(map, *id, change),
        Edit::MoveLane { id, to } => list::move_before::<crate::map::Lane>(map, *id, *to),
        Edit::InsertPersona(persona) => people::insert_persona(map, persona),
        Edit::Persona(id, change) => people::change_persona(map, *id, change),
        Edit::MovePersona { id, to } => list::move_before::<crate::map::Persona>(map, *id, *to),
        Edit::InsertChannel(channel) => list::insert(map, usize::MAX, channel),
        Edit::RenameChannel(id, name) => people::rename_channel(map, *id, name),
        Edit::ChannelIcon(id, icon) => people::change_icon(map, *id, *icon),
        Edit::RemoveChannel(id) => people::remove_channel(map, *id),
        Edit::InsertLink(link) => link::insert(map, link),
        Edit::Link(id, change) => link::change(map, *id, change),
        Edit::AttachSurvey { survey, touchpoints, stage, lane } => {
            survey::attach(map, survey, touchpoints, (*stage, *lane))
        }
        Edit::InsertNote(note) => note::insert(map, note),
        Edit::Note(id, change) => note::change(map, *id, change),
        Edit::InsertImage(image) => list::insert(map, usize::MAX, image),
        Edit::DescribeImage(id, text) => image::describe(map, *id, text),
        Edit::SurveyWave(id, wave) => survey::change_wave(map, *id, wave),
        Edit::Remove(things) => remove::remove(map, things),
        Edit::Texts(texts) => super::find::put_texts(map, texts),
        Edit::All(edits) | Edit::Together(_, edits) => edits.iter().try_for_each(|edit| self::change(map, edit)),
    }
}

fn change_map(map: &mut Arc<Map>, change: &MapChange) -> Applied {
    if let MapChange::Scale(EmotionScale::Own(bands)) = change {
        let starts: HashSet<_> = bands.iter().map(|band| band.from).collect();
        if bands.is_empty() || starts.len() < bands.len() {
            return Err(EditError::DoesNotFit);
        }
    }
    let is_same = match change {
        MapChange::Title(title) => map.title == *title,
        MapChange::Description(description) => map.description == *description,
        MapChange::ReviewDate(date) => map.review_date == *date,
        MapChange::Scale(scale) => map.scale == *scale,
        MapChange::AnonymityLimit(limit) => map.anonymity_limit == *limit,
        MapChange::Structure(structure) => map.structure == *structure,
    };
    if is_same {
        return Ok(());
    }
    let map = Arc::make_mut(map);
    match change {
        MapChange::Title(title) => map.title.clone_from(title),
        MapChange::Description(description) => map.description.clone_from(description),
        MapChange::ReviewDate(date) => map.review_date = *date,
        MapChange::Scale(scale) => map.scale.clone_from(scale),
        MapChange::AnonymityLimit(limit) => map.anonymity_limit = *limit,
        MapChange::Structure(structure) => map.structure = *structure,
    }
    Ok(())
}

/// Puts `value` into `slot`; says whether that changed it.
fn put<T: PartialEq + Clone>(slot: &mut T, value: &T) -> bool {
    let is_new = slot != value;
    if is_new {
        slot.clone_from(value);
    }
    is_new
}
