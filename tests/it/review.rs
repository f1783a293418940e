//! What a map says.

use jiff::civil::{Date, date};
use std::{collections::BTreeMap, sync::Arc};
use wayfarer::{
    map::{
        Card, CardId, Curve, Evidence, Feeling, LaneKind, Map, Metric, Persona, PersonaId, Question, QuestionId, Score,
        Stage, StageId, Status, Survey, SurveyId, SurveyResult, Thing, Touchpoint, TouchpointId, Visibility, Wave,
    },
    review::{Review, biggest_drop, guesses, measured_points, review},
    scene::{View, layout},
};

const TODAY: Date = date(2026, 11, 22);

fn persona() -> PersonaId {
    PersonaId::parse("lan").unwrap()
}

fn touchpoint_id(name: &str) -> TouchpointId {
    TouchpointId::parse(name).unwrap()
}

fn score(value: i64) -> Score {
    Score::new(value).unwrap()
}

/// A touchpoint of Lan's: what she expects and what she feels.
fn touchpoint(name: &str, expected: Option<i64>, actual: Option<i64>) -> Arc<Touchpoint> {
    let mut touchpoint = Touchpoint::new(touchpoint_id(name), name);
    let feeling = Feeling { expected: expected.map(score), actual: actual.map(score), ..Feeling::default() };
    touchpoint.feelings.insert(persona(), feeling);
    Arc::new(touchpoint)
}

fn stage(name: &str, reach: Option<u64>, touchpoints: Vec<Arc<Touchpoint>>) -> Arc<Stage> {
    Arc::new(Stage { reach, touchpoints, ..Stage::new(StageId::parse(name).unwrap(), name) })
}

/// Two stages: advert, page | checkout, delivery, hotline.
fn map() -> Map {
    let mut map = Map::empty(&mut fastrand::Rng::with_seed(1));
    map.personas = vec![Arc::new(Persona::new(persona(), "Lan"))];
    map.stages = vec![
        stage(
            "aware",
            Some(12_400),
            vec![touchpoint("advert", Some(20), Some(30)), touchpoint("page", Some(40), Some(64))],
        ),
        stage(
            "buy",
            Some(1_240),
            vec![
                touchpoint("checkout", Some(50), None),
                touchpoint("delivery", Some(45), Some(-72)),
                touchpoint("hotline", Some(10), Some(-2)),
            ],
        ),
    ];
    map
}

/// A survey of one wave with the given answers at one touchpoint.
fn survey(id: &str, date: Option<Date>, metric: Metric, at: &str, answers: &[(i32, u64)]) -> Arc<Survey> {
    let question = QuestionId::parse(&format!("q{id}")).unwrap();
    Arc::new(Survey {
        id: SurveyId::parse(id).unwrap(),
        source: "wave.csv".into(),
        sha256: "0".repeat(64),
        wave: Wave { name: String::new(), date },
        segment_by: String::new(),
        rows: answers.iter().map(|(_, count)| count).sum(),
        questions: vec![Question { id: question, text: "?".into(), metric, scale: metric.usual_scale() }],
        results: vec![Arc::new(SurveyResult {
            touchpoint: Some(touchpoint_id(at)),
            question,
            segment: None,
            answers: answers.iter().copied().collect(),
            not_counted: BTreeMap::new(),
        })],
    })
}

fn lan(map: &Map) -> wayfarer::review::PersonaReview {
    reviewed(map).persona(persona()).expect("Lan is shown").clone()
}

fn reviewed(map: &Map) -> Review {
    review(map, TODAY)
}

#[test]
fn peak_pit_end_and_mean_are_those_of_the_scores_that_are_there() {
    let lan = lan(&map());
    let at = |moment: Option<wayfarer::review::Moment>| moment.map(|moment| (moment.touchpoint, moment.score.value()));
    assert_eq!(at(lan.peak), Some((touchpoint_id("page"), 64)));
    assert_eq!(at(lan.pit), Some((touchpoint_id("delivery"), -72)));
    assert_eq!(at(lan.end), Some((touchpoint_id("hotline"), -2)));
    // (30 + 64 − 72 − 2) / 4 = 5; the gap at the checkout is no zero, which would make it 4.
    assert_eq!(lan.mean, Some(5.0));
    // (20 + 40 + 50 + 45 + 10) / 5 = 33
    assert_eq!(lan.expected_mean, Some(33.0));
}

