//! A slider for a score: a track from negative to positive, a knob in the tone's colour, the number behind it.
//!
//! A drag is one step of the history, and so is a run of keys. No score is shown as a dash and set by a press on the
//! track or a key; Delete or the `×` makes a gap again. Must not know whose score it is.

use super::{Desk, icon_button, labelled};
use crate::{
    editor::Edit,
    map::{EmotionScale, Score},
    scene::{FontWeight, Role},
    ui::{theme, tip::Tip},
};
use egui::{
    Color32, EventFilter, Id, Key, Mesh, Rect, Response, Role as NodeRole, Sense, Stroke, Ui, WidgetInfo, accesskit,
    pos2, vec2,
};

/// Room for the number, in points.
const NUMBER_WIDTH: f32 = 40.0;
/// Room for the sign that clears, in points.
const CLEAR_WIDTH: f32 = 22.0;
/// Height of the track, in points.
const TRACK: f32 = 6.0;
/// Radius of the knob, in points.
const KNOB: f32 = 7.0;
/// Opacity of the track's ends and of its middle.
const TRACK_OPACITY: [f32; 2] = [0.35, 0.2];
/// What an arrow key moves a score by.
const STEP: i32 = 1;
/// What an arrow key with Shift or Page Up moves a score by.
const BIG_STEP: i32 = 10;

/// What a slider shows.
#[derive(Clone, Copy, Debug)]
pub struct ScoreSlider<'a> {
    /// Tells sliders apart.
    pub id: Id,
    /// What it is called.
    pub name: &'a str,
    /// The score; `None` is a gap.
    pub score: Option<Score>,
}

/// What the hand or a key asks of a slider.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Request {
    /// Shows a score without a step.
    Preview(Option<Score>),
    /// Makes what is shown a step.
    Commit,
    /// Brings the score before back.
    Cancel,
}

/// Shows a slider in a labelled row; `make` turns a score into an edit.
pub fn score_slider_ui(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    slider: ScoreSlider<'_>,
    make: impl Fn(Option<Score>) -> Edit,
) {
    let look = desk.look;
    labelled(ui, look, slider.name, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let width = (ui.available_width() - NUMBER_WIDTH - CLEAR_WIDTH).max(40.0);
            let (rect, _) = ui.allocate_exact_size(vec2(width, theme::PRESSABLE.y), Sense::hover());
            let response = ui.interact(rect, slider.id, Sense::click_and_drag());
            describe(ui, desk, &response, slider);
            let request = by_hand(ui, &response, slider).or_else(|| by_key(ui, &response, slider));
            paint(ui, desk, rect, &response, slider.score);
            number_ui(ui, desk, slider.score);
            let is_cleared = clear_ui(ui, desk, slider);
            let request = if is_cleared { Some(Request::Preview(None)) } else { request };
            if let Some(request) = request {
                carry_out(ui, desk, slider.id, request, make);
            }
            if is_cleared {
                desk.editor.commit_preview();
            }
        });
    });
}

fn carry_out(ui: &Ui, desk: &mut Desk<'_>, id: Id, request: Request, make: impl Fn(Option<Score>) -> Edit) {
    match request {
        Request::Preview(score) => {
            desk.preview(make(score));
            ui.data_mut(|data| data.insert_temp(id, UnderWay));
        }
        Request::Commit => {
            desk.editor.commit_preview();
            ui.data_mut(|data| data.remove::<UnderWay>(id));
        }
        Request::Cancel => {
            desk.editor.cancel_preview();
            ui.data_mut(|data| data.remove::<UnderWay>(id));
        }
    }
}

/// A mark in egui's memory: the editor's preview is this slider's.
#[derive(Clone, Copy)]
struct UnderWay;

/// A mark in egui's memory: Esc ended a drag, and the button is still down.
#[derive(Clone, Copy)]
struct Abandoned;

fn is_under_way(ui: &Ui, id: Id) -> bool {
    ui.data(|data| data.get_temp::<UnderWay>(id)).is_some()
}

