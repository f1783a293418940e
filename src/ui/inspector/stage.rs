//! A stage in the panel. Must not know layout.

use super::{card, kind_ui, names};
use crate::{
    editor::{Edit, StageChange},
    map::{Holder, Map, Stage, StageId, Thing, Touchpoint, TouchpointId},
    review::conversions,
    scene::Role,
    ui::widgets::{
        Desk, Field, Lines, OF_STAGES, add_button, color_ui, edited_text, labelled, line, number_ui, remove_button,
        row_button, section, sentence, unless_held,
    },
};
use egui::Ui;
use std::sync::Arc;

/// The most customers a stage can be said to have: a hundred thousand million.
const MOST_REACH: u64 = 100_000_000_000;

/// Shows and edits a stage.
pub(super) fn stage_ui(ui: &mut Ui, desk: &mut Desk<'_>, id: StageId) {
    let (texts, map) = (desk.texts(), desk.shown());
    let Some(at) = map.stages.iter().position(|stage| stage.id == id) else { return };
    let Some(stage) = map.stages.get(at) else { return };
    head_ui(ui, desk, stage);
    reach_ui(ui, desk, &map, stage);
    section(ui, desk.look, texts.inspector_color());
    let automatic = desk.palette().rgb(Role::Nth(at));
    let edit = |color| Edit::Stage(id, StageChange::Color(color));
    color_ui(ui, desk, (("stage", id.number()), OF_STAGES), (Some(stage.color), automatic), edit);
    line(ui);
    touchpoints_ui(ui, desk, stage);
    card::cards_ui(ui, desk, &map, Holder::Stage(id));
    let is_held = desk.editor.is_locked();
    if unless_held(ui, desk, is_held, |ui| remove_button(ui, desk, texts.inspector_remove_stage())).clicked() {
        desk.apply(Edit::Remove(vec![Thing::Stage(id)]));
    }
}

fn head_ui(ui: &mut Ui, desk: &mut Desk<'_>, stage: &Stage) {
    let (texts, look, id) = (desk.texts(), desk.look, stage.id);
    let change = |change| Edit::Stage(id, change);
    kind_ui(ui, desk, texts.inspector_stage());
    let name = Field::new(("stage name", id.number()), texts.inspector_name()).title();
    let name = name.hint(texts.stage_unnamed());
    edited_text(ui, desk, &name, &stage.name, |name| change(StageChange::Name(name)));
    ui.add_space(6.0);
    labelled(ui, look, texts.inspector_goal(), |ui| {
        let field = Field::new(("stage goal", id.number()), texts.inspector_goal()).lines(Lines::Many);
        edited_text(ui, desk, &field, &stage.goal, |goal| change(StageChange::Goal(goal)));
    });
    labelled(ui, look, texts.inspector_success(), |ui| {
        let field = Field::new(("stage success", id.number()), texts.inspector_success()).lines(Lines::Many);
        let field = field.hint(texts.inspector_success_hint());
        edited_text(ui, desk, &field, &stage.success, |success| change(StageChange::Success(success)));
    });
}

fn reach_ui(ui: &mut Ui, desk: &mut Desk<'_>, map: &Map, stage: &Stage) {
    let (texts, look, id) = (desk.texts(), desk.look, stage.id);
    labelled(ui, look, texts.inspector_reach(), |ui| {
        let field = Field::new(("stage reach", id.number()), texts.inspector_reach());
        let field = field.hint(texts.inspector_reach_hint());
        number_ui(ui, desk, &field, (stage.reach, MOST_REACH), |reach| Edit::Stage(id, StageChange::Reach(reach)));
    });
    let step = conversions(map).into_iter().find(|step| step.to == id);
    if let Some((step, before)) = step.and_then(|step| Some((step, map.stage(step.from)?))) {
        let text = texts.inspector_conversion(texts.percent(step.percent, 1), names::stage(texts, before));
        sentence(ui, look, &text, Role::Soft);
    }
}

fn touchpoints_ui(ui: &mut Ui, desk: &mut Desk<'_>, stage: &Stage) {
    let texts = desk.texts();
    section(ui, desk.look, texts.lane_touchpoints());
    let width = ui.available_width();
    for touchpoint in &stage.touchpoints {
        let name = if touchpoint.name.is_empty() { texts.touchpoint_unnamed() } else { &touchpoint.name };
        if row_button(ui, width, name).clicked() {
            desk.editor.select([Thing::Touchpoint(touchpoint.id)]);
        }
    }
    let is_held = desk.editor.is_locked();
    if unless_held(ui, desk, is_held, |ui| add_button(ui, desk, texts.inspector_add_touchpoint())).clicked() {
        let touchpoint = Arc::new(Touchpoint::new(TouchpointId::random(desk.editor.rng()), ""));
        let id = touchpoint.id;
        desk.apply(Edit::InsertTouchpoint { stage: stage.id, at: stage.touchpoints.len(), touchpoint });
        desk.editor.select([Thing::Touchpoint(id)]);
    }
}
