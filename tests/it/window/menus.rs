//! Menus by key, however they were opened: arrows walk in them, and no key that is pressed meanwhile reaches the map.

use super::sample;
use egui::{Event, Id, Key, Modifiers, PointerButton, Popup, Pos2, accesskit::Role, vec2};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use std::sync::Arc;
use wayfarer::{
    editor::{Editor, InFile},
    map::{Map, Thing, TouchpointId},
    scene::Layouter,
    ui::{
        Command, Look,
        canvas::Tool,
        shell::{Shell, shell_ui},
        theme,
    },
};

/// The whole window; what is asked for is noted.
struct Desk {
    shell: Shell,
    editor: Editor,
    layouter: Layouter,
    asked: Vec<Command>,
}

type Window = Harness<'static, Desk>;

/// The window with one open map and a touchpoint of it selected.
fn open() -> Window {
    let editor = Editor::open(Arc::new(sample()), InFile::Yes, fastrand::Rng::with_seed(11));
    let shell = Shell::new(jiff::civil::date(2026, 11, 1));
    let desk = Desk { shell, editor, layouter: Layouter::new(), asked: Vec::new() };
    let mut window = Harness::builder()
        .with_size(vec2(1400.0, 900.0))
        .with_step_dt(1.0 / 60.0)
        .with_max_steps(64)
        .with_context_setup(|ctx| {
            theme::install(ctx, Look::default().palette);
            ctx.options_mut(|options| options.zoom_with_keyboard = false);
        })
        .build_ui_state(
            |ui, desk: &mut Desk| {
                let Desk { shell, editor, layouter, asked } = desk;
                asked.extend(shell_ui(ui, shell, Some(editor), "Shop", layouter, Look::default()).commands);
            },
            desk,
        );
    window.run();
    window.state_mut().editor.select([Thing::Touchpoint(TouchpointId::parse("pay").unwrap())]);
    window.run();
    window
}

fn press(window: &mut Window, key: Key) {
    window.key_press(key);
    window.run();
}

/// A key with the letter that it types, as the system sends both.
fn letter(window: &mut Window, key: Key) {
    window.key_press(key);
    window.event(Event::Text(key.name().to_lowercase()));
    window.run();
}

fn right_click(window: &mut Window, at: Pos2) {
    window.hover_at(at);
    for pressed in [true, false] {
        let button = PointerButton::Secondary;
        window.event(Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::NONE });
    }
    window.run();
}

/// What has the keyboard, by its name.
fn told(window: &Window) -> String {
    let node = window.root().children_recursive().find(egui_kittest::Node::is_focused);
    node.and_then(|node| node.accesskit_node().label().or(node.accesskit_node().value())).unwrap_or_default()
}

fn is_open(window: &Window) -> bool {
    Popup::is_any_open(&window.ctx)
}

fn focused(window: &Window) -> Option<Id> {
    window.ctx.memory(|memory| memory.focused())
}

/// What of the map a key could change.
fn state(window: &Window) -> (Arc<Map>, Vec<Thing>, Tool, f64, bool, Vec<Command>) {
    let Desk { shell, editor, asked, .. } = window.state();
    let selection = editor.selection().to_vec();
    let canvas = &shell.canvas;
    (Arc::clone(editor.shown()), selection, canvas.tool, canvas.camera.zoom, canvas.is_editing_text(), asked.clone())
}

/// A menu, and how the pointer opens it.
struct Menu {
    name: &'static str,
    open: fn(&mut Window),
}

fn click(window: &mut Window, role: Role, name: &str) {
    window.get_by_role_and_label(role, name).click();
    window.run();
}

fn right_click_on(window: &mut Window, role: Role, name: &str) {
    let at = window.get_by_role_and_label(role, name).rect().center();
    right_click(window, at);
}

