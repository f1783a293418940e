//! The window's widgets in egui. Widgets change the map through the [`Editor`](crate::editor::Editor) and ask for
//! everything else with a [`Command`]; must not know files, threads or dialogs of the system.
//!
//! Order of a frame: `canvas::canvas_input` (the hand), panels, `canvas::canvas_ui` (the picture), so that panels and
//! picture show the same state in the same frame.

pub mod ask;
pub mod canvas;
pub mod choices;
pub mod chrome;
pub mod command;
pub mod emotion_wheel;
pub mod fuzzy;
pub mod guided_start;
pub mod histogram;
pub mod inspector;
pub mod launcher;
pub mod map_cards;
pub mod menu_bar;
mod menu_keys;
mod middle;
pub mod notices;
mod panels;
mod parts;
pub mod paste_preview;
pub mod path_dialog;
pub mod persona_sign;
pub mod pictures;
pub mod review_panel;
pub mod shell;
pub mod shortcut_list;
pub mod start_page;
pub mod survey_wizard;
pub mod template_dialog;
pub mod template_gallery;
pub mod theme;
pub mod thumbnail;
pub mod tip;
pub mod widgets;

pub use command::Command;

use crate::{scene::Palette, texts::Texts};
use choices::{Choices, Motion};

/// What every widget needs to know about how things look and read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// The words.
    pub texts: Texts,
    /// The colours.
    pub palette: Palette,
    /// What the person chose about them, for the menus.
    pub choices: Choices,
    /// Whether things move by themselves.
    pub motion: Motion,
}
