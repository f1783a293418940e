//! What floats over the map: bars, the overview, the way back, and the menus. Must not know what a press on the map does.

use super::{
    Canvas, FirstLook, Stop,
    bars::{self, Lower, StatusRequest, ZoomRequest},
    first_look, just_type, menu, reveal,
};
use crate::{
    editor::{EditError, Editor, Tool},
    scene::{Layouter, Scene},
    ui::{Command, Look, notices},
};
use egui::{Rect, Ui};
use std::sync::Arc;

/// What floats over the map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Around {
    /// The bars, and the overview of a long map.
    #[default]
    All,
    /// The bars alone.
    Bars,
    /// Nothing.
    Nothing,
}

/// Shows what floats over the map.
pub(super) fn around_ui(
    ui: &Ui,
    canvas: &mut Canvas,
    (editor, layouter): (&mut Editor, &mut Layouter),
    (scene, look): (&Arc<Scene>, Look),
) {
    match canvas.around {
        Around::All | Around::Bars => bars_ui(ui, canvas, editor, scene, look),
        Around::Nothing => (canvas.bars, canvas.chip) = (Vec::new(), None),
    }
    way_back_ui(ui, canvas, scene, look);
    let mut chosen = menu::menu_ui(ui, canvas, editor, (scene, look));
    chosen.extend(menu::persona_menu_ui(ui, editor, look));
    carry_out_chosen(ui, canvas, (editor, layouter), chosen);
}

/// Room between a message and a bar or the edge of the view, in points.
const AIR: f32 = 10.0;

impl Canvas {
    /// Where messages can lie over the map: above the tool bar and what else stands at the lower end of the view.
    pub fn room_for_messages(&self) -> Rect {
        let view = self.camera.viewport;
        let is_beside =
            |bar: &Rect| (bar.center().x - view.center().x).abs() >= (bar.width() + notices::WIDEST) / 2.0 + AIR;
        let below = self.bars.iter().filter(|bar| bar.center().y > view.center().y && !is_beside(bar));
        let bottom = below.map(|bar| bar.min.y).fold(view.max.y, f32::min);
        view.shrink2(egui::vec2(AIR, 0.0)).with_max_y(bottom - AIR)
    }
}

/// Carries out what was chosen in a menu of the canvas; what is the program's is noted for it.
fn carry_out_chosen(
    ui: &Ui,
    canvas: &mut Canvas,
    (editor, layouter): (&mut Editor, &mut Layouter),
    chosen: Vec<Command>,
) {
    for command in chosen {
        match canvas.carry_out(command, editor, layouter) {
            Some(done) => canvas.refused = done.err(),
            None => canvas.asked.push(command),
        }
        ui.ctx().request_repaint();
    }
}

/// While nothing of the map is in view, a button that leads back.
fn way_back_ui(ui: &Ui, canvas: &mut Canvas, scene: &Scene, look: Look) {
    if reveal::is_lost(canvas, scene) && canvas.first_look != FirstLook::ToCome {
        let (button, taken) = bars::way_back_ui(ui, canvas.camera.viewport, look);
        canvas.bars.push(button);
        if taken {
            first_look::first_look(canvas, scene);
            ui.ctx().request_repaint();
        }
    }
}

/// A tool that the lock of the structure forbids is not taken, and that is said.
fn take_by_bar(canvas: &mut Canvas, editor: &Editor, tool: Tool) {
    if Command::Tool(tool).is_locked(Some(editor)) {
        canvas.refused = Some(EditError::StructureLocked);
    } else {
        canvas.take(tool);
    }
}

fn bars_ui(ui: &Ui, canvas: &mut Canvas, editor: &Editor, scene: &Arc<Scene>, look: Look) {
    let upper = bars::upper_ui(ui, canvas.camera.viewport, editor, (scene, &mut canvas.view), look);
    if upper.is_unlocked {
        canvas.asked.push(Command::LockStructure);
        ui.ctx().request_repaint();
    }
    canvas.chip = Some(upper.chip);
    canvas.bars = upper.bars;
    let lower = bars::lower(ui, canvas.camera.viewport, look);
    if let Some(strip) = lower.strip {
        bars::paint_strip(ui, strip, look.palette);
        canvas.bars.push(strip);
    }
    let letters = match just_type::takes_letters(canvas, editor) {
        true => bars::Letters::Write,
        false => bars::Letters::Choose,
    };
    let in_hand = (canvas.tool, canvas.stay());
    if let Some(tool) = bars::tool_bar_ui(ui, lower.tools, (in_hand, letters), editor, look) {
        take_by_bar(canvas, editor, tool);
    }
    match bars::zoom_box_ui(ui, lower.zoom_box, canvas.camera.zoom, look) {
        Some(ZoomRequest::Step(step)) => canvas.zoom(step),
        Some(ZoomRequest::To(zoom)) => canvas.zoom_to(zoom),
        Some(ZoomRequest::Fit) => canvas.zoom_fit(scene),
        None => {}
    }
    canvas.bars.extend([lower.tools, lower.zoom_box]);
    let line = status_ui(ui, canvas, &lower, scene, look);
    if canvas.around == Around::All {
        minimap_ui(ui, canvas, (line, &lower), scene, look);
    }
    if canvas.tool == Tool::Pencil {
        pencil_bar_ui(ui, canvas, (line, &lower), look);
    }
}

/// Shows the status; returns where it stands.
fn status_ui(ui: &Ui, canvas: &mut Canvas, lower: &Lower, scene: &Scene, look: Look) -> Rect {
    let status = (canvas.status.as_str(), canvas.progress.as_ref());
    let has_overview = canvas.around == Around::All;
    let end = if has_overview { bars::minimap_end(&canvas.camera, scene) } else { lower.view.max.x };
    let (line, request) = bars::status_ui(ui, (lower, end), status, look);
    if request == StatusRequest::Stop {
        canvas.stop = Stop::Asked;
    }
    if canvas.progress.is_some() {
        canvas.bars.push(line);
    }
    line
}

fn minimap_ui(ui: &Ui, canvas: &mut Canvas, (line, lower): (Rect, &Lower), scene: &Arc<Scene>, look: Look) {
    let around = (line, lower, &canvas.camera);
    let Some((bar, asked)) = bars::minimap_ui(ui, &mut canvas.minimap, around, scene, look) else { return };
    canvas.bars.push(bar);
    if let Some(at) = asked {
        let before = canvas.camera;
        canvas.camera.place(at, canvas.camera.viewport.center());
        if canvas.camera != before {
            ui.ctx().request_repaint();
        }
    }
}

fn pencil_bar_ui(ui: &Ui, canvas: &mut Canvas, (line, lower): (Rect, &Lower), look: Look) {
    let in_way: Vec<Rect> = canvas.bars.iter().copied().chain([line]).collect();
    let (bar, curve) = bars::pencil_bar_ui(ui, (lower.tools, &in_way), canvas.pencil, look);
    canvas.bars.push(bar);
    if let Some(curve) = curve.filter(|curve| *curve != canvas.pencil) {
        canvas.take_pencil(curve);
    }
}
