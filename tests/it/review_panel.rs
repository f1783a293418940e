//! The review panel, driven through its accessibility tree.

use egui::{Key, Modifiers, accesskit::Role, vec2};
use egui_kittest::{
    Harness,
    kittest::{NodeT, Queryable},
};
use jiff::civil::date;
use std::sync::Arc;
use wayfarer::{
    editor::{Editor, InFile},
    map::{Curve, Feeling, Map, Metric, Persona, PersonaId, Question, QuestionId, Score, Stage, StageId, Survey},
    map::{SurveyId, SurveyResult, Thing, Touchpoint, TouchpointId, Wave},
    scene::{Layouter, Palette, PersonaChoice, View},
    texts::{Language, Texts},
    ui::{
        Look,
        review_panel::{ReviewPanel, review_panel_ui},
        shell::{Shell, shell_ui},
        theme,
    },
};

struct Desk {
    panel: ReviewPanel,
    editor: Editor,
    hovered: Option<Thing>,
    view: View,
    look: Look,
}

fn id(name: &str) -> TouchpointId {
    TouchpointId::parse(name).unwrap()
}

/// Two personas, two stages, eight touchpoints; Lan's curve has a gap at the chat, Minh enters late.
fn map() -> Map {
    let names = ["friend", "advert", "page", "chat", "checkout", "delivery", "hotline", "filter"];
    let lan = [Some(55), Some(22), Some(43), None, Some(-35), Some(-72), Some(8), Some(68)];
    let minh = [None, None, Some(-10), Some(20), Some(30), Some(10), Some(-45), Some(-45)];
    let expected = [40, 30, 50, 60, 55, 45, 35, 40];
    let personas = ["lan", "minh"].map(|name| PersonaId::parse(name).unwrap());
    let touchpoint = |at: usize| {
        let mut touchpoint = Touchpoint::new(id(names[at]), names[at]);
        for (persona, actual) in personas.into_iter().zip([lan[at], minh[at]]) {
            let actual = actual.and_then(Score::new);
            let expected = Score::new(expected[at]);
            touchpoint.feelings.insert(persona, Feeling { actual, expected, ..Feeling::default() });
        }
        Arc::new(touchpoint)
    };
    let stage = |name: &str, reach, touchpoints| {
        Arc::new(Stage {
            reach: Some(reach),
            touchpoints,
            ..Stage::new(StageId::parse(&name.to_lowercase()).unwrap(), name)
        })
    };
    let mut map = Map::empty(&mut fastrand::Rng::with_seed(3));
    map.review_date = Some(date(2026, 11, 1));
    map.personas =
        vec![Arc::new(Persona::new(personas[0], "Lan, 34")), Arc::new(Persona::new(personas[1], "Minh, 51"))];
    map.stages = vec![
        stage("Discovery", 12_400, (0..4).map(touchpoint).collect()),
        stage("Purchase", 1_240, (4..8).map(touchpoint).collect()),
    ];
    map.surveys = vec![Arc::new(survey())];
    map
}

/// The handbook's 25 promoters, 40 passives and 35 detractors at the delivery: −10 with −9.71 ± 14.80.
fn survey() -> Survey {
    let question = QuestionId::parse("q").unwrap();
    Survey {
        id: SurveyId::parse("s").unwrap(),
        source: "wave.csv".into(),
        sha256: "0".repeat(64),
        wave: Wave::default(),
        segment_by: String::new(),
        rows: 100,
        questions: vec![Question {
            id: question,
            text: "?".into(),
            metric: Metric::Nps,
            scale: Metric::Nps.usual_scale(),
        }],
        results: vec![Arc::new(SurveyResult {
            touchpoint: Some(id("delivery")),
            question,
            segment: None,
            answers: [(9, 25), (7, 40), (3, 35)].into(),
            not_counted: [].into(),
        })],
    }
}

fn harness(map: Map, language: Language, width: f32) -> Harness<'static, Desk> {
    let texts = Texts(language);
    let desk = Desk {
        panel: ReviewPanel::new(date(2026, 11, 22)),
        editor: Editor::open(Arc::new(map), InFile::Yes, fastrand::Rng::with_seed(5)),
        hovered: None,
        view: View { texts, ..View::default() },
        look: Look { texts, palette: Palette::Light, ..Look::default() },
    };
    Harness::builder()
        .with_size(vec2(width, 560.0))
        .with_step_dt(1.0 / 60.0)
        .with_max_steps(64)
        .with_context_setup(|ctx| theme::install(ctx, Palette::Light))
        .build_ui_state(
            |ui, desk: &mut Desk| {
                let Desk { panel, editor, hovered, view, look } = desk;
                review_panel_ui(ui, panel, editor, (hovered, view), *look);
            },
            desk,
        )
}

