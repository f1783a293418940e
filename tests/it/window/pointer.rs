//! What the pointer does: pulling faces, moving touchpoints, renaming, drawing, and letting go of it by Esc.

use super::*;
use egui::{Key, Modifiers};
use wayfarer::editor::Tool;

#[test]
fn a_pulled_face_sets_its_score_in_one_step() {
    let mut window = open(sample());
    let from = delivery_face(&window).rect().center();
    let y = scene(&mut window).y_of(Score::new(30).unwrap()).unwrap();
    let camera = window.state().canvas.camera;
    let to = egui::pos2(from.x, camera.screen_from_doc(wayfarer::scene::Point::new(0.0, y)).y);
    drag(&mut window, from, to);
    let shown = window.state().editor.shown().touchpoint(delivery()).unwrap().score(persona(), Curve::Actual);
    assert_eq!(shown, Score::new(30), "the map follows while the hand moves");
    assert_eq!(score(&window), Some(-72), "but nothing is in the history yet");
    find(&window, Role::Slider, "Delivery, Actual: positive");
    window.drop_at(to);
    window.run();
    assert_eq!(score(&window), Some(30));
    window.state_mut().editor.undo();
    assert_eq!(score(&window), Some(-72), "one step of the history");
    assert!(!window.state().editor.is_modified());
}

#[test]
fn a_touchpoint_is_dragged_to_another_stage() {
    let mut window = open(sample());
    let from = find(&window, Role::ListItem, "Delivery").rect().center();
    let to = find(&window, Role::ListItem, "Checkout").rect().left_center() + egui::vec2(2.0, 0.0);
    drag(&mut window, from, to);
    window.drop_at(to);
    window.run();
    assert_eq!(outline(&window), named(&[("Buying", &["Shop", "Delivery", "Checkout"]), ("Owning", &["Hotline"])]));
    window.state_mut().editor.undo();
    assert!(!window.state().editor.is_modified(), "one step of the history");
}

#[test]
fn esc_abandons_a_drag() {
    let mut window = open(sample());
    let from = delivery_face(&window).rect().center();
    let to = from - egui::vec2(0.0, 60.0);
    drag(&mut window, from, to);
    window.key_press(Key::Escape);
    window.run();
    assert_eq!(
        window.state().editor.shown().touchpoint(delivery()).unwrap().score(persona(), Curve::Actual),
        Score::new(-72)
    );
    window.drop_at(to);
    window.run();
    assert_eq!(score(&window), Some(-72));
    assert!(!window.state().editor.is_modified());
}

#[test]
fn a_double_click_renames_in_place() {
    let mut window = open(sample());
    let at = find(&window, Role::ListItem, "Hotline").rect().center();
    for _ in 0..2 {
        window.drag_at(at);
        window.event(egui::Event::PointerButton {
            pos: at,
            button: egui::PointerButton::Primary,
            pressed: false,
            modifiers: Modifiers::NONE,
        });
    }
    window.run();
    assert_eq!(window.get_by_role(Role::MultilineTextInput).value().as_deref(), Some("Hotline"));
    window.event(egui::Event::Text("Call to hotline".into()));
    window.run();
    let shown = window.state().editor.shown();
    assert!(shown.touchpoints().any(|one| one.name == "Call to hotline"), "the map shows what is typed");
    window.key_press(Key::Escape);
    window.run();
    assert_eq!(outline(&window)[1].1, ["Delivery", "Call to hotline"]);
    window.state_mut().editor.undo();
    assert!(!window.state().editor.is_modified(), "one step of the history");
}

#[test]
fn a_press_elsewhere_keeps_what_was_typed() {
    let mut window = open(sample());
    let buying = Thing::Stage(StageId::parse("buying").unwrap());
    let desk = window.state_mut();
    desk.canvas.edit_text(&mut desk.editor, buying);
    window.run();
    window.event(egui::Event::Text("Purchase".into()));
    find(&window, Role::ListItem, "Hotline").click();
    window.run();
    assert!(!window.state().canvas.is_editing_text());
    assert_eq!(outline(&window)[0].0, "Purchase");
    let call = Thing::Touchpoint(TouchpointId::parse("call").unwrap());
    assert_eq!(window.state().editor.selection(), [call], "and the press selects");
}

