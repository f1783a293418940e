//! Every colour of the product, by role. No other file holds a colour.
//!
//! Contrast is WCAG 2.2's (relative luminance of sRGB, 1 to 21). The colours of stages and personas and all feelings were
//! chosen by search so that they stay apart for colour-blind eyes too, those of stages on light paper as near the design's
//! as that allows, those of personas also apart from the accent of measured values; `tests/it/palette.rs` holds by how
//! much. Must not know what is drawn with a role.

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
    /// Text on a stage's header, on the accent or on ink.
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
    /// The mark around what a search found.
    Found,
    /// What things throw on the ground, faded.
    Shadow,
    /// The nth stage; repeats after the sixth.
    Nth(usize),
    /// The nth persona, apart from what surveys measured; repeats after the eighth.
    Persona(usize),
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
    /// Light ink on near-black paper.
    Dark,
    /// Black on white, nothing faint.
    ContrastLight,
    /// White on black, nothing faint.
    ContrastDark,
}

/// A colour the user chose is made to stand out from dark or high-contrast paper at least so much.
const LEAST_OF_OWN: f64 = 3.0;
/// With high contrast nothing is fainter that is read, 0 to 1.
const FAINTEST_READ: f32 = 0.76;
/// Steps in which it is made lighter or darker.
const STEPS_OF_OWN: u8 = 20;
/// Below this contrast the usual colour of letters gives way to its opposite on a ground that the user chose.
const LEAST_ON_OWN: f64 = 3.0;

/// The colours of one palette.
struct Colors {
    ink: Rgb,
    soft: Rgb,
    faint: Rgb,
    hairline: Rgb,
    paper: Rgb,
    card: Rgb,
    on_color: Rgb,
    positive: Rgb,
    neutral: Rgb,
    negative: Rgb,
    positive_tint: Rgb,
    neutral_tint: Rgb,
    negative_tint: Rgb,
    accent: Rgb,
    accent_tint: Rgb,
    pain_tint: Rgb,
    opportunity_tint: Rgb,
    note_tint: Rgb,
    note_border: Rgb,
    warning_tint: Rgb,
    warning: Rgb,
    found: Rgb,
    shadow: Rgb,
    /// As `0xrr_gg_bb`, as the personas are.
    nth: [u32; 6],
    personas: [u32; 8],
}

/// A colour written `0xrr_gg_bb`.
fn of_hex(hex: u32) -> Rgb {
    let [_, r, g, b] = hex.to_be_bytes();
    Rgb(r, g, b)
}

/// Dark ink on warm paper; the values of the design, but for those of stages and personas.
const LIGHT: Colors = Colors {
    ink: Rgb(0x1f, 0x24, 0x30),
    soft: Rgb(0x5b, 0x62, 0x70),
    faint: Rgb(0x8f, 0x95, 0xa1),
    hairline: Rgb(0xe4, 0xe2, 0xdb),
    paper: Rgb(0xfa, 0xf9, 0xf5),
    card: Rgb(0xff, 0xff, 0xff),
    on_color: Rgb(0xff, 0xff, 0xff),
    positive: Rgb(0x0e, 0x8a, 0x7d),
    neutral: Rgb(0x7c, 0x82, 0x90),
    negative: Rgb(0xcf, 0x4a, 0x4f),
    positive_tint: Rgb(0xe6, 0xf4, 0xf1),
    neutral_tint: Rgb(0xf3, 0xf3, 0xf1),
    negative_tint: Rgb(0xfb, 0xec, 0xeb),
    accent: Rgb(0x34, 0x57, 0xd5),
    accent_tint: Rgb(0xeb, 0xef, 0xfc),
    pain_tint: Rgb(0xfd, 0xf1, 0xef),
    opportunity_tint: Rgb(0xed, 0xf4, 0xff),
    note_tint: Rgb(0xff, 0xf7, 0xd9),
    note_border: Rgb(0xe6, 0xd7, 0x96),
    warning_tint: Rgb(0xff, 0xf4, 0xe3),
    warning: Rgb(0xe5, 0xb5, 0x4d),
    found: Rgb(0xa8, 0x6a, 0x00),
    shadow: Rgb(0x1f, 0x24, 0x30),
    nth: [0x4c_6f_bf, 0x68_56_87, 0xa0_67_89, 0xbe_73_39, 0x6c_94_69, 0x30_92_a9],
    personas: [0x91_5d_11, 0x5e_34_53, 0x3f_7d_68, 0xd3_30_5e, 0x3c_38_86, 0x80_69_93, 0x38_5d_3b, 0x77_28_06],
};

