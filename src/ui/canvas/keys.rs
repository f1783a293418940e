//! Keys on the canvas while no text is being typed: tools, walking, feelings, editing, zoom.
//!
//! Keys that every widget knows (arrows, Tab, Enter, Delete) are the canvas's only while the keyboard is on it; menu
//! shortcuts are the shell's. Must not know how a field reads its keys.

use super::{Canvas, navigate::ZoomStep, pointer};
use crate::{
    editor::{EditError, Editor, New, Step, Tool},
    map::Thing,
    scene::Layouter,
    ui::command::tool_key,
};
use egui::{Context, Event, Key, Modifiers, Popup};

/// How far a key moves a face, and with Shift.
const NUDGE: i32 = 5;
const FINE_NUDGE: i32 = 1;

/// Reads the keys of a frame.
pub(super) fn press(ctx: &Context, canvas: &mut Canvas, editor: &mut Editor, layouter: &mut Layouter) {
    let is_covered = Popup::is_any_open(ctx) || ctx.memory(|memory| memory.top_modal_layer()).is_some();
    if canvas.in_place.is_open() || is_covered || ctx.text_edit_focused() {
        return;
    }
    let pressed: Vec<(usize, Key, Modifiers)> = ctx.input(|input| {
        let keys = input.events.iter().enumerate().filter_map(|(at, event)| match event {
            Event::Key { key, pressed: true, modifiers, .. } => Some((at, *key, *modifiers)),
            _ => None,
        });
        keys.collect()
    });
    for (at, key, modifiers) in pressed {
        let is_done = press_anywhere(canvas, editor, layouter, (key, modifiers))
            || (canvas.focus.is_here(ctx) && press_here(ctx, (canvas, editor, layouter), (key, modifiers)));
        if is_done {
            canvas.focus.keep(ctx);
            ctx.request_repaint();
        }
        if canvas.in_place.is_open() {
            forget_until(ctx, at);
            return;
        }
    }
}

/// Takes away what was pressed and typed up to the key that opened a field: it is not the field's.
fn forget_until(ctx: &Context, opener: usize) {
    let mut at = 0;
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let is_before = at <= opener && matches!(event, Event::Key { .. } | Event::Text(_));
            at += 1;
            !is_before
        });
    });
}

/// Keys that no widget but a text field knows.
fn press_anywhere(
    canvas: &mut Canvas,
    editor: &mut Editor,
    layouter: &mut Layouter,
    (key, modifiers): (Key, Modifiers),
) -> bool {
    if modifiers.command && !modifiers.alt {
        return press_zoom(canvas, key);
    }
    if modifiers.shift_only() && matches!(key, Key::Num1 | Key::Exclamationmark) {
        let scene = layouter.layout(editor.shown(), &canvas.view);
        canvas.zoom_fit(&scene);
        return true;
    }
    if modifiers.any() {
        return false;
    }
    if let Some(tool) = Tool::ALL.into_iter().find(|tool| tool_key(*tool) == key) {
        pointer::cancel(canvas, editor);
        canvas.tool = tool;
        return true;
    }
    match band_of(key) {
        Some(band) => {
            let done = editor.set_band(band, &canvas.view);
            say(canvas, done)
        }
        None => false,
    }
}

fn press_zoom(canvas: &mut Canvas, key: Key) -> bool {
    match key {
        Key::Plus | Key::Equals => canvas.zoom(ZoomStep::In),
        Key::Minus => canvas.zoom(ZoomStep::Out),
        Key::Num0 => canvas.zoom_to(1.0),
        _ => return false,
    }
    true
}

fn band_of(key: Key) -> Option<u8> {
    match key {
        Key::Num1 => Some(1),
        Key::Num2 => Some(2),
        Key::Num3 => Some(3),
        Key::Num4 => Some(4),
        Key::Num5 => Some(5),
        _ => None,
    }
}

