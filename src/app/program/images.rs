//! Pictures: chosen by dialog, dropped or pasted, read as a job, put into the map as one edit; decoded for the screen as jobs.
//!
//! Must not decode anything itself.

use super::Program;
use crate::{
    app::image_jobs,
    editor::{EditError, ImagePlace},
    files::image::ENDINGS,
    map::{NewImage, PersonaId, Thing},
    ui::{notices::Topic, path_dialog::PathPurpose, pictures},
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

    /// Takes in a picture that the clipboard holds as SVG text, for what is selected.
    pub(super) fn take_in_svg(&mut self, text: String) {
        if let Some(document) = &self.document {
            let map = (document.editor.number(), document.editor.image_place());
            image_jobs::start_taking_in_svg(&mut self.jobs, text, map, self.look.texts);
        }
    }

    /// Reads a picture that was chosen for what is selected.
    pub(super) fn read_chosen_image(&mut self, path: PathBuf) {
        let place = self.document.as_ref().map(|document| document.editor.image_place());
        if let Some(place) = place {
            self.read_images(vec![path], place);
        }
    }

    /// Asks for the portrait of the selected persona, else of the one that is shown alone; the persona is selected then,
    /// so that the picture comes to it and the panel shows it.
    pub(super) fn ask_for_portrait(&mut self) {
        let Some(document) = &mut self.document else { return };
        self.shell.canvas.finish_text(&mut document.editor);
        let alone = || self.shell.canvas.view.persona.persona(document.editor.map()).map(Thing::Persona);
        let selected = document.editor.primary().filter(|thing| matches!(thing, Thing::Persona(_)));
        match selected.or_else(alone) {
            Some(persona) => {
                document.editor.select([persona]);
                self.ask_for_path(PathPurpose::OpenImage);
            }
            None => self.say_refused(EditError::WhosePortrait),
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
        let selected = document.editor.image_place();
        let place = match at.map(|at| (canvas.is_on_persona(at), canvas.image_place(at, &scene))) {
            Some((true, _)) => canvas.view.persona.persona(document.editor.map()).map(place_of_persona),
            Some((false, under)) => Some(under.unwrap_or(selected)),
            None => Some(selected),
        };
        match place {
            Some(place) => self.read_images(paths, place),
            None => self.say_refused(EditError::WhosePortrait),
        }
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
                self.shell.canvas.show_selection(&document.editor);
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

fn place_of_persona(id: PersonaId) -> ImagePlace {
    ImagePlace::Thing(Thing::Persona(id))
}

/// Whether a file is a picture by its ending.
pub(super) fn is_image(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}
