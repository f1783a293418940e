//! Gestures of the pointer and of fingers: tools that stay, the wheel over a face, the view that follows at its edge, and
//! tips with the numbers behind a face.

use super::*;
use egui::{Event, Key, Modifiers, MouseWheelUnit, Pos2, pos2};
use wayfarer::editor::{Stay, Tool};

fn wheel(window: &Window, unit: MouseWheelUnit, delta: egui::Vec2, modifiers: Modifiers) {
    let (phase, source) = (egui::TouchPhase::Move, egui::MouseWheelSource::Unknown);
    window.event_modifiers(Event::MouseWheel { unit, delta, phase, source, modifiers }, modifiers);
}

fn notch(window: &mut Window, lines: f32, modifiers: Modifiers) {
    wheel(window, MouseWheelUnit::Line, vec2(0.0, lines), modifiers);
    window.step();
}

/// Frames for so many seconds, 60 in each.
fn wait(window: &mut Window, seconds: f32) {
    (0..(seconds * 60.0) as usize).for_each(|_| window.step());
}

fn shown(window: &Window) -> Option<i8> {
    let map = window.state().editor.shown();
    map.touchpoint(delivery()).unwrap().score(persona(), Curve::Actual).map(Score::value)
}

fn camera(window: &Window) -> wayfarer::ui::canvas::Camera {
    window.state().canvas.camera
}

#[test]
fn a_second_press_of_its_key_or_button_keeps_a_tool() {
    let mut window = open(sample());
    window.key_press(Key::T);
    window.run();
    assert_eq!(window.state().canvas.stay(), Stay::Once);
    find(&window, Role::RadioButton, "Touchpoint");
    window.key_press(Key::T);
    window.run();
    assert_eq!((window.state().canvas.tool, window.state().canvas.stay()), (Tool::Touchpoint, Stay::Kept));
    find(&window, Role::RadioButton, "Touchpoint, kept");
    for name in ["One", "Two"] {
        let at = find(&window, Role::ListItem, "Hotline").rect().center();
        window.hover_at(at);
        window.drag_at(at);
        window.drop_at(at);
        window.run();
        window.event(Event::Text(name.into()));
        window.key_press(Key::Escape);
        window.run();
        assert_eq!(window.state().canvas.tool, Tool::Touchpoint, "it stays after use");
    }
    assert_eq!(outline(&window)[1].1.len(), 4);
    window.key_press(Key::Escape);
    window.run();
    assert_eq!(window.state().canvas.tool, Tool::Select);
    for (press, stay) in [(1, Stay::Once), (2, Stay::Kept)] {
        window
            .get_by(|node| node.role() == Role::RadioButton && node.label().is_some_and(|it| it.starts_with("Pencil")))
            .click();
        window.run();
        assert_eq!((window.state().canvas.tool, window.state().canvas.stay()), (Tool::Pencil, stay), "press {press}");
    }
    window.key_press(Key::N);
    window.run();
    assert_eq!((window.state().canvas.tool, window.state().canvas.stay()), (Tool::Note, Stay::Once));
}

#[test]
fn the_wheel_over_a_selected_face_pulls_it_in_one_step() {
    let mut window = open(sample());
    window.state_mut().editor.select([face()]);
    window.run();
    let at = delivery_face(&window).rect().center();
    window.hover_at(at);
    window.run();
    let before = camera(&window);
    notch(&mut window, 1.0, Modifiers::NONE);
    assert_eq!(shown(&window), Some(-67), "in the same frame");
    // The face moves away from under the pointer; the burst goes on.
    for _ in 0..5 {
        notch(&mut window, 1.0, Modifiers::NONE);
    }
    notch(&mut window, -1.0, Modifiers::SHIFT);
    assert_eq!((shown(&window), score(&window)), (Some(-43), Some(-72)), "nothing is in the history yet");
    wait(&mut window, 0.6);
    assert_eq!(score(&window), Some(-43));
    assert_eq!((camera(&window).corner, camera(&window).zoom), (before.corner, before.zoom), "the view stays");
    window.state_mut().editor.undo();
    assert_eq!((score(&window), window.state().editor.is_modified()), (Some(-72), false), "one step");
    // Parts of a notch, as touchpads give them, add up.
    window.run();
    let at = delivery_face(&window).rect().center();
    window.hover_at(at);
    window.run();
    (0..4).for_each(|_| notch(&mut window, 0.3, Modifiers::NONE));
    assert_eq!(shown(&window), Some(-67));
    window.key_press(Key::Escape);
    window.step();
    assert_eq!((shown(&window), score(&window)), (Some(-72), Some(-72)), "Esc abandons it");
    assert!(!window.state().editor.is_modified());
}

#[test]
fn scrolling_the_map_never_changes_a_feeling_by_accident() {
    let mut window = open(sample());
    let at = delivery_face(&window).rect().center();
    window.hover_at(at);
    window.run();
    let before = camera(&window);
    notch(&mut window, 1.0, Modifiers::NONE);
    window.run();
    assert_eq!(shown(&window), Some(-72), "the face is not selected");
    assert_ne!(camera(&window).corner, before.corner);
    // A scroll that began beside the face goes on as a scroll when the face comes under the pointer.
    window.state_mut().editor.select([face()]);
    window.run();
    let at = delivery_face(&window).rect().center();
    window.hover_at(at + vec2(0.0, -120.0));
    wait(&mut window, 0.6);
    notch(&mut window, 1.0, Modifiers::NONE);
    window.hover_at(delivery_face(&window).rect().center());
    window.step();
    notch(&mut window, 1.0, Modifiers::NONE);
    assert_eq!(shown(&window), Some(-72));
    // Ctrl zooms there too.
    wait(&mut window, 0.6);
    let zoom = camera(&window).zoom;
    window.hover_at(delivery_face(&window).rect().center());
    window.step();
    notch(&mut window, -1.0, Modifiers::COMMAND);
    window.run();
    assert!(camera(&window).zoom < zoom);
    assert_eq!(shown(&window), Some(-72));
}

