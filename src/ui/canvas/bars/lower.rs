//! Where the bars at the lower end of a view stand: in one line where there is room for zoom, tools and status, which may
//! take two rows of words; else in two lines on a strip of paper at which the map ends, so that nothing of it lies behind
//! them.
//!
//! Must not know what the bars do.

use super::{side_of, status_bar, tool_bar, upper, zoom_box};
use crate::ui::{Look, canvas::Around};
use egui::{Rect, Ui, epaint::MarginF32, pos2, vec2};

/// Room for the status beside the tools: what is usually said there in the longer language, in points.
const STATUS: f32 = 236.0;
/// The same room where what is said takes two rows.
const TWO_ROWS: f32 = 112.0;
/// Between two bars.
const GAP: f32 = 8.0;
/// Between the tools and the status.
const BESIDE_STATUS: f32 = 12.0;
/// Distance of the tools from the bottom of the view: floating, and on the strip.
const BOTTOM: (f32, f32) = (16.0, 8.0);
/// Distance of the bars from the sides of a view where they need all its room.
const LEAST_SIDE: f32 = 12.0;
/// Air between the map and the bars.
const AIR: f32 = 10.0;
/// What is kept free at the sides of a view without bars.
const BARE: MarginF32 = MarginF32 { left: 24.0, right: 24.0, top: 12.0, bottom: 24.0 };

/// Where they stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in super::super) struct Lower {
    /// The whole view.
    pub view: Rect,
    /// The tools.
    pub tools: Rect,
    /// The zoom box.
    pub zoom_box: Rect,
    /// The room for the status beside the other bars; high enough for two rows where one has no room.
    pub line: Rect,
    /// The strip of paper under the bars where they stand in two lines.
    pub strip: Option<Rect>,
}

/// Places the bars in `view`.
pub(in super::super) fn lower(ui: &Ui, view: Rect, look: Look) -> Lower {
    let wanted = tool_bar::wanted_width(ui, look);
    let side = side_of(view);
    let beside = (side + STATUS + BESIDE_STATUS).max(side + zoom_box::USUAL.x + GAP);
    let tight = LEAST_SIDE + zoom_box::SMALL.x + GAP + wanted + BESIDE_STATUS + STATUS + LEAST_SIDE;
    if wanted + 2.0 * beside <= view.width() {
        in_line(view, (view.center().x - wanted / 2.0).round(), wanted, (zoom_box::USUAL, side))
    } else if tight <= view.width() {
        let left = view.max.x - LEAST_SIDE - STATUS - BESIDE_STATUS - wanted;
        in_line(view, left.min(view.center().x - wanted / 2.0).round(), wanted, (zoom_box::SMALL, LEAST_SIDE))
    } else if let Some(width) = beside_two_rows(ui, view, look) {
        close_together(view, width.min(wanted))
    } else {
        on_strip(view, wanted)
    }
}

/// How wide the tools may be between the zoom box and a status in two rows; `None` where their names would be cut.
fn beside_two_rows(ui: &Ui, view: Rect, look: Look) -> Option<f32> {
    let width = view.width() - 2.0 * LEAST_SIDE - zoom_box::SMALL.x - GAP - BESIDE_STATUS - TWO_ROWS;
    (tool_bar::least_width(ui, look) <= width).then_some(width)
}

/// All bars in one line as near to each other as can be, the status in two rows.
fn close_together(view: Rect, width: f32) -> Lower {
    let left = view.min.x + LEAST_SIDE + zoom_box::SMALL.x + GAP;
    let placed = in_line(view, left, width, (zoom_box::SMALL, LEAST_SIDE));
    let line = placed.line.with_min_y(placed.tools.min.y).with_max_y(placed.tools.max.y);
    Lower { line, ..placed }
}

/// All bars in one line, the tools from `left`.
fn in_line(view: Rect, left: f32, width: f32, (zoom, side): (egui::Vec2, f32)) -> Lower {
    let bottom = view.max.y - BOTTOM.0;
    let tools = Rect::from_min_max(pos2(left, bottom - tool_bar::HEIGHT), pos2(left + width, bottom));
    let zoom_box = Rect::from_min_size(pos2(view.min.x + side, tools.center().y - zoom.y / 2.0), zoom);
    let half = status_bar::HEIGHT / 2.0;
    let line = Rect::from_min_max(
        pos2(tools.max.x + BESIDE_STATUS, tools.center().y - half),
        pos2(view.max.x - side, tools.center().y + half),
    );
    Lower { view, tools, zoom_box, line, strip: None }
}

/// Zoom and status in a line above the tools.
fn on_strip(view: Rect, wanted: f32) -> Lower {
    let width = wanted.min(view.width() - 2.0 * LEAST_SIDE).max(1.0);
    let bottom = view.max.y - BOTTOM.1;
    let left = (view.center().x - width / 2.0).round();
    let tools = Rect::from_min_max(pos2(left, bottom - tool_bar::HEIGHT), pos2(left + width, bottom));
    let zoom = zoom_box::SMALL;
    let zoom_box = Rect::from_min_size(pos2(view.min.x + LEAST_SIDE, tools.min.y - GAP - zoom.y), zoom);
    let half = vec2(0.0, status_bar::HEIGHT / 2.0);
    let line = Rect::from_min_max(
        zoom_box.right_center() + vec2(BESIDE_STATUS, 0.0) - half,
        pos2(view.max.x - LEAST_SIDE, zoom_box.center().y) + half,
    );
    Lower { view, tools, zoom_box, line, strip: Some(view.with_min_y(zoom_box.min.y - GAP)) }
}

/// What of the view the bars take at its sides, in screen points.
pub(in super::super) fn insets(around: Around, lower: &Lower) -> MarginF32 {
    let side = side_of(lower.view);
    let bars = lower.strip.map_or(lower.tools.min.y, |strip| strip.min.y);
    match around {
        Around::Nothing => BARE,
        Around::All | Around::Bars => {
            MarginF32 { left: side, right: side, top: upper::TAKEN, bottom: lower.view.max.y - bars + AIR }
        }
    }
}
