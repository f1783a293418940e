//! A touchpoint's channels as chips with their signs. Must not know other lanes.

use super::{CellContext, ShownChannel};
use crate::{
    map::ChannelId,
    scene::{
        Block, FontWeight, Role, channel_icon,
        pen::{Pen, Words, hairline, room, round_stroke},
        sizes,
        text::{Measurer, Room, TextStyle},
    },
};
use kurbo::{Point, Size};

/// Upper end of the first chip.
const FIRST: f64 = 18.0;
/// Height of a chip.
const CHIP: f64 = 24.0;
/// From one chip to the next.
const STEP: f64 = 30.0;
/// Air left and right of what stands in a chip, together: less where a sign stands at its round end.
const CHIP_AIR: f64 = 22.0;
const SIGNED_AIR: f64 = 17.0;
/// Side of a channel's sign, the air behind it, and how thick its lines are.
const ICON: f64 = 13.5;
const AFTER_ICON: f64 = 4.0;
const ICON_LINE: f32 = 1.1;
const STYLE: TextStyle = TextStyle { size: 11.5, weight: FontWeight::Regular };

pub(super) fn channels_cell(ground: &CellContext, measurer: &mut Measurer, channels: &[ChannelId]) -> Block {
    let mut pen = Pen::new(measurer, Size::new(sizes::COLUMN, sizes::CHANNEL_ROW));
    let mut top = FIRST;
    for channel in channels.iter().filter_map(|id| ground.channels.get(id)) {
        paint_chip(&mut pen, channel, top);
        top += STEP;
    }
    pen.resize_height((top - STEP + CHIP + 16.0).max(sizes::CHANNEL_ROW));
    pen.done()
}

/// One channel in the middle of the column: its sign, if it has one, and its name.
fn paint_chip(pen: &mut Pen<'_>, channel: &ShownChannel, top: f64) {
    let widest = sizes::COLUMN - 2.0 * sizes::CARD_INSET;
    let (sign, air) = channel.icon.map_or((0.0, CHIP_AIR), |_| (ICON + AFTER_ICON, SIGNED_AIR));
    let fits = widest - air - sign;
    let wrapped = pen.measurer.wrap(&channel.name, STYLE, Room::new(fits, 1));
    let text_width = wrapped.rows.first().map_or(0.0, |(_, width)| *width);
    let width = text_width + air + sign;
    let left = sizes::COLUMN / 2.0 - width / 2.0;
    pen.outlined(room(left, top, width, CHIP), CHIP / 2.0, Role::Card, hairline());
    let inner = left + air / 2.0;
    if let Some(icon) = channel.icon {
        let center = Point::new(inner + ICON / 2.0, top + CHIP / 2.0);
        pen.line(channel_icon(icon, center, ICON), round_stroke(Role::Soft, ICON_LINE));
    }
    let words = Words::new(&channel.name, STYLE.size, STYLE.weight, Role::Soft);
    pen.words(words.within(fits), Point::new(inner + sign, top + 16.0));
}
