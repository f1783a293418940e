//! A scene becomes a file: SVG, PNG. Data in, data out; nothing is measured here. Must not know the map.

pub mod png;
pub mod svg;

pub use png::ExportError;
