//! The signs by which personas are told apart without their colours, everywhere they are shown: a letter or two of each
//! one's name. At a face it stands on the side that is away from the faces beside it. Must not know whose curve is where.

use super::{
    Color, FontWeight, Role, Shape, Stroke,
    pen::{Align, Pen, Words, room},
    text::{Measurer, TextStyle},
};
use crate::map::{Map, Persona};
use kurbo::{Point, Vec2};
use std::{collections::HashSet, sync::Arc};
use unicode_normalization::UnicodeNormalization as _;

/// Height of a sign, and its width beyond that of its letters, in document units.
const HEIGHT: f64 = 12.0;
const AROUND: f64 = 5.0;
/// Size of the letters.
const LETTERS: f32 = 8.5;
/// From their baseline up to the middle of a capital.
const MIDDLE: f64 = 3.0;
/// From the middle of a face to its sign, which is at the upper left; the lower left is the evidence's. Nearer by so much
/// for all of the size that a face lacks.
const AWAY: f64 = 13.4;
const NEARER: f64 = 7.0;
/// Of a face this far right of the column's middle, or further, it is at the upper right.
const TURNED: f64 = 13.0;

/// The sign of every persona, in the map's order: the first letter of its name, the first of its first two words where
/// that does not tell all apart, the first two letters of the name where that does not either, else numbers from 1. Who
/// has no name has a number. Hidden personas have theirs too, so that nobody's sign changes while one is hidden.
pub fn persona_letters(map: &Map) -> Vec<Arc<str>> {
    let names: Vec<String> = map.personas.iter().map(|persona| short_name(&persona.name).nfc().collect()).collect();
    let number = |at: usize| (at + 1).to_string();
    let sign = |(at, letters): (usize, String)| if letters.is_empty() { number(at) } else { letters };
    let of =
        |letters: fn(&str) -> String| names.iter().map(|name| letters(name)).enumerate().map(sign).collect::<Vec<_>>();
    let numbers = || (0..names.len()).map(number).collect();
    let ways: [fn(&str) -> String; 3] = [first_letter, first_of_two_words, first_two_letters];
    let letters = ways.into_iter().map(of).find(|letters| tells_apart(letters)).unwrap_or_else(numbers);
    letters.into_iter().map(Arc::from).collect()
}

/// The sign of one persona.
pub fn letters_of(map: &Map, persona: &Persona) -> Arc<str> {
    let at = map.personas.iter().position(|other| other.id == persona.id);
    at.and_then(|at| persona_letters(map).into_iter().nth(at)).unwrap_or_else(|| Arc::from(""))
}

/// A persona's name up to a comma: "Thu Hà, 31" is "Thu Hà".
pub fn short_name(name: &str) -> &str {
    let name = name.trim();
    name.split(',').next().map(str::trim).filter(|short| !short.is_empty()).unwrap_or(name)
}

fn first_letter(name: &str) -> String {
    first_letters(name, 1)
}

fn first_of_two_words(name: &str) -> String {
    first_letters(name, 2)
}

/// "Lan" is "La".
fn first_two_letters(name: &str) -> String {
    let mut letters = name.chars().filter(|it| it.is_alphanumeric());
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters.take(1)).collect()
}

fn first_letters(name: &str, words: usize) -> String {
    let letters = name.split_whitespace().filter_map(|word| word.chars().next().filter(|it| it.is_alphanumeric()));
    letters.take(words).flat_map(char::to_uppercase).collect()
}

fn tells_apart(letters: &[String]) -> bool {
    let mut seen = HashSet::new();
    letters.iter().all(|letters| seen.insert(letters))
}

/// Draws a persona's sign at its face, which stands `aside` of the column's middle and has a part of its usual size.
pub(super) fn persona_sign(pen: &mut Pen<'_>, (face, aside, size): (Point, f64, f64), letters: &str, color: Color) {
    let turned = (aside / TURNED).clamp(0.0, 1.0);
    let angle = (turned * 90.0 - 135.0).to_radians();
    sign_at(pen, face + Vec2::from_angle(angle) * (AWAY - NEARER * (1.0 - size)), letters, color);
}

/// How wide a sign is.
pub(super) fn sign_width(measurer: &mut Measurer, letters: &str) -> f64 {
    let style = TextStyle { size: LETTERS, weight: FontWeight::SemiBold };
    (measurer.width(letters, style) + AROUND).max(HEIGHT)
}

/// Draws a persona's sign around a point.
pub(super) fn sign_at(pen: &mut Pen<'_>, center: Point, letters: &str, color: Color) {
    let words = Words::new(letters, LETTERS, FontWeight::SemiBold, Color::on(color)).aligned(Align::Center);
    let width = sign_width(pen.measurer, letters);
    let rect = room(center.x - width / 2.0, center.y - HEIGHT / 2.0, width, HEIGHT);
    let stroke = Some(Stroke::solid(Role::Card, 1.0));
    pen.shape(Shape::Rect { rect, radius: HEIGHT / 2.0, fill: Some(color), stroke });
    pen.words(words, Point::new(center.x, center.y + MIDDLE));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{PersonaId, Visibility};

    /// The letters of personas with these names; one in brackets is hidden.
    fn letters(names: &[&str]) -> String {
        let mut rng = fastrand::Rng::with_seed(3);
        let mut map = Map::empty(&mut rng);
        map.personas.clear();
        for name in names {
            let mut persona = Persona::new(PersonaId::random(&mut rng), name.trim_matches(['(', ')']));
            if name.starts_with('(') {
                persona.visibility = Visibility::Hidden;
            }
            map.personas.push(Arc::new(persona));
        }
        persona_letters(&map).join(" ")
    }

    #[test]
    fn no_two_personas_have_the_same_letters() {
        for (names, expected) in [
            (&["Lan, 34, new parent", "Minh"][..], "L M"),
            (&["Thu Hà, 31", "Thanh Tùng"], "TH TT"),
            (&["Lan", "Long", "Minh"], "La Lo Mi"),
            (&["Lan", "Lan", "Minh"], "1 2 3"),
            (&["", "Lan"], "1 L"),
            (&["2", ""], "1 2"),
            // Hiding one changes nobody's sign.
            (&["Lan", "(Long)", "Minh"], "La Lo Mi"),
            (&["Lan, 34", "(Hoa)", "Minh"], "L H M"),
            // "Á" in two code points: the letter is not left without its accent.
            (&["A\u{301}nh", "An"], "Á A"),
            (&["ليلى", "ß"], "ل SS"),
            (&[], ""),
        ] {
            assert_eq!(letters(names), expected, "{names:?}");
        }
    }
}
