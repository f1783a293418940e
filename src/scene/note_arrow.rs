//! The way of a note's arrow: straight where nothing is in between, else in an arc or along the edge of a column, over as
//! few cards, signs and words as can be.
//!
//! Must not know the note's words, nor what is selected.

use super::{Block, Column, Role, Scene, Shape, ground::add_block, pen::round_stroke};
use kurbo::{BezPath, ParamCurve as _, Point, Rect, Shape as _, Size, Vec2};
use rustc_hash::FxHashMap;
use std::sync::Arc;

use crate::map::NoteId;

/// The length of an arrow's head, and the shortest arrow.
const HEAD: f64 = 7.0;
const SHORTEST: f64 = 10.0;
/// How far an arc's middle is pulled aside, as a share of the arrow's length, and at the most in document units.
const BENDS: [f64; 8] = [0.22, -0.22, 0.45, -0.45, 0.75, -0.75, 1.1, -1.1];
const DEEPEST: f64 = 420.0;
/// Where an arrow leaves the edge of a column: so far from what it leads to.
const TURN: f64 = 24.0;
/// How far from the corner of an edge an arrow begins or ends.
const CORNER: f64 = 14.0;
/// How round the turns of a way along a column are.
const ROUND: f64 = 16.0;
/// Two looks at the way lie so far apart, and there are at most so many.
const LOOK: f64 = 6.0;
const MOST_LOOKS: usize = 400;
/// Air around what is in the way.
const AIR: f64 = 2.0;
/// Over more columns than this nobody follows an arrow, and it goes straight.
const MOST_COLUMNS: usize = 120;

/// An arrow as it is drawn, standing at the document's origin.
#[derive(Clone, Debug)]
pub(super) struct Arrow {
    pub(super) block: Arc<Block>,
    /// Everything it takes up.
    pub(super) room: Rect,
}

/// The arrows of the last layout with all that their ways depend on: most edits leave them as they are.
pub(super) type KnownArrows = FxHashMap<NoteId, Known>;

/// Left end and cells of a column.
type Cells = (f64, Arc<[Arc<Block>]>);

/// A way that was found, and between what.
#[derive(Debug)]
pub(super) struct Known {
    ends: (Rect, Rect),
    /// What could be in the way.
    columns: Vec<Cells>,
    /// The lanes' upper ends.
    tops: Vec<f64>,
    arrow: Option<Arrow>,
}

/// The arrow of a note from its ground to what it leads to; `None` where there is no room for one.
pub(super) fn arrow(scene: &Scene, (id, note, to): (NoteId, Rect, Rect), known: &mut KnownArrows) -> Option<Arrow> {
    let columns = columns_between(scene, note, to);
    let tops: Vec<f64> = scene.lanes.iter().map(|row| row.top).collect();
    if let Some(known) = known.get(&id).filter(|known| known.is_for((note, to), columns, &tops)) {
        return known.arrow.clone();
    }
    let arrow = best_way(scene, (note, to), columns).map(|way| drawn(&way));
    let columns = columns.iter().map(|column| (column.x, Arc::clone(&column.cells))).collect();
    known.insert(id, Known { ends: (note, to), columns, tops, arrow: arrow.clone() });
    arrow
}

impl Known {
    fn is_for(&self, ends: (Rect, Rect), columns: &[Column], tops: &[f64]) -> bool {
        let is_same = |(known, column): (&Cells, &Column)| known.0 == column.x && Arc::ptr_eq(&known.1, &column.cells);
        self.ends == ends
            && self.tops == tops
            && self.columns.len() == columns.len()
            && self.columns.iter().zip(columns).all(is_same)
    }
}

/// The columns that an arrow or its arc may go over; none where they are too many.
fn columns_between(scene: &Scene, note: Rect, to: Rect) -> &[Column] {
    let room = note.union(to);
    let aside = (room.height() / 2.0).min(DEEPEST);
    let columns = scene.columns_between(room.x0 - aside, room.x1 + aside);
    if columns.len() <= MOST_COLUMNS { columns } else { &[] }
}

/// Of all ways the one over the least of what stands in between; of equal ones the plainest.
fn best_way(scene: &Scene, (note, to): (Rect, Rect), columns: &[Column]) -> Option<BezPath> {
    let (from, tip) = straight(note, to)?;
    let in_the_way = obstacles(scene, (note, to), columns);
    let mut line = BezPath::new();
    line.move_to(from);
    line.line_to(tip);
    let mut best = (covered(&line, &in_the_way, usize::MAX), line);
    let mut others = arcs(note, to).chain(along_columns(scene, (note, to)));
    while best.0 > 0 {
        let Some(way) = others.next() else { break };
        let count = covered(&way, &in_the_way, best.0);
        // A way round has to be worth it.
        if count + 1 < best.0 || count == 0 {
            best = (count, way);
        }
    }
    Some(best.1)
}