#[test]
fn the_largest_gap_is_where_the_journey_falls_furthest_short() {
    let gap = lan(&map()).largest_gap.expect("delivery falls short");
    // 45 − (−72) = 117; the hotline lacks 10 − (−2) = 12; the page is better than expected.
    assert_eq!((gap.touchpoint, gap.points()), (touchpoint_id("delivery"), 117));
}

#[test]
fn a_journey_better_than_expected_has_no_gap_to_name() {
    let mut map = map();
    map.stages = vec![stage("s", None, vec![touchpoint("a", Some(10), Some(10)), touchpoint("b", Some(0), Some(80))])];
    assert_eq!(lan(&map).largest_gap, None);
}

#[test]
fn a_map_without_scores_says_nothing_rather_than_zero() {
    let mut map = map();
    map.stages = vec![stage("s", None, vec![touchpoint("a", None, None)])];
    let review = reviewed(&map);
    let lan = review.persona(persona()).unwrap();
    assert_eq!((lan.peak, lan.pit, lan.end, lan.mean, lan.expected_mean), (None, None, None, None, None));
    assert_eq!((lan.scored, lan.unscored, review.worst), (0, 1, None));
    assert!(lan.breaks.is_empty());
}

#[test]
fn only_a_break_inside_the_curve_is_a_gap() {
    let mut map = map();
    let scores = [("a", None), ("b", Some(1)), ("c", None), ("d", None), ("e", Some(2)), ("f", None)];
    map.stages = vec![stage("s", None, scores.map(|(name, actual)| touchpoint(name, None, actual)).to_vec())];
    let lan = lan(&map);
    assert_eq!(lan.breaks, [touchpoint_id("c"), touchpoint_id("d")]);
    assert_eq!((lan.scored, lan.unscored), (2, 4));
}

// b is skipped, and the way ends at d: of e nothing counts. Of 10, 30 and −20 the mean is 20 / 3.
#[test]
fn only_what_the_persona_meets_counts() {
    let mut map = map();
    let scores = [("a", 10), ("b", -90), ("c", 30), ("d", -20), ("e", 80)];
    map.stages = vec![stage("s", None, scores.map(|(name, actual)| touchpoint(name, None, Some(actual))).to_vec())];
    let path = &mut Arc::make_mut(&mut map.personas[0]).path;
    path.skips.insert(touchpoint_id("b"));
    path.leaves = Some(touchpoint_id("d"));
    let lan = lan(&map);
    assert_eq!(lan.pit.unwrap().touchpoint, touchpoint_id("d"));
    assert_eq!(lan.end.unwrap().touchpoint, touchpoint_id("d"));
    assert_eq!(lan.peak.unwrap().touchpoint, touchpoint_id("c"));
    assert!((lan.mean.unwrap() - 20.0 / 3.0).abs() < 1e-9);
    assert_eq!((lan.scored, lan.unscored, lan.guesses.of), (3, 0, 3));
}

#[test]
fn of_equal_scores_the_first_is_named() {
    let mut map = map();
    let scores = [("a", 5), ("b", -5), ("c", 5), ("d", -5)];
    map.stages = vec![stage("s", None, scores.map(|(name, actual)| touchpoint(name, Some(20), Some(actual))).to_vec())];
    let lan = lan(&map);
    assert_eq!(lan.peak.unwrap().touchpoint, touchpoint_id("a"));
    assert_eq!(lan.pit.unwrap().touchpoint, touchpoint_id("b"));
    assert_eq!(lan.largest_gap.unwrap().touchpoint, touchpoint_id("b"));
}

#[test]
fn scores_that_are_still_a_guess_are_counted() {
    let mut map = map();
    let stage = Arc::make_mut(&mut map.stages[0]);
    let page = Arc::make_mut(&mut stage.touchpoints[1]);
    page.feelings.get_mut(&persona()).unwrap().evidence = Evidence::Observed;
    // Four scores, one observed; the checkout has no score and so nothing that could be a guess.
    assert_eq!(lan(&map).guesses.things.len(), 3);
}

#[test]
fn a_score_outside_the_measured_interval_is_a_disagreement() {
    let mut map = map();
    // Domain handbook, section 5: 25 promoters, 40 passives, 35 detractors: −10 with −9.71 ± 14.80, from −24.51 to 5.09.
    let answers = [(9, 25), (7, 40), (3, 35)];
    map.surveys = vec![
        survey("s1", None, Metric::Nps, "delivery", &answers),
        survey("s2", None, Metric::Nps, "hotline", &answers),
    ];
    let lan = lan(&map);
    // −72 lies below the interval, −2 within it.
    assert_eq!(lan.disagreements.len(), 1);
    let found = lan.disagreements[0];
    assert_eq!((found.touchpoint, found.actual.value()), (touchpoint_id("delivery"), -72));
    assert!((found.measured.estimate.emotion.low + 24.51).abs() < 0.01);
    assert!((found.measured.estimate.emotion.high - 5.09).abs() < 0.01);
}

