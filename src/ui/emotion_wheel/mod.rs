//! The emotion wheel: a feeling's word is picked from eight feelings in three strengths, by hand or by keys.
//!
//! Must not know what becomes of the word.

mod words;

pub use words::{FEELINGS, STRENGTHS, WheelWord, words};

use super::{Look, theme};
use crate::{
    map::ToneCuts,
    scene::{FontWeight, Role},
};
use egui::{
    Align2, Color32, EventFilter, Id, Key, Mesh, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo,
    accesskit, pos2, vec2,
};
use std::f32::consts::TAU;

/// Side of the wheel, in points, where the window has room; all that follows is of a wheel of this side.
const SIDE: f32 = 468.0;
/// What of the window stays for the words above the wheel and the frame around it, in points.
const AROUND: Vec2 = vec2(32.0, 96.0);
/// The smallest letters, in points.
const LEAST_LETTERS: f32 = 8.5;
/// Radius of the empty hub, and how wide each ring is, in points.
const HUB: f32 = 56.0;
const RING: f32 = 59.0;
/// How much of a tone's colour lies under each strength, and how much more under what is hovered or has the keyboard.
const GROUND: [f32; STRENGTHS] = [0.10, 0.18, 0.28];
const HOVERED: f32 = 0.18;
/// Straight pieces that an arc is drawn of.
const PIECES: u8 = 12;
/// Width of a word in its cell, in points.
const WORD_WIDTH: f32 = 76.0;

/// A cell of the wheel: number of the feeling, clockwise from the top, and of the strength, from the hub.
type Cell = (usize, usize);

/// A wheel on the screen.
#[derive(Clone, Copy)]
struct Dial {
    center: Pos2,
    /// 1 where the window has room.
    scale: f32,
}

impl Dial {
    fn at(self, turn: f32, radius: f32) -> Pos2 {
        self.center + direction(turn) * (radius * self.scale)
    }

    fn cell_at(self, place: Pos2) -> Option<Cell> {
        cell_at((place - self.center) / self.scale)
    }
}

/// Shows the wheel, as large as the window lets it be; answers with the word that was picked. When it was just `opened`,
/// the keyboard goes to the word that is there already, or to the first.
pub fn wheel_ui(ui: &mut Ui, current: &str, opened: bool, look: Look) -> Option<WheelWord> {
    let words = words(look.texts);
    let side = (ui.ctx().content_rect().size() - AROUND).min_elem().clamp(1.0, SIDE);
    let (rect, ground) = ui.allocate_exact_size(Vec2::splat(side), Sense::click());
    let dial = Dial { center: rect.center(), scale: side / SIDE };
    ground.widget_info(|| WidgetInfo::labeled(accesskit::Role::Group, true, look.texts.wheel_title()));
    let pointed = ground.hover_pos().and_then(|at| dial.cell_at(at));
    let mut picked = pointed.filter(|_| ground.clicked());
    for (cell, word) in cells(&words) {
        let response = cell_ui(ui, dial, (cell, word), (pointed == Some(cell), word.text == current.trim()), look);
        if response.clicked() {
            picked = Some(cell);
        }
    }
    // Once all grounds are there: a long word reaches into the cells beside it.
    for (cell, word) in cells(&words) {
        let middle = dial.at(angle_of(cell.0), radius_of(cell.1));
        paint_word(ui, (middle, dial.scale), (cell.1, word.text), look);
        if word.text == current.trim() || ui.memory(|memory| memory.has_focus(id_of(cell))) {
            let line = Stroke::new(theme::FOCUS_RING, theme::color(look.palette, Role::Accent));
            ui.painter().add(Shape::closed_line(outline(dial, cell), line));
        }
    }
    let first = cells(&words).find(|(_, word)| word.text == current.trim()).map_or((0, 1), |(cell, _)| cell);
    if opened {
        ui.memory_mut(|memory| memory.request_focus(id_of(first)));
    }
    move_by_keys(ui, &words);
    let words = &words;
    picked.and_then(|(feeling, strength)| words.get(feeling)?.get(strength).copied())
}

fn cells(words: &[[WheelWord; STRENGTHS]; FEELINGS]) -> impl Iterator<Item = (Cell, WheelWord)> {
    words.iter().enumerate().flat_map(|(feeling, strengths)| {
        strengths.iter().enumerate().map(move |(strength, word)| ((feeling, strength), *word))
    })
}

fn id_of((feeling, strength): Cell) -> Id {
    Id::unique(("emotion wheel", feeling, strength))
}

/// The ground of a word: a button.
fn cell_ui(
    ui: &Ui,
    dial: Dial,
    (cell, word): (Cell, WheelWord),
    (is_pointed, is_current): (bool, bool),
    look: Look,
) -> Response {
    let middle = dial.at(angle_of(cell.0), radius_of(cell.1));
    let place = Rect::from_center_size(middle, vec2(WORD_WIDTH.min(RING * 1.2), RING * 0.7) * dial.scale);
    let response = ui.interact(place, id_of(cell), Sense::click());
    response.widget_info(|| WidgetInfo::selected(accesskit::Role::RadioButton, true, is_current, word.text));
    let tone = theme::color(look.palette, Role::of_tone(ToneCuts::BUILT_IN.tone(word.score)));
    let strength = GROUND.get(cell.1).copied().unwrap_or_default();
    let more = if is_pointed || response.has_focus() || response.hovered() { HOVERED } else { 0.0 };
    let paper = theme::color(look.palette, Role::Card);
    ui.painter().add(sector(dial, cell, tone.gamma_multiply(strength + more), paper));
    response
}

