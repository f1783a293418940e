//! Links as arcs under the map. Must not know the map's other parts.

use super::{
    Block, Cap, FontWeight, Role, Scene, Stroke, Target,
    pen::{Align, Pen, Words},
    text::{Measurer, Room, TextStyle},
};
use crate::{
    map::{Link, LinkId, LinkKind, Map, Thing, TouchpointId},
    texts::Texts,
};
use kurbo::{BezPath, ParamCurve as _, Point, Rect, Size};
use std::sync::Arc;

/// A link as it is drawn.
#[derive(Clone, Debug)]
pub struct LinkArc {
    /// Which link.
    pub id: LinkId,
    /// Where it starts.
    pub from: TouchpointId,
    /// Where it leads.
    pub to: TouchpointId,
    /// The arc, from its start to the arrowhead, in document units.
    pub path: BezPath,
    /// What is written on it with its share; empty for nothing.
    pub label: Arc<str>,
    /// The label's room; zero-sized at the arc's middle where there is no label.
    pub label_rect: Rect,
    /// Everything it takes up.
    pub rect: Rect,
    /// Arc and arrowhead, standing at `corner`.
    pub block: Arc<Block>,
    /// The label on its paper, standing at `corner`; it lies over all arcs.
    pub label_block: Arc<Block>,
    /// Where the blocks stand.
    pub corner: Point,
}

/// How deep the shallowest arc's control points hang, and how much deeper the next level's.
const DEPTH: f64 = 38.0;
const LEVEL: f64 = 28.0;
/// So many arcs hang below each other; more share the deepest level.
const LEVELS: usize = 12;
/// From the last hairline to where arcs begin.
const BELOW_LANES: f64 = 6.0;
/// A cubic reaches three quarters of its control points' depth.
const REACHED: f64 = 0.75;
/// How far a loop from a touchpoint to itself opens to each side.
const SELF_LOOP: f64 = 22.0;
/// The widest label.
const LABEL_WIDTH: f64 = 220.0;
/// The label's baseline under the arc's lowest point, and the paper left and right of it that the arc does not cross.
const LABEL_DROP: f64 = 4.0;
const LABEL_AIR: f64 = 6.0;
/// How far a label's paper reaches above and below the baseline.
const LABEL_UP: f64 = 11.5;
const LABEL_DOWN: f64 = 3.5;
/// How labels are set.
const LABEL_STYLE: TextStyle = TextStyle { size: 11.5, weight: FontWeight::Medium };
/// Parts in which an arc is looked at for words in its way.
const SAMPLES: u32 = 48;
/// Air around arcs, for their stroke and arrowhead.
const AIR: f64 = 8.0;

impl LinkArc {
    /// Where the label's words stand, or would stand.
    pub fn text_rect(&self) -> Rect {
        let center = self.label_rect.center();
        let width = self.label_rect.width().max(120.0);
        Rect::from_center_size(center, Size::new(width, self.label_rect.height().max(20.0)))
    }
}

/// Draws the map's links under the lanes and makes the picture high enough. A link without both ends is left out.
pub(super) fn place_links(scene: &mut Scene, map: &Map, texts: Texts, (known, measurer): (&mut Known, &mut Measurer)) {
    let ends: Vec<Ends<'_>> = map.links.iter().filter_map(|link| Ends::of(scene, link)).collect();
    if !known.is_for(&ends, scene.bottom(), texts) {
        *known = Known {
            places: ends.iter().map(|ends| (Arc::clone(ends.link), ends.from, ends.to)).collect(),
            ground: scene.bottom(),
            texts,
            arcs: arcs(measurer, texts, ends, scene.bottom()).into(),
        };
    }
    scene.links = Arc::clone(&known.arcs);
    let deepest = scene.links.iter().map(|arc| arc.rect.y1).fold(scene.bottom(), f64::max);
    scene.size.height = scene.size.height.max(deepest + super::sizes::MARGIN);
}

/// The arcs of the last layout, which most edits leave as they are.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// Each drawn link with where it starts and ends.
    places: Vec<(Arc<Link>, f64, f64)>,
    ground: f64,
    texts: Texts,
    arcs: Arc<[LinkArc]>,
}

