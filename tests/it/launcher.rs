//! The launcher: what is found by which typing, in which order, and that a large map never holds up a frame.

use egui::{Key, Modifiers, accesskit::Role, vec2};
use egui_kittest::{Harness, kittest::Queryable as _};
use std::sync::Arc;
use wayfarer::{
    editor::{Editor, InFile},
    files::ron,
    map::{Map, Stage, StageId, Thing, Touchpoint, TouchpointId},
    scene::Layouter,
    texts::{Language, Texts},
    ui::{
        Command, Look,
        fuzzy::{Candidate, Fuzzy},
        launcher::{Launcher, OpenableMap},
        shell::{Asked, Shell, shell_ui},
        theme,
    },
};

/// Whether a typing finds a text; who types so surely means it, or surely does not.
#[test]
fn slips_of_the_fingers_are_forgiven_and_other_words_are_not() {
    let finds = |typed: &str, text: &str| Fuzzy::new(typed).score(&Candidate::new(text)).is_some();
    for (typed, text) in [
        ("delivery", "Delivery"),
        ("dleivery", "Delivery"),
        ("delvery", "Delivery"),
        ("dellivery", "Delivery"),
        ("deliveru", "Delivery"),
        ("delviery late", "Late delivery to the door"),
        ("adtp", "Add touchpoint"),
        ("exprot svg", "Export as SVG…"),
        ("diem tiep xuc", "Điểm tiếp xúc"),
        ("DIEM TIPE XUC", "Điểm tiếp xúc"),
        ("điểm", "Diem danh"),
        ("ddiem", "Điểm tiếp xúc"),
        ("xcu", "Điểm tiếp xúc"),
        ("nguoi", "Ng\u{1b0}\u{1a1}\u{300}i mua"),
        ("giao hang", "Giao hàng tận nhà"),
        ("", "anything"),
    ] {
        assert!(finds(typed, text), "{typed} → {text}");
    }
    for (typed, text) in [
        ("delivery", "Discovery of new brands by reading"),
        ("shop", "Sharing the experience on the phone"),
        ("xyz", "Export as SVG…"),
        ("tea", "Reset"),
        ("svg png", "Export as SVG…"),
        ("late", "A customer who never calls again after a bad experience in one of the shops asks for it"),
    ] {
        assert!(!finds(typed, text), "{typed} ↛ {text}");
    }
}

/// Typed, and names from the best to the worst fit.
#[test]
fn better_fits_come_first() {
    for (typed, ranked) in [
        ("pay", &["Pay", "Pay by card", "Payment", "Repayment", "Pya"][..]),
        ("late delivery", &["Late delivery", "Too late delivery", "Delivery comes late", "Dleivery late"]),
        ("tiep", &["Tiếp nhận", "Điểm tiếp xúc", "Tipe"]),
        ("review", &["Review", "Reviews on the web", "Preview", "Revew"]),
    ] {
        let mut fuzzy = Fuzzy::new(typed);
        let scores: Vec<_> = ranked.iter().map(|name| fuzzy.score(&Candidate::new(name)).unwrap_or(0)).collect();
        assert!(scores.is_sorted_by(|better, worse| better > worse), "{typed}: {ranked:?} {scores:?}");
    }
}

#[test]
fn the_letters_that_fit_are_told() {
    let letters = |typed: &str, text: &str| -> Vec<String> {
        Fuzzy::new(typed).letters(text).into_iter().map(|range| text[range].to_owned()).collect()
    };
    assert_eq!(letters("tiep", "Điểm tiếp xúc"), ["tiếp"]);
    assert_eq!(letters("diem xuc", "Điểm tiếp xúc"), ["Điểm", "xúc"]);
    assert_eq!(letters("adt", "Add touchpoint"), ["Ad", "t"]);
    assert_eq!(letters("tipe", "Điểm tiếp xúc"), ["tiếp"], "a slip marks the word");
    // e + ◌̂ + ◌́ is one letter, whatever it is encoded as.
    assert_eq!(letters("ti", "tie\u{302}\u{301}p"), ["ti"]);
    assert_eq!(letters("tie", "tie\u{302}\u{301}p"), ["tie\u{302}\u{301}"]);
}

fn sample() -> Editor {
    let path = format!("{}/sample_maps/air_purifier.ron", env!("CARGO_MANIFEST_DIR"));
    open(ron::parse(&std::fs::read(path).unwrap()).unwrap().map)
}

fn open(map: Map) -> Editor {
    Editor::open(Arc::new(map), InFile::Yes, fastrand::Rng::with_seed(3))
}

fn look(language: Language) -> Look {
    Look { texts: Texts(language), ..Look::default() }
}

