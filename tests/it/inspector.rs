//! The inspector under the hand: fields, sliders, chips and lists change the map, each with one step of the history.

mod several;

use egui::{Key, Modifiers, Role as NodeRole};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use jiff::civil::date;
use std::{collections::BTreeMap, sync::Arc};
use wayfarer::{
    editor::{Edit, Editor, ImagePlace, InFile},
    map::*,
    scene::{Palette, View},
    texts::{Language, Texts},
    ui::{
        Command, Look,
        inspector::{Inspector, WIDTH, inspector_ui},
        theme,
    },
};

struct Panel {
    editor: Editor,
    inspector: Inspector,
    view: View,
    look: Look,
}

type Window = Harness<'static, Panel>;

macro_rules! ids {
    ($($name:ident: $kind:ident = $text:literal;)*) => {$(
        fn $name() -> $kind { $kind::parse($text).unwrap() }
    )*};
}

ids! {
    stage_id: StageId = "buying";
    next_stage_id: StageId = "owning";
    delivery: TouchpointId = "delivery";
    hotline: TouchpointId = "hotline";
    lan: PersonaId = "lan";
    minh: PersonaId = "minh";
    courier: ChannelId = "courier";
    phone: ChannelId = "phone";
    pains: LaneId = "pains";
    chances: LaneId = "chances";
    pain_card: CardId = "late";
    task_card: CardId = "text";
    again: LinkId = "again";
    june: SurveyId = "june";
    october: SurveyId = "october";
}

fn lane(id: &str, kind: LaneKind) -> Arc<Lane> {
    Arc::new(Lane::new(LaneId::parse(id).unwrap(), kind))
}

fn survey(id: SurveyId, wave: &str, month: i8, answers: &[(i32, u64)]) -> Arc<Survey> {
    let question = QuestionId::parse(&format!("q{id}")).unwrap();
    let asked = Question {
        id: question,
        text: "How likely are you to recommend us?".into(),
        metric: Metric::Nps,
        scale: Metric::Nps.usual_scale(),
    };
    let result = SurveyResult {
        touchpoint: Some(delivery()),
        question,
        segment: None,
        answers: answers.iter().copied().collect(),
        not_counted: BTreeMap::from([(NotCounted::Blank, 12)]),
    };
    Arc::new(Survey {
        id,
        source: format!("{wave}.csv"),
        sha256: "ab".repeat(32),
        wave: Wave { name: wave.into(), date: Some(date(2026, month, 1)) },
        segment_by: String::new(),
        rows: 12_400,
        questions: vec![asked],
        results: vec![Arc::new(result)],
    })
}

fn touchpoints() -> Vec<Arc<Touchpoint>> {
    let mut first = Touchpoint::new(delivery(), "Delivery");
    first.description = "The courier brings the parcel and sets it down at the door.".into();
    first.channels = vec![courier()];
    first.control = Control::Partner;
    let feeling =
        Feeling { expected: Score::new(45), actual: Score::new(-72), word: "worried".into(), ..Feeling::default() };
    first.feelings = BTreeMap::from([(lan(), feeling)]);
    first.cards = BTreeMap::from([
        (pains(), vec![Arc::new(Card::new(pain_card(), "Two days late, nobody calls"))]),
        (chances(), vec![Arc::new(Card::new(task_card(), "Text message with a 2 hour window"))]),
    ]);
    vec![Arc::new(first), Arc::new(Touchpoint::new(hotline(), "Call to hotline"))]
}

fn map() -> Map {
    let mut map = Map::empty(&mut fastrand::Rng::with_seed(1));
    map.title = "Air purifier".into();
    map.personas =
        vec![Arc::new(Persona::new(lan(), "Lan, 34, new parent")), Arc::new(Persona::new(minh(), "Minh, 61"))];
    map.channels =
        [(courier(), "Courier"), (phone(), "Phone")].map(|(id, name)| Arc::new(Channel::new(id, name))).to_vec();
    map.lanes = vec![
        lane("points", LaneKind::Touchpoints),
        lane("emotion", LaneKind::Emotion),
        lane("pains", LaneKind::PainPoints),
        lane("chances", LaneKind::Opportunities),
    ];
    let buying = Stage { touchpoints: touchpoints(), reach: Some(12_400), ..Stage::new(stage_id(), "Buying") };
    let owning = Stage { reach: Some(5_310), ..Stage::new(next_stage_id(), "Owning") };
    map.stages = vec![Arc::new(buying), Arc::new(owning)];
    let label = "buys again".to_owned();
    let kind = LinkKind::Loop;
    map.links = vec![Arc::new(Link { id: again(), from: hotline(), to: delivery(), kind, label, share: None })];
    // 200 promoters, 200 passives, 100 detractors, then 100, 200, 200
    map.surveys = vec![
        survey(june(), "June", 6, &[(10, 200), (7, 200), (3, 100)]),
        survey(october(), "October", 10, &[(9, 100), (8, 200), (0, 200)]),
    ];
    map
}

/// The panel with `things` selected.
fn window_in(language: Language, things: &[Thing]) -> Window {
    let mut editor = Editor::open(Arc::new(map()), InFile::Yes, fastrand::Rng::with_seed(2));
    editor.select(things.iter().copied());
    let look = Look { texts: Texts(language), palette: Palette::Light, ..Look::default() };
    let panel = Panel { editor, inspector: Inspector::default(), view: View::default(), look };
    let mut window = Harness::builder()
        .with_size(egui::vec2(WIDTH + 16.0, 2400.0))
        .with_step_dt(1.0 / 60.0)
        .with_max_steps(32)
        .with_context_setup(|ctx| theme::install(ctx, Palette::Light))
        .build_ui_state(
            |ui, panel: &mut Panel| {
                inspector_ui(ui, &mut panel.inspector, &mut panel.editor, &mut panel.view, panel.look);
            },
            panel,
        );
    window.run();
    window
}

