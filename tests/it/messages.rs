//! Messages over the map: nothing moves when they come, they cover no bar, and they are reached by key and read aloud.

use egui::{Key, accesskit::Role, vec2};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use std::sync::Arc;
use wayfarer::{
    editor::{Editor, InFile},
    map::Map,
    scene::Layouter,
    ui::{
        Command, Look,
        notices::{Action, Notice, Tone, Topic},
        shell::{Shell, shell_ui},
        theme,
    },
};

struct Window {
    shell: Shell,
    editor: Editor,
    layouter: Layouter,
    pressed: Option<Action>,
}

fn window(size: egui::Vec2) -> Harness<'static, Window> {
    let map = Arc::new(Map::empty(&mut fastrand::Rng::with_seed(2)));
    let editor = Editor::open(map, InFile::Yes, fastrand::Rng::with_seed(1));
    let shell = Shell::new(jiff::civil::date(2026, 11, 1));
    let state = Window { shell, editor, layouter: Layouter::new(), pressed: None };
    let mut window = Harness::builder()
        .with_size(size)
        .with_max_steps(64)
        .with_context_setup(|ctx| theme::install(ctx, Look::default().palette))
        .build_ui_state(
            |ui, window: &mut Window| {
                let Window { shell, editor, layouter, pressed } = window;
                let asked = shell_ui(ui, shell, Some(editor), "A map", layouter, Look::default());
                *pressed = pressed.or(asked.action);
            },
            state,
        );
    window.run();
    window
}

fn save_failed() -> Notice {
    let again = ("Try again".to_owned(), Action::Command(Command::Save));
    let text =
        "The disk is full, so nothing was saved; the map is as it was, in the window and in its file. Make room \
                on the disk or save it elsewhere."
            .to_owned();
    Notice { topic: Topic::Save, tone: Tone::Fault, text, actions: vec![again] }
}

#[test]
fn a_message_moves_nothing_and_covers_no_bar() {
    for size in [vec2(1440.0, 900.0), vec2(880.0, 560.0)] {
        let mut window = window(size);
        let camera = window.state().shell.canvas.camera;
        window.state_mut().shell.notices.good(Topic::Export, "map.svg is written.");
        window.state_mut().shell.notices.add(save_failed());
        window.run();
        assert_eq!(window.state().shell.canvas.camera, camera, "the map stays where it is");
        let view = camera.viewport;
        let tools = window.get_by_role_and_label(Role::RadioButton, "Select").rect();
        let messages = [
            window.get_by_role_and_label(Role::Status, "map.svg is written.").rect(),
            window.get_by_role_and_label(Role::Alert, &save_failed().text).rect(),
        ];
        assert!(messages[0].max.y <= messages[1].min.y, "{messages:?}");
        for message in messages {
            assert!(view.contains_rect(message) && message.max.y < tools.min.y, "{message} in {view}, over {tools}");
            assert!(message.min.y > view.min.y + 58.0, "{message} under the bars above");
        }
    }
}

#[test]
fn a_message_is_read_aloud_and_answered_by_key() {
    let mut window = window(vec2(1200.0, 800.0));
    window.state_mut().shell.notices.add(save_failed());
    window.run();
    let live = window.get_by_role_and_label(Role::Alert, &save_failed().text).accesskit_node().live();
    assert_eq!(live, egui::accesskit::Live::Assertive);
    let mut reached = false;
    for _ in 0..60 {
        window.key_press(Key::Tab);
        window.run();
        reached |= window.get_by_label("Try again").is_focused();
        if reached {
            break;
        }
    }
    assert!(reached, "Tab comes by");
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(window.state().pressed, Some(Action::Command(Command::Save)));
    window.get_by_label("Close this message").focus();
    window.run();
    window.key_press(Key::Enter);
    window.run();
    assert!(window.state().shell.notices.all().is_empty());
}
