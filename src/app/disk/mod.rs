//! The disk: reading a file with limits, and replacing one so that no failure loses what was there.
//!
//! Knows paths and bytes. Must not know maps, windows or the words a user reads beyond its errors' own sentences.

mod backup;
mod fingerprint;
mod folders;
mod leftovers;
mod lock;
mod platform;
mod read;
mod save;
mod save_error;
mod temp;

pub use backup::Backups;
pub use fingerprint::Fingerprint;
pub use folders::Folders;
pub use leftovers::clean_leftovers;
pub use lock::{LockError, MapLock};
pub use read::{OpenError, Unopenable, are_same_file, read_image_file, read_map_file, read_survey_file};
pub use save::{BackupOutcome, Expected, Saved, Way, save};
pub use save_error::{SaveError, Unsavable};
pub use temp::write_private;
