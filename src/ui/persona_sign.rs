//! The signs of a persona: the letters that stand at its faces, on its colour, as a pill beside words and as a disc; and
//! its portrait with its colour around it. Which letters they are is decided in `scene::letters_of` alone.
//!
//! Must not know where it stands, nor decode anything.

use super::{
    Look,
    pictures::{self, Picture},
    theme,
};
use crate::{
    map::{Map, Persona},
    scene::{Color, FontWeight, Role, letters_of, persona_color},
};
use egui::{Align2, Color32, Painter, Pos2, Rect, Stroke, Vec2, vec2};

/// Width of the ring around a portrait, in points.
const RING: f32 = 1.5;
/// Discs with a smaller radius have no letters, in points.
const LEAST_FOR_LETTER: f32 = 7.0;
/// Size of one letter, and of two, of the radius.
const LETTER: f32 = 1.2;
const LETTERS: f32 = 0.95;
/// Height of a pill in points, its width beyond that of its letters, and their size.
const PILL: f32 = 16.0;
const AROUND: f32 = 7.0;
const PILL_LETTERS: f32 = 10.5;

/// Paints the sign of a persona of `map` around `center`, `radius` points large: its portrait, else its letters.
pub fn paint_persona_sign(
    painter: &Painter,
    (center, radius): (Pos2, f32),
    (map, persona): (&Map, &Persona),
    look: Look,
) {
    let color = color_of(map, persona, look);
    if !paint_portrait(painter, (center, radius), (map, persona), look) {
        painter.circle_filled(center, radius, color);
        if radius >= LEAST_FOR_LETTER {
            paint_letters(painter, (center, radius), (map, persona), look);
        }
    }
}

/// How large the pill of a persona's letters is, as at its faces.
pub fn pill_size(painter: &Painter, (map, persona): (&Map, &Persona)) -> Vec2 {
    let letters = letters_of(map, persona).to_string();
    let galley = painter.layout_no_wrap(letters, theme::font(FontWeight::SemiBold, PILL_LETTERS), Color32::PLACEHOLDER);
    vec2((galley.size().x + AROUND).max(PILL), PILL)
}

/// Paints the pill of a persona's letters with the middle of its left end at `left`; where it stands.
pub fn paint_pill(painter: &Painter, left: Pos2, (map, persona): (&Map, &Persona), look: Look) -> Rect {
    let rect = Align2::LEFT_CENTER.anchor_size(left, pill_size(painter, (map, persona)));
    painter.rect_filled(rect, PILL / 2.0, color_of(map, persona, look));
    let font = theme::font(FontWeight::SemiBold, PILL_LETTERS);
    painter.text(rect.center(), Align2::CENTER_CENTER, letters_of(map, persona), font, on_it(map, persona, look));
    rect
}

/// The colour of a persona's sign and curves.
pub fn color_of(map: &Map, persona: &Persona, look: Look) -> Color32 {
    theme::scene_color(look.palette, persona_color(map, persona))
}

/// Letters on that colour.
fn on_it(map: &Map, persona: &Persona, look: Look) -> Color32 {
    theme::scene_color(look.palette, Color::on(persona_color(map, persona)))
}

/// Whether there was a portrait to be painted.
fn paint_portrait(
    painter: &Painter,
    (center, radius): (Pos2, f32),
    (map, persona): (&Map, &Persona),
    look: Look,
) -> bool {
    let Some(image) = persona.portrait.and_then(|id| map.image(id)) else { return false };
    let pixels = long_side(image, 2.0 * radius) * painter.pixels_per_point();
    let Picture::Shown(texture) = pictures::picture(painter.ctx(), &image.data, pixels) else { return false };
    let square = Rect::from_center_size(center, vec2(2.0, 2.0) * (radius - RING));
    painter.circle_filled(center, radius - RING / 2.0, theme::color(look.palette, Role::NeutralTint));
    painter.add(pictures::round(texture, (image.width, image.height), square, theme::UNTINTED));
    painter.circle_stroke(center, radius - RING / 2.0, Stroke::new(RING, color_of(map, persona, look)));
    true
}

/// How long the whole picture is where its short side is as wide as the sign, in points.
#[expect(clippy::cast_precision_loss, reason = "a few thousand pixels")]
fn long_side(image: &crate::map::Image, short: f32) -> f32 {
    let (long, low) = (image.width.max(image.height).max(1), image.width.min(image.height).max(1));
    short * long as f32 / low as f32
}

fn paint_letters(painter: &Painter, (center, radius): (Pos2, f32), (map, persona): (&Map, &Persona), look: Look) {
    let letters = letters_of(map, persona);
    let size = if letters.chars().nth(1).is_some() { LETTERS } else { LETTER };
    let font = theme::font(FontWeight::SemiBold, size * radius);
    painter.text(center, Align2::CENTER_CENTER, letters, font, on_it(map, persona, look));
}
