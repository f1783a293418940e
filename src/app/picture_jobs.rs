//! Jobs that write pictures of the map. Must not touch the open document.

use super::{
    disk::{self, Expected},
    job_done::{JobDone, NotSaved},
    jobs::{JobId, Jobs},
    map_jobs::file_name,
};
use crate::{
    export,
    map::Map,
    scene::{Caption, Layouter, MoreFonts, Palette, View},
    ui::path_dialog::PathPurpose,
};
use std::{path::PathBuf, sync::Arc};

/// A PNG has this many pixels per document unit, so that it is sharp when projected; fewer on a map too
/// long for that.
const PNG_SCALE: f64 = 2.0;

/// Writes the picture of `map` as `view` shows it; ends in [`JobDone::PictureWritten`].
pub fn start_writing(
    jobs: &mut Jobs,
    map: Arc<Map>,
    (view, fonts): (View, MoreFonts),
    path: PathBuf,
    purpose: PathPurpose,
    expected: Expected,
) -> JobId {
    let name = view.texts.shell_exporting(file_name(&path));
    jobs.start(name, move |progress| {
        let stopped = progress.tell(0.1).is_break();
        let result = picture(&map, &view, &fonts, purpose).and_then(|bytes| {
            if stopped || progress.tell(0.9).is_break() {
                return Err(NotSaved::Stopped);
            }
            disk::save(&path, &bytes, expected, None).map(|_| ()).map_err(NotSaved::Disk)
        });
        JobDone::PictureWritten { path, purpose, result }
    })
}

fn picture(map: &Arc<Map>, view: &View, fonts: &MoreFonts, purpose: PathPurpose) -> Result<Vec<u8>, NotSaved> {
    let scene = Layouter::with_fonts(fonts).layout(map, &View { caption: Caption::Shown, ..*view });
    if purpose == PathPurpose::ExportPng {
        let scale = PNG_SCALE.min(export::png::largest_scale(&scene));
        export::png::write_png(&scene, Palette::Light, scale)
            .map_err(|error| NotSaved::Content(error.sentence(view.texts)))
    } else {
        Ok(export::svg::write_svg(&scene, Palette::Light).into_bytes())
    }
}
