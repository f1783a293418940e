//! The laid-out picture: rows, columns, curves and links, each where it stands. Must not know how it came to be.

use super::{Block, Color, CurveKind, CurveLine, LinkArc, MoreFonts, Placed, sizes};
use crate::map::{
    BlueprintLine, CardId, Engagement, Holder, LaneId, LaneKind, Score, Spans, Stage, StageId, ToneCuts, ToneSpan,
    Touchpoint, TouchpointId,
};
use kurbo::{Point, Size};
use rustc_hash::FxHashMap;
use std::{
    ops::Range,
    sync::{Arc, OnceLock},
};

/// A map as a picture, in document units.
#[derive(Debug, Default)]
pub struct Scene {
    /// How large the whole picture is; its top left is (0, 0).
    pub size: Size,
    pub(super) lanes: Vec<LaneRow>,
    pub(super) stages: Vec<StageSpan>,
    pub(super) columns: Vec<Column>,
    pub(super) curves: Vec<CurveLine>,
    pub(super) links: Arc<[LinkArc]>,
    pub(super) axis: Option<EmotionAxis>,
    pub(super) tones: ToneCuts,
    /// The scores at which a band of the scale begins, but for the lowest one, and not where the tones part anyway.
    pub(super) cuts: Vec<Score>,
    /// Where the one persona that is shown enters and leaves.
    pub(super) path_marks: Vec<Placed>,
    pub(super) caption: Option<Block>,
    pub(super) fonts: MoreFonts,
    pub(super) waves: Arc<str>,
    pub(super) title: Arc<str>,
    pub(super) description: Arc<str>,
    pub(super) column_index: OnceLock<Arc<FxHashMap<TouchpointId, usize>>>,
    pub(super) card_index: OnceLock<FxHashMap<CardId, Holder>>,
}

/// A shown lane.
#[derive(Clone, Debug)]
pub struct LaneRow {
    /// Which lane.
    pub id: LaneId,
    /// What stands in it.
    pub kind: LaneKind,
    /// Whether its cells belong to touchpoints or to stages.
    pub spans: Spans,
    /// What it is called, also where the map leaves the name to the interface's language.
    pub name: Arc<str>,
    /// Upper end of the row; the row before ends here.
    pub top: f64,
    /// Height of the row. [`Lane::height`](crate::map::Lane::height) asks for this one, hairline to hairline.
    pub height: f64,
    /// The line of a service blueprint under it.
    pub line: Option<BlueprintLine>,
    /// Its label, standing at (0, `top`).
    pub label: Arc<Block>,
}

impl LaneRow {
    /// Lower end of the row.
    pub fn bottom(&self) -> f64 {
        self.top + self.height
    }

    /// Height of its cells: the row without the words of the line under it.
    pub fn body(&self) -> f64 {
        self.height - self.line.map_or(0.0, |_| sizes::LINE_STRIP)
    }
}

/// A stage's columns and header.
#[derive(Clone, Debug)]
pub struct StageSpan {
    /// Which stage.
    pub id: StageId,
    /// The stage as the map has it.
    pub source: Arc<Stage>,
    /// What it is called; the interface's word for a stage where it has no name.
    pub name: Arc<str>,
    /// Left end.
    pub x: f64,
    /// Width of all its columns.
    pub width: f64,
    /// Its colour.
    pub color: Color,
    /// Its header, standing at (`x`, [`sizes::HEADER_TOP`]).
    pub header: Arc<Block>,
    /// Its columns in [`Scene::columns`]; never empty.
    pub columns: Range<usize>,
    /// Its cells in lanes that span stages, one block for each shown lane (empty for the others), at (`x`, lane top).
    pub cells: Arc<[Arc<Block>]>,
    /// In how many of its columns each shown lane holds something.
    pub filled: Arc<[u32]>,
}

/// A touchpoint's column, or the one empty column of a stage without touchpoints.
#[derive(Clone, Debug)]
pub struct Column {
    /// Which touchpoint; `None` in an empty stage.
    pub touchpoint: Option<TouchpointId>,
    /// The touchpoint as the map has it.
    pub source: Option<Arc<Touchpoint>>,
    /// The stage it stands in.
    pub stage: StageId,
    /// Left end.
    pub x: f64,
    /// Width.
    pub width: f64,
    /// One block for each shown lane (empty for lanes that span stages), standing at (`x`, lane top).
    pub cells: Arc<[Arc<Block>]>,
}

