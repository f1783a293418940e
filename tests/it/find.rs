//! Finding and replacing words in all texts of a map, and the bar that does it over the canvas.

use egui::{Key, Modifiers, accesskit::Role, vec2};
use egui_kittest::{Harness, kittest::Queryable as _};
use std::{collections::BTreeMap, sync::Arc};
use wayfarer::{
    editor::{Editor, Finder, InFile, Pattern, TextPlace, replaced},
    map::*,
    scene::Layouter,
    texts::{Accents, Language, Texts},
    ui::{
        Look,
        shell::{Shell, shell_ui},
        theme,
    },
};

const NFD: &str = "Kha\u{301}ch ha\u{300}ng";

#[test]
fn words_are_found_in_any_case_and_encoding_and_accents_count_only_where_wished() {
    // What is looked for, in what, how often without and with accents.
    for (typed, text, ignored, counted) in [
        ("hang", "Khách hàng, hàng hóa", 2, 0),
        ("hàng", "Khách hàng, hang động", 2, 1),
        ("KHÁCH", "khách", 1, 1),
        ("khách hàng", NFD, 1, 1),
        (NFD, "khách hàng", 1, 1),
        ("e", "né", 1, 0),
        ("aa", "aaaa", 2, 2),
        ("aba", "ababa", 1, 1),
        ("strasse", "Straße", 1, 1),
        ("c h", "Khách hàng", 0, 0),
        ("h h", "Khách hàng", 1, 1),
    ] {
        let count = |accents| Pattern::new(typed, accents).unwrap().matches_in(text).len();
        assert_eq!((count(Accents::Ignored), count(Accents::Count)), (ignored, counted), "{typed} in {text}");
    }
    assert_eq!(Pattern::new("", Accents::Ignored), None);
}

#[test]
fn replacing_leaves_the_rest_as_it_is() {
    let with =
        |text: &str, typed: &str, new: &str| replaced(text, &Pattern::new(typed, Accents::Ignored).unwrap(), new);
    assert_eq!(with("Giao hàng, hàng hóa", "hang", "đồ").as_deref(), Some("Giao đồ, đồ hóa"));
    assert_eq!(with(NFD, "khach", "Người"), Some("Người ha\u{300}ng".into()));
    assert_eq!(with("late", "late", "").as_deref(), Some(""));
    assert_eq!(with("aaa", "a", "aa").as_deref(), Some("aaaaaa"), "what was put there is not looked at again");
    assert_eq!(with("late", "early", "x"), None);
}

/// A map that says “x” in every text that a person can write, and is hidden in one lane.
fn everywhere() -> Map {
    let x = || "x".to_owned();
    let mut map = Map::empty(&mut fastrand::Rng::with_seed(2));
    let (lan, shop) = (PersonaId::parse("lan").unwrap(), ChannelId::parse("shop").unwrap());
    let (lane, wide) = (LaneId::parse("pains").unwrap(), LaneId::parse("wide").unwrap());
    (map.title, map.description) = (x(), x());
    map.scale = EmotionScale::Own(vec![Band { name: x(), from: Score::MIN }]);
    map.personas = vec![Arc::new(Persona { description: x(), ..Persona::new(lan, "x") })];
    map.channels = vec![Arc::new(Channel { id: shop, name: x(), icon: None })];
    map.lanes = vec![
        Arc::new(Lane::new(LaneId::parse("columns").unwrap(), LaneKind::Touchpoints)),
        Arc::new(Lane { name: x(), visibility: Visibility::Hidden, ..Lane::new(lane, LaneKind::PainPoints) }),
        Arc::new(Lane { name: x(), spans: Spans::Stages, ..Lane::new(wide, LaneKind::Notes) }),
    ];
    let card = |name: &str| vec![Arc::new(Card { owner: x(), ..Card::new(CardId::parse(name).unwrap(), "x") })];
    let mut touchpoint = Touchpoint::new(TouchpointId::parse("one").unwrap(), "x");
    (touchpoint.description, touchpoint.tags) = (x(), vec![x(), "other".into()]);
    touchpoint.feelings.insert(lan, Feeling { word: x(), ..Feeling::default() });
    touchpoint.cards = BTreeMap::from([(lane, card("a"))]);
    let other = Touchpoint::new(TouchpointId::parse("two").unwrap(), "plain");
    let stage = Stage {
        goal: x(),
        success: x(),
        cards: BTreeMap::from([(wide, card("b"))]),
        touchpoints: vec![Arc::new(touchpoint), Arc::new(other)],
        ..Stage::new(StageId::parse("s").unwrap(), "x")
    };
    let untouched = Stage::new(StageId::parse("t").unwrap(), "other");
    map.stages = vec![Arc::new(stage), Arc::new(untouched)];
    let (from, to) = (TouchpointId::parse("one").unwrap(), TouchpointId::parse("two").unwrap());
    let link = LinkId::parse("l").unwrap();
    map.links = vec![Arc::new(Link { id: link, from, to, kind: LinkKind::Path, label: x(), share: None })];
    map.surveys = vec![Arc::new(Survey {
        id: SurveyId::parse("w").unwrap(),
        source: "answers.csv".into(),
        sha256: "0".repeat(64),
        wave: Wave { name: x(), date: None },
        segment_by: String::new(),
        rows: 1,
        questions: Vec::new(),
        results: Vec::new(),
    })];
    map
}

