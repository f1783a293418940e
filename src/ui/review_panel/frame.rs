//! What stands around the curves: bands and their names, stages, the touchpoints' names, and where all that is.
//!
//! Must not know the curves. The plot is never zoomed: all touchpoints always fill its width.

use super::{
    Mark,
    letters::{cut, one_row, paint},
    sheet::{Sheet, StageSpan},
    words::{numbered, stage_name},
};
use crate::{
    map::TouchpointId,
    scene::{FontWeight, Role, band_name, stage_color},
    ui::{Look, theme},
};
use egui::{Align, Align2, Color32, Pos2, Rect, Stroke, Ui, epaint::TextShape, pos2, vec2};
use egui_plot::PlotPoint;
use std::{ops::RangeInclusive, sync::Arc};

/// Room for the names of the bands and the scores at their borders, in points.
const GUTTER: f32 = 122.0;
/// Room for the scores at the borders alone, in points.
const SCORES: f32 = 34.0;
/// The least width of a chart that also has the names of the bands, in points.
const NAMES_FROM: f32 = 440.0;
/// Height of the line with the stages' names, in points.
const STAGES: f32 = 20.0;
/// Height of the names of touchpoints written flat, in up to three rows, in points.
const FLAT: f32 = 46.0;
const FLAT_ROWS: usize = 3;
/// Height of the names of touchpoints written upright, in points.
const UPRIGHT: f32 = 76.0;
/// Height of a row of them.
const FLAT_ROW: f32 = 14.0;
/// Height of a row of numbers, and of the name below it that the pointer asks for, in points.
const NUMBERS: f32 = 17.0;
const ASKED: f32 = 17.0;
/// The least distance between two numbers of one digit, and what each further digit adds, in points.
const NUMBER_EVERY: f32 = 13.0;
const DIGIT: f32 = 6.0;
/// The least width of a column whose name is written flat, in points.
const FLAT_FROM: f32 = 58.0;
/// The least width of a column whose upright name takes two rows, in points.
const TWO_ROWS_FROM: f32 = 28.0;
/// The least distance between two upright names, in points.
const UPRIGHT_EVERY: f32 = 15.0;
/// The least height of a plot, in points.
const LEAST_PLOT: f32 = 60.0;
/// The height that a plot keeps before the names below it get room, in points.
const PLOT_FIRST: f32 = 92.0;
/// Size of the smallest letters, in points.
const CAPTION: f32 = 10.5;
/// How far the plot goes beyond the lowest and highest score.
const BEYOND: f64 = 6.0;
/// The least distance between two scores on the axis, in points.
const SCORE_EVERY: f32 = 12.0;

/// Where the chart's parts are, in screen points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    /// The curves.
    pub plot: Rect,
    /// The line with the names of stages, above the plot.
    stages: Rect,
    /// The names of touchpoints, below the plot.
    names: Rect,
    /// Width of one touchpoint's column.
    pub column: f32,
    /// Room at the left of the plot.
    gutter: f32,
    /// How touchpoints are named below it.
    naming: Naming,
}

/// How touchpoints are named below the plot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Naming {
    /// In up to three rows.
    Flat,
    /// Upwards, with the end at the plot.
    Upright,
    /// By their number, which stands in the list beside the name too.
    Numbers,
}

impl Naming {
    /// Flat where columns are wide; else upright where that leaves no name cut, and by numbers where it does.
    fn new(ui: &Ui, sheet: &Sheet, column: f32, look: Look) -> Self {
        let fits = || {
            let mut names = sheet.columns.iter().map(|touchpoint| name_of(sheet, touchpoint.id, look));
            names.all(|name| !Self::Upright.galley(ui, &name, (column, UPRIGHT), Color32::PLACEHOLDER).elided)
        };
        if column >= FLAT_FROM {
            Self::Flat
        } else if column >= UPRIGHT_EVERY && fits() {
            Self::Upright
        } else {
            Self::Numbers
        }
    }

