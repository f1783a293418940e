//! Where document units and screen points meet; no other file turns one into the other.
//!
//! Must not know what is drawn.

use crate::scene::{Point, Rect, Size};
use egui::{Pos2, pos2};

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
}

impl Default for Camera {
    fn default() -> Self {
        Self {
            corner: Point::ORIGIN,
            zoom: 1.0,
            viewport: egui::Rect::from_min_size(Pos2::ZERO, egui::Vec2::splat(1.0)),
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
        let fixed = self.doc_from_screen(at);
        let low = ZOOM_RANGE.0.min(self.zoom);
        self.zoom = (self.zoom * factor).clamp(low, ZOOM_RANGE.1);
        self.corner.x = fixed.x - f64::from(at.x - self.viewport.min.x) / self.zoom;
        self.corner.y = fixed.y - f64::from(at.y - self.viewport.min.y) / self.zoom;
    }

    /// Shows all of a document of `size` with a margin (screen points), centred, at most at 100 %.
    pub fn fit(&mut self, size: Size, margin: f32) {
        let room = self.viewport.size() - egui::Vec2::splat(2.0 * margin);
        let (width, height) = (f64::from(room.x.max(1.0)), f64::from(room.y.max(1.0)));
        let zoom = (width / size.width.max(1.0)).min(height / size.height.max(1.0));
        self.zoom = zoom.clamp(ZOOM_FLOOR, 1.0);
        self.corner.x = (size.width - f64::from(self.viewport.width()) / self.zoom) / 2.0;
        self.corner.y = (size.height - f64::from(self.viewport.height()) / self.zoom) / 2.0;
    }
}

/// The screen works in `f32`; coordinates that reach it are near the viewport, or culled.
fn single(value: f64) -> f32 {
    #[expect(clippy::cast_possible_truncation, reason = "screen coordinates need no more than f32")]
    let value = value as f32;
    value
}
