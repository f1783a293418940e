//! Tips under the resting pointer: they leave whoever works by keys in peace, and say nothing twice.

use super::menus::{Window, key, open, press};
use egui::{Event, Key, Modifiers, Order, Pos2, Rect, accesskit::Role, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

/// Time passes while nothing happens: longer than a tip waits.
fn rest(window: &mut Window) {
    window.run_steps(60);
}

/// The words of all tips that stand in the window.
fn tips(window: &Window) -> Vec<String> {
    let rects: Vec<Rect> = window.ctx.memory(|memory| {
        let layers = memory.areas().visible_layer_ids();
        let tips = layers.into_iter().filter(|layer| layer.order == Order::Tooltip);
        tips.filter_map(|layer| memory.area_rect(layer.id)).collect()
    });
    let labels = window.root().children_recursive().filter(|node| node.accesskit_node().role() == Role::Label);
    let inside = labels.filter(|node| rects.iter().any(|rect| rect.contains_rect(node.rect())));
    inside.filter_map(|node| node.accesskit_node().value()).collect()
}

/// Two places over which a tip comes: a button of the menu bar, and the face of Delivery with its numbers.
fn places(window: &Window) -> [Pos2; 2] {
    let button = window.get_by_role_and_label(Role::Button, "EN").rect().center();
    let face = window
        .get_by(|node| node.role() == Role::Slider && node.label().is_some_and(|label| label.starts_with("Delivery")))
        .rect()
        .center();
    [button, face]
}

#[test]
fn a_key_sends_a_tip_away_until_the_pointer_moves() {
    let mut window = open();
    for place in places(&window) {
        for event in [key(Modifiers::NONE, Key::ArrowRight), Event::Text("x".into())] {
            window.hover_at(place);
            rest(&mut window);
            assert!(!tips(&window).is_empty(), "a tip at {place:?}");
            window.event(key(Modifiers::SHIFT, Key::ShiftLeft));
            rest(&mut window);
            assert!(!tips(&window).is_empty(), "a modifier may belong to the pointer");
            window.event(event);
            window.run_steps(2);
            assert_eq!(tips(&window), Vec::<String>::new(), "gone with the key");
            // Some systems tell of the pointer again though it rests.
            window.hover_at(place);
            rest(&mut window);
            assert_eq!(tips(&window), Vec::<String>::new(), "and stays away while the pointer rests");
            press(&mut window, Key::Escape);
            window.hover_at(place + vec2(2.0, 1.0));
            rest(&mut window);
            assert!(!tips(&window).is_empty(), "back when the pointer moved");
        }
    }
}

/// What a screen reader reads of a widget: its name, then its description.
#[test]
fn no_tip_repeats_the_name() {
    let window = open();
    let doubled: Vec<String> = window
        .root()
        .children_recursive()
        .filter_map(|node| {
            let node = node.accesskit_node();
            let name = node.label().or(node.value())?;
            (node.description()? == name).then_some(name)
        })
        .collect();
    assert!(doubled.is_empty(), "read twice: {doubled:?}");
    let switch = window.get_by_role_and_label(Role::Button, "EN");
    let said = switch.accesskit_node().description();
    assert!(said.is_some_and(|said| said.len() > 2), "what a name does not say is a description");
}
