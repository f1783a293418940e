//! Pasted cells: what spreadsheets, Markdown and lists put on the clipboard, how they are read, and what they become.

use std::sync::Arc;
use wayfarer::{
    editor::{
        Editor, InFile,
        structure::{Reading, feelings, guess, is_plain, note, piece},
    },
    files::cells::{self, CellsError},
    map::*,
    scene::{View, layout},
};

fn cells(text: &str) -> Vec<Vec<String>> {
    cells::parse(text).unwrap()
}

/// Cells as `a|b / c|d`, line breaks as `⏎`.
fn told(text: &str) -> String {
    let row = |row: Vec<String>| row.iter().map(|cell| cell.replace('\n', "⏎")).collect::<Vec<_>>().join("|");
    cells(text).into_iter().map(row).collect::<Vec<_>>().join(" / ")
}

/// What a program puts on the clipboard, and its cells.
#[test]
fn cells_are_read_as_spreadsheets_write_them() {
    let table = [
        // LibreOffice and Excel: tabs, a line break after each row, quotes only around cells that need them.
        ("a\tb\nc\td\n", "a|b / c|d"),
        ("a\tb\r\nc\td\r\n", "a|b / c|d"),
        ("\"line one\nline two\"\tb\nc\td", "line one⏎line two|b / c|d"),
        ("\"say \"\"hello\"\"\nagain\"\tb", "say \"hello\"⏎again|b"),
        ("\"with\ttab\"\tb", "with tab|b"),
        // Google Sheets: the same, but no line break at the end; ragged rows are filled up.
        ("a\tb\tc\nd\n\te", "a|b|c / d|| / |e|"),
        // A quote that quotes nothing is a sign like others.
        ("\"Fast\" she said\tb\nc\td", "\"Fast\" she said|b / c|d"),
        ("5\" screen\tb", "5\" screen|b"),
        ("\"never closed\tb", "\"never closed|b"),
        // Empty rows and columns around the table do not count.
        ("\t\t\n\ta\tb\t\n\tc\td\t\n\t\t\n", "a|b / c|d"),
        ("\u{feff}a\tb", "a|b"),
        // Markdown.
        ("| A | B |\n| --- | :-: |\n| **x** | y<br>z |\n", "A|B / x|y⏎z"),
        ("| A \\| B | C |\n|---|---|\n", "A | B|C"),
        // Lists.
        ("one\n\n two \nthree", "one / two / three"),
        ("- one\n* two\n• three\n3. four\n- [ ] five", "one / two / three / four / five"),
        ("-5 degrees\n1.5 litres\n2024", "-5 degrees / 1.5 litres / 2024"),
        ("Buy\n\tSearch\n\tPay\nUse\n\tOpen", "Buy|Search / |Pay / Use|Open"),
        ("1. Buy\n   1. Search\n   2. Pay\n2. Use", "Buy|Search / |Pay / Use|"),
        ("# Buy\n- Search\n- Pay\n# Use\n- Open", "Buy|Search / |Pay / Use|Open"),
    ];
    for (text, expected) in table {
        assert_eq!(told(text), expected, "{text:?}");
    }
}

#[test]
fn what_is_no_table_or_too_large_is_refused() {
    for text in ["", " \n\t\n", "\u{feff}", "| | |\n|--|--|"] {
        assert_eq!(cells::parse(text), Err(CellsError::Empty), "{text:?}");
    }
    for text in ["a\n".repeat(2001), "a\t".repeat(200) + "b", "x".repeat(3 << 20)] {
        assert_eq!(cells::parse(&text), Err(CellsError::TooLarge));
    }
    assert_eq!(cells(&"a\n".repeat(2000)).len(), 2000);
    // Any text gives cells or a refusal.
    let mut rng = fastrand::Rng::with_seed(4);
    let signs: Vec<char> = "\"\t\n\r |-#a ế•1.".chars().collect();
    for _ in 0..500 {
        let text: String = (0..rng.usize(..40)).map(|_| *rng.choice(&signs).unwrap()).collect();
        if let Ok(cells) = cells::parse(&text) {
            let width = cells[0].len();
            assert!(width > 0 && cells.iter().all(|row| row.len() == width), "{text:?}");
            for reading in Reading::ALL {
                let map = Map::empty(&mut rng);
                assert!(piece(&cells, reading, (&map, None), &mut rng).is_sound(), "{text:?} {reading:?}");
            }
        }
    }
}

