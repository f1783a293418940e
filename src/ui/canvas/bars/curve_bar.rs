//! Which curves are drawn and of which waves the measured values are: switches with the wave beside them, or, where there
//! is little room, one chip whose menu holds both.
//!
//! Must not know how curves are drawn.

use super::{Words, button, paint_ground, paper, upper::HEIGHT};
use crate::{
    map::Curve,
    scene::{CurveChoice, FontWeight, Role},
    ui::{Look, theme, tip::Tip},
};
use egui::{
    Align2, Id, Label, Popup, PopupCloseBehavior, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, WidgetInfo,
    accesskit, pos2, vec2,
};

/// Width of a switch beside its word, and air between two switches, in points.
const AROUND_CURVE: f32 = SAMPLE + 24.0;
const BETWEEN_CURVES: f32 = 10.0;
/// Length of a curve's sample.
pub(super) const SAMPLE: f32 = 22.0;
/// The same in the chip, and from one to the next.
const SHORT_SAMPLE: f32 = 12.0;
const STEP: f32 = 17.0;
/// Width of the chip without the wave: air, three samples, the angle.
pub(super) const CHIP: f32 = 2.0 * CHIP_AIR + 2.0 * STEP + SHORT_SAMPLE + ANGLE;
const CHIP_AIR: f32 = 10.0;
/// Room for the angle that says that the chip has a menu.
const ANGLE: f32 = 16.0;
/// A wave that would be cut to less is told in the menu alone.
const WAVE_LEAST: f32 = 64.0;
/// Air beside the wave in the chip.
pub(super) const WAVE_AIR: f32 = 10.0;
/// Width of the chip's menu.
const MENU: f32 = 180.0;
const CURVE: Words = Words::new(FontWeight::Regular, 12.5, Role::Ink);
const CURVE_OFF: Words = Words::new(FontWeight::Regular, 12.5, Role::Faint);
const WAVE: Words = Words::new(FontWeight::Regular, 12.5, Role::Soft);

/// A curve's sample on the switches.
#[derive(Clone, Copy)]
enum Sample {
    Solid(Stroke),
    Dashed(Stroke),
}

/// The three curves from the left: what they are called, whether they are drawn, their samples.
fn switches(curves: &mut CurveChoice, look: Look) -> [(&'static str, &mut bool, Sample); 3] {
    let ink = Stroke::new(2.4, theme::color(look.palette, Role::Ink));
    let accent = Stroke::new(2.4, theme::color(look.palette, Role::Accent));
    let texts = look.texts;
    [
        (texts.curve_actual(), &mut curves.actual, Sample::Solid(ink)),
        (texts.curve_expected(), &mut curves.expected, Sample::Dashed(ink)),
        (texts.curve_measured(), &mut curves.measured, Sample::Solid(accent)),
    ]
}

/// How wide the switches are together.
pub(super) fn switches_width(ui: &Ui, look: Look) -> f32 {
    let names = switches(&mut CurveChoice::default(), look).map(|(name, ..)| AROUND_CURVE + CURVE.width(ui, name));
    names.iter().sum::<f32>() + 2.0 * BETWEEN_CURVES
}

/// How wide the wave is; 0 without one.
pub(super) fn wave_width(ui: &Ui, wave: &str) -> f32 {
    if wave.is_empty() { 0.0 } else { WAVE.width(ui, wave) }
}

/// Shows the switches from `start`; returns where they stand.
pub(super) fn switches_ui(ui: &Ui, start: Pos2, curves: &mut CurveChoice, look: Look) -> Rect {
    // The widths are known only once the switches are made; what lies behind them is painted first.
    let behind = ui.painter().add(Shape::Noop);
    let mut left = start;
    for switch in switches(curves, look) {
        let rect = switch_ui(ui, left, switch, look);
        left.x = rect.max.x + BETWEEN_CURVES;
    }
    let all = Rect::from_min_max(start, pos2(left.x - BETWEEN_CURVES, start.y + HEIGHT));
    ui.painter().set(behind, paper(all, look.palette));
    all
}

fn switch_ui(ui: &Ui, left: Pos2, (name, on, sample): (&str, &mut bool, Sample), look: Look) -> Rect {
    let words = if *on { CURVE } else { CURVE_OFF };
    let rect = Rect::from_min_size(left, vec2(AROUND_CURVE + words.width(ui, name), HEIGHT));
    let info = WidgetInfo::selected(accesskit::Role::CheckBox, true, *on, name);
    let response = button(ui, Id::unique(("canvas curve", name)), rect, (look, info));
    let start = pos2(left.x + 8.0, rect.center().y);
    paint_sample(ui, (start, SAMPLE), sample, opacity(*on));
    words.paint(ui, start + vec2(SAMPLE + 8.0, 0.0), Align2::LEFT_CENTER, (name, look.palette));
    let tip = if *on { look.texts.canvas_tip_curve_hide(name) } else { look.texts.canvas_tip_curve_show(name) };
    if response.tip(tip).clicked() {
        *on = !*on;
    }
    rect
}

fn opacity(is_on: bool) -> f32 {
    if is_on { 1.0 } else { 0.3 }
}

/// The waves of the measured values, ending at `right`.
pub(super) fn wave_ui(ui: &Ui, right: Pos2, wave: &str, look: Look) {
    if wave.is_empty() {
        return;
    }
    let rect = Align2::RIGHT_CENTER.anchor_size(right, vec2(WAVE.width(ui, wave), HEIGHT - 8.0));
    ui.painter().add(paper(rect.expand2(vec2(6.0, 0.0)), look.palette));
    WAVE.paint(ui, right, Align2::RIGHT_CENTER, (wave, look.palette));
    let response = ui.interact(rect, Id::unique("canvas wave"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Label, true, wave));
}

/// Shows the chip at the left of `room`, with as much of the wave as has room; its menu switches the curves and tells the
/// whole wave. Returns where it stands.
pub(super) fn chip_ui(ui: &Ui, room: Rect, (curves, wave): (&mut CurveChoice, &str), look: Look) -> Rect {
    let wave_room = (room.width() - CHIP - WAVE_AIR).min(wave_width(ui, wave));
    let has_wave = !wave.is_empty() && wave_room >= WAVE_LEAST.min(wave_width(ui, wave));
    let width = if has_wave { CHIP + WAVE_AIR + wave_room } else { CHIP };
    let chip = Rect::from_min_size(room.min, vec2(width, HEIGHT));
    paint_ground(ui, chip, 15, look.palette);
    let response = chip_button_ui(ui, chip, (curves, wave), look);
    let mut at = pos2(chip.min.x + CHIP_AIR, chip.center().y);
    for (_, on, sample) in switches(curves, look) {
        paint_sample(ui, (at, SHORT_SAMPLE), sample, opacity(*on));
        at.x += STEP;
    }
    if has_wave {
        let galley = WAVE.cut_galley(ui, wave, wave_room + 1.0, look.palette);
        let left = pos2(at.x - STEP + SHORT_SAMPLE + WAVE_AIR, chip.center().y - galley.size().y / 2.0);
        ui.painter().galley(left, galley, theme::color(look.palette, Role::Soft));
    }
    paint_angle(ui, pos2(chip.max.x - CHIP_AIR - 4.0, chip.center().y), look);
    let menu = Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    menu.show(|ui| menu_ui(ui, (curves, wave), look));
    chip
}

/// The chip as a button: its name tells which curves are drawn, its tip the wave too.
fn chip_button_ui(ui: &Ui, chip: Rect, (curves, wave): (&mut CurveChoice, &str), look: Look) -> Response {
    let texts = look.texts;
    let drawn: Vec<_> = switches(curves, look).into_iter().filter(|(_, on, _)| **on).map(|(name, ..)| name).collect();
    let drawn = if drawn.is_empty() { texts.canvas_curves_none().to_owned() } else { drawn.join(", ") };
    let name = texts.canvas_curves(drawn);
    let tip = [name.as_str(), wave, texts.canvas_tip_curves()].into_iter().filter(|line| !line.is_empty());
    let tip = tip.collect::<Vec<_>>().join("\n");
    let info = WidgetInfo::labeled(accesskit::Role::Button, true, &name);
    let response = button(ui, Id::unique("canvas curves"), chip, (look, info)).tip(tip);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        if !wave.is_empty() {
            node.set_description(wave);
        }
    });
    response
}

