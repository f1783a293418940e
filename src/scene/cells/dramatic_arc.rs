//! A touchpoint's point of the dramatic arc: a bead with its level. The line runs behind the columns and is not in here.
//!
//! Must not know the line, nor other columns.

use super::CellContext;
use crate::{
    map::{Thing, Touchpoint},
    scene::{
        Block, FontWeight, Role, Shape, Stroke, Target,
        pen::{Align, Pen, Words, room},
        sizes,
        text::Measurer,
    },
};
use kurbo::{Point, Size};

pub(super) fn dramatic_arc_cell(ground: &CellContext, measurer: &mut Measurer, touchpoint: &Touchpoint) -> Block {
    let mut pen = Pen::new(measurer, Size::new(sizes::COLUMN, 0.0));
    if let Some((axis, level)) = ground.arc.zip(touchpoint.engagement) {
        let center = Point::new(sizes::COLUMN / 2.0, axis.y_of(level.value().into()));
        let radius = sizes::BEAD;
        let stroke = Some(Stroke::solid(Role::Soft, 1.8));
        pen.shape(Shape::Circle { center, radius, fill: Some(Role::Card.into()), stroke });
        let number = ground.texts.count(u64::from(level.value()));
        let words = Words::new(&number, 11.0, FontWeight::SemiBold, Role::Soft).aligned(Align::Center);
        pen.words(words, Point::new(center.x, center.y + 4.0));
        let target = Target::Thing(Thing::Engagement(touchpoint.id));
        pen.spot(target, room(center.x - radius, center.y - radius, 2.0 * radius, 2.0 * radius));
    }
    pen.done()
}
