//! The keys of each command, who listens to them, and which command a key means.
//!
//! Must not know what a command does.

use super::{Command, Pull};
use crate::editor::{Direction, Order, Step, Tool};
use egui::{Event, Key, KeyboardShortcut, Modifiers};

/// Who listens to a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listener {
    /// The window: the key works everywhere, also while a text is typed.
    Everywhere,
    /// The window while no text is typed: no other widget knows the key.
    Untyped,
    /// The map while it has the keyboard: every widget knows the key.
    OnMap,
    /// The field over the map, while a name or text is typed into it.
    InField,
    /// The system: it makes an event of its own of the key, which the map hears while no text is typed.
    System,
}

/// Keys, and who listens to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keys {
    /// Who listens.
    pub listener: Listener,
    /// What is pressed.
    pub shortcut: KeyboardShortcut,
}

const fn keys(listener: Listener, modifiers: Modifiers, key: Key) -> Keys {
    Keys { listener, shortcut: KeyboardShortcut::new(modifiers, key) }
}

const fn everywhere(modifiers: Modifiers, key: Key) -> Keys {
    keys(Listener::Everywhere, modifiers, key)
}

const fn untyped(modifiers: Modifiers, key: Key) -> Keys {
    keys(Listener::Untyped, modifiers, key)
}

const fn on_map(modifiers: Modifiers, key: Key) -> Keys {
    keys(Listener::OnMap, modifiers, key)
}

const fn in_field(modifiers: Modifiers, key: Key) -> Keys {
    keys(Listener::InField, modifiers, key)
}

const fn system(modifiers: Modifiers, key: Key) -> Keys {
    keys(Listener::System, modifiers, key)
}

const NONE: Modifiers = Modifiers::NONE;
const ALT: Modifiers = Modifiers::ALT;
const CTRL: Modifiers = Modifiers::COMMAND;
const SHIFT: Modifiers = Modifiers::SHIFT;
const ALT_SHIFT: Modifiers = Modifiers::ALT.plus(Modifiers::SHIFT);
const CTRL_ALT: Modifiers = Modifiers::COMMAND.plus(Modifiers::ALT);
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

