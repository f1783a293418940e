//! The small widgets that panels share: fields, sliders, chips, buttons. Each is labelled for a screen reader and
//! works from the keyboard. They change the map through a [`Desk`]; must not know which panel they stand in.

mod button;
mod check;
mod chips;
mod choice;
mod color;
mod desk;
mod field;
mod icon;
mod layout;
mod row;
mod segments;
mod slider;
mod tall_menu;
mod typed;

pub use button::{add_button, icon_button, remove_button, row_button, text_button, unless_held};
pub use check::check_ui;
pub use chips::{Chips, ChipsChange, chips_ui};
pub use choice::{Choice, choice_ui, keyboard_back, long_choice_ui, paint_chevron};
pub use color::{OF_PERSONAS, OF_STAGES, color_ui};
pub use desk::Desk;
pub use field::{Field, Frame, Lines, commit_abandoned, forget_draft};
pub use icon::paint_icon;
pub use layout::{labelled, line, section, sentence};
pub use row::Row;
pub use segments::segments_ui;
pub use slider::{ScoreSlider, score_slider_ui};
pub use tall_menu::{bar_menu, follow_focus, in_window, menu_button};
pub use typed::{date_ui, edited_text, has_date_form, number_ui, percent_ui, whole_number_ui};
