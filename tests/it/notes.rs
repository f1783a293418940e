//! Notes on the canvas: in the file, moved with what their arrow leads to, under the hand and by keys.

use std::sync::Arc;
use wayfarer::{
    editor::{
        Direction, Edit, Editor, GestureRunner, InFile, Modifiers, New, NoteChange, Phase, Place, PointerEvent, Step,
        Tool, walk,
    },
    export::svg::write_svg,
    files::ron,
    map::*,
    scene::{Layouter, Palette, Point, Rect, Scene, Shape, Target, View, layout, sizes},
    texts::Texts,
};

const MAP: &str = r##"(
  format: 1,
  personas: [(id: "p")],
  lanes: [(id: "t", kind: touchpoints), (id: "e", kind: emotion), (id: "l", kind: pain_points)],
  stages: [
    (id: "s", touchpoints: [(id: "a"), (id: "b", feelings: {"p": (actual: 40)})]),
    (id: "r", touchpoints: [(id: "c", cards: {"l": [(id: "k", text: "late")]})]),
  ],
  notes: [
    (id: "free", text: "Ask again", x: 900, y: 40),
    (id: "tied", text: "Why?", x: 150, y: 200, to: touchpoint("c")),
    (id: "face", text: "Odd", x: 30, y: -60, width: 90, color: "#4c6fbf", to: face("b", "p", actual)),
  ],
)
"##;

fn parsed(text: &str) -> Arc<Map> {
    Arc::new(ron::parse(text.as_bytes()).unwrap().map)
}

fn map() -> Arc<Map> {
    parsed(MAP)
}

fn note(id: &str) -> NoteId {
    NoteId::parse(id).unwrap()
}

fn touchpoint(id: &str) -> Thing {
    Thing::Touchpoint(TouchpointId::parse(id).unwrap())
}

fn seen(map: &Arc<Map>, id: &str) -> Rect {
    layout(map, &View::default()).note(note(id)).unwrap().rect
}

#[test]
fn notes_stand_in_the_file_and_are_checked_there() {
    let text = ron::write(&map()).unwrap();
    assert_eq!(parsed(&text), map());
    assert!(text.contains("to: touchpoint(\"c\")") && text.contains("actual"), "{text}");
    let problems = |text: &str| {
        let problems = ron::parse(text.as_bytes()).unwrap_err().problems;
        problems
            .iter()
            .map(|it| format!("{}:{}: {}", it.at.line, it.at.column, it.sentence(Texts::default())))
            .collect::<Vec<_>>()
    };
    let gone = "The arrow of the note leads to “x”, which is not there.";
    assert_eq!(problems(&MAP.replace("touchpoint(\"c\")", "touchpoint(\"x\")")), [format!("11:63: {gone}")]);
    assert_eq!(problems(&MAP.replace("\"b\", \"p\", actual", "\"b\", \"x\", actual")), [format!("12:89: {gone}")]);
    assert!(
        problems(&MAP.replace("width: 90", "width: 9"))[0].starts_with("12:10: The note “face” is not 60 to 800 wide")
    );
    assert_eq!(problems(&MAP.replace("\"tied\"", "\"free\"")), ["11:10: The id “free” is taken already."]);
}

#[test]
fn a_note_moves_with_what_its_arrow_leads_to() {
    let before = map();
    let to_front = Edit::MoveStage { id: StageId::parse("r").unwrap(), to: 0 };
    let after = to_front.apply(&before).unwrap();
    let way = |of: &dyn Fn(&Arc<Map>) -> Rect| of(&after).origin() - of(&before).origin();
    let thing_moved = way(&|map| layout(map, &View::default()).rect_of(touchpoint("c")).unwrap());
    assert_eq!(thing_moved.x, -2.0 * sizes::COLUMN);
    assert_eq!(way(&|map| seen(map, "tied")), thing_moved);
    assert_eq!(way(&|map| seen(map, "free")).hypot(), 0.0);
    // A face takes its note along, however it is pulled.
    let persona = before.personas[0].id;
    let pulled = wayfarer::editor::FeelingChange::Score(Curve::Actual, Score::new(-40));
    let pulled = Edit::Feeling(TouchpointId::parse("b").unwrap(), persona, pulled).apply(&before).unwrap();
    assert!(seen(&pulled, "face").y0 > seen(&before, "face").y0 + 50.0);
}

