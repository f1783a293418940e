//! What lies over the picture and is never exported: rings around what is selected and hovered, and what a gesture
//! shows while it is under way (`guides`).
//!
//! Must not know gestures' rules.

use super::{Camera, Canvas, guides, pointer, sticky::Sticky};
use crate::{
    editor::{Editor, Place, Tool},
    map::{Engagement, Map, Score, Thing},
    scene::{Palette, Point, Rect, Role, Scene, sizes},
    ui::{Look, theme},
};
use egui::{Color32, CornerRadius, Painter, Pos2, Shape, Stroke, StrokeKind};

/// Width of the ring around what is selected, in points.
pub(super) const RING: f32 = 2.0;
/// Width of the mark around what holds a match.
const MARK: f32 = 2.5;
/// Its corner radius at 100 %.
pub(super) const RADIUS: f64 = 8.0;
/// How far the ring around a face stands off it, in document units.
pub(super) const FACE_AIR: f64 = 3.0;
/// Radius of the dot of a handle, in points.
const HANDLE_DOT: f32 = 5.0;
/// More rings than this would be a carpet; what lies out of view is not painted anyway.
pub(super) const MOST_RINGS: usize = 2000;

/// Paints everything over the picture, but for the names that stay in view.
pub(super) fn paint_overlay(painter: &Painter, canvas: &Canvas, editor: &Editor, scene: &Scene, look: Look) {
    let accent = theme::color(look.palette, Role::Accent);
    let edited = canvas.in_place.thing();
    let rings = (scene, editor, canvas.hovered);
    paint_rings(painter, (Sticky::default(), &canvas.camera), rings, (|thing| Some(thing) != edited, look));
    if let Some(rect) = editor.cell().and_then(|(holder, lane)| scene.cell_rect(holder, lane)) {
        paint_cell(painter, &canvas.camera, rect, accent);
    }
    if canvas.tool == Tool::Select && !canvas.pointer.is_busy() && edited.is_none() {
        let hovered = canvas.pointer.place().and_then(|(_, hit)| hit).and_then(|hit| pointer::thing_of(hit.target));
        let things = hovered.into_iter().chain(editor.primary().filter(|thing| Some(*thing) != hovered));
        things.for_each(|thing| paint_handle(painter, &canvas.camera, (scene, thing), look.palette));
    }
    guides::paint_guide(painter, canvas, (editor.shown(), scene), look);
}

/// Paints the rings of what is selected and what lies under the pointer, of those things that `is_meant`.
pub(super) fn paint_rings(
    painter: &Painter,
    place: (Sticky, &Camera),
    (scene, editor, hovered): (&Scene, &Editor, Option<Thing>),
    (is_meant, look): (impl Fn(Thing) -> bool, Look),
) {
    let accent = theme::color(look.palette, Role::Accent);
    if let Some(thing) = hovered.filter(|thing| is_meant(*thing) && !editor.selection().contains(thing)) {
        let thing = seen(editor.shown(), scene, thing);
        let stroke = Stroke::new(1.0, accent.gamma_multiply(0.45));
        paint_ring(painter, place, (scene, thing), (stroke, look.palette));
    }
    for thing in editor.selection().iter().filter(|thing| is_meant(**thing)).take(MOST_RINGS) {
        let stroke = Stroke::new(RING, accent);
        let thing = seen(editor.shown(), scene, *thing);
        paint_ring(painter, place, (scene, thing), (stroke, look.palette));
    }
}

/// The dot from which an arrow can be drawn.
fn paint_handle(painter: &Painter, camera: &Camera, (scene, thing): (&Scene, Thing), palette: Palette) {
    if let Some(at) = scene.handle_of(thing, camera.units(pointer::SLACK)) {
        let (accent, card) = (theme::color(palette, Role::Accent), theme::color(palette, Role::Card));
        let at = camera.screen_from_doc(at);
        painter.circle(at, HANDLE_DOT, card, Stroke::new(1.5, accent));
        painter.circle_filled(at, HANDLE_DOT - 3.0, accent);
    }
}

/// Paints a mark around everything that holds a match, under the ring of what is selected.
pub(super) fn paint_marks(painter: &Painter, canvas: &Canvas, scene: &Scene, look: Look) {
    let Some(marked) = canvas.find.marked() else { return };
    let stroke = Stroke::new(MARK, theme::color(look.palette, Role::Found));
    // Where nodes are made they are all that is in view; farther out, only so many are worth a mark.
    let in_view = canvas.nodes.iter().filter_map(|(_, place)| match place {
        Place::Thing(thing) => Some(*thing).filter(|thing| marked.contains(thing)),
        Place::Cell(_) => None,
    });
    let things: Vec<Thing> = match canvas.nodes.is_empty() {
        false => in_view.collect(),
        true => marked.iter().copied().take(MOST_RINGS).collect(),
    };
    let (sticky, camera) = (canvas.sticky, &canvas.camera);
    // What passes under the names at the edges has its mark there too.
    let beside_names = painter.with_clip_rect(sticky.free(camera).intersect(painter.clip_rect()));
    for thing in things {
        let place = place_of(scene, thing).map(|rect| sticky.seen(thing, rect));
        let Some(rect) = place.filter(|rect| rect.overlaps(camera.visible())) else { continue };
        let on_screen = camera.screen_rect(rect).expand(MARK + 1.0);
        let painter = if matches!(thing, Thing::Lane(_) | Thing::Stage(_)) { painter } else { &beside_names };
        painter.rect_stroke(on_screen, CornerRadius::same(theme::RADIUS), stroke, StrokeKind::Middle);
    }
}

