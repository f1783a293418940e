//! A workshop typed down by keys alone, walking, feelings by keys, and the selection.

use super::{at, lane, map, open, outline, persona, stage, touchpoint};
use std::sync::Arc;
use wayfarer::{
    editor::{Direction, Editor, InFile, New, Order, Place, Step, cell_below, text_of, walk},
    map::*,
    scene::{CurveChoice, PersonaChoice, View},
};

/// The seven stages of a digital journey (domain handbook, section 2, fact 8), twenty touchpoints in them.
const JOURNEY: [(&str, &[&str]); 7] = [
    ("Awareness", &["Advert", "Friend", "Search"]),
    ("Discovery", &["Website", "Shop", "Review"]),
    ("Evaluation", &["Chat", "Comparison", "Visit"]),
    ("Purchase", &["Checkout", "Payment", "Delivery"]),
    ("Sharing", &["Unboxing", "Post", "Rating"]),
    ("Support", &["Hotline", "Manual", "Repair"]),
    ("Re-purchase", &["Newsletter", "Offer"]),
];

#[test]
fn a_facilitator_types_seven_stages_and_twenty_touchpoints() {
    let empty = Arc::new(Map::empty(&mut fastrand::Rng::with_seed(3)));
    let mut editor = Editor::open(Arc::clone(&empty), InFile::No, fastrand::Rng::with_seed(4));
    for (name, touchpoints) in JOURNEY {
        // Tab
        let stage = editor.make(New::Stage).unwrap();
        editor.set_text(stage, name).unwrap();
        for name in touchpoints {
            // Enter
            let touchpoint = editor.make(New::Touchpoint).unwrap();
            assert_eq!(editor.selection(), [touchpoint]);
            editor.set_text(touchpoint, *name).unwrap();
        }
    }
    let expected = JOURNEY.map(|(name, touchpoints)| format!("{name}: {}", touchpoints.join(" "))).join(" | ");
    assert_eq!(outline(editor.map()), expected);
    assert_eq!(editor.map().touchpoint_count(), 20);
    assert_eq!(editor.map().check(), []);
    assert_eq!(editor.unsaved_steps(), 2 * 27);
    for _ in 0..2 * 27 {
        editor.undo();
    }
    assert!(Arc::ptr_eq(editor.map(), &empty));
}

#[test]
fn new_things_come_after_what_is_selected() {
    for (selected, new, after) in [
        (None, New::Touchpoint, "s: a b | t: c ?"),
        (None, New::Stage, "s: a b | t: c | ?:"),
        (Some(at("a")), New::Touchpoint, "s: a ? b | t: c"),
        (Some(at("a")), New::Stage, "s: a b | ?: | t: c"),
        (Some(Thing::Stage(stage("t"))), New::Touchpoint, "s: a b | t: ? c"),
    ] {
        let mut editor = open(&map("s: a b | t: c"));
        editor.select(selected);
        let made = editor.make(new).unwrap();
        assert_eq!((outline(editor.map()).as_str(), text_of(editor.map(), made)), (after, Some("")));
    }
    let mut editor = open(&map(""));
    editor.make(New::Touchpoint).unwrap();
    assert_eq!(outline(editor.map()), "?: ?");
}

#[test]
fn a_card_comes_under_the_selected_one_and_a_hidden_lane_comes_back() {
    let mut editor = open(&map("s: a"));
    assert!(editor.make(New::Card).is_err(), "nothing is selected");
    editor.select([at("a")]);
    let first = editor.make(New::Card).unwrap();
    editor.set_text(first, "Waits").unwrap();
    editor.make(New::Card).unwrap();
    let pain = lane(editor.map(), LaneKind::PainPoints);
    let texts: Vec<_> = editor.map().cards().map(|(_, lane, card)| (lane, card.text.clone())).collect();
    assert_eq!(texts, [(pain, "Waits".to_owned()), (pain, String::new())]);
    let survey = editor.make(New::Lane(LaneKind::Survey)).unwrap();
    assert!(editor.make(New::Lane(LaneKind::Survey)).is_err(), "a second survey lane");
    let Thing::Lane(id) = survey else { panic!("no lane: {survey:?}") };
    let hide = wayfarer::editor::LaneChange::Visibility(Visibility::Hidden);
    editor.apply(wayfarer::editor::Edit::Lane(id, hide)).unwrap();
    assert_eq!(editor.make(New::Lane(LaneKind::Survey)).unwrap(), survey);
    assert!(editor.map().lane(id).unwrap().is_shown());
}

/// Walks from a thing and writes where each step leads.
fn trail(map: &Arc<Map>, view: &View, from: Thing, steps: &[Step]) -> Vec<Thing> {
    let places = trail_of_places(map, view, Place::Thing(from), steps);
    places
        .into_iter()
        .map(|place| match place {
            Place::Thing(thing) => thing,
            Place::Cell(cell) => panic!("an empty cell: {cell:?}"),
        })
        .collect()
}

