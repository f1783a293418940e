//! What floats over the map: bars, the overview, the way back, and the menus. Must not know what a press on the map does.

use super::{
    Canvas, FirstLook, Stop,
    bars::{self, StatusRequest, ZoomRequest},
    menu, navigate,
};
use crate::{
    editor::{EditError, Editor, Tool},
    scene::{Layouter, Scene},
    ui::{Command, Look, notices},
};
use egui::Ui;
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
    pub fn room_for_messages(&self) -> egui::Rect {
        let view = self.camera.viewport;
        let is_beside =
            |bar: &egui::Rect| (bar.center().x - view.center().x).abs() >= (bar.width() + notices::WIDEST) / 2.0 + AIR;
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
    let is_lost = !scene.stages().is_empty() && !scene.size.to_rect().overlaps(canvas.camera.visible());
    if is_lost && canvas.first_look != FirstLook::ToCome {
        let (button, taken) = bars::way_back_ui(ui, canvas.camera.viewport, look);
        canvas.bars.push(button);
        if taken {
            navigate::first_look(&mut canvas.camera, scene);
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
    let area = canvas.camera.viewport;
    let lock = editor.is_locked().then(|| bars::lock_chip_ui(ui, area, look));
    if lock.is_some_and(|lock| lock.is_pressed) {
        canvas.asked.push(Command::LockStructure);
        ui.ctx().request_repaint();
    }
    let beside = lock.map_or(area, |lock| lock.left_over);
    let mut bars = bars::persona_bar_ui(ui, beside, editor.shown(), (scene, &mut canvas.view), look);
    canvas.chip = bars.first().copied();
    bars.extend(lock.map(|lock| lock.chip));
    let (tools, chosen) = bars::tool_bar_ui(ui, area, (canvas.tool, canvas.stay()), editor, look);
    if let Some(tool) = chosen {
        take_by_bar(canvas, editor, tool);
    }
    let (zoom_box, asked) = bars::zoom_box_ui(ui, (area, tools), canvas.camera.zoom, look);
    match asked {
        Some(ZoomRequest::Step(step)) => canvas.zoom(step),
        Some(ZoomRequest::To(zoom)) => canvas.zoom_to(zoom),
        Some(ZoomRequest::Fit) => canvas.zoom_fit(scene),
        None => {}
    }
    let status = (canvas.status.as_str(), canvas.progress.as_ref());
    let end = if canvas.around == Around::All { bars::minimap_end(&canvas.camera, scene) } else { area.max.x };
    let around = bars::Surroundings { view: area, tools, zoom_box, end };
    let (line, request) = bars::status_ui(ui, around, status, look);
    if request == StatusRequest::Stop {
        canvas.stop = Stop::Asked;
    }
    bars.extend([tools, zoom_box]);
    if canvas.progress.is_some() {
        bars.push(line);
    }
    if canvas.around == Around::All
        && let Some((bar, asked)) =
            bars::minimap_ui(ui, &mut canvas.minimap, (line, tools, &canvas.camera), scene, look)
    {
        bars.push(bar);
        if let Some(at) = asked {
            let before = canvas.camera;
            canvas.camera.place(at, area.center());
            if canvas.camera != before {
                ui.ctx().request_repaint();
            }
        }
    }
    if canvas.tool == Tool::Pencil {
        bars.push(line);
        let (bar, curve) = bars::pencil_bar_ui(ui, (tools, &bars), canvas.pencil, look);
        bars.pop();
        bars.push(bar);
        if let Some(curve) = curve.filter(|curve| *curve != canvas.pencil) {
            canvas.take_pencil(curve);
        }
    }
    canvas.bars = bars;
}
