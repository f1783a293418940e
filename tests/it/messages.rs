//! Messages over the map: nothing moves when they come, they cover no bar, and they are reached by key and read aloud.

use crate::whole_window::{Whole, whole};
use egui::{Key, accesskit::Role, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use wayfarer::{
    editor::InFile,
    map::Map,
    ui::{
        Command, Look,
        notices::{Action, Notice, Tone, Topic},
    },
};

fn window(size: egui::Vec2) -> Whole {
    let map = Map::empty(&mut fastrand::Rng::with_seed(2));
    whole((map, InFile::Yes), size, Look::default(), |_| {})
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
