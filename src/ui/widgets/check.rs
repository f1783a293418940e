//! A check box in a colour of its own. Must not know what is switched.

use super::Desk;
use crate::{
    scene::{FontWeight, Role},
    ui::theme,
};
use egui::{Align2, Response, Role as NodeRole, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

/// Side of the box, in points.
const BOX: f32 = 16.0;
/// Space between box and words, in points.
const GAP: f32 = 10.0;

/// A check box; `role` colours it while it is on. Answers whether it was pressed.
pub fn check_ui(ui: &mut Ui, desk: &Desk<'_>, is_on: bool, text: &str, role: Role) -> Response {
    let font = theme::font(FontWeight::Regular, theme::BODY);
    let room = ui.available_width() - BOX - GAP;
    let galley = ui.painter().layout(text.to_owned(), font, desk.color(Role::Ink), room);
    let size = vec2(BOX + GAP + galley.size().x, galley.size().y.max(theme::PRESSABLE.y));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(NodeRole::CheckBox, ui.is_enabled(), is_on, text));
    let square = Align2::LEFT_CENTER.align_size_within_rect(vec2(BOX, BOX), rect);
    let fill = if is_on { desk.color(role) } else { desk.color(Role::Card) };
    let border = if is_on { role } else { Role::Faint };
    let line = Stroke::new(1.0, desk.color(border));
    ui.painter().rect(square, 4.0, fill, line, egui::StrokeKind::Inside);
    if is_on {
        let at = |x, y| pos2(square.left() + x, square.top() + y);
        let tick = vec![at(4.0, 8.0), at(7.0, 11.5), at(12.5, 4.5)];
        ui.painter().line(tick, Stroke::new(2.0, desk.color(Role::OnColor)));
    }
    let text_at = pos2(square.right() + GAP, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(text_at, galley, desk.color(Role::Ink));
    if response.has_focus() {
        theme::paint_focus_ring(ui.painter(), square.expand(1.0), 5, desk.palette());
    }
    response
}
