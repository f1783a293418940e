//! The slim bar over the map: the line to type in, how many matches, to the next and previous, replacing.
//!
//! Must not know how matches are found.

use super::{Canvas, Find, Focus, Shown, Then, Typing, Way, words};
use crate::{
    editor::{EditError, Editor, Finder},
    scene::{FontWeight, Role},
    texts::Accents,
    ui::{
        Command, Look,
        canvas::bars::side_of,
        theme,
        tip::{CutLabel, Tip},
    },
};
use egui::text_edit::TextEditState;
use egui::{
    Button, EventFilter, FocusDirection, Frame, Id, Key, Margin, Modifiers, Popup, Rect, Response, RichText, Shadow,
    Stroke, TextEdit, Ui, UiBuilder, accesskit, pos2,
    text::{CCursor, CCursorRange},
    vec2,
};

/// Width of the bar, and its distance from the top of the view, in points.
const WIDTH: f32 = 560.0;
const TOP: f32 = 52.0;
/// Width of the lines to type in, at least where there is little room, and of the count.
const LINE: f32 = 190.0;
const LEAST_LINE: f32 = 76.0;
const COUNT: f32 = 88.0;
/// Width of a button with a sign.
const SIGN: f32 = 30.0;
/// Air between it and what it must not cover.
const AIR: f32 = 10.0;

/// What was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Go(Way),
    ReplaceOne,
    ReplaceAll,
    ShowLane,
    Close,
}

/// Shows the bar where it is open, and does what it is asked for.
pub(in super::super) fn bar_ui(ui: &mut Ui, canvas: &mut Canvas, editor: &mut Editor, look: Look) {
    if !canvas.find.is_shown() {
        return;
    }
    if canvas.find.read_on(editor, look.texts) {
        ui.ctx().request_repaint();
    }
    go_on(canvas, editor);
    let view = canvas.camera.viewport;
    let side = side_of(view);
    let width = WIDTH.min(view.width() - 2.0 * side);
    let min = pos2(view.max.x - side - width, view.min.y + TOP);
    let rect = Rect::from_min_size(min, vec2(width, view.height() - TOP));
    let shown = ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
        frame(look).show(ui, |ui| {
            ui.set_width(width - 20.0);
            content_ui(ui, &mut canvas.find, editor, look)
        })
    });
    let bottom = shown.inner.response.rect.bottom() + AIR;
    if bottom > canvas.find.bottom {
        // A line more, such as that which says where the match stands: it must not lie on the match itself.
        canvas.show_match_again(editor);
        ui.ctx().request_repaint();
    }
    canvas.find.bottom = bottom;
    canvas.bars.push(shown.inner.response.rect);
    for asked in shown.inner.inner {
        if let Err(error) = carry_out(canvas, editor, asked) {
            canvas.refused = Some(error);
        }
        ui.ctx().request_repaint();
    }
}

/// Closes the bar by Esc, before the map hears the key, unless the key ends something else first: a gesture, a text
/// being typed elsewhere, a menu or dialog. In one of the bar's own lines egui has taken the keyboard from it by then.
pub(in super::super) fn take_escape(ctx: &egui::Context, canvas: &mut Canvas) {
    let is_typing_here = canvas.find.typing == Typing::Here;
    let is_covered = Popup::is_any_open(ctx) || ctx.memory(|memory| memory.top_modal_layer()).is_some();
    let is_elsewhere = is_covered || canvas.is_busy() || canvas.is_editing_text() || ctx.text_edit_focused();
    if canvas.find.is_shown()
        && (is_typing_here || !is_elsewhere)
        && ctx.input_mut(|input| !is_composing(&input.events) && input.consume_key(Modifiers::NONE, Key::Escape))
    {
        canvas.close_find();
    }
}

/// Shows the next match once there is one, where that was asked for.
fn go_on(canvas: &mut Canvas, editor: &mut Editor) {
    let is_ready = !canvas.find.matches().is_empty() || canvas.find.finder.as_ref().is_none_or(Finder::is_done);
    let reaches = canvas.find.resume < canvas.find.matches().len();
    let is_done = canvas.find.finder.as_ref().is_some_and(Finder::is_done);
    if canvas.find.then == Then::GoOn && is_ready && (reaches || is_done) {
        canvas.find.then = Then::Nothing;
        canvas.show_match(canvas.find.next(Way::Next), editor);
    }
}

fn carry_out(canvas: &mut Canvas, editor: &mut Editor, asked: Asked) -> Result<(), EditError> {
    match asked {
        Asked::Go(way) => canvas.show_match(canvas.find.next(way), editor),
        Asked::ReplaceOne => return canvas.replace_one(editor),
        Asked::ReplaceAll => return canvas.replace_all(editor),
        Asked::ShowLane => return canvas.show_hidden_lane(editor),
        Asked::Close => canvas.close_find(),
    }
    Ok(())
}

