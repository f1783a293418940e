//! The bars that float over the map: personas and curves at the top (`upper`), tools, zoom and status at the bottom
//! (`lower`), and what they leave of the view.
//!
//! Each tells where it stands, so that the hand leaves it alone. Must not know gestures or the scene.

mod curve_bar;
mod lock_chip;
mod lower;
mod minimap;
mod pencil_bar;
mod persona_chip;
mod persona_legend;
mod status_bar;
mod tool_bar;
mod upper;
mod zoom_box;

pub(super) use lower::{Lower, insets, lower};
pub(super) use minimap::{Minimap, minimap_end, minimap_ui};
pub(super) use pencil_bar::pencil_bar_ui;
pub(super) use persona_chip::first_id;
pub use status_bar::Progress;
pub(super) use status_bar::{StatusRequest, status_ui};
pub(super) use tool_bar::{Letters, tool_bar_ui};
pub(super) use upper::upper_ui;
pub(super) use zoom_box::{ZoomRequest, percent_of, zoom_box_ui};

use crate::{
    scene::{FontWeight, Palette, Role},
    ui::{Look, theme, tip::Tip},
};
use egui::{Align2, CornerRadius, Id, Pos2, Rect, Response, Sense, Shadow, Stroke, StrokeKind, Ui, WidgetInfo};

/// Distance of a bar from the sides of the view, in points, and the width below which it is less.
const SIDE: f32 = 24.0;
const NARROW: f32 = 560.0;

pub(super) fn side_of(view: Rect) -> f32 {
    if view.width() < NARROW { SIDE / 2.0 } else { SIDE }
}

/// How opaque the paper behind words that have no bar is.
const BEHIND: f32 = 0.92;

/// Paper behind words that have no bar, so that they can be read over the map.
fn paper(rect: Rect, palette: Palette) -> egui::Shape {
    let paper = theme::color(palette, Role::Paper).gamma_multiply(BEHIND);
    egui::Shape::rect_filled(rect, CornerRadius::same(theme::RADIUS), paper)
}

/// Paints the ground of a bar: a card with a hairline and a soft shadow.
fn paint_ground(ui: &Ui, rect: Rect, radius: u8, palette: Palette) {
    let shade = theme::color(palette, Role::Shadow).gamma_multiply(0.08);
    let shadow = Shadow { offset: [0, 2], blur: 8, spread: 0, color: shade };
    let radius = CornerRadius::same(radius);
    ui.painter().add(shadow.as_shape(rect, radius));
    let hairline = Stroke::new(1.0, theme::color(palette, Role::Hairline));
    ui.painter().rect(rect, radius, theme::color(palette, Role::Card), hairline, StrokeKind::Inside);
}

/// Paints the strip at the lower end of the view on which bars stand: the map ends there.
pub(super) fn paint_strip(ui: &Ui, strip: Rect, palette: Palette) {
    ui.painter().rect_filled(strip, CornerRadius::ZERO, theme::color(palette, Role::Paper));
    let hairline = Stroke::new(1.0, theme::color(palette, Role::Hairline));
    ui.painter().hline(strip.x_range(), strip.min.y, hairline);
}

/// A button that the bar paints itself; shows hover and the keyboard's ring.
fn button(ui: &Ui, id: Id, rect: Rect, (look, info): (Look, WidgetInfo)) -> Response {
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| info.clone());
    if response.hovered() && info.selected != Some(true) {
        let tint = theme::color(look.palette, Role::AccentTint).gamma_multiply(0.6);
        ui.painter().rect_filled(rect, CornerRadius::same(theme::RADIUS), tint);
    }
    if response.has_focus() {
        theme::paint_focus_ring(ui.painter(), rect.shrink(2.0), theme::RADIUS, look.palette);
    }
    response
}

/// The way back, in the middle of the view, while nothing of the map is in it; returns where it stands and whether it
/// was taken.
pub(super) fn way_back_ui(ui: &Ui, view: Rect, look: Look) -> (Rect, bool) {
    const TEXT: Words = Words::new(FontWeight::Medium, 12.5, Role::Accent);
    let name = look.texts.canvas_way_back();
    let rect = Rect::from_center_size(view.center(), egui::vec2(TEXT.width(ui, name) + 36.0, 34.0));
    paint_ground(ui, rect, 8, look.palette);
    let info = WidgetInfo::labeled(egui::accesskit::Role::Button, true, name);
    let response = button(ui, Id::unique("canvas way back"), rect, (look, info));
    TEXT.paint(ui, rect.center(), Align2::CENTER_CENTER, (name, look.palette));
    let keys = crate::ui::Command::ZoomFit.keys_text(ui.ctx());
    (rect, response.tip(look.texts.canvas_tip_way_back(&keys)).clicked())
}

/// How a word of a bar looks.
#[derive(Clone, Copy)]
struct Words {
    weight: FontWeight,
    size: f32,
    role: Role,
}

impl Words {
    const fn new(weight: FontWeight, size: f32, role: Role) -> Self {
        Self { weight, size, role }
    }

    /// How wide a text is in points.
    fn width(self, ui: &Ui, text: &str) -> f32 {
        self.galley(ui, text, Palette::default()).size().x
    }

    fn galley(self, ui: &Ui, text: &str, palette: Palette) -> std::sync::Arc<egui::Galley> {
        let color = theme::color(palette, self.role);
        ui.painter().layout_no_wrap(text.to_owned(), theme::font(self.weight, self.size), color)
    }

    /// A text cut to a width by an ellipsis.
    fn cut_galley(self, ui: &Ui, text: &str, width: f32, palette: Palette) -> std::sync::Arc<egui::Galley> {
        let color = theme::color(palette, self.role);
        theme::cut_galley(ui.painter(), text, theme::font(self.weight, self.size), color, width)
    }

    fn paint(self, ui: &Ui, at: Pos2, align: Align2, (text, palette): (&str, Palette)) -> Rect {
        let color = theme::color(palette, self.role);
        ui.painter().text(at, align, text, theme::font(self.weight, self.size), color)
    }
}
