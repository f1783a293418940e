//! How the view moves: wheel, pinch, keys, the first look at a map, and following what is selected.
//!
//! Must not know gestures or the map; dragging the view is `hand`'s.

use super::Camera;
use crate::scene::{Rect, Scene, sizes};

/// Below this zoom texts are not drawn.
pub(super) const READABLE_ZOOM: f64 = 0.4;
/// From this zoom on texts are read without effort: names of touchpoints are 9 points high. The view does not go farther
/// by itself; on request it does.
const EASY_ZOOM: f64 = 0.75;
/// How near fitting what is selected goes at most.
const NEAREST_FIT: f64 = 2.0;
/// Air around what is selected when it is fitted, in document units.
const AIR: f64 = 24.0;
/// Air around what comes into view as a whole, in screen points.
const PASTE_AIR: f32 = 12.0;
/// Where the keys and buttons stop.
const STEPS: [f64; 14] = [0.1, 0.15, 0.2, 0.25, 0.33, 0.5, 0.67, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0];
/// A picture that stands so little off the room counts as inside, in points.
const TOLERANCE: f32 = 1.0;
/// Two zooms nearer than this are the same step.
const SAME_STEP: f64 = 1.005;

/// Which way to zoom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ZoomStep {
    /// Nearer.
    In,
    /// Farther.
    Out,
}

/// How a map is shown when it is opened: whole where its texts are read easily then, else as much of its height from
/// the upper left as is, and so while there is nothing on it, because it grows to the right.
pub(super) fn first_look(camera: &mut Camera, scene: &Scene) {
    look_at(camera, scene.room(), scene.stages().is_empty());
}

fn look_at(camera: &mut Camera, room: Rect, is_empty: bool) {
    camera.fit(room.size());
    if camera.zoom < EASY_ZOOM || is_empty {
        camera.fit_height(room.size(), EASY_ZOOM);
    }
    camera.corner += room.origin().to_vec2();
}

/// Goes one step of zoom around the middle of the view.
pub(super) fn zoom_step(camera: &mut Camera, step: ZoomStep) {
    let target = match step {
        ZoomStep::In => STEPS.into_iter().find(|zoom| *zoom > camera.zoom * SAME_STEP),
        ZoomStep::Out => STEPS.into_iter().rev().find(|zoom| *zoom * SAME_STEP < camera.zoom),
    };
    if let Some(target) = target {
        zoom_to(camera, target);
    }
}

/// Zooms around the middle of the view.
pub(super) fn zoom_to(camera: &mut Camera, zoom: f64) {
    let middle = camera.room().center();
    camera.zoom_to_at(middle, zoom);
}

/// Shows the whole map.
pub(super) fn zoom_fit(camera: &mut Camera, room: Rect) {
    camera.fit(room.size());
    camera.corner += room.origin().to_vec2();
}

/// Shows a document rectangle as large as it fits, up to twice its size, with air around it.
pub(super) fn zoom_to_rect(camera: &mut Camera, rect: Rect) {
    camera.fit_rect(rect.inflate(AIR, AIR), NEAREST_FIT);
}

/// Whether a picture is seen in its whole height, clear of the bars.
pub(super) fn sees_height(camera: &Camera, height: f64) -> bool {
    let (room, top, bottom) = span(camera, height);
    top >= room.min.y - TOLERANCE && bottom <= room.max.y + TOLERANCE
}

/// Moves a picture that grew at its lower end up, as far as there is room above it; it is not seen from farther away.
pub(super) fn make_room_below(camera: &mut Camera, height: f64) {
    let (room, top, bottom) = span(camera, height);
    let up = (bottom - room.max.y).min(top - room.min.y).max(0.0);
    camera.pan(egui::vec2(0.0, -up));
}

/// Keeps the middle of what is seen in the middle of a view that became higher or lower.
pub(super) fn keep_middle(camera: &mut Camera, viewport: egui::Rect) {
    let lower = (viewport.height() - camera.viewport.height()) / 2.0;
    camera.viewport = viewport;
    camera.pan(egui::vec2(0.0, lower));
}

/// The room clear of the bars, and where a picture of so much height begins and ends on the screen.
fn span(camera: &Camera, height: f64) -> (egui::Rect, f32, f32) {
    let y = |y| camera.screen_from_doc(crate::scene::Point::new(0.0, y)).y;
    (camera.room(), y(0.0), y(height))
}

