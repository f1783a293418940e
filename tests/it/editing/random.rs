//! Any sequence of edits: the map stays sound, what changes nothing is the same map, and undo and redo lead all the
//! way back and forth.

use super::{map, open};
use fastrand::Rng;
use proptest::prelude::*;
use std::{collections::BTreeMap, sync::Arc};
use wayfarer::{editor::*, map::*, scene::View};

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undo_leads_back_and_redo_forth(seed: u64, count in 1usize..60) {
        let mut rng = Rng::with_seed(seed);
        let first = map("s: a b | t: c | u:");
        let mut editor = open(&first);
        for _ in 0..count {
            let before = Arc::clone(editor.map());
            let edit = random_edit(&before, &mut rng, 2);
            match editor.apply(edit.clone()) {
                Ok(()) if **editor.map() == *before && !matches!(edit, Edit::All(_)) => {
                    prop_assert!(Arc::ptr_eq(editor.map(), &before), "{edit:?} changed nothing but made a new map");
                }
                Ok(()) => {}
                Err(_) => prop_assert!(Arc::ptr_eq(editor.map(), &before)),
            }
            prop_assert_eq!(editor.map().check(), [], "{:?}", edit);
            prop_assert!(editor.selection().iter().all(|thing| thing.exists_in(editor.map())));
        }
        let last = Arc::clone(editor.map());
        (0..count).for_each(|_| editor.undo());
        prop_assert!(Arc::ptr_eq(editor.map(), &first));
        prop_assert!(!editor.is_modified());
        (0..count).for_each(|_| editor.redo());
        prop_assert!(Arc::ptr_eq(editor.map(), &last));
    }

    #[test]
    fn a_preview_is_what_the_commit_makes(seed: u64) {
        let mut rng = Rng::with_seed(seed);
        let mut editor = open(&map("s: a b | t: c | u:"));
        for _ in 0..20 {
            let edit = random_edit(editor.map(), &mut rng, 1);
            let before = Arc::clone(editor.map());
            if editor.preview(edit.clone()).is_ok() {
                let shown = Arc::clone(editor.shown());
                prop_assert!(Arc::ptr_eq(editor.map(), &before));
                prop_assert!(editor.follow(Change::Commit(edit)).is_ok());
                prop_assert_eq!(&**editor.map(), &*shown);
            }
        }
    }
}

/// One of a list, or `other` when it is empty.
fn one<T>(things: impl Iterator<Item = T>, rng: &mut Rng, other: impl FnOnce(&mut Rng) -> T) -> T {
    let things: Vec<_> = things.collect();
    match things.len() {
        0 => other(rng),
        len => things.into_iter().nth(rng.usize(..len)).expect("within the list"),
    }
}

fn a_stage(map: &Map, rng: &mut Rng) -> StageId {
    one(map.stages.iter().map(|stage| stage.id), rng, StageId::random)
}

fn a_touchpoint(map: &Map, rng: &mut Rng) -> TouchpointId {
    one(map.touchpoints().map(|touchpoint| touchpoint.id), rng, TouchpointId::random)
}

fn a_persona(map: &Map, rng: &mut Rng) -> PersonaId {
    one(map.personas.iter().map(|persona| persona.id), rng, PersonaId::random)
}

fn a_lane(map: &Map, rng: &mut Rng) -> LaneId {
    one(map.lanes.iter().map(|lane| lane.id), rng, LaneId::random)
}

fn a_card(map: &Map, rng: &mut Rng) -> CardId {
    one(map.cards().map(|(_, _, card)| card.id), rng, CardId::random)
}

fn a_channel(map: &Map, rng: &mut Rng) -> ChannelId {
    one(map.channels.iter().map(|channel| channel.id), rng, ChannelId::random)
}

fn a_link(map: &Map, rng: &mut Rng) -> LinkId {
    one(map.links.iter().map(|link| link.id), rng, LinkId::random)
}

fn a_survey(map: &Map, rng: &mut Rng) -> SurveyId {
    one(map.surveys.iter().map(|survey| survey.id), rng, SurveyId::random)
}

