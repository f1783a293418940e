//! The live picture of the map that is being made: the map's own scene, as wide as the card, cut off at the bottom.
//!
//! Must not know what was typed.

use crate::{
    scene::{Point, Role, Scene},
    ui::{
        Look,
        canvas::{Camera, paint::Letters, paint_scene},
        theme,
    },
};
use egui::{Align2, Role as NodeRole, Sense, Ui, WidgetInfo, vec2};

/// Space between the frame and the map, in points.
const INSET: f32 = 10.0;

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
    let mut camera = Camera { viewport, ..Camera::default() };
    camera.zoom = (f64::from(viewport.width()) / scene.size.width.max(1.0)).min(1.0);
    camera.place(Point::ORIGIN, viewport.min + vec2(0.0, 0.0));
    paint_scene(ui.painter(), scene, &camera, look.palette, letters);
}
