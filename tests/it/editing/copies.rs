//! Copies of lanes, notes, links and points of the dramatic arc: beside themselves, pasted here and into another map.

use super::{at, gestures::Table, lane, map, open, outline, persona, stage, touchpoint};
use std::sync::Arc;
use wayfarer::{
    editor::{Edit, EditError, Editor, FeelingChange, LaneChange, Modifiers, New, TouchpointChange},
    files::ron::piece,
    map::*,
    scene::{Rect, Vec2, View, layout},
    texts::Texts,
};

fn add_card(editor: &mut Editor, holder: Holder, lane: LaneId, text: &str) {
    let card = Arc::new(Card::new(CardId::random(editor.rng()), text));
    editor.apply(Edit::InsertCard { holder, lane, at: usize::MAX, card }).unwrap();
}

fn of(id: &str) -> Holder {
    Holder::Touchpoint(touchpoint(id))
}

fn level(editor: &mut Editor, id: &str, level: i64) {
    let change = TouchpointChange::Engagement(Engagement::new(level));
    editor.apply(Edit::Touchpoint(touchpoint(id), change)).unwrap();
}

fn levels(map: &Map) -> Vec<Option<u8>> {
    map.touchpoints().map(|one| one.engagement.map(Engagement::value)).collect()
}

/// The kinds of the lanes with the texts of their cards, column by column.
fn rows(map: &Map) -> Vec<String> {
    let row = |lane: &Arc<Lane>| {
        let cards = map.holders(lane.spans).into_iter().map(|holder| match holder {
            Holder::Touchpoint(id) => map.touchpoint(id).unwrap().cards_in(lane.id).to_vec(),
            Holder::Stage(id) => map.stage(id).unwrap().cards_in(lane.id).to_vec(),
        });
        let texts: Vec<String> =
            cards.map(|cards| cards.iter().map(|card| card.text.as_str()).collect::<Vec<_>>().join("+")).collect();
        format!("{:?} {}", lane.kind, texts.join("|"))
    };
    map.lanes.iter().filter(|lane| lane.kind.holds_cards()).map(row).collect()
}

/// Through the text of the clipboard, as between two windows.
fn sent(editor: &Editor) -> Fragment {
    let text = piece::write(&editor.copied().unwrap()).unwrap();
    let read = piece::parse(&text).unwrap();
    assert_eq!(read, editor.copied().unwrap());
    read
}

fn undo_says(editor: &Editor) -> String {
    editor.history().undo_label().unwrap().text(Texts::default())
}

fn with_pains() -> (Editor, LaneId) {
    let mut editor = open(&map("s: a b | t: c"));
    let pains = lane(editor.map(), LaneKind::PainPoints);
    add_card(&mut editor, of("a"), pains, "one");
    add_card(&mut editor, of("a"), pains, "two");
    add_card(&mut editor, of("c"), pains, "three");
    (editor, pains)
}

#[test]
fn a_lane_is_copied_below_itself_with_its_cards() {
    let (mut editor, pains) = with_pains();
    editor.apply(Edit::Lane(pains, LaneChange::Name("What hurts".into()))).unwrap();
    editor.apply(Edit::Lane(pains, LaneChange::Line(Some(BlueprintLine::Interaction)))).unwrap();
    let before = Arc::clone(editor.map());
    editor.select([Thing::Lane(pains)]);
    editor.duplicate().unwrap();
    assert_eq!(rows(editor.map()), ["PainPoints one+two||three", "PainPoints one+two||three", "Opportunities ||"]);
    assert_eq!(undo_says(&editor), "duplicate What hurts");
    let copy = editor.map().lanes.iter().position(|lane| Thing::Lane(lane.id) == editor.selection()[0]).unwrap();
    let copied = &editor.map().lanes[copy];
    assert_eq!(editor.map().lanes[copy - 1].id, pains);
    assert_eq!((copied.name.as_str(), copied.line), ("What hurts", None), "each line is on a map once");
    assert_eq!(editor.map().check(), []);
    editor.undo();
    assert_eq!(*editor.map(), before, "one step");
}

