//! The Pencil: a map, a sweep over its picture, and the feelings after.

use super::gestures::{SLACK, Table, score};
use super::{map, touchpoint};
use std::sync::Arc;
use wayfarer::{
    editor::{EditError, Guide, Phase, PointerEvent, Tool},
    map::*,
    scene::{PersonaChoice, Point},
};

fn pencil(outline: &str) -> Table {
    Table::with_tool(outline, Tool::Pencil)
}

/// A place in a touchpoint's column, `aside` units right of its middle, as high as a score.
fn spot(table: &Table, id: &str, score: i64, aside: f64) -> Point {
    let scene = table.scene();
    let column = scene.column_of(touchpoint(id)).unwrap();
    Point::new(column.center() + aside, scene.y_of(Score::new(score).unwrap()).unwrap())
}

/// The feelings on a curve, touchpoint by touchpoint; `_` for none.
fn feelings(map: &Map, curve: Curve) -> String {
    let said = |id: &str| score(map, id, curve).map_or("_".to_owned(), |score| score.to_string());
    let ids: Vec<&str> = map.touchpoints().map(|touchpoint| touchpoint.name.as_str()).collect();
    ids.into_iter().map(said).collect::<Vec<_>>().join(" ")
}

/// Sweeps through places and lets go at the last.
fn sweep(table: &mut Table, places: &[Point]) {
    let [first, rest @ ..] = places else { return };
    table.does(Phase::Press, *first, 0);
    for place in rest {
        table.does(Phase::Move, *place, 0);
    }
    table.does(Phase::Release, *rest.last().unwrap_or(first), 0);
}

#[test]
fn one_sweep_sets_every_column_it_passes_in_one_step() {
    let mut table = pencil("s: a b | t: c d");
    let places = [("a", 40), ("b", -10), ("c", -70), ("d", 90)].map(|(id, score)| spot(&table, id, score, 0.0));
    table.does(Phase::Press, places[0], 0);
    for (place, shown) in places.iter().zip(["40 _ _ _", "40 -10 _ _", "40 -10 -70 _", "40 -10 -70 90"]) {
        let said = table.does(Phase::Move, *place, 0);
        assert_eq!(feelings(table.editor.shown(), Curve::Actual), shown, "the map follows in the same frame");
        assert!(matches!(said.guide, Some(Guide::Value { .. })));
    }
    assert_eq!(feelings(table.editor.map(), Curve::Actual), "_ _ _ _", "nothing is in the history yet");
    table.does(Phase::Release, places[3], 0);
    assert_eq!(feelings(table.editor.map(), Curve::Actual), "40 -10 -70 90");
    assert_eq!((table.steps(), table.editor.selection().len(), table.hand.tool()), (1, 4, Tool::Select));
    table.editor.undo();
    assert_eq!(feelings(table.editor.map(), Curve::Actual), "_ _ _ _");
}

// A straight stroke from 80 over a to −80 over e crosses the columns between at 40, 0 and −40.
#[test]
fn a_fast_stroke_leaves_no_column_out() {
    let mut table = pencil("s: a b c | t: d e");
    let (from, to) = (spot(&table, "a", 80, 0.0), spot(&table, "e", -80, 0.0));
    sweep(&mut table, &[from, to]);
    assert_eq!(feelings(table.editor.map(), Curve::Actual), "80 40 0 -40 -80");
    // Backwards the same, over an empty stage too.
    let mut table = pencil("s: a b | u: | t: c");
    let (from, to) = (spot(&table, "c", -60, 0.0), spot(&table, "a", 60, 0.0));
    sweep(&mut table, &[from, to]);
    let line = feelings(table.editor.map(), Curve::Actual);
    assert!(line.starts_with("60 ") && line.ends_with(" -60"), "{line}");
}

#[test]
fn the_middle_of_a_column_counts_and_sweeping_back_draws_anew() {
    let mut table = pencil("s: a b c");
    // Past the middle of a, steep to the border: a keeps what it had in its middle.
    let places = [("a", 20, -60.0), ("a", 20, 0.0), ("a", 90, 60.0), ("b", 50, -60.0), ("b", 50, 0.0)];
    let places = places.map(|(id, score, aside)| spot(&table, id, score, aside));
    sweep(&mut table, &places);
    assert_eq!(feelings(table.editor.map(), Curve::Actual), "20 50 _");
    let mut table = pencil("s: a b c");
    let places = [("a", 20), ("b", 20), ("c", 20), ("b", -50), ("c", 70)].map(|(id, at)| spot(&table, id, at, 0.0));
    sweep(&mut table, &places);
    assert_eq!(feelings(table.editor.map(), Curve::Actual), "20 -50 70");
    // A hand that stops just on the border between two columns.
    let mut table = pencil("s: a b c");
    let places = [("a", 60, 0.0), ("a", 0, 69.0), ("b", -60, 0.0)].map(|(id, at, aside)| spot(&table, id, at, aside));
    sweep(&mut table, &places);
    assert_eq!(feelings(table.editor.map(), Curve::Actual), "60 -60 _");
    // Up and down in one column, beside its middle: the face follows.
    let mut table = pencil("s: a b");
    let places = [10, 80, -30].map(|at| spot(&table, "a", at, 30.0));
    sweep(&mut table, &places);
    assert_eq!(feelings(table.editor.map(), Curve::Actual), "-30 _");
}

