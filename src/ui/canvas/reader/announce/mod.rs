//! What a screen reader is told without asking: each step of the history, undo and redo, how many things are selected,
//! and the zoom and the tool that a key chose. What the thing that has the keyboard says itself is not told again.
//!
//! The words stand in a node that nobody sees (a live region), a new one each time, so that the same words are told
//! again. Messages and the count of the find bar are live where they are shown. Must not know how things are drawn.

mod words;

use super::{
    super::{Canvas, bars},
    nodes,
};
use crate::{
    editor::{Editor, Place, Revision},
    map::Thing,
    texts::Texts,
    ui::{Command, Look},
};
use egui::{
    Context, Id, Ui,
    accesskit::{Live, Role},
};

/// What was told, and what is known of the map since.
#[derive(Debug, Default)]
pub(in crate::ui::canvas) struct Announcer {
    /// How often something was told.
    number: u64,
    /// What was told last.
    text: String,
    known: Option<Known>,
    /// What a key chose in this frame.
    chosen: Option<Chosen>,
}

/// The state of a map when it was last looked at.
#[derive(Clone, Debug, PartialEq)]
struct Known {
    /// Which open map it is.
    map: u64,
    revision: Revision,
    /// The newest revision there was: a newer one is an edit, an older one undo or redo.
    newest: Revision,
    depth: usize,
    selection: Vec<Thing>,
}

/// What a key can choose that is seen but not in the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui::canvas) enum Chosen {
    /// How near the map is.
    Zoom,
    /// What the hand holds.
    Tool,
}

/// What became of the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Edit,
    Undo,
    Redo,
}

impl Known {
    fn of(editor: &Editor, before: Option<&Self>) -> Self {
        let history = editor.history();
        let revision = history.revision();
        let newest = before.map_or(revision, |before| before.newest.max(revision));
        let selection = editor.selection().to_vec();
        Self { map: editor.number(), revision, newest, depth: history.depth(), selection }
    }

    fn step_since(&self, before: &Self) -> Option<Step> {
        if self.revision > before.newest {
            Some(Step::Edit)
        } else if self.depth < before.depth {
            Some(Step::Undo)
        } else {
            (self.depth > before.depth).then_some(Step::Redo)
        }
    }
}

impl Canvas {
    /// Notes what a command chose that nobody hears otherwise.
    pub(in crate::ui::canvas) fn note_chosen(&mut self, command: Command) {
        let zooms = [Command::ZoomIn, Command::ZoomOut, Command::ZoomFull, Command::ZoomFit, Command::ZoomSelection];
        if zooms.contains(&command) {
            self.announcer.chosen = Some(Chosen::Zoom);
        } else if matches!(command, Command::Tool(_)) {
            self.announcer.chosen = Some(Chosen::Tool);
        }
    }
}

/// Tells what came of this frame, at its end.
pub(in crate::ui::canvas) fn announce_ui(ui: &Ui, canvas: &mut Canvas, editor: &Editor, look: Look) {
    let before = canvas.announcer.known.take().filter(|known| known.map == editor.number());
    let now = Known::of(editor, before.as_ref());
    let chosen = canvas.announcer.chosen.take();
    let told = [
        before.as_ref().and_then(|before| step_told(ui.ctx(), (before, &now), (canvas, editor), look.texts)),
        before.as_ref().and_then(|before| selection_told(before, &now, look.texts)),
        chosen.map(|chosen| chosen_told(chosen, canvas, look.texts)),
    ];
    let told: Vec<String> = told.into_iter().flatten().collect();
    canvas.announcer.known = Some(now);
    if !told.is_empty() {
        canvas.announcer.number += 1;
        canvas.announcer.text = told.join(". ");
    }
    live_ui(ui.ctx(), &canvas.announcer);
}

/// The node that is read out when it appears.
fn live_ui(ctx: &Context, announcer: &Announcer) {
    if announcer.text.is_empty() {
        return;
    }
    ctx.accesskit_node_builder(Id::unique(("canvas announcement", announcer.number)), |node| {
        node.set_role(Role::Status);
        node.set_live(Live::Polite);
        node.set_label(announcer.text.as_str());
    });
}

fn step_told(
    ctx: &Context,
    (before, now): (&Known, &Known),
    (canvas, editor): (&Canvas, &Editor),
    texts: Texts,
) -> Option<String> {
    let history = editor.history();
    match now.step_since(before)? {
        Step::Undo => history.redo_label().map(|label| texts.edit_undone(label.text(texts))),
        Step::Redo => history.undo_label().map(|label| texts.edit_redone(label.text(texts))),
        Step::Edit => {
            let value = history.undoable().and_then(words::value_of);
            match value {
                Some(value) if has_keyboard(ctx, value) => None,
                Some(value) => Some(words::value(value, (editor.map(), &canvas.view), texts)),
                None => history.undo_label().map(|label| label.done(texts)),
            }
        }
    }
}

/// Whether the node of a value has the keyboard: a screen reader says itself how such a value changes.
fn has_keyboard(ctx: &Context, thing: Thing) -> bool {
    ctx.memory(|memory| memory.has_focus(nodes::id_of(Place::Thing(thing))))
}

/// That several things are selected now; a single one gets the keyboard and says so itself.
fn selection_told(before: &Known, now: &Known, texts: Texts) -> Option<String> {
    let is_new = now.selection.len() > 1 && now.selection != before.selection;
    is_new.then(|| texts.canvas_selected(now.selection.len()))
}

fn chosen_told(chosen: Chosen, canvas: &Canvas, texts: Texts) -> String {
    match chosen {
        Chosen::Zoom => texts.canvas_zoom_level(bars::percent_of(canvas.camera.zoom, texts)),
        Chosen::Tool => texts.canvas_tool_taken(Command::Tool(canvas.tool).text(texts)),
    }
}
