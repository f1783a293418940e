//! The whole window of the program with one open map, as the shell shows it. Must not know what is tested.

use egui::Vec2;
use egui_kittest::Harness;
use std::sync::Arc;
use wayfarer::{
    editor::{Editor, InFile},
    map::Map,
    scene::Layouter,
    ui::{
        Look,
        notices::Action,
        shell::{Shell, shell_ui},
        theme,
    },
};

/// What the window shows, and what its messages asked for.
pub struct Desk {
    pub shell: Shell,
    pub editor: Editor,
    pub layouter: Layouter,
    pub look: Look,
    pub pressed: Option<Action>,
}

pub type Whole = Harness<'static, Desk>;

/// A window of this size in points; `set` comes before the first frame.
pub fn whole((map, in_file): (Map, InFile), size: Vec2, look: Look, set: impl FnOnce(&mut Desk)) -> Whole {
    let editor = Editor::open(Arc::new(map), in_file, fastrand::Rng::with_seed(1));
    let shell = Shell::new(jiff::civil::date(2026, 11, 1));
    let mut desk = Desk { shell, editor, layouter: Layouter::new(), look, pressed: None };
    set(&mut desk);
    let mut window = Harness::builder()
        .with_size(size)
        .with_max_steps(64)
        .with_context_setup(|ctx| theme::install(ctx, Look::default().palette))
        .build_ui_state(
            |ui, desk: &mut Desk| {
                let Desk { shell, editor, layouter, look, pressed } = desk;
                let title = "How people come to an air purifier";
                let asked = shell_ui(ui, shell, Some(editor), title, layouter, *look);
                *pressed = pressed.or(asked.action);
            },
            desk,
        );
    window.run();
    window
}

/// The fullest sample in English.
pub fn air_purifier() -> Map {
    let path = format!("{}/sample_maps/air_purifier.ron", env!("CARGO_MANIFEST_DIR"));
    wayfarer::files::ron::parse(&std::fs::read(path).unwrap()).unwrap().map
}
