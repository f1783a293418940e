//! The palettes: what stands on each other can be read (WCAG 2.2, contrast ratio), and what is told apart by colour stays
//! apart for colour-blind eyes (Machado, Oliveira and Fernandes 2009, severity 1.0; CIEDE2000).

use wayfarer::{
    map::Rgb,
    scene::{Palette, Role, contrast},
};

/// Everything that text stands on.
const GROUNDS: [Role; 10] = [
    Role::Paper,
    Role::Card,
    Role::PositiveTint,
    Role::NeutralTint,
    Role::NegativeTint,
    Role::AccentTint,
    Role::PainTint,
    Role::OpportunityTint,
    Role::WarningTint,
    Role::NoteTint,
];
/// Each feeling and what it is drawn and written on.
const FEELINGS: [(Role, [Role; 3]); 3] = [
    (Role::Positive, [Role::Paper, Role::Card, Role::PositiveTint]),
    (Role::Neutral, [Role::Paper, Role::Card, Role::NeutralTint]),
    (Role::Negative, [Role::Paper, Role::Card, Role::NegativeTint]),
];

#[track_caller]
fn assert_contrast(palette: Palette, (front, ground): (Role, Role), least: f64) {
    let ratio = contrast(palette.rgb(front), palette.rgb(ground));
    assert!(ratio >= least, "{palette:?}: {front:?} on {ground:?} has {ratio:.2}, less than {least}");
}

/// The least contrast of ink, quiet text and the accent; of faint text; of feelings; of lines.
fn wanted(palette: Palette) -> (f64, f64, f64, f64) {
    match palette {
        // The design's own values: faint text is a hint beside other text, and feelings are never told by colour alone.
        Palette::Light => (4.5, 2.6, 3.4, 1.2),
        // look/README.md: emotion colours lightened until text keeps 4.5 : 1.
        Palette::Dark => (4.5, 4.5, 4.5, 1.2),
        // WCAG 2.2, 1.4.6 (7 : 1) for text and 1.4.11 (3 : 1) for what is not text.
        Palette::ContrastLight | Palette::ContrastDark => (7.0, 7.0, 5.5, 3.0),
    }
}

// WCAG 2.2: black on white is 21 : 1; #777777 on white is the well-known 4.48 that just fails.
#[test]
fn the_contrast_is_that_of_wcag() {
    let white = Rgb(255, 255, 255);
    assert!((contrast(Rgb(0, 0, 0), white) - 21.0).abs() < 1e-9);
    assert!((contrast(Rgb(0x77, 0x77, 0x77), white) - 4.48).abs() < 0.005);
}

#[test]
fn everything_can_be_read_on_everything_it_stands_on() {
    for palette in Palette::ALL {
        let (text, faint, feeling, line) = wanted(palette);
        for ground in GROUNDS {
            for front in [Role::Ink, Role::Soft, Role::Accent] {
                assert_contrast(palette, (front, ground), text);
            }
            assert_contrast(palette, (Role::Faint, ground), faint);
        }
        for (front, grounds) in FEELINGS {
            grounds.into_iter().for_each(|ground| assert_contrast(palette, (front, ground), feeling));
        }
        assert_contrast(palette, (Role::Negative, Role::PainTint), feeling);
        for ground in [Role::Paper, Role::Card] {
            assert_contrast(palette, (Role::Hairline, ground), line);
            assert_contrast(palette, (Role::Found, ground), 3.0);
            assert_contrast(palette, (Role::NoteBorder, ground), line);
        }
        assert_contrast(palette, (Role::Warning, Role::WarningTint), if line < 3.0 { 1.5 } else { 3.0 });
        for ground in [Role::Positive, Role::Negative] {
            // The bars of answers, and a marked row beside them.
            assert_contrast(palette, (ground, Role::AccentTint), 3.0);
        }
        assert_contrast(palette, (Role::OnColor, Role::Accent), text);
        assert_contrast(palette, (Role::OnColor, Role::Ink), text);
        for persona in (0..8).map(Role::Persona) {
            assert_contrast(palette, (Role::OnColor, persona), text);
        }
        for at in 0..6 {
            // Letters of a header are large and heavy: 3 : 1 in the design's own colours (WCAG 2.2, 1.4.3).
            let header = if palette == Palette::Light { 3.0 } else { text };
            assert_contrast(palette, (Role::OnColor, Role::Nth(at)), header);
            assert_contrast(palette, (Role::Nth(at), Role::Paper), 3.0);
        }
    }
}

