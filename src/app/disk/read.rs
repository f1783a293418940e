//! Reads a file whole, with limits, and says why it cannot.
//!
//! Must not know what the bytes mean.

use super::{Fingerprint, platform};
use crate::{files::ron::MAX_BYTES, texts::Texts};
use std::{
    fs::{self, File},
    io::{self, Read as _},
    path::{Path, PathBuf},
};

/// The largest survey file that is read whole: 1 GiB, twenty million answers.
const MAX_SURVEY_BYTES: u64 = 1 << 30;
/// 1 MiB in bytes.
const MEGABYTE: u64 = 1 << 20;

/// Why a file could not be read.
#[derive(Debug, thiserror::Error)]
#[error("{}: {why}", path.display())]
pub struct OpenError {
    /// Which file.
    pub path: PathBuf,
    /// What kept it from being read.
    pub why: Unopenable,
}

/// What keeps a file from being read.
#[derive(Debug, thiserror::Error)]
pub enum Unopenable {
    /// Nothing is there.
    #[error("not found")]
    Missing,
    /// It is a folder.
    #[error("a folder")]
    Folder,
    /// A pipe, a device, a socket: reading it may never end.
    #[error("not a regular file")]
    NotAFile,
    /// Larger than what is read.
    #[error("too large: {bytes} bytes, at most {limit}")]
    TooLarge {
        /// Its size in bytes.
        bytes: u64,
        /// The most that is read, in bytes.
        limit: u64,
    },
    /// The user may not read it.
    #[error("not permitted")]
    Forbidden(#[source] io::Error),
    /// Anything else the system says.
    #[error("{0}")]
    Io(#[source] io::Error),
}

impl OpenError {
    /// The whole reason in one sentence, with the path.
    pub fn sentence(&self, texts: Texts) -> String {
        let path = self.path.display();
        match &self.why {
            Unopenable::Missing => texts.disk_missing(path),
            Unopenable::Folder => texts.disk_folder(path),
            Unopenable::NotAFile => texts.disk_not_a_file(path),
            Unopenable::TooLarge { bytes, limit } => {
                texts.disk_too_large(path, texts.count(bytes.div_ceil(MEGABYTE)), texts.count(limit / MEGABYTE))
            }
            Unopenable::Forbidden(_) => texts.disk_forbidden(path),
            Unopenable::Io(error) => texts.disk_unreadable(path, error),
        }
    }
}

impl Unopenable {
    fn of(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Missing,
            io::ErrorKind::IsADirectory => Self::Folder,
            io::ErrorKind::PermissionDenied => Self::Forbidden(error),
            _ => Self::Io(error),
        }
    }
}

/// Reads a map file whole.
///
/// # Errors
///
/// What is no regular file, larger than [`MAX_BYTES`] (said before anything is read) or not readable.
pub fn read_map_file(path: &Path) -> Result<(Vec<u8>, Fingerprint), OpenError> {
    let bytes = read(path, MAX_BYTES)?;
    let fingerprint = Fingerprint::of(&bytes);
    Ok((bytes, fingerprint))
}

/// Reads a survey file whole.
///
/// # Errors
///
/// What is no regular file, larger than 1 GiB (said before anything is read) or not readable.
pub fn read_survey_file(path: &Path) -> Result<Vec<u8>, OpenError> {
    read(path, MAX_SURVEY_BYTES)
}

/// Reads a picture file whole.
///
/// # Errors
///
/// What is no regular file, larger than 20 MiB (said before anything is read) or not readable.
pub fn read_image_file(path: &Path) -> Result<Vec<u8>, OpenError> {
    read(path, crate::files::image::MAX_BYTES)
}

/// Whether two paths lead to the same file: through links, or by two names of it. False where one leads to nothing.
pub fn are_same_file(a: &Path, b: &Path) -> bool {
    let identity = |path: &Path| fs::metadata(path).ok().and_then(|metadata| platform::identity(&metadata));
    match (a.canonicalize(), b.canonicalize()) {
        (Ok(same), Ok(other)) if same == other => true,
        (Ok(_), Ok(_)) => identity(a).is_some_and(|place| identity(b) == Some(place)),
        (_, _) => false,
    }
}

fn read(path: &Path, limit: u64) -> Result<Vec<u8>, OpenError> {
    read_within(path, limit).map_err(|why| OpenError { path: path.to_owned(), why })
}

fn read_within(path: &Path, limit: u64) -> Result<Vec<u8>, Unopenable> {
    // Asked before opening: opening a pipe waits for somebody to write into it.
    let kind = fs::metadata(path).map_err(Unopenable::of)?.file_type();
    if kind.is_dir() {
        return Err(Unopenable::Folder);
    }
    if !kind.is_file() {
        return Err(Unopenable::NotAFile);
    }
    let file = File::open(path).map_err(Unopenable::of)?;
    let metadata = file.metadata().map_err(Unopenable::of)?;
    if metadata.len() > limit {
        return Err(Unopenable::TooLarge { bytes: metadata.len(), limit });
    }
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or(0));
    // One byte more than allowed shows a file that grew while it was read.
    file.take(limit + 1).read_to_end(&mut bytes).map_err(Unopenable::of)?;
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size > limit {
        return Err(Unopenable::TooLarge { bytes: size, limit });
    }
    Ok(bytes)
}
