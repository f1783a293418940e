//! The field over the map: input methods, line breaks, and what it lets in.

use super::*;
use egui::{Event, ImeEvent, Key, Modifiers};

fn edit(window: &mut Window, thing: Thing) {
    let desk = window.state_mut();
    desk.canvas.edit_text(&mut desk.editor, thing);
    window.run();
}

#[test]
fn a_word_composed_by_an_input_method_is_kept_once() {
    let mut window = open(sample());
    edit(&mut window, Thing::Touchpoint(delivery()));
    for preedit in ["g", "gi", "giao", "giào"] {
        window.event(Event::Ime(ImeEvent::Preedit { text: preedit.into(), active_range_chars: None }));
    }
    window.key_press(Key::Enter);
    window.run();
    assert!(window.state().canvas.is_editing_text(), "Enter belongs to the word that is being composed");
    let shown = Arc::clone(window.state().editor.shown());
    assert_eq!(shown.touchpoint(delivery()).unwrap().name, "Delivery", "and the map shows no half word");
    window.event(Event::Ime(ImeEvent::Commit("Giao hàng".into())));
    window.event(Event::Ime(ImeEvent::Commit("\u{1b}".into())));
    window.run();
    window.key_press(Key::Escape);
    window.run();
    assert_eq!(window.state().editor.map().touchpoint(delivery()).unwrap().name, "Giao hàng");
    window.state_mut().editor.undo();
    assert!(!window.state().editor.is_modified(), "one step of the history");
}

#[test]
fn a_card_takes_line_breaks_with_shift() {
    let mut window = open(sample());
    let card = CardId::parse("late").unwrap();
    edit(&mut window, Thing::Card(card));
    window.event(Event::Text("Two days late".into()));
    window.key_press_modifiers(Modifiers::SHIFT, Key::Enter);
    window.event(Event::Text("nobody calls".into()));
    window.key_press(Key::Enter);
    window.run();
    assert!(!window.state().canvas.is_editing_text());
    assert_eq!(window.state().editor.map().card(card).unwrap().2.text, "Two days late\nnobody calls");
}

#[test]
fn f2_on_a_face_edits_the_feelings_word() {
    let mut window = open(sample());
    delivery_face(&window).click_accesskit();
    window.run();
    window.key_press(Key::F2);
    window.run();
    window.event(Event::Text("worried".into()));
    window.key_press(Key::Enter);
    window.run();
    let map = window.state().editor.map();
    assert_eq!(map.touchpoint(delivery()).unwrap().feelings[&persona()].word, "worried");
    assert!(delivery_face(&window).is_focused(), "the keyboard is back on the face");
}

#[test]
fn an_untouched_text_is_no_step() {
    let mut window = open(sample());
    edit(&mut window, Thing::Touchpoint(delivery()));
    window.key_press(Key::Enter);
    window.run();
    assert!(!window.state().editor.is_modified());
}

/// Ctrl+S makes a step of what is being typed; the field stays open.
#[test]
fn what_is_typed_after_a_save_is_kept() {
    let mut window = open(sample());
    let desk = window.state_mut();
    desk.canvas.new_stage(&mut desk.editor);
    window.run();
    window.event(Event::Text("Buy".into()));
    window.run();
    window.state_mut().editor.commit_preview();
    window.event(Event::Text("ing again".into()));
    window.run();
    window.key_press(Key::Escape);
    window.run();
    let stages = &window.state().editor.map().stages;
    assert!(stages.iter().any(|stage| stage.name == "Buying again"));
    edit(&mut window, Thing::Touchpoint(delivery()));
    window.event(Event::Text("Late".into()));
    window.run();
    window.state_mut().editor.commit_preview();
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.event(Event::Text("Delivery".into()));
    window.key_press(Key::Escape);
    window.run();
    assert_eq!(window.state().editor.map().touchpoint(delivery()).unwrap().name, "Delivery", "typed back");
}

/// Alt with a letter is a menu's or the system's key on Linux and Windows, where its character comes along.
#[test]
fn a_letter_with_alt_is_no_text() {
    let mut window = open(sample());
    window.state_mut().editor.select([Thing::Touchpoint(delivery())]);
    window.run();
    window.key_press_modifiers(Modifiers::ALT, Key::F);
    window.event_modifiers(Event::Text("f".into()), Modifiers::ALT);
    window.run();
    assert!(!window.state().canvas.is_editing_text());
    assert_eq!(window.state().editor.map().touchpoint(delivery()).unwrap().name, "Delivery");
    window.event(Event::Text("f".into()));
    window.run();
    assert!(window.state().canvas.is_editing_text(), "without Alt it is");
}

/// Who pressed the letter of a tool, and sees a name go, gets it back by Esc; the next letter makes it a text.
#[test]
fn esc_takes_back_a_letter_that_was_meant_for_a_tool() {
    let name = |window: &Window| window.state().editor.map().touchpoint(delivery()).unwrap().name.clone();
    let said = |window: &Window| window.query_by_label_contains("writes text here").is_some();
    let mut window = open(sample());
    window.state_mut().editor.select([Thing::Touchpoint(delivery())]);
    window.run();
    window.event(Event::Text("t".into()));
    window.run();
    assert!(window.state().canvas.is_editing_text() && said(&window));
    window.key_press(Key::Escape);
    window.run();
    assert!(!window.state().canvas.is_editing_text() && !said(&window));
    assert_eq!(name(&window), "Delivery");
    assert!(!window.state().editor.is_modified(), "nothing happened");
    window.key_press(Key::Escape);
    window.key_press(Key::T);
    window.run();
    assert_eq!(window.state().canvas.tool, Tool::Touchpoint, "as the line said");
    window.key_press(Key::Escape);
    window.state_mut().editor.select([Thing::Touchpoint(delivery())]);
    window.run();
    for letter in ["t", "o"] {
        window.event(Event::Text(letter.into()));
        window.run();
    }
    assert!(!said(&window), "two letters are a text");
    window.key_press(Key::Escape);
    window.run();
    assert_eq!(name(&window), "to");
    window.event(Event::Text("X".into()));
    window.run();
    assert!(!said(&window));
    window.key_press(Key::Escape);
    window.run();
    assert_eq!(name(&window), "X", "no tool has this letter");
}
