//! Editing in place: a field exactly over a thing's name or text, at the canvas's zoom and in the map's font.
//!
//! While somebody types the map previews it; closing the field makes it one step. A thing that is entered from the
//! keyboard is a *draft*: it comes into the history with its name, and without a name not at all. A key that closes
//! the field holds back what follows it in the same frame, so that fast typing never loses a letter.
//! Must not know gestures.

mod field;
mod go_on;
mod in_view;
mod keys;
mod letter;
mod subject;

pub(super) use field::field_ui;
pub(super) use keys::hold_what_follows;

use super::{Camera, Canvas};
use crate::{
    editor::{Edit, EditError, Editor, Place, Stay, Tool, text_of},
    map::{Holder, LaneId, Note, Thing},
};
use egui::Event;
use subject::Subject;

/// The field over the map, open or not.
#[derive(Debug, Default)]
pub(super) struct Field {
    open: Option<Open>,
    /// What closes the field at the end of this frame.
    ending: Option<Ending>,
    /// What came after the key that closes the field; belongs to the next frame.
    held: Vec<Event>,
}

/// An open field.
#[derive(Debug)]
struct Open {
    subject: Subject,
    /// What is there in the map, without what is typed.
    before: String,
    /// What is typed.
    text: String,
    flow: Flow,
    /// Whether an input method is in the middle of a word.
    word: Word,
    age: Age,
    /// The letter that opened it, of those that choose tools elsewhere.
    letter: Option<letter::Letter>,
    /// How large the field was on the screen, and at which zoom, when it was brought into view last.
    seen: Option<(egui::Vec2, f64)>,
    /// The view that is to come back after it, and the one that showed the field first.
    back: Option<(Camera, Option<Camera>)>,
}

/// Whether Enter and Tab go on to the next thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Flow {
    /// A text is changed; Enter closes.
    Rename,
    /// Things are entered one after the other.
    Entry,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    Whole,
    Composing,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Age {
    /// Opened in this frame; has not got the keyboard yet.
    New,
    /// Has the keyboard.
    Settled,
}

/// How a field is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// Keeps the text: a press elsewhere.
    Keep,
    /// Keeps the text, but for a letter alone that chooses a tool elsewhere: Esc.
    Escape,
    /// Enter: in entry, the next touchpoint.
    Enter,
    /// Tab: in entry, a new stage; else the name of the next one.
    Tab,
    /// Shift+Tab: the name of the stage before.
    Back,
    /// Keeps the text; then a card in the lane below.
    CardBelow,
}

impl Field {
    pub(super) fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// What is being edited.
    pub(super) fn thing(&self) -> Option<Thing> {
        self.open.as_ref().map(|open| open.subject.thing())
    }

    /// What closes the field in this frame, once its own keys are read.
    pub(super) fn take_ending(&mut self) -> Option<Ending> {
        self.ending.take()
    }

    /// Whether keys are held back for the next frame.
    pub(super) fn holds_back(&self) -> bool {
        !self.held.is_empty()
    }
}

impl Field {
    /// Notes what is typed into a field that it has opened.
    pub(super) fn note_first(&mut self, typed: &str) {
        if let Some(open) = &mut self.open {
            open.letter = letter::Letter::of(typed);
        }
    }
}

/// Opens the field for the words of a link that was just drawn: the view comes back to where it was drawn.
pub(super) fn begin_label(canvas: &mut Canvas, editor: &mut Editor, link: Thing) {
    let before = canvas.camera;
    begin(canvas, editor, link);
    if let Some(open) = &mut canvas.in_place.open {
        open.back = Some((before, None));
    }
}

/// Opens the field over a thing that is on the map; what has just been made without a name begins an entry.
pub(super) fn begin(canvas: &mut Canvas, editor: &mut Editor, thing: Thing) {
    finish(canvas, editor, Ending::Keep);
    editor.commit_preview();
    let Some(before) = text_on_canvas(editor, thing) else { return };
    let is_new = before.is_empty() && matches!(thing, Thing::Stage(_) | Thing::Touchpoint(_));
    let flow = if is_new { Flow::Entry } else { Flow::Rename };
    editor.select([thing]);
    open(canvas, (Subject::Standing(thing), before, flow));
}

/// The text of a thing that stands on the canvas; personas and surveys do not, and
/// a point of the dramatic arc has none.
pub(super) fn text_on_canvas(editor: &Editor, thing: Thing) -> Option<String> {
    match thing {
        Thing::Engagement(_) | Thing::Persona(_) | Thing::Survey(_) => None,
        Thing::Stage(_)
        | Thing::Touchpoint(_)
        | Thing::Face(..)
        | Thing::Card(_)
        | Thing::Lane(_)
        | Thing::Link(_)
        | Thing::Note(_) => text_of(editor.map(), thing).map(str::to_owned),
    }
}

/// Drafts a stage after the one that is selected, or at the end.
pub(super) fn begin_stage(canvas: &mut Canvas, editor: &mut Editor) {
    finish(canvas, editor, Ending::Keep);
    editor.commit_preview();
    let subject = subject::draft_stage(editor);
    draft(canvas, editor, (subject, Flow::Entry));
}

/// Drafts a touchpoint after the one that is selected; on a map without stages, a stage first.
pub(super) fn begin_touchpoint(canvas: &mut Canvas, editor: &mut Editor) {
    finish(canvas, editor, Ending::Keep);
    editor.commit_preview();
    let subject = subject::draft_touchpoint(editor).unwrap_or_else(|| subject::draft_stage(editor));
    draft(canvas, editor, (subject, Flow::Entry));
}

