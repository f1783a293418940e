//! The launcher: one line in which everything is found by name — commands, touchpoints, stages, cards, maps.
//!
//! It opens at once whatever the map's size: things are read and compared a part in each frame, and the list grows
//! while it is looked at. Must not carry out what was chosen.

mod index;
mod row;

pub use index::OpenableMap;

use super::{Command, Look, chrome, fuzzy::Fuzzy, theme};
use crate::{
    editor::Editor,
    map::{Map, Thing},
    scene::{FontWeight, Role},
};
use egui::{Align2, Id, Key, Margin, Modal, RichText, ScrollArea, TextEdit, Ui, Vec2, pos2, vec2};
use index::{Index, Target};
use std::sync::Arc;

/// Things read, and texts compared, in a frame: about two milliseconds of work.
const READ_AT_ONCE: usize = 4_000;
const COMPARED_AT_ONCE: usize = 20_000;
/// How much what can be done now is before what cannot: after what fits as well, and before what fits only with slips.
const CAN: u32 = 350;
/// Things listed at the most; typing narrows them.
const LISTED: usize = 200;
/// Width of the list, and how far it stands from the top of the window.
const WIDTH: f32 = 620.0;
const TOP: f32 = 72.0;
/// Room that a narrow window keeps around it.
const AROUND: f32 = 40.0;
/// Rows that Page up and Page down go.
const PAGE: isize = 10;
/// How high the list may grow.
const LIST_HEIGHT: f32 = 12.0 * row::HEIGHT;

/// The open launcher.
pub struct Launcher {
    typed: String,
    index: Index,
    fuzzy: Fuzzy,
    /// How many entries have been compared with what was typed.
    compared: usize,
    /// The best so far, the best first: score and place of the entry.
    found: Vec<(u32, usize)>,
    selected: usize,
    follow: Follow,
}

/// Whether the list has to scroll to the selected row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Follow {
    No,
    Selected,
}

/// What the person did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// Nothing yet.
    Open,
    /// Left it.
    Nothing,
    /// A command, of the table or of a map to open.
    Command(Command),
    /// A thing of the open map.
    Thing(Thing),
}

impl Launcher {
    /// Over `maps` that can be opened and the open map, if any.
    pub fn new(maps: Vec<OpenableMap>, map: Option<Arc<Map>>, look: Look) -> Self {
        let index = Index::new(maps, map, look.texts);
        let fuzzy = Fuzzy::new("");
        let (typed, found) = (String::new(), Vec::new());
        Self { typed, index, fuzzy, compared: 0, found, selected: 0, follow: Follow::No }
    }

    /// Types a text in place of the one that stands there.
    pub fn type_text(&mut self, text: impl Into<String>) {
        self.typed = text.into();
        self.begin();
    }

    fn begin(&mut self) {
        self.fuzzy = Fuzzy::new(&self.typed);
        self.found.clear();
        (self.compared, self.selected, self.follow) = (0, 0, Follow::Selected);
    }

    /// Reads and compares on, as much as a frame has time for; whether more is to come.
    pub fn work(&mut self, editor: Option<&Editor>) -> bool {
        let reads_on = self.index.read_on(READ_AT_ONCE);
        let end = self.index.entries.len().min(self.compared + COMPARED_AT_ONCE);
        for at in self.compared..end {
            self.compare(at, editor);
        }
        if end > self.compared {
            self.compared = end;
            self.rank();
        }
        reads_on || self.compared < self.index.entries.len()
    }

    fn compare(&mut self, at: usize, editor: Option<&Editor>) {
        let Some(entry) = self.index.entries.get(at) else { return };
        let is_listed = !self.fuzzy.is_empty() || (entry.handicap == 0 && entry.target.is_of_window());
        if !is_listed {
            return;
        }
        if let Some(score) = self.fuzzy.score(&entry.candidate) {
            let can = if can_be_done(&self.index, entry.target, editor) { CAN } else { 0 };
            let score = (score + entry.target.bonus()).saturating_sub(entry.handicap) + can;
            self.found.push((score, at));
        }
    }