#[test]
fn the_picture_grows_for_notes_on_every_side_and_is_else_where_it_was() {
    let plain = layout(
        &parsed(&MAP[..MAP.find("  notes:").unwrap()].to_owned().chars().chain(")".chars()).collect::<String>()),
        &View::default(),
    );
    assert_eq!((plain.origin, plain.notes().len()), (Point::ORIGIN, 0));
    let placed = |x: i32, y: i32| {
        let place = NoteChange::Place { x, y, to: None };
        layout(&Edit::Note(note("free"), place).apply(&map()).unwrap(), &View::default())
    };
    let right = placed(900, 40);
    assert_eq!((right.origin, right.columns()[0].x), (Point::ORIGIN, plain.columns()[0].x));
    assert!(right.room().contains(Point::new(900.0 + 160.0, 50.0)));
    let left = placed(-300, -200);
    assert_eq!(left.origin, Point::new(-300.0 - sizes::MARGIN, -200.0 - sizes::MARGIN));
    assert_eq!(left.columns()[0].x, plain.columns()[0].x, "the map itself stays where it is");
    // On paper nothing is cut off: everything stands within the size.
    let svg = write_svg(&left, Palette::Light);
    let tree = wayfarer::export::png::parse_svg(&svg).unwrap();
    let bounds = tree.root().abs_bounding_box();
    assert!(bounds.x() >= 0.0 && bounds.y() >= 0.0, "{bounds:?}");
    assert!(f64::from(tree.size().width()) >= left.size.width);
}

#[test]
fn arrows_are_drawn_where_what_they_lead_to_is_seen() {
    let arrows = |map: &Arc<Map>| {
        let scene = layout(map, &View::default());
        scene.notes().iter().map(|note| !note.arrow.shapes.is_empty()).collect::<Vec<_>>()
    };
    assert_eq!(arrows(&map()), [false, true, true]);
    let hidden = Edit::Lane(LaneId::parse("e").unwrap(), wayfarer::editor::LaneChange::Visibility(Visibility::Hidden));
    let hidden = hidden.apply(&map()).unwrap();
    assert_eq!(arrows(&hidden), [false, true, false], "a face that is not drawn has no arrow, but its note stays");
}

fn open(map: &Arc<Map>) -> Editor {
    Editor::open(Arc::clone(map), InFile::Yes, fastrand::Rng::with_seed(2))
}

#[test]
fn a_note_stays_where_it_was_seen_when_its_arrow_goes() {
    let mut editor = open(&map());
    let before = seen(editor.map(), "tied");
    editor.apply(Edit::Remove(vec![Thing::Stage(StageId::parse("r").unwrap())])).unwrap();
    let left = editor.map().note(note("tied")).unwrap();
    assert_eq!((left.to, f64::from(left.x), f64::from(left.y)), (None, before.x0.round(), before.y0.round()));
    assert_eq!(editor.history().undo_label().unwrap().text(Texts::default()), "delete stage");
    assert_eq!(editor.map().check(), []);
    editor.undo();
    assert_eq!(*editor.map(), map(), "one step");
    editor.detach_note(note("tied")).unwrap();
    assert!((seen(editor.map(), "tied").origin() - before.origin()).hypot() < 1.0);
    editor.attach_note(note("tied"), NoteTarget::Lane(LaneId::parse("l").unwrap())).unwrap();
    assert!((seen(editor.map(), "tied").origin() - before.origin()).hypot() < 1.5);
    assert_eq!(editor.map().note(note("tied")).unwrap().to.unwrap().thing(), Thing::Lane(LaneId::parse("l").unwrap()));
}

/// What is in the history makes of the map before just the map that is shown, for few arrows and for many, and where the
/// edit itself says where a note goes.
#[test]
fn what_keeps_notes_in_place_is_one_step_that_is_repeatable() {
    let mut many = Map::clone(&map());
    for at in 0..20 {
        let id = NoteId::parse(&format!("n{at}")).unwrap();
        let to = if at % 2 == 0 { "a" } else { "c" };
        let to = Some(NoteTarget::Touchpoint(TouchpointId::parse(to).unwrap()));
        many.notes.push(Arc::new(Note { to, ..Note::new(id, (at * 10, 150)) }));
    }
    let stays = NoteTarget::Touchpoint(TouchpointId::parse("b").unwrap());
    let elsewhere = Edit::Note(note("tied"), NoteChange::Place { x: 7, y: 9, to: Some(stays) });
    let removed = Edit::Remove(vec![touchpoint("c")]);
    for (before, edit, kept) in [
        (map(), removed.clone(), 1),
        (Arc::new(many), removed.clone(), 11),
        (map(), Edit::All(vec![elsewhere, removed]), 0),
    ] {
        let mut editor = open(&before);
        editor.preview(edit.clone()).unwrap();
        let previewed = Arc::clone(editor.shown());
        editor.cancel_preview();
        editor.apply(edit).unwrap();
        assert_eq!(*editor.map(), previewed, "the preview is what is committed");
        assert_eq!(editor.history().undoable().unwrap().apply(&before).unwrap(), previewed);
        let of_touchpoint = |at: &&Arc<Note>| at.to == Some(NoteTarget::Touchpoint(TouchpointId::parse("c").unwrap()));
        let loose = before.notes.iter().filter(of_touchpoint);
        let stay = loose.filter(|it| previewed.note(it.id).unwrap().to.is_none()).map(|it| it.id);
        let stay: Vec<NoteId> = stay.collect();
        assert_eq!(stay.len(), kept);
        for id in stay {
            let place = |map: &Arc<Map>| layout(map, &View::default()).note(id).unwrap().rect.origin();
            assert!((place(&before) - place(&previewed)).hypot() < 1.0, "{id} stays where it was seen");
        }
    }
}

