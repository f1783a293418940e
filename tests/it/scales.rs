//! The window at other interface sizes: a laptop's 1366 × 768 at 200 % and at 75 %, in both languages.

use egui::{Rect, Vec2, accesskit::Role, vec2};
use egui_kittest::{Harness, kittest::Queryable as _};
use std::sync::Arc;
use wayfarer::{
    editor::{Editor, InFile},
    files::ron,
    scene::Layouter,
    texts::{Language, Texts},
    ui::{
        Look,
        canvas::Tool,
        choices::Scale,
        command::tool_text,
        shell::{Shell, shell_ui},
        theme,
    },
};

const LAPTOP: Vec2 = vec2(1366.0, 768.0);

struct Window {
    shell: Shell,
    editor: Editor,
    layouter: Layouter,
    look: Look,
}

fn window(scale: Scale, language: Language) -> Harness<'static, Window> {
    let path = format!("{}/sample_maps/air_purifier.ron", env!("CARGO_MANIFEST_DIR"));
    let map = ron::parse(&std::fs::read(path).unwrap()).unwrap().map;
    let editor = Editor::open(Arc::new(map), InFile::Yes, fastrand::Rng::with_seed(1));
    let look = Look { texts: Texts(language), ..Look::default() };
    let state = Window { shell: Shell::new(jiff::civil::date(2026, 11, 1)), editor, layouter: Layouter::new(), look };
    // Without the 8 points that the harness leaves around.
    let size = LAPTOP / scale.factor() + Vec2::splat(16.0);
    let mut window = Harness::builder()
        .with_size(size)
        .with_max_steps(64)
        .with_context_setup(|ctx| theme::install(ctx, Look::default().palette))
        .build_ui_state(
            |ui, window: &mut Window| {
                let Window { shell, editor, layouter, look } = window;
                shell_ui(ui, shell, Some(editor), "A map", layouter, *look);
            },
            state,
        );
    window.run();
    window
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