impl Known {
    fn is_for(&self, ends: &[Ends<'_>], ground: f64, texts: Texts) -> bool {
        let is_same = |((link, from, to), ends): (&(Arc<Link>, f64, f64), &Ends<'_>)| {
            Arc::ptr_eq(link, ends.link) && *from == ends.from && *to == ends.to
        };
        self.texts == texts
            && self.ground == ground
            && self.places.len() == ends.len()
            && self.places.iter().zip(ends).all(is_same)
    }
}

/// The arcs under the lanes, whose lower end is `ground`; then each label where it crosses no other line or word.
fn arcs(measurer: &mut Measurer, texts: Texts, mut ends: Vec<Ends<'_>>, ground: f64) -> Vec<LinkArc> {
    ends.sort_by(|a, b| a.width().total_cmp(&b.width()).then(a.link.id.cmp(&b.link.id)));
    let mut levels: Vec<Vec<(f64, f64)>> = Vec::new();
    let base = ground + BELOW_LANES;
    let place = |ends: &Ends<'_>| {
        let words = label(texts, ends.link);
        let width = measurer.wrap(&words, LABEL_STYLE, Room::new(LABEL_WIDTH, 1)).rows.first().map_or(0.0, |row| row.1);
        let depth = DEPTH + LEVEL * free_level(&mut levels, ends, width) as f64 / REACHED;
        Line { path: outline(ends, base, depth), words, width }
    };
    let lines: Vec<Line> = ends.iter().map(place).collect();
    let traces: Vec<Trace> = lines.iter().map(|line| Trace::of(&line.path)).collect();
    let mut taken: Vec<Rect> = Vec::new();
    let arc = |(at, ends): (usize, &Ends<'_>)| {
        let line = lines.get(at)?;
        let middle = free_middle((at, line), &traces, &taken);
        let arc = arc(measurer, ends, line, (base, middle));
        taken.push(arc.label_rect);
        Some(arc)
    };
    ends.iter().enumerate().filter_map(arc).collect()
}

/// An arc and what is written on it.
struct Line {
    path: BezPath,
    words: String,
    /// Width of the words.
    width: f64,
}

impl Line {
    /// The point at a share of the way, 0 to 1.
    fn at(&self, share: f64) -> Point {
        self.path.segments().next().map_or(Point::ZERO, |segment| segment.eval(share))
    }

    /// The room of the words, and the paper around them, with their middle at a share of the way.
    fn label_room(&self, share: f64) -> Rect {
        let at = self.at(share);
        let half = self.width / 2.0 + LABEL_AIR;
        Rect::new(at.x - half, at.y + LABEL_DROP - LABEL_UP, at.x + half, at.y + LABEL_DROP + LABEL_DOWN)
    }
}

/// Points along a path, near enough to each other that no word lies between two of them unseen.
struct Trace {
    points: Vec<Point>,
    /// The room of all points: most traces are far from a word, which is seen by this alone.
    room: Rect,
}

impl Trace {
    fn of(path: &BezPath) -> Self {
        let at = |line: kurbo::PathSeg, at: u32| line.eval(f64::from(at) / f64::from(SAMPLES));
        let segment = path.segments().next();
        let points: Vec<Point> =
            segment.map_or_else(Vec::new, |line| (0..=SAMPLES).map(|step| at(line, step)).collect());
        let first = points.first().copied().unwrap_or_default();
        let room = points.iter().fold(Rect::from_points(first, first), |room, point| room.union_pt(*point));
        Self { points, room }
    }

    fn crosses(&self, room: Rect) -> bool {
        touches(self.room, room) && self.points.windows(2).any(|pair| matches!(pair, [a, b] if cuts(room, *a, *b)))
    }
}

/// Where on its arc a label stands: in the middle, or beside it where other arcs or labels are in the way there.
fn free_middle((own, line): (usize, &Line), others: &[Trace], taken: &[Rect]) -> f64 {
    const SHARES: [f64; 7] = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74];
    if line.words.is_empty() {
        return 0.5;
    }
    let crossings = |share: f64| {
        let room = line.label_room(share);
        let labels = taken.iter().filter(|label| label.overlaps(room)).count();
        let lines = others.iter().enumerate().filter(|(at, other)| *at != own && other.crosses(room)).count();
        // Words on words cannot be read; a line is only interrupted by them.
        labels * others.len().max(1) + lines
    };
    let mut best = (usize::MAX, 0.5);
    for share in SHARES {
        let count = crossings(share);
        if count < best.0 {
            best = (count, share);
        }
        if count == 0 {
            break;
        }
    }
    best.1
}

/// Whether a straight line reaches into a rectangle.
fn cuts(room: Rect, from: Point, to: Point) -> bool {
    touches(Rect::from_points(from, to), room) && (0..=4).any(|at| room.contains(from.lerp(to, f64::from(at) / 4.0)))
}

/// Whether two rectangles, also ones without any width or height, have a point in common.
fn touches(one: Rect, other: Rect) -> bool {
    one.x0 <= other.x1 && one.x1 >= other.x0 && one.y0 <= other.y1 && one.y1 >= other.y0
}

