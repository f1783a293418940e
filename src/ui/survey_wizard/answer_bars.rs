//! A small picture of how often each answer was given. Must not know columns.

use crate::{
    map::{AnswerScale, Metric},
    scene::Role,
    survey::metric::tone_of_answer,
    texts::Texts,
    ui::{Look, theme, tip::Tip},
};
use egui::{Rect, Sense, Ui, WidgetInfo, pos2, vec2};
use std::collections::BTreeMap;

/// The widest a bar may be, in points.
const WIDEST: f32 = 14.0;
/// Height of the highest bar, in points.
const HEIGHT: f32 = 34.0;
/// The least height of the bar of an answer that was given, in points.
const LEAST: f32 = 2.0;
/// Most answers that are drawn; a scale has at most 101.
const MOST: usize = 101;

/// Shows the bars; `column` names them for those who do not see them, and on hover.
pub(super) fn bars_ui(
    ui: &mut Ui,
    look: Look,
    column: &str,
    (metric, scale): (Metric, AnswerScale),
    answers: &BTreeMap<i32, u64>,
) {
    let values: Vec<i32> = (scale.low..=scale.high).take(MOST).collect();
    let count = |value: &i32| answers.get(value).copied().unwrap_or_default();
    let most = values.iter().map(count).max().unwrap_or_default();
    let spoken = spoken(&values, answers, column, look.texts);
    let slots = values.iter().fold(0.0_f32, |sum, _| sum + 1.0).max(1.0);
    let slot = (ui.available_width() / slots).min(WIDEST + 2.0);
    let (rect, response) = ui.allocate_exact_size(vec2(slot * slots, HEIGHT), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, &spoken));
    let mut left = rect.left();
    for value in &values {
        let height = HEIGHT * share(count(value), most);
        let height = if count(value) > 0 { height.max(LEAST) } else { 1.0 };
        let bar =
            Rect::from_min_max(pos2(left, rect.bottom() - height), pos2(left + (slot - 2.0).max(1.0), rect.bottom()));
        let role = if count(value) > 0 { Role::of_tone(tone_of_answer(metric, scale, *value)) } else { Role::Hairline };
        ui.painter().rect_filled(bar, 1.5, theme::color(look.palette, role).gamma_multiply(0.85));
        left += slot;
    }
    response.tip(spoken);
}

fn spoken(values: &[i32], answers: &BTreeMap<i32, u64>, column: &str, texts: Texts) -> String {
    let count = |value: &i32| texts.count(answers.get(value).copied().unwrap_or_default());
    let bars: Vec<_> = values.iter().map(|value| texts.wizard_bar(value, count(value))).collect();
    texts.wizard_bars_of(column, bars.join(", "))
}

fn share(count: u64, most: u64) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a bar is drawn, not counted")]
    let share = count as f32 / most.max(1) as f32;
    share
}
