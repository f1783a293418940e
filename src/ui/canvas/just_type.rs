//! Typing without opening a field first: a character over what is selected opens the field and replaces the text, in an
//! empty cell it begins a card.
//!
//! The rule: with just one thing selected, or in an empty cell, and no tool in the hand, characters are text; else they
//! are commands. Digits stay feelings where they can be set, Space moves the view, and ? is help. Must not know what the
//! field does with what is typed.

use super::{Canvas, in_place};
use crate::{
    editor::{Editor, Place, Tool},
    map::Thing,
    ui::command::Pressed,
};
use egui::{Context, Event, ImeEvent, Modifiers, output::IMEOutput};

/// What typing would begin: the place whose text it replaces, or where it makes a card.
fn subject(canvas: &Canvas, editor: &Editor) -> Option<Place> {
    if canvas.tool != Tool::Select || canvas.is_busy() || editor.selection().len() > 1 {
        return None;
    }
    let has_text = |place: &Place| match place {
        Place::Thing(thing) => in_place::text_on_canvas(editor, *thing).is_some(),
        Place::Cell(_) => true,
    };
    editor.place().filter(has_text)
}

/// Whether letters are text now, so that none chooses a tool.
pub(super) fn takes_letters(canvas: &Canvas, editor: &Editor) -> bool {
    subject(canvas, editor).is_some()
}

/// Whether a character begins a text there.
fn begins(place: Place, character: char) -> bool {
    let takes_digits = match place {
        Place::Thing(Thing::Touchpoint(_) | Thing::Face(..)) => false,
        Place::Thing(_) | Place::Cell(_) => true,
    };
    !character.is_control()
        && !character.is_whitespace()
        && character != '?'
        && (takes_digits || !character.is_ascii_digit())
}

/// Whether a key only types a character that begins a text, so that it is no command.
pub(super) fn types(canvas: &Canvas, editor: &Editor, pressed: Pressed) -> bool {
    let mut characters = pressed.key.name().chars();
    let (Some(character), None) = (characters.next(), characters.next()) else { return false };
    (pressed.modifiers == Modifiers::NONE || pressed.modifiers == Modifiers::SHIFT)
        && !(character.is_ascii_digit() && pressed.modifiers == Modifiers::SHIFT)
        && subject(canvas, editor).is_some_and(|place| begins(place, character))
}

/// Opens the field where an event begins a text; the event itself is left to the field.
pub(super) fn begin(canvas: &mut Canvas, editor: &mut Editor, event: &Event) -> bool {
    let text = match event {
        Event::Text(text) | Event::Ime(ImeEvent::Preedit { text, .. } | ImeEvent::Commit(text)) => text,
        _ => return false,
    };
    let Some(first) = text.chars().next() else { return false };
    match subject(canvas, editor).filter(|place| begins(*place, first)) {
        Some(Place::Thing(thing)) => in_place::begin(canvas, editor, thing),
        Some(Place::Cell(_)) => canvas.refused = in_place::begin_card(canvas, editor).err(),
        None => return false,
    }
    canvas.in_place.note_first(text);
    canvas.in_place.is_open()
}

/// Asks for the input method while typing would begin a text, so that its first letter is composed too.
pub(super) fn await_input_method(ctx: &Context, canvas: &Canvas, editor: &Editor) {
    let is_awaited = canvas.focus.is_on_canvas() && subject(canvas, editor).is_some();
    if !is_awaited || ctx.text_edit_focused() {
        return;
    }
    let rect = canvas.camera.viewport;
    ctx.output_mut(|output| {
        output.ime = Some(IMEOutput {
            purpose: egui::IMEPurpose::default(),
            rect,
            cursor_rect: egui::Rect::from_min_size(rect.center(), egui::vec2(1.0, 16.0)),
            should_interrupt_composition: false,
        });
    });
}