/// What is listed for a typing over the sample map.
fn listed(typed: &str, language: Language) -> Vec<String> {
    let (editor, look) = (sample(), look(language));
    let maps =
        vec![OpenableMap {
            name: "Bảy giai đoạn số".into(), kind: "Sample".into(), command: Command::OpenSample(1)
        }];
    let mut launcher = Launcher::new(maps, Some(Arc::clone(editor.map())), look);
    launcher.type_text(typed);
    while launcher.work(Some(&editor)) {}
    launcher.names(Some(&editor), look)
}

#[test]
fn commands_things_and_maps_are_found_in_one_list() {
    let first = |typed: &str, language| listed(typed, language).first().cloned().unwrap_or_default();
    assert_eq!(first("exprt png", Language::English), "Export as PNG…");
    assert_eq!(first("delivery", Language::English), "Delivery");
    assert_eq!(first("contrast black", Language::English), "High contrast, dark");
    assert_eq!(first("contrast white", Language::English), "High contrast, light");
    assert_eq!(first("tuong phan den", Language::Vietnamese), "Tương phản cao, nền tối");
    assert_eq!(first("bay giai doan", Language::English), "Bảy giai đoạn số");
    assert_eq!(first("vua ban do", Language::English), "Fit the map", "by the other language's name");
    assert_eq!(first("zoom in", Language::Vietnamese), "Phóng to");
    assert_eq!(first("phong to", Language::Vietnamese), "Phóng to");
    assert_eq!(first("insert stage", Language::English), "New stage", "by its menu and name");
    assert_eq!(first("thoughts", Language::English), "New lane: Thoughts");
    assert_eq!(first("suy nghi", Language::Vietnamese), "Hàng mới: Suy nghĩ");
    assert!(listed("zzzz", Language::English).is_empty());
}

/// What people type who know what they want and not what it is called here.
#[test]
fn commands_are_found_by_their_menus_and_by_other_words() {
    for (language, typed, named) in [
        (Language::English, "path", "Skip the touchpoint"),
        (Language::English, "interface size 150", "Interface 150 %"),
        (Language::English, "zoom interface", "Interface 125 %"),
        (Language::English, "delete lane", "Delete"),
        (Language::English, "theme", "Dark theme"),
        (Language::English, "theme dark", "Dark theme"),
        (Language::English, "high contrast", "High contrast, dark"),
        (Language::English, "theme high contrast", "High contrast, light"),
        (Language::English, "rename", "Edit text"),
        (Language::English, "rename persona", "Rename the persona"),
        (Language::English, "language", "Tiếng Việt"),
        (Language::English, "add lane thoughts", "New lane: Thoughts"),
        (Language::English, "unlock", "Lock the structure"),
        (Language::English, "line under visibility", "Line of visibility"),
        (Language::Vietnamese, "lộ trình", "Bỏ qua điểm tiếp xúc"),
        (Language::Vietnamese, "cỡ giao diện 150", "Cỡ giao diện 150 %"),
        (Language::Vietnamese, "xóa hàng", "Xóa"),
        (Language::Vietnamese, "giao diện tương phản", "Tương phản cao, nền tối"),
        (Language::Vietnamese, "đổi tên", "Sửa chữ"),
        (Language::Vietnamese, "ngôn ngữ", "English"),
        (Language::Vietnamese, "theme dark", "Giao diện tối"),
    ] {
        let found = listed(typed, language);
        let at = found.iter().position(|name| name == named);
        assert!(at.is_some_and(|at| at < 8), "{typed}: {named} is at {at:?} of {:?}", &found[..found.len().min(12)]);
    }
}

#[test]
fn nothing_typed_lists_commands_and_no_step_over_the_map() {
    let all = listed("", Language::English);
    assert!(all.contains(&"Save".to_owned()) && all.contains(&"Bảy giai đoạn số".to_owned()));
    assert!(!all.contains(&"Go left".to_owned()) && !all.contains(&"Delivery".to_owned()));
    let position = |name: &str| all.iter().position(|other| other == name).unwrap();
    assert!(position("Undo") > position("About Wayfarer"), "what cannot be done now stands last");
}

/// The target of the issue: 50 000 touchpoints, and no frame waits for all of them.
#[test]
fn a_large_map_is_read_and_compared_in_parts() {
    let mut rng = fastrand::Rng::with_seed(5);
    let mut map = Map::empty(&mut rng);
    let mut stage = Stage::new(StageId::random(&mut rng), "All");
    let name = |at: usize| format!("Điểm số {at}");
    stage.touchpoints =
        (0..50_000).map(|at| Arc::new(Touchpoint::new(TouchpointId::random(&mut rng), name(at)))).collect();
    map.stages = vec![Arc::new(stage)];
    let (editor, look) = (open(map), look(Language::English));
    let mut launcher = Launcher::new(Vec::new(), Some(Arc::clone(editor.map())), look);
    launcher.type_text("diem 49999");
    let mut frames = 1;
    assert!(launcher.work(Some(&editor)), "the first frame is not the last");
    while launcher.work(Some(&editor)) {
        frames += 1;
    }
    assert!((5..60).contains(&frames), "{frames} frames, less than a second");
    assert_eq!(launcher.names(Some(&editor), look).first(), Some(&name(49_999)));
}