#[test]
fn a_stage_is_drawn_and_named() {
    let mut window = open(sample());
    find(&window, Role::RadioButton, "Stage").click();
    window.run();
    assert_eq!(window.state().canvas.tool, Tool::Stage);
    let at = find(&window, Role::ColumnHeader, "Owning").rect().right_bottom() + egui::vec2(30.0, 30.0);
    window.hover_at(at);
    window.drag_at(at);
    window.drop_at(at);
    window.run();
    assert_eq!(window.state().canvas.tool, Tool::Select);
    window.event(egui::Event::Text("Leaving".into()));
    window.key_press(Key::Escape);
    window.run();
    assert_eq!(outline(&window)[2], ("Leaving".into(), vec![]));
}

#[test]
fn a_curve_is_switched_off() {
    let mut window = open(sample());
    find(&window, Role::CheckBox, "Actual").click();
    window.run();
    assert!(!window.state().canvas.view.curves.actual);
    assert_eq!(window.query_all_by_role(Role::Slider).count(), 0);
}

#[test]
fn running_work_is_shown_and_can_be_stopped() {
    let mut window = open(sample());
    let progress = wayfarer::ui::canvas::Progress { text: "reading answers.csv".into(), fraction: Some(0.4) };
    window.state_mut().canvas.progress = Some(progress);
    window.run();
    find(&window, Role::Button, "Stop").click_accesskit();
    window.step();
    assert_eq!(window.state().canvas.stop, wayfarer::ui::canvas::Stop::Asked);
}

// A click goes to an empty cell of a lane of cards: what is typed becomes a card there, and nothing is renamed.
#[test]
fn what_is_typed_after_a_click_in_an_empty_cell_is_a_card_there() {
    let mut window = open(sample());
    let before = outline(&window);
    let lane = window.state().editor.map().lane_of_kind(LaneKind::PainPoints).unwrap().id;
    let call = TouchpointId::parse("call").unwrap();
    let cell = scene(&mut window).cell_rect(Holder::Touchpoint(call), lane).unwrap();
    let at = window.state().canvas.camera.screen_from_doc(cell.center());
    window.hover_at(at);
    window.drag_at(at);
    window.drop_at(at);
    window.run();
    assert_eq!(window.state().editor.cell(), Some((Holder::Touchpoint(call), lane)));
    window.event(egui::Event::Text("Too noisy".into()));
    window.run();
    window.key_press(Key::Escape);
    window.run();
    assert_eq!(outline(&window), before);
    let cards = window.state().editor.map().touchpoint(call).unwrap().cards_in(lane).to_vec();
    assert_eq!(cards.iter().map(|card| card.text.as_str()).collect::<Vec<_>>(), ["Too noisy"]);
}

fn cell_point(window: &mut Window, id: &str, score: i64) -> Pos2 {
    let picture = scene(window);
    let x = picture.column_of(TouchpointId::parse(id).unwrap()).unwrap().center();
    let y = picture.y_of(Score::new(score).unwrap()).unwrap();
    window.state().canvas.camera.screen_from_doc(wayfarer::scene::Point::new(x, y))
}

#[test]
fn beside_a_face_the_feeling_is_meant_and_not_the_touchpoint() {
    let mut window = open(sample());
    let beside = cell_point(&mut window, "delivery", 60);
    window.hover_at(beside);
    window.drag_at(beside);
    window.drop_at(beside);
    window.run();
    assert_eq!(window.state().editor.selection(), [face()]);
    assert_eq!(score(&window), Some(-72), "a feeling that is there stays as it is");
    window.key_press(Key::Delete);
    window.run();
    assert_eq!(score(&window), None);
    assert!(window.state().editor.map().touchpoint(delivery()).is_some());
}

#[test]
fn the_menu_over_a_gap_of_the_curve_sets_a_feeling() {
    let mut window = open(sample());
    let gap = cell_point(&mut window, "call", 0);
    right_click(&mut window, gap);
    window.get_by_label_contains("Feeling: positive").click();
    window.run();
    let call = TouchpointId::parse("call").unwrap();
    // The middle of the band "positive" of the keys 1 to 5 is +50 (domain.md, the scale).
    let score = window.state().editor.map().touchpoint(call).unwrap().score(persona(), Curve::Actual);
    assert!(score.is_some_and(|score| score.value() > 0), "{score:?}");
}

