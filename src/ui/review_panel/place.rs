//! Where the chart's names go: rectangles in, rectangles out. Must not know what they say or paint anything.
//!
//! Greedy and by priority: a name takes the best of its wished places that covers no earlier name, and is left out where
//! there is none. All in points of the screen.

use egui::{Pos2, Rect, Vec2, pos2};

/// The least space between two names, in points.
const CLEAR: f32 = 3.0;
/// How far a name may stand aside of what it names, as shares of its width.
const ASIDE: [f32; 4] = [0.25, -0.25, 0.5, -0.5];

/// Which side of a point is wished first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Above,
    Below,
}

/// Places each of `wishes`, the most important first, inside `bounds` and apart from all before it; `None` where no
/// wished place is free. Of the free ones it takes the one that crosses least, the first of equals.
pub(super) fn place_names(wishes: &[Vec<Rect>], bounds: Rect, crossed: impl Fn(&Rect) -> usize) -> Vec<Option<Rect>> {
    let mut taken: Vec<Rect> = Vec::new();
    let place = |wished: &Vec<Rect>| {
        let is_free = |rect: &&Rect| {
            bounds.contains_rect(**rect) && !taken.iter().any(|other| other.intersects(rect.expand(CLEAR)))
        };
        let found = wished.iter().filter(is_free).min_by_key(|rect| crossed(rect)).copied();
        taken.extend(found);
        found
    };
    wishes.iter().map(place).collect()
}

/// The places around a point for a name of `size`, `away` from it: above and below, then the same moved sideways, then
/// beside it. What would stand out of `bounds` at the left or right is moved inside.
pub(super) fn around(point: Pos2, size: Vec2, away: f32, first: Side, bounds: Rect) -> Vec<Rect> {
    let above = point.y - away - size.y / 2.0;
    let below = point.y + away + size.y / 2.0;
    let [first, second] = match first {
        Side::Above => [above, below],
        Side::Below => [below, above],
    };
    let half = size.x / 2.0;
    let x = |wished: f32| wished.max(bounds.left() + half).min((bounds.right() - half).max(bounds.left() + half));
    let mut centers = vec![pos2(x(point.x), first), pos2(x(point.x), second)];
    for y in [first, second] {
        centers.extend(ASIDE.map(|share| pos2(x(point.x + share * size.x), y)));
    }
    centers.extend([1.0, -1.0].map(|side| pos2(point.x + side * (away + half), point.y)));
    centers.into_iter().map(|center| Rect::from_center_size(center, size)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::vec2;

    fn chart() -> Rect {
        Rect::from_min_size(pos2(100.0, 50.0), vec2(400.0, 150.0))
    }

    fn wishes(points: &[(f32, f32)], size: Vec2) -> Vec<Vec<Rect>> {
        let around = |(x, y): &(f32, f32)| around(pos2(*x, *y), size, 9.0, Side::Above, chart());
        points.iter().map(around).collect()
    }

    fn check_apart(placed: &[Option<Rect>]) {
        let placed: Vec<Rect> = placed.iter().copied().flatten().collect();
        for (at, rect) in placed.iter().enumerate() {
            assert!(chart().contains_rect(*rect), "{rect:?}");
            assert!(placed.iter().skip(at + 1).all(|other| !other.intersects(*rect)), "{placed:?}");
        }
    }

    #[test]
    fn names_lie_apart_and_inside_wherever_the_points_are() {
        let mut random = fastrand::Rng::with_seed(7);
        for _ in 0..200 {
            let count = random.usize(1..24);
            let point = |_| (100.0 + random.f32() * 400.0, 50.0 + random.f32() * 150.0);
            let points: Vec<(f32, f32)> = (0..count).map(point).collect();
            check_apart(&place_names(&wishes(&points, vec2(70.0, 14.0)), chart(), |_| 0));
        }
    }

    #[test]
    fn the_same_point_twice_has_a_name_above_and_one_below() {
        let placed = place_names(&wishes(&[(300.0, 120.0), (300.0, 120.0)], vec2(60.0, 14.0)), chart(), |_| 0);
        let centers: Vec<Pos2> = placed.into_iter().flatten().map(|rect| rect.center()).collect();
        assert_eq!(centers, [pos2(300.0, 104.0), pos2(300.0, 136.0)]);
    }

    #[test]
    fn a_name_without_room_is_left_out_and_the_first_stays() {
        let placed = place_names(&wishes(&[(300.0, 120.0); 12], vec2(60.0, 14.0)), chart(), |_| 0);
        assert!(placed[0].is_some());
        assert!(placed[11].is_none());
        check_apart(&placed);
        let placed = place_names(&wishes(&[(300.0, 120.0)], vec2(500.0, 14.0)), chart(), |_| 0);
        assert_eq!(placed, [None]);
    }

    #[test]
    fn a_name_at_the_edge_is_moved_inside_and_one_over_a_curve_aside() {
        let edge = place_names(&wishes(&[(102.0, 52.0)], vec2(60.0, 14.0)), chart(), |_| 0)[0].unwrap();
        assert!(chart().contains_rect(edge) && edge.top() > 52.0);
        let curve = |rect: &Rect| usize::from(rect.left() < 300.0);
        let aside = place_names(&wishes(&[(300.0, 120.0)], vec2(60.0, 14.0)), chart(), curve)[0].unwrap();
        assert!(aside.left() >= 300.0);
    }
}
