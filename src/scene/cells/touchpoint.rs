//! A touchpoint's card: name, channels, tone at its left, a diamond for a moment of truth. Must not know its column.

use super::CellContext;
use crate::{
    map::{Curve, Score, Thing, Touchpoint, Weight},
    scene::{
        Block, Color, FontWeight, Role, Target,
        pen::{Pen, Words, hairline, room},
        sizes,
        text::{Measurer, Room},
    },
};
use kurbo::{BezPath, Point, Rect, Size};

/// How many rows a name may have.
const NAME_ROWS: usize = 3;
/// From one baseline of the name to the next.
const NAME_LEADING: f64 = 17.0;
/// Width that the diamond leaves to the name's first row.
const NAME_BESIDE_DIAMOND: f64 = 80.0;

pub(super) fn touchpoint_card(ground: &CellContext, measurer: &mut Measurer, touchpoint: &Touchpoint) -> Block {
    let mut pen = Pen::new(measurer, Size::new(sizes::COLUMN, sizes::TOUCHPOINT_ROW));
    let card = room(
        sizes::CARD_INSET,
        sizes::TOUCHPOINT_TOP,
        sizes::COLUMN - 2.0 * sizes::CARD_INSET,
        sizes::TOUCHPOINT_HEIGHT,
    );
    let shadow = room(card.x0 - 0.5, card.y0 + 1.5, card.width() + 1.0, card.height() + 1.0);
    pen.fill(shadow, 8.5, Color::from(Role::Ink).fade(0.07));
    pen.outlined(card, 8.0, Role::Card, hairline());
    pen.fill(room(card.x0, card.y0 + 10.0, 3.0, 64.0), 1.5, tone_color(ground, touchpoint));
    paint_words(&mut pen, ground, touchpoint, card);
    if touchpoint.weight == Weight::MomentOfTruth {
        pen.area(diamond(Point::new(card.x1 - 16.0, card.y0 + 14.0)), Role::Negative);
    }
    pen.spot(Target::Thing(Thing::Touchpoint(touchpoint.id)), card);
    pen.done()
}

fn paint_words(pen: &mut Pen<'_>, ground: &CellContext, touchpoint: &Touchpoint, card: Rect) {
    let first = match touchpoint.weight {
        Weight::MomentOfTruth => NAME_BESIDE_DIAMOND,
        Weight::Ordinary => sizes::CARD_TEXT_WIDTH,
    };
    let (name, color) = match touchpoint.name.trim() {
        "" => (ground.texts.touchpoint_unnamed(), Role::Faint),
        name => (name, Role::Ink),
    };
    let fits = Room { first, width: sizes::CARD_TEXT_WIDTH, rows: NAME_ROWS };
    let words = Words::new(name, 12.5, FontWeight::Medium, color).rows(fits, NAME_LEADING);
    pen.words(words, Point::new(sizes::CARD_TEXT, card.y0 + 22.0));
    let names = touchpoint.channels.iter().filter_map(|id| ground.channels.get(id));
    let channels = names.map(|channel| &*channel.name).collect::<Vec<_>>().join(", ");
    let words = Words::new(&channels, 11.0, FontWeight::Regular, Role::Faint).within(sizes::CARD_TEXT_WIDTH);
    pen.words(words, Point::new(sizes::CARD_TEXT, card.y0 + 73.0));
}

/// The colour of the worst actual feeling that is drawn; a hairline where nobody said anything.
fn tone_color(ground: &CellContext, touchpoint: &Touchpoint) -> Role {
    let scores = ground.personas.iter().filter_map(|(persona, _)| touchpoint.score(*persona, Curve::Actual));
    scores.min().map_or(Role::Hairline, |score: Score| Role::of_tone(ground.tones.tone(score)))
}

fn diamond(center: Point) -> BezPath {
    let mut path = BezPath::new();
    path.move_to((center.x, center.y - 6.0));
    path.line_to((center.x + 6.0, center.y));
    path.line_to((center.x, center.y + 6.0));
    path.line_to((center.x - 6.0, center.y));
    path.close_path();
    path
}
