//! Jobs that write pictures of the map. Must not touch the open document.

use super::{
    disk::{self, Expected},
    job_done::{CopiedPicture, JobDone, NotSaved},
    jobs::{JobId, Jobs},
    map_jobs::file_name,
};
use crate::{
    export::{self, png::ExportError},
    map::{Map, Thing},
    scene::{Caption, Layouter, MoreFonts, Palette, Scene, View},
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
    let scene = on_paper(map, view, fonts);
    if purpose == PathPurpose::ExportPng {
        let scale = PNG_SCALE.min(export::png::largest_scale(&scene));
        export::png::write_png(&scene, Palette::Light, scale)
            .map_err(|error| NotSaved::Content(error.sentence(view.texts)))
    } else {
        Ok(export::svg::write_svg(&scene, Palette::Light).into_bytes())
    }
}

/// What a copied picture is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyAs {
    /// Pixels.
    Pixels,
    /// SVG text.
    Svg,
}

/// Makes a picture of `things`, or of all of the map with its caption where none of them is drawn; ends in
/// [`JobDone::PictureCopied`].
pub fn start_copying(
    jobs: &mut Jobs,
    map: Arc<Map>,
    (view, fonts): (View, MoreFonts),
    things: Vec<Thing>,
    copy_as: CopyAs,
) -> JobId {
    jobs.start(view.texts.shell_copying_picture(), move |_| {
        let copied = copied(&map, (&view, &fonts), &things, copy_as);
        JobDone::PictureCopied(copied.map_err(|error| error.sentence(view.texts)))
    })
}

fn copied(
    map: &Arc<Map>,
    (view, fonts): (&View, &MoreFonts),
    things: &[Thing],
    copy_as: CopyAs,
) -> Result<CopiedPicture, ExportError> {
    let scene = on_paper(map, view, fonts);
    if scene.has_part_of(things) { copied_part(&scene, things, copy_as) } else { copied_whole(&scene, copy_as) }
}

/// The scene with its caption, which parts of it leave out.
fn on_paper(map: &Arc<Map>, view: &View, fonts: &MoreFonts) -> Arc<Scene> {
    Layouter::with_fonts(fonts).layout(map, &View { caption: Caption::Shown, ..*view })
}

fn copied_whole(scene: &Scene, copy_as: CopyAs) -> Result<CopiedPicture, ExportError> {
    match copy_as {
        CopyAs::Svg => Ok(CopiedPicture::Svg(export::svg::write_svg(scene, Palette::Light))),
        CopyAs::Pixels => {
            let scale = PNG_SCALE.min(export::png::largest_scale(scene));
            export::png::pixels_of_all(scene, Palette::Light, scale).map(CopiedPicture::Pixels)
        }
    }
}

fn copied_part(scene: &Scene, things: &[Thing], copy_as: CopyAs) -> Result<CopiedPicture, ExportError> {
    let part = scene.part_of(things);
    match copy_as {
        CopyAs::Svg => Ok(CopiedPicture::Svg(export::svg::write_svg_part(scene, Palette::Light, part))),
        CopyAs::Pixels => {
            let scale = PNG_SCALE.min(export::png::largest_scale_of(part.size()));
            export::png::pixels_of_part(scene, Palette::Light, part, scale).map(CopiedPicture::Pixels)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_map_is_copied_with_its_caption_and_a_part_without() {
        let map = Arc::new(Map { title: "Tea by post".into(), ..Map::empty(&mut fastrand::Rng::with_seed(1)) });
        let lane = Thing::Lane(map.lanes.first().expect("a new map has lanes").id);
        let svg = |things: &[Thing]| match copied(&map, (&View::default(), &MoreFonts::default()), things, CopyAs::Svg)
            .expect("small")
        {
            CopiedPicture::Svg(text) => text,
            CopiedPicture::Pixels(_) => unreachable!("SVG was asked for"),
        };
        assert!(svg(&[]).contains("Tea by post"));
        assert!(!svg(&[lane]).contains("Tea by post"));
    }
}