    fn height(self) -> f32 {
        match self {
            Self::Flat => FLAT,
            Self::Upright => UPRIGHT,
            Self::Numbers => NUMBERS + ASKED,
        }
    }

    /// The letters of a name in a column so wide and so high; not for numbers.
    fn galley(self, ui: &Ui, name: &str, (column, height): (f32, f32), ink: Color32) -> Arc<egui::Galley> {
        let font = theme::font(FontWeight::Regular, CAPTION);
        match self {
            Self::Upright => {
                let rows = if column >= TWO_ROWS_FROM { 2 } else { 1 };
                cut(ui, name, font, ink, height - 6.0, rows, Align::RIGHT)
            }
            Self::Flat | Self::Numbers => {
                let rows = (1..=FLAT_ROWS).rev().find(|rows| to_f32(*rows) * FLAT_ROW <= height);
                cut(ui, name, font, ink, column - 6.0, rows.unwrap_or(1), Align::Center)
            }
        }
    }
}

impl Frame {
    /// The parts of `rect` for a journey.
    pub fn new(ui: &Ui, rect: Rect, sheet: &Sheet, look: Look) -> Self {
        let gutter = if rect.width() >= NAMES_FROM { GUTTER } else { SCORES };
        let width = (rect.width() - gutter).max(1.0);
        let column = width / to_f32(sheet.columns.len().max(1));
        let left_over = rect.height() - STAGES - PLOT_FIRST;
        let naming = match Naming::new(ui, sheet, column, look) {
            Naming::Upright if left_over < UPRIGHT => Naming::Numbers,
            naming => naming,
        };
        let left_over = naming.height().min(left_over);
        let below = if left_over >= NUMBERS { left_over } else { 0.0 };
        let left = rect.left() + gutter;
        let part = |top: f32, bottom: f32| Rect::from_min_max(pos2(left, top), pos2(rect.right(), bottom.max(top)));
        Self {
            stages: part(rect.top(), rect.top() + STAGES),
            plot: part(rect.top() + STAGES, rect.bottom() - below),
            names: part(rect.bottom() - below, rect.bottom()),
            column,
            gutter,
            naming,
        }
    }

    /// The places of the plot's left and right end: half a column before the first and behind the last touchpoint.
    pub fn x_bounds(count: usize) -> RangeInclusive<f64> {
        -0.5..=f64::from(to_f32(count.max(1))) - 0.5
    }

    /// The scores of the plot's lower and upper end.
    pub fn y_bounds() -> RangeInclusive<f64> {
        -100.0 - BEYOND..=100.0 + BEYOND
    }

    /// The middle of a column.
    pub fn x(&self, at: usize) -> f32 {
        self.plot.left() + (to_f32(at) + 0.5) * self.column
    }

    /// The place among the columns of a place on the screen, as the plot counts it.
    pub fn place_at(&self, x: f32) -> f64 {
        f64::from((x - self.plot.left()) / self.column) - 0.5
    }

    /// Where a point of the plot is on the screen.
    pub fn screen(&self, point: PlotPoint) -> Pos2 {
        let x = self.plot.left() + (to_single(point.x) + 0.5) * self.column;
        pos2(x, self.y(point.y))
    }

    /// The height of a score.
    pub fn y(&self, score: f64) -> f32 {
        let bounds = Self::y_bounds();
        let share = (bounds.end() - score) / (bounds.end() - bounds.start());
        self.plot.top() + to_single(share) * self.plot.height()
    }

    /// The column under a place on the screen.
    pub fn column_at(&self, x: f32, count: usize) -> Option<usize> {
        let at = ((x - self.plot.left()) / self.column).floor().max(0.0);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "held at 0 and above, then checked"
        )]
        let at = at as usize;
        (at < count).then_some(at)
    }

    /// The whole height of a column.
    pub fn column_rect(&self, at: usize) -> Rect {
        let half = (self.column / 2.0).max(1.0);
        Rect::from_x_y_ranges(self.x(at) - half..=self.x(at) + half, self.plot.y_range())
    }
}

