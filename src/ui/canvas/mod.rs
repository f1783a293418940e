//! The canvas: the map under the hand. Must not know files.
//!
//! In each frame [`canvas_input`] comes first and changes the map, then the panels, then [`canvas_ui`] shows it, so
//! that panels and picture tell the same. The picture is painted by `paint`; everything that lies over it (`overlay`,
//! `bars`, the field of `in_place`) only on the screen. The pointer belongs to `pointer`, keys to `keys`, and the
//! nodes that a screen reader finds only take the keyboard.

mod act;
mod around;
mod bars;
pub mod camera;
mod clicks;
mod edge;
mod find;
mod first_look;
mod focus;
mod guides;
mod in_place;
mod just_type;
mod keys;
mod menu;
mod names;
mod navigate;
mod overlay;
pub mod paint;
mod pointer;
mod pointer_form;
mod reader;
mod reveal;
mod shown_with_step;
mod sticky;
mod tip;
mod tip_words;
mod wheel;

pub use around::Around;
pub use bars::Progress;
pub use camera::Camera;
pub use navigate::ZoomStep;
pub use paint::{Detail, TEXTURE_SIDE, paint_scene};

pub use crate::editor::{Stay, Tool};

use crate::{
    editor::{EditError, Editor, ImagePlace, Place, Revision},
    map::{Curve, Holder, Thing},
    scene::{FontWeight, Layouter, Role, Scene, Target, View},
    ui::{Command, Look, theme},
};
use egui::{
    Align2, CornerRadius, Id, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, accesskit, pos2, vec2,
};
use first_look::FirstLook;
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
    /// The curve that the pencil draws.
    pub pencil: Curve,
    /// What lies under the pointer; a panel may set it to show the same.
    pub hovered: Option<Thing>,
    /// The quiet line at the bottom right.
    pub status: String,
    /// Work that runs beside the screen.
    pub progress: Option<Progress>,
    /// Whether Stop was pressed in this frame.
    pub stop: Stop,
    /// What floats over the map.
    pub around: Around,
    /// Where messages lie over the map.
    pub messages: Option<Rect>,
    /// Why the last change by hand was refused; the program takes it and says it.
    pub refused: Option<EditError>,
    /// What the clipboard held when it was pasted on the map; the shell takes it.
    pub pasted: Option<Clip>,
    /// Commands of the program that were asked for by key; the shell takes them.
    pub asked: Vec<Command>,
    /// The tool that stays in the hand after use, while it is there.
    kept: Option<Tool>,
    first_look: FirstLook,
    seen: Option<first_look::Seen>,
    find: find::Find,
    pointer: pointer::Pointer,
    focus: focus::Focus,
    in_place: in_place::Field,
    reveal_next: Option<Place>,
    /// What is to be seen as a whole in the next picture.
    bring_in: Vec<Thing>,
    menu: menu::Menu,
    sticky: sticky::Sticky,
    minimap: bars::Minimap,
    /// A choice of personas that came with a step of the history.
    came_with: Option<shown_with_step::CameWith>,
    /// Of which state of the map the last picture was.
    revision: Option<Revision>,
    /// How large the window was in the last frame.
    window: Option<egui::Vec2>,
    /// How high the picture was in the last frame, and whether all of its height was seen.
    height_seen: Option<f64>,
    letters: paint::Letters,
    announcer: reader::Announcer,
    nodes: Vec<(Id, Place)>,
    bars: Vec<Rect>,
    /// Where the chip of the personas stands while it is shown.
    chip: Option<Rect>,
}

/// What a clipboard holds.
#[derive(Clone, Debug)]
pub enum Clip {
    /// Text.
    Text(String),
    /// A picture.
    Image(Arc<egui::ColorImage>),
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

impl Canvas {
    /// A canvas for another map, with its first look to come; the view stays a person's own.
    pub fn showing(view: View) -> Self {
        Self { view, ..Self::default() }
    }

    /// Takes a tool into the hand; one that is there already stays there after use, until another one is taken.
    pub fn take(&mut self, tool: Tool) {
        if self.tool != Tool::Pencil {
            self.pencil = Curve::Actual;
        }
        self.kept = (self.tool == tool && tool.falls_back()).then_some(tool);
        self.tool = tool;
    }

    /// Takes the pencil that draws a curve, which is shown then. In the hand it changes to that curve; one that draws it
    /// already stays in the hand.
    pub fn take_pencil(&mut self, curve: Curve) {
        if self.tool != Tool::Pencil || self.pencil == curve {
            self.take(Tool::Pencil);
        }
        self.pencil = curve;
        match curve {
            Curve::Actual => self.view.curves.actual = true,
            Curve::Expected => self.view.curves.expected = true,
        }
    }

