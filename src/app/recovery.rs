//! Work that was not saved when the program ended: a copy of the map in the state folder, offered at the next start.
//!
//! Each window is a session with a lock that the system frees however the program ends; a recovery file whose lock
//! nobody holds is an orphan. The file is a whole map file with a note in its first line, so that it can be opened by
//! hand as well. Must not know maps: it keeps text. Nothing that cannot be read is ever deleted.

use super::disk::{Fingerprint, Folders, write_private};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::{
    cell::RefCell,
    fs::{self, File, OpenOptions},
    io::{self, BufRead as _, BufReader},
    path::{Path, PathBuf},
};

/// How the first line of a recovery file begins; for RON it is a comment.
const NOTE_MARK: &str = "// wayfarer recovery: ";
/// A longer first line is not ours.
const MAX_NOTE_BYTES: u64 = 1 << 16;

/// What is known of unsaved work besides the map itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The file the map was opened from or saved to last; `None` for a map never saved, or a path that is no Unicode.
    pub original: Option<String>,
    /// What that file held when it was read or written last; `None` where that is not known.
    #[serde(default)]
    pub fingerprint: Option<Fingerprint>,
    /// The map's title; empty for an untitled one.
    pub title: String,
    /// When the copy was made.
    pub when: Timestamp,
    /// How many changes were made since the last save.
    pub changes: usize,
}

/// The folder with the recovery files of all windows.
#[derive(Clone, Debug)]
pub struct Recovery {
    folder: PathBuf,
}

/// One window's place for recovery, held until it is dropped.
#[derive(Debug)]
pub struct Session {
    file: PathBuf,
    lock_path: PathBuf,
    /// Locked as long as it is open.
    lock: RefCell<File>,
}

/// Unsaved work of a window that is gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Orphan {
    /// Its recovery file.
    pub file: PathBuf,
    /// What is known of it.
    pub note: Note,
}

/// What was found at the start.
#[derive(Debug, Default)]
pub struct Orphans {
    /// Work that can be brought back, the latest first.
    pub found: Vec<Orphan>,
    /// Files that are there but cannot be read, and why; they stay where they are.
    pub unreadable: Vec<(PathBuf, io::Error)>,
}

impl Recovery {
    /// The recovery files of these folders; nothing is created yet.
    pub fn new(folders: &Folders) -> Self {
        Self { folder: folders.state.join("recovery") }
    }

    /// Begins a session of this window.
    ///
    /// # Errors
    ///
    /// When the state folder cannot be written or locked: then nothing can be recovered, and the user has to know.
    pub fn begin(&self) -> io::Result<Session> {
        fs::create_dir_all(&self.folder)?;
        let name = format!("{:016x}", fastrand::u64(..));
        let lock_path = self.folder.join(format!("{name}.lock"));
        let lock = RefCell::new(new_lock(&lock_path)?);
        Ok(Session { file: self.folder.join(format!("{name}.ron")), lock_path, lock })
    }

    /// The work of windows that are gone.
    ///
    /// # Errors
    ///
    /// When the folder is there but cannot be listed.
    pub fn list_orphans(&self) -> io::Result<Orphans> {
        let mut orphans = Orphans::default();
        let entries = match fs::read_dir(&self.folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(orphans),
            entries => entries?,
        };
        for entry in entries {
            let file = entry?.path();
            if file.extension().is_none_or(|ending| ending != "ron") {
                continue;
            }
            match claim(&file) {
                Ok(Claim::Free(_)) => {}
                Ok(Claim::Held) => continue,
                Err(error) => {
                    orphans.unreadable.push((file, error));
                    continue;
                }
            }
            match read_note(&file) {
                Ok(note) => orphans.found.push(Orphan { file, note }),
                Err(error) => orphans.unreadable.push((file, error)),
            }
        }
        orphans.found.sort_by_key(|orphan| std::cmp::Reverse(orphan.note.when));
        Ok(orphans)
    }

    /// Removes an orphan: its work is kept elsewhere, or the user threw it away.
    ///
    /// # Errors
    ///
    /// When another window has it, or it cannot be removed; one that is gone already is no error.
    pub fn discard(&self, orphan: &Orphan) -> io::Result<()> {
        let Claim::Free(_lock) = claim(&orphan.file)? else { return Err(io::ErrorKind::WouldBlock.into()) };
        remove_if_there(&orphan.file)?;
        remove_if_there(&lock_of(&orphan.file))
    }
}

impl Session {
    /// Keeps the map's text, in place of what this session kept before; whole or not at all.
    ///
    /// # Errors
    ///
    /// What the system says; the copy kept before is still there then.
    pub fn write(&self, note: &Note, map_text: &str) -> io::Result<()> {
        let note = ron::to_string(note).map_err(io::Error::other)?;
        if let Some(folder) = self.file.parent() {
            // Somebody may have emptied the state folder; without its lock the copy would look like a dead window's.
            fs::create_dir_all(folder)?;
            if !self.lock_path.exists() {
                *self.lock.borrow_mut() = new_lock(&self.lock_path)?;
            }
        }
        write_private(&self.file, format!("{NOTE_MARK}{note}\n{map_text}").as_bytes())
    }

    /// Forgets the copy: the map was saved, or thrown away by its user.
    ///
    /// # Errors
    ///
    /// When the file is there and cannot be removed.
    pub fn clear(&self) -> io::Result<()> {
        remove_if_there(&self.file)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // Without a copy nothing is left to guard. A lock file that stays harms nobody.
        if !self.file.exists() {
            match fs::remove_file(&self.lock_path) {
                Ok(()) | Err(_) => {}
            }
        }
    }
}

/// A lock file that is there for the first time, locked.
fn new_lock(path: &Path) -> io::Result<File> {
    let lock = OpenOptions::new().write(true).create_new(true).open(path)?;
    lock.try_lock()?;
    Ok(lock)
}

/// Whose a recovery file is.
enum Claim {
    /// Nobody's; ours while the lock is held.
    Free(File),
    /// Its window lives.
    Held,
}

/// Takes the lock of a recovery file.
fn claim(file: &Path) -> io::Result<Claim> {
    let lock = OpenOptions::new().write(true).create(true).truncate(false).open(lock_of(file))?;
    match lock.try_lock() {
        Ok(()) => Ok(Claim::Free(lock)),
        Err(fs::TryLockError::WouldBlock) => Ok(Claim::Held),
        Err(fs::TryLockError::Error(error)) => Err(error),
    }
}

fn lock_of(file: &Path) -> PathBuf {
    file.with_extension("lock")
}

fn read_note(file: &Path) -> io::Result<Note> {
    let mut line = String::new();
    BufReader::new(io::Read::take(File::open(file)?, MAX_NOTE_BYTES)).read_line(&mut line)?;
    let note = line.strip_prefix(NOTE_MARK).ok_or(io::ErrorKind::InvalidData)?;
    ron::from_str(note).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

fn remove_if_there(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        result => result,
    }
}