fn window(thing: Thing) -> Window {
    window_in(Language::English, &[thing])
}

fn shown(window: &Window) -> Arc<Map> {
    Arc::clone(window.state().editor.shown())
}

fn kept(window: &Window) -> Arc<Map> {
    Arc::clone(window.state().editor.map())
}

fn steps(window: &Window) -> usize {
    window.state().editor.unsaved_steps()
}

/// Writes into a field as a person would: over what stood there.
fn type_over(window: &mut Window, role: NodeRole, name: &str, text: &str) {
    window.get_by_role_and_label(role, name).focus();
    window.run();
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run();
    if text.is_empty() {
        window.key_press(Key::Backspace);
    } else {
        window.event(egui::Event::Text(text.into()));
    }
    window.run();
}

fn fill(window: &mut Window, role: NodeRole, name: &str, text: &str) {
    type_over(window, role, name, text);
    window.key_press(Key::Enter);
    window.run();
}

fn click(window: &mut Window, name: &str) {
    window.get_by_label(name).click();
    window.run();
}

/// Chooses in a drop-down.
fn choose(window: &mut Window, name: &str, option: &str) {
    window.get_by_role_and_label(NodeRole::ComboBox, name).click();
    window.run();
    window.get_all_by_label(option).last().unwrap().click();
    window.run();
}

/// The one change is one step, and undo gives the first map back.
fn one_step(window: &mut Window) {
    assert_eq!(steps(window), 1);
    window.state_mut().editor.undo();
    assert_eq!(**window.state().editor.map(), map());
}

const LINE: NodeRole = NodeRole::TextInput;
const TEXT: NodeRole = NodeRole::MultilineTextInput;

#[test]
fn a_name_is_shown_while_it_is_typed_and_kept_as_one_step() {
    let mut window = window(Thing::Touchpoint(delivery()));
    type_over(&mut window, TEXT, "Name", "Giao hàng");
    assert_eq!(shown(&window).touchpoint(delivery()).unwrap().name, "Giao hàng");
    assert_eq!(kept(&window).touchpoint(delivery()).unwrap().name, "Delivery");
    window.event(egui::Event::Text(" tận nhà".into()));
    window.run();
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(kept(&window).touchpoint(delivery()).unwrap().name, "Giao hàng tận nhà");
    one_step(&mut window);
}

#[test]
fn escape_brings_the_old_text_back() {
    let mut window = window(Thing::Touchpoint(delivery()));
    type_over(&mut window, TEXT, "In a word", "furious");
    window.key_press(Key::Escape);
    window.run();
    assert_eq!(**window.state().editor.shown(), map());
    assert_eq!(steps(&window), 0);
}

#[test]
fn what_was_typed_is_kept_when_something_else_is_selected() {
    let mut window = window(Thing::Touchpoint(delivery()));
    type_over(&mut window, TEXT, "Name", "Parcel");
    window.state_mut().editor.select([Thing::Stage(stage_id())]);
    window.run();
    assert_eq!(kept(&window).touchpoint(delivery()).unwrap().name, "Parcel");
    assert_eq!(steps(&window), 1);
}

#[test]
fn keys_move_a_score_and_delete_makes_a_gap() {
    let actual = |window: &Window| kept(window).touchpoint(delivery()).unwrap().score(lan(), Curve::Actual);
    let mut window = window(Thing::Touchpoint(delivery()));
    window.get_by_role_and_label(NodeRole::Slider, "Actual").focus();
    window.run();
    window.key_press(Key::ArrowRight);
    window.run();
    assert_eq!(actual(&window), Score::new(-71));
    window.key_press_modifiers(Modifiers::SHIFT, Key::ArrowUp);
    window.run();
    assert_eq!(actual(&window), Score::new(-61));
    window.key_press(Key::Num4);
    window.run();
    assert_eq!(actual(&window), Some(EmotionScale::KEY_SCORES[3]));
    window.key_press(Key::Delete);
    window.run();
    assert_eq!(actual(&window), None);
    assert_eq!(steps(&window), 4);
    assert_eq!(window.get_by_role_and_label(NodeRole::Slider, "Actual").value().as_deref(), Some("no score"));
}

#[test]
fn a_drag_of_the_knob_follows_at_once_and_is_one_step() {
    let actual = |map: &Map| map.touchpoint(delivery()).unwrap().score(lan(), Curve::Actual).unwrap().value();
    let mut window = window(Thing::Touchpoint(delivery()));
    let slider = window.get_by_role_and_label(NodeRole::Slider, "Actual").rect();
    window.hover_at(slider.center());
    window.drag_at(slider.center());
    window.run();
    for share in [0.6, 0.7, 0.8] {
        window.hover_at(egui::pos2(egui::lerp(slider.x_range(), share), slider.center().y));
        window.run();
    }
    assert!((50..=70).contains(&actual(&shown(&window))), "{}", actual(&shown(&window)));
    assert_eq!(actual(&kept(&window)), -72);
    window.drop_at(egui::pos2(egui::lerp(slider.x_range(), 0.8), slider.center().y));
    window.run();
    assert!((50..=70).contains(&actual(&kept(&window))));
    one_step(&mut window);
}

