//! Buttons of panels: quiet ones that add, signs that move or remove, rows that select.
//!
//! Must not know what they cause.

use super::Desk;
use crate::{
    scene::{FontWeight, Role},
    ui::{theme, tip::Tip},
};
use egui::{Atom, Button, Response, RichText, Ui, vec2};

/// A framed button with words.
pub fn text_button(ui: &mut Ui, text: &str) -> Response {
    ui.add(Button::new(text).wrap())
}

/// `+ add`, in the accent, without a frame; `name` says what is added.
pub fn add_button(ui: &mut Ui, desk: &Desk<'_>, name: &str) -> Response {
    let text = format!("+ {}", desk.texts().inspector_add());
    let text = RichText::new(text).font(theme::font(FontWeight::Medium, theme::SMALL)).color(desk.color(Role::Accent));
    bare(ui, desk, text).accessible_name(name).tip(name)
}

/// A sign such as `↑` without a frame; `name` says what it does.
pub fn icon_button(ui: &mut Ui, desk: &Desk<'_>, sign: &str, name: &str) -> Response {
    let text = RichText::new(sign).font(theme::font(FontWeight::Medium, theme::BODY)).color(desk.color(Role::Soft));
    bare(ui, desk, text).accessible_name(name).tip(name)
}

/// A framed button in the colour of faults that takes away what a panel shows.
pub fn remove_button(ui: &mut Ui, desk: &Desk<'_>, text: &str) -> Response {
    ui.add_space(8.0);
    ui.add(Button::new(RichText::new(text).color(desk.color(Role::Negative))).wrap())
}

/// A button that changes stages or touchpoints: greyed while it is held by the lock of the structure, and then its
/// tooltip says why.
pub fn unless_held(ui: &mut Ui, desk: &Desk<'_>, is_held: bool, button: impl FnOnce(&mut Ui) -> Response) -> Response {
    let response = ui.add_enabled_ui(!is_held, button).inner;
    response.tip_if_greyed(desk.texts().edit_error_structure_locked())
}

/// A row that can be pressed to select what it names; it ends with an ellipsis where it is too narrow.
pub fn row_button(ui: &mut Ui, width: f32, text: &str) -> Response {
    let font = theme::font(FontWeight::Regular, theme::BODY);
    let room = width - 2.0 * ui.spacing().button_padding.x;
    let is_cut = ui.painter().layout_no_wrap(text.to_owned(), font.clone(), ui.visuals().text_color()).size().x > room;
    let size = vec2(width, theme::PRESSABLE.y);
    let words = RichText::new(text).font(font);
    let button = Button::new((words, Atom::grow())).truncate().min_size(size).frame_when_inactive(false);
    let response = ui.scope(|ui| {
        ui.set_max_width(width);
        ui.add(button)
    });
    if is_cut { response.inner.tip(text) } else { response.inner }
}

fn bare(ui: &mut Ui, desk: &Desk<'_>, text: RichText) -> Response {
    let response = ui.scope(|ui| {
        ui.spacing_mut().button_padding = vec2(4.0, 2.0);
        ui.add(Button::new(text).frame(false).min_size(theme::PRESSABLE))
    });
    if response.inner.has_focus() {
        theme::paint_focus_ring(ui.painter(), response.inner.rect, theme::RADIUS, desk.palette());
    }
    response.inner
}
