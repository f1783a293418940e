//! A map becomes a scene. What is laid out is kept by the map's `Arc`s, so that an edit lays out only what it touched.
//!
//! Must not know how a cell is drawn (that is `cells`), nor selection, zoom or files.

use super::{
    ArcAxis, Block, Caption, Column, CurveKind, CurveLine, EmotionAxis, Images, MoreFonts, Scene, StageSpan, View,
    backdrop, caption,
    cells::{self, CellContext, Overlay, ShownChannel},
    labels,
    lines::{self, Crossing, Line},
    link,
    measured::{self, SameSurveys},
    note,
    picture::images_of,
    rows, sizes, stage_color,
    text::Measurer,
    travellers,
};
use crate::map::{
    Channel, ChannelId, Lane, LaneId, LaneKind, Map, PersonaId, Spans, Stage, StageId, ToneCuts, Touchpoint,
    TouchpointId,
};
use kurbo::Size;
use rustc_hash::{FxHashMap, FxHashSet};
use std::{collections::HashSet, sync::Arc};

/// Laid out touchpoints that the map no longer has are kept up to this many times those it has (for undo).
const KEPT_SHARE: usize = 2;
const KEPT_LEAST: usize = 1000;

/// Lays out one map once, with the bundled fonts alone. To lay out a map again and again, keep a [`Layouter`].
pub fn layout(map: &Arc<Map>, view: &View) -> Arc<Scene> {
    Layouter::new().layout(map, view)
}

/// Lays out maps; keeps fonts, the widths of words, and the blocks of what did not change.
#[derive(Debug, Default)]
pub struct Layouter {
    measurer: Measurer,
    key: Option<CellContextKey>,
    ground: Option<Arc<CellContext>>,
    touchpoints: FxHashMap<TouchpointId, (Arc<Touchpoint>, Part)>,
    /// The cells of the channels lane, by channels: many touchpoints have the same.
    channels: FxHashMap<Vec<ChannelId>, Arc<Block>>,
    stages: FxHashMap<StageId, Arc<StagePart>>,
    links: link::Known,
    notes: note::Known,
    empty: Arc<Block>,
    last: Option<(Arc<Map>, View, Arc<Scene>)>,
}

/// One column's cells, and whether they hold something.
#[derive(Clone, Debug)]
struct Part {
    cells: Arc<[Arc<Block>]>,
}

/// One stage, laid out: header, cells, columns, how high each lane has to be, the scores of each line.
#[derive(Debug)]
struct StagePart {
    source: Arc<Stage>,
    place: labels::HeaderPlace,
    header: Arc<Block>,
    name: Arc<str>,
    cells: Arc<[Arc<Block>]>,
    columns: Vec<Part>,
    heights: Vec<f64>,
    filled: Arc<[u32]>,
    /// For each line, what it meets in each column.
    scores: Vec<Vec<Crossing>>,
}

/// Everything outside stages and touchpoints that their blocks depend on.
#[derive(Clone, Debug, PartialEq)]
struct CellContextKey {
    view: View,
    lanes: Vec<(LaneId, LaneKind, Spans)>,
    emotion_height: f64,
    arc: Option<ArcAxis>,
    tones: ToneCuts,
    personas: Vec<travellers::Drawn>,
    off_paths: Vec<(PersonaId, Arc<HashSet<TouchpointId>>)>,
    channels: Vec<Arc<Channel>>,
    surveys: SameSurveys,
}

impl Layouter {
    /// A layouter with the bundled fonts and nothing kept.
    pub fn new() -> Self {
        Self::default()
    }

    /// A layouter that takes letters that the bundled fonts lack from others.
    pub fn with_fonts(more: &MoreFonts) -> Self {
        Self { measurer: Measurer::new(more), ..Self::default() }
    }

    /// The map's scene; the same one while map and view are the same.
    pub fn layout(&mut self, map: &Arc<Map>, view: &View) -> Arc<Scene> {
        if let Some((last, last_view, scene)) = &self.last
            && Arc::ptr_eq(last, map)
            && last_view == view
        {
            return Arc::clone(scene);
        }
        let scene = Arc::new(self.layout_new(map, view));
        self.last = Some((Arc::clone(map), *view, Arc::clone(&scene)));
        scene
    }

