//! All commands in one list, and the groups in which the list of shortcuts shows them.
//!
//! Must not know keys or texts of commands.

use super::{Command, PathStep, PersonaStep, Pull};
use crate::{
    editor::{Direction, Order, Step, Tool},
    map::{BlueprintLine, LaneKind},
    texts::{Language, Texts},
    ui::choices::{Scale, ThemeChoice},
};

/// What a command is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// Maps and files.
    File,
    /// Changing what is there.
    Edit,
    /// Making new things.
    Insert,
    /// Going from thing to thing.
    Walk,
    /// Feelings.
    Feel,
    /// The tools of the canvas.
    Tools,
    /// How the map is looked at.
    View,
    /// Surveys and the review.
    Review,
    /// Help.
    Help,
}

impl Group {
    /// Every group, in the order of the list of shortcuts.
    pub const ALL: [Self; 9] = [
        Self::Insert,
        Self::Walk,
        Self::Feel,
        Self::Edit,
        Self::Tools,
        Self::View,
        Self::File,
        Self::Review,
        Self::Help,
    ];

    /// What it is called.
    pub fn text(self, texts: Texts) -> &'static str {
        match self {
            Self::File => texts.menu_file(),
            Self::Edit => texts.menu_edit(),
            Self::Insert => texts.menu_insert(),
            Self::Walk => texts.group_walk(),
            Self::Feel => texts.group_feel(),
            Self::Tools => texts.menu_tools(),
            Self::View => texts.menu_view(),
            Self::Review => texts.menu_review(),
            Self::Help => texts.menu_help(),
        }
    }
}

