//! A facilitator's session by keyboard alone, with every press counted.

use super::*;
use egui::{Event, Key, Modifiers};

/// The seven stages of a digital journey (domain handbook, section 2, fact 8), twenty touchpoints with their feelings as
/// a band from 1 (worst) to 5, and ten cards: what is under a touchpoint, lane by lane.
type Stop = (&'static str, u8, &'static [&'static str]);
const JOURNEY: [(&str, &[Stop]); 7] = [
    ("Awareness", &[("Advert", 3, &[]), ("Friend", 4, &["Knows us well"]), ("Search", 2, &[])]),
    ("Discovery", &[("Website", 3, &["Slow on phones", "Smaller pictures"]), ("Shop", 4, &[]), ("Review", 2, &[])]),
    ("Evaluation", &[("Chat", 2, &["Waits for an answer"]), ("Comparison", 3, &[]), ("Visit", 5, &[])]),
    ("Purchase", &[("Checkout", 2, &["Fee comes late", "Show the price"]), ("Payment", 3, &[]), ("Delivery", 1, &[])]),
    ("Sharing", &[("Unboxing", 5, &[]), ("Post", 4, &[]), ("Rating", 4, &["Nobody answers"])]),
    ("Support", &[("Hotline", 1, &["Asked twice", "One record"]), ("Manual", 3, &[]), ("Repair", 4, &[])]),
    ("Re-purchase", &[("Newsletter", 3, &["Too often"]), ("Offer", 4, &[])]),
];

/// Presses keys and counts them; a key held for another counts too.
#[derive(Default)]
struct Fingers {
    characters: usize,
    keys: usize,
    chords: usize,
}

impl Fingers {
    fn press(&mut self, window: &mut Window, modifiers: Modifiers, key: Key) {
        self.keys += 1 + usize::from(modifiers.any());
        self.chords += 1;
        window.key_press_modifiers(modifiers, key);
        window.run();
    }

    fn write(&mut self, window: &mut Window, text: &str) {
        for character in text.chars() {
            self.characters += 1;
            window.event(Event::Text(character.to_string()));
        }
        window.run();
    }
}

#[test]
fn a_facilitator_needs_at_most_two_presses_per_item() {
    let mut window = open(Map::empty(&mut fastrand::Rng::with_seed(4)));
    let mut fingers = Fingers::default();
    fingers.press(&mut window, Modifiers::NONE, Key::S);
    for (at, (stage, touchpoints)) in JOURNEY.iter().enumerate() {
        fingers.press(&mut window, Modifiers::NONE, if at == 0 { Key::Enter } else { Key::Tab });
        fingers.write(&mut window, stage);
        for (name, band, cards) in *touchpoints {
            fingers.press(&mut window, Modifiers::NONE, Key::Enter);
            fingers.write(&mut window, name);
            let digit = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5][usize::from(*band) - 1];
            fingers.press(&mut window, Modifiers::COMMAND, digit);
            for card in *cards {
                fingers.press(&mut window, Modifiers::COMMAND, Key::Enter);
                fingers.write(&mut window, card);
            }
        }
    }
    fingers.press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(written(window.state().editor.map()), wanted());
    assert_eq!(window.state().editor.map().check(), []);
    let (stages, touchpoints, cards) = (7, 20, 10);
    assert_eq!(fingers.characters, characters());
    // The issue: no more than the characters of the texts plus two per item, also when a held Ctrl counts as a press.
    assert_eq!((fingers.chords, fingers.keys), (59, 89));
    assert!(fingers.keys <= 2 * (stages + touchpoints + touchpoints + cards), "feelings are items");
    assert!(fingers.chords <= 2 * (stages + touchpoints + cards), "and by chords they need not be");
}

fn characters() -> usize {
    let texts = JOURNEY.iter().flat_map(|(stage, stops)| {
        std::iter::once(*stage)
            .chain(stops.iter().flat_map(|(name, _, cards)| std::iter::once(*name).chain(cards.iter().copied())))
    });
    texts.map(|text| text.chars().count()).sum()
}

/// The plan as a list, one line for each stage and touchpoint.
fn wanted() -> Vec<String> {
    // The middles of the five built-in bands (domain handbook, section 4).
    let middle = |band: u8| [-80, -40, 0, 40, 80][usize::from(band) - 1];
    let lines = JOURNEY.iter().flat_map(|(stage, stops)| {
        let stops =
            stops.iter().map(move |(name, band, cards)| format!("  {name} {} {}", middle(*band), cards.join(" / ")));
        std::iter::once((*stage).to_owned()).chain(stops)
    });
    lines.collect()
}

/// The map as such a list; cards lane by lane.
fn written(map: &Map) -> Vec<String> {
    let lanes: Vec<LaneId> = map.lanes.iter().map(|lane| lane.id).collect();
    let persona = map.personas[0].id;
    let lines = map.stages.iter().flat_map(|stage| {
        let lanes = &lanes;
        let stops = stage.touchpoints.iter().map(move |stop| {
            let cards: Vec<_> =
                lanes.iter().flat_map(|lane| stop.cards_in(*lane)).map(|card| card.text.as_str()).collect();
            let score = stop.score(persona, Curve::Actual).map_or(0, Score::value);
            format!("  {} {score} {}", stop.name, cards.join(" / "))
        });
        std::iter::once(stage.name.clone()).chain(stops)
    });
    lines.collect()
}

fn key_and_text(key: Key, text: &str) -> [Event; 2] {
    let modifiers = if text.chars().all(char::is_uppercase) { Modifiers::SHIFT } else { Modifiers::NONE };
    [Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }, Event::Text(text.into())]
}

