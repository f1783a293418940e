//! Stage headers and lane labels. Must not know the cells.

use super::{
    Align, ArcAxis, Block, Color, EmotionAxis, FontWeight, Role, Target, Writing, band_name, blueprint_line_name,
    lane_kind_name,
    pen::{Pen, Words},
    sizes, stage_color,
    text::{Measurer, Room},
};
use crate::{
    map::{EmotionScale, Engagement, Lane, LaneKind, Score, Stage, Thing, Tone},
    texts::Texts,
};
use kurbo::{BezPath, Point, Rect, Size};
use std::sync::Arc;

/// Left end of a stage's name, and the air right of its reach.
const NAME_LEFT: f64 = 24.0;
const REACH_RIGHT: f64 = 26.0;
/// The least room a name keeps beside the reach; with less, the reach goes under the name.
const NAME_LEAST: f64 = 64.0;
/// A name that is too long for one row is set in two smaller ones: size, first baseline, leading.
const SMALL_NAME: f32 = 12.0;
const SMALL_BASELINE: f64 = 17.5;
const SMALL_LEADING: f64 = 14.5;
/// First baseline of a lane's label in its row.
const LABEL_BASELINE: f64 = 28.0;
const LABEL_LEADING: f64 = 16.0;
const LABEL_WIDTH: f64 = sizes::LABEL_RIGHT - sizes::LABEL_LEFT;
/// Right end of the numbers of the dramatic arc's levels: right of the lane's label.
const LEVEL_RIGHT: f64 = sizes::GUTTER - 4.0;
/// From the baseline of the words of a blueprint's line down to the line.
const ABOVE_LINE: f64 = 7.0;
/// Band names keep this distance from each other and from the label.
const BAND_DISTANCE: f64 = 13.0;
/// And this much more from the lane's label.
const BELOW_LABEL: f64 = 5.0;
/// How far the baseline of a band's name that moved down stays above the band's lower border.
const ABOVE_BORDER: f64 = 2.0;

/// Where a stage's header stands in the row of headers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct HeaderPlace {
    /// Number of the stage, from 0: the first has no notch, and colours go by it.
    pub number: usize,
    pub width: f64,
}

/// The word for a stage.
pub(super) fn stage_name(texts: Texts, stage: &Stage) -> &str {
    match stage.name.trim() {
        "" => texts.stage_unnamed(),
        name => name,
    }
}

pub(super) fn stage_header(measurer: &mut Measurer, texts: Texts, stage: &Stage, place: HeaderPlace) -> Block {
    let size = Size::new(place.width, sizes::HEADER);
    let mut pen = Pen::new(measurer, size);
    let ground = stage_color(stage, place.number);
    let letters = Color::on(ground);
    pen.area(arrow(place), ground);
    let reach = stage.reach.map(|reach| texts.count(reach)).unwrap_or_default();
    let quiet = letters.fade(0.8);
    let reach_words = Words::new(&reach, 11.5, FontWeight::Medium, quiet);
    let reach_width = pen.measurer.width(&reach, reach_words.style);
    let whole = (place.width - NAME_LEFT - REACH_RIGHT).max(1.0);
    let beside = whole - reach_width - 10.0;
    let (name_width, baseline) = if reach.is_empty() {
        (whole, 25.0)
    } else if beside >= NAME_LEAST {
        (beside, 25.0)
    } else {
        (whole, 18.0)
    };
    let name = Words::new(stage_name(texts, stage), 14.0, FontWeight::SemiBold, letters);
    let fits = pen.measurer.wrap(name.text, name.style, Room::new(name_width, 1)).whole.is_none();
    let mut writing = Writing {
        first: Point::new(NAME_LEFT, baseline),
        align: Align::Left,
        width: name_width,
        leading: SMALL_LEADING,
        size: 14.0,
        weight: FontWeight::SemiBold,
        room: Rect::new(20.0, baseline - 19.0, (NAME_LEFT + name_width).max(24.0), baseline + 9.0),
        ground: Role::Card.into(),
    };
    if fits || !reach.is_empty() {
        pen.words(name.within(name_width), writing.first);
    } else {
        let small = Words::new(name.text, SMALL_NAME, FontWeight::SemiBold, letters);
        let is_one_row = pen.measurer.wrap(name.text, small.style, Room::new(name_width, 1)).whole.is_none();
        let first = Point::new(NAME_LEFT, if is_one_row { baseline - 1.0 } else { SMALL_BASELINE });
        pen.words(small.rows(Room::new(name_width, 2), SMALL_LEADING), first);
        writing = Writing { first, size: SMALL_NAME, room: Rect { y0: 4.0, y1: 36.0, ..writing.room }, ..writing };
    }
    if !reach.is_empty() && baseline > 20.0 {
        let at = Point::new(place.width - REACH_RIGHT, 25.0);
        pen.words(reach_words.aligned(Align::Right).within(reach_width + 1.0), at);
    } else if !reach.is_empty() {
        pen.words(reach_words.within(whole), Point::new(NAME_LEFT, 33.0));
    }
    pen.written_spot(Target::Thing(Thing::Stage(stage.id)), size.to_rect(), writing);
    pen.done()
}

