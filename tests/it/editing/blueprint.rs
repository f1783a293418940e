//! The lines of a service blueprint: each once on a map, drawn under its lane with its words.

use super::{lane, map, open};
use std::sync::Arc;
use wayfarer::{
    editor::{Edit, EditError, LaneChange},
    export::svg::write_svg,
    map::*,
    scene::{Palette, View, layout, sizes},
};

fn line_of(map: &Map, kind: LaneKind) -> Option<BlueprintLine> {
    map.lane_of_kind(kind).unwrap().line
}

#[test]
fn a_line_is_taken_from_the_lane_that_has_it() {
    let before = map("s: a");
    let [pains, chances] = [LaneKind::PainPoints, LaneKind::Opportunities].map(|kind| lane(&before, kind));
    let draw = |lane, line| Edit::Lane(lane, LaneChange::Line(line));
    let visibility = Some(BlueprintLine::Visibility);
    let first = draw(pains, visibility).apply(&before).unwrap();
    let second = draw(chances, visibility).apply(&first).unwrap();
    assert_eq!((line_of(&second, LaneKind::PainPoints), line_of(&second, LaneKind::Opportunities)), (None, visibility));
    assert_eq!(second.check(), []);
    assert!(Arc::ptr_eq(&draw(chances, visibility).apply(&second).unwrap(), &second));
    let gone = draw(chances, None).apply(&second).unwrap();
    assert_eq!(*gone, *before);
    let lane = Lane { line: visibility, ..Lane::new(LaneId::parse("new").unwrap(), LaneKind::Notes) };
    assert_eq!(Edit::InsertLane { at: 0, lane: Arc::new(lane) }.apply(&second), Err(EditError::DoesNotFit));
}

#[test]
fn the_menu_draws_a_line_under_the_selected_lane_and_takes_it_away_again() {
    let mut editor = open(&map("s: a"));
    let pains = lane(editor.map(), LaneKind::PainPoints);
    assert_eq!(editor.toggle_line(BlueprintLine::Interaction), Err(EditError::DoesNotFit), "no lane is selected");
    editor.select([Thing::Lane(pains)]);
    editor.toggle_line(BlueprintLine::Interaction).unwrap();
    assert_eq!(line_of(editor.map(), LaneKind::PainPoints), Some(BlueprintLine::Interaction));
    editor.toggle_line(BlueprintLine::Interaction).unwrap();
    assert_eq!(line_of(editor.map(), LaneKind::PainPoints), None);
    assert_eq!(editor.unsaved_steps(), 2);
}

#[test]
fn the_menu_hides_the_selected_lane_and_shows_it_again() {
    let mut editor = open(&map("s: a"));
    assert_eq!(editor.toggle_lane(), Err(EditError::DoesNotFit), "no lane is selected");
    let pains = lane(editor.map(), LaneKind::PainPoints);
    let is_shown = |editor: &wayfarer::editor::Editor| editor.map().lane(pains).unwrap().is_shown();
    editor.select([Thing::Lane(pains)]);
    editor.toggle_lane().unwrap();
    assert!(!is_shown(&editor));
    assert_eq!(editor.selection(), [Thing::Lane(pains)], "so that it can be shown again");
    editor.toggle_lane().unwrap();
    assert!(is_shown(&editor));
    assert_eq!(editor.unsaved_steps(), 2);
}

#[test]
fn a_line_has_room_for_its_words_and_leaves_the_faces_where_they_are() {
    let plain = map("s: a");
    let emotion = lane(&plain, LaneKind::Emotion);
    let change = Edit::Lane(emotion, LaneChange::Line(Some(BlueprintLine::Visibility)));
    let [before, after] = [Arc::clone(&plain), change.apply(&plain).unwrap()].map(|map| layout(&map, &View::default()));
    let row = |scene: &wayfarer::scene::Scene| scene.lanes().iter().find(|row| row.id == emotion).unwrap().clone();
    assert_eq!(row(&after).height, row(&before).height + sizes::LINE_STRIP);
    assert_eq!(after.axis(), before.axis());
    let svg = write_svg(&after, Palette::Light);
    assert!(svg.contains(">Line of visibility<") && !write_svg(&before, Palette::Light).contains("Line of"));
}

#[test]
fn a_lane_pulled_to_a_height_keeps_it_with_a_line_under_it() {
    let plain = map("s: a");
    let pains = lane(&plain, LaneKind::PainPoints);
    let set = |change| Edit::Lane(pains, change);
    let edit =
        Edit::All(vec![set(LaneChange::Line(Some(BlueprintLine::Interaction))), set(LaneChange::Height(Some(200)))]);
    let scene = layout(&edit.apply(&plain).unwrap(), &View::default());
    assert_eq!(scene.lanes().iter().find(|row| row.id == pains).unwrap().height, 200.0);
}
