//! What small and low windows, and large interfaces, do with their room: nothing leaves the window or lies on something
//! else, and what is worked on has the most of it.

use crate::whole_window::{Whole, air_purifier, whole};
use egui::{Rect, Shape, Vec2, accesskit::Role, vec2};
use egui_kittest::kittest::Queryable as _;
use std::{ops::ControlFlow, sync::Arc};
use wayfarer::{
    editor::{Editor, GuideQuestion, GuidedStart, GuidedStep, InFile},
    map::{Map, Thing},
    scene::View,
    texts::{Language, Texts},
    ui::{
        Look, emotion_wheel, guided_start::GuidePage, map_cards::MapCard, menu_bar, shell::Shell,
        survey_wizard::SurveyWizard, template_gallery::Gallery,
    },
};

const TITLE: &str = "How people come to an air purifier";
/// Windows in points; the last one is a laptop's 1366 × 768 at 200 %.
const SIZES: [Vec2; 5] =
    [vec2(800.0, 500.0), vec2(800.0, 600.0), vec2(1024.0, 700.0), vec2(1440.0, 900.0), vec2(683.0, 384.0)];

fn window(map: Map, language: Language, size: Vec2, set: impl Fn(&mut Shell, &mut Editor)) -> Whole {
    let look = Look { texts: Texts(language), ..Look::default() };
    let mut window = whole((map, InFile::No), size, look, |desk| set(&mut desk.shell, &mut desk.editor));
    window.run();
    window
}

/// Every window in every language.
fn everywhere(check: impl Fn(Language, Vec2, &str)) {
    for language in Language::ALL {
        for size in SIZES {
            check(language, size, &format!("{language:?} {} × {}", size.x, size.y));
        }
    }
}

/// They are in the window, and apart.
fn check_apart(size: Vec2, parts: &[Rect], place: &str) {
    let whole = Rect::from_min_size(egui::Pos2::ZERO, size);
    for (at, part) in parts.iter().enumerate() {
        assert!(whole.contains_rect(*part), "{place}: {at}, {part}, is out of the window");
        for other in &parts[at + 1..] {
            assert!(!part.shrink(0.5).intersects(*other), "{place}: {at}, {part}, lies on {other}");
        }
    }
}

#[test]
fn the_guided_start_gives_its_map_what_the_answers_leave() {
    let question = GuideQuestion::Answer;
    everywhere(|language, size, place| {
        let texts = Texts(language);
        for (step, lines) in
            [(GuidedStep::Traveller, 1), (GuidedStep::Question(question), 1), (GuidedStep::Question(question), 12)]
        {
            let shown = window(Map::empty(&mut fastrand::Rng::with_seed(1)), language, size, |shell, _| {
                let mut guide = GuidedStart::new(fastrand::Rng::with_seed(1));
                guide.step = step;
                guide.paste(question, 0, &(0..lines).map(|at| format!("Answer {at}\n")).collect::<String>());
                shell.guide = Some(GuidePage::new(guide));
            });
            let mut parts = vec![shown.get_by_role_and_label(Role::Button, texts.guide_next()).rect()];
            let field = if step == GuidedStep::Traveller { texts.guide_name().to_owned() } else { texts.guide_line(1) };
            parts.push(shown.get_by_role_and_label(Role::TextInput, &field).rect());
            let picture = shown.query_all_by_role(Role::Image).next().map(|node| node.rect());
            parts.extend(picture);
            check_apart(size, &parts, place);
            let field =
                if step == GuidedStep::Traveller { texts.guide_about().to_owned() } else { texts.guide_line(2) };
            let last = shown.get_by_role_and_label(Role::TextInput, &field).rect();
            if lines == 1 && size.y >= 500.0 {
                let picture = picture.unwrap();
                assert!((0.0..40.0).contains(&(picture.top() - last.bottom())), "{place}: {picture} below {last}");
                assert!((0.0..40.0).contains(&(parts[0].top() - picture.bottom())), "{place}: {picture}");
            }
        }
    });
}

