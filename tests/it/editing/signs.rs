//! What stands on and under a touchpoint's card: the diamond, who controls it, its tags; and the key to the signs on
//! paper.

use super::{map, touchpoint};
use std::sync::Arc;
use wayfarer::{
    editor::{Edit, FeelingChange, TouchpointChange},
    export::svg::write_svg,
    map::*,
    scene::{Caption, Palette, Scene, Shape, View, layout, sizes},
};

fn changed(changes: Vec<TouchpointChange>) -> Arc<Map> {
    let edits = changes.into_iter().map(|change| Edit::Touchpoint(touchpoint("a"), change)).collect();
    Edit::All(edits).apply(&map("s: a b")).unwrap()
}

fn scene(map: &Arc<Map>) -> Arc<Scene> {
    layout(map, &View::default())
}

#[test]
fn control_and_tags_stand_under_the_card_and_an_own_touchpoint_without_tags_has_nothing_there() {
    let height = |map: &Arc<Map>| scene(map).lanes()[0].height;
    let plain = map("s: a b");
    let tagged = changed(vec![TouchpointChange::Tags(vec!["smell".into(), "light".into()])]);
    let both = changed(vec![
        TouchpointChange::Control(Control::Partner),
        TouchpointChange::Tags(vec!["smell".into(), "light".into()]),
    ]);
    assert_eq!(height(&plain), sizes::TOUCHPOINT_ROW);
    assert!(height(&plain) < height(&tagged) && height(&tagged) < height(&both));
    let svg = write_svg(&scene(&both), Palette::Light);
    assert!(svg.contains(">Partner<") && svg.contains(">smell · light<"));
    assert!(!write_svg(&scene(&plain), Palette::Light).contains(">Owned<"));
    let outside = changed(vec![TouchpointChange::Control(Control::Outside)]);
    assert!(write_svg(&scene(&outside), Palette::Light).contains(">Outside<"));
}

#[test]
fn long_tags_go_on_in_further_rows_and_the_longest_are_told_whole_on_hover() {
    let some = "the colour of the light that turns from red to green";
    let scene_of = |tag: &str| scene(&changed(vec![TouchpointChange::Tags(vec![tag.into()])]));
    let words = |scene: &Scene| {
        let texts = scene.columns()[0].cells[0].shapes.iter().filter_map(|shape| match shape {
            Shape::Text(text) => Some(text.rows.iter().map(|row| row.text.to_string()).collect::<Vec<_>>().join(" ")),
            _ => None,
        });
        texts.collect::<Vec<_>>()
    };
    let all = scene_of(some);
    assert!(words(&all).contains(&some.to_owned()), "{:?}", words(&all));
    assert!(all.lanes()[0].height > scene_of("smell").lanes()[0].height, "the row grows");
    let long = some.repeat(4);
    let long = long.as_str();
    let scene = scene(&changed(vec![TouchpointChange::Tags(vec![long.into()])]));
    let block = &scene.columns()[0].cells[0];
    let cut = block.shapes.iter().find_map(|shape| match shape {
        Shape::Text(text) if text.whole.as_deref() == Some(long) => Some(text.clone()),
        _ => None,
    });
    let cut = cut.expect("the tags are cut");
    assert!(cut.rows.last().unwrap().text.ends_with('…') && cut.bounds().x1 <= sizes::COLUMN - sizes::CARD_INSET + 0.5);
    let at = cut.bounds().center() + kurbo::Vec2::new(scene.columns()[0].x, scene.lanes()[0].top);
    assert_eq!(scene.whole_text(at).as_deref(), Some(long));
}

#[test]
fn paper_explains_the_signs_that_it_bears_and_no_others() {
    let plain = map("s: a b");
    let persona = plain.personas[0].id;
    let feel = |change| Edit::Feeling(touchpoint("a"), persona, change);
    let said = Edit::All(vec![
        feel(FeelingChange::Score(Curve::Actual, Score::new(40))),
        feel(FeelingChange::Evidence(Evidence::Observed)),
        Edit::Touchpoint(touchpoint("b"), TouchpointChange::Weight(Weight::MomentOfTruth)),
    ]);
    let paper = |map: &Arc<Map>| {
        let view = View { caption: Caption::Shown, ..View::default() };
        write_svg(&layout(map, &view), Palette::Light)
    };
    let (with, without) = (paper(&said.apply(&plain).unwrap()), paper(&plain));
    for words in ["Moment of truth", "Observed"] {
        assert!(with.contains(&format!(">{words}<")) && !without.contains(&format!(">{words}<")), "{words}");
    }
    assert!(!with.contains(">Reported<"));
}
