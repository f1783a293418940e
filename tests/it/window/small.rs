//! Small windows and large interfaces: nothing over the map is cut off or lies on another, and no entry of a menu is out
//! of reach.

use super::*;
use egui::{Key, Modifiers, Rect};
use wayfarer::{
    editor::{Edit, MapChange},
    texts::{Language, Texts},
    ui::{Command, menu_bar},
};

/// The status line of a map in Vietnamese, which is the longer one.
const STATUS: &str = "120 điểm tiếp xúc · đã lưu lúc 14:02";

/// The canvas beside the inspector, in points: a window of 1600 × 1000 at 75 %, at 100 %, at 200 %, one of 1024 × 768, of
/// 1024 × 700.
const VIEWS: [(f32, f32); 5] = [(1805.0, 1289.0), (1272.0, 956.0), (472.0, 456.0), (696.0, 724.0), (696.0, 656.0)];

fn long_map() -> Map {
    let mut map = sample();
    for at in 0..30 {
        let id = StageId::parse(&format!("s{at}")).unwrap();
        let touchpoints = (0..4).map(|one| touchpoint(&format!("s{at}t{one}"), "Stop", Some(20))).collect();
        map.stages.push(Arc::new(Stage { touchpoints, ..Stage::new(id, format!("Stage {at}")) }));
    }
    map
}

#[test]
fn bars_lie_beside_each_other_and_say_all_they_have_to_say() {
    for language in Language::ALL {
        let mut window = open(long_map());
        window.state_mut().look.texts = Texts(language);
        window.state_mut().canvas.status = STATUS.to_owned();
        let mut widths = Vec::new();
        for (width, height) in VIEWS {
            window.set_size(vec2(width, height));
            window.run();
            let texts = Texts(language);
            let rect_of = |role, name: &str| window.query_by_role_and_label(role, name).map(|node| node.rect());
            let tools = rect_of(Role::RadioButton, texts.tool_select()).unwrap();
            let last = rect_of(Role::RadioButton, texts.tool_pencil()).unwrap();
            let parts = [
                Some(tools.union(last)),
                rect_of(Role::Button, texts.canvas_zoom_in()),
                rect_of(Role::Button, texts.canvas_zoom_out()),
                rect_of(Role::Label, STATUS),
                rect_of(Role::Image, texts.canvas_minimap()),
            ];
            assert!(parts[3].is_some(), "the status is there in {width} × {height}");
            let parts: Vec<_> = parts.into_iter().flatten().collect();
            let view = window.state().canvas.camera.viewport;
            for (at, part) in parts.iter().enumerate() {
                assert!(view.contains_rect(*part), "{language:?} {width} × {height}: {part:?} is out of view");
                for other in &parts[at + 1..] {
                    let lies = part.intersects(*other);
                    assert!(!lies, "{language:?} {width} × {height}: {part:?} lies on {other:?}");
                }
            }
            widths.push(rect_of(Role::Label, STATUS).unwrap().size());
        }
        // Whole in one row, or broken into two.
        let is_whole = |size: &egui::Vec2| {
            (size.x - widths[0].x).abs() < 1.0 || size.y > 1.8 * widths[0].y && 2.0 * size.x >= widths[0].x
        };
        assert!(widths.iter().all(is_whole), "the status is cut: {widths:?}");
    }
}

#[test]
fn beside_the_inspector_of_a_window_1024_wide_the_bars_stand_in_one_line() {
    for language in Language::ALL {
        let mut window = open(sample());
        window.state_mut().look.texts = Texts(language);
        window.state_mut().canvas.status = STATUS.to_owned();
        window.set_size(vec2(696.0, 656.0));
        window.run();
        let texts = Texts(language);
        let middle = |role, name: &str| window.get_by_role_and_label(role, name).rect().center().y;
        let tools = middle(Role::RadioButton, texts.tool_select());
        for (role, name) in [(Role::Button, texts.canvas_zoom_in()), (Role::Label, STATUS)] {
            assert!((middle(role, name) - tools).abs() < 1.0, "{language:?}: {name}");
        }
        let camera = window.state().canvas.camera;
        assert!(camera.viewport.max.y - camera.room().max.y < 80.0, "the bars take {:?}", camera.room());
    }
}

