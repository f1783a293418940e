//! What the chart's lines and dots mean, in one row above it. Must not know the curves.

use super::{Sheet, color_of, words::persona_name};
use crate::{
    scene::{Role, View},
    ui::{Look, theme},
};
use egui::{Color32, Sense, Shape, Stroke, Ui, pos2, vec2};

/// Width of a sample of line, in points.
const SAMPLE: f32 = 24.0;
/// The widest a persona's name may be, in points.
const NAME: f32 = 140.0;

/// Shows the samples with their names; with several personas also their colours.
pub(super) fn legend_ui(ui: &mut Ui, sheet: &Sheet, view: &View, look: Look) {
    let ink = theme::color(look.palette, Role::Soft);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        if view.curves.actual {
            sample_ui(ui, look.texts.curve_actual(), look, |ends| {
                vec![Shape::line_segment(ends, Stroke::new(2.4, ink))]
            });
        }
        if view.curves.expected {
            let stroke = Stroke::new(1.6, ink);
            sample_ui(ui, look.texts.curve_expected(), look, |ends| Shape::dashed_line(&ends, stroke, 5.0, 4.0));
        }
        if view.curves.measured {
            let accent = theme::color(look.palette, Role::Accent);
            sample_ui(ui, look.texts.review_measured_with(), look, |ends| whisker(ends, accent));
        }
        let personas = &sheet.review.personas;
        for persona in personas.iter().filter(|_| personas.len() > 1) {
            let (rect, _) = ui.allocate_exact_size(vec2(10.0, 12.0), Sense::hover());
            ui.painter().circle_filled(rect.center(), 4.0, color_of(sheet, persona.persona, look));
            let name = persona_name(sheet, persona.persona, look.texts);
            let width = NAME.min(ui.available_width());
            ui.scope(|ui| {
                ui.set_max_width(width);
                ui.add(egui::Label::new(theme::note(name, look.palette, Role::Soft)).truncate());
            });
        }
    });
}

fn sample_ui(ui: &mut Ui, name: &str, look: Look, shapes: impl Fn([egui::Pos2; 2]) -> Vec<Shape>) {
    let (rect, _) = ui.allocate_exact_size(vec2(SAMPLE, 12.0), Sense::hover());
    ui.painter().extend(shapes([rect.left_center(), rect.right_center()]));
    ui.label(theme::note(name, look.palette, Role::Soft));
    ui.add_space(8.0);
}

fn whisker([left, right]: [egui::Pos2; 2], color: Color32) -> Vec<Shape> {
    let x = (left.x + right.x) / 2.0;
    let stroke = Stroke::new(1.5, color);
    let (top, bottom) = (left.y - 6.0, left.y + 6.0);
    let cap = |y| Shape::line_segment([pos2(x - 3.0, y), pos2(x + 3.0, y)], stroke);
    let line = Shape::line_segment([pos2(x, top), pos2(x, bottom)], stroke);
    vec![line, cap(top), cap(bottom), Shape::circle_filled(pos2(x, left.y), 3.0, color)]
}
