//! Pieces of a map: copied, duplicated, cut, pasted here and into another map, and look and feelings alone.

use super::{at, lane, map, open, outline, persona, stage, touchpoint};
use std::{collections::HashSet, sync::Arc};
use wayfarer::{
    editor::{Edit, EditError, Editor, FeelingChange, InFile, New, PersonaChange},
    map::*,
    scene::{PersonaChoice, View},
    texts::Texts,
};

fn whole(id: &str) -> Thing {
    Thing::Stage(stage(id))
}

fn feel(editor: &mut Editor, id: &str, score: i64) {
    let lan = persona(editor.map());
    let change = FeelingChange::Score(Curve::Actual, Score::new(score));
    editor.apply(Edit::Feeling(touchpoint(id), lan, change)).unwrap();
}

fn add_card(editor: &mut Editor, id: &str, kind: LaneKind, text: &str) -> CardId {
    let card = Card::new(CardId::random(editor.rng()), text);
    let (made, lane) = (card.id, lane(editor.map(), kind));
    let holder = Holder::Touchpoint(touchpoint(id));
    editor.apply(Edit::InsertCard { holder, lane, at: usize::MAX, card: Arc::new(card) }).unwrap();
    made
}

fn link(editor: &mut Editor, from: &str, to: &str) {
    let id = LinkId::random(editor.rng());
    let (from, to) = (touchpoint(from), touchpoint(to));
    let link = Link { id, from, to, kind: LinkKind::Loop, label: "again".into(), share: None };
    editor.apply(Edit::InsertLink(Arc::new(link))).unwrap();
}

/// Texts of the cards of a touchpoint at a place in the journey, in the lane of a kind.
fn cards(editor: &Editor, column: usize, kind: LaneKind) -> Vec<String> {
    let touchpoint = editor.map().touchpoints().nth(column).unwrap();
    touchpoint.cards_in(lane(editor.map(), kind)).iter().map(|card| card.text.clone()).collect()
}

fn score(editor: &Editor, column: usize) -> Option<i8> {
    let touchpoint = editor.map().touchpoints().nth(column).unwrap();
    touchpoint.score(persona(editor.map()), Curve::Actual).map(Score::value)
}

fn assert_sound(editor: &Editor) {
    assert_eq!(editor.map().check(), []);
}

/// What is selected, the map's outline after Ctrl+D. Stages go after, touchpoints after in their stage.
#[test]
fn copies_stand_beside_what_is_selected() {
    let table: [(&[Thing], &str); 7] = [
        (&[whole("s")], "s: a b | s: a b | t: c"),
        (&[whole("t"), whole("s")], "s: a b | t: c | s: a b | t: c"),
        (&[at("a")], "s: a a b | t: c"),
        (&[at("b"), at("a")], "s: a b a b | t: c"),
        (&[at("a"), at("c")], "s: a a b | t: c c"),
        // What stands in a selected stage comes with it, once.
        (&[whole("s"), at("a")], "s: a b | s: a b | t: c"),
        (&[whole("t"), at("a")], "s: a a b | t: c | t: c"),
    ];
    for (selection, after) in table {
        let mut editor = open(&map("s: a b | t: c"));
        editor.select(selection.iter().copied());
        editor.duplicate().unwrap();
        assert_eq!(outline(editor.map()), after, "{selection:?}");
        assert!(editor.selection().iter().all(|copy| !selection.contains(copy)), "the copies are selected");
        assert_sound(&editor);
        editor.undo();
        assert_eq!((outline(editor.map()).as_str(), editor.is_modified()), ("s: a b | t: c", false), "one step");
    }
}

#[test]
fn a_copy_keeps_feelings_and_cards_under_fresh_ids_and_links_between_copies() {
    let mut editor = open(&map("s: a b c"));
    feel(&mut editor, "a", -40);
    add_card(&mut editor, "a", LaneKind::PainPoints, "slow");
    link(&mut editor, "a", "b");
    link(&mut editor, "b", "c");
    editor.select([at("a"), at("b")]);
    editor.duplicate().unwrap();
    assert_eq!(outline(editor.map()), "s: a b a b c");
    assert_eq!((score(&editor, 2), cards(&editor, 2, LaneKind::PainPoints)), (Some(-40), vec!["slow".to_owned()]));
    let ids: HashSet<_> = editor.map().cards().map(|(_, _, card)| card.id).collect();
    assert_eq!(ids.len(), 2);
    let place = |id| editor.map().place_of(id).unwrap().1;
    let links: Vec<_> = editor.map().links.iter().map(|link| (place(link.from), place(link.to))).collect();
    assert_eq!(links, [(0, 1), (1, 4), (2, 3)], "the link to c leads to no copy");
    assert_eq!(editor.history().undo_label().unwrap().text(Texts::default()), "duplicate 2 touchpoints");
    assert_sound(&editor);
}

