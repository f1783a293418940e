//! At the edge of the view, while something is dragged, the view follows: at a steady speed, however many frames there
//! are, and no farther than the map has something to show. Stops as soon as the pointer leaves the edge.
//!
//! Must not know what is dragged where; the gesture goes on from the new place by itself.

use crate::{
    editor::Gesture,
    scene::{Size, sizes},
    ui::canvas::Camera,
};
use egui::{Pos2, Rect, Vec2, vec2};

/// How near to the edge the pointer has to be, in points.
const ZONE: f32 = 30.0;
/// How far outside of the view the pointer has left the edge, in points: what is carried is not seen there.
const OUTSIDE: f32 = 40.0;
/// How fast the view follows at the very edge, in points for a second; farther inside it is slower.
const SPEED: f32 = 900.0;
/// How long the pointer has to be there first, in seconds: passing by moves nothing.
const PATIENCE: f64 = 0.15;
/// A frame that took longer, in seconds, moves the view no farther than this.
const LONGEST_FRAME: f32 = 0.05;
/// How far beyond the last column the view goes, in document units: room for what is being drawn or carried there.
const BEYOND: f64 = 2.0 * sizes::COLUMN;

/// Since when the pointer is at the edge, in seconds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Edge {
    since: Option<f64>,
}

/// What comes of a frame at the edge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Push {
    /// The pointer is not there, or there is nothing more to show.
    Rests,
    /// It will be pushed in so many seconds.
    Waits(f64),
    /// The view moves on by so many points.
    Moves(Vec2),
}

impl Edge {
    /// How the view moves in a frame of `dt` seconds at `time`, with the pointer at `at`.
    pub(super) fn push(
        &mut self,
        (camera, size): (&Camera, Size),
        (at, gesture): (Pos2, &Gesture),
        (time, dt): (f64, f32),
    ) -> Push {
        let way = within_map(camera, size, toward(camera.viewport, at) * axes(gesture));
        if way == Vec2::ZERO || !camera.viewport.expand(OUTSIDE).contains(at) {
            self.since = None;
            return Push::Rests;
        }
        let rest = *self.since.get_or_insert(time) + PATIENCE - time;
        if rest > 0.0 {
            return Push::Waits(rest);
        }
        Push::Moves(within_map(camera, size, way * SPEED * dt.min(LONGEST_FRAME)))
    }
}

/// Along which axes a gesture makes the view follow: those it can reach something new on.
fn axes(gesture: &Gesture) -> Vec2 {
    match gesture {
        Gesture::Idle | Gesture::Pressing(_) | Gesture::Spent => Vec2::ZERO,
        Gesture::DraggingFace(_)
        | Gesture::DraggingEngagement(_)
        | Gesture::SizingLane(_)
        | Gesture::MovingLane(..) => vec2(0.0, 1.0),
        Gesture::MovingTouchpoints(..)
        | Gesture::MovingStage(..)
        | Gesture::DrawingStage(_)
        | Gesture::DrawingTouchpoints(_)
        | Gesture::SizingNote(_) => vec2(1.0, 0.0),
        Gesture::MovingCard(..)
        | Gesture::Copying(_)
        | Gesture::Marquee(_)
        | Gesture::DrawingCard
        | Gesture::Linking(_)
        | Gesture::MovingNotes(_)
        | Gesture::Pointing(_)
        | Gesture::Sweeping(_) => vec2(1.0, 1.0),
    }
}

/// How far the pointer is in the zone at each side, from −1 (left, top) to 1; 0 inside.
fn toward(view: Rect, at: Pos2) -> Vec2 {
    let along = |at: f32, low: f32, high: f32| {
        let zone = ZONE.min((high - low) / 4.0);
        let into = ((at - (high - zone)).max(0.0) - (low + zone - at).max(0.0)) / zone.max(1.0);
        into.clamp(-1.0, 1.0)
    };
    vec2(along(at.x, view.min.x, view.max.x), along(at.y, view.min.y, view.max.y))
}

/// A move cut to what there is to show that way.
fn within_map(camera: &Camera, size: Size, by: Vec2) -> Vec2 {
    let seen = camera.visible();
    let room = |left: f64| camera.points(left.max(0.0));
    let bars = camera.insets;
    vec2(
        by.x.clamp(-room(seen.x0 + camera.units(bars.left)), room(size.width + BEYOND - seen.x1)),
        by.y.clamp(-room(seen.y0 + camera.units(bars.top)), room(size.height + camera.units(bars.bottom) - seen.y1)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Point;
    use egui::pos2;

    const GROUND: Size = Size::new(5000.0, 600.0);

    fn camera() -> Camera {
        let viewport = Rect::from_min_size(pos2(0.0, 40.0), vec2(1000.0, 700.0));
        Camera { viewport, ..Camera::default() }
    }

    fn stage() -> Gesture {
        Gesture::MovingStage(crate::map::StageId::random(&mut fastrand::Rng::with_seed(1)), Point::ORIGIN)
    }

    /// How far the view goes in a second at so many frames a second, the pointer at one place.
    fn in_a_second(at: Pos2, frames: u16) -> f64 {
        let (mut camera, mut edge) = (camera(), Edge::default());
        for frame in 0..=frames {
            let time = f64::from(frame) / f64::from(frames);
            let push = edge.push((&camera, GROUND), (at, &stage()), (time, 1.0 / f32::from(frames)));
            if let Push::Moves(by) = push {
                camera.pan(-by);
            }
        }
        camera.corner.x
    }

    // 900 points a second, from 0.15 s on: 765 of them, give or take a frame.
    #[test]
    fn the_speed_does_not_hang_on_the_frames() {
        for frames in [30, 60, 144] {
            let gone = in_a_second(pos2(1005.0, 300.0), frames);
            assert!((gone - 765.0).abs() <= 2.0 * 900.0 / f64::from(frames), "{gone} at {frames} frames a second");
        }
        let half = in_a_second(pos2(985.0, 300.0), 60);
        assert!((half - 765.0 / 2.0).abs() <= 20.0, "half way in it is half as fast: {half}");
        assert_eq!(in_a_second(pos2(960.0, 300.0), 60), 0.0);
        assert_eq!(in_a_second(pos2(1100.0, 300.0), 60), 0.0, "over a panel nothing that is carried is seen");
    }

    #[test]
    fn it_waits_a_moment_follows_its_axis_and_stops_at_the_end_of_the_map() {
        let (mut camera, mut edge) = (camera(), Edge::default());
        let corner = pos2(999.0, 739.0);
        assert!(matches!(edge.push((&camera, GROUND), (corner, &stage()), (5.0, 0.02)), Push::Waits(_)));
        let Push::Moves(by) = edge.push((&camera, GROUND), (corner, &stage()), (5.2, 0.02)) else { panic!("no move") };
        assert!(by.x > 0.0 && by.y == 0.0, "a stage goes sideways: {by}");
        assert_eq!(edge.push((&camera, GROUND), (pos2(500.0, 300.0), &stage()), (5.3, 0.02)), Push::Rests);
        assert!(matches!(edge.push((&camera, GROUND), (corner, &stage()), (5.4, 0.02)), Push::Waits(_)));
        camera.corner.x = 5000.0 + BEYOND - 1000.0;
        assert_eq!(edge.push((&camera, GROUND), (corner, &stage()), (6.0, 0.02)), Push::Rests);
        assert_eq!(edge.push((&camera, GROUND), (corner, &Gesture::Idle), (7.0, 0.02)), Push::Rests);
    }
}
