//! What a map holds, as lists in the panel: personas, lanes, surveys. A press selects.
//!
//! Must not know how a thing is edited once it is selected.

use super::names;
use crate::{
    editor::{Edit, LaneChange, New},
    map::{Lane, LaneKind, Map, Persona, PersonaId, Survey, SurveyId, Thing, Visibility},
    scene::{PersonaChoice, Role, View},
    ui::{
        menu_keys,
        persona_sign::paint_persona_sign,
        widgets::{Desk, Row, add_button, icon_button, row_button, section, sentence},
    },
};
use egui::{Align, Button, Layout, Popup, Sense, Ui, vec2};
use std::sync::Arc;

/// Radius of a persona's sign, in points.
const SIGN: f32 = 9.0;

/// Shows the personas; a press selects one, and shows its feelings where one persona's are shown.
pub(super) fn personas_ui(ui: &mut Ui, desk: &mut Desk<'_>, map: &Map, view: &mut View) {
    let texts = desk.texts();
    section(ui, desk.look, texts.inspector_personas());
    for persona in &map.personas {
        let name = hidden_name(desk, &names::persona(texts, persona), persona.visibility);
        ui.horizontal(|ui| {
            let (sign, _) = ui.allocate_exact_size(vec2(SIGN, SIGN) * 2.0, Sense::hover());
            paint_persona_sign(ui.painter(), (sign.center(), SIGN), (map, persona), desk.look);
            let is_drawn = persona.visibility == Visibility::Shown && view.persona != PersonaChoice::All;
            if select_ui(ui, desk, &name, Thing::Persona(persona.id)) && is_drawn {
                view.persona = PersonaChoice::One(persona.id);
            }
        });
    }
    if add_button(ui, desk, texts.inspector_add_persona()).clicked() {
        let id = PersonaId::random(desk.editor.rng());
        desk.apply(Edit::InsertPersona(Arc::new(Persona::new(id, ""))));
        desk.editor.select([Thing::Persona(id)]);
        super::focus_name(ui.ctx(), Thing::Persona(id));
        view.persona = PersonaChoice::One(id);
    }
}

/// A row that selects a thing; whether it was pressed.
fn select_ui(ui: &mut Ui, desk: &mut Desk<'_>, name: &str, thing: Thing) -> bool {
    let width = ui.available_width();
    let is_pressed = row_button(ui, width, name).clicked();
    if is_pressed {
        desk.editor.select([thing]);
    }
    is_pressed
}

fn hidden_name(desk: &Desk<'_>, name: &str, visibility: Visibility) -> String {
    match visibility {
        Visibility::Shown => name.to_owned(),
        Visibility::Hidden => desk.texts().inspector_hidden_named(name),
    }
}

/// Shows the lanes, each with signs that move and hide it; a press on the name selects one.
pub(super) fn lanes_ui(ui: &mut Ui, desk: &mut Desk<'_>, map: &Map) {
    let texts = desk.texts();
    section(ui, desk.look, texts.inspector_lanes());
    for (at, lane) in map.lanes.iter().enumerate() {
        let mut row = Row::of_field(ui);
        row.begin(ui, |ui| {
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                let name = hidden_name(desk, &names::lane(texts, lane), lane.visibility);
                select_ui(ui, desk, &name, Thing::Lane(lane.id));
            });
        });
        row.end(ui, |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            lane_signs_ui(ui, desk, (at, map.lanes.len()), lane);
        });
    }
    add_lane_ui(ui, desk, map);
}

fn lane_signs_ui(ui: &mut Ui, desk: &mut Desk<'_>, (at, count): (usize, usize), lane: &Lane) {
    let texts = desk.texts();
    let name = names::lane(texts, lane);
    let (hide, other) = match lane.visibility {
        Visibility::Shown => (texts.inspector_hide_named(&name), Visibility::Hidden),
        Visibility::Hidden => (texts.inspector_show_named(&name), Visibility::Shown),
    };
    let up = ui.add_enabled_ui(at > 0, |ui| icon_button(ui, desk, "↑", &texts.inspector_up_named(&name)));
    if up.inner.clicked() {
        desk.apply(Edit::MoveLane { id: lane.id, to: at.saturating_sub(1) });
    }
    let down = ui.add_enabled_ui(at + 1 < count, |ui| icon_button(ui, desk, "↓", &texts.inspector_down_named(&name)));
    if down.inner.clicked() {
        desk.apply(Edit::MoveLane { id: lane.id, to: at + 2 });
    }
    let sign = if lane.is_shown() { "●" } else { "○" };
    if icon_button(ui, desk, sign, &hide).clicked() {
        desk.apply(Edit::Lane(lane.id, LaneChange::Visibility(other)));
    }
}

/// A menu of the kinds of lanes that the map can take.
fn add_lane_ui(ui: &mut Ui, desk: &mut Desk<'_>, map: &Map) {
    let texts = desk.texts();
    let button = add_button(ui, desk, texts.inspector_add_lane());
    let fits = |kind: &LaneKind| map.takes_lane(*kind);
    let chosen = Popup::menu(&button).show(|ui| {
        menu_keys::note(ui, menu_keys::Kind::List);
        let mut chosen = None;
        for kind in LaneKind::ALL.into_iter().filter(fits) {
            if ui.add(Button::new(crate::scene::lane_kind_name(texts, kind)).frame_when_inactive(false)).clicked() {
                chosen = Some(kind);
            }
        }
        chosen
    });
    if let Some(kind) = chosen.and_then(|shown| shown.inner) {
        desk.make(New::Lane(kind));
        // The list stays, so that more can be added.
        desk.editor.select([]);
    }
}

/// Shows the surveys; a press selects one.
pub(super) fn surveys_ui(ui: &mut Ui, desk: &mut Desk<'_>, map: &Map) {
    let texts = desk.texts();
    section(ui, desk.look, texts.inspector_surveys());
    if map.surveys.is_empty() {
        sentence(ui, desk.look, texts.inspector_no_surveys(), Role::Faint);
    }
    let named: Vec<(SurveyId, String)> = map.surveys.iter().map(|survey| (survey.id, survey_name(survey))).collect();
    for (id, name) in named {
        select_ui(ui, desk, &name, Thing::Survey(id));
    }
}

fn survey_name(survey: &Survey) -> String {
    let wave = names::survey(survey);
    if wave == survey.source { wave } else { format!("{wave} · {}", survey.source) }
}