fn english() -> Harness<'static, Desk> {
    harness(map(), Language::English, 1300.0)
}

fn harness_all() -> Harness<'static, Desk> {
    let mut harness = harness(map(), Language::Vietnamese, 1000.0);
    harness.state_mut().view.persona = PersonaChoice::All;
    harness.state_mut().editor.select([Thing::Touchpoint(id("page"))]);
    harness
}

#[test]
fn the_list_names_peak_pit_end_mean_and_where_the_survey_says_otherwise() {
    let mut harness = english();
    harness.run();
    harness.get_by_role_and_label(Role::ListItem, "Peak: filter: +68");
    harness.get_by_role_and_label(Role::ListItem, "Pit: delivery: −72");
    // (55 + 22 + 43 − 35 − 72 + 8 + 68) / 7 = 12.7; (40 + 30 + 50 + 60 + 55 + 45 + 35 + 40) / 8 = 44.4
    harness.get_by_label("Mean: +13, expected +44");
    harness.get_by_role_and_label(Role::ListItem, "Largest gap: delivery: 117 points");
    harness.get_by_role_and_label(Role::ListItem, "No score: chat");
    harness.get_by_label_contains("believed −72, measured −10 (−25 to +5)");
    // Which number is which is said in the line itself, not on hover alone.
    harness.get_by_role_and_label(Role::ListItem, "delivery: believed −72, measured −10");
}

#[test]
fn the_list_shows_whole_lines_only() {
    // 560 points less the window's margins are no multiple of a line's 24.
    let mut harness = english();
    harness.run();
    let lines: Vec<_> = harness.get_all_by_role(Role::ListItem).map(|node| node.rect()).collect();
    let last = lines.iter().map(|rect| rect.max.y).fold(0.0, f32::max);
    assert!(lines.iter().all(|rect| (rect.height() - 24.0).abs() < 0.1), "{lines:?}");
    // The list begins at 8 and has 22 whole lines; one more, out of sight, is there for the keyboard to go on to.
    assert!(last > 8.0 + 21.0 * 24.0 && last <= 8.0 + 23.0 * 24.0, "the last line ends at {last}");
}

#[test]
fn the_chart_says_what_it_shows() {
    let mut harness = english();
    harness.run();
    let chart = harness.get_by_role(Role::GraphicsDocument);
    let label = chart.accesskit_node().label().unwrap();
    assert!(label.contains("Lan, 34: peak +68 at filter, pit −72 at delivery, end +68 at filter, mean +13"), "{label}");
    assert!(
        label.contains("Minh, 51: peak +30 at checkout, pit −45 at hotline, end −45 at filter, mean −7"),
        "{label}"
    );
}

#[test]
fn a_line_of_the_list_selects_its_touchpoint_and_lights_it_up() {
    let mut harness = english();
    harness.run();
    harness.get_by_label("Pit: delivery: −72").hover();
    harness.run();
    assert_eq!(harness.state().hovered, Some(Thing::Touchpoint(id("delivery"))));
    harness.get_by_label("Pit: delivery: −72").click();
    harness.run();
    assert_eq!(harness.state().editor.selection(), [Thing::Touchpoint(id("delivery"))]);
}

#[test]
fn the_chart_is_hovered_clicked_and_walked() {
    let mut harness = english();
    harness.run();
    let rect = harness.get_by_role(Role::GraphicsDocument).rect();
    // Eight columns: the sixth is the delivery, its middle at 11/16 of the width. Lan's −72 lies near the bottom.
    let column = rect.left() + rect.width() * 11.0 / 16.0;
    harness.hover_at(egui::pos2(column, rect.top() + 4.0));
    harness.run();
    assert_eq!(harness.state().hovered, Some(Thing::Touchpoint(id("delivery"))));
    let low = rect.bottom() - rect.height() * (106.0 - 72.0) / 212.0;
    harness.hover_at(egui::pos2(column, low));
    harness.run();
    let face = Thing::Face(id("delivery"), PersonaId::parse("lan").unwrap(), Curve::Actual);
    assert_eq!(harness.state().hovered, Some(face));
    harness.get_by_role(Role::GraphicsDocument).focus();
    harness.run();
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert_eq!(harness.state().editor.selection(), [Thing::Touchpoint(id("friend"))]);
    harness.key_press_modifiers(Modifiers::NONE, Key::ArrowRight);
    harness.run();
    assert_eq!(harness.state().editor.selection(), [Thing::Touchpoint(id("advert"))]);
}

