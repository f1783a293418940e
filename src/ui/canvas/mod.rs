//! The canvas: the map under the hand. Must not know files.

pub mod camera;

pub use camera::Camera;

pub use crate::editor::Tool;
