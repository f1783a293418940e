//! The open document: its editor, its file, and what of it is safe on the disk.
//!
//! Must not read or write anything.

use super::{
    disk::{Expected, Fingerprint, MapLock},
    jobs::JobId,
};
use crate::{
    editor::{Editor, InFile},
    map::Map,
    texts::Texts,
};
use jiff::Zoned;
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

/// A map that is being edited.
#[derive(Debug)]
pub struct Document {
    /// Its map, history and selection.
    pub editor: Editor,
    /// Where it came from.
    pub origin: Origin,
    /// Its file, once it has one.
    pub file: Option<OpenFile>,
    /// When it was saved last in this session.
    pub saved_at: Option<Zoned>,
    /// Where it could not be saved last; proposed again.
    pub tried: Option<PathBuf>,
    /// The job that writes it now.
    pub saving: Option<JobId>,
    /// The changes that were in no file when it was brought back, and are in none yet.
    pub recovered_changes: usize,
    /// The save that was asked for while another one runs.
    pub next_save: Option<NextSave>,
    /// The dialogs that ask for paths on its behalf.
    pub dialogs: Vec<JobId>,
}

/// A save that waits for the one that runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NextSave {
    /// Into its own file.
    Own,
    /// Into this file.
    At(PathBuf, Expected),
}

/// The file of a document.
#[derive(Debug)]
pub struct OpenFile {
    /// Where it is.
    pub path: PathBuf,
    /// What stood in it when it was read or written last; `None` when it is to be written whatever is there.
    pub fingerprint: Option<Fingerprint>,
    /// Keeps a second window from editing it unawares; `None` where locks cannot be had.
    #[expect(dead_code, reason = "held, not read")]
    pub lock: Option<MapLock>,
}

impl Document {
    /// A document from `origin`, with the file it stands in or came from.
    pub fn new(map: Arc<Map>, origin: Origin, file: Option<OpenFile>) -> Self {
        let saved = match origin {
            Origin::File => InFile::Yes,
            Origin::Fresh | Origin::Recovered => InFile::No,
        };
        let editor = Editor::open(map, saved, fastrand::Rng::new());
        Self {
            editor,
            origin,
            file,
            saved_at: None,
            tried: None,
            saving: None,
            recovered_changes: 0,
            next_save: None,
            dialogs: Vec::new(),
        }
    }

    /// The map's title as the interface shows it.
    pub fn title(&self, texts: Texts) -> String {
        shown_title(&self.editor.shown().title, self.file.as_ref().map(|file| file.path.as_path()), texts)
    }

    /// How many changes are in no file.
    pub fn unsaved_changes(&self) -> usize {
        match self.recovered_changes {
            0 => self.editor.unsaved_steps(),
            before => before + self.editor.history().depth(),
        }
    }

    /// Whether there is anything in it that is in no file. A new map or sample in which nothing was done is not worth
    /// a question; work that was brought back is.
    pub fn has_unsaved_work(&self) -> bool {
        let is_previewed = !Arc::ptr_eq(self.editor.shown(), self.editor.map());
        let was_touched = self.editor.history().undoable().is_some() || self.editor.history().redoable().is_some();
        is_previewed || self.editor.is_modified() && (was_touched || self.origin == Origin::Recovered)
    }
}

/// Where a document came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// New, or a copy of a sample: nothing is lost when it goes.
    Fresh,
    /// A map file.
    File,
    /// Work that was brought back and is in no map file.
    Recovered,
}

/// A map's title, or its file's name, or "Untitled map".
pub fn shown_title(title: &str, path: Option<&Path>, texts: Texts) -> String {
    let of_file = || path.and_then(Path::file_stem).map(|stem| stem.to_string_lossy().into_owned());
    match title.trim() {
        "" => of_file().unwrap_or_else(|| texts.map_untitled().to_owned()),
        title => title.to_owned(),
    }
}
