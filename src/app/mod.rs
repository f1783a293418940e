//! The program: eframe, jobs on threads, dialogs, the disk, settings.

pub mod disk;
pub mod recovery;
pub mod settings;
pub mod start;

use crate::{
    cli::ExitStatus,
    texts::{Language, Texts},
};
use std::path::PathBuf;

/// The language the user chose, or else the one the system asks for.
pub fn language() -> Language {
    settings::language(disk::Folders::of_system().as_ref())
}

/// Opens the window on a map or on the start page, and ends with it.
pub fn run(map: Option<PathBuf>) -> ExitStatus {
    start::guarded(Texts(language()), || {
        eframe::run_native(
            "wayfarer",
            eframe::NativeOptions::default(),
            Box::new(|_| {
                start::window_is_up();
                Ok(Box::new(Window(map)))
            }),
        )
    })
}

/// The window.
struct Window(Option<PathBuf>);

impl eframe::App for Window {
    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        if let Some(map) = &self.0 {
            ui.label(map.display().to_string());
        }
    }
}