fn paint_word(ui: &Ui, (middle, scale): (Pos2, f32), (strength, text): (usize, &str), look: Look) {
    let size = if strength == 0 { 10.5 } else { 11.5 };
    let font = theme::font(FontWeight::Medium, (size * scale).max(LEAST_LETTERS));
    let color = theme::color(look.palette, Role::Ink);
    let width = if strength == 0 { RING } else { WORD_WIDTH } * scale;
    // A single word stays whole.
    let width = if text.contains(' ') { width } else { f32::INFINITY };
    let mut job = egui::text::LayoutJob::simple(text.to_owned(), font, color, width);
    job.halign = egui::Align::Center;
    let galley = ui.painter().layout_job(job);
    let at = Align2::CENTER_TOP.pos_in_rect(&Rect::from_center_size(middle, galley.size()));
    ui.painter().galley(pos2(middle.x, at.y), galley, color);
}

/// The middle of a feeling's sector, clockwise from the top, in parts of a turn.
fn angle_of(feeling: usize) -> f32 {
    (feeling as f32 + 0.5) / FEELINGS as f32
}

fn radius_of(strength: usize) -> f32 {
    HUB + RING * (strength as f32 + 0.5)
}

fn direction(turn: f32) -> Vec2 {
    Vec2::angled((turn - 0.25) * TAU)
}

/// The cell under a point, from the middle of the wheel; `None` in the hub and outside.
fn cell_at(from_middle: Vec2) -> Option<Cell> {
    let ring = (from_middle.length() - HUB) / RING;
    let turn = (from_middle.angle() / TAU + 0.25).rem_euclid(1.0);
    let is_in = (0.0..STRENGTHS as f32).contains(&ring);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 8, and between 0 and 3")]
    let cell = ((turn * FEELINGS as f32) as usize % FEELINGS, ring.max(0.0) as usize);
    is_in.then_some(cell)
}

/// The corners of a cell along its outer arc and back along its inner one.
fn outline(dial: Dial, cell: Cell) -> Vec<Pos2> {
    let outer = arc(dial, cell, RING * (cell.1 as f32 + 1.0) - 1.0);
    let inner = arc(dial, cell, RING * cell.1 as f32 + 1.0);
    outer.chain(inner.collect::<Vec<_>>().into_iter().rev()).collect()
}

fn arc(dial: Dial, (feeling, _): Cell, ring: f32) -> impl Iterator<Item = Pos2> {
    let step = move |piece: u8| (feeling as f32 + f32::from(piece) / f32::from(PIECES)) / FEELINGS as f32;
    (0..=PIECES).map(move |piece| dial.at(step(piece), HUB + ring))
}

/// A cell's ground, with a line of `paper` around it: a strip of triangles, for it is not convex.
fn sector(dial: Dial, cell: Cell, ground: Color32, paper: Color32) -> Shape {
    let mut mesh = Mesh::default();
    let outer = arc(dial, cell, RING * (cell.1 as f32 + 1.0));
    for (outer, inner) in outer.zip(arc(dial, cell, RING * cell.1 as f32)) {
        mesh.colored_vertex(outer, ground);
        mesh.colored_vertex(inner, ground);
    }
    for at in 0..u32::from(PIECES) * 2 {
        mesh.add_triangle(at, at + 1, at + 2);
    }
    let line = Shape::closed_line(outline(dial, cell), Stroke::new(2.0, paper));
    Shape::Vec(vec![Shape::mesh(mesh), line])
}

/// Left and right go around, up and down to another strength.
fn move_by_keys(ui: &Ui, words: &[[WheelWord; STRENGTHS]; FEELINGS]) {
    let Some((cell, _)) = cells(words).find(|(cell, _)| ui.memory(|memory| memory.has_focus(id_of(*cell)))) else {
        return;
    };
    let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id_of(cell), arrows));
    let next = [Key::ArrowLeft, Key::ArrowRight, Key::ArrowUp, Key::ArrowDown]
        .into_iter()
        .filter(|key| ui.input(|input| input.key_pressed(*key)))
        .fold(cell, step);
    if next != cell {
        ui.memory_mut(|memory| memory.request_focus(id_of(next)));
    }
}

fn step((feeling, strength): Cell, key: Key) -> Cell {
    match key {
        Key::ArrowLeft => ((feeling + FEELINGS - 1) % FEELINGS, strength),
        Key::ArrowRight => ((feeling + 1) % FEELINGS, strength),
        Key::ArrowUp => (feeling, (strength + 1).min(STRENGTHS - 1)),
        Key::ArrowDown => (feeling, strength.saturating_sub(1)),
        _ => (feeling, strength),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        map::Tone,
        texts::{Language, Texts},
    };

    // The score of a word is of the tone of its half: good feelings above, bad ones below.
    #[test]
    fn good_feelings_stand_above_and_bad_ones_below() {
        for language in Language::ALL {
            for ((feeling, strength), word) in cells(&words(Texts(language))) {
                let is_above = direction(angle_of(feeling)).y < 0.0;
                let is_good = word.score.value() > 0;
                assert_eq!(is_above, is_good, "{} stands at {feeling}", word.text);
                let tone = ToneCuts::BUILT_IN.tone(word.score);
                assert!(strength == 0 || tone != Tone::Neutral, "{} is strong", word.text);
            }
        }
    }

    #[test]
    fn the_cell_under_a_word_is_its_own() {
        for (cell, word) in cells(&words(Texts::default())) {
            assert_eq!(cell_at(direction(angle_of(cell.0)) * radius_of(cell.1)), Some(cell), "{}", word.text);
        }
        assert_eq!(cell_at(Vec2::ZERO), None);
        assert_eq!(cell_at(vec2(SIDE, 0.0)), None);
    }
}
