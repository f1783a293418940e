//! What a monkey does with mouse, keys and input methods: any event at any time. Must not know the window's widgets.

use egui::{Event, ImeEvent, Key, Modifiers, PointerButton, Pos2, RawInput, TouchPhase, pos2, vec2};
use fastrand::Rng;

/// What is held down now, and where the pointer is.
#[derive(Default)]
pub(super) struct Hands {
    at: Pos2,
    down: Vec<PointerButton>,
    held: Modifiers,
    composing: bool,
}

const BUTTONS: [PointerButton; 4] =
    [PointerButton::Primary, PointerButton::Primary, PointerButton::Secondary, PointerButton::Middle];
const WORDS: [&str; 12] =
    ["a", "1", "-72", "50", "2026-11-22", "Giao hàng", " ", "12,5", "99999999999999999999", "đợi\nlâu", "−3", "s"];
/// Keys that mean something on the canvas or in a field.
const USED: [Key; 35] = [
    Key::Tab,
    Key::Enter,
    Key::Escape,
    Key::Delete,
    Key::Backspace,
    Key::F2,
    Key::F4,
    Key::F6,
    Key::F10,
    Key::ArrowUp,
    Key::ArrowDown,
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::Home,
    Key::End,
    Key::PageUp,
    Key::PageDown,
    Key::Menu,
    Key::Period,
    Key::OpenBracket,
    Key::Num2,
    Key::Space,
    Key::Num1,
    Key::Num5,
    Key::V,
    Key::H,
    Key::S,
    Key::T,
    Key::N,
    Key::L,
    Key::A,
    Key::Z,
    Key::Y,
    Key::Plus,
    Key::Minus,
];

impl Hands {
    /// One to four things in one frame.
    pub(super) fn act(&mut self, rng: &mut Rng, input: &mut RawInput, places: &[Pos2]) {
        if rng.u8(..12) == 0 {
            self.held = modifiers(rng);
            input.events.push(Event::ModifiersChanged(self.held));
        }
        for _ in 0..rng.usize(1..=4) {
            let events = self.events(rng, places);
            input.events.extend(events);
        }
    }

    /// Lets go of everything.
    pub(super) fn let_go(&mut self, input: &mut RawInput) {
        self.held = Modifiers::NONE;
        input.events.push(Event::ModifiersChanged(Modifiers::NONE));
        let up: Vec<_> = self.down.drain(..).collect();
        input.events.extend(up.into_iter().map(|button| press(self.at, button, false, Modifiers::NONE)));
    }

    fn events(&mut self, rng: &mut Rng, places: &[Pos2]) -> Vec<Event> {
        match rng.u8(..100) {
            0..22 => self.go(rng, places),
            22..36 => self.toggle(rng),
            36..48 => self.click(rng, places),
            48..70 => self.key(rng),
            70..80 => vec![Event::Text(word(rng))],
            80..86 => vec![self.compose(rng)],
            86..91 => vec![self.wheel(rng)],
            91..93 => vec![Event::Zoom([0.5, 0.9, 1.1, 3.0][rng.usize(..4)])],
            93..95 => vec![Event::Paste(word(rng))],
            95 => vec![Event::Copy],
            96 => vec![Event::Cut],
            97 => vec![Event::WindowFocused(rng.bool())],
            98 => vec![Event::PointerGone],
            _ => self.escape(),
        }
    }

    fn go(&mut self, rng: &mut Rng, places: &[Pos2]) -> Vec<Event> {
        self.at = match rng.u8(..10) {
            0..4 if !places.is_empty() => places[rng.usize(..places.len())],
            0..6 => self.at + vec2(rng.f32() * 60.0 - 30.0, rng.f32() * 60.0 - 30.0),
            6 => pos2(rng.f32() * 3000.0 - 900.0, rng.f32() * 2000.0 - 600.0),
            _ => pos2(rng.f32() * 870.0, rng.f32() * 800.0),
        };
        vec![Event::PointerMoved(self.at)]
    }

    /// Presses a button that is up or lets go of one that is down.
    fn toggle(&mut self, rng: &mut Rng) -> Vec<Event> {
        let button = BUTTONS[rng.usize(..BUTTONS.len())];
        let was_down = self.down.contains(&button);
        self.down.retain(|down| *down != button);
        if !was_down {
            self.down.push(button);
        }
        vec![press(self.at, button, !was_down, self.held)]
    }

    /// A whole click, sometimes a double-click.
    fn click(&mut self, rng: &mut Rng, places: &[Pos2]) -> Vec<Event> {
        let mut events = self.go(rng, places);
        let button = BUTTONS[rng.usize(..BUTTONS.len())];
        self.down.retain(|down| *down != button);
        for _ in 0..rng.usize(1..=2) {
            events.extend([true, false].map(|pressed| press(self.at, button, pressed, self.held)));
        }
        events
    }

    fn key(&mut self, rng: &mut Rng) -> Vec<Event> {
        let key = if rng.u8(..4) == 0 { Key::ALL[rng.usize(..Key::ALL.len())] } else { USED[rng.usize(..USED.len())] };
        let modifiers = if rng.bool() { self.held } else { modifiers(rng) };
        let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        match rng.u8(..8) {
            0 => vec![event(true)],
            1 => vec![event(false)],
            _ => vec![event(true), event(false)],
        }
    }

    fn compose(&mut self, rng: &mut Rng) -> Event {
        if self.composing && rng.bool() {
            self.composing = false;
            return Event::Ime(ImeEvent::Commit(["", "ế", "việt"][rng.usize(..3)].to_owned()));
        }
        if rng.u8(..8) == 0 {
            let (before_chars, after_chars) = (rng.usize(..4), rng.usize(..4));
            return Event::Ime(ImeEvent::DeleteSurrounding { before_chars, after_chars });
        }
        self.composing = true;
        let text = ["", "e", "ê", "vie"][rng.usize(..4)].to_owned();
        Event::Ime(ImeEvent::Preedit { text, active_range_chars: None })
    }

    fn wheel(&mut self, rng: &mut Rng) -> Event {
        let unit = [egui::MouseWheelUnit::Point, egui::MouseWheelUnit::Line, egui::MouseWheelUnit::Page];
        Event::MouseWheel {
            unit: unit[rng.usize(..3)],
            delta: vec2(rng.f32() * 200.0 - 100.0, rng.f32() * 400.0 - 200.0),
            phase: TouchPhase::Move,
            source: egui::MouseWheelSource::Unknown,
            modifiers: self.held,
        }
    }

    fn escape(&mut self) -> Vec<Event> {
        let event = |pressed| Event::Key {
            key: Key::Escape,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers: Modifiers::NONE,
        };
        vec![event(true), event(false)]
    }
}

fn press(pos: Pos2, button: PointerButton, pressed: bool, modifiers: Modifiers) -> Event {
    Event::PointerButton { pos, button, pressed, modifiers }
}

fn modifiers(rng: &mut Rng) -> Modifiers {
    let held =
        [Modifiers::NONE, Modifiers::NONE, Modifiers::SHIFT, Modifiers::CTRL | Modifiers::COMMAND, Modifiers::ALT];
    held[rng.usize(..held.len())] | if rng.u8(..6) == 0 { Modifiers::SHIFT } else { Modifiers::NONE }
}

fn word(rng: &mut Rng) -> String {
    WORDS[rng.usize(..WORDS.len())].to_owned()
}