fn by_hand(ui: &Ui, response: &Response, slider: ScoreSlider<'_>) -> Option<Request> {
    let id = slider.id;
    if response.drag_started() || response.clicked() {
        response.request_focus();
    }
    if !ui.input(|input| input.pointer.any_down() || input.pointer.any_released()) {
        ui.data_mut(|data| data.remove::<Abandoned>(id));
    }
    if ui.data(|data| data.get_temp::<Abandoned>(id)).is_some() {
        return None;
    }
    let is_held = response.is_pointer_button_down_on() || response.drag_stopped();
    if is_held && ui.input(|input| input.key_pressed(Key::Escape)) {
        ui.data_mut(|data| data.insert_temp(id, Abandoned));
        return Some(Request::Cancel);
    }
    if response.drag_stopped() || response.clicked() {
        return is_under_way(ui, id).then_some(Request::Commit);
    }
    if !response.is_pointer_button_down_on() {
        return None;
    }
    let at = response.interact_pointer_pos()?;
    let score = score_at(response.rect, at.x);
    (slider.score != Some(score)).then_some(Request::Preview(Some(score)))
}

fn by_key(ui: &Ui, response: &Response, slider: ScoreSlider<'_>) -> Option<Request> {
    if let Some(score) = by_reader(ui, slider) {
        return Some(Request::Preview(Some(score)));
    }
    if response.has_focus() {
        let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(slider.id, arrows));
        if let Some(score) = score_of_key(ui, slider.score) {
            return (score != slider.score).then_some(Request::Preview(score));
        }
    }
    if !is_under_way(ui, slider.id) || response.is_pointer_button_down_on() {
        return None;
    }
    if ui.input(|input| input.key_pressed(Key::Escape)) {
        return Some(Request::Cancel);
    }
    let is_key_down = ui.input(|input| KEYS.iter().any(|key| input.key_down(*key)));
    (!is_key_down || !response.has_focus()).then_some(Request::Commit)
}

/// What a screen reader asks for.
fn by_reader(ui: &Ui, slider: ScoreSlider<'_>) -> Option<Score> {
    use accesskit::{Action, ActionData};
    let start = slider.score.unwrap_or(Score::ZERO);
    ui.input(|input| {
        let asks = |action| input.accesskit_action_requests(slider.id, action).next();
        if let Some(ActionData::NumericValue(value)) = asks(Action::SetValue).and_then(|ask| ask.data.as_ref()) {
            return Some(Score::nearest(*value));
        }
        let up = asks(Action::Increment).map(|_| start.step(BIG_STEP));
        up.or_else(|| asks(Action::Decrement).map(|_| start.step(-BIG_STEP)))
    })
}

const KEYS: [Key; 10] = [
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::ArrowUp,
    Key::ArrowDown,
    Key::PageUp,
    Key::PageDown,
    Key::Home,
    Key::End,
    Key::Delete,
    Key::Backspace,
];
const BAND_KEYS: [Key; 5] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5];

/// The score after the key pressed in this frame; `None` where none was, `Some(None)` where one clears.
fn score_of_key(ui: &Ui, score: Option<Score>) -> Option<Option<Score>> {
    let start = score.unwrap_or(Score::ZERO);
    ui.input(|input| {
        let pressed = |key: Key| input.key_pressed(key);
        let step = if input.modifiers.shift { BIG_STEP } else { STEP };
        let moved = |by| Some(Some(if score.is_some() { start.step(by) } else { Score::ZERO }));
        if pressed(Key::Delete) || pressed(Key::Backspace) {
            return Some(None);
        }
        if pressed(Key::Home) {
            return Some(Some(Score::MIN));
        }
        if pressed(Key::End) {
            return Some(Some(Score::MAX));
        }
        let band = BAND_KEYS.iter().zip(EmotionScale::KEY_SCORES).find(|(key, _)| pressed(**key));
        if let Some((_, score)) = band {
            return Some(Some(score));
        }
        match (pressed(Key::ArrowRight) || pressed(Key::ArrowUp), pressed(Key::ArrowLeft) || pressed(Key::ArrowDown)) {
            (true, _) => moved(step),
            (_, true) => moved(-step),
            (false, false) if pressed(Key::PageUp) => moved(BIG_STEP),
            (false, false) if pressed(Key::PageDown) => moved(-BIG_STEP),
            (false, false) => None,
        }
    })
}

/// The part of the slider that the knob's centre moves on.
fn rail(rect: Rect) -> Rect {
    Rect::from_center_size(rect.center(), vec2(rect.width() - 2.0 * KNOB, TRACK))
}

fn score_at(rect: Rect, x: f32) -> Score {
    let rail = rail(rect);
    let share = f64::from((x - rail.left()) / rail.width().max(1.0));
    Score::nearest(share * 200.0 - 100.0)
}

