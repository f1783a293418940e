//! The program: eframe, jobs on threads, dialogs, the disk, settings.

pub mod disk;
pub mod start;

use crate::{
    cli::ExitStatus,
    texts::{Language, Texts},
};
use std::path::PathBuf;

/// The language the user's system asks for.
pub fn language() -> Language {
    sys_locale::get_locale().map_or(Language::English, |locale| Language::of_locale(&locale))
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
