//! Keys that come as characters: while an input method ends a word, X11 takes a key that comes in between for text, and
//! Enter, Esc, Tab or Ctrl+S arrive as a commit of a control character, before the commit of the word itself
//! (winit 0.30, `event_processor.rs`, `xinput_key_input`: keys are looked up as text while `is_composing`; seen with
//! ibus and Unikey). Here they become the key again, after the word.
//!
//! A key without a character of its own, such as an arrow, is lost on that way. Must not know what keys mean.

use egui::{Event, ImeEvent, Key, Modifiers};

/// How long the word of an input method is waited for, in seconds; where none comes, the key was all there was.
pub const PATIENCE: f64 = 0.08;
/// So many frames it is waited for at least: a slow one may take longer than that.
const FRAMES: u8 = 3;

/// Keys on their way.
#[derive(Debug, Default)]
pub struct LateKeys {
    waiting: Vec<(Key, Modifiers)>,
    /// When the first of them came, and the frames since then.
    since: f64,
    frames: u8,
    /// What is held down, as far as it was told.
    held: Modifiers,
    word: Word,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Word {
    /// It is still to come.
    #[default]
    Awaited,
    /// It came in the last frame.
    Here,
}

impl LateKeys {
    /// Takes the control characters out of a frame's events and gives the keys back as soon as the word is there: in a
    /// frame of their own, so that nobody takes them for keys of the input method. `now` counts seconds.
    pub fn sort(&mut self, events: &mut Vec<Event>, now: f64) {
        let came = std::mem::take(events);
        self.frames = self.frames.saturating_add(1);
        let is_late = self.is_waiting() && now - self.since >= PATIENCE && self.frames >= FRAMES;
        if self.word == Word::Here || (is_late && !came.iter().any(is_word)) {
            self.give(events);
        }
        for event in came {
            match &event {
                Event::ModifiersChanged(modifiers) => self.held = *modifiers,
                Event::Ime(ImeEvent::Commit(text)) if is_control(text) => {
                    self.keep(text, now);
                    continue;
                }
                Event::Ime(ImeEvent::Commit(_)) if self.is_waiting() => self.word = Word::Here,
                // The person went on: the key comes before what follows it.
                Event::Ime(ImeEvent::Preedit { text, .. }) if !text.is_empty() => self.give(events),
                Event::Key { pressed: true, .. } | Event::Text(_) => self.give(events),
                _ => {}
            }
            events.push(event);
        }
    }

    /// Whether another frame is needed soon.
    pub fn is_waiting(&self) -> bool {
        !self.waiting.is_empty()
    }

    fn keep(&mut self, text: &str, now: f64) {
        if !self.is_waiting() {
            (self.since, self.frames, self.word) = (now, 0, Word::Awaited);
        }
        let held = self.held;
        self.waiting.extend(text.chars().filter_map(|character| key_of(character, held)));
    }

