//! Where notes come that nobody gave a place by hand, and where they stand when the map grows.

use std::{cell::RefCell, sync::Arc};
use wayfarer::{
    editor::{Edit, Editor, InFile, LaneChange},
    files::ron::{self, piece},
    map::*,
    scene::{Layouter, Rect, Scene, Target, View},
    texts::Texts,
};

fn sample() -> Map {
    let path = format!("{}/sample_maps/air_purifier.ron", env!("CARGO_MANIFEST_DIR"));
    ron::parse(&std::fs::read(path).unwrap()).unwrap().map
}

fn open(map: Map) -> Editor {
    Editor::open(Arc::new(map), InFile::Yes, fastrand::Rng::with_seed(4))
}

thread_local! {
    /// Laying out again and again is quick with one layouter.
    static LAYOUTER: RefCell<Layouter> = RefCell::new(Layouter::new());
}

fn layout(map: &Arc<Map>) -> Arc<Scene> {
    LAYOUTER.with_borrow_mut(|layouter| layouter.layout(map, &View::default()))
}

fn scene(editor: &Editor) -> Arc<Scene> {
    layout(editor.map())
}

fn told(id: &str, at: (i32, i32), to: Option<NoteTarget>) -> Arc<Note> {
    Arc::new(Note { text: "Ask the courier why".into(), to, ..Note::new(NoteId::parse(id).unwrap(), at) })
}

fn room(editor: &Editor, id: NoteId) -> Rect {
    scene(editor).note(id).unwrap().rect
}

/// What a hand would meet on the ground of a note, were the note not there.
fn covered(editor: &Editor, id: NoteId) -> Vec<Target> {
    let mut bare = Map::clone(editor.map());
    bare.notes.retain(|note| note.id != id);
    let (bare, rect) = (layout(&Arc::new(bare)), room(editor, id));
    let points = |from: f64, to: f64| (0..=20).map(move |at| from + (to - from) * f64::from(at) / 20.0);
    let at = points(rect.x0, rect.x1).flat_map(|x| points(rect.y0, rect.y1).map(move |y| (x, y)));
    let met = at.filter_map(|at| bare.hit(at.into(), 0.0)).map(|hit| hit.target);
    let is_free = |target: &Target| matches!(target, Target::Cell(..) | Target::StageBody(_) | Target::LaneBorder(_));
    met.filter(|target| !is_free(target)).collect()
}

/// Makes a note as the command does, with these words.
fn new_note(editor: &mut Editor) -> NoteId {
    let note = editor.note_beside();
    let id = note.id;
    editor.apply(Edit::InsertNote(Arc::new(Note { text: "Ask the courier why".into(), ..note }))).unwrap();
    id
}

fn gap(one: Rect, other: Rect) -> f64 {
    let apart = |(a0, a1): (f64, f64), (b0, b1): (f64, f64)| (b0 - a1).max(a0 - b1).max(0.0);
    apart((one.x0, one.x1), (other.x0, other.x1)).hypot(apart((one.y0, one.y1), (other.y0, other.y1)))
}

#[test]
fn a_new_note_covers_nothing_and_stands_near_what_it_is_about() {
    let map = sample();
    let card = map.cards().next().unwrap().2.id;
    let touchpoints: Vec<_> = map.touchpoints().map(|one| one.id).collect();
    let faces = touchpoints.iter().step_by(4).map(|id| Thing::Face(*id, map.personas[0].id, Curve::Actual));
    let things = touchpoints.iter().step_by(3).map(|id| Thing::Touchpoint(*id));
    let things = things.chain(faces).chain([
        Thing::Card(card),
        Thing::Stage(map.stages[1].id),
        Thing::Lane(map.lanes[0].id),
        Thing::Lane(map.lanes.last().unwrap().id),
    ]);
    for thing in things {
        let mut editor = open(map.clone());
        editor.see(&scene(&editor));
        editor.select([thing]);
        if scene(&editor).rect_of(thing).is_none() {
            continue;
        }
        let ids = [new_note(&mut editor), {
            editor.select([thing]);
            new_note(&mut editor)
        }];
        for id in ids {
            assert_eq!(covered(&editor, id), [], "{thing:?}");
            let about = scene(&editor).rect_of(thing).unwrap();
            assert!(gap(room(&editor, id), about) < 330.0, "{thing:?}: {:?} is far from {about:?}", room(&editor, id));
            assert_eq!(editor.map().note(id).unwrap().to.map(NoteTarget::thing), Some(thing));
        }
    }
}

