//! A menu that may be longer than the window: what does not fit is scrolled to, by wheel and by keys.
//!
//! Must not know what is in a menu.

use egui::{InnerResponse, Response, ScrollArea, Ui, WidgetText};

/// What the window keeps around a menu, in points: the menu bar, the frame, air.
const AROUND: f32 = 72.0;
/// A menu is shown with no less than this.
const LEAST: f32 = 120.0;

/// Adds a button to a menu bar that opens a menu as high as the window at the most.
pub fn menu_button<R>(
    ui: &mut Ui,
    name: impl Into<WidgetText>,
    add: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<Option<R>> {
    let shown = ui.menu_button(name.into(), |ui| in_window(ui, add));
    follow_focus(&shown.response);
    shown
}

/// Shows the entries of a menu that is already open, as high as the window at the most.
pub fn in_window<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
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
