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

impl Tool {
    /// Every tool, in the order of the tool bar and the menu.
    pub const ALL: [Self; 6] = [Self::Select, Self::Hand, Self::Stage, Self::Touchpoint, Self::Note, Self::Link];
}