/// Every menu of the window.
fn menus() -> Vec<Menu> {
    vec![
        Menu { name: "File", open: |window| click(window, Role::Button, "File") },
        Menu { name: "Edit", open: |window| click(window, Role::Button, "Edit") },
        Menu { name: "View", open: |window| click(window, Role::Button, "View") },
        Menu { name: "Insert", open: |window| click(window, Role::Button, "Insert") },
        Menu { name: "Survey", open: |window| click(window, Role::Button, "Survey") },
        Menu { name: "Review", open: |window| click(window, Role::Button, "Review") },
        Menu { name: "Help", open: |window| click(window, Role::Button, "Help") },
        Menu { name: "Export", open: |window| click(window, Role::Button, "Export") },
        Menu {
            name: "personas",
            open: |window| {
                window.get_by_label_contains("Shown persona").click();
                window.run();
            },
        },
        Menu {
            name: "menu of the persona",
            open: |window| {
                let at = window.get_by_label_contains("Shown persona").rect().center();
                right_click(window, at);
            },
        },
        Menu {
            name: "zoom",
            open: |window| {
                window.get_by_label_contains("Zoom: ").click();
                window.run();
            },
        },
        Menu { name: "stage", open: |window| right_click_on(window, Role::ColumnHeader, "Buying") },
        Menu { name: "lane", open: |window| right_click_on(window, Role::RowHeader, "Emotion") },
        Menu {
            name: "map",
            open: |window| {
                let view = window.state().shell.canvas.camera.viewport;
                right_click(window, Pos2::new(view.max.x - 300.0, view.max.y - 90.0));
            },
        },
        Menu {
            name: "drop-down of the evidence",
            open: |window| {
                window.get_by_role_and_label(Role::ComboBox, "Evidence").click();
                window.run();
            },
        },
    ]
}

#[test]
fn no_key_in_an_open_menu_reaches_the_map() {
    for menu in menus() {
        let mut window = open();
        (menu.open)(&mut window);
        let before = state(&window);
        assert!(is_open(&window), "{}", menu.name);
        let is_same = |window: &Window, key: &str| {
            assert!(is_open(window), "{}: {key} closes it", menu.name);
            let (map, rest) = (Arc::ptr_eq(&state(window).0, &before.0), state(window));
            assert!(map, "{}: {key} changes the map", menu.name);
            assert_eq!(
                (rest.1, rest.2, rest.3, rest.4, rest.5),
                {
                    let (_, selection, tool, zoom, edits, asked) = before.clone();
                    (selection, tool, zoom, edits, asked)
                },
                "{}: {key}",
                menu.name
            );
        };
        for key in [Key::V, Key::H, Key::S, Key::T, Key::N, Key::L, Key::P, Key::Num5] {
            letter(&mut window, key);
            is_same(&window, key.name());
        }
        for key in [Key::Delete, Key::Backspace, Key::F2, Key::PageDown, Key::F3] {
            press(&mut window, key);
            is_same(&window, key.name());
        }
        for (modifiers, key) in [
            (Modifiers::COMMAND, Key::A),
            (Modifiers::COMMAND, Key::D),
            (Modifiers::COMMAND, Key::ArrowRight),
            (Modifiers::ALT, Key::ArrowRight),
            (Modifiers::SHIFT, Key::Num1),
            (Modifiers::COMMAND, Key::Plus),
        ] {
            window.key_press_modifiers(modifiers, key);
            window.run();
            is_same(&window, key.name());
        }
        let mut walked = Vec::new();
        for (modifiers, key) in [
            (Modifiers::NONE, Key::ArrowDown),
            (Modifiers::NONE, Key::ArrowUp),
            (Modifiers::NONE, Key::Home),
            (Modifiers::NONE, Key::End),
            (Modifiers::NONE, Key::Tab),
            (Modifiers::SHIFT, Key::Tab),
        ] {
            window.key_press_modifiers(modifiers, key);
            window.run();
            is_same(&window, key.name());
            assert!(focused(&window).is_some() && !told(&window).is_empty(), "{}: {key:?}", menu.name);
            walked.push(told(&window));
        }
        // Home is first, what comes after the last is the first, and before the first is the last.
        assert_eq!((&walked[2], &walked[3]), (&walked[4], &walked[5]), "{}: {walked:?}", menu.name);
        press(&mut window, Key::Escape);
        assert!(!is_open(&window), "{}: Esc closes it", menu.name);
        let selection = state(&window).1;
        assert_eq!(selection, before.1, "{}: and does nothing else", menu.name);
    }
}

