//! The list beside the chart: every line can be hovered and clicked, and only those in view are made.
//!
//! Must not know the map beyond what a row says; it answers what was touched.

use super::{
    Mark, Touched,
    rows::{LeadsTo, Line, Row, Sort, Words},
};
use crate::{
    map::{Map, Persona},
    scene::{FontWeight, Role},
    ui::{Look, persona_sign::paint_pill, theme, tip::Tip},
};
use egui::{Align2, Color32, Rect, Response, Sense, Ui, WidgetInfo, pos2, vec2};
use std::sync::Arc;

/// Height of a line in points.
const ROW: f32 = 24.0;
/// Room for what is named at the start of a line, in points and at most as a share of the line.
const LABEL: (f32, f32) = (108.0, 0.36);
/// Space between the parts of a line, in points.
const GAP: f32 = 8.0;
/// Inset of a line's text, in points.
const INSET: f32 = 8.0;
/// The least room that a line's text keeps beside its value, in points.
const LEAST_TEXT: f32 = 40.0;

/// Shows the list and says what was touched.
pub(super) fn list_ui(ui: &mut Ui, words: &Words, lines: &[Line], mark: Mark, look: Look) -> Touched {
    ui.spacing_mut().item_spacing.y = 0.0;
    // Only whole lines: the last one is neither cut nor faded.
    ui.spacing_mut().scroll.fade.strength = 0.0;
    let height = (ui.available_height() / ROW).floor().max(1.0) * ROW;
    let mut touched = Touched::default();
    let area = egui::ScrollArea::vertical().auto_shrink(false).id_salt("review_list");
    let area = area.max_height(height).min_scrolled_height(ROW);
    area.show_rows(ui, ROW, lines.len(), |ui, range| {
        let first = range.start;
        for (at, line) in lines.get(range).unwrap_or_default().iter().enumerate() {
            let row = words.row(*line);
            ui.push_id(first + at, |ui| touched.merge(row_ui(ui, words, &row, mark, look)));
        }
    });
    touched
}

fn row_ui(ui: &mut Ui, words: &Words, row: &Row, mark: Mark, look: Look) -> Touched {
    let size = vec2(ui.available_width(), ROW);
    let sense = if row.leads_to.is_some() { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(size, sense);
    let thing = row.leads_to.and_then(LeadsTo::thing);
    let place = thing.and_then(|thing| words.sheet.place_of(thing));
    let is_selected = place.is_some() && place == mark.selected;
    name(&response, row, is_selected);
    if ui.is_rect_visible(rect) {
        let is_lit = response.hovered() || place.is_some() && place == mark.hovered;
        paint_ground(ui, &response, is_selected, is_lit && row.leads_to.is_some(), look);
        match row.sort {
            Sort::Heading(persona) => {
                let persona = persona.and_then(|id| words.sheet.map.persona(id));
                paint_heading(ui, rect, row, persona.map(|persona| (&*words.sheet.map, &**persona)), look);
            }
            Sort::Entry => paint_entry(ui, rect, row, look),
        }
    }
    if response.gained_focus() {
        ui.scroll_to_rect(rect, None);
    }
    let touched = Touched {
        hovered: thing.filter(|_| response.hovered() || response.has_focus()),
        clicked: row.leads_to.filter(|_| response.clicked()),
    };
    if row.sort == Sort::Entry {
        response.tip(&row.whole);
    }
    touched
}

fn name(response: &Response, row: &Row, is_selected: bool) {
    response.widget_info(|| match (row.sort, row.leads_to) {
        (Sort::Heading(_), _) => WidgetInfo::labeled(egui::Role::Heading, true, &row.whole),
        (Sort::Entry, None) => WidgetInfo::labeled(egui::Role::Label, true, &row.whole),
        (Sort::Entry, Some(_)) => WidgetInfo::selected(egui::Role::ListItem, true, is_selected, &row.whole),
    });
}

fn paint_ground(ui: &Ui, response: &Response, is_selected: bool, is_lit: bool, look: Look) {
    let ground = if is_selected {
        Some(theme::color(look.palette, Role::AccentTint))
    } else if is_lit {
        Some(theme::color(look.palette, Role::NeutralTint))
    } else {
        None
    };
    if let Some(ground) = ground {
        ui.painter().rect_filled(response.rect, theme::RADIUS, ground);
    }
    if response.has_focus() {
        theme::paint_focus_ring(ui.painter(), response.rect.shrink(theme::FOCUS_RING), theme::RADIUS, look.palette);
    }
}

fn paint_heading(ui: &Ui, rect: Rect, row: &Row, persona: Option<(&Map, &Persona)>, look: Look) {
    let mut left = rect.left() + INSET;
    if let Some(persona) = persona {
        let sign = paint_pill(ui.painter(), pos2(left, rect.center().y + 2.0), persona, look);
        left += sign.width() + GAP;
    }
    let font = theme::font(FontWeight::SemiBold, theme::LABEL);
    let galley = theme::cut_galley(
        ui.painter(),
        &row.text,
        font,
        theme::color(look.palette, Role::Soft),
        rect.right() - left - INSET,
    );
    ui.painter().galley(pos2(left, rect.center().y + 2.0 - galley.size().y / 2.0), galley, Color32::PLACEHOLDER);
}

fn paint_entry(ui: &Ui, rect: Rect, row: &Row, look: Look) {
    let color = |role| theme::color(look.palette, role);
    let (mut left, right) = (rect.left() + INSET, rect.right() - INSET);
    let small = || theme::font(FontWeight::Regular, theme::SMALL);
    if !row.label.is_empty() {
        let room = match row.text.is_empty() {
            // Nothing but the value stands beside it.
            true => (right - left - width(ui, &row.value, FontWeight::Medium) - GAP).max(LABEL.1 * rect.width()),
            false => LABEL.0.min(LABEL.1 * rect.width()),
        };
        let galley = theme::cut_galley(ui.painter(), &row.label, small(), color(Role::Soft), room);
        paint(ui, galley, pos2(left, rect.center().y), Align2::LEFT_CENTER);
        left += room + GAP;
    }
    let tone = color(row.tone.map_or(Role::Ink, Role::of_tone));
    let room = if row.text.is_empty() { (right - left).max(0.0) } else { (right - left - LEAST_TEXT).max(0.0) };
    let value = theme::cut_galley(ui.painter(), &row.value, theme::font(FontWeight::Medium, theme::SMALL), tone, room);
    let end = right - value.size().x - GAP;
    paint(ui, value, pos2(right, rect.center().y), Align2::RIGHT_CENTER);
    let text = theme::cut_galley(
        ui.painter(),
        &row.text,
        theme::font(FontWeight::Regular, theme::LABEL),
        color(Role::Ink),
        end - left,
    );
    paint(ui, text, pos2(left, rect.center().y), Align2::LEFT_CENTER);
}

/// How wide a text in small type is, in points.
fn width(ui: &Ui, text: &str, weight: FontWeight) -> f32 {
    let font = theme::font(weight, theme::SMALL);
    ui.painter().layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER).size().x
}

fn paint(ui: &Ui, galley: Arc<egui::Galley>, at: egui::Pos2, anchor: Align2) {
    let corner = anchor.anchor_size(at, galley.size()).min;
    ui.painter().galley(corner, galley, Color32::PLACEHOLDER);
}
