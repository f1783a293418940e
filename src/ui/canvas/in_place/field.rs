//! The field itself: where it stands, its font, and what it does with what is typed.
//!
//! Must not know which keys close it.

use super::{Age, Ending, Open, Word, finish, in_view, preview, subject};
use crate::{
    editor::Editor,
    map::Thing,
    scene::{FontWeight, Role, Scene},
    texts::Texts,
    ui::{Look, canvas::Canvas, theme},
};
use egui::{
    CornerRadius, EventFilter, FontId, Frame, Id, Key, KeyboardShortcut, Margin, Modifiers, Rect, Shape, Stroke,
    StrokeKind, TextEdit, Ui, UiBuilder, text::CCursor, text::CCursorRange, text_edit::TextEditState, vec2,
};

/// The smallest font in the field, in points: a name can be typed at any zoom.
const LEAST_FONT: f32 = 9.0;
/// The narrowest field, in points.
const LEAST_WIDTH: f32 = 72.0;
/// The same of a link's, so that its hint stands in one row.
const LEAST_WIDTH_OF_LINK: f32 = 150.0;
/// Room between the text and the field's edge, in points.
const PADDING: f32 = 4.0;
/// How far below a face its word stands, and how wide a field for it is, in document units.
const WORD: (f64, f64, f64) = (14.0, 96.0, 18.0);

fn field_id() -> Id {
    Id::unique("canvas field")
}

/// Where the field stands on the screen; `None` where the thing is not drawn.
pub(super) fn screen_rect(canvas: &Canvas, scene: &Scene, thing: Thing) -> Option<Rect> {
    let rect = match thing {
        Thing::Face(..) => {
            let face = scene.rect_of(thing)?;
            let (below, width, height) = WORD;
            let corner = (face.center().x - width / 2.0, face.y1 + below - height / 2.0);
            crate::scene::Rect::new(corner.0, corner.1, corner.0 + width, corner.1 + height)
        }
        _ => canvas.sticky.seen(thing, scene.text_rect_of(thing)?),
    };
    let rect = canvas.camera.screen_rect(rect);
    let size = rect.size().max(vec2(LEAST_WIDTH, LEAST_FONT * 1.4));
    let rect = if matches!(thing, Thing::Link(_)) {
        // Its words stand around the middle of their place.
        Rect::from_center_size(rect.center(), size.max(vec2(LEAST_WIDTH_OF_LINK, 0.0)))
    } else {
        Rect::from_min_size(rect.min, size)
    };
    Some(rect.expand(PADDING))
}

/// Shows the field over the scene of the map as shown, and closes it when something asked for that.
pub(in super::super) fn field_ui(ui: &mut Ui, canvas: &mut Canvas, editor: &mut Editor, scene: &Scene, look: Look) {
    let place = canvas.in_place.thing().and_then(|thing| screen_rect(canvas, scene, thing));
    let zoom = canvas.camera.points(1.0);
    let Some((open, place)) = canvas.in_place.open.as_mut().zip(place) else { return };
    let (left, taken) = type_in(ui, open, (place, zoom), look);
    if open.word == Word::Whole {
        preview(open, editor);
    }
    bring_into_view(ui, canvas, taken);
    let ending = canvas.in_place.take_ending().or(left.then_some(Ending::Keep));
    if let Some(ending) = ending {
        finish(canvas, editor, ending);
        ui.ctx().request_repaint();
    }
}

/// Moves the view where an edge or a bar covers the field: when it opens, grows, or is zoomed. Who moves the view by hand
/// while typing has it that way. Names that stay in view are there anyway.
fn bring_into_view(ui: &Ui, canvas: &mut Canvas, field: Rect) {
    let Some(open) = &mut canvas.in_place.open else { return };
    let seen = Some((field.size().round(), canvas.camera.zoom));
    if std::mem::replace(&mut open.seen, seen) == seen
        || matches!(open.subject.thing(), Thing::Stage(_) | Thing::Lane(_))
    {
        return;
    }
    let bars: Vec<Rect> = canvas.bars.iter().copied().chain(canvas.messages).collect();
    let shift = in_view::shift_into_view(field, canvas.camera.viewport, &bars);
    if shift != egui::Vec2::ZERO {
        canvas.camera.pan(shift);
        ui.ctx().request_repaint();
    }
}