    /// Sorts what was found, each thing once.
    fn rank(&mut self) {
        self.found.sort_unstable_by_key(|(score, at)| (std::cmp::Reverse(*score), *at));
        let mut kept: Vec<(u32, usize)> = Vec::with_capacity(LISTED);
        let target = |at: usize| self.index.entries.get(at).map(|entry| entry.target);
        for (score, at) in &self.found {
            if kept.len() < LISTED && !kept.iter().any(|(_, other)| target(*other) == target(*at)) {
                kept.push((*score, *at));
            }
        }
        self.found = kept;
    }

    fn target(&self, row: usize) -> Option<Target> {
        self.found.get(row).and_then(|(_, at)| self.index.entries.get(*at)).map(|entry| entry.target)
    }

    /// The names of what is listed, the best first.
    pub fn names(&self, editor: Option<&Editor>, look: Look) -> Vec<String> {
        let rows = (0..self.found.len()).filter_map(|row| self.target(row));
        rows.map(|target| row::words(&self.index, target, (editor, look)).name).collect()
    }

    fn chosen(&self, row: usize, editor: Option<&Editor>) -> Chosen {
        let Some(target) = self.target(row).filter(|target| can_be_done(&self.index, *target, editor)) else {
            return Chosen::Open;
        };
        let command = command_of(&self.index, target).map(Chosen::Command);
        command.or_else(|| self.index.thing(target).map(Chosen::Thing)).unwrap_or(Chosen::Open)
    }

    fn step(&mut self, by: isize) {
        let last = self.found.len().saturating_sub(1);
        self.selected = match by {
            1 if self.selected == last => 0,
            -1 if self.selected == 0 => last,
            by => self.selected.saturating_add_signed(by).min(last),
        };
        self.follow = Follow::Selected;
    }
}

impl Target {
    /// Whether it is of the window and not of the map.
    fn is_of_window(self) -> bool {
        match self {
            Self::Command(_) | Self::Map(_) => true,
            Self::Stage(_) | Self::Touchpoint(..) | Self::Card(_) => false,
        }
    }
}

fn command_of(index: &Index, target: Target) -> Option<Command> {
    match target {
        Target::Command(at) => index.commands.get(at).copied(),
        Target::Map(at) => index.maps.get(at).map(|map| map.command),
        Target::Stage(_) | Target::Touchpoint(..) | Target::Card(_) => None,
    }
}

fn can_be_done(index: &Index, target: Target, editor: Option<&Editor>) -> bool {
    command_of(index, target).is_none_or(|command| command.is_enabled(editor))
}

/// Shows the launcher over everything else.
pub fn launcher_ui(ctx: &egui::Context, launcher: &mut Launcher, editor: Option<&Editor>, look: Look) -> Chosen {
    let pressed = take_keys(ctx);
    let id = Id::unique("launcher");
    let area = Modal::default_area(id).anchor(Align2::CENTER_TOP, vec2(0.0, TOP));
    let mut chosen = Chosen::Open;
    let modal = chrome::modal(ctx, "launcher").area(area).show(ctx, |ui| {
        let room = ui.ctx().content_rect().size() - vec2(2.0 * AROUND, TOP + AROUND);
        ui.set_width(WIDTH.min(room.x));
        line_ui(ui, launcher, look);
        if launcher.work(editor) {
            ui.ctx().request_repaint();
        }
        pressed.steps.iter().for_each(|by| launcher.step(*by));
        if pressed.enter {
            chosen = launcher.chosen(launcher.selected, editor);
        }
        if let Some(row) = list_ui(ui, launcher, (editor, look), LIST_HEIGHT.min(room.y - 120.0)) {
            chosen = launcher.chosen(row, editor);
        }
    });
    if modal.should_close() || pressed.leave { Chosen::Nothing } else { chosen }
}

/// The keys of the list, which the text field does not get.
#[derive(Default)]
struct Pressed {
    steps: Vec<isize>,
    enter: bool,
    leave: bool,
}

