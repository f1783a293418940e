//! The steps that are measured, each on a map of one size. Must not print.

use crate::{
    big_map::{big_map, with_notes},
    clock::Times,
    frames,
};
use std::sync::Arc;
use wayfarer::{
    editor::{Edit, Editor, FeelingChange, InFile},
    export,
    files::ron,
    map::{Curve, Map, Score, Thing},
    scene::{Layouter, Palette, View},
};

/// Runs of a step that takes long.
const FEW: usize = 7;
/// Runs of a step that takes a frame or less.
const MANY: usize = 120;

/// One step of the main job.
pub struct Step {
    /// What the table calls it.
    pub name: &'static str,
    /// How many milliseconds it may take at a number of touchpoints (issue 2); `None` where nothing is asked.
    pub wanted: fn(usize) -> Option<f64>,
    /// Measures it.
    pub measure: fn(&Stand) -> Times,
}

/// What a step is measured on.
pub struct Stand {
    /// A map.
    pub map: Arc<Map>,
    /// The same with notes.
    pub noted: Arc<Map>,
    /// The map without notes as a file.
    pub text: String,
}

impl Stand {
    /// A map with `size` touchpoints and its file.
    pub fn new(size: usize) -> Self {
        let map = Arc::new(big_map(size));
        let text = ron::write(&map).expect("a sound map");
        Self { noted: Arc::new(with_notes(&map)), map, text }
    }
}

/// All steps, in the order of the job.
pub const STEPS: [Step; 16] = [
    Step { name: "open: read and check the file", wanted: open_limit, measure: open },
    Step { name: "lay out all of it", wanted: |_| None, measure: lay_out },
    Step { name: "frame while panning at 100 %", wanted: |_| Some(2.0), measure: frames::panning },
    Step { name: "frame with everything on the screen", wanted: whole_limit, measure: frames::everything },
    Step { name: "frame while zooming 20 % to 400 %", wanted: |_| Some(16.0), measure: frames::zooming },
    Step { name: "edit: apply and lay out again", wanted: |_| None, measure: edit },
    Step { name: "edit and frame at 100 %", wanted: |_| None, measure: frames::editing_near },
    Step { name: "edit and frame, all on the screen", wanted: edit_limit, measure: frames::editing_far },
    Step { name: "frame, names at the edges, overview, notes", wanted: |_| Some(2.0), measure: frames::panning_inside },
    Step { name: "frame with everything on the screen, notes", wanted: whole_limit, measure: frames::everything_noted },
    Step { name: "edit and frame at 100 %, notes and overview", wanted: |_| None, measure: frames::editing_noted },
    Step { name: "edit with notes", wanted: |_| None, measure: edit_noted },
    Step { name: "delete a touchpoint with notes", wanted: |_| None, measure: delete_noted },
    Step { name: "save: write the text, read it back, compare", wanted: |_| None, measure: save },
    Step { name: "export as SVG", wanted: |_| None, measure: export_svg },
    Step { name: "export as PNG", wanted: |_| None, measure: export_png },
];

fn open_limit(size: usize) -> Option<f64> {
    (size <= 5_000).then_some(250.0)
}

fn whole_limit(size: usize) -> Option<f64> {
    (size <= 50_000).then_some(8.0)
}

fn edit_limit(size: usize) -> Option<f64> {
    (size <= 5_000).then_some(4.0)
}

/// How the measured scenes are looked at.
pub fn view() -> View {
    View::default()
}

/// The edit of a hand that pulls the face of a touchpoint in the middle of the map.
pub fn pulled(map: &Map, run: usize) -> Edit {
    let touchpoint = map.touchpoints().nth(map.touchpoint_count() / 2).expect("a touchpoint");
    let score = Score::new(i64::try_from(run % 180).expect("a small number") - 90);
    Edit::Feeling(touchpoint.id, map.personas[0].id, FeelingChange::Score(Curve::Actual, score))
}

fn open(stand: &Stand) -> Times {
    Times::of(FEW, |_| ron::parse(stand.text.as_bytes()).expect("a sound map"))
}

fn lay_out(stand: &Stand) -> Times {
    Times::of(FEW, |_| Layouter::new().layout(&stand.map, &view()))
}

fn edit(stand: &Stand) -> Times {
    let mut layouter = Layouter::new();
    layouter.layout(&stand.map, &view());
    Times::of(MANY, |run| {
        let map = pulled(&stand.map, run).apply(&stand.map).expect("an edit that fits");
        layouter.layout(&map, &view())
    })
}

fn editor(stand: &Stand) -> Editor {
    let mut editor = Editor::open(Arc::clone(&stand.noted), InFile::Yes, fastrand::Rng::with_seed(1));
    editor.see(&Layouter::new().layout(&stand.noted, &view()));
    editor
}

fn edit_noted(stand: &Stand) -> Times {
    let mut editor = editor(stand);
    Times::of(MANY, |run| editor.preview(pulled(&stand.noted, run)).expect("an edit that fits"))
}

/// A touchpoint to which an arrow of a note leads, so that the note has to be kept where it is.
fn delete_noted(stand: &Stand) -> Times {
    let mut editor = editor(stand);
    let first = stand.noted.touchpoints().next().expect("a touchpoint").id;
    Times::of(FEW, |_| editor.preview(Edit::Remove(vec![Thing::Touchpoint(first)])).expect("it is there"))
}

fn save(stand: &Stand) -> Times {
    Times::of(FEW, |_| ron::write(&stand.map).expect("a sound map"))
}

fn export_svg(stand: &Stand) -> Times {
    let scene = Layouter::new().layout(&stand.map, &view());
    Times::of(FEW, |_| export::svg::write_svg(&scene, Palette::Light))
}

/// At the largest scale up to 100 % that the limits of the export allow. No time where it refuses the picture.
fn export_png(stand: &Stand) -> Times {
    let scene = Layouter::new().layout(&stand.map, &view());
    let scale = export::png::largest_scale(&scene).min(1.0);
    let mut written = Ok(Vec::new());
    let times = Times::of_first(|| written = export::png::write_png(&scene, Palette::Light, scale));
    if written.is_ok() { times } else { Times::none() }
}