/// Lets the field read the keys; true where the keyboard went elsewhere, and the room that it takes.
fn type_in(ui: &mut Ui, open: &mut Open, (place, zoom): (Rect, f32), look: Look) -> (bool, Rect) {
    let thing = open.subject.thing();
    if open.age == Age::New {
        begin_typing(ui, open);
        if open.word == Word::Composing {
            // Taking the keyboard interrupts the input method; a second pass takes that back, so that the word it has
            // begun is not lost.
            ui.ctx().request_discard("a word is being composed");
        }
    }
    let ground = ui.painter().add(Shape::Noop);
    let mut child = ui.new_child(UiBuilder::new().max_rect(place.shrink(PADDING)));
    let before = open.text.clone();
    let line_break =
        matches!(thing, Thing::Card(_) | Thing::Note(_)).then(|| KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter));
    let (name, hint) = words_of(thing, look.texts);
    let output = TextEdit::multiline(&mut open.text)
        .id(field_id())
        .font(font_of(thing, zoom))
        .text_color(theme::color(look.palette, Role::Ink))
        .hint_text(hint)
        .desired_width(place.width() - 2.0 * PADDING)
        .desired_rows(1)
        .margin(Margin::ZERO)
        .frame(Frame::NONE)
        .event_filter(EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true })
        .return_key(line_break)
        .show(&mut child);
    let response = output.response.response.accessible_name(name);
    let taken = place.union(response.rect.expand(PADDING));
    paint_ground(ui, ground, taken, look);
    if open.text != before && open.word == Word::Whole {
        subject::admit(thing, &mut open.text);
    }
    let is_left = open.age == Age::Settled && !response.has_focus();
    if response.has_focus() {
        open.age = Age::Settled;
    }
    (is_left, taken)
}

/// Gives the field the keyboard with the whole text chosen, so that typing replaces it.
fn begin_typing(ui: &Ui, open: &Open) {
    let mut state = TextEditState::default();
    let all = CCursorRange::two(CCursor::default(), CCursor::new(open.text.chars().count()));
    state.cursor.set_char_range(Some(all));
    state.store(ui.ctx(), field_id());
    ui.memory_mut(|memory| memory.request_focus(field_id()));
}

fn paint_ground(ui: &Ui, slot: egui::layers::ShapeIdx, rect: Rect, look: Look) {
    let line = Stroke::new(theme::FOCUS_RING, theme::color(look.palette, Role::Accent));
    let card = theme::color(look.palette, Role::Card);
    ui.painter().set(slot, egui::epaint::RectShape::new(rect, CornerRadius::same(4), card, line, StrokeKind::Outside));
}

/// The map's own font of a thing's text, at the canvas's zoom (look/README.md, "Type").
fn font_of(thing: Thing, zoom: f32) -> FontId {
    let (weight, size) = match thing {
        Thing::Stage(_) => (FontWeight::SemiBold, 14.0),
        Thing::Touchpoint(_) => (FontWeight::Medium, 12.5),
        Thing::Lane(_) => (FontWeight::Medium, 12.0),
        Thing::Face(..) | Thing::Link(_) => (FontWeight::Medium, 11.5),
        Thing::Card(_) | Thing::Note(_) | Thing::Engagement(_) => (FontWeight::Regular, 11.5),
        Thing::Persona(_) | Thing::Survey(_) => (FontWeight::Regular, 11.5),
    };
    theme::font(weight, (size * zoom).max(LEAST_FONT))
}

/// What a screen reader calls the field, and what stands in it while it is empty.
fn words_of(thing: Thing, texts: Texts) -> (&'static str, &'static str) {
    match thing {
        Thing::Stage(_) => (texts.canvas_edit_stage(), texts.canvas_hint_stage()),
        Thing::Touchpoint(_) => (texts.canvas_edit_touchpoint(), texts.canvas_hint_touchpoint()),
        Thing::Lane(_) => (texts.canvas_edit_lane(), texts.canvas_hint_lane()),
        Thing::Face(..) => (texts.canvas_edit_word(), texts.canvas_hint_word()),
        Thing::Link(_) => (texts.canvas_edit_link(), texts.canvas_hint_link()),
        Thing::Note(_) => (texts.canvas_edit_note(), texts.canvas_hint_note()),
        Thing::Card(_) | Thing::Engagement(_) | Thing::Persona(_) | Thing::Survey(_) => {
            (texts.canvas_edit_card(), texts.canvas_hint_card())
        }
    }
}
