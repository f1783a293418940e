//! A touchpoint's card: name, channels, tone at its left, a diamond for a moment of truth; under it who controls it and
//! its tags. Must not know its column.

use super::{CellContext, picture::picture_on_top};
use crate::{
    map::{Control, Curve, Score, Thing, Touchpoint, Weight},
    scene::{
        Align, Block, Color, FontWeight, Role, Shape, Stroke, Target, Writing,
        pen::{Pen, Words, hairline, room, round_stroke},
        sizes,
        text::{Measurer, Room},
    },
};
use kurbo::{BezPath, Point, Rect, Size};

/// How many rows a name may have.
const NAME_ROWS: usize = 3;
const NAME_SIZE: f32 = 12.5;
/// From the card's top to the name's first baseline, and from one to the next.
const NAME_BASELINE: f64 = 22.0;
const NAME_LEADING: f64 = 17.0;
/// From the baseline of the channels to the card's lower end.
const CHANNELS_ABOVE_END: f64 = 11.0;
/// And up to where what is the name's alone ends.
const CHANNELS_HEIGHT: f64 = 14.0;
/// From the name's first baseline up to the middle of the diamond.
const DIAMOND_ABOVE: f64 = 8.0;
/// The lines under the card: from its lower end to the first baseline, from one to the next, and air under the last.
const FOOT_FIRST: f64 = 15.0;
const FOOT_LEADING: f64 = 15.0;
const FOOT_BELOW: f64 = 8.0;
/// From the card's left end to the middle of a line's sign and to its words, and from a baseline up to the middle.
const FOOT_SIGN: f64 = 6.0;
const FOOT_TEXT: f64 = 15.0;
const FOOT_MIDDLE: f64 = 3.6;
/// Width that the diamond leaves to the name's first row.
const NAME_BESIDE_DIAMOND: f64 = 80.0;

pub(super) fn touchpoint_card(ground: &CellContext, measurer: &mut Measurer, touchpoint: &Touchpoint) -> Block {
    let mut pen = Pen::new(measurer, Size::new(sizes::COLUMN, sizes::TOUCHPOINT_ROW));
    let mark = pen.mark();
    let (left, top) = (sizes::PICTURE_LEFT, sizes::TOUCHPOINT_TOP + sizes::PICTURE_TOP);
    let within = room(left, top, sizes::PICTURE_WIDTH, sizes::TOUCHPOINT_PICTURE);
    let picture = picture_on_top(&mut pen, ground, touchpoint.image, within);
    let under = (picture > 0.0).then_some(top + picture);
    let words = paint_words(&mut pen, ground, touchpoint, under);
    let width = sizes::COLUMN - 2.0 * sizes::CARD_INSET;
    let card = Rect::new(sizes::CARD_INSET, sizes::TOUCHPOINT_TOP, sizes::CARD_INSET + width, words.bottom);
    pen.resize_height(card.y1 + sizes::TOUCHPOINT_ROW - sizes::TOUCHPOINT_HEIGHT - sizes::TOUCHPOINT_TOP);
    let shadow = room(card.x0 - 0.5, card.y0 + 1.5, card.width() + 1.0, card.height() + 1.0);
    let filled = |rect, radius, fill, stroke| Shape::Rect { rect, radius, fill: Some(fill), stroke };
    let back = [
        filled(shadow, 8.5, Color::from(Role::Shadow).fade(0.07), None),
        filled(card, 8.0, Role::Card.into(), Some(outline(touchpoint.control))),
        filled(
            room(card.x0, card.y0 + 10.0, 3.0, card.height() - 20.0),
            1.5,
            tone_color(ground, touchpoint).into(),
            None,
        ),
    ];
    pen.insert(mark, back);
    if touchpoint.weight == Weight::MomentOfTruth {
        diamond(&mut pen, Point::new(card.x1 - 16.0, words.first - DIAMOND_ABOVE));
    }
    paint_foot(&mut pen, ground, touchpoint, card);
    let writing = Writing {
        first: Point::new(sizes::CARD_TEXT, words.first),
        align: Align::Left,
        width: sizes::CARD_TEXT_WIDTH,
        leading: NAME_LEADING,
        size: NAME_SIZE,
        weight: FontWeight::Medium,
        room: Rect::new(card.x0 + 5.0, under.map_or(card.y0 + 5.0, |under| under + 2.0), card.x1 - 3.0, words.room_end),
        ground: Role::Card.into(),
    };
    pen.written_spot(Target::Thing(Thing::Touchpoint(touchpoint.id)), card, writing);
    pen.done()
}

/// Where the words of a card stand: the first baseline of its name, where what is the name's alone ends, and where the
/// card ends.
struct NamePlace {
    first: f64,
    room_end: f64,
    bottom: f64,
}

