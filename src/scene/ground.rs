//! What of the picture's ground is taken, and what is free paper. Must not know who looks for a place.

use super::{Block, LaneRow, Scene, Shape, sizes};
use kurbo::{Point, Rect, Size, Vec2};
use std::sync::Arc;

/// Curves and arcs are looked at so often, in document units, and keep so much air.
const LOOK: f64 = 12.0;
const LINE_AIR: f64 = 6.0;
/// How far a flattened arc may be off, in document units.
const ACCURACY: f64 = 2.0;

impl Scene {
    /// What is read or taken hold of and reaches into `view`: cards, faces, chips and words, headers and names of
    /// lanes, but for notes.
    pub fn taken(&self, view: Rect) -> Vec<Rect> {
        let mut found = Vec::new();
        for column in self.columns_between(view.x0, view.x1) {
            self.add_cells(&mut found, (column.x, &column.cells), view);
        }
        for stage in self.stages_between(view.x0, view.x1) {
            self.add_cells(&mut found, (stage.x, &stage.cells), view);
            found.push(Rect::new(stage.x, sizes::HEADER_TOP, stage.x + stage.width, sizes::LANES_TOP));
        }
        found.extend(self.lanes.iter().map(|row| Rect::new(0.0, row.top, sizes::GUTTER, row.bottom())));
        found.extend(self.links.iter().map(|link| link.label_rect).filter(|rect| rect.area() > 0.0));
        found.retain(|rect| rect.overlaps(view));
        found
    }

    /// What is better left free where there is other paper, and reaches into `view`: cells in which cards can stand,
    /// curves, arcs of links.
    pub fn better_left_free(&self, view: Rect) -> Vec<Rect> {
        let (left, right) = (sizes::GUTTER, self.right());
        let cells = self.lanes.iter().filter(|row| row.kind.holds_cards());
        let mut found: Vec<Rect> = cells.map(|row| Rect::new(left, row.top, right, row.bottom())).collect();
        for curve in &self.curves {
            found.extend(looks(view).filter_map(|x| Some(around(Point::new(x, curve.y_at(x)?)))));
        }
        for link in self.links.iter().filter(|link| link.rect.overlaps(view)) {
            let mut last = None;
            super::flatten(&link.path, ACCURACY, |starts, at| {
                if let Some(from) = last.filter(|_| !starts) {
                    found.extend(along(from, at));
                }
                last = Some(at);
            });
        }
        found.retain(|rect| rect.overlaps(view));
        found
    }

    /// What is read and taken hold of in the cells of a column or stage, of lanes in view.
    fn add_cells(&self, found: &mut Vec<Rect>, (x, cells): (f64, &[Arc<Block>]), view: Rect) {
        let is_seen = |row: &LaneRow| row.top <= view.y1 && row.bottom() >= view.y0;
        for (row, block) in self.lanes.iter().zip(cells).filter(|(row, _)| is_seen(row)) {
            let corner = Vec2::new(x, row.top);
            found.extend(block.spots.iter().map(|spot| spot.rect + corner));
            add_block(found, block, corner);
        }
    }
}

/// The rooms of a block's shapes, but for lines.
pub(super) fn add_block(found: &mut Vec<Rect>, block: &Block, offset: Vec2) {
    let room = |shape: &Shape| match shape {
        Shape::Rect { rect, .. } | Shape::Image { rect, .. } => Some(*rect),
        Shape::Circle { center, radius, .. } => Some(Rect::from_center_size(*center, (2.0 * radius, 2.0 * radius))),
        Shape::Text(text) => Some(text.bounds()),
        Shape::Path { .. } => None,
    };
    found.extend(block.shapes.iter().filter_map(room).map(|rect| rect + offset));
}

/// Where a curve is looked at from left to right.
fn looks(view: Rect) -> impl Iterator<Item = f64> {
    std::iter::successors(Some(view.x0), |x| Some(x + LOOK)).take_while(move |x| *x <= view.x1)
}

/// The air around a line from one point to another.
fn along(from: Point, to: Point) -> impl Iterator<Item = Rect> {
    let length = (to - from).hypot();
    let way = if length > 0.0 { (to - from) / length } else { Vec2::ZERO };
    std::iter::successors(Some(0.0), |far| Some(far + LOOK))
        .take_while(move |far| *far <= length)
        .map(move |far| around(from + way * far))
}

fn around(at: Point) -> Rect {
    Rect::from_center_size(at, Size::new(2.0 * LINE_AIR, 2.0 * LINE_AIR))
}
