//! Notes on the canvas by keys and hand: typed, emptied, reached.

use super::*;
use egui::{Event, Key, Modifiers};
use wayfarer::ui::Command;

fn note() -> NoteId {
    NoteId::parse("why").unwrap()
}

/// The sample with a note whose arrow leads to Delivery.
fn noted() -> Map {
    let mut map = sample();
    let to = Some(NoteTarget::Touchpoint(delivery()));
    map.notes = vec![Arc::new(Note { text: "Why so late?".into(), to, ..Note::new(note(), (20, 700)) })];
    map
}

fn carry_out(window: &mut Window, command: Command) {
    let desk = window.state_mut();
    desk.canvas.carry_out(command, &mut desk.editor, &mut desk.layouter).unwrap().unwrap();
    window.run();
}

fn edit(window: &mut Window, thing: Thing) {
    let desk = window.state_mut();
    desk.canvas.edit_text(&mut desk.editor, thing);
    window.run();
}

fn texts(window: &Window) -> Vec<String> {
    window.state().editor.map().notes.iter().map(|note| note.text.clone()).collect()
}

#[test]
fn a_note_takes_line_breaks_with_shift_and_is_one_step() {
    let mut window = open(sample());
    find(&window, Role::ListItem, "Delivery").focus();
    window.run();
    carry_out(&mut window, Command::AddNote);
    window.event(Event::Text("Ask the courier".into()));
    window.key_press_modifiers(Modifiers::SHIFT, Key::Enter);
    window.event(Event::Text("and the depot".into()));
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(texts(&window), ["Ask the courier\nand the depot"]);
    let made = window.state().editor.map().notes[0].clone();
    assert_eq!(made.to, Some(NoteTarget::Touchpoint(delivery())));
    assert_eq!(window.state().editor.selection(), [Thing::Note(made.id)]);
    assert_eq!(window.state().editor.history().depth(), 1);
}

#[test]
fn a_note_that_never_got_a_text_leaves_no_trace() {
    let mut window = open(sample());
    find(&window, Role::ListItem, "Delivery").focus();
    window.run();
    carry_out(&mut window, Command::AddNote);
    assert_eq!(window.state().editor.shown().notes.len(), 1, "it is seen while it is typed");
    window.event(Event::Text("  ".into()));
    window.key_press(Key::Escape);
    window.run();
    let editor = &window.state().editor;
    assert_eq!((editor.map().notes.len(), editor.is_modified(), editor.history().depth()), (0, false, 0));
    assert_eq!(editor.selection(), [Thing::Touchpoint(delivery())], "the keyboard is where it was");
}

#[test]
fn the_tool_and_a_click_draft_a_note_too() {
    let mut window = open(sample());
    window.key_press(Key::N);
    window.run();
    let right = window.state().canvas.camera.viewport.right_bottom() - vec2(160.0, 160.0);
    window.hover_at(right);
    window.drag_at(right);
    window.drop_at(right);
    window.run();
    assert!(window.state().canvas.is_editing_text());
    window.key_press(Key::Escape);
    window.run();
    assert!(!window.state().editor.is_modified());
}

#[test]
fn a_note_that_is_emptied_goes_in_one_step_and_the_keyboard_goes_to_what_it_was_about() {
    let mut window = open(noted());
    edit(&mut window, Thing::Note(note()));
    window.key_press(Key::Backspace);
    window.run();
    assert_eq!(window.state().editor.shown().notes.len(), 1, "it goes when the typing ends");
    window.key_press(Key::Enter);
    window.run();
    let editor = &window.state().editor;
    assert_eq!((editor.map().notes.len(), editor.history().depth()), (0, 1));
    assert_eq!(editor.selection(), [Thing::Touchpoint(delivery())]);
    assert_eq!(window.state().editor.map().stages, noted().stages, "nothing else is lost");
    window.state_mut().editor.undo();
    assert_eq!(**window.state().editor.map(), noted());
}
