//! The commands that concern the map alone, carried out: by the canvas for a key, by the program for a menu.
//!
//! Must not know keys, files or what other commands do.

use super::{
    Around, Canvas, ZoomStep,
    find::{Shown, Way},
    in_place, pointer,
};
use crate::{
    editor::{EditError, Editor, New, Place, Step, Tool},
    map::Curve,
    scene::{Layouter, PersonaChoice},
    ui::{
        Command,
        command::{PathStep, PersonaStep},
    },
};

impl Canvas {
    /// Carries out a command; `None` for the commands that are the program's.
    pub fn carry_out(
        &mut self,
        command: Command,
        editor: &mut Editor,
        layouter: &mut Layouter,
    ) -> Option<Result<(), EditError>> {
        self.note_chosen(command);
        match command {
            Command::Delete => Some(editor.remove_selected()),
            Command::Duplicate => Some(self.duplicate(editor)),
            Command::AddCard => Some(self.new_card(editor)),
            Command::AddCardBelow => Some(in_place::begin_card_below(self, editor)),
            Command::EditText => Some(self.edit_here(editor)),
            Command::Move(direction) => Some(self.and_reveal(editor.shift(direction), editor)),
            Command::Reorder(order) => Some(self.and_reveal(editor.reorder(order), editor)),
            Command::AddLane(kind) => {
                let made = editor.make(New::Lane(kind)).map(|_| ());
                Some(self.and_reveal(made, editor))
            }
            Command::ToggleLane => Some(editor.toggle_lane()),
            Command::Line(line) => Some(editor.toggle_line(line)),
            Command::Band(band) => Some(editor.set_band(band, &self.view)),
            Command::Pull(pull) => Some(editor.nudge(pull.points(), &self.view)),
            Command::LockStructure => Some(editor.toggle_lock()),
            Command::RemoveArrow => Some(editor.detach_selected()),
            Command::Path(PathStep::Skip) => Some(editor.skip_selected(&self.view)),
            Command::Path(PathStep::Enter) => Some(editor.enter_at_selected(&self.view)),
            Command::Path(PathStep::Leave) => Some(editor.leave_at_selected(&self.view)),
            Command::Path(PathStep::Whole) => Some(editor.clear_path(&self.view)),
            Command::Persona(PersonaStep::Remove) => Some(editor.remove_persona()),
            sure => self.carry_out_surely(sure, editor, layouter).then_some(Ok(())),
        }
    }

