//! Layout: what stands where, what a point means, what is laid out again, and that nothing leaves its box.

mod dump;
mod links;
mod random;
mod scripts;

use dump::dump;
use kurbo::{Point, Rect, Vec2};
use proptest::prelude::*;
use std::sync::Arc;
use wayfarer::{
    export::png::parse_svg,
    files::ron,
    map::{
        Band, CardId, Curve, EmotionScale, Feeling, Holder, LaneId, LaneKind, Map, Persona, PersonaId, Score, StageId,
        Thing, TouchpointId,
    },
    scene::{
        Block, Color, Column, CurveChoice, CurveKind, FontWeight, Layouter, PersonaChoice, Placed, Role, Scene, Shape,
        Spot, Target, View, layout, sizes,
        text::{Measurer, Room, TextStyle},
    },
    texts::{Language, Texts},
};

/// Two stages, three touchpoints and an empty stage; one score is missing, one touchpoint was measured.
const SMALL: &str = include_str!("../fixtures/scene/small.ron");

fn small() -> Arc<Map> {
    Arc::new(ron::parse(SMALL.as_bytes()).unwrap().map)
}

fn scene() -> Arc<Scene> {
    layout(&small(), &View::default())
}

fn touchpoint(id: &str) -> TouchpointId {
    TouchpointId::parse(id).unwrap()
}

fn lane(id: &str) -> LaneId {
    LaneId::parse(id).unwrap()
}

fn stage(id: &str) -> StageId {
    StageId::parse(id).unwrap()
}

fn lan() -> PersonaId {
    PersonaId::parse("lan").unwrap()
}

#[track_caller]
fn check(name: &str, scene: &Scene) {
    insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(name, dump(scene));
    });
}

#[test]
fn a_small_map_is_laid_out() {
    check("scene_small", &scene());
}

#[test]
fn personas_lie_over_each_other_in_vietnamese() {
    let view = View { persona: PersonaChoice::All, texts: Texts(Language::Vietnamese), ..View::default() };
    check("scene_overlay", &layout(&small(), &view));
}

/// Colour alone says nothing: each face of an overlay has the letters of its persona, over all faces, however they lie.
#[test]
fn overlaid_curves_are_told_apart_without_their_colours() {
    let mut map = Map::clone(&small());
    let letters = wayfarer::scene::persona_letters(&map);
    let same = Score::new(40);
    let personas: Vec<_> = map.personas.iter().map(|persona| persona.id).collect();
    for stage in &mut map.stages {
        for touchpoint in &mut Arc::make_mut(stage).touchpoints {
            let feelings = &mut Arc::make_mut(touchpoint).feelings;
            for persona in &personas {
                let feeling = feelings.entry(*persona).or_default();
                (feeling.actual, feeling.expected) = (same, same);
            }
        }
    }
    let map = Arc::new(map);
    for curves in [CurveChoice::default(), CurveChoice { actual: false, ..CurveChoice::default() }] {
        let scene = layout(&map, &View { persona: PersonaChoice::All, curves, ..View::default() });
        let at = scene.lanes().iter().position(|row| row.kind == LaneKind::Emotion).unwrap();
        let shapes = &scene.columns()[0].cells[at].shapes;
        let last_face =
            shapes.iter().rposition(|it| matches!(it, Shape::Circle { radius, .. } if *radius == sizes::FACE));
        for letters in &letters {
            let says = |shape: &Shape| matches!(shape, Shape::Text(text) if text.rows[0].text == *letters);
            let places: Vec<usize> = (0..shapes.len()).filter(|at| says(&shapes[*at])).collect();
            assert_eq!(places.len(), 1, "{letters}");
            assert!(places.iter().all(|place| Some(*place) > last_face), "{letters} is hidden by a face");
        }
    }
    let alone = layout(&map, &View::default());
    let at = alone.lanes().iter().position(|row| row.kind == LaneKind::Emotion).unwrap();
    let is_sign = |shape: &Shape| matches!(shape, Shape::Text(text) if letters.contains(&text.rows[0].text));
    assert!(!alone.columns()[0].cells[at].shapes.iter().any(is_sign), "one alone needs no sign");
    let mut only = Map::clone(&map);
    only.personas.truncate(1);
    let only = layout(&Arc::new(only), &View { persona: PersonaChoice::All, ..View::default() });
    assert!(!only.columns()[0].cells[at].shapes.iter().any(is_sign), "nor does the only one");
}

