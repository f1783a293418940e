//! The keyboard in an open menu, however it was opened: arrows, Home and End go from entry to entry, to the right a
//! submenu or the next menu of the bar opens, to the left it closes or the menu before opens; Enter and Space take.
//!
//! Every menu notes itself while it is shown ([`note`]). While one is open no other key reaches anything else: egui
//! itself would take arrows and Tab to whatever stands behind. Must not know what is in a menu.

mod levels;
mod steps;

use egui::{Context, Event, Id, Plugin, Popup, RawInput, Response, Ui};
use levels::{Level, Shown};
use steps::Step;

pub use levels::Kind;

/// What is known of the open menu.
#[derive(Default)]
struct MenuKeys {
    /// What was shown in this pass, the menu first, then what it opened.
    shown: Shown,
    /// The same of the pass before.
    shown_before: Shown,
    /// What of that is still open.
    open: Vec<Level>,
    /// What the keys of this frame ask for.
    steps: Vec<Step>,
    /// What was pressed after the key that ends the menu; the next frame's.
    held: Vec<Event>,
    /// The entry that the pointer went to last; a step begins there.
    pointed: Option<Id>,
    /// The menu whose first entry takes the keyboard once it is there.
    to_enter: Option<Id>,
    /// The entry whose submenu a step opened though nothing in it can be done: the keyboard stays at it.
    in_empty: Option<Id>,
    before: Before,
}

/// What had the keyboard before the menu.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Before {
    /// No menu is open.
    #[default]
    NotOpen,
    /// One is.
    Open { before: Option<Id> },
    /// It was closed: this gets the keyboard back.
    Closed(Id),
}

/// Notes in a menu's own `ui`, while it is shown, that keys belong to it.
pub fn note(ui: &Ui, kind: Kind) {
    let layer = ui.layer_id();
    ui.ctx().plugin_or_default::<MenuKeys>().lock().shown.levels.push((layer, kind));
}

/// Notes an entry that opens a submenu.
pub fn note_submenu(entry: &Response) {
    entry.ctx.plugin_or_default::<MenuKeys>().lock().shown.submenus.push(entry.id);
}

/// Notes a button of the menu bar, from left to right.
pub fn note_bar(button: &Response) {
    button.ctx.plugin_or_default::<MenuKeys>().lock().shown.bar.push(button.id);
}

/// Opens a menu by key: its first entry takes the keyboard.
pub fn open(ctx: &Context, menu: Id) {
    Popup::open_id(ctx, menu);
    ctx.plugin_or_default::<MenuKeys>().lock().to_enter = Some(menu);
    ctx.request_repaint();
}

/// Whether a menu was open when this frame began.
pub fn is_open(ctx: &Context) -> bool {
    !ctx.plugin_or_default::<MenuKeys>().lock().open.is_empty()
}

/// Whether a menu of the bar is open.
pub fn is_bar_open(ctx: &Context) -> bool {
    ctx.plugin_or_default::<MenuKeys>().lock().bar_place().is_some()
}

/// Whether a widget is an entry of the open menu.
pub fn is_entry(ctx: &Context, id: Id) -> bool {
    ctx.plugin_or_default::<MenuKeys>().lock().open.iter().any(|level| level.entries.contains(&id))
}

impl Plugin for MenuKeys {
    fn debug_name(&self) -> &'static str {
        "menu keys"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        self.shown_before = std::mem::take(&mut self.shown);
        let was_open = std::mem::replace(&mut self.open, self.shown_before.levels(ctx));
        input.events.splice(0..0, self.held.drain(..));
        self.follow_open(ctx, &was_open);
        if let Some(menu) = self.open.first() {
            let kind = menu.kind;
            let is_typing = ctx.text_edit_focused();
            let events = std::mem::take(&mut input.events);
            input.events = self.take_keys(ctx, events, (kind, is_typing));
        }
    }

    fn on_begin_pass(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        self.give_back(&ctx);
        self.enter(&ctx);
        self.follow_pointer(&ctx);
        for step in std::mem::take(&mut self.steps) {
            self.step(&ctx, step);
        }
        if !self.held.is_empty() {
            ctx.request_repaint();
        }
    }
}

impl MenuKeys {
    /// Notes what had the keyboard when a menu opened, and that it is to have it again when that was closed, unless the
    /// keyboard went elsewhere by then.
    fn follow_open(&mut self, ctx: &Context, was_open: &[Level]) {
        let focused = ctx.memory(egui::Memory::focused);
        let is_in = |levels: &[Level], id| levels::place_of(levels, id).is_some();
        self.before = match (self.before, self.open.is_empty()) {
            (Before::Open { before }, true) => {
                (self.pointed, self.to_enter, self.in_empty) = (None, None, None);
                let is_free = focused.is_none_or(|focused| is_in(was_open, focused));
                before.filter(|_| is_free).map_or(Before::NotOpen, Before::Closed)
            }
            (Before::NotOpen | Before::Closed(_), false) => {
                Before::Open { before: focused.filter(|focused| !is_in(&self.open, *focused)) }
            }
            (before, _) => before,
        };
    }

    /// The keyboard goes back to where it was before the menu, unless it went elsewhere.
    fn give_back(&mut self, ctx: &Context) {
        if let Before::Closed(id) = self.before {
            self.before = Before::NotOpen;
            ctx.memory_mut(|memory| memory.request_focus(id));
        }
    }

    /// Sorts what was pressed: the menu's own keys become steps, what ends it and what a field in it reads is left, all
    /// else of the keyboard is nobody's.
    fn take_keys(&mut self, ctx: &Context, events: Vec<Event>, (kind, is_typing): (Kind, bool)) -> Vec<Event> {
        let mut left = Vec::with_capacity(events.len());
        let mut is_ended = false;
        for event in events {
            if !is_of_keyboard(&event) {
                left.push(event);
                continue;
            }
            if is_ended {
                self.held.push(event);
                continue;
            }
            match steps::meaning(&event, (kind, is_typing), self.is_in_submenu(ctx)) {
                steps::Meaning::Step(step) => self.steps.push(step),
                steps::Meaning::Ends => {
                    self.steps.push(Step::Here);
                    is_ended = true;
                    left.push(event);
                }
                steps::Meaning::OfField => left.push(event),
                steps::Meaning::Nothing => {}
            }
        }
        left
    }
}

/// Whether an event is a key that went down or what it types; that one came up is everybody's to know.
fn is_of_keyboard(event: &Event) -> bool {
    match event {
        Event::Key { pressed, .. } => *pressed,
        Event::Text(_) | Event::Ime(_) | Event::Copy | Event::Cut | Event::Paste(_) | Event::PasteImage(_) => true,
        _ => false,
    }
}