    fn layout_new(&mut self, map: &Map, view: &View) -> Scene {
        let lanes: Vec<&Arc<Lane>> = map.lanes.iter().filter(|lane| lane.is_shown()).collect();
        let ground = self.context_of(map, view, &lanes);
        let lines = lines::lines_of(&ground);
        let parts = self.stage_parts(map, &ground, (&lanes, &lines));
        self.forget_gone(map);
        let needed = |at: usize| parts.iter().filter_map(|part| part.heights.get(at).copied()).fold(0.0, f64::max);
        let rows = rows::lane_rows(&mut self.measurer, (map, view.texts), &lanes, needed);
        let axis = rows.iter().find(|row| row.kind == LaneKind::Emotion);
        let axis = axis.map(|row| EmotionAxis::of_row(row.top, row.body()));
        let mut scene = Scene {
            size: Size::ZERO,
            lanes: rows,
            axis,
            tones: ground.tones,
            cuts: backdrop::cuts(&map.scale, ground.tones),
            images: Arc::clone(&ground.images),
            waves: measured::waves_text(&ground.waves, view.texts).into(),
            title: map.title.as_str().into(),
            description: map.description.as_str().into(),
            fonts: self.measurer.more().clone(),
            ..Scene::default()
        };
        place_stages(&mut scene, &parts);
        scene.path_marks = travellers::path_marks(&scene, (map, view), &mut self.measurer);
        scene.curves = curves(&scene, &lines, &parts);
        scene.size = Size::new(scene.right() + sizes::MARGIN, scene.bottom() + sizes::MARGIN);
        self.share_column_index(&scene);
        link::place_links(&mut scene, map, view.texts, (&mut self.links, &mut self.measurer));
        note::place_notes(&mut scene, map, (&mut self.notes, &mut self.measurer));
        if view.caption == Caption::Shown {
            let measured = (!ground.results.is_empty()).then_some(scene.waves.as_ref());
            scene.caption = Some(caption::caption(&mut self.measurer, (map, view), scene.size.width, measured));
        }
        scene
    }

    /// Takes over where each touchpoint's column is from the last scene, if no column came, went or moved since.
    fn share_column_index(&self, scene: &Scene) {
        let Some((_, _, last)) = &self.last else { return };
        let of_column = |column: &Column| column.touchpoint;
        if let Some(index) = last.column_index.get()
            && last.columns.iter().map(of_column).eq(scene.columns.iter().map(of_column))
        {
            scene.column_index.get_or_init(|| Arc::clone(index));
        }
    }

    /// What all cells share; everything kept is dropped when it changes.
    fn context_of(&mut self, map: &Map, view: &View, lanes: &[&Arc<Lane>]) -> Arc<CellContext> {
        let key = CellContextKey {
            view: *view,
            lanes: lanes.iter().map(|lane| (lane.id, lane.kind, lane.spans)).collect(),
            emotion_height: rows::height_of_kind(lanes, LaneKind::Emotion).unwrap_or(sizes::EMOTION_ROW),
            arc: rows::height_of_kind(lanes, LaneKind::DramaticArc).map(|height| ArcAxis { top: 0.0, height }),
            tones: map.scale.tone_cuts(),
            personas: travellers::drawn_personas(map, view.persona),
            off_paths: travellers::off_paths(map, view.persona),
            channels: map.channels.clone(),
            surveys: SameSurveys(map.surveys.clone()),
        };
        let images = images_of(map, self.ground.as_ref().map(|ground| &ground.images));
        match &mut self.ground {
            Some(ground) if self.key.as_ref() == Some(&key) => {
                if !Arc::ptr_eq(&ground.images, &images) {
                    Arc::make_mut(ground).images = images;
                }
                Arc::clone(ground)
            }
            Some(_) | None => {
                let ground = Arc::new(make_context(map, &key, images));
                self.key = Some(key);
                self.touchpoints.clear();
                self.channels.clear();
                self.stages.clear();
                self.ground = Some(Arc::clone(&ground));
                ground
            }
        }
    }

