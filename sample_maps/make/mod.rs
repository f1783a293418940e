//! The sample maps and the templates as they are made: everything comes from what is written here and a few seeds, through the
//! program's own means. Must not know where the files are put: `make_samples.rs` writes them, a test compares them.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a sample that cannot be made shall not be made")]

mod air_purifier;
mod answers;
mod digital_stages;
mod sketch;
mod survey;
mod templates;
mod workshop_start;

use wayfarer::{files::ron, map::Map};

/// One file of the samples or templates.
pub struct File {
    /// Where it lies, from the root of the repository.
    pub folder: &'static str,
    /// Its name, without a folder.
    pub name: String,
    /// What stands in it.
    pub text: String,
}

impl File {
    fn map(name: &str, map: &Map) -> Self {
        Self::text(name, ron::write(map).unwrap())
    }

    fn text(name: &str, text: String) -> Self {
        Self { folder: "sample_maps", name: name.to_owned(), text }
    }

    fn template(name: String, map: &Map) -> Self {
        Self { folder: "assets/templates", name, text: ron::write(map).unwrap() }
    }
}

/// All sample maps, the survey files they were made from, and the templates.
pub fn files() -> Vec<File> {
    let all = [air_purifier::files(), digital_stages::files(), workshop_start::files(), templates::files()];
    all.into_iter().flatten().collect()
}
