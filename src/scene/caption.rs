//! The caption that a picture on paper has and the screen has not, where bars say the same: title, wave, whose feelings
//! are drawn, and what the curves are. Must not know the columns.

use super::{
    Block, CurveChoice, Cut, FontWeight, Role, Shape, Stroke, View,
    cells::diamond,
    evidence, letters_of,
    pen::{Align, Pen, Words},
    persona_color,
    persona_sign::{sign_at, sign_width},
    shown_personas, sizes,
    travellers::off_paths,
};
use crate::map::{Curve, Evidence, ImageId, LaneKind, Map, Persona, Touchpoint, Weight};
use kurbo::{BezPath, Point, Rect, Size};
use std::sync::Arc;

/// First baseline of the title, and from there to the row below.
const TITLE_BASELINE: f64 = 44.0;
const ROW: f64 = 24.0;
/// The first baseline of the row below where there is no title.
const FIRST_BASELINE: f64 = 36.0;
/// Air under the last baseline.
const BELOW: f64 = 6.0;
/// Between two items of a row.
const GAP: f64 = 22.0;
/// Length of a curve's sample, and the air behind it.
const SAMPLE: f64 = 22.0;
const AFTER_SAMPLE: f64 = 8.0;
/// Width of a mark such as the diamond, and the air behind it.
const MARK: f64 = 12.0;
const AFTER_MARK: f64 = 6.0;
/// Half the width of a portrait; it fits between two rows.
const PORTRAIT: f64 = 10.0;
/// Between the sign of a persona's curves and its portrait.
const BESIDE_SIGN: f64 = 5.0;
/// From a text's baseline up to the middle of its small letters.
const MIDDLE: f64 = 4.2;

/// An item of the row: its sign and its words.
struct Item {
    sign: Sign,
    words: String,
}

enum Sign {
    /// None: the one persona whose curves are drawn in ink.
    Alone,
    Persona(super::Color, Arc<str>),
    /// A portrait; where several personas are drawn, beside the sign of its curves and in their colour.
    Portrait(ImageId, Option<(super::Color, Arc<str>)>),
    Actual,
    Expected,
    Measured,
    MomentOfTruth,
    Evidence(Evidence),
}

/// The caption of a picture that is `width` wide. `measured` is what is said about the waves of the measured values on
/// it; `None` without any.
pub(super) fn caption(
    measurer: &mut super::text::Measurer,
    (map, view): (&Map, &View),
    width: f64,
    measured: Option<&str>,
) -> Block {
    let mut pen = Pen::new(measurer, Size::new(width, 0.0));
    let (left, right) = (sizes::MARGIN, (width - sizes::MARGIN).max(sizes::MARGIN + 1.0));
    let (mut baseline, mut end) = head(&mut pen, map.title.trim(), measured.unwrap_or_default(), (left, right));
    let mut x = left;
    for item in items(map, view, measured.is_some()) {
        let words = Words::new(&item.words, 12.0, FontWeight::Medium, Role::Ink);
        let (sign, after) = match &item.sign {
            Sign::Alone => (0.0, 0.0),
            Sign::Persona(_, letters) => (sign_width(pen.measurer, letters), AFTER_SAMPLE),
            Sign::Portrait(_, None) => (2.0 * PORTRAIT, AFTER_SAMPLE),
            Sign::Portrait(_, Some((_, letters))) => {
                (sign_width(pen.measurer, letters) + BESIDE_SIGN + 2.0 * PORTRAIT, AFTER_SAMPLE)
            }
            Sign::Actual | Sign::Expected | Sign::Measured => (SAMPLE, AFTER_SAMPLE),
            Sign::MomentOfTruth | Sign::Evidence(_) => (MARK, AFTER_MARK),
        };
        let words_width = pen.measurer.width(words.text, words.style).min(right - left - sign - after) + 1.0;
        if x > left && x + sign + after + words_width > end {
            (x, baseline, end) = (left, baseline + ROW, right);
        }
        draw_sign(&mut pen, &item.sign, Point::new(x, baseline - MIDDLE));
        x += sign + after;
        pen.words(words.within(words_width.min(end - x)), Point::new(x, baseline));
        x += words_width + GAP;
    }
    pen.resize_height(baseline + BELOW);
    pen.done()
}