#[test]
fn alt_draws_the_expected_curve_and_a_click_sets_one() {
    let mut table = pencil("s: a b");
    table.modifiers.alt = true;
    let places = [spot(&table, "a", 30, 0.0), spot(&table, "b", 50, 0.0)];
    sweep(&mut table, &places);
    assert_eq!(feelings(table.editor.map(), Curve::Expected), "30 50");
    assert_eq!(feelings(table.editor.map(), Curve::Actual), "_ _");
    // The pencil for the expected curve draws that without Alt, and with Alt the other one.
    let mut table = pencil("s: a b");
    table.hand.sharpen(Curve::Expected);
    let places = [spot(&table, "a", 30, 0.0), spot(&table, "b", 50, 0.0)];
    sweep(&mut table, &places);
    assert_eq!(feelings(table.editor.map(), Curve::Expected), "30 50");
    table.hand.take(Tool::Pencil, &mut table.editor);
    table.modifiers.alt = true;
    sweep(&mut table, &places);
    assert_eq!(feelings(table.editor.map(), Curve::Actual), "30 50");
    // What is not shown is not drawn: the other one is.
    let mut table = pencil("s: a b");
    table.hand.sharpen(Curve::Expected);
    table.view.curves.expected = false;
    sweep(&mut table, &places);
    assert_eq!(feelings(table.editor.map(), Curve::Actual), "30 50");
    let mut table = pencil("s: a b");
    let place = spot(&table, "b", -45, 10.0);
    table.click(place);
    assert_eq!((feelings(table.editor.map(), Curve::Actual).as_str(), table.steps()), ("_ -45", 1));
}

#[test]
fn esc_abandons_a_sweep_and_beside_the_lane_nothing_begins() {
    let mut table = pencil("s: a b");
    let (a, b) = (spot(&table, "a", 30, 0.0), spot(&table, "b", 50, 0.0));
    table.pull(a, b);
    table.does(Phase::Cancel, b, 0);
    table.does(Phase::Release, b, 0);
    assert_eq!((feelings(table.editor.shown(), Curve::Actual).as_str(), table.steps()), ("_ _", 0));
    assert_eq!(table.hand.tool(), Tool::Pencil, "the pencil stays in the hand");
    for place in [Point::new(a.x, 20.0), Point::new(40.0, a.y), Point::new(-40.0, a.y)] {
        sweep(&mut table, &[place, b]);
        assert_eq!(table.steps(), 0, "begun at {place:?}");
    }
}

#[test]
fn what_the_persona_skips_is_left_out() {
    let mut map = map("s: a b c d");
    let first = &mut Arc::make_mut(&mut map).personas[0];
    Arc::make_mut(first).path.skips = [touchpoint("b")].into();
    let mut table = Table::of(&map);
    table.hand.take(Tool::Pencil, &mut table.editor);
    let places = [spot(&table, "a", 60, 0.0), spot(&table, "d", -60, 0.0)];
    sweep(&mut table, &places);
    assert_eq!(feelings(table.editor.map(), Curve::Actual), "60 _ -20 -60");
}

#[test]
fn with_personas_overlaid_nobody_knows_whose_feelings_are_drawn() {
    let mut map = map("s: a b");
    let other = Persona::new(PersonaId::parse("minh").unwrap(), "Minh");
    Arc::make_mut(&mut map).personas.push(Arc::new(other));
    let mut table = Table::of(&map);
    table.hand.take(Tool::Pencil, &mut table.editor);
    table.view.persona = PersonaChoice::All;
    let event = |phase, at| PointerEvent { phase, at, slack: SLACK, modifiers: table.modifiers, clicks: 0 };
    let (press, release) = {
        let at = spot(&table, "a", 30, 0.0);
        (event(Phase::Press, at), event(Phase::Release, at))
    };
    let scene = table.scene();
    let said = table.hand.point(press, &mut table.editor, &scene, &table.view);
    assert_eq!(said, Err(EditError::WhosePersona));
    assert!(table.hand.point(release, &mut table.editor, &scene, &table.view).is_ok());
    assert_eq!(table.steps(), 0);
}
