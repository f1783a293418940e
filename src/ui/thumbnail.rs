//! The small picture of a map on the start page, drawn from its scene: stages, bands, the curve with its points,
//! or blank cards where nothing is felt yet.
//!
//! Texts and cards would be unreadable at this size; what is left is the shape by which a map is known again.
//! Must not lay anything out.

use super::theme;
use crate::{
    map::{Score, ToneCuts},
    scene::{CurveKind, CurveLine, EmotionAxis, Palette, Role, Scene},
};
use egui::{Painter, Pos2, Rect, Shape, Stroke, pos2};

/// Height of the stages' bar in points.
const STAGES: f32 = 8.0;
/// Room between the stages and the bands.
const GAP: f32 = 8.0;
/// Points on a curve that are drawn as circles at the most; more would be a smear.
const MAX_CIRCLES: usize = 40;
/// Height of the blank card of a touchpoint, in points, and the share of its column's width that stays free beside it.
const BLANK_HEIGHT: f32 = 9.0;
const BLANK_INSET: f64 = 0.16;
/// Samples of the curve across the picture.
const SAMPLES: u32 = 96;

/// Draws `scene` into `area`.
pub fn paint_thumbnail(painter: &Painter, scene: &Scene, area: Rect, palette: Palette) {
    let Some(left) = scene.columns().first().map(|column| column.x) else {
        return paint_empty(painter, area, scene.tones(), palette);
    };
    let fit = Fit { area, left, width: (scene.right() - left).max(1.0) };
    for stage in scene.stages() {
        let bar = Rect::from_min_max(
            pos2(fit.x(stage.x) + 0.75, area.min.y),
            pos2(fit.x(stage.x + stage.width) - 0.75, area.min.y + STAGES),
        );
        painter.rect_filled(bar, 1.5, theme::scene_color(palette, stage.color));
    }
    paint_bands(painter, &fit, scene.tones(), palette);
    let is_felt = scene.curves().iter().any(|line| line.kind == CurveKind::Actual && !line.points.is_empty());
    match scene.axis() {
        Some(axis) if is_felt => {
            for line in scene.curves().iter().filter(|line| line.kind == CurveKind::Actual) {
                paint_curve(painter, line, (axis, scene.tones()), &fit, palette);
            }
        }
        Some(_) | None => paint_touchpoints(painter, scene, &fit, palette),
    }
}

/// A map without feelings is known by its touchpoints: a blank card each, in the middle.
fn paint_touchpoints(painter: &Painter, scene: &Scene, fit: &Fit, palette: Palette) {
    if scene.columns().len() > MAX_CIRCLES {
        return;
    }
    let line = Stroke::new(1.0, theme::color(palette, Role::Hairline));
    for column in scene.columns() {
        let inset = column.width * BLANK_INSET;
        let (left, right) = (fit.x(column.x + inset), fit.x(column.x + column.width - inset));
        let middle = fit.y(0.0);
        let card =
            Rect::from_min_max(pos2(left, middle - BLANK_HEIGHT / 2.0), pos2(right, middle + BLANK_HEIGHT / 2.0));
        painter.rect(card, 2.0, theme::color(palette, Role::Card), line, egui::StrokeKind::Inside);
    }
}

fn paint_empty(painter: &Painter, area: Rect, tones: ToneCuts, palette: Palette) {
    let fit = Fit { area, left: 0.0, width: 1.0 };
    paint_bands(painter, &fit, tones, palette);
}

/// From document units to the small picture; each axis has its own scale.
struct Fit {
    area: Rect,
    left: f64,
    width: f64,
}

impl Fit {
    fn x(&self, x: f64) -> f32 {
        #[expect(clippy::cast_possible_truncation, reason = "a share of the picture's width")]
        let share = ((x - self.left) / self.width) as f32;
        self.area.min.x + share * self.area.width()
    }

    fn y(&self, score: f64) -> f32 {
        #[expect(clippy::cast_possible_truncation, reason = "a share of the picture's height")]
        let share = ((100.0 - score) / 200.0) as f32;
        let top = self.area.min.y + STAGES + GAP;
        top + share * (self.area.max.y - top)
    }
}

fn paint_bands(painter: &Painter, fit: &Fit, tones: ToneCuts, palette: Palette) {
    for span in tones.spans() {
        let (high, low) = (span.high.unwrap_or(100.0), span.low.unwrap_or(-100.0));
        let band = Rect::from_min_max(pos2(fit.area.min.x, fit.y(high)), pos2(fit.area.max.x, fit.y(low)));
        painter.rect_filled(band, 0.0, theme::color(palette, Role::tint_of_tone(span.tone)));
    }
}

fn paint_curve(
    painter: &Painter,
    line: &CurveLine,
    (axis, tones): (EmotionAxis, ToneCuts),
    fit: &Fit,
    palette: Palette,
) {
    let (top, bottom) = (axis.y_of(100.0), axis.y_of(-100.0));
    let score_of = |y: f64| 100.0 - 200.0 * (y - top) / (bottom - top);
    let stroke = Stroke::new(1.6, theme::color(palette, Role::Ink));
    let mut run: Vec<Pos2> = Vec::new();
    for sample in 0..=SAMPLES {
        let x = fit.left + fit.width * f64::from(sample) / f64::from(SAMPLES);
        match line.y_at(x) {
            Some(y) => run.push(pos2(fit.x(x), fit.y(score_of(y)))),
            None => {
                painter.add(Shape::line(std::mem::take(&mut run), stroke));
            }
        }
    }
    painter.add(Shape::line(run, stroke));
    if line.points.len() > MAX_CIRCLES {
        return;
    }
    for point in &line.points {
        let center = pos2(fit.x(point.x), fit.y(point.score));
        let tone = tones.tone(Score::nearest(point.score));
        painter.circle_filled(center, 3.0, theme::color(palette, Role::Card));
        painter.circle_stroke(center, 3.0, Stroke::new(1.3, theme::color(palette, Role::of_tone(tone))));
    }
}
