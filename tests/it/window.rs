//! The window, driven through its accessibility tree: the canvas under hand and keys.

mod around;
mod by_keys;
mod camera;
mod clipboard;
mod gestures;
mod hearing;
mod in_view;
mod locked;
mod menus;
mod notes;
mod pencil;
mod pointer;
mod small;
mod tips;
mod typing;
mod workshop;

use egui::{Pos2, accesskit::Role, vec2};
use egui_kittest::{
    Harness, Node,
    kittest::{NodeT as _, Queryable as _},
};
use std::sync::Arc;
use wayfarer::{
    editor::{Editor, InFile},
    map::*,
    scene::{Layouter, Scene},
    ui::{
        Look,
        canvas::{Canvas, Tool, canvas_input, canvas_ui},
        theme,
    },
};

/// What a frame shows: the canvas alone, as the shell calls it.
struct Desk {
    canvas: Canvas,
    editor: Editor,
    layouter: Layouter,
    look: Look,
}

type Window = Harness<'static, Desk>;

fn open(map: Map) -> Window {
    let editor = Editor::open(Arc::new(map), InFile::Yes, fastrand::Rng::with_seed(11));
    let desk = Desk { canvas: Canvas::default(), editor, layouter: Layouter::new(), look: Look::default() };
    let mut window = Harness::builder()
        .with_size(vec2(1100.0, 800.0))
        .with_step_dt(1.0 / 60.0)
        .with_max_steps(64)
        .with_context_setup(|ctx| {
            theme::install(ctx, Look::default().palette);
            ctx.options_mut(|options| options.zoom_with_keyboard = false);
        })
        .build_ui_state(
            |ui, desk: &mut Desk| {
                canvas_input(ui.ctx(), &mut desk.canvas, &mut desk.editor, &mut desk.layouter, desk.look);
                canvas_ui(ui, &mut desk.canvas, &mut desk.editor, &mut desk.layouter, desk.look);
            },
            desk,
        );
    window.run();
    window
}

fn touchpoint(id: &str, name: &str, actual: Option<i64>) -> Arc<Touchpoint> {
    let mut touchpoint = Touchpoint::new(TouchpointId::parse(id).unwrap(), name);
    let feeling = Feeling { actual: actual.and_then(Score::new), ..Feeling::default() };
    touchpoint.feelings.insert(persona(), feeling);
    Arc::new(touchpoint)
}

fn persona() -> PersonaId {
    PersonaId::parse("lan").unwrap()
}

fn delivery() -> TouchpointId {
    TouchpointId::parse("delivery").unwrap()
}

fn face() -> Thing {
    Thing::Face(delivery(), persona(), Curve::Actual)
}

/// Two stages: Buying with Shop and Checkout, Owning with Delivery (−72, a pain point) and Hotline (no score).
fn sample() -> Map {
    let mut map = Map::empty(&mut fastrand::Rng::with_seed(2));
    map.personas = vec![Arc::new(Persona::new(persona(), "Lan"))];
    let pains = map.lane_of_kind(LaneKind::PainPoints).unwrap().id;
    let mut late = touchpoint("delivery", "Delivery", Some(-72));
    let card = Arc::new(Card::new(CardId::parse("late").unwrap(), "Two days late"));
    Arc::make_mut(&mut late).cards.insert(pains, vec![card]);
    let stage = |id: &str, name: &str, touchpoints| {
        let id = StageId::parse(id).unwrap();
        Arc::new(Stage { touchpoints, ..Stage::new(id, name) })
    };
    map.stages = vec![
        stage("buying", "Buying", vec![touchpoint("shop", "Shop", Some(50)), touchpoint("pay", "Checkout", Some(0))]),
        stage("owning", "Owning", vec![late, touchpoint("call", "Hotline", None)]),
    ];
    map.links = vec![Arc::new(Link {
        id: LinkId::parse("again").unwrap(),
        from: delivery(),
        to: TouchpointId::parse("shop").unwrap(),
        kind: LinkKind::Loop,
        label: "buys again".into(),
        share: None,
    })];
    map
}

/// The names of stages with those of their touchpoints.
fn outline(window: &Window) -> Vec<(String, Vec<String>)> {
    let stages = window.state().editor.map().stages.iter();
    stages.map(|stage| (stage.name.clone(), stage.touchpoints.iter().map(|one| one.name.clone()).collect())).collect()
}

fn named(list: &[(&str, &[&str])]) -> Vec<(String, Vec<String>)> {
    list.iter().map(|(name, inner)| ((*name).into(), inner.iter().map(|one| (*one).into()).collect())).collect()
}

fn find<'a>(window: &'a Window, role: Role, name: &'a str) -> Node<'a> {
    window.get_by_role_and_label(role, name)
}

/// The face of Delivery, whatever its band is now.
fn delivery_face(window: &Window) -> Node<'_> {
    window.get_by(|node| node.role() == Role::Slider && node.label().is_some_and(|label| label.starts_with("Delivery")))
}

fn score(window: &Window) -> Option<i8> {
    let map = window.state().editor.map();
    map.touchpoint(delivery()).unwrap().score(persona(), Curve::Actual).map(Score::value)
}