/// Eight personas who feel the same, or nearly: each face is seen, on its own curve and at its own score, and hit.
#[test]
fn faces_that_coincide_stand_side_by_side() {
    let mut map = Map::clone(&small());
    for number in 3..=8 {
        let id = PersonaId::parse(&format!("p{number}")).unwrap();
        map.personas.push(Arc::new(Persona::new(id, format!("{number}"))));
    }
    let personas: Vec<_> = map.personas.iter().map(|persona| persona.id).collect();
    for stage in &mut map.stages {
        for touchpoint in &mut Arc::make_mut(stage).touchpoints {
            let feelings = &mut Arc::make_mut(touchpoint).feelings;
            for (at, persona) in personas.iter().enumerate() {
                feelings.entry(*persona).or_default().actual = Score::new([40, 40, 38][at % 3]);
            }
        }
    }
    let scene = layout(&Arc::new(map.clone()), &View { persona: PersonaChoice::All, ..View::default() });
    for column in scene.columns().iter().filter(|column| column.touchpoint.is_some()) {
        let id = column.touchpoint.unwrap();
        let face = |persona: &PersonaId| Thing::Face(id, *persona, Curve::Actual);
        let faces: Vec<Rect> = personas.iter().map(|persona| scene.rect_of(face(persona)).unwrap()).collect();
        for (at, (rect, persona)) in faces.iter().zip(&personas).enumerate() {
            let middle = rect.center();
            assert!(rect.x0 >= column.x && rect.x1 <= column.x + column.width, "{rect:?} leaves its column");
            for other in &faces[at + 1..] {
                // A unit of rect around each face is air.
                let radii = (rect.width() + other.width()) / 2.0 - 2.0;
                assert!(middle.distance(other.center()) > radii - 0.5, "{rect:?} covers {other:?}");
            }
            let score = map.touchpoint(id).unwrap().score(*persona, Curve::Actual).unwrap();
            assert!((middle.y - scene.y_of(score).unwrap()).abs() < 1e-9);
            let line =
                scene.curves().iter().find(|line| line.persona == Some(*persona) && line.kind == CurveKind::Actual);
            let point = line.unwrap().points.iter().find(|point| point.touchpoint == id).unwrap();
            assert!(Point::new(point.x, point.y).distance(middle) < 1e-4, "the curve passes through the face");
            assert_eq!(scene.hit(middle, 4.0).unwrap().target, Target::Thing(face(persona)));
        }
        let middle = faces.iter().map(|rect| rect.center().x).sum::<f64>() / 8.0;
        assert!((middle - column.center()).abs() <= 14.0 + 1e-9, "around the middle, or left of a measured value");
    }
}

#[test]
fn an_empty_map_has_lanes_and_room() {
    let map = Arc::new(Map::empty(&mut fastrand::Rng::with_seed(3)));
    let scene = layout(&map, &View::default());
    assert_eq!(scene.lanes().len(), map.lanes.len());
    assert!(scene.columns().is_empty() && scene.size.width > sizes::GUTTER);
    assert_eq!(scene.stage_drop(Point::new(500.0, 100.0)).place, 0);
    assert_eq!(scene.touchpoint_drop(Point::new(500.0, 100.0)), None);
}

