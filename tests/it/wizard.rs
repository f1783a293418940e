//! The preview before a survey is attached, driven through its accessibility tree.

use egui::{accesskit::Role, vec2};
use egui_kittest::{Harness, kittest::Queryable};
use std::{fmt::Write as _, ops::ControlFlow, sync::Arc};
use wayfarer::{
    map::{AnswerScale, Direction, Map, Metric, Stage, StageId, Touchpoint, TouchpointId, Wave},
    scene::Palette,
    survey::{Plan, Target, UnknownNames, read},
    texts::{Language, Texts},
    ui::{
        Look,
        survey_wizard::{SurveyWizard, WizardAnswer, wizard_ui},
        theme,
    },
};

struct Page {
    wizard: SurveyWizard,
    map: Map,
    answer: WizardAnswer,
    look: Look,
}

fn map() -> Map {
    let touchpoint = |id: &str, name: &str| Arc::new(Touchpoint::new(TouchpointId::parse(id).unwrap(), name));
    let mut map = Map::empty(&mut fastrand::Rng::with_seed(3));
    let touchpoints =
        vec![touchpoint("chat", "Live chat"), touchpoint("del", "Delivery"), touchpoint("call", "Hotline")];
    map.stages = vec![Arc::new(Stage { touchpoints, ..Stage::new(StageId::parse("s").unwrap(), "Purchase") })];
    map
}

/// 60 rows: a satisfaction with the delivery, an effort question, a recommendation without a 0, a group, an address.
fn wide() -> String {
    let mut text = format!("{SATISFIED},{EFFORT},{RECOMMEND},Bought in,Email\n");
    for at in 0..60 {
        let satisfied = if at == 7 { String::new() } else { (1 + at % 5).to_string() };
        let shop = if at % 3 == 0 { "shop" } else { "web" };
        writeln!(text, "{satisfied},{},{},{shop},a{at}@example.org", 1 + at % 7, 1 + at % 10).unwrap();
    }
    text
}

/// A row per answer; "Parcel shop" is no touchpoint of the map.
fn long() -> String {
    let mut text = "Touchpoint,NPS\n".to_owned();
    for at in 0..40 {
        let name = ["Delivery", "Parcel shop"][at % 2];
        writeln!(text, "{name},{}", at % 11).unwrap();
    }
    text
}

fn harness(text: &str, language: Language, size: egui::Vec2) -> Harness<'static, Page> {
    let table = read("october_wave.csv", text.as_bytes(), &mut |_| ControlFlow::Continue(())).unwrap();
    let inspection = wayfarer::survey::inspect(&table);
    let map = map();
    let wizard = SurveyWizard::new("october_wave.csv".into(), (Arc::new(table), inspection), &map);
    let look = Look { texts: Texts(language), palette: Palette::Light, ..Look::default() };
    let page = Page { wizard, map, answer: WizardAnswer::Open, look };
    Harness::builder()
        .with_size(size)
        .with_step_dt(1.0 / 60.0)
        .with_max_steps(64)
        .with_context_setup(|ctx| theme::install(ctx, Palette::Light))
        .build_ui_state(
            |ui, page: &mut Page| {
                let answer = wizard_ui(ui, &mut page.wizard, &page.map, page.look);
                if answer != WizardAnswer::Open {
                    page.answer = answer;
                }
            },
            page,
        )
}

fn english(text: &str) -> Harness<'static, Page> {
    let mut harness = harness(text, Language::English, vec2(1400.0, 860.0));
    harness.run();
    harness
}

/// Opens a drop-down by its name and chooses a line.
fn choose(harness: &mut Harness<'_, Page>, drop_down: &str, line: &str) {
    harness.get_by_role_and_label(Role::ComboBox, drop_down).click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, line).click();
    harness.run();
}

fn press(harness: &mut Harness<'_, Page>, button: &str) {
    harness.get_by_role_and_label(Role::Button, button).click();
    harness.run();
}

fn attached(harness: &mut Harness<'_, Page>) -> Plan {
    press(harness, "Attach");
    match &harness.state().answer {
        WizardAnswer::Attach(plan) => plan.clone(),
        other => panic!("not attached: {other:?}"),
    }
}

const SATISFIED: &str = "How satisfied were you with the delivery?";
const EFFORT: &str = "How much effort did you have to put in?";
const RECOMMEND: &str = "How likely are you to recommend us?";

