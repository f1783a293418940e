//! Mermaid journeys: what Mermaid's own parser makes of real diagrams, odd ones of our own, and maps made of them.

use serde_json::Value;
use std::{fs, path::Path};
use wayfarer::{
    files::mermaid::{self, Journey, JourneyError, WarningKind},
    map::*,
};

fn read(text: &str) -> (Journey, Vec<(usize, WarningKind)>) {
    let (journey, warnings) = mermaid::parse(text.as_bytes()).unwrap();
    (journey, warnings.into_iter().map(|warning| (warning.line, warning.what)).collect())
}

/// What we read, in the form of the reference results of Mermaid 11.17.2 (names without blanks around).
fn told(journey: &Journey) -> Value {
    let task = |section: &mermaid::Section, task: &mermaid::Task| {
        let score = task.score.map_or(Value::from("NaN"), Value::from);
        serde_json::json!({ "section": section.name, "task": task.name, "score": score, "people": task.people })
    };
    let tasks: Vec<_> =
        journey.sections.iter().flat_map(|section| section.tasks.iter().map(move |one| task(section, one))).collect();
    let mut actors: Vec<_> = journey.sections.iter().flat_map(|one| &one.tasks).flat_map(|one| &one.people).collect();
    actors.sort();
    actors.dedup();
    serde_json::json!({
        "title": journey.title, "accTitle": journey.accessible_title, "accDescription": journey.description,
        "sections": journey.sections.iter().map(|section| &section.name).collect::<Vec<_>>(),
        "tasks": tasks, "actors": actors,
    })
}

/// The reference result with names trimmed and scores as numbers with a point, as we tell them.
fn expected(path: &Path) -> Value {
    let mut value: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let object = value.as_object_mut().unwrap();
    assert_eq!(object.remove("ok"), Some(Value::Bool(true)));
    object.remove("mermaidVersion");
    object.remove("type");
    for task in object["tasks"].as_array_mut().unwrap() {
        task["task"] = task["task"].as_str().unwrap().trim().into();
        if let Some(score) = task["score"].as_f64() {
            task["score"] = score.into();
        }
    }
    object["actors"].as_array_mut().unwrap().sort_by_key(|name| name.as_str().unwrap().to_owned());
    value
}

/// The diagrams that people published stand beside the checkout; elsewhere the test has nothing to read.
#[test]
fn published_diagrams_read_as_mermaid_reads_them() {
    let places = ["../shared", "../../shared"].map(|place| Path::new(env!("CARGO_MANIFEST_DIR")).join(place));
    let Some(folder) = places.into_iter().find(|place| place.is_dir()) else { return };
    let entries = fs::read_dir(folder.join("data/mermaid")).unwrap();
    let mut count = 0;
    for path in entries.map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|it| it == "mmd"))
    {
        let text = fs::read_to_string(&path).unwrap();
        let (journey, _) = read(&text);
        assert_eq!(told(&journey), expected(&path.with_extension("expected.json")), "{}", path.display());
        let map = journey.map(&mut fastrand::Rng::with_seed(1));
        assert_eq!(map.check(), [], "{}", path.display());
        let has_tasks = journey.sections.iter().any(|section| !section.tasks.is_empty());
        assert!(mermaid::is_journey(&text) || !has_tasks, "{}", path.display());
        count += 1;
    }
    assert!(count > 30);
}