#[test]
fn every_thing_is_hit_in_the_middle_of_its_room() {
    let scene = scene();
    let things = [
        Thing::Stage(stage("buy")),
        Thing::Touchpoint(touchpoint("shop")),
        Thing::Card(CardId::parse("late").unwrap()),
        Thing::Card(CardId::parse("whole").unwrap()),
        Thing::Lane(lane("pain")),
        Thing::Face(touchpoint("shop"), lan(), Curve::Actual),
        Thing::Face(touchpoint("shop"), lan(), Curve::Expected),
    ];
    for thing in things {
        let rect = scene.rect_of(thing).unwrap_or_else(|| panic!("{thing:?} is not drawn"));
        let hit = scene.hit(rect.center(), 0.0).unwrap();
        assert_eq!((hit.target, hit.rect), (Target::Thing(thing), rect));
        let field = scene.text_rect_of(thing).unwrap();
        assert!(rect.contains(field.center()), "{thing:?} is edited beside itself");
    }
}

#[test]
fn a_link_is_hit_on_its_arc() {
    let scene = scene();
    let link = &scene.links()[0];
    let on_arc = kurbo::ParamCurve::eval(&link.path.segments().next().unwrap(), 0.25);
    assert_eq!(scene.hit(on_arc, 4.0).map(|hit| hit.target), Some(Target::Thing(Thing::Link(link.id))));
    assert_eq!(scene.hit(on_arc + Vec2::new(0.0, 14.0), 4.0), None);
    assert_eq!(&*link.label, "buys again · 31\u{a0}%");
}

#[test]
fn empty_room_means_its_cell() {
    let scene = scene();
    let at = |holder, lane| scene.hit(scene.cell_rect(holder, lane).unwrap().center(), 0.0).unwrap().target;
    let advert = Holder::Touchpoint(touchpoint("advert"));
    assert_eq!(at(advert, lane("pain")), Target::Cell(advert, lane("pain")));
    assert_eq!(at(advert, lane("feel")), Target::Cell(advert, lane("feel")), "no score, no face");
    let header = scene.rect_of(Thing::Stage(stage("after"))).unwrap();
    let row = &scene.lanes()[0];
    let body = Point::new(header.center().x, row.top + row.height / 2.0);
    assert_eq!(scene.hit(body, 0.0).unwrap().target, Target::StageBody(stage("after")));
    let border = Point::new(60.0, row.bottom() + 1.0);
    assert_eq!(scene.hit(border, 4.0).unwrap().target, Target::LaneBorder(row.id));
    let lane = scene.lanes().iter().find(|row| row.kind == wayfarer::map::LaneKind::Emotion).unwrap();
    let along = Point::new(scene.columns()[0].x + 3.0, lane.bottom() - 1.0);
    assert_eq!(scene.hit(along, 4.0).unwrap().target, Target::LaneBorder(lane.id), "along its whole length");
    assert_eq!(scene.hit(Point::new(-5.0, 20.0), 4.0), None);
}

#[test]
fn scores_and_heights_are_the_same_axis() {
    let scene = scene();
    for value in [-100, -72, -20, 0, 21, 100] {
        let score = Score::new(value).unwrap();
        assert_eq!(scene.score_at(scene.y_of(score).unwrap()), Some(score));
    }
    assert_eq!(scene.score_at(-1e9), Some(Score::MAX));
    let face = scene.rect_of(Thing::Face(touchpoint("shop"), lan(), Curve::Actual)).unwrap();
    assert!((scene.y_of(Score::new(-72).unwrap()).unwrap() - face.center().y).abs() < 1e-9);
}

#[test]
fn a_missing_score_cuts_the_curve() {
    let scene = scene();
    let runs = |kind| scene.curves().iter().find(|curve| curve.kind == kind).unwrap().runs.clone();
    assert_eq!(runs(CurveKind::Actual), [0..1, 1..2]);
    assert_eq!(runs(CurveKind::Expected), vec![0..3; 1]);
}

