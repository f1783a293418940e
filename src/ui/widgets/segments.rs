//! A choice among a few, side by side. Must not know what is chosen.

use super::Desk;
use crate::{scene::Role, ui::tip::Tip};
use egui::{Button, RichText, Stroke, Ui, vec2};

/// Space between two segments, in points.
const GAP: f32 = 4.0;
/// Height of a segment, in points.
const HEIGHT: f32 = 28.0;

/// Shows `choices` side by side, as wide as there is room; answers with what was pressed. `current` is `None` where
/// several things differ.
pub fn segments_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    desk: &Desk<'_>,
    current: Option<T>,
    choices: &[(T, &str)],
) -> Option<T> {
    let count = choices.iter().fold(0.0, |sum: f32, _| sum + 1.0).max(1.0);
    let width = (ui.available_width() - GAP * (count - 1.0)) / count;
    let mut pressed = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        ui.spacing_mut().button_padding.x = 4.0;
        for (value, text) in choices {
            let is_current = current == Some(*value);
            let (role, line) = if is_current { (Role::Accent, Role::Accent) } else { (Role::Ink, Role::Hairline) };
            let button = Button::selectable(is_current, RichText::new(*text).color(desk.color(role)))
                .frame_when_inactive(true)
                .stroke(Stroke::new(1.0, desk.color(line)))
                .truncate();
            let response = ui.add_sized(vec2(width, HEIGHT), button).tip(*text);
            if response.has_focus() {
                crate::ui::theme::paint_focus_ring(ui.painter(), response.rect, 6, desk.palette());
            }
            if response.clicked() {
                pressed = Some(*value);
            }
        }
    });
    pressed.filter(|value| current != Some(*value))
}
