//! Everything that menus, shortcuts and buttons can ask for, in one table: text, keys, whether it can be done now.
//!
//! Must not know how a command is carried out (that is `app`).

use crate::{
    editor::{Editor, Tool},
    map::LaneKind,
    texts::{Language, Texts},
};
use egui::{Key, KeyboardShortcut, Modifiers};

/// A request by menu, shortcut or button; carried out after the frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// A new, empty map.
    New,
    /// Opens a map by dialog.
    Open,
    /// Opens the nth recent map.
    OpenRecent(usize),
    /// Opens the nth sample map, as a copy without a file.
    OpenSample(usize),
    /// Brings back the nth piece of work that was not saved.
    BringBack(usize),
    /// Throws away the nth piece of work that was not saved.
    DiscardRecovered(usize),
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
    /// A card in the first card lane of the selected touchpoint.
    AddCard,
    /// A persona.
    AddPersona,
    /// A lane of a kind.
    AddLane(LaneKind),
    /// Chooses a survey file by dialog.
    AttachSurvey,
    /// Chooses a tool of the canvas.
    Tool(Tool),
    /// Switches the interface's language.
    Language(Language),
    /// Shows the list of shortcuts.
    Shortcuts,
    /// Shows name, version and licences.
    About,
}

/// The keys of a command and who listens to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keys {
    /// Works everywhere; the shell listens.
    Everywhere(KeyboardShortcut),
    /// Works while no text is edited; the canvas listens.
    OnCanvas(KeyboardShortcut),
}

const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

impl Command {
    /// The commands with keys of the shell, longer shortcuts first: egui lets Ctrl+S match Ctrl+Shift+S.
    pub const WITH_SHELL_KEYS: [Self; 14] = [
        Self::SaveAs,
        Self::Redo,
        Self::ExportPng,
        Self::AttachSurvey,
        Self::New,
        Self::Open,
        Self::Save,
        Self::Undo,
        Self::ExportSvg,
        Self::CloseMap,
        Self::Quit,
        Self::ToggleInspector,
        Self::ToggleReview,
        Self::Shortcuts,
    ];