/// A map with the usual lanes, one stage and one touchpoint with a card.
fn map() -> Map {
    let mut map = Map::empty(&mut fastrand::Rng::with_seed(5));
    let pains = map.lane_of_kind(LaneKind::PainPoints).unwrap().id;
    let mut touchpoint = Touchpoint::new(TouchpointId::parse("shop").unwrap(), "Shop");
    touchpoint.cards.insert(pains, vec![Arc::new(Card::new(CardId::parse("card").unwrap(), "far"))]);
    let stage = Stage::new(StageId::parse("buying").unwrap(), "Buying");
    map.stages = vec![Arc::new(Stage { touchpoints: vec![Arc::new(touchpoint)], ..stage })];
    map
}

fn card() -> Thing {
    Thing::Card(CardId::parse("card").unwrap())
}

/// The stages with their touchpoints, `Buy: Search Pay | Use: Open`.
fn outline(piece: &Fragment) -> String {
    let stage = |stage: &Arc<Stage>| {
        let inner: Vec<_> = stage.touchpoints.iter().map(|one| one.name.as_str()).collect();
        format!("{}: {}", stage.name, inner.join(" ")).trim_end().to_owned()
    };
    piece.stages.iter().map(stage).collect::<Vec<_>>().join(" | ")
}

#[test]
fn the_likeliest_reading_is_found() {
    use Reading::{Cards, StagesLanes, StagesTouchpoints, Touchpoints};
    let table = [
        ("one\ntwo", None, Touchpoints),
        ("one\ntwo", Some(card()), Cards),
        // Stages above, lanes at the left, in either language; and turned round.
        ("\tBuy\tUse\nPain points\tslow\tloud\nThoughts\t?\t!", None, StagesLanes),
        ("Giai đoạn\tMua\tDùng\nĐiểm đau\tchậm\tồn", None, StagesLanes),
        ("Stage\tCustomer goal\tKey questions\nBuy\tfind\twhere?\nUse\tenjoy\thow?", None, StagesLanes),
        // Stage and touchpoint: by the heading, by a first column that repeats or is left out, or two columns.
        ("Stage\tTouchpoint\tChannel\nBuy\tSearch\tWeb\nUse\tOpen\tApp", None, StagesTouchpoints),
        ("Buy\tSearch\tx\nBuy\tPay\t\nUse\tOpen\t", None, StagesTouchpoints),
        ("Buy\tSearch\tx\n\tPay\t\nUse\tOpen\t", None, StagesTouchpoints),
        ("Buy\tSearch\nUse\tOpen", None, StagesTouchpoints),
        ("Buy\tSearch\nUse\tOpen", Some(card()), Cards),
        ("Stage\tTouchpoint\nBuy\tSearch", Some(card()), StagesTouchpoints),
        ("Element\tDetails\nActions\tasks\nPain Points\tslow", None, StagesLanes),
        // Nothing is known about it: a table of stages and lanes, to be corrected in the look at it.
        ("Dimension\tB2C\tB2B\nLength\tdays\tweeks\nRole\tone\tmany", None, StagesLanes),
    ];
    for (text, selected, expected) in table {
        assert_eq!(guess(&cells(text), &map(), selected), expected, "{text:?}");
    }
    assert!(is_plain(&cells("one\ntwo")) && !is_plain(&cells("one\ttwo")) && !is_plain(&cells(&"x\n".repeat(41))));
}

fn read(text: &str, reading: Reading) -> Fragment {
    let piece = piece(&cells(text), reading, (&map(), None), &mut fastrand::Rng::with_seed(6));
    assert!(piece.is_sound());
    piece
}

/// The cards of a touchpoint or stage by the names (or kinds) of their lanes.
fn cards_by_lane(
    piece: &Fragment,
    cards: &std::collections::BTreeMap<LaneId, Vec<Arc<Card>>>,
) -> Vec<(String, Vec<String>)> {
    let lane = |id: &LaneId| piece.lanes.iter().find(|lane| lane.id == *id).unwrap();
    let name = |lane: &Lane| if lane.name.is_empty() { format!("{:?}", lane.kind) } else { lane.name.clone() };
    let texts = |cards: &Vec<Arc<Card>>| cards.iter().map(|card| card.text.clone()).collect();
    let mut all: Vec<_> = cards.iter().map(|(id, cards)| (name(lane(id)), texts(cards))).collect();
    all.sort();
    all
}

