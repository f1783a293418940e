//! Picture files in and out: PNG, JPEG, WebP and SVG become what a map can hold, and that becomes pixels.
//!
//! A file that is small enough stays as it is, without what it says about its maker (place, camera, time): no loss is
//! added. A larger one is scaled down. An SVG becomes pixels at once, so that nothing in it can run or be fetched.
//! Every decoder works within [`MOST_PIXELS`]. Must not know where the bytes came from.

mod metadata;
mod vector;

use crate::{
    map::{Image, ImageBytes, ImageFormat, Map, NewImage},
    texts::Texts,
};
use ::image::{
    DynamicImage, ImageDecoder as _, ImageError, ImageReader, Limits,
    codecs::{jpeg::JpegEncoder, png::PngEncoder},
    imageops::FilterType,
    metadata::Orientation,
};
use std::io::Cursor;

/// The largest picture file that is read: 20 MiB.
pub const MAX_BYTES: u64 = 20 << 20;
/// No picture of a map is wider or higher, in pixels; larger ones are scaled down when they come in.
pub const LONGEST_SIDE: u32 = 2000;
/// So many pixels are decoded at the most: 50 million, larger than the photographs of most telephones.
pub const MOST_PIXELS: u64 = 50_000_000;
/// What a decoder may take: each pixel as red, green, blue and opacity in 16 bits.
const MOST_MEMORY: u64 = MOST_PIXELS * 8;
/// How well a photograph is kept that had to be scaled down, 1 to 100: no difference is seen.
const JPEG_QUALITY: u8 = 90;
/// The endings of the files that can be read.
pub const ENDINGS: [&str; 5] = ["png", "jpg", "jpeg", "webp", "svg"];

/// A decoded picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Red, green, blue and opacity of each pixel, row by row; not premultiplied.
    pub rgba: Vec<u8>,
}

/// Why a file is no picture for a map.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImageFault {
    /// It is of another kind.
    #[error("no PNG, JPEG, WebP or SVG")]
    UnknownKind,
    /// More bytes than [`MAX_BYTES`].
    #[error("too large")]
    TooLarge,
    /// More pixels than [`MOST_PIXELS`].
    #[error("{width} × {height} pixels are too many")]
    TooManyPixels {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
    },
    /// It is damaged; the decoder's own words.
    #[error("{0}")]
    Broken(String),
}

impl ImageFault {
    /// What is wrong with the file `name`, and what to do, in a sentence.
    pub fn sentence(&self, name: &str, texts: Texts) -> String {
        match self {
            Self::UnknownKind => texts.image_unknown_kind(name),
            Self::TooLarge => texts.image_too_large(name, texts.count(MAX_BYTES >> 20)),
            Self::TooManyPixels { width, height } => texts.image_too_many_pixels(
                name,
                texts.count(u64::from(*width)),
                texts.count(u64::from(*height)),
                texts.count(MOST_PIXELS / 1_000_000),
            ),
            Self::Broken(reason) => texts.image_broken(name, reason),
        }
    }
}

impl From<ImageError> for ImageFault {
    fn from(error: ImageError) -> Self {
        Self::Broken(error.to_string())
    }
}

/// Reads a picture file, which `name` is the name of. `fonts` are the faces that texts of an SVG are set in.
///
/// # Errors
///
/// What is no picture, is damaged, or is too large.
pub fn import(name: &str, bytes: &[u8], fonts: &[&'static [u8]]) -> Result<NewImage, ImageFault> {
    if u64::try_from(bytes.len()).is_ok_and(|size| size > MAX_BYTES) {
        return Err(ImageFault::TooLarge);
    }
    let source = ImageBytes::new(bytes);
    let (data, (width, height)) = match source.format() {
        Some(format) => import_pixels(bytes, format)?,
        None if vector::is_svg(bytes) => vector::rendered(bytes, fonts)?,
        None => return Err(ImageFault::UnknownKind),
    };
    Ok(NewImage { name: name.to_owned(), width, height, data })
}

/// Whether a text from elsewhere is an SVG picture, as other programs copy one.
pub fn is_svg_text(text: &str) -> bool {
    let begins = text.trim_start_matches('\u{feff}').trim_start();
    let is_it = ["<svg", "<?xml", "<!--", "<!DOCTYPE svg"].iter().any(|start| begins.starts_with(start));
    is_it && begins.contains("<svg") && begins.contains("http://www.w3.org/2000/svg")
}

/// A picture from pixels that are in no file, such as the clipboard's.
///
/// # Errors
///
/// No pixels, too many, or another number of them than width and height say.
pub fn import_unfiled(name: &str, pixels: Pixels) -> Result<NewImage, ImageFault> {
    let Pixels { width, height, rgba } = pixels;
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(ImageFault::TooManyPixels { width, height });
    }
    let picture = ::image::RgbaImage::from_raw(width, height, rgba).filter(|_| width > 0 && height > 0);
    let mut picture = DynamicImage::from(picture.ok_or_else(|| ImageFault::Broken("no pixels".to_owned()))?);
    if width.max(height) > LONGEST_SIDE {
        picture = picture.resize(LONGEST_SIDE, LONGEST_SIDE, FilterType::Lanczos3);
    }
    let (width, height) = (picture.width(), picture.height());
    Ok(NewImage { name: name.to_owned(), width, height, data: encoded_png(&picture)? })
}

