//! Pieces of maps as text for the clipboard: written, read back, and refused with a sentence.

use std::sync::Arc;
use wayfarer::{
    files::ron::piece::{self, PieceError},
    map::*,
    texts::{Language, Texts},
};

fn sample() -> Fragment {
    let text = include_bytes!("../../sample_maps/air_purifier.ron");
    let map = wayfarer::files::ron::parse(text).unwrap().map;
    let mut editor =
        wayfarer::editor::Editor::open(Arc::new(map), wayfarer::editor::InFile::Yes, fastrand::Rng::with_seed(3));
    let map = Arc::clone(editor.map());
    let card = map.stages[1].touchpoints.iter().flat_map(|one| one.cards.values().flatten()).next();
    let face = map.stages[2].touchpoints.iter().find_map(|one| {
        let (persona, _) = one.feelings.iter().find(|(_, feeling)| feeling.actual.is_some())?;
        Some(Thing::Face(one.id, *persona, Curve::Actual))
    });
    let things = [
        Some(Thing::Stage(map.stages[0].id)),
        map.stages[3].touchpoints.first().map(|one| Thing::Touchpoint(one.id)),
        card.map(|card| Thing::Card(card.id)),
        face,
    ];
    assert!(things.iter().all(Option::is_some), "the sample has all of them");
    editor.select(things.into_iter().flatten());
    editor.copied().unwrap()
}

#[test]
fn a_piece_reads_back_as_it_was_written() {
    let fragment = sample();
    let text = piece::write(&fragment).unwrap();
    assert!(piece::is_piece(&text));
    assert!(text.starts_with("#![enable(implicit_some)]\n(\n  wayfarer_piece: 1,\n"), "{}", &text[..80]);
    assert_eq!(piece::parse(&text).unwrap(), fragment);
    assert_eq!(piece::parse(&format!("\u{feff}{text}")).unwrap(), fragment);
    // Windows and some mail programs change line ends and put blanks around.
    let sent = format!("\r\n  {}  \r\n", text.replace('\n', "\r\n"));
    assert!(piece::is_piece(&sent));
    assert_eq!(piece::parse(&sent).unwrap(), fragment);
}

#[test]
fn other_texts_are_no_pieces() {
    let map = include_str!("../../sample_maps/air_purifier.ron");
    for text in ["", "wayfarer_piece: 1", "Awareness\nPurchase", "(format: 1)", "#![enable(", "(", map] {
        assert!(!piece::is_piece(text), "{text:.40}");
    }
}

fn refused(text: &str) -> PieceError {
    assert!(piece::is_piece(text), "it has the head of a piece");
    let error = piece::parse(text).unwrap_err();
    for texts in [Texts(Language::English), Texts(Language::Vietnamese)] {
        assert!(error.sentence(texts).len() > 40);
    }
    error
}

#[test]
fn hostile_texts_get_a_sentence() {
    let with = |rest: &str| format!("(wayfarer_piece: 1, {rest})");
    assert!(matches!(refused("(wayfarer_piece: 1, touchpoints: ["), PieceError::Syntax(_)));
    assert!(matches!(refused("(wayfarer_piece: what)"), PieceError::Syntax(_)));
    assert!(matches!(refused(&with("colour: 2")), PieceError::Syntax(_)));
    assert!(matches!(refused(&with(&"stages: [".repeat(100_000))), PieceError::Syntax(_)));
    assert_eq!(refused("(wayfarer_piece: 2)"), PieceError::Newer);
    assert_eq!(refused("(wayfarer_piece: 2, holograms: [1])"), PieceError::Newer);
    let long = format!("{}{}", with(""), " ".repeat(17 << 20));
    assert_eq!(refused(&long), PieceError::TooLarge);
    // A lane that does not come along, an id twice, a card where no cards stand, a column that no map has.
    let unsound = [
        r#"touchpoints: [(id: "a", cards: {"nowhere": [(id: "c")]})]"#,
        r#"touchpoints: [(id: "a"), (id: "a")]"#,
        r#"touchpoints: [(id: "a", feelings: {"lan": (actual: 5)})]"#,
        r#"lanes: [(id: "e", kind: emotion)], cards: [(column: 0, lane: "e", card: (id: "c"))]"#,
        r#"whole_lanes: [(lane: (id: "e", kind: channels))]"#,
        r#"whole_lanes: [(lane: (id: "p", kind: pain_points), cards: [(column: 0, lane: "q", card: (id: "c"))])]"#,
        r#"whole_lanes: [(lane: (id: "p", kind: pain_points), levels: [(column: 0, level: 3)])]"#,
        r#"levels: [(column: 4000000000, level: 3)]"#,
        r#"loose_links: [(over: 0)]"#,
        r#"loose_links: [(over: -9000000000)]"#,
        r#"notes: [(note: (id: "n", text: "a", to: touchpoint("gone")))]"#,
        r#"notes: [(right: 2000000000, note: (id: "n", text: "a"))]"#,
        r#"lanes: [(id: "p", kind: pain_points)], cards: [(column: 4000000000, lane: "p", card: (id: "c"))]"#,
        r#"feelings: [(column: 0, persona: "lan", feeling: (actual: 5))]"#,
        r#"links: [(id: "l", from: "a", to: "b")]"#,
    ];
    for rest in unsound {
        assert_eq!(refused(&with(rest)), PieceError::Unsound, "{rest}");
    }
    let score = refused(&with(r#"touchpoints: [(id: "a", feelings: {"lan": (actual: 500)})]"#));
    assert!(score.sentence(Texts(Language::English)).contains("line 1"), "{score:?}");
}

#[test]
fn a_text_field_gets_the_words_of_a_piece() {
    let text = sample().plain_text();
    let lines: Vec<_> = text.lines().collect();
    assert!(lines.len() > 3 && lines.iter().all(|line| !line.trim().is_empty()), "{text}");
    assert!(!text.contains("wayfarer_piece"));
}