#[test]
fn escape_ends_a_drag_of_the_knob() {
    let mut window = window(Thing::Touchpoint(delivery()));
    let slider = window.get_by_role_and_label(NodeRole::Slider, "Expected").rect();
    window.hover_at(slider.center());
    window.drag_at(slider.center());
    window.hover_at(slider.center() + egui::vec2(30.0, 0.0));
    window.run();
    window.key_press(Key::Escape);
    window.run();
    window.hover_at(slider.center() + egui::vec2(40.0, 0.0));
    window.drop_at(slider.center() + egui::vec2(40.0, 0.0));
    window.run();
    assert_eq!(**window.state().editor.shown(), map());
    assert_eq!(steps(&window), 0);
}

#[test]
fn a_screen_reader_reads_and_sets_a_score() {
    let mut window = window(Thing::Touchpoint(delivery()));
    let slider = window.get_by_role_and_label(NodeRole::Slider, "Actual");
    assert_eq!(slider.value().as_deref(), Some("−72"));
    assert_eq!(slider.accesskit_node().numeric_value(), Some(-72.0));
    slider.set_value_accesskit(30.0);
    window.run();
    assert_eq!(kept(&window).touchpoint(delivery()).unwrap().score(lan(), Curve::Actual), Score::new(30));
    assert_eq!(steps(&window), 1);
}

// The list opens at "Guess", the weakest; below it stands "Observed".
#[test]
fn a_drop_down_opened_by_mouse_takes_the_keys_and_gives_them_back() {
    let mut window = window(Thing::Touchpoint(delivery()));
    window.get_by_role_and_label(NodeRole::ComboBox, "Evidence").click();
    window.run();
    for key in [Key::ArrowDown, Key::Enter] {
        window.key_press(key);
        window.run();
    }
    assert_eq!(kept(&window).touchpoint(delivery()).unwrap().feelings[&lan()].evidence, Evidence::Observed);
    assert_eq!(window.state().editor.selection(), [Thing::Touchpoint(delivery())]);
    assert!(window.query_by_label("Reported").is_none(), "the list is closed");
    assert!(window.get_by_role_and_label(NodeRole::ComboBox, "Evidence").is_focused());
    one_step(&mut window);
}

// The wheel opens at the word that is there, "worried"; one step clockwise stands "disappointed", one outward "in despair".
#[test]
fn a_word_is_picked_on_the_emotion_wheel_by_keys() {
    let mut window = window(Thing::Touchpoint(delivery()));
    click(&mut window, "Pick a word…");
    for key in [Key::ArrowRight, Key::ArrowUp, Key::Enter] {
        window.key_press(key);
        window.run();
    }
    let feeling = kept(&window).touchpoint(delivery()).unwrap().feelings[&lan()].clone();
    assert_eq!((feeling.word.as_str(), feeling.actual), ("in despair", Score::new(-72)), "the score is as it was");
    one_step(&mut window);
}

// A word without a score is not seen on the map: it brings the wheel's own, 60 for "happy".
#[test]
fn a_word_picked_where_there_is_no_score_brings_one() {
    let mut window = window(Thing::Touchpoint(hotline()));
    click(&mut window, "Pick a word…");
    click(&mut window, "happy");
    let feeling = kept(&window).touchpoint(hotline()).unwrap().feelings[&lan()].clone();
    assert_eq!((feeling.word.as_str(), feeling.actual), ("happy", Score::new(60)));
    one_step(&mut window);
}

#[test]
fn what_the_persona_skips_cannot_be_felt_until_it_comes_by_again() {
    let mut window = window(Thing::Touchpoint(hotline()));
    let is_off = |window: &Window, name: &str| {
        let nodes = window.get_all_by(|node| node.label().is_some_and(|label| label == name));
        nodes.into_iter().any(|node| node.accesskit_node().is_disabled())
    };
    assert!(!is_off(&window, "Actual") && !is_off(&window, "In a word"));
    click(&mut window, "Lan, 34, new parent does not come by here");
    for name in ["Expected", "Actual", "In a word", "Evidence"] {
        assert!(is_off(&window, name), "{name}");
    }
    let why = "Lan, 34, new parent does not come by here, so nothing can be felt here. What was set before is kept.";
    assert!(window.query_by_label(why).is_some());
    click(&mut window, "Come by here again");
    assert!(kept(&window).personas[0].path.is_whole());
    assert!(!is_off(&window, "Actual"));
}

#[test]
fn a_persona_skips_a_touchpoint_by_one_press() {
    let mut window = window(Thing::Touchpoint(hotline()));
    click(&mut window, "Lan, 34, new parent does not come by here");
    assert!(kept(&window).personas[0].path.skips.contains(&hotline()));
    one_step(&mut window);
}

#[test]
fn another_persona_can_be_chosen_for_the_sliders() {
    let mut window = window(Thing::Touchpoint(delivery()));
    choose(&mut window, "Persona", "Minh, 61");
    let slider = window.get_by_role_and_label(NodeRole::Slider, "Actual");
    slider.focus();
    window.run();
    window.key_press(Key::Num1);
    window.run();
    let map = kept(&window);
    let touchpoint = map.touchpoint(delivery()).unwrap();
    assert_eq!(touchpoint.score(minh(), Curve::Actual), Some(EmotionScale::KEY_SCORES[0]));
    assert_eq!(touchpoint.score(lan(), Curve::Actual), Score::new(-72));
}