/// Bands, their names, the scores at their borders, and the marked columns: what lies behind the curves.
pub(super) fn paint_behind(ui: &Ui, frame: &Frame, sheet: &Sheet, mark: Mark, look: Look) {
    let color = |role| theme::color(look.palette, role);
    paint_bands(ui, frame, sheet, look);
    let painter = ui.painter().with_clip_rect(frame.plot);
    for (column, tint) in [(mark.hovered, Role::Neutral), (mark.selected, Role::Accent)] {
        if let Some(at) = column {
            painter.rect_filled(frame.column_rect(at), 0.0, color(tint).gamma_multiply(0.14));
        }
    }
    for span in &sheet.stages {
        paint_stage(ui, frame, sheet, span, look);
    }
    paint_touchpoint_names(ui, frame, sheet, mark, look);
}

fn paint_bands(ui: &Ui, frame: &Frame, sheet: &Sheet, look: Look) {
    let color = |role| theme::color(look.palette, role);
    let mut scores = vec![100.0, -100.0];
    for (at, band) in sheet.map.scale.bands().iter().enumerate() {
        let tone = sheet.tones.tone(band.middle());
        // A band begins half a point below its lowest score, where the one below ends.
        let low = if at == 0 { *Frame::y_bounds().start() } else { f64::from(band.low.value()) - 0.5 };
        let high = if band.high.value() == 100 { *Frame::y_bounds().end() } else { f64::from(band.high.value()) + 0.5 };
        let rect = Rect::from_x_y_ranges(frame.plot.x_range(), frame.y(high)..=frame.y(low));
        ui.painter().rect_filled(rect, 0.0, color(Role::tint_of_tone(tone)));
        if at > 0 {
            scores.push(f64::from(if band.low.value() > 0 { band.low.value() - 1 } else { band.low.value() }));
        }
        if rect.height() >= SCORE_EVERY && frame.gutter > SCORES {
            let name = band_name(look.texts, &band.name);
            let place = pos2(frame.plot.left() - SCORES, rect.center().y);
            let galley = one_row(ui, &name, theme::SMALL, color(Role::of_tone(tone)), GUTTER - SCORES - 4.0);
            paint(ui, galley, place, Align2::RIGHT_CENTER);
        }
    }
    paint_scores(ui, frame, &scores, look);
}

/// The scores that fit, the first ones before the later ones.
fn paint_scores(ui: &Ui, frame: &Frame, scores: &[f64], look: Look) {
    let mut taken: Vec<f32> = Vec::new();
    for score in scores {
        let y = frame.y(*score);
        if taken.iter().all(|other| (other - y).abs() >= SCORE_EVERY) {
            taken.push(y);
            let text = look.texts.number(*score, 0, crate::texts::Sign::Always);
            let galley = one_row(ui, &text, CAPTION, theme::color(look.palette, Role::Faint), SCORES);
            paint(ui, galley, pos2(frame.plot.left() - 5.0, y), Align2::RIGHT_CENTER);
        }
    }
}

fn paint_stage(ui: &Ui, frame: &Frame, sheet: &Sheet, span: &StageSpan, look: Look) {
    let left = frame.x(span.columns.start) - frame.column / 2.0;
    let width = to_f32(span.columns.len()) * frame.column;
    if width < 3.0 {
        return;
    }
    let hairline = Stroke::new(1.0, theme::color(look.palette, Role::Hairline));
    if span.columns.start > 0 {
        ui.painter().vline(left, frame.stages.top()..=frame.plot.bottom(), hairline);
    }
    if width >= 24.0 {
        let color = sheet.map.stage(span.id).map_or(Role::Nth(span.at).into(), |stage| stage_color(stage, span.at));
        let ink = theme::scene_color(look.palette, color);
        let name = stage_name(sheet, span.id, look.texts);
        let font = theme::font(FontWeight::SemiBold, theme::SMALL);
        let galley = cut(ui, &name, font, ink, width - 8.0, 1, Align::LEFT);
        paint(ui, galley, pos2(left + 5.0, frame.stages.center().y), Align2::LEFT_CENTER);
    }
}

