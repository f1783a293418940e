//! The row of buttons under the guide: leave with what is there, back, on. Must not know what a step asks.

use super::{GuidePage, NextFocus, Turn};
use crate::{
    editor::GuidedStep,
    scene::{FontWeight, Role},
    ui::{
        Look, theme,
        tip::{CutLabel, Tip},
        widgets::Row,
    },
};
use egui::{Align, Button, Key, KeyboardShortcut, Modifiers, RichText, Ui, vec2};

pub(super) fn foot_ui(ui: &mut Ui, page: &mut GuidePage, look: Look) -> Turn {
    let texts = look.texts;
    let step = page.guide.step;
    ui.add_space(16.0);
    let mut row = Row::new(ui, 34.0, Align::Center);
    let is_left = row.begin(ui, |ui| {
        let words = if page.guide.has_content() { texts.guide_leave() } else { texts.guide_cancel() };
        let keys = key_text(ui, Key::Escape);
        let leave = ui.add(Button::new(words).min_size(vec2(92.0, 32.0))).tip(keys);
        if page.guide.has_content() {
            let note = theme::note(texts.guide_leave_note(), look.palette, Role::Soft);
            // It tells the key too.
            ui.add(CutLabel::new(note));
        }
        leave.clicked()
    });
    row.end(ui, |ui| {
        let keys = key_text(ui, Key::PageUp);
        let back = Button::new(texts.guide_back()).shortcut_text(hint(&keys, Role::Faint, look));
        let back = ui.add_enabled(step.previous().is_some(), back.min_size(vec2(92.0, 32.0)));
        let is_back = back.accessible_name(texts.guide_back()).tip(keys).clicked();
        let words = if step.next().is_some() { texts.guide_next() } else { texts.guide_finish() };
        let go = go_ui(ui, (words, step), look);
        if page.next_focus == Some(NextFocus::Go) {
            page.next_focus = None;
            go.request_focus();
        }
        match (go.clicked(), is_back, is_left) {
            (true, _, _) => Turn::Next,
            (_, true, _) => Turn::Back,
            (_, _, true) => Turn::Leave,
            (false, false, false) => Turn::Stay,
        }
    })
}

fn go_ui(ui: &mut Ui, (words, step): (&str, GuidedStep), look: Look) -> egui::Response {
    let font = theme::font(FontWeight::SemiBold, theme::BODY);
    let white = theme::color(look.palette, Role::OnColor);
    let keys = ui.ctx().format_shortcut(&KeyboardShortcut::new(Modifiers::COMMAND, Key::Enter));
    let button = Button::new(RichText::new(words).font(font).color(white))
        .shortcut_text(hint(&keys, Role::OnColor, look))
        .fill(theme::color(look.palette, Role::Accent))
        .min_size(vec2(128.0, 32.0));
    // Page down leads to the next question, and out of none.
    let also = step.next().map(|_| format!(", {}", key_text(ui, Key::PageDown))).unwrap_or_default();
    let response = ui.add(button).accessible_name(words).tip(keys + &also);
    if response.has_focus() {
        theme::paint_focus_ring(ui.painter(), response.rect.expand(3.0), theme::RADIUS, look.palette);
    }
    response
}

/// The keys of a button, small beside its word.
fn hint(keys: &str, role: Role, look: Look) -> RichText {
    theme::note(keys, look.palette, role)
}

fn key_text(ui: &Ui, key: Key) -> String {
    ui.ctx().format_shortcut(&KeyboardShortcut::new(Modifiers::NONE, key))
}
