//! Whose feelings are drawn and which curves: the chip with its menu, the switches, and the survey's wave.
//!
//! Must not know how curves are drawn.

use super::{SIDE, Words, button, paint_ground, paper};
use crate::{
    map::{Curve, Map, Persona},
    scene::{Color, FontWeight, PersonaChoice, Role, Scene, View, letters_of, persona_color, shown_personas},
    ui::{
        Look,
        persona_sign::{color_of, paint_persona_sign},
        theme,
        widgets::in_window,
    },
};
use egui::{Align2, Id, Popup, Pos2, Rect, Stroke, Ui, WidgetInfo, accesskit, pos2, vec2};
use std::sync::Arc;

/// Distance of the bar from the top of the view, in points.
const TOP: f32 = 14.0;
/// Height of the bar.
const HEIGHT: f32 = 30.0;
/// The widest a persona's name may be before an ellipsis cuts it.
const NAME_WIDTH: f32 = 220.0;
/// In a narrow window it is cut to no less than this, so that the switches find room.
const NAME_LEAST: f32 = 48.0;
/// Width of the chip beside the name: the round sign and air.
const AROUND_NAME: f32 = 52.0;
/// Between the chip, the switches and the wave.
const APART: f32 = 20.0;
/// Width of a switch beside its word, and air between two switches.
const AROUND_CURVE: f32 = SAMPLE + 24.0;
const BETWEEN_CURVES: f32 = 10.0;
/// Length of a curve's sample.
pub(super) const SAMPLE: f32 = 22.0;
const NAME: Words = Words::new(FontWeight::Medium, 12.5, Role::Ink);
const MORE: Words = Words::new(FontWeight::Regular, 12.0, Role::Faint);
/// The letters of a persona in the menu.
const SIGN: Words = Words::new(FontWeight::SemiBold, 9.5, Role::OnColor);
/// Radius of a persona's portrait or first letter, of one of several, and of a dot.
const LARGE: f32 = 10.0;
const SMALL: f32 = 6.5;
const DOT: f32 = 4.5;
const CURVE: Words = Words::new(FontWeight::Regular, 12.5, Role::Ink);
const CURVE_OFF: Words = Words::new(FontWeight::Regular, 12.5, Role::Faint);
const WAVE: Words = Words::new(FontWeight::Regular, 12.5, Role::Soft);

