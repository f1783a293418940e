//! The canvas: the map under the hand. Must not know files.

pub mod camera;
pub mod paint;

pub use camera::Camera;
pub use paint::{Detail, paint_scene};

pub use crate::editor::Tool;
