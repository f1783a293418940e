//! Links without their ends and levels of the dramatic arc: taken out of a map, and put in at what is selected.
//!
//! Must not know the clipboard.

use super::rows::own_lane;
use crate::{
    editor::{Edit, EditError, TouchpointChange, make::touchpoint_of},
    map::{Holder, Lane, LaneId, LaneKind, Link, LinkId, LooseLevel, LooseLink, Map, Thing, TouchpointId},
};
use fastrand::Rng;
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

/// The levels of the chosen points of the dramatic arc, but for those that come along with their touchpoint.
pub(super) fn loose_levels(
    map: &Map,
    chosen: &HashSet<Thing>,
    comes_along: impl Fn(Holder) -> bool,
) -> Vec<LooseLevel> {
    if !chosen.iter().any(|thing| matches!(thing, Thing::Engagement(_))) {
        return Vec::new();
    }
    let is_chosen = |id| chosen.contains(&Thing::Engagement(id)) && !comes_along(Holder::Touchpoint(id));
    let points = map.touchpoints().enumerate().filter(|(_, one)| is_chosen(one.id));
    let levels: Vec<(usize, _)> = points.filter_map(|(column, one)| Some((column, one.engagement?))).collect();
    let first = levels.first().map_or(0, |(column, _)| *column);
    levels.into_iter().map(|(column, level)| LooseLevel { column: column - first, level }).collect()
}

/// The chosen links that do not come along between their touchpoints.
pub(super) fn loose_links(map: &Map, chosen: &HashSet<Thing>, along: &HashSet<TouchpointId>) -> Vec<LooseLink> {
    let is_loose = |link: &&Arc<Link>| {
        chosen.contains(&Thing::Link(link.id)) && !(along.contains(&link.from) && along.contains(&link.to))
    };
    let links: Vec<_> = map.links.iter().filter(is_loose).collect();
    if links.is_empty() {
        return Vec::new();
    }
    let columns: HashMap<TouchpointId, i64> = map.touchpoints().map(|one| one.id).zip(0..).collect();
    let loose = |link: &Arc<Link>| {
        let over = columns.get(&link.to)? - columns.get(&link.from)?;
        Some(LooseLink { over, kind: link.kind, label: link.label.clone(), share: link.share })
    };
    links.into_iter().filter_map(loose).collect()
}

/// Links between what is selected: with two touchpoints from the first that was selected to the last, with one from
/// there as far as the copied link reached.
///
/// # Errors
///
/// [`EditError::NoLinkPlace`] where no touchpoint is selected, or none stands where the link would end.
pub(super) fn insert_loose_links(
    map: &Map,
    (links, selection): (&[LooseLink], &[Thing]),
    rng: &mut Rng,
) -> Result<Vec<Arc<Link>>, EditError> {
    let mut ends: Vec<TouchpointId> = Vec::new();
    for id in selection.iter().filter_map(|thing| touchpoint_of(map, *thing)) {
        if !ends.contains(&id) {
            ends.push(id);
        }
    }
    let columns: Vec<TouchpointId> = map.touchpoints().map(|one| one.id).collect();
    let far = |from: TouchpointId, over: i64| {
        let at = columns.iter().position(|id| *id == from)?;
        columns.get(usize::try_from(i64::try_from(at).ok()? + over).ok()?).copied()
    };
    let made = |loose: &LooseLink| {
        let (from, to) = match ends.as_slice() {
            [from, to] => (*from, Some(*to)),
            [from] => (*from, far(*from, loose.over)),
            _ => return Err(EditError::NoLinkPlace),
        };
        let to = to.filter(|to| *to != from).ok_or(EditError::NoLinkPlace)?;
        let LooseLink { over: _, kind, label, share } = loose.clone();
        Ok(Arc::new(Link { id: LinkId::random(rng), from, to, kind, label, share }))
    };
    links.iter().map(made).collect()
}

/// A single level goes to every selected touchpoint; several go to those from the first selected one on.
///
/// # Errors
///
/// [`EditError::NoLevelPlace`] where no touchpoint is selected.
pub(super) fn insert_levels(
    map: &Map,
    (levels, targets): (&[LooseLevel], &[TouchpointId]),
    rng: &mut Rng,
) -> Result<(Vec<Edit>, Vec<Thing>), EditError> {
    if levels.is_empty() {
        return Ok((Vec::new(), Vec::new()));
    }
    let first = targets.first().ok_or(EditError::NoLevelPlace)?;
    let columns: Vec<TouchpointId> = map.touchpoints().map(|one| one.id).collect();
    let start = columns.iter().position(|id| id == first).ok_or(EditError::NoLevelPlace)?;
    let set = |id: TouchpointId, level| {
        (Edit::Touchpoint(id, TouchpointChange::Engagement(Some(level))), Thing::Engagement(id))
    };
    let placed: Vec<(Edit, Thing)> = match levels {
        [only] => targets.iter().map(|id| set(*id, only.level)).collect(),
        _ => {
            let at = |loose: &LooseLevel| Some(set(*columns.get(start + loose.column)?, loose.level));
            levels.iter().filter_map(at).collect()
        }
    };
    let arc =
        own_lane(map, LaneKind::DramaticArc, || Lane::new(LaneId::random(rng), LaneKind::DramaticArc), usize::MAX);
    let (edits, things): (Vec<_>, Vec<_>) = placed.into_iter().unzip();
    Ok((arc.into_iter().chain(edits).collect(), things))
}
