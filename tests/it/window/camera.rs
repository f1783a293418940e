//! Zooming and panning.

use super::*;
use egui::{Event, Key, Modifiers, MouseWheelUnit, PointerButton, pos2};

fn wheel(window: &Window, delta: egui::Vec2, modifiers: Modifiers) {
    let event = Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta,
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
        modifiers,
    };
    window.event_modifiers(event, modifiers);
}

#[test]
fn zooming_keeps_the_point_under_the_pointer() {
    let mut window = open(sample());
    let pointer = pos2(430.0, 300.0);
    window.hover_at(pointer);
    window.run();
    let before = window.state().canvas.camera;
    window.event(Event::Zoom(1.5));
    window.run();
    let after = window.state().canvas.camera;
    assert!((after.zoom / before.zoom - 1.5).abs() < 1e-6);
    let moved = after.doc_from_screen(pointer) - before.doc_from_screen(pointer);
    assert!(moved.hypot() < 1e-3, "{moved:?}");
    wheel(&window, vec2(0.0, -60.0), Modifiers::COMMAND);
    window.run();
    let farther = window.state().canvas.camera;
    assert!(farther.zoom < after.zoom);
    assert!((farther.doc_from_screen(pointer) - before.doc_from_screen(pointer)).hypot() < 1e-2);
}

#[test]
fn keys_zoom_and_fit() {
    let mut window = open(sample());
    let zoom = |window: &Window| window.state().canvas.camera.zoom;
    window.key_press_modifiers(Modifiers::COMMAND, Key::Num0);
    window.run();
    assert_eq!(zoom(&window), 1.0);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Plus);
    window.run();
    assert_eq!(zoom(&window), 1.25);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Minus);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Minus);
    window.run();
    assert_eq!(zoom(&window), 0.75);
    find(&window, Role::Button, "Zoom: 75\u{a0}%");
    window.key_press_modifiers(Modifiers::SHIFT, Key::Num1);
    window.run();
    let size = scene(&mut window).size;
    let seen = window.state().canvas.camera.visible();
    assert!(seen.contains_rect(size.to_rect()), "{seen:?} shows all of {size:?}");
}

#[test]
fn the_middle_button_and_space_drag_the_view() {
    let mut window = open(sample());
    let before = window.state().canvas.camera.corner;
    let (from, to) = (pos2(600.0, 300.0), pos2(540.0, 280.0));
    let button =
        |pos, pressed| Event::PointerButton { pos, button: PointerButton::Middle, pressed, modifiers: Modifiers::NONE };
    window.hover_at(from);
    window.event(button(from, true));
    window.hover_at(to);
    window.event(button(to, false));
    window.run();
    let camera = window.state().canvas.camera;
    let moved = (camera.corner - before) * camera.zoom;
    assert!((moved.x - 60.0).abs() < 0.01 && (moved.y - 20.0).abs() < 0.01, "{moved:?}");
    window.key_down(Key::Space);
    drag(&mut window, from, to);
    window.drop_at(to);
    window.key_up(Key::Space);
    window.run();
    let moved = (window.state().canvas.camera.corner - before) * camera.zoom;
    assert!((moved.x - 120.0).abs() < 0.01, "{moved:?}");
    assert_eq!(window.state().editor.selection(), [], "nothing was selected on the way");
}

#[test]
fn the_wheel_scrolls_both_ways() {
    let mut window = open(sample());
    window.hover_at(pos2(600.0, 300.0));
    window.run();
    let before = window.state().canvas.camera;
    wheel(&window, vec2(0.0, -40.0), Modifiers::NONE);
    window.run();
    let down = window.state().canvas.camera;
    assert!(down.corner.y > before.corner.y && down.corner.x == before.corner.x);
    wheel(&window, vec2(0.0, -40.0), Modifiers::SHIFT);
    window.run();
    assert!(window.state().canvas.camera.corner.x > down.corner.x, "with Shift sideways");
}
