//! A menu that may be longer than the window: what does not fit is scrolled to, by wheel and by keys.
//!
//! Must not know what is in a menu.

use crate::ui::menu_keys::{self, Kind};
use egui::{
    Button, InnerResponse, Popup, Response, ScrollArea, SetOpenCommand, Ui, Vec2, WidgetText,
    containers::menu::{SubMenuButton, is_in_menu},
};

/// What the window keeps around a menu, in points: the menu bar, the frame, air.
const AROUND: f32 = 72.0;
/// A menu is shown with no less than this.
const LEAST: f32 = 120.0;

/// Adds a button to a menu bar that opens a menu as high as the window at the most; in a menu, one that opens a submenu.
pub fn menu_button<R>(
    ui: &mut Ui,
    name: impl Into<WidgetText>,
    add: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<Option<R>> {
    let name = name.into();
    if !is_in_menu(ui) {
        return bar_menu(ui, Button::new(name), add);
    }
    let (response, shown) = SubMenuButton::new(name).ui(ui, |ui| in_window(ui, add));
    menu_keys::note_submenu(&response);
    follow_focus(&response);
    InnerResponse::new(shown.map(|shown| shown.inner), response)
}

/// Adds a button of any look to a menu bar. While a menu of the bar is open, the pointer opens the others by going there;
/// by merely resting there it would take a menu back that a key has opened.
pub fn bar_menu<R>(ui: &mut Ui, button: Button<'_>, add: impl FnOnce(&mut Ui) -> R) -> InnerResponse<Option<R>> {
    let response = ui.add(button);
    menu_keys::note_bar(&response);
    let mut menu = Popup::menu(&response);
    let is_pointed = response.hovered() && ui.input(|input| input.pointer.delta() != Vec2::ZERO);
    if is_pointed && !response.clicked() && !menu.is_open() && menu_keys::is_bar_open(ui.ctx()) {
        menu = menu.open_memory(SetOpenCommand::Bool(true));
    }
    let shown = menu.show(|ui| in_window(ui, add));
    InnerResponse::new(shown.map(|shown| shown.inner), response)
}

/// Shows the entries of a menu that is already open, as high as the window at the most.
pub fn in_window<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    menu_keys::note(ui, Kind::List);
    let height = (ui.ctx().content_rect().height() - AROUND).max(LEAST);
    ui.spacing_mut().scroll.bar_outer_margin = 0.0;
    ScrollArea::vertical().max_height(height).min_scrolled_height(height).show(ui, add).inner
}

/// Brings an entry that got the keyboard into view.
pub fn follow_focus(response: &Response) {
    if response.gained_focus() {
        response.scroll_to_me_animation(None, egui::style::ScrollAnimation::none());
    }
}
