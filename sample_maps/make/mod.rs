//! The sample maps as they are made: everything comes from what is written here and a few seeds, through the
//! program's own means. Must not know where the files are put: `make_samples.rs` writes them, a test compares them.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a sample that cannot be made shall not be made")]

mod air_purifier;
mod answers;
mod digital_stages;
mod sketch;
mod survey;
mod workshop_start;

use wayfarer::{files::ron, map::Map};

/// One file of the samples.
pub struct File {
    /// Its name, without a folder.
    pub name: &'static str,
    /// What stands in it.
    pub text: String,
}

impl File {
    fn map(name: &'static str, map: &Map) -> Self {
        Self { name, text: ron::write(map).unwrap() }
    }

    fn text(name: &'static str, text: String) -> Self {
        Self { name, text }
    }
}

/// All sample maps and the survey files they were made from.
pub fn files() -> Vec<File> {
    [air_purifier::files(), digital_stages::files(), workshop_start::files()].into_iter().flatten().collect()
}