#[test]
fn the_newest_wave_stands_for_a_touchpoint_and_waves_are_not_pooled() {
    let mut map = map();
    let dated = |id, date, value| survey(id, date, Metric::Nps, "delivery", &[(value, 20)]);
    map.surveys = vec![
        dated("new", Some(date(2026, 10, 1)), 10),
        dated("old", Some(date(2026, 6, 1)), 0),
        dated("none", None, 0),
    ];
    let newest = measured_points(&map)[&touchpoint_id("delivery")];
    assert_eq!((newest.survey, newest.estimate.n), (SurveyId::parse("new").unwrap(), 20));
    assert_eq!(reviewed(&map).measured[&touchpoint_id("delivery")], newest);
    assert_eq!(measured_points(&map).get(&touchpoint_id("page")), None);
}

#[test]
fn a_picture_names_every_wave_its_values_are_of() {
    let mut map = map();
    let waves = |map: &Map| layout(&Arc::new(map.clone()), &View::default()).waves().to_owned();
    assert_eq!(waves(&map), "");
    let dated = |id, month, at| survey(id, Some(date(2026, month, 1)), Metric::Nps, at, &[(9, 20)]);
    map.surveys = vec![dated("new", 10, "delivery"), dated("old", 6, "delivery")];
    let one = waves(&map);
    assert!(one.starts_with("Wave ") && one.contains("2026-10") && !one.contains("2026-06"), "{one}");
    // The newest wave asked at the delivery only; the hotline still shows the older one.
    map.surveys.push(dated("hotline", 6, "hotline"));
    let two = waves(&map);
    assert!(two.starts_with("Waves ") && two.find("2026-06") < two.find("2026-10"), "{two}");
}

#[test]
fn of_several_questions_nps_stands_for_a_touchpoint() {
    let mut map = map();
    let csat = survey("csat", None, Metric::Csat, "delivery", &[(5, 10)]);
    let nps = survey("nps", None, Metric::Nps, "delivery", &[(10, 10)]);
    let mut both = Survey::clone(&csat);
    both.questions.extend(nps.questions.clone());
    both.results.extend(nps.results.clone());
    map.surveys = vec![Arc::new(both)];
    assert_eq!(measured_points(&map)[&touchpoint_id("delivery")].metric, Metric::Nps);
    assert_eq!(reviewed(&map).measured[&touchpoint_id("delivery")].metric, Metric::Nps);
}

#[test]
fn a_segment_never_stands_for_everybody() {
    let mut map = map();
    let mut survey = survey("s1", None, Metric::Nps, "delivery", &[(9, 25)]);
    Arc::make_mut(&mut Arc::make_mut(&mut survey).results[0]).segment = Some("shop".into());
    map.surveys = vec![survey];
    assert!(reviewed(&map).measured.is_empty());
}

#[test]
fn the_funnel_names_who_goes_on_and_who_drops_off() {
    let mut map = map();
    map.stages.insert(1, stage("find", None, Vec::new()));
    map.stages.push(stage("again", Some(1_488), Vec::new()));
    let funnel = reviewed(&map).funnel;
    // 1 240 of 12 400 are 10 %, 11 160 are lost; the uncounted stage is passed over. 1 488 of 1 240 are 120 %.
    assert_eq!(funnel.iter().map(|step| step.percent).collect::<Vec<_>>(), [10.0, 120.0]);
    assert_eq!(funnel.iter().map(|step| step.lost()).collect::<Vec<_>>(), [11_160, 0]);
    assert_eq!(biggest_drop(&funnel), Some(funnel[0]));
}

#[test]
fn a_stage_nobody_reached_converts_to_nothing() {
    let mut map = map();
    map.stages = vec![stage("a", Some(0), Vec::new()), stage("b", Some(10), Vec::new())];
    assert!(reviewed(&map).funnel.is_empty());
}

