//! The fonts of the map and of the window: those that are bundled, and where letters come from that those lack.
//!
//! Must not look for fonts on this machine (that is `app`), nor know what a text is for.

use super::FontWeight;
use epaint::{
    FontFamily, FontId,
    text::{FontData, FontDefinitions, FontInsert, FontProvider, Fonts, TextOptions},
};
use std::sync::Arc;

/// The size at which words are measured, in document units.
pub(super) const MEASURED_SIZE: f32 = 16.0;

/// The bundled faces: name of the family and the file.
pub const FACES: [(&str, &[u8]); 4] = [
    ("regular", include_bytes!("../../assets/fonts/BeVietnamPro-Regular.ttf")),
    ("medium", include_bytes!("../../assets/fonts/BeVietnamPro-Medium.ttf")),
    ("semibold", include_bytes!("../../assets/fonts/BeVietnamPro-SemiBold.ttf")),
    ("bold", include_bytes!("../../assets/fonts/BeVietnamPro-Bold.ttf")),
];
/// The face behind them, for arrows and symbols.
pub const SYMBOLS: &[u8] = include_bytes!("../../assets/fonts/Inter-Regular-subset.ttf");

impl FontWeight {
    /// The family's name in [`font_definitions`].
    pub fn family_name(self) -> &'static str {
        match self {
            Self::Regular => "regular",
            Self::Medium => "medium",
            Self::SemiBold => "semibold",
            Self::Bold => "bold",
        }
    }

    /// The weight as CSS counts it.
    pub fn number(self) -> u16 {
        match self {
            Self::Regular => 400,
            Self::Medium => 500,
            Self::SemiBold => 600,
            Self::Bold => 700,
        }
    }
}

/// The family that is the product's face with nothing behind it.
const FACE_ALONE: &str = "face alone";

/// The bundled fonts for epaint and egui: families `regular`, `medium`, `semibold` and `bold`, Inter's symbols behind
/// each; egui's proportional and monospace families are the regular one.
pub fn font_definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let symbols = "symbols".to_owned();
    fonts.font_data.insert(symbols.clone(), Arc::new(FontData::from_static(SYMBOLS)));
    for (name, bytes) in FACES {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
        let family = FontFamily::Name(name.into());
        fonts.families.insert(family, vec![name.to_owned(), symbols.clone()]);
    }
    fonts.families.insert(FontFamily::Name(FACE_ALONE.into()), vec!["regular".to_owned()]);
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        fonts.families.insert(family, vec!["regular".to_owned(), symbols.clone()]);
    }
    fonts
}

/// Knows which characters come from [`SYMBOLS`].
pub struct SymbolFinder {
    faces: Fonts,
}

impl Default for SymbolFinder {
    fn default() -> Self {
        Self { faces: MoreFonts::default().fonts() }
    }
}

impl SymbolFinder {
    /// Whether the product's face lacks a character that the face behind it has. All weights have the same characters.
    pub fn is_symbol(&mut self, character: char) -> bool {
        let mut has = |family: &str| {
            self.faces.has_glyph(&FontId::new(MEASURED_SIZE, FontFamily::Name(family.into())), character)
        };
        !character.is_ascii() && !has(FACE_ALONE) && has(FontWeight::Regular.family_name())
    }
}

/// How epaint and egui set these fonts.
pub fn text_options() -> TextOptions {
    TextOptions { font_hinting: false, ..TextOptions::default() }
}

/// Where letters come from that the bundled fonts lack, such as the fonts of the system. None by default, so that
/// texts are measured alike on every machine.
#[derive(Clone, Default)]
pub struct MoreFonts(Option<Arc<dyn FontProvider>>);

impl std::fmt::Debug for MoreFonts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("MoreFonts").field(&self.0.is_some()).finish()
    }
}

impl MoreFonts {
    /// Letters come from `provider`, which is asked once for each letter and weight.
    pub fn of(provider: Arc<dyn FontProvider>) -> Self {
        Self(Some(provider))
    }

    /// Who is asked.
    pub fn provider(&self) -> Option<&Arc<dyn FontProvider>> {
        self.0.as_ref()
    }

    /// The bundled fonts with these behind them.
    pub fn fonts(&self) -> Fonts {
        Fonts::new(text_options(), font_definitions()).with_font_providers(self.0.iter().cloned().collect())
    }

    /// The fonts that some text needs besides the bundled ones, each once.
    pub fn needed_for(&self, text: &str) -> Vec<FontInsert> {
        if self.0.is_none() || text.is_ascii() {
            return Vec::new();
        }
        let mut fonts = self.fonts();
        let font = FontId::new(MEASURED_SIZE, FontFamily::Name(FontWeight::Regular.family_name().into()));
        for letter in text.chars().filter(|letter| !letter.is_ascii() && !letter.is_control()) {
            fonts.has_glyph(&font, letter);
        }
        fonts.discovered_fonts().to_vec()
    }
}