fn found(map: &Arc<Map>, typed: &str) -> Vec<TextPlace> {
    let pattern = Pattern::new(typed, Accents::Ignored).unwrap();
    let mut finder = Finder::new(Arc::clone(map), pattern, Texts(Language::English));
    while !finder.is_done() {
        finder.read_on(1);
    }
    finder.matches().iter().map(|found| found.place).collect()
}

/// The list: titles, names, descriptions, goals, cards, words, tags, owners, links, channels, personas, lanes.
#[test]
fn every_text_of_the_map_is_searched() {
    let map = Arc::new(everywhere());
    let places = found(&map, "X");
    let kinds: Vec<_> = places.iter().map(std::mem::discriminant).collect();
    for (at, kind) in kinds.iter().enumerate() {
        let may_repeat =
            matches!(places[at], TextPlace::LaneName(_) | TextPlace::CardText(..) | TextPlace::CardOwner(..));
        assert!(may_repeat || !kinds[at + 1..].contains(kind), "{:?} twice", places[at]);
    }
    // Title, description, band, persona ×2, channel, lanes ×2, stage ×3 with a card ×2, touchpoint ×2, tag, word,
    // a card ×2, link, wave.
    assert_eq!(places.len(), 21);
    for place in &places {
        assert_eq!(place.text(&map), Some("x"), "{place:?}");
    }
}

#[test]
fn a_lane_is_found_by_the_name_its_kind_gives_it_but_that_cannot_be_replaced() {
    let map = Arc::new(Map::empty(&mut fastrand::Rng::with_seed(2)));
    let places = found(&map, "pain");
    assert!(matches!(places[..], [TextPlace::LaneKind(_)]), "{places:?}");
    assert!(!places[0].is_own());
}

#[test]
fn replacing_everything_is_one_step_that_shares_what_it_does_not_touch() {
    let map = Arc::new(everywhere());
    let mut editor = Editor::open(Arc::clone(&map), InFile::Yes, fastrand::Rng::with_seed(1));
    let texts = found(&map, "x").into_iter().map(|place| (place, "yy".to_owned())).collect();
    editor.apply(wayfarer::editor::Edit::Texts(texts)).unwrap();
    assert_eq!(found(editor.map(), "x"), []);
    assert_eq!(found(editor.map(), "yy").len(), 21);
    assert_eq!(editor.map().check().len(), map.check().len());
    let stages = |map: &Map, at: usize| Arc::clone(&map.stages[at]);
    assert!(Arc::ptr_eq(&stages(editor.map(), 1), &stages(&map, 1)));
    assert!(Arc::ptr_eq(&stages(editor.map(), 0).touchpoints[1], &stages(&map, 0).touchpoints[1]));
    assert_eq!(editor.history().depth(), 1);
    let label = editor.history().undo_label().unwrap().text(Texts(Language::English));
    assert_eq!(label, "replace words in 21 texts");
    editor.undo();
    assert_eq!(**editor.map(), *map);
}

struct Window {
    shell: Shell,
    editor: Editor,
    layouter: Layouter,
    look: Look,
}

impl Window {
    fn selected(&self) -> Option<Thing> {
        self.editor.primary()
    }
}

fn window(map: Map) -> Harness<'static, Window> {
    let editor = Editor::open(Arc::new(map), InFile::Yes, fastrand::Rng::with_seed(1));
    let shell = Shell::new(jiff::civil::date(2026, 11, 1));
    let state = Window { shell, editor, layouter: Layouter::new(), look: Look::default() };
    let mut window = Harness::builder()
        .with_size(vec2(1200.0, 800.0))
        .with_step_dt(1.0 / 60.0)
        .with_max_steps(64)
        .with_context_setup(|ctx| theme::install(ctx, Look::default().palette))
        .build_ui_state(
            |ui, window: &mut Window| {
                let Window { shell, editor, layouter, look } = window;
                let asked = shell_ui(ui, shell, Some(editor), "A map", layouter, *look);
                for command in asked.commands {
                    shell.canvas.finish_text(editor);
                    shell.canvas.carry_out(command, editor, layouter);
                }
            },
            state,
        );
    window.run();
    window
}