#[test]
fn what_is_corrected_is_what_is_attached() {
    let mut harness = english(&wide());
    choose(&mut harness, &format!("{EFFORT}: taken as"), "CES 1–7, 1 is easy");
    choose(&mut harness, &format!("{EFFORT}: touchpoint"), "Hotline");
    choose(&mut harness, &format!("{RECOMMEND}: taken as"), "not used");
    harness.get_by_label("Wave").focus();
    harness.run();
    harness.get_by_label("Wave").type_text("Oct 2026");
    harness.get_by_label("Date").focus();
    harness.run();
    harness.get_by_label("Date").type_text("2026-10-31");
    harness.run();
    let plan = attached(&mut harness);
    let scored: Vec<_> = plan.scores.iter().map(|score| (score.metric, score.scale, score.target.clone())).collect();
    let to = |id: &str| Target::Touchpoint(TouchpointId::parse(id).unwrap());
    let effort = AnswerScale { low: 1, high: 7, direction: Direction::LowIsGood };
    assert_eq!(scored, [(Metric::Csat, Metric::Csat.usual_scale(), to("del")), (Metric::Ces, effort, to("call")),]);
    assert_eq!(plan.wave, Wave { name: "Oct 2026".into(), date: Some(jiff::civil::date(2026, 10, 31)) });
    assert_eq!(plan.segment_column.map(|column| column.number()), Some(4));
}

#[test]
fn an_uncertain_guess_is_asked_about_before_anything_is_attached() {
    let mut harness = english(&wide());
    harness.get_by_label("Answer the questions above first.");
    press(&mut harness, "Attach");
    assert_eq!(harness.state().answer, WizardAnswer::Open);
    press(&mut harness, &format!("{EFFORT}: 7 is much effort"));
    press(&mut harness, &format!("{RECOMMEND}: 1 to 10, keep apart"));
    let plan = attached(&mut harness);
    assert_eq!(plan.scores[1].scale.direction, Direction::LowIsGood);
    assert_eq!((plan.scores[2].scale.low, plan.scores[2].scale.high), (1, 10));
}

#[test]
fn answers_are_counted_with_the_reason_for_those_that_are_not() {
    let harness = english(&wide());
    // 60 rows, one of them blank: 59 answers; at = 7 is left out of 1 + at % 5 = 3, of which there are 11 then.
    harness.get_by_label("59");
    harness.get_by_label("1 blank");
    harness.get_by_label(&format!("Answers to {SATISFIED}: 1: 12, 2: 12, 3: 11, 4: 12, 5: 12"));
    harness.get_by_label("personal, never read");
    assert!(harness.query_by_role_and_label(Role::ComboBox, "Email: taken as").is_none());
}

#[test]
fn counts_follow_the_scale() {
    let mut harness = english(&wide());
    choose(&mut harness, &format!("{RECOMMEND}: taken as"), "CSAT 1–5");
    // The answers run from 1 to 10, 6 of each: 30 lie on the scale and 30 outside it.
    harness.get_by_label("30 outside the scale");
}

#[test]
fn names_the_map_does_not_know_are_listed_and_can_become_touchpoints() {
    let mut harness = english(&long());
    harness.get_by_label("The map has no such touchpoint: Parcel shop (20)");
    harness.get_by_label("20");
    harness.get_by_role_and_label(Role::CheckBox, "Make touchpoints of them").click();
    harness.run();
    harness.get_by_label("The map has no such touchpoint: Parcel shop (20)");
    assert_eq!(harness.query_all_by_label("40").count(), 2, "both columns count every row now");
    let plan = attached(&mut harness);
    assert_eq!(plan.unknown_names, UnknownNames::Add);
    assert_eq!(plan.touchpoint_column.map(|column| column.number()), Some(1));
    assert_eq!(plan.scores[0].target, Target::FromColumn);
}

#[test]
fn without_a_column_of_names_the_answers_belong_to_the_journey() {
    let mut harness = english(&long());
    choose(&mut harness, "Touchpoint: taken as", "not used");
    assert_eq!(attached(&mut harness).scores[0].target, Target::WholeJourney);
}

#[test]
fn a_file_without_a_score_says_what_to_do() {
    let mut harness = english(&long());
    choose(&mut harness, "NPS: taken as", "not used");
    harness.get_by_label_contains("No column is scored");
    press(&mut harness, "Attach");
    assert_eq!(harness.state().answer, WizardAnswer::Open);
    press(&mut harness, "Cancel");
    assert_eq!(harness.state().answer, WizardAnswer::Cancel);
}

#[test]
fn a_date_that_is_none_is_refused() {
    let mut harness = english(&long());
    harness.get_by_label("Date").focus();
    harness.run();
    harness.get_by_label("Date").type_text("October 2026");
    harness.run();
    harness.get_by_label_contains("Write the date as year-month-day");
    press(&mut harness, "Attach");
    assert_eq!(harness.state().answer, WizardAnswer::Open);
}

#[test]
fn both_languages_and_a_small_window_show_every_letter() {
    for language in Language::ALL {
        for text in [wide(), long()] {
            let mut harness = harness(&text, language, vec2(1024.0, 656.0));
            harness.run();
            let attach = Texts(language).wizard_attach();
            let button = harness.get_by_role_and_label(Role::Button, attach).rect();
            assert!(button.bottom() < 656.0 && button.right() < 1024.0);
        }
    }
}
