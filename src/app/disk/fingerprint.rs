//! What a file held when it was last read or written, to see whether somebody else changed it since.
//!
//! The content decides, not the time or the place on the disk: a file that was only touched, copied or checked out
//! again is the same. Must not read files itself.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use sha2::{Digest, Sha256};

/// The checksum of a file's content (SHA-256); 64 hexadecimal digits where it is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fingerprint([u8; 32]);

impl Fingerprint {
    /// That of a file which holds `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// Whether `bytes` are what the file held.
    pub fn holds(&self, bytes: &[u8]) -> bool {
        *self == Self::of(bytes)
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let digits: String = self.0.iter().map(|byte| format!("{byte:02x}")).collect();
        serializer.serialize_str(&digits)
    }
}

impl<'de> Deserialize<'de> for Fingerprint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let digits = String::deserialize(deserializer)?;
        let byte = |pair: &[u8]| std::str::from_utf8(pair).ok().and_then(|pair| u8::from_str_radix(pair, 16).ok());
        let bytes: Option<Vec<u8>> = digits.as_bytes().chunks(2).map(byte).collect();
        let bytes = bytes.and_then(|bytes| bytes.try_into().ok());
        bytes.map(Self).ok_or_else(|| D::Error::custom("not a checksum"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // FIPS 180-2, appendix B.1: the SHA-256 of "abc".
    #[test]
    fn a_fingerprint_is_written_down_and_read_again() {
        let written = ron::to_string(&Fingerprint::of(b"abc")).unwrap();
        assert_eq!(written, "\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"");
        let read: Fingerprint = ron::from_str(&written).unwrap();
        assert!(read.holds(b"abc") && !read.holds(b"abd"));
        for bad in ["\"\"", "\"zz\"", "\"ba78\"", "\"\u{1ef9}\""] {
            assert!(ron::from_str::<Fingerprint>(bad).is_err(), "{bad}");
        }
    }
}
