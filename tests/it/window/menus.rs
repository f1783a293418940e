//! Menus by key, however they were opened: arrows walk in them, and no key that is pressed meanwhile reaches the map.

use super::{right_click, sample};
use egui::{Event, Id, Key, Modifiers, Popup, Pos2, accesskit::Role, vec2};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use std::sync::Arc;
use wayfarer::{
    editor::{Editor, InFile},
    map::{Map, Thing, TouchpointId},
    scene::Layouter,
    texts::{Language, Texts},
    ui::{
        Command, Look,
        canvas::Tool,
        fuzzy::{Candidate, Fuzzy},
        shell::{Shell, shell_ui},
        theme,
    },
};

/// The whole window; what is asked for is noted.
pub(super) struct Desk {
    shell: Shell,
    editor: Editor,
    layouter: Layouter,
    asked: Vec<Command>,
}

pub(super) type Window = Harness<'static, Desk>;

/// The window with one open map and a touchpoint of it selected.
pub(super) fn open() -> Window {
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

pub(super) fn press(window: &mut Window, key: Key) {
    window.key_press(key);
    window.run();
}

pub(super) fn key(modifiers: Modifiers, key: Key) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
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
        let mut keys: Vec<Event> = Vec::new();
        for pressed in [Key::V, Key::H, Key::S, Key::T, Key::N, Key::L, Key::P, Key::Num5] {
            keys.extend([key(Modifiers::NONE, pressed), Event::Text(pressed.name().to_lowercase())]);
        }
        keys.extend([Key::Delete, Key::Backspace, Key::F2, Key::PageDown, Key::F3].map(|it| key(Modifiers::NONE, it)));
        let held = [
            (Modifiers::COMMAND, Key::A),
            (Modifiers::COMMAND, Key::D),
            (Modifiers::COMMAND, Key::ArrowRight),
            (Modifiers::ALT, Key::ArrowRight),
            (Modifiers::SHIFT, Key::Num1),
            (Modifiers::COMMAND, Key::Plus),
        ];
        keys.extend(held.map(|(modifiers, it)| key(modifiers, it)));
        window.input_mut().events.extend(keys);
        window.run();
        is_same(&window, "a letter or the key of a command");
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
    assert_eq!(told(&window), "Light theme");
    press(&mut window, Key::ArrowLeft);
    assert_eq!(told(&window), "Theme");
    assert!(window.query_by_label("Light theme").is_none(), "it is closed");
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
    let events = &mut window.input_mut().events;
    events.extend([key(Modifiers::NONE, Key::Escape), key(Modifiers::NONE, Key::X), Event::Text("x".into())]);
    window.run();
    assert!(!is_open(&window) && window.state().shell.canvas.is_editing_text());
}

/// The titles under which submenus stand in the bar.
fn submenus(texts: Texts) -> [&'static str; 7] {
    [
        texts.menu_path(),
        texts.menu_theme(),
        texts.menu_scale(),
        texts.menu_language(),
        texts.menu_lane(),
        texts.menu_line(),
        texts.menu_tools(),
    ]
}

/// An entry without the keys that stand beside it.
fn without_keys(ctx: &egui::Context, entry: &str) -> String {
    let keys = Command::ALL.iter().map(|command| command.keys_text(ctx)).filter(|keys| !keys.is_empty());
    let bare = keys.filter_map(|keys| entry.strip_suffix(&keys)?.strip_suffix(' ').map(str::to_owned));
    bare.min_by_key(String::len).unwrap_or_else(|| entry.to_owned())
}

type Bar = Harness<'static, Vec<Command>>;

fn focused_entry(bar: &Bar) -> String {
    let node = bar.root().children_recursive().find(egui_kittest::Node::is_focused);
    without_keys(&bar.ctx, &node.and_then(|node| node.accesskit_node().label()).unwrap_or_default())
}

/// Walks an open menu by key until it comes round; each entry with the titles above it.
fn walk(bar: &mut Bar, above: &[String], texts: Texts, into: &mut Vec<Vec<String>>) {
    let step = |bar: &mut Bar, key| {
        bar.key_press(key);
        bar.run();
    };
    step(bar, Key::Home);
    let first = focused_entry(bar);
    for _ in 0..50 {
        let entry = focused_entry(bar);
        let path: Vec<String> = above.iter().cloned().chain([entry.clone()]).collect();
        if submenus(texts).contains(&entry.as_str()) {
            step(bar, Key::ArrowRight);
            // Where nothing in it can be done there is nowhere to go.
            if focused_entry(bar) != entry {
                walk(bar, &path, texts, into);
            }
            step(bar, Key::ArrowLeft);
            assert_eq!(focused_entry(bar), entry, "back from the submenu");
        } else {
            into.push(path);
        }
        step(bar, Key::ArrowDown);
        if focused_entry(bar) == first {
            return;
        }
    }
    panic!("{above:?} does not come round: {into:?}");
}