fn menu_ui(ui: &mut Ui, (curves, wave): (&mut CurveChoice, &str), look: Look) {
    ui.set_width(MENU);
    for (name, on, sample) in switches(curves, look) {
        ui.horizontal(|ui| {
            ui.checkbox(on, name);
            let (place, _) = ui.allocate_exact_size(vec2(SAMPLE, ui.spacing().interact_size.y), Sense::hover());
            paint_sample(ui, (place.left_center(), SAMPLE), sample, opacity(*on));
        });
    }
    if !wave.is_empty() {
        ui.separator();
        ui.add(Label::new(theme::note(wave, look.palette, Role::Soft)).wrap());
    }
}

/// The angle of a drop-down.
fn paint_angle(ui: &Ui, center: Pos2, look: Look) {
    let corners = [vec2(-4.0, -2.0), vec2(0.0, 2.0), vec2(4.0, -2.0)].map(|corner| center + corner);
    let line = Stroke::new(theme::CHEVRON, theme::color(look.palette, Role::Soft));
    ui.painter().line(corners.to_vec(), line);
}

/// Paints the sample of a curve's line, as on the switches.
pub(super) fn paint_curve_sample(ui: &Ui, start: Pos2, curve: Curve, look: Look) {
    let ink = Stroke::new(2.4, theme::color(look.palette, Role::Ink));
    let sample = match curve {
        Curve::Actual => Sample::Solid(ink),
        Curve::Expected => Sample::Dashed(ink),
    };
    paint_sample(ui, (start, SAMPLE), sample, 1.0);
}

fn paint_sample(ui: &Ui, (start, length): (Pos2, f32), sample: Sample, opacity: f32) {
    let fade = |stroke: Stroke| Stroke::new(stroke.width, stroke.color.gamma_multiply(opacity));
    let ends = [start, start + vec2(length, 0.0)];
    match sample {
        Sample::Solid(stroke) => {
            ui.painter().line_segment(ends, fade(stroke));
        }
        Sample::Dashed(stroke) => {
            ui.painter().extend(Shape::dashed_line(&ends, fade(stroke), 5.0, 3.5));
        }
    }
}
