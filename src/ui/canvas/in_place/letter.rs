//! A field that one letter opened which elsewhere chooses a tool: a quiet line says so, and Esc takes the letter back.
//!
//! Must not know when typing begins a text.

use super::Open;
use crate::{
    editor::Tool,
    scene::{FontWeight, Role},
    ui::{Command, Look, theme},
};
use egui::{CornerRadius, Id, Rect, Sense, Ui, WidgetInfo, accesskit, vec2};

/// Between the field and the line, and room around its words, in points.
const APART: f32 = 6.0;
const AIR: egui::Vec2 = vec2(8.0, 4.0);

/// The letter that opened a field, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Letter(String);

impl Letter {
    /// What was typed, where it is just a letter that chooses a tool.
    pub(super) fn of(typed: &str) -> Option<Self> {
        let is_key = |tool: &Tool| {
            let keys = Command::Tool(*tool).keys();
            keys.iter().any(|keys| keys.shortcut.logical_key.name().eq_ignore_ascii_case(typed))
        };
        Tool::ALL.iter().any(is_key).then(|| Self(typed.to_owned()))
    }
}

impl Open {
    /// The letter that opened the field, while nothing else was typed.
    fn only_letter(&self) -> Option<&str> {
        self.letter.as_ref().map(|letter| letter.0.as_str()).filter(|letter| *letter == self.text)
    }

    /// Takes back the letter that opened the field, while nothing else was typed: who meant the tool keeps the text.
    pub(super) fn take_letter_back(&mut self) {
        if self.only_letter().is_some() {
            self.before.clone_into(&mut self.text);
        }
    }
}

/// Says under the field, or over it where there is no room, that the letter is text here and how the tool is had.
pub(super) fn letter_ui(ui: &Ui, open: &Open, (field, view): (Rect, Rect), look: Look) {
    let Some(letter) = open.only_letter() else { return };
    let text = look.texts.canvas_letter_is_text(letter.to_uppercase());
    let color = |role| theme::color(look.palette, role);
    let font = theme::font(FontWeight::Regular, theme::SMALL);
    let galley = ui.painter().layout_no_wrap(text.clone(), font, color(Role::Soft));
    let size = galley.size() + 2.0 * AIR;
    let is_below = field.max.y + APART + size.y <= view.max.y;
    let top = if is_below { field.max.y + APART } else { field.min.y - APART - size.y };
    let left = field.min.x.min(view.max.x - size.x).max(view.min.x);
    let place = Rect::from_min_size(egui::pos2(left, top), size);
    ui.painter().rect_filled(place, CornerRadius::same(theme::RADIUS), color(Role::Card));
    ui.painter().galley(place.min + AIR, galley, color(Role::Soft));
    let line = ui.interact(place, Id::unique("letter is text"), Sense::hover());
    line.widget_info(|| WidgetInfo::labeled(accesskit::Role::Label, true, &text));
}