#[test]
fn keys_do_nothing_to_the_map_while_something_is_dragged() {
    let mut window = open(sample());
    window.state_mut().editor.apply(wayfarer::editor::Edit::Remove(vec![face()])).unwrap();
    window.state_mut().editor.undo();
    window.run();
    let before = Arc::clone(window.state().editor.map());
    let from = delivery_face(&window).rect().center();
    let to = from - egui::vec2(0.0, 60.0);
    drag(&mut window, from, to);
    for (modifiers, key) in [
        (Modifiers::NONE, Key::Delete),
        (Modifiers::NONE, Key::Num1),
        (Modifiers::COMMAND, Key::Z),
        (Modifiers::COMMAND, Key::Y),
    ] {
        window.key_press_modifiers(modifiers, key);
        window.run();
        assert!(Arc::ptr_eq(window.state().editor.map(), &before), "{key:?}");
    }
    window.drop_at(to);
    window.run();
    assert!(score(&window).is_some_and(|score| score > -72), "the drag went on");
}

#[test]
fn over_buttons_the_pointer_is_an_arrow_and_over_what_can_be_taken_a_hand() {
    let mut window = open(sample());
    let center = |window: &Window, role, name: &str| find(window, role, name).rect().center();
    let zoom = window.get_by_label_contains("Zoom: ").rect().center();
    let chip = window.get_by_label_contains("Shown persona").rect().center();
    let tool = center(&window, Role::RadioButton, "Stage");
    let touchpoint = center(&window, Role::ListItem, "Delivery");
    let form = |window: &mut Window, at| {
        window.hover_at(at);
        window.run();
        window.output().platform_output.cursor_icon
    };
    for button in [zoom, chip, tool] {
        assert_eq!(form(&mut window, button), egui::CursorIcon::Default, "at {button:?}");
    }
    let hands = [egui::CursorIcon::Grab, egui::CursorIcon::PointingHand];
    assert!(hands.contains(&form(&mut window, touchpoint)));
}

#[test]
fn the_view_is_back_where_a_link_was_drawn_once_its_words_are_typed() {
    let mut window = open(super::around::long());
    // A low window: the arc with its words lies far below the touchpoints.
    window.set_size(vec2(1100.0, 480.0));
    window.state_mut().canvas.camera.corner = wayfarer::scene::Point::new(0.0, 0.0);
    window.run();
    let before = window.state().canvas.camera.corner;
    let center = |window: &Window, name: &str| find(window, Role::ListItem, name).rect().center();
    let (from, to) = (center(&window, "Shop"), center(&window, "Delivery"));
    window.key_press(Key::L);
    window.run();
    drag(&mut window, from, to);
    window.drop_at(to);
    window.run();
    assert!(window.query_by_label_contains("Text on the connection").is_some());
    assert!(window.state().canvas.camera.corner.y > before.y + 10.0, "the field is in view");
    window.event(egui::Event::Text("often".into()));
    window.key_press(Key::Enter);
    window.run();
    assert!(window.state().editor.map().links.iter().any(|link| link.label == "often"));
    assert_eq!(window.state().canvas.camera.corner, before);
}

/// How many texts of the picture have these words.
fn written(window: &Window, words: &str) -> usize {
    let shapes = window.output().shapes.iter().map(|clipped| &clipped.shape);
    shapes.filter(|shape| matches!(shape, egui::Shape::Text(text) if text.galley.text() == words)).count()
}

#[test]
fn what_is_carried_is_drawn_under_the_hand_as_it_is_on_the_map() {
    let mut window = open(sample());
    let from = find(&window, Role::ListItem, "Delivery").rect().center();
    let before = written(&window, "Delivery");
    drag(&mut window, from, from - vec2(200.0, -30.0));
    assert_eq!(written(&window, "Delivery"), before + 1);
    window.key_press(Key::Escape);
    window.run();
    assert_eq!(written(&window, "Delivery"), before);
}