#[test]
fn a_menu_opened_by_the_pointer_is_walked_by_arrows_and_gives_the_keyboard_back() {
    let mut window = open();
    let map = told(&window);
    click(&mut window, Role::Button, "File");
    press(&mut window, Key::ArrowDown);
    assert!(told(&window).starts_with("New map"), "{}", told(&window));
    press(&mut window, Key::ArrowDown);
    assert!(told(&window).starts_with("New from template"), "{}", told(&window));
    press(&mut window, Key::End);
    assert!(told(&window).starts_with("Quit"), "{}", told(&window));
    press(&mut window, Key::ArrowDown);
    assert!(told(&window).starts_with("New map"), "it comes round");
    press(&mut window, Key::Escape);
    assert_eq!(told(&window), map);
    click(&mut window, Role::Button, "File");
    press(&mut window, Key::ArrowUp);
    press(&mut window, Key::Enter);
    assert_eq!(window.state().asked, [Command::Quit]);
    assert!(!is_open(&window));
    assert_eq!(told(&window), map);
}

#[test]
fn arrows_to_the_side_go_along_the_bar_and_into_submenus() {
    let mut window = open();
    click(&mut window, Role::Button, "File");
    press(&mut window, Key::ArrowRight);
    assert!(told(&window).starts_with("Cut"), "the first that can be done: {}", told(&window));
    press(&mut window, Key::ArrowLeft);
    assert!(told(&window).starts_with("New map"), "{}", told(&window));
    press(&mut window, Key::ArrowLeft);
    assert!(told(&window).starts_with("Export as SVG"), "round the bar: {}", told(&window));
    for _ in 0..3 {
        press(&mut window, Key::ArrowRight);
    }
    assert!(told(&window).starts_with("Zoom in"), "{}", told(&window));
    for _ in 0..40 {
        if told(&window) == "Theme" {
            break;
        }
        press(&mut window, Key::ArrowDown);
    }
    assert_eq!(told(&window), "Theme");
    press(&mut window, Key::ArrowRight);
    assert_eq!(told(&window), "Theme of the system");
    press(&mut window, Key::ArrowDown);
    assert_eq!(told(&window), "Light");
    press(&mut window, Key::ArrowLeft);
    assert_eq!(told(&window), "Theme");
    assert!(window.query_by_label("Light").is_none(), "it is closed");
    press(&mut window, Key::Enter);
    assert_eq!(told(&window), "Theme of the system");
    press(&mut window, Key::Escape);
    assert_eq!(told(&window), "Theme", "Esc leaves the submenu first");
    press(&mut window, Key::ArrowRight);
    press(&mut window, Key::ArrowRight);
    assert!(told(&window).starts_with("New stage"), "on to the next menu of the bar: {}", told(&window));
    press(&mut window, Key::Escape);
    assert!(!is_open(&window));
}

/// The pointer rests on the button that it pressed; it must not take back the menu that a key opened.
#[test]
fn the_pointer_opens_another_menu_of_the_bar_by_going_there_and_not_by_resting() {
    let mut window = open();
    click(&mut window, Role::Button, "File");
    press(&mut window, Key::ArrowRight);
    assert!(window.query_by_label_contains("Select all").is_some() && window.query_by_label_contains("Quit").is_none());
    let view = window.get_by_role_and_label(Role::Button, "View").rect().center();
    window.hover_at(view);
    window.run();
    assert!(window.query_by_label_contains("Full screen").is_some() && is_open(&window));
}

/// Where the pointer went last is where a step begins, so that only one entry is shown as chosen.
#[test]
fn arrows_go_on_from_where_the_pointer_is() {
    let mut window = open();
    click(&mut window, Role::Button, "File");
    let at = window.get_by_label_contains("Save as…").rect().center();
    window.hover_at(at);
    window.run();
    press(&mut window, Key::ArrowDown);
    assert!(told(&window).starts_with("Save as template"), "{}", told(&window));
    window.hover_at(at + vec2(2.0, 0.0));
    window.run();
    press(&mut window, Key::ArrowUp);
    assert!(told(&window).starts_with("Save"), "{}", told(&window));
}

#[test]
fn what_is_typed_after_esc_in_the_same_breath_is_the_maps() {
    let mut window = open();
    click(&mut window, Role::Button, "File");
    let key = |key| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
    let events = &mut window.input_mut().events;
    events.extend([key(Key::Escape), key(Key::X), Event::Text("x".into())]);
    window.run();
    assert!(!is_open(&window) && window.state().shell.canvas.is_editing_text());
}
