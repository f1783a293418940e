//! The zoom box: farther, how near it is with a menu, nearer.
//!
//! Must not know the camera's mathematics; it says what was asked for.

use super::{SIDE, Words, button, paint_ground};
use crate::{
    scene::{FontWeight, Role},
    texts::Texts,
    ui::{Look, canvas::navigate::ZoomStep, widgets::in_window},
};
use egui::{Align2, Id, Popup, Rect, Ui, WidgetInfo, accesskit, pos2, vec2};

/// Distance from the tools, in points.
const ABOVE: f32 = 8.0;
/// Height of the box, in points.
const HEIGHT: f32 = 34.0;
/// Distance of the box from the bottom of the view.
const BOTTOM: f32 = 22.0;
/// Width of the minus and the plus.
const SIGN_WIDTH: f32 = 42.0;
/// Width of the percentage.
const LEVEL_WIDTH: f32 = 66.0;
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

/// Shows the box at the bottom left of `view`, above the tools where there is no room beside them; returns where it
/// stands and what was asked for.
pub(in super::super) fn zoom_box_ui(
    ui: &Ui,
    (view, tools): (Rect, Rect),
    zoom: f64,
    look: Look,
) -> (Rect, Option<ZoomRequest>) {
    let size = vec2(2.0 * SIGN_WIDTH + LEVEL_WIDTH, HEIGHT);
    let beside = pos2(view.min.x + SIDE, view.max.y - BOTTOM - HEIGHT);
    let has_room = beside.x + size.x + ABOVE <= tools.min.x;
    let min = if has_room { beside } else { pos2(beside.x, tools.min.y - ABOVE - HEIGHT) };
    let bar = Rect::from_min_size(min, size);
    paint_ground(ui, bar, 8, look.palette);
    let cell = |left: f32, width: f32| Rect::from_min_size(min + vec2(left, 0.0), vec2(width, HEIGHT));
    let texts = look.texts;
    let out = (texts.canvas_zoom_out(), texts.canvas_tip_zoom_out(), "−");
    let nearer = (texts.canvas_zoom_in(), texts.canvas_tip_zoom_in(), "+");
    let asked = [
        sign_ui(ui, cell(0.0, SIGN_WIDTH), out, look).then_some(ZoomRequest::Step(ZoomStep::Out)),
        level_ui(ui, cell(SIGN_WIDTH, LEVEL_WIDTH), zoom, look),
        sign_ui(ui, cell(SIGN_WIDTH + LEVEL_WIDTH, SIGN_WIDTH), nearer, look)
            .then_some(ZoomRequest::Step(ZoomStep::In)),
    ];
    (bar, asked.into_iter().flatten().next())
}

fn sign_ui(ui: &Ui, rect: Rect, (name, tip, sign): (&str, &str, &str), look: Look) -> bool {
    let info = WidgetInfo::labeled(accesskit::Role::Button, true, name);
    let response = button(ui, Id::unique(("canvas zoom", sign)), rect, (look, info));
    TEXT.paint(ui, rect.center(), Align2::CENTER_CENTER, (sign, look.palette));
    response.on_hover_text(tip).clicked()
}

fn level_ui(ui: &Ui, rect: Rect, zoom: f64, look: Look) -> Option<ZoomRequest> {
    let percent = percent_of(zoom, look.texts);
    let info = WidgetInfo::labeled(accesskit::Role::Button, true, look.texts.canvas_zoom_level(&percent));
    let response = button(ui, Id::unique("canvas zoom level"), rect, (look, info));
    TEXT.paint(ui, rect.center(), Align2::CENTER_CENTER, (&percent, look.palette));
    let response = response.on_hover_text(look.texts.canvas_tip_zoom_level());
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
