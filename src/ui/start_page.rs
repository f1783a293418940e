//! The start page: a new map, recent maps and samples with a small picture of each, work that can be brought back.
//!
//! Must not read files: the program hands it the scenes and the notes.

use super::{Command, Look, chrome, theme, thumbnail};
use crate::scene::{FontWeight, Role, Scene};
use egui::{
    Align, Align2, Button, Frame, Label, Layout, Margin, Rect, Response, RichText, ScrollArea, Sense, Stroke,
    StrokeKind, Ui, pos2, vec2,
};
use std::sync::Arc;

/// Widest the page grows, so that its rows stay together on a large screen.
const PAGE_WIDTH: f32 = 1056.0;
/// A map's card.
const CARD: egui::Vec2 = egui::vec2(252.0, 208.0);
const CARD_GAP: f32 = 16.0;

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct StartPage {
    /// Maps opened lately, the newest first.
    pub recent: Vec<MapCard>,
    /// The sample maps.
    pub samples: Vec<MapCard>,
    /// Work that is in no file, a sentence each.
    pub recovered: Vec<String>,
    /// Work that cannot be read, a sentence each.
    pub unreadable: Vec<String>,
}

/// One map on the page.
#[derive(Clone, Debug)]
pub struct MapCard {
    /// Its title.
    pub title: String,
    /// When it was used and how large it is.
    pub note: String,
    /// Its picture; `None` while it is being read, or when it cannot be.
    pub scene: Option<Arc<Scene>>,
}

/// Shows the page.
pub fn start_page_ui(ui: &mut Ui, page: &StartPage, look: Look, asked: &mut Vec<Command>) -> Response {
    let shown = ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let width = (ui.available_width() - 48.0).min(PAGE_WIDTH);
        let left = ((ui.available_width() - width) / 2.0).max(24.0);
        ui.horizontal_top(|ui| {
            ui.add_space(left);
            ui.vertical(|ui| {
                ui.set_width(width);
                content_ui(ui, page, look, asked);
            });
        })
        .response
    });
    shown.inner
}

fn content_ui(ui: &mut Ui, page: &StartPage, look: Look, asked: &mut Vec<Command>) {
    let texts = look.texts;
    ui.add_space(52.0);
    let bold = theme::font(FontWeight::Bold, 30.0);
    ui.label(RichText::new("Wayfarer").font(bold).color(theme::color(look.palette, Role::Ink)));
    ui.label(RichText::new(texts.start_motto()).size(14.0).color(theme::color(look.palette, Role::Soft)));
    ui.add_space(18.0);
    buttons_ui(ui, look, asked);
    ui.add_space(24.0);
    recovered_ui(ui, page, look, asked);
    if !page.recent.is_empty() {
        cards_ui(ui, texts.start_recent(), &page.recent, look, Command::OpenRecent, asked);
        ui.add_space(28.0);
    }
    cards_ui(ui, texts.start_samples(), &page.samples, look, Command::OpenSample, asked);
    ui.add_space(28.0);
    ui.label(RichText::new(texts.start_drop()).color(theme::color(look.palette, Role::Faint)));
    ui.add_space(28.0);
}

fn buttons_ui(ui: &mut Ui, look: Look, asked: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        for command in [Command::New, Command::Open] {
            let main = command == Command::New;
            let (ground, ink) = if main { (Role::Accent, Role::OnColor) } else { (Role::Card, Role::Ink) };
            let font = theme::font(FontWeight::SemiBold, 14.0);
            let text = RichText::new(command.text(look.texts)).font(font).color(theme::color(look.palette, ink));
            let keys = RichText::new(command.keys_text(ui.ctx())).size(11.5);
            let button = Button::new(text)
                .shortcut_text(keys.color(theme::color(look.palette, if main { Role::OnColor } else { Role::Faint })))
                .fill(theme::color(look.palette, ground))
                .corner_radius(10)
                .min_size(vec2(200.0, 52.0));
            let response = ui.scope(|ui| {
                ui.spacing_mut().button_padding = vec2(18.0, 8.0);
                ui.add(button)
            });
            if response.inner.clicked() {
                asked.push(command);
            }
        }
    });
}

