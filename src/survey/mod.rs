//! Answers become numbers. Must not know the screen.

pub mod metric;
mod tally;
