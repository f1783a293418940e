//! The fonts of the system, for letters that the bundled ones lack: 日本語, العربية, emoji …
//!
//! The system is asked by egui's own provider, which lists its fonts on a thread. That takes a tenth of a second or
//! more, so it begins with the first letter that needs it, or when [`SystemFonts::prepare`] is called.
//! Must not know what is written.

use crate::scene::MoreFonts;
use egui::epaint::text::{FallbackRequest, FontInsert, FontProvider};
use egui_system_font_provider::SystemFontProvider;
use std::sync::{Arc, OnceLock};

/// The fonts of the system, listed once.
#[derive(Default)]
pub struct SystemFonts(OnceLock<SystemFontProvider>);

impl SystemFonts {
    /// The fonts of the system, not listed yet.
    pub fn new() -> Arc<Self> {
        Arc::default()
    }

    /// These fonts behind the bundled ones.
    pub fn behind_bundled(self: &Arc<Self>) -> MoreFonts {
        MoreFonts::of(Arc::clone(self) as Arc<dyn FontProvider>)
    }

    /// Begins to list the fonts, on another thread, so that the first letter that needs them does not wait.
    pub fn prepare(&self) {
        self.0.get_or_init(SystemFontProvider::new);
    }
}

impl FontProvider for SystemFonts {
    fn font_for(&self, request: &FallbackRequest<'_>) -> Option<FontInsert> {
        self.0.get_or_init(SystemFontProvider::new).font_for(request)
    }
}
