//! Signs of channels on the screen, from the same outlines as on the map. Must not know what a press on one does.

use crate::{map::ChannelIcon, scene};
use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, pos2};

/// Thickness of the lines, in points.
const LINE: f32 = 1.2;
/// How far a flattened outline may be off, in points.
const ACCURACY: f64 = 0.1;

/// Paints a sign into a square.
pub fn paint_icon(painter: &Painter, square: Rect, icon: ChannelIcon, color: Color32) {
    let center = scene::Point::new(square.center().x.into(), square.center().y.into());
    let outline = scene::channel_icon(icon, center, square.width().into());
    let mut lines: Vec<Vec<Pos2>> = Vec::new();
    scene::flatten(&outline, ACCURACY, |begins, at| {
        #[expect(clippy::cast_possible_truncation, reason = "a place on the screen")]
        let at = pos2(at.x as f32, at.y as f32);
        match lines.last_mut().filter(|_| !begins) {
            Some(line) => line.push(at),
            None => lines.push(vec![at]),
        }
    });
    painter.extend(lines.into_iter().map(|line| Shape::line(line, Stroke::new(LINE, color))));
}
