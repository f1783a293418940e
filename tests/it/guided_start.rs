//! The guided start: what is typed becomes a map, at whatever step it is left; and its page, driven through its
//! accessibility tree and by keys.

use egui::{Event, Key, Modifiers, accesskit::Role, vec2};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use fastrand::Rng;
use std::sync::Arc;
use wayfarer::{
    editor::{DigitalStage, Editor, GuideQuestion, GuidedStart, GuidedStep, InFile},
    map::Map,
    scene::{Layouter, Palette, View},
    texts::{Language, Texts},
    ui::{
        Look,
        guided_start::{GuideAnswer, GuidePage, guided_start_ui},
        theme,
    },
};

fn guide() -> GuidedStart {
    GuidedStart::new(Rng::with_seed(2))
}

/// The map that a guide makes: each stage with its touchpoints.
fn made(guide: &GuidedStart, language: Language) -> Vec<String> {
    let empty = Arc::new(Map::empty(&mut Rng::with_seed(1)));
    let map = match guide.edit(&empty, Texts(language)) {
        Some(edit) => edit.apply(&empty).unwrap(),
        None => empty,
    };
    assert_eq!(map.check(), []);
    told(&map)
}

fn told(map: &Map) -> Vec<String> {
    let names = |stage: &Arc<wayfarer::map::Stage>| {
        let touchpoints: Vec<&str> = stage.touchpoints.iter().map(|touchpoint| touchpoint.name.as_str()).collect();
        format!("{}: {}", stage.name, touchpoints.join(", "))
    };
    map.stages.iter().map(names).collect()
}

fn typed(guide: &mut GuidedStart, question: GuideQuestion, lines: &[&str]) {
    for line in lines {
        let last = guide.lines(question).len() - 1;
        guide.set_text(question, last, line);
    }
}

fn texts_of(guide: &GuidedStart, question: GuideQuestion) -> Vec<&str> {
    guide.lines(question).iter().map(wayfarer::editor::AnswerLine::text).collect()
}

#[test]
fn answers_become_touchpoints_of_the_stages_in_which_something_happens() {
    let mut guide = guide();
    typed(&mut guide, GuideQuestion::Answer, &["Google", "Hotline"]);
    typed(&mut guide, GuideQuestion::Discover, &["A friend"]);
    typed(&mut guide, GuideQuestion::Decide, &["  Reviews  ", "reviews", " "]);
    let english = ["Awareness: A friend", "Discovery: Google", "Evaluation: Reviews", "Support: Hotline"];
    assert_eq!(made(&guide, Language::English), english);
    assert_eq!(made(&guide, Language::Vietnamese)[1], "Khám phá: Google");
}

#[test]
fn a_person_moves_a_line_and_the_choice_outlives_what_is_typed_after_it() {
    let mut guide = guide();
    typed(&mut guide, GuideQuestion::Answer, &["Google"]);
    guide.shift_stage(GuideQuestion::Answer, 0, 2);
    guide.set_text(GuideQuestion::Answer, 0, "Google reviews");
    assert_eq!(made(&guide, Language::English), ["Purchase: Google reviews"]);
    guide.shift_stage(GuideQuestion::Answer, 0, -9);
    assert_eq!(made(&guide, Language::English), ["Awareness: Google reviews"]);
    guide.set_stage(GuideQuestion::Answer, 0, DigitalStage::Repurchase);
    guide.shift_stage(GuideQuestion::Answer, 0, 1);
    assert_eq!(made(&guide, Language::English), ["Re-purchase: Google reviews"]);
}

#[test]
fn there_is_always_an_empty_line_to_type_into_and_never_two() {
    let mut guide = guide();
    let question = GuideQuestion::Decide;
    assert_eq!(guide.next_line(question, 0), 0);
    assert_eq!(guide.paste(question, 0, "one\r\n\n two \nthree"), 2);
    assert_eq!(texts_of(&guide, question), ["one", "two", "three", ""]);
    assert_eq!(guide.next_line(question, 0), 1);
    assert_eq!(guide.next_line(question, 0), 1, "the empty one is there already");
    assert_eq!(texts_of(&guide, question), ["one", "", "two", "three", ""]);
    guide.remove_line(question, 1);
    guide.remove_line(question, 3);
    guide.remove_line(question, 9);
    assert_eq!(texts_of(&guide, question), ["one", "two", "three", ""]);
    guide.set_text(question, 3, "a\tb\u{1b}");
    assert_eq!(texts_of(&guide, question), ["one", "two", "three", "ab", ""]);
}

#[test]
fn a_guide_in_which_nothing_was_typed_makes_nothing() {
    let mut guide = guide();
    let empty = Map::empty(&mut Rng::with_seed(1));
    guide.traveller = "  ".into();
    assert!(!guide.has_content() && guide.edit(&empty, Texts::default()).is_none());
    guide.traveller = "Lan".into();
    assert!(guide.has_content() && guide.edit(&empty, Texts::default()).is_some());
}

