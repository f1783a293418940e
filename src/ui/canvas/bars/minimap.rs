//! The small overview of a long map: stages as blocks, the ground of the emotion lane, the curves, and what of it is in
//! view. A press or drag goes there.
//!
//! It has one sample for each of its points, however long the map is, and is made anew only where the map or its size
//! changed. Must not know the map.

use super::{Lower, SIDE, paint_ground};
use crate::{
    scene::{CurveKind, CurveLine, Palette, Point, Role, Scene},
    ui::{
        Look,
        canvas::{Camera, pointer_form},
        theme,
        tip::Tip,
    },
};
use egui::{
    Color32, CornerRadius, Id, Mesh, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, accesskit, pos2,
    vec2,
};
use std::sync::{Arc, Weak};

/// Width and height, in points.
const SIZE: egui::Vec2 = vec2(220.0, 58.0);
/// The same in a view that is not large, where the map needs the room.
const SMALL: egui::Vec2 = vec2(160.0, 44.0);
/// From this size on a view is large.
const LARGE_VIEW: egui::Vec2 = vec2(900.0, 720.0);
/// Air inside.
const PADDING: f32 = 6.0;
/// Height of the stages' blocks.
const STAGES: f32 = 8.0;
/// Distance from the status line below.
const ABOVE: f32 = 8.0;
/// A map is long when it is so many times as wide as the view.
const LONG: f32 = 1.6;
/// In a smaller view it would be in the way.
const LEAST_VIEW: egui::Vec2 = vec2(620.0, 480.0);

/// The overview as it was painted last.
#[derive(Default)]
pub(in super::super) struct Minimap {
    of: Weak<Scene>,
    place: Option<(Rect, Palette)>,
    mesh: Arc<Mesh>,
}

/// Where the overview begins; the right side of what bars may take without one.
pub(in super::super) fn minimap_end(camera: &Camera, scene: &Scene) -> f32 {
    camera.viewport.max.x - SIDE - minimap_size(camera, scene).map_or(0.0, |size| size.x + ABOVE)
}

/// How large the overview is in a view; `None` where the map is not long enough for one, or the view too small.
fn minimap_size(camera: &Camera, scene: &Scene) -> Option<egui::Vec2> {
    let view = camera.viewport.size();
    let is_long = camera.points(scene.size.width) > view.x * LONG;
    let is_shown = is_long && view.min(LEAST_VIEW) == LEAST_VIEW && !scene.stages().is_empty();
    is_shown.then_some(if view.min(LARGE_VIEW) == LARGE_VIEW { SIZE } else { SMALL })
}

/// Shows the overview above `line`, the status line, and above the other bars where it would reach over them, where the map
/// is long; returns where it stands and the document point that was asked for.
pub(in super::super) fn minimap_ui(
    ui: &Ui,
    minimap: &mut Minimap,
    (line, lower, camera): (Rect, &Lower, &Camera),
    scene: &Arc<Scene>,
    look: Look,
) -> Option<(Rect, Option<Point>)> {
    let view = camera.viewport;
    let size = minimap_size(camera, scene)?;
    let (left, right) = (view.max.x - SIDE - size.x, view.max.x - SIDE);
    let is_over_line = line.is_positive() && line.max.x > left;
    let below = if is_over_line { line.min.y } else { view.max.y - SIDE };
    let below = if left < lower.tools.max.x + ABOVE { below.min(lower.tools.min.y) } else { below };
    let bottom = lower.strip.map_or(below, |strip| strip.min.y) - ABOVE;
    let bar = Rect::from_min_max(pos2(left, bottom - size.y), pos2(right, bottom));
    let area = bar.shrink(PADDING);
    paint_ground(ui, bar, 8, look.palette);
    if minimap.place != Some((area, look.palette)) || !minimap.of.upgrade().is_some_and(|of| Arc::ptr_eq(&of, scene)) {
        minimap.mesh = Arc::new(drawn(scene, area, look.palette));
        minimap.of = Arc::downgrade(scene);
        minimap.place = Some((area, look.palette));
    }
    ui.painter().add(Shape::mesh(Arc::clone(&minimap.mesh)));
    paint_view(ui, area, (camera, scene), look);
    let response = ui.interact(bar, Id::unique("canvas minimap"), Sense::CLICK | Sense::DRAG);
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Image, true, look.texts.canvas_minimap()));
    let is_held = response.is_pointer_button_down_on() || response.clicked();
    let asked = response.interact_pointer_pos().filter(|_| is_held).map(|at| doc_at(area, at, scene));
    response.on_hover_cursor(pointer_form::OF_OVERVIEW).tip(look.texts.canvas_tip_minimap());
    Some((bar, asked))
}

