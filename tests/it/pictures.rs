//! Picture tests: few, small, and the same on every machine, drawn by our own CPU renderer. `UPDATE_SNAPSHOTS=1 cargo
//! test` writes them anew after a wanted change; look at them before committing.

use egui::{Context, FullOutput, TexturesDelta, Ui, Vec2, vec2};
use egui_kittest::{Harness, TestRenderer};
use image::RgbaImage;
use soft_renderer::SoftRenderer;
use std::sync::Arc;
use wayfarer::{
    editor::{Editor, GuideQuestion, GuidedStart, GuidedStep, InFile},
    files::ron,
    map::Thing,
    scene::{Layouter, Palette},
    texts::{Language, Texts},
    ui::{
        Look,
        canvas::{Canvas, canvas_input, canvas_ui},
        guided_start::GuidePage,
        map_cards::MapCard,
        shell::{Shell, shell_ui},
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
        let editor = Editor::open(Arc::new(map), InFile::Yes, fastrand::Rng::with_seed(1));
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

/// The whole window without the program behind it.
struct Whole {
    shell: Shell,
    editor: Option<Editor>,
    layouter: Layouter,
    look: Look,
    dressed: bool,
}

impl Whole {
    fn ui(&mut self, ui: &mut Ui) {
        if !self.dressed {
            theme::install(ui.ctx(), self.look.palette);
            self.dressed = true;
            ui.ctx().request_repaint();
            return;
        }
        let title = self.editor.as_ref().map(|editor| editor.map().title.clone()).unwrap_or_default();
        shell_ui(ui, &mut self.shell, self.editor.as_mut(), &title, &mut self.layouter, self.look);
    }
}

fn whole(editor: Option<Editor>, language: Language) -> Harness<'static, Whole> {
    let look = Look { texts: Texts(language), ..Look::default() };
    let mut shell = Shell::new(jiff::civil::date(2026, 11, 1));
    shell.canvas.view.texts = look.texts;
    let window = Whole { shell, editor, layouter: Layouter::new(), look, dressed: false };
    let builder = Harness::builder().with_size(vec2(1024.0, 700.0)).with_step_dt(1.0 / 60.0).with_max_steps(64);
    builder.renderer(CpuRenderer::default()).build_ui_state(|ui, window: &mut Whole| window.ui(ui), window)
}

#[test]
fn a_small_window_in_vietnamese_holds_canvas_inspector_and_review() {
    let mut harness = whole(Some(Bench::with_sample("bay_giai_doan_so.ron").editor), Language::Vietnamese);
    harness.state_mut().shell.panels.review = true;
    harness.run();
    harness.run();
    harness.snapshot("window_small_vi");
}

#[test]
fn the_dark_window_shows_canvas_and_inspector() {
    let mut harness = whole(Some(Bench::with_sample("air_purifier.ron").editor), Language::English);
    let window = harness.state_mut();
    (window.look.palette, window.dressed) = (Palette::Dark, false);
    harness.run();
    let editor = harness.state_mut().editor.as_mut().unwrap();
    let delivery = editor.map().touchpoints().find(|touchpoint| touchpoint.name == "Delivery").unwrap().id;
    editor.select([Thing::Touchpoint(delivery)]);
    harness.run();
    harness.snapshot("window_dark");
}

#[test]
fn the_start_page_shows_recent_maps_and_work_to_bring_back() {
    let mut harness = whole(None, Language::English);
    let map = Bench::with_sample("air_purifier.ron").editor.map().clone();
    let scene = Some(wayfarer::scene::layout(&map, &wayfarer::scene::View::default()));
    let start = &mut harness.state_mut().shell.start;
    let card = MapCard { title: map.title.clone(), note: "today 14:02 · 8 touchpoints".into(), scene };
    start.recent = vec![card.clone(), MapCard { scene: None, ..card.clone() }];
    let of_template = |template: &wayfarer::app::templates::Template| {
        let map = Arc::new(template.read(Language::English).unwrap());
        let scene = Some(wayfarer::scene::layout(&map, &wayfarer::scene::View::default()));
        MapCard { title: map.title.clone(), note: (template.note)(Texts::default()).to_owned(), scene }
    };
    start.templates = wayfarer::app::templates::ALL.iter().map(of_template).collect();
    start.recovered = vec!["Work from a window that closed unexpectedly: “Clinic, first visit”.".into()];
    harness.run();
    harness.run();
    harness.snapshot("start_page");
}

#[test]
fn the_guided_start_shows_answers_with_their_stages_and_the_map_they_make() {
    let empty = Arc::new(wayfarer::map::Map::empty(&mut fastrand::Rng::with_seed(1)));
    let editor = Editor::open(empty, InFile::No, fastrand::Rng::with_seed(1));
    let mut harness = whole(Some(editor), Language::Vietnamese);
    let mut guide = GuidedStart::new(fastrand::Rng::with_seed(1));
    guide.step = GuidedStep::Question(GuideQuestion::Answer);
    guide.paste(GuideQuestion::Answer, 0, "Trang web của hãng\nGọi tổng đài\nNhận xét trên mạng");
    guide.paste(GuideQuestion::Discover, 0, "Bạn bè kể");
    harness.state_mut().shell.guide = Some(GuidePage::new(guide));
    harness.run();
    harness.run();
    harness.snapshot("guided_start");
}
