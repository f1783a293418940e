//! RON files: round trips and bad input.

use proptest::prelude::*;
use std::{collections::BTreeMap, fs, path::PathBuf, sync::Arc};
use wayfarer::{
    files::ron::{self, ParseError, What},
    map::{
        Band, BlueprintLine, Card, CardId, Channel, ChannelIcon, ChannelId, EmotionScale, Engagement, Evidence,
        Feeling, Lane, LaneId, LaneKind, Link, LinkId, LinkKind, Map, Percent, Persona, PersonaId, Rgb, Score, Stage,
        StageId, Structure, Touchpoint, TouchpointId, Weight,
    },
    texts::{Language, Texts},
};

/// A small sound map; the tests of bad input break it in one place each.
const SOUND: &str = r#"(
  format: 1,
  personas: [(id: "p")],
  lanes: [(id: "l", kind: pain_points), (id: "e", kind: emotion)],
  stages: [
    (id: "s", touchpoints: [
      (id: "t", feelings: {"p": (actual: 5)}),
      (id: "u", cards: {"l": [(id: "c", text: "x")]}),
    ]),
  ],
  links: [(id: "k", from: "t", to: "u")],
)
"#;

fn fixture(name: &str) -> Vec<u8> {
    fs::read(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/maps").join(name)).unwrap()
}

/// The problems of a text as `line:column: sentence`.
fn problems(text: &[u8]) -> Vec<String> {
    let Err(ParseError { problems }) = ron::parse(text) else { return Vec::new() };
    let sentence = |language| move |what: &What| what.sentence(Texts(language));
    for problem in &problems {
        assert!(!sentence(Language::Vietnamese)(&problem.what).is_empty());
    }
    problems
        .iter()
        .map(|problem| format!("{}:{}: {}", problem.at.line, problem.at.column, problem.sentence(Texts::default())))
        .collect()
}

/// Replaces `from` in the sound map and expects exactly these problems.
fn check(from: &str, to: &str, expected: &[&str]) {
    assert!(SOUND.contains(from), "{from}");
    assert_eq!(problems(SOUND.replacen(from, to, 1).as_bytes()), expected, "{from} → {to}");
}

#[test]
fn a_saved_map_is_written_as_the_same_bytes() {
    let bytes = fixture("format_1.ron");
    let loaded = ron::parse(&bytes).unwrap();
    assert_eq!(ron::write(&loaded.map).unwrap().as_bytes(), bytes);
    assert_eq!(loaded.warnings, []);
}

#[test]
fn format_1_is_read_as_it_was_meant() {
    let map = ron::parse(&fixture("format_1.ron")).unwrap().map;
    assert_eq!(map.title, "Mua máy lọc không khí");
    assert_eq!(map.review_date, Some(jiff::civil::date(2026, 12, 1)));
    let pay = map.touchpoint(TouchpointId::parse("pay").unwrap()).unwrap();
    let feeling = &pay.feelings[&PersonaId::parse("lan").unwrap()];
    assert_eq!((feeling.expected, feeling.actual), (Score::new(60), Score::new(-72)));
    assert_eq!(pay.weight, Weight::MomentOfTruth);
    assert_eq!(map.links[0].share, Percent::new(12.5));
    assert_eq!(map.surveys[0].results[0].answers, BTreeMap::from([(0, 1), (9, 4), (10, 5)]));
    assert_eq!(map.surveys[0].results[1].touchpoint, None);
}

#[test]
fn a_locked_structure_stands_in_the_file_and_an_open_one_does_not() {
    let open = ron::parse(SOUND.as_bytes()).unwrap().map;
    assert!(!ron::write(&open).unwrap().contains("structure"));
    let text = SOUND.replacen("format: 1,", "format: 1, structure: locked,", 1);
    let locked = ron::parse(text.as_bytes()).unwrap().map;
    assert_eq!(locked, Map { structure: Structure::Locked, ..open });
    assert!(ron::write(&locked).unwrap().contains("structure: locked,\n"));
    let wrong = SOUND.replacen("format: 1,", "format: 1, structure: closed,", 1);
    let said = problems(wrong.as_bytes());
    assert!(matches!(&said[..], [one] if one.contains("closed")), "{said:?}");
}

#[test]
fn other_ways_to_write_the_same_map_are_read() {
    let map = ron::parse(SOUND.as_bytes()).unwrap().map;
    let same = [
        format!("\u{feff}{SOUND}"),
        format!("#![enable(implicit_some)]\n{SOUND}"),
        format!("// a note\n/* and /* another */ */ Map{SOUND}"),
        SOUND.replace('\n', "\r\n"),
        SOUND.replace("actual: 5", "actual: Some(5)"),
        SOUND.replace("\"x\"", "r#\"x\"#"),
    ];
    for text in same {
        assert_eq!(ron::parse(text.as_bytes()).map(|loaded| loaded.map), Ok(map.clone()), "{text}");
    }
}

#[test]
fn what_is_no_text_or_no_map_is_refused() {
    let one = |text: &[u8], expected: &str| assert_eq!(problems(text), [expected]);
    one(b"", "1:1: The file is empty.");
    one("\u{feff} \n".as_bytes(), "1:1: The file is empty.");
    one(b"(\n  \xff\xfe", "2:3: This is no map: from byte 4 on it is not text in UTF-8.");
    one(b"hello", "1:1: This is no map; a map begins with the bracket ( and its format.");
    one(b"{\"a\": 1}", "1:1: This is no map; a map begins with the bracket ( and its format.");
    one(b"()", "1:2: The field “format” is missing.");
    one(b"\x7fELF\0\0\0", "1:1: This is no map; a map begins with the bracket ( and its format.");
}

#[test]
fn a_truncated_file_is_said_to_be_truncated() {
    for end in ["stages: [", "(id: \"s\",", "actual:", "links"] {
        let (start, _) = SOUND.split_once(end).unwrap();
        let text = format!("{start}{end}");
        let found = problems(text.as_bytes());
        assert_eq!(found.len(), 1);
        assert!(found[0].ends_with("The file ends in the middle; its end is missing."), "{end}: {found:?}");
    }
}

#[test]
fn nesting_without_end_is_an_error_and_no_crash() {
    for open in ["(", "[", "{", "Some(", "/*", "(format:", "(title:[", "{1:"] {
        assert_eq!(problems(open.repeat(100_000).as_bytes()).len(), 1, "{open}");
        let inside = SOUND.replace("format: 1,", &format!("format: 1, scale: {}", open.repeat(100_000)));
        assert_eq!(problems(inside.as_bytes()).len(), 1, "{open}");
    }
}

#[test]
fn a_newer_format_is_refused_whatever_else_is_in_it() {
    let newer = "The map is of format 2, from a newer Wayfarer; this one reads up to format 1. \
                 It was not opened, so that nothing in it is lost.";
    assert_eq!(problems(&fixture("newer_format.ron")), [format!("3:11: {newer}")]);
    check("format: 1", "format: 2", &[&format!("2:11: {newer}")]);
    check("format: 1,", "format: 2, shape: <>", &[&format!("2:11: {newer}")]);
    check("format: 1", "format: 0", &["2:11: There is no map format 0."]);
}

#[test]
fn unknown_names_are_errors_with_their_place() {
    check(
        "actual: 5",
        "actuel: 5",
        &["7:34: There is no field “actuel” here; there are: expected, actual, word, evidence."],
    );
    check(
        "kind: emotion",
        "kind: emotions",
        &["4:57: There is no “emotions” here; there are: touchpoints, emotion, channels, survey, dramatic_arc, \
         pain_points, \
         opportunities, actions, thoughts, backstage, notes, storyboard."],
    );
    check("id: \"s\", ", "", &["9:6: The field “id” is missing."]);
}

#[test]
fn doubles_are_errors_with_the_place_of_the_second() {
    check("actual: 5", "actual: 5, actual: 6", &["7:45: The field “actual” stands twice."]);
    check("(actual: 5)", "(actual: 5), \"p\": ()", &["7:46: “p” stands twice in the same list of pairs."]);
    check(
        "\"u\", cards",
        "\"t\", cards",
        &["8:12: The id “t” is taken already.", "11:36: The connection leads to a touchpoint “u” that is not there."],
    );
    check("\"e\", kind", "\"l\", kind", &["4:46: The id “l” is taken already."]);
    // One name for things of different sorts is no double.
    check("(id: \"s\"", "(id: \"t\"", &[]);
}

#[test]
fn values_outside_their_range_are_errors() {
    check("actual: 5", "actual: NaN", &["7:42: A whole number is expected here."]);
    check("actual: 5", "actual: 4.5", &["7:43: A whole number is expected here."]);
    check("actual: 5", "actual: 101", &["7:42: The score 101 is outside −100 to +100."]);
    check("actual: 5", "actual: -101", &["7:42: The score -101 is outside −100 to +100."]);
    check("actual: 5", "actual: 99999999999999999999", &["7:42: A whole number is expected here."]);
    check("(id: \"t\"", "(id: \"t\", engagement: 6", &["7:29: The engagement 6 is outside 1 to 5."]);
    check("to: \"u\"", "to: \"u\", share: NaN", &["11:48: The share NaN is not a number from 0 to 100."]);
    check(
        "to: \"u\"",
        "to: \"u\", share: 1e39",
        &["11:48: The share 1000000000000000000000000000000000000000 is not a number from 0 to 100."],
    );
    check("id: \"s\"", "id: \"S 1\"", &["6:10: “S 1” is no id; an id has 1 to 12 of the characters a–z and 0–9."]);
    check("id: \"s\"", "id: \"s\", color: \"red\"", &["6:22: “red” is no colour of the form #rrggbb."]);
    check(
        "format: 1",
        "format: 1, review_date: \"2026-13-01\"",
        &["2:27: A date of the form 2026-10-31 is expected here."],
    );
}

#[test]
fn what_no_map_can_hold_is_an_error_with_its_place() {
    check("to: \"u\"", "to: \"t\"", &["11:36: The connection leads from the touchpoint “t” to itself."]);
    let named = SOUND.replace("(id: \"u\",", "(id: \"u\", channels: [\"w\", \"w\"],");
    let named = named.replace("  stages: [", "  channels: [(id: \"w\", name: \"Web\")], stages: [");
    assert_eq!(problems(named.as_bytes()), ["8:33: The touchpoint names the channel “w” twice."]);
    let survey = |sha256: &str, scale: &str, results: &str| {
        let survey = format!(
            "\n  surveys: [(id: \"v\", source: \"a.csv\", sha256: \"{sha256}\", rows: 1,\n  questions: [(id: \"q\", \
             text: \"Q\", metric: nps, scale: {scale})],\n  results: [{results}])],\n"
        );
        problems(SOUND.replace("  links:", &format!("{survey}  links:")).as_bytes())
    };
    let (sum, usual) = ("0".repeat(64), "(low: 0, high: 10)");
    let result = "(question: \"q\", answers: {9: 1})";
    assert!(survey(&sum, usual, result).is_empty());
    assert_eq!(
        survey("not a sum", usual, result),
        ["12:48: “not a sum” is no checksum; it has 64 of the characters 0–9 and a–f."]
    );
    assert_eq!(
        survey(&sum, "(low: 1, high: 5)", "(question: \"q\", answers: {5: 1})"),
        ["13:20: The metric of the question “q” does not exist on its scale: NPS needs 0 to 10 or 1 to 10, CSAT at \
          least three answers."]
    );
    assert_eq!(
        survey(&sum, usual, &format!("{result}, {result}")),
        ["14:58: The survey has this result of the question “q” twice: same touchpoint, same segment."]
    );
}

#[test]
fn references_to_nothing_are_errors_at_each_place() {
    check(
        "from: \"t\", to: \"u\"",
        "from: \"x\", to: \"x\"",
        &[
            "11:27: The connection leads to a touchpoint “x” that is not there.",
            "11:36: The connection leads to a touchpoint “x” that is not there.",
        ],
    );
    check("{\"p\":", "{\"q\":", &["7:28: The feeling belongs to a persona “q” that is not there."]);
    check(
        "(id: \"p\")",
        "(id: \"p\", path: (enters: \"x\", skips: [\"t\", \"y\"]))",
        &[
            "3:39: A persona’s path names a touchpoint “x” that is not there.",
            "3:57: A persona’s path names a touchpoint “y” that is not there.",
        ],
    );
    check("{\"l\":", "{\"m\":", &["8:25: The cards stand in a lane “m” that is not there."]);
    check("(id: \"u\",", "(id: \"u\", channels: [\"web\"],", &["8:28: There is no channel “web”."]);
    check(
        "pain_points",
        "pain_points, spans: stages",
        &[
            "8:25: The lane “l” cannot hold these cards: it is of another kind, or it spans stages instead of touchpoints \
         or the other way round.",
        ],
    );
    check(
        "[(id: \"p\")]",
        "[]",
        &[
            "3:3: The map has no persona; it needs at least one.",
            "7:28: The feeling belongs to a persona “p” that is not there.",
        ],
    );
    check(
        "kind: pain_points",
        "kind: notes), (id: \"f\", kind: emotion",
        &["4:66: The lane “e” is the second of its kind; a map has only one."],
    );
    let lines = SOUND.replace("pain_points", "pain_points, line: visibility");
    let lines = lines.replace("kind: emotion", "kind: emotion, line: visibility");
    assert_eq!(
        problems(lines.as_bytes()),
        ["4:64: The lane “e” has the same blueprint line under it as a lane before; a map has each line once."]
    );
}

#[test]
fn a_control_character_is_kept_and_warned_about() {
    let text = SOUND.replace("\"x\"", "\"a\\u{0}b\"");
    let loaded = ron::parse(text.as_bytes()).unwrap();
    assert_eq!(loaded.map.cards().next().unwrap().2.text, "a\0b");
    assert_eq!(
        loaded.warnings.iter().map(|warning| (warning.at.line, warning.at.column)).collect::<Vec<_>>(),
        [(8, 47)]
    );
    assert!(ron::write(&loaded.map).unwrap().contains(r#""a\0b""#));
}

/// Texts as people and broken programs write them: Vietnamese composed and decomposed, emoji, quotes, backslashes,
/// control characters, anything.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("Điểm tiếp xúc".to_owned()),
        Just("die\u{302}\u{309}m it's \"so\" \\ \\u{301}".to_owned()),
        Just("👩\u{200d}👧 \u{a0}%\u{202e}\u{feff}".to_owned()),
        Just("\0\u{1}\r\n\t\u{7f}\u{85}\u{2028}".to_owned()),
        Just("\u{301}".to_owned()),
        any::<String>(),
    ]
}

fn feeling() -> impl Strategy<Value = Feeling> {
    let score = || proptest::option::of((-100i64..=100).prop_map(|value| Score::new(value).unwrap()));
    (score(), score(), text(), any::<bool>()).prop_map(|(expected, actual, word, is_guess)| {
        let evidence = if is_guess { Evidence::Guess } else { Evidence::Measured };
        Feeling { expected, actual, word, evidence }
    })
}

/// A sound map with everything but surveys, which the fixture has.
fn map() -> impl Strategy<Value = Map> {
    let touchpoints = proptest::collection::vec((text(), text(), feeling(), text()), 0..6);
    let stages = proptest::collection::vec((text(), any::<Option<u64>>(), touchpoints), 0..4);
    (text(), text(), any::<bool>(), stages, 0.0f64..=100.0).prop_map(|(title, about, own_scale, stages, share)| {
        let mut map = Map::empty(&mut fastrand::Rng::with_seed(1));
        map.title = title;
        map.structure = if own_scale { Structure::Locked } else { Structure::Open };
        map.description = about;
        let scale = vec![Band { name: map.title.clone(), from: Score::MIN }];
        map.scale = if own_scale { EmotionScale::Own(scale) } else { EmotionScale::Five };
        let (persona, lane) = (PersonaId::parse("p").unwrap(), LaneId::parse("notes").unwrap());
        map.personas = vec![Arc::new(Persona { color: Some(Rgb(1, 2, 3)), ..Persona::new(persona, "p") })];
        let line = Some(BlueprintLine::InternalInteraction);
        map.lanes.push(Arc::new(Lane { line, ..Lane::new(lane, LaneKind::Notes) }));
        map.channels.push(Arc::new(Channel {
            icon: Some(ChannelIcon::Kiosk),
            ..Channel::new(ChannelId::parse("web").unwrap(), map.title.clone())
        }));
        for (at, (name, reach, touchpoints)) in stages.into_iter().enumerate() {
            let mut stage = Stage { reach, ..Stage::new(StageId::parse(&format!("s{at}")).unwrap(), name) };
            for (inner, (name, tag, feeling, card)) in touchpoints.into_iter().enumerate() {
                let mut touchpoint = Touchpoint::new(TouchpointId::parse(&format!("t{at}x{inner}")).unwrap(), name);
                touchpoint.tags = vec![tag];
                touchpoint.engagement = Engagement::new(i64::try_from(inner).unwrap());
                touchpoint.channels = vec![ChannelId::parse("web").unwrap()];
                touchpoint.feelings.insert(persona, feeling);
                let evidence = Evidence::ALL[inner % 4];
                let card = Card { evidence, ..Card::new(CardId::parse(&format!("c{at}x{inner}")).unwrap(), card) };
                touchpoint.cards.insert(lane, vec![Arc::new(card)]);
                stage.touchpoints.push(Arc::new(touchpoint));
            }
            map.stages.push(Arc::new(stage));
        }
        let ends = map.touchpoints().next().map(|first| first.id).zip(map.touchpoints().last().map(|last| last.id));
        map.links.extend(ends.filter(|(from, to)| from != to).map(|(from, to)| {
            let (id, label) = (LinkId::parse("k").unwrap(), map.title.clone());
            Arc::new(Link { id, from, to, kind: LinkKind::Referral, label, share: Percent::new(share) })
        }));
        map
    })
}

/// How many maps the property tests try; few, because each is written and read several times.
fn cases() -> ProptestConfig {
    ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn every_map_reads_back_as_it_was_written(map in map()) {
        let text = ron::write(&map).unwrap();
        let read = ron::parse(text.as_bytes()).unwrap().map;
        prop_assert_eq!(&read, &map);
        prop_assert_eq!(ron::write(&read).unwrap(), text);
    }

    #[test]
    fn broken_bytes_never_break_the_reader(at in 0usize..3000, byte in any::<u8>(), cut in 0usize..3000) {
        let mut bytes = fixture("format_1.ron");
        let at = at % bytes.len();
        bytes[at] = byte;
        bytes.truncate(bytes.len() - cut % 40);
        if let Err(error) = ron::parse(&bytes) {
            prop_assert!(!error.problems.is_empty());
        }
    }
}
