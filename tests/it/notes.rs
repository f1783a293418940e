//! Notes on the canvas: in the file, moved with what their arrow leads to, under the hand and by keys.

use std::sync::Arc;
use wayfarer::{
    editor::{
        Direction, Edit, Editor, FollowUp, GestureRunner, InFile, Modifiers, NoteChange, Phase, Place, PointerEvent,
        Step, Tool, walk,
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

    fn point(&mut self, phase: Phase, at: Point) -> FollowUp {
        let scene = self.scene();
        let event = PointerEvent { phase, at, slack: 4.0, modifiers: Modifiers::default(), clicks: 1 };
        self.runner.point(event, &mut self.editor, &scene, &View::default()).unwrap()
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
    let handle = scene.handle_of(Thing::Note(note("free")), 4.0).unwrap();
    assert_eq!(scene.hit(handle, 4.0).unwrap().target, Target::Handle(Thing::Note(note("free"))));
    let before = scene.note(note("free")).unwrap().rect;
    hand.drag(handle, card.center());
    assert_eq!(hand.note("free").to, Some(NoteTarget::Card(CardId::parse("k").unwrap())));
    let after = hand.scene().note(note("free")).unwrap().rect;
    assert!((after.origin() - before.origin()).hypot() < 1.0, "it stays where it is");
    // On empty ground nothing happens; back on the note the arrow goes.
    let steps = hand.editor.history().depth();
    let handle = hand.scene().handle_of(Thing::Note(note("free")), 4.0).unwrap();
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
        let next = hand.point(Phase::Release, at);
        assert_eq!((next.draft.is_some(), hand.editor.is_modified()), (makes_note, !makes_note), "{next:?} at {at:?}");
        assert_eq!(hand.runner.tool(), Tool::Select);
        if let Some(note) = next.draft {
            assert!((Point::new(note.x.into(), note.y.into()) - at).hypot() < 1.0);
        }
    }
}

#[test]
fn keys_make_reach_and_move_notes() {
    let mut editor = open(&map());
    editor.select([touchpoint("a")]);
    let new = editor.note_beside();
    let made = new.id;
    editor.apply(Edit::InsertNote(Arc::new(new.clone()))).unwrap();
    let next = editor.note_beside();
    assert_ne!((next.x, next.y), (new.x, new.y), "the next one does not hide it");
    editor.select([Thing::Note(made)]);
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

/// What is done to a note's text, then what is left of the note, what undo says, and the count of steps.
#[test]
fn a_note_that_says_nothing_is_not_kept() {
    let mut editor = open(&map());
    let text = |text: &str| Edit::Note(note("tied"), NoteChange::Text(text.into()));
    editor.preview(text("")).unwrap();
    assert!(editor.shown().note(note("tied")).is_some(), "while it is typed the note stays");
    editor.commit_preview();
    assert_eq!((editor.map().note(note("tied")), editor.history().depth()), (None, 1));
    assert_eq!(editor.history().undo_label().unwrap().text(Texts::default()), "delete Why?");
    editor.undo();
    assert_eq!(*editor.map(), map(), "arrow and place come back with it");
    editor.preview(text("  \n ")).unwrap();
    editor.commit_preview();
    assert_eq!(editor.map().notes.len(), 2);
    editor.undo();
    let new = editor.note_beside();
    editor.preview(Edit::InsertNote(Arc::new(new.clone()))).unwrap();
    editor.commit_preview();
    assert_eq!(
        (editor.map().notes.len(), editor.history().depth()),
        (3, 0),
        "one that never said anything leaves no trace"
    );
    assert!(editor.history().redoable().is_some(), "also what could be redone stays");
    editor.preview(Edit::InsertNote(Arc::new(Note { text: "two\nlines".into(), ..new }))).unwrap();
    editor.commit_preview();
    assert_eq!(editor.map().notes.len(), 4);
}

#[test]
fn lines_of_a_note_are_drawn_as_lines() {
    let said = Edit::Note(note("free"), NoteChange::Text("one\ntwo\n\nfour".into())).apply(&map()).unwrap();
    let scene = layout(&said, &View::default());
    let rows: Vec<String> = scene
        .note(note("free"))
        .unwrap()
        .block
        .shapes
        .iter()
        .filter_map(|shape| if let Shape::Text(text) = shape { Some(&text.rows) } else { None })
        .flat_map(|rows| rows.iter().map(|row| row.text.to_string()))
        .collect();
    assert_eq!(rows, ["one", "two", "", "four"]);
    let height = |map: &Arc<Map>| seen(map, "free").height();
    assert!(height(&said) > height(&map()) + 40.0);
}

/// At 60 % five points around a pointer are 8.3 units, more than the handle's own 8; at 12 % they are 42.
#[test]
fn the_handle_of_a_note_can_be_taken_as_far_away_as_arrows_are_drawn() {
    let scene = layout(&map(), &View::default());
    let free = Thing::Note(note("free"));
    let rect = scene.rect_of(free).unwrap();
    for slack in [2.0, 8.3, 16.0, 41.6] {
        let handle = scene.handle_of(free, slack).unwrap();
        assert_eq!(scene.hit(handle, slack).unwrap().target, Target::Handle(free), "{slack}");
        assert_eq!(scene.hit(rect.center(), slack).unwrap().target, Target::Thing(free), "it leaves room for the note");
        assert!(handle.y >= rect.y1);
    }
    assert_eq!(scene.handle_of(free, 60.0), None);
}

/// Everything that an arrow should not go over, but for what it leads to.
fn words_and_cards(scene: &Scene) -> Vec<Rect> {
    let placed = scene.placed_cells(scene.room());
    let rooms = placed.flat_map(|placed| {
        let texts = placed.block.shapes.clone().into_iter().filter_map(|shape| match shape {
            Shape::Text(text) => Some(text.bounds()),
            Shape::Image { .. } | Shape::Rect { .. } | Shape::Circle { .. } | Shape::Path { .. } => None,
        });
        let cards = placed.block.spots.clone().into_iter().map(|spot| spot.rect);
        texts.chain(cards).map(|rect| rect + placed.offset).collect::<Vec<_>>()
    });
    rooms.collect()
}

/// The points of a note's arrow, near enough to each other that no word lies between two of them.
fn way(scene: &Scene, id: &str) -> Vec<Point> {
    let arrow = &scene.note(note(id)).unwrap().arrow;
    let Some(Shape::Path { path, .. }) = arrow.shapes.first() else { panic!("no arrow") };
    let points = |segment: wayfarer::scene::BezPath| {
        let mut points = Vec::new();
        wayfarer::scene::flatten(&segment, 0.5, |_, point| points.push(point));
        points
    };
    let corners = points(path.clone());
    let between = |pair: &[Point]| (0..20).map(|at| pair[0].lerp(pair[1], f64::from(at) / 20.0)).collect::<Vec<_>>();
    corners.windows(2).flat_map(between).chain(corners.last().copied()).collect()
}

/// In the sample, a note under the map about a touchpoint at the top, over a full column of chips, values and cards.
#[test]
fn an_arrow_goes_round_cards_and_words() {
    let map = ron::parse(include_bytes!("../../sample_maps/air_purifier.ron")).unwrap().map;
    for (target, x, y) in [("delivery", 20, 780), ("delivery", -250, 780), ("chat", -300, 720), ("checkout", 260, 800)]
    {
        let id = TouchpointId::parse(target).unwrap();
        let told = Note { text: "Why?".into(), to: Some(NoteTarget::Touchpoint(id)), ..Note::new(note("n"), (x, y)) };
        let map = Edit::InsertNote(Arc::new(told)).apply(&Arc::new(map.clone())).unwrap();
        let scene = layout(&map, &View::default());
        let target = scene.rect_of(Thing::Touchpoint(id)).unwrap();
        let in_the_way: Vec<Rect> =
            words_and_cards(&scene).into_iter().filter(|rect| !target.contains(rect.center())).collect();
        let way = way(&scene, "n");
        let crossed = in_the_way.iter().filter(|rect| way.iter().any(|point| rect.contains(*point))).count();
        assert_eq!(crossed, 0, "{target:?} from {x}, {y}");
        let (first, last) = (way[0], way[way.len() - 1]);
        let touches = |rect: Rect, at: Point| rect.inflate(1.0, 1.0).contains(at) && !rect.inset(-1.0).contains(at);
        assert!(touches(target, last), "it ends at the edge of what it leads to");
        assert!(touches(scene.note(note("n")).unwrap().rect, first));
        let room = scene.note(note("n")).unwrap().room;
        assert!(way.iter().all(|point| room.contains(*point)));
    }
}

#[test]
fn an_arrow_with_nothing_in_between_is_straight_and_one_that_has_to_goes_under_cards() {
    let scene = layout(&map(), &View::default());
    let Some(Shape::Path { path, .. }) = scene.note(note("tied")).unwrap().arrow.shapes.first() else { panic!() };
    assert_eq!(path.elements().len(), 2);
    let at = |wanted: &dyn Fn(&Scene) -> Vec<usize>| wanted(&scene);
    let order = |scene: &Scene, is_it: &dyn Fn(&Shape) -> bool| {
        let placed = scene.placed(None).enumerate();
        placed.filter(|(_, it)| it.block.shapes.iter().any(is_it)).map(|(at, _)| at).collect::<Vec<_>>()
    };
    let arrow = at(&|scene| {
        order(scene, &|shape| {
            *shape == Shape::Path { path: path.clone(), fill: None, stroke: None }
                || matches!(shape, Shape::Path { path: other, .. } if other == path)
        })
    });
    let late = at(&|scene| {
        order(scene, &|shape| matches!(shape, Shape::Text(text) if text.rows.iter().any(|row| &*row.text == "late")))
    });
    let words = at(&|scene| {
        order(scene, &|shape| matches!(shape, Shape::Text(text) if text.rows.iter().any(|row| &*row.text == "Why?")))
    });
    assert!(arrow[0] < late[0] && late[0] < words[0], "{arrow:?} {late:?} {words:?}");
}

/// From where, which step, and where it leads: a note stands below what it is about, one about nothing below everything.
#[test]
fn arrows_reach_every_note_from_the_grid() {
    let map = parsed(&MAP.replace(
        "  notes: [",
        "  notes: [\n    (id: \"more\", text: \"And?\", x: 150, y: 260, to: touchpoint(\"c\")),\n    (id: \"lane\", text: \"Rows\", x: 9, y: 9, to: lane(\"l\")),",
    ));
    let persona = map.personas[0].id;
    let face = |id: &str| Thing::Face(TouchpointId::parse(id).unwrap(), persona, Curve::Actual);
    let told = |id: &str| Thing::Note(note(id));
    let card = Thing::Card(CardId::parse("k").unwrap());
    let pains = Thing::Lane(LaneId::parse("l").unwrap());
    let table = [
        (touchpoint("c"), Step::Down, Some(told("more"))),
        (told("more"), Step::Down, Some(told("tied"))),
        (told("tied"), Step::Down, Some(face("c"))),
        (face("c"), Step::Up, Some(told("tied"))),
        (told("more"), Step::Up, Some(touchpoint("c"))),
        (face("b"), Step::Down, Some(told("face"))),
        (pains, Step::Down, Some(told("lane"))),
        (told("lane"), Step::Up, Some(pains)),
        (told("lane"), Step::Down, Some(told("free"))),
        (card, Step::Down, Some(told("free"))),
        (touchpoint("a"), Step::Right, Some(touchpoint("b"))),
    ];
    for (from, by, to) in table {
        let place = walk(&map, &View::default(), Some(Place::Thing(from)), by);
        assert_eq!(place, to.map(Place::Thing), "{from:?} {by:?}");
    }
    let plain = parsed(&MAP[..MAP.find("  notes:").unwrap()].to_owned().chars().chain(")".chars()).collect::<String>());
    assert_eq!(walk(&plain, &View::default(), Some(Place::Thing(card)), Step::Down), None, "no note, no step");
}

#[test]
fn the_arrows_of_selected_notes_go_in_one_step() {
    let mut editor = open(&map());
    editor.select(["free", "tied", "face"].map(|id| Thing::Note(note(id))));
    editor.detach_selected().unwrap();
    assert!(editor.map().notes.iter().all(|note| note.to.is_none()));
    for id in ["tied", "face"] {
        assert!(
            (seen(editor.map(), id).origin() - seen(&map(), id).origin()).hypot() < 1.0,
            "it stays where it is seen"
        );
    }
    editor.undo();
    assert_eq!(*editor.map(), map());
}