fn recovered_ui(ui: &mut Ui, page: &StartPage, look: Look, asked: &mut Vec<Command>) {
    for (at, sentence) in page.recovered.iter().enumerate() {
        strip(look, Role::AccentTint).show(ui, |ui| {
            let size = vec2(ui.available_width(), ui.spacing().interact_size.y);
            ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
                if ui.add(chrome::main_button(Command::BringBack(at).text(look.texts), look.palette)).clicked() {
                    asked.push(Command::BringBack(at));
                }
                if ui.button(Command::DiscardRecovered(at).text(look.texts)).clicked() {
                    asked.push(Command::DiscardRecovered(at));
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| ui.add(Label::new(sentence).wrap()));
            });
        });
        ui.add_space(8.0);
    }
    for sentence in &page.unreadable {
        strip(look, Role::NegativeTint).show(ui, |ui| ui.add(Label::new(sentence).wrap()));
        ui.add_space(8.0);
    }
    if !page.recovered.is_empty() || !page.unreadable.is_empty() {
        ui.add_space(16.0);
    }
}

fn strip(look: Look, ground: Role) -> Frame {
    Frame::new().fill(theme::color(look.palette, ground)).corner_radius(8).inner_margin(Margin::symmetric(18, 10))
}

fn cards_ui(
    ui: &mut Ui,
    title: &str,
    cards: &[MapCard],
    look: Look,
    command: impl Fn(usize) -> Command,
    asked: &mut Vec<Command>,
) {
    ui.label(chrome::group(title, look.palette));
    ui.add_space(8.0);
    let columns = columns_in(ui.available_width());
    for (row, cards) in cards.chunks(columns).enumerate() {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = CARD_GAP;
            for (at, card) in cards.iter().enumerate() {
                if card_ui(ui, card, look).clicked() {
                    asked.push(command(row * columns + at));
                }
            }
        });
        ui.add_space(CARD_GAP);
    }
}

/// How many cards stand beside each other in a width, at least one.
fn columns_in(width: f32) -> usize {
    (1..=4).rev().find(|count| CARD.x * *count as f32 + CARD_GAP * (*count as f32 - 1.0) <= width).unwrap_or(1)
}

fn card_ui(ui: &mut Ui, card: &MapCard, look: Look) -> Response {
    let (rect, response) = ui.allocate_exact_size(CARD, Sense::click());
    let name = format!("{}, {}", card.title, card.note);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, &name));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let color = |role| theme::color(look.palette, role);
    let painter = ui.painter();
    let border = match (response.has_focus(), response.hovered()) {
        (true, _) => Stroke::new(2.0, color(Role::Accent)),
        (false, true) => Stroke::new(1.0, color(Role::Accent)),
        (false, false) => Stroke::new(1.0, color(Role::Hairline)),
    };
    painter.rect_filled(rect.translate(vec2(0.0, 1.5)), 9, color(Role::Shadow).gamma_multiply(0.07));
    painter.rect(rect, 9, color(Role::Card), border, StrokeKind::Inside);
    let picture = Rect::from_min_max(rect.min + vec2(10.0, 10.0), pos2(rect.max.x - 10.0, rect.max.y - 66.0));
    painter.rect_filled(picture, 6, color(Role::Paper));
    if let Some(scene) = &card.scene {
        thumbnail::paint_thumbnail(painter, scene, picture.shrink(7.0), look.palette);
    }
    let line = |text: &str, size, weight, role, y| {
        let galley = theme::cut_galley(painter, text, theme::font(weight, size), color(role), rect.width() - 32.0);
        let place = Align2::LEFT_CENTER.anchor_size(pos2(rect.min.x + 16.0, y), galley.size());
        painter.galley(place.min, galley, color(role));
    };
    line(&card.title, 12.5, FontWeight::SemiBold, Role::Ink, rect.max.y - 45.0);
    line(&card.note, 11.5, FontWeight::Regular, Role::Faint, rect.max.y - 23.0);
    response.on_hover_text(name)
}

#[cfg(test)]
mod tests {
    use super::columns_in;

    #[test]
    fn as_many_cards_stand_side_by_side_as_fit() {
        assert_eq!(columns_in(1056.0), 4);
        assert_eq!(columns_in(1055.0), 3);
        assert_eq!(columns_in(100.0), 1);
    }
}
