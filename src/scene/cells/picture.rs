//! Pictures on cards: fitted into a room without distortion. Must not know whose card it is.

use super::CellContext;
use crate::{
    map::{Image, ImageId},
    scene::{
        Cap, Cut, Role, Shape, Stroke,
        pen::{Pen, room},
    },
};
use kurbo::{BezPath, Point, Rect, Size};

/// Draws a picture at the top of `within`, in the middle from left to right; how high it is. 0 where there is none.
pub(super) fn picture_on_top(pen: &mut Pen<'_>, ground: &CellContext, image: Option<ImageId>, within: Rect) -> f64 {
    let Some(image) = image.and_then(|id| ground.images.get(&id)) else { return 0.0 };
    let size = fitted(image, within.size());
    let rect = room(within.center().x - size.width / 2.0, within.y0, size.width, size.height);
    pen.shape(Shape::Image { image: image.id, rect, cut: Cut::Whole, opacity: 1.0 });
    size.height
}

/// Draws a frame with the picture in its middle; an empty one has a sign for what belongs there.
pub(super) fn framed_picture(pen: &mut Pen<'_>, ground: &CellContext, image: Option<ImageId>, frame: Rect) {
    pen.fill(frame, 3.0, Role::NeutralTint);
    match image.and_then(|id| ground.images.get(&id)) {
        Some(image) => {
            let rect = Rect::from_center_size(frame.center(), fitted(image, frame.size()));
            pen.shape(Shape::Image { image: image.id, rect, cut: Cut::Whole, opacity: 1.0 });
        }
        None => empty_sign(pen, frame.center()),
    }
}

/// The largest size of the picture's shape that fits.
fn fitted(image: &Image, within: Size) -> Size {
    let (width, height) = (f64::from(image.width.max(1)), f64::from(image.height.max(1)));
    let scale = (within.width / width).min(within.height / height);
    Size::new(width * scale, height * scale)
}

/// Two mountains and a sun.
fn empty_sign(pen: &mut Pen<'_>, center: Point) {
    let stroke = Stroke { cap: Cap::Round, ..Stroke::solid(Role::Faint, 1.4) };
    let at = |x: f64, y: f64| center + (x, y);
    let mut path = BezPath::new();
    path.move_to(at(-14.0, 9.0));
    path.line_to(at(-5.0, -3.0));
    path.line_to(at(1.0, 4.0));
    path.line_to(at(6.0, -1.0));
    path.line_to(at(14.0, 9.0));
    pen.line(path, stroke);
    let rect = Rect::from_center_size(center, (32.0, 24.0));
    pen.shape(Shape::Rect { rect, radius: 3.0, fill: None, stroke: Some(stroke) });
    pen.shape(Shape::Circle { center: at(7.0, -6.0), radius: 2.2, fill: None, stroke: Some(stroke) });
}
