//! What the pointer does, in document units. Must not know screens or windows.

use crate::scene::Point;

/// One thing the pointer did.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PointerEvent {
    /// What it did.
    pub phase: Phase,
    /// Where, in document units.
    pub at: Point,
    /// How far the hand may tremble before a click becomes a drag, and how far beside a thing it still hits it: the
    /// document units of 4 to 6 screen points.
    pub slack: f64,
    /// The keys held down.
    pub modifiers: Modifiers,
    /// With `Phase::Release`: 1 for a click, 2 for a double-click. 0 and 1 mean the same.
    pub clicks: u8,
}

/// What the pointer did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The main button went down.
    Press,
    /// The pointer moved, with the button up or down.
    Move,
    /// The main button went up.
    Release,
    /// Esc, or the window lost the pointer: whatever is under way is abandoned.
    Cancel,
}

/// The keys held down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Modifiers {
    /// Adds to the selection.
    pub shift: bool,
    /// Ctrl, on a Mac Cmd.
    pub command: bool,
    /// Means the expected curve where a score is set, and a copy where a thing is carried.
    pub alt: bool,
}