impl Command {
    /// Every command that means the same whatever is open. Where two have the same keys, the first that can be carried
    /// out is meant.
    pub const ALL: &'static [Self] = &[
        Self::New,
        Self::NewFromTemplate,
        Self::GuidedStart,
        Self::Open,
        Self::Import,
        Self::Save,
        Self::SaveAs,
        Self::SaveAsTemplate,
        Self::ExportSvg,
        Self::ExportPng,
        Self::AttachSurvey,
        Self::CloseMap,
        Self::Quit,
        Self::Undo,
        Self::Redo,
        Self::Cut,
        Self::Copy,
        Self::Paste,
        Self::Duplicate,
        Self::CopyLook,
        Self::PasteLook,
        Self::CopyPicture,
        Self::CopySvg,
        Self::EditText,
        Self::Delete,
        Self::SelectAll,
        Self::SelectStage,
        Self::LockStructure,
        Self::Cancel,
        Self::Find,
        Self::FindNext,
        Self::FindPrevious,
        Self::Replace,
        Self::AddStage,
        Self::AddTouchpoint,
        Self::AddCard,
        Self::AddCardBelow,
        Self::AddNote,
        Self::RemoveArrow,
        Self::InsertImage,
        Self::AddPersona,
        Self::SetPortrait,
        Self::Persona(PersonaStep::Rename),
        Self::Persona(PersonaStep::Remove),
        Self::Persona(PersonaStep::Only),
        Self::Persona(PersonaStep::All),
        Self::AddLane(LaneKind::Touchpoints),
        Self::AddLane(LaneKind::Actions),
        Self::AddLane(LaneKind::Thoughts),
        Self::AddLane(LaneKind::Emotion),
        Self::AddLane(LaneKind::DramaticArc),
        Self::AddLane(LaneKind::Channels),
        Self::AddLane(LaneKind::Survey),
        Self::AddLane(LaneKind::PainPoints),
        Self::AddLane(LaneKind::Opportunities),
        Self::AddLane(LaneKind::Backstage),
        Self::AddLane(LaneKind::Notes),
        Self::AddLane(LaneKind::Storyboard),
        Self::ToggleLane,
        Self::Line(BlueprintLine::Interaction),
        Self::Line(BlueprintLine::Visibility),
        Self::Line(BlueprintLine::InternalInteraction),
        Self::Band(1),
        Self::Band(2),
        Self::Band(3),
        Self::Band(4),
        Self::Band(5),
        Self::Pull(Pull::Up),
        Self::Pull(Pull::Down),
        Self::Pull(Pull::FineUp),
        Self::Pull(Pull::FineDown),
        Self::Path(PathStep::Skip),
        Self::Path(PathStep::Enter),
        Self::Path(PathStep::Leave),
        Self::Path(PathStep::Whole),
        Self::Walk(Step::Left),
        Self::Walk(Step::Right),
        Self::Walk(Step::Up),
        Self::Walk(Step::Down),
        Self::Walk(Step::Home),
        Self::Walk(Step::End),
        Self::Walk(Step::StageBefore),
        Self::Walk(Step::StageAfter),
        Self::Walk(Step::First),
        Self::Walk(Step::Last),
        Self::Move(Direction::Left),
        Self::Move(Direction::Right),
        Self::Move(Direction::Up),
        Self::Move(Direction::Down),
        Self::Reorder(Order::Earlier),
        Self::Reorder(Order::Later),
        Self::ContextMenu,
        Self::Tool(Tool::Select),
        Self::Tool(Tool::Hand),
        Self::Tool(Tool::Stage),
        Self::Tool(Tool::Touchpoint),
        Self::Tool(Tool::Note),
        Self::Tool(Tool::Link),
        Self::Tool(Tool::Pencil),
        Self::ExpectedPencil,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomFull,
        Self::ZoomFit,
        Self::ZoomSelection,
        Self::ToggleBars,
        Self::ToggleMinimap,
        Self::FullScreen,
        Self::NextPart,
        Self::PreviousPart,
        Self::ToggleInspector,
        Self::ToggleReview,
        Self::Theme(ThemeChoice::System),
        Self::Theme(ThemeChoice::Light),
        Self::Theme(ThemeChoice::Dark),
        Self::Theme(ThemeChoice::ContrastLight),
        Self::Theme(ThemeChoice::ContrastDark),
        Self::Scale(Scale::Percent75),
        Self::Scale(Scale::Percent90),
        Self::Scale(Scale::Percent100),
        Self::Scale(Scale::Percent110),
        Self::Scale(Scale::Percent125),
        Self::Scale(Scale::Percent150),
        Self::Scale(Scale::Percent175),
        Self::Scale(Scale::Percent200),
        Self::ToggleMotion,
        Self::Language(Language::English),
        Self::Language(Language::Vietnamese),
        Self::Launcher,
        Self::Shortcuts,
        Self::About,
    ];

    /// What it is about.
    pub fn group(self) -> Group {
        match self {
            Self::New
            | Self::NewFromTemplate
            | Self::OpenTemplate(_)
            | Self::OpenOwnTemplate(_)
            | Self::RemoveTemplate(_)
            | Self::GuidedStart
            | Self::SaveAsTemplate
            | Self::Open
            | Self::Import
            | Self::OpenRecent(_)
            | Self::OpenSample(_)
            | Self::BringBack(_)
            | Self::DiscardRecovered(_)
            | Self::Save
            | Self::SaveAs
            | Self::ExportSvg
            | Self::ExportPng
            | Self::CloseMap
            | Self::Quit => Group::File,
            Self::Undo
            | Self::Cut
            | Self::Copy
            | Self::Paste
            | Self::Duplicate
            | Self::CopyLook
            | Self::PasteLook
            | Self::CopyPicture
            | Self::CopySvg
            | Self::Redo
            | Self::Delete
            | Self::EditText
            | Self::SelectAll
            | Self::SelectStage
            | Self::LockStructure
            | Self::RemoveArrow
            | Self::Cancel
            | Self::ToggleLane
            | Self::Move(_)
            | Self::Reorder(_)
            | Self::ContextMenu
            | Self::Find
            | Self::FindNext
            | Self::FindPrevious
            | Self::Replace => Group::Edit,
            Self::AddStage
            | Self::AddTouchpoint
            | Self::AddCard
            | Self::AddCardBelow
            | Self::AddNote
            | Self::InsertImage
            | Self::AddPersona
            | Self::SetPortrait
            | Self::AddLane(_)
            | Self::Line(_) => Group::Insert,
            Self::Band(_) | Self::Pull(_) | Self::Path(_) | Self::Persona(_) => Group::Feel,
            Self::Walk(_) => Group::Walk,
            Self::Tool(_) | Self::ExpectedPencil => Group::Tools,
            Self::ZoomIn
            | Self::ZoomOut
            | Self::ZoomFull
            | Self::ZoomFit
            | Self::ZoomSelection
            | Self::ToggleBars
            | Self::ToggleMinimap
            | Self::FullScreen
            | Self::NextPart
            | Self::PreviousPart
            | Self::ToggleInspector
            | Self::Theme(_)
            | Self::Scale(_)
            | Self::ToggleMotion
            | Self::Language(_) => Group::View,
            Self::ToggleReview | Self::AttachSurvey => Group::Review,
            Self::Launcher | Self::Shortcuts | Self::About => Group::Help,
        }
    }
}