#[test]
fn the_newest_wave_is_shown_with_its_interval_and_change() {
    let window = window(Thing::Touchpoint(delivery()));
    // domain handbook, section 5: P 200, passives 200, D 100 is 20 with 19.88 ± 6.54; with P and D exchanged it is
    // −20 with −19.88 ± 6.54, so −26 to −13.
    assert!(window.query_by_label("−20").is_some());
    assert!(window.query_by_label("95 % from −26 to −13").is_some());
    assert!(window.query_by_label("October, n 500").is_some());
    assert!(window.query_by_label("12 not counted: 12 blank").is_some());
    assert!(window.query_by_label("40 below June (from +20): a real change").is_some());
    assert!(window.query_by_label_contains("Answers: 0: 200, 1: 0").is_some());
}

#[test]
fn another_question_is_not_compared_and_the_panel_says_so() {
    let mut window = window(Thing::Touchpoint(delivery()));
    let mut other = Map::clone(&kept(&window));
    for survey in other.surveys.iter_mut().filter(|survey| survey.id == june()) {
        Arc::make_mut(survey).questions[0].text = "Would you come again?".into();
    }
    let mut editor = Editor::open(Arc::new(other), InFile::Yes, fastrand::Rng::with_seed(2));
    editor.select([Thing::Touchpoint(delivery())]);
    window.state_mut().editor = editor;
    window.run();
    assert!(window.query_by_label_contains("Not compared with June").is_some());
    assert!(window.query_by_label_contains("a real change").is_none());
}

#[test]
fn channels_are_chips_that_can_be_removed_picked_and_made() {
    let mut window = window(Thing::Touchpoint(delivery()));
    let channels = |window: &Window| kept(window).touchpoint(delivery()).unwrap().channels.clone();
    click(&mut window, "Add a channel");
    click(&mut window, "Phone");
    assert_eq!(channels(&window), [courier(), phone()]);
    click(&mut window, "Remove Courier");
    assert_eq!(channels(&window), [phone()]);
    click(&mut window, "Add a channel");
    window.get_by_role_and_label(LINE, "New channel").focus();
    window.run();
    window.event(egui::Event::Text("Zalo".into()));
    window.run();
    window.key_press(Key::Enter);
    window.run();
    let map = kept(&window);
    let made = map.channels.iter().find(|channel| channel.name == "Zalo").unwrap();
    assert_eq!(channels(&window), [phone(), made.id]);
    assert_eq!(steps(&window), 3);
    // The field waits for the next word; Enter in the empty one leaves the keyboard on the button.
    window.event(egui::Event::Text("Fax".into()));
    window.run();
    window.key_press(Key::Enter);
    window.run();
    assert_eq!((channels(&window).len(), steps(&window)), (3, 4));
    window.key_press(Key::Enter);
    window.run();
    assert!(window.query_by_label("New channel").is_none());
    assert!(window.get_by_label("Add a channel").is_focused());
}

#[test]
fn control_and_moment_of_truth_are_one_press_each() {
    let mut window = window(Thing::Touchpoint(delivery()));
    click(&mut window, "Outside");
    click(&mut window, "Moment of truth");
    let map = kept(&window);
    let touchpoint = map.touchpoint(delivery()).unwrap();
    assert_eq!((touchpoint.control, touchpoint.weight), (Control::Outside, Weight::MomentOfTruth));
    assert_eq!(steps(&window), 2);
}

#[test]
fn cards_are_edited_added_and_removed_in_their_lanes() {
    let mut window = window(Thing::Touchpoint(delivery()));
    click(&mut window, "Add a card to Pain points");
    assert_eq!(kept(&window).touchpoint(delivery()).unwrap().cards_in(pains()).len(), 2);
    window.event(egui::Event::Text("No parking".into()));
    window.run();
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(kept(&window).touchpoint(delivery()).unwrap().cards_in(pains())[1].text, "No parking");
    fill(&mut window, LINE, "Owner", "Logistics");
    fill(&mut window, LINE, "Due", "2027-01-15");
    choose(&mut window, "Status", "planned");
    let map = kept(&window);
    let (_, _, card) = map.card(task_card()).unwrap();
    let task = (card.owner.as_str(), card.due, card.status);
    assert_eq!(task, ("Logistics", Some(date(2027, 1, 15)), Some(Status::Planned)));
    assert_eq!(steps(&window), 5);
}

#[test]
fn a_wrong_date_says_so_and_keeps_the_old() {
    let mut window = window(Thing::Card(task_card()));
    fill(&mut window, LINE, "Due", "2027-02-28");
    fill(&mut window, LINE, "Due", "2027-02-31");
    let sentence = Texts::default().no_such_day();
    assert!(window.query_by_label(sentence).is_some());
    assert_eq!(shown(&window).card(task_card()).unwrap().2.due, Some(date(2027, 2, 28)));
    fill(&mut window, LINE, "Due", "");
    assert!(window.query_by_label(sentence).is_none());
    assert_eq!(kept(&window).card(task_card()).unwrap().2.due, None);
    assert_eq!(steps(&window), 2);
}

#[test]
fn a_date_that_cannot_be_read_is_still_there_after_a_look_elsewhere() {
    let mut window = window(Thing::Card(task_card()));
    fill(&mut window, LINE, "Due", "in March");
    let sentence = Texts::default().inspector_bad_date();
    for look_at in [Thing::Touchpoint(delivery()), Thing::Card(task_card())] {
        window.state_mut().editor.select([look_at]);
        window.run();
        window.run();
    }
    assert!(window.query_by_label(sentence).is_some());
    assert_eq!(window.get_by_role_and_label(LINE, "Due").value().as_deref(), Some("in March"));
    fill(&mut window, LINE, "Due", "1 . 3 . 2027");
    assert!(window.query_by_label(sentence).is_none());
    assert_eq!(kept(&window).card(task_card()).unwrap().2.due, Some(date(2027, 3, 1)));
    assert_eq!(steps(&window), 1);
}

