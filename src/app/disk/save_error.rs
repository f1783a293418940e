//! Why a file could not be saved, in which state it is now, and the sentence for it.

use super::Fingerprint;
use crate::texts::Texts;
use std::{
    io,
    path::{Path, PathBuf},
};

/// A save that did not do what was asked.
#[derive(Debug, thiserror::Error)]
#[error("{}: {why}", path.display())]
pub struct SaveError {
    /// Which file, as the user named it.
    pub path: PathBuf,
    /// What kept it from being saved.
    pub why: Unsavable,
}

/// What keeps a file from being saved. Unless said otherwise the old file is as it was, byte for byte.
#[derive(Debug, thiserror::Error)]
pub enum Unsavable {
    /// Somebody else changed the file since it was read.
    #[error("changed on disk")]
    ChangedOnDisk,
    /// A file is there where none was expected.
    #[error("exists already")]
    AlreadyThere,
    /// The folder is missing.
    #[error("no such folder")]
    NoFolder,
    /// The path is a folder, a pipe or a device.
    #[error("not a regular file")]
    NotAFile,
    /// The user may not write it there; another place may do.
    #[error("not permitted: {0}")]
    Forbidden(#[source] io::Error),
    /// No space is left; another place may do.
    #[error("disk full: {0}")]
    DiskFull(#[source] io::Error),
    /// The file can only be written in place, and no backup could be made first.
    #[error("no backup: {0}")]
    NoBackup(#[source] io::Error),
    /// Writing in place failed, and so did putting the old content back: it is in the backup.
    #[error("damaged while writing: {source}")]
    Damaged {
        /// What failed.
        source: io::Error,
        /// Where the old content is.
        backup: PathBuf,
    },
    /// The new file is there, but the disk did not confirm that it would outlast a power cut.
    #[error("not confirmed by the disk: {source}")]
    Unconfirmed {
        /// What the disk said.
        source: io::Error,
        /// What the file looks like now.
        fingerprint: Fingerprint,
    },
    /// Anything else the system says.
    #[error("{0}")]
    Io(#[source] io::Error),
}

impl SaveError {
    pub(super) fn new(path: &Path, why: Unsavable) -> Self {
        Self { path: path.to_owned(), why }
    }

    /// A failure before anything was written.
    pub fn of_io(path: &Path, error: io::Error) -> Self {
        Self::new(path, Unsavable::of(error))
    }

    /// The whole reason in one sentence, with the path.
    pub fn sentence(&self, texts: Texts) -> String {
        let path = self.path.display();
        match &self.why {
            Unsavable::ChangedOnDisk => texts.disk_changed(path),
            Unsavable::AlreadyThere => texts.disk_already_there(path),
            Unsavable::NoFolder => texts.disk_no_folder(path),
            Unsavable::NotAFile => texts.disk_not_writable_kind(path),
            Unsavable::Forbidden(error) => texts.disk_write_forbidden(path, error),
            Unsavable::DiskFull(_) => texts.disk_full(path),
            Unsavable::NoBackup(error) => texts.disk_no_backup(path, error),
            Unsavable::Damaged { source, backup } => texts.disk_damaged(path, source, backup.display()),
            Unsavable::Unconfirmed { source, .. } => texts.disk_unconfirmed(path, source),
            Unsavable::Io(error) => texts.disk_unwritable(path, error),
        }
    }
}

impl Unsavable {
    pub(super) fn of(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::Forbidden(error),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
                Self::DiskFull(error)
            }
            io::ErrorKind::IsADirectory => Self::NotAFile,
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::NoFolder,
            _ => Self::Io(error),
        }
    }
}
