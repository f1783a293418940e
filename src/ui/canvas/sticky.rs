//! Lane names and stage headers that stay in view: where the map is scrolled past them, they stand at the left and upper
//! edge of the view, on paper under which the map passes.
//!
//! They are the map's own names in another place: a point on them means the point on the name itself. Must not know what
//! a press on them does.

use super::{Camera, navigate, overlay, paint};
use crate::{
    editor::Editor,
    map::{LaneKind, Thing},
    scene::{Block, Color, LaneRow, Placed, Point, Rect, Role, Scene, Shape, StageSpan, Vec2, sizes},
    ui::{Look, theme},
};
use egui::{Painter, Pos2, Stroke};
use std::sync::Arc;

/// Room left of the names at the edge of the view, and below the headers, in screen points.
const AIR: f32 = 10.0;
/// Right end of the strip of names in the document, while they stand at their place.
const STRIP_RIGHT: f64 = sizes::LABEL_RIGHT + 8.0;
/// More of the view is not given to the strip of names, and to the headers.
const MOST_ACROSS: f32 = 0.35;
const MOST_DOWN: f32 = 0.3;

/// How far the names have moved from their place, in document units; 0 where they stand there.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Sticky {
    /// Lane names, to the right.
    across: f64,
    /// Stage headers, down.
    down: f64,
}

/// What of the view the names at its edges take away, as screen positions: the map is seen right of and below them.
#[derive(Clone, Copy, Debug)]
struct Edges {
    right: f32,
    bottom: f32,
}

impl Sticky {
    /// Where the names stand for a camera; `top` is what bars take at the upper edge of the view, in screen points.
    pub(super) fn of(camera: &Camera, scene: &Scene, top: f32) -> Self {
        let seen = camera.visible();
        let is_seen = scene.size.to_rect().overlaps(seen) && !scene.stages().is_empty();
        if camera.zoom < navigate::READABLE_ZOOM || !is_seen {
            return Self::default();
        }
        let across = seen.x0 + camera.units(AIR) - left_of_names(scene);
        let down = seen.y0 + camera.units(top) - sizes::HEADER_TOP;
        let (width, height) = (camera.viewport.width(), camera.viewport.height());
        let is_narrow = camera.points(STRIP_RIGHT - left_of_names(scene)) <= width * MOST_ACROSS;
        let is_low = top + camera.points(sizes::HEADER) <= height * MOST_DOWN;
        Self {
            across: if is_narrow && seen.x0 < scene.right() { across.max(0.0) } else { 0.0 },
            down: if is_low && seen.y0 < scene.bottom() { down.max(0.0) } else { 0.0 },
        }
    }

    fn edges(self, camera: &Camera) -> Edges {
        let corner = camera
            .screen_from_doc(Point::new(STRIP_RIGHT + self.across, sizes::HEADER_TOP + self.down + sizes::HEADER));
        Edges {
            right: if self.across > 0.0 { corner.x } else { camera.viewport.min.x },
            bottom: if self.down > 0.0 { corner.y + AIR } else { camera.viewport.min.y },
        }
    }

    /// The part of the view that no name at its edges covers.
    pub(super) fn free(self, camera: &Camera) -> egui::Rect {
        let edges = self.edges(camera);
        egui::Rect::from_min_max(Pos2::new(edges.right, edges.bottom), camera.viewport.max)
    }

    /// The document point that a screen position means: on a name at the edge the point on the name itself.
    pub(super) fn doc_from_screen(self, camera: &Camera, at: Pos2) -> Point {
        let point = camera.doc_from_screen(at);
        let edges = self.edges(camera);
        if at.y < edges.bottom {
            point - Vec2::new(0.0, self.down)
        } else if at.x < edges.right {
            point - Vec2::new(self.across, 0.0)
        } else {
            point
        }
    }

    /// Where a rectangle of a thing, which the scene knows, is seen.
    pub(super) fn seen(self, thing: Thing, rect: Rect) -> Rect {
        match thing {
            Thing::Lane(_) => rect + Vec2::new(self.across, 0.0),
            Thing::Stage(_) => rect + Vec2::new(0.0, self.down),
            Thing::Touchpoint(_) | Thing::Face(..) | Thing::Engagement(_) | Thing::Card(_) => rect,
            Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) | Thing::Note(_) => rect,
        }
    }

    /// What of a thing has to come into view: a name that stays in view only in the direction in which it does not.
    pub(super) fn to_reveal(self, thing: Thing, rect: Rect, camera: &Camera) -> Rect {
        let middle = camera.visible().center();
        match thing {
            Thing::Lane(_) if self.across > 0.0 => Rect::new(middle.x, rect.y0, middle.x, rect.y1),
            Thing::Stage(_) if self.down > 0.0 => Rect::new(rect.x0, middle.y, rect.x1, middle.y),
            _ => rect,
        }
    }
}