/// A map much wider than the window.
fn long() -> Map {
    let mut map = sample();
    for at in 0..30 {
        let id = StageId::parse(&format!("s{at}")).unwrap();
        let inner = touchpoint(&format!("t{at}"), &format!("Thing {at}"), None);
        map.stages.push(Arc::new(Stage { touchpoints: vec![inner], ..Stage::new(id, format!("Stage {at}")) }));
    }
    map
}

#[test]
fn at_the_edge_the_view_follows_what_is_dragged() {
    let mut window = open(long());
    let before = camera(&window);
    let from = find(&window, Role::ListItem, "Delivery").rect().center();
    let edge = pos2(1098.0, from.y);
    drag(&mut window, from, edge);
    wait(&mut window, 1.0);
    let gone = camera(&window).corner.x - before.corner.x;
    assert!(gone > 300.0, "{gone}");
    assert_eq!(camera(&window).corner.y, before.corner.y, "a touchpoint goes sideways");
    // Out of the edge: it stops, and the window rests.
    window.hover_at(pos2(700.0, from.y));
    window.run();
    let stopped = camera(&window);
    wait(&mut window, 0.5);
    assert_eq!(camera(&window), stopped);
    let delay = window.output().viewport_output[&egui::ViewportId::ROOT].repaint_delay;
    assert_eq!(delay, std::time::Duration::MAX);
    // What is shown is what the release does, though the view went on.
    let under = scene(&mut window).touchpoint_drop(stopped.doc_from_screen(pos2(700.0, from.y))).unwrap();
    window.drop_at(pos2(700.0, from.y));
    window.run();
    let (stage, place) = window.state().editor.map().place_of(delivery()).unwrap();
    assert_eq!((window.state().editor.map().stages[stage].id, place), under.place);
    window.state_mut().editor.undo();
    assert!(!window.state().editor.is_modified(), "one step");
}

#[test]
fn a_marquee_grows_past_the_edge_and_esc_ends_the_scrolling() {
    let mut window = open(long());
    let at_start = camera(&window).corner;
    let from = find(&window, Role::ListItem, "Shop").rect().left_top() - vec2(6.0, 6.0);
    drag(&mut window, from, pos2(1099.0, from.y + 30.0));
    let at_first = window.state().editor.selection().len();
    wait(&mut window, 1.0);
    assert!(window.state().editor.selection().len() > at_first);
    window.key_press(Key::Escape);
    window.step();
    let before = camera(&window);
    assert_eq!(before.corner, at_start, "everything is as it was");
    wait(&mut window, 0.3);
    assert_eq!(camera(&window), before);
    assert_eq!(window.state().editor.selection(), []);
}

#[test]
fn a_touchpad_pans_and_pinches() {
    let mut window = open(sample());
    window.hover_at(pos2(500.0, 400.0));
    window.run();
    let before = camera(&window);
    wheel(&window, MouseWheelUnit::Point, vec2(-30.0, -20.0), Modifiers::NONE);
    window.run();
    let moved = camera(&window).corner - before.corner;
    assert!((moved.x * before.zoom - 30.0).abs() < 0.5 && (moved.y * before.zoom - 20.0).abs() < 0.5, "{moved:?}");
    window.event(Event::Zoom(0.8));
    window.run();
    assert!((camera(&window).zoom / before.zoom - 0.8).abs() < 1e-3);
    // Shift turns the wheel sideways.
    let before = camera(&window);
    wheel(&window, MouseWheelUnit::Point, vec2(0.0, -50.0), Modifiers::SHIFT);
    window.run();
    let moved = camera(&window).corner - before.corner;
    assert!(moved.x > 0.0 && moved.y.abs() < 1e-6, "{moved:?}");
}

fn tip_at(window: &mut Window, at: Pos2) -> Vec<String> {
    window.hover_at(at);
    wait(window, 1.5);
    let labels = window.root().children_recursive().filter(|node| node.accesskit_node().role() == Role::Label);
    labels.filter_map(|node| node.accesskit_node().value().map(|text| text.to_string())).collect()
}

#[test]
fn hovering_shows_the_numbers_behind_a_face() {
    let map = wayfarer::files::ron::parse(include_bytes!("../../../sample_maps/air_purifier.ron")).unwrap().map;
    let mut window = open(map);
    let face = window
        .query_all_by_role(Role::Slider)
        .find(|node| node.accesskit_node().numeric_value() == Some(-72.0))
        .expect("the sample's pit")
        .rect()
        .center();
    let tips = tip_at(&mut window, face).join("\n");
    for part in ["Actual: −72, negative", "Expected: ", "Gap: −", "Measured: NPS", "95 % from", "n\u{a0}640"] {
        assert!(tips.replace("n 640", "n\u{a0}640").contains(part), "no {part} in {tips}");
    }
}
