//! The tool bar: each tool's name with its key under it.
//!
//! Must not know what a tool does.

use super::{Words, button, paint_ground};
use crate::{
    editor::Tool,
    scene::{FontWeight, Role},
    texts::Texts,
    ui::{Command, Look, command::tool_text, theme},
};
use egui::{Align2, CornerRadius, Id, Rect, Ui, WidgetInfo, accesskit, pos2, vec2};

/// Height of the bar, in points.
const HEIGHT: f32 = 48.0;
/// Distance of the bar from the bottom of the view.
const BOTTOM: f32 = 16.0;
/// Room around the buttons inside the bar.
const PADDING: f32 = 5.0;
/// Room between two buttons.
const GAP: f32 = 6.0;
/// Room that the bar keeps to the sides of a narrow view.
const LEAST_SIDE: f32 = 8.0;
/// The narrowest button in a view that has room.
const LEAST_WIDTH: f32 = 68.0;
const NAME: Words = Words::new(FontWeight::Medium, 11.0, Role::Ink);
const CHOSEN: Words = Words::new(FontWeight::Medium, 11.0, Role::Accent);
const KEY: Words = Words::new(FontWeight::Medium, 10.0, Role::Faint);

/// Shows the bar at the bottom middle of `view` and lets the person choose; returns where it stands.
pub(in super::super) fn tool_bar_ui(ui: &Ui, view: Rect, tool: &mut Tool, look: Look) -> Rect {
    let usual = Tool::ALL.map(|tool| NAME.width(ui, tool_text(tool, look.texts)).max(LEAST_WIDTH - 16.0) + 16.0);
    let around = GAP * 5.0 + 2.0 * PADDING;
    // Where the view is too narrow (a small window, a large interface) all buttons shrink alike.
    let room = (view.width() - 2.0 * LEAST_SIDE - around).max(6.0);
    let share = (room / usual.iter().sum::<f32>()).min(1.0);
    let widths = usual.map(|width| width * share);
    let width = widths.iter().sum::<f32>() + around;
    let min = pos2((view.center().x - width / 2.0).round(), view.max.y - BOTTOM - HEIGHT);
    let bar = Rect::from_min_size(min, vec2(width, HEIGHT));
    paint_ground(ui, bar, 12, look.palette);
    let mut left = bar.min.x + PADDING;
    for (choice, width) in Tool::ALL.into_iter().zip(widths) {
        let rect = Rect::from_min_size(pos2(left, bar.min.y + PADDING), vec2(width, HEIGHT - 2.0 * PADDING));
        tool_ui(ui, rect, choice, tool, look);
        left += width + GAP;
    }
    bar
}

fn tool_ui(ui: &Ui, rect: Rect, choice: Tool, tool: &mut Tool, look: Look) {
    let is_chosen = *tool == choice;
    let (name, key) = (tool_text(choice, look.texts), Command::Tool(choice).keys_text(ui.ctx()));
    if is_chosen {
        ui.painter().rect_filled(rect, CornerRadius::same(8), theme::color(look.palette, Role::AccentTint));
    }
    let info = WidgetInfo::selected(accesskit::Role::RadioButton, true, is_chosen, name);
    let response = button(ui, Id::unique(("canvas tool", choice)), rect, (look, info));
    let words = if is_chosen { CHOSEN } else { NAME };
    let name_galley = words.cut_galley(ui, name, rect.width() - 4.0, look.palette);
    let place = Align2::CENTER_CENTER.anchor_size(pos2(rect.center().x, rect.min.y + 13.0), name_galley.size());
    ui.painter().galley(place.min, name_galley, theme::color(look.palette, words.role));
    KEY.paint(ui, pos2(rect.center().x, rect.max.y - 10.0), Align2::CENTER_CENTER, (&key, look.palette));
    if response.on_hover_text(tip_of(choice, &key, look.texts)).clicked() {
        *tool = choice;
    }
}

fn tip_of(tool: Tool, key: &str, texts: Texts) -> String {
    match tool {
        Tool::Select => texts.canvas_tip_select(key),
        Tool::Hand => texts.canvas_tip_hand(key),
        Tool::Stage => texts.canvas_tip_stage(key),
        Tool::Touchpoint => texts.canvas_tip_touchpoint(key),
        Tool::Note => texts.canvas_tip_note(key),
        Tool::Link => texts.canvas_tip_link(key),
    }
}