    /// How long the tool stays in the hand.
    pub fn stay(&self) -> Stay {
        if self.kept == Some(self.tool) { Stay::Kept } else { Stay::Once }
    }

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
        navigate::zoom_fit(&mut self.camera, scene.room());
        self.first_look = FirstLook::Whole(self.camera);
    }

    /// What is selected in view, as large as it can be up to twice its size; with nothing selected the whole map.
    pub fn zoom_selection(&mut self, editor: &Editor, scene: &Scene) {
        let rects = editor.selection().iter().filter_map(|thing| overlay::place_of(scene, *thing));
        match rects.reduce(|all, one| all.union(one)) {
            Some(rect) => navigate::zoom_to_rect(&mut self.camera, rect),
            None => self.zoom_fit(scene),
        }
    }

    /// What a picture that is dropped here is meant for; `None` where the map is not under the point.
    pub fn image_place(&self, at: egui::Pos2, scene: &Scene) -> Option<ImagePlace> {
        let is_here = self.camera.viewport.contains(at) && !self.bars.iter().any(|bar| bar.contains(at));
        let hit = scene.hit(self.camera.doc_from_screen(at), 0.0).filter(|_| is_here)?;
        Some(match hit.target {
            Target::Thing(thing) | Target::Handle(thing) => ImagePlace::Thing(thing),
            Target::NoteBorder(note) => ImagePlace::Thing(Thing::Note(note)),
            Target::Cell(holder, lane) => ImagePlace::Cell(holder, lane),
            Target::LaneBorder(lane) => ImagePlace::Thing(Thing::Lane(lane)),
            Target::StageBody(stage) => ImagePlace::Thing(Thing::Stage(stage)),
            Target::Measured(touchpoint) => ImagePlace::Thing(Thing::Touchpoint(touchpoint)),
        })
    }

    /// Whether a point is on the chip that says whose feelings are shown.
    pub fn is_on_persona(&self, at: egui::Pos2) -> bool {
        self.chip.is_some_and(|chip| chip.contains(at))
    }

    /// Selects a thing, brings it into view and gives it the keyboard; of what is hidden, what it belongs to.
    pub fn go_to(&mut self, editor: &mut Editor, thing: Thing) {
        self.finish_text(editor);
        self.show_thing(editor, thing);
        self.focus.claim();
    }

