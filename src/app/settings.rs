//! What the program remembers of its user: language, window, recent files. Kept in `settings.ron`.
//!
//! A settings file that cannot be read never keeps the program from starting: it is put aside, not lost. Must not
//! hold anything of a map but its path, title, number of touchpoints and when it was used.

use super::disk::{Expected, Folders, SaveError, save};
use crate::{
    texts::{Language, Texts},
    ui::choices::Choices,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Recent files remembered at the most.
const MAX_RECENT: usize = 12;
/// A larger settings file is not ours.
const MAX_BYTES: u64 = 1 << 20;

/// What the program remembers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The interface's language; `None` follows the system.
    pub language: Option<Language>,
    /// The window's inner size in points; `None` takes the usual one.
    pub window: Option<WindowSize>,
    /// Whether the inspector is shown. Default: shown.
    pub inspector: Panel,
    /// Whether the review panel is shown. Default: hidden.
    pub review: Panel,
    /// Colours, size and motion of the window.
    pub look: Choices,
    /// The files opened last, the latest first; at most 12.
    pub recent: Vec<Recent>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: None,
            window: None,
            inspector: Panel::Shown,
            review: Panel::Hidden,
            look: Choices::default(),
            recent: Vec::new(),
        }
    }
}

/// A window's inner size in points.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct WindowSize {
    /// In points.
    pub width: f32,
    /// In points.
    pub height: f32,
    /// Whether it filled the screen; `width` and `height` are what it returns to.
    #[serde(default)]
    pub spread: Spread,
}

/// Whether a window fills the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Spread {
    /// It has its own size.
    #[default]
    Windowed,
    /// It fills the screen.
    Maximized,
}

/// Whether a panel is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Panel {
    /// It is shown.
    Shown,
    /// It is hidden.
    Hidden,
}

/// A file that was open once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recent {
    /// Where it is.
    pub path: PathBuf,
    /// The map's title; empty for an untitled one.
    #[serde(default)]
    pub title: String,
    /// When it was opened or saved last.
    pub when: Timestamp,
    /// How many touchpoints it had.
    #[serde(default)]
    pub touchpoints: usize,
}

/// Settings that could not be read; the usual ones are in force.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// The file makes no sense; it was renamed to this path and is not lost.
    #[error("unreadable settings, kept as {}", kept.display())]
    Unreadable {
        /// Where the old file is now.
        kept: PathBuf,
    },
    /// The system did not give the file.
    #[error("{}: {source}", path.display())]
    Io {
        /// The settings file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl SettingsError {
    /// What happened, in one sentence.
    pub fn sentence(&self, texts: Texts) -> String {
        match self {
            Self::Unreadable { kept } => texts.disk_settings_unreadable(kept.display()),
            Self::Io { path, source } => texts.disk_unreadable(path.display(), source),
        }
    }
}

impl Settings {
    /// Reads the settings; without a file, or with one that makes no sense, they are the usual ones.
    pub fn load(folders: &Folders) -> (Self, Option<SettingsError>) {
        let path = file(folders);
        let text = match read(&path) {
            Ok(Some(text)) => text,
            Ok(None) => return (Self::default(), None),
            Err(error) if error.kind() == io::ErrorKind::InvalidData => return (Self::default(), put_aside(path)),
            Err(source) => return (Self::default(), Some(SettingsError::Io { path, source })),
        };
        match ron::from_str::<Self>(&text) {
            Ok(settings) => (settings.sound(), None),
            Err(_) => (Self::default(), put_aside(path)),
        }
    }

    /// Writes the settings, whole or not at all, with the recent files of other windows.
    ///
    /// # Errors
    ///
    /// What kept the file from being written.
    pub fn save(&self, folders: &Folders) -> Result<(), SaveError> {
        let path = file(folders);
        let failed = |error: io::Error| SaveError::of_io(&path, error);
        let mut merged = self.storable();
        merged.merge_recent(folders);
        let text = ron::ser::to_string_pretty(&merged, ron::ser::PrettyConfig::new().struct_names(false))
            .map_err(|error| failed(io::Error::other(error)))?;
        fs::create_dir_all(&folders.config).map_err(failed)?;
        save(&path, format!("{text}\n").as_bytes(), Expected::Anything, None)?;
        Ok(())
    }

    /// Puts a file at the head of the recent ones.
    pub fn remember(&mut self, file: Recent) {
        self.recent.retain(|known| known.path != file.path);
        self.recent.insert(0, file);
        self.recent.truncate(MAX_RECENT);
    }

    /// Takes the recent files that another window wrote down meanwhile; of a file that both know the later use counts.
    pub fn merge_recent(&mut self, folders: &Folders) {
        let Some(written) = peek(&file(folders)) else { return };
        for recent in written.recent {
            match self.recent.iter_mut().find(|known| known.path == recent.path) {
                Some(known) if known.when >= recent.when => {}
                Some(known) => *known = recent,
                None => self.recent.push(recent),
            }
        }
        self.recent.sort_by_key(|recent| std::cmp::Reverse(recent.when));
        self.recent.truncate(MAX_RECENT);
    }

    /// What was edited by hand into something no window can have is put right.
    fn sound(mut self) -> Self {
        let is_size = |side: f32| (100.0..=20_000.0).contains(&side);
        self.window = self.window.filter(|window| is_size(window.width) && is_size(window.height));
        self.recent.truncate(MAX_RECENT);
        self
    }

    /// Without paths that are no Unicode, which RON cannot hold.
    fn storable(&self) -> Self {
        let mut settings = self.clone();
        settings.recent.retain(|file| file.path.to_str().is_some());
        settings
    }
}

/// The window's size as it was left, touching nothing.
pub fn window(folders: Option<&Folders>) -> Option<WindowSize> {
    folders.and_then(|folders| peek(&file(folders))).and_then(|settings| settings.sound().window)
}

/// The language of the interface: the user's choice, or the system's.
pub fn language(folders: Option<&Folders>) -> Language {
    let chosen = folders.and_then(|folders| peek(&file(folders))).and_then(|settings| settings.language);
    chosen.unwrap_or_else(|| sys_locale::get_locale().map_or(Language::English, |locale| Language::of_locale(&locale)))
}

/// The settings where they can be read, touching nothing where they cannot.
fn peek(path: &Path) -> Option<Settings> {
    let text = read(path).ok().flatten()?;
    ron::from_str(&text).ok()
}

fn file(folders: &Folders) -> PathBuf {
    folders.config.join("settings.ron")
}

/// The file's text; `None` where there is no file.
fn read(path: &Path) -> io::Result<Option<String>> {
    let metadata = match fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    if !metadata.is_file() || metadata.len() > MAX_BYTES {
        return Err(io::ErrorKind::InvalidData.into());
    }
    fs::read_to_string(path).map(Some)
}

fn put_aside(path: PathBuf) -> Option<SettingsError> {
    let kept = path.with_extension("ron.unreadable");
    Some(match fs::rename(&path, &kept) {
        Ok(()) => SettingsError::Unreadable { kept },
        Err(source) => SettingsError::Io { path, source },
    })
}