/// The part of the document that no bar covers.
pub(super) fn clear_part(camera: &Camera) -> Rect {
    let room = camera.room();
    Rect::from_points(camera.doc_from_screen(room.min), camera.doc_from_screen(room.max))
}

/// The part of the document that neither bars nor names cover.
pub(super) fn clear_of_names(camera: &Camera, (left, top): (f32, f32)) -> Rect {
    let mut room = camera.room();
    room.min.x = room.min.x.max(camera.viewport.min.x + left).min(room.max.x);
    room.min.y = room.min.y.max(camera.viewport.min.y + top).min(room.max.y);
    Rect::from_points(camera.doc_from_screen(room.min), camera.doc_from_screen(room.max))
}

/// Brings a document rectangle into the part of the view that no bar covers.
pub(super) fn reveal(camera: &mut Camera, rect: Rect) {
    camera.reveal(rect);
}

/// Brings a document rectangle into the part of the view that neither bars nor names at its edges cover; `names` is
/// what names take at the left and at the top, in screen points. What stands at the left or top end of the map has its
/// names beside it anyway.
pub(super) fn reveal_beside(camera: &mut Camera, rect: Rect, names: (f32, f32)) {
    let room = room_beside(camera, rect, names);
    camera.reveal_in(rect, room);
}

fn room_beside(camera: &Camera, rect: Rect, (left, top): (f32, f32)) -> egui::Rect {
    let mut room = camera.room();
    if rect.x0 >= sizes::GUTTER {
        room.min.x = room.min.x.max(camera.viewport.min.x + left);
    }
    if rect.y0 >= sizes::LANES_TOP {
        room.min.y = room.min.y.max(camera.viewport.min.y + top);
    }
    room
}

/// Brings all of a document rectangle into the part of the view that neither bars nor names cover, with air around it;
/// one that is larger from farther away, as far as its texts are drawn, and from its upper left beyond that. `names` is
/// what names take at a zoom.
pub(super) fn bring_in(camera: &mut Camera, rect: Rect, names: impl Fn(&Camera) -> (f32, f32)) {
    let room = |camera: &Camera| room_beside(camera, rect, names(camera)).shrink(PASTE_AIR);
    let seen = room(camera);
    let across = f64::from(seen.width()) / rect.width().max(1.0);
    let down = f64::from(seen.height()) / rect.height().max(1.0);
    let needed = across.min(down);
    if needed < camera.zoom {
        let least = READABLE_ZOOM.min(camera.zoom);
        camera.zoom_to_at(seen.min, needed.max(least));
    }
    let seen = room(camera);
    let is_larger = rect.width() * camera.zoom > f64::from(seen.width()) + 1.0;
    if is_larger {
        camera.place(rect.origin(), seen.min);
    } else {
        camera.reveal_in(rect, seen);
    }
}

