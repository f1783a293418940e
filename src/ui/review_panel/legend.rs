//! What the chart's lines and dots mean, in rows above it; what finds no row is counted, and told on hover.
//!
//! Must not know the curves.

use super::{Sheet, parts::LEGEND_ROW, words::persona_name};
use crate::{
    map::PersonaId,
    scene::{FontWeight, Role, View},
    ui::{
        Look,
        persona_sign::{paint_pill, pill_size},
        theme,
        tip::Tip,
    },
};
use egui::{Color32, Galley, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};
use std::sync::Arc;

/// Width of a sample of line, in points.
const SAMPLE: f32 = 24.0;
/// Space between a sample and its name, in points.
const INSIDE: f32 = 6.0;
/// Space between two entries, in points.
const BETWEEN: f32 = 14.0;
/// The widest a persona may be with its sign, in points.
const NAME: f32 = 216.0;

/// The legend with its rows broken.
pub(super) struct Legend {
    entries: Vec<Entry>,
    spots: Vec<Spot>,
    /// "+2", for what found no room.
    more: Option<Arc<Galley>>,
}

struct Entry {
    sign: Sign,
    sign_width: f32,
    name: String,
    galley: Arc<Galley>,
}

#[derive(Clone, Copy)]
enum Sign {
    Actual,
    Expected,
    Measured,
    Persona(PersonaId),
}

/// Where an entry begins.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Spot {
    row: u16,
    left: f32,
}

impl Legend {
    /// The samples with their names, and with several personas their colours, in at most `rows` rows of `width`.
    pub fn new(ui: &Ui, (sheet, view): (&Sheet, &View), look: Look, width: f32, rows: u16) -> Self {
        let entry = |(sign, name): (Sign, String)| {
            let sign_width = sign.width(ui, sheet);
            let room = sign.name_room(sign_width, width);
            Entry { galley: galley(ui, &name, room, look), sign, sign_width, name }
        };
        let entries: Vec<Entry> = signs(sheet, view, look).into_iter().map(entry).collect();
        let widths: Vec<f32> = entries.iter().map(Entry::width).collect();
        let count = |hidden: usize| galley(ui, &format!("+{hidden}"), width, look);
        let spots = flow(&widths, width, rows, count(entries.len()).size().x);
        let hidden = entries.len() - spots.len();
        Self { more: (hidden > 0).then(|| count(hidden)), entries, spots }
    }

    /// Height of all rows, in points.
    pub fn height(&self) -> f32 {
        let rows = self.spots.iter().map(|spot| spot.row + 1).max().unwrap_or(1);
        f32::from(rows) * LEGEND_ROW
    }

    /// Shows it with its top left corner at `corner`.
    pub fn show(&self, ui: &Ui, corner: Pos2, sheet: &Sheet, look: Look) {
        let ink = theme::color(look.palette, Role::Soft);
        let mut end = corner;
        for (at, (entry, spot)) in self.entries.iter().zip(&self.spots).enumerate() {
            let from = corner + vec2(spot.left, f32::from(spot.row) * LEGEND_ROW);
            let rect = Rect::from_min_size(from, vec2(entry.width(), LEGEND_ROW));
            entry.paint_sign(ui, rect, sheet, look);
            let name = pos2(rect.right() - entry.galley.size().x, rect.center().y - entry.galley.size().y / 2.0);
            ui.painter().galley(name, Arc::clone(&entry.galley), ink);
            let response = named(ui, at, rect, &entry.name);
            if entry.galley.elided {
                response.tip(&entry.name);
            }
            end = pos2(rect.right() + BETWEEN, rect.top());
        }
        if let Some(more) = &self.more {
            let rect = Rect::from_min_size(end, vec2(more.size().x, LEGEND_ROW));
            ui.painter().galley(rect.left_center() - vec2(0.0, more.size().y / 2.0), Arc::clone(more), ink);
            let rest: Vec<&str> = self.entries.iter().skip(self.spots.len()).map(|entry| entry.name.as_str()).collect();
            named(ui, self.spots.len(), rect, &rest.join(", ")).tip(rest.join("\n"));
        }
    }
}

fn galley(ui: &Ui, text: &str, width: f32, look: Look) -> Arc<Galley> {
    let font = theme::font(FontWeight::Regular, theme::SMALL);
    theme::cut_galley(ui.painter(), text, font, theme::color(look.palette, Role::Soft), width)
}

/// A label for those who cannot see it, and a place for the pointer.
fn named(ui: &Ui, at: usize, rect: Rect, name: &str) -> Response {
    let response = ui.interact(rect, ui.scope_id().with(("legend", at)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, name));
    response
}

fn signs(sheet: &Sheet, view: &View, look: Look) -> Vec<(Sign, String)> {
    let texts = look.texts;
    let curves = [
        (view.curves.actual, Sign::Actual, texts.curve_actual()),
        (view.curves.expected, Sign::Expected, texts.curve_expected()),
        (view.curves.measured, Sign::Measured, texts.review_measured_with()),
    ];
    let curves = curves.into_iter().filter(|(shown, ..)| *shown).map(|(_, sign, name)| (sign, name.to_owned()));
    let personas = &sheet.review.personas;
    let personas = personas
        .iter()
        .filter(|_| personas.len() > 1)
        .map(|persona| (Sign::Persona(persona.persona), persona_name(sheet, persona.persona, texts)));
    curves.chain(personas).collect()
}