    fn give(&mut self, events: &mut Vec<Event>) {
        for (key, modifiers) in self.waiting.drain(..) {
            let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
            events.extend([event(true), event(false)]);
        }
        self.word = Word::Awaited;
    }
}

fn is_word(event: &Event) -> bool {
    matches!(event, Event::Ime(ImeEvent::Commit(text)) if !is_control(text))
}

fn is_control(text: &str) -> bool {
    !text.is_empty() && text.chars().all(char::is_control)
}

/// The key that types a control character. Those with Ctrl are the letters in their order (ASCII 1 to 26), but for the
/// three that are keys of their own.
fn key_of(character: char, held: Modifiers) -> Option<(Key, Modifiers)> {
    const FIRST: u8 = 1;
    const LETTERS: [Key; 26] = [
        Key::A,
        Key::B,
        Key::C,
        Key::D,
        Key::E,
        Key::F,
        Key::G,
        Key::H,
        Key::I,
        Key::J,
        Key::K,
        Key::L,
        Key::M,
        Key::N,
        Key::O,
        Key::P,
        Key::Q,
        Key::R,
        Key::S,
        Key::T,
        Key::U,
        Key::V,
        Key::W,
        Key::X,
        Key::Y,
        Key::Z,
    ];
    match character {
        '\r' | '\n' => Some((Key::Enter, held)),
        '\u{1b}' => Some((Key::Escape, held)),
        '\t' => Some((Key::Tab, held)),
        '\u{8}' => Some((Key::Backspace, held)),
        '\u{7f}' => Some((Key::Delete, held)),
        other => {
            let place = usize::from(u8::try_from(other).ok()?.checked_sub(FIRST)?);
            let ctrl = Modifiers { ctrl: true, command: true, ..held };
            LETTERS.get(place).map(|key| (*key, ctrl))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn commit(text: &str) -> Event {
        Event::Ime(ImeEvent::Commit(text.into()))
    }

    fn preedit(text: &str) -> Event {
        Event::Ime(ImeEvent::Preedit { text: text.into(), active_range_chars: None })
    }

    /// What comes out of frames of events, a hundredth of a second apart: commits, preedits and pressed keys as text.
    fn sorted(frames: &[&[Event]]) -> Vec<String> {
        let mut late = LateKeys::default();
        let mut out = Vec::new();
        for (at, frame) in frames.iter().enumerate() {
            let mut events = frame.to_vec();
            late.sort(&mut events, at as f64 / 100.0);
            let told = events.iter().filter_map(|event| match event {
                Event::Ime(ImeEvent::Commit(text)) => Some(text.clone()),
                Event::Ime(ImeEvent::Preedit { text, .. }) => Some(format!("({text})")),
                Event::Key { key, pressed: true, modifiers, .. } if modifiers.ctrl => Some(format!("Ctrl+{key:?}")),
                Event::Key { key, pressed: true, modifiers, .. } if modifiers.shift => Some(format!("Shift+{key:?}")),
                Event::Key { key, pressed: true, .. } => Some(format!("{key:?}")),
                _ => None,
            });
            out.push(told.collect::<Vec<_>>().join(" "));
        }
        out
    }

    /// As recorded from winit under Xvfb with ibus and Unikey: Enter while “Giao” was being composed.
    #[test]
    fn enter_comes_after_the_word_it_ends() {
        let recorded = [preedit("Giao"), preedit(""), commit("\r"), preedit(""), commit("Giao"), preedit("")];
        assert_eq!(sorted(&[&recorded, &[]]), ["(Giao) () () Giao ()", "Enter"]);
        let apart: [&[Event]; 4] = [&[preedit(""), commit("\u{1b}")], &[preedit("")], &[commit("Giao")], &[]];
        assert_eq!(sorted(&apart), ["()", "()", "Giao", "Escape"]);
    }

    /// Frames a fifth of a second apart.
    #[test]
    fn a_slow_frame_does_not_bring_the_key_before_the_word() {
        let mut late = LateKeys::default();
        let mut told = Vec::new();
        let frames: [&[Event]; 4] = [&[preedit(""), commit("\r")], &[], &[preedit(""), commit("Giao")], &[]];
        for (at, frame) in frames.iter().enumerate() {
            let mut events = frame.to_vec();
            late.sort(&mut events, at as f64 / 5.0);
            told.push(events.iter().any(|event| matches!(event, Event::Key { key: Key::Enter, .. })));
        }
        assert_eq!(told, [false, false, false, true]);
    }

    #[test]
    fn modifiers_come_back_too() {
        let shift = Event::ModifiersChanged(Modifiers::SHIFT);
        assert_eq!(sorted(&[&[shift, commit("\r"), commit("a")], &[]]), ["a", "Shift+Enter"]);
        assert_eq!(sorted(&[&[commit("\u{13}"), commit("a")], &[]]), ["a", "Ctrl+S"]);
        assert_eq!(sorted(&[&[commit("\t"), commit("a")], &[]]), ["a", "Tab"]);
    }

    #[test]
    fn without_a_word_the_key_comes_after_a_moment_and_before_what_is_typed_next() {
        let mut frames: Vec<&[Event]> = vec![&[]; 10];
        let esc = [commit("\u{1b}")];
        frames[0] = &esc;
        let told = sorted(&frames);
        assert_eq!((told[7].as_str(), told[8].as_str()), ("", "Escape"), "0.08 s later");
        assert_eq!(sorted(&[&[commit("\r"), preedit("b")]]), ["Enter (b)"]);
    }

    #[test]
    fn words_pass_as_they_are() {
        let words = [preedit("hà"), preedit(""), commit("hàng "), preedit("")];
        assert_eq!(sorted(&[&words, &[]]), ["(hà) () hàng  ()", ""]);
    }
}