#[test]
fn a_lane_that_a_map_has_once_is_not_copied_beside_itself() {
    for kind in [LaneKind::Touchpoints, LaneKind::Emotion, LaneKind::Channels] {
        let mut editor = open(&map("s: a"));
        editor.select([Thing::Lane(lane(editor.map(), kind))]);
        assert_eq!(editor.duplicate(), Err(EditError::SecondLane), "{kind:?}");
        assert!(!editor.is_modified());
    }
}

#[test]
fn a_lane_is_pasted_below_the_selected_one_and_into_another_map() {
    let (mut from, pains) = with_pains();
    from.select([Thing::Lane(pains)]);
    let piece = sent(&from);
    let mut to = open(&map("x: d e | y: f g"));
    to.select([Thing::Lane(lane(to.map(), LaneKind::Touchpoints))]);
    to.paste(&piece, &View::default()).unwrap();
    assert_eq!(rows(to.map()), ["PainPoints one+two||three|", "PainPoints |||", "Opportunities |||"]);
    assert_eq!((undo_says(&to).as_str(), to.unsaved_steps()), ("paste Pain points", 1));
    // On a shorter journey what reaches past its end stands in the last column; nothing is lost.
    let mut short = open(&map("x: d e"));
    short.paste(&piece, &View::default()).unwrap();
    assert_eq!(rows(short.map())[2], "PainPoints one+two|three");
    let mut empty = open(&map(""));
    assert_eq!(empty.paste(&piece, &View::default()), Err(EditError::NoColumns));
    assert!(!empty.is_modified());
    for editor in [&to, &short] {
        assert_eq!(editor.map().check(), []);
    }
}

#[test]
fn a_lane_over_stages_keeps_its_cards_with_stages() {
    let mut from = open(&map("s: a b | t: c"));
    let Thing::Lane(thoughts) = from.make(New::Lane(LaneKind::Thoughts)).unwrap() else { panic!("a lane") };
    from.apply(Edit::Lane(thoughts, LaneChange::Spans(Spans::Stages))).unwrap();
    add_card(&mut from, Holder::Stage(stage("t")), thoughts, "why?");
    from.select([Thing::Lane(thoughts)]);
    let piece = sent(&from);
    let mut to = open(&map("x: | y: d"));
    to.paste(&piece, &View::default()).unwrap();
    assert_eq!(rows(to.map()).last().unwrap(), "Thoughts |why?");
    assert_eq!(to.map().check(), []);
}

#[test]
fn cutting_a_lane_takes_its_cards_and_pasting_brings_them_back() {
    let (mut editor, pains) = with_pains();
    editor.select([Thing::Lane(pains)]);
    let piece = editor.cut().unwrap().unwrap();
    assert_eq!((rows(editor.map()), undo_says(&editor).as_str()), (vec!["Opportunities ||".into()], "cut Pain points"));
    editor.paste(&piece, &View::default()).unwrap();
    assert_eq!(rows(editor.map())[1], "PainPoints one+two||three");
}

#[test]
fn the_emotion_lane_brings_its_feelings_into_the_one_there_is() {
    let mut from = open(&map("s: a b"));
    let lan = persona(from.map());
    for (id, score) in [("a", -40), ("b", 70)] {
        let change = FeelingChange::Score(Curve::Actual, Score::new(score));
        from.apply(Edit::Feeling(touchpoint(id), lan, change)).unwrap();
    }
    from.select([Thing::Lane(lane(from.map(), LaneKind::Emotion))]);
    let piece = sent(&from);
    for has_lane in [true, false] {
        let mut to = open(&map("x: d e f"));
        let own = lane(to.map(), LaneKind::Emotion);
        if !has_lane {
            to.apply(Edit::Remove(vec![Thing::Lane(own)])).unwrap();
        }
        let pasted = to.paste(&piece, &View::default()).unwrap();
        assert_eq!(pasted.made.lanes.len(), usize::from(!has_lane));
        let scores: Vec<_> =
            to.map().touchpoints().map(|one| one.score(persona(to.map()), Curve::Actual).map(Score::value)).collect();
        assert_eq!(scores, [Some(-40), Some(70), None]);
        assert_eq!(to.selection(), [Thing::Lane(lane(to.map(), LaneKind::Emotion))]);
        assert_eq!(to.map().check(), []);
    }
}