#[test]
fn a_card_is_copied_below_itself() {
    let mut editor = open(&map("s: a"));
    let first = add_card(&mut editor, "a", LaneKind::PainPoints, "one");
    add_card(&mut editor, "a", LaneKind::PainPoints, "two");
    editor.select([Thing::Card(first)]);
    editor.duplicate().unwrap();
    assert_eq!(cards(&editor, 0, LaneKind::PainPoints), ["one", "one", "two"]);
    assert_eq!(editor.history().undo_label().unwrap().text(Texts::default()), "duplicate one");
}

#[test]
fn nothing_that_can_be_copied_is_a_sentence() {
    let mut editor = open(&map("s: a"));
    assert_eq!(editor.duplicate(), Err(EditError::NothingToCopy));
    assert_eq!(editor.cut(), Ok(None));
    let lan = persona(editor.map());
    editor.select([Thing::Persona(lan)]);
    assert!(!editor.has_copyable() && editor.copied().is_none());
    assert!(!editor.is_modified());
}

/// What is copied, what is selected then, and the outline after pasting.
#[test]
fn things_are_pasted_by_what_is_selected() {
    let table: [(&[Thing], &[Thing], &str); 8] = [
        (&[whole("s")], &[], "s: a b | t: c | s: a b"),
        (&[whole("t")], &[whole("s")], "s: a b | t: c | t: c"),
        (&[whole("t")], &[at("a")], "s: a b | t: c | t: c"),
        (&[at("a")], &[], "s: a b | t: c a"),
        (&[at("a"), at("b")], &[whole("t")], "s: a b | t: c a b"),
        (&[at("c")], &[at("a")], "s: a c b | t: c"),
        (&[at("c")], &[at("b"), at("a")], "s: a b c | t: c"),
        (&[at("c")], &[whole("s")], "s: a b c | t: c"),
    ];
    for (copied, selected, after) in table {
        let mut editor = open(&map("s: a b | t: c"));
        editor.select(copied.iter().copied());
        let piece = editor.copied().unwrap();
        editor.select(selected.iter().copied());
        editor.paste(&piece, &View::default()).unwrap();
        assert_eq!(outline(editor.map()), after, "{copied:?} at {selected:?}");
        assert_eq!(editor.unsaved_steps(), 1);
        assert_sound(&editor);
    }
}

#[test]
fn cut_and_paste_moves_and_each_is_one_step() {
    let mut editor = open(&map("s: a b | t: c"));
    feel(&mut editor, "a", 70);
    editor.select([at("a")]);
    let piece = editor.cut().unwrap().unwrap();
    assert_eq!(outline(editor.map()), "s: b | t: c");
    assert_eq!(editor.history().undo_label().unwrap().text(Texts::default()), "cut a");
    editor.select([whole("t")]);
    editor.paste(&piece, &View::default()).unwrap();
    assert_eq!((outline(editor.map()).as_str(), score(&editor, 2)), ("s: b | t: c a", Some(70)));
    assert_eq!(editor.history().undo_label().unwrap().text(Texts::default()), "paste a");
    editor.undo();
    editor.undo();
    assert_eq!(outline(editor.map()), "s: a b | t: c");
}

#[test]
fn touchpoints_come_into_an_empty_map_with_a_stage() {
    let mut from = open(&map("s: a b"));
    from.select([at("a"), at("b")]);
    let piece = from.copied().unwrap();
    let mut to = open(&map(""));
    to.paste(&piece, &View::default()).unwrap();
    assert_eq!(outline(to.map()), "?: a b");
}