#[test]
fn with_nothing_selected_a_note_comes_into_view_and_covers_nothing() {
    for corner in [(300.0, 60.0), (600.0, 200.0), (140.0, 500.0), (900.0, 350.0)] {
        let mut editor = open(sample());
        let part = Rect::from_origin_size(corner, (700.0, 420.0));
        editor.see(&scene(&editor));
        editor.look_at(&View::default(), part);
        let id = new_note(&mut editor);
        assert_eq!((covered(&editor, id), editor.map().note(id).unwrap().to), (vec![], None));
        assert!(part.contains(room(&editor, id).center()), "{:?} is not seen in {part:?}", room(&editor, id));
        // Copied, the same comes there too, beside the first one.
        editor.select([Thing::Note(id)]);
        editor.see(&scene(&editor));
        let copied = piece::parse(&piece::write(&editor.copied().unwrap()).unwrap()).unwrap();
        editor.select([]);
        editor.paste(&copied, &View::default()).unwrap();
        let pasted = editor.map().notes.last().unwrap().id;
        assert_eq!(covered(&editor, pasted), []);
        assert!(part.contains(room(&editor, pasted).center()));
    }
}

#[test]
fn copies_beside_cover_nothing_also_where_their_things_are_copied_along() {
    let mut map = sample();
    let about = map.touchpoints().nth(1).unwrap().id;
    map.notes = vec![told("tied", (4, 650), Some(NoteTarget::Touchpoint(about))), told("free", (300, -90), None)];
    let notes = ["tied", "free"].map(|id| Thing::Note(NoteId::parse(id).unwrap()));
    for things in [vec![notes[0]], vec![notes[1]], notes.to_vec(), vec![notes[0], Thing::Touchpoint(about)]] {
        let mut editor = open(map.clone());
        editor.see(&scene(&editor));
        editor.select(things.clone());
        editor.duplicate().unwrap();
        let copies: Vec<_> = editor.map().notes.iter().skip(2).map(|note| note.id).collect();
        assert!(!copies.is_empty());
        for id in copies {
            assert_eq!(covered(&editor, id), [], "{things:?}");
        }
        assert_eq!(editor.history().depth(), 1);
    }
}

/// Four notes: right of the map, right of it with an arrow, under it, and above its first column.
fn noted() -> (Editor, [NoteId; 4]) {
    let mut map = sample();
    let scene = layout(&Arc::new(map.clone()));
    let about = map.touchpoints().last().unwrap().id;
    let origin = scene.rect_of(Thing::Touchpoint(about)).unwrap().origin();
    let right = (scene.right() + 40.0) as i32;
    let tied = (right - origin.x as i32, 330 - origin.y as i32);
    map.notes = vec![
        told("right", (right, 100), None),
        told("tied", tied, Some(NoteTarget::Touchpoint(about))),
        told("under", (420, scene.bottom() as i32 + 120), None),
        told("above", (150, -100), None),
    ];
    let ids = ["right", "tied", "under", "above"].map(|id| NoteId::parse(id).unwrap());
    (open(map), ids)
}

fn ways(before: &[Rect; 4], editor: &Editor, ids: [NoteId; 4]) -> [(f64, f64); 4] {
    let mut ways = [(0.0, 0.0); 4];
    for ((way, id), before) in ways.iter_mut().zip(ids).zip(before) {
        let by = room(editor, id).origin() - before.origin();
        *way = (by.x, by.y);
    }
    ways
}

/// How high the uppermost row of the sample is drawn: 104, and 13 and 14 for the two rows of tags under the last card.
const UPPERMOST: f64 = 131.0;