    fn stage_parts(&mut self, map: &Map, ground: &CellContext, lanes: (&[&Arc<Lane>], &[Line])) -> Vec<Arc<StagePart>> {
        let parts = map.stages.iter().enumerate().map(|(number, stage)| {
            let width = sizes::COLUMN * stage.touchpoints.len().max(1) as f64;
            let place = labels::HeaderPlace { number, width };
            if let Some(known) = self.stages.get(&stage.id)
                && Arc::ptr_eq(&known.source, stage)
                && known.place == place
            {
                return Arc::clone(known);
            }
            let part = Arc::new(self.stage_part(stage, place, ground, lanes));
            self.stages.insert(stage.id, Arc::clone(&part));
            part
        });
        parts.collect()
    }

    fn stage_part(
        &mut self,
        stage: &Arc<Stage>,
        place: labels::HeaderPlace,
        ground: &CellContext,
        (lanes, lines): (&[&Arc<Lane>], &[Line]),
    ) -> StagePart {
        let mut columns: Vec<Part> =
            stage.touchpoints.iter().map(|touchpoint| self.touchpoint_part(touchpoint, ground, lanes)).collect();
        if columns.is_empty() {
            columns.push(Part { cells: lanes.iter().map(|_| Arc::clone(&self.empty)).collect() });
        }
        let cells: Arc<[Arc<Block>]> = lanes.iter().map(|lane| self.stage_cell(stage, place, ground, lane)).collect();
        let measure = |at: usize| {
            let of = |cells: &Arc<[Arc<Block>]>| cells.get(at).map_or(0.0, |block| block.size.height);
            columns.iter().map(|part| of(&part.cells)).fold(of(&cells), f64::max)
        };
        let filled = |at: usize| {
            let holds = |part: &&Part| part.cells.get(at).is_some_and(|block| !block.spots.is_empty());
            u32::try_from(columns.iter().filter(holds).count()).unwrap_or(u32::MAX)
        };
        StagePart {
            header: Arc::new(labels::stage_header(&mut self.measurer, ground.texts, stage, place)),
            name: labels::stage_name(ground.texts, stage).into(),
            heights: (0..lanes.len()).map(measure).collect(),
            filled: (0..lanes.len()).map(filled).collect(),
            scores: lines.iter().map(|line| lines::scores_of(stage, ground, *line)).collect(),
            source: Arc::clone(stage),
            place,
            cells,
            columns,
        }
    }

    fn stage_cell(
        &mut self,
        stage: &Stage,
        place: labels::HeaderPlace,
        ground: &CellContext,
        lane: &Lane,
    ) -> Arc<Block> {
        match lane.spans {
            Spans::Stages if lane.kind.holds_cards() => {
                Arc::new(cells::stage_cards_cell(ground, &mut self.measurer, (lane, stage), place.width))
            }
            Spans::Stages | Spans::Touchpoints => Arc::clone(&self.empty),
        }
    }

    fn touchpoint_part(&mut self, touchpoint: &Arc<Touchpoint>, ground: &CellContext, lanes: &[&Arc<Lane>]) -> Part {
        if let Some((source, part)) = self.touchpoints.get(&touchpoint.id)
            && Arc::ptr_eq(source, touchpoint)
        {
            return part.clone();
        }
        let cell = |lane: &&Arc<Lane>| match lane.spans {
            Spans::Stages if lane.kind.holds_cards() => Arc::clone(&self.empty),
            Spans::Stages | Spans::Touchpoints if lane.kind == LaneKind::Channels => {
                self.channels_cell(ground, lane, touchpoint)
            }
            Spans::Stages | Spans::Touchpoints => {
                Arc::new(cells::touchpoint_cell(ground, &mut self.measurer, lane, touchpoint))
            }
        };
        let mut cells: Arc<[Arc<Block>]> = lanes.iter().map(cell).collect();
        if ground.is_dimmed(touchpoint.id) {
            cells = cells.iter().map(|block| Arc::new(travellers::dimmed(block))).collect();
        }
        let part = Part { cells };
        self.touchpoints.insert(touchpoint.id, (Arc::clone(touchpoint), part.clone()));
        part
    }

