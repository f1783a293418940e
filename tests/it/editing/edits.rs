//! Each edit: the map before, the edit, the map after; and what is refused.

use super::{at, lane, map, outline, persona, stage, touchpoint};
use std::{collections::BTreeMap, sync::Arc};
use wayfarer::{
    editor::{Edit, EditError, FeelingChange, LaneChange, LinkChange, MapChange, StageChange, TouchpointChange},
    map::*,
    texts::{Language, Texts},
};

fn check(before: &str, edit: Edit, after: &str) {
    let before = map(before);
    let result = edit.apply(&before).expect("the edit fits");
    assert_eq!(outline(&result), after, "{edit:?}");
    assert_eq!(result.check(), [], "{edit:?}");
}

fn moved(ids: &[&str], to: &str, at: usize) -> Edit {
    Edit::MoveTouchpoints { ids: ids.iter().map(|id| touchpoint(id)).collect(), stage: stage(to), at }
}

fn card(id: &str) -> Arc<Card> {
    Arc::new(Card::new(CardId::parse(id).unwrap(), id))
}

fn link(id: &str, from: &str, to: &str) -> Edit {
    Edit::InsertLink(Arc::new(Link {
        id: LinkId::parse(id).unwrap(),
        from: touchpoint(from),
        to: touchpoint(to),
        kind: LinkKind::Path,
        label: String::new(),
        share: None,
    }))
}

#[test]
fn touchpoints_move_within_a_stage_before_the_one_that_is_there() {
    for (ids, place, after) in [
        (&["a"][..], 0, "s: a b c d"),
        (&["a"], 1, "s: a b c d"),
        (&["a"], 2, "s: b a c d"),
        (&["a"], 4, "s: b c d a"),
        (&["a"], 99, "s: b c d a"),
        (&["d"], 0, "s: d a b c"),
        (&["d"], 2, "s: a b d c"),
        (&["c", "a"], 1, "s: a c b d"),
        (&["a", "c"], 2, "s: b a c d"),
        (&["a", "b"], 4, "s: c d a b"),
        (&["d", "a"], 2, "s: b a d c"),
    ] {
        check("s: a b c d", moved(ids, "s", place), after);
    }
}

#[test]
fn touchpoints_move_between_stages_in_the_order_of_the_journey() {
    check("s: a b | t: c d", moved(&["a"], "t", 1), "s: b | t: c a d");
    check("s: a b | t: c d", moved(&["d", "a"], "t", 0), "s: b | t: a d c");
    check("s: a b | t: c d | u:", moved(&["c", "b"], "u", 0), "s: a | t: d | u: b c");
}

#[test]
fn stages_move_before_the_one_that_is_there() {
    let moved = |to| Edit::MoveStage { id: stage("s"), to };
    check("s: a | t: | u:", moved(1), "s: a | t: | u:");
    check("s: a | t: | u:", moved(2), "t: | s: a | u:");
    check("s: a | t: | u:", moved(3), "t: | u: | s: a");
    check("s: a | t: | u:", Edit::MoveStage { id: stage("u"), to: 0 }, "u: | s: a | t:");
}

#[test]
fn an_edit_that_changes_nothing_gives_back_the_same_map() {
    let map = map("s: a b | t: c");
    let id = persona(&map);
    for edit in [
        Edit::Map(MapChange::Title(String::new())),
        Edit::Stage(stage("s"), StageChange::Name("s".into())),
        Edit::Touchpoint(touchpoint("a"), TouchpointChange::Tags(Vec::new())),
        Edit::Feeling(touchpoint("a"), id, FeelingChange::Score(Curve::Actual, None)),
        moved(&["a", "b"], "s", 1),
        Edit::MoveStage { id: stage("s"), to: 1 },
        Edit::Remove(vec![Thing::Face(touchpoint("a"), id, Curve::Actual)]),
        Edit::Remove(Vec::new()),
        Edit::All(Vec::new()),
    ] {
        assert!(Arc::ptr_eq(&edit.apply(&map).unwrap(), &map), "{edit:?}");
    }
}