fn hit(window: &mut Window, key: Key, text: &str) {
    window.input_mut().events.extend(key_and_text(key, text));
    window.run();
}

fn select(window: &mut Window, things: &[Thing]) {
    window.state_mut().editor.select(things.iter().copied());
    window.run();
}

/// What is selected, what is typed, and the names of Delivery, its word and its card afterwards.
#[test]
fn typing_over_one_selected_thing_replaces_its_text() {
    let card = Thing::Card(CardId::parse("late").unwrap());
    for (thing, keys, text) in [
        (Thing::Touchpoint(delivery()), [(Key::S, "s"), (Key::T, "t")], "st"),
        (Thing::Touchpoint(delivery()), [(Key::T, "T"), (Key::Num1, "1")], "T1"),
        (Thing::Stage(StageId::parse("owning").unwrap()), [(Key::Num1, "1"), (Key::V, "v")], "1v"),
        (card, [(Key::Num3, "3"), (Key::H, "h")], "3h"),
        (face(), [(Key::N, "n"), (Key::O, "o")], "no"),
    ] {
        let mut window = open(sample());
        select(&mut window, &[thing]);
        for (key, character) in keys {
            hit(&mut window, key, character);
        }
        assert!(window.state().canvas.is_editing_text(), "{text}");
        window.key_press(Key::Escape);
        window.run();
        let map = window.state().editor.map();
        assert_eq!(wayfarer::editor::text_of(map, thing), Some(text));
        assert_eq!(window.state().canvas.tool, wayfarer::editor::Tool::Select);
        window.state_mut().editor.undo();
        assert!(!window.state().editor.is_modified(), "one step");
    }
}

#[test]
fn keys_are_commands_where_nothing_would_be_typed_over() {
    use wayfarer::editor::Tool;
    let shop = Thing::Touchpoint(TouchpointId::parse("shop").unwrap());
    // Nothing selected, and several things: letters are tools.
    for selection in [&[][..], &[shop, Thing::Touchpoint(delivery())]] {
        let mut window = open(sample());
        select(&mut window, selection);
        hit(&mut window, Key::T, "t");
        assert_eq!(window.state().canvas.tool, Tool::Touchpoint);
        // A tool in the hand gives way to the next, whatever is selected.
        select(&mut window, &[shop]);
        hit(&mut window, Key::V, "v");
        assert_eq!(window.state().canvas.tool, Tool::Select);
        assert!(!window.state().canvas.is_editing_text());
    }
    // Digits are feelings, ? is help, Space moves the view.
    let mut window = open(sample());
    select(&mut window, &[Thing::Touchpoint(delivery())]);
    hit(&mut window, Key::Num5, "5");
    assert_eq!(score(&window), Some(80));
    window.input_mut().events.extend(key_and_text(Key::Space, " "));
    window.run();
    window.key_press_modifiers(Modifiers::SHIFT, Key::Questionmark);
    window.event(Event::Text("?".into()));
    window.run();
    assert!(!window.state().canvas.is_editing_text());
    assert_eq!(window.state().canvas.asked, [wayfarer::ui::Command::Shortcuts]);
}

#[test]
fn a_word_composed_over_a_selected_thing_is_neither_lost_nor_doubled() {
    use egui::ImeEvent;
    let mut window = open(sample());
    assert!(window.output().platform_output.ime.is_none(), "nothing is selected: letters are tools");
    select(&mut window, &[Thing::Touchpoint(delivery())]);
    assert!(window.output().platform_output.ime.is_some(), "the input method composes the first letter too");
    for preedit in ["g", "gi", "già"] {
        window.event(Event::Ime(ImeEvent::Preedit { text: preedit.into(), active_range_chars: None }));
        window.step();
        let ime = window.output().platform_output.ime;
        assert!(ime.is_some_and(|ime| !ime.should_interrupt_composition), "{preedit}");
    }
    window.event(Event::Ime(ImeEvent::Commit("giao".into())));
    window.event(Event::Text(" nhanh".into()));
    window.run();
    window.key_press(Key::Escape);
    window.run();
    assert_eq!(window.state().editor.map().touchpoint(delivery()).unwrap().name, "giao nhanh");
    window.state_mut().editor.undo();
    assert!(!window.state().editor.is_modified(), "one step");
}

#[test]
fn a_committed_letter_opens_the_field_too() {
    let mut window = open(sample());
    select(&mut window, &[Thing::Touchpoint(delivery())]);
    window.event(Event::Ime(egui::ImeEvent::Commit("ế".into())));
    window.run();
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(window.state().editor.map().touchpoint(delivery()).unwrap().name, "ế");
}