// Expected by the rules of journey.jison: front matter, directives and comments do not count, `#` begins a comment,
// keywords in any case; what it would refuse is warned about by line.
#[test]
fn an_odd_diagram_is_read_as_far_as_it_goes() {
    let (journey, warnings) = read(include_str!("../fixtures/mermaid/odd.mmd"));
    assert_eq!((journey.title.as_str(), journey.accessible_title.as_str()), ("Front title", "For readers"));
    assert_eq!(journey.description, "Two lines,\ntold apart");
    let names: Vec<_> = journey.sections.iter().map(|section| section.name.as_str()).collect();
    assert_eq!(names, ["", "Mua hàng <br/> trực tuyến", "Sau mua"]);
    let tasks: Vec<_> = journey.sections[1].tasks.iter().map(|task| (task.name.as_str(), task.score)).collect();
    let scores = [Some(5.0), Some(1.5), None, None, Some(9.0), Some(2.0)];
    let named = ["Xem \"hàng\"", "Chọn", "No score at all", "Bad score", "Too high", "Nobody"];
    assert_eq!(tasks, named.into_iter().zip(scores).collect::<Vec<_>>());
    assert_eq!(journey.sections[1].tasks[0].people, ["Lan", "Minh"]);
    let kinds = [
        (20, WarningKind::NoScore),
        (21, WarningKind::NoScore),
        (22, WarningKind::ScoreOutside),
        (24, WarningKind::NotUnderstood),
        (25, WarningKind::NotUnderstood),
        (26, WarningKind::NotUnderstood),
    ];
    assert_eq!(warnings, kinds);
}

// Scores 1 to 5 are −100 to +100 (issue 3, domain.md section 4).
#[test]
fn sections_tasks_scores_and_actors_become_a_map() {
    let (journey, _) = read(include_str!("../fixtures/mermaid/odd.mmd"));
    let map = journey.map(&mut fastrand::Rng::with_seed(1));
    assert_eq!((map.title.as_str(), map.description.as_str()), ("Front title", "Two lines,\ntold apart"));
    assert_eq!(map.personas.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Lan", "Minh"]);
    let names: Vec<_> = map.stages.iter().map(|stage| stage.name.as_str()).collect();
    assert_eq!(names, ["", "Mua hàng trực tuyến", "Sau mua"]);
    let feeling = |stage: usize, at: usize, persona: usize| {
        let score = map.stages[stage].touchpoints[at].score(map.personas[persona].id, Curve::Actual);
        score.map(Score::value)
    };
    assert_eq!([feeling(0, 0, 0), feeling(0, 0, 1)], [Some(50), None]);
    assert_eq!([feeling(1, 0, 0), feeling(1, 0, 1)], [Some(100), Some(100)]);
    assert_eq!([feeling(1, 1, 0), feeling(1, 1, 1)], [None, Some(-75)]);
    assert_eq!([feeling(1, 2, 0), feeling(1, 3, 0), feeling(1, 4, 0)], [None, None, Some(100)]);
    assert_eq!([feeling(1, 5, 0), feeling(1, 5, 1)], [Some(-50), Some(-50)], "whom a task does not name, all feel");
    assert_eq!(map.check(), []);
}

#[test]
fn scores_without_any_actor_are_those_of_a_persona_without_a_name() {
    let (journey, _) = read("journey\nBuy: 1\nGet: 5:");
    let piece = journey.fragment(&mut fastrand::Rng::with_seed(1));
    assert_eq!(piece.personas.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), [""]);
    let scores = piece.all_touchpoints().map(|one| one.feelings[&piece.personas[0].id].actual.unwrap().value());
    assert_eq!(scores.collect::<Vec<_>>(), [-100, 100]);
    assert!(piece.is_sound());
}

#[test]
fn what_is_no_journey_is_refused() {
    let refused = |bytes: &[u8]| mermaid::parse(bytes).unwrap_err();
    assert_eq!(refused(b""), JourneyError::NotJourney);
    assert_eq!(refused(b"graph TD\n A-->B"), JourneyError::NotJourney);
    assert_eq!(refused(b"---\ntitle: x\n"), JourneyError::NotJourney);
    assert_eq!(refused(b"journey\n a\xff: 5"), JourneyError::NotText);
    assert_eq!(refused(&vec![b' '; 5 << 20]), JourneyError::TooLarge);
    for text in ["Journey\nAwareness\nPurchase", "Journey map\nBuy: now", "", "a: 5: b", "graph TD\n section x"] {
        assert!(!mermaid::is_journey(text), "{text}");
    }
    for text in ["journey\n a: 5", "```mermaid\njourney\n section x\n```", "%% c\n\nJourney\n\ttitle t\n\tsection s"] {
        assert!(mermaid::is_journey(text), "{text}");
    }
}