#[test]
fn the_pointer_takes_its_light_along_but_leaves_that_of_the_canvas() {
    let mut harness = english();
    harness.state_mut().hovered = Some(Thing::Touchpoint(id("page")));
    harness.run();
    assert_eq!(harness.state().hovered, Some(Thing::Touchpoint(id("page"))));
    harness.get_by_label("Pit: delivery: −72").hover();
    harness.run();
    harness.hover_at(egui::pos2(1.0, 1.0));
    harness.run();
    assert_eq!(harness.state().hovered, None);
}

#[test]
fn both_languages_show_every_letter_and_a_new_map_is_read_anew() {
    let mut harness = harness_all();
    harness.run();
    harness.get_by_label("Đáy: delivery: −72");
    let map = Map::empty(&mut fastrand::Rng::with_seed(1));
    harness.state_mut().editor = Editor::open(Arc::new(map), InFile::Yes, fastrand::Rng::with_seed(5));
    harness.run();
    harness.get_by_label_contains("Chưa có gì để đánh giá");
}

/// Everything written, as it is painted.
fn painted(harness: &Harness<'static, Desk>) -> Vec<String> {
    fn add(shape: &egui::Shape, texts: &mut Vec<String>) {
        match shape {
            egui::Shape::Text(text) => {
                let rows = text.galley.rows.iter().map(|row| row.text());
                texts.push(rows.collect::<Vec<_>>().join(" "));
            }
            egui::Shape::Vec(shapes) => shapes.iter().for_each(|shape| add(shape, texts)),
            _ => {}
        }
    }
    let mut texts = Vec::new();
    harness.output().shapes.iter().for_each(|clipped| add(&clipped.shape, &mut texts));
    texts
}

#[test]
fn a_word_that_is_wider_than_its_column_ends_in_an_ellipsis_and_is_not_broken() {
    let mut map = map();
    for stage in &mut map.stages {
        for touchpoint in &mut Arc::make_mut(stage).touchpoints {
            Arc::make_mut(touchpoint).name = "Friend's recommendationletters".into();
        }
    }
    // The second word is wider than a column.
    let mut harness = harness(map, Language::English, 980.0);
    harness.run();
    let painted = painted(&harness);
    let cut: Vec<&String> = painted.iter().filter(|text| text.starts_with("Friend's r")).collect();
    assert!(cut.iter().filter(|text| text.ends_with('…')).count() >= 8, "{cut:?}");
    assert!(cut.iter().all(|text| text.split(' ').count() == 2), "{cut:?}");
}

/// Twenty touchpoints with long names: none is cut under the chart; they have numbers there, and in the list beside it.
#[test]
fn many_touchpoints_are_named_by_numbers_that_the_list_has_too() {
    let mut map = map();
    let stage = Arc::make_mut(&mut map.stages[0]);
    for at in stage.touchpoints.len()..20 {
        let mut touchpoint = (*stage.touchpoints[0]).clone();
        (touchpoint.id, touchpoint.name) =
            (id(&format!("x{at}")), format!("Answers the {at}th question of the adviser"));
        stage.touchpoints.push(Arc::new(touchpoint));
    }
    let count = map.touchpoint_count();
    let mut harness = harness(map, Language::English, 1300.0);
    harness.run();
    let texts = painted(&harness);
    for number in (1..=count).map(|number| number.to_string()) {
        assert!(texts.contains(&number), "{number} is missing: {texts:?}");
    }
    let at = harness.state().editor.map().touchpoints().nth(9).unwrap().id;
    harness.state_mut().hovered = Some(Thing::Touchpoint(at));
    harness.run();
    let texts = painted(&harness);
    assert!(texts.iter().any(|text| text == "10  Answers the 9th question of the adviser"), "{texts:?}");
}

