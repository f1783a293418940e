//! Several stages: their colour. Must not know layout.

use super::{Shared, key_of};
use crate::{
    editor::{Edit, StageChange},
    map::{Map, StageId, Thing},
    scene::Role,
    ui::widgets::{Desk, OF_STAGES, color_ui, section},
};
use egui::Ui;

/// Sets the colour of all selected stages.
pub(super) fn stages_ui(ui: &mut Ui, desk: &mut Desk<'_>, map: &Map, selection: &[Thing]) {
    let ids: Vec<StageId> = selection.iter().filter_map(|thing| stage_of(*thing)).collect();
    if ids.is_empty() {
        return;
    }
    let stages = map.stages.iter().enumerate().filter(|(_, stage)| ids.contains(&stage.id));
    let first = stages.clone().next().map_or(0, |(at, _)| at);
    let color = Shared::of(stages.map(|(_, stage)| stage.color));
    section(ui, desk.look, &color.named(desk.texts().inspector_color(), desk.texts()));
    let automatic = desk.palette().rgb(Role::Nth(first));
    color_ui(ui, desk, (("stages", key_of(selection)), OF_STAGES), (color.same(), automatic), |color| {
        Edit::All(ids.iter().map(|id| Edit::Stage(*id, StageChange::Color(color))).collect())
    });
}

fn stage_of(thing: Thing) -> Option<StageId> {
    match thing {
        Thing::Stage(id) => Some(id),
        Thing::Touchpoint(_) | Thing::Face(..) | Thing::Engagement(_) | Thing::Card(_) | Thing::Lane(_) => None,
        Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) | Thing::Note(_) => None,
    }
}
