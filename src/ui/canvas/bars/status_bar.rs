//! The quiet line at the bottom right, with running work, its progress and a way to stop it.
//!
//! Must not know what runs.

use super::{Lower, SIDE, Words, button, paper};
use crate::{
    scene::{FontWeight, Role},
    ui::{Look, theme, tip::Tip},
};
use egui::{Align2, CornerRadius, Id, Rect, Ui, WidgetInfo, accesskit, pos2, vec2};

/// Height of the line, in points.
pub(super) const HEIGHT: f32 = 26.0;
/// Room between its parts.
const GAP: f32 = 12.0;
/// Width of the progress bar.
const PROGRESS_WIDTH: f32 = 80.0;
const TEXT: Words = Words::new(FontWeight::Regular, 11.5, Role::Faint);
const WORK: Words = Words::new(FontWeight::Medium, 11.5, Role::Soft);
const STOP: Words = Words::new(FontWeight::Medium, 11.5, Role::Accent);

/// Work that runs beside the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    /// What is done, as a person says it.
    pub text: String,
    /// 0 to 1; `None` while nobody can say.
    pub fraction: Option<f32>,
}

/// What the person asked of running work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum StatusRequest {
    /// Nothing.
    GoOn,
    /// To end it.
    Stop,
}

/// How many rows the words may take where there is height for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rows {
    /// Work that runs stands in one.
    One,
    /// Words alone may be broken.
    Two,
}

/// Where the line has room for `width`: beside the other bars, there in two `rows` if need be, else above the tools, up to
/// `end`.
fn place(lower: &Lower, end: f32, (width, rows): (f32, Rows)) -> Rect {
    let Lower { view, tools, line, strip, .. } = *lower;
    if width <= line.width() || strip.is_some() || rows == Rows::Two && line.height() > HEIGHT {
        return line;
    }
    let (left, middle) = (view.min.x + SIDE, tools.min.y - GAP - HEIGHT / 2.0);
    let above = Rect::from_x_y_ranges(left..=(left + width).min(end), middle - HEIGHT / 2.0..=middle + HEIGHT / 2.0);
    if above.width() > line.width() { above } else { line }
}

/// How wide the line would like to be.
fn wanted_width(ui: &Ui, (status, progress): (&str, Option<&Progress>), look: Look) -> f32 {
    let work = |progress: &Progress| {
        let stop = STOP.width(ui, look.texts.canvas_stop()) + 16.0;
        WORK.width(ui, &progress.text) + PROGRESS_WIDTH + stop + 3.0 * GAP
    };
    // One more, because a text as wide as its room is cut.
    TEXT.width(ui, status) + progress.map_or(0.0, work) + 1.0
}

/// Shows status and work beside the other bars, above the tools where there is no room for them; `end` is where the
/// overview begins there, else the right side of the view. Where both have no room the work is told alone.
pub(in super::super) fn status_ui(
    ui: &Ui,
    (lower, end): (&Lower, f32),
    (status, progress): (&str, Option<&Progress>),
    look: Look,
) -> (Rect, StatusRequest) {
    let wanted = wanted_width(ui, (status, progress), look);
    let line = place(lower, end, (wanted, if progress.is_some() { Rows::One } else { Rows::Two }));
    let status = if progress.is_some() && wanted > line.width() { "" } else { status };
    if line.width() < 1.0 {
        return (Rect::NOTHING, StatusRequest::GoOn);
    }
    // Where it ends is known only once it is written; what lies behind it is painted first.
    let behind = ui.painter().add(egui::Shape::Noop);
    let words = text_ui(ui, line, (status, Id::unique("canvas status")), TEXT, look);
    let mut right = words.min.x;
    let mut request = StatusRequest::GoOn;
    if let Some(progress) = progress {
        let left_over = line.with_max_x(right - GAP);
        (right, request) = progress_ui(ui, left_over, progress, look);
    }
    let height = words.height().max(HEIGHT);
    let size = vec2((line.max.x - right).max(0.0), height);
    let used = Align2::RIGHT_CENTER.anchor_size(line.right_center(), size);
    if used.width() > 0.0 {
        ui.painter().set(behind, paper(used.expand2(vec2(8.0, 0.0)), look.palette));
    }
    (used, request)
}