fn trail_of_places(map: &Map, view: &View, from: Place, steps: &[Step]) -> Vec<Place> {
    let go = |from: &mut Option<Place>, step: &Step| {
        *from = walk(map, view, *from, *step).or(*from);
        *from
    };
    steps.iter().scan(Some(from), go).collect()
}

#[test]
fn arrows_walk_the_grid() {
    use Step::*;
    let view = View { curves: CurveChoice { expected: false, ..CurveChoice::default() }, ..View::default() };
    let map = map("s: a b | t: | u: c");
    let face = |id| Thing::Face(touchpoint(id), persona(&map), Curve::Actual);
    let header = |id| Thing::Stage(stage(id));
    let walked = trail(&map, &view, header("s"), &[Down, Right, Right, Right, Down, Left, Up, Up]);
    assert_eq!(walked, [at("a"), at("b"), at("c"), at("c"), face("c"), face("b"), at("b"), header("s")]);
    let walked = trail(&map, &view, header("s"), &[Right, Down, Right, Left, End, Home, Left]);
    assert_eq!(walked, [header("t"), header("t"), header("u"), header("t"), header("u"), header("s"), header("s")]);
    assert_eq!(trail(&map, &view, at("a"), &[End, Home]), [at("c"), at("a")]);
    assert_eq!(walk(&map, &view, None, Right), Some(Place::Thing(header("s"))));
    assert_eq!(walk(&map, &view, None, End), Some(Place::Thing(header("u"))));
}

#[test]
fn arrows_walk_the_cards_of_a_lane() {
    use Step::*;
    let mut editor = open(&map("s: a b c"));
    let mut cards = Vec::new();
    for id in ["a", "a", "c"] {
        editor.select([at(id)]);
        cards.push(editor.make(New::Card).unwrap());
    }
    let map = Arc::clone(editor.map());
    let view = View::default();
    let empty = |holder, kind| Place::Cell((Holder::Touchpoint(touchpoint(holder)), lane(&map, kind)));
    let walked = trail_of_places(&map, &view, Place::Thing(cards[0]), &[Down, Right, Right, Down, Left, Home, Up]);
    let expected = [
        Place::Thing(cards[1]),
        empty("b", LaneKind::PainPoints),
        Place::Thing(cards[2]),
        empty("c", LaneKind::Opportunities),
        empty("b", LaneKind::Opportunities),
        empty("a", LaneKind::Opportunities),
        Place::Thing(cards[1]),
    ];
    assert_eq!(walked, expected, "cells without cards can be gone to");
}

#[test]
fn page_and_control_keys_walk_by_stages_and_to_the_ends_of_the_map() {
    use Step::*;
    let view = View::default();
    let map = map("s: a b | t: | u: c d");
    let header = |id| Thing::Stage(stage(id));
    let walked = trail(&map, &view, at("b"), &[StageAfter, StageAfter, StageBefore, First, Last, StageAfter]);
    assert_eq!(walked, [header("t"), header("u"), header("t"), header("s"), at("d"), at("d")]);
    assert_eq!(trail(&map, &view, at("d"), &[Home, StageBefore]), [at("a"), at("a")]);
}

#[test]
fn an_empty_cell_is_left_when_it_gets_a_card_or_goes() {
    let mut editor = open(&map("s: a b"));
    let pains = lane(editor.map(), LaneKind::PainPoints);
    let cell = (Holder::Touchpoint(touchpoint("a")), pains);
    editor.select([at("a")]);
    editor.go_to(Some(Place::Cell(cell)));
    assert_eq!((editor.selection(), editor.cell()), (&[][..], Some(cell)));
    assert_eq!(editor.selected_touchpoint(), Some(touchpoint("a")), "new things come beside it");
    assert_eq!(editor.place_of_next_card(), Ok((cell.0, cell.1, 0)));
    editor.apply(wayfarer::editor::Edit::Remove(vec![at("a")])).unwrap();
    assert_eq!(editor.cell(), None);
    editor.undo();
    editor.go_to(Some(Place::Cell(cell)));
    editor.select([at("b")]);
    assert_eq!(editor.cell(), None, "a thing is selected");
}

