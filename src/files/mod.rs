//! Text and bytes to values and back. Must not know where the bytes came from.

pub mod image;
pub mod ron;
