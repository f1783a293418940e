//! A touchpoint's channels as chips. Must not know other lanes.

use super::CellContext;
use crate::{
    map::Touchpoint,
    scene::{
        Block, FontWeight, Role,
        pen::{Align, Pen, Words, hairline, room},
        sizes,
        text::{Measurer, TextStyle},
    },
};
use kurbo::{Point, Size};

/// Upper end of the first chip.
const FIRST: f64 = 18.0;
/// Height of a chip.
const CHIP: f64 = 24.0;
/// From one chip to the next.
const STEP: f64 = 30.0;
/// Air left and right of a chip's text, together.
const CHIP_AIR: f64 = 22.0;
const STYLE: TextStyle = TextStyle { size: 11.5, weight: FontWeight::Regular };

pub(super) fn channels_cell(ground: &CellContext, measurer: &mut Measurer, touchpoint: &Touchpoint) -> Block {
    let mut pen = Pen::new(measurer, Size::new(sizes::COLUMN, sizes::CHANNEL_ROW));
    let widest = sizes::COLUMN - 2.0 * sizes::CARD_INSET;
    let center = sizes::COLUMN / 2.0;
    let mut top = FIRST;
    for name in touchpoint.channels.iter().filter_map(|id| ground.channels.get(id)) {
        let wrapped = pen.measurer.wrap(name, STYLE, crate::scene::text::Room::new(widest - CHIP_AIR, 1));
        let text_width = wrapped.rows.first().map_or(0.0, |(_, width)| *width);
        let width = text_width + CHIP_AIR;
        pen.outlined(room(center - width / 2.0, top, width, CHIP), CHIP / 2.0, Role::Card, hairline());
        let words = Words::new(name, STYLE.size, STYLE.weight, Role::Soft).aligned(Align::Center);
        pen.words(words.within(widest - CHIP_AIR), Point::new(center, top + 16.0));
        top += STEP;
    }
    pen.resize_height((top - STEP + CHIP + 16.0).max(sizes::CHANNEL_ROW));
    pen.done()
}