    /// Carries out a command that nothing can refuse; whether it was one.
    fn carry_out_surely(&mut self, command: Command, editor: &mut Editor, layouter: &mut Layouter) -> bool {
        match command {
            Command::Undo => {
                editor.undo();
                self.show_as_before_step(editor);
            }
            Command::Redo => editor.redo(),
            Command::SelectAll => editor.select_all(),
            Command::SelectStage => editor.select_touchpoints_of_stages(),
            Command::AddStage => self.new_stage(editor),
            Command::AddTouchpoint => self.new_touchpoint(editor),
            Command::AddNote => self.new_note(editor),
            Command::Walk(step) => self.walk(step, editor),
            Command::Cancel => self.cancel(editor, layouter),
            Command::Tool(Tool::Pencil) => {
                pointer::cancel(self, editor);
                self.take_pencil(Curve::Actual);
            }
            Command::Tool(tool) => {
                pointer::cancel(self, editor);
                self.take(tool);
            }
            Command::ExpectedPencil => {
                pointer::cancel(self, editor);
                self.take_pencil(Curve::Expected);
            }
            Command::Find => self.open_find(Shown::Find),
            Command::Replace => self.open_find(Shown::Replace),
            Command::FindNext => self.find_on(Way::Next, editor),
            Command::FindPrevious => self.find_on(Way::Previous, editor),
            Command::ZoomIn => self.zoom(ZoomStep::In),
            Command::ZoomOut => self.zoom(ZoomStep::Out),
            Command::ZoomFull => self.zoom_to(1.0),
            Command::ZoomFit => self.zoom_fit(&layouter.layout(editor.shown(), &self.view)),
            Command::ZoomSelection => self.zoom_selection(editor, &layouter.layout(editor.shown(), &self.view)),
            Command::ContextMenu => self.menu.ask(),
            Command::Persona(PersonaStep::All) => self.view.persona = PersonaChoice::All,
            Command::Persona(PersonaStep::Only) => {
                let meant = editor.persona_meant().map(|persona| persona.id);
                self.view.persona = meant.map_or(self.view.persona, PersonaChoice::One);
            }
            Command::New
            | Command::NewFromTemplate
            | Command::OpenTemplate(_)
            | Command::OpenOwnTemplate(_)
            | Command::RemoveTemplate(_)
            | Command::GuidedStart
            | Command::SaveAsTemplate
            | Command::Open
            | Command::OpenRecent(_)
            | Command::OpenSample(_)
            | Command::BringBack(_)
            | Command::DiscardRecovered(_)
            | Command::Save
            | Command::SaveAs
            | Command::ExportSvg
            | Command::ExportPng
            | Command::CloseMap
            | Command::Quit
            | Command::AttachSurvey
            | Command::ToggleInspector
            | Command::ToggleReview
            | Command::AddPersona
            | Command::SetPortrait
            | Command::Persona(PersonaStep::Rename | PersonaStep::Remove)
            | Command::InsertImage
            | Command::Language(_)
            | Command::Theme(_)
            | Command::Scale(_)
            | Command::ToggleMotion
            | Command::Launcher
            | Command::Shortcuts
            | Command::About
            | Command::Cut
            | Command::Copy
            | Command::Paste
            | Command::CopyLook
            | Command::PasteLook
            | Command::CopyPicture
            | Command::CopySvg
            | Command::Import
            | Command::Delete
            | Command::LockStructure
            | Command::RemoveArrow
            | Command::Duplicate
            | Command::AddCard
            | Command::AddCardBelow
            | Command::EditText
            | Command::Move(_)
            | Command::Reorder(_)
            | Command::ToggleBars
            | Command::ToggleMinimap
            | Command::FullScreen
            | Command::NextPart
            | Command::PreviousPart
            | Command::AddLane(_)
            | Command::ToggleLane
            | Command::Line(_)
            | Command::Band(_)
            | Command::Pull(_)
            | Command::Path(_) => return false,
        }
        true
    }

    fn duplicate(&mut self, editor: &mut Editor) -> Result<(), EditError> {
        editor.duplicate()?;
        self.show_selection(editor);
        Ok(())
    }

    fn walk(&mut self, step: Step, editor: &mut Editor) {
        let place = editor.walk(step, &self.view);
        self.reveal_next = place.or(self.reveal_next);
        if let (Step::First, Some(Place::Thing(thing))) = (step, place) {
            self.bring_in = vec![thing];
        }
    }

    /// Shows where what was moved stands now.
    fn and_reveal(&mut self, done: Result<(), EditError>, editor: &Editor) -> Result<(), EditError> {
        self.reveal_next = editor.place();
        done
    }

    /// The text of what is selected; in an empty cell a card.
    fn edit_here(&mut self, editor: &mut Editor) -> Result<(), EditError> {
        match editor.place() {
            Some(Place::Thing(thing)) => self.edit_text(editor, thing),
            Some(Place::Cell(_)) => self.new_card(editor)?,
            None => {}
        }
        Ok(())
    }

    fn cancel(&mut self, editor: &mut Editor, layouter: &mut Layouter) {
        let has_rest = editor.place().is_none() && self.tool == Tool::Select;
        if pointer::cancel(self, editor) {
            return;
        }
        if has_rest && self.around == Around::Nothing {
            self.asked.push(Command::ToggleBars);
        }
        pointer::put_away(self, editor, layouter);
    }

    /// A new note beside what is selected, its text being typed.
    pub(super) fn new_note(&mut self, editor: &mut Editor) {
        self.finish_text(editor);
        let note = editor.note_beside();
        in_place::begin_note(self, editor, note);
    }

    /// A new card where what is selected has its cards, its text being typed.
    pub(super) fn new_card(&mut self, editor: &mut Editor) -> Result<(), EditError> {
        in_place::begin_card(self, editor)
    }
}
