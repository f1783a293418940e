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

/// A touchpad's events, one in a frame; the view rests before and after.
fn fingers(window: &mut Window, moves: &[(egui::TouchPhase, egui::Vec2)], modifiers: Modifiers) {
    for (phase, delta) in moves {
        let (unit, source) = (MouseWheelUnit::Point, egui::MouseWheelSource::Trackpad);
        let event = Event::MouseWheel { unit, delta: *delta, phase: *phase, source, modifiers };
        window.event_modifiers(event, modifiers);
        window.step();
    }
    window.run();
}

#[test]
fn two_fingers_move_the_view_by_just_what_they_move() {
    use egui::TouchPhase::{End, Move, Start};
    let mut window = open(sample());
    window.hover_at(pos2(600.0, 300.0));
    window.run();
    let before = window.state().canvas.camera;
    // Slow, fast, slanted and back, as a touchpad tells them; where it tells no beginning, each is a turn of its own.
    let moves = [vec2(0.5, -1.25), vec2(30.0, -44.0), vec2(-7.5, 0.0), vec2(0.0, 3.0)];
    let told: Vec<_> = [(Start, egui::Vec2::ZERO)].into_iter().chain(moves.map(|by| (Move, by))).collect();
    fingers(&mut window, &[told, vec![(End, egui::Vec2::ZERO)]].concat(), Modifiers::NONE);
    fingers(&mut window, &moves.map(|by| (Move, by)), Modifiers::NONE);
    let after = window.state().canvas.camera;
    assert_eq!(after.zoom, before.zoom);
    let moved = (before.corner - after.corner) * after.zoom;
    // Twice 0.5 + 30 − 7.5 and −1.25 − 44 + 3.
    assert!((moved.x - 46.0).abs() < 0.01 && (moved.y + 84.5).abs() < 0.01, "{moved:?}");
}

#[test]
fn with_ctrl_a_touchpad_zooms_finely_at_the_pointer() {
    let mut window = open(sample());
    let pointer = pos2(430.0, 300.0);
    window.hover_at(pointer);
    window.run();
    let before = window.state().canvas.camera;
    let mut last = before.zoom;
    for _ in 0..5 {
        fingers(&mut window, &[(egui::TouchPhase::Move, vec2(0.0, 1.0))], Modifiers::COMMAND);
        let zoom = window.state().canvas.camera.zoom;
        assert!(zoom > last && zoom < last * 1.02, "{last} {zoom}");
        last = zoom;
    }
    let after = window.state().canvas.camera;
    assert!((after.doc_from_screen(pointer) - before.doc_from_screen(pointer)).hypot() < 1e-2);
}
