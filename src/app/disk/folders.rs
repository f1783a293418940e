//! Where the program keeps what is its own: settings, and the state that is not the user's document.
//!
//! Must not create anything.

use super::{Backups, platform};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// The program's own folders; tests give temporary ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folders {
    /// For `settings.ron`.
    pub config: PathBuf,
    /// For recovery files, backups and locks.
    pub state: PathBuf,
    /// For what the user made for later maps: templates.
    pub data: PathBuf,
}

impl Folders {
    /// The folders the system names (XDG on Linux); `None` for a user without a home.
    pub fn of_system() -> Option<Self> {
        let folders = directories::ProjectDirs::from("", "", "wayfarer")?;
        let state = folders.state_dir().unwrap_or_else(|| folders.data_local_dir());
        let data = folders.data_dir().to_owned();
        Some(Self { config: folders.config_dir().to_owned(), state: state.to_owned(), data })
    }

    /// Where the replaced files of saved maps are kept.
    pub fn backups(&self) -> Backups {
        Backups::new(self.state.join("backups"))
    }

    /// Where the user's own templates are kept.
    pub fn templates(&self) -> PathBuf {
        self.data.join("templates")
    }

    pub(super) fn locks(&self) -> PathBuf {
        self.state.join("locks")
    }
}

/// A short key for a path, the same for every way to write it, also before its file is there: 16 hexadecimal digits.
pub(super) fn key_of(path: &Path) -> String {
    let in_folder = || Some(path.parent()?.canonicalize().ok()?.join(path.file_name()?));
    let canonical = path.canonicalize().ok().or_else(in_folder);
    let absolute = canonical.or_else(|| std::path::absolute(path).ok()).unwrap_or_else(|| path.to_owned());
    let hash = Sha256::digest(platform::path_bytes(&absolute));
    hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