#[test]
fn a_map_is_sound_also_where_an_edit_without_a_picture_takes_a_thing_away() {
    let removed = Edit::Remove(vec![touchpoint("c"), touchpoint("b")]).apply(&map()).unwrap();
    assert_eq!(removed.check(), []);
    assert!(removed.notes.iter().all(|note| note.to.is_none()));
    let lost = Edit::Note(
        note("free"),
        NoteChange::Place { x: 0, y: 0, to: Some(NoteTarget::Card(CardId::parse("x").unwrap())) },
    );
    assert!(lost.apply(&map()).is_err());
    assert!(Edit::Note(note("free"), NoteChange::Width(Some(5))).apply(&map()).is_err());
}

/// A hand with a tool on an editor.
struct Hand {
    editor: Editor,
    runner: GestureRunner,
    layouter: Layouter,
}

impl Hand {
    fn new(tool: Tool) -> Self {
        let mut editor = open(&map());
        let mut runner = GestureRunner::default();
        runner.take(tool, &mut editor);
        Self { editor, runner, layouter: Layouter::new() }
    }

    fn scene(&mut self) -> Arc<Scene> {
        self.layouter.layout(self.editor.map(), &View::default())
    }

    fn point(&mut self, phase: Phase, at: Point) {
        let scene = self.scene();
        let event = PointerEvent { phase, at, slack: 4.0, modifiers: Modifiers::default(), clicks: 1 };
        self.runner.point(event, &mut self.editor, &scene, &View::default()).unwrap();
    }

    fn drag(&mut self, from: Point, to: Point) {
        self.point(Phase::Press, from);
        self.point(Phase::Move, from.midpoint(to));
        self.point(Phase::Move, to);
        self.point(Phase::Release, to);
    }

    fn note(&self, id: &str) -> &Note {
        self.editor.map().note(note(id)).unwrap()
    }
}

#[test]
fn the_hand_moves_sizes_and_points_notes() {
    let mut hand = Hand::new(Tool::Select);
    let rect = hand.scene().note(note("tied")).unwrap().rect;
    hand.drag(rect.center(), rect.center() + (40.0, -30.0));
    let tied = hand.note("tied");
    assert_eq!((tied.x, tied.y, tied.to.is_some()), (190, 170, true), "the arrow stays");
    assert_eq!(hand.editor.history().undo_label().unwrap().text(Texts::default()), "move Why?");
    assert_eq!(hand.editor.selection(), [Thing::Note(note("tied"))]);
    let rect = hand.scene().note(note("tied")).unwrap().rect;
    hand.drag(Point::new(rect.x1, rect.y0 + 5.0), Point::new(rect.x1 + 60.0, rect.y0));
    assert_eq!(hand.note("tied").width, Some(220));
    // From the handle onto a card.
    let scene = hand.scene();
    let card = scene.rect_of(Thing::Card(CardId::parse("k").unwrap())).unwrap();
    let handle = scene.handle_of(Thing::Note(note("free"))).unwrap();
    assert_eq!(scene.hit(handle, 4.0).unwrap().target, Target::Handle(Thing::Note(note("free"))));
    let before = scene.note(note("free")).unwrap().rect;
    hand.drag(handle, card.center());
    assert_eq!(hand.note("free").to, Some(NoteTarget::Card(CardId::parse("k").unwrap())));
    let after = hand.scene().note(note("free")).unwrap().rect;
    assert!((after.origin() - before.origin()).hypot() < 1.0, "it stays where it is");
    // On empty ground nothing happens; back on the note the arrow goes.
    let steps = hand.editor.history().depth();
    let handle = hand.scene().handle_of(Thing::Note(note("free"))).unwrap();
    hand.drag(handle, Point::new(2000.0, 1500.0));
    assert_eq!(hand.editor.history().depth(), steps);
    hand.drag(handle, after.center());
    assert_eq!(hand.note("free").to, None);
}

