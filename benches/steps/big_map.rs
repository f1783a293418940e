//! Maps of any size for the measurements: plausible words, three personas, cards, channels and survey results. Must
//! not know what is measured. The same size gives the same map.

use std::{collections::BTreeMap, sync::Arc};
use wayfarer::map::{
    Card, CardId, Channel, ChannelId, Control, Curve, Evidence, Feeling, LaneId, LaneKind, Link, LinkId, LinkKind, Map,
    Metric, Note, NoteId, NoteTarget, Percent, Persona, PersonaId, Question, QuestionId, Score, Stage, StageId, Survey,
    SurveyId, SurveyResult, Touchpoint, TouchpointId, Wave, Weight,
};

/// Touchpoints in a stage.
const PER_STAGE: usize = 8;
const NAMES: [&str; 8] = [
    "Social network advert",
    "Trang sản phẩm và bảng giá",
    "Chat with adviser",
    "Checkout and payment",
    "Giao hàng và lắp đặt tại nhà",
    "Call to hotline",
    "Đổi trả",
    "Filter replaced at home",
];
const CARDS: [&str; 4] = [
    "Waits 9 minutes for an answer",
    "Phí giao hàng chỉ hiện ra ở bước cuối cùng",
    "Two days late, nobody calls",
    "Text message with a 2 hour window",
];
const WORDS: [&str; 4] = ["worried", "", "", "yên tâm"];
const LANES: [LaneKind; 7] = [
    LaneKind::Touchpoints,
    LaneKind::Actions,
    LaneKind::Emotion,
    LaneKind::Channels,
    LaneKind::Survey,
    LaneKind::PainPoints,
    LaneKind::Opportunities,
];

/// A map with `count` touchpoints.
pub fn big_map(count: usize) -> Map {
    let mut rng = fastrand::Rng::with_seed(7);
    let mut map = Map::empty(&mut rng);
    map.title = format!("{count} touchpoints");
    map.lanes = LANES.iter().map(|kind| Arc::new(wayfarer::map::Lane::new(LaneId::random(&mut rng), *kind))).collect();
    map.personas =
        ["Lan", "Minh", "Hoa"].map(|name| Arc::new(Persona::new(PersonaId::random(&mut rng), name))).to_vec();
    map.channels = ["Website", "Điện thoại", "Shop", "Chat"]
        .map(|name| Arc::new(Channel::new(ChannelId::random(&mut rng), name)))
        .to_vec();
    let touchpoints: Vec<_> = (0..count).map(|at| Arc::new(touchpoint(at, &map, &mut rng))).collect();
    map.stages =
        touchpoints.chunks(PER_STAGE).enumerate().map(|(at, chunk)| Arc::new(stage(at, chunk, &mut rng))).collect();
    map.links = links(&touchpoints, &mut rng);
    map.surveys = vec![Arc::new(survey(&touchpoints, &mut rng))];
    map
}

fn stage(at: usize, touchpoints: &[Arc<Touchpoint>], rng: &mut fastrand::Rng) -> Stage {
    let mut stage = Stage::new(StageId::random(rng), format!("Stage {}", at + 1));
    stage.touchpoints = touchpoints.to_vec();
    stage.reach = Some(rng.u64(100..100_000));
    stage
}

fn touchpoint(at: usize, map: &Map, rng: &mut fastrand::Rng) -> Touchpoint {
    let mut touchpoint = Touchpoint::new(TouchpointId::random(rng), format!("{} {}", NAMES[at % NAMES.len()], at + 1));
    touchpoint.description = "The courier brings the parcel and sets it down at the door.".into();
    touchpoint.channels = vec![map.channels[rng.usize(..map.channels.len())].id];
    touchpoint.control = if at.is_multiple_of(5) { Control::Partner } else { Control::Owned };
    touchpoint.weight = if at.is_multiple_of(9) { Weight::MomentOfTruth } else { Weight::Ordinary };
    for (nth, persona) in map.personas.iter().enumerate() {
        if nth == 0 || rng.u8(..4) > 0 {
            touchpoint.feelings.insert(persona.id, feeling(at + nth, rng));
        }
    }
    for (lane, share) in [(1, 2), (5, 2), (6, 3)] {
        if at.is_multiple_of(share) {
            let card = Card::new(CardId::random(rng), CARDS[rng.usize(..CARDS.len())]);
            touchpoint.cards.insert(map.lanes[lane].id, vec![Arc::new(card)]);
        }
    }
    touchpoint
}

fn feeling(at: usize, rng: &mut fastrand::Rng) -> Feeling {
    let mut score = || Score::new(rng.i64(-90..=90));
    Feeling {
        expected: score(),
        actual: if at.is_multiple_of(11) { None } else { score() },
        word: WORDS[at % WORDS.len()].into(),
        evidence: Evidence::Guess,
    }
}

/// The map with a note for each twentieth touchpoint, most with an arrow to it, its face or a card.
pub fn with_notes(map: &Map) -> Map {
    let mut rng = fastrand::Rng::with_seed(9);
    let persona = map.personas[0].id;
    let of_touchpoint = |(at, touchpoint): (usize, &Arc<Touchpoint>)| {
        let card = touchpoint.cards.values().flatten().next().map(|card| NoteTarget::Card(card.id));
        let to = match at % 4 {
            0 => Some(NoteTarget::Touchpoint(touchpoint.id)),
            1 => Some(NoteTarget::Face(touchpoint.id, persona, Curve::Actual)),
            2 => card,
            _ => None,
        };
        let column = i32::try_from(at * 20 * 138).unwrap();
        let place = if to.is_some() { (30, 140) } else { (column, 900) };
        let text = CARDS[at % CARDS.len()].to_owned();
        Arc::new(Note { text, to, ..Note::new(NoteId::random(&mut rng), place) })
    };
    let notes = map.touchpoints().step_by(20).enumerate().map(of_touchpoint).collect();
    Map { notes, ..map.clone() }
}

/// A loop over each fortieth touchpoint.
fn links(touchpoints: &[Arc<Touchpoint>], rng: &mut fastrand::Rng) -> Vec<Arc<Link>> {
    let ends = touchpoints.iter().step_by(40).zip(touchpoints.iter().skip(11).step_by(40));
    ends.map(|(to, from)| {
        Arc::new(Link {
            id: LinkId::random(rng),
            from: from.id,
            to: to.id,
            kind: LinkKind::Loop,
            label: "buys again".into(),
            share: Percent::new(31.0),
        })
    })
    .collect()
}

/// NPS answers at two of three touchpoints.
fn survey(touchpoints: &[Arc<Touchpoint>], rng: &mut fastrand::Rng) -> Survey {
    let question = QuestionId::random(rng);
    let scale = Metric::Nps.usual_scale();
    let result = |(at, touchpoint): (usize, &Arc<Touchpoint>)| {
        let answers = (0..=10).map(|answer| (answer, rng.u64(1..90))).collect();
        (!at.is_multiple_of(3)).then(|| {
            Arc::new(SurveyResult {
                touchpoint: Some(touchpoint.id),
                question,
                segment: None,
                answers,
                not_counted: BTreeMap::new(),
            })
        })
    };
    let results = touchpoints.iter().enumerate().filter_map(result).collect();
    Survey {
        id: SurveyId::parse("survey").unwrap(),
        source: "answers.csv".into(),
        sha256: "0".repeat(64),
        wave: Wave { name: "Oct 2026".into(), date: None },
        segment_by: String::new(),
        rows: 1_000,
        questions: vec![Question { id: question, text: "Recommend".into(), metric: Metric::Nps, scale }],
        results,
    }
}
