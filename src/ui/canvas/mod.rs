//! The canvas: the map under the hand. Must not know files.

pub mod camera;

pub use camera::Camera;

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