#[test]
fn letters_and_the_key_that_ends_them_may_come_in_one_frame() {
    let mut window = open(sample());
    select(&mut window, &[Thing::Touchpoint(delivery())]);
    let enter =
        Event::Key { key: Key::Enter, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
    let events = key_and_text(Key::A, "a").into_iter().chain(key_and_text(Key::B, "b")).chain([enter]);
    window.input_mut().events.extend(events);
    window.run();
    assert!(!window.state().canvas.is_editing_text());
    assert_eq!(window.state().editor.map().touchpoint(delivery()).unwrap().name, "ab");
}

/// Within a frame the pointer comes first; the press must not close the field that the letters open, again and again.
#[test]
fn letters_and_a_press_in_one_frame_come_to_rest_and_no_letter_is_lost() {
    let mut window = open(sample());
    let shop = find(&window, Role::ListItem, "Shop").rect().center();
    select(&mut window, &[Thing::Touchpoint(delivery())]);
    let button = |pressed| egui::Event::PointerButton {
        pos: shop,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    let events = [Event::Text("a".into()), Event::PointerMoved(shop), button(true), button(false)];
    window.input_mut().events.extend(events);
    window.input_mut().events.push(Event::Text("b".into()));
    window.run();
    window.key_press(Key::Escape);
    window.run();
    let expected = named(&[("Buying", &["ab", "Checkout"]), ("Owning", &["Delivery", "Hotline"])]);
    assert_eq!(outline(&window), expected);
}

#[test]
fn shift_and_tab_go_back_to_the_stage_before_and_tab_on_again() {
    let mut window = open(sample());
    let desk = window.state_mut();
    desk.canvas.edit_text(&mut desk.editor, Thing::Touchpoint(delivery()));
    window.run();
    window.event(Event::Text("Parcel".into()));
    window.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
    window.event(Event::Text("Choosing".into()));
    window.key_press(Key::Tab);
    window.event(Event::Text("Having".into()));
    window.key_press(Key::Tab);
    window.event(Event::Text("Telling".into()));
    window.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
    window.run();
    let owning = Thing::Stage(StageId::parse("owning").unwrap());
    assert_eq!(window.state().editor.selection(), [owning]);
    window.key_press(Key::Escape);
    window.run();
    let expected = named(&[("Choosing", &["Shop", "Checkout"]), ("Having", &["Parcel", "Hotline"]), ("Telling", &[])]);
    assert_eq!(outline(&window), expected);
}

#[test]
fn cards_come_below_while_typing_and_beside_it() {
    let mut window = open(sample());
    let texts = |window: &Window| {
        let map = window.state().editor.map();
        let shop = map.touchpoint(TouchpointId::parse("shop").unwrap()).unwrap();
        let lanes = map.lanes.iter().filter(|lane| lane.kind.holds_cards());
        lanes.flat_map(|lane| shop.cards_in(lane.id)).map(|card| card.text.clone()).collect::<Vec<_>>()
    };
    select(&mut window, &[Thing::Touchpoint(TouchpointId::parse("shop").unwrap())]);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    window.event(Event::Text("Crowded".into()));
    window.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    window.event(Event::Text("More tills".into()));
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(texts(&window), ["Crowded", "More tills"]);
    // Without a text nothing stays: from the last lane on to the first, and from there to the next.
    window.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    window.key_press(Key::Escape);
    window.run();
    assert_eq!(texts(&window), ["Crowded", "More tills"]);
    window.state_mut().editor.undo();
    window.state_mut().editor.undo();
    assert!(!window.state().editor.is_modified(), "each card came with its text in one step");
}

#[test]
fn a_card_is_made_in_an_empty_cell_that_was_gone_to() {
    let mut window = open(sample());
    select(&mut window, &[Thing::Card(CardId::parse("late").unwrap())]);
    window.key_press(Key::ArrowDown);
    window.run();
    assert!(find(&window, Role::Cell, "Empty cell: Opportunities, Delivery").is_focused());
    assert_eq!(window.state().editor.selection(), []);
    window.key_press(Key::Enter);
    window.event(Event::Text("Call first".into()));
    window.key_press(Key::Enter);
    window.run();
    find(&window, Role::Note, "Call first");
    window.key_press(Key::ArrowLeft);
    window.run();
    hit(&mut window, Key::X, "x");
    window.key_press(Key::Escape);
    window.run();
    assert!(find(&window, Role::Note, "x").is_focused());
    window.key_press_modifiers(Modifiers::COMMAND, Key::ArrowUp);
    window.run();
    let map = window.state().editor.map();
    let (holder, lane, _) = map.cards().find(|(_, _, card)| card.text == "x").unwrap();
    assert_eq!(holder, Holder::Touchpoint(TouchpointId::parse("pay").unwrap()));
    assert_eq!(map.lane(lane).unwrap().kind, LaneKind::PainPoints, "Ctrl+Up moved it into the lane above");
}