/// Lanes of an empty map: touchpoints, emotion, channels, pain points, opportunities.
#[test]
fn the_cell_below_goes_down_the_card_lanes_and_round() {
    let map = map("s: a | t:");
    let (pains, chances) = (lane(&map, LaneKind::PainPoints), lane(&map, LaneKind::Opportunities));
    let holder = Holder::Touchpoint(touchpoint("a"));
    for (from, below) in [
        (Place::Thing(at("a")), Some((holder, pains))),
        (Place::Thing(Thing::Face(touchpoint("a"), persona(&map), Curve::Actual)), Some((holder, pains))),
        (Place::Cell((holder, pains)), Some((holder, chances))),
        (Place::Cell((holder, chances)), Some((holder, pains))),
        (Place::Thing(Thing::Stage(stage("s"))), Some((holder, pains))),
        (Place::Thing(Thing::Stage(stage("t"))), None),
        (Place::Thing(Thing::Lane(pains)), None),
    ] {
        assert_eq!(cell_below(&map, from), below, "{from:?}");
    }
}

#[test]
fn control_and_arrows_move_touchpoints_and_stages() {
    use Direction::*;
    let header = |id| Thing::Stage(stage(id));
    for (selected, directions, after) in [
        (vec![at("b")], vec![Left], "s: b a | t: c d"),
        (vec![at("b")], vec![Right], "s: a | t: b c d"),
        (vec![at("b")], vec![Right, Right], "s: a | t: c b d"),
        (vec![at("a"), at("b")], vec![Right], "s: | t: a b c d"),
        (vec![at("c")], vec![Left, Left], "s: a c b | t: d"),
        (vec![at("a")], vec![Left, Up, Down], "s: a b | t: c d"),
        (vec![at("d")], vec![Right], "s: a b | t: c d"),
        (vec![header("s")], vec![Right, Right], "t: c d | s: a b"),
        (vec![header("t")], vec![Left], "t: c d | s: a b"),
    ] {
        let mut editor = open(&map("s: a b | t: c d"));
        let before = Arc::clone(editor.map());
        editor.select(selected.iter().copied());
        directions.iter().for_each(|direction| editor.shift(*direction).unwrap());
        assert_eq!(outline(editor.map()), after, "{selected:?} {directions:?}");
        assert_eq!(editor.selection(), selected, "what moves stays selected");
        while editor.history().undoable().is_some() {
            editor.undo();
        }
        assert_eq!(*editor.map(), before);
    }
}

#[test]
fn control_and_arrows_move_cards_from_cell_to_cell() {
    use Direction::*;
    let mut editor = open(&map("s: a b"));
    let (pains, chances) = (lane(editor.map(), LaneKind::PainPoints), lane(editor.map(), LaneKind::Opportunities));
    let mut cards = Vec::new();
    for text in ["one", "two"] {
        editor.select([at("a")]);
        let card = editor.make(New::Card).unwrap();
        editor.set_text(card, text).unwrap();
        cards.push(card);
    }
    let cell = |editor: &Editor, id: &str, lane| {
        let cards = editor.map().touchpoint(touchpoint(id)).unwrap().cards_in(lane);
        cards.iter().map(|card| card.text.clone()).collect::<Vec<_>>().join(" ")
    };
    editor.select([cards[0]]);
    editor.shift(Down).unwrap();
    assert_eq!(cell(&editor, "a", pains), "two one");
    editor.shift(Down).unwrap();
    assert_eq!((cell(&editor, "a", pains), cell(&editor, "a", chances)), ("two".into(), "one".into()));
    editor.shift(Down).unwrap();
    editor.shift(Right).unwrap();
    assert_eq!(cell(&editor, "b", chances), "one", "at the edge nothing moves");
    editor.shift(Up).unwrap();
    editor.shift(Left).unwrap();
    assert_eq!(cell(&editor, "a", pains), "one two", "as high up as it was");
    assert_eq!(editor.map().check(), []);
}

#[test]
fn lanes_and_stages_are_put_in_order() {
    let mut editor = open(&map("s: a | t: b"));
    let kinds = |editor: &Editor| editor.map().lanes.iter().map(|lane| lane.kind).collect::<Vec<_>>();
    let before = kinds(&editor);
    editor.select([Thing::Lane(lane(editor.map(), LaneKind::Emotion))]);
    editor.reorder(Order::Later).unwrap();
    editor.shift(Direction::Down).unwrap();
    assert_eq!(kinds(&editor)[3], LaneKind::Emotion);
    editor.reorder(Order::Earlier).unwrap();
    editor.shift(Direction::Up).unwrap();
    assert_eq!(kinds(&editor), before);
    editor.select([at("b")]);
    editor.reorder(Order::Earlier).unwrap();
    assert_eq!(outline(editor.map()), "t: b | s: a", "the stage of what is selected");
    editor.reorder(Order::Earlier).unwrap();
    assert_eq!(outline(editor.map()), "t: b | s: a");
}

