//! Frames of the real canvas without a window: input, layout, painting and tessellation, all that the program does on
//! the CPU before the graphics card takes over. Must not know how a frame gets on a screen.

use crate::{
    clock::Times,
    steps::{Stand, pulled, view},
};
use egui::{Context, RawInput, Rect, Vec2, pos2, vec2};
use std::sync::Arc;
use wayfarer::{
    editor::{Editor, InFile},
    map::Map,
    scene::Layouter,
    ui::{
        Look,
        canvas::{Canvas, TEXTURE_SIDE, canvas_input, canvas_ui},
        theme,
    },
};

/// The canvas of a window of 1600 × 1000 points.
const SIZE: Vec2 = vec2(1600.0, 1000.0);
/// Frames that are measured.
const FRAMES: usize = 200;
/// Frames before measuring: fonts, first layout.
const WARM_UP: usize = 3;
/// Points per frame of a quick pan.
const PAN: Vec2 = vec2(-23.0, 0.0);
/// How far down the view stands past the headers, in document units.
const DOWN: f64 = 220.0;
/// From 20 % to 400 % in 200 frames, back in 143, and again in 167: other sizes of letters each time.
const ZOOM_SWEEPS: [(usize, f64); 3] = [(200, 1.015), (343, 1.0 / 1.021), (510, 1.018)];

/// A canvas with a map on it.
struct Screen {
    context: Context,
    canvas: Canvas,
    editor: Editor,
    layouter: Layouter,
    time: f64,
}

impl Screen {
    fn new(map: &Arc<Map>) -> Self {
        let context = Context::default();
        theme::install(&context, Look::default().palette);
        let editor = Editor::open(Arc::clone(map), InFile::Yes, fastrand::Rng::with_seed(1));
        let canvas = Canvas::default();
        let mut screen = Self { context, canvas, editor, layouter: Layouter::new(), time: 0.0 };
        for _ in 0..WARM_UP {
            screen.frame();
        }
        screen
    }

    /// One frame; gives the number of triangles, so that nothing is left out.
    fn frame(&mut self) -> usize {
        self.time += 1.0 / 60.0;
        let rect = Rect::from_min_size(pos2(0.0, 0.0), SIZE);
        let input = RawInput {
            screen_rect: Some(rect),
            time: Some(self.time),
            max_texture_side: Some(TEXTURE_SIDE),
            ..RawInput::default()
        };
        let Self { context, canvas, editor, layouter, .. } = self;
        let look = Look::default();
        let mut output = context.run_ui(input, |ui| {
            canvas_input(ui.ctx(), canvas, editor, layouter, look);
            canvas_ui(ui, canvas, editor, layouter, look);
        });
        output.textures_delta.clear();
        self.context.tessellate(output.shapes, output.pixels_per_point).len()
    }

    fn show_everything(&mut self) {
        let scene = self.layouter.layout(self.editor.map(), &view());
        self.canvas.zoom_fit(&scene);
        self.frame();
    }

    /// What a hand that pulls a face does: a preview of the edit, then a frame.
    fn pull(&mut self, map: &Arc<Map>, run: usize) -> usize {
        self.editor.preview(pulled(map, run)).expect("an edit that fits");
        self.frame()
    }
}

/// Panning to the right at 100 %, from the start of the map.
pub fn panning(stand: &Stand) -> Times {
    let mut screen = Screen::new(&stand.map);
    screen.canvas.zoom_to(1.0);
    Times::of(FRAMES, |_| {
        screen.canvas.camera.pan(PAN);
        screen.frame()
    })
}

/// Panning from the middle of a map with notes, scrolled past its headers: lanes' names and stages' headers stand at the
/// edges, and the overview shows the whole.
pub fn panning_inside(stand: &Stand) -> Times {
    let mut screen = Screen::new(&stand.noted);
    screen.canvas.zoom_to(1.0);
    screen.canvas.camera.corner.y = DOWN;
    screen.canvas.camera.pan(-PAN * 4.0);
    screen.frame();
    Times::of(FRAMES, |_| {
        screen.canvas.camera.pan(PAN);
        screen.frame()
    })
}

/// The whole map on the screen, unchanged.
pub fn everything(stand: &Stand) -> Times {
    unchanged(&stand.map)
}

/// The same with notes.
pub fn everything_noted(stand: &Stand) -> Times {
    unchanged(&stand.noted)
}

fn unchanged(map: &Arc<Map>) -> Times {
    let mut screen = Screen::new(map);
    screen.show_everything();
    Times::of(FRAMES, |_| screen.frame())
}

/// Zooming in at a point, evenly, through every size of letters, out again and in, without a rest.
pub fn zooming(stand: &Stand) -> Times {
    let mut screen = Screen::new(&stand.map);
    screen.canvas.zoom_to(0.2);
    screen.frame();
    let frames = ZOOM_SWEEPS.iter().map(|(last, _)| *last).max().unwrap_or(0);
    Times::of(frames, |run| {
        let sweep = ZOOM_SWEEPS.iter().find(|(last, _)| run <= *last);
        let factor = sweep.map_or(1.0, |(_, factor)| *factor);
        screen.canvas.camera.zoom_at(pos2(700.0, 400.0), factor);
        screen.frame()
    })
}

/// Pulling a face in the middle of the map, seen at 100 %.
pub fn editing_near(stand: &Stand) -> Times {
    pulling(&stand.map)
}

/// The same with notes.
pub fn editing_noted(stand: &Stand) -> Times {
    pulling(&stand.noted)
}

fn pulling(map: &Arc<Map>) -> Times {
    let mut screen = Screen::new(map);
    let scene = screen.layouter.layout(map, &view());
    let touchpoint = map.touchpoints().nth(map.touchpoint_count() / 2).expect("a touchpoint").id;
    screen.canvas.zoom_to(1.0);
    screen.canvas.reveal(wayfarer::map::Thing::Touchpoint(touchpoint), &scene);
    Times::of(FRAMES, |run| screen.pull(map, run))
}

/// Pulling a face with the whole map on the screen.
pub fn editing_far(stand: &Stand) -> Times {
    let mut screen = Screen::new(&stand.map);
    screen.show_everything();
    Times::of(FRAMES, |run| screen.pull(&stand.map, run))
}