    fn channels_cell(&mut self, ground: &CellContext, lane: &Lane, touchpoint: &Touchpoint) -> Arc<Block> {
        if let Some(known) = self.channels.get(&touchpoint.channels) {
            return Arc::clone(known);
        }
        let cell = Arc::new(cells::touchpoint_cell(ground, &mut self.measurer, lane, touchpoint));
        self.channels.insert(touchpoint.channels.clone(), Arc::clone(&cell));
        cell
    }

    /// Forgets what the map no longer has, once that is much.
    fn forget_gone(&mut self, map: &Map) {
        let count = map.touchpoint_count();
        if self.touchpoints.len() > count * KEPT_SHARE + KEPT_LEAST {
            let here: FxHashSet<_> = map.touchpoints().map(|touchpoint| touchpoint.id).collect();
            self.touchpoints.retain(|id, _| here.contains(id));
        }
        if self.stages.len() > map.stages.len() * KEPT_SHARE + KEPT_LEAST {
            let here: FxHashSet<_> = map.stages.iter().map(|stage| stage.id).collect();
            self.stages.retain(|id, _| here.contains(id));
        }
    }
}

fn make_context(map: &Map, key: &CellContextKey, images: Arc<Images>) -> CellContext {
    let (results, waves) = measured::shown_results(map);
    CellContext {
        texts: key.view.texts,
        curves: key.view.curves,
        personas: key.personas.clone(),
        off_paths: key.off_paths.clone(),
        overlay: if key.personas.len() > 1 { Overlay::Several } else { Overlay::One },
        channels: Arc::new(map.channels.iter().map(|channel| (channel.id, shown_channel(channel))).collect()),
        results: Arc::new(results),
        images,
        waves,
        axis: EmotionAxis::of_row(0.0, key.emotion_height),
        arc: key.arc,
        tones: key.tones,
    }
}

fn shown_channel(channel: &Channel) -> ShownChannel {
    ShownChannel { name: Arc::from(channel.name.trim()), icon: channel.icon }
}

/// Puts the stages and their columns side by side.
fn place_stages(scene: &mut Scene, parts: &[Arc<StagePart>]) {
    let mut x = sizes::GUTTER;
    scene.columns.reserve(parts.iter().map(|part| part.columns.len()).sum());
    for part in parts {
        let first = scene.columns.len();
        for (at, column) in part.columns.iter().enumerate() {
            let source = part.source.touchpoints.get(at).cloned();
            scene.columns.push(Column {
                touchpoint: source.as_ref().map(|touchpoint| touchpoint.id),
                source,
                stage: part.source.id,
                x: x + sizes::COLUMN * at as f64,
                width: sizes::COLUMN,
                cells: Arc::clone(&column.cells),
            });
        }
        scene.stages.push(StageSpan {
            id: part.source.id,
            source: Arc::clone(&part.source),
            name: Arc::clone(&part.name),
            x,
            width: part.place.width,
            color: stage_color(&part.source, part.place.number),
            header: Arc::clone(&part.header),
            columns: first..scene.columns.len(),
            cells: Arc::clone(&part.cells),
            filled: Arc::clone(&part.filled),
        });
        x += part.place.width;
    }
}

/// The lines of the emotion lane and the dramatic arc, each while its lane is shown.
fn curves(scene: &Scene, lines: &[Line], parts: &[Arc<StagePart>]) -> Vec<CurveLine> {
    let of_line = |(at, line): (usize, &Line)| {
        let scores = parts.iter().map(|part| part.scores.get(at).map(Vec::as_slice).unwrap_or_default());
        let stages = scene.stages.iter().zip(scores);
        match line.kind {
            CurveKind::Actual | CurveKind::Expected | CurveKind::Measured => {
                scene.axis.map(|axis| lines::curve_line(*line, |score| axis.y_of(score), stages))
            }
            CurveKind::Engagement => {
                scene.arc_axis().map(|axis| lines::curve_line(*line, |level| axis.y_of(level), stages))
            }
        }
    };
    lines.iter().enumerate().filter_map(of_line).collect()
}