fn scene(window: &mut Window) -> Arc<Scene> {
    let desk = window.state_mut();
    let map = Arc::clone(desk.editor.map());
    desk.layouter.layout(&map, &desk.canvas.view)
}

/// A click of the other button.
fn right_click<S>(window: &mut Harness<'_, S>, at: Pos2) {
    window.hover_at(at);
    for pressed in [true, false] {
        let (button, modifiers) = (egui::PointerButton::Secondary, egui::Modifiers::NONE);
        window.event(egui::Event::PointerButton { pos: at, button, pressed, modifiers });
    }
    window.run();
}

/// Presses at `from`, moves there in a few steps, and stops short of letting go.
fn drag(window: &mut Window, from: Pos2, to: Pos2) {
    window.hover_at(from);
    window.drag_at(from);
    for part in [0.25, 0.5, 0.75, 1.0] {
        window.hover_at(from + (to - from) * part);
    }
    window.run();
}

#[test]
fn everything_on_the_map_is_found_by_role_and_name() {
    let window = open(sample());
    for name in ["Buying", "Owning"] {
        find(&window, Role::ColumnHeader, name);
    }
    for name in ["Shop", "Checkout", "Delivery", "Hotline"] {
        find(&window, Role::ListItem, name);
    }
    for name in ["Touchpoints", "Emotion", "Channels", "Pain points", "Opportunities"] {
        find(&window, Role::RowHeader, name);
    }
    find(&window, Role::Note, "Two days late");
    find(&window, Role::Link, "buys again: Loop from Delivery to Shop");
    let face = find(&window, Role::Slider, "Delivery, Actual: negative");
    assert_eq!(face.accesskit_node().numeric_value(), Some(-72.0));
    assert_eq!(face.accesskit_node().min_numeric_value(), Some(-100.0));
}

#[test]
fn a_screen_reader_selects_and_moves_a_face() {
    let mut window = open(sample());
    delivery_face(&window).click_accesskit();
    window.run();
    assert_eq!(window.state().editor.selection(), [face()]);
    assert!(delivery_face(&window).is_focused(), "focus follows the selection");
    delivery_face(&window).increment_accesskit();
    window.run();
    assert_eq!(score(&window), Some(-67));
    delivery_face(&window).set_value_accesskit(40.0);
    window.run();
    assert_eq!(score(&window), Some(40));
    find(&window, Role::ListItem, "Shop").focus();
    window.run();
    let shop = Thing::Touchpoint(TouchpointId::parse("shop").unwrap());
    assert_eq!(window.state().editor.selection(), [shop], "the selection follows focus");
}

#[test]
fn an_idle_canvas_asks_for_no_frame() {
    let mut window = open(sample());
    window.run();
    let delay = window.output().viewport_output[&egui::ViewportId::ROOT].repaint_delay;
    assert_eq!(delay, std::time::Duration::MAX);
}

#[test]
fn a_screen_reader_finds_and_moves_a_point_of_the_dramatic_arc() {
    let mut map = sample();
    map.lanes.insert(1, Arc::new(Lane::new(LaneId::parse("arc").unwrap(), LaneKind::DramaticArc)));
    Arc::make_mut(&mut Arc::make_mut(&mut map.stages[1]).touchpoints[0]).engagement = Engagement::new(4);
    let mut window = open(map);
    let level = |window: &Window| window.state().editor.map().touchpoint(delivery()).unwrap().engagement;
    let node = find(&window, Role::Slider, "Delivery, Engagement 4 of 5");
    assert_eq!(node.accesskit_node().numeric_value(), Some(4.0));
    assert_eq!(
        (node.accesskit_node().min_numeric_value(), node.accesskit_node().max_numeric_value()),
        (Some(1.0), Some(5.0))
    );
    node.click_accesskit();
    window.run();
    assert!(find(&window, Role::Slider, "Delivery, Engagement 4 of 5").is_focused());
    find(&window, Role::Slider, "Delivery, Engagement 4 of 5").increment_accesskit();
    window.run();
    assert_eq!(level(&window), Engagement::new(5));
    window.key_press(egui::Key::ArrowDown);
    window.key_press(egui::Key::Num2);
    window.run();
    assert_eq!(level(&window), Engagement::new(2));
    window.key_press(egui::Key::Delete);
    window.run();
    assert_eq!(level(&window), None);
    assert!(find(&window, Role::Slider, "Delivery, no engagement").is_focused(), "keys can set it again");
}

#[test]
fn a_screen_reader_is_told_what_the_signs_on_a_touchpoint_say() {
    let mut map = sample();
    let late = Arc::make_mut(&mut Arc::make_mut(&mut map.stages[1]).touchpoints[0]);
    late.weight = Weight::MomentOfTruth;
    late.control = Control::Partner;
    late.tags = vec!["parcel".into(), "silence".into()];
    let window = open(map);
    let said = |name| find(&window, Role::ListItem, name).accesskit_node().description();
    assert_eq!(said("Delivery").as_deref(), Some("Moment of truth, Control: Partner, Tags: parcel, silence"));
    assert_eq!(said("Shop"), None);
}
