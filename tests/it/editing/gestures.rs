//! Gestures: a map, what the hand does on its picture, and the map after.

use super::{at, lane, map, open, outline, persona, stage, touchpoint};
use std::{cell::RefCell, sync::Arc};
use wayfarer::{
    editor::{Edit, Editor, FeelingChange, FollowUp, GestureRunner, Guide, Modifiers, Phase, PointerEvent, Tool},
    map::*,
    scene::{Layouter, PersonaChoice, Point, Rect, Scene, Vec2, View, sizes},
};

pub(super) const SLACK: f64 = 5.0;

thread_local! {
    /// The fonts are read once.
    static LAYOUTER: RefCell<Layouter> = RefCell::new(Layouter::new());
}

/// A hand on the picture of an open map.
pub(super) struct Table {
    pub(super) editor: Editor,
    pub(super) hand: GestureRunner,
    pub(super) view: View,
    pub(super) modifiers: Modifiers,
}

impl Table {
    pub(super) fn new(outline: &str) -> Self {
        Self::of(&map(outline))
    }

    pub(super) fn of(map: &Arc<Map>) -> Self {
        Self {
            editor: open(map),
            hand: GestureRunner::default(),
            view: View::default(),
            modifiers: Modifiers::default(),
        }
    }

    pub(super) fn with_tool(outline: &str, tool: Tool) -> Self {
        let mut table = Self::new(outline);
        table.hand.take(tool, &mut table.editor);
        table
    }

    pub(super) fn scene(&self) -> Arc<Scene> {
        LAYOUTER.with_borrow_mut(|layouter| layouter.layout(self.editor.map(), &self.view))
    }

    pub(super) fn rect(&self, thing: Thing) -> Rect {
        self.scene().rect_of(thing).expect("the thing is drawn")
    }

    pub(super) fn does(&mut self, phase: Phase, at: Point, clicks: u8) -> FollowUp {
        let event = PointerEvent { phase, at, slack: SLACK, modifiers: self.modifiers, clicks };
        let scene = self.scene();
        self.hand.point(event, &mut self.editor, &scene, &self.view).expect("the edit fits")
    }

    pub(super) fn click(&mut self, at: Point) -> FollowUp {
        self.does(Phase::Press, at, 0);
        self.does(Phase::Release, at, 1)
    }

    /// Presses, moves in two steps and holds; the release is left to the caller.
    pub(super) fn pull(&mut self, from: Point, to: Point) -> FollowUp {
        self.does(Phase::Press, from, 0);
        self.does(Phase::Move, from.midpoint(to), 0);
        self.does(Phase::Move, to, 0)
    }

    pub(super) fn drag(&mut self, from: Point, to: Point) -> FollowUp {
        self.pull(from, to);
        self.does(Phase::Release, to, 0)
    }

    pub(super) fn outline(&self) -> String {
        outline(self.editor.map())
    }

    pub(super) fn steps(&self) -> usize {
        self.editor.unsaved_steps()
    }

    pub(super) fn shift(&mut self) -> &mut Self {
        self.modifiers.shift = true;
        self
    }
}

/// A little left of a thing's middle, so that what is dropped there comes before it.
pub(super) fn left_of(rect: Rect) -> Point {
    rect.center() - Vec2::new(rect.width() / 4.0, 0.0)
}

pub(super) fn right_of(rect: Rect) -> Point {
    rect.center() + Vec2::new(rect.width() / 4.0, 0.0)
}

#[test]
fn a_click_selects_and_shift_adds_and_takes_out() {
    let mut table = Table::new("s: a b");
    let (a, b) = (table.rect(at("a")).center(), table.rect(at("b")).center());
    table.click(a);
    assert_eq!(table.editor.selection(), [at("a")]);
    table.shift().click(b);
    assert_eq!(table.editor.selection(), [at("a"), at("b")]);
    table.click(a);
    assert_eq!(table.editor.selection(), [at("b")]);
    table.modifiers.shift = false;
    table.click(table.rect(Thing::Stage(stage("s"))).center());
    assert_eq!(table.editor.selection(), [Thing::Stage(stage("s"))]);
    table.click(Point::new(-50.0, -50.0));
    assert_eq!(table.editor.selection(), []);
    assert_eq!(table.steps(), 0);
}

