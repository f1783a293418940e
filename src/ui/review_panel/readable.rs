//! A persona's colour as letters: darkened until it can be read on the card. Must not know what is written.

use egui::{Color32, Rgba};

/// The least contrast of small text against its ground (WCAG 2.2, 1.4.3).
const LEAST: f32 = 4.5;

/// `color`, mixed with `ink` as far as it takes to be read on `ground`.
pub(super) fn readable(color: Color32, ink: Color32, ground: Color32) -> Color32 {
    let mixed = (0u8..10).map(|step| color.lerp_to_gamma(ink, f32::from(step) / 10.0));
    mixed.into_iter().find(|mixed| contrast(*mixed, ground) >= LEAST).unwrap_or(ink)
}

/// The contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio").
fn contrast(one: Color32, other: Color32) -> f32 {
    let [one, other] = [one, other].map(luminance);
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(color: Color32) -> f32 {
    let linear = Rgba::from(color);
    0.2126 * linear.r() + 0.7152 * linear.g() + 0.0722 * linear.b()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_read_stays_and_what_is_pale_is_darkened() {
        let (ink, card) = (Color32::from_rgb(0x1f, 0x24, 0x30), Color32::WHITE);
        let blue = Color32::from_rgb(0x2c, 0x4f, 0x9f);
        assert_eq!(readable(blue, ink, card), blue);
        for pale in [Color32::YELLOW, Color32::from_rgb(0xc2, 0x7a, 0x45), Color32::WHITE] {
            assert!(contrast(readable(pale, ink, card), card) >= LEAST);
        }
    }
}
