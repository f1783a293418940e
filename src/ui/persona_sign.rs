//! The round sign of a persona: its portrait with its colour around it, else the first letter of its name on its colour.
//!
//! Must not know where it stands, nor decode anything.

use super::{
    Look,
    pictures::{self, Picture},
    theme,
};
use crate::{
    map::{Map, Persona},
    scene::{Color, FontWeight, Role, persona_color},
};
use egui::{Align2, Color32, Painter, Pos2, Rect, Stroke, vec2};

/// Width of the ring around a portrait, in points.
const RING: f32 = 1.5;
/// Signs with a smaller radius have no letter, in points.
const LEAST_FOR_LETTER: f32 = 7.0;
/// Size of the letter, of the radius.
const LETTER: f32 = 1.2;

/// Paints the sign of a persona of `map` around `center`, `radius` points large.
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
            paint_letter(painter, (center, radius), (map, persona), look);
        }
    }
}

/// The colour of a persona's sign and curves.
pub fn color_of(map: &Map, persona: &Persona, look: Look) -> Color32 {
    theme::scene_color(look.palette, persona_color(map, persona))
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

fn paint_letter(painter: &Painter, (center, radius): (Pos2, f32), (map, persona): (&Map, &Persona), look: Look) {
    let name = persona.name.trim();
    let name = if name.is_empty() { look.texts.persona_unnamed() } else { name };
    let initial: String = name.chars().take(1).flat_map(char::to_uppercase).collect();
    let letters = theme::scene_color(look.palette, Color::on(persona_color(map, persona)));
    painter.text(center, Align2::CENTER_CENTER, &initial, theme::font(FontWeight::SemiBold, LETTER * radius), letters);
}
