//! What surveys say about a touchpoint: the newest wave's values with interval, histogram and change.
//!
//! Must not compute a metric; that is `survey`.

use super::names;
use crate::{
    map::{Map, Metric, Score, SurveyResult, Thing, TouchpointId},
    scene::{FontWeight, Role},
    survey::{
        Measurement,
        difference::{Difference, Verdict, difference},
        measurements,
        metric::{Base, Estimate, estimate, metric_name, metric_value},
        reason_name,
    },
    texts::{Sign, Texts},
    ui::{
        histogram::histogram_ui,
        theme,
        tip::Tip,
        widgets::{Desk, line, section, sentence},
    },
};
use egui::{Align, Button, Frame, Layout, Margin, RichText, Ui};

/// A difference is never written with more decimals.
const MOST_DECIMALS: usize = 3;
/// Size of the value, in points.
const VALUE: f32 = 26.0;

/// Shows what the newest wave says of a touchpoint, or of the whole journey (`None`); nothing where no survey asked.
pub(super) fn measure_ui(ui: &mut Ui, desk: &mut Desk<'_>, place: Option<TouchpointId>) {
    let map = desk.shown();
    let all = measurements(&map, place);
    let Some(newest) = all.first().map(|measure| measure.survey.id) else { return };
    line(ui);
    if place.is_none() {
        section(ui, desk.look, desk.texts().survey_whole_journey());
    }
    for (at, measure) in all.iter().enumerate().take_while(|(_, measure)| measure.survey.id == newest) {
        head_ui(ui, desk, measure);
        let Some(estimate) = measure.estimate() else {
            sentence(ui, desk.look, desk.texts().no_answers(), Role::Faint);
            not_counted_ui(ui, desk, measure.result);
            continue;
        };
        value_ui(ui, desk, measure, &estimate);
        let kind = (measure.question.metric, measure.question.scale);
        histogram_ui(ui, desk.look, desk.texts().inspector_answers(), kind, &measure.result.answers);
        base_ui(ui, desk, estimate.base);
        not_counted_ui(ui, desk, measure.result);
        let older = all.iter().skip(at + 1).find(|older| older.survey.id != newest && older.asks_as(measure));
        let before = all.iter().skip(at + 1).find(|older| older.survey.id != newest);
        if let Some(older) = older {
            change_ui(ui, desk, measure, older);
        } else if let Some(before) = before {
            let said = desk.texts().inspector_change_not_compared(names::survey(before.survey));
            sentence(ui, desk.look, &said, Role::Faint);
        }
        segments_ui(ui, desk, &map, measure);
    }
}

fn head_ui(ui: &mut Ui, desk: &mut Desk<'_>, measure: &Measurement<'_>) {
    let (texts, look) = (desk.texts(), desk.look);
    let answers = texts.inspector_wave_answers(names::survey(measure.survey), texts.count(measure.result.n()));
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        ui.label(theme::label(texts.inspector_survey(), look.palette));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let text = theme::note(&answers, look.palette, Role::Faint);
            let link = ui.add(Button::new(text).frame(false).truncate()).tip(&answers);
            if link.clicked() {
                desk.editor.select([Thing::Survey(measure.survey.id)]);
            }
        });
    });
    ui.label(theme::note(&measure.question.text, look.palette, Role::Soft));
}

fn tone(desk: &Desk<'_>, estimate: &Estimate) -> Role {
    let tones = desk.editor.shown().scale.tone_cuts();
    Role::of_tone(tones.tone(Score::nearest(estimate.emotion.value)))
}

fn value_ui(ui: &mut Ui, desk: &Desk<'_>, measure: &Measurement<'_>, estimate: &Estimate) {
    let (texts, look) = (desk.texts(), desk.look);
    let write = |value| metric_value(measure.question.metric, value, texts);
    ui.horizontal(|ui| {
        let big = theme::font(FontWeight::SemiBold, VALUE);
        ui.label(RichText::new(write(estimate.value)).font(big).color(desk.color(tone(desk, estimate))));
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            let metric = metric_name(measure.question.metric, texts);
            ui.label(theme::label(metric, look.palette).color(desk.color(Role::Ink)));
            sentence(ui, look, &texts.inspector_interval(write(estimate.low), write(estimate.high)), Role::Soft);
        });
    });
}

fn base_ui(ui: &mut Ui, desk: &Desk<'_>, base: Base) {
    let texts = desk.texts();
    match base {
        Base::Anecdotal => sentence(ui, desk.look, texts.inspector_anecdotal(), Role::Negative),
        Base::Small => sentence(ui, desk.look, texts.inspector_small_base(), Role::Soft),
        Base::Solid => {}
    }
}

