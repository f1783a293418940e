//! Typing faster than frames: what is typed after a key that takes the keyboard elsewhere waits until it is there.
//!
//! Enter, Tab and Esc leave a field, and commands such as Ctrl+K open one; the field that comes next hears keys only a
//! frame or two later, and until then the old one would take them, or tools. Where no field comes, they go on after
//! [`MOST`] frames. Must not know which keys are whose.

use egui::{Event, ImeEvent, Key, Modifiers};

/// Frames after which a field that has the keyboard is the new one.
const LEAST: u8 = 2;
/// Frames after which no field is waited for.
const MOST: u8 = 4;

/// What was typed ahead.
#[derive(Debug, Default)]
pub struct FastTyping {
    held: Vec<Event>,
    /// Frames since the last key that takes the keyboard elsewhere, while it is on its way.
    frames: Option<u8>,
}

impl FastTyping {
    /// Takes out of a frame's events what has to wait, and gives back what need not wait any more, all in their order.
    /// `is_typing` says whether a field has the keyboard.
    pub fn sort(&mut self, events: &mut Vec<Event>, is_typing: bool) {
        self.frames =
            self.frames.map(|frames| frames + 1).filter(|frames| *frames < MOST && !(is_typing && *frames >= LEAST));
        let mut came = std::mem::take(&mut self.held);
        came.append(events);
        for event in came {
            if !self.held.is_empty() || (self.frames.is_some() && waits(&event)) {
                self.held.push(event);
                continue;
            }
            if takes_keyboard(&event, is_typing) {
                self.frames = Some(0);
            }
            events.push(event);
        }
    }

    /// Whether another frame is needed soon.
    pub fn is_on_its_way(&self) -> bool {
        self.frames.is_some()
    }
}

/// Whether an event is for whoever has the keyboard next.
fn waits(event: &Event) -> bool {
    match event {
        Event::Text(_) | Event::Paste(_) | Event::Ime(ImeEvent::Commit(_)) => true,
        Event::Ime(ImeEvent::Preedit { text, .. }) => !text.is_empty(),
        Event::Key { key, pressed: true, modifiers, .. } => {
            leaves(*key) || (!modifiers.command && !modifiers.ctrl && types(*key))
        }
        _ => false,
    }
}

fn takes_keyboard(event: &Event, is_typing: bool) -> bool {
    let Event::Key { key, pressed: true, modifiers, .. } = event else { return false };
    (is_typing && leaves(*key)) || is_command(*key, *modifiers)
}

/// Whether a key leaves a field.
fn leaves(key: Key) -> bool {
    matches!(key, Key::Tab | Key::Enter | Key::Escape)
}

/// Whether a key types a character.
fn types(key: Key) -> bool {
    key == Key::Space || key.name().chars().count() == 1
}

/// Whether a key may be a command that opens a field; those that every field knows are not.
fn is_command(key: Key, modifiers: Modifiers) -> bool {
    let name = key.name();
    let is_function = name.len() > 1 && name.starts_with('F') && name[1..].chars().all(|digit| digit.is_ascii_digit());
    let is_fields_own = matches!(key, Key::A | Key::C | Key::V | Key::X | Key::Y | Key::Z);
    let is_letter = types(key) || leaves(key);
    is_function || ((modifiers.command || modifiers.ctrl) && is_letter && !is_fields_own)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(key: Key, modifiers: Modifiers) -> Event {
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
    }

    fn plain(pressed: Key) -> Event {
        key(pressed, Modifiers::NONE)
    }

    fn text(typed: &str) -> Event {
        Event::Text(typed.into())
    }

    /// What comes out of frames, each with its events and whether a field has the keyboard before it.
    fn sorted(frames: &[(&[Event], bool)]) -> Vec<String> {
        let mut typing = FastTyping::default();
        let told = |event: &Event| match event {
            Event::Text(text) | Event::Paste(text) | Event::Ime(ImeEvent::Commit(text)) => text.clone(),
            Event::Ime(ImeEvent::Preedit { text, .. }) => format!("({text})"),
            Event::Key { key, .. } => format!("{key:?}"),
            other => format!("{other:?}"),
        };
        let frame = |(events, is_typing): &(&[Event], bool)| {
            let mut events = events.to_vec();
            typing.sort(&mut events, *is_typing);
            events.iter().map(told).collect::<Vec<_>>().join(" ")
        };
        frames.iter().map(frame).collect()
    }

    #[test]
    fn what_follows_tab_is_for_the_next_field() {
        let typed = [text("a"), plain(Key::Tab), plain(Key::M), text("M"), text("u")];
        let frames: [(&[Event], bool); 4] = [(&typed, true), (&[text("a")], true), (&[text(" ")], true), (&[], true)];
        assert_eq!(sorted(&frames), ["a Tab", "", "M M u a  ", ""]);
    }

    #[test]
    fn a_word_of_an_input_method_and_a_paste_wait_too() {
        let preedit = |text: &str| Event::Ime(ImeEvent::Preedit { text: text.into(), active_range_chars: None });
        let typed = [plain(Key::Enter), preedit(""), preedit("h"), Event::Ime(ImeEvent::Commit("hà".into()))];
        let frames: [(&[Event], bool); 4] = [(&typed, true), (&[], false), (&[], false), (&[], true)];
        assert_eq!(sorted(&frames), ["Enter ()", "", "", "(h) hà"]);
        let typed = [key(Key::K, Modifiers::COMMAND), Event::Paste("x".into()), plain(Key::Enter)];
        let frames: [(&[Event], bool); 4] = [(&typed, false), (&[], false), (&[], true), (&[], true)];
        assert_eq!(sorted(&frames), ["K", "", "x Enter", ""]);
    }

    #[test]
    fn where_no_field_comes_it_goes_on_soon() {
        let typed = [plain(Key::Escape), plain(Key::S), text("s")];
        let frames: [(&[Event], bool); 5] =
            [(&typed, true), (&[], false), (&[], false), (&[plain(Key::Enter)], false), (&[], false)];
        assert_eq!(sorted(&frames), ["Escape", "", "", "", "S s Enter"]);
    }

    #[test]
    fn nothing_waits_after_other_keys() {
        let undo = key(Key::Z, Modifiers::COMMAND);
        let walk = key(Key::ArrowRight, Modifiers::COMMAND);
        let typed = [undo, walk, plain(Key::Backspace), text("s")];
        assert_eq!(sorted(&[(&typed, true)]), ["Z ArrowRight Backspace s"]);
        // On the map Tab, Enter and Esc are the map's, which hears what follows in the same frame.
        let typed = [plain(Key::Enter), text("s"), plain(Key::Escape), plain(Key::Tab), text("t")];
        assert_eq!(sorted(&[(&typed, false)]), ["Enter s Escape Tab t"]);
        let held = [key(Key::F4, Modifiers::NONE), walk_again(), walk_again()];
        assert_eq!(sorted(&[(&held, false)]), ["F4 ArrowLeft ArrowLeft"]);
    }

    fn walk_again() -> Event {
        plain(Key::ArrowLeft)
    }
}