impl Column {
    /// The middle, where the curve's point stands.
    pub fn center(&self) -> f64 {
        self.x + self.width / 2.0
    }
}

/// Where scores stand in the emotion lane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EmotionAxis {
    /// The upper end of the bands.
    pub top: f64,
    /// The height of the bands.
    pub height: f64,
}

impl EmotionAxis {
    /// The axis of an emotion row.
    pub fn of_row(top: f64, height: f64) -> Self {
        Self { top: top + sizes::EMOTION_INSET, height: height - 2.0 * sizes::EMOTION_INSET }
    }

    /// Where a score from −100 to +100 stands.
    pub fn y_of(self, score: f64) -> f64 {
        self.top + self.height / 2.0 - score * self.unit()
    }

    /// Which score stands at a height; −100…+100.
    pub fn score_at(self, y: f64) -> Score {
        Score::nearest((self.top + self.height / 2.0 - y) / self.unit())
    }

    /// The upper and the lower end of a tone's ground.
    pub fn ground(self, span: &ToneSpan) -> (f64, f64) {
        let top = span.high.map_or(self.top, |high| self.y_of(high));
        let bottom = span.low.map_or(self.top + self.height, |low| self.y_of(low));
        (top, bottom)
    }

    fn unit(self) -> f64 {
        (self.height / 2.0 - sizes::AXIS_INSET) / 100.0
    }
}

/// Where the levels of the dramatic arc stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ArcAxis {
    /// The upper end of its row.
    pub top: f64,
    /// The height of its cells.
    pub height: f64,
}

impl ArcAxis {
    /// Where a level from 1 to 5 stands.
    pub fn y_of(self, level: f64) -> f64 {
        self.top + self.height - sizes::ARC_INSET - (level - 1.0) * self.step()
    }

    /// Which level stands nearest to a height.
    pub fn level_at(self, y: f64) -> Engagement {
        Engagement::nearest(1.0 + (self.top + self.height - sizes::ARC_INSET - y) / self.step())
    }

    fn step(self) -> f64 {
        (self.height - 2.0 * sizes::ARC_INSET) / 4.0
    }
}

impl Scene {
    /// The shown lanes, top to bottom.
    pub fn lanes(&self) -> &[LaneRow] {
        &self.lanes
    }

    /// The stages, left to right.
    pub fn stages(&self) -> &[StageSpan] {
        &self.stages
    }

    /// The columns, left to right.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The curves, back to front.
    pub fn curves(&self) -> &[CurveLine] {
        &self.curves
    }

    /// The links that could be drawn.
    pub fn links(&self) -> &[LinkArc] {
        &self.links
    }

    /// What is said about the waves that the measured values are of, such as “Wave Oct 2026”; empty without any.
    pub fn waves(&self) -> &str {
        &self.waves
    }

    /// What stands above the picture on paper, as wide as it; `None` where the [`View`](super::View) asks for none. The
    /// picture itself stands the caption's height lower there.
    pub fn caption(&self) -> Option<&Block> {
        self.caption.as_ref()
    }

    /// The fonts behind the bundled ones that its texts were measured with.
    pub fn fonts(&self) -> &MoreFonts {
        &self.fonts
    }

    /// How large the picture is with its caption.
    pub fn paper_size(&self) -> Size {
        Size::new(self.size.width, self.size.height + self.caption.as_ref().map_or(0.0, |caption| caption.size.height))
    }

    /// The map's title; empty where it has none.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The map's description; empty where it has none.
    pub fn description(&self) -> &str {
        &self.description
    }

    /// Where scores stand; `None` without a shown emotion lane.
    pub fn axis(&self) -> Option<EmotionAxis> {
        self.axis
    }

    /// Where the levels of the dramatic arc stand; `None` without a shown lane of it.
    pub fn arc_axis(&self) -> Option<ArcAxis> {
        let row = self.lanes.iter().find(|row| row.kind == LaneKind::DramaticArc)?;
        Some(ArcAxis { top: row.top, height: row.body() })
    }

