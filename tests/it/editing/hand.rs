//! What the hand can hold and hold fast: tools that stay, faces that rest in a band, things that keep to an axis and
//! say where they would land, and what a press would do before it comes.

use super::{
    at,
    gestures::{Table, left_of, right_of, score, with_face},
    lane, stage, touchpoint,
};
use wayfarer::{
    editor::{Destination, Guide, Modifiers, Phase, Promise, Rest, Situation, Stay, Tool, promise},
    map::*,
    scene::{Point, Vec2},
};

#[test]
fn a_tool_falls_back_after_use_and_a_kept_one_stays_until_esc() {
    for (stay, after_use) in [(Stay::Once, Tool::Select), (Stay::Kept, Tool::Touchpoint)] {
        let mut table = Table::with_tool("s: a b", Tool::Touchpoint);
        table.hand.keep(stay);
        table.click(right_of(table.rect(at("b"))));
        assert_eq!((table.hand.tool(), table.outline().as_str()), (after_use, "s: a b ?"), "{stay:?}");
    }
    let mut table = Table::with_tool("s: a b", Tool::Touchpoint);
    table.hand.keep(Stay::Kept);
    for _ in 0..2 {
        table.click(right_of(table.rect(at("b"))));
    }
    assert_eq!((table.steps(), table.outline().as_str()), (2, "s: a b ? ?"));
    table.does(Phase::Press, table.rect(at("a")).center(), 0);
    table.does(Phase::Cancel, Point::ZERO, 0);
    assert_eq!(table.hand.tool(), Tool::Touchpoint, "Esc abandons the gesture first");
    table.does(Phase::Cancel, Point::ZERO, 0);
    assert_eq!(table.hand.tool(), Tool::Select);
    table.click(table.rect(at("a")).center());
    assert_eq!(table.steps(), 2);
}

// The middles of the three bands are −60, 0 and +60 (−60.5 … −100 to −21); within 3 points they hold.
#[test]
fn a_face_rests_in_the_middle_of_a_band_and_ctrl_frees_it() {
    for (aim, command, rests_at, rest) in [
        (58, false, 60, Rest::InBand),
        (63, false, 60, Rest::InBand),
        (64, false, 64, Rest::Free),
        (-2, false, 0, Rest::InBand),
        (-57, false, -60, Rest::InBand),
        (58, true, 58, Rest::Free),
    ] {
        let (mut table, face) = with_face(30);
        let from = table.rect(face).center();
        let y = |score| table.scene().y_of(Score::new(score).unwrap()).unwrap();
        let to = Point::new(from.x, from.y + y(aim) - y(30));
        table.modifiers = Modifiers { command, ..Modifiers::default() };
        let shown = table.pull(from, to);
        let Some(Guide::Value { score: said, rest: held, .. }) = shown.guide else { panic!("{shown:?}") };
        assert_eq!((i64::from(said.value()), held), (rests_at, rest), "aimed at {aim}");
        table.does(Phase::Release, to, 0);
        assert_eq!(score(table.editor.map(), "a", Curve::Actual).map(i64::from), Some(rests_at), "what was shown");
    }
}

#[test]
fn what_is_carried_says_where_it_would_land() {
    let place = |table: &mut Table, from: Point, to: Point| {
        let shown = table.pull(from, to);
        table.does(Phase::Cancel, to, 0);
        match shown.guide {
            Some(Guide::Carrying { place, .. }) => place,
            other => panic!("{other:?}"),
        }
    };
    let mut table = Table::new("s: a b c | t: d");
    let (a, c, d) = (table.rect(at("a")), table.rect(at("c")), table.rect(at("d")));
    assert_eq!(place(&mut table, a.center(), right_of(c)), Some(Destination::Touchpoint(stage("s"), 3)));
    assert_eq!(place(&mut table, a.center(), left_of(d)), Some(Destination::Touchpoint(stage("t"), 1)));
    assert_eq!(place(&mut table, d.center(), left_of(a)), Some(Destination::Touchpoint(stage("s"), 1)));
    let (s, t) = (table.rect(Thing::Stage(stage("s"))), table.rect(Thing::Stage(stage("t"))));
    assert_eq!(place(&mut table, s.center(), right_of(t)), Some(Destination::Stage(2)));
    let pain = lane(table.editor.map(), LaneKind::PainPoints);
    let label = table.rect(Thing::Lane(pain));
    assert_eq!(place(&mut table, label.center(), Point::new(20.0, 0.0)), Some(Destination::Lane(1)));
}

#[test]
fn shift_keeps_what_is_carried_on_the_axis_it_went_along() {
    let mut table = Table::new("s: a b | t: c");
    let (a, b) = (table.rect(at("a")).center(), right_of(table.rect(at("b"))));
    table.does(Phase::Press, a, 0);
    table.modifiers.shift = true;
    let to = Point::new(b.x, a.y + 40.0);
    let shown = table.does(Phase::Move, to, 0);
    assert!(matches!(shown.guide, Some(Guide::Carrying { by, .. }) if by == Vec2::new(to.x - a.x, 0.0)), "{shown:?}");
    table.does(Phase::Release, to, 0);
    assert_eq!(table.outline(), "s: b a | t: c");
    // Downward the column stays, and with it the place.
    let a = table.rect(at("a")).center();
    table.modifiers.shift = false;
    table.does(Phase::Press, a, 0);
    table.modifiers.shift = true;
    table.does(Phase::Move, a + Vec2::new(150.0, 400.0), 0);
    table.does(Phase::Release, a + Vec2::new(150.0, 400.0), 0);
    assert_eq!(table.outline(), "s: b a | t: c");
}

