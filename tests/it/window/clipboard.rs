//! The clipboard's keys on the map: the system makes events of them, and the program is asked once.

use super::*;
use egui::{Event, Key, Modifiers};
use wayfarer::{
    editor::EditError,
    ui::{Command, canvas::Clip},
};

fn asked(window: &mut Window, event: Event) -> Vec<Command> {
    window.event(event);
    window.run();
    std::mem::take(&mut window.state_mut().canvas.asked)
}

#[test]
fn copy_and_cut_ask_the_program_once_while_something_is_selected() {
    let mut window = open(sample());
    assert_eq!(asked(&mut window, Event::Copy), [], "nothing is selected");
    find(&window, Role::ListItem, "Delivery").click();
    window.run();
    assert_eq!(asked(&mut window, Event::Copy), [Command::Copy]);
    assert_eq!(asked(&mut window, Event::Cut), [Command::Cut]);
    // The key itself, where a system tells of it besides, means nothing more.
    window.key_press_modifiers(Modifiers::COMMAND, Key::C);
    window.run();
    assert_eq!(window.state().canvas.asked, []);
    window.key_press_modifiers(Modifiers::COMMAND.plus(Modifiers::ALT), Key::C);
    window.run();
    assert_eq!(window.state().canvas.asked, [Command::CopyLook]);
}

#[test]
fn a_paste_on_the_map_goes_to_the_program_and_one_in_a_field_into_the_field() {
    let mut window = open(sample());
    window.event(Event::Paste("Search\nPay".into()));
    window.run();
    let pasted = window.state_mut().canvas.pasted.take();
    assert!(matches!(pasted, Some(Clip::Text(text)) if text == "Search\nPay"));
    find(&window, Role::ListItem, "Delivery").click();
    window.run();
    window.key_press(Key::F2);
    window.run();
    assert!(window.state().canvas.is_editing_text());
    for event in [Event::Paste("Parcel".into()), Event::Copy] {
        window.event(event);
        window.run();
    }
    assert!(window.state().canvas.pasted.is_none());
    assert_eq!(window.state().canvas.asked, []);
    assert!(window.state().editor.shown().touchpoints().any(|one| one.name == "Parcel"));
}

#[test]
fn ctrl_d_puts_copies_beside_and_selects_them() {
    let mut window = open(sample());
    find(&window, Role::ListItem, "Shop").click();
    window.run();
    window.key_press_modifiers(Modifiers::COMMAND, Key::D);
    window.run();
    assert_eq!(outline(&window)[0].1, ["Shop", "Shop", "Checkout"]);
    let copy = window.state().editor.map().stages[0].touchpoints[1].id;
    assert_eq!(window.state().editor.selection(), [Thing::Touchpoint(copy)]);
    window.state_mut().editor.undo();
    assert!(!window.state().editor.is_modified(), "one step of the history");
}

#[test]
fn a_drag_with_alt_leaves_the_thing_and_carries_a_copy() {
    let mut window = open(sample());
    let from = find(&window, Role::ListItem, "Delivery").rect().center();
    let to = find(&window, Role::ListItem, "Checkout").rect().left_center() + egui::vec2(2.0, 0.0);
    let button = |pos, pressed| Event::PointerButton {
        pos,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: Modifiers::ALT,
    };
    window.event(Event::ModifiersChanged(Modifiers::ALT));
    window.hover_at(from);
    window.event(button(from, true));
    for part in [0.3, 0.7, 1.0] {
        window.hover_at(from + (to - from) * part);
        window.step();
    }
    assert_eq!(window.output().platform_output.cursor_icon, egui::CursorIcon::Copy);
    window.event(button(to, false));
    window.run();
    let expected = named(&[("Buying", &["Shop", "Delivery", "Checkout"]), ("Owning", &["Delivery", "Hotline"])]);
    assert_eq!(outline(&window), expected);
}

#[test]
fn what_cannot_be_copied_by_itself_says_so() {
    let mut window = open(sample());
    for (name, event, why) in [
        ("Touchpoints", Event::Copy, Some(EditError::NotCopyable)),
        ("Channels", Event::Cut, Some(EditError::NotCopyable)),
        ("Pain points", Event::Copy, None),
    ] {
        find(&window, Role::RowHeader, name).focus();
        window.run();
        window.event(event);
        window.step();
        let said = window.state_mut().canvas.refused.take();
        assert_eq!(said, why, "{name}");
    }
    delivery_face(&window).focus();
    window.run();
    window.key_press_modifiers(Modifiers::COMMAND, Key::D);
    window.step();
    assert_eq!(
        window.state_mut().canvas.refused.take(),
        Some(EditError::NothingToCopy),
        "a face has nothing beside it"
    );
}