/// A link and where its ends stand.
struct Ends<'a> {
    link: &'a Arc<Link>,
    from: f64,
    to: f64,
}

impl<'a> Ends<'a> {
    fn of(scene: &Scene, link: &'a Arc<Link>) -> Option<Self> {
        let (from, to) = (scene.column_of(link.from)?.center(), scene.column_of(link.to)?.center());
        if link.from == link.to {
            return Some(Self { link, from: from + SELF_LOOP, to: to - SELF_LOOP });
        }
        Some(Self { link, from, to })
    }

    fn width(&self) -> f64 {
        (self.from - self.to).abs()
    }
}

/// The first level where nothing else hangs over the same stretch, the label counted; the stretch is taken.
fn free_level(levels: &mut Vec<Vec<(f64, f64)>>, ends: &Ends<'_>, label: f64) -> usize {
    let middle = f64::midpoint(ends.from, ends.to);
    let half = if label > 0.0 { label / 2.0 + LABEL_AIR } else { 0.0 };
    let left = ends.from.min(ends.to).min(middle - half);
    let right = ends.from.max(ends.to).max(middle + half);
    let is_free = |taken: &Vec<(f64, f64)>| taken.iter().all(|(from, to)| right < *from || *to < left);
    let level = levels.iter().position(is_free).unwrap_or(levels.len()).min(LEVELS - 1);
    if level == levels.len() {
        levels.push(Vec::new());
    }
    if let Some(taken) = levels.get_mut(level) {
        taken.push((left, right));
    }
    level
}

fn arc(measurer: &mut Measurer, ends: &Ends<'_>, line: &Line, (base, middle): (f64, f64)) -> LinkArc {
    let lowest = line.at(0.5).y;
    let label_room = if line.words.is_empty() {
        Rect::from_center_size(line.at(middle), Size::ZERO)
    } else {
        line.label_room(middle)
    };
    let bounds = Rect::new(ends.from.min(ends.to) - AIR, base - 2.0, ends.from.max(ends.to) + AIR, lowest + AIR);
    let rect = bounds.union(label_room);
    let corner = rect.origin();
    let local = kurbo::Affine::translate(-corner.to_vec2());
    let mut pen = Pen::new(measurer, rect.size());
    pen.line(local * line.path.clone(), stroke(ends.link.kind));
    pen.line(local * arrowhead(ends.to, base), Stroke::solid(Role::Soft, 1.6));
    pen.spot(Target::Thing(Thing::Link(ends.link.id)), rect.size().to_rect());
    let block = Arc::new(pen.done());
    let words = Words::new(&line.words, 11.5, FontWeight::Medium, Role::Soft).aligned(Align::Center);
    let at = line.at(middle) - corner.to_vec2() + (0.0, LABEL_DROP);
    let mut pen = Pen::new(measurer, rect.size());
    if !line.words.is_empty() {
        pen.fill(label_room - corner.to_vec2(), 0.0, Role::Paper);
        pen.words(words.within(LABEL_WIDTH), at);
    }
    LinkArc {
        id: ends.link.id,
        from: ends.link.from,
        to: ends.link.to,
        path: line.path.clone(),
        label: line.words.as_str().into(),
        label_rect: label_room,
        rect,
        block,
        label_block: Arc::new(pen.done()),
        corner,
    }
}

fn outline(ends: &Ends<'_>, base: f64, depth: f64) -> BezPath {
    let mut path = BezPath::new();
    path.move_to((ends.from, base));
    path.curve_to((ends.from, base + depth), (ends.to, base + depth), (ends.to, base + 4.0));
    path
}

fn arrowhead(x: f64, base: f64) -> BezPath {
    let mut path = BezPath::new();
    path.move_to((x - 5.0, base + 10.0));
    path.line_to((x, base + 2.0));
    path.line_to((x + 5.0, base + 10.0));
    path
}

fn stroke(kind: LinkKind) -> Stroke {
    let round = Stroke { cap: Cap::Round, ..Stroke::solid(Role::Soft, 1.6) };
    match kind {
        LinkKind::Loop => Stroke { dash: Some((1.0, 5.0)), ..round },
        LinkKind::Referral => Stroke { dash: Some((6.0, 5.0)), ..round },
        LinkKind::Path => round,
    }
}

/// Label and share: `buys again · 31 %`.
fn label(texts: Texts, link: &Link) -> String {
    let share = link.share.map(|share| texts.percent(share.value(), 0));
    match (link.label.trim(), share) {
        ("", None) => String::new(),
        ("", Some(share)) => share,
        (label, None) => label.to_owned(),
        (label, Some(share)) => texts.scene_link(label, share),
    }
}