    /// What menus and buttons call it.
    pub fn text(self, texts: Texts) -> &'static str {
        match self {
            Self::New => texts.command_new(),
            Self::Open => texts.command_open(),
            Self::OpenRecent(_) | Self::OpenSample(_) => texts.command_open_this(),
            Self::BringBack(_) => texts.command_bring_back(),
            Self::DiscardRecovered(_) => texts.command_discard(),
            Self::Save => texts.command_save(),
            Self::SaveAs => texts.command_save_as(),
            Self::ExportSvg => texts.command_export_svg(),
            Self::ExportPng => texts.command_export_png(),
            Self::CloseMap => texts.command_close_map(),
            Self::Quit => texts.command_quit(),
            Self::Undo => texts.command_undo(),
            Self::Redo => texts.command_redo(),
            Self::Delete => texts.command_delete(),
            Self::EditText => texts.command_edit_text(),
            Self::SelectAll => texts.command_select_all(),
            Self::ZoomIn => texts.command_zoom_in(),
            Self::ZoomOut => texts.command_zoom_out(),
            Self::ZoomFull => texts.command_zoom_full(),
            Self::ZoomFit => texts.command_zoom_fit(),
            Self::ToggleInspector => texts.command_inspector(),
            Self::ToggleReview => texts.command_review(),
            Self::AddStage => texts.command_add_stage(),
            Self::AddTouchpoint => texts.command_add_touchpoint(),
            Self::AddCard => texts.command_add_card(),
            Self::AddPersona => texts.command_add_persona(),
            Self::AddLane(kind) => crate::scene::lane_kind_name(texts, kind),
            Self::AttachSurvey => texts.command_attach_survey(),
            Self::Tool(tool) => tool_text(tool, texts),
            Self::Language(Language::English) => texts.command_english(),
            Self::Language(Language::Vietnamese) => texts.command_vietnamese(),
            Self::Shortcuts => texts.command_shortcuts(),
            Self::About => texts.command_about(),
        }
    }

    /// Its keys, if it has any.
    pub fn keys(self) -> Option<Keys> {
        let everywhere = |modifiers, key| Some(Keys::Everywhere(KeyboardShortcut::new(modifiers, key)));
        let canvas = |modifiers, key| Some(Keys::OnCanvas(KeyboardShortcut::new(modifiers, key)));
        match self {
            Self::New => everywhere(Modifiers::COMMAND, Key::N),
            Self::Open => everywhere(Modifiers::COMMAND, Key::O),
            Self::Save => everywhere(Modifiers::COMMAND, Key::S),
            Self::SaveAs => everywhere(CTRL_SHIFT, Key::S),
            Self::ExportSvg => everywhere(Modifiers::COMMAND, Key::E),
            Self::ExportPng => everywhere(CTRL_SHIFT, Key::E),
            Self::CloseMap => everywhere(Modifiers::COMMAND, Key::W),
            Self::Quit => everywhere(Modifiers::COMMAND, Key::Q),
            Self::Undo => everywhere(Modifiers::COMMAND, Key::Z),
            Self::Redo => everywhere(CTRL_SHIFT, Key::Z),
            Self::AttachSurvey => everywhere(CTRL_SHIFT, Key::U),
            Self::ToggleInspector => everywhere(Modifiers::NONE, Key::F4),
            Self::ToggleReview => everywhere(Modifiers::NONE, Key::F6),
            Self::Shortcuts => everywhere(Modifiers::NONE, Key::F1),
            Self::Delete => canvas(Modifiers::NONE, Key::Delete),
            Self::EditText => canvas(Modifiers::NONE, Key::F2),
            Self::SelectAll => canvas(Modifiers::COMMAND, Key::A),
            Self::ZoomIn => canvas(Modifiers::COMMAND, Key::Plus),
            Self::ZoomOut => canvas(Modifiers::COMMAND, Key::Minus),
            Self::ZoomFull => canvas(Modifiers::COMMAND, Key::Num0),
            Self::ZoomFit => canvas(Modifiers::SHIFT, Key::Num1),
            Self::Tool(tool) => canvas(Modifiers::NONE, tool_key(tool)),
            Self::OpenRecent(_)
            | Self::OpenSample(_)
            | Self::BringBack(_)
            | Self::DiscardRecovered(_)
            | Self::AddStage
            | Self::AddTouchpoint
            | Self::AddCard
            | Self::AddPersona
            | Self::AddLane(_)
            | Self::Language(_)
            | Self::About => None,
        }
    }

    /// Its keys as menus and tooltips write them.
    pub fn keys_text(self, ctx: &egui::Context) -> String {
        match self.keys() {
            Some(Keys::Everywhere(keys) | Keys::OnCanvas(keys)) => ctx.format_shortcut(&keys),
            None => String::new(),
        }
    }

    /// Whether it can be carried out with the open map, or without one.
    pub fn is_enabled(self, editor: Option<&Editor>) -> bool {
        match self {
            Self::New
            | Self::Open
            | Self::OpenRecent(_)
            | Self::OpenSample(_)
            | Self::BringBack(_)
            | Self::DiscardRecovered(_)
            | Self::Quit
            | Self::Language(_)
            | Self::Shortcuts
            | Self::About => true,
            Self::Undo => editor.is_some_and(|editor| editor.history().undoable().is_some()),
            Self::Redo => editor.is_some_and(|editor| editor.history().redoable().is_some()),
            Self::Delete | Self::EditText => editor.is_some_and(|editor| !editor.selection().is_empty()),
            Self::AddCard | Self::AddTouchpoint => editor.is_some_and(|editor| !editor.map().stages.is_empty()),
            Self::AddLane(kind) => editor.is_some_and(|editor| editor.map().takes_lane(kind)),
            Self::Save
            | Self::SaveAs
            | Self::ExportSvg
            | Self::ExportPng
            | Self::CloseMap
            | Self::SelectAll
            | Self::ZoomIn
            | Self::ZoomOut
            | Self::ZoomFull
            | Self::ZoomFit
            | Self::ToggleInspector
            | Self::ToggleReview
            | Self::AddStage
            | Self::AddPersona
            | Self::AttachSurvey
            | Self::Tool(_) => editor.is_some(),
        }
    }
}

/// What a tool is called.
pub fn tool_text(tool: Tool, texts: Texts) -> &'static str {
    match tool {
        Tool::Select => texts.tool_select(),
        Tool::Hand => texts.tool_hand(),
        Tool::Stage => texts.tool_stage(),
        Tool::Touchpoint => texts.tool_touchpoint(),
        Tool::Note => texts.tool_note(),
        Tool::Link => texts.tool_link(),
    }
}

/// The key of a tool.
pub fn tool_key(tool: Tool) -> Key {
    match tool {
        Tool::Select => Key::V,
        Tool::Hand => Key::H,
        Tool::Stage => Key::S,
        Tool::Touchpoint => Key::T,
        Tool::Note => Key::N,
        Tool::Link => Key::L,
    }
}