fn take_keys(ctx: &egui::Context) -> Pressed {
    let mut pressed = Pressed::default();
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let Some(key) = super::command::Pressed::of_event(event) else { return true };
            let is_own = |keys: &super::command::Keys| key.presses(keys.shortcut);
            if Command::Launcher.keys().iter().any(is_own) {
                pressed.leave = true;
                return false;
            }
            match key.key {
                Key::ArrowDown => pressed.steps.push(1),
                Key::ArrowUp => pressed.steps.push(-1),
                Key::PageDown => pressed.steps.push(PAGE),
                Key::PageUp => pressed.steps.push(-PAGE),
                Key::Enter => pressed.enter = true,
                _ => return true,
            }
            false
        });
    });
    pressed
}

fn line_ui(ui: &mut Ui, launcher: &mut Launcher, look: Look) {
    let texts = look.texts;
    let font = theme::font(FontWeight::Regular, 15.0);
    let hint = RichText::new(texts.launcher_hint()).color(theme::color(look.palette, Role::Faint)).font(font.clone());
    // Asked for before it is shown, so that what is typed in this frame is its own.
    let id = Id::unique("launcher line");
    // Asking again would interrupt the word that an input method composes.
    if !ui.memory(|memory| memory.has_focus(id)) {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    let field = TextEdit::singleline(&mut launcher.typed)
        .id(id)
        .font(font)
        .hint_text(hint)
        .margin(Margin::symmetric(10, 7))
        .desired_width(f32::INFINITY);
    let field = ui.add(field).accessible_name(texts.launcher_name());
    if field.changed() {
        launcher.begin();
    }
    ui.ctx().accesskit_node_builder(field.id, |node| {
        if launcher.selected < launcher.found.len() {
            node.set_active_descendant(row::id_of(launcher.selected).accesskit_id());
        }
    });
    ui.add_space(8.0);
}

/// Shows the list; the row that was clicked.
fn list_ui(
    ui: &mut Ui,
    launcher: &mut Launcher,
    (editor, look): (Option<&Editor>, Look),
    height: f32,
) -> Option<usize> {
    if launcher.found.is_empty() {
        let is_done = launcher.compared >= launcher.index.entries.len();
        let words = if is_done { look.texts.launcher_nothing(launcher.typed.trim()) } else { String::new() };
        ui.label(RichText::new(words).color(theme::color(look.palette, Role::Soft)));
        return None;
    }
    let follow = std::mem::replace(&mut launcher.follow, Follow::No);
    let mut clicked = None;
    // The dialog keeps the height of a shorter list unless the longer one insists.
    let height = height.min(launcher.found.len() as f32 * row::HEIGHT);
    let area = ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, true]);
    area.show_viewport(ui, |ui, view| {
        let count = launcher.found.len();
        ui.set_height(count as f32 * row::HEIGHT);
        let top = ui.max_rect().top();
        let place = |at: usize| {
            let from = pos2(ui.max_rect().left(), top + at as f32 * row::HEIGHT);
            egui::Rect::from_min_size(from, vec2(ui.max_rect().width(), row::HEIGHT))
        };
        if follow == Follow::Selected {
            ui.scroll_to_rect_animation(place(launcher.selected), None, egui::style::ScrollAnimation::none());
        }
        for at in 0..count {
            let rect = place(at);
            if rect.bottom() - top < view.top() || rect.top() - top > view.bottom() {
                continue;
            }
            let Some(target) = launcher.target(at) else { continue };
            let state = row::State {
                at,
                is_selected: at == launcher.selected,
                can_be_done: can_be_done(&launcher.index, target, editor),
            };
            let words = row::words(&launcher.index, target, (editor, look));
            let response = row::row_ui(ui, rect, (&words, state), &mut launcher.fuzzy, look);
            if response.hovered() && ui.input(|input| input.pointer.delta() != Vec2::ZERO) {
                launcher.selected = at;
            }
            if response.clicked() {
                clicked = Some(at);
            }
        }
    });
    clicked
}