#[test]
fn what_an_edit_does_not_touch_is_shared() {
    let before = map("s: a b | t: c");
    let score = FeelingChange::Score(Curve::Actual, Score::new(40));
    let after = Edit::Feeling(touchpoint("a"), persona(&before), score).apply(&before).unwrap();
    assert!(Arc::ptr_eq(&before.stages[1], &after.stages[1]));
    assert!(Arc::ptr_eq(&before.stages[0].touchpoints[1], &after.stages[0].touchpoints[1]));
    assert!(!Arc::ptr_eq(&before.stages[0].touchpoints[0], &after.stages[0].touchpoints[0]));
}

#[test]
fn what_does_not_fit_is_refused_and_the_reason_said() {
    let map = map("s: a b");
    let pain = lane(&map, LaneKind::PainPoints);
    let emotion = lane(&map, LaneKind::Emotion);
    let insert_card = |holder, lane| Edit::InsertCard { holder, lane, at: 0, card: card("k") };
    let insert_lane = |kind| Edit::InsertLane { at: 0, lane: Arc::new(Lane::new(LaneId::parse("l").unwrap(), kind)) };
    let own = |bands: Vec<Band>| Edit::Map(MapChange::Scale(EmotionScale::Own(bands)));
    let band = |name: &str| Band { name: name.into(), from: Score::ZERO };
    for (edit, error) in [
        (Edit::Stage(stage("gone"), StageChange::Name("x".into())), EditError::Gone),
        (moved(&["a", "gone"], "s", 0), EditError::Gone),
        (moved(&["a"], "gone", 0), EditError::Gone),
        (Edit::Remove(vec![Thing::Persona(persona(&map))]), EditError::LastPersona),
        (insert_lane(LaneKind::Emotion), EditError::SecondLane),
        (insert_card(Holder::Touchpoint(touchpoint("a")), emotion), EditError::DoesNotFit),
        (insert_card(Holder::Stage(stage("s")), pain), EditError::DoesNotFit),
        (insert_card(Holder::Touchpoint(touchpoint("gone")), pain), EditError::Gone),
        (link("l", "a", "a"), EditError::DoesNotFit),
        (link("l", "a", "gone"), EditError::Gone),
        (Edit::InsertStage { at: 0, stage: Arc::clone(&map.stages[0]) }, EditError::DoesNotFit),
        (Edit::InsertPersona(Arc::clone(&map.personas[0])), EditError::DoesNotFit),
        (Edit::Lane(emotion, LaneChange::Spans(Spans::Stages)), EditError::DoesNotFit),
        (own(Vec::new()), EditError::DoesNotFit),
        (own(vec![band("a"), band("b")]), EditError::DoesNotFit),
    ] {
        assert_eq!(edit.apply(&map).err(), Some(error), "{edit:?}");
    }
}

#[test]
fn several_edits_are_applied_together_or_not_at_all() {
    let map = map("s: a");
    let rename = Edit::Stage(stage("s"), StageChange::Name("x".into()));
    let gone = Edit::Stage(stage("gone"), StageChange::Name("x".into()));
    assert_eq!(Edit::All(vec![rename, gone]).apply(&map).err(), Some(EditError::Gone));
    assert_eq!(outline(&map), "s: a");
}

#[test]
fn with_a_touchpoint_go_its_links_and_its_results() {
    let before = map("s: a b c");
    let linked =
        Edit::All(vec![link("l", "a", "b"), link("m", "b", "c"), link("n", "a", "c"), attach(&["a", "b"], &[])]);
    let before = linked.apply(&before).unwrap();
    let after = Edit::Remove(vec![at("b")]).apply(&before).unwrap();
    assert_eq!(after.links.iter().map(|link| link.id.to_string()).collect::<Vec<_>>(), ["n"]);
    assert_eq!(
        after.surveys[0].results.iter().map(|result| result.touchpoint).collect::<Vec<_>>(),
        [Some(touchpoint("a"))]
    );
    assert_eq!(after.check(), []);
}