fn paint_touchpoint_names(ui: &Ui, frame: &Frame, sheet: &Sheet, mark: Mark, look: Look) {
    if frame.names.height() < NUMBERS {
        return;
    }
    if frame.naming == Naming::Numbers {
        return paint_numbers(ui, frame, sheet, mark, look);
    }
    for (at, touchpoint) in sheet.columns.iter().enumerate() {
        let ink = ink_of(at, mark, look);
        let size = (frame.column, frame.names.height());
        let galley = frame.naming.galley(ui, &name_of(sheet, touchpoint.id, look), size, ink);
        if frame.naming == Naming::Flat {
            let place = pos2(frame.x(at), frame.names.top() + 3.0);
            ui.painter().galley(place, galley, Color32::PLACEHOLDER);
        } else {
            let place = pos2(frame.x(at) - galley.size().y / 2.0, frame.names.top() + 4.0);
            ui.painter().add(TextShape::new(place, galley, ink).with_angle(-std::f32::consts::FRAC_PI_2));
        }
    }
}

fn ink_of(at: usize, mark: Mark, look: Look) -> Color32 {
    let is_marked = mark.selected == Some(at) || mark.hovered == Some(at);
    theme::color(look.palette, if is_marked { Role::Ink } else { Role::Soft })
}

/// The numbers that the list has too, and below them the name of the column that the pointer or the selection
/// means, else where names stand.
fn paint_numbers(ui: &Ui, frame: &Frame, sheet: &Sheet, mark: Mark, look: Look) {
    let further = sheet.columns.len().checked_ilog10().map_or(0.0, |digits| to_f32(digits as usize));
    let distance = NUMBER_EVERY + further * DIGIT;
    let every = whole_steps(distance / frame.column);
    let y = frame.names.top() + NUMBERS / 2.0;
    for at in (0..sheet.columns.len()).step_by(every) {
        let number = look.texts.count(u64::try_from(at + 1).unwrap_or(u64::MAX));
        let galley = one_row(ui, &number, CAPTION, ink_of(at, mark, look), distance);
        paint(ui, galley, pos2(frame.x(at), y), Align2::CENTER_CENTER);
    }
    if frame.names.height() < NUMBERS + ASKED {
        return;
    }
    let asked = mark.hovered.or(mark.selected).and_then(|at| Some((at, sheet.columns.get(at)?)));
    let (x, words, ink) = match asked {
        Some((at, it)) => (frame.x(at), numbered(at, &name_of(sheet, it.id, look), look.texts), Role::Ink),
        None => (frame.names.center().x, look.texts.review_numbers().to_owned(), Role::Faint),
    };
    let galley = one_row(ui, &words, theme::SMALL, theme::color(look.palette, ink), frame.names.width());
    let half = galley.size().x / 2.0;
    let x = x.min(frame.names.right() - half).max(frame.names.left() + half);
    paint(ui, galley, pos2(x, frame.names.top() + NUMBERS + ASKED / 2.0), Align2::CENTER_CENTER);
}

fn name_of(sheet: &Sheet, id: TouchpointId, look: Look) -> String {
    super::words::touchpoint_name(sheet, id, look.texts)
}

/// How many columns lie between two names that are `columns` columns apart at the least.
fn whole_steps(columns: f32) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at least 1, and a float saturates")]
    let steps = columns.ceil().max(1.0) as usize;
    steps
}

/// The smallest part of the panel that still shows a chart, in points.
pub(super) fn least_size() -> egui::Vec2 {
    vec2(SCORES + 120.0, STAGES + LEAST_PLOT)
}

/// The height of a chart that has numbers below it, in points.
pub(super) fn numbered_height() -> f32 {
    STAGES + PLOT_FIRST + NUMBERS
}

fn to_f32(count: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "columns are placed on a screen")]
    let count = count as f32;
    count
}

fn to_single(value: f64) -> f32 {
    #[expect(clippy::cast_possible_truncation, reason = "a screen needs no more than f32")]
    let value = value as f32;
    value
}