/// Keys that other widgets know too.
fn press_here(
    ctx: &Context,
    (canvas, editor, layouter): (&mut Canvas, &mut Editor, &mut Layouter),
    (key, modifiers): (Key, Modifiers),
) -> bool {
    match key {
        Key::Escape => {
            if !pointer::cancel(canvas, editor) {
                pointer::put_away(canvas, editor, layouter);
            }
            true
        }
        Key::A if modifiers.command_only() => {
            editor.select_all();
            true
        }
        Key::Delete | Key::Backspace if !modifiers.any() => remove(canvas, editor),
        Key::Enter if !modifiers.any() => enter(canvas, editor),
        Key::F2 => edit_selected(canvas, editor),
        Key::Tab if canvas.focus.is_on_canvas() => next_stage(ctx, canvas, editor, modifiers),
        Key::ArrowUp => vertical(canvas, editor, (Step::Up, 1), modifiers),
        Key::ArrowDown => vertical(canvas, editor, (Step::Down, -1), modifiers),
        Key::ArrowLeft => walk(canvas, editor, Step::Left),
        Key::ArrowRight => walk(canvas, editor, Step::Right),
        Key::Home => walk(canvas, editor, Step::Home),
        Key::End => walk(canvas, editor, Step::End),
        _ => false,
    }
}

/// Keeps why a change was refused, for the program to say.
fn say(canvas: &mut Canvas, done: Result<(), EditError>) -> bool {
    canvas.refused = done.err();
    true
}

fn remove(canvas: &mut Canvas, editor: &mut Editor) -> bool {
    if editor.selection().is_empty() {
        return false;
    }
    let done = editor.remove_selected();
    say(canvas, done)
}

/// Enter makes what the tool in the hand makes; with none it edits the text of what is selected.
fn enter(canvas: &mut Canvas, editor: &mut Editor) -> bool {
    match canvas.tool {
        Tool::Stage => canvas.new_stage(editor),
        Tool::Touchpoint => canvas.new_touchpoint(editor),
        Tool::Note => new_card(canvas, editor),
        Tool::Select | Tool::Hand | Tool::Link => return edit_selected(canvas, editor),
    }
    true
}

fn new_card(canvas: &mut Canvas, editor: &mut Editor) {
    match editor.make(New::Card) {
        Ok(thing) => canvas.edit_text(editor, thing),
        Err(error) => canvas.refused = Some(error),
    }
}

fn edit_selected(canvas: &mut Canvas, editor: &mut Editor) -> bool {
    if let Some(thing) = editor.primary() {
        canvas.edit_text(editor, thing);
    }
    canvas.in_place.is_open()
}

/// Tab goes from stage to stage; past the last one the keyboard leaves the map, before the first one it goes back as
/// egui has it.
fn next_stage(ctx: &Context, canvas: &mut Canvas, editor: &mut Editor, modifiers: Modifiers) -> bool {
    let stages = &editor.map().stages;
    let at = editor.selected_stage().and_then(|id| stages.iter().position(|stage| stage.id == id));
    let next = match (at, modifiers.shift) {
        (None, false) => Some(0),
        (Some(at), false) => Some(at + 1),
        (Some(at), true) => at.checked_sub(1),
        (None, true) => None,
    };
    let stage = next.and_then(|next| stages.get(next)).map(|stage| Thing::Stage(stage.id));
    match stage {
        Some(thing) => {
            editor.select([thing]);
            canvas.reveal_next = Some(thing);
        }
        None if !modifiers.shift => canvas.focus.leave(ctx),
        None => {}
    }
    stage.is_some()
}

/// Up and down pull a face and walk from everything else.
fn vertical(canvas: &mut Canvas, editor: &mut Editor, (step, up): (Step, i32), modifiers: Modifiers) -> bool {
    let is_face = matches!(editor.primary(), Some(Thing::Face(..)));
    if !is_face || modifiers.command || modifiers.alt {
        return walk(canvas, editor, step);
    }
    let by = if modifiers.shift { FINE_NUDGE } else { NUDGE };
    let done = editor.nudge(by * up, &canvas.view);
    say(canvas, done)
}

fn walk(canvas: &mut Canvas, editor: &mut Editor, step: Step) -> bool {
    if let Some(thing) = editor.walk(step, &canvas.view) {
        canvas.reveal_next = Some(thing);
    }
    true
}
