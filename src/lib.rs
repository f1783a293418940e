//! Wayfarer: a desktop editor for customer-journey maps. This page is the architecture in one screen.
//!
//! ```text
//! map     <-  survey  <-  scene  <-  export
//! map, survey         <-  review
//! map, survey, review <-  files
//! map, survey, review, scene  <-  editor  <-  ui  <-  app, cli  <-  main
//! ```
//!
//! An arrow points from the importer to what it may import; `texts` (the interface's words in both languages) may be
//! imported by every layer but `map`. `app` and `cli` may import everything. A test in `tests/it/tidy.rs` holds this.

pub mod app;
pub mod cli;
pub mod editor;
pub mod export;
pub mod files;
pub mod map;
pub mod review;
pub mod scene;
pub mod survey;
pub mod texts;
pub mod ui;