#[test]
fn a_colour_that_the_user_chose_is_seen_and_read_in_every_palette() {
    use wayfarer::scene::Color;
    for palette in Palette::ALL {
        for own in
            [Rgb(0, 0, 0), Rgb(255, 255, 255), Rgb(0x20, 0x20, 0x60), Rgb(0xff, 0xee, 0x00), Rgb(0x7f, 0x7f, 0x7f)]
        {
            let ground = palette.resolve(Color::from(own));
            let letters = palette.resolve(Color::on(Color::from(own)));
            assert!(contrast(letters, ground) >= 3.0, "{palette:?}: letters on {own}");
            if palette == Palette::Light {
                assert_eq!(ground, own, "light paper shows it as it is");
            } else {
                assert!(contrast(ground, palette.rgb(Role::Paper)) >= 3.0, "{palette:?}: {own} on paper");
            }
        }
    }
}

/// Two colours laid over each other, the upper one so opaque.
fn over(upper: Rgb, ground: Rgb, opacity: f32) -> Rgb {
    let part = |upper: u8, ground: u8| (f32::from(upper) * opacity + f32::from(ground) * (1.0 - opacity)).round() as u8;
    Rgb(part(upper.0, ground.0), part(upper.1, ground.1), part(upper.2, ground.2))
}

/// Notes of any colour: their words are ink on their colour's tint over the card, as the scene draws it.
#[test]
fn the_words_of_a_note_are_read_on_every_colour() {
    use wayfarer::{
        map::{Map, Note, NoteId},
        scene::{Shape, View, layout},
    };
    for palette in Palette::ALL {
        for own in [Rgb(0, 0, 0), Rgb(255, 255, 255), Rgb(255, 0, 0), Rgb(0, 255, 0), Rgb(0, 0, 255), Rgb(255, 255, 0)]
        {
            let mut rng = fastrand::Rng::with_seed(4);
            let mut map = Map::empty(&mut rng);
            let note = Note { text: "Ask".into(), color: Some(own), ..Note::new(NoteId::random(&mut rng), (0, 0)) };
            map.notes.push(std::sync::Arc::new(note));
            let scene = layout(&std::sync::Arc::new(map), &View::default());
            let mut ground = palette.rgb(Role::Paper);
            for shape in &scene.notes()[0].block.shapes {
                match shape {
                    Shape::Rect { fill: Some(fill), .. } => ground = over(palette.resolve(*fill), ground, fill.opacity),
                    Shape::Text(text) => {
                        let ratio = contrast(palette.resolve(text.color), ground);
                        assert!(ratio >= 4.5, "{palette:?}: ink on a note of {own} has {ratio:.2}");
                    }
                    Shape::Rect { .. } | Shape::Circle { .. } | Shape::Path { .. } | Shape::Image { .. } => {}
                }
            }
        }
    }
}

/// What is off a persona's path has 45 % of its colour; in high contrast its words are still read.
#[test]
fn what_stands_back_is_still_read_in_high_contrast() {
    for palette in [Palette::ContrastLight, Palette::ContrastDark] {
        for (front, least) in [(Role::Ink, 7.0), (Role::Soft, 4.5), (Role::Faint, 4.5)] {
            for ground in [Role::Paper, Role::Card] {
                let opacity = palette.least_faint(0.45);
                let ground = palette.rgb(ground);
                let ratio = contrast(over(palette.rgb(front), ground, opacity), ground);
                assert!(ratio >= least, "{palette:?}: {front:?} has {ratio:.2}");
            }
        }
    }
    // WCAG 2.2, 1.4.11: the track of a slider, wherever its knob is.
    for palette in [Palette::ContrastLight, Palette::ContrastDark] {
        for tone in [Role::Positive, Role::Neutral, Role::Negative] {
            let card = palette.rgb(Role::Card);
            let ratio = contrast(over(palette.rgb(tone), card, palette.least_faint(0.2)), card);
            assert!(ratio >= 3.0, "{palette:?}: the track has {ratio:.2} at {tone:?}");
        }
    }
    assert_eq!(Palette::Light.least_faint(0.45), 0.45);
}

/// A way of seeing colours: linear sRGB to linear sRGB.
type Eyes = [[f64; 3]; 3];