#[test]
fn a_table_of_stages_and_lanes_becomes_both() {
    let text = "Stage\tBuy\tUse\tLeave\n\
        Touchpoints\t\"Search\n• Pay\"\tOpen\t\n\
        Goals\tfind it\t\t\n\
        Emotions\t2\t5\t\n\
        Channels\tWeb, App\tApp\t\n\
        Pain points\t\"• slow\n• dear\"\t\tsad\n\
        KPIs\tvisits\t\t\n";
    let piece = read(text, Reading::StagesLanes);
    assert_eq!(outline(&piece), "Buy: Search Pay | Use: Open | Leave: Leave");
    assert_eq!(piece.stages[0].goal, "find it");
    let [search, leave] = [&piece.stages[0].touchpoints[0], &piece.stages[2].touchpoints[0]];
    // The map's pain points stand at touchpoints: so do these, and a stage without one gets one of its name.
    assert_eq!(cards_by_lane(&piece, &search.cards), [("PainPoints".to_owned(), vec!["slow".into(), "dear".into()])]);
    assert_eq!(cards_by_lane(&piece, &leave.cards), [("PainPoints".to_owned(), vec!["sad".to_owned()])]);
    assert_eq!(cards_by_lane(&piece, &piece.stages[0].cards), [("KPIs".to_owned(), vec!["visits".to_owned()])]);
    let known = map();
    assert!(piece.lanes.iter().any(|lane| lane.kind == LaneKind::PainPoints && known.lane(lane.id).is_some()));
    // Numbers from 1 to 5 are Mermaid's: −50 and +100.
    let scores = piece.all_touchpoints().filter_map(|one| one.feelings.values().next()?.actual.map(Score::value));
    assert_eq!(scores.collect::<Vec<_>>(), [-50, 100]);
    assert_eq!((piece.personas.len(), piece.personas[0].name.as_str()), (1, ""));
    assert_eq!(piece.channels.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Web", "App"]);
    // Turned round it is the same.
    let turned = read("Stage\tTouchpoints\tGoals\nBuy\tSearch\tfind it\nUse\tOpen\t", Reading::StagesLanes);
    assert_eq!((outline(&turned).as_str(), turned.stages[0].goal.as_str()), ("Buy: Search | Use: Open", "find it"));
}

#[test]
fn rows_become_touchpoints_in_their_stages() {
    let piece = read("Buy\tSearch\nBuy\tPay\n\tWait\nUse\tOpen\nLeave\t", Reading::StagesTouchpoints);
    assert_eq!(outline(&piece), "Buy: Search Pay Wait | Use: Open | Leave:");
    let text = "Stage\tTouchpoint\tChannel\tFeeling\tPain point\tDescription\n\
        Buy\tSearch\tWeb\t-40\tslow\tlooks around\n\
        \tPay\tApp; Web\thappy\t\t";
    let piece = read(text, Reading::StagesTouchpoints);
    assert_eq!(outline(&piece), "Buy: Search Pay");
    let [search, pay] = [&piece.stages[0].touchpoints[0], &piece.stages[0].touchpoints[1]];
    assert_eq!((search.channels.len(), pay.channels.len(), search.description.as_str()), (1, 2, "looks around"));
    let feeling = |one: &Touchpoint| one.feelings.values().next().cloned().unwrap();
    assert_eq!(feeling(search).actual.map(Score::value), Some(-40));
    assert_eq!((feeling(pay).actual, feeling(pay).word.as_str()), (None, "happy"));
    assert_eq!(cards_by_lane(&piece, &search.cards), [("PainPoints".to_owned(), vec!["slow".to_owned()])]);
}

#[test]
fn cells_become_touchpoints_or_cards_one_by_one() {
    let piece = read("one\ttwo\nthree\t", Reading::Touchpoints);
    assert_eq!(piece.touchpoints.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["one", "two", "three"]);
    let piece = piece_of_cards("one\ttwo\nthree\t");
    let told: Vec<_> = piece.cards.iter().map(|loose| (loose.column, loose.card.text.as_str())).collect();
    assert_eq!(told, [(0, "one"), (0, "three"), (1, "two")]);
    assert_eq!(piece.lanes[0].kind, LaneKind::PainPoints, "the lane of the selected card");
}

fn piece_of_cards(text: &str) -> Fragment {
    piece(&cells(text), Reading::Cards, (&map(), Some(card())), &mut fastrand::Rng::with_seed(6))
}

/// Real journey maps as Markdown stand beside the checkout; elsewhere the test has nothing to read.
#[test]
fn published_tables_become_sound_pieces() {
    let places =
        ["../shared", "../../shared"].map(|place| std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(place));
    let Some(folder) = places.into_iter().find(|place| place.is_dir()) else { return };
    let mut tables = 0;
    for name in ["05.md", "06.md", "07.md", "16.md", "20.md"] {
        let text = std::fs::read_to_string(folder.join("data/maps").join(name)).unwrap();
        let mut parts: Vec<String> = text.split("\n\n").filter(|part| part.starts_with('|')).map(Into::into).collect();
        parts.push(text);
        for part in parts {
            let cells = cells(&part);
            let reading = guess(&cells, &map(), None);
            let piece = piece(&cells, reading, (&map(), None), &mut fastrand::Rng::with_seed(6));
            assert!(piece.is_sound() && !piece.is_empty(), "{name}: {part}");
            tables += 1;
        }
    }
    assert!(tables > 10);
    // 06.md: the stages stand in the first row, the lanes below "Stage".
    let text = std::fs::read_to_string(folder.join("data/maps/06.md")).unwrap();
    let table = text.split("\n\n").find(|part| part.starts_with('|')).unwrap();
    assert_eq!(guess(&cells(table), &map(), None), Reading::StagesLanes);
    let stages = read(table, Reading::StagesLanes).stages.iter().map(|stage| stage.name.clone()).collect::<Vec<_>>();
    assert_eq!(stages, ["Awareness", "Consideration", "Decision", "Service", "Loyalty"]);
}

/// What is pasted on what, with one persona shown alone; the scores of the touchpoints then, actual and expected.
#[test]
fn numbers_become_feelings_where_a_face_or_the_emotion_lane_is_selected() {
    let mut map = map();
    let persona = map.personas[0].id;
    let stage = Arc::make_mut(&mut map.stages[0]);
    for id in ["two", "three"] {
        stage.touchpoints.push(Arc::new(Touchpoint::new(TouchpointId::parse(id).unwrap(), id)));
    }
    let emotion = Thing::Lane(map.lane_of_kind(LaneKind::Emotion).unwrap().id);
    let face = |id: &str, curve| Thing::Face(TouchpointId::parse(id).unwrap(), persona, curve);
    let second = face("two", Curve::Actual);
    type Scores = [(Option<i8>, Option<i8>); 3];
    let none = (None, None);
    let cases: [(&str, Vec<Thing>, Option<Scores>); 9] = [
        ("40", vec![second], Some([none, (Some(40), None), none])),
        ("−30\n20", vec![second], Some([none, (Some(-30), None), (Some(20), None)])),
        ("-30\t20", vec![second], Some([none, (Some(-30), None), (Some(20), None)])),
        ("70", vec![face("shop", Curve::Expected)], Some([(None, Some(70)), none, none])),
        (
            "70",
            vec![face("shop", Curve::Actual), face("three", Curve::Actual)],
            Some([(Some(70), None), none, (Some(70), None)]),
        ),
        ("1\t3\t5", vec![emotion], Some([(Some(-100), None), (Some(0), None), (Some(100), None)])),
        ("40\nlate", vec![second], None),
        ("2026", vec![second], None),
        ("40", vec![Thing::Touchpoint(TouchpointId::parse("two").unwrap())], None),
    ];
    for (text, selected, expected) in cases {
        let mut editor = Editor::open(Arc::new(map.clone()), InFile::Yes, fastrand::Rng::with_seed(9));
        editor.select(selected);
        let found = feelings(&cells(text), (&map, editor.primary()), Some(persona));
        assert_eq!(found.is_some(), expected.is_some(), "{text:?}");
        let Some((piece, expected)) = found.zip(expected) else { continue };
        editor.paste(&piece, &View::default()).unwrap();
        let score = |one: &Arc<Touchpoint>, curve| one.score(persona, curve).map(Score::value);
        let scores: Vec<_> =
            editor.map().touchpoints().map(|one| (score(one, Curve::Actual), score(one, Curve::Expected))).collect();
        assert_eq!((scores.as_slice(), editor.map().personas.len()), (expected.as_slice(), 1), "{text:?}");
        editor.undo();
        assert_eq!(**editor.map(), map, "one step");
    }
}

#[test]
fn words_for_a_selected_note_are_a_note_beside_it() {
    let mut map = map();
    let id = NoteId::parse("why").unwrap();
    map.notes = vec![Arc::new(Note { text: "Why?".into(), ..Note::new(id, (900, 60)) })];
    let mut editor = Editor::open(Arc::new(map), InFile::Yes, fastrand::Rng::with_seed(9));
    let mut rng = fastrand::Rng::with_seed(1);
    editor.select([Thing::Note(id)]);
    let piece = note("\n- the courier\n- the depot  \n\n", editor.primary(), &mut rng).unwrap();
    editor.paste(&piece, &View::default()).unwrap();
    assert_eq!(editor.map().notes[1].text, "- the courier\n- the depot");
    let scene = layout(editor.map(), &View::default());
    let [first, second] = [0, 1].map(|at| scene.notes()[at].rect);
    assert!(!first.overlaps(second) && (second.center() - first.center()).hypot() < 300.0);
    assert_eq!(note(" \n", editor.primary(), &mut rng), None);
    assert_eq!(note("words", Some(card()), &mut rng), None);
}

#[test]
fn a_cell_holds_no_control_characters() {
    assert_eq!(cells("\"Shop\tand pay\"\tdesk\u{7}"), [["Shop and pay", "desk"]]);
    assert_eq!(cells("\"one\ntwo\"\tx"), [["one\ntwo", "x"]]);
}
