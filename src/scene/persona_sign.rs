//! The signs by which the curves of several personas are told apart without their colours: a letter or two of each one's
//! name, at a place around the face that is another for each of the first three, so that faces that lie on each other
//! still show them all. Must not know whose curve is where.

use super::{
    Color, FontWeight, Role, Shape, Stroke,
    pen::{Align, Pen, Words, room},
    shown_personas,
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
/// From the middle of a face to the signs, by persona. The lower left is the evidence's.
const PLACES: [Vec2; 3] = [Vec2::new(-9.5, -9.5), Vec2::new(9.5, -9.5), Vec2::new(8.0, 11.0)];

/// The letters of each shown persona, in the map's order: the first of each name, the first of its first two words where
/// that does not tell all apart, else numbers from 1. None is empty.
pub fn persona_letters(map: &Map) -> Vec<Arc<str>> {
    let names: Vec<&str> = shown_personas(map).map(|persona| persona.name.as_str()).collect();
    let of_words = |count: usize| -> Vec<String> { names.iter().map(|name| first_letters(name, count)).collect() };
    let numbers = || (1..=names.len()).map(|number| number.to_string()).collect();
    let letters = [1, 2].into_iter().map(of_words).find(|letters| tells_apart(letters)).unwrap_or_else(numbers);
    letters.into_iter().map(Arc::from).collect()
}

/// The letters of one persona; empty where the map hides it.
pub fn letters_of(map: &Map, persona: &Persona) -> Arc<str> {
    let at = shown_personas(map).position(|shown| shown.id == persona.id);
    at.and_then(|at| persona_letters(map).into_iter().nth(at)).unwrap_or_else(|| Arc::from(""))
}

/// The first letters of the first words, up to a comma: "Thu Hà, 31" is "T" or "TH".
fn first_letters(name: &str, words: usize) -> String {
    let composed: String = name.split(',').next().unwrap_or_default().nfc().collect();
    let letters = composed.split_whitespace().filter_map(|word| word.chars().next().filter(|it| it.is_alphanumeric()));
    letters.take(words).flat_map(char::to_uppercase).collect()
}

fn tells_apart(letters: &[String]) -> bool {
    let mut seen = HashSet::new();
    letters.iter().all(|letters| !letters.is_empty() && seen.insert(letters))
}

/// Draws a persona's sign around the middle of its face; `at` is its place among those that are drawn.
pub(super) fn persona_sign(pen: &mut Pen<'_>, face: Point, (at, letters): (usize, &str), color: Color) {
    let place = PLACES.get(at % PLACES.len()).copied().unwrap_or_default();
    sign_at(pen, face + place, letters, color);
}

/// Draws a persona's sign around a point.
pub(super) fn sign_at(pen: &mut Pen<'_>, center: Point, letters: &str, color: Color) {
    let words = Words::new(letters, LETTERS, FontWeight::SemiBold, Color::on(color)).aligned(Align::Center);
    let width = (pen.measurer.width(letters, words.style) + AROUND).max(HEIGHT);
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
            (&["Lan", "Long"], "1 2"),
            (&["Lan", ""], "1 2"),
            (&["Lan", "(Long)", "Minh"], "L M"),
            // "Á" in two code points: the letter is not left without its accent.
            (&["A\u{301}nh", "An"], "Á A"),
            (&["ليلى", "ß"], "ل SS"),
            (&[], ""),
        ] {
            assert_eq!(letters(names), expected, "{names:?}");
        }
    }
}