/// How much of the view is kept free for the names when something right of and below them is to be seen: left and top,
/// in screen points.
pub(super) fn room_for_names(camera: &Camera, scene: &Scene, top: f32) -> (f32, f32) {
    let far = Camera { corner: Point::new(scene.right() - 1.0, scene.bottom() - 1.0), ..*camera };
    let edges = Sticky::of(&far, scene, top).edges(&far);
    (edges.right - far.viewport.min.x + AIR / 2.0, edges.bottom - far.viewport.min.y + AIR / 2.0)
}

/// Where the longest name of a lane begins.
fn left_of_names(scene: &Scene) -> f64 {
    let texts = scene.lanes().iter().flat_map(|row| &row.label.shapes).filter_map(text_bounds).map(|rect| rect.x0);
    texts.fold(sizes::LABEL_RIGHT, f64::min)
}

/// Paints the names that stand at the edges of the view, with the rings of those that are selected or under the pointer.
pub(super) fn paint_sticky(
    painter: &Painter,
    (sticky, camera): (Sticky, &Camera),
    (scene, editor, hovered): (&Scene, &Editor, Option<Thing>),
    letters: &mut paint::Letters,
    look: Look,
) {
    let edges = sticky.edges(camera);
    let rings = (scene, editor, hovered);
    if sticky.across > 0.0 {
        let view = camera.viewport.with_min_y(edges.bottom);
        let painter = painter.with_clip_rect(view.intersect(painter.clip_rect()));
        paint_names(&painter, (sticky, camera), scene, (letters, look));
        overlay::paint_rings(&painter, (sticky, camera), rings, (|thing| matches!(thing, Thing::Lane(_)), look));
    }
    if sticky.down > 0.0 {
        let ground = camera.viewport.with_max_y(edges.bottom);
        paint_ground(painter, ground, look);
        painter.hline(ground.x_range(), ground.max.y, hairline(look));
        let painter = painter.with_clip_rect(ground.with_min_x(edges.right).intersect(painter.clip_rect()));
        let seen = camera.visible();
        let headers = scene.stages_between(seen.x0, seen.x1).iter().map(|stage| header(stage, (sticky, camera)));
        paint::paint_placed(&painter, headers, camera, look.palette, letters);
        overlay::paint_rings(&painter, (sticky, camera), rings, (|thing| matches!(thing, Thing::Stage(_)), look));
    } else if sticky.across > 0.0 {
        let cut = scene.stage_at(camera.visible().x0).into_iter().map(|stage| header(stage, (sticky, camera)));
        paint::paint_placed(painter, cut, camera, look.palette, letters);
    }
}

/// A stage's header where it is seen, with its name moved into view where the header begins left of it.
fn header(stage: &StageSpan, (sticky, camera): (Sticky, &Camera)) -> Placed {
    let offset = Vec2::new(stage.x, sizes::HEADER_TOP + sticky.down);
    let left = camera.doc_from_screen(Pos2::new(sticky.edges(camera).right, camera.viewport.min.y)).x;
    let left = if sticky.down > 0.0 { left } else { camera.visible().x0 };
    let names: Vec<Rect> = stage.header.shapes.iter().filter_map(text_bounds).collect();
    let Some(name) = names.first().filter(|_| stage.x < left) else {
        return Placed { offset, block: Arc::clone(&stage.header) };
    };
    // The reach, where it stands in the same row, is as far as the name goes.
    let end = names.iter().skip(1).filter(|other| other.x0 > name.x1).map(|other| other.x0 - camera.units(AIR));
    let end = end.fold(stage.width - sizes::ARROW, f64::min);
    let by = (left - stage.x).min(end - name.x1).max(0.0);
    let mut block = Block::clone(&stage.header);
    for shape in &mut block.shapes {
        if let Shape::Text(text) = shape
            && text.bounds().x0 <= name.x0 + 1.0
        {
            text.rows.iter_mut().for_each(|row| row.origin.x += by);
        }
    }
    Placed { offset, block: Arc::new(block) }
}

fn text_bounds(shape: &Shape) -> Option<Rect> {
    match shape {
        Shape::Text(text) => Some(text.bounds()),
        Shape::Rect { .. } | Shape::Circle { .. } | Shape::Path { .. } | Shape::Image { .. } => None,
    }
}