fn press(window: &mut Harness<'static, Window>, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run();
}

fn find(window: &mut Harness<'static, Window>, text: &str) {
    press(window, Modifiers::COMMAND, Key::F);
    window.event(egui::Event::Text(text.to_owned()));
    window.run();
}

fn touchpoint(name: &str) -> Option<Thing> {
    Some(Thing::Touchpoint(TouchpointId::parse(name).unwrap()))
}

#[test]
fn matches_are_counted_and_gone_through_by_keys_and_escape_keeps_the_selection() {
    let mut window = window(everywhere());
    find(&mut window, "x");
    window.get_by_label("1 of 21");
    window.get_by_label("Title of the map");
    press(&mut window, Modifiers::SHIFT, Key::F3);
    window.get_by_label("21 of 21");
    press(&mut window, Modifiers::NONE, Key::F3);
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.get_by_label("2 of 21");
    press(&mut window, Modifiers::SHIFT, Key::Enter);
    window.get_by_label("1 of 21");
    for _ in 1..14 {
        press(&mut window, Modifiers::NONE, Key::F3);
    }
    window.get_by_label("14 of 21");
    assert_eq!(window.state().selected(), touchpoint("one"));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.query_by_label("14 of 21").is_none(), "the bar is closed");
    assert_eq!(window.state().selected(), touchpoint("one"));
    assert!(window.get_by_role_and_label(Role::ListItem, "x").is_focused(), "the keyboard is on what was found");
    press(&mut window, Modifiers::NONE, Key::F3);
    window.get_by_label("15 of 21");
}

#[test]
fn a_channel_is_shown_by_the_touchpoints_that_run_through_it() {
    let mut map = everywhere();
    let phone = ChannelId::parse("phone").unwrap();
    map.channels.push(Arc::new(Channel { id: phone, name: "Phone".into(), icon: None }));
    let through = |map: &mut Map, at: usize| {
        let touchpoint = Arc::make_mut(&mut Arc::make_mut(&mut map.stages[0]).touchpoints[at]);
        touchpoint.channels.push(phone);
    };
    through(&mut map, 1);
    let place = TextPlace::ChannelName(phone);
    assert_eq!(place.things(&map), [Thing::Touchpoint(TouchpointId::parse("two").unwrap())]);
    let mut window = window(map.clone());
    find(&mut window, "phone");
    window.get_by_label("1 of 1");
    window.get_by_label("Channel of 1 touchpoint");
    assert_eq!(window.state().selected(), touchpoint("two"));
    through(&mut map, 0);
    assert_eq!(place.things(&map).len(), 2, "both get a frame");
}

#[test]
fn a_match_in_a_hidden_lane_is_said_and_can_be_shown() {
    let mut window = window(everywhere());
    find(&mut window, "x");
    for _ in 1..18 {
        press(&mut window, Modifiers::NONE, Key::F3);
    }
    window.get_by_label("Card, in the hidden lane “x”");
    assert_eq!(window.state().selected(), touchpoint("one"), "what is hidden is shown by its touchpoint");
    window.get_by_label("Show the lane").click();
    window.run();
    assert_eq!(window.state().selected(), Some(Thing::Card(CardId::parse("a").unwrap())));
    assert!(window.query_by_label("Show the lane").is_none());
}

#[test]
fn one_match_is_replaced_and_the_next_is_shown() {
    let mut window = window(everywhere());
    press(&mut window, Modifiers::COMMAND, Key::H);
    window.event(egui::Event::Text("x".to_owned()));
    window.run();
    press(&mut window, Modifiers::NONE, Key::Tab);
    assert!(
        window.get_by_role_and_label(Role::TextInput, "Replace with").is_focused(),
        "Tab goes on to what replaces it"
    );
    window.event(egui::Event::Text("xx".to_owned()));
    window.run();
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().editor.map().title, "xx");
    window.get_by_label("3 of 22");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().editor.map().description, "xx", "what was put there is not replaced again");
    assert_eq!(window.state().editor.history().depth(), 2);
}

#[test]
fn tab_goes_round_in_the_bar_and_passes_no_button_over_for_good() {
    let mut window = window(everywhere());
    press(&mut window, Modifiers::COMMAND, Key::H);
    window.event(egui::Event::Text("x".to_owned()));
    window.run();
    press(&mut window, Modifiers::NONE, Key::Tab);
    press(&mut window, Modifiers::SHIFT, Key::Tab);
    assert!(window.get_by_label("Close (Esc)").is_focused(), "backwards every button is passed");
    press(&mut window, Modifiers::NONE, Key::Tab);
    press(&mut window, Modifiers::NONE, Key::Tab);
    assert!(window.get_by_label("Replace").is_focused());
}

