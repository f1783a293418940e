//! Everything that menus, shortcuts and buttons can ask for, in one table: its text here, what it is called by the state
//! of the map in `naming`, what else it is looked for by in `search`, its keys in `keys`, its place in the lists of
//! commands in `list`, and whether it can be done now in `enabled`.
//!
//! Must not know how a command is carried out (that is `canvas` for what concerns the map alone, and `app`).

mod enabled;
mod keys;
mod list;
mod naming;
mod search;

pub use keys::{Keys, Listener, Pressed};
pub use list::Group;
pub use naming::tool_text;

use super::choices::{Scale, ThemeChoice};
use crate::{
    editor::{Direction, Order, Step, Tool},
    map::{BlueprintLine, LaneKind},
    texts::{Language, Texts},
};
use naming::{band_text, walk_text};

/// A request by menu, shortcut or button; carried out after the frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// A new, empty map.
    New,
    /// Shows the templates from which a map can be begun.
    NewFromTemplate,
    /// A new map from the nth template of the program.
    OpenTemplate(usize),
    /// A new map from the nth template of the user's own.
    OpenOwnTemplate(usize),
    /// Removes the nth template of the user's own.
    RemoveTemplate(usize),
    /// A new map from answers to a few questions.
    GuidedStart,
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
    /// Keeps the map as a template of the user's own.
    SaveAsTemplate,
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
    /// Takes what is selected out into the clipboard.
    Cut,
    /// Copies what is selected into the clipboard.
    Copy,
    /// Puts in what the clipboard holds.
    Paste,
    /// Puts a copy beside what is selected.
    Duplicate,
    /// Copies only look and feelings of what is selected.
    CopyLook,
    /// Gives what is selected the look and feelings in the clipboard.
    PasteLook,
    /// Copies what is selected, or the whole map, as a picture.
    CopyPicture,
    /// Copies the same as SVG text.
    CopySvg,
    /// Makes a map of a file of another program.
    Import,
    /// Starts to edit the name or text of what is selected.
    EditText,
    /// Selects everything of the kind that is selected, then all.
    SelectAll,
    /// Selects the touchpoints of the stage that is selected or holds what is selected.
    SelectStage,
    /// Locks stages and touchpoints, or unlocks them.
    LockStructure,
    /// Nearer.
    ZoomIn,
    /// Farther.
    ZoomOut,
    /// 100 %.
    ZoomFull,
    /// The whole map in view.
    ZoomFit,
    /// What is selected in view.
    ZoomSelection,
    /// Hides everything but the map, or brings it back.
    ToggleBars,
    /// Shows or hides the small overview of a long map.
    ToggleMinimap,
    /// Fills the screen with the window, or goes back.
    FullScreen,
    /// Takes the keyboard to the next part of the window.
    NextPart,
    /// Takes the keyboard to the part before.
    PreviousPart,
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
    /// A card in the next lane of cards below what is selected.
    AddCardBelow,
    /// A note on the canvas, beside what is selected.
    AddNote,
    /// Takes the selected note's arrow away.
    RemoveArrow,
    /// Chooses a picture by dialog, for what is selected or the storyboard.
    InsertImage,
    /// A persona.
    AddPersona,
    /// Chooses by dialog the portrait of the selected persona, else of the one that is shown alone.
    SetPortrait,
    /// A lane of a kind.
    AddLane(LaneKind),
    /// Hides the selected lane, or shows it again.
    ToggleLane,
    /// Draws a line of a service blueprint under the selected lane, or takes it away.
    Line(BlueprintLine),
    /// Chooses a survey file by dialog.
    AttachSurvey,
    /// Chooses a tool of the canvas.
    Tool(Tool),
    /// Takes the pencil that draws the expected curve.
    ExpectedPencil,
    /// Switches the interface's language.
    Language(Language),
    /// Sets the selected feelings: 1 for the worst to 5 for the best.
    Band(u8),
    /// Pulls the selected feelings a little.
    Pull(Pull),
    /// Changes the own path of the persona that is shown.
    Path(PathStep),
    /// Does something with the persona that is selected, else with the one that is shown alone.
    Persona(PersonaStep),
    /// Walks over the map.
    Walk(Step),
    /// Moves what is selected by one place.
    Move(Direction),
    /// Moves the selected lane, or the stage of what is selected, by one place.
    Reorder(Order),
    /// Opens the menu of what is selected.
    ContextMenu,
    /// Puts away what is under way, else the tool, else the selection.
    Cancel,
    /// Opens the bar to find words on the map.
    Find,
    /// Opens it to replace words too.
    Replace,
    /// Shows the next match.
    FindNext,
    /// Shows the previous match.
    FindPrevious,
    /// Finds a command, a thing of the map or a map by name.
    Launcher,
    /// Chooses the window's colours.
    Theme(ThemeChoice),
    /// Chooses how large the window's words are.
    Scale(Scale),
    /// Lets things move by themselves, or not.
    ToggleMotion,
    /// Shows the list of shortcuts.
    Shortcuts,
    /// Shows name, version and licences.
    About,
}

/// How far a feeling is pulled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pull {
    /// 5 up.
    Up,
    /// 5 down.
    Down,
    /// 1 up.
    FineUp,
    /// 1 down.
    FineDown,
}

impl Pull {
    /// Every pull.
    pub const ALL: [Self; 4] = [Self::Up, Self::Down, Self::FineUp, Self::FineDown];

    /// By how much, in points of the score.
    pub fn points(self) -> i32 {
        match self {
            Self::Up => 5,
            Self::Down => -5,
            Self::FineUp => 1,
            Self::FineDown => -1,
        }
    }
}