#[test]
fn a_link_can_lead_elsewhere_and_bear_a_share() {
    let mut window = window(Thing::Link(again()));
    fill(&mut window, LINE, "Share", "31,5 %");
    fill(&mut window, TEXT, "Label", "comes back");
    choose(&mut window, "Kind", "Referral");
    let map = kept(&window);
    let link = map.link(again()).unwrap();
    assert_eq!((link.share, link.label.as_str(), link.kind), (Percent::new(31.5), "comes back", LinkKind::Referral));
    assert_eq!(steps(&window), 3);
    click(&mut window, "Delete connection");
    assert!(kept(&window).links.is_empty());
    assert!(window.query_by_label("Journey map").is_some());
}

#[test]
fn links_are_added_and_removed_at_a_touchpoint() {
    let mut window = window(Thing::Touchpoint(delivery()));
    click(&mut window, "Add a connection");
    let map = kept(&window);
    assert_eq!(map.links.len(), 2);
    assert_eq!((map.links[1].from, map.links[1].to), (delivery(), hotline()));
    window.get_all_by_label("Delete connection").last().unwrap().click();
    window.run();
    assert_eq!(kept(&window).links.len(), 1);
}

#[test]
fn a_stage_shows_how_many_come_through() {
    let mut window = window(Thing::Stage(next_stage_id()));
    // 5 310 of 12 400 is 42.8 %
    assert!(window.query_by_label("42.8\u{a0}% of those in Buying").is_some());
    fill(&mut window, LINE, "Reach", "6 200");
    assert!(window.query_by_label("50.0\u{a0}% of those in Buying").is_some());
    one_step(&mut window);
    window.run();
    fill(&mut window, LINE, "Reach", "many");
    assert_eq!(kept(&window).stage(next_stage_id()).unwrap().reach, Some(5_310));
    fill(&mut window, LINE, "Reach", "");
    fill(&mut window, TEXT, "Goal", "Fewer calls");
    click(&mut window, "Colour #a06789");
    let map = kept(&window);
    let stage = map.stage(next_stage_id()).unwrap();
    assert_eq!((stage.reach, stage.goal.as_str()), (None, "Fewer calls"));
    assert_eq!(stage.color, Rgb::parse("#a06789"));
    click(&mut window, "Automatic colour");
    assert_eq!(kept(&window).stage(next_stage_id()).unwrap().color, None);
    fill(&mut window, LINE, "Own colour", "#123456");
    assert_eq!(kept(&window).stage(next_stage_id()).unwrap().color, Some(Rgb(0x12, 0x34, 0x56)));
}

#[test]
fn personas_are_added_moved_hidden_and_removed() {
    let mut window = window_in(Language::English, &[]);
    click(&mut window, "Add a persona");
    assert_eq!(kept(&window).personas.len(), 3);
    fill(&mut window, TEXT, "Name", "Hoa");
    click(&mut window, "Move up");
    click(&mut window, "Hidden");
    let map = kept(&window);
    assert_eq!((map.personas[1].name.as_str(), map.personas[1].visibility), ("Hoa", Visibility::Hidden));
    click(&mut window, "Delete persona");
    assert_eq!(kept(&window).personas.len(), 2);
    assert_eq!(steps(&window), 5);
}

/// A picture of one pixel.
fn one_pixel() -> NewImage {
    let mut bytes = Vec::new();
    let encoder = image::codecs::png::PngEncoder::new(&mut bytes);
    image::ImageEncoder::write_image(encoder, &[9, 9, 9, 255], 1, 1, image::ExtendedColorType::Rgba8).unwrap();
    NewImage { name: "lan.png".into(), width: 1, height: 1, data: ImageBytes::new(bytes) }
}

#[test]
fn a_press_on_a_persona_in_the_list_shows_its_feelings() {
    let mut window = window_in(Language::English, &[]);
    click(&mut window, "Minh, 61");
    assert_eq!(window.state().view.persona, wayfarer::scene::PersonaChoice::One(minh()));
    // Where all are shown, they stay so.
    window.state_mut().view.persona = wayfarer::scene::PersonaChoice::All;
    window.state_mut().editor.select([]);
    window.run();
    click(&mut window, "Lan, 34, new parent");
    assert_eq!(window.state().view.persona, wayfarer::scene::PersonaChoice::All);
}

#[test]
fn a_persona_gets_a_portrait_that_is_described_replaced_and_removed() {
    let mut window = window(Thing::Persona(lan()));
    click(&mut window, "Portrait…");
    let asked = |window: &mut Window| std::mem::take(&mut window.state_mut().inspector.asked);
    assert_eq!(asked(&mut window), [Command::SetPortrait]);
    let place = ImagePlace::Thing(Thing::Persona(lan()));
    window.state_mut().editor.place_images(vec![one_pixel()], place).unwrap();
    window.run();
    window.get_by_role_and_label(NodeRole::Image, "lan.png");
    fill(&mut window, TEXT, "Description of the image", "Lan with her son");
    window.get_by_role_and_label(NodeRole::Image, "Lan with her son");
    click(&mut window, "Replace image…");
    assert_eq!(asked(&mut window), [Command::SetPortrait]);
    click(&mut window, "Remove image");
    assert_eq!((kept(&window).persona(lan()).unwrap().portrait, kept(&window).images.len()), (None, 0));
    assert_eq!(steps(&window), 3);
}