#[test]
fn open_opportunities_and_pain_points_past_their_day_are_overdue() {
    let mut map = map();
    let lane = map.lane_of_kind(LaneKind::Opportunities).unwrap().id;
    let pains = map.lane_of_kind(LaneKind::PainPoints).unwrap().id;
    let card = |id: &str, due, status| {
        let id = CardId::parse(id).unwrap();
        Arc::new(Card { due, status, ..Card::new(id, "Text message") })
    };
    let cards = vec![
        card("today", Some(TODAY), None),
        card("late", Some(date(2026, 11, 15)), Some(Status::Planned)),
        card("later", Some(date(2026, 2, 28)), None),
        card("done", Some(date(2026, 1, 1)), Some(Status::Done)),
        card("dropped", Some(date(2026, 1, 1)), Some(Status::Dropped)),
        card("never", None, None),
    ];
    let stage = Arc::make_mut(&mut map.stages[0]);
    Arc::make_mut(&mut stage.touchpoints[0]).cards.insert(lane, cards);
    Arc::make_mut(&mut stage.touchpoints[1]).cards.insert(pains, vec![card("pain", Some(date(2026, 11, 20)), None)]);
    let overdue = reviewed(&map).overdue;
    // 28 February to 22 November 2026: 31+30+31+30+31+31+30+31 days of March to October and 22 = 267. 15 to 22: 7, 20 to 22: 2.
    assert_eq!(
        overdue.iter().map(|card| (card.card.to_string(), card.days)).collect::<Vec<_>>(),
        [("later".to_owned(), 267), ("late".to_owned(), 7), ("pain".to_owned(), 2)]
    );
}

#[test]
fn a_review_date_is_due_from_the_day_after() {
    let mut map = map();
    map.review_date = Some(TODAY);
    assert_eq!(reviewed(&map).review_due, None);
    map.review_date = Some(date(2026, 11, 21));
    assert_eq!(reviewed(&map).review_due.map(|due| due.days), Some(1));
}

#[test]
fn hidden_personas_are_not_reviewed_and_the_worst_is_of_all_shown() {
    let mut map = map();
    let minh = PersonaId::parse("minh").unwrap();
    map.personas.push(Arc::new(Persona::new(minh, "Minh")));
    let stage = Arc::make_mut(&mut map.stages[0]);
    let mut feeling = Feeling::default();
    feeling.set_score(Curve::Actual, Some(score(-90)));
    Arc::make_mut(&mut stage.touchpoints[0]).feelings.insert(minh, feeling);
    let worst = reviewed(&map).worst.unwrap();
    assert_eq!((worst.0, worst.1.touchpoint, worst.1.score.value()), (minh, touchpoint_id("advert"), -90));
    Arc::make_mut(&mut map.personas[1]).visibility = Visibility::Hidden;
    let review = reviewed(&map);
    assert_eq!(review.worst.unwrap().0, persona());
    assert_eq!(review.persona(minh), None);
}

#[test]
fn what_is_still_a_guess_is_named_but_for_opportunities_empty_cards_and_what_is_hidden() {
    let mut map = map();
    let [pains, chances] =
        [LaneKind::PainPoints, LaneKind::Opportunities].map(|kind| map.lane_of_kind(kind).unwrap().id);
    let card =
        |id: &str, text: &str, evidence| Arc::new(Card { evidence, ..Card::new(CardId::parse(id).unwrap(), text) });
    let stage = Arc::make_mut(&mut map.stages[1]);
    let delivery = Arc::make_mut(&mut stage.touchpoints[1]);
    delivery.feelings.get_mut(&persona()).unwrap().evidence = Evidence::Reported;
    let said = vec![
        card("late", "Two days late", Evidence::Guess),
        card("quiet", "Nobody calls", Evidence::Observed),
        card("empty", " ", Evidence::Guess),
    ];
    delivery.cards.insert(pains, said);
    delivery.cards.insert(chances, vec![card("idea", "Text message", Evidence::Guess)]);
    let review = reviewed(&map);
    let cards = &review.guessed_cards;
    assert_eq!((cards.things.as_slice(), cards.of), (&[Thing::Card(CardId::parse("late").unwrap())][..], 2));
    let faces = &review.persona(persona()).unwrap().guesses;
    let face = |name| Thing::Face(touchpoint_id(name), persona(), Curve::Actual);
    assert_eq!((faces.things.clone(), faces.of), (vec![face("advert"), face("page"), face("hotline")], 4));
    assert_eq!(guesses(&map).things.len(), 4);
    Arc::make_mut(map.lanes.iter_mut().find(|lane| lane.id == pains).unwrap()).visibility = Visibility::Hidden;
    assert_eq!(guesses(&map).things.len(), 3);
}