/// Everything in the menu bar that can be done, by the titles of its menus; walked by keys alone.
fn whole_bar(texts: Texts) -> Vec<Vec<String>> {
    let mut editor = Editor::open(Arc::new(sample()), InFile::Yes, fastrand::Rng::with_seed(11));
    editor.select([Thing::Touchpoint(TouchpointId::parse("pay").unwrap())]);
    let look = Look { texts, ..Look::default() };
    let mut bar = Harness::builder()
        .with_size(vec2(1400.0, 900.0))
        .with_max_steps(64)
        .with_context_setup(move |ctx| theme::install(ctx, look.palette))
        .build_ui_state(
            move |ui, asked: &mut Vec<Command>| {
                let open = wayfarer::ui::menu_bar::Open {
                    editor: &editor,
                    title: "Shop",
                    panels: wayfarer::ui::shell::Panels::default(),
                };
                wayfarer::ui::menu_bar::menu_bar_ui(ui, Some(open), &[], look, asked);
            },
            Vec::new(),
        );
    bar.get_by_role_and_label(Role::Button, texts.menu_file()).click();
    bar.run();
    let mut entries = Vec::new();
    for title in [texts.menu_file(), texts.menu_edit(), texts.menu_view(), texts.menu_insert()] {
        walk(&mut bar, &[title.to_owned()], texts, &mut entries);
        bar.key_press(Key::ArrowRight);
        bar.run();
    }
    assert!(bar.state().is_empty(), "walking carries nothing out");
    entries
}

/// Who knows where an entry stands finds it by saying so.
#[test]
fn the_palette_finds_every_entry_of_the_menus_by_the_titles_above_it() {
    for language in Language::ALL {
        let texts = Texts(language);
        let entries = whole_bar(texts);
        assert!(entries.len() > 70, "{}", entries.len());
        for path in entries {
            let typed = path.join(" ");
            let fits = |command: &Command| {
                Fuzzy::new(&typed).score(&Candidate::new(&command.search_words(texts))).is_some_and(|score| score > 900)
            };
            assert!(Command::ALL.iter().any(fits), "{path:?}");
        }
    }
}

/// Goes down in the open menu until an entry has the keyboard.
fn go_down_to(window: &mut Window, entry: &str) {
    for _ in 0..40 {
        if told(window) == entry {
            return;
        }
        press(window, Key::ArrowDown);
    }
    panic!("{entry} is not reached");
}

#[test]
fn the_menu_of_the_persona_chip_opens_by_key_and_gives_the_keyboard_back() {
    for (modifiers, name) in [(Modifiers::SHIFT, Key::F10), (Modifiers::NONE, Key::Menu)] {
        let mut window = open();
        let before = state(&window);
        window.get_by_label_contains("Shown persona").focus();
        window.run();
        let chip = told(&window);
        window.event(key(modifiers, name));
        window.run();
        assert!(is_open(&window), "{name:?} opens it");
        assert!(told(&window).starts_with("Rename"), "its first entry has the keyboard: {}", told(&window));
        let (entry, at) = {
            let entry = window.root().children_recursive().find(egui_kittest::Node::is_focused).unwrap().rect();
            (entry, window.get_by_label(&chip).rect())
        };
        assert!(entry.min.y >= at.max.y && entry.min.x - at.min.x < 40.0, "under the chip: {entry:?}, {at:?}");
        press(&mut window, Key::Escape);
        assert!(!is_open(&window));
        assert_eq!(told(&window), chip, "the chip has the keyboard again");
        assert_eq!(state(&window), before);
    }
}

/// Nothing is selected, so that nothing can be done with a path.
#[test]
fn a_submenu_where_nothing_can_be_done_is_left_as_every_other() {
    let path = Texts(Language::English).menu_path();
    for way_out in [Key::ArrowLeft, Key::Escape] {
        let mut window = open();
        window.state_mut().editor.select([]);
        window.run();
        click(&mut window, Role::Button, "Edit");
        go_down_to(&mut window, path);
        for way_in in [Key::ArrowRight, Key::Enter] {
            press(&mut window, way_in);
            assert!(window.query_by_label_contains("whole way").is_some(), "{way_in:?} opens it");
            press(&mut window, Key::ArrowDown);
            assert_eq!(told(&window), path, "there is nowhere to go in it");
            press(&mut window, way_out);
            assert!(window.query_by_label_contains("whole way").is_none(), "{way_out:?} closes it");
            assert_eq!(told(&window), path);
        }
        press(&mut window, Key::ArrowDown);
        assert_ne!(told(&window), path, "and the menu goes on");
        press(&mut window, Key::Escape);
        assert!(!is_open(&window), "Esc then closes the menu");
    }
}
