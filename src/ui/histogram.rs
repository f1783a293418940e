//! The answers to one question as bars, coloured by what each answer means for its metric.
//!
//! Must not know touchpoints or surveys.

use super::{Look, theme};
use crate::{
    map::{AnswerScale, Direction, Metric, Score, Tone},
    scene::Role,
};
use egui::{Align2, Color32, Response, Role as NodeRole, Sense, Ui, WidgetInfo, pos2};
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

/// What one answer means: detractors, passives and promoters for NPS; the half of the scale it lies in otherwise.
pub fn tone_of_answer(metric: Metric, scale: AnswerScale, answer: i32) -> Tone {
    let answer = match scale.direction {
        Direction::HighIsGood => answer,
        Direction::LowIsGood => scale.low.saturating_add(scale.high).saturating_sub(answer),
    };
    match metric {
        Metric::Nps if answer >= 9 => Tone::Positive,
        Metric::Nps if answer >= 7 => Tone::Neutral,
        Metric::Nps => Tone::Negative,
        Metric::Csat | Metric::Ces => {
            let width = (f64::from(scale.high) - f64::from(scale.low)).max(1.0);
            let share = (f64::from(answer) - f64::from(scale.low)) / width;
            Score::nearest(share * 200.0 - 100.0).feeling()
        }
    }
}

/// Shows how often each answer was given. `name` is read to those who do not see the bars, before the counts.
pub fn histogram_ui(
    ui: &mut Ui,
    look: Look,
    name: &str,
    (metric, scale): (Metric, AnswerScale),
    answers: &BTreeMap<i32, u64>,
) -> Response {
    let values: Vec<i32> = (scale.low..=scale.high).take(101).collect();
    let count = |value: &i32| answers.get(value).copied().unwrap_or(0);
    let most = values.iter().map(count).max().unwrap_or(0).max(1);
    let fill = |value: &i32| bar_color(look, tone_of_answer(metric, scale, *value));
    let bars: Vec<Bar> = values
        .iter()
        .map(|value| Bar::new(f64::from(*value), height_of(count(value))).width(BAR_SHARE).fill(fill(value)))
        .collect();
    let texts = look.texts;
    let counts: Vec<(i32, u64)> = values.iter().map(|value| (*value, count(value))).collect();
    let tip: Vec<String> = counts.iter().map(|(value, n)| texts.inspector_bar(value, texts.count(*n))).collect();
    let spoken = format!("{name}: {}", tip.join(", "));
    let size = egui::vec2(ui.available_width(), HEIGHT + LABELS);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(NodeRole::Image, true, &spoken));
    let (low, high) = (f64::from(scale.low) - 0.5, f64::from(scale.high) + 0.5);
    let chart = rect.with_max_y(rect.top() + HEIGHT);
    let x_of = ui
        .scope_builder(egui::UiBuilder::new().max_rect(chart), |ui| {
            let plot = Plot::new(response.id.with("plot"))
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
                .width(chart.width())
                .height(chart.height());
            let shown = plot.show(ui, |plot| {
                plot.set_plot_bounds_x(low..=high);
                plot.set_plot_bounds_y(0.0..=height_of(most));
                plot.bar_chart(BarChart::new(name, bars).allow_hover(false));
            });
            shown.transform
        })
        .inner;
    let stride = if values.len() > MOST_LABELS { 10 } else { 1 };
    for value in values.iter().filter(|value| (**value - scale.low) % stride == 0) {
        let x = x_of.position_from_point(&PlotPoint::new(f64::from(*value), 0.0)).x;
        let font = theme::font(crate::scene::FontWeight::Regular, LABEL_SIZE);
        let at = pos2(x, chart.bottom() + 3.0);
        ui.painter().text(
            at,
            Align2::CENTER_TOP,
            texts.number(f64::from(*value), 0, crate::texts::Sign::WhenNegative),
            font,
            theme::color(look.palette, Role::Faint),
        );
    }
    let hovered = response.hover_pos().map(|pos| x_of.value_from_position(pos).x.round());
    let tip = counts.iter().zip(tip).find(|((value, _), _)| hovered == Some(f64::from(*value))).map(|(_, tip)| tip);
    match tip {
        Some(tip) => response.on_hover_text_at_pointer(tip),
        None => response,
    }
}

fn bar_color(look: Look, tone: Tone) -> Color32 {
    theme::color(look.palette, Role::of_tone(tone)).gamma_multiply(OPACITY)
}

/// A count as a bar's height; exact up to 2^53.
fn height_of(count: u64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a bar is drawn, not counted")]
    let height = count as f64;
    height
}