#[test]
fn a_lane_that_is_pulled_says_its_height_and_a_double_click_gives_the_natural_one() {
    let mut table = Table::new("s: a");
    let pain = lane(table.editor.map(), LaneKind::PainPoints);
    let row = table.rect(Thing::Lane(pain));
    let border = Point::new(60.0, row.y1);
    let shown = table.pull(border, border + Vec2::new(0.0, 50.0));
    let Some(Guide::Height { height, .. }) = shown.guide else { panic!("{shown:?}") };
    assert!((f64::from(height) - row.height() - 50.0).abs() <= 0.5);
    table.does(Phase::Release, border + Vec2::new(0.0, 50.0), 0);
    assert_eq!(table.editor.map().lane(pain).unwrap().height, Some(height));
    let border = Point::new(60.0, table.rect(Thing::Lane(pain)).y1);
    table.does(Phase::Press, border, 0);
    table.does(Phase::Release, border, 2);
    assert_eq!(table.editor.map().lane(pain).unwrap().height, None);
    assert_eq!(table.rect(Thing::Lane(pain)).height(), row.height());
}

#[test]
fn ctrl_click_on_a_header_selects_its_touchpoints() {
    let mut table = Table::new("s: a b | t: c | u:");
    let header = |table: &Table, id| table.rect(Thing::Stage(stage(id))).center();
    table.modifiers.command = true;
    table.click(header(&table, "s"));
    assert_eq!(table.editor.selection(), [at("a"), at("b")]);
    table.modifiers.shift = true;
    table.editor.select([at("a")]);
    table.click(header(&table, "t"));
    assert_eq!(table.editor.selection(), [at("a"), at("c")]);
    table.modifiers.shift = false;
    table.click(header(&table, "u"));
    assert_eq!(table.editor.selection(), [Thing::Stage(stage("u"))], "of an empty stage itself");
    // The keyboard's way: from any touchpoint, and of several stages at once.
    table.editor.select([at("b"), at("c")]);
    table.editor.select_touchpoints_of_stages();
    assert_eq!(table.editor.selection(), [at("a"), at("b"), at("c")]);
}

#[test]
fn a_click_on_the_title_of_what_alone_is_selected_writes() {
    let mut table = Table::new("s: a b");
    let title = table.scene().text_rect_of(at("a")).unwrap().center();
    assert_eq!(table.click(title).edit_text, None, "the first click selects");
    assert_eq!(table.click(title).edit_text, Some(at("a")));
    table.editor.select([at("a"), at("b")]);
    assert_eq!(table.click(title).edit_text, None, "of several it selects the one");
    table.modifiers.shift = true;
    assert_eq!(table.click(title).edit_text, None);
    table.modifiers.shift = false;
    table.editor.select([at("a")]);
    let to = right_of(table.rect(at("b")));
    assert_eq!(table.drag(title, to).edit_text, None);
    assert_eq!(table.outline(), "s: b a", "a drag carries all the same");
}

#[test]
fn what_a_press_would_do_is_said_before_it_comes() {
    let (mut table, face) = with_face(20);
    let map = std::sync::Arc::clone(table.editor.map());
    let scene = table.scene();
    let cell = |id, kind| scene.cell_rect(Holder::Touchpoint(touchpoint(id)), lane(&map, kind)).unwrap().center();
    let (empty, full) = (cell("b", LaneKind::Emotion), cell("a", LaneKind::Emotion) + Vec2::new(40.0, 0.0));
    let pain = cell("a", LaneKind::PainPoints);
    let border = Point::new(60.0, table.rect(Thing::Lane(lane(&map, LaneKind::PainPoints))).y1);
    let (header, a, off) =
        (table.rect(Thing::Stage(stage("s"))).center(), table.rect(at("a")).center(), Point::new(-90.0, -90.0));
    let face = table.rect(face).center();
    table.editor.select([at("a")]);
    let says = |tool, at| {
        let (selection, view) = (table.editor.selection(), &table.view);
        let situation = Situation { map: &map, scene: &scene, tool, pencil: Curve::Actual, selection, view };
        promise(at, 5.0, table.modifiers, &situation)
    };
    for (tool, place, promised) in [
        (Tool::Select, off, Promise::Area),
        (Tool::Select, header, Promise::Carry),
        (Tool::Select, a, Promise::Write),
        (Tool::Select, face, Promise::PullValue),
        (Tool::Select, border, Promise::SizeLane),
        (Tool::Select, empty, Promise::SetValue),
        (Tool::Select, full, Promise::Area),
        (Tool::Hand, a, Promise::Pan),
        (Tool::Stage, off, Promise::Make),
        (Tool::Touchpoint, a, Promise::Make),
        (Tool::Note, pain, Promise::Make),
        (Tool::Note, a, Promise::Make),
        (Tool::Note, off, Promise::Make),
        (Tool::Link, a, Promise::Link),
        (Tool::Link, header, Promise::Nothing),
        (Tool::Pencil, empty, Promise::Sweep),
        (Tool::Pencil, full, Promise::Sweep),
        (Tool::Pencil, pain, Promise::Nothing),
    ] {
        assert_eq!(says(tool, place), promised, "{tool:?} at {place:?}");
    }
}