#[test]
fn a_dropped_thing_lands_beside_what_it_was_dropped_on() {
    let scene = scene();
    let column = |id| scene.column_of(touchpoint(id)).unwrap();
    let y = scene.lanes()[0].top + 20.0;
    let place = |x| scene.touchpoint_drop(Point::new(x, y)).unwrap().place;
    assert_eq!(place(column("friend").x + 1.0), (stage("see"), 0));
    assert_eq!(place(column("advert").x + 1.0), (stage("see"), 1));
    assert_eq!(place(column("advert").center() + 1.0), (stage("see"), 2));
    assert_eq!(place(1e6), (stage("after"), 0));
    assert_eq!(scene.stage_drop(Point::new(0.0, 0.0)).place, 0);
    assert_eq!(scene.stage_drop(Point::new(1e6, 0.0)).place, 3);
    assert_eq!(scene.lane_drop(Point::new(0.0, -10.0)).place, Some(scene.lanes()[0].id));
    assert_eq!(scene.lane_drop(Point::new(0.0, 1e6)).place, None);
    let late = scene.rect_of(Thing::Card(CardId::parse("late").unwrap())).unwrap();
    let holder = Holder::Touchpoint(touchpoint("shop"));
    let card_place = |y| scene.card_drop(Point::new(late.center().x, y)).unwrap();
    assert_eq!(card_place(late.y0 + 1.0).place, (holder, lane("pain"), 0));
    assert_eq!(card_place(late.y1 - 1.0).place, (holder, lane("pain"), 1));
    assert!(card_place(late.y1 - 1.0).mark.y0 >= late.y1);
    assert_eq!(scene.card_drop(Point::new(late.center().x, scene.lanes()[1].top + 5.0)), None);
}

#[test]
fn the_whole_of_a_cut_text_is_told() {
    let mut map = Map::clone(&small());
    let name = "một cái tên rất dài ".repeat(20);
    let first = Arc::make_mut(&mut map.stages[0]);
    Arc::make_mut(&mut first.touchpoints[0]).name.clone_from(&name);
    first.name.clone_from(&name);
    let scene = layout(&Arc::new(map), &View::default());
    let card = scene.rect_of(Thing::Touchpoint(touchpoint("friend"))).unwrap();
    let header = scene.rect_of(Thing::Stage(stage("see"))).unwrap();
    for at in [Point::new(card.x0 + 30.0, card.y0 + 20.0), header.center()] {
        assert_eq!(scene.whole_text(at).as_deref(), Some(name.trim()));
    }
    assert_eq!(scene.whole_text(Point::new(card.x0 + 30.0, card.y1 - 1.0)), None);
}

#[test]
fn only_what_changed_is_laid_out_again() {
    let mut layouter = Layouter::new();
    let (view, before) = (View::default(), small());
    let old = layouter.layout(&before, &view);
    assert!(Arc::ptr_eq(&old, &layouter.layout(&before, &view)));
    let mut after = Map::clone(&before);
    let changed = Arc::make_mut(&mut Arc::make_mut(&mut after.stages[0]).touchpoints[1]);
    changed.feelings.insert(lan(), Feeling { actual: Score::new(50), ..Feeling::default() });
    let new = layouter.layout(&Arc::new(after), &view);
    let kept: Vec<bool> = old.columns().iter().zip(new.columns()).map(|(old, new)| is_kept(old, new)).collect();
    assert_eq!(kept, [true, false, true, true]);
    assert!(Arc::ptr_eq(&old.stages()[1].header, &new.stages()[1].header));
    assert_eq!(new.curves().iter().find(|curve| curve.kind == CurveKind::Actual).unwrap().runs, vec![0..3; 1]);
}

#[test]
fn a_kept_layout_is_the_same_as_a_new_one() {
    let mut layouter = Layouter::new();
    layouter.layout(&small(), &View::default());
    let mut map = Map::clone(&small());
    let moved = Arc::make_mut(&mut map.stages[0]).touchpoints.remove(0);
    Arc::make_mut(&mut map.stages[2]).touchpoints.push(moved);
    map.stages.swap(0, 1);
    let map = Arc::new(map);
    for view in [View::default(), View { persona: PersonaChoice::All, ..View::default() }] {
        assert_eq!(dump(&layouter.layout(&map, &view)), dump(&layout(&map, &view)));
    }
}

