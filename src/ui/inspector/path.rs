//! A persona's own path in the panel: at a touchpoint whether it comes by, at the persona the way as a whole.
//!
//! Must not know how a path is drawn.

use super::names;
use crate::{
    editor::{Edit, PersonaChange},
    map::{Map, OwnPath, Persona, Touchpoint, TouchpointId},
    scene::Role,
    ui::widgets::{Desk, check_ui, section, sentence, text_button},
};
use egui::Ui;

/// Whether a persona comes by here, enters here, leaves here.
pub(super) fn here_ui(ui: &mut Ui, desk: &mut Desk<'_>, persona: &Persona, touchpoint: &Touchpoint) {
    let (texts, id, path) = (desk.texts(), touchpoint.id, &persona.path);
    section(ui, desk.look, texts.inspector_path());
    let skips = texts.inspector_path_skips(names::persona(texts, persona));
    if check_ui(ui, desk, path.skips.contains(&id), &skips, Role::Accent).clicked() {
        let mut changed = path.clone();
        if !changed.skips.remove(&id) {
            changed.skips.insert(id);
        }
        apply(desk, persona, changed);
    }
    if check_ui(ui, desk, path.enters == Some(id), texts.inspector_path_enters(), Role::Accent).clicked() {
        apply(desk, persona, OwnPath { enters: other(path.enters, id), ..path.clone() });
    }
    if check_ui(ui, desk, path.leaves == Some(id), texts.inspector_path_leaves(), Role::Accent).clicked() {
        apply(desk, persona, OwnPath { leaves: other(path.leaves, id), ..path.clone() });
    }
}

/// Says that a persona does not come by here, with a button that leads it by again.
pub(super) fn off_ui(ui: &mut Ui, desk: &mut Desk<'_>, (map, persona): (&Map, &Persona), here: TouchpointId) {
    let texts = desk.texts();
    sentence(ui, desk.look, &texts.inspector_off_path(names::persona(texts, persona)), Role::Soft);
    if text_button(ui, texts.inspector_back_on_path()).clicked() {
        apply(desk, persona, map.path_by_way_of(&persona.path, here));
    }
}

/// Here, or nowhere if it was here.
fn other(now: Option<TouchpointId>, here: TouchpointId) -> Option<TouchpointId> {
    (now != Some(here)).then_some(here)
}

/// The way of a persona, and how to have it go the whole way again.
pub(super) fn way_ui(ui: &mut Ui, desk: &mut Desk<'_>, map: &Map, persona: &Persona) {
    let (texts, path) = (desk.texts(), &persona.path);
    section(ui, desk.look, texts.inspector_path());
    if path.is_whole() {
        sentence(ui, desk.look, texts.inspector_path_whole(), Role::Soft);
        return;
    }
    let named = |id: TouchpointId| names::touchpoint(texts, map, id);
    if let Some(id) = path.enters {
        sentence(ui, desk.look, &texts.inspector_path_enter_at(named(id)), Role::Soft);
    }
    if let Some(id) = path.leaves {
        sentence(ui, desk.look, &texts.inspector_path_leave_at(named(id)), Role::Soft);
    }
    if !path.skips.is_empty() {
        let skipped: Vec<String> = path.skips.iter().map(|id| named(*id)).collect();
        sentence(ui, desk.look, &texts.inspector_path_skipped(skipped.join(", ")), Role::Soft);
    }
    if text_button(ui, texts.command_path_whole()).clicked() {
        apply(desk, persona, OwnPath::default());
    }
}

fn apply(desk: &mut Desk<'_>, persona: &Persona, path: OwnPath) {
    desk.apply(Edit::Persona(persona.id, PersonaChange::Path(path)));
}
