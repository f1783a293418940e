//! The tools of the canvas. Must not know how they are chosen.

/// What the hand does on the canvas.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tool {
    /// Selects, moves, pulls faces.
    #[default]
    Select,
    /// Pans.
    Hand,
    /// Draws stages.
    Stage,
    /// Draws touchpoints.
    Touchpoint,
    /// Draws cards.
    Note,
    /// Draws links.
    Link,
}