/// The page over an editor, without the window around it.
struct Page {
    page: GuidePage,
    editor: Editor,
    layouter: Layouter,
    answer: GuideAnswer,
    look: Look,
}

fn page(language: Language, size: egui::Vec2) -> Harness<'static, Page> {
    let mut rng = Rng::with_seed(7);
    let editor = Editor::open(Arc::new(Map::empty(&mut rng)), InFile::No, rng.clone());
    let look = Look { texts: Texts(language), palette: Palette::Light, ..Look::default() };
    let page = GuidePage::new(GuidedStart::new(rng));
    let state = Page { page, editor, layouter: Layouter::new(), answer: GuideAnswer::Open, look };
    let builder = Harness::builder().with_size(size).with_step_dt(1.0 / 60.0).with_max_steps(64);
    let mut harness = builder.with_context_setup(|ctx| theme::install(ctx, Palette::Light)).build_ui_state(
        |ui, state: &mut Page| {
            let Page { page, editor, layouter, look, .. } = state;
            if state.answer == GuideAnswer::Open {
                page.hear_keys(ui.ctx());
                state.answer = guided_start_ui(ui, page, editor, (layouter, &View::default()), *look);
            }
        },
        state,
    );
    harness.run();
    harness
}

fn english() -> Harness<'static, Page> {
    page(Language::English, vec2(1300.0, 800.0))
}

fn write(harness: &mut Harness<'_, Page>, text: &str) {
    harness.event(Event::Text(text.into()));
    harness.run();
}

fn press(harness: &mut Harness<'_, Page>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run();
}

fn enter(harness: &mut Harness<'_, Page>, text: &str) {
    write(harness, text);
    press(harness, Modifiers::NONE, Key::Enter);
}

fn step(harness: &Harness<'_, Page>) -> GuidedStep {
    harness.state().page.guide.step
}

fn shown(harness: &Harness<'_, Page>) -> Vec<String> {
    told(harness.state().editor.shown())
}

#[test]
fn the_whole_guide_is_gone_through_by_keyboard() {
    let mut guide = english();
    enter(&mut guide, "Lan, 34");
    enter(&mut guide, "Wants clean air");
    assert_eq!(step(&guide), GuidedStep::Question(GuideQuestion::Answer));
    enter(&mut guide, "Google");
    enter(&mut guide, "Warranty card");
    assert_eq!(shown(&guide), ["Discovery: Google", "Support: Warranty card"]);
    // Enter in the empty line goes on; so do Ctrl+Enter and Page down.
    press(&mut guide, Modifiers::NONE, Key::Enter);
    assert_eq!(step(&guide), GuidedStep::Question(GuideQuestion::Discover));
    write(&mut guide, "A friend");
    press(&mut guide, Modifiers::COMMAND, Key::Enter);
    assert_eq!(step(&guide), GuidedStep::Question(GuideQuestion::Decide));
    write(&mut guide, "Price");
    press(&mut guide, Modifiers::NONE, Key::PageDown);
    enter(&mut guide, "Newsletter");
    // After the last question one Enter too many only goes to the button.
    press(&mut guide, Modifiers::NONE, Key::Enter);
    assert_eq!(guide.state().answer, GuideAnswer::Open);
    assert!(guide.get_by_role_and_label(Role::Button, "Make the map").is_focused());
    press(&mut guide, Modifiers::NONE, Key::Enter);
    assert_eq!(guide.state().answer, GuideAnswer::Done);
    let state = guide.state();
    let expected = [
        "Awareness: A friend",
        "Discovery: Google",
        "Evaluation: Price",
        "Support: Warranty card",
        "Re-purchase: Newsletter",
    ];
    assert_eq!(told(state.editor.shown()), expected);
    let persona = &state.editor.shown().personas[0];
    assert_eq!((persona.name.as_str(), persona.description.as_str()), ("Lan, 34", "Wants clean air"));
    assert!(state.editor.history().undoable().is_none(), "it is a preview until the guide is left");
}

#[test]
fn page_up_goes_back_and_what_was_typed_is_still_there() {
    let mut guide = english();
    press(&mut guide, Modifiers::NONE, Key::PageUp);
    assert_eq!(step(&guide), GuidedStep::Traveller);
    press(&mut guide, Modifiers::NONE, Key::PageDown);
    write(&mut guide, "Google");
    press(&mut guide, Modifiers::NONE, Key::PageDown);
    press(&mut guide, Modifiers::NONE, Key::PageUp);
    assert_eq!(guide.get_by_label("Answer 1").value().as_deref(), Some("Google"));
    assert!(guide.get_by_label("Answer 1").is_focused());
}

