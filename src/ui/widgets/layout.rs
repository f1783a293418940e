//! How rows of a panel are set: section labels, labelled rows, lines between sections, sentences.
//!
//! Must not know the map.

use crate::{
    scene::Role,
    ui::{Look, theme},
};
use egui::{Align, Layout, RichText, Sense, Ui, UiBuilder, vec2};

/// Width of the label column of a row.
const LABEL_WIDTH: f32 = 70.0;
/// Height of a row with one field.
pub(super) const ROW_HEIGHT: f32 = 26.0;

/// A section's label, with air above.
pub fn section(ui: &mut Ui, look: Look, title: &str) {
    ui.add_space(6.0);
    ui.label(theme::label(title, look.palette));
}

/// A hairline between two sections.
pub fn line(ui: &mut Ui) {
    ui.add_space(6.0);
    ui.separator();
}

/// A sentence in small type that wraps.
pub fn sentence(ui: &mut Ui, look: Look, text: &str, role: Role) {
    ui.label(theme::note(text, look.palette, role));
}

/// A row with a soft label on the left and `content` filling the rest. A label too long for its column stands in a
/// line of its own.
pub fn labelled<R>(ui: &mut Ui, look: Look, label: &str, content: impl FnOnce(&mut Ui) -> R) -> R {
    let soft = theme::color(look.palette, Role::Soft);
    let text = RichText::new(label).size(theme::LABEL).color(soft);
    let font = theme::font(crate::scene::FontWeight::Regular, theme::LABEL);
    let width = ui.painter().layout_no_wrap(label.to_owned(), font, soft).size().x;
    if width > LABEL_WIDTH - 4.0 {
        ui.label(text);
        return content(ui);
    }
    let row = Layout::left_to_right(Align::Min);
    ui.with_layout(row, |ui| {
        let (place, _) =
            ui.allocate_exact_size(vec2(LABEL_WIDTH - ui.spacing().item_spacing.x, ROW_HEIGHT), Sense::hover());
        let inside = UiBuilder::new().max_rect(place).layout(Layout::left_to_right(Align::Center));
        ui.new_child(inside).label(text);
        ui.with_layout(Layout::top_down(Align::Min), content).inner
    })
    .inner
}