    /// Which tone a score has on the map's scale.
    pub fn tones(&self) -> ToneCuts {
        self.tones
    }

    /// The score at a height; `None` without a shown emotion lane.
    pub fn score_at(&self, y: f64) -> Option<Score> {
        self.axis.map(|axis| axis.score_at(y))
    }

    /// The height of a score; `None` without a shown emotion lane.
    pub fn y_of(&self, score: Score) -> Option<f64> {
        self.axis.map(|axis| axis.y_of(f64::from(score.value())))
    }

    /// Right end of the columns.
    pub fn right(&self) -> f64 {
        self.columns.last().map_or(sizes::GUTTER + sizes::COLUMN, |column| column.x + column.width)
    }

    /// Lower end of the last lane.
    pub fn bottom(&self) -> f64 {
        self.lanes.last().map_or(sizes::LANES_TOP, LaneRow::bottom)
    }

    /// The column at a horizontal position; `None` left and right of all columns.
    pub fn column_at(&self, x: f64) -> Option<&Column> {
        let at = self.columns.partition_point(|column| column.x + column.width <= x);
        self.columns.get(at).filter(|column| column.x <= x)
    }

    /// The touchpoint whose column is at a horizontal position.
    pub fn touchpoint_at(&self, x: f64) -> Option<TouchpointId> {
        self.column_at(x).and_then(|column| column.touchpoint)
    }

    /// The stage at a horizontal position.
    pub fn stage_at(&self, x: f64) -> Option<&StageSpan> {
        let at = self.stages.partition_point(|stage| stage.x + stage.width <= x);
        self.stages.get(at).filter(|stage| stage.x <= x)
    }

    /// The shown lane at a height.
    pub fn lane_at(&self, y: f64) -> Option<&LaneRow> {
        self.lane_number_at(y).and_then(|at| self.lanes.get(at))
    }

    /// The column of a touchpoint.
    pub fn column_of(&self, touchpoint: TouchpointId) -> Option<&Column> {
        self.column_number_of(touchpoint).and_then(|at| self.columns.get(at))
    }

    /// The columns that a stretch from `from` to `to` touches.
    pub fn columns_between(&self, from: f64, to: f64) -> &[Column] {
        let first = self.columns.partition_point(|column| column.x + column.width < from);
        let end = self.columns.partition_point(|column| column.x <= to).max(first);
        self.columns.get(first..end).unwrap_or_default()
    }

    /// The stages that a stretch from `from` to `to` touches.
    pub fn stages_between(&self, from: f64, to: f64) -> &[StageSpan] {
        let first = self.stages.partition_point(|stage| stage.x + stage.width < from);
        let end = self.stages.partition_point(|stage| stage.x <= to).max(first);
        self.stages.get(first..end).unwrap_or_default()
    }

    /// The span of a stage.
    pub fn stage_span(&self, id: StageId) -> Option<&StageSpan> {
        self.stages.iter().find(|stage| stage.id == id)
    }

    /// The curve of a persona (or the measured one).
    pub fn curve(&self, persona: Option<crate::map::PersonaId>, kind: CurveKind) -> Option<&CurveLine> {
        self.curves.iter().find(|curve| curve.kind == kind && (persona.is_none() || curve.persona == persona))
    }

    pub(super) fn lane_number_at(&self, y: f64) -> Option<usize> {
        let at = self.lanes.partition_point(|lane| lane.bottom() <= y);
        self.lanes.get(at).filter(|lane| lane.top <= y).map(|_| at)
    }

    pub(super) fn lane_number_of(&self, id: LaneId) -> Option<usize> {
        self.lanes.iter().position(|lane| lane.id == id)
    }

    pub(super) fn column_number_of(&self, touchpoint: TouchpointId) -> Option<usize> {
        let index = self.column_index.get_or_init(|| {
            let known = self.columns.iter().enumerate();
            Arc::new(known.filter_map(|(at, column)| column.touchpoint.map(|id| (id, at))).collect())
        });
        index.get(&touchpoint).copied()
    }

    /// Whether a point lies in the gutter of lane labels.
    pub fn in_gutter(&self, at: Point) -> bool {
        at.x < sizes::GUTTER
    }
}
