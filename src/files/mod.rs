//! Text and bytes become values and back. Must not know where the bytes came from.

pub mod cells;
pub mod mermaid;
pub mod ron;
