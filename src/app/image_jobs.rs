//! Jobs on pictures: reading files for the map, decoding what the screen shows. Must not touch the open document.

use super::{
    disk,
    job_done::JobDone,
    jobs::{JobId, Jobs},
    map_jobs::file_name,
};
use crate::{editor::ImagePlace, files::image, map::NewImage, scene::fonts, texts::Texts, ui::pictures::Wanted};
use egui::ColorImage;
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::Arc,
};

/// Reads pictures for the map that has this number; ends in [`JobDone::ImagesRead`].
pub fn start_reading(jobs: &mut Jobs, paths: Vec<PathBuf>, (map, place): (u64, ImagePlace), texts: Texts) {
    let name = texts.shell_reading_images(paths.first().map(|path| file_name(path)).unwrap_or_default());
    jobs.start(name, move |progress| {
        let (mut images, mut faults) = (Vec::new(), Vec::new());
        for (at, path) in paths.iter().enumerate() {
            #[expect(clippy::cast_precision_loss, reason = "a few files")]
            let share = at as f32 / paths.len() as f32;
            if progress.tell(share).is_break() {
                return JobDone::ImagesRead { map, place, images: Vec::new(), faults: Vec::new() };
            }
            match read_now(path, texts) {
                Ok(image) => images.push(image),
                Err(sentence) => faults.push(sentence),
            }
        }
        JobDone::ImagesRead { map, place, images, faults }
    });
}

/// Takes in a picture that is in no file, for the map that has this number; ends in [`JobDone::ImagesRead`].
pub fn start_taking_in(jobs: &mut Jobs, pixels: Arc<ColorImage>, (map, place): (u64, ImagePlace), texts: Texts) {
    let name = texts.paste_image_name();
    jobs.start(name, move |_| {
        let taken_in = guarded(|| image::import_unfiled(name, unfiled(&pixels)));
        let (images, faults) = match taken_in {
            Ok(image) => (vec![image], Vec::new()),
            Err(fault) => (Vec::new(), vec![fault.sentence(name, texts)]),
        };
        JobDone::ImagesRead { map, place, images, faults }
    });
}

/// Takes in a picture that came as SVG text, for the map that has this number; ends in [`JobDone::ImagesRead`].
pub fn start_taking_in_svg(jobs: &mut Jobs, text: String, (map, place): (u64, ImagePlace), texts: Texts) {
    let name = texts.paste_image_name();
    jobs.start(name, move |_| {
        let (images, faults) = match read_bytes(name, text.as_bytes(), texts) {
            Ok(image) => (vec![image], Vec::new()),
            Err(sentence) => (Vec::new(), vec![sentence]),
        };
        JobDone::ImagesRead { map, place, images, faults }
    });
}

/// The pixels as files have them; a picture too wide to be counted has none.
fn unfiled(picture: &ColorImage) -> image::Pixels {
    let [width, height] = picture.size.map(|side| u32::try_from(side).unwrap_or_default());
    let rgba = picture.pixels.iter().flat_map(egui::Color32::to_srgba_unmultiplied).collect();
    image::Pixels { width, height, rgba }
}

/// Reads one picture on this thread; the error is a sentence.
pub fn read_now(path: &Path, texts: Texts) -> Result<NewImage, String> {
    let bytes = disk::read_image_file(path).map_err(|error| error.sentence(texts))?;
    read_bytes(&file_name(path), &bytes, texts)
}

fn read_bytes(name: &str, bytes: &[u8], texts: Texts) -> Result<NewImage, String> {
    let faces = fonts::FACES.iter().map(|(_, bytes)| *bytes);
    let fonts: Vec<&'static [u8]> = faces.chain([fonts::SYMBOLS]).collect();
    guarded(|| image::import(name, bytes, &fonts)).map_err(|fault| fault.sentence(name, texts))
}

/// Decodes pictures for the screen; ends in [`JobDone::PicturesDecoded`].
pub fn start_decoding(jobs: &mut Jobs, wanted: Vec<Wanted>) -> JobId {
    jobs.start("", move |_| {
        let decode = |wanted: Wanted| {
            let pixels = guarded(|| image::decode(&wanted.data, wanted.side)).ok();
            (pixels.and_then(color_image), wanted)
        };
        JobDone::PicturesDecoded(wanted.into_iter().map(decode).collect())
    })
}

fn color_image(pixels: image::Pixels) -> Option<ColorImage> {
    let size = [usize::try_from(pixels.width).ok()?, usize::try_from(pixels.height).ok()?];
    Some(ColorImage::from_rgba_unmultiplied(size, &pixels.rgba))
}

/// A decoder that breaks down on a file says no more than that the file is damaged.
fn guarded<T>(work: impl FnOnce() -> Result<T, image::ImageFault>) -> Result<T, image::ImageFault> {
    let done = catch_unwind(AssertUnwindSafe(work));
    done.unwrap_or_else(|_| Err(image::ImageFault::Broken("decoder".to_owned())))
}
