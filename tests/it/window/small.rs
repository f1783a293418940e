//! Small windows and large interfaces: nothing over the map is cut off or lies on another, and no entry of a menu is out
//! of reach.

use super::*;
use wayfarer::{
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
            widths.push(rect_of(Role::Label, STATUS).unwrap().width());
        }
        assert!(widths.iter().all(|width| (width - widths[0]).abs() < 1.0), "the status is cut: {widths:?}");
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
                let open = menu_bar::Open { editor: &editor, title: "Shop" };
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
