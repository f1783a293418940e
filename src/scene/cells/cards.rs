//! Cards of a cell: one under the other in a touchpoint's column, in rows from left to right under a whole stage.
//!
//! Must not know where the cell stands.

use super::{
    CellContext,
    picture::{framed_picture, picture_on_top},
};
use crate::{
    map::{Card, Evidence, Lane, LaneKind, Stage, Status, Thing},
    scene::{
        Align, Block, FontWeight, Role, Shape, Target, Writing, evidence,
        pen::{Pen, Words, hairline, room},
        sizes, status_name,
        text::{Measurer, Room, TextStyle},
    },
    texts::Texts,
};
use kurbo::{Point, Rect, Size, Vec2};
use std::sync::Arc;

const TEXT_SIZE: f32 = 11.5;
/// From one baseline of a card to the next.
const LEADING: f64 = 15.5;
/// From a card's top to its first baseline.
const FIRST_BASELINE: f64 = 19.0;
/// Air under the last baseline.
const BELOW: f64 = 12.0;
/// How many rows a card may have.
const MOST_ROWS: usize = 24;
/// How many rows the line about owner, date and status may have.
const TASK_ROWS: usize = 3;
/// The sign of a card's evidence: from the upper right corner to its middle, and the width it leaves to the first row.
const SIGN: Vec2 = Vec2::new(11.0, 12.0);
const BESIDE_SIGN: f64 = sizes::CARD_TEXT_WIDTH - 10.0;
const TASK_LEADING: f64 = 14.0;
const TASK_SIZE: f32 = 10.5;

pub(super) fn cards_cell(ground: &CellContext, measurer: &mut Measurer, lane: &Lane, cards: &[Arc<Card>]) -> Block {
    let mut pen = Pen::new(measurer, Size::new(sizes::COLUMN, sizes::CARD_ROW));
    let mut top = sizes::CARD_ROW_INSET;
    for card in cards {
        let height = paint_card(&mut pen, ground, (lane.kind, card), Vec2::new(0.0, top));
        top += height + sizes::CARD_GAP;
    }
    pen.resize_height((top - sizes::CARD_GAP + sizes::CARD_ROW_INSET).max(sizes::CARD_ROW));
    pen.done()
}

/// The cell of a stage in a lane that spans stages, `width` wide.
pub(in crate::scene) fn stage_cards_cell(
    ground: &CellContext,
    measurer: &mut Measurer,
    (lane, stage): (&Lane, &Stage),
    width: f64,
) -> Block {
    let mut pen = Pen::new(measurer, Size::new(width, sizes::CARD_ROW));
    let (mut corner, mut row_height) = (Vec2::new(0.0, sizes::CARD_ROW_INSET), 0.0_f64);
    for card in stage.cards_in(lane.id) {
        if corner.x + sizes::COLUMN > width + 0.5 && corner.x > 0.0 {
            corner = Vec2::new(0.0, corner.y + row_height + sizes::CARD_GAP);
            row_height = 0.0;
        }
        row_height = row_height.max(paint_card(&mut pen, ground, (lane.kind, card), corner));
        corner.x += sizes::COLUMN;
    }
    pen.resize_height((corner.y + row_height + sizes::CARD_ROW_INSET).max(sizes::CARD_ROW));
    pen.done()
}

/// Draws one card into the column that begins at `corner`; its height.
fn paint_card(pen: &mut Pen<'_>, ground: &CellContext, (kind, card): (LaneKind, &Card), corner: Vec2) -> f64 {
    let (texts, (fill, bar)) = (ground.texts, colors(kind));
    let at = pen.mark();
    let first_row = match card.evidence {
        Evidence::Guess => sizes::CARD_TEXT_WIDTH,
        Evidence::Observed | Evidence::Reported | Evidence::Measured => BESIDE_SIGN,
    };
    let fits = Room { first: first_row, width: sizes::CARD_TEXT_WIDTH, rows: MOST_ROWS };
    let color = if card.status == Some(Status::Dropped) { Role::Faint } else { Role::Ink };
    let words = Words::new(card.text.trim(), TEXT_SIZE, FontWeight::Regular, color).rows(fits, LEADING);
    let picture = paint_picture(pen, ground, (kind, card), corner);
    let down = if picture > 0.0 { picture + sizes::UNDER_PICTURE } else { FIRST_BASELINE };
    let first = Point::new(corner.x + sizes::CARD_TEXT, corner.y + down);
    let mut last = first.y + pen.rows_after(words, first) * LEADING;
    let parts = task_parts(pen.measurer, texts, card);
    let room_end = (!parts.is_empty()).then_some(last + 5.0);
    let is_picture_alone = picture > 0.0 && card.text.trim().is_empty() && parts.is_empty();
    for (number, part) in parts.iter().enumerate() {
        let fits = Room::new(sizes::CARD_TEXT_WIDTH, if number == 0 { TASK_ROWS } else { TASK_ROWS - 1 });
        let fits = if part.is_owner { Room::new(sizes::CARD_TEXT_WIDTH, 1) } else { fits };
        let words = Words::new(&part.text, TASK_SIZE, FontWeight::Regular, Role::Faint).rows(fits, TASK_LEADING);
        let first = Point::new(first.x, last + if number == 0 { 17.0 } else { TASK_LEADING });
        last = first.y + pen.rows_after(words, first) * TASK_LEADING;
    }
    let needed = if is_picture_alone { picture + sizes::PICTURE_TOP } else { last + BELOW - corner.y };
    let height = needed.max(sizes::CARD_LEAST);
    let rect = card_rect(corner, height);
    let stroke = (fill == Role::Card).then(hairline);
    let back = [
        Shape::Rect { rect, radius: 6.0, fill: Some(fill.into()), stroke },
        Shape::Rect { rect: Rect { x1: rect.x0 + 3.0, ..rect }, radius: 1.5, fill: Some(bar.into()), stroke: None },
    ];
    pen.insert(at, back);
    evidence::sign(pen, rect.origin() + Vec2::new(rect.width() - SIGN.x, SIGN.y), card.evidence);
    let top = if picture > 0.0 { corner.y + picture + 2.0 } else { rect.y0 + 3.0 };
    // A card that is a picture and nothing else has its text edited over it.
    let top = if is_picture_alone { rect.y1 - sizes::TEXT_LEAST } else { top };
    let writing = Writing {
        first: Point::new(first.x, if is_picture_alone { top + FIRST_BASELINE } else { first.y }),
        align: Align::Left,
        width: sizes::CARD_TEXT_WIDTH,
        leading: LEADING,
        size: TEXT_SIZE,
        weight: FontWeight::Regular,
        room: Rect::new(rect.x0 + 5.0, top, rect.x1 - 3.0, room_end.unwrap_or(rect.y1 - 3.0)),
        ground: fill.into(),
    };
    pen.written_spot(Target::Thing(Thing::Card(card.id)), rect, writing);
    height
}

