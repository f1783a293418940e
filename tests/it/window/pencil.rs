//! The pencil in the window: what a sweep sets, and the curve that it draws, chosen by key and over the tool bar.

use super::*;
use egui::{Key, Modifiers, pos2};

fn expected(window: &Window) -> Vec<Option<i8>> {
    let map = window.state().editor.map();
    map.touchpoints().map(|one| one.score(persona(), Curve::Expected).map(Score::value)).collect()
}

/// Sweeps over all columns at the height of a score.
fn sweep(window: &mut Window, score: i64) {
    let scene = scene(window);
    let camera = window.state().canvas.camera;
    let y = scene.y_of(Score::new(score).unwrap()).unwrap();
    let at = |id: &str| {
        let column = scene.column_of(TouchpointId::parse(id).unwrap()).unwrap();
        camera.screen_from_doc(wayfarer::scene::Point::new(column.center(), y))
    };
    let (from, to) = (at("shop"), at("call"));
    drag(window, from, to);
    window.drop_at(to);
    window.run();
}

#[test]
fn the_expected_curve_is_swept_without_alt() {
    let mut window = open(sample());
    window.state_mut().canvas.view.curves.expected = false;
    window.key_press_modifiers(Modifiers::SHIFT, Key::P);
    window.run();
    assert_eq!((window.state().canvas.tool, window.state().canvas.pencil), (Tool::Pencil, Curve::Expected));
    assert!(window.state().canvas.view.curves.expected, "what is drawn is seen");
    sweep(&mut window, 60);
    assert_eq!(expected(&window), [Some(60); 4]);
    assert_eq!(score(&window), Some(-72), "the actual curve is as it was");
    assert_eq!(window.state().canvas.tool, Tool::Select);
    window.key_press(Key::Escape);
    window.key_press(Key::P);
    window.run();
    assert_eq!(window.state().canvas.pencil, Curve::Actual, "P is the pencil for the actual curve");
}

#[test]
fn the_curve_is_chosen_over_the_tool_bar() {
    let mut window = open(sample());
    let actual = "Draw the curve “Actual” (P)";
    let dashed = "Draw the curve “Expected” (Shift+P)";
    assert!(window.query_by_label(dashed).is_none(), "only with the pencil in the hand");
    find(&window, Role::RadioButton, "Pencil").click();
    window.run();
    let chosen = |window: &Window, name: &str| {
        find(window, Role::RadioButton, name).accesskit_node().toggled() == Some(egui::accesskit::Toggled::True)
    };
    assert!(chosen(&window, actual) && !chosen(&window, dashed));
    let tools = find(&window, Role::RadioButton, "Pencil").rect();
    let bar = find(&window, Role::RadioButton, dashed).rect();
    assert!(bar.max.y < tools.min.y && bar.max.x < 1100.0, "{bar} over {tools}");
    window.set_size(vec2(620.0, 500.0));
    window.run();
    let bar = find(&window, Role::RadioButton, dashed).rect();
    for name in ["Pencil", "Touchpoint", "Select"] {
        assert!(!find(&window, Role::RadioButton, name).rect().intersects(bar), "{name} in a small window");
    }
    window.set_size(vec2(1100.0, 800.0));
    window.run();
    find(&window, Role::RadioButton, dashed).click();
    window.run();
    assert!(chosen(&window, dashed));
    // Twice keeps the pencil, with its curve.
    window.key_press_modifiers(Modifiers::SHIFT, Key::P);
    window.run();
    sweep(&mut window, -30);
    assert_eq!(expected(&window), [Some(-30); 4]);
    assert_eq!((window.state().canvas.tool, window.state().canvas.pencil), (Tool::Pencil, Curve::Expected));
    window.hover_at(pos2(5.0, 5.0));
    window.key_press(Key::P);
    window.run();
    assert!(chosen(&window, actual), "P changes to the actual curve");
}

#[test]
fn a_sweep_of_the_pencil_sets_what_it_passes() {
    let mut window = open(sample());
    window.key_press(Key::P);
    window.run();
    let picture = scene(&mut window);
    let place = |id: &str, score: i64| {
        let center = picture.column_of(TouchpointId::parse(id).unwrap()).unwrap().center();
        let y = picture.y_of(Score::new(score).unwrap()).unwrap();
        window.state().canvas.camera.screen_from_doc(wayfarer::scene::Point::new(center, y))
    };
    let (from, to) = (place("shop", -40), place("call", 80));
    drag(&mut window, from, to);
    let drawn = |map: &Map| {
        map.touchpoints().map(|one| one.score(persona(), Curve::Actual).map(Score::value)).collect::<Vec<_>>()
    };
    let expected = [Some(-40), Some(0), Some(40), Some(80)];
    assert_eq!(drawn(window.state().editor.shown()), expected, "the map follows while the pencil moves");
    window.drop_at(to);
    window.run();
    assert_eq!(drawn(window.state().editor.map()), expected);
    window.state_mut().editor.undo();
    assert!(!window.state().editor.is_modified(), "one step");
}
