//! Random maps: names without spaces, without end, in Vietnamese, with control characters; lanes of all kinds.

use proptest::prelude::*;
use std::sync::Arc;
use wayfarer::map::{
    BlueprintLine, Card, CardId, Control, Engagement, Feeling, Lane, LaneId, LaneKind, Map, Score, Spans, Stage,
    StageId, Touchpoint, TouchpointId, Weight,
};

#[derive(Clone, Debug)]
struct Plan {
    name: String,
    word: String,
    cards: Vec<(usize, String)>,
    score: Option<i64>,
    is_moment: bool,
}

pub fn map() -> impl Strategy<Value = Map> {
    let stage = (words(), prop::collection::vec(plan(), 0..4), prop::option::of(0..10_000_000_u64));
    (prop::collection::vec(stage, 0..4), prop::option::of(0..400_u16), words()).prop_map(build)
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zA-Z ]{0,30}",
        "(trải nghiệm|khách hàng|Nguyễn|được|ghi nhận|Đặt hàng|ế|ạ|, |\\. | ){0,20}",
        "[mWx]{0,300}",
        ".{0,40}",
        "[a-z\u{0}\u{1b}\n\t\u{fffe} ]{0,20}",
        "a\u{300}(b\u{309}c){0,30}",
    ]
}

fn plan() -> impl Strategy<Value = Plan> {
    let cards = prop::collection::vec((0..LaneKind::ALL.len() * 2, words()), 0..4);
    (words(), words(), cards, prop::option::of(-100..=100_i64), any::<bool>())
        .prop_map(|(name, word, cards, score, is_moment)| Plan { name, word, cards, score, is_moment })
}

type Stages = Vec<(String, Vec<Plan>, Option<u64>)>;

fn build((stages, height, lane_name): (Stages, Option<u16>, String)) -> Map {
    let mut rng = fastrand::Rng::with_seed(1);
    let mut map = Map::empty(&mut rng);
    let lines = BlueprintLine::ALL.into_iter().map(Some).chain(std::iter::repeat(None));
    map.lanes = LaneKind::ALL.iter().flat_map(|kind| lanes_of(*kind, &mut rng, (height, &lane_name))).collect();
    map.lanes.iter_mut().zip(lines).for_each(|(lane, line)| Arc::make_mut(lane).line = line);
    for (name, plans, reach) in stages {
        let mut stage = Stage { reach, ..Stage::new(StageId::random(&mut rng), name) };
        for plan in plans {
            add(&mut stage, plan, &map, &mut rng);
        }
        map.stages.push(Arc::new(stage));
    }
    map
}

fn lanes_of(kind: LaneKind, rng: &mut fastrand::Rng, (height, name): (Option<u16>, &str)) -> Vec<Arc<Lane>> {
    let mut lane = Lane { height, name: name.to_owned(), ..Lane::new(LaneId::random(rng), kind) };
    let mut lanes = vec![Arc::new(lane.clone())];
    if kind.holds_cards() {
        lane.id = LaneId::random(rng);
        lane.spans = Spans::Stages;
        lanes.push(Arc::new(lane));
    }
    lanes
}

fn add(stage: &mut Stage, plan: Plan, map: &Map, rng: &mut fastrand::Rng) {
    let mut touchpoint = Touchpoint::new(TouchpointId::random(rng), plan.name);
    touchpoint.engagement = Engagement::new(rng.i64(0..=5));
    touchpoint.tags = plan.cards.iter().map(|(_, text)| text.clone()).collect();
    touchpoint.control = [Control::Owned, Control::Partner, Control::Outside][rng.usize(..3)];
    if plan.is_moment {
        touchpoint.weight = Weight::MomentOfTruth;
    }
    let feeling = Feeling { actual: plan.score.and_then(Score::new), word: plan.word, ..Feeling::default() };
    touchpoint.feelings.insert(map.personas[0].id, feeling);
    for (at, text) in plan.cards {
        let lanes: Vec<_> = map.lanes.iter().filter(|lane| lane.kind.holds_cards()).collect();
        let lane = lanes[at % lanes.len()];
        let card = Arc::new(Card::new(CardId::random(rng), text));
        match lane.spans {
            Spans::Touchpoints => touchpoint.cards.entry(lane.id).or_default().push(card),
            Spans::Stages => stage.cards.entry(lane.id).or_default().push(card),
        }
    }
    stage.touchpoints.push(Arc::new(touchpoint));
}
