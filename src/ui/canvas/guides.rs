//! What a gesture shows while it is under way: ghosts of what is carried, where it would land, and the value beside the
//! pointer. Never exported.
//!
//! Must not know gestures' rules; it paints guides.

use super::{
    Camera, Canvas, names,
    overlay::{FACE_AIR, MOST_RINGS, RADIUS, RING, ring},
    paint::paint_again,
};
use crate::{
    editor::{Destination, Gesture, Guide, Rest},
    map::{Holder, LaneId, Map, StageId},
    scene::{self, FontWeight, Point, Role, Scene, sizes},
    texts::Texts,
    ui::{Look, theme},
};
use egui::{Align2, Color32, CornerRadius, Painter, Pos2, Stroke, StrokeKind, Vec2, vec2};

/// Where words stand from the pointer, in points: clear of its form.
const FROM_POINTER: Vec2 = Vec2::new(16.0, 18.0);

/// Paints what the gesture under way shows.
pub(super) fn paint_guide(painter: &Painter, canvas: &Canvas, (map, scene): (&Map, &Scene), look: Look) {
    let Some(guide) = canvas.pointer.guide() else { return };
    let (camera, accent) = (&canvas.camera, theme::color(look.palette, Role::Accent));
    match guide {
        Guide::Carrying { mark, place, .. } => {
            if let Some(mark) = mark {
                paint_mark(painter, camera.screen_rect(*mark), accent);
            }
            if let (Some(place), Some((at, _))) = (place, canvas.pointer.place()) {
                let words = place_text(*place, map, look.texts);
                paint_label(painter, camera, (at + FROM_POINTER, Align2::LEFT_TOP), &words, look);
            }
        }
        Guide::Marquee(rect) => paint_area(painter, camera.screen_rect(*rect), accent),
        Guide::Drawing { rect, count } => {
            let rect = camera.screen_rect(*rect);
            paint_area(painter, rect, accent);
            if *count > 0 {
                let words = look.texts.canvas_drawing(*count);
                paint_label(painter, camera, (rect.right_top() + vec2(8.0, 0.0), Align2::LEFT_TOP), &words, look);
            }
        }
        Guide::Link { from, to, mark } => {
            let ends = [camera.screen_from_doc(*from), camera.screen_from_doc(*to)];
            paint_arrow(painter, ends, Stroke::new(RING, accent));
            if let Some(mark) = mark {
                ring(painter, camera, (*mark, RADIUS), Stroke::new(RING, accent));
            }
        }
        Guide::Value { of, at, score, rest } => {
            if *rest == Rest::InBand {
                paint_middle(painter, camera, *at, accent);
            }
            let band = names::band_name(&map.scale, *score, look.texts);
            let words = look.texts.canvas_value(look.texts.score(score.value()), band);
            let x = of.and_then(|face| scene.rect_of(face)).map_or(at.x, |face| face.center().x);
            paint_value(painter, camera, (Point::new(x, at.y), sizes::FACE), &words, look);
        }
        Guide::Level { at, level } => {
            paint_value(painter, camera, (*at, sizes::BEAD), &look.texts.canvas_level(level.value()), look);
        }
        Guide::Height { at, height } => {
            let words = look.texts.canvas_height(height);
            let at = camera.screen_from_doc(*at) + FROM_POINTER;
            paint_label(painter, camera, (at, Align2::LEFT_TOP), &words, look);
        }
    }
}

/// What a value is while it is pulled, left of what bears it.
fn paint_value(painter: &Painter, camera: &Camera, (at, radius): (Point, f64), words: &str, look: Look) {
    let side = camera.screen_from_doc(at) - vec2(camera.points(radius + FACE_AIR) + 8.0, 0.0);
    paint_label(painter, camera, (side, Align2::RIGHT_CENTER), words, look);
}

/// A thin line through the column: the middle of a band holds the face.
fn paint_middle(painter: &Painter, camera: &Camera, at: Point, accent: Color32) {
    let half = scene::Vec2::new(sizes::COLUMN / 2.0, 0.0);
    let ends = [camera.screen_from_doc(at - half), camera.screen_from_doc(at + half)];
    painter.line_segment(ends, Stroke::new(1.0, accent.gamma_multiply(0.6)));
}

