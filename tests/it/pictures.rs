//! Picture tests: few, small, and the same on every machine, drawn by our own CPU renderer. `UPDATE_SNAPSHOTS=1 cargo
//! test` writes them anew after a wanted change; look at them before committing.

use egui::{Context, FullOutput, TexturesDelta, Ui, Vec2, vec2};
use egui_kittest::{Harness, TestRenderer};
use image::RgbaImage;
use soft_renderer::SoftRenderer;
use std::sync::Arc;
use wayfarer::{
    editor::{Editor, Saved},
    files::ron,
    map::Thing,
    scene::Layouter,
    ui::{
        Look,
        canvas::{Canvas, canvas_input, canvas_ui},
        theme,
    },
};

/// What a harness draws its pictures with: `Harness::builder().renderer(CpuRenderer::default())`.
#[derive(Default)]
pub struct CpuRenderer(SoftRenderer);

impl TestRenderer for CpuRenderer {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        self.0.apply(delta);
    }

    fn render(&mut self, context: &Context, output: &FullOutput) -> Result<RgbaImage, String> {
        let picture = self.0.render(context, output);
        RgbaImage::from_raw(picture.width, picture.height, picture.rgba).ok_or("the picture has too few bytes".into())
    }
}

/// The canvas alone, without the panels of the window.
struct Bench {
    canvas: Canvas,
    editor: Editor,
    layouter: Layouter,
    /// Whether egui has our fonts: they are there from the second frame on.
    dressed: bool,
}

impl Bench {
    fn with_sample(name: &str) -> Self {
        let path = format!("{}/sample_maps/{name}", env!("CARGO_MANIFEST_DIR"));
        let map = ron::parse(&std::fs::read(path).unwrap()).unwrap().map;
        let editor = Editor::open(Arc::new(map), Saved::Yes, fastrand::Rng::with_seed(1));
        Self { canvas: Canvas::default(), editor, layouter: Layouter::new(), dressed: false }
    }

    fn ui(&mut self, ui: &mut Ui) {
        let look = Look::default();
        if !self.dressed {
            theme::install(ui.ctx(), look.palette);
            self.dressed = true;
            ui.ctx().request_repaint();
            return;
        }
        canvas_input(ui.ctx(), &mut self.canvas, &mut self.editor, &mut self.layouter, look);
        canvas_ui(ui, &mut self.canvas, &mut self.editor, &mut self.layouter, look);
    }
}

fn harness(size: Vec2, bench: Bench) -> Harness<'static, Bench> {
    let builder = Harness::builder().with_size(size).with_step_dt(1.0 / 60.0).with_max_steps(64);
    builder.renderer(CpuRenderer::default()).build_ui_state(|ui, bench: &mut Bench| bench.ui(ui), bench)
}

#[test]
fn the_canvas_shows_the_sample_map_with_a_touchpoint_selected() {
    let mut harness = harness(vec2(1000.0, 720.0), Bench::with_sample("air_purifier.ron"));
    harness.run();
    let bench = harness.state_mut();
    let delivery = bench.editor.map().touchpoints().find(|touchpoint| touchpoint.name == "Delivery").unwrap().id;
    bench.editor.select([Thing::Touchpoint(delivery)]);
    harness.run();
    harness.snapshot("canvas_air_purifier");
}