impl Entry {
    fn width(&self) -> f32 {
        self.sign_width + INSIDE + self.galley.size().x
    }

    /// Paints its sign at the left of `rect`.
    fn paint_sign(&self, ui: &Ui, rect: Rect, sheet: &Sheet, look: Look) {
        let ink = theme::color(look.palette, Role::Soft);
        let (left, center) = (rect.left_center(), rect.left_center() + vec2(self.sign_width / 2.0, 0.0));
        let ends = [left, left + vec2(self.sign_width, 0.0)];
        match self.sign {
            Sign::Actual => {
                ui.painter().line_segment(ends, Stroke::new(2.4, ink));
            }
            Sign::Expected => {
                ui.painter().extend(Shape::dashed_line(&ends, Stroke::new(1.6, ink), 5.0, 4.0));
            }
            Sign::Measured => {
                ui.painter().extend(whisker(center, theme::color(look.palette, Role::Accent)));
            }
            Sign::Persona(id) => {
                if let Some(persona) = sheet.map.persona(id) {
                    paint_pill(ui.painter(), left, (&sheet.map, persona), look);
                }
            }
        }
    }
}

impl Sign {
    fn width(self, ui: &Ui, sheet: &Sheet) -> f32 {
        match self {
            Self::Actual | Self::Expected | Self::Measured => SAMPLE,
            Self::Persona(id) => {
                sheet.map.persona(id).map_or(0.0, |persona| pill_size(ui.painter(), (&sheet.map, persona)).x)
            }
        }
    }

    /// How wide its name may be in a legend of `width`: two personas always stand side by side.
    fn name_room(self, sign: f32, width: f32) -> f32 {
        let room = match self {
            Self::Actual | Self::Expected | Self::Measured => width,
            Self::Persona(_) => NAME.min((width - BETWEEN) / 2.0),
        };
        (room - sign - INSIDE).max(0.0)
    }
}

fn whisker(center: Pos2, color: Color32) -> Vec<Shape> {
    let stroke = Stroke::new(1.5, color);
    let (x, top, bottom) = (center.x, center.y - 6.0, center.y + 6.0);
    let cap = |y| Shape::line_segment([pos2(x - 3.0, y), pos2(x + 3.0, y)], stroke);
    let line = Shape::line_segment([pos2(x, top), pos2(x, bottom)], stroke);
    vec![line, cap(top), cap(bottom), Shape::circle_filled(center, 3.0, color)]
}

/// Breaks entries of these widths into at most `rows` rows. Those that find no room have no spot, and then `more` fits
/// behind the last that has one.
fn flow(widths: &[f32], width: f32, rows: u16, more: f32) -> Vec<Spot> {
    let mut spots: Vec<Spot> = Vec::new();
    let (mut row, mut left) = (0, 0.0);
    for entry in widths {
        if left > 0.0 && left + entry > width {
            (row, left) = (row + 1, 0.0);
        }
        if row >= rows {
            break;
        }
        spots.push(Spot { row, left });
        left += entry + BETWEEN;
    }
    if spots.len() < widths.len() {
        let ends_beyond =
            |spot: &Spot, at: usize| spot.left + widths.get(at).copied().unwrap_or_default() + BETWEEN + more > width;
        while spots.len() > 1 && spots.last().is_some_and(|spot| ends_beyond(spot, spots.len() - 1)) {
            spots.pop();
        }
    }
    spots
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(widths: &[f32], width: f32, limit: u16) -> Vec<u16> {
        flow(widths, width, limit, 20.0).into_iter().map(|spot| spot.row).collect()
    }

    #[test]
    fn entries_wrap_and_none_stands_out_at_the_right() {
        let widths = [60.0, 70.0, 150.0, 120.0, 140.0, 110.0, 130.0];
        assert_eq!(rows(&widths, 2_000.0, 3), [0; 7]);
        assert_eq!(rows(&widths, 420.0, 3), [0, 0, 0, 1, 1, 1, 2]);
        for (spot, entry) in flow(&widths, 420.0, 3, 20.0).into_iter().zip(widths) {
            assert!(spot.left + entry <= 420.0);
        }
    }

    #[test]
    fn what_finds_no_row_leaves_room_for_its_count() {
        let widths = [60.0, 70.0, 150.0, 120.0];
        let spots = flow(&widths, 320.0, 1, 20.0);
        assert_eq!(spots.len(), 2);
        assert!(spots[1].left + widths[1] + BETWEEN + 20.0 <= 320.0);
        assert_eq!(flow(&widths, 320.0, 2, 20.0).len(), 4);
        assert_eq!(flow(&widths, 10.0, 1, 20.0).len(), 1);
    }
}
