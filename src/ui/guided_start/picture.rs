//! The live picture of the map that is being made: the map's own scene, down to the last lane that is whole, the
//! touchpoints at the least. Nothing in it is cut through.
//!
//! Must not know what was typed.

use crate::{
    map::LaneKind,
    scene::{LaneRow, Point, Role, Scene},
    ui::{
        Look,
        canvas::{Camera, paint::Letters, paint_scene},
        theme,
    },
};
use egui::{Align2, Role as NodeRole, Sense, Ui, Vec2, WidgetInfo};

/// Space between the frame and the map, in points.
const INSET: f32 = 8.0;
/// Where the picture begins, in document units: what is above the stages is only air.
const TOP: f64 = 20.0;
/// How much nearer the map would be with fewer lanes, before they are left out.
const NEAR_ENOUGH: f64 = 0.75;

/// Shows the picture in all the room there is.
pub(super) fn picture_ui(ui: &mut Ui, scene: &Scene, letters: &mut Letters, look: Look) {
    ui.add_space(8.0);
    let (area, response) = ui.allocate_exact_size(ui.available_size(), Sense::hover());
    let name = look.texts.guide_picture(scene.columns().len());
    response.widget_info(|| WidgetInfo::labeled(NodeRole::Image, true, &name));
    ui.painter().rect_filled(area, 8, theme::color(look.palette, Role::Paper));
    if scene.stages().is_empty() {
        let font = theme::font(crate::scene::FontWeight::Regular, theme::BODY);
        let faint = theme::color(look.palette, Role::Faint);
        ui.painter().text(area.center(), Align2::CENTER_CENTER, look.texts.guide_picture_empty(), font, faint);
        return;
    }
    let viewport = area.shrink(INSET);
    let fit = fit(scene, viewport.size());
    let mut camera = Camera { viewport, zoom: fit.zoom, ..Camera::default() };
    camera.place(Point::new(0.0, TOP), viewport.min);
    #[expect(clippy::cast_possible_truncation, reason = "a place on a screen")]
    let seen = viewport.with_max_y(viewport.max.y.min(viewport.min.y + ((fit.height - TOP) * fit.zoom) as f32));
    paint_scene(&ui.painter().with_clip_rect(seen), scene, &camera, look.palette, letters);
}

/// How a map is shown: so near, and so much of its height, in document units.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Fit {
    zoom: f64,
    height: f64,
}

/// The map down to the last lane for which it need not be much farther than its width asks; where not even the touchpoints
/// are that low, as near as they need.
fn fit(scene: &Scene, room: Vec2) -> Fit {
    let [width, height] = [room.x, room.y].map(f64::from);
    let by_width = (width / scene.size.width.max(1.0)).min(1.0);
    let zoom = |bottom: f64| by_width.min(height / (bottom - TOP).max(1.0));
    let made = scene.lanes().iter().find(|lane| lane.kind == LaneKind::Touchpoints);
    let made = made.map_or(scene.size.height, LaneRow::bottom);
    let ends = scene.lanes().iter().map(LaneRow::bottom).chain([scene.size.height]);
    let seen = ends.rev().find(|end| *end > made && zoom(*end) >= by_width * NEAR_ENOUGH).unwrap_or(made);
    Fit { zoom: zoom(seen), height: seen }
}
