//! Whose feelings are drawn and which curves: the chip with its menu, the switches, and the survey's wave.
//!
//! Must not know how curves are drawn.

use super::{SIDE, Words, button, paint_ground, paper, persona_legend::Legend};
use crate::{
    map::{Curve, Map, Persona},
    scene::{FontWeight, PersonaChoice, Role, Scene, View, letters_of, shown_personas},
    ui::{
        Look,
        persona_sign::{paint_persona_sign, paint_pill, pill_size},
        theme,
    },
};
use egui::{Align2, Id, Popup, Pos2, Rect, Response, Stroke, Ui, WidgetInfo, accesskit, pos2, vec2};
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
/// Radius of a persona's portrait, or of the disc with its letters.
const LARGE: f32 = 10.0;
/// Left and right of the legend.
const AROUND_LEGEND: f32 = 12.0;
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

/// The chip: the persona that is shown, or who is who where several are.
fn chip_ui(ui: &Ui, line: Rect, (map, view): (&Map, &mut View), look: Look) -> Rect {
    let room = line.width() - switches_width(ui, look) - APART;
    let (chip, response) = match chosen(map, view.persona) {
        Some(persona) => one_ui(ui, line, (map, persona, room), look),
        None => all_ui(ui, line, (map, room), look),
    };
    Popup::menu(&response).show(|ui| menu_ui(ui, (map, view), look));
    chip
}

fn one_ui(ui: &Ui, line: Rect, (map, persona, room): (&Map, &Persona, f32), look: Look) -> (Rect, Response) {
    let name = name_of(persona, look);
    let others = shown_personas(map).count().saturating_sub(1);
    let more = if others > 0 { look.texts.canvas_personas_more(others) } else { String::new() };
    let room = (room - AROUND_NAME).max(NAME_LEAST);
    let name_width = NAME.width(ui, &name).min(NAME_WIDTH).min(room);
    let more_width = MORE.width(ui, &more) + 20.0;
    let has_room = !more.is_empty() && name_width + more_width <= room;
    let (more, more_width) = if has_room { (more, more_width) } else { (String::new(), 0.0) };
    let chip = Rect::from_min_size(line.min, vec2(AROUND_NAME + name_width + more_width, HEIGHT));
    let response = chip_button(ui, chip, &name, look);
    paint_persona_sign(ui.painter(), (pos2(line.min.x + 17.0, line.center().y), LARGE), (map, persona), look);
    let left = pos2(line.min.x + 34.0, line.center().y);
    let galley = NAME.cut_galley(ui, &name, name_width + 1.0, look.palette);
    let at = pos2(left.x, left.y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, theme::color(look.palette, Role::Ink));
    MORE.paint(ui, pos2(left.x + name_width + 20.0, left.y), Align2::LEFT_CENTER, (&more, look.palette));
    (chip, response.on_hover_text(look.texts.canvas_tip_personas()))
}

/// The legend of the curves; all names in full are in the tip.
fn all_ui(ui: &Ui, line: Rect, (map, room): (&Map, f32), look: Look) -> (Rect, Response) {
    let legend = Legend::new(ui, map, (room - 2.0 * AROUND_LEGEND).max(NAME_LEAST), look);
    let chip = Rect::from_min_size(line.min, vec2(legend.width + 2.0 * AROUND_LEGEND, HEIGHT));
    let response = chip_button(ui, chip, look.texts.canvas_personas_all(), look);
    legend.paint(ui, pos2(line.min.x + AROUND_LEGEND, line.center().y), map, look);
    let named = |persona: &Arc<Persona>| format!("{}  {}", letters_of(map, persona), name_of(persona, look));
    let names: Vec<String> = shown_personas(map).map(named).collect();
    (chip, response.on_hover_text(format!("{}\n{}", look.texts.canvas_tip_personas(), names.join("\n"))))
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