fn an_owner(map: &Map, lane: LaneId, rng: &mut Rng) -> Holder {
    match map.lane(lane).map(|lane| lane.spans) {
        Some(Spans::Stages) => Holder::Stage(a_stage(map, rng)),
        Some(Spans::Touchpoints) | None => Holder::Touchpoint(a_touchpoint(map, rng)),
    }
}

fn a_word(rng: &mut Rng) -> String {
    ["", "worried", "Giao hàng", "đợi\nlâu"][rng.usize(..4)].to_owned()
}

fn a_score(rng: &mut Rng) -> Option<Score> {
    rng.bool().then(|| Score::new(rng.i64(-100..=100)).expect("within the range"))
}

fn a_curve(rng: &mut Rng) -> Curve {
    if rng.bool() { Curve::Actual } else { Curve::Expected }
}

fn a_thing(map: &Map, rng: &mut Rng) -> Thing {
    match rng.u8(..9) {
        0 => Thing::Stage(a_stage(map, rng)),
        1 => Thing::Touchpoint(a_touchpoint(map, rng)),
        2 => Thing::Face(a_touchpoint(map, rng), a_persona(map, rng), a_curve(rng)),
        3 => Thing::Card(a_card(map, rng)),
        4 => Thing::Lane(a_lane(map, rng)),
        5 => Thing::Persona(a_persona(map, rng)),
        6 => Thing::Link(a_link(map, rng)),
        7 => Thing::Engagement(a_touchpoint(map, rng)),
        _ => Thing::Survey(a_survey(map, rng)),
    }
}

fn new_touchpoint(map: &Map, rng: &mut Rng) -> Arc<Touchpoint> {
    let mut touchpoint = Touchpoint::new(TouchpointId::random(rng), a_word(rng));
    touchpoint.feelings.insert(a_persona(map, rng), Feeling { actual: a_score(rng), ..Feeling::default() });
    touchpoint.cards.insert(a_lane(map, rng), vec![Arc::new(Card::new(CardId::random(rng), a_word(rng)))]);
    if rng.bool() {
        touchpoint.cards.clear();
    }
    Arc::new(touchpoint)
}

fn new_stage(map: &Map, rng: &mut Rng) -> Arc<Stage> {
    let mut stage = Stage::new(StageId::random(rng), a_word(rng));
    stage.touchpoints = (0..rng.usize(..3)).map(|_| new_touchpoint(map, rng)).collect();
    Arc::new(stage)
}

fn new_link(map: &Map, rng: &mut Rng) -> Arc<Link> {
    Arc::new(Link {
        id: LinkId::random(rng),
        from: a_touchpoint(map, rng),
        to: a_touchpoint(map, rng),
        kind: LinkKind::Referral,
        label: a_word(rng),
        share: Percent::new(31.0),
    })
}

fn new_survey(map: &Map, rng: &mut Rng) -> Edit {
    let question = Question {
        id: QuestionId::random(rng),
        text: a_word(rng),
        metric: Metric::Ces,
        scale: Metric::Ces.usual_scale(),
    };
    let touchpoints = (0..rng.usize(..3)).map(|_| new_touchpoint(map, rng)).collect();
    let results = (0..rng.usize(..3)).map(|_| {
        let answers = BTreeMap::from([(rng.i32(0..=7), 3)]);
        let touchpoint = Some(a_touchpoint(map, rng));
        let not_counted = BTreeMap::new();
        Arc::new(SurveyResult { touchpoint, question: question.id, segment: None, answers, not_counted })
    });
    let results = results.collect();
    let survey = Survey {
        id: SurveyId::random(rng),
        source: "x.csv".into(),
        sha256: String::new(),
        wave: Wave::default(),
        segment_by: String::new(),
        rows: 3,
        questions: vec![question],
        results,
    };
    let (stage, lane) = (StageId::random(rng), LaneId::random(rng));
    Edit::AttachSurvey { survey: Arc::new(survey), touchpoints, stage, lane }
}