#[test]
fn the_last_persona_stays() {
    let mut window = window(Thing::Persona(minh()));
    click(&mut window, "Delete persona");
    window.state_mut().editor.select([Thing::Persona(lan())]);
    window.run();
    assert!(window.query_by_label("Delete persona").is_none());
    assert!(window.query_by_label("A map needs at least one persona, so this one stays.").is_some());
}

#[test]
fn lanes_are_added_moved_hidden_and_removed() {
    let mut window = window_in(Language::English, &[]);
    click(&mut window, "Add a lane");
    assert!(window.query_by_label("Emotion").is_some());
    click(&mut window, "Backstage");
    click(&mut window, "Move Backstage up");
    click(&mut window, "Hide Pain points");
    let map = kept(&window);
    let kinds: Vec<_> = map.lanes.iter().map(|lane| lane.kind).collect();
    use LaneKind::*;
    assert_eq!(kinds, [Touchpoints, Emotion, PainPoints, Backstage, Opportunities]);
    assert_eq!(map.lane(pains()).unwrap().visibility, Visibility::Hidden);
    click(&mut window, "Backstage");
    fill(&mut window, LINE, "Height", "120");
    click(&mut window, "Stage");
    let map = kept(&window);
    assert_eq!((map.lanes[3].height, map.lanes[3].spans), (Some(120), Spans::Stages));
    click(&mut window, "Delete lane");
    assert_eq!(kept(&window).lanes.len(), 4);
}

#[test]
fn channels_of_the_map_are_renamed_and_removed() {
    let mut window = window_in(Language::English, &[]);
    let field = window.get_all_by_role_and_label(LINE, "Channel name").next().unwrap();
    field.focus();
    window.run();
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.event(egui::Event::Text("Van".into()));
    window.run();
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(kept(&window).channel(courier()).unwrap().name, "Van");
    click(&mut window, "Remove Van");
    let map = kept(&window);
    assert!(map.touchpoint(delivery()).unwrap().channels.is_empty());
    assert_eq!(steps(&window), 2);
}

#[test]
fn the_map_has_a_date_a_limit_and_a_scale() {
    let mut window = window_in(Language::English, &[]);
    fill(&mut window, TEXT, "Title", "Máy lọc không khí");
    fill(&mut window, LINE, "Review on", "2027-03-01");
    fill(&mut window, LINE, "Anonymity limit", "10");
    click(&mut window, "5 bands");
    let map = kept(&window);
    assert_eq!((map.title.as_str(), map.review_date), ("Máy lọc không khí", Some(date(2027, 3, 1))));
    assert_eq!((map.anonymity_limit, &map.scale), (10, &EmotionScale::Five));
    assert_eq!(steps(&window), 4);
}

#[test]
fn own_bands_start_from_those_there_were() {
    let mut window = own_bands();
    let named = |name: &str, from| (name.to_owned(), from);
    assert_eq!(bands(&window), [named("negative", -100), named("neutral", -20), named("positive", 21)]);
    fill(&mut window, LINE, "Lowest score of positive", "30");
    fill(&mut window, LINE, "Lowest score of neutral", "30");
    assert!(window.query_by_label(Texts::default().inspector_bad_band()).is_some());
    click(&mut window, "Remove negative");
    click(&mut window, "Add a band");
    assert_eq!(bands(&window).len(), 3);
    // neutral now reaches from −100 to 29; the new band takes its upper half
    assert_eq!(bands(&window)[1], named("", -35));
    assert_eq!(steps(&window), 4);
    let before = bands(&window);
    click(&mut window, "3 bands");
    click(&mut window, "Own");
    assert_eq!(bands(&window), before, "a look at a built-in scale costs no name");
}

/// The window of a map whose scale is its own, which began as the built-in one of three bands.
fn own_bands() -> Window {
    let mut window = window_in(Language::English, &[]);
    click(&mut window, "Own");
    window
}

/// Name and lowest score of each band as the map holds them, from the lowest.
fn bands(window: &Window) -> Vec<(String, i64)> {
    let spans = kept(window).scale.bands().into_iter();
    let named = spans.map(|band| match band.name {
        BandName::Own(name) => (name, i64::from(band.low)),
        other => panic!("{other:?} is not the user's"),
    });
    named.collect()
}

#[test]
fn the_lowest_band_always_begins_at_the_lowest_score() {
    let mut window = own_bands();
    let from = |window: &Window, name: &str| {
        window.get_by_role_and_label(LINE, &format!("Lowest score of {name}")).value().unwrap_or_default()
    };
    fill(&mut window, LINE, "Lowest score of negative", "-50");
    assert_eq!(from(&window, "negative"), "−100");
    assert_eq!(steps(&window), 1, "nothing changed");
    fill(&mut window, LINE, "Lowest score of negative", "50");
    let named = |name: &str, from| (name.to_owned(), from);
    assert_eq!(bands(&window), [named("neutral", -100), named("positive", 21), named("negative", 50)]);
    assert_eq!((from(&window, "neutral"), from(&window, "negative")), ("−100".to_owned(), "50".to_owned()));
    assert_eq!(steps(&window), 2);
}

#[test]
fn a_half_typed_limit_leaves_no_trace() {
    let mut window = own_bands();
    let before = bands(&window);
    // With negative at 3, neutral is the lowest for a moment.
    type_over(&mut window, LINE, "Lowest score of negative", "3");
    assert_eq!(shown(&window).scale.bands()[0].name, BandName::Own("neutral".into()));
    fill(&mut window, LINE, "Lowest score of negative", "-50");
    assert_eq!(bands(&window), before);
}

