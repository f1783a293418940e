//! The answers to one question as bars, coloured by what each answer means for its metric.
//!
//! Must not know touchpoints or surveys.

use super::{Look, theme, tip::Tip};
use crate::{
    map::{AnswerScale, Metric},
    scene::{FontWeight, Role},
    survey::metric::tone_of_answer,
    texts::Sign,
};
use egui::{Align2, Id, Rect, Response, Role as NodeRole, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use egui_plot::{Bar, BarChart, Plot, PlotPoint};
use std::collections::BTreeMap;

/// Height of the bars, in points.
const HEIGHT: f32 = 62.0;
/// Height of the row of answers under the bars, in points.
const LABELS: f32 = 16.0;
/// Size of the answers' numbers, in points.
const LABEL_SIZE: f32 = 10.0;
/// Share of an answer's room that its bar takes.
const BAR_SHARE: f64 = 0.88;
/// Opacity of a bar.
const OPACITY: f32 = 0.8;
/// Most numbers under the bars; of longer scales only every tenth is written.
const MOST_LABELS: usize = 15;
/// Most answers a scale has.
const MOST_ANSWERS: usize = 101;

/// Shows how often each answer was given. `name` is read to those who do not see the bars, before the counts.
pub fn histogram_ui(
    ui: &mut Ui,
    look: Look,
    name: &str,
    (metric, scale): (Metric, AnswerScale),
    answers: &BTreeMap<i32, u64>,
) -> Response {
    let count = |answer| (answer, answers.get(&answer).copied().unwrap_or(0));
    let counts: Vec<(i32, u64)> = (scale.low..=scale.high).take(MOST_ANSWERS).map(count).collect();
    let said = |(answer, count): &(i32, u64)| look.texts.inspector_bar(answer, look.texts.count(*count));
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT + LABELS), Sense::hover());
    let spoken = format!("{name}: {}", counts.iter().map(said).collect::<Vec<_>>().join(", "));
    response.widget_info(|| WidgetInfo::labeled(NodeRole::Image, true, &spoken));
    let bar = |(answer, count): &(i32, u64)| {
        let fill = theme::color(look.palette, Role::of_tone(tone_of_answer(metric, scale, *answer)));
        Bar::new(f64::from(*answer), height_of(*count)).width(BAR_SHARE).fill(fill.gamma_multiply(OPACITY))
    };
    let chart = rect.with_max_y(rect.top() + HEIGHT);
    let bars = BarChart::new(name, counts.iter().map(bar).collect()).allow_hover(false);
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(0).max(1);
    let place = bars_ui(ui, response.id.with("plot"), chart, bars, (scale, height_of(most)));
    paint_answers(ui, look, &counts, |answer| {
        (place.position_from_point(&PlotPoint::new(answer, 0.0)).x, chart.bottom())
    });
    let hovered = response.hover_pos().map(|pos| place.value_from_position(pos).x.round());
    match counts.iter().find(|(answer, _)| hovered == Some(f64::from(*answer))) {
        Some(bar) => response.tip_at_pointer(said(bar)),
        None => response,
    }
}

/// The bars in a plot that stands still; answers with where its values lie on the screen.
fn bars_ui(
    ui: &mut Ui,
    id: Id,
    rect: Rect,
    bars: BarChart,
    (scale, most): (AnswerScale, f64),
) -> egui_plot::PlotTransform {
    let plot = Plot::new(id)
        .sense(Sense::hover())
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .show_axes(false)
        .show_grid(false)
        .show_background(false)
        .show_crosshair(false)
        .set_margin_fraction(egui::Vec2::ZERO)
        .label_formatter(|_| None)
        .width(rect.width())
        .height(rect.height());
    let inside = UiBuilder::new().max_rect(rect);
    let shown = plot.show(&mut ui.new_child(inside), |plot| {
        plot.set_plot_bounds_x(f64::from(scale.low) - 0.5..=f64::from(scale.high) + 0.5);
        plot.set_plot_bounds_y(0.0..=most);
        plot.bar_chart(bars);
    });
    shown.transform
}

/// The answers' numbers under the bars; `below` gives the middle of an answer's bar at its foot.
fn paint_answers(ui: &Ui, look: Look, counts: &[(i32, u64)], below: impl Fn(f64) -> (f32, f32)) {
    let stride = if counts.len() > MOST_LABELS { 10 } else { 1 };
    let faint = theme::color(look.palette, Role::Faint);
    for (answer, _) in counts.iter().step_by(stride) {
        let (x, y) = below(f64::from(*answer));
        let text = look.texts.number(f64::from(*answer), 0, Sign::WhenNegative);
        let font = theme::font(FontWeight::Regular, LABEL_SIZE);
        ui.painter().text(pos2(x, y + 3.0), Align2::CENTER_TOP, text, font, faint);
    }
}

/// A count as a bar's height; exact up to 2^53.
fn height_of(count: u64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a bar is drawn, not counted")]
    let height = count as f64;
    height
}
