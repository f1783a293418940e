//! Keeping the field in view: the view moves so that neither its edges nor the bars over the map cover what is typed.
//!
//! Must not know what is typed.

use egui::{Rect, Vec2, vec2};

/// Room kept between the field and a bar or the edge of the view, in points.
const AIR: f32 = 8.0;

/// How far the picture has to move so that `field` stands clear of the edges of `view` and of the bars; of a field larger
/// than that its upper left is seen.
pub(super) fn shift_into_view(field: Rect, view: Rect, bars: &[Rect]) -> Vec2 {
    let room = view.shrink(AIR);
    let mut at = field.translate(vec2(
        shift_inside((field.min.x, field.max.x), (room.min.x, room.max.x)),
        shift_inside((field.min.y, field.max.y), (room.min.y, room.max.y)),
    ));
    // Bars above first: under several below, the highest decides.
    for is_above in [true, false] {
        for bar in bars.iter().filter(|bar| (bar.center().y < view.center().y) == is_above) {
            if bar.expand(AIR).intersects(at) {
                let down = if is_above { bar.max.y + AIR - at.min.y } else { bar.min.y - AIR - at.max.y };
                at = at.translate(vec2(0.0, down));
            }
        }
    }
    at.min - field.min
}

/// How far a span has to move to lie inside `room`; the start of one that is longer.
fn shift_inside((start, end): (f32, f32), (low, high): (f32, f32)) -> f32 {
    let back = (high - end).min(0.0);
    if start + back < low { low - start } else { back }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    fn rect(left: f32, top: f32, right: f32, bottom: f32) -> Rect {
        Rect::from_min_max(pos2(left, top), pos2(right, bottom))
    }

    // A view of 1000 × 700 with a bar above, one below and a box beside that.
    #[test]
    fn the_field_comes_clear_of_edges_and_bars_by_the_least_move() {
        let view = rect(0.0, 40.0, 1000.0, 740.0);
        let bars = [rect(20.0, 54.0, 300.0, 84.0), rect(240.0, 680.0, 760.0, 730.0), rect(20.0, 640.0, 160.0, 670.0)];
        for (field, wanted) in [
            (rect(400.0, 300.0, 500.0, 330.0), vec2(0.0, 0.0)),
            (rect(400.0, 670.0, 500.0, 700.0), vec2(0.0, -28.0)),
            (rect(400.0, 800.0, 500.0, 830.0), vec2(0.0, -158.0)),
            (rect(30.0, 650.0, 130.0, 680.0), vec2(0.0, -48.0)),
            (rect(100.0, 60.0, 200.0, 90.0), vec2(0.0, 32.0)),
            (rect(950.0, 300.0, 1050.0, 330.0), vec2(-58.0, 0.0)),
            (rect(-50.0, 300.0, 50.0, 330.0), vec2(58.0, 0.0)),
            (rect(100.0, 300.0, 1200.0, 330.0), vec2(-92.0, 0.0)),
        ] {
            assert_eq!(shift_into_view(field, view, &bars), wanted, "{field:?}");
        }
    }
}
