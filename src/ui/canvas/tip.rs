//! What the pointer tells without a press: its form says what a press would do, and after a moment a tip shows the
//! whole of a cut text and the numbers behind a face or a measured value.
//!
//! Must not know how gestures go on.

use super::{Canvas, pointer_form, tip_words};
use crate::{
    editor::Editor,
    scene::Scene,
    ui::{Look, tip},
};
use egui::{Response, Ui};

/// Sets the pointer's form and shows the tip, while the pointer is over the map and no dialog or menu lies above it.
pub(super) fn tip_ui(ui: &Ui, canvas: &Canvas, editor: &Editor, scene: &Scene, (ground, look): (&Response, Look)) {
    let Some((at, hit)) = canvas.pointer.place() else { return };
    let is_covered = ui.memory(|memory| memory.top_modal_layer().is_some())
        || ui.ctx().layer_id_at(at).is_some_and(|top| top != ground.layer_id);
    if is_covered {
        return;
    }
    ui.set_cursor_icon(pointer_form::form(ui, canvas, editor, scene, at));
    if canvas.pointer.is_busy() || canvas.in_place.is_open() {
        return;
    }
    let cut = scene.whole_text(canvas.doc_at(at));
    let target = hit.map(|hit| hit.target);
    let target = target.filter(|target| tip_words::has_numbers(editor.shown(), &canvas.view, *target, look.texts));
    if cut.is_some() || target.is_some() {
        tip::show_at_pointer(ground, || {
            let numbers = target.map(|target| tip_words::numbers(editor.shown(), &canvas.view, target, look.texts));
            let parts = cut.as_deref().map(str::to_owned).into_iter().chain(numbers);
            parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
        });
    }
}
