//! The dramatic arc: by hand, by keys, walked to, cleared, and drawn.

use super::{lane, map, open, touchpoint};
use std::sync::Arc;
use wayfarer::{
    editor::{
        Edit, Editor, FeelingChange, GestureRunner, Guide, Modifiers, Phase, Place, PointerEvent, Step,
        TouchpointChange, edit_of_text, walk,
    },
    map::*,
    scene::{CurveKind, Point, Scene, View, layout},
    texts::{Language, Texts},
};

fn level(value: i64) -> Option<Engagement> {
    Engagement::new(value)
}

fn bead(id: &str) -> Thing {
    Thing::Engagement(touchpoint(id))
}

fn set(id: &str, value: Option<i64>) -> Edit {
    Edit::Touchpoint(touchpoint(id), TouchpointChange::Engagement(value.and_then(Engagement::new)))
}

/// Touchpoints a, b, c of which a has level 2 and c level 5, with the arc's lane at the end.
fn arc_map() -> Arc<Map> {
    let lane = Lane::new(LaneId::parse("arc").unwrap(), LaneKind::DramaticArc);
    let lane = Edit::InsertLane { at: 9, lane: Arc::new(lane) };
    Edit::All(vec![lane, set("a", Some(2)), set("c", Some(5))]).apply(&map("s: a b | t: c")).unwrap()
}

fn levels(map: &Map) -> Vec<Option<u8>> {
    map.touchpoints().map(|touchpoint| touchpoint.engagement.map(Engagement::value)).collect()
}

fn scene(editor: &Editor) -> Arc<Scene> {
    layout(editor.map(), &View::default())
}

/// Presses, moves and lets go on the picture as it was at the press; what the last move showed beside the hand.
fn drag(editor: &mut Editor, from: Point, to: Point) -> Option<Guide> {
    let (mut hand, scene, view) = (GestureRunner::default(), scene(editor), View::default());
    let mut point = |editor: &mut Editor, phase, at| {
        let event = PointerEvent { phase, at, slack: 4.0, modifiers: Modifiers::default(), clicks: 1 };
        hand.point(event, editor, &scene, &view).unwrap()
    };
    point(editor, Phase::Press, from);
    let shown = if from == to { None } else { point(editor, Phase::Move, to).guide };
    point(editor, Phase::Release, to);
    shown
}

#[test]
fn a_point_is_pulled_to_the_nearest_level_in_one_step() {
    let mut editor = open(&arc_map());
    let scene = scene(&editor);
    let from = scene.rect_of(bead("a")).unwrap().center();
    let axis = scene.arc_axis().unwrap();
    // A little under level 4 is nearest to 4; far above is 5, far below 1.
    for (y, after) in [(axis.y_of(3.8), 4), (axis.y_of(9.0), 5), (axis.y_of(-9.0), 1)] {
        let shown = drag(&mut editor, from, Point::new(from.x + 30.0, y));
        let at = Point::new(from.x, axis.y_of(f64::from(after)));
        assert_eq!(shown, Some(Guide::Level { at, level: level(after.into()).unwrap() }));
        assert_eq!(levels(editor.map()), [Some(after), None, Some(5)]);
        assert_eq!(editor.selection(), [bead("a")]);
        editor.undo();
        assert_eq!(editor.unsaved_steps(), 0);
    }
}

#[test]
fn a_click_in_an_empty_cell_sets_the_level_there() {
    let mut editor = open(&arc_map());
    let scene = scene(&editor);
    let arc = lane(editor.map(), LaneKind::DramaticArc);
    let cell = |id| scene.cell_rect(Holder::Touchpoint(touchpoint(id)), arc).unwrap();
    let y = scene.arc_axis().unwrap().y_of(4.0);
    let empty = Point::new(cell("b").x0 + 30.0, y);
    drag(&mut editor, empty, empty);
    assert_eq!((levels(editor.map()), editor.selection()), (vec![Some(2), Some(4), Some(5)], &[bead("b")][..]));
    let filled = Point::new(cell("a").x0 + 30.0, y);
    drag(&mut editor, filled, filled);
    assert_eq!((levels(editor.map())[0], editor.selection()), (Some(2), &[bead("a")][..]), "there is a level already");
}

