//! Inserting and changing links. Must not know how an arrow is drawn.

use super::{Applied, list, put};
use crate::{
    editor::{EditError, LinkChange},
    map::{Link, LinkId, Map, TouchpointId},
};
use std::sync::Arc;

pub(super) fn insert(map: &mut Arc<Map>, link: &Arc<Link>) -> Applied {
    check_ends(map, link.from, link.to)?;
    list::insert(map, usize::MAX, link)
}

fn check_ends(map: &Map, from: TouchpointId, to: TouchpointId) -> Applied {
    if map.touchpoint(from).is_none() || map.touchpoint(to).is_none() {
        return Err(EditError::Gone);
    }
    match from == to {
        true => Err(EditError::DoesNotFit),
        false => Ok(()),
    }
}

pub(super) fn change(map: &mut Arc<Map>, id: LinkId, change: &LinkChange) -> Applied {
    if let LinkChange::Ends { from, to } = change {
        check_ends(map, *from, *to)?;
    }
    list::alter::<Link>(map, id, |link| match change {
        LinkChange::Ends { from, to } => {
            let is_from_new = put(&mut link.from, from);
            put(&mut link.to, to) || is_from_new
        }
        LinkChange::Kind(kind) => put(&mut link.kind, kind),
        LinkChange::Label(label) => put(&mut link.label, label),
        LinkChange::Share(share) => put(&mut link.share, share),
    })
}