/// The menu bar of a window of 1600 × 1000 at 200 %.
#[test]
fn every_entry_of_a_long_menu_can_be_reached_in_a_low_window() {
    let editor = Editor::open(Arc::new(sample()), InFile::Yes, fastrand::Rng::with_seed(11));
    let look = Look::default();
    let mut window = Harness::builder()
        .with_size(vec2(800.0, 500.0))
        .with_max_steps(64)
        .with_context_setup(move |ctx| theme::install(ctx, look.palette))
        .build_ui_state(
            move |ui, asked: &mut Vec<Command>| {
                let open =
                    menu_bar::Open { editor: &editor, title: "Shop", panels: wayfarer::ui::shell::Panels::default() };
                menu_bar::menu_bar_ui(ui, Some(open), &[], look, asked);
            },
            Vec::new(),
        );
    let texts = look.texts;
    for (menu, entry) in [
        (texts.menu_edit(), texts.command_lock()),
        (texts.menu_file(), texts.command_quit()),
        (texts.menu_view(), texts.menu_language()),
        (texts.menu_insert(), texts.menu_tools()),
    ] {
        window.get_by_label(menu).click();
        window.run();
        let whole = egui::Rect::from_min_size(Pos2::ZERO, vec2(800.0, 500.0));
        window.get_by_label_contains(entry).focus();
        window.run();
        let rect = window.get_by_label_contains(entry).rect();
        assert!(whole.contains_rect(rect), "{menu} ▸ {entry} is at {rect:?}");
        window.key_press(egui::Key::Escape);
        window.run();
    }
    window.get_by_label(texts.menu_edit()).click();
    window.run();
    window.get_by_label_contains(texts.command_lock()).focus();
    window.run();
    let at = window.get_by_label_contains(texts.command_lock()).rect().center();
    window.hover_at(at);
    window.drag_at(at);
    window.drop_at(at);
    window.run();
    assert_eq!(window.state().as_slice(), [Command::LockStructure], "what was scrolled to can be clicked");
}

/// The menu of a touchpoint is higher than such a view.
#[test]
fn every_entry_of_a_context_menu_can_be_reached_in_a_low_window() {
    let mut window = open(sample());
    window.set_size(vec2(472.0, 456.0));
    window.state_mut().editor.select([Thing::Touchpoint(TouchpointId::parse("shop").unwrap())]);
    window.run();
    window.key_press_modifiers(egui::Modifiers::SHIFT, egui::Key::F10);
    window.run();
    for entry in ["Edit text", "Delete"] {
        window.get_by_label_contains(entry).focus();
        window.run();
        let rect = window.get_by_label_contains(entry).rect();
        let whole = egui::Rect::from_min_size(Pos2::ZERO, vec2(472.0, 456.0));
        assert!(whole.contains_rect(rect), "{entry} is at {rect:?}");
    }
}

/// A map with a survey, three personas and a locked structure: all that the upper bars can have to say.
fn surveyed() -> Window {
    let path = format!("{}/sample_maps/air_purifier.ron", env!("CARGO_MANIFEST_DIR"));
    let mut window = open(wayfarer::files::ron::parse(&std::fs::read(path).unwrap()).unwrap().map);
    window.state_mut().editor.apply(Edit::Map(MapChange::Structure(Structure::Locked))).unwrap();
    window
}

fn resize(window: &mut Window, (width, height): (f32, f32)) {
    window.set_size(vec2(width, height));
    window.run();
}

/// The bars at the upper end, from the left; the curves are three switches or one chip.
fn upper(window: &Window) -> Vec<Rect> {
    let texts = window.state().look.texts;
    let names = [texts.curve_actual(), texts.curve_expected(), texts.curve_measured()];
    let switches = names.map(|name| window.query_by_role_and_label(Role::CheckBox, name));
    let (curves, persona) = (texts.canvas_curves(names.join(", ")), texts.canvas_personas("Lan, 34, new parent"));
    let curves = window.query_by_role_and_label(Role::Button, &curves);
    assert_eq!(switches.iter().filter(|one| one.is_some()).count(), if curves.is_some() { 0 } else { 3 });
    let persona = window.get_by_role_and_label(Role::Button, &persona);
    let wave = window.query_by_role_and_label(Role::Label, "Wave Oct 2026");
    if let Some(curves) = &curves {
        assert!(wave.is_none());
        assert_eq!(curves.accesskit_node().description().as_deref(), Some("Wave Oct 2026"), "the chip tells it");
    } else {
        assert!(wave.is_some(), "the wave is told");
    }
    let lock = find(window, Role::Button, texts.canvas_locked());
    let parts = [Some(persona)].into_iter().chain(switches).chain([curves, wave, Some(lock)]);
    parts.flatten().map(|node| node.rect()).collect()
}

fn lower(window: &Window) -> f32 {
    let texts = window.state().look.texts;
    let parts = [
        find(window, Role::RadioButton, texts.tool_select()),
        find(window, Role::Button, texts.canvas_zoom_in()),
        find(window, Role::Label, STATUS),
    ];
    parts.into_iter().map(|node| node.rect().min.y).fold(f32::MAX, f32::min)
}