#[test]
fn what_stands_in_a_lane_and_in_a_touchpoint_is_carried_once() {
    let (mut editor, pains) = with_pains();
    editor.select([Thing::Lane(pains), at("a")]);
    let piece = sent(&editor);
    assert_eq!((piece.all_cards().count(), piece.rows[0].cards.len()), (3, 1));
    let mut to = open(&map("x: d e f"));
    to.paste(&piece, &View::default()).unwrap();
    assert_eq!(to.map().check(), []);
    assert_eq!(to.map().cards().count(), 3);
}

#[test]
fn levels_go_to_the_selected_touchpoints_and_bring_the_arc() {
    let mut from = open(&map("s: a b c"));
    from.make(New::Lane(LaneKind::DramaticArc)).unwrap();
    level(&mut from, "a", 5);
    level(&mut from, "c", 2);
    let point = |id: &str| Thing::Engagement(touchpoint(id));
    from.select([point("a")]);
    let one = sent(&from);
    from.select([point("c"), point("a")]);
    let two = sent(&from);
    let mut to = open(&map("s: d e f g"));
    assert_eq!(to.paste(&one, &View::default()), Err(EditError::NoLevelPlace));
    to.select([at("e"), at("g")]);
    let pasted = to.paste(&one, &View::default()).unwrap();
    assert_eq!(levels(to.map()), [None, Some(5), None, Some(5)], "one goes to all that are selected");
    assert_eq!(pasted.made.lanes.iter().map(|lane| lane.kind).collect::<Vec<_>>(), [LaneKind::DramaticArc]);
    assert_eq!(to.selection(), [point("e"), point("g")]);
    to.undo();
    assert_eq!((to.is_modified(), to.map().lane_of_kind(LaneKind::DramaticArc)), (false, None), "one step");
    to.select([at("e")]);
    to.paste(&two, &View::default()).unwrap();
    assert_eq!(levels(to.map()), [None, Some(5), None, Some(2)], "several keep their distances");
    from.select([point("a")]);
    from.cut().unwrap().unwrap();
    assert_eq!(levels(from.map()), [None, None, Some(2)]);
    assert!(!from.has_duplicable(), "a point has nothing beside it");
}

fn linked() -> (Editor, LinkId) {
    let mut editor = open(&map("s: a b c d"));
    let id = LinkId::random(editor.rng());
    let (from, to, share) = (touchpoint("c"), touchpoint("a"), Percent::new(31.0));
    let link = Link { id, from, to, kind: LinkKind::Loop, label: "again".into(), share };
    editor.apply(Edit::InsertLink(Arc::new(link))).unwrap();
    (editor, id)
}

/// What is selected when a link over two touchpoints back is pasted, and its ends then.
#[test]
fn a_link_is_pasted_between_what_is_selected() {
    type Case = (&'static [&'static str], Result<(&'static str, &'static str), EditError>);
    let table: [Case; 5] = [
        (&["b", "d"], Ok(("b", "d"))),
        (&["d", "b"], Ok(("d", "b"))),
        (&["d"], Ok(("d", "b"))),
        (&["b"], Err(EditError::NoLinkPlace)),
        (&[], Err(EditError::NoLinkPlace)),
    ];
    for (selected, ends) in table {
        let (mut editor, id) = linked();
        editor.select([Thing::Link(id)]);
        let piece = sent(&editor);
        editor.select(selected.iter().copied().map(at));
        let pasted = editor.paste(&piece, &View::default()).map(|_| ());
        match ends {
            Err(error) => assert_eq!((pasted, editor.unsaved_steps()), (Err(error), 1), "{selected:?}"),
            Ok((from, to)) => {
                assert_eq!(pasted, Ok(()));
                let link = &editor.map().links[1];
                assert_eq!((link.from, link.to), (touchpoint(from), touchpoint(to)), "{selected:?}");
                assert_eq!((link.kind, link.label.as_str(), link.share), (LinkKind::Loop, "again", Percent::new(31.0)));
                assert_eq!(editor.selection(), [Thing::Link(link.id)]);
                assert_eq!(undo_says(&editor), "paste again");
            }
        }
    }
}