fn frame(look: Look) -> Frame {
    let color = |role| theme::color(look.palette, role);
    let shade = color(Role::Shadow).gamma_multiply(0.08);
    Frame::new()
        .fill(color(Role::Card))
        .stroke(Stroke::new(1.0, color(Role::Hairline)))
        .corner_radius(8)
        .shadow(Shadow { offset: [0, 2], blur: 8, spread: 0, color: shade })
        .inner_margin(Margin::symmetric(10, 8))
}

fn content_ui(ui: &mut Ui, find: &mut Find, editor: &Editor, look: Look) -> Vec<Asked> {
    let mut asked = Vec::new();
    ui.horizontal_wrapped(|ui| find_row_ui(ui, find, look, &mut asked));
    where_ui(ui, find, editor, look, &mut asked);
    if find.shown == Shown::Replace {
        ui.horizontal_wrapped(|ui| replace_row_ui(ui, find, look, &mut asked));
    }
    asked
}

fn find_row_ui(ui: &mut Ui, find: &mut Find, look: Look, asked: &mut Vec<Asked>) {
    let texts = look.texts;
    let id = Id::unique("find line");
    asked.extend(own_keys(ui, id).map(|key| match key {
        OwnKey::Enter => Asked::Go(Way::Next),
        OwnKey::ShiftEnter => Asked::Go(Way::Previous),
    }));
    let replaces = find.shown == Shown::Replace;
    if replaces && ui.memory(|memory| memory.has_focus(id)) {
        take_tab(ui, find);
    }
    // Beside the line: the count, four signs, the word that opens the second line, and the gaps between them.
    let after = COUNT + 4.0 * SIGN + button_width(ui, texts.command_replace()) + 6.0 * ui.spacing().item_spacing.x;
    let names = (texts.find_name(), texts.find_hint());
    let line = line_ui(ui, (&mut find.typed, id), names, (after, find.focus), look);
    // With a line for the replacement Tab is kept back for `take_tab`.
    let filter = EventFilter { tab: replaces, horizontal_arrows: true, vertical_arrows: true, ..Default::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    find.focus = Focus::Stays;
    find.typing = if line.has_focus() { Typing::Here } else { Typing::Elsewhere };
    if line.changed() {
        (find.current, find.resume, find.then, find.replaced) = (None, 0, Then::GoOn, None);
    }
    count_ui(ui, find, look);
    for (sign, command, way) in [("↑", Command::FindPrevious, Way::Previous), ("↓", Command::FindNext, Way::Next)] {
        let keys = command.keys_text(ui.ctx());
        let name = if way == Way::Next { texts.find_next(keys) } else { texts.find_previous(keys) };
        if sign_ui(ui, sign, &name, !find.matches().is_empty()).clicked() {
            asked.push(Asked::Go(way));
        }
    }
    let counts = find.accents == Accents::Count;
    if toggle_ui(ui, "á", texts.find_accents(), counts).clicked() {
        find.accents = if counts { Accents::Ignored } else { Accents::Count };
    }
    if toggle_ui(ui, texts.command_replace(), texts.command_replace(), replaces).clicked() {
        find.shown = if replaces { Shown::Find } else { Shown::Replace };
    }
    if sign_ui(ui, "×", texts.find_close(), true).clicked() {
        asked.push(Asked::Close);
    }
}

/// Tab goes from what is found to what replaces it, past the buttons between them; Shift+Tab goes where it always does.
fn take_tab(ui: &Ui, find: &Find) {
    if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Tab)) {
        select_all(ui, replace_line(), &find.with);
    } else if ui.input_mut(|input| input.consume_key(Modifiers::SHIFT, Key::Tab)) {
        ui.memory_mut(|memory| memory.move_focus(FocusDirection::Previous));
    }
}

fn replace_line() -> Id {
    Id::unique("replace line")
}

/// Enter and Shift+Enter in a line of the bar, which keeps the keyboard.
enum OwnKey {
    Enter,
    ShiftEnter,
}

fn own_keys(ui: &Ui, id: Id) -> impl Iterator<Item = OwnKey> + use<> {
    let has_focus = ui.memory(|memory| memory.has_focus(id)) && !ui.input(|input| is_composing(&input.events));
    let mut keys = Vec::new();
    if has_focus {
        ui.input_mut(|input| {
            while input.consume_key(Modifiers::SHIFT, Key::Enter) {
                keys.push(OwnKey::ShiftEnter);
            }
            while input.consume_key(Modifiers::NONE, Key::Enter) {
                keys.push(OwnKey::Enter);
            }
        });
    }
    keys.into_iter()
}

/// Whether an input method speaks in this frame: its Enter is its own.
fn is_composing(events: &[egui::Event]) -> bool {
    events.iter().any(|event| matches!(event, egui::Event::Ime(_)))
}

fn line_ui(
    ui: &mut Ui,
    (text, id): (&mut String, Id),
    (name, hint): (&str, &str),
    (after, focus): (f32, Focus),
    look: Look,
) -> Response {
    let hint = RichText::new(hint).color(theme::color(look.palette, Role::Faint));
    let margin = Margin::symmetric(4, 2);
    let width = (ui.available_width() - after - margin.sum().x).clamp(LEAST_LINE, LINE);
    if focus == Focus::Taken {
        select_all(ui, id, text);
    }
    let output = TextEdit::singleline(text).id(id).hint_text(hint).margin(margin).desired_width(width).show(ui);
    output.response.response.clone().accessible_name(name)
}

