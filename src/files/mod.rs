//! Text and bytes to values and back. Must not know where the bytes came from.

pub mod cells;
pub mod image;
pub mod mermaid;
pub mod ron;