fn is_kept(old: &Column, new: &Column) -> bool {
    old.cells.iter().zip(new.cells.iter()).all(|(old, new)| Arc::ptr_eq(old, new))
}

/// The small map on a scale of its own, whose bands begin at these scores.
fn on_own_scale(from: &[(&str, i64)]) -> Arc<Map> {
    let mut map = Map::clone(&small());
    let band = |(name, from): &(&str, i64)| Band { name: (*name).to_owned(), from: Score::new(*from).unwrap() };
    map.scale = EmotionScale::Own(from.iter().map(band).collect());
    Arc::new(map)
}

/// The colours of the outlines of the faces in a touchpoint's emotion cell.
fn rims(scene: &Scene, id: &str) -> Vec<Color> {
    let at = scene.lanes().iter().position(|row| row.kind == LaneKind::Emotion).unwrap();
    let shapes = &scene.column_of(touchpoint(id)).unwrap().cells[at].shapes;
    let rim = |shape: &Shape| match shape {
        Shape::Circle { radius, stroke, .. } if *radius == sizes::FACE => stroke.map(|stroke| stroke.color),
        Shape::Circle { .. } | Shape::Rect { .. } | Shape::Path { .. } | Shape::Text(_) | Shape::Image { .. } => None,
    };
    shapes.iter().filter_map(rim).collect()
}

#[test]
fn ground_and_face_follow_own_bands() {
    let mut layouter = Layouter::new();
    let view = View::default();
    let built_in = layouter.layout(&small(), &view);
    assert_eq!(rims(&built_in, "friend"), [Role::Positive.into()], "62 is positive on the built-in scales");
    let scene = layouter.layout(&on_own_scale(&[("bad", -100), ("so-so", -70), ("good", 71)]), &view);
    assert_eq!(rims(&scene, "friend"), [Role::Neutral.into()], "and so-so on the map's own");
    assert_eq!(rims(&scene, "shop"), [Role::Negative.into()]);
    let axis = scene.axis().unwrap();
    let borders = [axis.top, axis.y_of(70.0), axis.y_of(-70.0), axis.top + axis.height];
    let tints = [Role::PositiveTint, Role::NeutralTint, Role::NegativeTint];
    let grounds = scene.bands(Rect::from_origin_size(Point::ORIGIN, scene.size));
    assert_eq!(grounds.len(), 3, "no line besides the grounds: {grounds:?}");
    for (at, ground) in grounds.iter().enumerate() {
        let Shape::Rect { rect, fill, .. } = ground else { panic!("{ground:?} is no ground") };
        assert_eq!((rect.y0, rect.y1, *fill), (borders[at], borders[at + 1], Some(tints[at].into())));
    }
}

/// The words beside the emotion lane with their baselines, from the top.
fn lane_words(map: &Arc<Map>) -> Vec<(String, f64)> {
    let scene = layout(map, &View::default());
    let lane = scene.lanes().iter().find(|row| row.kind == LaneKind::Emotion).unwrap();
    let rows = lane.label.shapes.iter().flat_map(|shape| match shape {
        Shape::Text(text) => text.rows.as_slice(),
        Shape::Rect { .. } | Shape::Circle { .. } | Shape::Path { .. } | Shape::Image { .. } => &[],
    });
    rows.map(|row| (row.text.to_string(), row.origin.y)).collect()
}