type Encoded = (ImageBytes, (u32, u32));

fn import_pixels(bytes: &[u8], format: ImageFormat) -> Result<Encoded, ImageFault> {
    // The decoder shows grey where a photograph ends too early.
    if format == ImageFormat::Jpeg && !metadata::has_end(bytes) {
        return Err(ImageFault::Broken("its end is missing".to_owned()));
    }
    let (mut picture, turn) = decoded(bytes, format)?;
    let (width, height) = (picture.width(), picture.height());
    let fits = width.max(height) <= LONGEST_SIDE;
    if fits
        && turn == Orientation::NoTransforms
        && let Some(clean) = metadata::without(bytes, format)
    {
        return Ok((ImageBytes::new(clean), (width, height)));
    }
    picture.apply_orientation(turn);
    if fits {
        return Ok((encoded_png(&picture)?, (picture.width(), picture.height())));
    }
    let small = picture.resize(LONGEST_SIDE, LONGEST_SIDE, FilterType::Lanczos3);
    let size = (small.width(), small.height());
    let data = match format {
        ImageFormat::Png => encoded_png(&small)?,
        ImageFormat::Jpeg => encoded_jpeg(&small)?,
        ImageFormat::WebP if small.color().has_alpha() => encoded_png(&small)?,
        ImageFormat::WebP => smaller(encoded_png(&small)?, encoded_jpeg(&small)?),
    };
    Ok((data, size))
}

fn smaller(a: ImageBytes, b: ImageBytes) -> ImageBytes {
    if b.bytes().len() < a.bytes().len() { b } else { a }
}

fn encoded_png(picture: &DynamicImage) -> Result<ImageBytes, ImageFault> {
    let mut bytes = Vec::new();
    picture.write_with_encoder(PngEncoder::new(&mut bytes))?;
    Ok(ImageBytes::new(bytes))
}

fn encoded_jpeg(picture: &DynamicImage) -> Result<ImageBytes, ImageFault> {
    let mut bytes = Vec::new();
    picture.to_rgb8().write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY))?;
    Ok(ImageBytes::new(bytes))
}

fn kind(format: ImageFormat) -> ::image::ImageFormat {
    match format {
        ImageFormat::Png => ::image::ImageFormat::Png,
        ImageFormat::Jpeg => ::image::ImageFormat::Jpeg,
        ImageFormat::WebP => ::image::ImageFormat::WebP,
    }
}

/// Width and height as the file's header says, within what is decoded.
fn size_of(bytes: &[u8], format: ImageFormat) -> Result<(u32, u32), ImageFault> {
    let (width, height) = ImageReader::with_format(Cursor::new(bytes), kind(format)).into_dimensions()?;
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(ImageFault::TooManyPixels { width, height });
    }
    Ok((width, height))
}

/// The pixels as they stand in the file, and how they have to be turned to be seen as the camera was held.
fn decoded(bytes: &[u8], format: ImageFormat) -> Result<(DynamicImage, Orientation), ImageFault> {
    size_of(bytes, format)?;
    let mut reader = ImageReader::with_format(Cursor::new(bytes), kind(format));
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let turn = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    Ok((DynamicImage::from_decoder(decoder)?, turn))
}

/// The pixels of a picture of a map, scaled down so that its longest side has at most `side` of them.
///
/// # Errors
///
/// A damaged file, or one that is too large.
pub fn decode(data: &ImageBytes, side: u32) -> Result<Pixels, ImageFault> {
    let format = data.format().ok_or(ImageFault::UnknownKind)?;
    let (picture, _) = decoded(data.bytes(), format)?;
    let picture = if picture.width().max(picture.height()) > side.max(1) {
        picture.resize(side.max(1), side.max(1), FilterType::Triangle)
    } else {
        picture
    };
    let rgba = picture.into_rgba8();
    Ok(Pixels { width: rgba.width(), height: rgba.height(), rgba: rgba.into_raw() })
}

/// Whether an image is as large as it says and can be decoded as far as its header tells.
pub(in crate::files) fn is_sound(image: &Image) -> bool {
    let size = image.data.format().map(|format| size_of(image.data.bytes(), format));
    matches!(size, Some(Ok(size)) if size == (image.width, image.height))
}

/// The images of a map that are not what they say.
pub(super) fn unsound(map: &Map) -> impl Iterator<Item = &Image> {
    map.images.iter().map(|image| &**image).filter(|image| !is_sound(image))
}