/// What a persona's own path does at what is selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PathStep {
    /// It skips the touchpoint, or meets it again.
    Skip,
    /// It enters here, or no longer.
    Enter,
    /// It leaves here, or no longer.
    Leave,
    /// It goes the whole way.
    Whole,
}

impl PathStep {
    /// Every step, in the order of the menu.
    pub const ALL: [Self; 4] = [Self::Skip, Self::Enter, Self::Leave, Self::Whole];
}

/// What is done with a persona.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PersonaStep {
    /// Its name is typed.
    Rename,
    /// It is removed with its feelings.
    Remove,
    /// Its feelings alone are shown.
    Only,
    /// Those of all personas are shown.
    All,
}

impl Command {
    /// What it is called whatever the state of the map.
    pub fn text(self, texts: Texts) -> &'static str {
        match self {
            Self::New => texts.command_new(),
            Self::NewFromTemplate => texts.command_new_from_template(),
            Self::RemoveTemplate(_) => texts.command_remove_template(),
            Self::GuidedStart => texts.command_guided_start(),
            Self::SaveAsTemplate => texts.command_save_as_template(),
            Self::Open => texts.command_open(),
            Self::OpenRecent(_) | Self::OpenSample(_) | Self::OpenTemplate(_) | Self::OpenOwnTemplate(_) => {
                texts.command_open_this()
            }
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
            Self::Cut => texts.command_cut(),
            Self::Copy => texts.command_copy(),
            Self::Paste => texts.command_paste(),
            Self::Duplicate => texts.command_duplicate(),
            Self::CopyLook => texts.command_copy_look(),
            Self::PasteLook => texts.command_paste_look(),
            Self::CopyPicture => texts.command_copy_picture(),
            Self::CopySvg => texts.command_copy_svg(),
            Self::Import => texts.command_import(),
            Self::EditText => texts.command_edit_text(),
            Self::SelectAll => texts.command_select_all(),
            Self::SelectStage => texts.command_select_stage(),
            Self::LockStructure => texts.command_lock_structure(),
            Self::ZoomIn => texts.command_zoom_in(),
            Self::ZoomOut => texts.command_zoom_out(),
            Self::ZoomFull => texts.command_zoom_full(),
            Self::ZoomFit => texts.command_zoom_fit(),
            Self::ZoomSelection => texts.command_zoom_selection(),
            Self::ToggleBars => texts.command_toggle_bars(),
            Self::ToggleMinimap => texts.command_minimap(),
            Self::FullScreen => texts.command_full_screen(),
            Self::NextPart => texts.command_next_part(),
            Self::PreviousPart => texts.command_previous_part(),
            Self::ToggleInspector => texts.command_inspector(),
            Self::ToggleReview => texts.command_review(),
            Self::AddStage => texts.command_add_stage(),
            Self::AddTouchpoint => texts.command_add_touchpoint(),
            Self::AddCard => texts.command_add_card(),
            Self::AddCardBelow => texts.command_add_card_below(),
            Self::AddNote => texts.command_add_note(),
            Self::RemoveArrow => texts.command_remove_arrow(),
            Self::InsertImage => texts.command_insert_image(),
            Self::AddPersona => texts.command_add_persona(),
            Self::SetPortrait => texts.command_set_portrait(),
            Self::AddLane(kind) => crate::scene::lane_kind_name(texts, kind),
            Self::ToggleLane => texts.command_toggle_lane(),
            Self::Line(line) => crate::scene::blueprint_line_name(texts, line),
            Self::AttachSurvey => texts.command_attach_survey(),
            Self::Tool(tool) => tool_text(tool, texts),
            Self::ExpectedPencil => texts.command_expected_pencil(),
            Self::Language(Language::English) => texts.command_english(),
            Self::Language(Language::Vietnamese) => texts.command_vietnamese(),
            Self::Band(band) => band_text(band, texts),
            Self::Pull(Pull::Up) => texts.command_pull_up(),
            Self::Pull(Pull::Down) => texts.command_pull_down(),
            Self::Pull(Pull::FineUp) => texts.command_pull_fine_up(),
            Self::Pull(Pull::FineDown) => texts.command_pull_fine_down(),
            Self::Path(PathStep::Skip) => texts.command_path_skip(),
            Self::Path(PathStep::Enter) => texts.command_path_enter(),
            Self::Path(PathStep::Leave) => texts.command_path_leave(),
            Self::Path(PathStep::Whole) => texts.command_path_whole(),
            Self::Persona(PersonaStep::Rename) => texts.command_persona_rename(),
            Self::Persona(PersonaStep::Remove) => texts.command_persona_remove(),
            Self::Persona(PersonaStep::Only) => texts.command_persona_only(),
            Self::Persona(PersonaStep::All) => texts.command_persona_all(),
            Self::Walk(step) => walk_text(step, texts),
            Self::Move(Direction::Left) => texts.command_move_left(),
            Self::Move(Direction::Right) => texts.command_move_right(),
            Self::Move(Direction::Up) => texts.command_move_up(),
            Self::Move(Direction::Down) => texts.command_move_down(),
            Self::Reorder(Order::Earlier) => texts.command_order_earlier(),
            Self::Reorder(Order::Later) => texts.command_order_later(),
            Self::ContextMenu => texts.command_context_menu(),
            Self::Cancel => texts.command_cancel(),
            Self::Find => texts.command_find(),
            Self::Replace => texts.command_replace(),
            Self::FindNext => texts.command_find_next(),
            Self::FindPrevious => texts.command_find_previous(),
            Self::Launcher => texts.command_launcher(),
            Self::Theme(theme) => theme.text(texts),
            Self::Scale(scale) => scale.text(texts),
            Self::ToggleMotion => texts.command_motion(),
            Self::Shortcuts => texts.command_shortcuts(),
            Self::About => texts.command_about(),
        }
    }
}
