//! The system's file dialogs (rfd), each on a thread of its own so that the window goes on painting.
//!
//! On Linux a dialog that cannot be had and one that was left both answer "nothing"; the time it took tells them apart
//! (measured: 15 ms without portal and zenity). Must not know what a path is used for afterwards.

use super::{
    job_done::JobDone,
    jobs::{JobId, Jobs},
};
use crate::{texts::Texts, ui::path_dialog::PathPurpose};
use std::{
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

/// A dialog that was really shown is not left faster than this: on a machine that is busy with other things, "nothing"
/// was seen to take more than 300 ms.
const NO_DIALOG: Duration = Duration::from_millis(1000);

/// Whether the system has file dialogs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialogs {
    /// Not known to be missing.
    Untried,
    /// It had none once, and will not have any while the program runs.
    Missing,
}

/// What a system's dialog came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked {
    /// This file.
    Path(PathBuf),
    /// The person left the dialog.
    Cancelled,
    /// The system has no dialog; ours takes over.
    Unavailable,
}

/// Asks for a file; the answer comes as [`JobDone::Picked`].
pub fn start(jobs: &mut Jobs, purpose: PathPurpose, folder: Option<PathBuf>, name: String, texts: Texts) -> JobId {
    jobs.start("", move |_| {
        let begun = Instant::now();
        let picked = match ask(purpose, folder.as_deref(), &name, texts) {
            Some(path) => Picked::Path(path),
            None if begun.elapsed() < NO_DIALOG => Picked::Unavailable,
            None => Picked::Cancelled,
        };
        JobDone::Picked(purpose, picked)
    })
}

fn ask(purpose: PathPurpose, folder: Option<&Path>, name: &str, texts: Texts) -> Option<PathBuf> {
    let title = match purpose {
        PathPurpose::OpenMap => texts.path_title_open().to_owned(),
        PathPurpose::OpenSurvey => texts.path_title_survey().to_owned(),
        PathPurpose::Import => texts.path_title_import().to_owned(),
        PathPurpose::SaveMap => texts.path_title_save().to_owned(),
        PathPurpose::ExportSvg => texts.path_title_export("SVG"),
        PathPurpose::ExportPng => texts.path_title_export("PNG"),
    };
    let kinds = purpose.endings();
    let mut dialog = rfd::FileDialog::new().set_title(title).add_filter(kinds.join(", "), kinds);
    if let Some(folder) = folder {
        dialog = dialog.set_directory(folder);
    }
    if purpose.writes() { dialog.set_file_name(name).save_file() } else { dialog.pick_file() }
}

/// The ending a file for `purpose` gets where the person typed none.
pub fn with_ending(path: PathBuf, purpose: PathPurpose) -> PathBuf {
    let Some(ending) = purpose.endings().first().filter(|_| purpose.writes()) else { return path };
    let has_ending = path.extension().is_some_and(|known| known.eq_ignore_ascii_case(ending));
    if has_ending {
        return path;
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(ending);
    path.with_file_name(name)
}

/// A typed path as the system means it: `~` is the home folder, and a path without a folder starts there too.
pub fn typed_path(text: &str) -> PathBuf {
    let home = directories::UserDirs::new().map(|dirs| dirs.home_dir().to_owned());
    let rest = text.strip_prefix("~/").or((text == "~").then_some(""));
    match (rest, home) {
        (Some(rest), Some(home)) => home.join(rest),
        (None, Some(home)) if Path::new(text).is_relative() => home.join(text),
        _ => PathBuf::from(text),
    }
}

/// The names in a folder, folders with a separator at the end; the answer comes as [`JobDone::FolderListed`].
pub fn list_folder(jobs: &mut Jobs, folder: String, texts: Texts) {
    jobs.start("", move |_| {
        let path = typed_path(if folder.is_empty() { "~" } else { &folder });
        let entries = read_names(&path).map_err(|_| texts.path_no_folder().to_owned());
        JobDone::FolderListed { folder, entries }
    });
}

fn read_names(folder: &Path) -> std::io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let mut name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            name.push(std::path::MAIN_SEPARATOR);
        }
        names.push(name);
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ending_is_added_where_it_is_missing() {
        let saved = |path: &str| with_ending(PathBuf::from(path), PathPurpose::SaveMap);
        assert_eq!(saved("/a/map"), Path::new("/a/map.ron"));
        assert_eq!(saved("/a/map.RON"), Path::new("/a/map.RON"));
        assert_eq!(saved("/a/v1.2"), Path::new("/a/v1.2.ron"));
        assert_eq!(with_ending(PathBuf::from("/a/b.svg"), PathPurpose::ExportPng), Path::new("/a/b.svg.png"));
    }
}