/// What of a thing is on the picture: the touchpoint of a face whose persona or curve is not drawn.
fn seen(map: &Map, scene: &Scene, thing: Thing) -> Thing {
    match thing {
        Thing::Face(id, persona, curve)
            if scene.rect_of(thing).is_none()
                && map.touchpoint(id).is_some_and(|touchpoint| touchpoint.score(persona, curve).is_some()) =>
        {
            Thing::Touchpoint(id)
        }
        thing => thing,
    }
}

/// Where a thing is, also where a face or a point of the dramatic arc would be that has no value yet.
pub(super) fn place_of(scene: &Scene, thing: Thing) -> Option<Rect> {
    scene.rect_of(thing).or_else(|| match thing {
        Thing::Face(id, _, _) => {
            let center = Point::new(scene.column_of(id)?.center(), scene.y_of(Score::ZERO)?);
            Some(Rect::from_center_size(center, (2.0 * sizes::FACE, 2.0 * sizes::FACE)))
        }
        Thing::Engagement(id) => {
            let y = scene.arc_axis()?.y_of(Engagement::MIDDLE.value().into());
            let center = Point::new(scene.column_of(id)?.center(), y);
            Some(Rect::from_center_size(center, (2.0 * sizes::BEAD, 2.0 * sizes::BEAD)))
        }
        Thing::Stage(_)
        | Thing::Touchpoint(_)
        | Thing::Card(_)
        | Thing::Lane(_)
        | Thing::Persona(_)
        | Thing::Link(_)
        | Thing::Survey(_)
        | Thing::Note(_) => None,
    })
}

fn paint_ring(
    painter: &Painter,
    (sticky, camera): (Sticky, &Camera),
    (scene, thing): (&Scene, Thing),
    (stroke, palette): (Stroke, Palette),
) {
    let rect = place_of(scene, thing).map(|rect| sticky.seen(thing, rect));
    let Some(rect) = rect.filter(|rect| rect.overlaps(camera.visible())) else { return };
    match thing {
        Thing::Face(..) | Thing::Engagement(_) => {
            let center = camera.screen_from_doc(rect.center());
            let radius = camera.points(rect.width() / 2.0 + FACE_AIR);
            if scene.rect_of(thing).is_some() {
                painter.circle_stroke(center, radius, stroke);
            } else {
                paint_gap(painter, (center, radius), stroke);
            }
        }
        Thing::Lane(_) | Thing::Note(_) => ring(painter, camera, (rect, RADIUS / 2.0), stroke),
        Thing::Stage(_) => {
            // A stage's own colour may be that of the ring: paper lies between.
            let paper = Stroke::new(stroke.width + 3.0, theme::color(palette, Role::Paper));
            ring(painter, camera, (rect, RADIUS / 2.0), paper);
            ring(painter, camera, (rect, RADIUS / 2.0), stroke);
        }
        Thing::Touchpoint(_) | Thing::Card(_) | Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) => {
            ring(painter, camera, (rect, RADIUS), stroke);
        }
    }
}

pub(super) fn ring(painter: &Painter, camera: &Camera, (rect, radius): (Rect, f64), stroke: Stroke) {
    let on_screen = camera.screen_rect(rect);
    let most = on_screen.width().min(on_screen.height()) / 2.0;
    let radius = camera.points(radius).min(most);
    painter.rect_stroke(on_screen, egui::epaint::CornerRadiusF32::same(radius), stroke, StrokeKind::Middle);
}

/// A dashed circle: here is no score.
fn paint_gap(painter: &Painter, (center, radius): (Pos2, f32), stroke: Stroke) {
    let corners =
        (0u8..=24).map(|at| center + radius * egui::Vec2::angled(f32::from(at) * std::f32::consts::TAU / 24.0));
    painter.extend(Shape::dashed_line(&corners.collect::<Vec<_>>(), stroke, 4.0, 3.0));
}

/// An empty cell that the keyboard is in: dashed, because nothing stands there yet.
fn paint_cell(painter: &Painter, camera: &Camera, cell: Rect, accent: Color32) {
    let rect = camera.screen_rect(cell).shrink(camera.points(sizes::CARD_INSET));
    let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
    painter.rect_filled(rect, CornerRadius::same(6), accent.gamma_multiply(0.05));
    painter.extend(Shape::dashed_line(&corners, Stroke::new(RING, accent), 5.0, 4.0));
}
