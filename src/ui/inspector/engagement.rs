//! How strongly touchpoints hold the customer, in the panel: of one touchpoint, or of several points of the dramatic arc.
//!
//! Must not know the canvas.

use crate::{
    editor::{Edit, TouchpointChange},
    map::{Engagement, LaneKind, Map, Thing, Touchpoint, TouchpointId},
    scene::Role,
    ui::widgets::{Desk, section, segments_ui, sentence},
};
use egui::Ui;
use std::collections::HashSet;

/// Shows and sets a touchpoint's level, where the map has a dramatic arc.
pub(super) fn engagement_ui(ui: &mut Ui, desk: &mut Desk<'_>, map: &Map, touchpoint: &Touchpoint) {
    if map.lane_of_kind(LaneKind::DramaticArc).is_some() || touchpoint.engagement.is_some() {
        levels_ui(ui, desk, Some(touchpoint.engagement), &[touchpoint.id]);
    }
}

/// Shows and sets the level of all points of the dramatic arc among the things.
pub(super) fn engagements_ui(ui: &mut Ui, desk: &mut Desk<'_>, map: &Map, selection: &[Thing]) {
    let chosen: HashSet<&Thing> = selection.iter().collect();
    let is_chosen = |touchpoint: &Touchpoint| chosen.contains(&Thing::Engagement(touchpoint.id));
    let (ids, levels): (Vec<_>, Vec<_>) = map
        .touchpoints()
        .filter(|touchpoint| is_chosen(touchpoint))
        .map(|touchpoint| (touchpoint.id, touchpoint.engagement))
        .unzip();
    if !ids.is_empty() {
        levels_ui(ui, desk, super::several::shared(levels.into_iter()), &ids);
    }
}

/// The levels side by side, and a dash for a gap; `current` is `None` where several differ.
fn levels_ui(ui: &mut Ui, desk: &mut Desk<'_>, current: Option<Option<Engagement>>, ids: &[TouchpointId]) {
    let texts = desk.texts();
    section(ui, desk.look, texts.inspector_engagement());
    let levels = Engagement::ALL.map(|level| (Some(level), texts.count(u64::from(level.value()))));
    let named = levels.iter().map(|(level, text)| (*level, text.as_str()));
    let choices: Vec<_> = std::iter::once((None, "–")).chain(named).collect();
    if let Some(level) = segments_ui(ui, desk, current, &choices) {
        let set = |id: &TouchpointId| Edit::Touchpoint(*id, TouchpointChange::Engagement(level));
        desk.apply(match ids {
            [only] => set(only),
            several => Edit::All(several.iter().map(set).collect()),
        });
    }
    sentence(ui, desk.look, texts.inspector_engagement_note(), Role::Faint);
}