#[test]
fn arrows_walk_over_the_lines_and_move_their_stages() {
    let mut guide = english();
    press(&mut guide, Modifiers::NONE, Key::PageDown);
    enter(&mut guide, "Google");
    write(&mut guide, "A friend");
    press(&mut guide, Modifiers::NONE, Key::ArrowUp);
    assert!(guide.get_by_label("Answer 1").is_focused());
    press(&mut guide, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(shown(&guide), ["Discovery: A friend", "Evaluation: Google"]);
    press(&mut guide, Modifiers::NONE, Key::ArrowDown);
    press(&mut guide, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(shown(&guide), ["Awareness: A friend", "Evaluation: Google"]);
    // Backspace takes an empty line away, and goes on in the one before.
    press(&mut guide, Modifiers::NONE, Key::ArrowDown);
    press(&mut guide, Modifiers::NONE, Key::Backspace);
    assert!(guide.get_by_label("Answer 2").is_focused());
}

#[test]
fn a_line_is_moved_by_a_click_by_digits_and_by_a_screen_reader() {
    let mut guide = english();
    press(&mut guide, Modifiers::NONE, Key::PageDown);
    write(&mut guide, "Google");
    let strip = guide.get_by_role_and_label(Role::Slider, "Stage of “Google”");
    assert_eq!(strip.accesskit_node().value().as_deref(), Some("Discovery"));
    let rect = strip.rect();
    // The fifth of seven dots.
    let dot = egui::pos2(egui::lerp(rect.x_range(), 4.5 / 7.0), rect.center().y);
    guide.hover_at(dot);
    guide.run();
    guide.drag_at(dot);
    guide.drop_at(dot);
    guide.run();
    assert_eq!(shown(&guide), ["Sharing the experience: Google"]);
    press(&mut guide, Modifiers::NONE, Key::Num1);
    assert_eq!(shown(&guide), ["Awareness: Google"]);
    press(&mut guide, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(shown(&guide), ["Discovery: Google"]);
    guide.get_by_label("Stage of “Google”").click_accesskit();
    guide.run();
    guide.get_by_label("Remove “Google”").click();
    guide.run();
    assert_eq!(shown(&guide), [""; 0]);
}

#[test]
fn several_lines_that_are_pasted_become_answers() {
    let mut guide = english();
    press(&mut guide, Modifiers::NONE, Key::PageDown);
    guide.event(Event::Paste("Google\nHotline\n\nA colleague\n".into()));
    guide.run();
    assert_eq!(shown(&guide), ["Discovery: Google, A colleague", "Support: Hotline"]);
    assert!(guide.get_by_label("Answer 3").is_focused());
}

#[test]
fn esc_asks_nothing_and_loses_nothing() {
    let mut guide = english();
    write(&mut guide, "Lan");
    press(&mut guide, Modifiers::NONE, Key::PageDown);
    write(&mut guide, "Google");
    press(&mut guide, Modifiers::NONE, Key::Escape);
    assert_eq!(guide.state().answer, GuideAnswer::Done);
    assert_eq!(shown(&guide), ["Discovery: Google"]);
    assert_eq!(guide.state().editor.shown().personas[0].name, "Lan");
}

#[test]
fn an_input_methods_composition_becomes_an_answer_once() {
    let mut guide = page(Language::Vietnamese, vec2(1300.0, 800.0));
    press(&mut guide, Modifiers::NONE, Key::PageDown);
    guide.event(Event::Ime(egui::ImeEvent::Preedit { text: "ban".into(), active_range_chars: None }));
    guide.run();
    guide.event(Event::Ime(egui::ImeEvent::Commit("bạn bè".into())));
    guide.run();
    assert_eq!(shown(&guide), ["Khám phá: bạn bè"]);
}

#[test]
fn both_languages_and_the_smallest_window_show_question_answers_and_buttons() {
    for language in Language::ALL {
        let texts = Texts(language);
        let mut guide = page(language, vec2(880.0, 516.0));
        for _ in GuidedStep::ALL.iter().skip(1) {
            press(&mut guide, Modifiers::NONE, Key::PageDown);
            enter(&mut guide, "Google");
            let field = guide.get_by_label(&texts.guide_line(2)).rect();
            let back = guide.get_by_label(texts.guide_back()).rect();
            assert!(field.bottom() < back.top() && back.bottom() < 516.0, "{field} {back}");
        }
        let button = guide.get_by_label(texts.guide_finish()).rect();
        assert!(button.right() < 880.0);
    }
}

#[test]
fn the_button_that_goes_on_tells_its_keys() {
    let mut guide = page(Language::English, vec2(880.0, 516.0));
    guide.get_by_role_and_label(Role::Button, "Next").hover();
    guide.run_steps(60);
    assert!(guide.query_by_label("Ctrl+Enter, PageDown").is_some(), "both ways to the next question");
}