#[test]
fn a_band_s_name_gives_way_within_its_band() {
    let names = |map: &Arc<Map>| lane_words(map).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    let wide = on_own_scale(&[("bad", -100), ("so-so", -70), ("good", 71)]);
    assert_eq!(names(&wide), ["Emotion", "good", "so-so", "bad"]);
    let words = lane_words(&wide);
    assert!(words[1].1 >= words[0].1 + 18.0, "clear of the lane's label: {words:?}");
    let border = layout(&wide, &View::default()).lanes()[1].height / 2.0 - 70.5 * 1.16;
    assert!(words[1].1 < border, "within its band: {words:?}, {border}");
    let narrow = on_own_scale(&[("bad", -100), ("good", 71), ("best", 95)]);
    assert_eq!(names(&narrow), ["Emotion", "good", "bad"], "no room for the best");
    let mut five = Map::clone(&small());
    five.scale = EmotionScale::Five;
    for height in [180, 272] {
        for lane in &mut five.lanes {
            Arc::make_mut(lane).height = Some(height);
        }
        let words = lane_words(&Arc::new(five.clone()));
        // 12 units of letters, and as much air again.
        assert!(words[1].0 == "very positive" && words[1].1 >= words[0].1 + 22.0, "{height}: {words:?}");
    }
    let mut low = Map::clone(&small());
    for lane in &mut low.lanes {
        Arc::make_mut(lane).height = Some(100);
    }
    assert_eq!(names(&Arc::new(low)), ["Emotion", "positive", "neutral", "negative"], "in the lowest lane there is");
}

#[test]
fn curves_that_are_not_chosen_are_not_drawn() {
    let curves = CurveChoice { actual: true, expected: false, measured: false };
    let scene = layout(&small(), &View { curves, ..View::default() });
    assert_eq!(scene.curves().iter().map(|curve| curve.kind).collect::<Vec<_>>(), [CurveKind::Actual]);
    assert_eq!(scene.rect_of(Thing::Face(touchpoint("shop"), lan(), Curve::Expected)), None);
    assert!(scene.gap_area(0.0, 1e6).is_none());
}

#[test]
fn what_is_out_of_view_is_not_walked() {
    let scene = scene();
    let first = &scene.columns()[0];
    let view = Rect::new(first.x + 1.0, 0.0, first.x + 2.0, scene.size.height);
    let beside = |placed: &Placed| placed.offset.x > first.x + first.width;
    assert_eq!(scene.placed(Some(view)).filter(beside).count(), 0);
    assert!(scene.placed(None).filter(beside).count() > 0);
}

// The widths of rustybuzz, by which usvg sets the text of our SVG; stack.md section 4 found up to 0.87 apart.
#[test]
fn a_row_is_as_wide_as_an_svg_reader_makes_it() {
    let texts =
        ["Friend's recommendation", "Trải nghiệm khách hàng được ghi nhận", "AVATAR Ty. To", "−61 · 31 % ±5", "12 400"];
    let weights = [FontWeight::Regular, FontWeight::Medium, FontWeight::SemiBold, FontWeight::Bold];
    let mut measurer = Measurer::default();
    for (text, weight) in texts.iter().flat_map(|text| weights.map(|weight| (text, weight))) {
        for size in [11.0, 12.5, 17.0] {
            let wrapped = measurer.wrap(text, TextStyle { size, weight }, Room::new(1000.0, 1));
            let ours = wrapped.rows[0].1;
            let theirs = svg_width(text, size, weight.number());
            assert!((ours - theirs).abs() < 0.9, "{text} at {size} {weight:?}: {ours} here, {theirs} there");
        }
    }
}

