//! PNG: our SVG, rendered by resvg with the bundled fonts, so that every machine makes the same picture; only letters that
//! those lack come from the fonts that are handed in.
//!
//! Must not know the map, nor look for fonts.

use super::svg::{write_svg, write_svg_part};
use crate::{
    scene::{MoreFonts, Palette, Rect, Role, Scene, Size, fonts},
    texts::{Sign, Texts},
};
use resvg::{
    tiny_skia::{Color, Pixmap, Transform},
    usvg::{
        ImageHrefResolver, Options, Tree,
        fontdb::{Database, Source},
    },
};
use std::sync::Arc;

/// The largest picture, in pixels: four bytes each while it is made.
pub const MOST_PIXELS: f64 = 150_000_000.0;
/// The widest and the highest picture, in pixels; beyond it few programs can show one.
pub const LONGEST_SIDE: f64 = 65_000.0;

/// Why a picture could not be made.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ExportError {
    /// It would have too many pixels.
    #[error("{width} × {height} pixels are too many; the largest scale is {largest_scale}")]
    TooLarge {
        /// Width in pixels, as asked for.
        width: f64,
        /// Height in pixels, as asked for.
        height: f64,
        /// The largest scale that would do.
        largest_scale: f64,
    },
    /// The scale is not a number above zero.
    #[error("{scale} is no scale")]
    BadScale {
        /// What was asked for.
        scale: f64,
    },
    /// It has more shapes than the renderer takes.
    #[error("the map has more shapes than a PNG can be made of")]
    TooManyShapes,
    /// The renderer refused the picture.
    #[error("the picture could not be rendered: {0}")]
    Renderer(String),
}

impl ExportError {
    /// What to tell the user, with what to do next.
    pub fn sentence(&self, texts: Texts) -> String {
        match self {
            Self::TooLarge { width, height, largest_scale } => {
                let whole = |value: f64| texts.number(value, 0, Sign::WhenNegative);
                // Rounded down, so that the scale that is named does.
                let scale = (largest_scale * 1000.0).floor() / 1000.0;
                texts.export_too_large(whole(*width), whole(*height), texts.number(scale, 3, Sign::WhenNegative))
            }
            Self::BadScale { scale } => texts.export_bad_scale(texts.number(*scale, 2, Sign::WhenNegative)),
            Self::TooManyShapes => texts.export_too_many_shapes().to_owned(),
            Self::Renderer(reason) => texts.export_renderer(reason),
        }
    }
}

/// The scene as a PNG with `scale` pixels to a document unit.
///
/// # Errors
///
/// When the picture would be too large, the scale is no number above zero, or the renderer fails.
pub fn write_png(scene: &Scene, palette: Palette, scale: f64) -> Result<Vec<u8>, ExportError> {
    let pixmap = render((&write_svg(scene, palette), scene.fonts()), scene.paper_size(), palette, scale)?;
    pixmap.encode_png().map_err(|error| ExportError::Renderer(error.to_string()))
}

/// What of the scene lies in `part` as pixels, `scale` to a document unit.
///
/// # Errors
///
/// As [`write_png`].
pub fn pixels_of_part(scene: &Scene, palette: Palette, part: Rect, scale: f64) -> Result<Pixels, ExportError> {
    let pixmap = render((&write_svg_part(scene, palette, part), scene.fonts()), part.size(), palette, scale)?;
    Ok(Pixels::of(pixmap))
}

/// The whole picture as pixels, with its caption, `scale` to a document unit.
///
/// # Errors
///
/// As [`write_png`].
pub fn pixels_of_all(scene: &Scene, palette: Palette, scale: f64) -> Result<Pixels, ExportError> {
    render((&write_svg(scene, palette), scene.fonts()), scene.paper_size(), palette, scale).map(Pixels::of)
}

/// A picture as pixels. Paper lies under all of it, so none is transparent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Red, green, blue and opacity of each pixel, row by row from the top.
    pub rgba: Vec<u8>,
}

impl Pixels {
    fn of(pixmap: Pixmap) -> Self {
        Self { width: pixmap.width(), height: pixmap.height(), rgba: pixmap.take() }
    }
}

fn render((svg, more): (&str, &MoreFonts), size: Size, palette: Palette, scale: f64) -> Result<Pixmap, ExportError> {
    let (width, height) = pixels(size, scale)?;
    let failed = |reason: &dyn ToString| ExportError::Renderer(reason.to_string());
    let tree = parse_with(svg, more).map_err(|error| match error {
        // The text is ours and sound, so this is the one limit it can meet.
        resvg::usvg::Error::ParsingFailed(resvg::usvg::roxmltree::Error::NodesLimitReached)
        | resvg::usvg::Error::ElementsLimitReached => ExportError::TooManyShapes,
        other => failed(&other),
    })?;
    let mut pixmap = Pixmap::new(width, height).ok_or_else(|| failed(&"no memory"))?;
    // The last row and column may be covered in part only; paper lies under them too.
    let paper = palette.rgb(Role::Paper);
    pixmap.fill(Color::from_rgba8(paper.0, paper.1, paper.2, u8::MAX));
    #[expect(clippy::cast_possible_truncation, reason = "the renderer works in f32")]
    let scale = scale as f32;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    Ok(pixmap)
}

/// The largest scale at which the scene can be written.
pub fn largest_scale(scene: &Scene) -> f64 {
    largest_scale_of(scene.paper_size())
}

/// The largest scale at which a picture of that size in document units can be written.
pub fn largest_scale_of(size: Size) -> f64 {
    let (width, height) = (size.width.max(1.0), size.height.max(1.0));
    (MOST_PIXELS / (width * height)).sqrt().min(LONGEST_SIDE / width.max(height))
}

/// Reads an SVG with the bundled fonts.
pub fn parse_svg(svg: &str) -> Result<Tree, resvg::usvg::Error> {
    parse_with(svg, &MoreFonts::default())
}

/// Reads an SVG with the bundled fonts, and those of `more` that it needs.
fn parse_with(svg: &str, more: &MoreFonts) -> Result<Tree, resvg::usvg::Error> {
    let mut known = Database::new();
    for (_, bytes) in fonts::FACES {
        known.load_font_source(Source::Binary(Arc::new(bytes)));
    }
    known.load_font_source(Source::Binary(Arc::new(fonts::SYMBOLS)));
    for found in more.needed_for(svg) {
        known.load_font_source(Source::Binary(Arc::new(found.data.bytes().to_vec())));
    }
    // Pictures stand in the text itself; nothing is looked for elsewhere.
    let image_href_resolver =
        ImageHrefResolver { resolve_string: Box::new(|_, _| None), ..ImageHrefResolver::default() };
    let font_family = "Be Vietnam Pro".to_owned();
    let options = Options { image_href_resolver, fontdb: Arc::new(known), font_family, ..Options::default() };
    Tree::from_str(svg, &options)
}

fn pixels(size: Size, scale: f64) -> Result<(u32, u32), ExportError> {
    if !(scale.is_finite() && scale > 0.0) {
        return Err(ExportError::BadScale { scale });
    }
    let (width, height) = ((size.width * scale).ceil(), (size.height * scale).ceil());
    if scale > largest_scale_of(size) {
        return Err(ExportError::TooLarge { width, height, largest_scale: largest_scale_of(size) });
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "positive and within the longest side")]
    let whole = |value: f64| (value as u32).max(1);
    Ok((whole(width), whole(height)))
}
