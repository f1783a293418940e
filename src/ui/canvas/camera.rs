//! Where document units and screen points meet; no other file turns one into the other.
//!
//! Must not know what is drawn.

use crate::scene::{Point, Rect, Size};
use egui::{Pos2, epaint::MarginF32, pos2};

/// Nearest and farthest view a person can choose; fitting a long map may go farther.
pub const ZOOM_RANGE: (f64, f64) = (0.1, 4.0);
/// Farthest view that fitting may need: 50 000 touchpoints on a screen.
pub const ZOOM_FLOOR: f64 = 0.000_05;

/// What part of the document is seen: the document point at the viewport's top left, and screen points per unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// The document point at the top left of the viewport.
    pub corner: Point,
    /// Screen points per document unit; 1 is 100 %.
    pub zoom: f64,
    /// The part of the screen the document is seen through.
    pub viewport: egui::Rect,
    /// What of the viewport the bars take at its sides, in screen points: what is brought into view stands inside.
    pub insets: MarginF32,
}

impl Default for Camera {
    fn default() -> Self {
        Self {
            corner: Point::ORIGIN,
            zoom: 1.0,
            viewport: egui::Rect::from_min_size(Pos2::ZERO, egui::Vec2::splat(1.0)),
            insets: MarginF32::ZERO,
        }
    }
}

impl Camera {
    /// Where a document point is on the screen.
    pub fn screen_from_doc(&self, at: Point) -> Pos2 {
        pos2(
            self.viewport.min.x + single((at.x - self.corner.x) * self.zoom),
            self.viewport.min.y + single((at.y - self.corner.y) * self.zoom),
        )
    }

    /// Which document point a screen position shows.
    pub fn doc_from_screen(&self, at: Pos2) -> Point {
        Point::new(
            self.corner.x + f64::from(at.x - self.viewport.min.x) / self.zoom,
            self.corner.y + f64::from(at.y - self.viewport.min.y) / self.zoom,
        )
    }

    /// Where a document rectangle is on the screen.
    pub fn screen_rect(&self, rect: Rect) -> egui::Rect {
        egui::Rect::from_min_max(
            self.screen_from_doc(Point::new(rect.x0, rect.y0)),
            self.screen_from_doc(Point::new(rect.x1, rect.y1)),
        )
    }

    /// The part of the document that is seen.
    pub fn visible(&self) -> Rect {
        Rect::from_points(self.doc_from_screen(self.viewport.min), self.doc_from_screen(self.viewport.max))
    }

    /// A length in document units as screen points.
    pub fn points(&self, units: f64) -> f32 {
        single(units * self.zoom)
    }

    /// A length in screen points as document units.
    pub fn units(&self, points: f32) -> f64 {
        f64::from(points) / self.zoom
    }

    /// Moves the view by screen points.
    pub fn pan(&mut self, by: egui::Vec2) {
        self.corner.x -= f64::from(by.x) / self.zoom;
        self.corner.y -= f64::from(by.y) / self.zoom;
    }

    /// Zooms by a factor so that the document point under `at` stays there.
    pub fn zoom_at(&mut self, at: Pos2, factor: f64) {
        self.zoom_to_at(at, self.zoom * factor);
    }

    /// Zooms to `zoom`, held inside what a person can choose, so that the document point under `at` stays there.
    pub fn zoom_to_at(&mut self, at: Pos2, zoom: f64) {
        let fixed = self.doc_from_screen(at);
        let low = ZOOM_RANGE.0.min(self.zoom);
        self.zoom = zoom.clamp(low, ZOOM_RANGE.1);
        self.corner.x = fixed.x - f64::from(at.x - self.viewport.min.x) / self.zoom;
        self.corner.y = fixed.y - f64::from(at.y - self.viewport.min.y) / self.zoom;
    }

    /// Shows all of a document of `size` clear of the bars, centred, at most at 100 %.
    pub fn fit(&mut self, size: Size) {
        self.fit_rect(size.to_rect(), 1.0);
    }

    /// Shows all of a document rectangle clear of the bars, centred, at most at the zoom `most`.
    pub fn fit_rect(&mut self, rect: Rect, most: f64) {
        let room = self.room();
        let across = f64::from(room.width()) / rect.width().max(1.0);
        let down = f64::from(room.height()) / rect.height().max(1.0);
        self.zoom = across.min(down).clamp(ZOOM_FLOOR, most);
        self.place(rect.center(), room.center());
    }

    /// Shows the left of a document of `size` with its whole height clear of the bars, from `least` to 100 %.
    pub fn fit_height(&mut self, size: Size, least: f64) {
        let room = self.room();
        self.zoom = (f64::from(room.height()) / size.height.max(1.0)).clamp(least, 1.0);
        self.place(Point::ORIGIN, room.min);
    }

    /// Moves the view so that the document point `at` is seen at `screen`.
    pub fn place(&mut self, at: Point, screen: Pos2) {
        self.corner.x = at.x - self.units(screen.x - self.viewport.min.x);
        self.corner.y = at.y - self.units(screen.y - self.viewport.min.y);
    }

    /// The least move that brings a document rectangle clear of the bars; its top left where it is larger.
    pub fn reveal(&mut self, rect: Rect) {
        self.reveal_in(rect, self.room());
    }

    /// The least move that brings a document rectangle inside a room on the screen; its top left where it is larger.
    pub fn reveal_in(&mut self, rect: Rect, room: egui::Rect) {
        let on_screen = self.screen_rect(rect);
        self.pan(egui::vec2(
            shift_inside((on_screen.min.x, on_screen.max.x), (room.min.x, room.max.x)),
            shift_inside((on_screen.min.y, on_screen.max.y), (room.min.y, room.max.y)),
        ));
    }

    /// The part of the viewport that the bars leave free, never smaller than a point.
    pub fn room(&self) -> egui::Rect {
        let min = self.viewport.min + self.insets.left_top();
        let max = self.viewport.max - self.insets.right_bottom();
        egui::Rect::from_min_max(min, max.max(min + egui::Vec2::splat(1.0)))
    }
}

/// How far a span has to move to lie inside `room`; one that is longer than the room only has to be in sight.
fn shift_inside((start, end): (f32, f32), (low, high): (f32, f32)) -> f32 {
    let is_longer = end - start > high - low;
    if is_longer && start < high && end > low {
        0.0
    } else if is_longer || start < low {
        low - start
    } else {
        (high - end).min(0.0)
    }
}

/// The screen works in `f32`; coordinates that reach it are near the viewport, or culled.
fn single(value: f64) -> f32 {
    #[expect(clippy::cast_possible_truncation, reason = "screen coordinates need no more than f32")]
    let value = value as f32;
    value
}
