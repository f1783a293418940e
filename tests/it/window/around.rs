//! What stands around and over the map: names that stay in view, the menu, the overview, the way back, the view's keys.

use super::*;
use egui::{Key, Modifiers};
use wayfarer::ui::canvas::Around;

/// Thirty stages of four touchpoints, and cards enough to scroll down.
pub(super) fn long() -> Map {
    let mut map = sample();
    for at in 0..30 {
        let id = StageId::parse(&format!("s{at}")).unwrap();
        let touchpoints =
            (0..4).map(|one| touchpoint(&format!("s{at}t{one}"), "Stop", Some(i64::from(one) * 20))).collect();
        map.stages.push(Arc::new(Stage { touchpoints, ..Stage::new(id, format!("Stage {at}")) }));
    }
    map
}

fn pan_to(window: &mut Window, x: f64, y: f64) {
    window.state_mut().canvas.camera.corner = wayfarer::scene::Point::new(x, y);
    window.run();
}

fn lane(map: &Map, kind: LaneKind) -> LaneId {
    map.lane_of_kind(kind).unwrap().id
}

#[test]
fn names_stay_in_view_and_work_there() {
    let mut window = open(long());
    pan_to(&mut window, 2000.0, 150.0);
    let view = window.state().canvas.camera.viewport;
    let label = find(&window, Role::RowHeader, "Pain points").rect();
    assert!(view.intersect(label).width() > 60.0, "{label:?} is seen in {view:?}");
    let header = window.get_all_by_role(Role::ColumnHeader).next().unwrap().rect();
    assert!(header.min.y > view.min.y && header.max.y < view.min.y + 120.0, "{header:?}");
    let at = Pos2::new(view.min.x + 40.0, label.center().y);
    window.hover_at(at);
    window.drag_at(at);
    window.drop_at(at);
    window.run();
    let pains = lane(window.state().editor.map(), LaneKind::PainPoints);
    assert_eq!(window.state().editor.selection(), [Thing::Lane(pains)], "the lane and no card under it");
    // Dragged above the lane before it.
    let channels = find(&window, Role::RowHeader, "Channels").rect();
    drag(&mut window, at, Pos2::new(at.x, channels.min.y + 4.0));
    window.drop_at(Pos2::new(at.x, channels.min.y + 4.0));
    window.run();
    let kinds: Vec<_> = window.state().editor.map().lanes.iter().map(|lane| lane.kind).collect();
    assert_eq!(kinds[2], LaneKind::PainPoints, "{kinds:?}");
}

#[test]
fn what_keys_go_to_is_not_hidden_under_the_names() {
    let mut window = open(long());
    window.state_mut().editor.select([Thing::Touchpoint(TouchpointId::parse("s9t0").unwrap())]);
    window.key_press(Key::ArrowRight);
    window.run();
    for _ in 0..12 {
        window.key_press(Key::ArrowLeft);
        window.run();
    }
    let view = window.state().canvas.camera.viewport;
    let selected = window.state().editor.primary().unwrap();
    let scene = scene(&mut window);
    let rect = window.state().canvas.camera.screen_rect(scene.rect_of(selected).unwrap());
    let label = window.get_all_by_role(Role::RowHeader).map(|node| node.rect().max.x).fold(0.0, f32::max);
    assert!(rect.min.x > view.min.x + 70.0 && rect.min.x > label - 40.0, "{rect:?} beside {label}");
}

#[test]
fn the_menu_of_a_thing_is_opened_by_the_other_button_and_by_key() {
    let mut window = open(sample());
    let shop = find(&window, Role::ListItem, "Shop").rect().center();
    right_click(&mut window, shop);
    let thing = Thing::Touchpoint(TouchpointId::parse("shop").unwrap());
    assert_eq!(window.state().editor.selection(), [thing], "it selects first");
    window.get_by_label_contains("Move right").click();
    window.run();
    assert_eq!(outline(&window)[0].1, ["Checkout", "Shop"]);
    assert!(window.query_by_label_contains("Move right").is_none(), "it closes");
    for (modifiers, key) in [(Modifiers::SHIFT, Key::F10), (Modifiers::NONE, Key::Menu)] {
        window.key_press_modifiers(modifiers, key);
        window.run();
        assert!(window.get_by_label_contains("Edit text").is_focused(), "the keyboard is on its first entry");
        window.key_press(Key::Escape);
        window.run();
        assert!(window.query_by_label_contains("Edit text").is_none());
        assert_eq!(window.state().editor.selection(), [thing], "Esc closes the menu and nothing else");
        assert!(find(&window, Role::ListItem, "Shop").is_focused());
    }
}