#[test]
fn with_a_stage_go_its_touchpoints_and_with_a_lane_its_cards() {
    let before = map("s: a b | t: c");
    let pain = lane(&before, LaneKind::PainPoints);
    let holder = Holder::Touchpoint(touchpoint("c"));
    let set = Edit::All(vec![link("l", "a", "c"), Edit::InsertCard { holder, lane: pain, at: 0, card: card("k") }]);
    let before = set.apply(&before).unwrap();
    let after = Edit::Remove(vec![Thing::Stage(stage("s")), at("b")]).apply(&before).unwrap();
    assert_eq!((outline(&after).as_str(), after.links.len(), after.cards().count()), ("t: c", 0, 1));
    let after = Edit::Remove(vec![Thing::Lane(pain)]).apply(&after).unwrap();
    assert_eq!((after.lane(pain), after.cards().count()), (None, 0));
    assert_eq!(after.check(), []);
}

#[test]
fn with_a_persona_go_its_feelings_and_a_channel_leaves_the_touchpoints() {
    let second = Arc::new(Persona::new(PersonaId::parse("lan").unwrap(), "Lan"));
    let web = Arc::new(Channel::new(ChannelId::parse("web").unwrap(), "Web"));
    let score = FeelingChange::Score(Curve::Expected, Some(Score::MAX));
    let set = Edit::All(vec![
        Edit::InsertPersona(Arc::clone(&second)),
        Edit::InsertChannel(Arc::clone(&web)),
        Edit::Feeling(touchpoint("a"), second.id, score),
        Edit::Touchpoint(touchpoint("a"), TouchpointChange::Channels(vec![web.id, web.id])),
    ]);
    let before = set.apply(&map("s: a")).unwrap();
    assert_eq!(before.stages[0].touchpoints[0].channels, [web.id]);
    let removal = Edit::All(vec![Edit::Remove(vec![Thing::Persona(second.id)]), Edit::RemoveChannel(web.id)]);
    let after = removal.apply(&before).unwrap();
    let plain = &after.stages[0].touchpoints[0];
    assert!(plain.feelings.is_empty() && plain.channels.is_empty() && after.channels.is_empty());
}

