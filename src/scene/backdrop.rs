//! What lies behind the columns: the emotion bands, hairlines, dotted verticals, the gap area and the curves, made for
//! the part that is in view. Must not know the cells.

use super::{
    ArcAxis, Block, Cap, Color, CurveKind, CurveLine, Placed, Role, Scene, Shape, Stroke,
    cells::EXPECTED_STRENGTH,
    sizes::{GUTTER, HEADER, HEADER_TOP, LABEL_LEFT},
};
use crate::map::{BlueprintLine, EmotionScale, Engagement, Score, ToneCuts, ToneSpan};
use kurbo::{BezPath, Rect, Vec2};
use std::{ops::Range, sync::Arc};

/// How strong the area between expected and actual is.
pub const GAP_STRENGTH: f32 = 0.07;
/// Thickness of the actual curve.
pub const ACTUAL_WIDTH: f32 = 2.6;
/// Thickness of the expected curve.
pub const EXPECTED_WIDTH: f32 = 1.8;
/// Thickness of the dramatic arc.
const ARC_WIDTH: f32 = 1.8;
/// Thickness of the lines of a service blueprint.
const BLUEPRINT_WIDTH: f32 = 1.4;
/// How far the dotted verticals reach beyond the lanes.
const VERTICAL_BELOW: f64 = 6.0;
const VERTICAL_ABOVE: f64 = 8.0;

impl Scene {
    /// Bands, lines and curves in view.
    pub(super) fn backdrop(&self, view: Rect) -> Vec<Placed> {
        let mut shapes = self.bands(view);
        shapes.extend(self.hairlines(view));
        shapes.extend(self.verticals(view));
        shapes.extend(self.levels(view));
        shapes.extend(self.gap_area(view.x0, view.x1));
        for curve in &self.curves {
            shapes.extend(curve.shape(view.x0, view.x1));
        }
        let block = Block { size: self.size, shapes, spots: Vec::new() };
        vec![Placed { offset: Vec2::ZERO, block: Arc::new(block) }]
    }

    /// The grounds of the tones that the scale has, and lines where it has more bands.
    pub fn bands(&self, view: Rect) -> Vec<Shape> {
        let Some(axis) = self.axis else { return Vec::new() };
        let (left, right) = (GUTTER.max(view.x0), self.right().min(view.x1));
        if left >= right || self.columns.is_empty() {
            return Vec::new();
        }
        let ground = |span: ToneSpan| {
            let (top, bottom) = axis.ground(&span);
            let fill = Some(Role::tint_of_tone(span.tone).into());
            Shape::Rect { rect: Rect::new(left, top, right, bottom), radius: 0.0, fill, stroke: None }
        };
        let cut = |score: &Score| {
            // Half a score lower: the border lies between two scores.
            let y = axis.y_of(f64::from(score.value()) - 0.5);
            line((left, y), (right, y), Stroke { dash: Some((3.0, 3.0)), ..Stroke::solid(Role::Hairline, 1.0) })
        };
        let grounds = self.tones.spans().map(ground);
        grounds.chain(self.cuts.iter().map(cut)).collect()
    }

    /// The lines of the dramatic arc's levels.
    fn levels(&self, view: Rect) -> impl Iterator<Item = Shape> + '_ {
        let (left, right) = (GUTTER.max(view.x0), self.right().min(view.x1));
        let axis = self.arc_axis().filter(|_| left < right && !self.columns.is_empty());
        let stroke = Stroke { dash: Some((2.0, 4.0)), ..Stroke::solid(Role::Hairline, 1.0) };
        let of_axis = move |axis: ArcAxis| {
            let ys = Engagement::ALL.map(|level| axis.y_of(level.value().into()));
            ys.map(|y| line((left, y), (right, y), stroke))
        };
        axis.into_iter().flat_map(of_axis)
    }

    /// The lines under the lanes: hairlines, and those of a service blueprint.
    pub fn hairlines(&self, view: Rect) -> impl Iterator<Item = Shape> + '_ {
        let (left, right) = (LABEL_LEFT.max(view.x0), self.right().min(view.x1));
        let rows = self.lanes.iter().filter(move |row| left < right && (view.y0..=view.y1).contains(&row.bottom()));
        rows.map(move |row| line((left, row.bottom()), (right, row.bottom()), border(row.line)))
    }

    /// The dotted lines between stages.
    pub fn verticals(&self, view: Rect) -> impl Iterator<Item = Shape> + '_ {
        let ends = self.stages.last().map(|last| last.x + last.width).filter(|x| *x <= view.x1);
        let xs = self.stages_between(view.x0, view.x1).iter().map(|stage| stage.x).chain(ends);
        let (top, bottom) = (HEADER_TOP + HEADER + VERTICAL_ABOVE, self.bottom() + VERTICAL_BELOW);
        let stroke = Stroke { dash: Some((2.0, 4.0)), ..Stroke::solid(Role::Hairline, 1.0) };
        xs.map(move |x| line((x, top), (x, bottom), stroke))
    }

    /// The area between expected and actual, where both are known side by side; only of a persona shown alone.
    pub fn gap_area(&self, from: f64, to: f64) -> Option<Shape> {
        let of_kind = |kind| {
            let mut curves = self.curves.iter().filter(|curve| curve.kind == kind);
            curves.next().filter(|_| curves.next().is_none())
        };
        let (actual, expected) = (of_kind(CurveKind::Actual)?, of_kind(CurveKind::Expected)?);
        let mut path = BezPath::new();
        for (upper, lower) in shared_runs(actual, expected, (from, to)) {
            path.extend(between(&actual.path(upper), &expected.path(lower)));
        }
        let fill = Some(Color::from(Role::Negative).fade(GAP_STRENGTH));
        (!path.elements().is_empty()).then_some(Shape::Path { path, fill, stroke: None })
    }
}