#[test]
fn keys_set_bands_nudge_and_clear() {
    let map = map("s: a b");
    let view = View::default();
    let mut editor = open(&map);
    let scores = |editor: &Editor| {
        let of = |touchpoint: &Arc<Touchpoint>| touchpoint.score(persona(&map), Curve::Actual).map(Score::value);
        editor.map().touchpoints().map(of).collect::<Vec<_>>()
    };
    editor.select([at("a"), at("b")]);
    // The middles of the five bands that the handbook cuts at ±20 and ±60.
    for (key, middle) in [(1, -80), (2, -40), (3, 0), (4, 40), (5, 80)] {
        editor.set_band(key, &view).unwrap();
        assert_eq!(scores(&editor), [Some(middle), Some(middle)]);
    }
    editor.set_band(6, &view).unwrap();
    assert_eq!(editor.unsaved_steps(), 5);
    editor.select([Thing::Face(touchpoint("b"), persona(&map), Curve::Actual)]);
    editor.nudge(-5, &view).unwrap();
    editor.nudge(1, &view).unwrap();
    assert_eq!(scores(&editor), [Some(80), Some(76)]);
    editor.nudge(100, &view).unwrap();
    assert_eq!(scores(&editor), [Some(80), Some(100)]);
    editor.remove_selected().unwrap();
    assert_eq!(scores(&editor), [Some(80), None], "a gap, not a zero");
    assert_eq!(editor.map().touchpoint_count(), 2);
}

#[test]
fn while_several_personas_are_overlaid_a_touchpoint_has_no_one_face() {
    let mut editor = open(&map("s: a"));
    editor.make(New::Persona).unwrap();
    editor.select([at("a")]);
    let overlaid = View { persona: PersonaChoice::All, ..View::default() };
    assert_eq!(editor.set_band(5, &overlaid), Err(wayfarer::editor::EditError::WhosePersona));
    assert!(editor.map().stages[0].touchpoints[0].feelings.is_empty());
}

#[test]
fn a_face_that_is_not_drawn_any_more_is_not_selected() {
    use wayfarer::{map::PersonaId, scene::CurveChoice};
    let map = map("s: a b");
    let mut editor = open(&map);
    let first = persona(&map);
    let Ok(Thing::Persona(other)) = editor.make(New::Persona) else { panic!("no persona") };
    let face = |name: &str, persona: PersonaId| Thing::Face(touchpoint(name), persona, Curve::Actual);
    for (name, persona) in [("a", first), ("b", first), ("a", other)] {
        editor.select([face(name, persona)]);
        editor.nudge(10, &View::default()).unwrap();
    }
    let of = |choice| View { persona: choice, ..View::default() };
    editor.select([face("b", first), face("a", first)]);
    editor.select_drawn(&of(PersonaChoice::All));
    assert_eq!(editor.selection(), [face("b", first), face("a", first)], "all are drawn");
    editor.select_drawn(&of(PersonaChoice::One(other)));
    assert_eq!(editor.selection(), [at("b"), face("a", other)], "there is no face of the other one at b");
    let hidden = CurveChoice { actual: false, ..CurveChoice::default() };
    editor.select_drawn(&View { curves: hidden, ..of(PersonaChoice::One(other)) });
    assert_eq!(editor.selection(), [at("b"), at("a")]);
}

#[test]
fn select_all_widens_from_siblings_to_everything() {
    let mut editor = open(&map("s: a b | t: c"));
    editor.select([at("a")]);
    editor.select_all();
    assert_eq!(editor.selection(), [at("b"), at("a")]);
    editor.select_all();
    assert_eq!(editor.selection(), [at("b"), at("c"), at("a")]);
    editor.select_all();
    assert_eq!(editor.selection().len(), 5);
    assert_eq!(editor.primary(), Some(at("a")));
}

#[test]
fn what_nobody_sees_is_not_selected() {
    use wayfarer::editor::{Edit, LaneChange, New};
    use wayfarer::map::Visibility;
    let mut editor = open(&map("s: a b"));
    let pains = editor.map().lanes.iter().find(|lane| lane.kind.holds_cards()).unwrap().id;
    editor.select([at("a")]);
    let hidden = editor.make(New::Card).unwrap();
    assert_eq!(editor.selection(), [hidden]);
    editor.apply(Edit::Lane(pains, LaneChange::Visibility(Visibility::Hidden))).unwrap();
    assert_eq!(editor.selection(), [], "a card went out of sight with its lane");
    for _ in 0..4 {
        editor.select_all();
    }
    assert!(!editor.selection().contains(&hidden));
    editor.remove_selected().unwrap();
    assert!(editor.map().touchpoints().next().is_none(), "what is seen was selected");
}

#[test]
fn what_is_gone_is_not_selected_and_comes_back_unselected() {
    let mut editor = open(&map("s: a b"));
    editor.select([at("a"), at("b")]);
    editor.apply(wayfarer::editor::Edit::Remove(vec![at("b")])).unwrap();
    assert_eq!(editor.selection(), [at("a")]);
    editor.undo();
    assert_eq!(editor.selection(), [at("a")]);
}