/// Drafts a card where the next one comes: in the cell that was gone to, under the selected card, or in the first lane
/// of cards of what is selected.
pub(super) fn begin_card(canvas: &mut Canvas, editor: &mut Editor) -> Result<(), EditError> {
    finish(canvas, editor, Ending::Keep);
    editor.commit_preview();
    draft_card(canvas, editor, (editor.place_of_next_card()?, Flow::Rename));
    Ok(())
}

/// Drafts a card in the next lane of cards below where the keyboard is; what is being typed is kept.
pub(super) fn begin_card_below(canvas: &mut Canvas, editor: &mut Editor) -> Result<(), EditError> {
    finish(canvas, editor, Ending::Keep);
    editor.commit_preview();
    let from = editor.place().ok_or(EditError::NoPlace)?;
    draft_card(canvas, editor, (editor.place_of_card_below(from)?, Flow::Rename));
    Ok(())
}

/// Drafts a note at its place.
pub(super) fn begin_note(canvas: &mut Canvas, editor: &mut Editor, note: Note) {
    finish(canvas, editor, Ending::Keep);
    editor.commit_preview();
    let subject = Subject::DraftNote(note, editor.place());
    draft(canvas, editor, (subject, Flow::Rename));
}

fn draft_card(canvas: &mut Canvas, editor: &mut Editor, (place, flow): ((Holder, LaneId, usize), Flow)) {
    let subject = subject::draft_card(editor, place);
    draft(canvas, editor, (subject, flow));
}

/// Opens the field for a draft; one that the map refuses is not begun, and that is said.
fn draft(canvas: &mut Canvas, editor: &mut Editor, (subject, flow): (Subject, Flow)) {
    if let Some(Err(error)) = subject.edit(editor.map(), "").map(|edit| edit.apply(editor.map())) {
        canvas.refused = Some(error);
        return;
    }
    editor.select([subject.thing()]);
    open(canvas, (subject, String::new(), flow));
    if let Some(open) = &mut canvas.in_place.open {
        preview(open, editor);
    }
}

fn open(canvas: &mut Canvas, (subject, before, flow): (Subject, String, Flow)) {
    let text = before.clone();
    if canvas.stay() == Stay::Once {
        canvas.tool = Tool::Select;
    }
    canvas.reveal_next = Some(Place::Thing(subject.thing()));
    canvas.in_place.open = Some(Open {
        subject,
        before,
        text,
        flow,
        word: Word::Whole,
        age: Age::New,
        letter: None,
        seen: None,
        back: None,
    });
}

/// Closes the field, keeps what was typed as one step, and goes on to the next thing where the ending says so.
pub(super) fn finish(canvas: &mut Canvas, editor: &mut Editor, ending: Ending) {
    let Some(mut open) = canvas.in_place.open.take() else { return };
    canvas.in_place.ending = None;
    open.catch_up(editor);
    if ending == Ending::Escape {
        open.take_letter_back();
    }
    come_back(canvas, &open);
    canvas.focus.claim();
    let place = open.subject.place(editor.map());
    let kept = keep(&open, editor);
    go_on::go_on(canvas, editor, (&open, ending), (place, kept));
}

/// A view that only went to the field goes back to where it was; one that was moved by hand meanwhile stays.
fn come_back(canvas: &mut Canvas, open: &Open) {
    if let Some((before, Some(shown))) = open.back
        && canvas.camera == shown
    {
        (canvas.camera.corner, canvas.camera.zoom) = (before.corner, before.zoom);
    }
}

/// Whether what was typed came to the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kept {
    /// The thing is on the map with a text.
    Yes,
    /// Nothing got a name, or the thing is gone meanwhile.
    No,
}

/// Makes what was typed a step.
fn keep(open: &Open, editor: &mut Editor) -> Kept {
    if is_kept(open, editor) { Kept::Yes } else { Kept::No }
}

fn is_kept(open: &Open, editor: &mut Editor) -> bool {
    let text = subject::tidy(open.subject.thing(), &open.text);
    editor.cancel_preview();
    if open.subject.is_draft() && text.is_empty() {
        editor.go_to(open.subject.neighbour());
        return false;
    }
    let thing = open.subject.thing();
    let is_gone = matches!(thing, Thing::Note(_)) && text.is_empty();
    if !open.subject.is_draft() && text == open.before && !is_gone {
        return !text.is_empty();
    }
    let about = editor.about(thing);
    let emptied = || Some(Edit::Remove(vec![thing])).filter(|_| thing.exists_in(editor.map()));
    let edit = if is_gone { emptied() } else { open.subject.edit(editor.map(), &text) };
    let is_applied = edit.is_some_and(|edit| editor.apply(edit).is_ok());
    if is_gone && is_applied {
        editor.go_to(about.map(Place::Thing));
    }
    is_applied && !is_gone
}

impl Open {
    /// A save in the middle of typing made a step of what was typed so far: from there it goes on.
    fn catch_up(&mut self, editor: &Editor) {
        let thing = self.subject.thing();
        if let Some(text) = text_of(editor.map(), thing).filter(|_| thing.exists_in(editor.map())) {
            text.clone_into(&mut self.before);
            self.subject = Subject::Standing(thing);
        }
    }
}

/// Shows what is typed on the map, not in the history.
fn preview(open: &mut Open, editor: &mut Editor) {
    open.catch_up(editor);
    let is_changed = open.subject.is_draft() || open.text != open.before;
    let edit = open.subject.edit(editor.map(), &open.text).filter(|_| is_changed);
    // A thing that is gone cannot show what is typed; the field closes when its place is gone.
    if edit.is_none_or(|edit| editor.preview(edit).is_err()) {
        editor.cancel_preview();
    }
}
