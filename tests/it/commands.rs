//! The table of commands: which command a key means, and that no key means two.

use egui::{Key, Modifiers};
use std::sync::Arc;
use wayfarer::{
    editor::{Editor, InFile, Order, Step, Tool},
    map::{Map, Stage, StageId, Thing, Touchpoint, TouchpointId},
    scene::{Rect, View},
    texts::Texts,
    ui::{
        Command,
        command::{Listener, PathStep, Pressed, Pull},
    },
};

const ALL_LISTENERS: &[Listener] = &[Listener::Everywhere, Listener::Untyped, Listener::OnMap];

fn meant(modifiers: Modifiers, key: Key, physical: Key) -> Vec<Command> {
    Pressed { key, physical: Some(physical), modifiers }.commands(ALL_LISTENERS).collect()
}

fn plain(key: Key) -> Vec<Command> {
    meant(Modifiers::NONE, key, key)
}

#[test]
fn keys_mean_what_the_issue_names() {
    let ctrl = |key| meant(Modifiers::COMMAND, key, key);
    let shift = |key| meant(Modifiers::SHIFT, key, key);
    assert_eq!(plain(Key::T), [Command::Tool(Tool::Touchpoint)]);
    assert_eq!(plain(Key::Num5), [Command::Band(5)]);
    assert_eq!(ctrl(Key::Y), [Command::Redo]);
    assert_eq!(meant(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z, Key::Z), [Command::Redo]);
    assert_eq!(shift(Key::Num0), [Command::ZoomFull]);
    assert_eq!(shift(Key::Questionmark), [Command::Shortcuts]);
    // Pulls come before steps: a face takes the arrows, everything else walks.
    assert_eq!(plain(Key::ArrowUp), [Command::Pull(Pull::Up), Command::Walk(Step::Up)]);
    assert_eq!(meant(Modifiers::ALT, Key::ArrowUp, Key::ArrowUp), [Command::Walk(Step::Up)]);
}

// Shift+1 is ! on a US keyboard, + needs Shift there; on a French one the digits themselves need Shift.
#[test]
fn keys_are_found_on_other_layouts() {
    assert_eq!(meant(Modifiers::SHIFT, Key::Exclamationmark, Key::Num1), [Command::ZoomFit]);
    assert_eq!(meant(Modifiers::COMMAND | Modifiers::SHIFT, Key::Plus, Key::Equals), [Command::ZoomIn]);
    assert_eq!(meant(Modifiers::COMMAND, Key::Equals, Key::Equals), [Command::ZoomIn]);
}

#[test]
fn a_key_means_one_command_but_where_feelings_take_the_arrows() {
    for command in Command::ALL {
        for keys in command.keys() {
            let key = keys.shortcut.logical_key;
            let mut others = meant(keys.shortcut.modifiers, key, key);
            others.retain(|other| other != command && !matches!(other, Command::Pull(_) | Command::Walk(_)));
            assert!(others.is_empty(), "{command:?} and {others:?} share {keys:?}");
        }
    }
}

#[test]
fn every_command_stands_once_in_the_list() {
    for (at, command) in Command::ALL.iter().enumerate() {
        assert!(!Command::ALL[at + 1..].contains(command), "{command:?} stands twice");
    }
}

#[test]
fn the_list_of_shortcuts_writes_no_key_twice() {
    let ctx = egui::Context::default();
    for command in Command::ALL {
        let text = command.all_keys_text(&ctx);
        let keys: Vec<&str> = text.split(", ").collect();
        for (at, key) in keys.iter().enumerate() {
            assert!(!keys[at + 1..].contains(key), "{command:?}: {text}");
        }
    }
    assert_eq!(Command::AddCardBelow.all_keys_text(&ctx), "Ctrl+Enter");
    assert_eq!(Command::Redo.all_keys_text(&ctx), "Ctrl+Shift+Z, Ctrl+Y");
}

/// What does one of two things says which, by the state of the map.
#[test]
fn a_command_is_called_by_what_it_would_do_now() {
    let mut map = Map::empty(&mut fastrand::Rng::with_seed(2));
    let touchpoint = TouchpointId::parse("shop").unwrap();
    let stage = StageId::parse("buying").unwrap();
    let touchpoints = vec![Arc::new(Touchpoint::new(touchpoint, "Shop"))];
    map.stages = vec![Arc::new(Stage { touchpoints, ..Stage::new(stage, "Buying") })];
    let lane = map.lanes[0].id;
    let mut editor = Editor::open(Arc::new(map), InFile::Yes, fastrand::Rng::with_seed(3));
    let view = View::default();
    editor.look_at(&view, Rect::ZERO);
    let called = |editor: &Editor, command: Command| command.text_now(Some(editor), Texts::default());
    let both = |editor: &Editor, steps: [Command; 3]| steps.map(|step| called(editor, step));
    let path = [PathStep::Skip, PathStep::Enter, PathStep::Leave].map(Command::Path);
    editor.select([Thing::Touchpoint(touchpoint)]);
    assert_eq!(both(&editor, path), ["Skip the touchpoint", "Enter here", "Leave here"]);
    editor.skip_selected(&view).unwrap();
    editor.enter_at_selected(&view).unwrap();
    editor.leave_at_selected(&view).unwrap();
    assert_eq!(both(&editor, path), ["Meet the touchpoint again", "No longer enter here", "No longer leave here"]);
    let more = [Command::Reorder(Order::Earlier), Command::ToggleLane, Command::LockStructure];
    assert_eq!(both(&editor, more)[0], "Move the stage back");
    editor.select([Thing::Lane(lane)]);
    assert_eq!(both(&editor, more), ["Move the lane up", "Hide the lane", "Lock the structure"]);
    editor.toggle_lane().unwrap();
    editor.toggle_lock().unwrap();
    assert_eq!(both(&editor, more), ["Move the lane up", "Show the lane", "Unlock the structure"]);
}