impl Command {
    /// Its keys, those that menus and tooltips show first; empty for a command without keys.
    pub fn keys(self) -> &'static [Keys] {
        match self {
            Self::New => const { &[everywhere(CTRL, Key::N)] },
            Self::NewFromTemplate => const { &[everywhere(CTRL_SHIFT, Key::N)] },
            Self::Open => const { &[everywhere(CTRL, Key::O)] },
            Self::Save => const { &[everywhere(CTRL, Key::S)] },
            Self::SaveAs => const { &[everywhere(CTRL_SHIFT, Key::S)] },
            Self::ExportSvg => const { &[everywhere(CTRL, Key::E)] },
            Self::ExportPng => const { &[everywhere(CTRL_SHIFT, Key::E)] },
            Self::CloseMap => const { &[everywhere(CTRL, Key::W)] },
            Self::Quit => const { &[everywhere(CTRL, Key::Q)] },
            Self::Undo => const { &[everywhere(CTRL, Key::Z)] },
            Self::Redo => const { &[everywhere(CTRL_SHIFT, Key::Z), everywhere(CTRL, Key::Y)] },
            Self::AttachSurvey => const { &[everywhere(CTRL_SHIFT, Key::U)] },
            Self::ToggleInspector => const { &[everywhere(NONE, Key::F4)] },
            Self::ToggleReview => const { &[everywhere(NONE, Key::F6)] },
            Self::Shortcuts => const { &[everywhere(NONE, Key::F1), untyped(SHIFT, Key::Questionmark)] },
            Self::Find => const { &[everywhere(CTRL, Key::F)] },
            Self::Replace => const { &[everywhere(CTRL, Key::H)] },
            Self::FindNext => const { &[everywhere(NONE, Key::F3)] },
            Self::FindPrevious => const { &[everywhere(SHIFT, Key::F3)] },
            Self::Launcher => const { &[everywhere(CTRL, Key::K), everywhere(CTRL_SHIFT, Key::P)] },
            Self::Delete => const { &[on_map(NONE, Key::Delete), on_map(NONE, Key::Backspace)] },
            Self::Cut => const { &[system(CTRL, Key::X)] },
            Self::Copy => const { &[system(CTRL, Key::C)] },
            Self::Paste => const { &[system(CTRL, Key::V)] },
            Self::Duplicate => const { &[untyped(CTRL, Key::D)] },
            Self::CopyLook => const { &[untyped(CTRL_ALT, Key::C)] },
            Self::PasteLook => const { &[untyped(CTRL_ALT, Key::V)] },
            Self::CopyPicture => const { &[untyped(ALT_SHIFT, Key::C)] },
            Self::CopySvg => const { &[untyped(CTRL_SHIFT, Key::C)] },
            Self::EditText => const { &[on_map(NONE, Key::F2), on_map(NONE, Key::Enter)] },
            Self::SelectAll => const { &[on_map(CTRL, Key::A)] },
            Self::SelectStage => const { &[on_map(CTRL_SHIFT, Key::A)] },
            Self::LockStructure => const { &[untyped(CTRL_SHIFT, Key::L)] },
            Self::ZoomIn => const { &[untyped(CTRL, Key::Plus), untyped(CTRL, Key::Equals)] },
            Self::ZoomOut => const { &[untyped(CTRL, Key::Minus)] },
            Self::ZoomFull => const { &[untyped(CTRL, Key::Num0), untyped(SHIFT, Key::Num0)] },
            Self::ZoomFit => const { &[untyped(SHIFT, Key::Num1)] },
            Self::ZoomSelection => const { &[untyped(SHIFT, Key::Num2)] },
            Self::ToggleBars => const { &[everywhere(CTRL, Key::Period)] },
            Self::FullScreen => const { &[everywhere(NONE, Key::F11)] },
            Self::NextPart => const { &[everywhere(CTRL, Key::F6)] },
            Self::PreviousPart => const { &[everywhere(CTRL_SHIFT, Key::F6)] },
            Self::AddCardBelow => const { &[on_map(CTRL, Key::Enter), in_field(CTRL, Key::Enter)] },
            Self::Tool(tool) => tool_keys(tool),
            Self::ExpectedPencil => const { &[untyped(SHIFT, Key::P)] },
            Self::Band(band) => band_keys(band),
            Self::Pull(pull) => pull_keys(pull),
            Self::Walk(step) => walk_keys(step),
            Self::Move(direction) => move_keys(direction),
            Self::Reorder(Order::Earlier) => const { &[untyped(CTRL, Key::OpenBracket)] },
            Self::Reorder(Order::Later) => const { &[untyped(CTRL, Key::CloseBracket)] },
            Self::ContextMenu => const { &[on_map(SHIFT, Key::F10), on_map(NONE, Key::Menu)] },
            Self::Cancel => const { &[on_map(NONE, Key::Escape)] },
            Self::OpenRecent(_)
            | Self::OpenSample(_)
            | Self::OpenTemplate(_)
            | Self::OpenOwnTemplate(_)
            | Self::RemoveTemplate(_)
            | Self::GuidedStart
            | Self::SaveAsTemplate
            | Self::BringBack(_)
            | Self::DiscardRecovered(_)
            | Self::AddStage
            | Self::AddTouchpoint
            | Self::AddCard
            | Self::AddPersona
            | Self::SetPortrait
            | Self::AddNote
            | Self::RemoveArrow
            | Self::InsertImage
            | Self::AddLane(_)
            | Self::ToggleMinimap
            | Self::Import
            | Self::Path(_)
            | Self::Persona(_)
            | Self::ToggleLane
            | Self::Line(_)
            | Self::Language(_)
            | Self::Theme(_)
            | Self::Scale(_)
            | Self::ToggleMotion
            | Self::About => &[],
        }
    }

    /// Whether one of its keys went down in this frame, for who listens to it besides.
    pub fn is_pressed(self, ctx: &egui::Context) -> bool {
        let meant = |pressed: Pressed| self.keys().iter().any(|keys| pressed.presses(keys.shortcut));
        ctx.input(|input| input.events.iter().filter_map(Pressed::of_event).any(meant))
    }

    /// Its first keys as menus and tooltips write them; empty without keys.
    pub fn keys_text(self, ctx: &egui::Context) -> String {
        self.keys().first().map(|keys| written(ctx, keys.shortcut)).unwrap_or_default()
    }

    /// All its keys as the list of shortcuts writes them, those that several listen to once; empty without keys.
    pub fn all_keys_text(self, ctx: &egui::Context) -> String {
        let mut all: Vec<String> = Vec::new();
        for text in self.keys().iter().map(|keys| written(ctx, keys.shortcut)) {
            if !all.contains(&text) {
                all.push(text);
            }
        }
        all.join(", ")
    }
}

/// A shortcut in words, with what stands on the key where egui has a name for it.
fn written(ctx: &egui::Context, shortcut: KeyboardShortcut) -> String {
    let sign = match shortcut.logical_key {
        Key::Period => ".",
        Key::OpenBracket => "[",
        Key::CloseBracket => "]",
        _ => return ctx.format_shortcut(&shortcut),
    };
    let text = ctx.format_shortcut(&shortcut);
    let held = text.strip_suffix(shortcut.logical_key.name()).or(text.strip_suffix(sign));
    held.map_or(text.clone(), |held| format!("{held}{sign}"))
}

fn tool_keys(tool: Tool) -> &'static [Keys] {
    match tool {
        Tool::Select => const { &[untyped(NONE, Key::V)] },
        Tool::Hand => const { &[untyped(NONE, Key::H)] },
        Tool::Stage => const { &[untyped(NONE, Key::S)] },
        Tool::Touchpoint => const { &[untyped(NONE, Key::T)] },
        Tool::Note => const { &[untyped(NONE, Key::N)] },
        Tool::Link => const { &[untyped(NONE, Key::L)] },
        Tool::Pencil => const { &[untyped(NONE, Key::P)] },
    }
}