fn progress_ui(ui: &Ui, line: Rect, progress: &Progress, look: Look) -> (f32, StatusRequest) {
    let stop = look.texts.canvas_stop();
    let width = STOP.width(ui, stop) + 16.0;
    let rect = Rect::from_min_max(pos2(line.max.x - width, line.min.y), line.max);
    let info = WidgetInfo::labeled(accesskit::Role::Button, true, stop);
    let response = button(ui, Id::unique("canvas stop"), rect, (look, info));
    STOP.paint(ui, rect.center(), Align2::CENTER_CENTER, (stop, look.palette));
    let pressed = response.tip(look.texts.canvas_tip_stop(&progress.text)).clicked();
    let bar_right = rect.min.x - GAP;
    paint_progress(ui, pos2(bar_right - PROGRESS_WIDTH, line.center().y), progress, look);
    let rest = line.with_max_x(bar_right - PROGRESS_WIDTH - GAP);
    let id = Id::unique("canvas progress");
    let left = text_ui(ui, rest, (&progress.text, id), WORK, look).min.x;
    // That something takes a while is told once.
    if ui.ctx().has_accesskit_node(id) {
        ui.ctx().accesskit_node_builder(id, |node| node.set_live(accesskit::Live::Polite));
    }
    (left, if pressed { StatusRequest::Stop } else { StatusRequest::GoOn })
}

fn paint_progress(ui: &Ui, left: egui::Pos2, progress: &Progress, look: Look) {
    let ground = Rect::from_min_size(left - vec2(0.0, 2.0), vec2(PROGRESS_WIDTH, 4.0));
    let radius = CornerRadius::same(2);
    ui.painter().rect_filled(ground, radius, theme::color(look.palette, Role::Hairline));
    let share = progress.fraction.unwrap_or(0.0).clamp(0.0, 1.0);
    let done = Rect::from_min_size(ground.min, vec2(PROGRESS_WIDTH * share, 4.0));
    ui.painter().rect_filled(done, radius, theme::color(look.palette, Role::Accent));
}

/// Writes a text that ends at the right of `line`, in two rows where there is height for them, cut by an ellipsis where it
/// is too long; returns where it stands.
fn text_ui(ui: &Ui, line: Rect, (text, id): (&str, Id), words: Words, look: Look) -> Rect {
    if text.is_empty() || line.width() < 16.0 {
        return Align2::RIGHT_CENTER.anchor_size(line.right_center(), egui::Vec2::ZERO);
    }
    let color = theme::color(look.palette, words.role);
    let galley = if line.height() > HEIGHT {
        two_rows(ui, text, line.width(), words, look)
    } else {
        words.cut_galley(ui, text, line.width(), look.palette)
    };
    let is_cut = galley.elided;
    let rect = Align2::RIGHT_CENTER.anchor_size(pos2(line.max.x, line.center().y), galley.size());
    // Rows that end at the right are placed by their right end.
    let corner = rect.min - vec2(galley.rect.min.x, 0.0);
    ui.painter().galley(corner, galley, color);
    let response = ui.interact(rect, id, egui::Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Label, true, text));
    if is_cut {
        response.tip(text);
    }
    rect
}

fn two_rows(ui: &Ui, text: &str, width: f32, words: Words, look: Look) -> std::sync::Arc<egui::Galley> {
    let font = theme::font(words.weight, words.size);
    let mut job = egui::text::LayoutJob::simple(text.to_owned(), font, theme::color(look.palette, words.role), width);
    job.wrap.max_rows = 2;
    job.halign = egui::Align::RIGHT;
    ui.painter().layout_job(job)
}
