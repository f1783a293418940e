//! The parts of the window and the keyboard's way between them: from part to part by one key, whatever is in them, and
//! back to where it was once a dialog is left.
//!
//! Must not know what a part holds.

use super::{Command, canvas::Canvas, menu_keys};
use crate::texts::Texts;
use egui::{Context, FocusDirection, Id, Popup, Rect, Sense, Ui};

/// A part of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The map, or the page that lies over it.
    Middle,
    /// The panel on the right.
    Inspector,
    /// The panel below.
    Review,
    /// The bar at the top.
    Menus,
    /// What is said under it.
    Messages,
}

impl Part {
    /// Every part, in the order in which a key goes through them.
    const ALL: [Self; 5] = [Self::Middle, Self::Inspector, Self::Review, Self::Menus, Self::Messages];

    fn name(self, texts: Texts) -> &'static str {
        match self {
            Self::Middle => texts.part_middle(),
            Self::Inspector => texts.command_inspector(),
            Self::Review => texts.command_review(),
            Self::Menus => texts.part_menus(),
            Self::Messages => texts.part_messages(),
        }
    }
}

/// Which way a key goes through the parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Next,
    Previous,
}

/// What the window knows of its parts.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// Where the parts of this frame stand, as far as they were shown.
    places: Vec<(Part, Rect)>,
    /// The part that gets the keyboard in this frame.
    wanted: Option<Part>,
    before: Before,
    page: Page,
}

/// Whether a page lies over the map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Page {
    #[default]
    None,
    Shown,
}

/// What had the keyboard before a dialog came.
#[derive(Debug, Default)]
enum Before {
    /// There is no dialog; in the last frame this had it.
    #[default]
    Nothing,
    Widget(Option<Id>),
    /// A dialog is open that took it from this.
    Dialog(Option<Id>),
}

impl Parts {
    /// Notes in a new frame whether a dialog stands before everything else: what had the keyboard gets it back when
    /// the dialog is left.
    pub(super) fn follow_dialog(&mut self, ctx: &Context, is_stopped: bool) {
        let focused = ctx.memory(egui::Memory::focused);
        self.before = match (std::mem::take(&mut self.before), is_stopped) {
            (Before::Nothing, false) => Before::Widget(focused),
            (Before::Widget(id), false) => {
                // An entry of a menu goes with its menu.
                let stays = focused.filter(|focused| !menu_keys::is_entry(ctx, *focused));
                Before::Widget(stays.or(id.filter(|_| Popup::is_any_open(ctx))))
            }
            (Before::Nothing, true) => Before::Dialog(None),
            (Before::Widget(id) | Before::Dialog(id), true) => Before::Dialog(id),
            // egui lets nothing behind a dialog have the keyboard before the frame after it. What asked for it already and
            // was never shown before is what the dialog's choice has made.
            (Before::Dialog(id), false) if ctx.memory(|memory| memory.top_modal_layer().is_some()) => {
                ctx.request_repaint();
                Before::Dialog(focused.filter(|focused| ctx.read_response(*focused).is_none()).or(id))
            }
            (Before::Dialog(id), false) => {
                let is_taken = focused.is_some_and(|focused| ctx.read_response(focused).is_some());
                if let Some(id) = id.filter(|_| !is_taken) {
                    ctx.memory_mut(|memory| memory.request_focus(id));
                }
                Before::Widget(id)
            }
        };
    }

    /// Notes in a new frame whether a page lies over the map: one that comes takes the keyboard.
    pub(super) fn follow_page(&mut self, has_page: bool) {
        let page = if has_page { Page::Shown } else { Page::None };
        if page == Page::Shown && self.page == Page::None {
            self.wanted = Some(Part::Middle);
        }
        self.page = page;
    }

    /// Takes the commands that go from part to part; the part gets the keyboard in the next frame.
    pub(super) fn take(&mut self, ctx: &Context, commands: &mut Vec<Command>) {
        let mut way = None;
        commands.retain(|command| {
            let is_ours = if *command == Command::NextPart {
                Some(Way::Next)
            } else {
                (*command == Command::PreviousPart).then_some(Way::Previous)
            };
            way = is_ours.or(way);
            is_ours.is_none()
        });
        if let Some(way) = way {
            self.wanted = self.beside(ctx, way);
            ctx.request_repaint();
        }
    }

    /// The part beside the one that has the keyboard.
    fn beside(&self, ctx: &Context, way: Way) -> Option<Part> {
        let shown: Vec<Part> =
            Part::ALL.into_iter().filter(|part| self.places.iter().any(|(place, _)| place == part)).collect();
        let here = shown.iter().position(|part| Some(*part) == self.part_with_keyboard(ctx)).unwrap_or(0);
        let count = shown.len().max(1);
        let next = match way {
            Way::Next => here + 1,
            Way::Previous => here + count - 1,
        };
        shown.get(next % count).copied()
    }

    fn part_with_keyboard(&self, ctx: &Context) -> Option<Part> {
        let focused = ctx.memory(egui::Memory::focused)?;
        let at = ctx.read_response(focused)?.rect.center();
        // Messages come last and may lie over the map.
        self.places.iter().rev().find(|(_, rect)| rect.contains(at)).map(|(part, _)| *part)
    }

    /// Forgets where the parts stood in the last frame.
    pub(super) fn begin_frame(&mut self) {
        self.places.clear();
    }

    /// Begins a part in its own `ui`: names it for a screen reader and, where it was asked for, gives the keyboard to
    /// the first widget that comes.
    pub(super) fn begin(&mut self, ui: &Ui, part: Part, texts: Texts) {
        self.note(ui, part, texts);
        if self.wanted == Some(part) {
            self.wanted = None;
            let start = Id::unique("start of a part");
            ui.memory_mut(|memory| {
                memory.request_focus(start);
                memory.move_focus(FocusDirection::Next);
            });
            // Something to go on from: the next widget that wants the keyboard takes it.
            ui.interact(
                Rect::from_min_size(ui.max_rect().min, egui::Vec2::ZERO),
                start,
                Sense::focusable_noninteractive(),
            );
        }
    }

    /// Begins the map, which knows itself where on it the keyboard was.
    pub(super) fn begin_map(&mut self, ui: &Ui, canvas: &mut Canvas, texts: Texts) {
        self.note(ui, Part::Middle, texts);
        if self.wanted == Some(Part::Middle) {
            self.wanted = None;
            canvas.take_keyboard();
        }
    }

    fn note(&mut self, ui: &Ui, part: Part, texts: Texts) {
        self.places.push((part, ui.max_rect()));
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_label(part.name(texts)));
    }
}
