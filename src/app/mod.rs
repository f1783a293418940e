//! The program: eframe, jobs on threads, dialogs, the disk, settings.
//!
//! The only layer beside `cli` that may touch the disk and start threads.

pub mod disk;
mod document;
mod fast_typing;
mod image_jobs;
mod input_method;
mod job_done;
mod jobs;
mod late_keys;
pub mod launch;
mod map_jobs;
pub mod own_templates;
mod picker;
mod picture_jobs;
mod program;
pub mod recovery;
mod recovery_writer;
mod samples;
pub mod settings;
mod survey_jobs;
pub mod system_fonts;
mod system_look;
mod template_jobs;
pub mod templates;

use crate::{
    cli::ExitStatus,
    texts::{Language, Texts},
};
use egui::ViewportBuilder;
use program::Program;
use settings::{Spread, WindowSize};
use std::path::PathBuf;

/// The window's inner size at the very first start, in points.
const FIRST_SIZE: [f32; 2] = [1440.0, 900.0];
/// The smallest window whose widgets all have room, in points.
const LEAST_SIZE: [f32; 2] = [880.0, 560.0];

/// The language the user chose, or else the one the system asks for.
pub fn language() -> Language {
    settings::language(disk::Folders::of_system().as_ref())
}

/// Opens the window on a map or on the start page, and ends with it.
pub fn run(map: Option<PathBuf>) -> ExitStatus {
    launch::guarded(Texts(language()), || {
        let options = eframe::NativeOptions {
            viewport: viewport(),
            system_font_fallback: false,
            ..eframe::NativeOptions::default()
        };
        let make = |cc: &eframe::CreationContext<'_>| -> Result<Box<dyn eframe::App>, _> {
            launch::window_is_up();
            Ok(Box::new(Program::new(&cc.egui_ctx, map)))
        };
        eframe::run_native("wayfarer", options, Box::new(make))
    })
}

/// The window as it was left, where that is known.
fn viewport() -> ViewportBuilder {
    let kept = settings::window(disk::Folders::of_system().as_ref());
    let builder =
        ViewportBuilder::default().with_title("Wayfarer").with_app_id("wayfarer").with_min_inner_size(LEAST_SIZE);
    match kept {
        Some(WindowSize { width, height, spread }) => {
            builder.with_inner_size([width, height]).with_maximized(spread == Spread::Maximized)
        }
        None => builder.with_inner_size(FIRST_SIZE),
    }
}
