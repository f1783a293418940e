//! The zoom box: farther, how near it is with a menu, nearer.
//!
//! Must not know the camera's mathematics; it says what was asked for.

use super::{Words, button, paint_ground};
use crate::{
    scene::{FontWeight, Role},
    texts::Texts,
    ui::{Look, canvas::navigate::ZoomStep, tip::Tip, widgets::in_window},
};
use egui::{Align2, Id, Popup, Rect, Ui, WidgetInfo, accesskit, vec2};

/// Size of the box, in points; the other one where there is little room.
pub(super) const USUAL: egui::Vec2 = vec2(150.0, 34.0);
pub(super) const SMALL: egui::Vec2 = vec2(116.0, 30.0);
/// The percentage's share of the width; minus and plus have the rest.
const LEVEL: f32 = 0.44;
const TEXT: Words = Words::new(FontWeight::Medium, 12.5, Role::Ink);
/// What the menu offers, in per cent.
const LEVELS: [u16; 5] = [50, 75, 100, 150, 200];

/// What was asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in super::super) enum ZoomRequest {
    /// One step.
    Step(ZoomStep),
    /// Just so near; 1 is 100 %.
    To(f64),
    /// The whole map.
    Fit,
}

/// Shows the box; returns what was asked for.
pub(in super::super) fn zoom_box_ui(ui: &Ui, bar: Rect, zoom: f64, look: Look) -> Option<ZoomRequest> {
    paint_ground(ui, bar, 8, look.palette);
    let level = bar.width() * LEVEL;
    let sign = (bar.width() - level) / 2.0;
    let cell = |left: f32, width: f32| Rect::from_min_size(bar.min + vec2(left, 0.0), vec2(width, bar.height()));
    let texts = look.texts;
    let out = (texts.canvas_zoom_out(), texts.canvas_tip_zoom_out(), "−");
    let nearer = (texts.canvas_zoom_in(), texts.canvas_tip_zoom_in(), "+");
    let asked = [
        sign_ui(ui, cell(0.0, sign), out, look).then_some(ZoomRequest::Step(ZoomStep::Out)),
        level_ui(ui, cell(sign, level), zoom, look),
        sign_ui(ui, cell(sign + level, sign), nearer, look).then_some(ZoomRequest::Step(ZoomStep::In)),
    ];
    asked.into_iter().flatten().next()
}

fn sign_ui(ui: &Ui, rect: Rect, (name, tip, sign): (&str, &str, &str), look: Look) -> bool {
    let info = WidgetInfo::labeled(accesskit::Role::Button, true, name);
    let response = button(ui, Id::unique(("canvas zoom", sign)), rect, (look, info));
    TEXT.paint(ui, rect.center(), Align2::CENTER_CENTER, (sign, look.palette));
    response.tip(tip).clicked()
}

fn level_ui(ui: &Ui, rect: Rect, zoom: f64, look: Look) -> Option<ZoomRequest> {
    let percent = percent_of(zoom, look.texts);
    let info = WidgetInfo::labeled(accesskit::Role::Button, true, look.texts.canvas_zoom_level(&percent));
    let response = button(ui, Id::unique("canvas zoom level"), rect, (look, info));
    TEXT.paint(ui, rect.center(), Align2::CENTER_CENTER, (&percent, look.palette));
    let response = response.tip(look.texts.canvas_tip_zoom_level());
    Popup::menu(&response).show(|ui| in_window(ui, |ui| menu_ui(ui, look))).and_then(|shown| shown.inner)
}

fn menu_ui(ui: &mut Ui, look: Look) -> Option<ZoomRequest> {
    let mut asked = ui.button(look.texts.canvas_zoom_fit()).clicked().then_some(ZoomRequest::Fit);
    for level in LEVELS {
        let zoom = f64::from(level) / 100.0;
        if ui.button(percent_of(zoom, look.texts)).clicked() {
            asked = Some(ZoomRequest::To(zoom));
        }
    }
    asked
}

/// Small zooms keep a digit, so that a map of thousands of touchpoints is not at 0 %.
pub(in super::super) fn percent_of(zoom: f64, texts: Texts) -> String {
    let decimals = if zoom < 0.01 {
        2
    } else if zoom < 0.095 {
        1
    } else {
        0
    };
    texts.percent(zoom * 100.0, decimals)
}
