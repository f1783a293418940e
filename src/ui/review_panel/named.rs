//! Peak, pit, end and mean by name on the chart, placed so that no name covers another.
//!
//! Must not know how the curves are drawn.

use super::{chart::Chart, frame::one_row, words::axis_value};
use crate::{
    review::{Moment, PersonaReview},
    scene::Role,
    ui::theme,
};
use egui::{Align2, Color32, Pos2, Rect, Shape, Stroke, Ui, Vec2, pos2, vec2};

/// Radius of the ring around a named score, in points.
const RING: f32 = 6.5;
/// Space between a name and what it names, in points.
const AWAY: f32 = 9.0;
/// Size of the names, in points.
const SIZE: f32 = 11.0;
/// The widest a name may be, in points.
const WIDEST: f32 = 160.0;
/// Opacity of the ground behind a name.
const GROUND: f32 = 0.82;

/// Names the moments of the personas in front. Where there is no room the ring stays, and the list has the name.
pub(super) fn paint_named(ui: &Ui, chart: &Chart) {
    if !chart.view.curves.actual {
        return;
    }
    let mut taken: Vec<Rect> = Vec::new();
    for persona in chart.sheet.review.personas.iter().filter(|persona| chart.is_in_front(persona.persona)) {
        for (text, moment) in moments(persona, chart) {
            paint_moment(ui, chart, (&text, moment), persona, &mut taken);
        }
        paint_mean(ui, chart, persona, &mut taken);
    }
}

/// Each named touchpoint once: one that is both pit and end has one name for both.
fn moments(persona: &PersonaReview, chart: &Chart) -> Vec<(String, Moment)> {
    let texts = chart.look.texts;
    let all =
        [(texts.review_peak(), persona.peak), (texts.review_pit(), persona.pit), (texts.review_end(), persona.end)];
    let mut named: Vec<(Vec<&str>, Moment)> = Vec::new();
    for (name, moment) in all.into_iter().filter_map(|(name, moment)| Some((name, moment?))) {
        match named.iter_mut().find(|(_, other)| *other == moment) {
            Some((names, _)) => names.push(name),
            None => named.push((vec![name], moment)),
        }
    }
    let text = |names: Vec<&str>, moment: Moment| {
        let (first, others) = names.split_first().map_or(("", &[][..]), |(first, others)| (*first, others));
        let others: String = others.iter().map(|name| format!(", {}", name.to_lowercase())).collect();
        format!("{first}{others} {}", texts.score(moment.score.value()))
    };
    named.into_iter().map(|(names, moment)| (text(names, moment), moment)).collect()
}

fn paint_moment(
    ui: &Ui,
    chart: &Chart,
    (text, moment): (&str, Moment),
    persona: &PersonaReview,
    taken: &mut Vec<Rect>,
) {
    let Some(at) = chart.sheet.place(moment.touchpoint) else { return };
    let place = chart.place(at, f64::from(moment.score.value()));
    let color = chart.color_of(persona.persona);
    ui.painter().circle_stroke(place, RING, Stroke::new(1.5, color));
    let is_low = persona.pit == Some(moment);
    let (up, down) = ((Align2::CENTER_BOTTOM, vec2(0.0, -AWAY)), (Align2::CENTER_TOP, vec2(0.0, AWAY)));
    let (left, right) = ((Align2::RIGHT_CENTER, vec2(-AWAY, 0.0)), (Align2::LEFT_CENTER, vec2(AWAY, 0.0)));
    let sides = if is_low { [down, up, right, left] } else { [up, down, right, left] };
    let role = Role::of_tone(chart.sheet.tones.tone(moment.score));
    paint_name(ui, chart, text, theme::color(chart.look.palette, role), place, &sides, taken);
}

fn paint_mean(ui: &Ui, chart: &Chart, persona: &PersonaReview, taken: &mut Vec<Rect>) {
    let Some(mean) = persona.mean else { return };
    let y = chart.frame.y(mean);
    let plot = chart.plot();
    let color = chart.color_of(persona.persona).gamma_multiply(0.8);
    let ends = [pos2(plot.left(), y), pos2(plot.right(), y)];
    ui.painter().extend(Shape::dotted_line(&ends, color, 5.0, 0.9));
    let text = format!("{} {}", chart.look.texts.review_mean(), axis_value(mean, chart.look.texts));
    let sides = [
        (Align2::LEFT_BOTTOM, vec2(4.0, -2.0)),
        (Align2::LEFT_TOP, vec2(4.0, 2.0)),
        (Align2::RIGHT_BOTTOM, vec2(plot.width() - 4.0, -2.0)),
        (Align2::RIGHT_TOP, vec2(plot.width() - 4.0, 2.0)),
    ];
    paint_name(ui, chart, &text, theme::color(chart.look.palette, Role::Soft), pos2(plot.left(), y), &sides, taken);
}

/// Paints a name on the first side where it fits and covers no other.
fn paint_name(
    ui: &Ui,
    chart: &Chart,
    text: &str,
    color: Color32,
    place: Pos2,
    sides: &[(Align2, Vec2)],
    taken: &mut Vec<Rect>,
) {
    let galley = one_row(ui, text, SIZE, color, WIDEST);
    let room = |(anchor, away): &(Align2, Vec2)| anchor.anchor_size(place + *away, galley.size());
    let is_free = |rect: &Rect| {
        chart.plot().contains_rect(*rect) && !taken.iter().any(|other| other.intersects(rect.expand(2.0)))
    };
    let Some(rect) = sides.iter().map(room).find(is_free) else { return };
    taken.push(rect);
    let ground = theme::color(chart.look.palette, Role::Card).gamma_multiply(GROUND);
    ui.painter().rect_filled(rect.expand2(vec2(3.0, 1.0)), 4.0, ground);
    ui.painter().galley(rect.min, galley, color);
}