fn band_keys(band: u8) -> &'static [Keys] {
    match band {
        1 => const { &[untyped(NONE, Key::Num1), in_field(CTRL, Key::Num1)] },
        2 => const { &[untyped(NONE, Key::Num2), in_field(CTRL, Key::Num2)] },
        3 => const { &[untyped(NONE, Key::Num3), in_field(CTRL, Key::Num3)] },
        4 => const { &[untyped(NONE, Key::Num4), in_field(CTRL, Key::Num4)] },
        5 => const { &[untyped(NONE, Key::Num5), in_field(CTRL, Key::Num5)] },
        _ => &[],
    }
}

fn pull_keys(pull: Pull) -> &'static [Keys] {
    match pull {
        Pull::Up => const { &[on_map(NONE, Key::ArrowUp)] },
        Pull::Down => const { &[on_map(NONE, Key::ArrowDown)] },
        Pull::FineUp => const { &[on_map(SHIFT, Key::ArrowUp)] },
        Pull::FineDown => const { &[on_map(SHIFT, Key::ArrowDown)] },
    }
}

/// Plain arrows walk where they do not pull a feeling, arrows with Alt always.
fn walk_keys(step: Step) -> &'static [Keys] {
    match step {
        Step::Left => const { &[on_map(NONE, Key::ArrowLeft), on_map(ALT, Key::ArrowLeft)] },
        Step::Right => const { &[on_map(NONE, Key::ArrowRight), on_map(ALT, Key::ArrowRight)] },
        Step::Up => const { &[on_map(NONE, Key::ArrowUp), on_map(ALT, Key::ArrowUp)] },
        Step::Down => const { &[on_map(NONE, Key::ArrowDown), on_map(ALT, Key::ArrowDown)] },
        Step::Home => const { &[on_map(NONE, Key::Home)] },
        Step::End => const { &[on_map(NONE, Key::End)] },
        Step::StageBefore => const { &[on_map(NONE, Key::PageUp)] },
        Step::StageAfter => const { &[on_map(NONE, Key::PageDown)] },
        Step::First => const { &[on_map(CTRL, Key::Home)] },
        Step::Last => const { &[on_map(CTRL, Key::End)] },
    }
}

fn move_keys(direction: Direction) -> &'static [Keys] {
    match direction {
        Direction::Left => const { &[on_map(CTRL, Key::ArrowLeft)] },
        Direction::Right => const { &[on_map(CTRL, Key::ArrowRight)] },
        Direction::Up => const { &[on_map(CTRL, Key::ArrowUp)] },
        Direction::Down => const { &[on_map(CTRL, Key::ArrowDown)] },
    }
}

/// A key that went down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pressed {
    /// What stands on the key in the person's layout.
    pub key: Key,
    /// Where the key stands, by the names of a US keyboard.
    pub physical: Option<Key>,
    /// What is held down with it.
    pub modifiers: Modifiers,
}

impl Pressed {
    /// The key that an event presses; `None` for every other event.
    pub fn of_event(event: &Event) -> Option<Self> {
        match event {
            Event::Key { key, physical_key, pressed: true, modifiers, .. } => {
                Some(Self { key: *key, physical: *physical_key, modifiers: *modifiers })
            }
            _ => None,
        }
    }

    /// Whether it presses a shortcut. Modifiers have to be the same, but for Shift where a layout needs it for the
    /// character itself (+, ?); digits with Shift or Ctrl count by where they stand (Shift+1 may be ! or &).
    pub fn presses(self, shortcut: KeyboardShortcut) -> bool {
        let is_key = self.key == shortcut.logical_key
            || ((shortcut.modifiers.shift || shortcut.modifiers.command)
                && is_digit(shortcut.logical_key)
                && self.physical == Some(shortcut.logical_key));
        let mut held = self.modifiers;
        if matches!(shortcut.logical_key, Key::Plus | Key::Questionmark) {
            held.shift = shortcut.modifiers.shift;
        }
        is_key && held.matches_exact(shortcut.modifiers)
    }

    /// The commands it may mean to one of these listeners, the likeliest first.
    pub fn commands(self, listeners: &'static [Listener]) -> impl Iterator<Item = Command> {
        Command::ALL.iter().copied().filter(move |command| {
            let is_meant = |keys: &Keys| listeners.contains(&keys.listener) && self.presses(keys.shortcut);
            command.keys().iter().any(is_meant)
        })
    }
}

fn is_digit(key: Key) -> bool {
    matches!(
        key,
        Key::Num0
            | Key::Num1
            | Key::Num2
            | Key::Num3
            | Key::Num4
            | Key::Num5
            | Key::Num6
            | Key::Num7
            | Key::Num8
            | Key::Num9
    )
}
