//! A monkey at the window: seeded random presses, keys, text and menus, on every kind of map and in both languages.
//!
//! Nothing may panic, the map stays sound and can be written, and undo leads back to the first map.
//! `WAYFARER_MONKEY=FIRST..LAST` runs other seeds, `WAYFARER_MONKEY_STEPS` other lengths; both by hand.

mod hands;
mod program;

use egui::vec2;
use egui_kittest::{Harness, kittest::NodeT as _};
use fastrand::Rng;
use hands::Hands;
use program::Program;
use std::{collections::HashMap, ops::Range, sync::Arc};
use wayfarer::{
    editor::Revision,
    files::ron,
    map::Map,
    texts::{Language, Texts},
    ui::{Look, shell::shell_ui, theme},
};

type Window = Harness<'static, Program>;

const MAPS: [&str; 3] = [
    include_str!("../../sample_maps/air_purifier.ron"),
    include_str!("../../sample_maps/bay_giai_doan_so.ron"),
    include_str!("../../sample_maps/workshop_start.ron"),
];
/// A frame is looked at closely every so many.
const LOOK_EVERY: u64 = 12;
/// Frames for each seed in the committed run.
const STEPS: u64 = 24;

#[test]
fn a_monkey_breaks_nothing() {
    let steps = std::env::var("WAYFARER_MONKEY_STEPS").map_or(STEPS, |text| text.parse().unwrap());
    for seed in seeds() {
        play(seed, steps);
    }
}

fn seeds() -> Range<u64> {
    let Ok(text) = std::env::var("WAYFARER_MONKEY") else { return 0..4 };
    let (first, last) = text.split_once("..").unwrap();
    first.parse().unwrap()..last.parse().unwrap()
}

/// Tells on a panic which seed it was.
struct Says(u64);

impl Drop for Says {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("seed {}", self.0);
        }
    }
}

fn play(seed: u64, steps: u64) {
    let _says = Says(seed);
    let mut rng = Rng::with_seed(seed);
    let first = map(seed, &mut rng);
    let mut window = open(Arc::clone(&first), seed);
    let mut hands = Hands::default();
    let mut states = HashMap::new();
    for step in 0..steps {
        let places = places(&window, &mut rng);
        hands.act(&mut rng, window.input_mut(), &places);
        window.step();
        remember(window.state(), &mut states);
        if step % LOOK_EVERY == 0 {
            settle(&mut window);
            sound(window.state());
        }
    }
    hands.let_go(window.input_mut());
    settle(&mut window);
    sound(window.state());
    there_and_back(window.state_mut(), &first);
}

fn map(seed: u64, rng: &mut Rng) -> Arc<Map> {
    let text = usize::try_from(seed % 4).ok().and_then(|at| MAPS.get(at));
    Arc::new(text.map_or_else(|| Map::empty(rng), |text| ron::parse(text.as_bytes()).unwrap().map))
}

fn open(map: Arc<Map>, seed: u64) -> Window {
    let language = if seed.is_multiple_of(2) { Language::English } else { Language::Vietnamese };
    let look = Look { texts: Texts(language), ..Look::default() };
    let mut window = Harness::builder()
        .with_size(vec2(1200.0, 800.0))
        .with_step_dt(1.0 / 60.0)
        .with_max_steps(64)
        .with_context_setup(move |ctx| {
            theme::install(ctx, look.palette);
            ctx.options_mut(|options| options.zoom_with_keyboard = false);
        })
        .build_ui_state(
            |ui, program: &mut Program| {
                let Program { shell, editor, layouter, look, .. } = program;
                let asked = shell_ui(ui, shell, Some(editor), "A map", layouter, *look);
                program.carry_out(asked);
            },
            Program::new(map, look, seed),
        );
    window.run();
    window
}

/// Middles of a few things a screen reader finds.
fn places(window: &Window, rng: &mut Rng) -> Vec<egui::Pos2> {
    let rects: Vec<_> = window
        .root()
        .children_recursive()
        .filter_map(|node| node.accesskit_node().raw_bounds())
        .map(|bounds| egui::pos2(((bounds.x0 + bounds.x1) / 2.0) as f32, ((bounds.y0 + bounds.y1) / 2.0) as f32))
        .collect();
    if rects.is_empty() { Vec::new() } else { (0..4).map(|_| rects[rng.usize(..rects.len())]).collect() }
}

/// Frames until the window rests, and no widget without a name in it.
fn settle(window: &mut Window) {
    if let Err(error) = window.try_run() {
        panic!("the window does not come to rest: {error}");
    }
}

/// The map, and what is shown of a change under way, can be kept.
fn sound(program: &Program) {
    for map in [program.editor.map(), program.editor.shown()] {
        assert_eq!(map.check(), []);
        let text = ron::write(map).unwrap();
        assert_eq!(ron::parse(text.as_bytes()).unwrap().map, **map);
    }
    assert!(program.editor.selection().iter().all(|thing| thing.exists_in(program.editor.shown())));
}

/// A revision is one state for ever.
fn remember(program: &Program, states: &mut HashMap<Revision, Arc<Map>>) {
    let map = program.editor.map();
    let known = states.entry(program.editor.history().revision()).or_insert_with(|| Arc::clone(map));
    assert!(Arc::ptr_eq(known, map), "a change without a step of the history");
}

fn there_and_back(program: &mut Program, first: &Arc<Map>) {
    program.finish_text();
    let editor = &mut program.editor;
    editor.commit_preview();
    let last = Arc::clone(editor.map());
    let mut steps = 0;
    while editor.history().undoable().is_some() {
        editor.undo();
        steps += 1;
    }
    assert_eq!(editor.map(), first);
    (0..steps).for_each(|_| editor.redo());
    assert_eq!(*editor.map(), last);
}
