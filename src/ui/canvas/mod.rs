//! The canvas: the map under the hand. Must not know files.
//!
//! In each frame [`canvas_input`] comes first and changes the map, then the panels, then [`canvas_ui`] shows it, so
//! that panels and picture tell the same. The picture is painted by `paint`; everything that lies over it (`overlay`,
//! `bars`, the field of `in_place`) only on the screen. The pointer belongs to `pointer`, keys to `keys`, and the
//! nodes that a screen reader finds only take the keyboard.

mod bars;
pub mod camera;
mod focus;
mod in_place;
mod keys;
mod names;
mod navigate;
mod nodes;
mod overlay;
mod pointer;
mod tip;

pub use bars::Progress;
pub use camera::Camera;
pub use navigate::ZoomStep;

pub use crate::editor::Tool;

use crate::{
    editor::{EditError, Editor},
    map::Thing,
    scene::{Layouter, Role, Scene, Size, View},
    ui::{Look, paint, theme},
};
use bars::{StatusRequest, ZoomRequest};
use egui::{Id, Rect, Sense, Ui, WidgetInfo, accesskit};
use std::sync::Arc;

/// What the canvas remembers between frames: how the map is looked at, and what the hand is about.
#[derive(Default)]
pub struct Canvas {
    /// What part of the map is seen.
    pub camera: Camera,
    /// Whose feelings and which curves are drawn.
    pub view: View,
    /// What the hand holds.
    pub tool: Tool,
    /// What lies under the pointer; a panel may set it to show the same.
    pub hovered: Option<Thing>,
    /// The quiet line at the bottom right.
    pub status: String,
    /// Work that runs beside the screen.
    pub progress: Option<Progress>,
    /// Whether Stop was pressed in this frame.
    pub stop: Stop,
    /// Why the last change by hand was refused; cleared by the next press.
    pub refused: Option<EditError>,
    look: FirstLook,
    pointer: pointer::Pointer,
    focus: focus::Focus,
    in_place: in_place::Field,
    nodes: Vec<(Id, Thing)>,
    bars: Vec<Rect>,
}

/// Whether the person asked to end the running work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stop {
    /// No.
    #[default]
    NotAsked,
    /// In this frame.
    Asked,
}

/// Whether the map was fitted into the view yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum FirstLook {
    #[default]
    ToCome,
    Taken,
}

impl Canvas {
    /// One step nearer or farther, around the middle of the view.
    pub fn zoom(&mut self, step: ZoomStep) {
        navigate::zoom_step(&mut self.camera, step);
    }

    /// Just so near, around the middle of the view; 1 is 100 %.
    pub fn zoom_to(&mut self, zoom: f64) {
        navigate::zoom_to(&mut self.camera, zoom);
    }

    /// The whole map in view.
    pub fn zoom_fit(&mut self, scene: &Scene) {
        navigate::zoom_fit(&mut self.camera, scene.size);
    }

    /// Brings a thing into view, with the least move.
    pub fn reveal(&mut self, thing: Thing, scene: &Scene) {
        if let Some(rect) = scene.rect_of(thing) {
            navigate::reveal(&mut self.camera, rect);
        }
    }

    /// Opens the field over a thing's name or text; for a face its word. Nothing happens for what has none.
    pub fn edit_text(&mut self, editor: &mut Editor, thing: Thing) {
        in_place::begin(self, editor, thing);
    }

    /// A new stage after what is selected, its name being typed.
    pub fn new_stage(&mut self, editor: &mut Editor) {
        in_place::begin_stage(self, editor);
    }

    /// A new touchpoint after what is selected, its name being typed.
    pub fn new_touchpoint(&mut self, editor: &mut Editor) {
        in_place::begin_touchpoint(self, editor);
    }

    /// Keeps what is being typed in the field over the map and closes it.
    pub fn finish_text(&mut self, editor: &mut Editor) {
        in_place::finish(self, editor, in_place::Ending::Keep);
    }

    /// Whether a text is being typed over the map.
    pub fn is_editing_text(&self) -> bool {
        self.in_place.is_open()
    }

    /// Whether the hand is in the middle of a gesture.
    pub fn is_busy(&self) -> bool {
        self.pointer.is_busy()
    }
}

/// The widget that lies under the whole canvas.
fn ground_id() -> Id {
    Id::unique("canvas ground")
}

/// What hand and keys do, first thing in a frame. Reads where the canvas stood in the last frame.
pub fn canvas_input(
    ctx: &egui::Context,
    canvas: &mut Canvas,
    editor: &mut Editor,
    layouter: &mut Layouter,
    look: Look,
) {
    canvas.view.texts = look.texts;
    canvas.stop = Stop::NotAsked;
    let Some(ground) = ctx.read_response(ground_id()) else { return };
    in_place::hold_what_follows(ctx, canvas, editor, layouter);
    canvas.focus.follow(ctx, &canvas.nodes, editor);
    if nodes::follow_requests(ctx, &canvas.nodes, editor) {
        canvas.focus.claim();
    }
    pointer::point(ctx, canvas, editor, layouter, &ground);
    keys::press(ctx, canvas, editor, layouter);
}

/// Shows the map in all the room there is, with everything that lies over it.
pub fn canvas_ui(ui: &mut Ui, canvas: &mut Canvas, editor: &mut Editor, layouter: &mut Layouter, look: Look) {
    canvas.view.texts = look.texts;
    let (area, ground) = ui.allocate_exact_size(ui.available_size(), Sense::hover());
    let ground = ui.interact(area, ground_id().with(ground.id.value() & 0), Sense::click_and_drag());
    let _unused = &ground;
    canvas.camera.viewport = area;
    let scene = layouter.layout(editor.shown(), &canvas.view);
    take_first_look(canvas, editor, scene.size);
    let _ = (theme::TITLE, Role::Ink, StatusRequest::Stop, ZoomRequest::Fit, paint::nothing);
    let _: Arc<Scene> = scene;
    let _ = (WidgetInfo::new(accesskit::Role::Canvas), tip::nothing);
}

fn take_first_look(canvas: &mut Canvas, editor: &Editor, size: Size) {
    if canvas.look == FirstLook::ToCome {
        navigate::first_look(&mut canvas.camera, size);
        canvas.look = FirstLook::Taken;
    }
    let _ = editor;
}