/// Where something would come to: “Compare · 3rd”.
fn place_text(place: Destination, map: &Map, texts: Texts) -> String {
    match place {
        Destination::Touchpoint(stage, at) => texts.canvas_place_in(stage_name(map, stage, texts), texts.nth(at)),
        Destination::Stage(at) => texts.canvas_place_stage(texts.nth(at)),
        Destination::Lane(at) => texts.canvas_place_lane(texts.nth(at)),
        Destination::Card(holder, lane) => {
            texts.canvas_place_card(holder_name(map, holder, texts), lane_name(map, lane, texts))
        }
    }
}

fn stage_name(map: &Map, id: StageId, texts: Texts) -> &str {
    let name = map.stage(id).map_or("", |stage| stage.name.trim());
    if name.is_empty() { texts.stage_unnamed() } else { name }
}

fn holder_name(map: &Map, holder: Holder, texts: Texts) -> &str {
    match holder {
        Holder::Stage(id) => stage_name(map, id, texts),
        Holder::Touchpoint(id) => {
            map.touchpoint(id).map_or(texts.touchpoint_unnamed(), |found| names::touchpoint_name(found, texts))
        }
    }
}

fn lane_name(map: &Map, id: LaneId, texts: Texts) -> &str {
    map.lane(id).map_or("", |lane| match lane.name.trim() {
        "" => scene::lane_kind_name(texts, lane.kind),
        name => name,
    })
}

/// What is carried, as it is drawn on the map, faint where it stood and under the hand. Before [`paint_guide`].
pub(super) fn paint_carried(painter: &Painter, canvas: &mut Canvas, scene: &Scene, look: Look) {
    let Some(Guide::Carrying { things, by, .. }) = canvas.pointer.guide() else { return };
    let color = |role| theme::color(look.palette, role);
    let (paper, card, accent) = (color(Role::Paper), color(Role::Card), color(Role::Accent));
    let (camera, radius) = (canvas.camera, CornerRadius::same(6));
    let stays = matches!(canvas.pointer.gesture(), Gesture::Copying(_));
    for place in things.iter().take(MOST_RINGS).filter_map(|thing| scene.rect_of(*thing)) {
        if !stays {
            painter.rect_filled(camera.screen_rect(place), radius, paper.gamma_multiply(0.6));
        }
        let viewport = camera.screen_rect(place + *by);
        if camera.viewport.intersects(viewport) {
            painter.rect_filled(viewport, radius, card.gamma_multiply(0.88));
            let at = Camera { viewport, corner: place.origin(), ..camera };
            paint_again(painter, scene, &at, look.palette, &mut canvas.letters);
            let line = Stroke::new(1.0, accent.gamma_multiply(0.7));
            painter.rect(viewport, radius, accent.gamma_multiply(0.12), line, StrokeKind::Inside);
        }
    }
}

/// The line that shows where something will land; never thinner than two points.
fn paint_mark(painter: &Painter, mark: egui::Rect, accent: Color32) {
    let rect = egui::Rect::from_center_size(mark.center(), mark.size().max(vec2(2.0, 2.0)));
    painter.rect_filled(rect, CornerRadius::same(2), accent);
}

fn paint_area(painter: &Painter, rect: egui::Rect, accent: Color32) {
    let line = Stroke::new(1.0, accent);
    painter.rect(rect, CornerRadius::same(2), accent.gamma_multiply(0.08), line, StrokeKind::Inside);
}

fn paint_arrow(painter: &Painter, [from, to]: [Pos2; 2], stroke: Stroke) {
    painter.line_segment([from, to], stroke);
    let along = (to - from).normalized();
    for side in [along.rot90(), -along.rot90()] {
        painter.line_segment([to, to - along * 9.0 + side * 5.0], stroke);
    }
}

/// Words in light on dark beside what the hand does, inside the view.
fn paint_label(painter: &Painter, camera: &Camera, (at, align): (Pos2, Align2), words: &str, look: Look) {
    let color = theme::color(look.palette, Role::OnColor);
    let galley = painter.layout_no_wrap(words.to_owned(), theme::font(FontWeight::Medium, 12.0), color);
    let rect = align.anchor_size(at, galley.size() + vec2(20.0, 8.0));
    let room = camera.viewport.shrink(4.0);
    let rect = rect.translate((room.min - rect.min).max(Vec2::ZERO) + (room.max - rect.max).min(Vec2::ZERO));
    painter.rect_filled(rect, CornerRadius::same(5), theme::color(look.palette, Role::Ink));
    painter.galley(rect.min + vec2(10.0, 4.0), galley, color);
}
