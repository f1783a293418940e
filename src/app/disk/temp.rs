//! Temporary files beside their targets: created exclusively, under a short name, locked while they are written so
//! that no other program of ours takes them for leftovers.
//!
//! A temporary file that is dropped is removed. Must not touch the target before the rename.

use super::platform;
use std::{
    fs::TryLockError,
    io::{self, Write as _},
    path::Path,
};
use tempfile::{Builder, NamedTempFile};

/// How the names of our temporary files begin. Short: a target's own name may be as long as a name can be.
pub(super) const PREFIX: &str = ".wayfarer-";
/// How they end.
pub(super) const SUFFIX: &str = ".tmp";
/// How often a new one is made when somebody's cleaning took it in the moment before it was locked.
const ATTEMPTS: usize = 3;

/// Whose rights a temporary file gets.
#[derive(Clone, Copy)]
pub(super) enum Rights {
    /// Those of a new document: the system's usual ones.
    Usual,
    /// Only the user's own; also until it is given those of the file it replaces.
    Private,
}

/// A new, empty, locked temporary file in `folder`.
pub(super) fn create(folder: &Path, rights: Rights) -> io::Result<NamedTempFile> {
    let mut last = io::Error::from(io::ErrorKind::NotFound);
    for _ in 0..ATTEMPTS {
        let temp = create_once(folder, rights)?;
        match temp.as_file().try_lock() {
            // A file system without locks: no cleaning can lock it either.
            Ok(()) | Err(TryLockError::Error(_)) => {}
            Err(TryLockError::WouldBlock) => continue,
        }
        match temp.path().symlink_metadata() {
            Ok(_) => return Ok(temp),
            Err(error) => last = error,
        }
    }
    Err(last)
}

fn create_once(folder: &Path, rights: Rights) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX).rand_bytes(8);
    let usual = platform::usual_permissions();
    match (rights, usual) {
        (Rights::Usual, Some(usual)) => builder.permissions(usual).tempfile_in(folder),
        (Rights::Usual | Rights::Private, _) => builder.tempfile_in(folder),
    }
}

/// Writes all of `bytes` and waits until they are on the disk.
pub(super) fn fill(temp: &NamedTempFile, bytes: &[u8]) -> io::Result<()> {
    temp.as_file().write_all(bytes)?;
    temp.as_file().sync_all()
}

/// Puts `bytes` at `path`, whole or not at all, readable by the user alone. For the program's own files.
///
/// # Errors
///
/// What the system says; what was there before is still there then.
pub fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let temp = create(folder, Rights::Private)?;
    fill(&temp, bytes)?;
    temp.persist(path).map_err(|error| error.error)?;
    platform::sync_folder(folder)
}