/// Where the other button is pressed, and an entry that only its menu has.
#[test]
fn everything_has_its_menu() {
    for (role, name, entry) in [
        (Role::ColumnHeader, "Owning", "Move the stage on"),
        (Role::Slider, "Delivery, Actual: negative", "Feeling: very positive"),
        (Role::Note, "Two days late", "Move up"),
        (Role::RowHeader, "Pain points", "Move the lane up"),
        (Role::Button, "Shown persona: Lan", "New persona"),
    ] {
        let mut window = open(sample());
        let at = find(&window, role, name).rect().center();
        right_click(&mut window, at);
        assert!(window.query_by_label_contains(entry).is_some(), "{name}");
    }
    let mut window = open(sample());
    let pains = find(&window, Role::RowHeader, "Pain points").rect().center();
    right_click(&mut window, pains);
    window.get_by_label("Line of visibility").click();
    window.run();
    let lane_of = |window: &Window| Arc::clone(window.state().editor.map().lane_of_kind(LaneKind::PainPoints).unwrap());
    assert_eq!(lane_of(&window).line, Some(BlueprintLine::Visibility));
    right_click(&mut window, pains);
    window.get_by_label("Hide the lane").click();
    window.run();
    assert!(!lane_of(&window).is_shown());
    let mut window = open(sample());
    let map = Arc::clone(window.state().editor.map());
    let (holder, pains) = (Holder::Touchpoint(TouchpointId::parse("shop").unwrap()), lane(&map, LaneKind::PainPoints));
    let rect = scene(&mut window).cell_rect(holder, pains).unwrap();
    let at = window.state().canvas.camera.screen_from_doc(rect.center());
    right_click(&mut window, at);
    assert_eq!(window.state().editor.cell(), Some((holder, pains)));
    window.get_by_label("New card").click();
    window.event(egui::Event::Text("Crowded".into()));
    window.key_press(Key::Enter);
    window.run();
    find(&window, Role::Note, "Crowded");
    let far = window.state().canvas.camera.viewport.right_bottom() - vec2(200.0, 90.0);
    right_click(&mut window, far);
    assert_eq!(window.state().editor.selection(), [], "the map itself");
    assert!(window.query_by_label_contains("Fit the map").is_some());
}

#[test]
fn nothing_in_view_offers_the_way_back() {
    let mut window = open(sample());
    assert!(window.query_by_label("Back to the map").is_none());
    pan_to(&mut window, 20_000.0, 0.0);
    window.get_by_label("Back to the map").click();
    window.run();
    find(&window, Role::ColumnHeader, "Buying");
    assert!(window.query_by_label("Back to the map").is_none());
}

#[test]
fn what_is_selected_fills_the_view_on_request() {
    let mut window = open(sample());
    window.key_press_modifiers(Modifiers::SHIFT, Key::Num2);
    window.run();
    let whole = window.state().canvas.camera;
    window.state_mut().editor.select([Thing::Touchpoint(delivery())]);
    window.key_press_modifiers(Modifiers::SHIFT, Key::Num2);
    window.run();
    let camera = window.state().canvas.camera;
    assert!(camera.zoom > whole.zoom && camera.zoom <= 2.0, "{}", camera.zoom);
    let rect = find(&window, Role::ListItem, "Delivery").rect();
    assert!((rect.center().x - camera.viewport.center().x).abs() < 2.0);
}

#[test]
fn a_long_map_has_an_overview_that_leads_there() {
    let mut window = open(sample());
    assert!(window.query_by_label("Overview of the map").is_none(), "not where the map fits");
    window = open(long());
    let bar = find(&window, Role::Image, "Overview of the map").rect();
    let at = Pos2::new(bar.min.x + bar.width() * 0.75, bar.center().y);
    window.hover_at(at);
    window.drag_at(at);
    window.run();
    let middle = window.state().canvas.camera.visible().center().x;
    let width = scene(&mut window).size.width;
    assert!((middle / width - 0.75).abs() < 0.03, "{middle} of {width}");
    let at = Pos2::new(bar.min.x + bar.width() * 0.25, bar.center().y);
    window.hover_at(at);
    window.drop_at(at);
    window.run();
    assert!((window.state().canvas.camera.visible().center().x / width - 0.25).abs() < 0.03);
    assert_eq!(window.state().editor.selection(), [], "the map under it is left alone");
    let delay = window.output().viewport_output[&egui::ViewportId::ROOT].repaint_delay;
    assert_eq!(delay, std::time::Duration::MAX, "an idle overview asks for no frame");
    window.state_mut().canvas.around = Around::Bars;
    window.run();
    assert!(window.query_by_label("Overview of the map").is_none());
}