#[test]
fn keys_set_step_and_clear_and_each_is_a_step() {
    let view = View::default();
    let mut editor = open(&arc_map());
    editor.select([bead("a"), bead("b")]);
    editor.set_band(4, &view).unwrap();
    assert_eq!(levels(editor.map()), [Some(4), Some(4), Some(5)]);
    editor.set_band(9, &view).unwrap();
    editor.nudge(-5, &view).unwrap();
    assert_eq!(levels(editor.map()), [Some(3), Some(3), Some(5)], "one level, however many points the key means");
    editor.remove_selected().unwrap();
    assert_eq!(levels(editor.map()), [None, None, Some(5)]);
    editor.select([bead("b")]);
    editor.nudge(1, &view).unwrap();
    assert_eq!(levels(editor.map()), [None, Some(4), Some(5)], "a gap begins in the middle");
    assert_eq!(editor.unsaved_steps(), 4);
    assert!(editor.map().touchpoints().all(|touchpoint| touchpoint.feelings.is_empty()), "no feeling was set");
}

#[test]
fn arrows_walk_along_the_arc_also_over_gaps() {
    let map = arc_map();
    // Over empty cells of card lanes, which can be walked to too.
    let step = |from, step| {
        let mut place = walk(&map, &View::default(), Some(Place::Thing(from)), step);
        while let Some(Place::Cell(_)) = place {
            place = walk(&map, &View::default(), place, step);
        }
        place.map(|place| match place {
            Place::Thing(thing) => thing,
            Place::Cell(cell) => panic!("an empty cell: {cell:?}"),
        })
    };
    assert_eq!(step(bead("a"), Step::Right), Some(bead("b")));
    assert_eq!(step(bead("b"), Step::Right), Some(bead("c")));
    assert_eq!(step(bead("c"), Step::Home), Some(bead("a")));
    let face = Thing::Face(touchpoint("b"), map.personas[0].id, Curve::Expected);
    assert_eq!(step(face, Step::Down), Some(bead("b")));
    assert_eq!(step(bead("b"), Step::Up), Some(face));
}

#[test]
fn the_arc_breaks_at_a_gap_and_goes_with_its_lane() {
    let map = Edit::All(vec![set("b", Some(1)), set("c", None)]).apply(&arc_map()).unwrap();
    let scene = layout(&map, &View::default());
    let line = scene.curve(None, CurveKind::Engagement).unwrap();
    let axis = scene.arc_axis().unwrap();
    let ys: Vec<f64> = line.points.iter().map(|point| point.y).collect();
    assert_eq!((ys, line.runs.clone()), (vec![axis.y_of(2.0), axis.y_of(1.0)], vec![0..2; 1]));
    assert!(axis.y_of(5.0) < axis.y_of(1.0), "more stands higher");
    let hidden = layout(&arc_hidden(), &View::default());
    assert!(hidden.curve(None, CurveKind::Engagement).is_none() && hidden.arc_axis().is_none());
    assert!(!bead("a").is_seen_in(&arc_hidden()));
}

fn arc_hidden() -> Arc<Map> {
    let map = arc_map();
    let arc = lane(&map, LaneKind::DramaticArc);
    Edit::Lane(arc, wayfarer::editor::LaneChange::Visibility(Visibility::Hidden)).apply(&map).unwrap()
}

#[test]
fn undo_names_what_was_done_to_the_arc() {
    let map = arc_map();
    let said = |edit: Edit| {
        let label = edit.label(&map);
        [Language::English, Language::Vietnamese].map(|language| label.text(Texts(language)))
    };
    assert_eq!(said(set("a", Some(4))), ["set engagement at a", "đặt mức cuốn hút tại a"]);
    assert_eq!(said(Edit::Remove(vec![bead("a")])), ["clear engagement at a", "xóa mức cuốn hút tại a"]);
    assert_eq!(said(Edit::Remove(vec![bead("a"), bead("c")]))[0], "clear engagement at 2 touchpoints");
    assert_eq!(edit_of_text(&map, bead("a"), "x".into()), None, "a level has no text");
}

/// A hand that misses the point by little means it, as with a face.
#[test]
fn a_point_is_caught_as_easily_as_a_face() {
    let map = arc_map();
    let persona = map.personas[0].id;
    let feeling = FeelingChange::Score(Curve::Actual, Score::new(50));
    let editor = open(&Edit::Feeling(touchpoint("a"), persona, feeling).apply(&map).unwrap());
    let scene = scene(&editor);
    let slack = 5.0;
    let reach = |thing: Thing| {
        let center = scene.rect_of(thing).unwrap().center();
        let is_hit = |away: &f64| {
            let at = Point::new(center.x + away, center.y);
            scene.hit(at, slack).is_some_and(|hit| hit.target == wayfarer::scene::Target::Thing(thing))
        };
        (0..40).map(f64::from).take_while(is_hit).last().unwrap()
    };
    let face = Thing::Face(touchpoint("a"), persona, Curve::Actual);
    assert_eq!(reach(bead("a")).to_bits(), reach(face).to_bits());
}
