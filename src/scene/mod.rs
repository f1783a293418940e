//! Layout: a map becomes a [`Scene`], a picture in document units, already measured and wrapped, that the canvas
//! paints and every exporter writes. Selection, hover, handles and carets are not in it.
//!
//! This layer must not know selection, zoom, egui widgets or files. Document units are 1/100 of nothing: at 100 %
//! one unit is one point on the screen. y points down.

pub mod palette;
pub mod shape;
pub mod view;

pub use palette::{Palette, Role};
pub use shape::{Block, Cap, Color, FontWeight, Shape, Spot, Stroke, Target, Text, TextRow};
pub use view::{CurveChoice, PersonaChoice, View};

pub use kurbo::{BezPath, Point, Rect, Size, Vec2};