#[test]
fn a_new_band_waits_for_its_name_and_tab_goes_on_to_its_number() {
    let mut window = own_bands();
    click(&mut window, "Add a band");
    window.run();
    let focused_names = |window: &Window| -> Vec<bool> {
        window.get_all_by_role_and_label(LINE, "Band name").map(|field| field.is_focused()).collect()
    };
    let is_at = |window: &Window, name: &str| window.get_by_role_and_label(LINE, name).is_focused();
    assert_eq!(focused_names(&window), [true, false, false, false], "the new band is the highest");
    window.event(egui::Event::Text("delighted".into()));
    window.run();
    window.key_press(Key::Tab);
    window.run();
    assert!(is_at(&window, "Lowest score of delighted"));
    window.key_press(Key::Tab);
    window.run();
    assert!(window.get_by_label("Remove delighted").is_focused());
    window.key_press(Key::Tab);
    window.run();
    assert_eq!(focused_names(&window), [false, true, false, false]);
    assert_eq!(bands(&window).last(), Some(&("delighted".to_owned(), 61)));
}

#[test]
fn a_survey_shows_its_source_and_its_wave_can_be_edited() {
    let mut window = window(Thing::Survey(june()));
    assert!(window.query_by_label("June.csv").is_some());
    assert!(window.query_by_label("Rows of answers: 12\u{202f}400").is_some());
    fill(&mut window, TEXT, "Wave", "Summer");
    fill(&mut window, LINE, "Date", "2026-07-01");
    let wave = kept(&window).survey(june()).unwrap().wave.clone();
    assert_eq!(wave, Wave { name: "Summer".into(), date: Some(date(2026, 7, 1)) });
    click(&mut window, "Delete survey");
    assert_eq!(kept(&window).surveys.len(), 1);
    assert_eq!(steps(&window), 3);
}

#[test]
fn several_things_share_what_they_can() {
    let both = [Thing::Touchpoint(delivery()), Thing::Touchpoint(hotline())];
    let mut window = window_in(Language::English, &both);
    assert!(window.query_by_label("2 things").is_some());
    click(&mut window, "Outside");
    assert!(kept(&window).touchpoints().all(|touchpoint| touchpoint.control == Control::Outside));
    one_step(&mut window);
    window.run();
    click(&mut window, "Delete 2 things");
    assert_eq!(kept(&window).touchpoint_count(), 0);
}

#[test]
fn a_press_on_a_name_selects_it() {
    let mut window = window_in(Language::English, &[]);
    click(&mut window, "Minh, 61");
    assert_eq!(window.state().editor.selection(), [Thing::Persona(minh())]);
    window.state_mut().editor.select([Thing::Stage(stage_id())]);
    window.run();
    click(&mut window, "Call to hotline");
    assert_eq!(window.state().editor.selection(), [Thing::Touchpoint(hotline())]);
}

/// egui_kittest fails on a widget without a name and on a letter that the fonts lack, wherever it settles.
#[test]
fn every_panel_is_legible_and_named_in_both_languages() {
    let things = [
        Thing::Stage(stage_id()),
        Thing::Touchpoint(delivery()),
        Thing::Face(delivery(), minh(), Curve::Actual),
        Thing::Card(pain_card()),
        Thing::Card(task_card()),
        Thing::Lane(chances()),
        Thing::Persona(lan()),
        Thing::Link(again()),
        Thing::Survey(october()),
    ];
    for language in Language::ALL {
        for selection in things.iter().map(std::slice::from_ref).chain([&[][..], &things[..]]) {
            let window = window_in(language, selection);
            let right = f64::from(WIDTH) + 8.0;
            let reach =
                |node: &egui_kittest::Node<'_>| node.accesskit_node().raw_bounds().map_or(0.0, |bounds| bounds.x1);
            let is_named = |node: &egui_kittest::Node<'_>| node.accesskit_node().label().is_some();
            let all = window.root().children_recursive();
            let wide = all.filter(is_named).filter(|node| reach(node) > right);
            let wide: Vec<_> = wide.map(|node| node.accesskit_node().label()).collect();
            assert!(wide.is_empty(), "{language:?} {selection:?}: {wide:?} stand out of the panel");
        }
    }
}

#[test]
fn while_the_structure_is_locked_stages_and_touchpoints_cannot_be_added_or_deleted() {
    for (thing, names) in [
        (Thing::Touchpoint(delivery()), &["Delete touchpoint"][..]),
        (Thing::Stage(stage_id()), &["Delete stage", "Add a touchpoint"][..]),
        (Thing::Card(pain_card()), &[][..]),
    ] {
        let mut window = window(thing);
        window.state_mut().editor.toggle_lock().unwrap();
        window.run();
        let before = kept(&window);
        for name in names {
            let button = window.get_by_role_and_label(NodeRole::Button, name);
            assert!(button.accesskit_node().is_disabled(), "{name}");
            button.click();
            window.run();
        }
        assert!(Arc::ptr_eq(&kept(&window), &before));
        assert_eq!(window.state().editor.selection(), [thing]);
    }
    let mut window = window(Thing::Card(pain_card()));
    window.state_mut().editor.toggle_lock().unwrap();
    window.run();
    window.get_by_role_and_label(NodeRole::Button, "Delete card").click();
    window.run();
    assert!(kept(&window).card(pain_card()).is_none(), "a card can be deleted");
}

