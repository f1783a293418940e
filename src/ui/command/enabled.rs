//! Whether a command can be carried out now.
//!
//! Must not know how it is carried out.

use super::{Command, PathStep, PersonaStep};
use crate::{
    editor::{Editor, Tool, cell_below},
    map::Thing,
    scene::shown_personas,
};

impl Command {
    /// Whether it can be carried out with the open map, or without one.
    pub fn is_enabled(self, editor: Option<&Editor>) -> bool {
        if self.is_locked(editor) {
            return false;
        }
        match self {
            Self::New
            | Self::NewFromTemplate
            | Self::OpenTemplate(_)
            | Self::OpenOwnTemplate(_)
            | Self::RemoveTemplate(_)
            | Self::GuidedStart
            | Self::Open
            | Self::Import
            | Self::OpenRecent(_)
            | Self::OpenSample(_)
            | Self::BringBack(_)
            | Self::DiscardRecovered(_)
            | Self::Quit
            | Self::Language(_)
            | Self::FullScreen
            | Self::NextPart
            | Self::PreviousPart
            | Self::Theme(_)
            | Self::Scale(_)
            | Self::ToggleMotion
            | Self::Launcher
            | Self::Shortcuts
            | Self::About => true,
            Self::Undo => editor.is_some_and(|editor| editor.history().undoable().is_some()),
            Self::Redo => editor.is_some_and(|editor| editor.history().redoable().is_some()),
            Self::Delete | Self::Band(_) | Self::Move(_) | Self::Reorder(_) => {
                editor.is_some_and(|editor| !editor.selection().is_empty())
            }
            Self::RemoveArrow => {
                editor.is_some_and(|editor| editor.primary().and_then(|thing| editor.about(thing)).is_some())
            }
            Self::EditText => editor.is_some_and(|editor| editor.place().is_some()),
            Self::AddCardBelow => editor
                .is_some_and(|editor| editor.place().is_some_and(|place| cell_below(editor.map(), place).is_some())),
            Self::SelectStage => editor.is_some_and(|editor| editor.selected_stage().is_some()),
            Self::Cut | Self::Copy => editor.is_some_and(Editor::has_copyable),
            Self::Duplicate => editor.is_some_and(Editor::has_duplicable),
            Self::CopyLook => editor.is_some_and(|editor| editor.copied_look().is_some()),
            Self::Path(PathStep::Whole) => editor.is_some_and(|editor| match editor.persona_alone() {
                Some(persona) => !persona.path.is_whole(),
                None => editor.map().personas.iter().any(|persona| !persona.path.is_whole()),
            }),
            Self::Persona(step) => editor.is_some_and(|editor| can_do(step, editor)),
            Self::Path(PathStep::Skip | PathStep::Enter | PathStep::Leave) => {
                editor.is_some_and(|editor| editor.selected_touchpoint().is_some())
            }
            Self::Pull(_) => editor.is_some_and(|editor| editor.primary().is_some_and(Thing::is_value)),
            Self::AddCard | Self::AddTouchpoint => editor.is_some_and(|editor| !editor.map().stages.is_empty()),
            Self::InsertImage => editor.is_some_and(|editor| {
                !editor.map().stages.is_empty() || matches!(editor.primary(), Some(Thing::Persona(_)))
            }),
            Self::AddLane(kind) => editor.is_some_and(|editor| editor.map().takes_lane(kind)),
            Self::Paste | Self::PasteLook | Self::CopyPicture | Self::CopySvg => editor.is_some(),
            Self::ToggleLane | Self::Line(_) => editor.is_some_and(|editor| editor.selected_lane().is_some()),
            Self::Save
            | Self::SaveAs
            | Self::SaveAsTemplate
            | Self::ExportSvg
            | Self::ExportPng
            | Self::CloseMap
            | Self::SelectAll
            | Self::LockStructure
            | Self::Find
            | Self::Replace
            | Self::FindNext
            | Self::FindPrevious
            | Self::Cancel
            | Self::ZoomIn
            | Self::ZoomOut
            | Self::ZoomFull
            | Self::ZoomFit
            | Self::ZoomSelection
            | Self::ToggleBars
            | Self::ToggleMinimap
            | Self::ContextMenu
            | Self::ToggleInspector
            | Self::ToggleReview
            | Self::AddStage
            | Self::AddPersona
            | Self::SetPortrait
            | Self::AddNote
            | Self::AttachSurvey
            | Self::Walk(_)
            | Self::Tool(_)
            | Self::ExpectedPencil => editor.is_some(),
        }
    }

    /// Whether it concerns how the map is looked at, or abandons a drag: what a key can do while something is dragged.
    pub fn is_for_view(self) -> bool {
        matches!(
            self,
            Self::Cancel
                | Self::ZoomIn
                | Self::ZoomOut
                | Self::ZoomFull
                | Self::ZoomFit
                | Self::ToggleBars
                | Self::ToggleMinimap
                | Self::FullScreen
        )
    }

    /// Whether it cannot be carried out because the structure of the open map is locked.
    pub fn is_locked(self, editor: Option<&Editor>) -> bool {
        let makes = matches!(self, Self::AddStage | Self::AddTouchpoint | Self::Tool(Tool::Stage | Tool::Touchpoint));
        let takes = matches!(self, Self::Delete | Self::Cut | Self::Duplicate | Self::Move(_));
        let orders = matches!(self, Self::Reorder(_));
        editor.is_some_and(|editor| {
            let is_of_stage = || !matches!(editor.primary(), Some(Thing::Lane(_)));
            editor.is_locked() && (makes || (takes && editor.holds_selection()) || (orders && is_of_stage()))
        })
    }
}

/// Whether something can be done with the persona that is meant.
fn can_do(step: PersonaStep, editor: &Editor) -> bool {
    let is_meant = editor.persona_meant().is_some();
    let several = shown_personas(editor.map()).nth(1).is_some();
    match step {
        PersonaStep::Rename => is_meant,
        PersonaStep::Remove => is_meant && editor.map().personas.len() > 1,
        PersonaStep::Only => is_meant && several && editor.persona_alone().is_none(),
        PersonaStep::All => several && editor.persona_alone().is_some(),
    }
}
