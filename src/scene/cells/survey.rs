//! What surveys measured at a touchpoint: value, interval, number of answers and a small histogram.
//!
//! Must not know how a value is computed.

use super::CellContext;
use crate::{
    map::{Score, Tone, Touchpoint},
    scene::{
        Block, Color, FontWeight, Role, Target,
        measured::Measured,
        pen::{Align, Pen, Words, room},
        sizes,
        text::Measurer,
    },
};
use kurbo::{BezPath, Point, Rect, Size};

/// Width of what is written.
const WIDTH: f64 = sizes::COLUMN - 8.0;
/// From one bar to the next, and how wide a bar is.
const BAR_STEP: f64 = 7.0;
const BAR: f64 = 5.0;
/// Height of the highest bar.
const BAR_HEIGHT: f64 = 13.0;
/// Room of the line about a small base.
const WARNING: f64 = 13.0;
const CENTER: f64 = sizes::COLUMN / 2.0;

pub(super) fn survey_cell(ground: &CellContext, measurer: &mut Measurer, touchpoint: &Touchpoint) -> Block {
    let mut pen = Pen::new(measurer, Size::new(sizes::COLUMN, sizes::SURVEY_ROW));
    match ground.results.get(&touchpoint.id) {
        None => caption(&mut pen, ground.texts.no_answers(), 11.0, 44.0),
        Some(measured) => {
            paint_measured(&mut pen, ground, measured);
            let reach = Rect::new(sizes::CARD_INSET, 18.0, sizes::COLUMN - sizes::CARD_INSET, 74.0);
            pen.spot(Target::Measured(touchpoint.id), reach);
        }
    }
    pen.done()
}

fn paint_measured(pen: &mut Pen<'_>, ground: &CellContext, measured: &Measured) {
    let tone = ground.tones.tone(Score::nearest(measured.estimate.emotion.value));
    let value = measured.value(ground.texts);
    let words = Words::new(&value, 17.0, FontWeight::SemiBold, Role::of_tone(tone)).aligned(Align::Center);
    pen.words(words.within(WIDTH), Point::new(CENTER, 36.0));
    caption(pen, &measured.caption(ground.texts), 10.5, 53.0);
    let mut foot = 72.0;
    if let Some(warning) = measured.warning(ground.texts) {
        caption(pen, warning, 10.5, 53.0 + WARNING);
        foot += WARNING;
        pen.resize_height(sizes::SURVEY_ROW + WARNING);
    }
    for tone in [Tone::Negative, Tone::Neutral, Tone::Positive] {
        let path = bars(&measured.bars, tone, foot);
        if !path.elements().is_empty() {
            pen.area(path, Color::from(Role::of_tone(tone)).fade(0.75));
        }
    }
}

fn caption(pen: &mut Pen<'_>, text: &str, size: f32, baseline: f64) {
    let words = Words::new(text, size, FontWeight::Regular, Role::Faint).aligned(Align::Center);
    pen.words(words.within(WIDTH), Point::new(CENTER, baseline));
}

/// The bars of one tone, as one outline.
fn bars(bars: &[(u64, Tone)], wanted: Tone, foot: f64) -> BezPath {
    let highest = bars.iter().map(|(count, _)| *count).max().unwrap_or_default().max(1);
    let mut left = CENTER - (bars.len() as f64 * BAR_STEP - (BAR_STEP - BAR)) / 2.0;
    let mut path = BezPath::new();
    for (count, tone) in bars {
        let height = *count as f64 / highest as f64 * BAR_HEIGHT;
        if *tone == wanted && height > 0.0 {
            add_rect(&mut path, room(left, foot - height, BAR, height));
        }
        left += BAR_STEP;
    }
    path
}

fn add_rect(path: &mut BezPath, rect: Rect) {
    path.move_to((rect.x0, rect.y0));
    path.line_to((rect.x1, rect.y0));
    path.line_to((rect.x1, rect.y1));
    path.line_to((rect.x0, rect.y1));
    path.close_path();
}
