//! A persona in the panel. Must not know whose feelings the canvas shows.

use super::{
    kind_ui, path,
    picture::{self, picture_ui},
};
use crate::{
    editor::{Edit, EditError, PersonaChange},
    map::{Map, PersonaId, Thing, Visibility},
    scene::Role,
    ui::widgets::{
        Desk, Field, OF_PERSONAS, check_ui, color_ui, edited_text, line, remove_button, section, sentence, text_button,
    },
};
use egui::Ui;

/// Shows and edits a persona.
pub(super) fn persona_ui(ui: &mut Ui, desk: &mut Desk<'_>, id: PersonaId) {
    let (texts, map) = (desk.texts(), desk.shown());
    let Some(at) = map.personas.iter().position(|persona| persona.id == id) else { return };
    let Some(persona) = map.personas.get(at) else { return };
    let change = |change| Edit::Persona(id, change);
    kind_ui(ui, desk, texts.inspector_persona());
    let name = name_field(id, texts.inspector_name()).hint(texts.persona_unnamed());
    edited_text(ui, desk, &name, &persona.name, |name| change(PersonaChange::Name(name)));
    let text = Field::new(("persona description", id.number()), texts.inspector_description()).description();
    let text = text.hint(texts.inspector_persona_hint());
    edited_text(ui, desk, &text, &persona.description, |text| change(PersonaChange::Description(text)));
    let portrait = (&*map, persona.portrait);
    picture_ui(ui, desk, picture::Of::Persona, portrait, change(PersonaChange::Portrait(None)));
    section(ui, desk.look, texts.inspector_color());
    let automatic = desk.palette().rgb(Role::Persona(at));
    let edit = |color| change(PersonaChange::Color(color));
    color_ui(ui, desk, (("persona", id.number()), OF_PERSONAS), (Some(persona.color), automatic), edit);
    path::way_ui(ui, desk, &map, persona);
    ui.add_space(6.0);
    hidden_ui(ui, desk, persona.visibility, |visibility| change(PersonaChange::Visibility(visibility)));
    line(ui);
    order_ui(ui, desk, (at, map.personas.len()), |to| Edit::MovePersona { id, to });
    remove_persona_ui(ui, desk, &map, id);
}

/// The field of a persona's name; a persona that was just made gets the keyboard there.
pub(super) fn name_field(id: PersonaId, name: &str) -> Field<'_> {
    Field::new(("persona name", id.number()), name).title()
}

fn remove_persona_ui(ui: &mut Ui, desk: &mut Desk<'_>, map: &Map, id: PersonaId) {
    let texts = desk.texts();
    if map.personas.len() == 1 {
        sentence(ui, desk.look, EditError::LastPersona.text(texts), Role::Faint);
        return;
    }
    if remove_button(ui, desk, texts.inspector_remove_persona()).clicked() {
        desk.apply(Edit::Remove(vec![Thing::Persona(id)]));
    }
}

/// A check box that hides what keeps its data.
pub(super) fn hidden_ui(ui: &mut Ui, desk: &mut Desk<'_>, visibility: Visibility, make: impl Fn(Visibility) -> Edit) {
    let is_hidden = visibility == Visibility::Hidden;
    if check_ui(ui, desk, is_hidden, desk.texts().inspector_hidden(), Role::Accent).clicked() {
        desk.apply(make(if is_hidden { Visibility::Shown } else { Visibility::Hidden }));
    }
}

/// Two buttons that move a thing among its kind; `make` takes the place before which it then stands.
pub(super) fn order_ui(ui: &mut Ui, desk: &mut Desk<'_>, (at, count): (usize, usize), make: impl Fn(usize) -> Edit) {
    let texts = desk.texts();
    ui.horizontal(|ui| {
        let up = ui.add_enabled_ui(at > 0, |ui| text_button(ui, texts.inspector_move_up())).inner;
        if up.clicked() {
            desk.apply(make(at.saturating_sub(1)));
        }
        let down = ui.add_enabled_ui(at + 1 < count, |ui| text_button(ui, texts.inspector_move_down())).inner;
        if down.clicked() {
            desk.apply(make(at + 2));
        }
    });
}