fn describe(ui: &Ui, desk: &Desk<'_>, response: &Response, slider: ScoreSlider<'_>) {
    let value = slider.score.map(Score::value);
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(NodeRole::Slider, ui.is_enabled(), slider.name);
        info.value = value.map(f64::from);
        info
    });
    let words = value.map_or_else(|| desk.texts().inspector_no_score().to_owned(), |value| desk.texts().score(value));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_min_numeric_value(-100.0);
        node.set_max_numeric_value(100.0);
        node.set_numeric_value_step(f64::from(STEP));
        node.set_value(words);
        node.add_action(accesskit::Action::SetValue);
        node.add_action(accesskit::Action::Increment);
        node.add_action(accesskit::Action::Decrement);
    });
    response.clone().tip(desk.texts().inspector_slider_tip());
}

/// The colour of a score on the scale of the map that the screen shows.
fn tone_role(desk: &Desk<'_>, score: Option<Score>) -> Role {
    score.map_or(Role::Faint, |score| Role::of_tone(desk.editor.shown().scale.tone_cuts().tone(score)))
}

fn paint(ui: &Ui, desk: &Desk<'_>, rect: Rect, response: &Response, score: Option<Score>) {
    let rail = rail(rect);
    paint_track(ui, desk, rail.expand2(vec2(KNOB, 0.0)));
    if let Some(score) = score {
        let share = (f32::from(score.value()) + 100.0) / 200.0;
        let center = pos2(egui::lerp(rail.x_range(), share), rail.center().y);
        let line = Stroke::new(2.2, desk.color(tone_role(desk, Some(score))));
        ui.painter().circle(center, KNOB, desk.color(Role::Card), line);
    }
    if response.has_focus() {
        theme::paint_focus_ring(ui.painter(), rect.shrink2(vec2(0.0, 2.0)), theme::RADIUS, desk.palette());
    }
}

/// The track: negative on the left, neutral in the middle, positive on the right.
fn paint_track(ui: &Ui, desk: &Desk<'_>, rect: Rect) {
    let [end, middle] = TRACK_OPACITY.map(|opacity| desk.palette().least_faint(opacity));
    let negative = desk.color(Role::Negative).gamma_multiply(end);
    let neutral = desk.color(Role::Neutral).gamma_multiply(middle);
    let positive = desk.color(Role::Positive).gamma_multiply(end);
    let round = TRACK / 2.0;
    let inner = rect.shrink2(vec2(round, 0.0));
    let half_circle = |x: f32, color| {
        let clip = if x < rect.center().x { Rect::everything_left_of(x) } else { Rect::everything_right_of(x) };
        ui.painter().with_clip_rect(clip.intersect(ui.clip_rect())).circle_filled(
            pos2(x, rect.center().y),
            round,
            color,
        );
    };
    half_circle(inner.left(), negative);
    half_circle(inner.right(), positive);
    let (left, right) = inner.split_left_right_at_fraction(0.5);
    for (part, from, to) in [(left, negative, neutral), (right, neutral, positive)] {
        ui.painter().add(gradient(part, from, to));
    }
}

fn gradient(rect: Rect, from: Color32, to: Color32) -> Mesh {
    let mut mesh = Mesh::default();
    for (corner, color) in
        [(rect.left_top(), from), (rect.right_top(), to), (rect.right_bottom(), to), (rect.left_bottom(), from)]
    {
        mesh.colored_vertex(corner, color);
    }
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(0, 2, 3);
    mesh
}

fn number_ui(ui: &mut Ui, desk: &Desk<'_>, score: Option<Score>) {
    let (rect, _) = ui.allocate_exact_size(vec2(NUMBER_WIDTH, theme::PRESSABLE.y), Sense::hover());
    let text = score.map_or_else(|| "–".to_owned(), |score| desk.texts().score(score.value()));
    let font = theme::font(FontWeight::SemiBold, theme::BODY);
    ui.painter().text(rect.right_center(), egui::Align2::RIGHT_CENTER, text, font, desk.color(tone_role(desk, score)));
}

/// The sign that clears; takes its room even where there is nothing to clear, so that nothing jumps.
fn clear_ui(ui: &mut Ui, desk: &Desk<'_>, slider: ScoreSlider<'_>) -> bool {
    if slider.score.is_none() {
        ui.add_space(CLEAR_WIDTH);
        return false;
    }
    icon_button(ui, desk, "×", &desk.texts().inspector_clear_named(slider.name)).clicked()
}
