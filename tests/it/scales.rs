//! The window at other interface sizes: a laptop's 1366 × 768 at 200 % and at 75 %, in both languages.

use crate::whole_window::{Whole, air_purifier, whole};
use egui::{Rect, Vec2, accesskit::Role, vec2};
use egui_kittest::kittest::Queryable as _;
use wayfarer::{
    editor::InFile,
    texts::{Language, Texts},
    ui::{Look, canvas::Tool, choices::Scale, command::tool_text},
};

const LAPTOP: Vec2 = vec2(1366.0, 768.0);

fn window(scale: Scale, language: Language) -> Whole {
    let look = Look { texts: Texts(language), ..Look::default() };
    // Without the 8 points that the harness leaves around.
    let size = LAPTOP / scale.factor() + Vec2::splat(16.0);
    whole((air_purifier(), InFile::Yes), size, look, |_| {})
}

#[test]
fn every_tool_can_be_seen_and_pressed_at_every_size() {
    for (scale, language) in [
        (Scale::Percent200, Language::English),
        (Scale::Percent200, Language::Vietnamese),
        (Scale::Percent75, Language::Vietnamese),
    ] {
        let window = window(scale, language);
        let canvas = window.get_by_role(Role::Canvas).rect();
        let mut last = Rect::NOTHING;
        for tool in Tool::ALL {
            let name = tool_text(tool, Texts(language));
            let button = window.get_by_role_and_label(Role::RadioButton, name).rect();
            assert!(canvas.contains_rect(button), "{scale:?}: {name} {button} in {canvas}");
            assert!(button.width() >= 24.0 && button.height() >= 24.0, "{scale:?}: {name} is {button}");
            assert!(!button.intersects(last.shrink(0.5)), "{scale:?}: {name} lies over the one before");
            last = button;
        }
        let export = window.get_by_role_and_label(Role::Button, Texts(language).menu_export()).rect();
        assert!(export.right() <= LAPTOP.x / scale.factor() + 8.0, "{scale:?}: {export}");
    }
}
