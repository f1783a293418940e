//! Replaces a file so that at every moment, whatever fails, either the old or the new content is there whole.
//!
//! Temporary file in the same folder, owner, mode and attributes of the old file, fsync, backup of the old content, rename, fsync
//! of the folder. A file that cannot be renamed over (a read-only folder, a mount point, a second hard link, another
//! owner) is written in place, after its content was kept as a backup. A failed fsync is never tried again. Must not
//! know what the bytes mean; the caller has read them back already.

use super::{
    Backups, Fingerprint, SaveError, Unsavable, leftovers, platform,
    temp::{self, Rights},
};
use std::{
    fs::{self, File, Metadata, OpenOptions},
    io::{self, Read as _, Seek as _, Write as _},
    path::{Path, PathBuf},
};
use tempfile::NamedTempFile;

/// Links are followed this far, as Linux does.
const MAX_LINKS: usize = 40;

/// What the caller believes to be at the path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Nothing; a file that is there is not touched.
    Absent,
    /// What was read or written last; a file that somebody changed since is not touched. One that was removed is
    /// written again.
    Same(Fingerprint),
    /// Whatever it is, the user wants it replaced.
    Anything,
}

/// A save that was done.
#[derive(Debug)]
pub struct Saved {
    /// What the file looks like now.
    pub fingerprint: Fingerprint,
    /// How it was written.
    pub way: Way,
    /// What became of the old content.
    pub backup: BackupOutcome,
}

/// How a file was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// By renaming a complete file over it.
    Renamed,
    /// In place, because it could not be renamed over.
    InPlace,
}

/// What became of the old content.
#[derive(Debug)]
pub enum BackupOutcome {
    /// There was none, it is the same as the new one, or nobody asked for a backup.
    NotNeeded,
    /// It is kept here.
    Kept(PathBuf),
    /// It could not be kept; the save went on, because a rename is safe without.
    Failed(io::Error),
}

/// Saves `bytes` at `path`. Without `backups` no old content is kept, and nothing is ever written in place.
///
/// # Errors
///
/// See [`Unsavable`]; unless it says otherwise the old file is as it was.
pub fn save(path: &Path, bytes: &[u8], expected: Expected, backups: Option<&Backups>) -> Result<Saved, SaveError> {
    let saved = resolve(path).map_err(Unsavable::of).and_then(|target| {
        leftovers::clean_leftovers(&target);
        Save { target: &target, bytes, expected, backups }.run()
    });
    saved.map_err(|why| SaveError::new(path, why))
}

/// The file a path leads to, through links, also where the last one leads to nothing yet.
fn resolve(path: &Path) -> io::Result<PathBuf> {
    let mut target = std::path::absolute(path)?;
    for _ in 0..MAX_LINKS {
        if !target.symlink_metadata().is_ok_and(|metadata| metadata.is_symlink()) {
            let folder = target.parent().unwrap_or(Path::new("/")).canonicalize()?;
            return Ok(target.file_name().map_or_else(|| folder.clone(), |name| folder.join(name)));
        }
        let folder = target.parent().unwrap_or(Path::new("/"));
        target = folder.join(fs::read_link(&target)?);
    }
    Err(io::Error::other("links lead to each other"))
}

/// One save and what it needs to know.
struct Save<'a> {
    target: &'a Path,
    bytes: &'a [u8],
    expected: Expected,
    backups: Option<&'a Backups>,
}

/// The file that is to be replaced.
struct Old {
    metadata: Metadata,
    bytes: Vec<u8>,
}

