//! The panel on the right: everything that what is selected holds, and with nothing selected, the map itself.
//!
//! One file per kind of thing. Changes go through the [`Editor`]; must not know files or the canvas.

mod bands;
mod card;
mod channels;
mod engagement;
mod feeling;
mod lane;
mod link;
mod lists;
mod map;
mod measure;
mod names;
mod path;
mod persona;
mod several;
mod stage;
mod survey;
mod touchpoint;

use super::{
    Look,
    widgets::{Desk, commit_abandoned, sentence},
};
use crate::{
    editor::{EditError, Editor},
    map::{Map, PersonaId, Thing},
    review::Guesses,
    scene::{PersonaChoice, Role, View},
};
use egui::{Frame, Margin, ScrollArea, Ui};
use std::sync::Arc;

/// How wide the panel is, in points.
pub const WIDTH: f32 = 328.0;
/// Air around the panel's content, in points.
const MARGIN: Margin = Margin { left: 20, right: 20, top: 20, bottom: 24 };

/// What the panel remembers between frames.
#[derive(Clone, Debug, Default)]
pub struct Inspector {
    /// Whose feelings were chosen in the panel, while the canvas showed this choice of personas.
    persona: Option<(PersonaChoice, PersonaId)>,
    /// What is still a guess on a map, found once for it.
    guesses: Option<KnownGuesses>,
    /// The last edit that could not be applied.
    refused: Option<EditError>,
}

/// A map and what is still a guess on it.
type KnownGuesses = (Arc<Map>, Guesses);

/// Gives the keyboard to the field of a thing's name once the panel shows it; only a persona's is typed here first.
pub fn focus_name(ctx: &egui::Context, thing: Thing) {
    if let Thing::Persona(id) = thing {
        ctx.memory_mut(|memory| memory.request_focus(persona::name_field(id, "").salt));
    }
}

/// Shows and edits what is selected. Fills the room it is given and scrolls. Faces that it selects are drawn by `view`.
pub fn inspector_ui(ui: &mut Ui, state: &mut Inspector, editor: &mut Editor, view: &mut View, look: Look) {
    let selection = shown_selection(editor);
    let scroll = ScrollArea::vertical().id_salt(("inspector", selection.clone())).auto_shrink(false);
    scroll.show(ui, |ui| {
        Frame::new().inner_margin(MARGIN).show(ui, |ui| {
            ui.take_available_width();
            let mut desk = Desk { editor, look, refused: &mut state.refused };
            if let Some(refused) = *desk.refused {
                sentence(ui, look, refused.text(look.texts), Role::Negative);
            }
            content_ui(ui, &mut desk, (&mut state.persona, &mut state.guesses), view, &selection);
        });
    });
    commit_abandoned(ui.ctx(), editor);
}

/// What is selected and on the map that the screen shows.
fn shown_selection(editor: &Editor) -> Vec<Thing> {
    let map = editor.shown();
    editor.selection().iter().copied().filter(|thing| thing.exists_in(map)).collect()
}

fn content_ui(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    (persona, guesses): (&mut Option<(PersonaChoice, PersonaId)>, &mut Option<KnownGuesses>),
    view: &mut View,
    selection: &[Thing],
) {
    match *selection {
        [] => map::map_ui(ui, desk, guesses, view),
        [Thing::Stage(id)] => stage::stage_ui(ui, desk, id),
        [Thing::Touchpoint(id) | Thing::Engagement(id)] => {
            let mut choice = feeling::Whose { chosen: persona, view, fixed: None };
            touchpoint::touchpoint_ui(ui, desk, &mut choice, id);
        }
        [Thing::Face(id, of, _)] => {
            let mut choice = feeling::Whose { chosen: persona, view, fixed: Some(of) };
            touchpoint::touchpoint_ui(ui, desk, &mut choice, id);
        }
        [Thing::Card(id)] => card::card_ui(ui, desk, id),
        [Thing::Lane(id)] => lane::lane_ui(ui, desk, id),
        [Thing::Persona(id)] => persona::persona_ui(ui, desk, id),
        [Thing::Link(id)] => link::link_ui(ui, desk, id),
        [Thing::Survey(id)] => survey::survey_ui(ui, desk, id),
        ref several => several::several_ui(ui, desk, several),
    }
}

/// The kind of what is shown, in small type above its name.
fn kind_ui(ui: &mut Ui, desk: &Desk<'_>, kind: &str) {
    ui.label(super::theme::note(kind, desk.palette(), Role::Faint));
}
