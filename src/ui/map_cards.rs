//! Cards of maps, as the start page and the gallery of templates show them: a small picture, a title, a note.
//!
//! Must not read files: the program hands them the scenes and the notes.

use super::{Command, Look, theme, thumbnail, tip::Tip};
use crate::scene::{FontWeight, Role, Scene};
use egui::{Align2, Key, Rect, Response, Role as NodeRole, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use std::sync::Arc;

/// A map's card.
pub const CARD: egui::Vec2 = egui::vec2(252.0, 208.0);
/// Height of a card in a low window, in points.
const LOW_CARD: f32 = 150.0;
/// The height below which a window is low, in points.
pub const LOW: f32 = 640.0;
/// Space between cards.
pub const GAP: f32 = 16.0;
/// Side of the sign that removes a card, and its distance from the card's corner.
const SIGN: f32 = 24.0;
const SIGN_INSET: f32 = 6.0;

/// One map on the page.
#[derive(Clone, Debug)]
pub struct MapCard {
    /// Its title.
    pub title: String,
    /// When it was used and how large it is, or what it holds.
    pub note: String,
    /// Its picture; `None` while it is being read, or when it cannot be.
    pub scene: Option<Arc<Scene>>,
}

/// What can be done with the cards of a group, by their places.
#[derive(Clone, Copy)]
pub struct CardCommands {
    /// What a click does.
    pub open: fn(usize) -> Command,
    /// What the sign in the corner does; `None`: there is none.
    pub remove: Option<fn(usize) -> Command>,
}

/// Shows cards in rows as wide as there is room. Answers with the first of them.
pub fn cards_ui(
    ui: &mut Ui,
    cards: &[MapCard],
    look: Look,
    commands: CardCommands,
    asked: &mut Vec<Command>,
) -> Option<Response> {
    let columns = columns_in(ui.available_width());
    let mut first = None;
    for (row, cards) in cards.chunks(columns).enumerate() {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            for (at, card) in cards.iter().enumerate() {
                let at = row * columns + at;
                let response = card_ui(ui, card, look);
                if response.clicked() {
                    asked.push((commands.open)(at));
                }
                if let Some(remove) = commands.remove
                    && remove_ui(ui, card, &response, look)
                {
                    asked.push(remove(at));
                }
                first.get_or_insert(response);
            }
        });
        ui.add_space(GAP);
    }
    first
}

/// How many cards stand beside each other in a width, at least one.
fn columns_in(width: f32) -> usize {
    (1..=4).rev().find(|count| width_of(*count) <= width).unwrap_or(1)
}

/// Width of so many cards side by side.
pub fn width_of(count: usize) -> f32 {
    CARD.x * count as f32 + GAP * (count as f32 - 1.0)
}

/// Height of a card in the window as it is.
pub fn height_in(ctx: &egui::Context) -> f32 {
    if ctx.content_rect().height() < LOW { LOW_CARD } else { CARD.y }
}

fn card_ui(ui: &mut Ui, card: &MapCard, look: Look) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(CARD.x, height_in(ui.ctx())), Sense::click());
    let name = format!("{}, {}", card.title, card.note);
    response.widget_info(|| WidgetInfo::labeled(NodeRole::Button, true, &name));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
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
        let is_cut = galley.elided;
        painter.galley(place.min, galley, color(role));
        is_cut
    };
    let is_title_cut = line(&card.title, 12.5, FontWeight::SemiBold, Role::Ink, rect.max.y - 45.0);
    let is_note_cut = line(&card.note, 11.5, FontWeight::Regular, Role::Faint, rect.max.y - 23.0);
    // A tip that says what can be read already would only cover the card below.
    if is_title_cut || is_note_cut { response.tip(name) } else { response }
}

/// The sign that removes a card, in its corner: seen while the card has the pointer or the keyboard. Delete on the card
/// does the same.
fn remove_ui(ui: &Ui, card: &MapCard, response: &Response, look: Look) -> bool {
    let corner = response.rect.right_top() + vec2(-SIGN_INSET, SIGN_INSET);
    let rect = Align2::RIGHT_TOP.anchor_size(corner, vec2(SIGN, SIGN));
    let sign = ui.interact(rect, response.id.with("remove"), Sense::click());
    let name = look.texts.template_remove_named(&card.title);
    sign.widget_info(|| WidgetInfo::labeled(NodeRole::Button, true, &name));
    let is_seen = sign.hovered() || sign.has_focus() || response.has_focus() || response.contains_pointer();
    if is_seen && ui.is_rect_visible(rect) {
        let color = |role| theme::color(look.palette, role);
        let ink = if sign.hovered() || sign.has_focus() { Role::Negative } else { Role::Soft };
        ui.painter().rect(
            rect,
            theme::RADIUS,
            color(Role::Card),
            Stroke::new(1.0, color(Role::Hairline)),
            StrokeKind::Inside,
        );
        let arm = vec2(4.0, 4.0);
        for arm in [arm, vec2(arm.x, -arm.y)] {
            ui.painter().line_segment([rect.center() - arm, rect.center() + arm], Stroke::new(1.5, color(ink)));
        }
        if sign.has_focus() {
            theme::paint_focus_ring(ui.painter(), rect, theme::RADIUS, look.palette);
        }
    }
    let by_key = response.has_focus() && ui.input(|input| input.key_pressed(Key::Delete));
    sign.tip(name).clicked() || by_key
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