#[test]
fn cards_keep_their_columns_from_the_selected_one_on() {
    let mut editor = open(&map("s: a b c d"));
    let one = add_card(&mut editor, "a", LaneKind::PainPoints, "one");
    let two = add_card(&mut editor, "b", LaneKind::Opportunities, "two");
    editor.select([Thing::Card(two), Thing::Card(one)]);
    let piece = editor.copied().unwrap();
    editor.select([at("c")]);
    editor.paste(&piece, &View::default()).unwrap();
    assert_eq!(cards(&editor, 2, LaneKind::PainPoints), ["one"]);
    assert_eq!(cards(&editor, 3, LaneKind::Opportunities), ["two"]);
    editor.select([at("d")]);
    editor.paste(&piece, &View::default()).unwrap();
    assert_eq!(cards(&editor, 3, LaneKind::Opportunities), ["two", "two"], "past the end is the last column");
    editor.select([]);
    assert_eq!(editor.paste(&piece, &View::default()), Err(EditError::NoPlace));
}

#[test]
fn cards_of_one_lane_go_after_the_selected_card_or_into_the_selected_lane() {
    let mut editor = open(&map("s: a b"));
    let one = add_card(&mut editor, "a", LaneKind::PainPoints, "one");
    let idea = add_card(&mut editor, "b", LaneKind::Opportunities, "idea");
    add_card(&mut editor, "b", LaneKind::Opportunities, "later");
    editor.select([Thing::Card(one)]);
    let piece = editor.copied().unwrap();
    editor.select([Thing::Card(idea)]);
    editor.paste(&piece, &View::default()).unwrap();
    assert_eq!(cards(&editor, 1, LaneKind::Opportunities), ["idea", "one", "later"]);
    let opportunities = lane(editor.map(), LaneKind::Opportunities);
    editor.select([Thing::Lane(opportunities)]);
    editor.paste(&piece, &View::default()).unwrap();
    assert_eq!(cards(&editor, 0, LaneKind::Opportunities), ["one"]);
    assert_eq!(editor.map().lanes.len(), map("").lanes.len(), "no lane was made");
}

#[test]
fn lanes_are_found_by_id_then_kind_and_name_then_kind_and_made_otherwise() {
    let mut from = open(&map("s: a"));
    let Thing::Lane(thoughts) = from.make(New::Lane(LaneKind::Thoughts)).unwrap() else { panic!("a lane") };
    from.set_text(Thing::Lane(thoughts), "In their head").unwrap();
    add_card(&mut from, "a", LaneKind::Thoughts, "why?");
    from.select([at("a")]);
    let piece = from.copied().unwrap();
    // By id: in the map it comes from, under whatever name it has now.
    from.set_text(Thing::Lane(thoughts), "Thoughts of Lan").unwrap();
    assert_eq!(from.paste(&piece, &View::default()).unwrap().made.lanes, []);
    // In another map there is none of the kind: it is made, with its name.
    let other = Arc::new(Map::empty(&mut fastrand::Rng::with_seed(77)));
    let mut to = open(&other);
    let made = to.paste(&piece, &View::default()).unwrap().made;
    assert_eq!(made.lanes.iter().map(|lane| lane.name.as_str()).collect::<Vec<_>>(), ["In their head"]);
    assert_sound(&to);
    // Of two lanes of the kind the one of the same name is meant, whatever its case.
    let mut to = Editor::open(Arc::clone(&other), InFile::Yes, fastrand::Rng::with_seed(78));
    to.make(New::Lane(LaneKind::Thoughts)).unwrap();
    let Thing::Lane(second) = to.make(New::Lane(LaneKind::Thoughts)).unwrap() else { panic!("a lane") };
    to.set_text(Thing::Lane(second), "IN THEIR HEAD").unwrap();
    assert_eq!(to.paste(&piece, &View::default()).unwrap().made.lanes, []);
    assert_eq!(to.map().touchpoints().next().unwrap().cards_in(second).len(), 1);
}

