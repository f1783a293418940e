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
/// Height of a chip, and what each further row of its name adds.
const CHIP: f64 = 24.0;
const LEADING: f64 = 14.0;
/// How many rows a name may have.
const ROWS: usize = 3;
/// Between two chips.
const GAP: f64 = 6.0;
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
        top += paint_chip(&mut pen, channel, top) + GAP;
    }
    pen.resize_height((top - GAP + 16.0).max(sizes::CHANNEL_ROW));
    pen.done()
}

/// One channel in the middle of the column: its sign, if it has one, and its name; how high it is.
fn paint_chip(pen: &mut Pen<'_>, channel: &ShownChannel, top: f64) -> f64 {
    let widest = sizes::COLUMN - 2.0 * sizes::CARD_INSET;
    let (sign, air) = channel.icon.map_or((0.0, CHIP_AIR), |_| (ICON + AFTER_ICON, SIGNED_AIR));
    let fits = widest - air - sign;
    let wrapped = pen.measurer.wrap(&channel.name, STYLE, Room::new(fits, ROWS));
    let text_width = wrapped.rows.iter().map(|(_, width)| *width).fold(0.0, f64::max);
    let height = CHIP + wrapped.rows.len().saturating_sub(1) as f64 * LEADING;
    let width = text_width + air + sign;
    let left = sizes::COLUMN / 2.0 - width / 2.0;
    pen.outlined(room(left, top, width, height), CHIP / 2.0, Role::Card, hairline());
    let inner = left + air / 2.0;
    if let Some(icon) = channel.icon {
        let center = Point::new(inner + ICON / 2.0, top + height / 2.0);
        pen.line(channel_icon(icon, center, ICON), round_stroke(Role::Soft, ICON_LINE));
    }
    let words = Words::new(&channel.name, STYLE.size, STYLE.weight, Role::Soft);
    pen.words(words.rows(Room::new(fits, ROWS), LEADING), Point::new(inner + sign, top + 16.0));
    height
}
