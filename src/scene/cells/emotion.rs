//! A touchpoint's feelings: faces, words, the measured value with its whisker. The curves run behind the columns and
//! are not in here. Must not know the curves.

use super::{CellContext, Overlay};
use crate::{
    map::{Curve, Evidence, Feeling, Score, Thing, Tone, Touchpoint},
    scene::{
        Block, FontWeight, Role, Shape, Stroke, Target, evidence,
        face::face,
        measured::Measured,
        pen::{Align, Pen, Words, room},
        persona_sign::{persona_sign, sign_at},
        sizes,
        text::Measurer,
        travellers::Drawn,
    },
    survey::metric::Base,
};
use kurbo::{BezPath, Point, Rect, Size, Vec2};

/// Width of a feeling's word.
const WORD_WIDTH: f64 = sizes::COLUMN - 8.0;
/// From the middle of a face to the sign of its evidence: at the lower left, where neither whisker nor word stand. A
/// measured one has its whisker for a sign where that is drawn.
const EVIDENCE: Vec2 = Vec2::new(-12.0, 8.5);
/// Radius of an expected score's dot.
const EXPECTED_DOT: f64 = 3.0;
/// How strong the expected curve is.
pub(in crate::scene) const EXPECTED_STRENGTH: f32 = 0.55;

pub(super) fn emotion_cell(ground: &CellContext, measurer: &mut Measurer, touchpoint: &Touchpoint) -> Block {
    let height = ground.axis.height + 2.0 * sizes::EMOTION_INSET;
    let mut pen = Pen::new(measurer, Size::new(sizes::COLUMN, height));
    if ground.curves.expected {
        for who in &ground.personas {
            expected_dot(&mut pen, ground, touchpoint, who);
        }
    }
    if ground.curves.measured
        && let Some(measured) = ground.results.get(&touchpoint.id)
    {
        whisker(&mut pen, ground, touchpoint, measured);
    }
    if ground.curves.actual {
        for who in &ground.personas {
            actual_face(&mut pen, ground, touchpoint, who);
        }
        if ground.overlay == Overlay::Several {
            signs(&mut pen, ground, touchpoint);
        }
    }
    pen.done()
}

/// An expected score: a dot, or the persona's sign where only expected curves lie over each other.
fn expected_dot(pen: &mut Pen<'_>, ground: &CellContext, touchpoint: &Touchpoint, who: &Drawn) {
    let Some(score) = touchpoint.score(who.id, Curve::Expected) else { return };
    if ground.is_off_path(who.id, touchpoint.id) {
        return;
    }
    let center = point_of(ground, score);
    if ground.overlay == Overlay::Several && !ground.curves.actual {
        sign_at(pen, center, &who.letters, who.color);
    } else {
        pen.dot(center, EXPECTED_DOT, who.color.fade(EXPECTED_STRENGTH));
    }
    pen.spot(Target::Thing(Thing::Face(touchpoint.id, who.id, Curve::Expected)), square(center, 7.0));
}

fn actual_face(pen: &mut Pen<'_>, ground: &CellContext, touchpoint: &Touchpoint, who: &Drawn) {
    let Some(feeling) = touchpoint.feelings.get(&who.id) else { return };
    let Some(score) = feeling.actual.filter(|_| !ground.is_off_path(who.id, touchpoint.id)) else { return };
    let center = point_of(ground, score);
    let rim = match ground.overlay {
        Overlay::One => Role::of_tone(ground.tones.tone(score)).into(),
        Overlay::Several => who.color,
    };
    if ground.overlay == Overlay::One {
        word(pen, ground, feeling, (score, center), whisker_reach(ground, touchpoint));
    }
    face(pen, center, (score, ground.tones), rim);
    if !(feeling.evidence == Evidence::Measured && whisker_reach(ground, touchpoint).is_some()) {
        evidence::badge(pen, center + EVIDENCE, feeling.evidence);
    }
    pen.spot(Target::Thing(Thing::Face(touchpoint.id, who.id, Curve::Actual)), square(center, sizes::FACE_REACH));
}

