//! The few widgets the window's frame is built of: headings, the main button, a menu entry.
//!
//! Must not know what they are used for.

use super::{Command, Look, theme, widgets::follow_focus};
use crate::{
    editor::Editor,
    scene::{FontWeight, Palette, Role},
};
use egui::{
    Button, Frame, Id, Modal, Response, RichText, Ui,
    text::{LayoutJob, TextFormat},
};
use std::ops::Range;

/// A dialog in the middle of the window, with room around what stands in it. `name` tells it from others: egui keeps
/// the size of one that it knows.
pub fn modal(ctx: &egui::Context, name: impl std::hash::Hash + std::fmt::Debug) -> Modal {
    Modal::new(Id::unique(("dialog", name))).frame(Frame::popup(&ctx.global_style()).inner_margin(24))
}

/// The title of a panel or dialog: 19 points, semi-bold.
pub fn heading(text: impl Into<String>, palette: Palette) -> RichText {
    RichText::new(text).font(theme::font(FontWeight::SemiBold, theme::TITLE)).color(theme::color(palette, Role::Ink))
}

/// The title of a group: 12.5 points, semi-bold, soft.
pub fn group(text: impl Into<String>, palette: Palette) -> RichText {
    RichText::new(text).font(theme::font(FontWeight::SemiBold, 12.5)).color(theme::color(palette, Role::Soft))
}

/// A text in one paragraph, some byte ranges of it in the second of two formats.
pub fn emphasised(text: &str, ranges: &[Range<usize>], (plain, fits): (TextFormat, TextFormat)) -> LayoutJob {
    let mut job = LayoutJob::default();
    let mut done = 0;
    for range in ranges {
        job.append(text.get(done..range.start).unwrap_or_default(), 0.0, plain.clone());
        job.append(text.get(range.clone()).unwrap_or_default(), 0.0, fits.clone());
        done = range.end;
    }
    job.append(text.get(done..).unwrap_or_default(), 0.0, plain);
    job
}

/// The one button of a dialog that goes on.
pub fn main_button(text: impl Into<String>, palette: Palette) -> Button<'static> {
    let text =
        RichText::new(text).font(theme::font(FontWeight::SemiBold, 12.5)).color(theme::color(palette, Role::OnColor));
    Button::new(text).fill(theme::color(palette, Role::Accent))
}

/// A command in a menu, with its keys; greyed where it cannot be carried out. Notes it in `asked` when chosen.
pub fn command_ui(
    ui: &mut Ui,
    command: Command,
    editor: Option<&Editor>,
    look: Look,
    asked: &mut Vec<Command>,
) -> Response {
    named_command_ui(ui, command.text_now(editor, look.texts).to_owned(), command, editor, asked)
}

/// A command in a menu that is one of several choices, or is switched on; always can be carried out.
pub fn chosen_command_ui(
    ui: &mut Ui,
    command: Command,
    is_chosen: bool,
    look: Look,
    asked: &mut Vec<Command>,
) -> Response {
    let keys = command.keys_text(ui.ctx());
    let button = Button::selectable(is_chosen, command.text(look.texts));
    let button = if keys.is_empty() { button } else { button.shortcut_text(keys) };
    let response = ui.add(button);
    if response.clicked() {
        asked.push(command);
        ui.close();
    }
    response
}

/// Like [`command_ui`], under another name.
pub fn named_command_ui(
    ui: &mut Ui,
    name: String,
    command: Command,
    editor: Option<&Editor>,
    asked: &mut Vec<Command>,
) -> Response {
    let keys = command.keys_text(ui.ctx());
    let button = if keys.is_empty() { Button::new(name) } else { Button::new(name).shortcut_text(keys) };
    let response = ui.add_enabled(command.is_enabled(editor), button);
    follow_focus(&response);
    if response.clicked() {
        asked.push(command);
        ui.close();
    }
    response
}
