//! Pictures: chosen by dialog, dropped or pasted, read as a job, put into the map as one edit; decoded for the screen as jobs.
//!
//! Must not decode anything itself.

use super::Program;
use crate::{
    app::image_jobs,
    editor::ImagePlace,
    files::image::ENDINGS,
    map::NewImage,
    ui::{notices::Topic, pictures},
};
use egui::ColorImage;
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

/// Jobs that decode at the same time.
const DECODERS: usize = 2;
/// Pictures that one of them decodes before its results are shown.
const DECODED_TOGETHER: usize = 4;

impl Program {
    /// Reads picture files for a place on the open map.
    pub(super) fn read_images(&mut self, paths: Vec<PathBuf>, place: ImagePlace) {
        if let Some(document) = &self.document {
            let map = (document.editor.number(), place);
            image_jobs::start_reading(&mut self.jobs, paths, map, self.look.texts);
        }
    }

    /// Takes in a picture from the clipboard, for what is selected.
    pub(super) fn take_in_pixels(&mut self, pixels: Arc<ColorImage>) {
        if let Some(document) = &self.document {
            let map = (document.editor.number(), document.editor.image_place());
            image_jobs::start_taking_in(&mut self.jobs, pixels, map, self.look.texts);
        }
    }

    /// Reads a picture that was chosen for what is selected.
    pub(super) fn read_chosen_image(&mut self, path: PathBuf) {
        let place = self.document.as_ref().map(|document| document.editor.image_place());
        if let Some(place) = place {
            self.read_images(vec![path], place);
        }
    }

    /// Reads pictures that were dropped on the window: for what lies under the pointer, else for what is selected.
    pub(super) fn read_dropped_images(&mut self, ctx: &egui::Context, paths: Vec<PathBuf>) {
        let Some(document) = &self.document else {
            self.shell.notices.fault(Topic::Edit, self.look.texts.shell_open_map_first_for_image());
            return;
        };
        let at = ctx.input(|input| input.pointer.latest_pos());
        let canvas = &self.shell.canvas;
        let scene = self.layouter.layout(document.editor.shown(), &canvas.view);
        let place = at.and_then(|at| canvas.image_place(at, &scene)).unwrap_or(document.editor.image_place());
        self.read_images(paths, place);
    }

    /// Puts pictures that were read into the map they were read for, and says what is wrong with the others.
    pub(super) fn images_read(&mut self, (map, place): (u64, ImagePlace), images: Vec<NewImage>, faults: Vec<String>) {
        if !faults.is_empty() {
            self.shell.notices.fault(Topic::Image, faults.join(" "));
        }
        let Some(document) = self.document.as_mut().filter(|document| document.editor.number() == map) else { return };
        if images.is_empty() {
            return;
        }
        self.shell.canvas.finish_text(&mut document.editor);
        match document.editor.place_images(images, place) {
            Ok(()) => {
                if faults.is_empty() {
                    self.shell.notices.clear(Topic::Image);
                }
                if let Some(thing) = document.editor.primary() {
                    self.shell.canvas.reveal_soon(thing);
                }
            }
            Err(error) => self.say_refused(error),
        }
    }

    /// Has the pictures decoded that the screen misses, a few at a time.
    pub(super) fn decode_pictures(&mut self, ctx: &egui::Context) {
        while self.decoding.len() < DECODERS {
            let wanted = pictures::take_wanted(ctx, DECODED_TOGETHER);
            if wanted.is_empty() {
                return;
            }
            self.decoding.push(image_jobs::start_decoding(&mut self.jobs, wanted));
        }
    }
}

/// Whether a file is a picture by its ending.
pub(super) fn is_image(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}
