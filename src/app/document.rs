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

    /// Its file's name without the ending; empty without a file.
    pub fn file_stem(&self) -> String {
        let path = self.file.as_ref().map(|file| file.path.as_path());
        path.and_then(stem).unwrap_or_default()
    }

    /// How many changes are in no file.
    pub fn unsaved_changes(&self) -> usize {
        match self.recovered_changes {
            0 => self.editor.unsaved_steps(),
            before => before + self.editor.history().depth(),
        }
    }

    /// Whether there is anything in it that is in no file. A new map or sample in which nothing was done, or everything
    /// was taken back, is not worth a question; work that was brought back is.
    pub fn has_unsaved_work(&self) -> bool {
        let is_previewed = !Arc::ptr_eq(self.editor.shown(), self.editor.map());
        let is_as_it_began = match self.origin {
            Origin::Fresh => self.editor.history().undoable().is_none(),
            Origin::File | Origin::Recovered => false,
        };
        is_previewed || self.editor.is_modified() && !is_as_it_began
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
    match title.trim() {
        "" => path.and_then(stem).unwrap_or_else(|| texts.map_untitled().to_owned()),
        title => title.to_owned(),
    }
}

fn stem(path: &Path) -> Option<String> {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::editor::{Edit, MapChange};

    fn document(origin: Origin) -> Document {
        Document::new(Arc::new(Map::empty(&mut fastrand::Rng::with_seed(4))), origin, None)
    }

    fn title(document: &mut Document, title: &str) {
        document.editor.apply(Edit::Map(MapChange::Title(title.into()))).expect("a title always fits");
    }

    #[test]
    fn a_new_map_in_which_everything_was_taken_back_is_not_worth_a_question() {
        let mut new = document(Origin::Fresh);
        assert!(!new.has_unsaved_work());
        title(&mut new, "Clinic");
        assert!(new.has_unsaved_work());
        new.editor.undo();
        assert!(!new.has_unsaved_work(), "it is empty as at the start");
        new.editor.redo();
        assert!(new.has_unsaved_work());
    }

    #[test]
    fn a_saved_map_that_went_back_behind_its_file_is() {
        let mut saved = document(Origin::Fresh);
        title(&mut saved, "Clinic");
        saved.editor.mark_saved(saved.editor.history().revision());
        saved.origin = Origin::File;
        assert!(!saved.has_unsaved_work());
        saved.editor.undo();
        assert!(saved.has_unsaved_work(), "the file says Clinic, the map nothing");
        assert!(document(Origin::Recovered).has_unsaved_work());
    }
}
