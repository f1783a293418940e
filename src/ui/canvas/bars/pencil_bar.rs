//! Which curve the pencil draws, over the tool bar while the pencil is in the hand.
//!
//! Must not know how a sweep goes.

use super::{Words, button, curve_bar, paint_ground};
use crate::{
    editor::Tool,
    map::Curve,
    scene::{FontWeight, Role},
    ui::{Command, Look, theme, tip::Tip},
};
use egui::{Align2, CornerRadius, Id, Rect, Ui, WidgetInfo, accesskit, pos2, vec2};

/// Height of the bar and its distance from the tool bar, in points.
const HEIGHT: f32 = 34.0;
const ABOVE: f32 = 8.0;
/// Room around the buttons, and between them.
const PADDING: f32 = 4.0;
/// Air in a button beside the line's sample and the name.
const AIR: f32 = 10.0;
const NAME: Words = Words::new(FontWeight::Medium, 12.0, Role::Ink);
const CHOSEN: Words = Words::new(FontWeight::Medium, 12.0, Role::Accent);

/// Shows the bar over the pencil's end of the tool bar, above the `others` that are in its way; returns where it stands
/// and the curve that was pressed.
pub(in super::super) fn pencil_bar_ui(
    ui: &Ui,
    (tools, others): (Rect, &[Rect]),
    pencil: Curve,
    look: Look,
) -> (Rect, Option<Curve>) {
    let curves = [(Curve::Actual, look.texts.curve_actual()), (Curve::Expected, look.texts.curve_expected())];
    let width_of = |name: &str| curve_bar::SAMPLE + 3.0 * AIR + NAME.width(ui, name);
    let width = curves.iter().map(|(_, name)| width_of(name)).sum::<f32>() + 3.0 * PADDING;
    let min = pos2(tools.max.x - width, tools.min.y - ABOVE - HEIGHT);
    let mut bar = Rect::from_min_size(min, vec2(width, HEIGHT));
    while let Some(in_way) = others.iter().find(|other| other.intersects(bar)) {
        bar = bar.translate(vec2(0.0, in_way.min.y - ABOVE - bar.max.y));
    }
    paint_ground(ui, bar, 10, look.palette);
    let (mut left, mut pressed) = (bar.min.x + PADDING, None);
    for (curve, name) in curves {
        let size = vec2(width_of(name), HEIGHT - 2.0 * PADDING);
        let rect = Rect::from_min_size(pos2(left, bar.min.y + PADDING), size);
        if curve_ui(ui, rect, (curve, name), (curve == pencil, look)) {
            pressed = Some(curve);
        }
        left = rect.max.x + PADDING;
    }
    (bar, pressed)
}

/// Shows a curve's button; whether it was pressed.
fn curve_ui(ui: &Ui, rect: Rect, (curve, name): (Curve, &str), (is_chosen, look): (bool, Look)) -> bool {
    if is_chosen {
        ui.painter().rect_filled(rect, CornerRadius::same(7), theme::color(look.palette, Role::AccentTint));
    }
    let command = match curve {
        Curve::Actual => Command::Tool(Tool::Pencil),
        Curve::Expected => Command::ExpectedPencil,
    };
    let tip = look.texts.canvas_tip_pencil_curve(name, command.keys_text(ui.ctx()));
    let info = WidgetInfo::selected(accesskit::Role::RadioButton, true, is_chosen, &tip);
    let response = button(ui, Id::unique(("canvas pencil", curve)), rect, (look, info));
    let start = pos2(rect.min.x + AIR, rect.center().y);
    curve_bar::paint_curve_sample(ui, start, curve, look);
    let words = if is_chosen { CHOSEN } else { NAME };
    words.paint(ui, start + vec2(curve_bar::SAMPLE + AIR, 0.0), Align2::LEFT_CENTER, (name, look.palette));
    response.tip(tip).clicked()
}