fn svg_width(text: &str, size: f32, weight: u16) -> f64 {
    let svg = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='900' height='50' font-family='Be Vietnam Pro'>\
         <text x='10' y='30' font-size='{size}' font-weight='{weight}'>{text}</text></svg>"
    );
    let tree = parse_svg(&svg).unwrap();
    let resvg::usvg::Node::Text(text) = &tree.root().children()[0] else { panic!("no text") };
    text.bounding_box().width().into()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_overlaps_and_no_text_leaves_its_box(map in random::map()) {
        let scene = layout(&Arc::new(map), &View::default());
        let cards: Vec<Rect> = scene.placed(None).flat_map(|placed| cards_of(&placed)).collect();
        for (at, card) in cards.iter().enumerate() {
            for other in &cards[at + 1..] {
                prop_assert!(card.intersect(*other).area() < 1e-6, "{card:?} and {other:?} overlap");
            }
        }
        for row in scene.lanes() {
            // The words of a blueprint's line have a strip of their own under the cells, also under the first column's.
            let (words, label) = rows_of(&row.label).into_iter().partition(|text| text.y0 > row.body());
            check_inside(label, Rect::from_origin_size(Point::ORIGIN, (sizes::GUTTER, row.body())))?;
            let strip = Rect::new(0.0, row.body(), sizes::GUTTER + sizes::COLUMN, row.height);
            check_inside(words, strip)?;
        }
        for stage in scene.stages() {
            check_texts(&stage.header, stage.header.size.to_rect())?;
            check_cells(&scene, &stage.cells, stage.width)?;
        }
        for column in scene.columns() {
            check_cells(&scene, &column.cells, column.width)?;
        }
    }
}

fn cards_of(placed: &Placed) -> Vec<Rect> {
    let is_card = |spot: &&Spot| matches!(spot.target, Target::Thing(Thing::Touchpoint(_) | Thing::Card(_)));
    placed.block.spots.iter().filter(is_card).map(|spot| spot.rect + placed.offset).collect()
}

fn check_cells(scene: &Scene, cells: &[Arc<Block>], width: f64) -> Result<(), TestCaseError> {
    for (row, block) in scene.lanes().iter().zip(cells) {
        let cell = Rect::new(0.0, 0.0, width, row.height);
        check_texts(block, cell)?;
        for spot in &block.spots {
            prop_assert!(cell.union(spot.rect) == cell, "{spot:?} leaves its cell {cell:?}");
        }
        if row.kind == LaneKind::Touchpoints {
            let card = block.spots.iter().find(|spot| matches!(spot.target, Target::Thing(Thing::Touchpoint(_))));
            for (text, card) in rows_of(block).into_iter().filter_map(|text| Some((text, card?.rect))) {
                let is_on_it = text.y0 < card.y1;
                prop_assert!(!is_on_it || text.y1 < card.y1 && text.x1 <= card.x1 - 8.0, "{text:?} touches {card:?}");
            }
        }
        if row.kind.holds_cards() {
            for text in rows_of(block) {
                let inside = block.spots.iter().any(|card| card.rect.union(text) == card.rect);
                prop_assert!(inside, "the text at {text:?} leaves its card");
            }
        }
    }
    Ok(())
}

fn check_inside(texts: Vec<Rect>, room: Rect) -> Result<(), TestCaseError> {
    for text in texts {
        prop_assert!(room.inflate(0.01, 0.01).union(text) == room.inflate(0.01, 0.01), "{text:?} leaves {room:?}");
    }
    Ok(())
}

fn check_texts(block: &Block, room: Rect) -> Result<(), TestCaseError> {
    check_inside(rows_of(block), room)?;
    let odd = |c: char| c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}');
    let texts = block.shapes.iter().filter_map(|shape| if let Shape::Text(text) = shape { Some(text) } else { None });
    prop_assert!(texts.flat_map(|text| &text.rows).all(|row| !row.text.contains(odd)));
    Ok(())
}

/// Each row's width, and its height without accents and tails.
fn rows_of(block: &Block) -> Vec<Rect> {
    let texts = block.shapes.iter().filter_map(|shape| if let Shape::Text(text) = shape { Some(text) } else { None });
    let rect = |size: f64, row: &wayfarer::scene::TextRow| {
        let (x, y) = (row.origin.x, row.origin.y);
        Rect::new(x, y - 0.75 * size, x + row.width, y + 0.25 * size)
    };
    texts.flat_map(|text| text.rows.iter().map(move |row| rect(text.size.into(), row))).collect()
}