/// Follows wheel and pinch at `pointer`; true where the view moved.
pub(super) fn follow_wheel(ctx: &egui::Context, camera: &mut Camera, pointer: egui::Pos2) -> bool {
    let (scroll, zoom) = ctx.input(|input| (input.smooth_scroll_delta(), input.zoom_delta()));
    if zoom != 1.0 {
        camera.zoom_at(pointer, f64::from(zoom));
    }
    if scroll != egui::Vec2::ZERO {
        camera.pan(scroll);
    }
    zoom != 1.0 || scroll != egui::Vec2::ZERO
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Point;
    use crate::scene::Size;
    use egui::{pos2, vec2};

    fn camera() -> Camera {
        let viewport = egui::Rect::from_min_size(pos2(0.0, 40.0), vec2(1000.0, 700.0));
        let insets = egui::epaint::MarginF32 { left: 24.0, right: 24.0, top: 58.0, bottom: 74.0 };
        Camera { viewport, insets, ..Camera::default() }
    }

    #[test]
    fn zooming_keeps_the_point_under_the_pointer() {
        let mut camera = camera();
        let pointer = pos2(321.0, 456.0);
        let before = camera.doc_from_screen(pointer);
        for factor in [1.3, 0.2, 7.0, 1e9, 1e-9] {
            camera.zoom_at(pointer, factor);
            assert!((camera.doc_from_screen(pointer) - before).hypot() < 1e-6);
            assert!((0.1..=4.0).contains(&camera.zoom));
        }
    }

    #[test]
    fn a_small_map_is_shown_whole_and_never_above_full_size() {
        let mut camera = camera();
        look_at(&mut camera, Rect::new(0.0, 0.0, 300.0, 200.0), false);
        assert_eq!(camera.zoom, 1.0);
        let middle = camera.screen_from_doc(Point::new(150.0, 100.0));
        // The middle of the view less the bars: x 500, y (40 + 58 + 740 − 74) / 2.
        assert_eq!(middle, pos2(500.0, 382.0));
    }

    #[test]
    fn a_long_map_is_shown_from_its_left_where_texts_can_be_read() {
        let mut camera = camera();
        look_at(&mut camera, Rect::new(0.0, 0.0, 10_000.0, 568.0), false);
        assert_eq!(camera.zoom, 1.0);
        assert_eq!(camera.screen_from_doc(Point::ORIGIN), pos2(24.0, 98.0));
        zoom_fit(&mut camera, Rect::new(0.0, 0.0, 10_000.0, 568.0));
        assert!(camera.zoom < 0.1, "the whole map on request: {}", camera.zoom);
    }

    #[test]
    fn a_map_is_not_shown_smaller_than_is_read_easily() {
        let mut camera = camera();
        // Whole it would be seen at 952 / 1400: 68 %.
        look_at(&mut camera, Rect::new(0.0, 0.0, 1400.0, 500.0), false);
        assert_eq!((camera.zoom, camera.screen_from_doc(Point::ORIGIN)), (1.0, pos2(24.0, 98.0)));
        // Its height would be at 568 / 1136: 50 %.
        look_at(&mut camera, Rect::new(0.0, 0.0, 1400.0, 1136.0), false);
        assert_eq!((camera.zoom, camera.screen_from_doc(Point::ORIGIN)), (0.75, pos2(24.0, 98.0)));
        zoom_fit(&mut camera, Rect::new(0.0, 0.0, 1400.0, 1136.0));
        assert!(camera.zoom <= 0.5, "the whole map on request: {}", camera.zoom);
    }

    // Room from 40 + 58 to 740 − 74: 568 points.
    #[test]
    fn a_picture_that_grows_stays_in_view_where_there_is_room_and_as_near_as_it_is() {
        let mut camera = camera();
        first_look_of(&mut camera, 500.0);
        assert!(sees_height(&camera, 500.0) && !sees_height(&camera, 569.9 + 34.0));
        let grown = 560.0;
        make_room_below(&mut camera, grown);
        assert_eq!(camera.zoom, 1.0);
        assert!(sees_height(&camera, grown));
        make_room_below(&mut camera, 710.0);
        assert_eq!(camera.zoom, 1.0);
        // Its upper end at the upper end of the room: 40 + 58.
        assert_eq!(camera.screen_from_doc(Point::ORIGIN).y, 98.0);
    }

    #[test]
    fn a_panel_below_leaves_the_middle_in_the_middle() {
        let mut camera = camera();
        let middle = camera.visible().center();
        let (before, whole) = (camera, camera.viewport);
        keep_middle(&mut camera, egui::Rect::from_min_max(whole.min, pos2(1000.0, 460.0)));
        assert!((camera.visible().center() - middle).hypot() < 1e-6);
        assert_eq!(camera.zoom, 1.0);
        keep_middle(&mut camera, whole);
        assert_eq!(camera, before);
    }

    fn first_look_of(camera: &mut Camera, height: f64) {
        look_at(camera, Size::new(300.0, height).to_rect(), false);
    }

    #[test]
    fn steps_go_to_round_percentages() {
        let mut camera = camera();
        camera.zoom = 0.7;
        zoom_step(&mut camera, ZoomStep::In);
        assert_eq!(camera.zoom, 0.75);
        zoom_step(&mut camera, ZoomStep::In);
        zoom_step(&mut camera, ZoomStep::Out);
        assert!((camera.zoom - 0.75).abs() < 1e-9);
    }

    #[test]
    fn revealing_moves_no_more_than_needed() {
        let mut camera = camera();
        let before = camera;
        reveal(&mut camera, Rect::new(100.0, 100.0, 200.0, 200.0));
        assert_eq!(camera, before);
        reveal(&mut camera, Rect::new(1200.0, 100.0, 1300.0, 200.0));
        // Its right end at the right margin: 1000 − 24.
        assert_eq!(camera.screen_from_doc(Point::new(1300.0, 0.0)).x, 976.0);
        reveal(&mut camera, Rect::new(-500.0, 100.0, -400.0, 200.0));
        assert_eq!(camera.screen_from_doc(Point::new(-500.0, 0.0)).x, 24.0);
    }
}
