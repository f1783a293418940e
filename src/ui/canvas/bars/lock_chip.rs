//! The sign that the structure is locked, at the top right: says so, where there is room in words, and unlocks at a press.
//!
//! Must not know what the lock forbids.

use super::{Words, button, paint_ground, upper::Form};
use crate::{
    scene::{FontWeight, Role},
    ui::{Command, Look, theme, tip::Tip},
};
use egui::{Align2, CornerRadius, Id, Pos2, Rect, Stroke, Ui, WidgetInfo, accesskit, pos2, vec2};

/// Room for the padlock and air beside the words, in points.
const AROUND: f32 = 46.0;
/// Width of the padlock with air.
const ALONE: f32 = 34.0;
const TEXT: Words = Words::new(FontWeight::Medium, 12.5, Role::Ink);

/// Width of the chip with its words and without.
pub(super) fn widths(ui: &Ui, look: Look) -> (f32, f32) {
    (TEXT.width(ui, look.texts.canvas_locked()) + AROUND, ALONE)
}

/// Shows the chip; whether it was pressed.
pub(super) fn lock_chip_ui(ui: &Ui, chip: Rect, form: Form, look: Look) -> bool {
    let text = look.texts.canvas_locked();
    paint_ground(ui, chip, 15, look.palette);
    let info = WidgetInfo::labeled(accesskit::Role::Button, true, text);
    let response = button(ui, Id::unique("canvas lock"), chip, (look, info));
    let keys = Command::LockStructure.keys_text(ui.ctx());
    let tip = look.texts.canvas_tip_locked(keys);
    let tip = match form {
        Form::Whole => {
            paint_padlock(ui, pos2(chip.min.x + 19.0, chip.center().y), look);
            TEXT.paint(ui, pos2(chip.min.x + 32.0, chip.center().y), Align2::LEFT_CENTER, (text, look.palette));
            tip
        }
        Form::Small => {
            paint_padlock(ui, chip.center(), look);
            format!("{text}\n{tip}")
        }
    };
    response.tip(tip).clicked()
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
