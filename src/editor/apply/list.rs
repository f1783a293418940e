//! What all lists of a map have in common: inserting, changing and moving one of its things.
//!
//! Must not know what the things are.

use super::Applied;
use crate::{
    editor::EditError,
    map::{
        Channel, ChannelId, Image, ImageId, Lane, LaneId, Link, LinkId, Map, Note, NoteId, Persona, PersonaId, Stage,
        StageId, Survey, SurveyId,
    },
};
use std::sync::Arc;

/// A thing that stands in a list of the map under an id.
pub(super) trait Listed: Clone {
    type Id: Copy + Eq;
    fn id(&self) -> Self::Id;
    fn list(map: &Map) -> &Vec<Arc<Self>>;
    fn list_mut(map: &mut Map) -> &mut Vec<Arc<Self>>;
}

macro_rules! listed {
    ($($thing:ident $id:ident $list:ident;)*) => {$(
        impl Listed for $thing {
            type Id = $id;
            fn id(&self) -> $id {
                self.id
            }
            fn list(map: &Map) -> &Vec<Arc<Self>> {
                &map.$list
            }
            fn list_mut(map: &mut Map) -> &mut Vec<Arc<Self>> {
                &mut map.$list
            }
        }
    )*};
}

listed! {
    Stage StageId stages;
    Lane LaneId lanes;
    Persona PersonaId personas;
    Channel ChannelId channels;
    Link LinkId links;
    Survey SurveyId surveys;
    Image ImageId images;
    Note NoteId notes;
}

/// Where the thing stands in its list.
pub(super) fn place<T: Listed>(map: &Map, id: T::Id) -> Result<usize, EditError> {
    T::list(map).iter().position(|thing| thing.id() == id).ok_or(EditError::Gone)
}

/// Puts a new thing at a place; past the end is the end.
pub(super) fn insert<T: Listed>(map: &mut Arc<Map>, at: usize, thing: &Arc<T>) -> Applied {
    if place::<T>(map, thing.id()).is_ok() {
        return Err(EditError::DoesNotFit);
    }
    insert_at(T::list_mut(Arc::make_mut(map)), at, thing);
    Ok(())
}

/// Puts an item at a place of a list; past the end is the end.
pub(super) fn insert_at<T>(list: &mut Vec<Arc<T>>, at: usize, item: &Arc<T>) {
    list.insert(at.min(list.len()), Arc::clone(item));
}

/// Changes a thing. `change` says whether it changed anything; if not, the map stays the same.
pub(super) fn alter<T: Listed>(map: &mut Arc<Map>, id: T::Id, change: impl FnOnce(&mut T) -> bool) -> Applied {
    let at = place::<T>(map, id)?;
    let Some(mut thing) = T::list(map).get(at).map(|thing| T::clone(thing)) else {
        return Err(EditError::Gone);
    };
    if change(&mut thing)
        && let Some(slot) = T::list_mut(Arc::make_mut(map)).get_mut(at)
    {
        *slot = Arc::new(thing);
    }
    Ok(())
}

/// Moves a thing so that it stands before the one that is now at `to`; past the end is the end.
pub(super) fn move_before<T: Listed>(map: &mut Arc<Map>, id: T::Id, to: usize) -> Applied {
    let at = place::<T>(map, id)?;
    let to = place_after_taking(at, to, T::list(map).len());
    if to != at {
        let list = T::list_mut(Arc::make_mut(map));
        let thing = list.remove(at);
        list.insert(to, thing);
    }
    Ok(())
}

/// The place, after taking out the item at `at`, that lies before the item now at `to` of a list of `len`.
pub(super) fn place_after_taking(at: usize, to: usize, len: usize) -> usize {
    let to = to.min(len);
    if at < to { to - 1 } else { to }
}

#[cfg(test)]
mod tests {
    use super::place_after_taking;

    #[test]
    fn taking_a_thing_out_moves_up_what_follows() {
        // Of a b c d, taken and put before the one at `to`: where it stands then.
        let table = [(0, 0, 0), (0, 1, 0), (0, 2, 1), (0, 4, 3), (0, 9, 3), (3, 0, 0), (3, 2, 2), (3, 4, 3), (1, 1, 1)];
        for (at, to, then) in table {
            assert_eq!(place_after_taking(at, to, 4), then, "from {at} before {to}");
        }
    }
}
