//! What a key means in an open menu, and the steps from entry to entry. Must not know how menus are shown.

use super::{
    MenuKeys,
    levels::{Kind, place_of},
};
use egui::{Context, Event, FocusDirection, Id, Key, Modifiers, Popup, Vec2};

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The entry that the pointer shows takes the keyboard, and then the key.
    Here,
    Next,
    Previous,
    First,
    Last,
    /// Into the submenu, or to the next menu of the bar.
    In,
    /// Out of the submenu, or to the menu before.
    Out,
}

/// Whose a key is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Step(Step),
    /// It takes the entry or leaves the menu, as egui does it.
    Ends,
    /// The field's that is being typed into, or the menu's own.
    OfField,
    Nothing,
}

/// What a key or a typed text means in a menu.
pub(super) fn meaning(event: &Event, (kind, is_typing): (Kind, bool), is_in_submenu: bool) -> Meaning {
    let is_own = is_typing || kind == Kind::Own;
    let of_field = if is_own { Meaning::OfField } else { Meaning::Nothing };
    let Event::Key { key, modifiers, .. } = event else { return of_field };
    let step = match (*key, *modifiers) {
        (Key::Tab, Modifiers::NONE) => Some(Step::Next),
        (Key::Tab, Modifiers::SHIFT) => Some(Step::Previous),
        (Key::ArrowDown, Modifiers::NONE) if kind == Kind::List => Some(Step::Next),
        (Key::ArrowUp, Modifiers::NONE) if kind == Kind::List => Some(Step::Previous),
        (Key::Home, Modifiers::NONE) if !is_own => Some(Step::First),
        (Key::End, Modifiers::NONE) if !is_own => Some(Step::Last),
        (Key::ArrowRight, Modifiers::NONE) if !is_own => Some(Step::In),
        (Key::ArrowLeft, Modifiers::NONE) if !is_own => Some(Step::Out),
        (Key::Escape, Modifiers::NONE) if is_in_submenu => Some(Step::Out),
        _ => None,
    };
    match (step, *key) {
        (Some(step), _) => Meaning::Step(step),
        (None, Key::Escape) => Meaning::Ends,
        (None, Key::Enter | Key::Space) if !is_own && !modifiers.any() => Meaning::Ends,
        (None, _) => of_field,
    }
}

impl MenuKeys {
    /// Where the keyboard is in the open menus: at the entry that has it, else at the one that the pointer went to last.
    fn place(&self, ctx: &Context) -> Option<(usize, usize)> {
        let focused = ctx.memory(egui::Memory::focused);
        let of = |id: Option<Id>| id.and_then(|id| place_of(&self.open, id));
        of(focused).or_else(|| of(self.pointed))
    }

    pub(super) fn is_in_submenu(&self, ctx: &Context) -> bool {
        self.is_in_empty(ctx) || self.place(ctx).is_some_and(|(level, _)| level > 0)
    }

    /// Whether a step opened a submenu that has nothing to go to, and it still stands there.
    fn is_in_empty(&self, ctx: &Context) -> bool {
        let is_there = self.in_empty.is_some() && self.in_empty == ctx.memory(egui::Memory::focused);
        is_there && self.open.len() > 1 && self.open.last().is_some_and(|menu| menu.entries.is_empty())
    }

    /// One entry is shown as chosen: where the pointer goes, the keyboard leaves the one that it had.
    pub(super) fn follow_pointer(&mut self, ctx: &Context) {
        if self.open.is_empty() || ctx.input(|input| input.pointer.delta() == Vec2::ZERO) {
            return;
        }
        let all = self.open.iter().flat_map(|level| &level.entries).copied();
        self.pointed = ctx.viewport(|view| all.clone().find(|id| view.interact_widgets.hovered.contains(id)));
        let focused = ctx.memory(egui::Memory::focused);
        let is_typing = ctx.text_edit_focused();
        if let (Some(pointed), Some(focused)) = (self.pointed, focused)
            && pointed != focused
            && !is_typing
            && place_of(&self.open, focused).is_some()
        {
            ctx.memory_mut(|memory| memory.surrender_focus(focused));
        }
    }

