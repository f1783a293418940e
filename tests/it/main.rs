//! The integration tests: one binary, a module for each concern.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a test that meets the unexpected fails"
)]

mod cli;
mod commands;
mod editing;
mod export;
mod field_looks;
mod find;
mod guided_start;
mod images;
mod inspector;
mod keyboard;
mod launcher;
mod low_windows;
mod mermaid;
mod messages;
mod metrics;
mod monkey;
mod note_places;
mod notes;
mod pages;
mod palette;
mod paste_preview;
mod pictures;
mod piece_text;
mod portraits;
mod reading_order;
mod real_program;
mod review;
mod review_panel;
mod roundtrip;
mod samples;
mod saving;
mod scales;
mod scene;
mod starting;
mod structure;
mod survey;
mod templates;
mod tidy;
mod whole_window;
mod window;
mod wizard;
