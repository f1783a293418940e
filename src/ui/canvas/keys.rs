//! Keys on the canvas while no text is being typed. What a key means stands in the table of commands; only Enter with a
//! tool in the hand and Tab, which also leaves the map, are known here.
//!
//! Keys that every widget knows (arrows, Tab, Enter, Delete) are the canvas's only while the keyboard is on it. Must not
//! know how a field reads its keys.

use super::{Canvas, Clip};
use crate::{
    editor::{EditError, Editor, Tool},
    map::Thing,
    scene::Layouter,
    ui::command::{Command, Listener, Pressed},
};
use egui::{Context, Event, Key, Modifiers, Popup};
use std::sync::Arc;

/// Reads the keys of a frame.
pub(super) fn press(ctx: &Context, canvas: &mut Canvas, editor: &mut Editor, layouter: &mut Layouter) {
    let is_covered = Popup::is_any_open(ctx) || ctx.memory(|memory| memory.top_modal_layer()).is_some();
    if canvas.in_place.is_open() || is_covered || ctx.text_edit_focused() {
        return;
    }
    hear_clipboard(ctx, canvas, editor);
    let pressed: Vec<(usize, Pressed)> = ctx.input(|input| {
        let events = input.events.iter().enumerate();
        events.filter_map(|(at, event)| Pressed::of_event(event).map(|pressed| (at, pressed))).collect()
    });
    for (at, pressed) in pressed {
        let is_done = (canvas.focus.is_here(ctx) && press_here(ctx, canvas, editor, pressed))
            || press_command(ctx, (canvas, editor, layouter), pressed);
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

/// The system makes events of the clipboard's keys; what they hold goes to the program.
fn hear_clipboard(ctx: &Context, canvas: &mut Canvas, editor: &Editor) {
    let mut ask = |command: Command| {
        if command.is_enabled(Some(editor)) {
            canvas.asked.push(command);
        } else if command.is_locked(Some(editor)) {
            canvas.refused = Some(EditError::StructureLocked);
        }
    };
    ctx.input(|input| {
        for event in &input.events {
            match event {
                Event::Copy => ask(Command::Copy),
                Event::Cut => ask(Command::Cut),
                Event::Paste(text) => canvas.pasted = Some(Clip::Text(text.clone())),
                Event::PasteImage(image) => canvas.pasted = Some(Clip::Image(Arc::clone(image))),
                _ => {}
            }
        }
    });
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

/// Carries out the command that a key means now; what is the program's is noted for it.
fn press_command(
    ctx: &Context,
    (canvas, editor, layouter): (&mut Canvas, &mut Editor, &mut Layouter),
    pressed: Pressed,
) -> bool {
    let listeners: &[Listener] =
        if canvas.focus.is_here(ctx) { &[Listener::Untyped, Listener::OnMap] } else { &[Listener::Untyped] };
    let Some(command) = pressed.commands(listeners).find(|command| command.is_enabled(Some(editor))) else {
        let is_locked = pressed.commands(listeners).any(|command| command.is_locked(Some(editor)));
        if is_locked {
            canvas.refused = Some(EditError::StructureLocked);
        }
        return is_locked;
    };
    match canvas.carry_out(command, editor, layouter) {
        Some(done) => canvas.refused = done.err(),
        None => canvas.asked.push(command),
    }
    true
}

/// What the keyboard means on the map whatever the table says.
fn press_here(ctx: &Context, canvas: &mut Canvas, editor: &mut Editor, pressed: Pressed) -> bool {
    match pressed.key {
        Key::Enter if !pressed.modifiers.any() => enter(canvas, editor),
        Key::Tab if canvas.focus.is_on_canvas() => next_stage(ctx, canvas, editor, pressed.modifiers),
        _ => false,
    }
}

/// Enter makes what the tool in the hand makes; with none it is the table's.
fn enter(canvas: &mut Canvas, editor: &mut Editor) -> bool {
    match canvas.tool {
        Tool::Stage => canvas.new_stage(editor),
        Tool::Touchpoint => canvas.new_touchpoint(editor),
        Tool::Note => canvas.refused = canvas.new_card(editor).err(),
        Tool::Select | Tool::Hand | Tool::Link | Tool::Pencil => return false,
    }
    true
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
