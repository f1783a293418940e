//! The field itself: where it stands, its font, and what it does with what is typed.
//!
//! Must not know which keys close it.

use super::{Age, Ending, Open, Word, finish, in_view, letter, preview, subject};
use crate::{
    editor::Editor,
    map::Thing,
    scene::{Align, Color, FontWeight, Point, Role, Scene, Writing},
    texts::Texts,
    ui::{Look, canvas::Canvas, theme},
};
use egui::{
    Color32, CornerRadius, EventFilter, FontId, Frame, Id, Key, KeyboardShortcut, Margin, Modifiers, Pos2, Rect,
    RichText, Shape, Stroke, StrokeKind, TextBuffer, TextEdit, TextFormat, Ui, UiBuilder, pos2,
    text::{CCursor, CCursorRange, LayoutJob},
    text_edit::TextEditState,
    vec2,
};

/// The smallest font in the field, in points: a name can be typed at any zoom.
const LEAST_FONT: f32 = 9.0;
/// The narrowest field, in points.
const LEAST_WIDTH: f32 = 72.0;
/// The same of a link's, so that its hint stands in one row.
const LEAST_WIDTH_OF_LINK: f32 = 150.0;
/// Room between the text and the field's edge, in points.
const PADDING: f32 = 4.0;
/// So much wider are rows than on the map, in points: letters on the screen stand on whole pixels.
const WRAP_SLACK: f32 = 1.0;
/// Size of the words of links and faces, in document units (look/README.md, "Type").
const AROUND_SIZE: f64 = 11.5;
/// How far below a face its word stands, and how wide a field for it is, in document units.
const WORD: (f64, f64, f64) = (14.0, 96.0, 18.0);

fn field_id() -> Id {
    Id::unique("canvas field")
}

/// Where the field stands on the screen, and how it writes.
struct Place {
    /// What it covers at least.
    ground: Rect,
    /// The upper left of the letters, when the font is known; the middle of the first row where they stand around it.
    first: Pos2,
    width: f32,
    align: Align,
    font: FontId,
    leading: Option<f32>,
    fill: Color,
}

/// Where the field stands on the screen; `None` where the thing is not drawn.
pub(super) fn screen_rect(canvas: &Canvas, scene: &Scene, thing: Thing) -> Option<Rect> {
    place_of(canvas, scene, thing).map(|place| place.ground)
}

fn place_of(canvas: &Canvas, scene: &Scene, thing: Thing) -> Option<Place> {
    match scene.writing_of(thing) {
        Some(writing) => Some(place_of_writing(canvas, thing, writing)),
        None => place_around(canvas, scene, thing),
    }
}

/// Over what is written, letter over letter; from far away with larger letters than the map's.
fn place_of_writing(canvas: &Canvas, thing: Thing, writing: Writing) -> Place {
    let writing = writing + (canvas.sticky.seen(thing, writing.room).origin() - writing.room.origin());
    let camera = &canvas.camera;
    let size = camera.points(writing.size.into());
    let leading = camera.points(writing.leading);
    let font = theme::font(writing.weight, size.max(LEAST_FONT));
    let room = camera.screen_rect(writing.room);
    let ground = Rect::from_min_size(room.min, room.size().max(vec2(LEAST_WIDTH, LEAST_FONT * 1.4)));
    Place {
        ground,
        first: camera.screen_from_doc(writing.first),
        width: (camera.points(writing.width) + WRAP_SLACK).max(LEAST_WIDTH - 2.0 * PADDING),
        align: writing.align,
        font,
        leading: (size >= LEAST_FONT).then_some(leading),
        fill: writing.ground,
    }
}

/// Around the words of a link, and under a face.
fn place_around(canvas: &Canvas, scene: &Scene, thing: Thing) -> Option<Place> {
    let rect = match thing {
        Thing::Face(..) => {
            let face = scene.rect_of(thing)?;
            let (below, width, height) = WORD;
            let middle = Point::new(face.center().x, face.y1 + below);
            crate::scene::Rect::from_center_size(middle, (width, height))
        }
        _ => scene.text_rect_of(thing)?,
    };
    let rect = canvas.camera.screen_rect(rect);
    let least = if matches!(thing, Thing::Link(_)) { LEAST_WIDTH_OF_LINK } else { LEAST_WIDTH };
    let rect = Rect::from_center_size(rect.center(), rect.size().max(vec2(least, LEAST_FONT * 1.4)));
    let font = theme::font(FontWeight::Medium, canvas.camera.points(AROUND_SIZE).max(LEAST_FONT));
    Some(Place {
        ground: rect.expand(PADDING),
        first: rect.center(),
        width: rect.width(),
        align: Align::Center,
        font,
        leading: None,
        fill: Role::Card.into(),
    })
}

