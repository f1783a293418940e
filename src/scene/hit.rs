//! What a point on the picture means, where a thing stands, and where something dropped would land.
//!
//! Must not know what is selected or how a gesture goes on.

use super::{
    Block, Column, LaneRow, LinkArc, Scene, Shape, Spot, StageSpan, Target, Writing, sizes, spots::nearest_spot,
};
use crate::map::{CardId, Holder, LaneId, LaneKind, Spans, StageId, Thing};
use kurbo::{BezPath, Line, ParamCurveNearest, Point, Rect, Vec2};
use std::sync::Arc;

/// How far a flattened arc may be off when the distance to it is found, in document units.
const DISTANCE_ACCURACY: f64 = 0.5;
/// Thickness of the line that shows a landing place.
const MARK: f64 = 3.0;

/// What was hit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// What it is.
    pub target: Target,
    /// Its room.
    pub rect: Rect,
}

/// Where something dropped would land.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Landing<P> {
    /// The place.
    pub place: P,
    /// The line that shows it.
    pub mark: Rect,
}

impl Scene {
    /// What a point means; things within `slack` count as hit. `None` off the picture.
    pub fn hit(&self, at: Point, slack: f64) -> Option<Hit> {
        self.hit_note(at, slack)
            .or_else(|| self.hit_lane_border(at, slack))
            .or_else(|| self.hit_header(at))
            .or_else(|| self.hit_gutter(at))
            .or_else(|| self.hit_cell(at, slack))
            .or_else(|| self.hit_link(at, slack))
    }

    /// Where a thing stands; `None` for what is not drawn. A persona or a survey has no place.
    pub fn rect_of(&self, thing: Thing) -> Option<Rect> {
        match thing {
            Thing::Stage(id) => self.stage_span(id).map(header_rect),
            Thing::Lane(id) => self.lanes.get(self.lane_number_of(id)?).map(label_rect),
            Thing::Touchpoint(id) | Thing::Face(id, _, _) | Thing::Engagement(id) => {
                self.spot_in(Holder::Touchpoint(id), thing).map(|(spot, corner)| spot.rect + corner)
            }
            Thing::Card(id) => self.spot_in(self.holder_of(id)?, thing).map(|(spot, corner)| spot.rect + corner),
            Thing::Link(id) => self.links.iter().find(|link| link.id == id).map(|link| link.rect),
            Thing::Note(id) => self.note(id).map(|note| note.rect),
            Thing::Persona(_) | Thing::Survey(_) => None,
        }
    }