    /// Takes one step.
    pub(super) fn step(&mut self, ctx: &Context, step: Step) {
        if self.is_in_empty(ctx) {
            return self.step_in_empty(ctx, step);
        }
        let place = self.place(ctx);
        let (level, at) = place.map_or((0, None), |(level, at)| (level, Some(at)));
        let Some(menu) = self.open.get(level) else { return };
        let last = menu.entries.len().saturating_sub(1);
        let to = match step {
            Step::Here => {
                let entry = at.and_then(|at| menu.entries.get(at));
                self.in_empty = entry.filter(|entry| self.shown_before.submenus.contains(entry)).copied();
                at
            }
            Step::Next => Some(at.filter(|at| *at < last).map_or(0, |at| at + 1)),
            Step::Previous => Some(at.and_then(|at| at.checked_sub(1)).unwrap_or(last)),
            Step::First => Some(0),
            Step::Last => Some(last),
            Step::In | Step::Out => return self.turn(ctx, step, (level, at)),
        };
        if let Some(entry) = to.and_then(|to| menu.entries.get(to)).copied() {
            focus(ctx, entry);
        }
    }

    /// A step to the side: egui opens and closes submenus itself, once one of their entries has the keyboard.
    fn turn(&mut self, ctx: &Context, step: Step, (level, at): (usize, Option<usize>)) {
        let entry = self.open.get(level).and_then(|menu| menu.entries.get(at?)).copied();
        let opens = entry.filter(|entry| step == Step::In && self.shown_before.submenus.contains(entry));
        let leaves = entry.filter(|_| step == Step::Out && level > 0);
        match opens.or(leaves) {
            Some(entry) => {
                self.in_empty = opens;
                focus(ctx, entry);
                let way = if step == Step::In { FocusDirection::Right } else { FocusDirection::Left };
                ctx.memory_mut(|memory| memory.move_focus(way));
            }
            None => self.open_beside(ctx, step),
        }
    }

    /// In a submenu where nothing can be done the only way is out; egui takes it where no entry has the keyboard.
    fn step_in_empty(&mut self, ctx: &Context, step: Step) {
        if let Some(entry) = self.in_empty.take_if(|_| step == Step::Out) {
            ctx.memory_mut(|memory| {
                memory.surrender_focus(entry);
                memory.move_focus(FocusDirection::Left);
            });
        }
    }

    /// Opens the next menu of the bar, or the one before.
    fn open_beside(&mut self, ctx: &Context, step: Step) {
        let Some(here) = self.bar_place() else { return };
        let bar = &self.shown_before.bar;
        let count = bar.len();
        let next = if step == Step::In { here + 1 } else { here + count - 1 };
        let Some(button) = bar.get(next % count.max(1)) else { return };
        let menu = popup_of(*button);
        focus(ctx, *button);
        Popup::open_id(ctx, menu);
        self.to_enter = Some(menu);
        self.pointed = None;
        ctx.request_repaint();
    }

    /// The place in the bar of the menu that is open.
    pub(super) fn bar_place(&self) -> Option<usize> {
        let menu = self.open.first()?.id;
        self.shown_before.bar.iter().position(|button| popup_of(*button) == menu)
    }

    /// Gives the keyboard to the first entry of the menu that a step opened, once it has been shown.
    pub(super) fn enter(&mut self, ctx: &Context) {
        let Some(menu) = self.open.first().filter(|menu| Some(menu.id) == self.to_enter) else { return };
        // In its first pass a menu only measures itself.
        if let Some(first) = menu.entries.first() {
            focus(ctx, *first);
            self.to_enter = None;
        }
    }
}

/// The popup of a button.
fn popup_of(button: Id) -> Id {
    button.with("popup")
}

fn focus(ctx: &Context, id: Id) {
    ctx.memory_mut(|memory| {
        memory.request_focus(id);
        memory.move_focus(FocusDirection::None);
    });
}
