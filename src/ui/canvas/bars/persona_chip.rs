//! Whose feelings are drawn: the chip with its menu.
//!
//! Must not know how curves are drawn.

use super::{Words, button, paint_ground, persona_legend::Legend, upper::HEIGHT};
use crate::{
    map::{Map, Persona},
    scene::{FontWeight, PersonaChoice, Role, View, letters_of, shown_personas},
    ui::{
        Look,
        persona_sign::{paint_persona_sign, paint_pill, pill_size},
        theme,
        tip::Tip,
        widgets::in_window,
    },
};
use egui::{Align2, Id, Popup, Rect, Response, Ui, WidgetInfo, accesskit, pos2, vec2};
use std::sync::Arc;

/// The widest a persona's name may be before an ellipsis cuts it, in points.
const NAME_WIDTH: f32 = 220.0;
/// Where there is little room it is cut to so much before other bars give way.
const NAME_EASY: f32 = 96.0;
/// A name that would be cut to less is left out; the round sign stays.
const NAME_LEAST: f32 = 24.0;
/// Width of the chip beside the name: the round sign and air; and without a name.
const AROUND_NAME: f32 = 52.0;
const SIGN_ALONE: f32 = 34.0;
const NAME: Words = Words::new(FontWeight::Medium, 12.5, Role::Ink);
const MORE: Words = Words::new(FontWeight::Regular, 12.0, Role::Faint);
/// Radius of a persona's portrait, or of the disc with its letters.
const LARGE: f32 = 10.0;
/// Left and right of the legend.
const AROUND_LEGEND: f32 = 12.0;

/// How wide the chip should be at least, without telling how many others there are.
pub(super) fn least_width(ui: &Ui, map: &Map, view: &View, look: Look) -> f32 {
    match chosen(map, view.persona) {
        Some(persona) => AROUND_NAME + NAME.width(ui, &name_of(persona, look)).min(NAME_EASY),
        None => 2.0 * AROUND_LEGEND + Legend::least_width(ui, map, look),
    }
}

/// The widget that comes first among the bars.
pub(in super::super) fn first_id() -> Id {
    Id::unique("canvas personas")
}

fn chosen(map: &Map, choice: PersonaChoice) -> Option<&Arc<Persona>> {
    choice.persona(map).and_then(|id| map.persona(id))
}

fn name_of(persona: &Persona, look: Look) -> String {
    if persona.name.is_empty() { look.texts.persona_unnamed().to_owned() } else { persona.name.clone() }
}

/// Shows the chip at the left of `room` and as wide as it may be: the persona that is shown, or who is who where several
/// are. Returns where it stands.
pub(super) fn chip_ui(ui: &Ui, room: Rect, (map, view): (&Map, &mut View), look: Look) -> Rect {
    let (chip, response) = match chosen(map, view.persona) {
        Some(persona) => one_ui(ui, room, (map, persona), look),
        None => all_ui(ui, room, map, look),
    };
    Popup::menu(&response).show(|ui| in_window(ui, |ui| menu_ui(ui, (map, view), look)));
    chip
}

fn one_ui(ui: &Ui, room: Rect, (map, persona): (&Map, &Persona), look: Look) -> (Rect, Response) {
    let name = name_of(persona, look);
    let others = shown_personas(map).count().saturating_sub(1);
    let more = if others > 0 { look.texts.canvas_personas_more(others) } else { String::new() };
    let left_over = room.width() - AROUND_NAME;
    let name_width = NAME.width(ui, &name).min(NAME_WIDTH).min(left_over);
    let more_width = MORE.width(ui, &more) + 20.0;
    let has_room = !more.is_empty() && name_width + more_width <= left_over;
    let (more, more_width) = if has_room { (more, more_width) } else { (String::new(), 0.0) };
    let has_name = name_width >= NAME_LEAST.min(NAME.width(ui, &name));
    let width = if has_name { AROUND_NAME + name_width + more_width } else { SIGN_ALONE };
    let chip = Rect::from_min_size(room.min, vec2(width, HEIGHT));
    let response = chip_button(ui, chip, &name, look);
    paint_persona_sign(ui.painter(), (pos2(chip.min.x + 17.0, chip.center().y), LARGE), (map, persona), look);
    let left = pos2(chip.min.x + 34.0, chip.center().y);
    if has_name {
        let galley = NAME.cut_galley(ui, &name, name_width + 1.0, look.palette);
        let at = pos2(left.x, left.y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, theme::color(look.palette, Role::Ink));
    }
    MORE.paint(ui, pos2(left.x + name_width + 20.0, left.y), Align2::LEFT_CENTER, (&more, look.palette));
    let is_cut = !has_name || name_width < NAME.width(ui, &name);
    let tip = look.texts.canvas_tip_personas();
    (chip, response.tip(if is_cut { format!("{name}\n{tip}") } else { tip.to_owned() }))
}

/// The legend of the curves; all names in full are in the tip.
fn all_ui(ui: &Ui, room: Rect, map: &Map, look: Look) -> (Rect, Response) {
    let legend = Legend::new(ui, map, (room.width() - 2.0 * AROUND_LEGEND).max(NAME_LEAST), look);
    let chip = Rect::from_min_size(room.min, vec2(legend.width + 2.0 * AROUND_LEGEND, HEIGHT));
    let response = chip_button(ui, chip, look.texts.canvas_personas_all(), look);
    legend.paint(ui, pos2(chip.min.x + AROUND_LEGEND, chip.center().y), map, look);
    let named = |persona: &Arc<Persona>| format!("{}  {}", letters_of(map, persona), name_of(persona, look));
    let names: Vec<String> = shown_personas(map).map(named).collect();
    (chip, response.tip(format!("{}\n{}", look.texts.canvas_tip_personas(), names.join("\n"))))
}

fn chip_button(ui: &Ui, chip: Rect, name: &str, look: Look) -> Response {
    paint_ground(ui, chip, 15, look.palette);
    let info = WidgetInfo::labeled(accesskit::Role::Button, true, look.texts.canvas_personas(name));
    button(ui, first_id(), chip, (look, info))
}

fn menu_ui(ui: &mut Ui, (map, view): (&Map, &mut View), look: Look) {
    let current = view.persona.persona(map);
    for persona in shown_personas(map) {
        let is_chosen = current == Some(persona.id);
        let chosen = ui.horizontal(|ui| {
            let is_clicked = ui.radio(is_chosen, name_of(persona, look)).clicked();
            let (sign, _) = ui.allocate_exact_size(pill_size(ui.painter(), (map, persona)), egui::Sense::hover());
            paint_pill(ui.painter(), sign.left_center(), (map, persona), look);
            if persona.portrait.is_some() {
                let (portrait, _) = ui.allocate_exact_size(vec2(2.0, 2.0) * LARGE, egui::Sense::hover());
                paint_persona_sign(ui.painter(), (portrait.center(), LARGE), (map, persona), look);
            }
            is_clicked
        });
        if chosen.inner {
            view.persona = PersonaChoice::One(persona.id);
            ui.close();
        }
    }
    if shown_personas(map).count() > 1 && ui.radio(current.is_none(), look.texts.canvas_personas_all()).clicked() {
        view.persona = PersonaChoice::All;
        ui.close();
    }
}