/// Two personas feel the same: their faces stand side by side, and each is pulled by its own.
#[test]
fn of_faces_side_by_side_the_one_under_the_hand_is_pulled() {
    let mut map = super::map("s: a b");
    let minh = PersonaId::parse("minh").unwrap();
    let first = map.personas[0].id;
    Arc::make_mut(&mut map).personas.push(Arc::new(Persona::new(minh, "Minh")));
    let feel = |who| {
        let change = FeelingChange::Score(Curve::Actual, Score::new(30));
        Edit::Feeling(touchpoint("a"), who, change)
    };
    let map = Edit::All(vec![feel(first), feel(minh)]).apply(&map).unwrap();
    let mut table = Table::of(&map);
    table.view.persona = PersonaChoice::All;
    let face = |who| Thing::Face(touchpoint("a"), who, Curve::Actual);
    let (left, right) = (table.rect(face(first)).center(), table.rect(face(minh)).center());
    assert!(right.x - left.x > 22.0 && left.y == right.y);
    table.drag(right, Point::new(right.x, table.scene().y_of(Score::new(-45).unwrap()).unwrap()));
    let of = |who| table.editor.map().touchpoint(touchpoint("a")).unwrap().score(who, Curve::Actual);
    assert_eq!((of(first), of(minh)), (Score::new(30), Score::new(-45)));
    assert_eq!(table.rect(face(first)).center().x, table.rect(face(minh)).center().x, "apart, both in the middle");
}

#[test]
fn a_drag_with_alt_at_the_press_carries_a_copy() {
    // Touchpoints, in the order of the journey; the copies are selected.
    let mut table = Table::new("s: a b | t: c");
    let (a, c) = (table.rect(at("a")), table.rect(at("c")));
    table.editor.select([at("b"), at("a")]);
    table.modifiers.alt = true;
    let guide = table.pull(a.center(), right_of(c)).guide;
    assert!(matches!(guide, Some(Guide::Carrying { mark: Some(_), .. })), "{guide:?}");
    assert_eq!(table.outline(), "s: a b | t: c");
    // What was pressed at the start counts, not what is held when the hand lets go.
    table.modifiers.alt = false;
    table.does(Phase::Release, right_of(c), 0);
    assert_eq!((table.outline().as_str(), table.steps()), ("s: a b | t: c a b", 1));
    assert_eq!(table.editor.selection().len(), 2);
    // A stage.
    table.modifiers.alt = true;
    let (s, t) = (table.rect(Thing::Stage(stage("s"))), table.rect(Thing::Stage(stage("t"))));
    table.drag(s.center(), right_of(t));
    assert_eq!(table.outline(), "s: a b | t: c a b | s: a b");
    // Esc makes nothing.
    table.pull(s.center(), right_of(t));
    table.does(Phase::Cancel, right_of(t), 0);
    assert_eq!((table.outline().as_str(), table.steps()), ("s: a b | t: c a b | s: a b", 2));
    assert_eq!(table.editor.map().check(), []);
}

#[test]
fn alt_on_a_face_still_pulls_it() {
    let mut table = Table::new("s: a");
    let lan = persona(table.editor.map());
    let change = wayfarer::editor::FeelingChange::Score(Curve::Actual, Score::new(0));
    table.editor.apply(wayfarer::editor::Edit::Feeling(touchpoint("a"), lan, change)).unwrap();
    let face = Thing::Face(touchpoint("a"), lan, Curve::Actual);
    table.modifiers.alt = true;
    let from = table.rect(face).center();
    let to = Point::new(from.x, table.scene().y_of(Score::new(40).unwrap()).unwrap());
    table.drag(from, to);
    let score = table.editor.map().touchpoint(touchpoint("a")).unwrap().score(lan, Curve::Actual);
    assert_eq!(score, Score::new(40));
}

#[test]
fn a_trembling_hand_clicks() {
    let mut table = Table::new("s: a b");
    let a = table.rect(at("a")).center();
    table.drag(a, a + Vec2::new(SLACK - 1.0, 0.0));
    assert_eq!((table.outline().as_str(), table.editor.selection()), ("s: a b", &[at("a")][..]));
}

#[test]
fn a_double_click_edits_in_place() {
    let mut table = Table::new("s: a");
    for thing in [at("a"), Thing::Stage(stage("s")), Thing::Lane(table.editor.map().lanes[1].id)] {
        let center = table.rect(thing).center();
        table.click(center);
        table.does(Phase::Press, center, 0);
        assert_eq!(table.does(Phase::Release, center, 2).edit_text, Some(thing));
    }
}