#[test]
fn all_matches_are_replaced_at_once() {
    let mut window = window(everywhere());
    press(&mut window, Modifiers::COMMAND, Key::H);
    window.event(egui::Event::Text("x".to_owned()));
    window.run();
    window.get_by_label("Replace all 21").click();
    window.run();
    window.get_by_label("21 replaced");
    assert_eq!(window.state().editor.history().depth(), 1);
    assert_eq!(window.state().editor.map().title, "");
}

/// 50 000 touchpoints: the first matches are there at once, the rest within a second of frames.
#[test]
fn a_large_map_is_searched_in_parts() {
    let mut rng = fastrand::Rng::with_seed(5);
    let mut map = Map::empty(&mut rng);
    let mut stage = Stage::new(StageId::random(&mut rng), "All");
    let name = |at: usize| format!("Điểm số {at}");
    stage.touchpoints =
        (0..50_000).map(|at| Arc::new(Touchpoint::new(TouchpointId::random(&mut rng), name(at)))).collect();
    map.stages = vec![Arc::new(stage)];
    let pattern = Pattern::new("diem so 4999", Accents::Ignored).unwrap();
    let mut finder = Finder::new(Arc::new(map), pattern, Texts(Language::English));
    let mut frames = 0;
    while !finder.is_done() {
        finder.read_on(2_000);
        frames += 1;
    }
    assert!((10..60).contains(&frames), "{frames} frames");
    // 4999 and 49990 to 49999.
    assert_eq!(finder.matches().len(), 11);
}

/// In windows of 1200 × 800, 1024 × 700 and 800 × 500 points (1600 × 1000 at 200 %).
#[test]
fn the_line_never_lies_on_the_match_that_it_shows() {
    let path = format!("{}/sample_maps/air_purifier.ron", env!("CARGO_MANIFEST_DIR"));
    let map = wayfarer::files::ron::parse(&std::fs::read(path).unwrap()).unwrap().map;
    for size in [(1200.0, 800.0), (1024.0, 700.0), (800.0, 500.0)] {
        for key in [Key::F, Key::H] {
            let mut window = window(map.clone());
            window.set_size(vec2(size.0, size.1));
            window.run();
            press(&mut window, Modifiers::COMMAND, key);
            // A card far down, a touchpoint near the top, a stage whose header stays at the top, where the line is;
            // before and after a second line is opened.
            for word in ["2 hour window", "Friend", "2 hour window", "Awareness"] {
                press(&mut window, Modifiers::COMMAND, key);
                window.event(egui::Event::Text(word.to_owned()));
                window.run();
                assert!(window.state().selected().is_some(), "{word}");
                assert_shown_clear(&mut window, (size, key, 0));
            }
            press(&mut window, Modifiers::COMMAND, Key::H);
            assert_shown_clear(&mut window, (size, key, 0));
            press(&mut window, Modifiers::COMMAND, key);
            window.event(egui::Event::Text("e".to_owned()));
            window.run();
            for at in 1..30 {
                assert_shown_clear(&mut window, (size, key, at));
                press(&mut window, Modifiers::NONE, Key::Enter);
            }
        }
    }
}

/// That the thing which holds the shown match stands under the line and above the tools.
fn assert_shown_clear(window: &mut Harness<'static, Window>, case: ((f32, f32), Key, usize)) {
    let lines = window.get_all_by_role(Role::TextInput).filter(|line| line.rect().max.x < case.0.0 - 328.0);
    // Under the last line stands, in small type, where the match is, or the line to replace with.
    let (lowest, count) = lines.fold((0.0, 0), |(low, count), line| (line.rect().max.y.max(low), count + 1));
    let bottom = if count == 1 { lowest + 26.0 } else { lowest };
    let tools = window.get_by_role_and_label(Role::RadioButton, "Select").rect().min.y;
    let Window { shell, editor, layouter, .. } = window.state_mut();
    let scene = layouter.layout(editor.shown(), &shell.canvas.view);
    let Some(rect) = editor.primary().and_then(|thing| scene.rect_of(thing)) else { return };
    let seen = shell.canvas.camera.screen_rect(rect);
    // What is higher than the room has its beginning in sight.
    let is_clear = seen.min.y >= bottom && (seen.max.y <= tools || seen.min.y < tools);
    assert!(is_clear, "{case:?}: {seen:?} between {bottom} and {tools}");
}
