//! What a command is called: what does one of two things by the state of the map says which.
//!
//! Must not know keys, nor where a command is shown.

use super::{Command, PathStep};
use crate::{
    editor::{Editor, Order, Step, Tool},
    map::Thing,
    texts::Texts,
};

impl Command {
    /// What it is called where no menu around it says what it makes.
    pub fn name(self, editor: Option<&Editor>, texts: Texts) -> String {
        match self {
            Self::AddLane(kind) => texts.command_new_lane(crate::scene::lane_kind_name(texts, kind)),
            other => other.text_now(editor, texts).to_owned(),
        }
    }

    /// What menus call it: what it would do now.
    pub fn text_now(self, editor: Option<&Editor>, texts: Texts) -> &'static str {
        let Some(editor) = editor else { return self.text(texts) };
        match self {
            Self::LockStructure if editor.is_locked() => texts.command_unlock(),
            Self::LockStructure => texts.command_lock(),
            Self::ToggleLane => toggle_text(editor, texts).unwrap_or(self.text(texts)),
            Self::Path(PathStep::Skip) if editor.skips_selected() => texts.command_path_meet(),
            Self::Path(PathStep::Enter) if editor.enters_at_selection() => texts.command_path_enter_not(),
            Self::Path(PathStep::Leave) if editor.leaves_at_selection() => texts.command_path_leave_not(),
            Self::Reorder(order) => order_text(order, editor, texts).unwrap_or(self.text(texts)),
            other => other.text(texts),
        }
    }
}

/// Whether the selected lane would be hidden or shown.
fn toggle_text(editor: &Editor, texts: Texts) -> Option<&'static str> {
    let lane = editor.map().lane(editor.selected_lane()?)?;
    Some(if lane.is_shown() { texts.command_hide_lane() } else { texts.command_show_lane() })
}

/// Which of a lane and a stage would be moved.
fn order_text(order: Order, editor: &Editor, texts: Texts) -> Option<&'static str> {
    Some(match (editor.primary(), order) {
        (Some(Thing::Lane(_)), Order::Earlier) => texts.command_lane_earlier(),
        (Some(Thing::Lane(_)), Order::Later) => texts.command_lane_later(),
        (_, Order::Earlier) => editor.selected_stage().map(|_| texts.command_stage_earlier())?,
        (_, Order::Later) => editor.selected_stage().map(|_| texts.command_stage_later())?,
    })
}

pub(super) fn band_text(band: u8, texts: Texts) -> &'static str {
    match band {
        0 | 1 => texts.command_band_1(),
        2 => texts.command_band_2(),
        3 => texts.command_band_3(),
        4 => texts.command_band_4(),
        5.. => texts.command_band_5(),
    }
}

pub(super) fn walk_text(step: Step, texts: Texts) -> &'static str {
    match step {
        Step::Left => texts.command_walk_left(),
        Step::Right => texts.command_walk_right(),
        Step::Up => texts.command_walk_up(),
        Step::Down => texts.command_walk_down(),
        Step::Home => texts.command_walk_home(),
        Step::End => texts.command_walk_end(),
        Step::StageBefore => texts.command_walk_stage_before(),
        Step::StageAfter => texts.command_walk_stage_after(),
        Step::First => texts.command_walk_first(),
        Step::Last => texts.command_walk_last(),
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
        Tool::Pencil => texts.tool_pencil(),
    }
}
