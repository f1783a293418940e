//! The lock of the structure: what it refuses, what it lets through, and that it is a step like any other.

use super::gestures::{SLACK, Table, right_of};
use super::{at, lane, map, open, outline, persona, stage, touchpoint};
use std::sync::Arc;
use wayfarer::{
    editor::*,
    map::*,
    scene::View,
    texts::{Language, Texts},
};

fn locked(outline: &str) -> Arc<Map> {
    let lock = Edit::Map(MapChange::Structure(Structure::Locked));
    lock.apply(&map(outline)).unwrap()
}

fn new_stage() -> Edit {
    Edit::InsertStage { at: 0, stage: Arc::new(Stage::new(stage("new"), "New")) }
}

#[test]
fn stages_and_touchpoints_stand_fast() {
    let map = locked("s: a b | t: c");
    let touchpoint_of = |id| Arc::new(Touchpoint::new(touchpoint(id), id));
    for edit in [
        new_stage(),
        Edit::MoveStage { id: stage("t"), to: 0 },
        Edit::InsertTouchpoint { stage: stage("s"), at: 0, touchpoint: touchpoint_of("new") },
        Edit::MoveTouchpoints { ids: vec![touchpoint("a")], stage: stage("t"), at: 0 },
        Edit::Remove(vec![at("a")]),
        Edit::Remove(vec![Thing::Stage(stage("s"))]),
        Edit::Remove(vec![Thing::Lane(lane(&map, LaneKind::PainPoints)), at("a")]),
        Edit::All(vec![Edit::Map(MapChange::Title("T".into())), new_stage()]),
    ] {
        assert_eq!(edit.apply(&map).unwrap_err(), EditError::StructureLocked, "{edit:?}");
    }
}

#[test]
fn texts_cards_feelings_and_lanes_can_be_changed() {
    let map = locked("s: a b | t: c");
    let (pain, who) = (lane(&map, LaneKind::PainPoints), persona(&map));
    let card = Arc::new(Card::new(CardId::parse("card").unwrap(), "late"));
    for edit in [
        Edit::Stage(stage("s"), StageChange::Name("Buy".into())),
        Edit::Touchpoint(touchpoint("a"), TouchpointChange::Name("Shop".into())),
        Edit::Feeling(touchpoint("a"), who, FeelingChange::Score(Curve::Actual, Score::new(20))),
        Edit::InsertCard { holder: Holder::Touchpoint(touchpoint("a")), lane: pain, at: 0, card },
        Edit::MoveLane { id: pain, to: 0 },
        Edit::Remove(vec![Thing::Lane(pain)]),
        Edit::All(vec![Edit::Map(MapChange::Structure(Structure::Open)), new_stage()]),
    ] {
        let after = edit.apply(&map);
        assert!(after.is_ok_and(|after| !Arc::ptr_eq(&after, &map)), "{edit:?}");
    }
}

#[test]
fn the_lock_is_a_step_with_a_name_and_undo_goes_past_it() {
    let mut editor = open(&map("s: a b"));
    editor.apply(Edit::MoveTouchpoints { ids: vec![touchpoint("b")], stage: stage("s"), at: 0 }).unwrap();
    editor.toggle_lock().unwrap();
    let label = editor.history().undo_label().unwrap();
    assert_eq!(label.text(Texts(Language::English)), "lock the structure");
    assert_eq!(label.text(Texts(Language::Vietnamese)), "khóa cấu trúc");
    editor.select([at("a")]);
    assert_eq!(editor.remove_selected(), Err(EditError::StructureLocked));
    assert_eq!(editor.make(New::Stage), Err(EditError::StructureLocked));
    editor.undo();
    editor.undo();
    assert_eq!(outline(editor.map()), "s: a b");
    editor.redo();
    editor.redo();
    assert!(editor.is_locked());
    editor.toggle_lock().unwrap();
    assert_eq!(editor.remove_selected(), Ok(()));
    assert_eq!(outline(editor.map()), "s: b");
}

#[test]
fn copies_of_stages_and_touchpoints_are_refused_and_copies_of_cards_are_not() {
    let mut editor = open(&map("s: a b"));
    let card = Arc::new(Card::new(CardId::parse("card").unwrap(), "late"));
    let pain = lane(editor.map(), LaneKind::PainPoints);
    editor.apply(Edit::InsertCard { holder: Holder::Touchpoint(touchpoint("a")), lane: pain, at: 0, card }).unwrap();
    editor.toggle_lock().unwrap();
    for thing in [at("a"), Thing::Stage(stage("s"))] {
        editor.select([thing]);
        let piece = editor.copied().unwrap();
        let before = Arc::clone(editor.map());
        assert_eq!(editor.cut().unwrap_err(), EditError::StructureLocked);
        assert_eq!(editor.duplicate().unwrap_err(), EditError::StructureLocked);
        assert_eq!(editor.paste(&piece, &View::default()).unwrap_err(), EditError::StructureLocked);
        assert!(Arc::ptr_eq(editor.map(), &before));
    }
    editor.select([Thing::Card(CardId::parse("card").unwrap())]);
    let piece = editor.copied().unwrap();
    assert!(editor.duplicate().is_ok());
    assert!(editor.paste(&piece, &View::default()).is_ok());
    assert_eq!(editor.map().cards().count(), 3);
}

/// The hand is told when it begins to drag, not only when it lets go.
#[test]
fn the_hand_is_refused_at_once() {
    let begun = |tool, from: fn(&Table) -> wayfarer::scene::Point| {
        let mut table = Table::of(&locked("s: a b | t: c"));
        table.hand.take(tool, &mut table.editor);
        let (from, to) = (from(&table), right_of(table.rect(at("c"))));
        let scene = table.scene();
        let mut does = |phase, at| {
            let event = PointerEvent { phase, at, slack: SLACK, modifiers: table.modifiers, clicks: 0 };
            table.hand.point(event, &mut table.editor, &scene, &table.view).map(|_| ())
        };
        let said = does(Phase::Press, from).and_then(|()| does(Phase::Move, to));
        assert_eq!(does(Phase::Release, to), Ok(()));
        assert_eq!((table.outline().as_str(), table.steps()), ("s: a b | t: c", 0));
        said
    };
    let refused = Err(EditError::StructureLocked);
    assert_eq!(begun(Tool::Select, |table| table.rect(at("a")).center()), refused);
    assert_eq!(begun(Tool::Select, |table| table.rect(Thing::Stage(stage("s"))).center()), refused);
    assert_eq!(begun(Tool::Stage, |table| table.rect(at("a")).center()), refused);
    assert_eq!(begun(Tool::Touchpoint, |table| table.rect(at("a")).center()), refused);
}
