//! Peak, pit, end and mean by name on the chart, placed so that no name covers another.
//!
//! Must not know how the curves are drawn.

use super::{
    chart::Chart,
    color_of,
    letters::one_row,
    place::{Side, around, place_names},
    readable::readable,
    words::{axis_value, letters_of, named_moments},
};
use crate::{
    map::PersonaId,
    review::{Moment, PersonaReview},
    scene::Role,
    ui::theme,
};
use egui::{Align2, Color32, Galley, Rect, Shape, Stroke, Ui, pos2, vec2};
use egui_plot::PlotPoint;
use std::sync::Arc;

/// Radius of the ring around a named score, in points.
const RING: f32 = 6.5;
/// Space between a name and what it names, in points.
const AWAY: f32 = 9.0;
/// Size of the names, in points.
const SIZE: f32 = 11.0;
/// The widest a name may be, in points.
const WIDEST: f32 = 160.0;
/// Opacity of the ground behind a name.
const GROUND: f32 = 0.9;
/// How far that ground goes beyond the letters, in points.
const AROUND: egui::Vec2 = vec2(3.0, 1.0);
/// How many curves a ring counts for, where a name has to cross something.
const RING_WEIGHT: usize = 100;

/// A name that looks for its place.
struct Name {
    galley: Arc<Galley>,
    color: Color32,
    /// Where it may be, with its ground; the best first.
    wished: Vec<Rect>,
}

/// Names the moments of the personas in front, the strongest first, then their means. Where there is no room the ring
/// stays: the list and the words at the pointer have the name.
pub(super) fn paint_named(ui: &Ui, chart: &Chart) {
    if !chart.view.curves.actual {
        return;
    }
    let personas = || chart.sheet.review.personas.iter().filter(|persona| chart.is_in_front(persona.persona));
    let moments = personas().flat_map(|persona| {
        named_moments(persona, chart.look.texts).into_iter().map(move |(name, moment)| (persona, name, moment))
    });
    let mut moments: Vec<_> = moments.collect();
    moments.sort_by_key(|(_, _, moment)| std::cmp::Reverse(moment.score.value().abs()));
    for persona in personas() {
        paint_mean(ui, chart, persona);
    }
    let rings: Vec<Rect> =
        moments.iter().filter_map(|(persona, _, moment)| paint_ring(ui, chart, persona, *moment)).collect();
    let mut names: Vec<Name> =
        moments.iter().filter_map(|(persona, name, moment)| moment_name(ui, chart, persona, (name, *moment))).collect();
    names.extend(personas().filter_map(|persona| mean_name(ui, chart, persona)));
    paint_names(ui, chart, names, &rings);
}

/// Paints the ring around a moment; `None` where the moment is not on the chart.
fn paint_ring(ui: &Ui, chart: &Chart, persona: &PersonaReview, moment: Moment) -> Option<Rect> {
    let place = chart.place(chart.sheet.place(moment.touchpoint)?, f64::from(moment.score.value()));
    ui.painter().circle_stroke(place, RING, Stroke::new(1.5, chart.color_of(persona.persona)));
    Some(Rect::from_center_size(place, egui::Vec2::splat(2.0 * RING)))
}

fn paint_mean(ui: &Ui, chart: &Chart, persona: &PersonaReview) {
    let Some(mean) = persona.mean else { return };
    let y = chart.frame.y(mean);
    let color = chart.color_of(persona.persona).gamma_multiply(0.8);
    let ends = [pos2(chart.plot().left(), y), pos2(chart.plot().right(), y)];
    ui.painter().extend(Shape::dotted_line(&ends, color, 5.0, 0.9));
}

fn moment_name(ui: &Ui, chart: &Chart, persona: &PersonaReview, (name, moment): (&str, Moment)) -> Option<Name> {
    let place = chart.place(chart.sheet.place(moment.touchpoint)?, f64::from(moment.score.value()));
    let text = format!("{name} {}", chart.look.texts.score(moment.score.value()));
    let role = Role::of_tone(chart.sheet.tones.tone(moment.score));
    let (galley, color) = letters(ui, chart, persona.persona, &text, role);
    let first = if persona.pit == Some(moment) { Side::Below } else { Side::Above };
    let wished = around(place, galley.size() + 2.0 * AROUND, AWAY - AROUND.y, first, chart.plot());
    Some(Name { galley, color, wished })
}