/// Writes the title and, at the right, the waves; answers with the baseline of the row below, which is the same where
/// there is no title, and where that row ends.
fn head(pen: &mut Pen<'_>, title: &str, waves: &str, (left, right): (f64, f64)) -> (f64, f64) {
    let baseline = if title.is_empty() { FIRST_BASELINE } else { TITLE_BASELINE };
    let waves = Words::new(waves, 12.0, FontWeight::Regular, Role::Soft).aligned(Align::Right);
    let room = (right - left) / 2.0;
    let beside_waves = right - pen.measurer.width(waves.text, waves.style).min(room) - GAP;
    if !waves.text.is_empty() {
        pen.words(waves.within(room), Point::new(right, baseline));
    }
    if title.is_empty() {
        return (baseline, beside_waves);
    }
    let title = Words::new(title, 19.0, FontWeight::SemiBold, Role::Ink);
    pen.words(title.within(beside_waves - left), Point::new(left, baseline));
    (baseline + ROW, right)
}

fn items(map: &Map, view: &View, is_measured: bool) -> Vec<Item> {
    let texts = view.texts;
    let named = |name: &str| if name.trim().is_empty() { texts.persona_unnamed().to_owned() } else { name.to_owned() };
    let is_somebody = |persona: &Persona| !persona.name.trim().is_empty() || persona.portrait.is_some();
    let is_told = map.personas.len() > 1 || shown_personas(map).any(|persona| is_somebody(persona));
    let personas = view.persona.personas(map).filter(|_| is_told);
    let personas = personas.map(|persona| {
        let is_alone = view.persona.persona(map).is_some();
        let sign = (!is_alone).then(|| (persona_color(map, persona), letters_of(map, persona)));
        let sign = match (persona.portrait, sign) {
            (Some(portrait), sign) => Sign::Portrait(portrait, sign),
            (None, Some((color, letters))) => Sign::Persona(color, letters),
            (None, None) => Sign::Alone,
        };
        Item { sign, words: named(&persona.name) }
    });
    let CurveChoice { actual, expected, measured } = view.curves;
    let curves = [
        (actual && is_felt(map, view, Curve::Actual), Sign::Actual, texts.curve_actual()),
        (expected && is_felt(map, view, Curve::Expected), Sign::Expected, texts.curve_expected()),
        (measured && is_measured && has_lane(map, LaneKind::Emotion), Sign::Measured, texts.scene_measured()),
    ];
    let curves = curves.into_iter().filter(|(is_drawn, ..)| *is_drawn);
    let curves = curves.map(|(_, sign, words)| Item { sign, words: words.to_owned() });
    personas.chain(curves).chain(marks(map, view)).collect()
}

fn has_lane(map: &Map, kind: LaneKind) -> bool {
    map.lane_of_kind(kind).is_some_and(|lane| lane.is_shown())
}

/// Whether the picture has a point of this curve, of a persona that is drawn and meets the touchpoint.
fn is_felt(map: &Map, view: &View, curve: Curve) -> bool {
    let off = off_paths(map, view.persona);
    let meets = |persona, touchpoint| !off.iter().any(|(of, off)| *of == persona && off.contains(&touchpoint));
    let has = |touchpoint: &Touchpoint| {
        view.persona
            .personas(map)
            .any(|persona| touchpoint.score(persona.id, curve).is_some() && meets(persona.id, touchpoint.id))
    };
    has_lane(map, LaneKind::Emotion) && map.touchpoints().any(|touchpoint| has(touchpoint))
}

/// The marks that the picture bears, with their meaning.
fn marks(map: &Map, view: &View) -> Vec<Item> {
    let is_moment = has_lane(map, LaneKind::Touchpoints)
        && map.touchpoints().any(|touchpoint| touchpoint.weight == Weight::MomentOfTruth);
    let moment = Item { sign: Sign::MomentOfTruth, words: view.texts.moment_of_truth().to_owned() };
    let said = evidence_drawn(map, view);
    let named = |evidence| Item {
        sign: Sign::Evidence(evidence),
        words: super::evidence_name(view.texts, evidence).to_owned(),
    };
    let evidence = Evidence::ALL.into_iter().filter(|evidence| *evidence != Evidence::Guess && said.contains(evidence));
    is_moment.then_some(moment).into_iter().chain(evidence.map(named)).collect()
}

