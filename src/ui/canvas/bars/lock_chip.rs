//! The sign that the structure is locked, at the top right: says so, and unlocks at a press.
//!
//! Must not know what the lock forbids.

use super::{SIDE, Words, button, paint_ground};
use crate::{
    scene::{FontWeight, Role},
    ui::{Command, Look, theme},
};
use egui::{Align2, CornerRadius, Id, Pos2, Rect, Stroke, Ui, WidgetInfo, accesskit, pos2, vec2};

/// Distance of the chip from the top of the view, in points.
const TOP: f32 = 14.0;
/// Height of the chip.
const HEIGHT: f32 = 30.0;
/// Room for the padlock and air beside the words.
const AROUND: f32 = 46.0;
/// Between the chip and what stands beside it.
const APART: f32 = 16.0;
const TEXT: Words = Words::new(FontWeight::Medium, 12.5, Role::Ink);

/// In a narrower view the chip stands in a line of its own, in points.
const ROOM_BESIDE: f32 = 720.0;

/// The chip as it is shown.
#[derive(Clone, Copy)]
pub(in super::super) struct LockChip {
    /// Where it stands.
    pub chip: Rect,
    /// What it leaves of the view to the bar beside it.
    pub left_over: Rect,
    /// Whether it was pressed.
    pub is_pressed: bool,
}

/// Shows the chip at the top right of `view`, a line lower where the view is narrow.
pub(in super::super) fn lock_chip_ui(ui: &Ui, view: Rect, look: Look) -> LockChip {
    let text = look.texts.canvas_locked();
    let size = vec2(TEXT.width(ui, text) + AROUND, HEIGHT);
    let chip = Rect::from_min_size(pos2(view.max.x - SIDE - size.x, view.min.y + TOP), size);
    let is_narrow = view.width() < ROOM_BESIDE;
    let chip = if is_narrow { chip.translate(vec2(0.0, HEIGHT + 8.0)) } else { chip };
    let left_over = if is_narrow { view } else { view.with_max_x(chip.min.x + SIDE - APART) };
    paint_ground(ui, chip, 15, look.palette);
    let info = WidgetInfo::labeled(accesskit::Role::Button, true, text);
    let response = button(ui, Id::unique("canvas lock"), chip, (look, info));
    paint_padlock(ui, pos2(chip.min.x + 19.0, chip.center().y), look);
    TEXT.paint(ui, pos2(chip.min.x + 32.0, chip.center().y), Align2::LEFT_CENTER, (text, look.palette));
    let keys = Command::LockStructure.keys_text(ui.ctx());
    let is_pressed = response.on_hover_text(look.texts.canvas_tip_locked(keys)).clicked();
    LockChip { chip, left_over, is_pressed }
}

/// A closed padlock, 11 points wide.
fn paint_padlock(ui: &Ui, center: Pos2, look: Look) {
    let color = theme::color(look.palette, Role::Accent);
    let body = Rect::from_center_size(center + vec2(0.0, 2.5), vec2(11.0, 8.0));
    ui.painter().rect_filled(body, CornerRadius::same(2), color);
    let top = pos2(center.x, body.min.y - 1.5);
    let arc = (0u8..=12).map(|at| top - 3.2 * egui::Vec2::angled(std::f32::consts::PI * f32::from(at) / 12.0));
    let ends = [pos2(center.x - 3.2, body.min.y), pos2(center.x + 3.2, body.min.y)];
    let [left, right] = ends;
    let bow = std::iter::once(left).chain(arc).chain(std::iter::once(right)).collect();
    ui.painter().line(bow, Stroke::new(1.6, color));
}