/// The signs of all personas, over the faces: one that another hides still shows whose it is.
fn signs(pen: &mut Pen<'_>, ground: &CellContext, touchpoint: &Touchpoint) {
    for (at, who) in ground.personas.iter().enumerate() {
        let score = touchpoint.score(who.id, Curve::Actual).filter(|_| !ground.is_off_path(who.id, touchpoint.id));
        if let Some(score) = score {
            persona_sign(pen, point_of(ground, score), (at, &who.letters), who.color);
        }
    }
}

/// The feeling in a word: above a good one, below any other, inside the lane, and left of a whisker in its way.
fn word(
    pen: &mut Pen<'_>,
    ground: &CellContext,
    feeling: &Feeling,
    (score, center): (Score, Point),
    whisker: Option<(f64, f64)>,
) {
    if feeling.word.trim().is_empty() {
        return;
    }
    let tone = ground.tones.tone(score);
    let baseline = word_baseline(ground, tone, center.y);
    let is_in_way = whisker.is_some_and(|(top, bottom)| top < baseline + 4.0 && bottom > baseline - 12.0);
    let words = Words::new(feeling.word.trim(), 11.5, FontWeight::Medium, Role::of_tone(tone))
        .with_halo(Role::tint_of_tone(tone).into());
    if is_in_way {
        let right = center.x + sizes::WHISKER_OFFSET - 7.0;
        pen.words(words.aligned(Align::Right).within(right - 4.0), Point::new(right, baseline));
    } else {
        pen.words(words.aligned(Align::Center).within(WORD_WIDTH), Point::new(center.x, baseline));
    }
}

fn word_baseline(ground: &CellContext, tone: Tone, y: f64) -> f64 {
    let (above, below) = (y - 20.0, y + 30.0);
    match tone {
        Tone::Positive if above - 12.0 < ground.axis.top => below,
        Tone::Positive => above,
        Tone::Neutral | Tone::Negative if below + 4.0 > ground.axis.top + ground.axis.height => above,
        Tone::Neutral | Tone::Negative => below,
    }
}

/// The upper and the lower end of the measured value's whisker.
fn whisker_reach(ground: &CellContext, touchpoint: &Touchpoint) -> Option<(f64, f64)> {
    let measured = ground.results.get(&touchpoint.id).filter(|_| ground.curves.measured)?;
    let emotion = measured.estimate.emotion;
    Some((ground.axis.y_of(emotion.high) - 4.0, ground.axis.y_of(emotion.low) + 4.0))
}

fn whisker(pen: &mut Pen<'_>, ground: &CellContext, touchpoint: &Touchpoint, measured: &Measured) {
    let emotion = measured.estimate.emotion;
    let x = sizes::COLUMN / 2.0 + sizes::WHISKER_OFFSET;
    let [value, low, high] = [emotion.value, emotion.low, emotion.high].map(|score| ground.axis.y_of(score));
    let mut path = BezPath::new();
    for (from, to) in [((x, high), (x, low)), ((x - 4.0, high), (x + 4.0, high)), ((x - 4.0, low), (x + 4.0, low))] {
        path.move_to(from);
        path.line_to(to);
    }
    pen.line(path, Stroke::solid(Role::Accent, 1.8));
    let center = Point::new(x, value);
    match measured.estimate.base {
        Base::Solid => pen.dot(center, 4.0, Role::Accent),
        Base::Small | Base::Anecdotal => pen.shape(Shape::Circle {
            center,
            radius: 3.4,
            fill: Some(Role::Card.into()),
            stroke: Some(Stroke::solid(Role::Accent, 1.6)),
        }),
    }
    let reach = Rect::new(x - 6.0, high.min(value - 4.0), x + 6.0, low.max(value + 4.0));
    pen.spot(Target::Measured(touchpoint.id), reach);
}

fn point_of(ground: &CellContext, score: Score) -> Point {
    Point::new(sizes::COLUMN / 2.0, ground.axis.y_of(f64::from(score.value())))
}

fn square(center: Point, half: f64) -> Rect {
    room(center.x - half, center.y - half, 2.0 * half, 2.0 * half)
}
