//! Which part of the picture some things are, for a picture of them alone.
//!
//! Must not know what is selected.

use super::{Scene, sizes};
use crate::map::Thing;
use kurbo::Rect;

/// Air around a thing that is no whole column or row: beside those, the neighbours begin.
const AIR: f64 = 12.0;

impl Scene {
    /// The part that shows all of `things`: of a stage its header and columns, of a touchpoint its column, of a lane its
    /// row, of everything else the thing itself with some air. The whole picture where none of them is drawn.
    pub fn part_of(&self, things: &[Thing]) -> Rect {
        let whole = self.room();
        let parts = things.iter().filter_map(|thing| self.part(*thing));
        parts.reduce(|one, other| one.union(other)).map_or(whole, |part| part.intersect(whole))
    }

    /// Whether one of `things` at least is drawn.
    pub fn has_part_of(&self, things: &[Thing]) -> bool {
        things.iter().any(|thing| self.part(*thing).is_some())
    }

    fn part(&self, thing: Thing) -> Option<Rect> {
        let bottom = self.bottom();
        match thing {
            Thing::Stage(id) => {
                let stage = self.stage_span(id)?;
                Some(Rect::new(stage.x, sizes::HEADER_TOP, stage.x + stage.width, bottom))
            }
            Thing::Touchpoint(id) => {
                let column = self.column_of(id)?;
                Some(Rect::new(column.x, sizes::LANES_TOP, column.x + column.width, bottom))
            }
            Thing::Lane(id) => {
                let row = self.lanes.get(self.lane_number_of(id)?)?;
                Some(Rect::new(0.0, row.top, self.right(), row.bottom()))
            }
            Thing::Face(..)
            | Thing::Engagement(_)
            | Thing::Card(_)
            | Thing::Link(_)
            | Thing::Persona(_)
            | Thing::Survey(_)
            | Thing::Note(_) => self.rect_of(thing).map(|rect| rect.inflate(AIR, AIR)),
        }
    }
}