#[test]
fn esc_abandons_a_note_under_way() {
    let mut hand = Hand::new(Tool::Select);
    let rect = hand.scene().note(note("free")).unwrap().rect;
    hand.point(Phase::Press, rect.center());
    hand.point(Phase::Move, rect.center() + (100.0, 100.0));
    assert_ne!(**hand.editor.shown(), *map());
    hand.point(Phase::Cancel, rect.center());
    assert_eq!(**hand.editor.shown(), *map());
    assert!(!hand.editor.is_modified());
}

#[test]
fn the_note_tool_makes_cards_in_lanes_of_cards_and_notes_on_other_ground() {
    for (at, makes_note) in [
        // In the pain points, under a touchpoint without a card.
        (
            |scene: &Scene| {
                scene
                    .cell_rect(Holder::Touchpoint(TouchpointId::parse("a").unwrap()), LaneId::parse("l").unwrap())
                    .unwrap()
                    .center()
            },
            false,
        ),
        // On a touchpoint: a card in its first lane of cards, as ever.
        (|scene: &Scene| scene.rect_of(touchpoint("a")).unwrap().center(), false),
        // In the emotion lane, where there is no face.
        (
            |scene: &Scene| {
                scene
                    .cell_rect(Holder::Touchpoint(TouchpointId::parse("a").unwrap()), LaneId::parse("e").unwrap())
                    .unwrap()
                    .center()
            },
            true,
        ),
        (|scene: &Scene| Point::new(scene.right() + 300.0, 300.0), true),
        (|scene: &Scene| Point::new(200.0, scene.bottom() + 90.0), true),
    ] as [(fn(&Scene) -> Point, bool); 5]
    {
        let mut hand = Hand::new(Tool::Note);
        let at = at(&hand.scene());
        hand.point(Phase::Press, at);
        hand.point(Phase::Release, at);
        let made = hand.editor.primary().unwrap();
        assert_eq!(matches!(made, Thing::Note(_)), makes_note, "{made:?} at {at:?}");
        assert_eq!(hand.runner.tool(), Tool::Select);
        if let Thing::Note(id) = made {
            assert!((hand.scene().note(id).unwrap().rect.origin() - at).hypot() < 1.0);
        }
    }
}

#[test]
fn keys_make_reach_and_move_notes() {
    let mut editor = open(&map());
    editor.select([touchpoint("a")]);
    let Ok(Thing::Note(made)) = editor.make(New::Note) else { panic!("no note") };
    assert_eq!(editor.map().note(made).unwrap().to.unwrap().thing(), touchpoint("a"));
    let (x, y) = (editor.map().note(made).unwrap().x, editor.map().note(made).unwrap().y);
    editor.move_notes(Direction::Right).unwrap();
    editor.move_notes(Direction::Up).unwrap();
    assert_eq!((editor.map().note(made).unwrap().x, editor.map().note(made).unwrap().y), (x + 8, y - 8));
    let map = map();
    let step = |from: &str, step| match walk(&map, &View::default(), Some(Place::Thing(Thing::Note(note(from)))), step)
    {
        Some(Place::Thing(thing)) => Some(thing),
        Some(Place::Cell(_)) | None => None,
    };
    assert_eq!(step("free", Step::Right), Some(Thing::Note(note("tied"))));
    assert_eq!(step("tied", Step::Up), Some(touchpoint("c")));
    assert_eq!(step("free", Step::Down), Some(Thing::Stage(StageId::parse("s").unwrap())));
    editor.select([Thing::Note(note("free"))]);
    editor.select_all();
    assert_eq!(editor.selection().len(), 4, "first all notes");
}

#[test]
fn an_own_colour_is_a_tint_on_a_card() {
    let scene = layout(&map(), &View::default());
    let grounds = |id: &str| {
        let shapes = &scene.note(note(id)).unwrap().block.shapes;
        shapes.iter().filter(|shape| matches!(shape, Shape::Rect { .. })).count()
    };
    assert_eq!(
        (grounds("free"), grounds("face")),
        (1, 2),
        "a full ground under a weak colour, so that words stay legible"
    );
    assert_eq!(scene.note(note("face")).unwrap().rect.width(), 90.0);
}