#[test]
fn a_pain_point_has_evidence_owner_date_and_status() {
    let mut window = window(Thing::Card(pain_card()));
    choose(&mut window, "Evidence", "Reported");
    fill(&mut window, LINE, "Owner", "Logistics");
    fill(&mut window, LINE, "Due", "2027-01-15");
    choose(&mut window, "Status", "planned");
    let map = kept(&window);
    let (_, _, card) = map.card(pain_card()).unwrap();
    assert_eq!(
        (card.evidence, card.owner.as_str(), card.due),
        (Evidence::Reported, "Logistics", Some(date(2027, 1, 15)))
    );
    assert_eq!(card.status, Some(Status::Planned));
}

#[test]
fn several_faces_and_cards_get_the_same_evidence_in_one_step_but_opportunities_none() {
    let face = Thing::Face(delivery(), lan(), Curve::Actual);
    let mut window = window_in(Language::English, &[face, Thing::Card(pain_card()), Thing::Card(task_card())]);
    choose(&mut window, "Evidence", "Observed");
    let map = kept(&window);
    assert_eq!(map.touchpoint(delivery()).unwrap().feelings[&lan()].evidence, Evidence::Observed);
    assert_eq!(map.card(pain_card()).unwrap().2.evidence, Evidence::Observed);
    assert_eq!(map.card(task_card()).unwrap().2.evidence, Evidence::Guess);
    one_step(&mut window);
}

#[test]
fn the_map_says_how_much_is_still_a_guess_and_a_press_selects_it() {
    let mut window = window_in(Language::English, &[]);
    // Lan's feeling at the delivery and the pain point under it.
    click(&mut window, "Still a guess: 2 of 2");
    let face = Thing::Face(delivery(), lan(), Curve::Actual);
    assert_eq!(window.state().editor.selection(), [face, Thing::Card(pain_card())]);
}

#[test]
fn a_lane_gets_the_line_of_a_blueprint_from_the_lane_that_had_it() {
    let mut window = window(Thing::Lane(pains()));
    choose(&mut window, "Blueprint line under it", "Line of visibility");
    assert_eq!(kept(&window).lane(pains()).unwrap().line, Some(BlueprintLine::Visibility));
    window.state_mut().editor.select([Thing::Lane(chances())]);
    window.run();
    choose(&mut window, "Blueprint line under it", "Line of visibility (now under Pain points)");
    let map = kept(&window);
    assert_eq!(map.lane(chances()).unwrap().line, Some(BlueprintLine::Visibility));
    assert_eq!(map.lane(pains()).unwrap().line, None);
}

#[test]
fn a_touchpoint_gets_its_level_of_the_dramatic_arc_where_the_map_has_one() {
    let mut window = window(Thing::Touchpoint(delivery()));
    assert!(window.query_by_label("Engagement").is_none());
    let arc = wayfarer::editor::Edit::InsertLane { at: 9, lane: lane("arc", LaneKind::DramaticArc) };
    window.state_mut().editor.apply(arc).unwrap();
    window.run();
    click(&mut window, "4");
    assert_eq!(kept(&window).touchpoint(delivery()).unwrap().engagement, Engagement::new(4));
    click(&mut window, "–");
    assert_eq!(kept(&window).touchpoint(delivery()).unwrap().engagement, None);
}

#[test]
fn a_channel_made_by_name_has_a_sign_that_can_be_changed() {
    let mut window = window(Thing::Touchpoint(delivery()));
    click(&mut window, "Add a channel");
    window.event(egui::Event::Text("Ứng dụng".into()));
    window.run();
    window.key_press(Key::Enter);
    window.run();
    let icon = |window: &Window| kept(window).channels.iter().find(|one| one.name == "Ứng dụng").unwrap().icon;
    assert_eq!(icon(&window), Some(ChannelIcon::App));
    window.state_mut().editor.select([]);
    window.run();
    click(&mut window, "Icon of Ứng dụng: Mobile app");
    window.get_all_by_label("Self-service kiosk").last().unwrap().click();
    window.run();
    assert_eq!(icon(&window), Some(ChannelIcon::Kiosk));
    click(&mut window, "Icon of Ứng dụng: Self-service kiosk");
    window.get_all_by_label("No icon").last().unwrap().click();
    window.run();
    assert_eq!(icon(&window), None);
}

#[test]
fn several_points_of_the_dramatic_arc_get_the_same_level_in_one_step() {
    let points = [Thing::Engagement(delivery()), Thing::Engagement(hotline())];
    let mut window = window_in(Language::English, &points);
    click(&mut window, "2");
    let map = kept(&window);
    assert!([delivery(), hotline()].iter().all(|id| map.touchpoint(*id).unwrap().engagement == Engagement::new(2)));
    one_step(&mut window);
}

#[test]
fn a_note_that_is_emptied_in_the_panel_goes_when_the_field_is_left() {
    let mut window = window(Thing::Persona(lan()));
    let id = NoteId::parse("why").unwrap();
    let told = Note { text: "Why?".into(), ..Note::new(id, (900, 40)) };
    window.state_mut().editor.apply(Edit::InsertNote(Arc::new(told))).unwrap();
    window.state_mut().editor.select([Thing::Note(id)]);
    window.run();
    type_over(&mut window, TEXT, "Text of the note", "");
    assert_eq!(shown(&window).note(id).unwrap().text, "");
    window.event(egui::Event::Text("Because".into()));
    window.run();
    type_over(&mut window, TEXT, "Text of the note", "");
    window.key_press(Key::Enter);
    window.run();
    assert_eq!((kept(&window).note(id).is_some(), steps(&window)), (false, 2));
    window.state_mut().editor.undo();
    assert_eq!(kept(&window).note(id).unwrap().text, "Why?", "nothing but the note was lost");
}