#[test]
fn personas_and_channels_are_found_by_id_then_name_and_made_otherwise() {
    let mut from = open(&map("s: a"));
    feel(&mut from, "a", 30);
    let (lan, web) = (persona(from.map()), Channel::new(ChannelId::random(from.rng()), "Web"));
    from.apply(Edit::InsertChannel(Arc::new(web.clone()))).unwrap();
    let channels = wayfarer::editor::TouchpointChange::Channels(vec![web.id]);
    from.apply(Edit::Touchpoint(touchpoint("a"), channels)).unwrap();
    from.select([at("a")]);
    let unnamed = from.copied().unwrap();
    // Who skips a touchpoint here is not said of another map.
    let mut map = Map::clone(from.map());
    Arc::make_mut(&mut map.personas[0]).path.skips.insert(touchpoint("a"));
    let mut skipping = open(&Arc::new(map));
    skipping.select([at("a")]);
    assert!(skipping.copied().unwrap().is_sound());
    from.set_text(Thing::Persona(lan), "Lan").unwrap();
    let named = from.copied().unwrap();
    let other = Arc::new(Map::empty(&mut fastrand::Rng::with_seed(77)));

    let mut to = open(&other);
    let pasted = to.paste(&unnamed, &View::default()).unwrap();
    assert_eq!(pasted.made.personas, [], "who has no name is the one who is shown");
    assert_eq!((score(&to, 0), pasted.made.channels.len()), (Some(30), 1));
    let pasted = to.paste(&named, &View::default()).unwrap();
    assert_eq!(pasted.made.personas.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Lan"]);
    assert_eq!(pasted.made.channels, [], "the channel is there by now");
    let pasted = to.paste(&named, &View::default()).unwrap();
    assert_eq!((pasted.made.personas.len(), to.map().personas.len()), (0, 2));
    assert_sound(&to);
}

#[test]
fn feelings_go_to_the_selected_touchpoints_and_to_whom_is_shown() {
    let mut editor = open(&map("s: a b c d"));
    let lan = persona(editor.map());
    feel(&mut editor, "a", -10);
    feel(&mut editor, "b", 20);
    let face = |id: &str| Thing::Face(touchpoint(id), lan, Curve::Actual);
    editor.select([face("a")]);
    let one = editor.copied().unwrap();
    editor.select([at("c"), at("d")]);
    editor.paste(&one, &View::default()).unwrap();
    assert_eq!([score(&editor, 2), score(&editor, 3)], [Some(-10), Some(-10)], "one goes to all that are selected");
    editor.undo();
    editor.select([face("b"), face("a")]);
    let two = editor.copied().unwrap();
    editor.select([at("c")]);
    editor.paste(&two, &View::default()).unwrap();
    assert_eq!([score(&editor, 2), score(&editor, 3)], [Some(-10), Some(20)], "several go from the selected one on");
    assert_eq!(editor.unsaved_steps(), 3);
    // Another persona is shown: the feelings become theirs.
    let Thing::Persona(minh) = editor.make(New::Persona).unwrap() else { panic!("a persona") };
    editor.select([at("a")]);
    editor.paste(&two, &View { persona: PersonaChoice::One(minh), ..View::default() }).unwrap();
    let of_minh = editor.map().touchpoint(touchpoint("b")).unwrap().score(minh, Curve::Actual);
    assert_eq!(of_minh, Score::new(20));
    editor.select([whole("s")]);
    assert_eq!(editor.paste(&two, &View::default()), Err(EditError::NoFeelingPlace));
}

#[test]
fn a_look_is_pasted_without_names_cards_and_channels() {
    let mut editor = open(&map("s: a b | t: c"));
    feel(&mut editor, "a", 60);
    add_card(&mut editor, "a", LaneKind::PainPoints, "slow");
    let weight = wayfarer::editor::TouchpointChange::Weight(Weight::MomentOfTruth);
    editor.apply(Edit::Touchpoint(touchpoint("a"), weight)).unwrap();
    editor.select([at("a")]);
    let look = editor.copied_look().unwrap();
    editor.select([at("b"), at("c")]);
    editor.paste_look(&look, &View::default()).unwrap();
    for column in [1, 2] {
        assert_eq!(score(&editor, column), Some(60));
        assert_eq!(editor.map().touchpoints().nth(column).unwrap().weight, Weight::MomentOfTruth);
        assert!(cards(&editor, column, LaneKind::PainPoints).is_empty());
    }
    assert_eq!(outline(editor.map()), "s: a b | t: c");
    assert_eq!(editor.history().undo_label().unwrap().text(Texts::default()), "change 2 things");
    // A stage's look is its colour; a plain paste of a look is the same as pasting the look.
    let red = Rgb::parse("#c27a45");
    editor.apply(Edit::Stage(stage("s"), wayfarer::editor::StageChange::Color(red))).unwrap();
    editor.select([whole("s")]);
    let look = editor.copied_look().unwrap();
    editor.select([whole("t")]);
    editor.paste(&look, &View::default()).unwrap();
    assert_eq!((editor.map().stages[1].color, editor.map().stages.len()), (red, 2));
    editor.select([at("a")]);
    assert_eq!(editor.paste_look(&look, &View::default()), Err(EditError::NoLookPlace));
}

#[test]
fn cards_of_stages_go_to_stages_also_in_a_lane_that_is_made() {
    let mut from = open(&map("s: a | t:"));
    let Thing::Lane(thoughts) = from.make(New::Lane(LaneKind::Thoughts)).unwrap() else { panic!("a lane") };
    let spans = wayfarer::editor::LaneChange::Spans(Spans::Stages);
    from.apply(Edit::Lane(thoughts, spans)).unwrap();
    let card = Arc::new(Card::new(CardId::random(from.rng()), "why?"));
    let id = card.id;
    from.apply(Edit::InsertCard { holder: Holder::Stage(stage("s")), lane: thoughts, at: 0, card }).unwrap();
    from.select([Thing::Card(id)]);
    let piece = from.copied().unwrap();
    let mut to = open(&map("x: | y: b"));
    to.select([whole("y")]);
    let made = to.paste(&piece, &View::default()).unwrap().made;
    let lane = made.lanes[0].id;
    assert_eq!(to.map().stage(stage("y")).unwrap().cards_in(lane)[0].text, "why?");
    assert_sound(&to);
    // A touchpoint's card finds no column in a stage without touchpoints: nothing is lost in silence.
    let pain = add_card(&mut from, "a", LaneKind::PainPoints, "slow");
    from.select([Thing::Card(pain)]);
    let piece = from.copied().unwrap();
    to.select([whole("x")]);
    assert_eq!(to.paste(&piece, &View::default()), Err(EditError::NoPlace));
}

/// What is pasted where, with the first persona shown alone; whom to show then.
#[test]
fn pasted_feelings_are_shown() {
    let felt = |name: &str| {
        let mut editor = open(&map("s: a"));
        let lan = persona(editor.map());
        feel(&mut editor, "a", 30);
        editor.set_text(Thing::Persona(lan), name).unwrap();
        editor
    };
    let sent = |editor: &mut Editor| {
        editor.select([at("a")]);
        editor.copied().unwrap()
    };
    let view = View { persona: PersonaChoice::First, ..View::default() };
    let (mut lan, mut minh) = (felt("Lan"), felt("Minh"));
    // Under an id of its own, as of another map.
    let other = Persona::new(PersonaId::parse("other").unwrap(), "Minh");
    let mut map = Map::clone(minh.map());
    let was = map.personas[0].id;
    map.personas = vec![Arc::new(other.clone())];
    let stage = Arc::make_mut(&mut map.stages[0]);
    for touchpoint in &mut stage.touchpoints {
        let feeling = Arc::make_mut(touchpoint).feelings.remove(&was).unwrap();
        let touchpoint = Arc::make_mut(touchpoint);
        touchpoint.id = TouchpointId::parse("elsewhere").unwrap();
        touchpoint.feelings.insert(other.id, feeling);
    }
    minh = open(&Arc::new(map));
    minh.select([at("elsewhere")]);
    let from_minh = minh.copied().unwrap();
    let from_lan = sent(&mut lan);

    let pasted = lan.paste(&from_lan, &view).unwrap();
    assert_eq!(pasted.show, None, "a copy of what is shown");
    let pasted = lan.paste(&from_minh, &view).unwrap();
    assert_eq!((pasted.made.personas.len(), pasted.show), (1, Some(PersonaChoice::All)), "both are felt for");
    let pasted = lan.paste(&from_minh, &view).unwrap();
    assert_eq!((pasted.made.personas.len(), pasted.show), (0, Some(PersonaChoice::All)), "there, but not shown");
    let all = View { persona: PersonaChoice::All, ..view };
    assert_eq!(lan.paste(&from_minh, &all).unwrap().show, None, "shown already");
    // On a map on which nobody feels anything.
    let mut empty = open(&Arc::new(Map::empty(&mut fastrand::Rng::with_seed(77))));
    let pasted = empty.paste(&from_minh, &view).unwrap();
    let made = pasted.made.personas[0].id;
    assert_eq!(pasted.show, Some(PersonaChoice::One(made)));
    // A persona that is hidden on purpose stays so.
    let hidden = PersonaChange::Visibility(Visibility::Hidden);
    lan.apply(Edit::Persona(other.id, hidden)).unwrap();
    assert_eq!(lan.paste(&from_minh, &view).unwrap().show, None);
}
