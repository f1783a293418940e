//! What a screen reader finds on a map, what it can ask for, and what it is told.

use super::*;
use egui::{Key, Modifiers, accesskit::Live};
use wayfarer::{
    editor::{Edit, Tool},
    files::ron,
    scene::{PersonaChoice, View, band_name, evidence_name, lane_kind_name, link_kind_name},
    texts::{Language, Texts},
};

const SAMPLES: [(&str, Language); 3] = [
    (include_str!("../../../sample_maps/air_purifier.ron"), Language::English),
    (include_str!("../../../sample_maps/bay_giai_doan_so.ron"), Language::Vietnamese),
    (include_str!("../../../sample_maps/workshop_start.ron"), Language::English),
];

/// A sample map, to which come what none of them has: a note with an arrow and a dramatic arc.
fn sample_map(text: &str) -> Map {
    let mut map = ron::parse(text.as_bytes()).unwrap().map;
    map.lanes.push(Arc::new(Lane::new(LaneId::parse("arc").unwrap(), LaneKind::DramaticArc)));
    if let Some(stage) = map.stages.first_mut()
        && let Some(first) = Arc::make_mut(stage).touchpoints.first_mut()
    {
        Arc::make_mut(first).engagement = Engagement::new(4);
        let mut note = Note::new(NoteId::parse("why").unwrap(), (40, -120));
        (note.text, note.to) = ("Why here?".into(), Some(NoteTarget::Touchpoint(first.id)));
        map.notes.push(Arc::new(note));
    }
    map
}

fn open_in(map: Map, language: Language, persona: PersonaChoice) -> Window {
    let mut window = open(map);
    window.state_mut().look.texts = Texts(language);
    window.state_mut().canvas.view = View { persona, ..View::default() };
    window.run();
    window
}

/// What a node is: the names of what holds it, its role, name, number and value in words.
type Line = (String, Role, String, Option<i32>, Option<String>);

/// Everything on the map, read from the accessibility tree alone.
fn heard(window: &Window) -> Vec<Line> {
    let canvas = window.get_by_role(Role::Canvas);
    let mut lines: Vec<Line> = canvas
        .children_recursive()
        .filter(|node| node.accesskit_node().role() != Role::GenericContainer)
        .map(|node| {
            let node = node.accesskit_node();
            let parents = std::iter::successors(node.parent(), egui_kittest::kittest::AccessKitNode::parent);
            let holders = parents.take_while(|parent| parent.role() != Role::Canvas);
            let holders = holders.filter(|parent| parent.role() != Role::GenericContainer);
            let path: Vec<String> = holders.filter_map(|parent| parent.label()).collect();
            let number = node.numeric_value().map(|value| value as i32);
            (path.join(" < "), node.role(), node.label().unwrap_or_default(), number, node.value())
        })
        .collect();
    lines.sort_by_key(|line| format!("{line:?}"));
    lines
}

/// The same, made from the map by the rules of the user guide (“Screen readers”).
fn told(map: &Map, language: Language, persona: PersonaChoice) -> Vec<Line> {
    let texts = Texts(language);
    let name_of = |id| map.touchpoint(id).unwrap().name.clone();
    let line = |path: &str, role, name: String| (path.to_owned(), role, name, None, None);
    let lane_name = |lane: &Lane| {
        if lane.name.is_empty() { lane_kind_name(texts, lane.kind).to_owned() } else { lane.name.clone() }
    };
    let mut lines = Vec::new();
    let shown: Vec<&Arc<Lane>> = map.lanes.iter().filter(|lane| lane.visibility == Visibility::Shown).collect();
    lines.extend(shown.iter().map(|lane| line("", Role::RowHeader, lane_name(lane))));
    for link in &map.links {
        let kind = link_kind_name(texts, link.kind);
        let ends = match language {
            Language::English => format!("{kind} from {} to {}", name_of(link.from), name_of(link.to)),
            Language::Vietnamese => format!("{kind} từ {} đến {}", name_of(link.from), name_of(link.to)),
        };
        let name = if link.label.is_empty() { ends } else { format!("{}: {ends}", link.label) };
        lines.push(line("", Role::Link, name));
    }
    for note in &map.notes {
        let to = note.to.map(|to| match to {
            NoteTarget::Touchpoint(id) => name_of(id),
            other => panic!("{other:?}"),
        });
        let (note, to) = (&note.text, to.unwrap());
        lines.push(line(
            "",
            Role::Note,
            match language {
                Language::English => format!("Note: {note}, points to {to}"),
                Language::Vietnamese => format!("Ghi chú: {note}, chỉ đến {to}"),
            },
        ));
    }
    for stage in &map.stages {
        lines.push(line("", Role::ColumnHeader, stage.name.clone()));
        for touchpoint in &stage.touchpoints {
            lines.push(line(&stage.name, Role::ListItem, touchpoint.name.clone()));
            let path = format!("{} < {}", touchpoint.name, stage.name);
            for card in touchpoint.cards.iter().filter(|(lane, _)| map.lane(**lane).unwrap().is_shown()) {
                lines.extend(
                    card.1.iter().map(|card| line(&path, Role::Note, evident(&card.text, card.evidence, texts))),
                );
            }
            lines.extend(faces(map, touchpoint, &path, (texts, persona)));
            let level = |level: i32| match language {
                Language::English => format!("Engagement {level} of 5"),
                Language::Vietnamese => format!("Mức cuốn hút {level} trên 5"),
            };
            if let Some(engagement) = touchpoint.engagement {
                let number = i32::from(engagement.value());
                let name = format!("{}, {}", touchpoint.name, level(number));
                lines.push((path.clone(), Role::Slider, name, Some(number), Some(level(number))));
            }
        }
        for cards in stage.cards.values() {
            lines.extend(
                cards.iter().map(|card| line(&stage.name, Role::Note, evident(&card.text, card.evidence, texts))),
            );
        }
    }
    lines.sort_by_key(|line| format!("{line:?}"));
    lines
}

