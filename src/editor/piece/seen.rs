//! Whose feelings have to be shown so that what was pasted is seen. Must not know the clipboard.

use crate::{
    map::{Fragment, Map, PersonaId},
    scene::{PersonaChoice, View},
};
use std::collections::BTreeSet;

/// Whom to show once a piece is in the map, where the feelings that came with it are of personas that were made for them or
/// of none that is shown; `None` where the view can stay. `before` is the map without the piece, `copies` the piece as it
/// came into the map. A copy within a map leaves the view as it is.
pub(super) fn to_be_shown(
    (before, after): (&Map, &Map),
    (piece, copies): (&Fragment, &Fragment),
    view: &View,
) -> Option<PersonaChoice> {
    let felt = feeling_personas(copies);
    let is_drawn = |choice: PersonaChoice, id: PersonaId| choice.personas(after).any(|persona| persona.id == id);
    let is_unseen = |id: &PersonaId| !is_drawn(view.persona, *id);
    let is_new = felt.iter().any(|id| before.persona(*id).is_none() && is_unseen(id));
    let is_from_elsewhere = piece.all_touchpoints().all(|one| before.touchpoint(one.id).is_none());
    let is_lost = is_from_elsewhere && !felt.is_empty() && felt.iter().all(is_unseen);
    if !is_new && !is_lost {
        return None;
    }
    let is_felt_by_others =
        |alone: PersonaId| before.touchpoints().any(|one| one.feelings.keys().any(|id| *id != alone));
    let alone = felt.first().filter(|first| felt.len() == 1 && !is_felt_by_others(**first));
    let choice = alone.map_or(PersonaChoice::All, |id| PersonaChoice::One(*id));
    // Of personas that are hidden on purpose nothing is shown.
    felt.iter().any(|id| is_unseen(id) && is_drawn(choice, *id)).then_some(choice)
}

fn feeling_personas(copies: &Fragment) -> BTreeSet<PersonaId> {
    let of_touchpoints = copies.all_touchpoints().flat_map(|one| &one.feelings);
    let of_touchpoints = of_touchpoints.map(|(id, feeling)| (*id, feeling));
    let loose = copies.loose_feelings().map(|loose| (loose.persona, &loose.feeling));
    let has_score = |feeling: &crate::map::Feeling| feeling.expected.is_some() || feeling.actual.is_some();
    of_touchpoints.chain(loose).filter(|(_, feeling)| has_score(feeling)).map(|(id, _)| id).collect()
}
