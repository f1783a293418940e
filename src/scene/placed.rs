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
        let view = view.unwrap_or(self.room());
        self.backdrop(view)
            .into_iter()
            .chain(self.placed_labels(view))
            .chain(self.placed_arrows(view))
            .chain(self.placed_cells(view))
            .chain(self.placed_links(view))
            .chain(self.placed_path_marks(view))
            .chain(self.placed_notes(view))
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

    /// The notes' arrows in view: under cards and words where they cannot go round them.
    pub fn placed_arrows(&self, view: Rect) -> impl Iterator<Item = Placed> + '_ {
        let drawn = self.notes.iter().filter(move |note| !note.arrow.shapes.is_empty() && note.room.overlaps(view));
        drawn.map(|note| Placed { offset: Vec2::ZERO, block: Arc::clone(&note.arrow) })
    }

    /// Notes in view.
    pub fn placed_notes(&self, view: Rect) -> impl Iterator<Item = Placed> + '_ {
        let placed =
            |note: &super::PlacedNote| Placed { offset: note.rect.origin().to_vec2(), block: Arc::clone(&note.block) };
        self.notes.iter().filter(move |note| note.rect.overlaps(view)).map(placed)
    }

    /// Links in view: all arcs, then all labels.
    pub fn placed_links(&self, view: Rect) -> impl Iterator<Item = Placed> + '_ {
        let seen = move || self.links.iter().filter(move |link| link.rect.overlaps(view));
        let placed = |link: &super::LinkArc, block| Placed { offset: link.corner.to_vec2(), block: Arc::clone(block) };
        let arcs = seen().map(move |link| placed(link, &link.block));
        arcs.chain(seen().filter(|link| !link.label.is_empty()).map(move |link| placed(link, &link.label_block)))
    }
}