/// Shows the bar at the top of `area`; returns where its parts stand.
pub(in super::super) fn persona_bar_ui(
    ui: &Ui,
    area: Rect,
    map: &Map,
    (scene, view): (&Scene, &mut View),
    look: Look,
) -> Vec<Rect> {
    let line = Rect::from_min_max(
        pos2(area.min.x + SIDE, area.min.y + TOP),
        pos2(area.max.x - SIDE, area.min.y + TOP + HEIGHT),
    );
    let chip = chip_ui(ui, line, (map, view), look);
    // The widths are known only once the switches are made; what lies behind them is painted first.
    let behind = ui.painter().add(egui::Shape::Noop);
    let switches = switches_ui(ui, pos2(chip.max.x + APART, line.min.y), view, look);
    ui.painter().set(behind, paper(switches, look.palette));
    wave_ui(ui, line.with_min_x(switches.max.x + APART), scene, look);
    vec![chip, switches]
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

fn chip_ui(ui: &Ui, line: Rect, (map, view): (&Map, &mut View), look: Look) -> Rect {
    let one = chosen(map, view.persona);
    let name = one.map_or_else(|| look.texts.canvas_personas_all().to_owned(), |persona| name_of(persona, look));
    let others = shown_personas(map).count().saturating_sub(1);
    let more = if others > 0 && one.is_some() { look.texts.canvas_personas_more(others) } else { String::new() };
    let room = (line.width() - switches_width(ui, look) - APART - AROUND_NAME).max(NAME_LEAST);
    let name_width = NAME.width(ui, &name).min(NAME_WIDTH).min(room);
    let more_width = MORE.width(ui, &more) + 20.0;
    let has_room = !more.is_empty() && name_width + more_width <= room;
    let (more, more_width) = if has_room { (more, more_width) } else { (String::new(), 0.0) };
    let chip = Rect::from_min_size(line.min, vec2(AROUND_NAME + name_width + more_width, HEIGHT));
    paint_ground(ui, chip, 15, look.palette);
    let info = WidgetInfo::labeled(accesskit::Role::Button, true, look.texts.canvas_personas(&name));
    let response = button(ui, first_id(), chip, (look, info));
    paint_round(ui, line, (map, one), look);
    let left = pos2(line.min.x + 34.0, line.center().y);
    let galley = NAME.cut_galley(ui, &name, name_width + 1.0, look.palette);
    let at = pos2(left.x, left.y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, theme::color(look.palette, Role::Ink));
    MORE.paint(ui, pos2(left.x + name_width + 20.0, left.y), Align2::LEFT_CENTER, (&more, look.palette));
    let response = response.on_hover_text(look.texts.canvas_tip_personas());
    Popup::menu(&response).show(|ui| in_window(ui, |ui| menu_ui(ui, (map, view), look)));
    chip
}

/// The sign of the persona; smaller ones where all are shown.
fn paint_round(ui: &Ui, line: Rect, (map, one): (&Map, Option<&Arc<Persona>>), look: Look) {
    let center = pos2(line.min.x + 17.0, line.center().y);
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

/// What the switches are called, from the left.
fn curve_names(look: Look) -> [&'static str; 3] {
    [look.texts.curve_actual(), look.texts.curve_expected(), look.texts.curve_measured()]
}

/// How wide the switches are together.
fn switches_width(ui: &Ui, look: Look) -> f32 {
    curve_names(look).map(|name| AROUND_CURVE + CURVE.width(ui, name)).iter().sum::<f32>() + 2.0 * BETWEEN_CURVES
}

fn switches_ui(ui: &Ui, start: Pos2, view: &mut View, look: Look) -> Rect {
    let [actual, expected, measured] = curve_names(look);
    let ink = Stroke::new(2.4, theme::color(look.palette, Role::Ink));
    let accent = Stroke::new(2.4, theme::color(look.palette, Role::Accent));
    let mut left = start;
    let curves = &mut view.curves;
    for (name, on, line) in [
        (actual, &mut curves.actual, Sample::Solid(ink)),
        (expected, &mut curves.expected, Sample::Dashed(ink)),
        (measured, &mut curves.measured, Sample::Solid(accent)),
    ] {
        let rect = switch_ui(ui, left, (name, on, line), look);
        left.x = rect.max.x + BETWEEN_CURVES;
    }
    Rect::from_min_max(start, pos2(left.x - BETWEEN_CURVES, start.y + HEIGHT))
}

#[derive(Clone, Copy)]
enum Sample {
    Solid(Stroke),
    Dashed(Stroke),
}

fn switch_ui(ui: &Ui, left: Pos2, (name, on, sample): (&str, &mut bool, Sample), look: Look) -> Rect {
    let words = if *on { CURVE } else { CURVE_OFF };
    let rect = Rect::from_min_size(left, vec2(AROUND_CURVE + words.width(ui, name), HEIGHT));
    let info = WidgetInfo::selected(accesskit::Role::CheckBox, true, *on, name);
    let response = button(ui, Id::unique(("canvas curve", name)), rect, (look, info));
    let start = pos2(left.x + 8.0, rect.center().y);
    paint_sample(ui, start, sample, if *on { 1.0 } else { 0.3 });
    words.paint(ui, start + vec2(SAMPLE + 8.0, 0.0), Align2::LEFT_CENTER, (name, look.palette));
    let tip = if *on { look.texts.canvas_tip_curve_hide(name) } else { look.texts.canvas_tip_curve_show(name) };
    if response.on_hover_text(tip).clicked() {
        *on = !*on;
    }
    rect
}

/// Paints the sample of a curve's line, as on the switches.
pub(super) fn paint_curve_sample(ui: &Ui, start: Pos2, curve: Curve, look: Look) {
    let ink = Stroke::new(2.4, theme::color(look.palette, Role::Ink));
    let sample = match curve {
        Curve::Actual => Sample::Solid(ink),
        Curve::Expected => Sample::Dashed(ink),
    };
    paint_sample(ui, start, sample, 1.0);
}

fn paint_sample(ui: &Ui, start: Pos2, sample: Sample, opacity: f32) {
    let fade = |stroke: Stroke| Stroke::new(stroke.width, stroke.color.gamma_multiply(opacity));
    let ends = [start, start + vec2(SAMPLE, 0.0)];
    match sample {
        Sample::Solid(stroke) => {
            ui.painter().line_segment(ends, fade(stroke));
        }
        Sample::Dashed(stroke) => {
            ui.painter().extend(egui::Shape::dashed_line(&ends, fade(stroke), 5.0, 3.5));
        }
    }
}

/// The waves of the measured values, where there is room for them.
fn wave_ui(ui: &Ui, line: Rect, scene: &Scene, look: Look) {
    let text = scene.waves();
    if !text.is_empty() && WAVE.width(ui, text) <= line.width() {
        let at = pos2(line.max.x, line.center().y);
        let size = vec2(WAVE.width(ui, text), HEIGHT - 8.0);
        let rect = Align2::RIGHT_CENTER.anchor_size(at, size);
        ui.painter().add(paper(rect.expand2(vec2(6.0, 0.0)), look.palette));
        WAVE.paint(ui, at, Align2::RIGHT_CENTER, (text, look.palette));
        let response = ui.interact(rect, Id::unique("canvas wave"), egui::Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Label, true, text));
    }
}
