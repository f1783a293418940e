//! The keys that close the field, and a press beside it: found before the field reads its events, carried out after.
//!
//! While an input method composes a word its keys belong to the word. Must not know what is edited.

use super::{Canvas, Ending, Word, go_on};
use crate::{
    editor::Editor,
    scene::Layouter,
    ui::{
        Command,
        command::{Listener, Pressed},
    },
};
use egui::{Context, Event, ImeEvent, Key, Modifiers, PointerButton, Rect};

/// Brings back what the last frame held, and holds back for the next what comes after a key that closes the field.
pub(in super::super) fn hold_what_follows(
    ctx: &Context,
    canvas: &mut Canvas,
    editor: &mut Editor,
    layouter: &mut Layouter,
) {
    let held = std::mem::take(&mut canvas.in_place.held);
    if !held.is_empty() {
        ctx.input_mut(|input| drop(input.events.splice(0..0, held)));
    }
    let scene = layouter.layout(editor.shown(), &canvas.view);
    let Some(place) = canvas.in_place.thing().and_then(|thing| super::field::screen_rect(canvas, &scene, thing)) else {
        // The thing is gone, by undo or on another map: what was typed has no place.
        if canvas.in_place.is_open() {
            super::finish(canvas, editor, Ending::Keep);
        }
        return;
    };
    let Some(open) = &mut canvas.in_place.open else { return };
    let mut word = open.word;
    let found = ctx.input_mut(|input| {
        let found = input.events.iter().enumerate().find_map(|(at, event)| {
            word = word_after(word, event);
            ending_of(event, word, place).map(|ending| (at, ending))
        });
        let (at, ending) = found?;
        let mut rest = input.events.split_off(at);
        if matches!(rest.first(), Some(Event::Key { .. })) {
            rest.remove(0);
        }
        Some((ending, rest))
    });
    open.word = word;
    if let Some((ending, rest)) = found {
        canvas.in_place.ending = Some(ending);
        canvas.in_place.held = rest;
    }
    for band in take_bands(ctx) {
        go_on::feel(canvas, editor, band);
    }
}

/// Takes the keys that set a feeling while a name is typed; they are not the field's.
fn take_bands(ctx: &Context) -> Vec<u8> {
    let mut bands = Vec::new();
    ctx.input_mut(|input| {
        input.events.retain(|event| match command_in_field(event) {
            Some(Command::Band(band)) => {
                bands.push(band);
                false
            }
            _ => true,
        });
    });
    bands
}

/// The command that a key means to the field.
fn command_in_field(event: &Event) -> Option<Command> {
    Pressed::of_event(event).and_then(|pressed| pressed.commands(&[Listener::InField]).next())
}

/// Whether an input method composes after an event.
fn word_after(word: Word, event: &Event) -> Word {
    match event {
        Event::Ime(ImeEvent::Preedit { text, .. }) if text.is_empty() => Word::Whole,
        Event::Ime(ImeEvent::Preedit { .. }) => Word::Composing,
        Event::Ime(ImeEvent::Commit(_)) => Word::Whole,
        _ => word,
    }
}

fn ending_of(event: &Event, word: Word, place: Rect) -> Option<Ending> {
    match event {
        Event::Key { .. } if word == Word::Whole && command_in_field(event) == Some(Command::AddCardBelow) => {
            Some(Ending::CardBelow)
        }
        Event::Key { key, pressed: true, modifiers, .. } if word == Word::Whole => key_ending(*key, *modifiers),
        Event::PointerButton { pos, button: PointerButton::Primary, pressed: true, .. } if !place.contains(*pos) => {
            Some(Ending::Keep)
        }
        _ => None,
    }
}

fn key_ending(key: Key, modifiers: Modifiers) -> Option<Ending> {
    match key {
        Key::Escape => Some(Ending::Escape),
        Key::Enter if !modifiers.shift => Some(Ending::Enter),
        Key::Tab if !modifiers.any() => Some(Ending::Tab),
        Key::Tab if modifiers.shift_only() => Some(Ending::Back),
        Key::Tab => Some(Ending::Keep),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{pos2, vec2};

    fn key(key: Key) -> Event {
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE }
    }

    #[test]
    fn keys_of_an_input_method_close_nothing() {
        let place = Rect::from_min_size(pos2(0.0, 0.0), vec2(10.0, 10.0));
        let preedit = Event::Ime(ImeEvent::Preedit { text: "ấ".into(), active_range_chars: None });
        let composing = word_after(Word::Whole, &preedit);
        assert_eq!(ending_of(&key(Key::Enter), composing, place), None);
        let whole = word_after(composing, &Event::Ime(ImeEvent::Commit("ấn".into())));
        assert_eq!(ending_of(&key(Key::Enter), whole, place), Some(Ending::Enter));
    }
}