impl Save<'_> {
    fn run(&self) -> Result<Saved, Unsavable> {
        let old = self.old()?;
        self.compare(old.as_ref())?;
        let temp = match self.prepare(old.as_ref()) {
            Ok(temp) => temp,
            Err(reason) => return self.write_in_place(old, reason, None),
        };
        let backup = self.keep(old.as_ref());
        if old.as_ref().is_some_and(|old| platform::link_count(&old.metadata) > 1) && self.backups.is_some() {
            drop(temp);
            return self.write_in_place(old, NoRename::SecondName, Some(backup));
        }
        match self.rename(temp) {
            Ok(_) => self.confirm(Way::Renamed, backup),
            Err(error) => self.write_in_place(old, NoRename::Failed(error), Some(backup)),
        }
    }

    /// What is at the path now. It has to be writable: a write-protected file is not replaced behind its owner's back.
    fn old(&self) -> Result<Option<Old>, Unsavable> {
        let metadata = match fs::metadata(self.target) {
            Ok(metadata) => metadata,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(Unsavable::of(error)),
        };
        if !metadata.is_file() {
            return Err(Unsavable::NotAFile);
        }
        if self.expected == Expected::Absent {
            return Err(Unsavable::AlreadyThere);
        }
        let mut file = OpenOptions::new().read(true).write(true).open(self.target).map_err(Unsavable::of)?;
        let mut bytes = Vec::new();
        if self.backups.is_some() || self.expected != Expected::Anything {
            file.read_to_end(&mut bytes).map_err(Unsavable::of)?;
        }
        Ok(Some(Old { metadata, bytes }))
    }

    /// The content decides: a file that was only touched, copied or checked out again is the same.
    fn compare(&self, old: Option<&Old>) -> Result<(), Unsavable> {
        match (self.expected, old) {
            (Expected::Same(fingerprint), Some(old)) if !fingerprint.holds(&old.bytes) => Err(Unsavable::ChangedOnDisk),
            (Expected::Absent | Expected::Same(_) | Expected::Anything, _) => Ok(()),
        }
    }

    /// A complete temporary file beside the target, on the disk.
    fn prepare(&self, old: Option<&Old>) -> Result<NamedTempFile, NoRename> {
        let rights = if old.is_some() { Rights::Private } else { Rights::Usual };
        let temp = temp::create(self.folder(), rights).map_err(NoRename::Failed)?;
        if let Some(old) = old {
            // Attributes first: an access list and the mode after it say the same.
            match platform::copy_attributes(temp.as_file(), self.target) {
                // Written in place it would keep them, but that is never done without a backup.
                Err(error) if self.backups.is_some() => return Err(NoRename::Attributes(error)),
                Ok(()) | Err(_) => {}
            }
            platform::copy_rights(temp.as_file(), &old.metadata).map_err(NoRename::Failed)?;
        }
        temp::fill(&temp, self.bytes).map_err(NoRename::Failed)?;
        Ok(temp)
    }

    /// Keeps the old content as a backup where the save changes it.
    fn keep(&self, old: Option<&Old>) -> BackupOutcome {
        match (self.backups, old.filter(|old| old.bytes != self.bytes)) {
            (Some(backups), Some(old)) => match backups.keep(self.target, &old.bytes) {
                Ok(path) => BackupOutcome::Kept(path),
                Err(error) => BackupOutcome::Failed(error),
            },
            (None, _) | (_, None) => BackupOutcome::NotNeeded,
        }
    }

    fn rename(&self, temp: NamedTempFile) -> io::Result<File> {
        let result = match self.expected {
            Expected::Absent => temp.persist_noclobber(self.target),
            Expected::Same(_) | Expected::Anything => temp.persist(self.target),
        };
        result.map_err(|error| error.error)
    }

    /// The second way, for files that cannot be renamed over.
    fn write_in_place(
        &self,
        old: Option<Old>,
        reason: NoRename,
        backup: Option<BackupOutcome>,
    ) -> Result<Saved, Unsavable> {
        let (Some(old), Some(_), true) = (&old, self.backups, reason.allows_in_place()) else {
            return Err(reason.refusal());
        };
        let backup = match backup.unwrap_or_else(|| self.keep(Some(old))) {
            BackupOutcome::Failed(error) => return Err(Unsavable::NoBackup(error)),
            kept @ (BackupOutcome::Kept(_) | BackupOutcome::NotNeeded) => kept,
        };
        let mut file = OpenOptions::new().write(true).open(self.target).map_err(Unsavable::of)?;
        match (overwrite(&mut file, self.bytes), backup) {
            (Ok(()), backup) => self.confirm(Way::InPlace, backup),
            // The content is the old one, however much of it was written.
            (Err(source), BackupOutcome::NotNeeded | BackupOutcome::Failed(_)) => Err(Unsavable::of(source)),
            (Err(source), BackupOutcome::Kept(backup)) => match overwrite(&mut file, &old.bytes) {
                Ok(()) => Err(Unsavable::of(source)),
                Err(_) => Err(Unsavable::Damaged { source, backup }),
            },
        }
    }

    fn confirm(&self, way: Way, backup: BackupOutcome) -> Result<Saved, Unsavable> {
        let fingerprint = Fingerprint::of(self.bytes);
        match platform::sync_folder(self.folder()) {
            Ok(()) => Ok(Saved { fingerprint, way, backup }),
            Err(source) => Err(Unsavable::Unconfirmed { source, fingerprint }),
        }
    }

    fn folder(&self) -> &Path {
        self.target.parent().unwrap_or(Path::new("/"))
    }
}

/// Why a file is not renamed over.
enum NoRename {
    /// It would part the file from its other names.
    SecondName,
    /// It would lose the file's access list or another attribute.
    Attributes(io::Error),
    /// It was tried.
    Failed(io::Error),
}

impl NoRename {
    /// Whether it says "not by renaming" rather than "not at all".
    fn allows_in_place(&self) -> bool {
        match self {
            Self::SecondName | Self::Attributes(_) => true,
            Self::Failed(error) => matches!(
                error.kind(),
                io::ErrorKind::PermissionDenied
                    | io::ErrorKind::ReadOnlyFilesystem
                    | io::ErrorKind::CrossesDevices
                    | io::ErrorKind::ResourceBusy
            ),
        }
    }

    fn refusal(self) -> Unsavable {
        match self {
            Self::SecondName => Unsavable::Io(io::Error::other("the file has a second name")),
            Self::Failed(error) if error.kind() == io::ErrorKind::AlreadyExists => Unsavable::AlreadyThere,
            Self::Attributes(error) | Self::Failed(error) => Unsavable::of(error),
        }
    }
}

fn overwrite(file: &mut File, bytes: &[u8]) -> io::Result<()> {
    file.rewind()?;
    file.write_all(bytes)?;
    file.set_len(u64::try_from(bytes.len()).unwrap_or(u64::MAX))?;
    file.sync_all()
}