/// What is done, and how far the four notes go: columns are 138 wide (look/README.md), a row of cards with one small card
/// 96 high.
#[test]
fn notes_stand_beside_the_map_when_it_grows() {
    type Made = fn(&mut Editor) -> Edit;
    type Ways = [(f64, f64); 4];
    let still = (0.0, 0.0);
    let cases: [(&str, Made, Ways); 7] = [
        (
            "a stage at the end",
            |_| {
                let mut stage = Stage::new(StageId::parse("new").unwrap(), "New");
                let touchpoint = |id| Arc::new(Touchpoint::new(TouchpointId::parse(id).unwrap(), id));
                stage.touchpoints = vec![touchpoint("n1"), touchpoint("n2")];
                Edit::InsertStage { at: usize::MAX, stage: Arc::new(stage) }
            },
            [(276.0, 0.0), (276.0, 0.0), still, still],
        ),
        (
            "a touchpoint at the very beginning",
            |editor| {
                let touchpoint = Arc::new(Touchpoint::new(TouchpointId::parse("new").unwrap(), "New"));
                Edit::InsertTouchpoint { stage: editor.map().stages[0].id, at: 0, touchpoint }
            },
            [(138.0, 0.0), (138.0, 0.0), (138.0, 0.0), (138.0, 0.0)],
        ),
        (
            "a touchpoint that goes",
            |editor| Edit::Remove(vec![Thing::Touchpoint(editor.map().stages[0].touchpoints[1].id)]),
            [(-138.0, 0.0), (-138.0, 0.0), (-138.0, 0.0), still],
        ),
        (
            "a lane at the end",
            |_| {
                let lane = Lane::new(LaneId::parse("new").unwrap(), LaneKind::Notes);
                Edit::InsertLane { at: usize::MAX, lane: Arc::new(lane) }
            },
            [still, still, (0.0, 96.0), still],
        ),
        (
            "the uppermost lane that goes out of sight",
            |editor| Edit::Lane(editor.map().lanes[0].id, LaneChange::Visibility(Visibility::Hidden)),
            [still, still, (0.0, -UPPERMOST), still],
        ),
        (
            "a stage that is moved",
            |editor| Edit::MoveStage { id: editor.map().stages[1].id, to: 0 },
            [still, still, still, still],
        ),
        (
            "a name",
            |editor| Edit::Stage(editor.map().stages[0].id, wayfarer::editor::StageChange::Name("Other".into())),
            [still, still, still, still],
        ),
    ];
    for (what, made, expected) in cases {
        let (mut editor, ids) = noted();
        let before = ids.map(|id| room(&editor, id));
        let map = Arc::clone(editor.map());
        let edit = made(&mut editor);
        let label = edit.label(&map).text(Texts::default());
        editor.preview(edit.clone()).unwrap();
        let previewed = Arc::clone(editor.shown());
        editor.cancel_preview();
        editor.apply(edit).unwrap();
        assert_eq!(*editor.map(), previewed, "{what}: the preview is what is committed");
        // What is about a thing that is drawn no more goes where that is thought to be.
        let mut found = ways(&before, &editor, ids);
        let about = editor.map().note(ids[1]).unwrap().to.unwrap().thing();
        if scene(&editor).rect_of(about).is_none() {
            found[1] = expected[1];
        }
        assert_eq!(found, expected, "{what}");
        assert_eq!(editor.history().undo_label().unwrap().text(Texts::default()), label, "{what}");
        assert_eq!(editor.history().undoable().unwrap().apply(&map).unwrap(), *editor.map(), "{what}");
        editor.undo();
        assert_eq!(*editor.map(), map, "{what}: one step");
    }
}

#[test]
fn a_note_under_the_map_gives_way_to_a_card_that_is_typed_and_comes_back() {
    let (mut editor, ids) = noted();
    let before = ids.map(|id| room(&editor, id));
    let lane = editor.map().lanes.iter().rfind(|lane| lane.kind.holds_cards()).unwrap().id;
    let holder = Holder::Touchpoint(editor.map().touchpoints().next().unwrap().id);
    let bottom = |editor: &Editor| layout(editor.shown()).bottom();
    let was = bottom(&editor);
    let mut text = String::new();
    for _ in 0..40 {
        text.push_str("words ");
        let card = Card::new(CardId::parse("typed").unwrap(), text.as_str());
        editor.preview(Edit::InsertCard { holder, lane, at: usize::MAX, card: Arc::new(card) }).unwrap();
        let under = layout(editor.shown()).note(ids[2]).unwrap().rect;
        assert!((under.y0 - before[2].y0 - (bottom(&editor) - was)).abs() <= 0.5);
    }
    assert!(bottom(&editor) > was + 20.0, "the lane grew");
    editor.cancel_preview();
    assert_eq!(ways(&before, &editor, ids), [(0.0, 0.0); 4]);
}