/// Any edit, mostly of things that are there; `depth` bounds edits of several edits.
fn random_edit(map: &Map, rng: &mut Rng, depth: u8) -> Edit {
    match rng.u8(..12) {
        0 => Edit::InsertStage { at: rng.usize(..5), stage: new_stage(map, rng) },
        1 => Edit::InsertTouchpoint {
            stage: a_stage(map, rng),
            at: rng.usize(..5),
            touchpoint: new_touchpoint(map, rng),
        },
        2 => random_move(map, rng),
        3 | 4 => random_change(map, rng),
        5 => random_feeling(map, rng),
        6 => random_card(map, rng),
        7 => random_people(map, rng),
        8 => random_lane(map, rng),
        9 => Edit::InsertLink(new_link(map, rng)),
        10 => random_removal(map, rng),
        _ if depth > 0 && rng.bool() => {
            Edit::All((0..rng.usize(..4)).map(|_| random_edit(map, rng, depth - 1)).collect())
        }
        _ => new_survey(map, rng),
    }
}

fn random_move(map: &Map, rng: &mut Rng) -> Edit {
    let to = rng.usize(..5);
    match rng.u8(..5) {
        0 => Edit::MoveStage { id: a_stage(map, rng), to },
        1 => Edit::MoveLane { id: a_lane(map, rng), to },
        2 => Edit::MovePersona { id: a_persona(map, rng), to },
        3 => {
            let lane = a_lane(map, rng);
            Edit::MoveCard { id: a_card(map, rng), holder: an_owner(map, lane, rng), lane, at: to }
        }
        _ => {
            let ids = (0..rng.usize(..4)).map(|_| a_touchpoint(map, rng)).collect();
            Edit::MoveTouchpoints { ids, stage: a_stage(map, rng), at: to }
        }
    }
}

fn random_change(map: &Map, rng: &mut Rng) -> Edit {
    let thing = a_thing(map, rng);
    let word = a_word(rng);
    match rng.u8(..8) {
        0 => Edit::Map(MapChange::Title(word)),
        1 => Edit::Map(MapChange::Scale(EmotionScale::Five)),
        2 => Edit::Stage(a_stage(map, rng), StageChange::Reach(rng.bool().then_some(12_400))),
        3 => Edit::Touchpoint(a_touchpoint(map, rng), TouchpointChange::Channels(vec![a_channel(map, rng)])),
        4 => {
            Edit::Link(a_link(map, rng), LinkChange::Ends { from: a_touchpoint(map, rng), to: a_touchpoint(map, rng) })
        }
        5 => Edit::Persona(a_persona(map, rng), PersonaChange::Visibility(Visibility::Hidden)),
        6 if rng.u8(..12) == 0 => Edit::Map(MapChange::Structure(map.structure.other())),
        7 if rng.bool() => {
            let level = Engagement::new(rng.i64(0..=5));
            Edit::Touchpoint(a_touchpoint(map, rng), TouchpointChange::Engagement(level))
        }
        6 if rng.bool() => Edit::Card(a_card(map, rng), CardChange::Evidence(Evidence::Reported)),
        6 => Edit::Card(a_card(map, rng), CardChange::Status(rng.bool().then_some(Status::Planned))),
        _ => edit_of_text(map, thing, word).unwrap_or(Edit::All(Vec::new())),
    }
}

fn random_feeling(map: &Map, rng: &mut Rng) -> Edit {
    let change = match rng.u8(..4) {
        0 => FeelingChange::Word(a_word(rng)),
        1 => FeelingChange::Evidence(if rng.bool() { Evidence::Guess } else { Evidence::Observed }),
        _ => FeelingChange::Score(a_curve(rng), a_score(rng)),
    };
    Edit::Feeling(a_touchpoint(map, rng), a_persona(map, rng), change)
}

fn random_card(map: &Map, rng: &mut Rng) -> Edit {
    let lane = a_lane(map, rng);
    match rng.u8(..6) {
        0 => return random_image(map, rng),
        1 => return random_note(map, rng),
        _ => {}
    }
    let card = Arc::new(Card::new(CardId::random(rng), a_word(rng)));
    Edit::InsertCard { holder: an_owner(map, lane, rng), lane, at: rng.usize(..3), card }
}

/// A note comes, changes, or points to something.
fn random_note(map: &Map, rng: &mut Rng) -> Edit {
    let to = NoteTarget::of(a_thing(map, rng)).filter(|_| rng.bool());
    let (x, y) = (rng.i32(-900..900), rng.i32(-900..900));
    match map.notes.first().filter(|_| rng.bool()) {
        None => Edit::InsertNote(Arc::new(Note { to, text: a_word(rng), ..Note::new(NoteId::random(rng), (x, y)) })),
        Some(note) => match rng.u8(..3) {
            0 => Edit::Note(note.id, NoteChange::Text(a_word(rng))),
            1 => Edit::Note(note.id, NoteChange::Width(Some(rng.u16(..900)))),
            _ => Edit::Note(note.id, NoteChange::Place { x, y, to }),
        },
    }
}