fn not_counted_ui(ui: &mut Ui, desk: &Desk<'_>, result: &SurveyResult) {
    let texts = desk.texts();
    if result.not_counted_total() == 0 {
        return;
    }
    let reason = |reason| reason_name(reason, texts);
    let counted = result.not_counted.iter().filter(|(_, count)| **count > 0);
    let reasons: Vec<_> = counted.map(|(why, count)| format!("{} {}", texts.count(*count), reason(*why))).collect();
    let total = texts.count(result.not_counted_total());
    sentence(ui, desk.look, &texts.inspector_not_counted(total, reasons.join(", ")), Role::Faint);
}

/// How the value moved since the wave before, and whether chance could have done it.
fn change_ui(ui: &mut Ui, desk: &Desk<'_>, newer: &Measurement<'_>, older: &Measurement<'_>) {
    let (metric, scale) = (newer.question.metric, newer.question.scale);
    let found = difference(metric, scale, &older.result.answers, &newer.result.answers);
    let (Some(change), Some(before)) = (found, older.estimate()) else { return };
    let (texts, look) = (desk.texts(), desk.look);
    let decimals = decimals(metric, &change);
    let said = said_change(texts, (metric, decimals), &change, (&names::survey(older.survey), before.value));
    let (said, role, tint) = match change.verdict {
        Verdict::Real if change.value < 0.0 => (texts.inspector_change_real(said), Role::Negative, Role::PainTint),
        Verdict::Real => (texts.inspector_change_real(said), Role::Positive, Role::PositiveTint),
        Verdict::CouldBeChance if said == texts.inspector_change_none(names::survey(older.survey)) => {
            (said, Role::Soft, Role::NeutralTint)
        }
        Verdict::CouldBeChance => (texts.inspector_change_unsure(said), Role::Soft, Role::NeutralTint),
    };
    let frame = Frame::new().fill(desk.color(tint)).corner_radius(theme::RADIUS);
    frame.inner_margin(Margin::symmetric(12, 8)).show(ui, |ui| {
        ui.take_available_width();
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.label(theme::label(said, look.palette).color(desk.color(role)));
        let written = |end| texts.number(end, decimals, Sign::Always);
        let ends = (written(change.low), written(change.high));
        sentence(ui, look, &texts.inspector_change_interval(ends.0, ends.1), Role::Soft);
    });
}

fn said_change(
    texts: Texts,
    (metric, decimals): (Metric, usize),
    change: &Difference,
    (wave, before): (&str, f64),
) -> String {
    let write = |amount| texts.number(amount, decimals, Sign::WhenNegative);
    let amount = write(change.value.abs());
    let before = metric_value(metric, before, texts);
    if amount == write(0.0) {
        texts.inspector_change_none(wave)
    } else if change.value > 0.0 {
        texts.inspector_change_up(amount, wave, before)
    } else {
        texts.inspector_change_down(amount, wave, before)
    }
}

/// How many decimals a difference is written with: those of its metric, and more where an end of its interval would
/// look like 0 and is not, so that what is said to be real does not seem to hold 0.
fn decimals(metric: Metric, change: &Difference) -> usize {
    let usual = match metric {
        Metric::Nps | Metric::Csat => 0,
        Metric::Ces => 1,
    };
    let looks_like_zero = |decimals: usize| {
        let half = 0.5 * 0.1_f64.powi(i32::try_from(decimals).unwrap_or(i32::MAX));
        [change.low, change.high].into_iter().any(|end| end != 0.0 && end.abs() < half)
    };
    (usual..MOST_DECIMALS).find(|decimals| !looks_like_zero(*decimals)).unwrap_or(MOST_DECIMALS)
}

/// The same question by segment; those with fewer answers than the map's limit are named without a value.
fn segments_ui(ui: &mut Ui, desk: &Desk<'_>, map: &Map, measure: &Measurement<'_>) {
    let is_same = |result: &SurveyResult| {
        result.touchpoint == measure.result.touchpoint && result.question == measure.question.id
    };
    let results = measure.survey.results.iter().filter(|result| is_same(result));
    let named: Vec<_> = results.filter_map(|result| result.segment.as_ref().map(|name| (name, result))).collect();
    if named.is_empty() {
        return;
    }
    let texts = desk.texts();
    section(ui, desk.look, texts.inspector_segments());
    for (name, result) in named {
        let estimate = estimate(measure.question.metric, measure.question.scale, &result.answers);
        let shown = estimate.filter(|estimate| estimate.n >= u64::from(map.anonymity_limit));
        let line = match shown {
            Some(shown) => {
                let value = metric_value(measure.question.metric, shown.value, texts);
                texts.inspector_segment(name, value, texts.count(shown.n))
            }
            None => texts.inspector_segment_kept(name),
        };
        sentence(ui, desk.look, &line, Role::Soft);
    }
}