/// A lane's name beside what of the lane is seen; in the emotion lane the names of the bands stay at their bands.
fn name_of_lane(row: &LaneRow, (sticky, camera): (Sticky, &Camera)) -> Placed {
    let top = camera.doc_from_screen(Pos2::new(camera.viewport.min.x, sticky.edges(camera).bottom)).y;
    let room = (row.height - sizes::HEADER).max(0.0);
    let by = if row.kind == LaneKind::Emotion { 0.0 } else { (top - row.top).clamp(0.0, room) };
    Placed { offset: Vec2::new(sticky.across, row.top + by), block: Arc::clone(&row.label) }
}

/// The lanes' names, with the lines between the lanes going on across the paper.
fn paint_names(
    painter: &Painter,
    (sticky, camera): (Sticky, &Camera),
    scene: &Scene,
    (letters, look): (&mut paint::Letters, Look),
) {
    let top = scene.lanes().first().map_or(sizes::LANES_TOP, |row| row.top);
    let right = STRIP_RIGHT + sticky.across;
    let strip = camera.screen_rect(Rect::new(camera.visible().x0, top, right, scene.bottom()));
    paint_ground(painter, strip, look);
    painter.vline(strip.max.x, strip.y_range(), hairline(look));
    for row in scene.lanes() {
        let line = camera.screen_from_doc(Point::new(0.0, row.bottom())).y;
        painter.hline(strip.x_range(), line, hairline(look));
    }
    let seen = camera.visible();
    let rows = scene.lanes().iter().filter(|row| row.top <= seen.y1 && row.bottom() >= seen.y0);
    let names = rows.map(|row| name_of_lane(row, (sticky, camera)));
    paint::paint_placed(painter, names, camera, look.palette, letters);
}

fn paint_ground(painter: &Painter, rect: egui::Rect, look: Look) {
    painter.rect_filled(rect, 0.0, theme::color(look.palette, Role::Paper));
}

fn hairline(look: Look) -> Stroke {
    Stroke::new(1.0, theme::scene_color(look.palette, Color::from(Role::Hairline)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        map::{Map, Stage, StageId},
        scene::{View, layout},
    };
    use egui::{pos2, vec2};

    fn scene() -> Arc<Scene> {
        let mut rng = fastrand::Rng::with_seed(5);
        let mut map = Map::empty(&mut rng);
        map.stages = (0..9).map(|_| Arc::new(Stage::new(StageId::random(&mut rng), "Stage"))).collect();
        layout(&Arc::new(map), &View::default())
    }

    fn camera(x: f64, y: f64) -> Camera {
        let viewport = egui::Rect::from_min_size(pos2(0.0, 40.0), vec2(800.0, 500.0));
        Camera { viewport, corner: Point::new(x, y), ..Camera::default() }
    }

    #[test]
    fn names_stand_at_their_place_until_the_map_is_scrolled_past_them() {
        let scene = scene();
        assert_eq!(Sticky::of(&camera(-24.0, -58.0), &scene, 58.0), Sticky::default());
        let sticky = Sticky::of(&camera(300.0, 100.0), &scene, 58.0);
        assert!(sticky.across > 0.0 && sticky.down > 0.0);
        let far = Camera { zoom: 0.3, ..camera(300.0, 100.0) };
        assert_eq!(Sticky::of(&far, &scene, 58.0), Sticky::default(), "nobody could read them");
    }

    #[test]
    fn a_point_on_a_name_at_the_edge_is_one_on_the_name_itself() {
        let scene = scene();
        let camera = camera(300.0, 100.0);
        let sticky = Sticky::of(&camera, &scene, 58.0);
        let lane = scene.lanes().get(1).expect("the emotion lane");
        let on_name = pos2(40.0, camera.screen_from_doc(Point::new(0.0, lane.top + 40.0)).y);
        let hit = scene.hit(sticky.doc_from_screen(&camera, on_name), 0.0).expect("the lane's name");
        assert_eq!(hit.target, crate::scene::Target::Thing(Thing::Lane(lane.id)));
        let header = pos2(400.0, 40.0 + 58.0 + 20.0);
        let hit = scene.hit(sticky.doc_from_screen(&camera, header), 0.0).expect("a header");
        assert!(matches!(hit.target, crate::scene::Target::Thing(Thing::Stage(_))));
        let beside = pos2(400.0, 300.0);
        let free = sticky.free(&camera);
        assert!(free.contains(beside) && !free.contains(on_name) && !free.contains(header), "no mark on the names");
        assert_eq!(sticky.doc_from_screen(&camera, beside), camera.doc_from_screen(beside));
    }
}
