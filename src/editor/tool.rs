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
    /// Draws feelings over the columns it sweeps.
    Pencil,
}

/// How long a tool stays in the hand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stay {
    /// For one use; then the hand selects again.
    #[default]
    Once,
    /// Until it is put away or another one is taken.
    Kept,
}

impl Tool {
    /// Every tool, in the order of the tool bar and the menu.
    pub const ALL: [Self; 7] =
        [Self::Select, Self::Hand, Self::Stage, Self::Touchpoint, Self::Note, Self::Link, Self::Pencil];

    /// Whether it is used up by making something, so that keeping it means something.
    pub fn falls_back(self) -> bool {
        match self {
            Self::Select | Self::Hand => false,
            Self::Stage | Self::Touchpoint | Self::Note | Self::Link | Self::Pencil => true,
        }
    }
}