#[test]
fn touchpoints_are_dragged_within_and_between_stages() {
    for (from, onto, after) in
        [("a", "c", "s: b c a | t: d"), ("a", "d", "s: b c | t: d a"), ("d", "a", "s: a d b c | t:")]
    {
        let mut table = Table::new("s: a b c | t: d");
        let (from, to) = (table.rect(at(from)).center(), right_of(table.rect(at(onto))));
        let shown = table.pull(from, to);
        let Some(Guide::Carrying { things, mark: Some(_), .. }) = shown.guide else {
            panic!("no landing place: {shown:?}")
        };
        assert_eq!(things, table.editor.selection());
        assert_eq!(table.outline(), "s: a b c | t: d", "nothing moves before the hand lets go");
        table.does(Phase::Release, to, 0);
        assert_eq!((table.outline().as_str(), table.steps()), (after, 1));
        table.editor.undo();
        assert_eq!(table.outline(), "s: a b c | t: d");
    }
}

#[test]
fn all_selected_touchpoints_are_dragged_together() {
    let mut table = Table::new("s: a b c | t: d");
    table.editor.select([at("c"), at("a")]);
    let (from, to) = (table.rect(at("a")).center(), left_of(table.rect(at("d"))));
    table.drag(from, to);
    assert_eq!((table.outline().as_str(), table.steps()), ("s: b | t: a c d", 1));
}

#[test]
fn a_stage_is_dragged_by_its_header() {
    let mut table = Table::new("s: a b | t: c | u: d");
    let (from, to) = (table.rect(Thing::Stage(stage("u"))).center(), left_of(table.rect(Thing::Stage(stage("s")))));
    table.drag(from, to);
    assert_eq!(table.outline(), "u: d | s: a b | t: c");
}

#[test]
fn esc_abandons_a_drag() {
    let mut table = Table::new("s: a b");
    let (from, to) = (table.rect(at("a")).center(), right_of(table.rect(at("b"))));
    table.pull(from, to);
    assert_eq!(table.does(Phase::Cancel, to, 0), FollowUp::default());
    table.does(Phase::Release, to, 0);
    assert_eq!((table.outline().as_str(), table.steps()), ("s: a b", 0));
}

pub(super) fn with_face(score: i64) -> (Table, Thing) {
    let map = map("s: a b");
    let mut table = Table::of(&map);
    let face = Thing::Face(touchpoint("a"), persona(&map), Curve::Actual);
    table.editor.select([face]);
    table.editor.nudge(i32::try_from(score).unwrap(), &table.view).unwrap();
    (table, face)
}

pub(super) fn score(map: &Map, id: &str, curve: Curve) -> Option<i8> {
    map.touchpoint(touchpoint(id)).unwrap().score(persona(map), curve).map(Score::value)
}

#[test]
fn a_face_follows_the_hand_and_is_one_step() {
    let (mut table, face) = with_face(0);
    let scene = table.scene();
    let grip = Vec2::new(3.0, 4.0);
    let y = |score| scene.y_of(Score::new(score).unwrap()).unwrap();
    let from = table.rect(face).center() + grip;
    table.does(Phase::Press, from, 0);
    for target in [60, -100, -72] {
        let shown = table.does(Phase::Move, Point::new(from.x + 30.0, y(target) + grip.y), 0);
        assert_eq!(i64::from(score(table.editor.shown(), "a", Curve::Actual).unwrap()), target);
        assert!(matches!(shown.guide, Some(Guide::Value { score, .. }) if i64::from(score.value()) == target));
        assert_eq!(score(table.editor.map(), "a", Curve::Actual), Some(0));
    }
    table.does(Phase::Release, Point::new(from.x, y(-72) + grip.y), 0);
    assert_eq!(score(table.editor.map(), "a", Curve::Actual), Some(-72));
    assert!(Arc::ptr_eq(table.editor.shown(), table.editor.map()));
    table.editor.undo();
    assert_eq!(score(table.editor.map(), "a", Curve::Actual), Some(0));
}

#[test]
fn a_face_goes_back_on_esc_and_stops_at_the_ends() {
    let (mut table, face) = with_face(10);
    let from = table.rect(face).center();
    table.pull(from, from - Vec2::new(0.0, 900.0));
    assert_eq!(score(table.editor.shown(), "a", Curve::Actual), Some(100));
    table.does(Phase::Cancel, from, 0);
    assert_eq!(score(table.editor.shown(), "a", Curve::Actual), Some(10));
}