/// Light ink on near-black paper. Feelings and the accent are lightened until they can be read as text (4.5 : 1).
const DARK: Colors = Colors {
    ink: Rgb(0xec, 0xed, 0xef),
    soft: Rgb(0xb3, 0xb8, 0xc3),
    faint: Rgb(0x94, 0x9b, 0xa8),
    hairline: Rgb(0x2e, 0x32, 0x3b),
    paper: Rgb(0x15, 0x17, 0x1c),
    card: Rgb(0x1d, 0x20, 0x27),
    on_color: Rgb(0x15, 0x17, 0x1c),
    positive: Rgb(0x62, 0xdc, 0xc8),
    neutral: Rgb(0x92, 0x99, 0xa6),
    negative: Rgb(0xf0, 0x81, 0x83),
    positive_tint: Rgb(0x15, 0x30, 0x2f),
    neutral_tint: Rgb(0x23, 0x26, 0x2d),
    negative_tint: Rgb(0x3a, 0x23, 0x27),
    accent: Rgb(0x92, 0xa8, 0xff),
    accent_tint: Rgb(0x27, 0x2f, 0x4d),
    pain_tint: Rgb(0x35, 0x24, 0x2a),
    opportunity_tint: Rgb(0x22, 0x2c, 0x42),
    note_tint: Rgb(0x35, 0x30, 0x1c),
    note_border: Rgb(0x6b, 0x60, 0x33),
    warning_tint: Rgb(0x3a, 0x31, 0x20),
    warning: Rgb(0xe5, 0xb5, 0x4d),
    found: Rgb(0xe5, 0xb5, 0x4d),
    shadow: Rgb(0x00, 0x00, 0x00),
    nth: [0xa7_b2_ff, 0x84_7a_ee, 0xc8_7a_a6, 0xec_b7_81, 0x6d_93_3d, 0xa4_ec_f8],
    personas: [0xe7_a8_7e, 0xf4_ca_f7, 0x39_98_9e, 0xde_4d_6e, 0xa3_61_e4, 0xdf_ec_4c, 0x3e_fe_c9, 0x91_82_00],
};

/// Black on white, every text 7 : 1 or more, every line 3 : 1.
const CONTRAST_LIGHT: Colors = Colors {
    ink: Rgb(0x00, 0x00, 0x00),
    soft: Rgb(0x22, 0x26, 0x2f),
    faint: Rgb(0x42, 0x47, 0x4f),
    hairline: Rgb(0x75, 0x7b, 0x86),
    paper: Rgb(0xff, 0xff, 0xff),
    card: Rgb(0xff, 0xff, 0xff),
    on_color: Rgb(0xff, 0xff, 0xff),
    positive: Rgb(0x00, 0x46, 0x3f),
    neutral: Rgb(0x56, 0x5b, 0x66),
    negative: Rgb(0x9c, 0x1a, 0x22),
    positive_tint: Rgb(0xdc, 0xf3, 0xee),
    neutral_tint: Rgb(0xef, 0xef, 0xef),
    negative_tint: Rgb(0xfc, 0xe4, 0xe3),
    accent: Rgb(0x1b, 0x3a, 0xa6),
    accent_tint: Rgb(0xdd, 0xe5, 0xff),
    pain_tint: Rgb(0xfd, 0xeb, 0xe8),
    opportunity_tint: Rgb(0xe4, 0xee, 0xff),
    note_tint: Rgb(0xff, 0xff, 0xe0),
    note_border: Rgb(0x6b, 0x5a, 0x00),
    warning_tint: Rgb(0xff, 0xf0, 0xd6),
    warning: Rgb(0x8a, 0x5a, 0x00),
    found: Rgb(0x8a, 0x5a, 0x00),
    shadow: Rgb(0x00, 0x00, 0x00),
    nth: [0x4c_4c_8f, 0x39_11_6d, 0x48_15_33, 0x8c_43_00, 0x13_31_00, 0x26_61_67],
    personas: [0x6b_51_08, 0x3f_0c_19, 0x0e_60_54, 0x90_1c_3d, 0x2d_00_66, 0x44_3e_5a, 0x24_36_00, 0x27_1a_33],
};

/// White on black, every text 7 : 1 or more, every line 3 : 1.
const CONTRAST_DARK: Colors = Colors {
    ink: Rgb(0xff, 0xff, 0xff),
    soft: Rgb(0xe2, 0xe5, 0xeb),
    faint: Rgb(0xc3, 0xc8, 0xd1),
    hairline: Rgb(0x86, 0x8d, 0x9a),
    paper: Rgb(0x00, 0x00, 0x00),
    card: Rgb(0x0c, 0x0d, 0x11),
    on_color: Rgb(0x00, 0x00, 0x00),
    positive: Rgb(0x90, 0xf7, 0xe8),
    neutral: Rgb(0xab, 0xb1, 0xbd),
    negative: Rgb(0xff, 0x97, 0x99),
    positive_tint: Rgb(0x06, 0x30, 0x2b),
    neutral_tint: Rgb(0x1d, 0x1f, 0x24),
    negative_tint: Rgb(0x42, 0x15, 0x19),
    accent: Rgb(0xad, 0xbd, 0xff),
    accent_tint: Rgb(0x23, 0x2d, 0x55),
    pain_tint: Rgb(0x3a, 0x1b, 0x1f),
    opportunity_tint: Rgb(0x16, 0x23, 0x3f),
    note_tint: Rgb(0x1f, 0x1c, 0x00),
    note_border: Rgb(0xe0, 0xcf, 0x70),
    warning_tint: Rgb(0x3a, 0x2c, 0x0c),
    warning: Rgb(0xff, 0xcf, 0x5c),
    found: Rgb(0xff, 0xcf, 0x5c),
    shadow: Rgb(0x00, 0x00, 0x00),
    nth: [0xbf_ba_fd, 0xb3_85_f8, 0xc8_90_bd, 0xe6_8a_5d, 0xd0_f0_b9, 0xa6_f3_fb],
    personas: [0xc1_94_21, 0xf6_c4_db, 0x0a_ad_a8, 0xfc_66_9d, 0xf1_fe_59, 0x7e_a6_67, 0xd0_fe_e2, 0xd2_c6_9e],
};