/// Writes name and channels. A card is as high as three rows need; one with a picture `under` which they stand only as high
/// as they are.
fn paint_words(pen: &mut Pen<'_>, ground: &CellContext, touchpoint: &Touchpoint, under: Option<f64>) -> NamePlace {
    let first = match touchpoint.weight {
        Weight::MomentOfTruth => NAME_BESIDE_DIAMOND,
        Weight::Ordinary => sizes::CARD_TEXT_WIDTH,
    };
    let (name, color) = match touchpoint.name.trim() {
        "" => (ground.texts.touchpoint_unnamed(), Role::Faint),
        name => (name, Role::Ink),
    };
    let fits = Room { first, width: sizes::CARD_TEXT_WIDTH, rows: NAME_ROWS };
    let words = Words::new(name, NAME_SIZE, FontWeight::Medium, color).rows(fits, NAME_LEADING);
    let first = under.map_or(sizes::TOUCHPOINT_TOP + NAME_BASELINE, |under| under + sizes::UNDER_PICTURE + 1.0);
    let last = first + pen.rows_after(words, Point::new(sizes::CARD_TEXT, first)) * NAME_LEADING;
    let names = touchpoint.channels.iter().filter_map(|id| ground.channels.get(id));
    let channels = names.map(|channel| &*channel.name).collect::<Vec<_>>().join(", ");
    let words = Words::new(&channels, 11.0, FontWeight::Regular, Role::Faint).within(sizes::CARD_TEXT_WIDTH);
    let least = sizes::TOUCHPOINT_TOP + sizes::TOUCHPOINT_HEIGHT - CHANNELS_ABOVE_END;
    let baseline = match under {
        None => least,
        Some(_) if channels.is_empty() => last.max(least),
        Some(_) => (last + NAME_LEADING + 1.0).max(least),
    };
    pen.words(words, Point::new(sizes::CARD_TEXT, baseline));
    let above = if channels.is_empty() { 4.0 - CHANNELS_ABOVE_END } else { CHANNELS_HEIGHT };
    NamePlace { first, room_end: baseline - above, bottom: baseline + CHANNELS_ABOVE_END }
}

/// The colour of the worst actual feeling that is drawn; a hairline where nobody said anything.
fn tone_color(ground: &CellContext, touchpoint: &Touchpoint) -> Role {
    let scores = ground.personas.iter().filter_map(|who| touchpoint.score(who.id, Curve::Actual));
    scores.min().map_or(Role::Hairline, |score: Score| Role::of_tone(ground.tones.tone(score)))
}

/// The sign of a moment of truth.
pub(in crate::scene) fn diamond(pen: &mut Pen<'_>, center: Point) {
    let corners = [(0.0, -6.0), (6.0, 0.0), (0.0, 6.0), (-6.0, 0.0)];
    pen.area(outline_through(center, &corners), Role::Negative);
}

/// The card's outline: broken where nobody here has the touchpoint in hand.
fn outline(control: Control) -> Stroke {
    match control {
        Control::Owned | Control::Partner => hairline(),
        Control::Outside => Stroke { dash: Some((4.0, 3.0)), ..Stroke::solid(Role::Faint, 1.0) },
    }
}

/// Under the card: who has the touchpoint in hand, if not the organisation itself, and its tags.
fn paint_foot(pen: &mut Pen<'_>, ground: &CellContext, touchpoint: &Touchpoint, card: Rect) {
    let control = match touchpoint.control {
        Control::Owned => None,
        Control::Partner => Some((ground.texts.control_partner().to_owned(), Role::Soft, FootSign::Partner)),
        Control::Outside => Some((ground.texts.control_outside().to_owned(), Role::Soft, FootSign::Outside)),
    };
    let tags: Vec<&str> = touchpoint.tags.iter().map(|tag| tag.trim()).filter(|tag| !tag.is_empty()).collect();
    let tags = (!tags.is_empty()).then(|| (tags.join(" · "), Role::Faint, FootSign::Tag));
    let mut baseline = card.y1 + FOOT_FIRST;
    for (text, color, sign) in control.into_iter().chain(tags) {
        sign.paint(pen, Point::new(sizes::CARD_INSET + FOOT_SIGN, baseline - FOOT_MIDDLE));
        let left = sizes::CARD_INSET + FOOT_TEXT;
        let words = Words::new(&text, 10.5, FontWeight::Regular, color).within(card.x1 - left);
        pen.words(words, Point::new(left, baseline));
        pen.resize_height(baseline + FOOT_BELOW);
        baseline += FOOT_LEADING;
    }
}

/// What stands before a line under the card.
#[derive(Clone, Copy, Debug)]
enum FootSign {
    Partner,
    Outside,
    Tag,
}

impl FootSign {
    fn paint(self, pen: &mut Pen<'_>, center: Point) {
        let circle = |dx: f64, radius| Shape::Circle {
            center: Point::new(center.x + dx, center.y),
            radius,
            fill: None,
            stroke: Some(Stroke::solid(Role::Soft, 1.0)),
        };
        match self {
            Self::Partner => [-1.8, 1.8].map(|dx| circle(dx, 2.8)).into_iter().for_each(|shape| pen.shape(shape)),
            Self::Outside => {
                let at = |x: f64, y: f64| Point::new(center.x + x, center.y + y);
                let mut path = BezPath::new();
                path.move_to(at(-3.2, 3.2));
                path.line_to(at(3.2, -3.2));
                path.move_to(at(-0.8, -3.2));
                path.line_to(at(3.2, -3.2));
                path.line_to(at(3.2, 0.8));
                pen.line(path, round_stroke(Role::Soft, 1.1));
            }
            Self::Tag => {
                let corners = [(-4.0, -2.8), (1.2, -2.8), (4.2, 0.0), (1.2, 2.8), (-4.0, 2.8)];
                pen.line(outline_through(center, &corners), round_stroke(Role::Faint, 1.0));
            }
        }
    }
}

/// The closed outline through corners given from a middle.
fn outline_through(center: Point, corners: &[(f64, f64)]) -> BezPath {
    let mut path = BezPath::new();
    for (number, (x, y)) in corners.iter().enumerate() {
        let at = (center.x + x, center.y + y);
        if number == 0 { path.move_to(at) } else { path.line_to(at) }
    }
    path.close_path();
    path
}
