//! What a screen reader can ask of a node, carried out as the edits that keys make: to select it, to bring it into view,
//! its menu, another value or text.
//!
//! Must not know what a node says.

use super::super::{super::Canvas, values};
use crate::{
    editor::{EditError, Editor, Place},
    map::Thing,
};
use egui::{
    Event,
    accesskit::{Action, ActionData, ActionRequest, Node},
};

/// Tells what can be asked of the node of a thing; the keyboard it takes anyway.
pub(super) fn add_actions(node: &mut Node, thing: Thing) {
    node.add_action(Action::Click);
    node.add_action(Action::ScrollIntoView);
    node.add_action(Action::ShowContextMenu);
    if let Some((least, most, step)) = values::range_of(thing) {
        node.add_action(Action::Increment);
        node.add_action(Action::Decrement);
        node.set_min_numeric_value(least);
        node.set_max_numeric_value(most);
        node.set_numeric_value_step(step);
    }
    node.add_action(Action::SetValue);
}

/// Carries out what was asked of the nodes of the last frame.
pub(in crate::ui::canvas) fn follow_requests(ctx: &egui::Context, canvas: &mut Canvas, editor: &mut Editor) {
    let requests: Vec<ActionRequest> = ctx.input(|input| {
        let asked = input.events.iter().filter_map(|event| match event {
            Event::AccessKitActionRequest(request) => Some(request.clone()),
            _ => None,
        });
        asked.collect()
    });
    for request in requests {
        let target = canvas.nodes.iter().find(|(id, _)| id.accesskit_id() == request.target_node);
        if let Some((_, place)) = target {
            follow(&request, *place, canvas, editor);
        }
    }
}

fn follow(request: &ActionRequest, place: Place, canvas: &mut Canvas, editor: &mut Editor) {
    let done = match (request.action, place) {
        (Action::ScrollIntoView, _) => {
            canvas.reveal_next = Some(place);
            return;
        }
        (Action::Click, _) => {
            editor.go_to(Some(place));
            Ok(())
        }
        (Action::ShowContextMenu, _) => {
            editor.go_to(Some(place));
            canvas.menu.ask();
            Ok(())
        }
        (Action::Increment, Place::Thing(thing)) => values::step(canvas, editor, thing, 1),
        (Action::Decrement, Place::Thing(thing)) => values::step(canvas, editor, thing, -1),
        (Action::SetValue, Place::Thing(thing)) => set(request.data.as_ref(), thing, canvas, editor),
        _ => return,
    };
    canvas.refused = done.err().or(canvas.refused);
    canvas.reveal_next = editor.place();
    canvas.focus.claim();
}

/// Sets a value, or gives a thing another text.
fn set(data: Option<&ActionData>, thing: Thing, canvas: &Canvas, editor: &mut Editor) -> Result<(), EditError> {
    match data {
        Some(ActionData::NumericValue(value)) => values::set(canvas, editor, thing, *value),
        Some(ActionData::Value(text)) if !thing.is_value() => {
            editor.select([thing]);
            editor.set_text(thing, &**text)
        }
        _ => Ok(()),
    }
}