    /// The middle of the handle from which an arrow can be drawn, where `slack` is what a hand needs around a point;
    /// `None` for what has none. Where the view is so far away that it would cover the thing, a note's handle stands
    /// under the note, as far as arrows are drawn, and a touchpoint has none.
    pub fn handle_of(&self, thing: Thing, slack: f64) -> Option<Point> {
        let rect = self.rect_of(thing)?;
        match thing {
            Thing::Touchpoint(_) => (slack <= sizes::HANDLE).then(|| Point::new(rect.x1, rect.center().y)),
            Thing::Note(_) => {
                let below = (slack - sizes::HANDLE).max(0.0);
                (slack <= sizes::FARTHEST_HANDLE).then(|| Point::new(rect.center().x, rect.y1 + below))
            }
            Thing::Stage(_) | Thing::Face(..) | Thing::Engagement(_) | Thing::Card(_) | Thing::Lane(_) => None,
            Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) => None,
        }
    }

    /// Where a thing stands, or what it belongs to where it is not drawn itself.
    pub(super) fn place_near(&self, thing: Thing) -> Option<Rect> {
        let holder = |id| match self.holder_of(id)? {
            Holder::Touchpoint(id) => self.rect_of(Thing::Touchpoint(id)).or(self.column_rect(id)),
            Holder::Stage(id) => self.rect_of(Thing::Stage(id)),
        };
        self.rect_of(thing).or_else(|| match thing {
            Thing::Card(id) => holder(id),
            Thing::Face(id, _, _) | Thing::Engagement(id) => {
                self.rect_of(Thing::Touchpoint(id)).or(self.column_rect(id))
            }
            Thing::Touchpoint(id) => self.column_rect(id),
            Thing::Stage(_) | Thing::Lane(_) | Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) => None,
            Thing::Note(_) => None,
        })
    }

    fn column_rect(&self, id: crate::map::TouchpointId) -> Option<Rect> {
        self.column_of(id).map(|column| Rect::new(column.x, sizes::LANES_TOP, column.x + column.width, self.bottom()))
    }

    /// Where a thing's name or text stands, for a hand and for a field that edits it in place.
    pub fn text_rect_of(&self, thing: Thing) -> Option<Rect> {
        match thing {
            Thing::Link(id) => self.links.iter().find(|link| link.id == id).map(LinkArc::text_rect),
            _ => self.writing_of(thing).map(|writing| writing.room).or_else(|| self.rect_of(thing)),
        }
    }

    /// Where and how a thing's name or text is written; `None` for what has none of its own in its place, as links and
    /// faces.
    pub fn writing_of(&self, thing: Thing) -> Option<Writing> {
        let (block, corner) = match thing {
            Thing::Stage(id) => {
                let stage = self.stage_span(id)?;
                (&stage.header, Vec2::new(stage.x, sizes::HEADER_TOP))
            }
            Thing::Lane(id) => {
                let row = self.lanes.get(self.lane_number_of(id)?)?;
                (&row.label, Vec2::new(0.0, row.top))
            }
            Thing::Note(id) => {
                let note = self.note(id)?;
                (&note.block, note.rect.origin().to_vec2())
            }
            Thing::Touchpoint(id) => return self.writing_in(Holder::Touchpoint(id), thing),
            Thing::Card(id) => return self.writing_in(self.holder_of(id)?, thing),
            Thing::Face(..) | Thing::Engagement(_) | Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) => {
                return None;
            }
        };
        let writing = block.spots.iter().find(|spot| spot.target == Target::Thing(thing))?.writing.as_deref();
        writing.map(|writing| *writing + corner)
    }

    fn writing_in(&self, holder: Holder, thing: Thing) -> Option<Writing> {
        let (spot, corner) = self.spot_in(holder, thing)?;
        spot.writing.as_deref().map(|writing| *writing + corner)
    }

    /// The whole cell of an holder in a lane.
    pub fn cell_rect(&self, holder: Holder, lane: LaneId) -> Option<Rect> {
        let row = self.lanes.get(self.lane_number_of(lane)?)?;
        let (x, width) = match holder {
            Holder::Touchpoint(id) => self.column_of(id).map(|column| (column.x, column.width))?,
            Holder::Stage(id) => self.stage_span(id).map(|stage| (stage.x, stage.width))?,
        };
        Some(Rect::new(x, row.top, x + width, row.bottom()))
    }

    /// Where a dropped touchpoint would land: the stage and the place among the touchpoints that stand there now.
    pub fn touchpoint_drop(&self, at: Point) -> Option<Landing<(StageId, usize)>> {
        let stage = self.stage_near(at.x)?;
        let columns = self.columns.get(stage.columns.clone())?;
        let filled = columns.iter().filter(|column| column.touchpoint.is_some());
        let place = filled.clone().filter(|column| column.center() < at.x).count();
        let x = match filled.count() {
            0 => stage.x + sizes::CARD_INSET,
            _ => columns.get(place).map_or(stage.x + stage.width, |column| column.x),
        };
        let row = self.lanes.iter().find(|lane| lane.kind == LaneKind::Touchpoints);
        let (top, bottom) = row.map_or((sizes::LANES_TOP, self.bottom()), |row| (row.top, row.bottom()));
        Some(Landing { place: (stage.id, place), mark: upright(x, top, bottom) })
    }

    /// Where a dropped stage would land: the place among the stages that stand there now.
    pub fn stage_drop(&self, at: Point) -> Landing<usize> {
        let place = self.stages.partition_point(|stage| stage.x + stage.width / 2.0 < at.x);
        let x = match self.stages.get(place) {
            Some(stage) => stage.x,
            None => self.stages.last().map_or(sizes::GUTTER, |last| last.x + last.width),
        };
        Landing { place, mark: upright(x, sizes::HEADER_TOP, self.bottom().max(sizes::LANES_TOP)) }
    }

    /// Where a dropped lane would land: before this lane of those shown, or at the end (`None`).
    pub fn lane_drop(&self, at: Point) -> Landing<Option<LaneId>> {
        let place = self.lanes.partition_point(|lane| lane.top + lane.height / 2.0 < at.y);
        let next = self.lanes.get(place);
        let y = next.map_or(self.bottom(), |lane| lane.top);
        Landing { place: next.map(|lane| lane.id), mark: level(y, sizes::LABEL_LEFT, self.right()) }
    }

    /// Where a dropped card would land: its holder, lane and place among the cards of that cell.
    pub fn card_drop(&self, at: Point) -> Option<Landing<(Holder, LaneId, usize)>> {
        let number = self.lane_number_at(at.y)?;
        let row = self.lanes.get(number).filter(|row| row.kind.holds_cards())?;
        let (holder, corner, block) = self.cell_at(row, number, at.x)?;
        let cards: Vec<Rect> = block.spots.iter().filter(|spot| is_card(spot)).map(|spot| spot.rect + corner).collect();
        let rect = self.cell_rect(holder, row.id)?;
        let sideways = row.spans == Spans::Stages;
        let before = |card: &&Rect| if sideways { comes_before(card, at) } else { card.center().y < at.y };
        let place = cards.iter().filter(before).count();
        let mark = card_mark(&cards, place, rect, sideways);
        Some(Landing { place: (holder, row.id, place), mark })
    }

    /// The whole of a text that was cut, where the point lies on such a one.
    pub fn whole_text(&self, at: Point) -> Option<Arc<str>> {
        if let Some(stage) = self.stage_at(at.x).filter(|stage| header_rect(stage).contains(at)) {
            return cut_text(&stage.header, at - Vec2::new(stage.x, sizes::HEADER_TOP));
        }
        let number = self.lane_number_at(at.y)?;
        let row = self.lanes.get(number)?;
        if self.in_gutter(at) {
            return cut_text(&row.label, at - Vec2::new(0.0, row.top));
        }
        let (_, corner, block) = self.cell_at(row, number, at.x)?;
        cut_text(block, at - corner)
    }

    /// The uppermost note, its handle or its right edge.
    fn hit_note(&self, at: Point, slack: f64) -> Option<Hit> {
        let reach = slack.min(sizes::HANDLE);
        let around = sizes::HANDLE.max(2.0 * slack.min(sizes::FARTHEST_HANDLE));
        let notes = self.notes.iter().rev().filter(|note| note.rect.inflate(around, around).contains(at));
        notes.into_iter().find_map(|note| {
            let thing = Thing::Note(note.id);
            let is_at_edge = (at.x - note.rect.x1).abs() <= reach && (note.rect.y0..=note.rect.y1).contains(&at.y);
            let target = match self.hit_handle(thing, at, slack) {
                Some(handle) => handle.target,
                None if is_at_edge => Target::NoteBorder(note.id),
                None if note.rect.contains(at) => Target::Thing(thing),
                None => return None,
            };
            Some(Hit { target, rect: note.rect })
        })
    }

    /// The handle of a thing.
    fn hit_handle(&self, thing: Thing, at: Point, slack: f64) -> Option<Hit> {
        let is_near = self.handle_of(thing, slack)?.distance(at) <= sizes::HANDLE.max(slack);
        is_near.then_some(Hit { target: Target::Handle(thing), rect: self.rect_of(thing)? })
    }

    /// The lower border of a lane, where it lies under the lane's name: there it goes before everything else.
    fn hit_lane_border(&self, at: Point, slack: f64) -> Option<Hit> {
        let is_under_name = at.x >= sizes::LABEL_LEFT && at.x <= sizes::GUTTER;
        is_under_name.then(|| self.border_near(at, slack)).flatten()
    }

    fn border_near(&self, at: Point, slack: f64) -> Option<Hit> {
        let row = self.lanes.iter().find(|row| (at.y - row.bottom()).abs() <= slack.min(row.height / 4.0))?;
        let rect = Rect::new(sizes::LABEL_LEFT, row.bottom() - slack, self.right(), row.bottom() + slack);
        Some(Hit { target: Target::LaneBorder(row.id), rect })
    }

    fn hit_header(&self, at: Point) -> Option<Hit> {
        let stage = self.stage_at(at.x).filter(|stage| header_rect(stage).contains(at))?;
        Some(Hit { target: Target::Thing(Thing::Stage(stage.id)), rect: header_rect(stage) })
    }

    fn hit_gutter(&self, at: Point) -> Option<Hit> {
        let row = self.lane_at(at.y).filter(|_| (0.0..sizes::GUTTER).contains(&at.x))?;
        Some(Hit { target: Target::Thing(Thing::Lane(row.id)), rect: label_rect(row) })
    }

    fn hit_cell(&self, at: Point, slack: f64) -> Option<Hit> {
        let number = self.lane_number_at(at.y)?;
        let row = self.lanes.get(number)?;
        let column = self.column_at(at.x)?;
        let Some((holder, corner, block)) = self.cell_at(row, number, at.x) else {
            let rect = Rect::new(column.x, row.top, column.x + column.width, row.bottom());
            return Some(Hit { target: Target::StageBody(column.stage), rect });
        };
        let touchpoint = if let Holder::Touchpoint(id) = holder { Some(Thing::Touchpoint(id)) } else { None };
        let is_touchpoints = row.kind == LaneKind::Touchpoints;
        if let Some(handle) = touchpoint.filter(|_| is_touchpoints).and_then(|it| self.hit_handle(it, at, slack)) {
            return Some(handle);
        }
        if let Some(spot) = nearest_spot(block, at - corner, slack) {
            return Some(Hit { target: spot.target, rect: spot.rect + corner });
        }
        // Along its whole length the border can be taken, but for where something stands.
        if let Some(border) = self.border_near(at, slack) {
            return Some(border);
        }
        let target = match row.kind {
            LaneKind::Touchpoints => Target::StageBody(column.stage),
            _ => Target::Cell(holder, row.id),
        };
        Some(Hit { target, rect: self.cell_rect(holder, row.id)? })
    }

    fn hit_link(&self, at: Point, slack: f64) -> Option<Hit> {
        let near = |link: &&LinkArc| link.label_rect.contains(at) || distance(&link.path, at) <= slack;
        let inside = self.links.iter().rev().filter(|link| link.rect.inflate(slack, slack).contains(at));
        let link = inside.clone().find(near)?;
        Some(Hit { target: Target::Thing(Thing::Link(link.id)), rect: link.rect })
    }

    /// The cell at `x` in a row, with its holder and where it stands; `None` for a touchpoint's cell of an empty stage.
    fn cell_at(&self, row: &LaneRow, number: usize, x: f64) -> Option<(Holder, Vec2, &Block)> {
        match row.spans {
            Spans::Touchpoints => {
                let column = self.column_at(x)?;
                let block = column.cells.get(number)?;
                Some((Holder::Touchpoint(column.touchpoint?), Vec2::new(column.x, row.top), block))
            }
            Spans::Stages => {
                let stage = self.stage_at(x)?;
                Some((Holder::Stage(stage.id), Vec2::new(stage.x, row.top), stage.cells.get(number)?))
            }
        }
    }

    /// The spot of a thing in its holder's cells, and where its cell stands.
    fn spot_in(&self, holder: Holder, thing: Thing) -> Option<(&Spot, Vec2)> {
        let (x, cells) = match holder {
            Holder::Touchpoint(id) => self.column_of(id).map(|column: &Column| (column.x, &column.cells))?,
            Holder::Stage(id) => self.stage_span(id).map(|stage| (stage.x, &stage.cells))?,
        };
        self.lanes.iter().zip(cells.iter()).find_map(|(row, block)| {
            let spot = block.spots.iter().find(|spot| spot.target == Target::Thing(thing))?;
            Some((spot, Vec2::new(x, row.top)))
        })
    }

    fn holder_of(&self, card: CardId) -> Option<Holder> {
        let index = self.card_index.get_or_init(|| {
            let of_columns = self.columns.iter().filter_map(|column| column.source.as_ref()).flat_map(|touchpoint| {
                let holder = Holder::Touchpoint(touchpoint.id);
                touchpoint.cards.values().flatten().map(move |card| (card.id, holder))
            });
            let of_stages = self.stages.iter().flat_map(|stage| {
                let holder = Holder::Stage(stage.id);
                stage.source.cards.values().flatten().map(move |card| (card.id, holder))
            });
            of_columns.chain(of_stages).collect()
        });
        index.get(&card).copied()
    }

    fn stage_near(&self, x: f64) -> Option<&StageSpan> {
        let at = self.stages.partition_point(|stage| stage.x + stage.width <= x);
        self.stages.get(at).or(self.stages.last())
    }
}

