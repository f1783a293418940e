//! A persona's own path: what it skips, where it enters and leaves, and that nothing can be felt where it does not come.

use super::{at, map, open, persona, touchpoint};
use std::sync::Arc;
use wayfarer::{
    editor::{EditError, Editor},
    map::{Curve, Map, OwnPath, Persona, PersonaId},
    scene::{CurveKind, PersonaChoice, View, layout},
};

/// What the first persona meets, in the order of the journey.
fn met(map: &Map) -> String {
    let off = map.off_path(&map.personas[0]);
    map.touchpoints().filter(|it| !off.contains(&it.id)).map(|it| it.name.as_str()).collect()
}

/// Selects these touchpoints, does something, and expects this way.
fn check(editor: &mut Editor, selected: &[&str], act: impl Fn(&mut Editor) -> Result<(), EditError>, way: &str) {
    editor.select(selected.iter().map(|id| at(id)));
    act(editor).unwrap();
    assert_eq!(met(editor.map()), way, "with {selected:?} selected");
}

#[test]
fn a_path_is_told_step_by_step_and_taken_back() {
    let view = View::default();
    let mut editor = open(&map("see: a b | buy: c d e"));
    check(&mut editor, &["c"], |it| it.skip_selected(&view), "abde");
    check(&mut editor, &["c", "d"], |it| it.skip_selected(&view), "abe");
    check(&mut editor, &["c", "d"], |it| it.skip_selected(&view), "abcde");
    check(&mut editor, &["b"], |it| it.enter_at_selected(&view), "bcde");
    check(&mut editor, &["d"], |it| it.leave_at_selected(&view), "bcd");
    check(&mut editor, &["d"], |it| it.leave_at_selected(&view), "bcde");
    // Leaving before entering: the way lies between the two.
    check(&mut editor, &["a"], |it| it.leave_at_selected(&view), "ab");
    editor.undo();
    assert_eq!(met(editor.map()), "bcde");
    check(&mut editor, &["a"], |it| it.clear_path(&view), "abcde");
}

#[test]
fn a_path_forgets_touchpoints_that_are_removed() {
    let view = View::default();
    let mut editor = open(&map("see: a b c"));
    check(&mut editor, &["b"], |it| it.enter_at_selected(&view), "bc");
    editor.remove_selected().unwrap();
    assert_eq!(met(editor.map()), "ac");
    assert!(editor.map().personas[0].path.is_whole());
    assert_eq!(editor.map().check(), []);
}

#[test]
fn nothing_is_felt_where_the_persona_does_not_come_by() {
    let view = View::default();
    let mut editor = open(&map("see: a b"));
    check(&mut editor, &["a"], |it| it.skip_selected(&view), "b");
    let before = Arc::clone(editor.map());
    assert_eq!(editor.set_band(5, &view), Err(EditError::OffPath));
    assert!(Arc::ptr_eq(editor.map(), &before));
}

#[test]
fn with_several_personas_shown_nobody_knows_whose_path_is_meant() {
    let mut two = (*map("see: a b")).clone();
    two.personas.push(Arc::new(Persona::new(PersonaId::parse("other").unwrap(), "Other")));
    let mut editor = open(&Arc::new(two));
    editor.select([at("a")]);
    let view = View { persona: PersonaChoice::All, ..View::default() };
    assert_eq!(editor.skip_selected(&view), Err(EditError::WhosePersona));
}

// A skipped touchpoint is no gap: the line goes on past it. A touchpoint without a score is one.
#[test]
fn the_curve_goes_on_past_a_skipped_touchpoint() {
    let view = View::default();
    let mut editor = open(&map("see: a b c"));
    for id in ["a", "b", "c"] {
        editor.select([at(id)]);
        editor.set_band(4, &view).unwrap();
    }
    check(&mut editor, &["b"], |it| it.skip_selected(&view), "ac");
    let whose = persona(editor.map());
    let scene = layout(editor.map(), &view);
    let curve = scene.curve(Some(whose), CurveKind::Actual).unwrap();
    assert_eq!(curve.points.iter().map(|point| point.touchpoint).collect::<Vec<_>>(), ["a", "c"].map(touchpoint));
    assert_eq!(curve.runs.iter().map(|run| (run.start, run.end)).collect::<Vec<_>>(), [(0, 2)]);
    // The score is kept for when the persona comes by again.
    assert!(editor.map().touchpoint(touchpoint("b")).unwrap().score(whose, Curve::Actual).is_some());
}

#[test]
fn a_path_is_led_by_a_touchpoint_that_it_left_out() {
    let map = map("see: a b | buy: c d e");
    let path = |enters: Option<&str>, leaves: Option<&str>, skips: &[&str]| OwnPath {
        enters: enters.map(touchpoint),
        leaves: leaves.map(touchpoint),
        skips: skips.iter().map(|id| touchpoint(id)).collect(),
    };
    for (before, by, after) in [
        (path(None, None, &["b", "c"]), "b", path(None, None, &["c"])),
        (path(Some("c"), Some("d"), &["b"]), "b", path(None, Some("d"), &[])),
        (path(Some("b"), Some("d"), &[]), "e", path(Some("b"), None, &[])),
        (path(Some("b"), Some("d"), &["c"]), "c", path(Some("b"), Some("d"), &[])),
        // Where the end stands before the entry, the way lies between the two.
        (path(Some("d"), Some("b"), &[]), "e", path(Some("d"), None, &[])),
    ] {
        assert!(map.is_off_path(&before, touchpoint(by)), "{before:?}");
        let led = map.path_by_way_of(&before, touchpoint(by));
        assert!(!map.is_off_path(&led, touchpoint(by)), "{led:?}");
        assert_eq!(led, after, "{by}");
    }
}