#[test]
fn escape_brings_the_bars_back_once_nothing_else_is_to_be_put_away() {
    let mut window = open(sample());
    window.state_mut().canvas.around = Around::Nothing;
    window.state_mut().editor.select([face()]);
    window.run();
    assert!(window.query_by_label("Zoom in").is_none());
    window.key_press(Key::Escape);
    window.run();
    assert_eq!(window.state().canvas.asked, []);
    window.key_press(Key::Escape);
    window.run();
    assert_eq!(window.state().canvas.asked, [wayfarer::ui::Command::ToggleBars]);
}

#[test]
fn a_picture_dropped_on_the_chip_is_meant_for_the_persona_and_no_other_bar() {
    let mut window = open(sample());
    let on_persona = |window: &Window, name: &str| {
        let at = find(window, Role::Button, name).rect().center();
        window.state().canvas.is_on_persona(at)
    };
    assert!(on_persona(&window, "Shown persona: Lan"));
    assert!(!on_persona(&window, "Zoom in"));
    window.state_mut().canvas.around = Around::Nothing;
    window.run();
    assert!(!window.state().canvas.is_on_persona(egui::pos2(60.0, 30.0)), "the chip is not shown");
}

/// The entries of the open menu.
fn entries(window: &Window) -> Vec<String> {
    let all = window.get_all_by_role(Role::Button);
    all.filter_map(|node| node.accesskit_node().label()).collect()
}

#[test]
fn a_menu_offers_only_what_can_be() {
    let offers = |window: &Window, name: &str| entries(window).iter().any(|entry| entry.starts_with(name));
    let mut window = open(sample());
    for (lane, can_be) in [("Touchpoints", false), ("Emotion", false), ("Pain points", true)] {
        let at = find(&window, Role::RowHeader, lane).rect().center();
        right_click(&mut window, at);
        assert_eq!(offers(&window, "Duplicate"), can_be, "{lane}");
        window.key_press(Key::Escape);
        window.run();
        window.key_press_modifiers(Modifiers::COMMAND, Key::D);
        window.run();
        let refused = window.state_mut().canvas.refused.take();
        assert_eq!(refused.is_some(), !can_be, "Ctrl+D on {lane}: {refused:?}");
    }
}

#[test]
fn the_chips_menu_has_what_can_be_done_with_the_persona() {
    let mut map = sample();
    let other = PersonaId::parse("huy").unwrap();
    let chip = |window: &mut Window| {
        let at = window.get_by_label_contains("Shown persona").rect().center();
        right_click(window, at);
    };
    let mut window = open(map.clone());
    chip(&mut window);
    let there = entries(&window);
    assert!(there.contains(&"Rename the persona".into()) && !there.contains(&"Delete the persona".into()), "{there:?}");
    map.personas.push(Arc::new(Persona::new(other, "Huy")));
    let mut window = open(map);
    window.state_mut().editor.select([Thing::Touchpoint(delivery())]);
    window.run();
    chip(&mut window);
    window.get_by_label("Show all personas").click();
    window.run();
    assert_eq!(window.state().canvas.view.persona, wayfarer::scene::PersonaChoice::All);
    window.state_mut().editor.select([face()]);
    window.run();
    chip(&mut window);
    window.get_by_label("Show only this persona").click();
    window.run();
    assert_eq!(window.state().canvas.view.persona, wayfarer::scene::PersonaChoice::One(persona()));
    chip(&mut window);
    for _ in 0..12 {
        if window.get_by_label("Path of the persona").is_focused() {
            break;
        }
        window.key_press(Key::ArrowDown);
        window.run();
    }
    window.key_press(Key::ArrowRight);
    window.run();
    window.key_press(Key::Enter);
    window.run();
    let skips = |window: &Window| window.state().editor.map().personas[0].path.skips.contains(&delivery());
    assert!(skips(&window), "the selected touchpoint is skipped");
    chip(&mut window);
    window.get_by_label("Delete the persona").click();
    window.run();
    let left: Vec<_> = window.state().editor.map().personas.iter().map(|persona| persona.id).collect();
    assert_eq!(left, [other]);
}