/// The header's outline: an arrow to the right, notched unless it is the first.
fn arrow(place: HeaderPlace) -> BezPath {
    let (left, right) = (2.0, place.width - sizes::ARROW);
    let middle = sizes::HEADER / 2.0;
    let mut path = BezPath::new();
    path.move_to((left, 0.0));
    path.line_to((right, 0.0));
    path.line_to((right + sizes::ARROW, middle));
    path.line_to((right, sizes::HEADER));
    path.line_to((left, sizes::HEADER));
    if place.number > 0 {
        path.line_to((left + sizes::ARROW, middle));
    }
    path.close_path();
    path
}

/// A lane's own name, or its kind's.
pub(super) fn lane_name(texts: Texts, lane: &Lane) -> Arc<str> {
    let own = lane.name.trim();
    if !own.is_empty() {
        return own.into();
    }
    lane_kind_name(texts, lane.kind).into()
}

pub(super) fn lane_label(
    measurer: &mut Measurer,
    (lane, name, texts): (&Lane, &str, Texts),
    height: f64,
    bands: Option<&[NamedBand]>,
) -> Block {
    let size = Size::new(sizes::GUTTER, height);
    let mut pen = Pen::new(measurer, size);
    let body = height - lane.line.map_or(0.0, |_| sizes::LINE_STRIP);
    let rows = if bands.is_some() { 1 } else { rows_within(body) };
    let words = Words::new(name, 12.0, FontWeight::Medium, Role::Soft).aligned(Align::Right);
    let at = Point::new(sizes::LABEL_RIGHT, LABEL_BASELINE);
    let more = pen.rows_after(words.rows(Room::new(LABEL_WIDTH, rows), LABEL_LEADING), at);
    let writing = Writing {
        first: at,
        align: Align::Right,
        width: LABEL_WIDTH,
        leading: LABEL_LEADING,
        size: 12.0,
        weight: FontWeight::Medium,
        room: Rect::new(sizes::LABEL_LEFT, 14.0, sizes::LABEL_RIGHT, 34.0 + more * LABEL_LEADING),
        ground: Role::Paper.into(),
    };
    if let Some(bands) = bands {
        band_names(&mut pen, bands, EmotionAxis::of_row(0.0, body));
    }
    if lane.kind == LaneKind::DramaticArc {
        level_numbers(&mut pen, texts, ArcAxis { top: 0.0, height: body });
    }
    if let Some(line) = lane.line {
        // They may reach into the first column, whose dotted border they interrupt: the strip is theirs.
        let words = Words::new(blueprint_line_name(texts, line), 11.0, FontWeight::Medium, Role::Soft);
        pen.words(words.with_halo(Role::Paper.into()), Point::new(sizes::LABEL_LEFT, height - ABOVE_LINE));
    }
    pen.written_spot(Target::Thing(Thing::Lane(lane.id)), Rect::from_origin_size(Point::ORIGIN, size), writing);
    pen.done()
}

/// The lowest, the middle and the highest level of the dramatic arc beside their lines.
fn level_numbers(pen: &mut Pen<'_>, texts: Texts, axis: ArcAxis) {
    for level in [Engagement::MIN, Engagement::MIDDLE, Engagement::MAX] {
        let number = texts.count(u64::from(level.value()));
        let words = Words::new(&number, 10.0, FontWeight::Regular, Role::Faint).aligned(Align::Right);
        pen.words(words, Point::new(LEVEL_RIGHT, axis.y_of(level.value().into()) + 3.5));
    }
}

/// How many rows a label has in a row of this height: 1 to 3.
fn rows_within(height: f64) -> usize {
    [2, 3].into_iter().filter(|rows| LABEL_BASELINE + f64::from(rows - 1) * LABEL_LEADING + 8.0 <= height).count() + 1
}

/// The bands' names at the bands' middles, from the top. One that would touch the name above moves down within its band,
/// and is left out where that is not enough.
fn band_names(pen: &mut Pen<'_>, bands: &[NamedBand], axis: EmotionAxis) {
    let mut above = LABEL_BASELINE + BELOW_LABEL;
    for band in bands.iter().rev() {
        let middle = axis.y_of(f64::from(band.middle.value())) + 4.0;
        let baseline = middle.max(above + BAND_DISTANCE);
        if baseline > middle.max(band.bottom(axis) - ABOVE_BORDER) {
            continue;
        }
        let color = Role::of_tone(band.tone);
        let words = Words::new(&band.name, 11.0, FontWeight::Medium, color).aligned(Align::Right);
        pen.words(words.within(LABEL_WIDTH), Point::new(sizes::LABEL_RIGHT, baseline));
        above = baseline;
    }
}

/// A band whose name stands beside the emotion lane.
#[derive(Clone, Debug)]
pub(super) struct NamedBand {
    name: Arc<str>,
    tone: Tone,
    low: Score,
    middle: Score,
}

impl NamedBand {
    /// The lower end of the band's ground.
    fn bottom(&self, axis: EmotionAxis) -> f64 {
        if self.low == Score::MIN { axis.top + axis.height } else { axis.y_of(f64::from(self.low.value()) - 0.5) }
    }
}

/// The bands of a scale with their names in the interface's language, lowest first.
pub(super) fn named_bands(texts: Texts, scale: &EmotionScale) -> Vec<NamedBand> {
    let tones = scale.tone_cuts();
    let named = scale.bands().into_iter().map(|band| NamedBand {
        name: band_name(texts, &band.name).into(),
        tone: tones.tone(band.low),
        low: band.low,
        middle: band.middle(),
    });
    named.collect()
}
