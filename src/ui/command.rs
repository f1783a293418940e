//! Everything that menus, shortcuts and buttons can ask for, in one table: text, shortcut, enabled.
//!
//! Must not know how a command is carried out (that is `app`).

use crate::{map::LaneKind, texts::Language};

/// A request by menu, shortcut or button; carried out after the frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// A new, empty map.
    New,
    /// Opens a map by dialog.
    Open,
    /// Opens the nth recent map.
    OpenRecent(usize),
    /// Saves the map in its file.
    Save,
    /// Saves the map under another name.
    SaveAs,
    /// Writes the picture as SVG.
    ExportSvg,
    /// Writes the picture as PNG.
    ExportPng,
    /// Closes the map and shows the start page.
    CloseMap,
    /// Ends the program.
    Quit,
    /// One step back.
    Undo,
    /// One step forward.
    Redo,
    /// Removes what is selected.
    Delete,
    /// Starts to edit the name or text of what is selected.
    EditText,
    /// Selects everything of the kind that is selected, then all.
    SelectAll,
    /// Nearer.
    ZoomIn,
    /// Farther.
    ZoomOut,
    /// 100 %.
    ZoomFull,
    /// The whole map in view.
    ZoomFit,
    /// Shows or hides the inspector.
    ToggleInspector,
    /// Shows or hides the review panel.
    ToggleReview,
    /// A stage after the selected one.
    AddStage,
    /// A touchpoint after the selected one.
    AddTouchpoint,
    /// A card in the cell that is selected, or in the first card lane of the selected touchpoint.
    AddCard,
    /// A persona.
    AddPersona,
    /// A lane of a kind.
    AddLane(LaneKind),
    /// Chooses a survey file by dialog.
    AttachSurvey,
    /// Chooses a tool of the canvas.
    Tool(super::canvas::Tool),
    /// Switches the interface's language.
    Language(Language),
    /// Shows the list of shortcuts.
    Shortcuts,
    /// Shows name, version and licences.
    About,
}
