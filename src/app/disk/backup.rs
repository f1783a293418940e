//! The last few replaced versions of each saved map, in the program's own state folder, so that users' folders stay
//! clean: `backups/NAME-KEY/0007.ron`, the highest number being the newest.
//!
//! Must not touch the map itself.

use super::{folders::key_of, temp};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// How many replaced versions are kept of one map.
const KEPT: usize = 5;
/// Characters of the map's own name in the folder's name; the key makes it unique.
const NAME_CHARACTERS: usize = 40;

/// The folder with the backups of all maps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backups {
    folder: PathBuf,
}

impl Backups {
    /// Backups in `folder`, which need not exist yet.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Keeps `bytes`, which `path` held, and forgets what is older than the last five.
    ///
    /// # Errors
    ///
    /// What the system says; the older backups are still there then.
    pub(super) fn keep(&self, path: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
        let folder = self.folder_of(path);
        fs::create_dir_all(&folder)?;
        let mut numbers = numbers_in(&folder)?;
        let next = numbers.last().map_or(1, |last| last.saturating_add(1));
        let target = file_in(&folder, next);
        temp::write_private(&target, bytes)?;
        numbers.push(next);
        for old in numbers.iter().rev().skip(KEPT) {
            fs::remove_file(file_in(&folder, *old))?;
        }
        Ok(target)
    }

    /// The kept versions of the map at `path`, the newest first.
    ///
    /// # Errors
    ///
    /// What the system says of the folder; a map without backups is no error.
    pub fn of(&self, path: &Path) -> io::Result<Vec<PathBuf>> {
        let folder = self.folder_of(path);
        match numbers_in(&folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            found => Ok(found?.into_iter().rev().map(|number| file_in(&folder, number)).collect()),
        }
    }

    fn folder_of(&self, path: &Path) -> PathBuf {
        let name: String =
            path.file_stem().unwrap_or_default().to_string_lossy().chars().take(NAME_CHARACTERS).collect();
        self.folder.join(format!("{name}-{}", key_of(path)))
    }
}

fn file_in(folder: &Path, number: u32) -> PathBuf {
    folder.join(format!("{number:04}.ron"))
}

/// The numbers of the kept versions, the oldest first; other files are left alone.
fn numbers_in(folder: &Path) -> io::Result<Vec<u32>> {
    let mut numbers = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        numbers.extend(name.and_then(|name| name.strip_suffix(".ron")?.parse::<u32>().ok()));
    }
    numbers.sort_unstable();
    Ok(numbers)
}
