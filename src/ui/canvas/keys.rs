//! Keys on the canvas while no text is being typed. What a key means stands in the table of commands; only Enter with a
//! tool in the hand, Tab, which also leaves the map, and characters that begin a text (`just_type`) are known here.
//!
//! Keys that every widget knows (arrows, Tab, Enter, Delete) are the canvas's only while the keyboard is on it. Must not
//! know how a field reads its keys.

use super::{Canvas, Clip, in_place, just_type};
use crate::{
    editor::{EditError, Editor, Place, Tool},
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
    let events: Vec<(usize, Event)> = ctx.input(|input| {
        let known = |event: &Event| matches!(event, Event::Key { pressed: true, .. } | Event::Text(_) | Event::Ime(_));
        input.events.iter().cloned().enumerate().filter(|(_, event)| known(event)).collect()
    });
    // With Alt a key is a menu's or the system's, though its character comes too; on a Mac Option types other characters.
    let has_alt = ctx.input(|input| input.modifiers.alt && !input.modifiers.ctrl) && !ctx.os().is_mac();
    let is_dragging = canvas.pointer.is_busy();
    let types = |event: &Event| !(is_dragging || has_alt && matches!(event, Event::Text(_)));
    // The character that a key types belongs to the command that the key was.
    let mut is_command = false;
    for (at, event) in events {
        let Some(pressed) = Pressed::of_event(&event) else {
            let is_typed = !std::mem::take(&mut is_command) && types(&event) && canvas.focus.is_here(ctx);
            if is_typed && just_type::begin(canvas, editor, &event) {
                ctx.request_repaint();
                forget_before(ctx, at);
                in_place::hold_what_follows(ctx, canvas, editor, layouter);
                return;
            }
            continue;
        };
        is_command = !(canvas.focus.is_here(ctx) && just_type::types(canvas, editor, pressed))
            && ((canvas.focus.is_here(ctx) && press_here(ctx, canvas, editor, pressed))
                || press_command(ctx, (canvas, editor, layouter), pressed));
        if is_command {
            canvas.focus.keep(ctx);
            ctx.request_repaint();
        }
        if canvas.in_place.is_open() {
            forget_before(ctx, at + 1);
            in_place::hold_what_follows(ctx, canvas, editor, layouter);
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
        } else if let Some(why) = why_no_copy(command, editor) {
            canvas.refused = Some(why);
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

/// Why what is selected cannot be copied; `None` where nothing is selected, or where another command is meant.
fn why_no_copy(command: Command, editor: &Editor) -> Option<EditError> {
    let why = if matches!(command, Command::Copy | Command::Cut) {
        Some(EditError::NotCopyable)
    } else {
        editor.why_not_duplicable().filter(|_| command == Command::Duplicate)
    };
    why.filter(|_| !editor.selection().is_empty())
}

/// Takes away what was pressed and typed before a field opened: it is not the field's. A press beside the place where it
/// opens came before it too, and must not close it.
fn forget_before(ctx: &Context, first: usize) {
    let mut at = 0;
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let is_before = at < first
                && matches!(event, Event::Key { .. } | Event::Text(_) | Event::Ime(_) | Event::PointerButton { .. });
            at += 1;
            !is_before
        });
    });
}

/// Carries out the command that a key means now; what is the program's is noted for it. While something is dragged only
/// the view can be changed, and the drag be abandoned.
fn press_command(
    ctx: &Context,
    (canvas, editor, layouter): (&mut Canvas, &mut Editor, &mut Layouter),
    pressed: Pressed,
) -> bool {
    let listeners: &[Listener] =
        if canvas.focus.is_here(ctx) { &[Listener::Untyped, Listener::OnMap] } else { &[Listener::Untyped] };
    let Some(command) = pressed.commands(listeners).find(|command| command.is_enabled(Some(editor))) else {
        let is_locked = pressed.commands(listeners).any(|command| command.is_locked(Some(editor)));
        let why = pressed.commands(listeners).find_map(|command| why_no_copy(command, editor));
        let why = if is_locked { Some(EditError::StructureLocked) } else { why };
        if why.is_some() {
            canvas.refused = why;
        }
        return why.is_some();
    };
    if canvas.pointer.is_busy() && !command.is_for_view() {
        return true;
    }
    match canvas.carry_out(command, editor, layouter) {
        Some(done) => canvas.refused = done.err(),
        None => canvas.asked.push(command),
    }
    true
}

/// What the keyboard means on the map whatever the table says.
fn press_here(ctx: &Context, canvas: &mut Canvas, editor: &mut Editor, pressed: Pressed) -> bool {
    match pressed.key {
        Key::Enter | Key::Tab if canvas.pointer.is_busy() => true,
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
        Tool::Note if editor.selection().is_empty() => canvas.new_note(editor),
        Tool::Note => canvas.refused = canvas.new_card(editor).err(),
        Tool::Select | Tool::Hand | Tool::Link | Tool::Pencil => return false,
    }
    true
}

/// Tab goes from stage to stage and on to the notes; past the last one and before the first one
/// the keyboard leaves the map.
fn next_stage(ctx: &Context, canvas: &mut Canvas, editor: &mut Editor, modifiers: Modifiers) -> bool {
    let map = editor.map();
    let stages = map.stages.iter().map(|stage| Thing::Stage(stage.id));
    let stops: Vec<Thing> = stages.chain(map.notes.iter().map(|note| Thing::Note(note.id))).collect();
    let here = match editor.primary() {
        Some(Thing::Note(id)) => Some(Thing::Note(id)),
        Some(_) | None => editor.selected_stage().map(Thing::Stage),
    };
    let at = here.and_then(|here| stops.iter().position(|stop| *stop == here));
    let next = match (at, modifiers.shift) {
        (None, false) => Some(0),
        (Some(at), false) => Some(at + 1),
        (Some(at), true) => at.checked_sub(1),
        (None, true) => None,
    };
    let thing = next.and_then(|next| stops.get(next)).copied();
    match thing {
        Some(thing) => {
            editor.select([thing]);
            canvas.reveal_next = Some(Place::Thing(thing));
        }
        None if modifiers.shift => canvas.focus.leave_back(ctx),
        None => canvas.focus.leave(ctx),
    }
    thing.is_some()
}