#[test]
fn a_link_is_doubled_cut_and_comes_along_with_its_touchpoints_once() {
    let (mut editor, id) = linked();
    editor.select([Thing::Link(id)]);
    editor.duplicate().unwrap();
    let ends: Vec<_> = editor.map().links.iter().map(|link| (link.from, link.to)).collect();
    assert_eq!(ends, [(touchpoint("c"), touchpoint("a")); 2]);
    editor.undo();
    editor.select([Thing::Link(id), at("a"), at("c")]);
    let piece = sent(&editor);
    assert_eq!((piece.links.len(), piece.loose_links.len()), (1, 0));
    editor.select([Thing::Link(id)]);
    assert!(editor.cut().unwrap().is_some());
    assert_eq!((editor.map().links.len(), undo_says(&editor).as_str()), (0, "cut again"));
}

fn note(id: &str) -> NoteId {
    NoteId::parse(id).unwrap()
}

/// A map with a note about `a`, one about nothing, each 160 wide.
fn noted() -> Editor {
    let mut map = Map::clone(&map("s: a b | t: c"));
    let told = |id: &str, place, to| Arc::new(Note { text: id.into(), to, ..Note::new(note(id), place) });
    let about = Some(NoteTarget::Touchpoint(touchpoint("a")));
    map.notes = vec![told("tied", (20, 300), about), told("free", (700, 500), None)];
    open(&Arc::new(map))
}

fn seen(editor: &Editor, id: NoteId) -> Rect {
    layout(editor.map(), &View::default()).note(id).unwrap().rect
}

fn selected_notes(editor: &Editor) -> Vec<Arc<Note>> {
    let selected = |note: &&Arc<Note>| editor.selection().contains(&Thing::Note(note.id));
    editor.map().notes.iter().filter(selected).cloned().collect()
}

#[test]
fn a_note_is_copied_beside_itself_with_its_arrow() {
    let mut editor = noted();
    editor.select([Thing::Note(note("tied"))]);
    editor.duplicate().unwrap();
    let copy = Arc::clone(&selected_notes(&editor)[0]);
    assert_eq!((copy.text.as_str(), copy.to), ("tied", Some(NoteTarget::Touchpoint(touchpoint("a")))));
    let (original, beside) = (seen(&editor, note("tied")), seen(&editor, copy.id));
    assert!(!original.overlaps(beside) && (beside.y0 - original.y0).abs() < 1.0 && beside.x0 > original.x1);
    assert_eq!(undo_says(&editor), "duplicate tied");
    // Together with what it is about, the copy is about the copy.
    editor.undo();
    editor.select([Thing::Note(note("tied")), at("a")]);
    editor.duplicate().unwrap();
    assert_eq!(outline(editor.map()), "s: a a b | t: c");
    let copied = editor.map().touchpoints().nth(1).unwrap().id;
    assert_eq!(selected_notes(&editor)[0].to, Some(NoteTarget::Touchpoint(copied)));
    assert_eq!(editor.map().check(), []);
}

