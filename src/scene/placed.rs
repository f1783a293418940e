//! The picture in the order in which it is painted, culled to what is in view: the one walk that the canvas and all
//! exporters share. Must not know who walks.

use super::{Block, Scene};
use kurbo::{Rect, Vec2};
use std::sync::Arc;

/// A block and where its top left stands.
#[derive(Clone, Debug)]
pub struct Placed {
    /// Where.
    pub offset: Vec2,
    /// What.
    pub block: Arc<Block>,
}

impl Scene {
    /// Everything that reaches into `view`, back to front; all of the picture for `None`.
    pub fn placed(&self, view: Option<Rect>) -> impl Iterator<Item = Placed> + '_ {
        let view = view.unwrap_or(self.size.to_rect());
        self.backdrop(view)
            .into_iter()
            .chain(self.placed_labels(view))
            .chain(self.placed_cells(view))
            .chain(self.placed_links(view))
            .chain(self.placed_path_marks(view))
    }

    /// Where a persona enters and leaves, in view.
    pub fn placed_path_marks(&self, view: Rect) -> impl Iterator<Item = Placed> + '_ {
        let reaches = move |mark: &&Placed| (mark.block.size.to_rect() + mark.offset).overlaps(view);
        self.path_marks.iter().filter(reaches).cloned()
    }

    /// Lane labels and stage headers in view.
    pub fn placed_labels(&self, view: Rect) -> impl Iterator<Item = Placed> + '_ {
        let labels = self.lanes.iter().filter(move |row| row.top <= view.y1 && row.bottom() >= view.y0);
        let labels = labels.map(|row| Placed { offset: Vec2::new(0.0, row.top), block: Arc::clone(&row.label) });
        let headers = self.stages_between(view.x0, view.x1).iter().map(|stage| Placed {
            offset: Vec2::new(stage.x, super::sizes::HEADER_TOP),
            block: Arc::clone(&stage.header),
        });
        labels.chain(headers)
    }

    /// Cells of columns and stages in view.
    pub fn placed_cells(&self, view: Rect) -> impl Iterator<Item = Placed> + '_ {
        let of_stages = self.stages_between(view.x0, view.x1).iter().map(|stage| (stage.x, &stage.cells));
        let of_columns = self.columns_between(view.x0, view.x1).iter().map(|column| (column.x, &column.cells));
        of_stages.chain(of_columns).flat_map(move |(x, cells)| {
            let in_view = move |row: &super::LaneRow| row.top <= view.y1 && row.bottom() >= view.y0;
            let cells = self.lanes.iter().zip(cells.iter()).filter(move |(row, _)| in_view(row));
            cells
                .filter(|(_, block)| !block.shapes.is_empty())
                .map(move |(row, block)| Placed { offset: Vec2::new(x, row.top), block: Arc::clone(block) })
        })
    }

    /// Links in view.
    pub fn placed_links(&self, view: Rect) -> impl Iterator<Item = Placed> + '_ {
        let in_view = move |rect: Rect| rect.overlaps(view);
        self.links
            .iter()
            .filter(move |link| in_view(link.rect))
            .map(|link| Placed { offset: link.corner.to_vec2(), block: Arc::clone(&link.block) })
    }
}