#[test]
fn the_survey_preview_keeps_its_main_choices_in_view() {
    let path = format!("{}/sample_maps/air_purifier_2026_10.csv", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(path).unwrap();
    everywhere(|language, size, place| {
        let map = air_purifier();
        let shown = window(map.clone(), language, size, |shell, _| {
            let table = wayfarer::survey::read("october.csv", &bytes, &mut |_| ControlFlow::Continue(())).unwrap();
            let inspection = wayfarer::survey::inspect(&table);
            shell.wizard = Some(SurveyWizard::new("october.csv".into(), (Arc::new(table), inspection), &map));
        });
        let texts = Texts(language);
        let of = |role, name: &str| shown.get_by_role_and_label(role, name).rect();
        let parts = [
            of(Role::TextInput, texts.wizard_wave()),
            of(Role::TextInput, texts.wizard_date()),
            of(Role::ComboBox, texts.wizard_side_by_side()),
            of(Role::Button, texts.wizard_attach()),
            of(Role::Button, texts.wizard_cancel()),
            of(Role::Label, texts.wizard_note()),
            of(Role::Label, texts.wizard_answers()),
            of(Role::ComboBox, &texts.wizard_taken_as_of("Answer")),
            of(Role::ComboBox, &texts.wizard_taken_as_of("Day")),
        ];
        check_apart(size, &parts, place);
    });
}

#[test]
fn the_review_leaves_the_map_more_than_half() {
    everywhere(|language, size, place| {
        let mut shown = window(air_purifier(), language, size, |shell, _| shell.panels.review = true);
        let check = |shown: &Whole| {
            let view = shown.state().shell.canvas.camera.viewport;
            // Without the 8 points that the harness leaves around.
            assert!(view.height() >= (size.y - 16.0 - menu_bar::HEIGHT) / 2.0 - 1.0, "{place}: {view}");
        };
        check(&shown);
        if size == vec2(1024.0, 700.0) {
            let room = shown.state().shell.canvas.camera.room();
            assert!(room.height() >= 300.0, "{place}: {room}");
        }
        // A panel that was high in a high window does not keep its height in a low one.
        shown.set_size(vec2(size.x, 1200.0));
        shown.run();
        shown.set_size(size);
        shown.run();
        shown.run();
        check(&shown);
    });
}

#[test]
fn the_title_stands_between_the_menus_and_the_buttons() {
    everywhere(|language, size, place| {
        let shown = window(air_purifier(), language, size, |_, _| {});
        let texts = Texts(language);
        let parts = [
            shown.get_by_role_and_label(Role::Label, TITLE).rect(),
            shown.get_by_role_and_label(Role::Button, texts.menu_help()).rect(),
            shown.get_by_role_and_label(Role::Button, texts.menu_export()).rect(),
        ];
        check_apart(size, &parts, place);
        assert!(parts[0].width() >= 60.0, "{place}: {}", parts[0]);
    });
}

/// Where the words of the wheel are painted.
fn painted_words(shown: &Whole, texts: Texts) -> Vec<Rect> {
    fn add(shape: &Shape, words: &[&str], found: &mut Vec<Rect>) {
        match shape {
            Shape::Text(text) if words.contains(&text.galley.text()) => found.push(text.visual_bounding_rect()),
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| add(shape, words, found)),
            _ => {}
        }
    }
    let words = emotion_wheel::words(texts);
    let words: Vec<&str> = words.iter().flatten().map(|word| word.text).collect();
    let mut found = Vec::new();
    for clipped in &shown.output().shapes {
        add(&clipped.shape, &words, &mut found);
    }
    found
}

#[test]
fn the_emotion_wheel_is_wholly_in_the_window_and_its_words_lie_apart() {
    everywhere(|language, size, place| {
        let mut map = air_purifier();
        // The wheel's own words, not those on the map.
        for stage in &mut map.stages {
            for touchpoint in &mut Arc::make_mut(stage).touchpoints {
                Arc::make_mut(touchpoint).feelings.clear();
            }
        }
        let mut shown = window(map, language, size, |_, editor| {
            let first = editor.map().touchpoints().next().unwrap().id;
            editor.select([Thing::Touchpoint(first)]);
        });
        let name = Texts(language).wheel_open();
        shown.get_by_role_and_label(Role::Button, name).scroll_to_me();
        shown.run();
        shown.run();
        shown.get_by_role_and_label(Role::Button, name).click();
        shown.run();
        shown.run();
        let words = painted_words(&shown, Texts(language));
        assert_eq!(words.len(), emotion_wheel::FEELINGS * emotion_wheel::STRENGTHS, "{place}");
        check_apart(size, &words, place);
        let wheel = shown.get_by_role_and_label(Role::Group, Texts(language).wheel_title()).rect();
        check_apart(size, &[wheel], place);
    });
}

#[test]
fn the_gallery_shows_several_templates_whole() {
    everywhere(|language, size, place| {
        let cards: Vec<MapCard> = wayfarer::app::templates::ALL
            .iter()
            .map(|template| {
                let map = Arc::new(template.read(language).unwrap());
                let scene = Some(wayfarer::scene::layout(&map, &View::default()));
                MapCard { title: map.title.clone(), note: String::new(), scene }
            })
            .collect();
        let names: Vec<String> = cards.iter().map(|card| format!("{}, ", card.title)).collect();
        let shown = window(air_purifier(), language, size, |shell, _| {
            shell.start.templates.clone_from(&cards);
            shell.gallery = Some(Gallery::Opened);
        });
        let cancel = shown.get_by_role_and_label(Role::Button, Texts(language).ask_cancel()).rect();
        let rects = names.iter().filter_map(|name| shown.query_by_role_and_label(Role::Button, name));
        let whole: Vec<Rect> = rects.map(|node| node.rect()).filter(|rect| rect.bottom() < cancel.top()).collect();
        let wanted = if size.y < 500.0 { 2 } else { 4 };
        assert!(whole.len() >= wanted, "{place}: {whole:?} above {cancel}");
        check_apart(size, &[whole, vec![cancel]].concat(), place);
    });
}