#[test]
fn a_click_where_no_score_is_sets_one_and_alt_the_expected_one() {
    let (mut table, _) = with_face(0);
    let emotion = lane(table.editor.map(), LaneKind::Emotion);
    let cell = table.scene().cell_rect(Holder::Touchpoint(touchpoint("b")), emotion).unwrap();
    let y = table.scene().y_of(Score::new(45).unwrap()).unwrap();
    table.click(Point::new(cell.center().x, y));
    assert_eq!(score(table.editor.map(), "b", Curve::Actual), Some(45));
    table.modifiers.alt = true;
    table.click(Point::new(cell.x0 + 10.0, y + 60.0));
    assert!(score(table.editor.map(), "b", Curve::Expected).is_some_and(|score| score < 45));
    table.modifiers.alt = false;
    table.click(Point::new(cell.x0 + 10.0, y + 90.0));
    assert_eq!(score(table.editor.map(), "b", Curve::Actual), Some(45), "a score that is there stays");
    let persona = table.editor.map().personas[0].id;
    assert_eq!(table.editor.selection(), [Thing::Face(touchpoint("b"), persona, Curve::Actual)]);
}

#[test]
fn a_marquee_selects_the_touchpoints_it_touches() {
    let mut table = Table::new("s: a b c");
    let (a, b) = (table.rect(at("a")), table.rect(at("b")));
    let corner = Point::new(a.x0 - 7.0, a.y0 - 7.0);
    let shown = table.pull(corner, b.center());
    assert_eq!(shown.guide, Some(Guide::Marquee(Rect::from_points(corner, b.center()))));
    assert_eq!(table.editor.selection(), [at("a"), at("b")]);
    table.does(Phase::Release, a.center(), 0);
    assert_eq!(table.editor.selection(), [at("a")]);
    table.shift().pull(Point::new(b.x0 - 7.0, b.y0 - 7.0), b.center());
    assert_eq!(table.editor.selection(), [at("a"), at("b")]);
    table.does(Phase::Cancel, b.center(), 0);
    assert_eq!(table.editor.selection(), [at("a")]);
}

#[test]
fn lanes_are_reordered_by_their_label_and_sized_by_their_border() {
    let mut table = Table::new("s: a");
    let kinds = |table: &Table| table.editor.map().lanes.iter().map(|lane| lane.kind).collect::<Vec<_>>();
    let pain = lane(table.editor.map(), LaneKind::PainPoints);
    let emotion = Thing::Lane(lane(table.editor.map(), LaneKind::Emotion));
    let from = table.rect(Thing::Lane(pain)).center();
    table.drag(from, table.rect(emotion).center() - Vec2::new(0.0, 20.0));
    use LaneKind::*;
    assert_eq!(kinds(&table), [Touchpoints, PainPoints, Emotion, Channels, Opportunities]);
    let row = table.rect(Thing::Lane(pain));
    let border = Point::new(60.0, row.y1);
    table.drag(border, border + Vec2::new(0.0, 50.0));
    let height = table.editor.map().lane(pain).unwrap().height.unwrap();
    assert!((f64::from(height) - row.height() - 50.0).abs() <= 0.5, "{height} from {}", row.height());
    assert!((table.rect(Thing::Lane(pain)).height() - f64::from(height)).abs() < 0.01);
}

#[test]
fn cards_are_put_with_the_note_tool_and_dragged_to_another_cell() {
    let mut table = Table::with_tool("s: a b", Tool::Note);
    let pain = lane(table.editor.map(), LaneKind::PainPoints);
    let opportunities = lane(table.editor.map(), LaneKind::Opportunities);
    let cell = |table: &Table, id, lane| table.scene().cell_rect(Holder::Touchpoint(touchpoint(id)), lane).unwrap();
    let to = cell(&table, "a", pain).center();
    let Some(card @ Thing::Card(id)) = table.click(to).edit_text else { panic!("no card to write on") };
    assert_eq!((table.hand.tool(), table.editor.selection()), (Tool::Select, &[card][..]));
    let (from, to) = (table.rect(card).center(), cell(&table, "b", opportunities).center());
    table.drag(from, to);
    let (holder, lane, _) = table.editor.map().card(id).unwrap();
    assert_eq!((holder, lane), (Holder::Touchpoint(touchpoint("b")), opportunities));
    assert_eq!(table.steps(), 2);
}