/// Says which lines are only in one of the two, and that none is there twice.
fn same(heard: &[Line], told: &[Line]) {
    let only = |here: &[Line], there: &[Line]| -> Vec<Line> {
        here.iter().filter(|line| !there.contains(line)).cloned().collect()
    };
    assert_eq!(
        (only(heard, told), only(told, heard)),
        (Vec::new(), Vec::new()),
        "heard but not there, and the reverse"
    );
    assert_eq!(heard.len(), told.len(), "something is heard twice");
}

fn evident(name: &str, evidence: Evidence, texts: Texts) -> String {
    match evidence {
        Evidence::Guess => name.to_owned(),
        other => format!("{name}, {}", evidence_name(texts, other)),
    }
}

/// The faces of the personas that are drawn; of a persona alone also the one that is not there yet.
fn faces(map: &Map, touchpoint: &Touchpoint, path: &str, (texts, choice): (Texts, PersonaChoice)) -> Vec<Line> {
    let vietnamese = texts.0 == Language::Vietnamese;
    let mut lines = Vec::new();
    for persona in choice.personas(map) {
        for curve in [Curve::Actual, Curve::Expected] {
            let score = touchpoint.score(persona.id, curve).map(Score::value);
            if score.is_none() && (curve == Curve::Expected || choice.persona(map).is_none()) {
                continue;
            }
            let curve_name = match (curve, vietnamese) {
                (Curve::Actual, false) => "Actual",
                (Curve::Expected, false) => "Expected",
                (Curve::Actual, true) => "Thực tế",
                (Curve::Expected, true) => "Kỳ vọng",
            };
            let band = score.map(|score| {
                let band = map.scale.band_of(Score::new(score.into()).unwrap()).unwrap();
                band_name(texts, &band.name)
            });
            let of = if choice == PersonaChoice::All { format!(", {}", persona.name) } else { String::new() };
            let gap = if vietnamese { "chưa có điểm" } else { "no score" };
            let name = format!("{}{of}, {curve_name}: {}", touchpoint.name, band.as_deref().unwrap_or(gap));
            let evidence = touchpoint.feelings.get(&persona.id).map_or(Evidence::Guess, |feeling| feeling.evidence);
            let is_evident = curve == Curve::Actual && score.is_some();
            let name = if is_evident { evident(&name, evidence, texts) } else { name };
            // A minus sign, and a plus for what is above 0, as everywhere in the window.
            let sign = |score: i8| match score {
                ..0 => format!("−{}", score.unsigned_abs()),
                0 => "0".to_owned(),
                1.. => format!("+{score}"),
            };
            let words = score.map(|score| format!("{}, {}", sign(score), band.unwrap()));
            lines.push((path.to_owned(), Role::Slider, name, score.map(i32::from), words));
        }
    }
    lines
}

#[test]
fn the_whole_of_every_sample_is_walked_by_the_accessibility_tree() {
    for (text, language) in SAMPLES {
        for persona in [PersonaChoice::First, PersonaChoice::All] {
            let map = sample_map(text);
            let told = told(&map, language, persona);
            let things = map.touchpoint_count() + map.stages.len() + map.cards().count();
            let window = open_in(map, language, persona);
            same(&heard(&window), &told);
            assert!(told.len() >= things, "{} lines for {things} things", told.len());
        }
    }
}

