//! Links: labels that do not cover each other, arcs that keep out of words.

use fastrand::Rng;
use std::sync::Arc;
use wayfarer::{
    map::{Link, LinkId, LinkKind, Map, Stage, StageId, Touchpoint, TouchpointId},
    scene::{LinkArc, Point, Scene, View, flatten, layout},
};

/// A map of ten touchpoints with these links, from the nth to the mth, each with a label.
fn scene(links: &[(usize, usize, &str)]) -> Arc<Scene> {
    let mut rng = Rng::with_seed(4);
    let mut map = Map::empty(&mut rng);
    let mut stage = Stage::new(StageId::random(&mut rng), "s");
    let ids: Vec<_> = (0..10).map(|_| TouchpointId::random(&mut rng)).collect();
    stage.touchpoints = ids.iter().map(|id| Arc::new(Touchpoint::new(*id, "t"))).collect();
    map.stages.push(Arc::new(stage));
    for (from, to, label) in links {
        let (from, to) = (ids[*from], ids[*to]);
        let id = LinkId::random(&mut rng);
        map.links.push(Arc::new(Link { id, from, to, kind: LinkKind::Path, label: (*label).into(), share: None }));
    }
    layout(&Arc::new(map), &View::default())
}

fn is_crossed(label: &LinkArc, by: &LinkArc) -> bool {
    let (mut last, mut crossed) = (Point::ZERO, false);
    flatten(&by.path, 0.2, |begins, to| {
        crossed |= !begins && (0..=20).any(|at| label.label_rect.contains(last.lerp(to, f64::from(at) / 20.0)));
        last = to;
    });
    crossed
}

fn check(scene: &Scene, crossings: usize) {
    let links = scene.links();
    let pairs = || links.iter().flat_map(|a| links.iter().filter(|b| b.id != a.id).map(move |b| (a, b)));
    for (a, b) in pairs() {
        assert!(!a.label_rect.overlaps(b.label_rect), "“{}” covers “{}”", a.label, b.label);
    }
    let crossed: Vec<_> = pairs().filter(|(a, b)| is_crossed(a, b)).map(|(a, _)| a.label.clone()).collect();
    assert!(crossed.len() <= crossings, "{crossed:?}");
    assert!(links.iter().all(|link| link.label_rect.y0 > scene.bottom()), "a label stands in a lane");
    assert!(links.iter().all(|link| link.rect.y1 <= scene.size.height && scene.room().contains(link.rect.center())));
}

#[test]
fn labels_wider_than_their_arcs_stand_apart() {
    check(
        &scene(&[(0, 1, "asks a friend who knows"), (1, 2, "goes to the shop at once"), (2, 3, "comes back again")]),
        0,
    );
}

#[test]
fn arcs_keep_out_of_words() {
    check(
        &scene(&[(0, 9, "buys again"), (0, 3, "tells a friend"), (2, 5, "asks"), (8, 4, "returns it"), (4, 6, "pays")]),
        0,
    );
    check(&scene(&[(0, 2, "goes on"), (1, 9, "skips all that")]), 0);
}

#[test]
fn whatever_is_linked_no_label_covers_another() {
    for seed in 0..40 {
        let mut rng = Rng::with_seed(seed);
        let count = rng.usize(1..9);
        let ends = |rng: &mut Rng| {
            let from = rng.usize(..10);
            (from, (from + rng.usize(1..10)) % 10)
        };
        let links: Vec<_> = (0..count).map(|_| ends(&mut rng)).map(|(from, to)| (from, to, "says so again")).collect();
        check(&scene(&links), usize::MAX);
    }
}

#[test]
fn labels_lie_over_all_arcs() {
    let scene = scene(&[(0, 9, "one"), (1, 5, "two"), (3, 8, "three")]);
    let view = scene.room();
    let placed: Vec<_> = scene.placed_links(view).collect();
    let has_text =
        |at: usize| placed[at].block.shapes.iter().any(|shape| matches!(shape, wayfarer::scene::Shape::Text(_)));
    assert_eq!((0..placed.len()).map(has_text).collect::<Vec<_>>(), [false, false, false, true, true, true]);
}
