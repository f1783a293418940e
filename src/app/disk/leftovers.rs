//! Cleans away temporary files of ours that a killed program left beside a map.
//!
//! Must not remove one that is being written: those are locked.

use super::temp::{PREFIX, SUFFIX};
use std::{
    fs::{self, File},
    path::{Path, PathBuf},
};

/// Removes our leftover temporary files beside the map at `path`, and returns them. One that cannot be removed, or a
/// folder that cannot be listed, stays as it is: it harms nobody.
pub fn clean_leftovers(path: &Path) -> Vec<PathBuf> {
    let target = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let names = entries.flatten().filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
    names.map(|entry| entry.path()).filter(|path| is_ours(path) && remove_unlocked(path)).collect()
}

fn is_ours(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    name.is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX))
}

fn remove_unlocked(path: &Path) -> bool {
    File::open(path).is_ok_and(|file| file.try_lock().is_ok() && fs::remove_file(path).is_ok())
}
