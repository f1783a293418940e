//! Pictures that a map carries with it, each once, as the bytes of a PNG, JPEG or WebP file.
//!
//! This file must not decode a picture; how large it is was found out when it came in.

use super::ImageId;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::{fmt, sync::Arc};

/// A picture of the map. The bytes of an id never change: another picture has another id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Image {
    /// Its id, once in the map.
    pub id: ImageId,
    /// The name of the file it came from; empty where it came from none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What can be seen on it, for those who cannot see it; empty where nobody said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// Width in pixels, at least 1.
    pub width: u32,
    /// Height in pixels, at least 1.
    pub height: u32,
    /// The file.
    pub data: ImageBytes,
}

/// A picture that comes in and has no id yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewImage {
    /// The name of its file; empty for none.
    pub name: String,
    /// Width in pixels, at least 1.
    pub width: u32,
    /// Height in pixels, at least 1.
    pub height: u32,
    /// The file as the map will hold it.
    pub data: ImageBytes,
}

impl Image {
    /// What is said where the picture cannot be seen: its description, else the name of its file.
    pub fn alt(&self) -> &str {
        match self.description.trim() {
            "" => self.name.trim(),
            said => said,
        }
    }
}

/// The bytes of an encoded picture; in the file base64 (RFC 4648).
#[derive(Clone, PartialEq, Eq)]
pub struct ImageBytes(Arc<[u8]>);

impl ImageBytes {
    /// The bytes as they are.
    pub fn new(bytes: impl Into<Arc<[u8]>>) -> Self {
        Self(bytes.into())
    }

    /// The encoded picture.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// What kind of file it is, by its first bytes; `None` for no kind that a map can hold.
    pub fn format(&self) -> Option<ImageFormat> {
        match &*self.0 {
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(ImageFormat::Png),
            [0xff, 0xd8, 0xff, ..] => Some(ImageFormat::Jpeg),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(ImageFormat::WebP),
            _ => None,
        }
    }

    /// Whether both are the very same in memory, which is asked where comparing megabytes would take long.
    pub fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// The bytes as base64 text.
    pub fn base64(&self) -> String {
        STANDARD.encode(&self.0)
    }
}

/// The kinds of picture files that a map can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ImageFormat {
    /// Portable network graphics.
    Png,
    /// A photograph, compressed with loss.
    Jpeg,
    /// WebP, with or without loss.
    WebP,
}

impl ImageFormat {
    /// Its media type, as `data:` addresses name it.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::WebP => "image/webp",
        }
    }
}

impl fmt::Debug for ImageBytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.0.len())
    }
}

impl Serialize for ImageBytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.base64())
    }
}

impl<'de> Deserialize<'de> for ImageBytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        STANDARD.decode(text.as_bytes()).map(Self::new).map_err(|_| D::Error::custom("no base64"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_stand_in_a_file_as_base64() {
        // RFC 4648, section 10.
        assert_eq!(ImageBytes::new(*b"foobar").base64(), "Zm9vYmFy");
        let read: ImageBytes = ron::from_str("\"Zm9vYmE=\"").expect("base64");
        assert_eq!(read.bytes(), b"fooba");
        assert!(ron::from_str::<ImageBytes>("\"Zm9v YmE\"").is_err());
    }

    #[test]
    fn a_file_is_known_by_its_first_bytes() {
        let format = |bytes: &[u8]| ImageBytes::new(bytes).format();
        assert_eq!(format(b"\x89PNG\r\n\x1a\n\0"), Some(ImageFormat::Png));
        assert_eq!(format(b"\xff\xd8\xff\xe0"), Some(ImageFormat::Jpeg));
        assert_eq!(format(b"RIFF\x10\0\0\0WEBPVP8 "), Some(ImageFormat::WebP));
        assert_eq!(format(b"GIF89a"), None);
        assert_eq!(format(b""), None);
    }
}