#[test]
fn far_away_and_beside_the_view_the_whole_map_is_still_heard() {
    let (text, language) = SAMPLES[0];
    let mut window = open_in(sample_map(text), language, PersonaChoice::First);
    let told = told(&sample_map(text), language, PersonaChoice::First);
    for (zoom, x) in [(0.1, 0.0), (2.0, 0.0), (1.0, 5000.0)] {
        let camera = &mut window.state_mut().canvas.camera;
        (camera.zoom, camera.corner.x) = (zoom, x);
        window.run();
        same(&heard(&window), &told);
    }
}

/// What a person who sees the map finds around a thing.
#[test]
fn the_description_says_what_the_signs_and_the_places_of_a_thing_say() {
    let (text, language) = SAMPLES[0];
    let map = sample_map(text);
    let pains = map.lane_of_kind(LaneKind::PainPoints).unwrap().id;
    let pain = map.cards().find(|(_, lane, _)| *lane == pains).unwrap().2.text.clone();
    let window = open_in(map, language, PersonaChoice::First);
    let said = |role, name: &str| find(&window, role, name).accesskit_node().description().unwrap_or_default();
    assert!(said(Role::Note, &pain).starts_with("Pain points"), "the lane of a card: {}", said(Role::Note, &pain));
    let link = window.get_by_role(Role::Link).accesskit_node();
    assert_eq!(link.description().as_deref(), Some("31\u{a0}%"), "the share of a link");
    let canvas = window.get_by_role(Role::Canvas).accesskit_node().description().unwrap();
    assert!(canvas.starts_with("Air purifier, bought online, "), "{canvas}");
}

/// Each request is the step that a key makes, and one step of the history.
#[test]
fn what_a_screen_reader_asks_for_is_one_step_each() {
    let mut window = open(sample());
    let steps = |window: &Window| window.state().editor.history().depth();
    delivery_face(&window).increment_accesskit();
    window.run();
    assert_eq!((score(&window), steps(&window)), (Some(-67), 1));
    delivery_face(&window).decrement_accesskit();
    window.run();
    assert_eq!((score(&window), steps(&window)), (Some(-72), 2));
    delivery_face(&window).set_value_accesskit(240.0);
    window.run();
    assert_eq!((score(&window), steps(&window)), (Some(100), 3), "the nearest there is");
    find(&window, Role::Slider, "Hotline, Actual: no score").increment_accesskit();
    window.run();
    let hotline = window.state().editor.map().touchpoint(TouchpointId::parse("call").unwrap()).unwrap().clone();
    assert_eq!(hotline.score(persona(), Curve::Actual), Score::new(5), "a gap begins in the middle");
    for (role, name, text) in [
        (Role::ColumnHeader, "Owning", "Using"),
        (Role::ListItem, "Delivery", "Parcel"),
        (Role::Note, "Two days late", "A week late"),
        (Role::RowHeader, "Pain points", "What hurts"),
        (Role::Link, "buys again: Loop from Parcel to Shop", "comes back"),
    ] {
        let before = steps(&window);
        find(&window, role, name).set_text_value_accesskit(text);
        window.run();
        assert_eq!(steps(&window), before + 1, "{name}");
    }
    for name in ["Using", "Parcel", "A week late", "What hurts", "comes back: Loop from Parcel to Shop"] {
        window.get_by_label(name);
    }
}

#[test]
fn what_is_not_in_view_is_brought_there_when_it_gets_the_keyboard() {
    let (text, language) = SAMPLES[0];
    let mut window = open_in(sample_map(text), language, PersonaChoice::First);
    let last = window.state().editor.map().stages.last().unwrap().name.clone();
    window.state_mut().canvas.camera.zoom = 2.0;
    window.run();
    let view = window.state().canvas.camera.viewport;
    assert!(!view.contains_rect(find(&window, Role::ColumnHeader, &last).rect()));
    find(&window, Role::ColumnHeader, &last).focus();
    window.run();
    let header = find(&window, Role::ColumnHeader, &last);
    assert!(header.is_focused() && view.intersects(header.rect()), "{} in {view}", header.rect());
}

/// What is told now, and which node tells it.
fn announced(window: &Window) -> Option<(String, String)> {
    let told = window.query_by_role(Role::Status)?;
    let node = told.accesskit_node();
    assert_eq!(node.live(), Live::Polite);
    Some((node.label().unwrap(), format!("{:?}", node.locate())))
}

/// A deed, and what is told of it in both languages.
struct Told {
    deed: fn(&mut Window),
    english: &'static str,
    vietnamese: &'static str,
}

fn select(window: &mut Window, things: &[Thing]) {
    window.state_mut().editor.select(things.iter().copied());
    window.run();
}

fn at(id: &str) -> Thing {
    Thing::Touchpoint(TouchpointId::parse(id).unwrap())
}

fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run();
}