#[test]
fn the_stage_tool_puts_a_stage_and_draws_one_with_touchpoints() {
    let mut table = Table::with_tool("", Tool::Stage);
    let made = table.click(Point::new(200.0, 50.0));
    assert_eq!((table.outline().as_str(), table.hand.tool()), ("?:", Tool::Select));
    assert_eq!(made.edit_text, table.editor.primary());
    let mut table = Table::with_tool("s: a b | t: c", Tool::Stage);
    let from = left_of(table.rect(Thing::Stage(stage("t"))));
    let shown = table.pull(from, from + Vec2::new(3.2 * sizes::COLUMN, 10.0));
    assert!(matches!(shown.guide, Some(Guide::Drawing { count: 3, .. })), "{shown:?}");
    table.does(Phase::Release, from + Vec2::new(3.2 * sizes::COLUMN, 10.0), 0);
    assert_eq!((table.outline().as_str(), table.steps()), ("s: a b | ?: ? ? ? | t: c", 1));
}

#[test]
fn the_touchpoint_tool_puts_one_and_draws_several() {
    let mut table = Table::with_tool("s: a b | t: c", Tool::Touchpoint);
    table.click(left_of(table.rect(at("b"))));
    assert_eq!(table.outline(), "s: a ? b | t: c");
    let mut table = Table::with_tool("s: a b | t: c", Tool::Touchpoint);
    let from = left_of(table.rect(at("b")));
    let made = table.drag(from + Vec2::new(2.0 * sizes::COLUMN, 0.0), from);
    assert_eq!((table.outline().as_str(), table.steps()), ("s: a ? ? b | t: c", 1));
    assert_eq!(made.edit_text, Some(Thing::Touchpoint(table.editor.map().stages[0].touchpoints[1].id)));
    let mut table = Table::with_tool("", Tool::Touchpoint);
    table.click(Point::new(200.0, 150.0));
    assert_eq!((table.outline().as_str(), table.steps()), ("?: ?", 1));
}

#[test]
fn a_link_that_goes_back_is_a_loop() {
    for (from, to, kind) in [("a", "c", LinkKind::Path), ("c", "b", LinkKind::Loop)] {
        let mut table = Table::with_tool("s: a b | t: c", Tool::Link);
        let (start, end) = (table.rect(at(from)).center(), table.rect(at(to)).center());
        let shown = table.pull(start, end);
        assert!(matches!(shown.guide, Some(Guide::Link { mark: Some(_), .. })));
        let made = table.does(Phase::Release, end, 0);
        let link = &table.editor.map().links[0];
        assert_eq!((link.from, link.to, link.kind), (touchpoint(from), touchpoint(to), kind));
        assert_eq!((made.edit_text, table.hand.tool()), (Some(Thing::Link(link.id)), Tool::Select));
    }
    let mut table = Table::with_tool("s: a b", Tool::Link);
    table.click(table.rect(at("a")).center());
    assert_eq!((table.editor.map().links.len(), table.hand.tool()), (0, Tool::Link), "the tool stays in the hand");
}

#[test]
fn esc_puts_the_tool_away_and_then_selects_nothing() {
    let mut table = Table::with_tool("s: a", Tool::Link);
    table.editor.select([at("a")]);
    table.does(Phase::Cancel, Point::ZERO, 0);
    assert_eq!((table.hand.tool(), table.editor.selection()), (Tool::Select, &[at("a")][..]));
    table.does(Phase::Cancel, Point::ZERO, 0);
    assert_eq!(table.editor.selection(), []);
}

/// Any sequence of pointer events: nothing panics, the map stays sound, and a press makes one step at the most.
#[test]
fn whatever_the_hand_does_the_map_stays_sound() {
    for seed in 0..30 {
        let mut rng = fastrand::Rng::with_seed(seed);
        let mut table = Table::with_tool("s: a b | t: | u: c", Tool::ALL[rng.usize(..Tool::ALL.len())]);
        for _ in 0..40 {
            let phase = [Phase::Press, Phase::Move, Phase::Move, Phase::Release, Phase::Cancel][rng.usize(..5)];
            let to = Point::new(rng.f64() * 800.0 - 20.0, rng.f64() * 900.0 - 20.0);
            let steps = table.steps();
            table.modifiers.shift = rng.bool();
            let event = PointerEvent { phase, at: to, slack: SLACK, modifiers: table.modifiers, clicks: rng.u8(0..3) };
            let scene = table.scene();
            // An edit that does not fit is an error and leaves the map.
            let done = table.hand.point(event, &mut table.editor, &scene, &table.view);
            assert!(table.steps() <= steps + usize::from(phase == Phase::Release && done.is_ok()), "seed {seed}");
            assert_eq!(table.editor.shown().check(), [], "seed {seed}");
        }
    }
}