/// All evidence of the faces and cards that are drawn.
fn evidence_drawn(map: &Map, view: &View) -> Vec<Evidence> {
    let personas: Vec<_> = view.persona.personas(map).map(|persona| persona.id).collect();
    let is_felt = has_lane(map, LaneKind::Emotion) && view.curves.actual;
    let feelings = map.touchpoints().filter(|_| is_felt).flat_map(|touchpoint| &touchpoint.feelings);
    let feelings = feelings.filter(|(persona, feeling)| personas.contains(persona) && feeling.actual.is_some());
    let is_shown = |lane| map.lane(lane).is_some_and(|lane| lane.is_shown());
    let cards = map.cards().filter(|(_, lane, _)| is_shown(*lane)).map(|(_, _, card)| card.evidence);
    feelings.map(|(_, feeling)| feeling.evidence).chain(cards).collect()
}

/// Draws a sign whose left end is at `at`, around that height.
fn draw_sign(pen: &mut Pen<'_>, sign: &Sign, at: Point) {
    let across = |width: f32, dash| Stroke { dash, ..Stroke::solid(Role::Ink, width) };
    let mut line = BezPath::new();
    match sign {
        Sign::Alone => {}
        Sign::Persona(color, letters) => {
            draw_letters(pen, at, (letters, *color));
        }
        Sign::Portrait(image, None) => portrait(pen, *image, Point::new(at.x + PORTRAIT, at.y), None),
        Sign::Portrait(image, Some((color, letters))) => {
            let left = draw_letters(pen, at, (letters, *color)) + BESIDE_SIGN;
            portrait(pen, *image, Point::new(left + PORTRAIT, at.y), Some(*color));
        }
        Sign::Actual | Sign::Expected => {
            line.move_to(at);
            line.line_to((at.x + SAMPLE, at.y));
            let is_actual = matches!(sign, Sign::Actual);
            pen.line(line, if is_actual { across(2.4, None) } else { across(1.8, Some((5.0, 3.5))) });
        }
        Sign::MomentOfTruth => diamond(pen, Point::new(at.x + MARK / 2.0, at.y)),
        Sign::Evidence(evidence) => evidence::sign(pen, Point::new(at.x + MARK / 2.0, at.y), *evidence),
        Sign::Measured => {
            let middle = at.x + SAMPLE / 2.0;
            for (from, to) in [
                ((middle, at.y - 6.0), (middle, at.y + 6.0)),
                ((middle - 4.0, at.y - 6.0), (middle + 4.0, at.y - 6.0)),
                ((middle - 4.0, at.y + 6.0), (middle + 4.0, at.y + 6.0)),
            ] {
                line.move_to(from);
                line.line_to(to);
            }
            pen.line(line, Stroke::solid(Role::Accent, 1.6));
            pen.dot(Point::new(middle, at.y), 3.5, Role::Accent);
        }
    }
}

/// Draws the sign of a persona's curves with its left end at `at`; where its right end is.
fn draw_letters(pen: &mut Pen<'_>, at: Point, (letters, color): (&str, super::Color)) -> f64 {
    let width = sign_width(pen.measurer, letters);
    sign_at(pen, Point::new(at.x + width / 2.0, at.y), letters, color);
    at.x + width
}

/// A round portrait; a ring in the persona's colour takes its rim.
fn portrait(pen: &mut Pen<'_>, image: ImageId, center: Point, color: Option<super::Color>) {
    const RING: f64 = 2.0;
    let radius = if color.is_some() { PORTRAIT - RING } else { PORTRAIT };
    pen.dot(center, radius, Role::NeutralTint);
    let rect = Rect::from_center_size(center, (2.0 * radius, 2.0 * radius));
    pen.shape(Shape::Image { image, rect, cut: Cut::Round, opacity: 1.0 });
    if let Some(color) = color {
        #[expect(clippy::cast_possible_truncation, reason = "a small constant")]
        let stroke = Some(Stroke::solid(color, RING as f32));
        pen.shape(Shape::Circle { center, radius: PORTRAIT - RING / 2.0, fill: None, stroke });
    }
}