/// What is selected when a note about `a` is pasted, and what the pasted one is about.
#[test]
fn a_note_is_pasted_beside_what_is_selected_and_about_it() {
    let about = |id: &str| Some(NoteTarget::Touchpoint(touchpoint(id)));
    let cases: [(&[Thing], Option<NoteTarget>); 4] = [
        (&[at("c")], about("c")),
        (&[Thing::Stage(stage("t"))], Some(NoteTarget::Stage(stage("t")))),
        (&[Thing::Note(note("tied"))], about("a")),
        (&[], None),
    ];
    for (selected, to) in cases {
        let mut editor = noted();
        editor.select([Thing::Note(note("tied"))]);
        let piece = sent(&editor);
        editor.select(selected.iter().copied());
        editor.paste(&piece, &View::default()).unwrap();
        let pasted = Arc::clone(&selected_notes(&editor)[0]);
        assert_eq!((pasted.to, pasted.text.as_str()), (to, "tied"), "{selected:?}");
        let first = seen(&editor, pasted.id);
        assert!(
            (first.origin() - seen(&editor, note("tied")).origin()).hypot() > 20.0,
            "it does not lie on the first one"
        );
        // The same again does not cover the one that was pasted.
        editor.select(selected.iter().copied());
        editor.paste(&piece, &View::default()).unwrap();
        let again = seen(&editor, selected_notes(&editor)[0].id);
        assert!((again.origin() - first.origin()).hypot() > 10.0, "{selected:?}");
        assert_eq!(editor.map().check(), []);
    }
}

#[test]
fn notes_keep_their_distances_and_arrows_within_the_piece_in_another_map() {
    let mut from = noted();
    from.select([at("a"), Thing::Note(note("tied")), Thing::Note(note("free"))]);
    let piece = sent(&from);
    let mut to = open(&map("x: d"));
    to.paste(&piece, &View::default()).unwrap();
    assert_eq!(outline(to.map()), "x: d a");
    let pasted = to.map().touchpoints().nth(1).unwrap().id;
    assert_eq!(to.map().notes[0].to, Some(NoteTarget::Touchpoint(pasted)));
    assert_eq!((to.map().notes[0].x, to.map().notes[0].y), (20, 300));
    from.select([Thing::Note(note("tied")), Thing::Note(note("free"))]);
    let (piece, apart) = (sent(&from), seen(&from, note("free")).origin() - seen(&from, note("tied")).origin());
    let mut to = open(&map("x: d"));
    to.select([at("d")]);
    to.paste(&piece, &View::default()).unwrap();
    let [one, other] = [0, 1].map(|at| seen(&to, to.map().notes[at].id).origin());
    assert!(((other - one) - apart).hypot() < 2.0);
    let arrows: Vec<bool> = to.map().notes.iter().map(|note| note.to.is_some()).collect();
    assert_eq!(arrows, [true, false], "what had no arrow gets none");
}

#[test]
fn the_hand_with_alt_carries_copies_of_notes_and_lanes() {
    let editor = noted();
    let mut table = Table::of(editor.map());
    table.modifiers = Modifiers { alt: true, ..Modifiers::default() };
    let rect = table.rect(Thing::Note(note("free")));
    table.drag(rect.center(), rect.center() + Vec2::new(40.0, 90.0));
    assert_eq!(table.editor.map().notes.len(), 3);
    assert_eq!(table.editor.map().note(note("free")), editor.map().note(note("free")), "the first stays");
    let copy = seen(&table.editor, selected_notes(&table.editor)[0].id);
    assert!((copy.origin() - rect.origin() - Vec2::new(40.0, 90.0)).hypot() < 1.0);
    assert_eq!(undo_says(&table.editor), "duplicate free");
    // Under other ids than those that the table draws.
    let (editor, _) = with_pains();
    let editor = open(&Arc::new(editor.map().with_fresh_ids(&mut fastrand::Rng::with_seed(9))));
    let pains = lane(editor.map(), LaneKind::PainPoints);
    let mut table = Table::of(editor.map());
    table.modifiers = Modifiers { alt: true, ..Modifiers::default() };
    let (from, to) =
        (table.rect(Thing::Lane(pains)), table.rect(Thing::Lane(lane(editor.map(), LaneKind::Touchpoints))));
    table.drag(from.center(), to.center() - Vec2::new(0.0, to.height() / 2.0 - 4.0));
    assert_eq!(table.editor.map().lanes.len(), editor.map().lanes.len() + 1);
    assert_eq!(Thing::Lane(table.editor.map().lanes[0].id), table.editor.selection()[0]);
    assert_eq!(rows(table.editor.map())[0], "PainPoints one+two||three");
}