#[test]
fn the_map_begins_under_the_upper_bars_and_ends_above_the_lower_ones() {
    let mut window = surveyed();
    window.state_mut().canvas.status = STATUS.to_owned();
    for size in VIEWS {
        resize(&mut window, size);
        let bars = upper(&window);
        let view = window.state().canvas.camera.viewport;
        for (at, bar) in bars.iter().enumerate() {
            assert!(view.contains_rect(*bar), "{size:?}: {bar:?}");
            assert!(bars[at + 1..].iter().all(|other| other.min.x >= bar.max.x), "{size:?}: {bars:?}");
        }
        let under = bars.iter().map(|bar| bar.max.y).fold(0.0, f32::max);
        let above = lower(&window);
        let header = find(&window, Role::ColumnHeader, "Awareness").rect();
        assert!(header.min.y > under, "first look at {size:?}: {header:?} under {under}");
        window.key_press_modifiers(Modifiers::SHIFT, Key::Num1);
        window.run();
        let scene = scene(&mut window);
        let whole = window.state().canvas.camera.screen_rect(scene.room());
        assert!(whole.min.y > under && whole.max.y < above, "{size:?}: {whole:?} between {under} and {above}");
        assert!(view.x_range().contains(whole.min.x) && view.x_range().contains(whole.max.x), "{size:?}: {whole:?}");
    }
}

#[test]
fn where_the_lower_bars_need_two_lines_nothing_of_the_map_lies_behind_them() {
    let mut window = surveyed();
    window.state_mut().canvas.status = STATUS.to_owned();
    resize(&mut window, (472.0, 456.0));
    let above = lower(&window);
    let camera = window.state().canvas.camera;
    // Something is there, and a press between the bars is not on it.
    let at = Pos2::new(camera.viewport.center().x, above + 2.0);
    let scene = scene(&mut window);
    let lanes =
        scene.lanes().iter().map(|lane| camera.screen_from_doc(wayfarer::scene::Point::new(0.0, lane.bottom())));
    assert!(lanes.fold(0.0, |low, at| at.y.max(low)) > above, "the map goes on behind the bars");
    window.hover_at(at);
    window.drag_at(at);
    window.drop_at(at);
    window.run();
    assert_eq!(window.state().editor.selection(), []);
    assert_eq!(window.state().canvas.hovered, None);
}

#[test]
fn the_chip_of_a_narrow_view_switches_curves_and_tells_the_wave() {
    let mut window = surveyed();
    resize(&mut window, (472.0, 456.0));
    find(&window, Role::Button, "Curves drawn: Actual, Expected, Measured").click();
    window.run();
    find(&window, Role::Label, "Wave Oct 2026");
    for name in ["Expected", "Measured"] {
        find(&window, Role::CheckBox, name).click();
        window.run();
    }
    window.key_press(Key::Escape);
    window.run();
    let drawn = window.state().canvas.view.curves;
    assert_eq!((drawn.actual, drawn.expected, drawn.measured), (true, false, false));
    find(&window, Role::Button, "Curves drawn: Actual");
}

#[test]
fn a_map_that_was_shown_whole_stays_so_when_window_or_interface_change() {
    let mut window = surveyed();
    window.key_press_modifiers(Modifiers::SHIFT, Key::Num1);
    window.run();
    for (size, scale) in [((696.0, 656.0), 1.0), ((472.0, 456.0), 2.0), ((1272.0, 956.0), 1.0)] {
        window.set_pixels_per_point(scale);
        resize(&mut window, size);
        let scene = scene(&mut window);
        let camera = window.state().canvas.camera;
        let whole = camera.screen_rect(scene.room());
        assert!(camera.room().expand(0.5).contains_rect(whole), "{size:?}: {whole:?} in {:?}", camera.room());
        let touches = whole.width() > camera.room().width() - 1.0 || whole.height() > camera.room().height() - 1.0;
        assert!(touches || camera.zoom > 0.999, "as large as it can be: {whole:?}");
    }
}

#[test]
fn a_larger_interface_keeps_the_middle_and_what_is_selected_in_sight() {
    let mut window = surveyed();
    resize(&mut window, (1272.0, 956.0));
    let scene = scene(&mut window);
    let visit = window.state().editor.map().touchpoints().last().unwrap().id;
    let place = scene.rect_of(Thing::Touchpoint(visit)).unwrap();
    window.key_press_modifiers(Modifiers::COMMAND, Key::Num0);
    window.run();
    let room = window.state().canvas.camera.room();
    window.state_mut().canvas.camera.place(place.center(), room.center() + vec2(300.0, -200.0));
    window.run();
    let middle = |window: &Window| {
        let camera = window.state().canvas.camera;
        camera.doc_from_screen(camera.room().center())
    };
    let before = middle(&window);
    window.set_pixels_per_point(2.0);
    resize(&mut window, (472.0, 456.0));
    assert!((middle(&window) - before).hypot() < 1.0, "{before:?} became {:?}", middle(&window));
    window.set_pixels_per_point(1.0);
    resize(&mut window, (1272.0, 956.0));
    assert!((middle(&window) - before).hypot() < 1.0);
    window.state_mut().editor.select([Thing::Touchpoint(visit)]);
    window.run();
    window.set_pixels_per_point(2.0);
    resize(&mut window, (472.0, 456.0));
    let camera = window.state().canvas.camera;
    let seen = camera.screen_rect(place);
    assert!(camera.room().expand(1.0).contains_rect(seen), "{seen:?} in {:?}", camera.room());
}
