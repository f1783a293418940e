//! SVG files as pixels. Nothing in them is run, and nothing outside them is read: no file, no address, no font but
//! those that are handed in. Must not read compressed files (`svgz`): they could grow without end.

use super::{Encoded, ImageFault, size_of};
use crate::map::{ImageBytes, ImageFormat};
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{
        ImageHrefResolver, ImageKind, Options, Tree, fontdb,
        roxmltree::{Document, ParsingOptions},
    },
};
use std::sync::Arc;

/// The longest side of the pixels an SVG becomes: ten times a card's width.
const LONGEST_SIDE: f32 = 1200.0;
/// Elements inside elements at the most: real files have a few dozen, and the renderer calls itself for each level.
const DEEPEST: usize = 200;

/// Whether the bytes look like an SVG.
pub(super) fn is_svg(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    text.trim_start_matches('\u{feff}').trim_start().starts_with('<') && text.contains("<svg")
}

/// The SVG drawn large enough for every zoom, as PNG.
pub(super) fn rendered(bytes: &[u8], fonts: &[&'static [u8]]) -> Result<Encoded, ImageFault> {
    let broken = |reason: &dyn ToString| ImageFault::Broken(reason.to_string());
    let text = std::str::from_utf8(bytes).map_err(|error| broken(&error))?;
    // A document type may name characters; what it names in turn is limited by the reader.
    let reading = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, reading).map_err(|error| broken(&error))?;
    if depth(&document) > DEEPEST {
        return Err(broken(&"elements stand inside elements without end"));
    }
    let tree = Tree::from_xmltree(&document, &options(fonts)).map_err(|error| broken(&error))?;
    let size = tree.size();
    let scale = LONGEST_SIDE / size.width().max(size.height());
    let (width, height) = (pixels(size.width() * scale), pixels(size.height() * scale));
    let mut pixmap = Pixmap::new(width, height).ok_or_else(|| broken(&"no memory"))?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    let png = pixmap.encode_png().map_err(|error| broken(&error))?;
    Ok((ImageBytes::new(png), (width, height)))
}

fn pixels(length: f32) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped just before")]
    let pixels = length.round().clamp(1.0, LONGEST_SIDE) as u32;
    pixels
}

fn options(fonts: &[&'static [u8]]) -> Options<'static> {
    let mut known = fontdb::Database::new();
    for face in fonts {
        known.load_font_source(fontdb::Source::Binary(Arc::new(*face)));
    }
    let image_href_resolver =
        ImageHrefResolver { resolve_data: Box::new(inner_picture), resolve_string: Box::new(|_, _| None) };
    let font_family = "Be Vietnam Pro".to_owned();
    Options { fontdb: Arc::new(known), font_family, image_href_resolver, ..Options::default() }
}

/// A picture inside the SVG itself, if it is of a kind and size that is decoded.
fn inner_picture(_: &str, data: Arc<Vec<u8>>, _: &Options<'_>) -> Option<ImageKind> {
    let format = ImageBytes::new(data.as_slice()).format()?;
    size_of(&data, format).ok()?;
    Some(match format {
        ImageFormat::Png => ImageKind::PNG(data),
        ImageFormat::Jpeg => ImageKind::JPEG(data),
        ImageFormat::WebP => ImageKind::WEBP(data),
    })
}

/// How deep elements stand inside elements.
fn depth(document: &Document<'_>) -> usize {
    let mut depths: Vec<usize> = Vec::new();
    // A parent comes before its children, and a node's id is its place.
    for node in document.descendants() {
        let above = node.parent().and_then(|parent| depths.get(parent.id().get_usize()).copied());
        depths.push(above.map_or(0, |above| above + 1));
    }
    depths.into_iter().max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_without_end_are_refused() {
        let nested = |count: usize| {
            let (open, close) = ("<g id='/>'>".repeat(count), "</g>".repeat(count));
            format!(
                "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>{open}<path d='M0 0h9v9z'/>{close}</svg>"
            )
        };
        assert!(rendered(nested(190).as_bytes(), &[]).is_ok());
        for count in [500, 100_000] {
            assert!(rendered(nested(count).as_bytes(), &[]).is_err());
        }
    }

    #[test]
    fn only_svg_is_svg() {
        assert!(is_svg("\u{feff} <?xml version=\"1.0\"?><svg/>".as_bytes()));
        assert!(!is_svg(b"<html></html>"));
        assert!(!is_svg(b"svg <svg"));
        assert!(!is_svg(b"\x1f\x8b"));
    }
}
