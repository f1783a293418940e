//! How a person wants the window to be: its theme, its size, whether things move. Kept by the program, set by commands.
//!
//! Must not know where choices are kept.

use crate::{scene::Palette, texts::Texts};
use serde::{Deserialize, Serialize};

/// Which colours the window has. Exported pictures are always light.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ThemeChoice {
    /// Light or dark, with usual or high contrast, as the system says; light where it says nothing.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// Black on white.
    ContrastLight,
    /// White on black.
    ContrastDark,
}

impl ThemeChoice {
    /// Every choice, in the order of the menu.
    pub const ALL: [Self; 5] = [Self::System, Self::Light, Self::Dark, Self::ContrastLight, Self::ContrastDark];

    /// The colours; `system` is what the system says, `None` where it says nothing.
    pub fn palette(self, system: (Option<egui::Theme>, Option<Contrast>)) -> Palette {
        match (self, system) {
            (Self::System, (Some(egui::Theme::Dark), Some(Contrast::High))) => Palette::ContrastDark,
            (Self::System, (_, Some(Contrast::High))) => Palette::ContrastLight,
            (Self::System, (Some(egui::Theme::Dark), _)) | (Self::Dark, _) => Palette::Dark,
            (Self::System, (Some(egui::Theme::Light) | None, _)) | (Self::Light, _) => Palette::Light,
            (Self::ContrastLight, _) => Palette::ContrastLight,
            (Self::ContrastDark, _) => Palette::ContrastDark,
        }
    }

    /// What the menu calls it.
    pub fn text(self, texts: Texts) -> &'static str {
        match self {
            Self::System => texts.command_theme_system(),
            Self::Light => texts.command_theme_light(),
            Self::Dark => texts.command_theme_dark(),
            Self::ContrastLight => texts.command_theme_contrast_light(),
            Self::ContrastDark => texts.command_theme_contrast_dark(),
        }
    }
}

/// How large the window's words and signs are. The map's zoom is another matter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scale {
    /// 75 %.
    Percent75,
    /// 90 %.
    Percent90,
    /// As the system has it.
    #[default]
    Percent100,
    /// 110 %.
    Percent110,
    /// 125 %.
    Percent125,
    /// 150 %.
    Percent150,
    /// 175 %.
    Percent175,
    /// 200 %.
    Percent200,
}

impl Scale {
    /// Every scale, the smallest first.
    pub const ALL: [Self; 8] = [
        Self::Percent75,
        Self::Percent90,
        Self::Percent100,
        Self::Percent110,
        Self::Percent125,
        Self::Percent150,
        Self::Percent175,
        Self::Percent200,
    ];

    /// 1 is as the system has it.
    pub fn factor(self) -> f32 {
        match self {
            Self::Percent75 => 0.75,
            Self::Percent90 => 0.9,
            Self::Percent100 => 1.0,
            Self::Percent110 => 1.1,
            Self::Percent125 => 1.25,
            Self::Percent150 => 1.5,
            Self::Percent175 => 1.75,
            Self::Percent200 => 2.0,
        }
    }

    /// What the menu calls it.
    pub fn text(self, texts: Texts) -> &'static str {
        match self {
            Self::Percent75 => texts.command_scale_75(),
            Self::Percent90 => texts.command_scale_90(),
            Self::Percent100 => texts.command_scale_100(),
            Self::Percent110 => texts.command_scale_110(),
            Self::Percent125 => texts.command_scale_125(),
            Self::Percent150 => texts.command_scale_150(),
            Self::Percent175 => texts.command_scale_175(),
            Self::Percent200 => texts.command_scale_200(),
        }
    }
}

/// How much contrast the system asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contrast {
    /// No more than usual.
    Usual,
    /// As much as there is.
    High,
}

/// Whether anything moves by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Motion {
    /// Menus fade in, the caret blinks.
    #[default]
    Usual,
    /// Nothing does.
    Reduced,
}

impl Motion {
    /// The other of the two.
    pub fn other(self) -> Self {
        match self {
            Self::Usual => Self::Reduced,
            Self::Reduced => Self::Usual,
        }
    }
}

/// All choices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Choices {
    /// Its colours.
    pub theme: ThemeChoice,
    /// Its size.
    pub scale: Scale,
    /// Whether things move; `None` follows the system, and is usual where it says nothing.
    pub motion: Option<Motion>,
}