#[test]
fn each_change_is_told_in_the_language_of_the_window() {
    const NONE: Modifiers = Modifiers::NONE;
    const CTRL: Modifiers = Modifiers::COMMAND;
    let table = [
        Told {
            deed: |window| {
                select(window, &[at("delivery")]);
                press(window, CTRL, Key::ArrowRight);
            },
            english: "Moved Delivery",
            vietnamese: "Đã di chuyển Delivery",
        },
        Told {
            deed: |window| {
                select(window, &[at("delivery")]);
                press(window, CTRL, Key::ArrowRight);
                window.state_mut().editor.undo();
                window.run();
            },
            english: "Undone: move Delivery",
            vietnamese: "Đã hoàn tác: di chuyển Delivery",
        },
        Told {
            deed: |window| {
                select(window, &[at("delivery")]);
                press(window, CTRL, Key::ArrowRight);
                window.state_mut().editor.undo();
                window.run();
                window.state_mut().editor.redo();
                window.run();
            },
            english: "Redone: move Delivery",
            vietnamese: "Đã làm lại: di chuyển Delivery",
        },
        Told {
            deed: |window| {
                select(window, &[at("delivery")]);
                press(window, NONE, Key::Num4);
            },
            english: "Delivery: +40, positive",
            vietnamese: "Delivery: +40, tích cực",
        },
        Told {
            deed: |window| {
                let edit = Edit::Remove(vec![face()]);
                window.state_mut().editor.apply(edit).unwrap();
                window.run();
            },
            english: "Delivery: no score",
            vietnamese: "Delivery: chưa có điểm",
        },
        Told {
            deed: |window| {
                select(window, &[at("delivery"), at("shop")]);
                press(window, NONE, Key::Num4);
            },
            english: "Set feeling at 2 touchpoints",
            vietnamese: "Đã đặt cảm xúc tại 2 điểm tiếp xúc",
        },
        Told {
            deed: |window| {
                select(window, &[Thing::Card(CardId::parse("late").unwrap())]);
                press(window, NONE, Key::Delete);
            },
            english: "Deleted Two days late",
            vietnamese: "Đã xóa Two days late",
        },
        Told {
            deed: |window| {
                select(window, &[at("delivery")]);
                press(window, NONE, Key::F2);
                window.event(egui::Event::Text("Parcel".into()));
                press(window, NONE, Key::Enter);
            },
            english: "Renamed Parcel",
            vietnamese: "Đã đổi tên Parcel",
        },
        Told {
            deed: |window| {
                select(window, &[at("delivery")]);
                press(window, CTRL, Key::A);
            },
            english: "2 selected",
            vietnamese: "Đã chọn 2 mục",
        },
        Told {
            deed: |window| press(window, NONE, Key::S), english: "Tool: Stage", vietnamese: "Công cụ: Giai đoạn"
        },
        Told {
            deed: |window| {
                press(window, CTRL, Key::Plus);
                press(window, CTRL, Key::Num0);
            },
            english: "Zoom: 100\u{a0}%",
            vietnamese: "Mức phóng: 100\u{a0}%",
        },
    ];
    for Told { deed, english, vietnamese } in table {
        for (language, told) in [(Language::English, english), (Language::Vietnamese, vietnamese)] {
            let mut window = open_in(sample(), language, PersonaChoice::First);
            assert_eq!(announced(&window), None, "nothing is told of a map that was just opened");
            deed(&mut window);
            assert_eq!(announced(&window).map(|(text, _)| text).as_deref(), Some(told));
            let before = announced(&window);
            window.run();
            window.hover_at(egui::pos2(300.0, 300.0));
            window.run();
            assert_eq!(announced(&window), before, "and it is told once");
        }
    }
}

#[test]
fn the_same_words_are_told_again_where_the_same_was_done_again() {
    let mut window = open(sample());
    select(&mut window, &[Thing::Stage(StageId::parse("buying").unwrap())]);
    press(&mut window, Modifiers::COMMAND, Key::ArrowRight);
    let first = announced(&window).unwrap();
    press(&mut window, Modifiers::COMMAND, Key::ArrowLeft);
    let second = announced(&window).unwrap();
    assert_eq!(first.0, second.0);
    assert_ne!(first.1, second.1, "another node");
}

#[test]
fn a_value_that_has_the_keyboard_says_itself_how_it_changed() {
    let mut window = open(sample());
    delivery_face(&window).click_accesskit();
    window.run();
    press(&mut window, Modifiers::NONE, Key::ArrowUp);
    assert_eq!(delivery_face(&window).value().as_deref(), Some("−67, negative"));
    assert_eq!(announced(&window), None, "a screen reader reads the value of what has the keyboard");
    assert_eq!(window.state().canvas.tool, Tool::Select);
}
