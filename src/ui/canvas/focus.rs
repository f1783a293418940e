//! Where the keyboard is: on the canvas or elsewhere, and that focus and selection follow each other.
//!
//! Must not know what keys do.

use super::{Canvas, bars, ground_id, reader};
use crate::{
    editor::{Editor, Place},
    ui::menu_keys,
};
use egui::{Context, Event, FocusDirection, Id, Popup, accesskit::Action};

/// What the canvas knows of the keyboard.
#[derive(Debug, Default)]
pub(super) struct Focus {
    /// Whether the canvas had the keyboard at the end of the last frame.
    place: Keyboard,
    /// The widget of the canvas that had it.
    last: Option<Id>,
    /// What was selected last at the end of the last frame.
    followed: Option<Place>,
    /// Whether the canvas takes the keyboard at the end of this frame.
    claim: Claim,
    hand: LastHand,
}

/// What was used last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum LastHand {
    #[default]
    Pointer,
    Keys,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Keyboard {
    #[default]
    Elsewhere,
    OnCanvas,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Claim {
    /// When nothing else has it: the canvas was just opened.
    #[default]
    IfFree,
    /// No.
    None,
    /// Whoever has it.
    Now,
    /// It is on its way out of the map.
    Leaving,
}

impl Focus {
    /// Takes the keyboard at the end of this frame.
    pub(super) fn claim(&mut self) {
        self.claim = Claim::Now;
    }

    /// Whether keys that every widget knows (arrows, Tab, Enter, Space) are the canvas's.
    pub(super) fn is_here(&self, ctx: &Context) -> bool {
        self.place == Keyboard::OnCanvas || ctx.memory(|memory| memory.focused()).is_none()
    }

    /// Whether the canvas itself had the keyboard, so that Tab is its own too.
    pub(super) fn is_on_canvas(&self) -> bool {
        self.place == Keyboard::OnCanvas
    }

    /// Selects the thing whose node was given the keyboard by Tab or by a screen reader; returns where that is.
    pub(super) fn follow(&mut self, ctx: &Context, nodes: &[(Id, Place)], editor: &mut Editor) -> Option<Place> {
        if ctx.input(|input| input.pointer.any_pressed()) {
            self.hand = LastHand::Pointer;
        }
        let focused = ctx.memory(|memory| memory.focused());
        let node = nodes.iter().find(|(id, _)| Some(*id) == focused && focused != self.last);
        if node.is_some() && self.place == Keyboard::Elsewhere && !is_asked(ctx, focused) {
            // Come to by Shift+Tab from what stands behind the map, which goes to its last node.
            self.place = Keyboard::OnCanvas;
            self.claim = Claim::Now;
            return None;
        }
        if let Some((_, place)) = node {
            editor.go_to(Some(*place));
            self.place = Keyboard::OnCanvas;
            self.last = focused;
        } else if focused.is_some() && focused != self.last {
            let is_ground = focused == Some(ground_id());
            self.place = if is_ground { Keyboard::OnCanvas } else { Keyboard::Elsewhere };
        }
        node.map(|(_, place)| *place)
    }

    /// Keeps egui from moving the keyboard by a key that the canvas answers itself.
    pub(super) fn keep(&mut self, ctx: &Context) {
        ctx.memory_mut(|memory| memory.move_focus(FocusDirection::None));
        self.hand = LastHand::Keys;
        self.claim();
    }

    /// Whether a ring around the whole canvas shows that the keyboard is on it: with nothing selected, and once a key
    /// and not the pointer was used.
    pub(super) fn shows_ring(&self, ctx: &Context, editor: &Editor) -> bool {
        self.hand == LastHand::Keys && editor.place().is_none() && ctx.memory(|memory| memory.has_focus(ground_id()))
    }

    /// Notes that the pointer was used.
    pub(super) fn pointed(&mut self) {
        self.hand = LastHand::Pointer;
        self.claim();
    }

    /// Leaves the keyboard to the field over the map, or to whoever else has it, for this frame.
    pub(super) fn rest(&mut self) {
        self.claim = Claim::None;
    }

    /// Gives the keyboard to the first thing after the map.
    pub(super) fn leave(&mut self, ctx: &Context) {
        ctx.memory_mut(|memory| {
            memory.move_focus(FocusDirection::None);
            memory.request_focus(bars::first_id());
        });
        self.claim = Claim::None;
        self.place = Keyboard::Elsewhere;
    }

    /// Gives the keyboard to what comes before the map: Shift+Tab goes on from the map as a whole.
    pub(super) fn leave_back(&mut self, ctx: &Context) {
        ctx.memory_mut(|memory| memory.request_focus(ground_id()));
        self.claim = Claim::Leaving;
        self.hand = LastHand::Keys;
    }

    /// Gives the keyboard to the node of what is selected, or to the canvas as a whole; at the end of a frame.
    pub(super) fn settle(&mut self, ctx: &Context, nodes: &[(Id, Place)], editor: &Editor) {
        let selected = editor.place();
        let node = selected.map(reader::id_of).filter(|id| nodes.iter().any(|(known, _)| known == id));
        let target = node.unwrap_or_else(ground_id);
        let focused = ctx.memory(|memory| memory.focused());
        let is_ours = |id: Id| id == ground_id() || nodes.iter().any(|(known, _)| *known == id);
        let was_ours =
            self.place == Keyboard::OnCanvas && focused.is_none_or(|id| is_ours(id) || Some(id) == self.last);
        let takes = match self.claim {
            Claim::Now => true,
            Claim::IfFree => focused.is_none(),
            Claim::Leaving => false,
            // By Tab the map as a whole is come to; what is selected has the keyboard then.
            Claim::None if focused == Some(ground_id()) => true,
            Claim::None => (was_ours && selected != self.followed) || (focused.is_none() && !is_covered(ctx)),
        };
        if takes && focused != Some(target) {
            ctx.memory_mut(|memory| memory.request_focus(target));
        }
        let now = ctx.memory(|memory| memory.focused());
        self.place = if now.is_some_and(is_ours) { Keyboard::OnCanvas } else { Keyboard::Elsewhere };
        self.last = now.filter(|_| takes || self.last == now || now == Some(ground_id()));
        self.followed = selected;
        self.claim = Claim::None;
    }
}

impl Canvas {
    /// Takes the keyboard at the end of this frame, to what is selected.
    pub fn take_keyboard(&mut self) {
        self.focus.claim();
    }
}

/// Whether a screen reader asked for the keyboard to go there.
fn is_asked(ctx: &Context, focused: Option<Id>) -> bool {
    let target = focused.map(|id| id.accesskit_id());
    ctx.input(|input| {
        input.events.iter().any(|event| match event {
            Event::AccessKitActionRequest(request) => {
                request.action == Action::Focus && Some(request.target_node) == target
            }
            _ => false,
        })
    })
}

/// Whether a menu or dialog lies over the map, or did until this frame: who had the keyboard before a menu gets it again.
fn is_covered(ctx: &Context) -> bool {
    Popup::is_any_open(ctx) || menu_keys::is_open(ctx) || ctx.memory(|memory| memory.top_modal_layer().is_some())
}
