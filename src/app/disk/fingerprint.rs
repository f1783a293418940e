//! What a file looked like when it was last read or written, to see whether somebody else changed it since.
//!
//! Must not read files itself.

use super::platform;
use sha2::{Digest, Sha256};
use std::{fs::Metadata, time::SystemTime};

/// What a file looked like: where it lies on the disk, its size, its time and its content's checksum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fingerprint {
    /// Device and inode; `None` where the system has none.
    identity: Option<(u64, u64)>,
    /// In bytes.
    size: u64,
    /// `None` where the file system keeps no time.
    modified: Option<SystemTime>,
    sha256: [u8; 32],
}

impl Fingerprint {
    pub(super) fn new(metadata: &Metadata, bytes: &[u8]) -> Self {
        Self {
            identity: platform::identity(metadata),
            size: metadata.len(),
            modified: metadata.modified().ok(),
            sha256: Sha256::digest(bytes).into(),
        }
    }

    /// Whether the file still lies in the same place with the same size and time: cheap, for asking often.
    pub fn looks_same(&self, metadata: &Metadata) -> bool {
        self.identity == platform::identity(metadata)
            && self.size == metadata.len()
            && self.modified == metadata.modified().ok()
    }

    /// Whether `bytes` are what the file held.
    pub fn holds(&self, bytes: &[u8]) -> bool {
        self.sha256 == <[u8; 32]>::from(Sha256::digest(bytes))
    }
}
