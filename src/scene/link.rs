//! Links as arcs under the map. Must not know the map's other parts.

use super::{
    Block, Cap, FontWeight, Role, Scene, Shape, Stroke, Target,
    pen::{Align, Pen, Words},
    text::Measurer,
};
use crate::{
    map::{Link, LinkId, LinkKind, Map, Thing, TouchpointId},
    texts::Texts,
};
use kurbo::{BezPath, Point, Rect, Size};
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
    /// Arc, arrowhead and label, standing at `corner`.
    pub block: Arc<Block>,
    /// Where the block stands.
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

/// The arcs under the lanes, whose lower end is `ground`.
fn arcs(measurer: &mut Measurer, texts: Texts, mut ends: Vec<Ends<'_>>, ground: f64) -> Vec<LinkArc> {
    ends.sort_by(|a, b| a.width().total_cmp(&b.width()).then(a.link.id.cmp(&b.link.id)));
    let mut levels: Vec<Vec<(f64, f64)>> = Vec::new();
    let place = |ends: &Ends<'_>| {
        let level = free_level(&mut levels, ends);
        arc(measurer, texts, ends, (ground + BELOW_LANES, level))
    };
    ends.iter().map(place).collect()
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

/// The first level where nothing else hangs over the same stretch; the stretch is taken.
fn free_level(levels: &mut Vec<Vec<(f64, f64)>>, ends: &Ends<'_>) -> usize {
    let (left, right) = (ends.from.min(ends.to), ends.from.max(ends.to));
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

fn arc(measurer: &mut Measurer, texts: Texts, ends: &Ends<'_>, (base, level): (f64, usize)) -> LinkArc {
    let depth = DEPTH + LEVEL * level as f64 / REACHED;
    let path = outline(ends, base, depth);
    let label = label(texts, ends.link);
    let lowest = base + depth * REACHED;
    let middle = f64::midpoint(ends.from, ends.to);
    let left = ends.from.min(ends.to).min(middle - LABEL_WIDTH / 2.0) - AIR;
    let right = ends.from.max(ends.to).max(middle + LABEL_WIDTH / 2.0) + AIR;
    let rect = Rect::new(left, base - 2.0, right, lowest + AIR);
    let corner = rect.origin();
    let local = kurbo::Affine::translate(-corner.to_vec2());
    let mut pen = Pen::new(measurer, rect.size());
    pen.line(local * path.clone(), stroke(ends.link.kind));
    pen.line(local * arrowhead(ends.to, base), Stroke::solid(Role::Soft, 1.6));
    let mark = pen.mark();
    let words = Words::new(&label, 11.5, FontWeight::Medium, Role::Soft).aligned(Align::Center);
    let at = Point::new(middle - corner.x, lowest + LABEL_DROP - corner.y);
    let drawn = pen.words(words.within(LABEL_WIDTH), at);
    let label_rect = if label.is_empty() {
        Rect::from_center_size((middle, lowest), Size::ZERO)
    } else {
        let rect = drawn.inflate(LABEL_AIR, 0.0);
        pen.insert(mark, [Shape::Rect { rect, radius: 0.0, fill: Some(Role::Paper.into()), stroke: None }]);
        rect + corner.to_vec2()
    };
    pen.spot(Target::Thing(Thing::Link(ends.link.id)), rect.size().to_rect());
    let (from, to) = (ends.link.from, ends.link.to);
    let block = Arc::new(pen.done());
    LinkArc { id: ends.link.id, from, to, path, label: label.into(), label_rect, rect, block, corner }
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