struct Window {
    shell: Shell,
    editor: Editor,
    layouter: Layouter,
    asked: Vec<Command>,
}

fn window() -> Harness<'static, Window> {
    let shell = Shell::new(jiff::civil::date(2026, 11, 1));
    let state = Window { shell, editor: sample(), layouter: Layouter::new(), asked: Vec::new() };
    let mut window = Harness::builder()
        .with_size(vec2(1024.0, 700.0))
        .with_step_dt(1.0 / 60.0)
        .with_max_steps(64)
        .with_context_setup(|ctx| theme::install(ctx, Look::default().palette))
        .build_ui_state(
            |ui, window: &mut Window| {
                let look = Look::default();
                let Window { shell, editor, layouter, asked } = window;
                let Asked { commands, .. } = shell_ui(ui, shell, Some(editor), "A map", layouter, look);
                for command in commands {
                    match command {
                        Command::Launcher => shell.open_launcher(Vec::new(), Some(editor), look),
                        other => asked.push(other),
                    }
                }
            },
            state,
        );
    window.run();
    window
}

fn type_text(window: &mut Harness<'static, Window>, text: &str) {
    window.event(egui::Event::Text(text.to_owned()));
    window.run();
}

#[test]
fn a_touchpoint_is_gone_to_by_keys_alone() {
    let mut window = window();
    window.key_press_modifiers(Modifiers::COMMAND, Key::K);
    window.run();
    window.get_by_role_and_label(Role::TextInput, "Find a command, touchpoint, stage, card or map");
    assert!(window.get_by_label_contains("New map, File").is_focused(), "a screen reader reads the chosen row");
    type_text(&mut window, "dleivery");
    window.key_press(Key::Enter);
    window.run();
    assert!(window.state().shell.launcher.is_none());
    let selected = window.state().editor.primary();
    let name = selected.and_then(Thing::as_touchpoint).and_then(|id| window.state().editor.map().touchpoint(id));
    assert_eq!(name.map(|touchpoint| touchpoint.name.as_str()), Some("Delivery"));
    assert!(window.get_by_role_and_label(Role::ListItem, "Delivery").is_focused(), "the keyboard is on the map");
}

#[test]
fn what_is_typed_in_the_same_breath_is_not_lost() {
    let mut window = window();
    let events = &mut window.input_mut().events;
    let key = |key, modifiers, pressed| egui::Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
    events.push(key(Key::K, Modifiers::COMMAND, true));
    events.extend(["f", "i", "t"].map(|text| egui::Event::Text(text.to_owned())));
    events.push(key(Key::Enter, Modifiers::NONE, true));
    window.run();
    assert_eq!(window.state().asked, [Command::ZoomFit]);
}

#[test]
fn arrows_choose_and_escape_leaves_without_a_trace() {
    let mut window = window();
    let open = Modifiers::COMMAND | Modifiers::SHIFT;
    window.key_press_modifiers(open, Key::P);
    window.run();
    type_text(&mut window, "export");
    window.key_press(Key::ArrowDown);
    window.run();
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(window.state().asked, [Command::ExportPng]);
    window.key_press_modifiers(open, Key::P);
    window.run();
    type_text(&mut window, "export");
    window.key_press(Key::Escape);
    window.run();
    assert!(window.state().shell.launcher.is_none());
    assert_eq!(window.state().asked, [Command::ExportPng]);
    window.key_press_modifiers(open, Key::P);
    window.run();
    window.key_press_modifiers(Modifiers::COMMAND, Key::K);
    window.run();
    assert!(window.state().shell.launcher.is_none(), "its own key closes it");
}

#[test]
fn a_list_that_was_short_grows_again() {
    let mut window = window();
    window.key_press_modifiers(Modifiers::COMMAND, Key::K);
    window.run();
    type_text(&mut window, "undo");
    (0..4).for_each(|_| window.key_press(Key::Backspace));
    type_text(&mut window, "e");
    let rows = window.get_all_by_role(Role::ListBoxOption).count();
    assert!(rows >= 10, "{rows} rows are in view");
}

#[test]
fn the_mouse_chooses_a_row_and_what_cannot_be_done_does_nothing() {
    let mut window = window();
    window.key_press_modifiers(Modifiers::COMMAND, Key::K);
    window.run();
    type_text(&mut window, "undo");
    window.get_by_label_contains("Undo, Edit").click();
    window.run();
    assert!(window.state().shell.launcher.is_some(), "there is nothing to undo");
    for _ in 0..4 {
        window.key_press(Key::Backspace);
    }
    type_text(&mut window, "fit the map");
    window.get_by_label_contains("Fit the map, View").click();
    window.run();
    assert_eq!(window.state().asked, [Command::ZoomFit]);
}