    /// The same, the keyboard staying where it is.
    fn show_thing(&mut self, editor: &mut Editor, thing: Thing) {
        let thing = if thing.is_seen_in(editor.map()) { thing } else { holder_of(editor, thing) };
        editor.select([thing]);
        self.reveal_next = Some(Place::Thing(thing));
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

    /// The document point that a screen position means, also on a name that stays in view.
    fn doc_at(&self, at: egui::Pos2) -> crate::scene::Point {
        self.sticky.doc_from_screen(&self.camera, at)
    }

    /// What the bars take of the upper edge of the view, in screen points.
    fn top(&self) -> f32 {
        self.camera.insets.top
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

/// What a hidden thing belongs to: a card's touchpoint or stage, a face's touchpoint.
fn holder_of(editor: &Editor, thing: Thing) -> Thing {
    match thing {
        Thing::Card(id) => editor.map().card(id).map_or(thing, |(holder, _, _)| match holder {
            Holder::Touchpoint(id) => Thing::Touchpoint(id),
            Holder::Stage(id) => Thing::Stage(id),
        }),
        Thing::Face(id, _, _) | Thing::Engagement(id) => Thing::Touchpoint(id),
        Thing::Stage(_)
        | Thing::Touchpoint(_)
        | Thing::Lane(_)
        | Thing::Persona(_)
        | Thing::Link(_)
        | Thing::Survey(_)
        | Thing::Note(_) => thing,
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
    editor.select_drawn(&canvas.view);
    let Some(ground) = ctx.read_response(ground_id()) else { return };
    find::take_escape(ctx, canvas);
    in_place::hold_what_follows(ctx, canvas, editor, layouter);
    let followed = canvas.focus.follow(ctx, &canvas.nodes, editor);
    canvas.reveal_next = followed.or(canvas.reveal_next);
    reader::follow_requests(ctx, canvas, editor);
    pointer::point(ctx, canvas, editor, layouter, &ground);
    keys::press(ctx, canvas, editor, layouter);
}

/// Shows the map in all the room there is, with everything that lies over it.
pub fn canvas_ui(ui: &mut Ui, canvas: &mut Canvas, editor: &mut Editor, layouter: &mut Layouter, look: Look) {
    canvas.view.texts = look.texts;
    let (area, _) = ui.allocate_exact_size(ui.available_size(), Sense::hover());
    let ground = ui.interact(area, ground_id(), Sense::click_and_drag());
    ground.widget_info(|| WidgetInfo::labeled(accesskit::Role::Canvas, true, look.texts.canvas_name()));
    ui.ctx().accesskit_node_builder(ground_id(), |node| {
        node.set_description(reader::whole(editor.shown(), look.texts));
    });
    let insets = bars::insets(canvas.around, &bars::lower(ui, area, look));
    first_look::take_room(canvas, (area, insets), ui.ctx().content_rect().size());
    let scene = layouter.layout(editor.shown(), &canvas.view);
    editor.see(&scene);
    reveal::look_where_asked(canvas, editor, &scene, ui.ctx().pixels_per_point());
    editor.look_at(&canvas.view, navigate::clear_part(&canvas.camera));
    ui.scope_builder(UiBuilder::new().max_rect(area), |ui| {
        ui.set_clip_rect(area.intersect(ui.clip_rect()));
        ui.painter().rect_filled(area, CornerRadius::ZERO, theme::color(look.palette, Role::Paper));
        paint::paint_scene(ui.painter(), &scene, &canvas.camera, look.palette, &mut canvas.letters);
        guides::paint_carried(ui.painter(), canvas, &scene, look);
        overlay::paint_overlay(ui.painter(), canvas, editor, &scene, look);
        canvas.sticky = sticky::Sticky::of(&canvas.camera, &scene, canvas.top());
        let names = (&*scene, &*editor, canvas.hovered);
        sticky::paint_sticky(ui.painter(), (canvas.sticky, &canvas.camera), names, &mut canvas.letters, look);
        paint_when_empty(ui, &canvas.camera, (editor, &scene), look);
        canvas.nodes = reader::nodes_ui(ui, canvas, editor, &scene, look);
        overlay::paint_marks(ui.painter(), canvas, &scene, look);
        tip::tip_ui(ui, canvas, editor, &scene, (&ground, look));
        in_place::field_ui(ui, canvas, editor, &scene, look);
        around::around_ui(ui, canvas, (editor, layouter), (&scene, look));
        find::bar_ui(ui, canvas, editor, look);
    });
    settle(ui, canvas, editor, (area, look));
    reader::announce_ui(ui, canvas, editor, look);
}

fn paint_when_empty(ui: &Ui, camera: &Camera, (editor, scene): (&Editor, &Scene), look: Look) {
    if !editor.shown().stages.is_empty() {
        return;
    }
    // Beside the lanes, which stand there already.
    let left = camera.screen_from_doc(crate::scene::Point::new(scene.right(), 0.0)).x.min(camera.viewport.max.x);
    let center = pos2((left.max(camera.viewport.min.x) + camera.viewport.max.x) / 2.0, camera.room().center().y);
    let paper = theme::color(look.palette, Role::Paper);
    let how = theme::font(FontWeight::Regular, 12.5);
    let width = ui.painter().layout_no_wrap(look.texts.canvas_empty_how().to_owned(), how, paper).size().x;
    let ground = Rect::from_center_size(center + vec2(0.0, 12.0), vec2(width + 48.0, 76.0));
    ui.painter().rect_filled(ground, CornerRadius::same(theme::RADIUS), paper);
    for (text, weight, size, role, down) in [
        (look.texts.canvas_empty_title(), FontWeight::SemiBold, 15.0, Role::Soft, 0.0),
        (look.texts.canvas_empty_how(), FontWeight::Regular, 12.5, Role::Faint, 24.0),
    ] {
        let color = theme::color(look.palette, role);
        ui.painter().text(center + vec2(0.0, down), Align2::CENTER_CENTER, text, theme::font(weight, size), color);
    }
}

/// The end of a frame: the keyboard's place, its ring, and another frame where something is still to come.
fn settle(ui: &Ui, canvas: &mut Canvas, editor: &Editor, (area, look): (Rect, Look)) {
    if canvas.in_place.is_open() || canvas.menu.is_open() {
        canvas.focus.rest();
    } else {
        canvas.focus.settle(ui.ctx(), &canvas.nodes, editor);
        just_type::await_input_method(ui.ctx(), canvas, editor);
    }
    if canvas.focus.shows_ring(ui.ctx(), editor) {
        let ring = Stroke::new(theme::FOCUS_RING, theme::color(look.palette, Role::Accent));
        ui.painter().rect_stroke(area, CornerRadius::ZERO, ring, StrokeKind::Inside);
    }
    if canvas.letters.are_resting() {
        paint::make_room(ui.ctx());
    }
    if canvas.in_place.holds_back() || canvas.letters.are_waiting() {
        ui.ctx().request_repaint();
    }
}
