//! Who edits a map: an advisory lock on a side file in the program's own state folder, so that a second window is told.
//!
//! Never on the map itself, whose place is taken by another file at each save. The system frees a lock when its
//! program ends, however it ends. Another user, or another machine, is not seen: there the comparison before each
//! save stands guard.

use super::{Folders, folders::key_of};
use crate::texts::Texts;
use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io::{self, Read as _, Seek as _, Write as _},
    path::Path,
};

/// The right to edit a map, until it is dropped.
#[derive(Debug)]
pub struct MapLock {
    /// Locked as long as it is open.
    _file: File,
}

/// Why a map could not be locked.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// Another window has it.
    #[error("open in another window (process {process})")]
    Held {
        /// The number of its process; empty when it could not be read.
        process: String,
    },
    /// Locks cannot be had here: the map can be edited all the same.
    #[error("no lock: {0}")]
    Unavailable(#[from] io::Error),
}

impl LockError {
    /// What it means for the map at `path`, in one sentence.
    pub fn sentence(&self, path: &Path, texts: Texts) -> String {
        let path = path.display();
        match self {
            Self::Held { process } => texts.disk_in_another_window(path, process),
            Self::Unavailable(error) => texts.disk_no_lock(path, error),
        }
    }
}

impl MapLock {
    /// Takes the lock of the map at `path`.
    ///
    /// # Errors
    ///
    /// When another window has it, or the state folder cannot be written.
    pub fn take(folders: &Folders, path: &Path) -> Result<Self, LockError> {
        let folder = folders.locks();
        fs::create_dir_all(&folder)?;
        let side = folder.join(format!("{}.lock", key_of(path)));
        let mut file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(side)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(LockError::Held { process: holder(&mut file) }),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        file.set_len(0)?;
        file.rewind()?;
        write!(file, "{}", std::process::id())?;
        Ok(Self { _file: file })
    }
}

fn holder(file: &mut File) -> String {
    let mut text = String::new();
    match file.take(32).read_to_string(&mut text) {
        Ok(_) => text.chars().filter(char::is_ascii_digit).collect(),
        Err(_) => String::new(),
    }
}