/// Gives a line the keyboard with all its text selected; before it is shown, so that what is typed in this frame is its
/// own.
fn select_all(ui: &Ui, id: Id, text: &str) {
    ui.memory_mut(|memory| memory.request_focus(id));
    let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(0), CCursor::new(text.chars().count()))));
    state.store(ui.ctx(), id);
}

fn button_width(ui: &Ui, words: &str) -> f32 {
    let font = theme::font(FontWeight::Medium, theme::LABEL);
    let words = ui.painter().layout_no_wrap(words.to_owned(), font, egui::Color32::PLACEHOLDER);
    words.size().x + 2.0 * ui.spacing().button_padding.x
}

fn count_ui(ui: &mut Ui, find: &Find, look: Look) {
    let texts = look.texts;
    let count = find.matches().len();
    let (words, role) = match (&find.current, find.replaced) {
        _ if find.typed.is_empty() => (String::new(), Role::Soft),
        (_, Some(replaced)) => (texts.find_replaced(replaced), Role::Soft),
        (Some((at, _)), None) => (texts.find_count(at + 1, count), Role::Soft),
        (None, None) if count > 0 => (texts.find_found(count), Role::Soft),
        (None, None) if find.finder.as_ref().is_some_and(Finder::is_done) => {
            (texts.find_none().to_owned(), Role::Negative)
        }
        (None, None) => (String::new(), Role::Soft),
    };
    let words = RichText::new(words).color(theme::color(look.palette, role));
    let size = vec2(COUNT, ui.spacing().interact_size.y);
    let response = ui.add_sized(size, CutLabel::new(words));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(accesskit::Live::Polite));
}

fn sign_ui(ui: &mut Ui, sign: &str, name: &str, enabled: bool) -> Response {
    let button = Button::new(sign).min_size(theme::PRESSABLE);
    ui.add_enabled(enabled, button).accessible_name(name).tip(name)
}

fn toggle_ui(ui: &mut Ui, sign: &str, name: &str, on: bool) -> Response {
    let button = Button::selectable(on, sign).min_size(theme::PRESSABLE).frame_when_inactive(true);
    ui.add(button).accessible_name(name).tip(name)
}

/// Where the shown match stands, that a lane hides it, and how many more are hidden.
fn where_ui(ui: &mut Ui, find: &Find, editor: &Editor, look: Look, asked: &mut Vec<Asked>) {
    let texts = look.texts;
    let soft = |text: String| theme::note(text, look.palette, Role::Soft);
    let Some((_, current)) = &find.current else {
        let hidden = find.hidden_count(editor);
        if hidden > 0 {
            ui.label(soft(texts.find_hidden_count(hidden)));
        }
        return;
    };
    ui.horizontal_wrapped(|ui| {
        let place = words::where_it_stands(current, editor.map(), texts);
        match words::hidden_lane(current, editor.map(), texts) {
            Some(lane) => {
                ui.label(soft(format!("{place}, {}", texts.find_hidden(lane))));
                if ui.button(texts.find_show_lane()).clicked() {
                    asked.push(Asked::ShowLane);
                }
            }
            None => {
                let shown = ui.label(soft(place));
                ui.ctx().accesskit_node_builder(shown.id, |node| node.set_live(accesskit::Live::Polite));
            }
        }
    });
}

fn replace_row_ui(ui: &mut Ui, find: &mut Find, look: Look, asked: &mut Vec<Asked>) {
    let texts = look.texts;
    let id = replace_line();
    let is_own = find.current.as_ref().is_some_and(|(_, current)| current.place.is_own());
    asked.extend(own_keys(ui, id).filter_map(|key| match key {
        OwnKey::Enter => is_own.then_some(Asked::ReplaceOne),
        OwnKey::ShiftEnter => Some(Asked::Go(Way::Previous)),
    }));
    let names = (texts.find_with_name(), texts.find_with_name());
    let count = find.finder.as_ref().map_or(0, Finder::replaceable);
    let all = texts.find_replace_all(count);
    let buttons = button_width(ui, texts.find_replace()) + button_width(ui, &all);
    let after = buttons + 2.0 * ui.spacing().item_spacing.x;
    let line = line_ui(ui, (&mut find.with, id), names, (after, Focus::Stays), look);
    if line.has_focus() {
        find.typing = Typing::Here;
    }
    if ui.add_enabled(is_own, Button::new(texts.find_replace())).clicked() {
        asked.push(Asked::ReplaceOne);
    }
    let is_ready = count > 0 && find.finder.as_ref().is_some_and(Finder::is_done);
    if ui.add_enabled(is_ready, Button::new(all)).clicked() {
        asked.push(Asked::ReplaceAll);
    }
}