// Machado, Oliveira and Fernandes 2009, table of severity 1.0: protanopia, deuteranopia, tritanopia.
const EYES: [(&str, Eyes); 4] = [
    ("all cones", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    ("protanopia", [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    (
        "deuteranopia",
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    ),
    ("tritanopia", [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]),
];

fn seen(Rgb(r, g, b): Rgb, eyes: &Eyes) -> [f64; 3] {
    let linear = [r, g, b].map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    eyes.map(|row| row.iter().zip(linear).map(|(share, part)| share * part).sum::<f64>().clamp(0.0, 1.0))
}

/// CIE L*a*b* of linear sRGB, white D65.
fn lab([r, g, b]: [f64; 3]) -> [f64; 3] {
    let f = |value: f64| {
        if value > 216.0 / 24389.0 { value.cbrt() } else { (24389.0 / 27.0 * value + 16.0) / 116.0 }
    };
    let x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
    let y = f(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
    let z = f((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// CIEDE2000, as Sharma, Wu and Dalal (2005) write it.
fn ciede2000([l1, a1, b1]: [f64; 3], [l2, a2, b2]: [f64; 3]) -> f64 {
    let seventh = |c: f64| (c.powi(7) / (c.powi(7) + 25f64.powi(7))).sqrt();
    let mean = f64::midpoint(a1.hypot(b1), a2.hypot(b2));
    let g = 0.5 * (1.0 - seventh(mean));
    let (a1, a2) = ((1.0 + g) * a1, (1.0 + g) * a2);
    let (c1, c2) = (a1.hypot(b1), a2.hypot(b2));
    let hue = |b: f64, a: f64| if a == 0.0 && b == 0.0 { 0.0 } else { b.atan2(a).to_degrees().rem_euclid(360.0) };
    let (h1, h2) = (hue(b1, a1), hue(b2, a2));
    let is_grey = c1 * c2 == 0.0;
    let turn = match h2 - h1 {
        _ if is_grey => 0.0,
        turn if turn > 180.0 => turn - 360.0,
        turn if turn < -180.0 => turn + 360.0,
        turn => turn,
    };
    let (dl, dc) = (l2 - l1, c2 - c1);
    let dh = 2.0 * (c1 * c2).sqrt() * (turn / 2.0).to_radians().sin();
    let (l, c) = (f64::midpoint(l1, l2), f64::midpoint(c1, c2));
    let h = match h1 + h2 {
        sum if is_grey => sum,
        sum if (h1 - h2).abs() <= 180.0 => sum / 2.0,
        sum if sum < 360.0 => (sum + 360.0) / 2.0,
        sum => (sum - 360.0) / 2.0,
    };
    let cos = |degrees: f64| degrees.to_radians().cos();
    let t = 1.0 - 0.17 * cos(h - 30.0) + 0.24 * cos(2.0 * h) + 0.32 * cos(3.0 * h + 6.0) - 0.20 * cos(4.0 * h - 63.0);
    let theta = 30.0 * (-((h - 275.0) / 25.0).powi(2)).exp();
    let sl = 1.0 + 0.015 * (l - 50.0).powi(2) / (20.0 + (l - 50.0).powi(2)).sqrt();
    let (sc, sh) = (1.0 + 0.045 * c, 1.0 + 0.015 * c * t);
    let rt = -(2.0 * theta).to_radians().sin() * 2.0 * seventh(c);
    let (l, c, h) = (dl / sl, dc / sc, dh / sh);
    (l * l + c * c + h * h + rt * c * h).sqrt()
}

// Sharma, Wu and Dalal 2005, table 1, pairs 1, 7, 17 and 34.
#[test]
fn the_distance_is_the_published_one() {
    for (a, b, distance) in [
        ([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425),
        ([50.0, 0.0, 0.0], [50.0, -1.0, 2.0], 2.3669),
        ([50.0, 2.5, 0.0], [73.0, 25.0, -18.0], 27.1492),
        ([2.0776, 0.0795, -1.1350], [0.9033, -0.0636, -0.5514], 0.9082),
    ] {
        assert!((ciede2000(a, b) - distance).abs() < 1e-4, "{a:?} {b:?}: {}", ciede2000(a, b));
    }
}

/// The least distance between any two of some roles, over all eyes, with what it is between.
fn least_distance(palette: Palette, roles: &[Role]) -> (f64, String) {
    let mut least = (f64::MAX, String::new());
    for (name, eyes) in &EYES {
        for (at, a) in roles.iter().enumerate() {
            for b in &roles[at + 1..] {
                let distance = ciede2000(lab(seen(palette.rgb(*a), eyes)), lab(seen(palette.rgb(*b), eyes)));
                if distance < least.0 {
                    least = (distance, format!("{palette:?}, {name}: {a:?} and {b:?} are {distance:.1} apart"));
                }
            }
        }
    }
    least
}

/// 5 in the design's own colours, 10 in those made for it; a distance of 2.3 is just noticed. Face and place say the
/// same as the colour.
#[test]
fn feelings_stay_apart_for_colour_blind_eyes() {
    for palette in Palette::ALL {
        let wanted = if palette == Palette::Light { 5.0 } else { 10.0 };
        let (distance, between) = least_distance(palette, &[Role::Positive, Role::Neutral, Role::Negative]);
        assert!(distance >= wanted, "{between}");
    }
}

/// Stages and personas: at least 10 (a distance of 2.3 is just noticed), with the signs of personas beside the colour.
#[test]
fn stages_and_personas_stay_apart_for_colour_blind_eyes() {
    let all = [(0..6).map(Role::Nth).collect::<Vec<_>>(), (0..8).map(Role::Persona).collect()];
    for (palette, roles) in Palette::ALL.into_iter().flat_map(|palette| all.iter().map(move |roles| (palette, roles))) {
        let (distance, between) = least_distance(palette, roles);
        assert!(distance >= 10.0, "{between}");
    }
}

/// The curve of a persona is never taken for what a survey measured, which stands beside it: at least 12.
#[test]
fn no_persona_has_the_colour_of_measured_values() {
    for palette in Palette::ALL {
        for persona in (0..8).map(Role::Persona) {
            let (distance, between) = least_distance(palette, &[persona, Role::Accent]);
            assert!(distance >= 12.0, "{between}");
        }
    }
}

/// WCAG 2.2, 1.4.11: a curve is told from every ground that it crosses; the light palette's just so.
#[test]
fn the_curves_of_personas_are_seen_on_every_band() {
    for palette in Palette::ALL {
        for persona in (0..8).map(Role::Persona) {
            for ground in [Role::PositiveTint, Role::NeutralTint, Role::NegativeTint, Role::Paper, Role::Card] {
                assert_contrast(palette, (persona, ground), 3.0);
            }
        }
    }
}

/// What a person chose, what the system says, and what the window has.
#[test]
fn the_system_is_followed_only_where_nothing_else_was_chosen() {
    use egui::Theme;
    use wayfarer::ui::choices::{Contrast, ThemeChoice};
    let dark = (Some(Theme::Dark), Some(Contrast::Usual));
    for (choice, system, palette) in [
        (ThemeChoice::System, (None, None), Palette::Light),
        (ThemeChoice::System, (Some(Theme::Light), None), Palette::Light),
        (ThemeChoice::System, dark, Palette::Dark),
        (ThemeChoice::System, (Some(Theme::Dark), Some(Contrast::High)), Palette::ContrastDark),
        (ThemeChoice::System, (None, Some(Contrast::High)), Palette::ContrastLight),
        (ThemeChoice::Light, dark, Palette::Light),
        (ThemeChoice::Dark, (Some(Theme::Light), Some(Contrast::High)), Palette::Dark),
        (ThemeChoice::ContrastLight, dark, Palette::ContrastLight),
        (ThemeChoice::ContrastDark, (None, None), Palette::ContrastDark),
    ] {
        assert_eq!(choice.palette(system), palette, "{choice:?} {system:?}");
    }
}

#[test]
fn nothing_moves_by_itself_where_motion_is_reduced() {
    use wayfarer::ui::{choices::Motion, theme};
    let ctx = egui::Context::default();
    theme::dress(&ctx, Palette::Dark, Motion::Reduced);
    for theme in [egui::Theme::Light, egui::Theme::Dark] {
        let style = ctx.style_of(theme);
        assert_eq!(style.animation_time, 0.0);
        assert_eq!(style.scroll_animation, egui::style::ScrollAnimation::none());
        assert!(!style.visuals.text_cursor.blink);
    }
    theme::dress(&ctx, Palette::Dark, Motion::Usual);
    assert!(ctx.style_of(egui::Theme::Dark).animation_time > 0.0);
}
