//! Whose feelings are drawn: the chip with its menu.
//!
//! Must not know how curves are drawn.

use super::{Words, button, paint_ground, upper::HEIGHT};
use crate::{
    map::{Map, Persona},
    scene::{Color, FontWeight, PersonaChoice, Role, View, letters_of, persona_color, shown_personas},
    ui::{
        Look,
        persona_sign::{color_of, paint_persona_sign},
        theme,
        widgets::in_window,
    },
};
use egui::{Align2, Id, Popup, Rect, Ui, WidgetInfo, accesskit, pos2, vec2};
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
/// The letters of a persona in the menu.
const SIGN: Words = Words::new(FontWeight::SemiBold, 9.5, Role::OnColor);
/// Radius of a persona's portrait or first letter, of one of several, and of a dot.
const LARGE: f32 = 10.0;
const SMALL: f32 = 6.5;
const DOT: f32 = 4.5;

/// How wide the chip should be at least, and how wide it would like to be, without telling how many others there are.
pub(super) fn widths(ui: &Ui, map: &Map, view: &View, look: Look) -> (f32, f32) {
    let name = NAME.width(ui, &shown_name(map, view, look)).min(NAME_WIDTH);
    (AROUND_NAME + name.min(NAME_EASY), AROUND_NAME + name)
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

fn shown_name(map: &Map, view: &View, look: Look) -> String {
    chosen(map, view.persona).map_or_else(|| look.texts.canvas_personas_all().to_owned(), |one| name_of(one, look))
}

/// Shows the chip at the left of `room` and as wide as it may be; returns where it stands.
pub(super) fn chip_ui(ui: &Ui, room: Rect, (map, view): (&Map, &mut View), look: Look) -> Rect {
    let one = chosen(map, view.persona);
    let name = shown_name(map, view, look);
    let others = shown_personas(map).count().saturating_sub(1);
    let more = if others > 0 && one.is_some() { look.texts.canvas_personas_more(others) } else { String::new() };
    let left_over = room.width() - AROUND_NAME;
    let name_width = NAME.width(ui, &name).min(NAME_WIDTH).min(left_over);
    let more_width = MORE.width(ui, &more) + 20.0;
    let has_room = !more.is_empty() && name_width + more_width <= left_over;
    let (more, more_width) = if has_room { (more, more_width) } else { (String::new(), 0.0) };
    let has_name = name_width >= NAME_LEAST.min(NAME.width(ui, &name));
    let width = if has_name { AROUND_NAME + name_width + more_width } else { SIGN_ALONE };
    let chip = Rect::from_min_size(room.min, vec2(width, HEIGHT));
    paint_ground(ui, chip, 15, look.palette);
    let info = WidgetInfo::labeled(accesskit::Role::Button, true, look.texts.canvas_personas(&name));
    let response = button(ui, first_id(), chip, (look, info));
    paint_round(ui, chip, (map, one), look);
    let left = pos2(chip.min.x + 34.0, chip.center().y);
    if has_name {
        let galley = NAME.cut_galley(ui, &name, name_width + 1.0, look.palette);
        let at = pos2(left.x, left.y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, theme::color(look.palette, Role::Ink));
    }
    MORE.paint(ui, pos2(left.x + name_width + 20.0, left.y), Align2::LEFT_CENTER, (&more, look.palette));
    let is_cut = !has_name || name_width < NAME.width(ui, &name);
    let tip = look.texts.canvas_tip_personas();
    let response = response.on_hover_text(if is_cut { format!("{name}\n{tip}") } else { tip.to_owned() });
    Popup::menu(&response).show(|ui| in_window(ui, |ui| menu_ui(ui, (map, view), look)));
    chip
}

/// The sign of the persona; smaller ones where all are shown.
fn paint_round(ui: &Ui, chip: Rect, (map, one): (&Map, Option<&Arc<Persona>>), look: Look) {
    let center = pos2(chip.min.x + 17.0, chip.center().y);
    let Some(persona) = one else {
        let has_portraits = shown_personas(map).take(3).any(|persona| persona.portrait.is_some());
        let (radius, apart) = if has_portraits { (SMALL, 8.0) } else { (DOT, 5.0) };
        for (shift, persona) in [-apart, 0.0, apart].into_iter().zip(shown_personas(map)) {
            paint_persona_sign(ui.painter(), (center + vec2(shift, 0.0), radius), (map, persona), look);
        }
        return;
    };
    paint_persona_sign(ui.painter(), (center, LARGE), (map, persona), look);
}

fn menu_ui(ui: &mut Ui, (map, view): (&Map, &mut View), look: Look) {
    let current = view.persona.persona(map);
    for persona in shown_personas(map) {
        let is_chosen = current == Some(persona.id);
        let chosen = ui.horizontal(|ui| {
            let is_clicked = ui.radio(is_chosen, name_of(persona, look)).clicked();
            paint_sign(ui, (map, persona), look);
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

/// The sign that stands at the persona's faces while several are shown.
fn paint_sign(ui: &mut Ui, (map, persona): (&Map, &Persona), look: Look) {
    let letters = SIGN.galley(ui, &letters_of(map, persona), look.palette);
    let (rect, _) = ui.allocate_exact_size(vec2((letters.size().x + 6.0).max(14.0), 14.0), egui::Sense::hover());
    ui.painter().rect_filled(rect, 7.0, color_of(map, persona, look));
    let on_it = theme::scene_color(look.palette, Color::on(persona_color(map, persona)));
    ui.painter().galley_with_override_text_color(rect.center() - letters.size() / 2.0, letters, on_it);
}