/// How far a point is from a path.
fn distance(path: &BezPath, at: Point) -> f64 {
    let (mut least, mut last) = (f64::INFINITY, None);
    super::flatten(path, DISTANCE_ACCURACY, |start, to| {
        if let Some(from) = last.filter(|_| !start) {
            least = least.min(Line::new(from, to).nearest(at, DISTANCE_ACCURACY).distance_sq);
        }
        last = Some(to);
    });
    least.sqrt()
}

fn is_card(spot: &Spot) -> bool {
    matches!(spot.target, Target::Thing(Thing::Card(_)))
}

/// In rows of cards from left to right: whether a card comes before a point.
fn comes_before(card: &Rect, at: Point) -> bool {
    card.y1 < at.y || (card.y0 <= at.y && card.center().x < at.x)
}

fn card_mark(cards: &[Rect], place: usize, cell: Rect, sideways: bool) -> Rect {
    let (left, right) = (cell.x0 + sizes::CARD_INSET, cell.x1 - sizes::CARD_INSET);
    let next = cards.get(place);
    let last = place.checked_sub(1).and_then(|before| cards.get(before));
    match (next, last, sideways) {
        (Some(card), _, true) => upright(card.x0 - sizes::CARD_INSET, card.y0, card.y1),
        (None, Some(card), true) => upright(card.x1 + sizes::CARD_INSET, card.y0, card.y1),
        (Some(card), _, false) => level(card.y0 - sizes::CARD_GAP / 2.0, left, right),
        (None, Some(card), false) => level(card.y1 + sizes::CARD_GAP / 2.0, left, right),
        (None, None, _) => level(cell.y0 + sizes::CARD_ROW_INSET, left, right.min(left + sizes::COLUMN)),
    }
}

fn cut_text(block: &Block, at: Point) -> Option<Arc<str>> {
    block.shapes.iter().find_map(|shape| match shape {
        Shape::Text(text) if text.whole.is_some() && text.bounds().contains(at) => text.whole.clone(),
        Shape::Text(_) | Shape::Rect { .. } | Shape::Circle { .. } | Shape::Path { .. } | Shape::Image { .. } => None,
    })
}

fn header_rect(stage: &StageSpan) -> Rect {
    Rect::new(stage.x, sizes::HEADER_TOP, stage.x + stage.width, sizes::HEADER_TOP + sizes::HEADER)
}

fn label_rect(row: &LaneRow) -> Rect {
    Rect::new(0.0, row.top, sizes::GUTTER, row.bottom())
}

fn upright(x: f64, top: f64, bottom: f64) -> Rect {
    Rect::new(x - MARK / 2.0, top, x + MARK / 2.0, bottom)
}

fn level(y: f64, left: f64, right: f64) -> Rect {
    Rect::new(left, y - MARK / 2.0, right, y + MARK / 2.0)
}