impl Place {
    /// The room of the letters, from which they go on down.
    fn letters(&self, ui: &Ui) -> Rect {
        let left = match self.align {
            Align::Left => self.first.x,
            Align::Center => self.first.x - self.width / 2.0,
            Align::Right => self.first.x - self.width,
        };
        let row = ui.fonts_mut(|fonts| fonts.layout_job(self.job("x", Color32::PLACEHOLDER, f32::INFINITY)));
        let baseline = row.rows.first().and_then(|row| row.glyphs.first()).map_or(0.0, |glyph| glyph.pos.y);
        let top = if self.align == Align::Center { self.first.y - row.size().y / 2.0 } else { self.first.y - baseline };
        Rect::from_min_size(pos2(left, top), vec2(self.width, row.size().y))
    }

    fn job(&self, text: &str, color: Color32, width: f32) -> LayoutJob {
        let mut format = TextFormat::simple(self.font.clone(), color);
        format.line_height = self.leading;
        let mut job = LayoutJob::single_section(text.to_owned(), format);
        job.wrap.max_width = width;
        job.halign = self.halign();
        job.keep_trailing_whitespace = true;
        job
    }

    fn halign(&self) -> egui::Align {
        match self.align {
            Align::Left => egui::Align::Min,
            Align::Center => egui::Align::Center,
            Align::Right => egui::Align::Max,
        }
    }
}

/// Shows the field over the scene of the map as shown, and closes it when something asked for that.
pub(in super::super) fn field_ui(ui: &mut Ui, canvas: &mut Canvas, editor: &mut Editor, scene: &Scene, look: Look) {
    let place = canvas.in_place.thing().and_then(|thing| place_of(canvas, scene, thing));
    let Some((open, place)) = canvas.in_place.open.as_mut().zip(place) else { return };
    let (left, taken) = type_in(ui, open, &place, look);
    if open.word == Word::Whole {
        preview(open, editor);
    }
    letter::letter_ui(ui, open, (taken, canvas.camera.viewport), look);
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
    if let Some((_, shown)) = &mut open.back {
        shown.get_or_insert(canvas.camera);
    }
}

/// Lets the field read the keys; true where the keyboard went elsewhere, and the room that it takes.
fn type_in(ui: &mut Ui, open: &mut Open, place: &Place, look: Look) -> (bool, Rect) {
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
    let letters = place.letters(ui);
    let mut child = ui.new_child(UiBuilder::new().max_rect(letters));
    let before = open.text.clone();
    let line_break =
        matches!(thing, Thing::Card(_) | Thing::Note(_)).then(|| KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter));
    let (name, hint) = words_of(thing, look.texts);
    let ink = theme::color(look.palette, Role::Ink);
    let mut layouter = |ui: &Ui, text: &dyn TextBuffer, width: f32| {
        ui.fonts_mut(|fonts| fonts.layout_job(place.job(text.as_str(), ink, width)))
    };
    let output = TextEdit::multiline(&mut open.text)
        .id(field_id())
        .font(place.font.clone())
        .text_color(ink)
        .layouter(&mut layouter)
        .align(egui::Align2([place.halign(), egui::Align::Min]))
        .hint_text(RichText::new(hint).font(place.font.clone()))
        .desired_width(letters.width())
        .desired_rows(1)
        .margin(Margin::ZERO)
        .frame(Frame::NONE)
        .event_filter(EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true })
        .return_key(line_break)
        .show(&mut child);
    let response = output.response.response.accessible_name(name);
    let taken = place.ground.union(response.rect.expand2(vec2(0.0, PADDING / 2.0)));
    paint_ground(ui, ground, (taken, place.fill), look);
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

/// The ground that the letters have on the map: a card under a colour that may let it through.
fn paint_ground(ui: &Ui, slot: egui::layers::ShapeIdx, (rect, fill): (Rect, Color), look: Look) {
    let line = Stroke::new(theme::FOCUS_RING, theme::color(look.palette, Role::Accent));
    let round = CornerRadius::same(4);
    let tint = theme::own_color(look.palette.resolve(fill)).gamma_multiply(fill.opacity);
    let card = Shape::rect_filled(rect, round, theme::color(look.palette, Role::Card));
    let ground = egui::epaint::RectShape::new(rect, round, tint, line, StrokeKind::Outside);
    ui.painter().set(slot, Shape::Vec(vec![card, ground.into()]));
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