fn mean_name(ui: &Ui, chart: &Chart, persona: &PersonaReview) -> Option<Name> {
    let mean = persona.mean?;
    let (y, plot) = (chart.frame.y(mean), chart.plot());
    let text = format!("{} {}", chart.look.texts.review_mean(), axis_value(mean, chart.look.texts));
    let (galley, color) = letters(ui, chart, persona.persona, &text, Role::Soft);
    let places = [
        (Align2::LEFT_BOTTOM, pos2(plot.left() + 1.0, y - 1.0)),
        (Align2::LEFT_TOP, pos2(plot.left() + 1.0, y + 1.0)),
        (Align2::RIGHT_BOTTOM, pos2(plot.right() - 1.0, y - 1.0)),
        (Align2::RIGHT_TOP, pos2(plot.right() - 1.0, y + 1.0)),
    ];
    let size = galley.size() + 2.0 * AROUND;
    let wished = places.into_iter().map(|(anchor, at)| anchor.anchor_size(at, size)).collect();
    Some(Name { galley, color, wished })
}

/// A name's letters and their colour: that of `role` for a persona alone in front; of several, each has its persona's
/// colour and letters, so that it is plain whose it is.
fn letters(ui: &Ui, chart: &Chart, persona: PersonaId, text: &str, role: Role) -> (Arc<Galley>, Color32) {
    let look = chart.look;
    let color = |role| theme::color(look.palette, role);
    let is_one_of_many = chart.front.is_none() && chart.sheet.review.personas.len() > 1;
    let (text, color) = if is_one_of_many {
        let whose = letters_of(chart.sheet, persona);
        let ink = readable(color_of(chart.sheet, persona, look), color(Role::Ink), color(Role::Card));
        (look.texts.review_persona_values(whose, text), ink)
    } else {
        (text.to_owned(), color(role))
    };
    (one_row(ui, &text, SIZE, color, WIDEST), color)
}

fn paint_names(ui: &Ui, chart: &Chart, names: Vec<Name>, rings: &[Rect]) {
    let (wishes, letters): (Vec<_>, Vec<_>) =
        names.into_iter().map(|name| (name.wished, (name.galley, name.color))).unzip();
    let places = place_names(&wishes, chart.plot(), |rect| crossed(chart, rings, *rect));
    let ground = theme::color(chart.look.palette, Role::Card).gamma_multiply(GROUND);
    for (place, (galley, color)) in places.into_iter().zip(letters) {
        if let Some(rect) = place {
            ui.painter().rect_filled(rect, 4.0, ground);
            ui.painter().galley(rect.min + AROUND, galley, color);
        }
    }
}

/// How much a name at `rect` covers: each stretch of a curve counts once, a ring more than all curves.
fn crossed(chart: &Chart, rings: &[Rect], rect: Rect) -> usize {
    let runs = chart.traces.iter().filter(|trace| chart.shows(trace.curve)).flat_map(|trace| &trace.runs);
    let curves = runs.filter(|run| crosses(chart, &run.line, rect)).count();
    curves + RING_WEIGHT * rings.iter().filter(|ring| ring.intersects(rect)).count()
}

/// Whether a line, whose points are ordered by x, goes through `rect`.
fn crosses(chart: &Chart, line: &[PlotPoint], rect: Rect) -> bool {
    let frame = &chart.frame;
    let (left, right) = (frame.place_at(rect.left()), frame.place_at(rect.right()));
    let from = line.partition_point(|point| point.x < left).saturating_sub(1);
    let to = (line.partition_point(|point| point.x <= right) + 1).min(line.len());
    let near = line.get(from..to).unwrap_or_default();
    near.windows(2).any(|ends| match ends {
        [one, other] => Rect::from_two_pos(frame.screen(*one), frame.screen(*other)).intersects(rect),
        _ => false,
    })
}