#[test]
fn cards_move_within_and_between_cells_and_along_with_the_lane() {
    let before = map("s: a b");
    let pain = lane(&before, LaneKind::PainPoints);
    let (a, b) = (Holder::Touchpoint(touchpoint("a")), Holder::Touchpoint(touchpoint("b")));
    let insert = |id, holder, at| Edit::InsertCard { holder, lane: pain, at, card: card(id) };
    let before = Edit::All(vec![insert("x", a, 9), insert("y", a, 9), insert("z", b, 0)]).apply(&before).unwrap();
    let moved = |id, holder, at| Edit::MoveCard { id: CardId::parse(id).unwrap(), holder, lane: pain, at };
    let cells = |map: &Map| {
        let name = |holder| match holder {
            Holder::Touchpoint(id) => id.to_string(),
            Holder::Stage(id) => id.to_string(),
        };
        map.cards().map(|(holder, _, card)| format!("{} {}", name(holder), card.text)).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(cells(&before), "a x, a y, b z");
    assert_eq!(cells(&moved("x", a, 2).apply(&before).unwrap()), "a y, a x, b z");
    assert_eq!(cells(&moved("y", b, 0).apply(&before).unwrap()), "a x, b y, b z");
    let wide = Edit::Lane(pain, LaneChange::Spans(Spans::Stages)).apply(&before).unwrap();
    assert_eq!(cells(&wide), "s x, s y, s z");
    let narrow = Edit::Lane(pain, LaneChange::Spans(Spans::Touchpoints)).apply(&wide).unwrap();
    assert_eq!(cells(&narrow), "a x, a y, a z");
    let empty = Edit::Remove(vec![at("a"), at("b")]).apply(&wide).unwrap();
    let refused = Edit::Lane(pain, LaneChange::Spans(Spans::Touchpoints)).apply(&empty);
    assert_eq!(refused.err(), Some(EditError::DoesNotFit));
}

/// A survey with one answer at each of these touchpoints, and new touchpoints with it.
fn attach(asked: &[&str], new: &[&str]) -> Edit {
    let question = Question {
        id: QuestionId::parse("q").unwrap(),
        text: "NPS".into(),
        metric: Metric::Nps,
        scale: Metric::Nps.usual_scale(),
    };
    let result = |id: &&str| {
        Arc::new(SurveyResult {
            touchpoint: Some(touchpoint(id)),
            question: question.id,
            segment: None,
            answers: BTreeMap::from([(10, 1)]),
            not_counted: BTreeMap::new(),
        })
    };
    let survey = Survey {
        id: SurveyId::parse("v").unwrap(),
        source: "october.csv".into(),
        sha256: "0".repeat(64),
        wave: Wave::default(),
        segment_by: String::new(),
        rows: 1,
        results: asked.iter().map(result).collect(),
        questions: vec![question],
    };
    Edit::AttachSurvey {
        survey: Arc::new(survey),
        touchpoints: new.iter().map(|name| Arc::new(Touchpoint::new(touchpoint(name), *name))).collect(),
        stage: stage("new"),
        lane: LaneId::parse("survey").unwrap(),
    }
}

#[test]
fn a_survey_brings_its_touchpoints_a_stage_for_them_and_a_lane() {
    check("s: a | t: b", attach(&["a", "c"], &["c"]), "s: a | t: b c");
    check("", attach(&["c"], &["c"]), "?: c");
    check("s: a", attach(&["a"], &[]), "s: a");
    let after = attach(&["a"], &[]).apply(&map("s: a")).unwrap();
    let kinds: Vec<_> = after.lanes.iter().map(|lane| lane.kind).collect();
    use LaneKind::*;
    assert_eq!(kinds, [Touchpoints, Emotion, Channels, Survey, PainPoints, Opportunities]);
    assert_eq!(attach(&["a"], &[]).apply(&after).err(), Some(EditError::DoesNotFit), "the same survey twice");
    assert_eq!(attach(&["gone"], &[]).apply(&map("s: a")).err(), Some(EditError::DoesNotFit));
}

#[test]
fn the_menu_says_what_a_step_did() {
    let map = map("buy: a b | get:");
    let set = FeelingChange::Score(Curve::Actual, Some(Score::ZERO));
    let feel = |id| Edit::Feeling(touchpoint(id), persona(&map), set.clone());
    let pain = lane(&map, LaneKind::PainPoints);
    for (edit, english, vietnamese) in [
        (moved(&["b"], "get", 0), "move b", "di chuyển b"),
        (moved(&["b", "c"], "get", 0), "move 2 touchpoints", "di chuyển 2 điểm tiếp xúc"),
        (Edit::Remove(vec![Thing::Stage(stage("buy"))]), "delete buy", "xóa buy"),
        (Edit::Stage(stage("buy"), StageChange::Name(String::new())), "rename stage", "đổi tên giai đoạn"),
        (Edit::Lane(pain, LaneChange::Height(Some(90))), "resize Pain points", "đổi cỡ Điểm đau"),
        (feel("b"), "set feeling at b", "đặt cảm xúc tại b"),
        (Edit::All(vec![feel("b"), feel("b")]), "set feeling at 2 touchpoints", "đặt cảm xúc tại 2 điểm tiếp xúc"),
        (attach(&[], &[]), "attach october.csv", "gắn october.csv"),
        (Edit::Map(MapChange::AnonymityLimit(3)), "change the anonymity limit", "sửa giới hạn ẩn danh"),
    ] {
        let label = edit.label(&map);
        let texts = [label.text(Texts(Language::English)), label.text(Texts(Language::Vietnamese))];
        assert_eq!(texts, [english, vietnamese], "{edit:?}");
    }
}

#[test]
fn the_ends_of_a_link_can_be_moved_but_not_onto_each_other() {
    let before = link("l", "a", "b").apply(&map("s: a b c")).unwrap();
    let id = before.links[0].id;
    let ends = |from, to| Edit::Link(id, LinkChange::Ends { from: touchpoint(from), to: touchpoint(to) });
    assert_eq!(ends("b", "c").apply(&before).unwrap().links[0].to, touchpoint("c"));
    assert_eq!(ends("c", "c").apply(&before).err(), Some(EditError::DoesNotFit));
    assert!(Arc::ptr_eq(&ends("a", "b").apply(&before).unwrap(), &before));
}