/// How far two colours are apart in brightness: WCAG 2.2's contrast ratio, 1 to 21.
pub fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// WCAG 2.2's relative luminance, 0 to 1.
fn luminance(Rgb(r, g, b): Rgb) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

/// `a` with so much of `b` in it, 0 to 1.
fn mixed(a: Rgb, b: Rgb, share: f64) -> Rgb {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between two bytes")]
    let part = |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * share).round() as u8;
    Rgb(part(a.0, b.0), part(a.1, b.1), part(a.2, b.2))
}

impl Palette {
    /// Every palette.
    pub const ALL: [Self; 4] = [Self::Light, Self::Dark, Self::ContrastLight, Self::ContrastDark];

    /// Whether its paper is dark.
    pub fn is_dark(self) -> bool {
        match self {
            Self::Light | Self::ContrastLight => false,
            Self::Dark | Self::ContrastDark => true,
        }
    }

    fn colors(self) -> &'static Colors {
        match self {
            Self::Light => &LIGHT,
            Self::Dark => &DARK,
            Self::ContrastLight => &CONTRAST_LIGHT,
            Self::ContrastDark => &CONTRAST_DARK,
        }
    }

    /// The colour of a role.
    pub fn rgb(self, role: Role) -> Rgb {
        let colors = self.colors();
        match role {
            Role::Ink => colors.ink,
            Role::Soft => colors.soft,
            Role::Faint => colors.faint,
            Role::Hairline => colors.hairline,
            Role::Paper => colors.paper,
            Role::Card => colors.card,
            Role::OnColor => colors.on_color,
            Role::Positive => colors.positive,
            Role::Neutral => colors.neutral,
            Role::Negative => colors.negative,
            Role::PositiveTint => colors.positive_tint,
            Role::NeutralTint => colors.neutral_tint,
            Role::NegativeTint => colors.negative_tint,
            Role::Accent => colors.accent,
            Role::AccentTint => colors.accent_tint,
            Role::PainTint => colors.pain_tint,
            Role::OpportunityTint => colors.opportunity_tint,
            Role::NoteTint => colors.note_tint,
            Role::NoteBorder => colors.note_border,
            Role::WarningTint => colors.warning_tint,
            Role::Warning => colors.warning,
            Role::Found => colors.found,
            Role::Shadow => colors.shadow,
            Role::Nth(at) => colors.nth.get(at % colors.nth.len()).map_or(colors.accent, |hex| of_hex(*hex)),
            Role::Persona(at) => colors.personas.get(at % colors.personas.len()).map_or(colors.ink, |hex| of_hex(*hex)),
        }
    }

    /// How opaque letters and the tracks of sliders are that have an opacity, 0 to 1, elsewhere: with high contrast nothing
    /// that is read or pulled along is faint, also not what is off a persona's path.
    pub fn least_faint(self, opacity: f32) -> f32 {
        match self {
            Self::Light | Self::Dark => opacity,
            Self::ContrastLight | Self::ContrastDark => opacity.max(FAINTEST_READ),
        }
    }

    /// The red, green and blue of a colour of a scene. One that the user chose stays as it is on light paper; elsewhere
    /// it is moved towards the ink until it can be told from the paper.
    pub fn resolve(self, color: Color) -> Rgb {
        match color.source {
            ColorSource::Role(role) => self.rgb(role),
            ColorSource::Own(rgb) => self.own(rgb),
            ColorSource::OnOwn(rgb) => self.on_own(rgb),
        }
    }

    fn own(self, rgb: Rgb) -> Rgb {
        if self == Self::Light {
            return rgb;
        }
        let colors = self.colors();
        let steps = (0..=STEPS_OF_OWN).map(|step| mixed(rgb, colors.ink, f64::from(step) / f64::from(STEPS_OF_OWN)));
        let mut seen = steps.filter(|moved| contrast(*moved, colors.paper) >= LEAST_OF_OWN);
        seen.next().unwrap_or(colors.ink)
    }

    /// The letters on a ground that the user chose.
    fn on_own(self, ground: Rgb) -> Rgb {
        let (colors, ground) = (self.colors(), self.own(ground));
        if contrast(colors.on_color, ground) >= LEAST_ON_OWN {
            return colors.on_color;
        }
        let other = if self.is_dark() { Self::Light.colors().card } else { Self::Dark.colors().on_color };
        if contrast(other, ground) > contrast(colors.on_color, ground) { other } else { colors.on_color }
    }
}
