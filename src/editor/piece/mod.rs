//! Pieces of a map: taking one out of what is selected, and putting one in.
//!
//! Must not know the clipboard nor how a piece is written as text.

mod beside;
mod edits;
mod fit;
mod fresh;
mod joins;
mod look;
mod notes;
mod place;
mod rows;
mod seen;
mod take;

pub(super) use beside::{copy_card, copy_lane, copy_notes, copy_stage, copy_touchpoints};
pub use fit::Made;
pub use place::Pasted;