/// Where an arrow begins and ends: from edge to edge on the way from one middle to the other. `None` where there is no
/// room for one.
fn straight(note: Rect, to: Rect) -> Option<(Point, Point)> {
    let goal =
        Point::new(note.center().x.clamp(to.x0.min(to.x1), to.x1), note.center().y.clamp(to.y0.min(to.y1), to.y1));
    let goal = goal.midpoint(to.center());
    let from = edge_towards(note, goal);
    let tip = edge_towards(to, from);
    let is_apart = !note.contains(tip) && !to.contains(from);
    (is_apart && from.distance(tip) >= SHORTEST).then_some((from, tip))
}

/// The point of a rectangle's edge on the way from its middle to a point outside.
fn edge_towards(rect: Rect, to: Point) -> Point {
    let way = to - rect.center();
    let share = |half: f64, along: f64| if along.abs() < 1e-9 { f64::INFINITY } else { half / along.abs() };
    let part = share(rect.width() / 2.0, way.x).min(share(rect.height() / 2.0, way.y)).min(1.0);
    rect.center() + way * part
}

/// Arcs to both sides, the shallow ones first.
fn arcs(note: Rect, to: Rect) -> impl Iterator<Item = BezPath> {
    let way = to.center() - note.center();
    let side = if way.hypot() < 1e-9 { Vec2::ZERO } else { Vec2::new(-way.y, way.x).normalize() };
    BENDS.into_iter().filter_map(move |bend| {
        let aside = (bend * way.hypot()).clamp(-DEEPEST, DEEPEST);
        let pull = note.center().midpoint(to.center()) + side * aside;
        let (from, tip) = (edge_towards(note, pull), edge_towards(to, pull));
        let is_outside = !note.contains(pull) && !to.contains(pull) && from.distance(tip) >= SHORTEST;
        let mut path = BezPath::new();
        path.move_to(from);
        path.quad_to(pull, tip);
        is_outside.then_some(path)
    })
}

/// Ways up or down along the edges of the column that the arrow leads into, where no card stands.
fn along_columns(scene: &Scene, (note, to): (Rect, Rect)) -> impl Iterator<Item = BezPath> {
    let column = scene.column_at(to.center().x).filter(|column| to.width() <= column.width);
    let middle = note.center().x;
    let mut edges: Vec<f64> = column.map(|column| vec![column.x, column.x + column.width]).unwrap_or_default();
    edges.sort_by(|one, other| (one - middle).abs().total_cmp(&(other - middle).abs()));
    let ways = move |edge| [Leaves::Towards, Leaves::Sideways].map(|leaves| along(edge, leaves, (note, to)));
    edges.into_iter().flat_map(ways).flatten()
}

/// How a way along a column leaves the note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Leaves {
    /// By the edge that faces what it leads to, slantwise.
    Towards,
    /// By the side that faces the column, level.
    Sideways,
}

fn along(edge: f64, leaves: Leaves, (note, to): (Rect, Rect)) -> Option<BezPath> {
    // Up to what stands above the note, down to what stands below it.
    let (from_y, turn_y, tip_y) = if note.y0 >= to.y1 + 2.0 * TURN {
        (note.y0, to.y1 + TURN, to.y1)
    } else if note.y1 <= to.y0 - 2.0 * TURN {
        (note.y1, to.y0 - TURN, to.y0)
    } else {
        return None;
    };
    let inside = |x: f64, rect: Rect| {
        let corner = CORNER.min(rect.width() / 2.0);
        x.clamp(rect.x0 + corner, rect.x1 - corner)
    };
    let tip = Point::new(inside(edge, to), tip_y);
    let (from, enters) = match leaves {
        Leaves::Towards => {
            let from = Point::new(inside(edge, note), from_y);
            let rise = (edge - from.x).abs().min((turn_y - from_y).abs() / 2.0);
            (from, Point::new(edge, from_y + (turn_y - from_y).signum() * rise))
        }
        Leaves::Sideways => {
            let side = if edge > note.x1 + ROUND { Some(note.x1) } else { None };
            let side = side.or((edge < note.x0 - ROUND).then_some(note.x0))?;
            (Point::new(side, note.center().y), Point::new(edge, note.center().y))
        }
    };
    let points = [from, enters, Point::new(edge, turn_y), tip];
    Some(rounded(&points))
}

/// A line over points, round at the turns.
fn rounded(points: &[Point; 4]) -> BezPath {
    let [from, enters, leaves, tip] = *points;
    let mut path = BezPath::new();
    path.move_to(from);
    for (before, turn, after) in [(from, enters, leaves), (enters, leaves, tip)] {
        let reach = |to: Point| {
            let length = (to - turn).hypot();
            if length < 1e-9 { turn } else { turn + (to - turn) * (ROUND.min(length / 2.0) / length) }
        };
        path.line_to(reach(before));
        path.quad_to(turn, reach(after));
    }
    path.line_to(tip);
    path
}

