//! Every colour of the product, by role. No other file holds a colour.
//!
//! Must not know what is drawn with a role.

use super::shape::{Color, ColorSource};
use crate::map::{Rgb, Tone};

/// What a colour is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Text and the actual curve.
    Ink,
    /// Quieter text.
    Soft,
    /// The quietest text.
    Faint,
    /// Lines between things.
    Hairline,
    /// The canvas.
    Paper,
    /// Cards and panels.
    Card,
    /// Text on a stage's header or on the accent.
    OnColor,
    /// Positive feelings.
    Positive,
    /// Neutral feelings.
    Neutral,
    /// Negative feelings; also faults.
    Negative,
    /// The ground of the positive band.
    PositiveTint,
    /// The ground of the neutral band.
    NeutralTint,
    /// The ground of the negative band.
    NegativeTint,
    /// Selection, measured values, the main button.
    Accent,
    /// The ground of what is chosen.
    AccentTint,
    /// The ground of pain points.
    PainTint,
    /// The ground of opportunities.
    OpportunityTint,
    /// The ground of a note on the canvas.
    NoteTint,
    /// The border of a note on the canvas.
    NoteBorder,
    /// The ground of a question to the user.
    WarningTint,
    /// The border of a question to the user.
    Warning,
    /// The nth stage or persona; repeats after the sixth.
    Nth(usize),
}

impl Role {
    /// The colour of a tone's face, line and word.
    pub fn of_tone(tone: Tone) -> Self {
        match tone {
            Tone::Negative => Self::Negative,
            Tone::Neutral => Self::Neutral,
            Tone::Positive => Self::Positive,
        }
    }

    /// The ground of a tone's band.
    pub fn tint_of_tone(tone: Tone) -> Self {
        match tone {
            Tone::Negative => Self::NegativeTint,
            Tone::Neutral => Self::NeutralTint,
            Tone::Positive => Self::PositiveTint,
        }
    }
}

/// A set of colours for all roles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Palette {
    /// Dark ink on warm paper.
    #[default]
    Light,
}

const NTH: [Rgb; 6] = [
    Rgb(0x4c, 0x6f, 0xbf),
    Rgb(0x7a, 0x63, 0xb8),
    Rgb(0xb0, 0x64, 0x9a),
    Rgb(0xc2, 0x7a, 0x45),
    Rgb(0x5f, 0x8f, 0x4e),
    Rgb(0x3e, 0x8e, 0x9e),
];

impl Palette {
    /// The colour of a role.
    pub fn rgb(self, role: Role) -> Rgb {
        match role {
            Role::Ink => Rgb(0x1f, 0x24, 0x30),
            Role::Soft => Rgb(0x5b, 0x62, 0x70),
            Role::Faint => Rgb(0x8f, 0x95, 0xa1),
            Role::Hairline => Rgb(0xe4, 0xe2, 0xdb),
            Role::Paper => Rgb(0xfa, 0xf9, 0xf5),
            Role::Card | Role::OnColor => Rgb(0xff, 0xff, 0xff),
            Role::Positive => Rgb(0x0e, 0x8a, 0x7d),
            Role::Neutral => Rgb(0x7c, 0x82, 0x90),
            Role::Negative => Rgb(0xcf, 0x4a, 0x4f),
            Role::PositiveTint => Rgb(0xe6, 0xf4, 0xf1),
            Role::NeutralTint => Rgb(0xf3, 0xf3, 0xf1),
            Role::NegativeTint => Rgb(0xfb, 0xec, 0xeb),
            Role::Accent => Rgb(0x34, 0x57, 0xd5),
            Role::AccentTint => Rgb(0xeb, 0xef, 0xfc),
            Role::PainTint => Rgb(0xfd, 0xf1, 0xef),
            Role::OpportunityTint => Rgb(0xed, 0xf4, 0xff),
            Role::NoteTint => Rgb(0xff, 0xf7, 0xd9),
            Role::NoteBorder => Rgb(0xe6, 0xd7, 0x96),
            Role::WarningTint => Rgb(0xff, 0xf4, 0xe3),
            Role::Warning => Rgb(0xe5, 0xb5, 0x4d),
            Role::Nth(at) => NTH.get(at % NTH.len()).copied().unwrap_or(Rgb(0x4c, 0x6f, 0xbf)),
        }
    }

    /// The red, green and blue of a colour of a scene.
    pub fn resolve(self, color: Color) -> Rgb {
        match color.source {
            ColorSource::Role(role) => self.rgb(role),
            ColorSource::Own(rgb) => rgb,
        }
    }
}
