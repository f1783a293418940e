//! Picture files without what they say about where, when and by whom they were made, their pixels untouched.
//!
//! Colour profiles stay. Must not decode pixels. Formats: PNG (W3C), JPEG (ITU T.81, B.1), WebP (RFC 9649).

use crate::map::ImageFormat;

/// The file without its metadata; `None` where it is not built as it should be.
pub(super) fn without(bytes: &[u8], format: ImageFormat) -> Option<Vec<u8>> {
    match format {
        ImageFormat::Png => png(bytes),
        ImageFormat::Jpeg => jpeg(bytes),
        ImageFormat::WebP => webp(bytes),
    }
}

/// Cuts off the first `len` bytes of `rest`.
fn take<'a>(rest: &mut &'a [u8], len: usize) -> Option<&'a [u8]> {
    let (head, tail) = rest.split_at_checked(len)?;
    *rest = tail;
    Some(head)
}

fn png(bytes: &[u8]) -> Option<Vec<u8>> {
    const LEFT_OUT: [&[u8]; 8] = [b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME", b"acTL", b"fcTL", b"fdAT"];
    let mut rest = bytes;
    let mut kept = take(&mut rest, 8)?.to_vec();
    loop {
        let len = u32::from_be_bytes(rest.get(..4)?.try_into().ok()?);
        let chunk = take(&mut rest, usize::try_from(len).ok()?.checked_add(12)?)?;
        let name = chunk.get(4..8)?;
        if !LEFT_OUT.contains(&name) {
            kept.extend_from_slice(chunk);
        }
        if name == b"IEND" {
            return Some(kept);
        }
    }
}

fn jpeg(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut rest = bytes;
    let mut kept = take(&mut rest, 2)?.to_vec();
    loop {
        let [0xff, marker] = *rest.get(..2)? else { return None };
        match marker {
            // A fill byte before a marker.
            0xff => {
                take(&mut rest, 1)?;
            }
            0xd9 => {
                kept.extend([0xff, 0xd9]);
                return Some(kept);
            }
            0x01 | 0xd0..=0xd8 => kept.extend_from_slice(take(&mut rest, 2)?),
            _ => {
                let len = usize::from(u16::from_be_bytes(rest.get(2..4)?.try_into().ok()?));
                let segment = take(&mut rest, len.checked_add(2)?)?;
                if is_kept(marker, segment.get(4..).unwrap_or_default()) {
                    kept.extend_from_slice(segment);
                }
                if marker == 0xda {
                    let len = scan_len(rest)?;
                    kept.extend_from_slice(take(&mut rest, len)?);
                }
            }
        }
    }
}

/// Of the application segments: JFIF, colour profiles, and Adobe's word about colours. No comments.
fn is_kept(marker: u8, content: &[u8]) -> bool {
    match marker {
        0xe0 | 0xee => true,
        0xe2 => content.starts_with(b"ICC_PROFILE\0"),
        0xe1..=0xef | 0xfe => false,
        _ => true,
    }
}

/// How long the coded pixels are, up to the next marker that is none of theirs.
fn scan_len(bytes: &[u8]) -> Option<usize> {
    bytes.windows(2).position(|pair| matches!(pair, [0xff, next] if !matches!(next, 0x00 | 0xd0..=0xd7 | 0xff)))
}

/// Whether the last scan of a JPEG has its end.
pub(super) fn has_end(bytes: &[u8]) -> bool {
    let last = |pair: &[u8]| bytes.windows(2).rposition(|two| two == pair);
    last(&[0xff, 0xd9]) > last(&[0xff, 0xda])
}

fn webp(bytes: &[u8]) -> Option<Vec<u8>> {
    const ANIMATED: u8 = 0x02;
    const SAYS_METADATA: u8 = 0x08 | 0x04;
    let size = usize::try_from(u32::from_le_bytes(bytes.get(4..8)?.try_into().ok()?)).ok()?;
    let mut rest = bytes.get(12..size.checked_add(8)?.min(bytes.len()))?;
    let mut kept = bytes.get(..12)?.to_vec();
    while !rest.is_empty() {
        let len = usize::try_from(u32::from_le_bytes(rest.get(4..8)?.try_into().ok()?)).ok()?;
        let padded = len.checked_add(8)?.checked_add(len % 2)?.min(rest.len());
        let mut chunk = take(&mut rest, padded)?.to_vec();
        match chunk.get(..4)? {
            b"EXIF" | b"XMP " => continue,
            b"VP8X" => {
                let flags = chunk.get_mut(8)?;
                if *flags & ANIMATED != 0 {
                    return None;
                }
                *flags &= !SAYS_METADATA;
            }
            _ => {}
        }
        kept.extend_from_slice(&chunk);
    }
    let size = u32::try_from(kept.len() - 8).ok()?;
    kept.get_mut(4..8)?.copy_from_slice(&size.to_le_bytes());
    Some(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chunk(name: &[u8], data: &[u8]) -> Vec<u8> {
        let len = u32::try_from(data.len()).expect("short");
        [&len.to_be_bytes(), name, data, &[1, 2, 3, 4]].concat()
    }

    #[test]
    fn a_png_keeps_its_pixels_and_profile() {
        let start = b"\x89PNG\r\n\x1a\n".to_vec();
        let (head, profile, end) = (chunk(b"IHDR", b"x"), chunk(b"iCCP", b"p"), chunk(b"IEND", b""));
        let pixels = chunk(b"IDAT", b"pixels");
        let place = chunk(b"eXIf", b"10.77 N 106.69 E");
        let text = chunk(b"tEXt", b"Author\0Lan");
        let file = [&start, &head, &text, &profile, &place, &pixels, &end, &b"behind"[..]].map(<[u8]>::to_vec).concat();
        assert_eq!(png(&file), Some([start, head, profile, pixels, end].concat()));
        assert_eq!(png(&file[..40]), None);
    }

    #[test]
    fn a_jpeg_keeps_its_scans_and_profile() {
        let exif = b"\xff\xe1\x00\x08Exif\0\0";
        let profile = b"\xff\xe2\x00\x0fICC_PROFILE\0\x01";
        let comment = b"\xff\xfe\x00\x05Lan";
        let (table, scan) = (b"\xff\xdb\x00\x03\x01", b"\xff\xda\x00\x03\x01ab\xff\x00c\xff\xd0d");
        let file = [&b"\xff\xd8"[..], exif, profile, comment, table, scan, scan, b"\xff\xd9", b"a second picture"];
        let kept = [&b"\xff\xd8"[..], profile, table, scan, scan, b"\xff\xd9"];
        assert_eq!(jpeg(&file.concat()), Some(kept.concat()));
        assert_eq!(jpeg(b"\xff\xd8\xff\xe1\xff\xff"), None);
    }

    #[test]
    fn a_webp_keeps_its_pixels() {
        let riff = |chunks: &[u8]| {
            let size = u32::try_from(chunks.len() + 4).expect("short").to_le_bytes();
            [&b"RIFF"[..], &size, b"WEBP", chunks].concat()
        };
        let (head, clean) = (b"VP8X\x01\0\0\0\x1c\0", b"VP8X\x01\0\0\0\x10\0");
        let (pixels, exif) = (b"VP8L\x03\0\0\0abc\0", b"EXIF\x02\0\0\0xy");
        let file = riff(&[&head[..], pixels, exif].concat());
        assert_eq!(webp(&file), Some(riff(&[&clean[..], pixels].concat())));
        assert_eq!(webp(&riff(b"VP8X\x01\0\0\0\x02\0")), None, "a moving picture is decoded instead");
    }
}
