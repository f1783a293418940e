//! What keys do: walking, feelings, tools, and typing a map down without a mouse.

use super::*;
use egui::{Key, Modifiers};
use wayfarer::editor::Tool;

fn select(window: &mut Window, thing: Thing) {
    window.state_mut().editor.select([thing]);
    window.run();
}

fn type_text(window: &mut Window, text: &str) {
    window.event(egui::Event::Text(text.into()));
}

#[test]
fn a_room_types_two_stages_and_three_touchpoints() {
    let mut window = open(Map::empty(&mut fastrand::Rng::with_seed(4)));
    window.key_press(Key::S);
    window.key_press(Key::Enter);
    window.run();
    type_text(&mut window, "Buying");
    window.key_press(Key::Enter);
    type_text(&mut window, "Shop");
    window.key_press(Key::Enter);
    type_text(&mut window, "Checkout");
    window.key_press(Key::Tab);
    type_text(&mut window, "Owning");
    window.key_press(Key::Enter);
    type_text(&mut window, "Delivery");
    window.key_press(Key::Enter);
    window.key_press(Key::Escape);
    window.run();
    assert_eq!(outline(&window), named(&[("Buying", &["Shop", "Checkout"]), ("Owning", &["Delivery"])]));
    for _ in 0..5 {
        window.state_mut().editor.undo();
    }
    assert!(!window.state().editor.is_modified(), "each thing came with its name in one step");
}

#[test]
fn keys_that_come_in_one_frame_keep_their_order() {
    let mut window = open(Map::empty(&mut fastrand::Rng::with_seed(4)));
    let desk = window.state_mut();
    desk.canvas.new_stage(&mut desk.editor);
    window.run();
    let key =
        |key| egui::Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
    let text = |text: &str| egui::Event::Text(text.into());
    let events = [text("A"), key(Key::Enter), text("b"), text("c"), key(Key::Tab), text("D"), key(Key::Escape)];
    window.input_mut().events.extend(events);
    window.run();
    assert_eq!(outline(&window), named(&[("A", &["bc"]), ("D", &[])]));
}

#[test]
fn what_was_pressed_before_a_field_opened_is_not_typed_into_it() {
    let mut window = open(Map::empty(&mut fastrand::Rng::with_seed(4)));
    window.key_press(Key::V);
    window.run();
    let key =
        |key| egui::Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
    let text = |text: &str| egui::Event::Text(text.into());
    let events = [key(Key::S), text("s"), key(Key::Enter), text("A"), text("b")];
    window.input_mut().events.extend(events);
    window.run();
    window.key_press(Key::Escape);
    window.run();
    assert_eq!(outline(&window), named(&[("Ab", &[])]));
}

#[test]
fn one_to_five_set_the_bands_and_delete_makes_a_gap() {
    let mut window = open(sample());
    select(&mut window, face());
    // domain handbook, section 4: the middles of the five built-in bands.
    for (key, middle) in [(Key::Num1, -80), (Key::Num2, -40), (Key::Num3, 0), (Key::Num4, 40), (Key::Num5, 80)] {
        window.key_press(key);
        window.run();
        assert_eq!(score(&window), Some(middle));
    }
    window.key_press(Key::Delete);
    window.run();
    assert_eq!(score(&window), None, "a gap, not zero");
    assert!(find(&window, Role::Slider, "Delivery, Actual: no score").is_focused());
    window.key_press(Key::ArrowUp);
    window.run();
    assert_eq!(score(&window), Some(5), "from a gap a face begins at 0");
}

#[test]
fn arrows_pull_a_selected_face() {
    let mut window = open(sample());
    select(&mut window, face());
    window.key_press(Key::ArrowUp);
    window.run();
    assert_eq!(score(&window), Some(-67));
    window.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
    window.run();
    assert_eq!(score(&window), Some(-68));
}

#[test]
fn arrows_and_tab_walk_and_focus_goes_along() {
    let mut window = open(sample());
    window.key_press(Key::ArrowRight);
    window.run();
    window.key_press(Key::ArrowDown);
    window.key_press(Key::ArrowRight);
    window.key_press(Key::ArrowRight);
    window.run();
    assert_eq!(window.state().editor.selection(), [Thing::Touchpoint(delivery())]);
    assert!(find(&window, Role::ListItem, "Delivery").is_focused());
    window.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
    window.run();
    assert!(find(&window, Role::ColumnHeader, "Buying").is_focused());
    window.key_press(Key::Tab);
    window.run();
    assert!(find(&window, Role::ColumnHeader, "Owning").is_focused());
    window.key_press(Key::Tab);
    window.run();
    let owning = StageId::parse("owning").unwrap();
    assert_eq!(window.state().editor.selection(), [Thing::Stage(owning)]);
    assert!(!find(&window, Role::ColumnHeader, "Owning").is_focused(), "past the last stage the keyboard goes on");
}

#[test]
fn what_is_selected_off_screen_comes_into_view() {
    let mut map = sample();
    for at in 0..30 {
        let id = StageId::parse(&format!("s{at}")).unwrap();
        map.stages.push(Arc::new(Stage::new(id, format!("Stage {at}"))));
    }
    let mut window = open(map);
    let view = window.state().canvas.camera.viewport;
    assert!(!view.intersects(find(&window, Role::ColumnHeader, "Stage 29").rect()));
    window.key_press(Key::End);
    window.key_press(Key::End);
    window.run();
    let last = find(&window, Role::ColumnHeader, "Stage 29");
    assert!(last.is_focused() && view.intersects(last.rect()));
}

#[test]
fn letters_take_tools_and_esc_puts_them_away() {
    let mut window = open(sample());
    for (key, tool) in [
        (Key::H, Tool::Hand),
        (Key::S, Tool::Stage),
        (Key::T, Tool::Touchpoint),
        (Key::N, Tool::Note),
        (Key::L, Tool::Link),
    ] {
        window.key_press(key);
        window.run();
        assert_eq!(window.state().canvas.tool, tool);
    }
    window.key_press(Key::Escape);
    window.run();
    assert_eq!(window.state().canvas.tool, Tool::Select);
    select(&mut window, face());
    window.key_press(Key::Escape);
    window.run();
    assert_eq!(window.state().editor.selection(), []);
}