/// How many looks along a way meet something; from `most` on nobody counts.
fn covered(way: &BezPath, in_the_way: &[Rect], most: usize) -> usize {
    let room = way.bounding_box();
    let near: Vec<Rect> = in_the_way.iter().copied().filter(|rect| touches(*rect, room)).collect();
    if near.is_empty() {
        return 0;
    }
    let looks = |segment: kurbo::PathSeg| {
        let (start, end) = (segment.start(), segment.end());
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded just after")]
        let count = ((segment.eval(0.5).distance(start) + segment.eval(0.5).distance(end)) / LOOK).ceil() as usize;
        let count = count.clamp(1, MOST_LOOKS);
        (0..count).map(move |at| segment.eval((at as f64 + 0.5) / count as f64))
    };
    way.segments().flat_map(looks).filter(|at| near.iter().any(|rect| rect.contains(*at))).take(most).count()
}

/// Whether two rectangles, also ones without any width or height, have a point in common.
fn touches(one: Rect, other: Rect) -> bool {
    one.x0 <= other.x1 && one.x1 >= other.x0 && one.y0 <= other.y1 && one.y1 >= other.y0
}

/// What an arrow should not go over: cards, faces, chips and words of the columns and stages, headers, names of lanes and
/// words of links.
fn obstacles(scene: &Scene, (note, to): (Rect, Rect), columns: &[Column]) -> Vec<Rect> {
    let mut found = Vec::new();
    let (Some(first), Some(last)) = (columns.first(), columns.last()) else { return found };
    for column in columns {
        add_cells(&mut found, scene, (column.x, &column.cells));
    }
    for stage in scene.stages_between(first.x, last.x + last.width) {
        add_cells(&mut found, scene, (stage.x, &stage.cells));
        add_block(&mut found, &stage.header, Vec2::new(stage.x, super::sizes::HEADER_TOP));
    }
    for row in &scene.lanes {
        add_block(&mut found, &row.label, Vec2::new(0.0, row.top));
    }
    found.extend(scene.links.iter().map(|link| link.label_rect).filter(|rect| rect.area() > 0.0));
    let is_end = |rect: &Rect| is_within(*rect, to) || is_within(*rect, note);
    found.retain(|rect| !is_end(rect));
    found.iter().map(|rect| rect.inflate(AIR, AIR)).collect()
}

/// Whether a rectangle is the other one or stands in it.
fn is_within(rect: Rect, outer: Rect) -> bool {
    outer.inflate(AIR, AIR).contains(rect.center()) && rect.area() <= outer.area() * 1.2 + 1.0
}

fn add_cells(found: &mut Vec<Rect>, scene: &Scene, (x, cells): (f64, &Arc<[Arc<Block>]>)) {
    for (row, block) in scene.lanes.iter().zip(cells.iter()) {
        add_block(found, block, Vec2::new(x, row.top));
    }
}

/// The way with its head.
fn drawn(way: &BezPath) -> Arrow {
    let stroke = round_stroke(Role::Soft, 1.4);
    let shapes = std::iter::once(way.clone()).chain(head(way));
    let shapes = shapes.map(|path| Shape::Path { path, fill: None, stroke: Some(stroke) });
    let block = Block { size: Size::ZERO, shapes: shapes.collect(), spots: Vec::new() };
    Arrow { block: Arc::new(block), room: way.bounding_box().inflate(HEAD, HEAD) }
}

fn head(way: &BezPath) -> Option<BezPath> {
    let last = way.segments().last()?;
    let (tip, before) = (last.end(), last.eval(0.95));
    let along = (tip - before).normalize();
    let side = Vec2::new(-along.y, along.x);
    let mut head = BezPath::new();
    head.move_to(tip - along * HEAD + side * (HEAD * 0.55));
    head.line_to(tip);
    head.line_to(tip - along * HEAD - side * (HEAD * 0.55));
    Some(head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arrow_goes_from_edge_to_edge() {
        let (note, to) = (Rect::new(0.0, 0.0, 100.0, 40.0), Rect::new(200.0, 0.0, 300.0, 40.0));
        assert_eq!(straight(note, to), Some((Point::new(100.0, 20.0), Point::new(200.0, 20.0))));
        assert_eq!(straight(note, Rect::new(10.0, 0.0, 60.0, 40.0)), None, "over the thing itself there is none");
        assert_eq!(straight(note, Rect::new(105.0, 0.0, 205.0, 40.0)), None, "nor so near that it is a blot");
    }

    #[test]
    fn a_way_along_a_column_begins_and_ends_at_the_edges() {
        let (note, to) = (Rect::new(0.0, 400.0, 160.0, 440.0), Rect::new(208.0, 90.0, 330.0, 174.0));
        for edge in [200.0, 338.0] {
            let way = along(edge, Leaves::Towards, (note, to)).expect("there is room between");
            let (first, last) = (way.segments().next(), way.segments().last());
            assert_eq!(first.map(|it| it.start().y), Some(400.0));
            assert_eq!(last.map(|it| it.end().y), Some(174.0));
            let on_edge = way.segments().any(|it| it.start().x == edge && it.end().x == edge);
            assert!(on_edge, "it goes along the column's edge");
        }
        assert!(
            along(200.0, Leaves::Towards, (note, Rect::new(208.0, 380.0, 330.0, 464.0))).is_none(),
            "beside each other there is none"
        );
    }
}