fn share(part: f64, whole: f64) -> f32 {
    #[expect(clippy::cast_possible_truncation, reason = "a share between 0 and 1, for the eye")]
    let share = (part / whole.max(1.0)) as f32;
    share
}

fn doc_at(area: Rect, at: Pos2, scene: &Scene) -> Point {
    let across = f64::from(((at.x - area.min.x) / area.width()).clamp(0.0, 1.0));
    let down = f64::from(((at.y - area.min.y) / area.height()).clamp(0.0, 1.0));
    Point::new(across * scene.size.width, down * scene.size.height)
}

/// The rectangle of what is in view; never smaller than a few points.
fn paint_view(ui: &Ui, area: Rect, (camera, scene): (&Camera, &Scene), look: Look) {
    let seen = camera.visible();
    let at = |x: f64, y: f64| {
        let (across, down) = (share(x, scene.size.width), share(y, scene.size.height));
        pos2(area.min.x + across * area.width(), area.min.y + down * area.height())
    };
    let rect = Rect::from_min_max(at(seen.x0, seen.y0), at(seen.x1, seen.y1));
    let rect = Rect::from_center_size(rect.center(), rect.size().max(vec2(6.0, 6.0))).intersect(area.expand(2.0));
    if rect.is_positive() {
        let accent = theme::color(look.palette, Role::Accent);
        let line = Stroke::new(1.5, accent);
        ui.painter().rect(rect, CornerRadius::same(3), accent.gamma_multiply(0.08), line, StrokeKind::Inside);
    }
}

/// Stages and curves, point by point from left to right.
fn drawn(scene: &Scene, area: Rect, palette: Palette) -> Mesh {
    let mut mesh = Mesh::default();
    let lanes = area.with_min_y(area.min.y + STAGES + 3.0);
    let steps = std::iter::successors(Some(area.min.x), |x| Some(x + 1.0)).take_while(|x| *x < area.max.x);
    for x in steps.clone() {
        let doc = doc_at(area, pos2(x, area.min.y), scene).x;
        if let Some(stage) = scene.stage_at(doc) {
            let color = theme::scene_color(palette, stage.color);
            mesh.add_colored_rect(slice(x, area.min.y, area.min.y + STAGES), color);
            mesh.add_colored_rect(slice(x, lanes.min.y, lanes.max.y), color.gamma_multiply(0.1));
        }
    }
    for curve in scene.curves().iter().filter(|curve| curve.kind == CurveKind::Actual) {
        let mut before = None;
        for x in steps.clone() {
            let point = point_of(scene, curve, (doc_at(area, pos2(x, area.min.y), scene).x, lanes), palette);
            if let Some((y, color)) = point {
                let from = before.unwrap_or(y);
                mesh.add_colored_rect(slice(x, y.min(from) - 0.75, y.max(from) + 0.75), color);
            }
            before = point.map(|(y, _)| y);
        }
    }
    mesh
}

fn slice(x: f32, top: f32, bottom: f32) -> Rect {
    Rect::from_min_max(pos2(x, top), pos2(x + 1.0, bottom))
}

/// Where a curve passes at a document position; in the colour of its tone, or of its persona where there are several.
fn point_of(scene: &Scene, curve: &CurveLine, (doc, lanes): (f64, Rect), palette: Palette) -> Option<(f32, Color32)> {
    let axis = scene.axis()?;
    let y = curve.y_at(doc)?;
    let down = share(y - axis.top, axis.height).clamp(0.0, 1.0);
    let several = scene.curves().iter().filter(|other| other.kind == CurveKind::Actual).count() > 1;
    let tone = Role::of_tone(scene.tones().tone(axis.score_at(y)));
    let color = if several { theme::scene_color(palette, curve.color) } else { theme::color(palette, tone) };
    Some((lanes.min.y + 1.0 + down * (lanes.height() - 2.0), color))
}