/// Draws a card's picture, on a storyboard in its frame; how far down it reaches from the card's top, 0 without one.
fn paint_picture(pen: &mut Pen<'_>, ground: &CellContext, (kind, card): (LaneKind, &Card), corner: Vec2) -> f64 {
    let (left, top) = (corner.x + sizes::PICTURE_LEFT, corner.y + sizes::PICTURE_TOP);
    if kind == LaneKind::Storyboard {
        let frame = room(left, top, sizes::PICTURE_WIDTH, sizes::STORYBOARD_FRAME);
        framed_picture(pen, ground, card.image, frame);
        return sizes::PICTURE_TOP + sizes::STORYBOARD_FRAME;
    }
    let within = room(left, top, sizes::PICTURE_WIDTH, sizes::PICTURE_HEIGHT);
    let height = picture_on_top(pen, ground, card.image, within);
    if height > 0.0 { sizes::PICTURE_TOP + height } else { 0.0 }
}

fn card_rect(corner: Vec2, height: f64) -> Rect {
    let width = sizes::COLUMN - 2.0 * sizes::CARD_INSET;
    room(corner.x + sizes::CARD_INSET, corner.y, width, height)
}

/// A card's ground and the bar at its left.
fn colors(kind: LaneKind) -> (Role, Role) {
    match kind {
        LaneKind::PainPoints => (Role::PainTint, Role::Negative),
        LaneKind::Opportunities => (Role::OpportunityTint, Role::Accent),
        LaneKind::Actions => (Role::Card, Role::Soft),
        LaneKind::Thoughts => (Role::NeutralTint, Role::Neutral),
        LaneKind::Backstage => (Role::NeutralTint, Role::Soft),
        LaneKind::Notes | LaneKind::Storyboard | LaneKind::Touchpoints => (Role::Card, Role::Faint),
        LaneKind::Emotion => (Role::Card, Role::Faint),
        LaneKind::Channels | LaneKind::Survey | LaneKind::DramaticArc => (Role::Card, Role::Faint),
    }
}

/// A part of what is to be done about a card, on rows of its own.
struct TaskPart {
    text: String,
    /// An owner's name alone, which may be cut.
    is_owner: bool,
}

/// Holder, date and status in one line; where that would be cut, the owner on a row of its own, so that date and status
/// are always seen.
fn task_parts(measurer: &mut Measurer, texts: Texts, card: &Card) -> Vec<TaskPart> {
    let part = |text: String| TaskPart { text, is_owner: false };
    let line = task_line(texts, card, card.owner.trim());
    let style = TextStyle { size: TASK_SIZE, weight: FontWeight::Regular };
    let is_cut = measurer.wrap(&line, style, Room::new(sizes::CARD_TEXT_WIDTH, TASK_ROWS)).whole.is_some();
    let parts = if is_cut && !card.owner.trim().is_empty() {
        vec![TaskPart { text: card.owner.trim().to_owned(), is_owner: true }, part(task_line(texts, card, ""))]
    } else {
        vec![part(line)]
    };
    parts.into_iter().filter(|part| !part.text.is_empty()).collect()
}

/// Holder, date and status: `Logistics, by 15 Jan 2027, planned`.
fn task_line(texts: Texts, card: &Card, owner: &str) -> String {
    let due = card.due.map(|due| texts.scene_date(due.day(), month(texts, due.month()), due.year()));
    let task = match (owner, due) {
        ("", None) => String::new(),
        ("", Some(due)) => texts.due_only(due),
        (owner, None) => owner.to_owned(),
        (owner, Some(due)) => texts.task_by(owner, due),
    };
    let status = card.status.map(|status| status_name(texts, status));
    [Some(task.as_str()).filter(|task| !task.is_empty()), status].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The month's short name in English, its number in Vietnamese.
fn month(texts: Texts, number: i8) -> String {
    let place = usize::try_from(number).unwrap_or(1).saturating_sub(1);
    let names = texts.scene_months();
    names.split(' ').nth(place).unwrap_or_default().to_owned()
}