/// One sign for a persona everywhere: where names begin alike, chart and list say the numbers of the faces.
#[test]
fn the_signs_of_personas_are_those_at_their_faces() {
    let mut map = map();
    for persona in &mut map.personas {
        Arc::make_mut(persona).name = "Lan".into();
    }
    let letters: Vec<String> = wayfarer::scene::persona_letters(&map).iter().map(ToString::to_string).collect();
    assert_eq!(letters, ["1", "2"]);
    let mut harness = harness(map, Language::English, 1300.0);
    harness.state_mut().view.persona = PersonaChoice::All;
    harness.run();
    let texts = painted(&harness);
    for sign in letters {
        // In the legend, at least, and before the names of its moments.
        assert!(texts.contains(&sign) && texts.iter().any(|text| text.starts_with(&format!("{sign}: "))), "{texts:?}");
    }
}

#[test]
fn thousands_of_touchpoints_and_a_panel_without_room_are_no_trouble() {
    let mut map = map();
    let stage = Arc::make_mut(&mut map.stages[0]);
    for at in 0..5_000 {
        let mut touchpoint = (*stage.touchpoints[at % 4]).clone();
        touchpoint.id = id(&format!("x{at}"));
        stage.touchpoints.push(Arc::new(touchpoint));
    }
    for width in [1300.0, 300.0, 40.0] {
        let mut harness = harness(map.clone(), Language::English, width);
        harness.run();
        assert!(harness.query_by_label("Pit: delivery: −72").is_some(), "{width}");
    }
}

#[test]
fn a_click_on_what_is_still_a_guess_selects_it_and_shows_whose_it_is() {
    let mut harness = english();
    harness.run();
    let minh = PersonaId::parse("minh").unwrap();
    // The list names Lan's guesses first, then Minh's; the canvas shows Lan.
    harness.get_all_by_label_contains("Still a guess").last().unwrap().click();
    harness.run();
    let selection = harness.state().editor.selection().to_vec();
    assert!(!selection.is_empty());
    assert!(selection.iter().all(|thing| matches!(thing, Thing::Face(_, whose, Curve::Actual) if *whose == minh)));
    assert_eq!(harness.state().view.persona, PersonaChoice::One(minh));
}

#[test]
fn the_panel_of_an_empty_map_has_its_height_for_what_comes() {
    let map = Map::empty(&mut fastrand::Rng::with_seed(1));
    let editor = Editor::open(Arc::new(map), InFile::Yes, fastrand::Rng::with_seed(5));
    let mut shell = Shell::new(date(2026, 11, 22));
    shell.panels.review = true;
    let mut harness = Harness::builder()
        .with_size(vec2(1200.0, 800.0))
        .with_context_setup(|ctx| theme::install(ctx, Palette::Light))
        .build_ui_state(
            |ui, (shell, editor): &mut (Shell, Editor)| {
                shell_ui(ui, shell, Some(editor), "A map", &mut Layouter::new(), Look::default());
            },
            (shell, editor),
        );
    harness.run();
    // Eleven lines of 24 points with 20 of air.
    let height = 800.0 - harness.state().0.canvas.camera.viewport.max.y;
    assert!(height >= 11.0 * 24.0 + 20.0, "{height}");
}

#[test]
fn the_panel_comes_and_goes_without_a_jump_of_the_map() {
    let editor = Editor::open(Arc::new(map()), InFile::Yes, fastrand::Rng::with_seed(5));
    let mut harness = Harness::builder()
        .with_size(vec2(1200.0, 800.0))
        .with_context_setup(|ctx| theme::install(ctx, Palette::Light))
        .build_ui_state(
            |ui, (shell, editor): &mut (Shell, Editor)| {
                shell_ui(ui, shell, Some(editor), "A map", &mut Layouter::new(), Look::default());
            },
            (Shell::new(date(2026, 11, 22)), editor),
        );
    harness.run_steps(8);
    let before = harness.state().0.canvas.camera;
    for (review, inspector) in [(true, true), (true, false), (false, true)] {
        harness.state_mut().0.panels.review = review;
        harness.state_mut().0.panels.inspector = inspector;
        harness.run_steps(8);
        let camera = harness.state().0.canvas.camera;
        assert_eq!(camera.zoom, before.zoom);
        assert_eq!(review, camera.viewport.height() < before.viewport.height() - 100.0);
        let off = camera.visible().center().y - before.visible().center().y;
        assert!(off.abs() < 0.01, "what was in the middle is there: {off}");
        assert_eq!(camera.corner.x, before.corner.x);
    }
    let after = harness.state().0.canvas.camera;
    assert!((after.corner - before.corner).hypot() < 0.01 && after.viewport == before.viewport);
}