impl CurveLine {
    /// The line in a stretch of the picture; `None` for the measured one, which is dots only, and for one without runs.
    pub fn shape(&self, from: f64, to: f64) -> Option<Shape> {
        let stroke = self.stroke()?;
        let mut path = BezPath::new();
        for run in self.runs_between(from, to) {
            path.extend(self.path(run));
        }
        (!path.elements().is_empty()).then_some(Shape::Path { path, fill: None, stroke: Some(stroke) })
    }

    /// How the line is drawn; `None` for the measured one.
    pub fn stroke(&self) -> Option<Stroke> {
        match self.kind {
            CurveKind::Actual => Some(Stroke { color: self.color, width: ACTUAL_WIDTH, dash: None, cap: Cap::Round }),
            CurveKind::Expected => {
                let color = self.color.fade(EXPECTED_STRENGTH);
                Some(Stroke { color, width: EXPECTED_WIDTH, dash: Some((6.0, 5.0)), cap: Cap::Butt })
            }
            CurveKind::Engagement => Some(Stroke { color: self.color, width: ARC_WIDTH, dash: None, cap: Cap::Round }),
            CurveKind::Measured => None,
        }
    }
}

/// Where the bands of a scale part, besides the borders of the tones, whose grounds show them.
pub(super) fn cuts(scale: &EmotionScale, tones: ToneCuts) -> Vec<Score> {
    let lows = scale.bands().into_iter().skip(1).map(|band| band.low);
    lows.filter(|low| !tones.part_at(*low)).collect()
}

/// How the border under a lane is drawn; the lines of a blueprint are told apart by their dashes, not by colour.
fn border(line: Option<BlueprintLine>) -> Stroke {
    let strong = |dash| Stroke { dash, ..Stroke::solid(Role::Soft, BLUEPRINT_WIDTH) };
    match line {
        None => Stroke::solid(Role::Hairline, 1.0),
        Some(BlueprintLine::Interaction) => strong(Some((14.0, 5.0))),
        Some(BlueprintLine::Visibility) => strong(None),
        Some(BlueprintLine::InternalInteraction) => strong(Some((4.0, 4.0))),
    }
}

/// The stretches where both lines run, as ranges of points of each.
fn shared_runs(actual: &CurveLine, expected: &CurveLine, (from, to): (f64, f64)) -> Vec<(Range<usize>, Range<usize>)> {
    let mut shared = Vec::new();
    let others: Vec<Range<usize>> = expected.runs_between(from, to).collect();
    let mut first = 0;
    for run in actual.runs_between(from, to) {
        let Some((left, right)) = ends(actual, &run) else { continue };
        first += others.iter().skip(first).take_while(|o| ends(expected, o).is_none_or(|(_, end)| end <= left)).count();
        for other in others.iter().skip(first) {
            let Some((start, end)) = ends(expected, other) else { continue };
            if start >= right {
                break;
            }
            let (low, high) = (left.max(start), right.min(end));
            if low < high {
                shared.push((within(actual, &run, low, high), within(expected, other, low, high)));
            }
        }
    }
    shared
}

fn ends(curve: &CurveLine, run: &Range<usize>) -> Option<(f64, f64)> {
    Some((curve.points.get(run.start)?.x, curve.points.get(run.end.checked_sub(1)?)?.x))
}

fn within(curve: &CurveLine, run: &Range<usize>, low: f64, high: f64) -> Range<usize> {
    let points = curve.points.get(run.clone()).unwrap_or_default();
    let start = points.partition_point(|point| point.x < low);
    let end = points.partition_point(|point| point.x <= high);
    run.start + start..run.start + end
}

/// The closed outline between two lines from left to right.
fn between(upper: &BezPath, lower: &BezPath) -> BezPath {
    let mut path = upper.clone();
    let back = lower.reverse_subpaths();
    for (at, element) in back.elements().iter().enumerate() {
        match (at, element) {
            (0, kurbo::PathEl::MoveTo(point)) => path.line_to(*point),
            (_, element) => path.push(*element),
        }
    }
    path.close_path();
    path
}

fn line(from: (f64, f64), to: (f64, f64), stroke: Stroke) -> Shape {
    let mut path = BezPath::new();
    path.move_to(from);
    path.line_to(to);
    Shape::Path { path, fill: None, stroke: Some(stroke) }
}