/// A picture is brought in, shown, or taken away.
fn random_image(map: &Map, rng: &mut Rng) -> Edit {
    let data = ImageBytes::new([b"\x89PNG\r\n\x1a\n".as_slice(), &[rng.u8(..4)]].concat());
    let image =
        Image { id: ImageId::random(rng), name: a_word(rng), description: String::new(), width: 1, height: 2, data };
    let known = map.images.first().map(|image| image.id).filter(|_| rng.bool());
    let shown = known.or(rng.bool().then_some(image.id));
    let show = match map.cards().next() {
        Some((_, _, card)) if rng.bool() => Edit::Card(card.id, CardChange::Image(shown)),
        _ => Edit::Touchpoint(a_touchpoint(map, rng), TouchpointChange::Image(shown)),
    };
    let brings_in = shown == Some(image.id) && rng.u8(..8) > 0;
    Edit::All(brings_in.then(|| Edit::InsertImage(Arc::new(image))).into_iter().chain([show]).collect())
}

fn random_people(map: &Map, rng: &mut Rng) -> Edit {
    match rng.u8(..5) {
        0 => Edit::InsertPersona(Arc::new(Persona::new(PersonaId::random(rng), a_word(rng)))),
        1 => Edit::InsertChannel(Arc::new(Channel::new(ChannelId::random(rng), a_word(rng)))),
        3 => Edit::ChannelIcon(a_channel(map, rng), rng.bool().then_some(ChannelIcon::Event)),
        2 => Edit::RenameChannel(a_channel(map, rng), a_word(rng)),
        _ => Edit::RemoveChannel(a_channel(map, rng)),
    }
}

fn random_lane(map: &Map, rng: &mut Rng) -> Edit {
    let spans = if rng.bool() { Spans::Stages } else { Spans::Touchpoints };
    match rng.u8(..4) {
        0 => {
            let kind = LaneKind::ALL[rng.usize(..LaneKind::ALL.len())];
            Edit::InsertLane { at: rng.usize(..9), lane: Arc::new(Lane::new(LaneId::random(rng), kind)) }
        }
        1 => Edit::Lane(a_lane(map, rng), LaneChange::Spans(spans)),
        2 => Edit::Lane(a_lane(map, rng), LaneChange::Line(rng.bool().then_some(BlueprintLine::Visibility))),
        _ => Edit::Lane(a_lane(map, rng), LaneChange::Height(rng.bool().then_some(120))),
    }
}

fn random_removal(map: &Map, rng: &mut Rng) -> Edit {
    Edit::Remove((0..rng.usize(..3)).map(|_| a_thing(map, rng)).collect())
}

/// Keys pressed at random: nothing panics, the map stays sound.
#[test]
fn whatever_is_typed_the_map_stays_sound() {
    const STEPS: [Step; 6] = [Step::Left, Step::Right, Step::Up, Step::Down, Step::Home, Step::End];
    const NEW: [New; 5] = [New::Stage, New::Touchpoint, New::Card, New::Persona, New::Lane(LaneKind::Thoughts)];
    let view = View::default();
    for seed in 0..60 {
        let mut rng = Rng::with_seed(seed);
        let mut editor = open(&map("s: a | t:"));
        for _ in 0..60 {
            match rng.u8(..8) {
                0 | 1 => drop(editor.make(NEW[rng.usize(..NEW.len())])),
                2 => drop(editor.set_band(rng.u8(..7), &view)),
                3 => drop(editor.nudge(rng.i32(-200..200), &view)),
                4 if rng.u8(..4) == 0 => drop(editor.remove_selected()),
                5 if rng.u8(..4) == 0 => editor.select_all(),
                6 if rng.bool() => editor.undo(),
                _ => drop(editor.walk(STEPS[rng.usize(..STEPS.len())], &view)),
            }
            assert_eq!(editor.map().check(), [], "seed {seed}");
        }
    }
}
