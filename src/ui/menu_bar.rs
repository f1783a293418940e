//! The menu bar: menus on the left, the map's title in the middle, export and language on the right.
//!
//! Must not carry out a command; it notes what was asked for.

use super::{
    Command, Look,
    choices::{Motion, Scale, ThemeChoice},
    chrome,
    command::PathStep,
    panels::Panels,
    theme,
    tip::Tip,
    widgets::{Row, bar_menu, menu_button},
};
use crate::{
    editor::{Direction, Editor, History, Order, Tool},
    map::{BlueprintLine, LaneKind},
    scene::{FontWeight, Role},
    texts::Language,
};
use egui::{Align2, Button, Color32, MenuBar, RichText, Sense, Ui, pos2, vec2};

/// Height of the bar in points.
pub const HEIGHT: f32 = 44.0;
/// Height of its buttons.
const ROW: f32 = 28.0;
/// Least width of a title that is shown, and the room around it, also for its dot, in points.
const LEAST_TITLE: f32 = 64.0;
const AROUND_TITLE: f32 = 28.0;

/// What the bar shows of the open map.
#[derive(Clone, Copy, Debug)]
pub struct Open<'a> {
    /// The open map.
    pub editor: &'a Editor,
    /// Its title as the interface shows it.
    pub title: &'a str,
    /// Which panels are shown beside it.
    pub panels: Panels,
}

/// Shows the bar.
pub fn menu_bar_ui(ui: &mut Ui, open: Option<Open<'_>>, recent: &[String], look: Look, asked: &mut Vec<Command>) {
    let editor = open.map(|open| open.editor);
    let whole = ui.max_rect();
    MenuBar::new().ui(ui, |ui| {
        ui.set_min_height(ROW);
        ui.add_space(8.0);
        file_menu_ui(ui, editor, recent, look, asked);
        edit_menu_ui(ui, editor, look, asked);
        view_menu_ui(ui, open, look, asked);
        insert_menu_ui(ui, editor, look, asked);
        let texts = look.texts;
        menu_button(ui, texts.menu_survey(), |ui| {
            chrome::command_ui(ui, Command::AttachSurvey, editor, look, asked);
        });
        menu_button(ui, texts.menu_review(), |ui| {
            chrome::command_ui(ui, Command::ToggleReview, editor, look, asked);
        });
        menu_button(ui, texts.menu_help(), |ui| {
            chrome::command_ui(ui, Command::Launcher, editor, look, asked);
            chrome::command_ui(ui, Command::Shortcuts, editor, look, asked);
            chrome::command_ui(ui, Command::About, editor, look, asked);
        });
        let left_end = ui.cursor().min.x;
        let mut row = Row::of_buttons(ui);
        if let Some(open) = open {
            row.begin(ui, |ui| title_ui(ui, whole, left_end, open, look));
        }
        row.end(ui, |ui| {
            right_ui(ui, editor, look, asked);
            ui.add_space(12.0 - ui.spacing().item_spacing.x);
        });
    });
}

fn right_ui(ui: &mut Ui, editor: Option<&Editor>, look: Look, asked: &mut Vec<Command>) {
    let texts = look.texts;
    let other = match texts.0 {
        Language::English => Language::Vietnamese,
        Language::Vietnamese => Language::English,
    };
    if editor.is_some() {
        let white = RichText::new(texts.menu_export()).color(theme::color(look.palette, Role::OnColor));
        let button = Button::new(white).fill(theme::color(look.palette, Role::Accent)).min_size(vec2(84.0, 28.0));
        bar_menu(ui, button, |ui| {
            chrome::command_ui(ui, Command::ExportSvg, editor, look, asked);
            chrome::command_ui(ui, Command::ExportPng, editor, look, asked);
        });
        ui.add_space(12.0);
    }
    let code = RichText::new(texts.0.code()).font(theme::font(FontWeight::SemiBold, 12.5));
    let switch = Button::new(code.color(theme::color(look.palette, Role::Soft))).frame(false);
    let response = ui.add(switch).tip(texts.menu_language_switch());
    if response.clicked() {
        asked.push(Command::Language(other));
    }
}

/// The title in the middle of the whole bar, or as near to it as menus and buttons leave room, with a dot while something
/// is not yet in the file.
fn title_ui(ui: &mut Ui, whole: egui::Rect, left_end: f32, open: Open<'_>, look: Look) {
    let (left, right) = (left_end + AROUND_TITLE, ui.max_rect().max.x - AROUND_TITLE);
    if right - left < LEAST_TITLE {
        return;
    }
    let font = theme::font(FontWeight::SemiBold, 13.5);
    let galley = theme::cut_galley(ui.painter(), open.title, font, ink(look), right - left);
    let half = galley.size().x / 2.0;
    let middle = pos2(whole.center().x.min(right - half).max(left + half), whole.center().y);
    let place = Align2::CENTER_CENTER.anchor_size(middle, galley.size());
    let response = ui.allocate_rect(place, Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, open.title));
    response.tip(open.title);
    ui.painter().galley(place.min, galley, ink(look));
    if open.editor.is_modified() {
        let dot = pos2(place.max.x + 16.0, whole.center().y);
        ui.painter().circle_filled(dot, 3.5, theme::color(look.palette, Role::Accent));
        let area = egui::Rect::from_center_size(dot, vec2(14.0, 14.0));
        let response = ui.allocate_rect(area, Sense::hover());
        let note = look.texts.shell_not_in_file();
        response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, note));
        response.tip(note);
    }
}

fn ink(look: Look) -> Color32 {
    theme::color(look.palette, Role::Ink)
}

fn file_menu_ui(ui: &mut Ui, editor: Option<&Editor>, recent: &[String], look: Look, asked: &mut Vec<Command>) {
    let texts = look.texts;
    menu_button(ui, texts.menu_file(), |ui| {
        for command in [Command::New, Command::NewFromTemplate, Command::GuidedStart, Command::Open] {
            chrome::command_ui(ui, command, editor, look, asked);
        }
        ui.add_enabled_ui(!recent.is_empty(), |ui| {
            menu_button(ui, texts.menu_recent(), |ui| {
                for (at, name) in recent.iter().enumerate() {
                    chrome::named_command_ui(ui, name.clone(), Command::OpenRecent(at), editor, asked);
                }
            });
        });
        chrome::command_ui(ui, Command::Import, editor, look, asked);
        ui.separator();
        chrome::command_ui(ui, Command::Save, editor, look, asked);
        chrome::command_ui(ui, Command::SaveAs, editor, look, asked);
        chrome::command_ui(ui, Command::SaveAsTemplate, editor, look, asked);
        ui.separator();
        chrome::command_ui(ui, Command::AttachSurvey, editor, look, asked);
        chrome::command_ui(ui, Command::ExportSvg, editor, look, asked);
        chrome::command_ui(ui, Command::ExportPng, editor, look, asked);
        ui.separator();
        chrome::command_ui(ui, Command::CloseMap, editor, look, asked);
        chrome::command_ui(ui, Command::Quit, editor, look, asked);
    });
}

const ORDER: [Command; 2] = [Command::Reorder(Order::Earlier), Command::Reorder(Order::Later)];

fn edit_menu_ui(ui: &mut Ui, editor: Option<&Editor>, look: Look, asked: &mut Vec<Command>) {
    menu_button(ui, look.texts.menu_edit(), |ui| {
        let texts = look.texts;
        let history = editor.map(Editor::history);
        let undo = history.and_then(History::undo_label).map(|label| texts.edit_undo(label.text(texts)));
        let redo = history.and_then(History::redo_label).map(|label| texts.edit_redo(label.text(texts)));
        for (command, named) in [(Command::Undo, undo), (Command::Redo, redo)] {
            let name = named.unwrap_or_else(|| command.text(texts).to_owned());
            chrome::named_command_ui(ui, name, command, editor, asked);
        }
        ui.separator();
        for command in [Command::Cut, Command::Copy, Command::Paste, Command::Duplicate] {
            chrome::command_ui(ui, command, editor, look, asked);
        }
        ui.separator();
        for command in [Command::CopyLook, Command::PasteLook, Command::CopyPicture, Command::CopySvg] {
            chrome::command_ui(ui, command, editor, look, asked);
        }
        ui.separator();
        for command in [Command::EditText, Command::Delete, Command::SelectAll, Command::SelectStage] {
            chrome::command_ui(ui, command, editor, look, asked);
        }
        ui.separator();
        for command in Direction::ALL.map(Command::Move).into_iter().chain(ORDER) {
            chrome::command_ui(ui, command, editor, look, asked);
        }
        ui.separator();
        for command in [Command::Find, Command::FindNext, Command::FindPrevious, Command::Replace] {
            chrome::command_ui(ui, command, editor, look, asked);
        }
        ui.separator();
        ui.add_enabled_ui(editor.is_some(), |ui| {
            menu_button(ui, texts.menu_path(), |ui| {
                for step in PathStep::ALL {
                    chrome::command_ui(ui, Command::Path(step), editor, look, asked);
                }
            });
        });
        ui.separator();
        chrome::command_ui(ui, Command::LockStructure, editor, look, asked);
    });
}

fn view_menu_ui(ui: &mut Ui, open: Option<Open<'_>>, look: Look, asked: &mut Vec<Command>) {
    let texts = look.texts;
    let editor = open.map(|open| open.editor);
    menu_button(ui, texts.menu_view(), |ui| {
        for command in [Command::ZoomIn, Command::ZoomOut, Command::ZoomFull, Command::ZoomFit, Command::ZoomSelection]
        {
            chrome::command_ui(ui, command, editor, look, asked);
        }
        ui.separator();
        let is_shown = |panel: fn(Panels) -> bool| open.is_some_and(|open| panel(open.panels));
        for (command, is_shown) in [
            (Command::ToggleInspector, is_shown(|panels| panels.inspector)),
            (Command::ToggleReview, is_shown(|panels| panels.review)),
            (Command::ToggleMinimap, is_shown(|panels| panels.minimap)),
        ] {
            match open {
                Some(_) => chrome::chosen_command_ui(ui, command, is_shown, look, asked),
                None => chrome::command_ui(ui, command, None, look, asked),
            };
        }
        ui.separator();
        chrome::command_ui(ui, Command::ToggleBars, editor, look, asked);
        chrome::command_ui(ui, Command::FullScreen, editor, look, asked);
        chrome::command_ui(ui, Command::NextPart, editor, look, asked);
        ui.separator();
        look_menus_ui(ui, look, asked);
        ui.separator();
        menu_button(ui, texts.menu_language(), |ui| {
            for language in Language::ALL {
                chrome::command_ui(ui, Command::Language(language), editor, look, asked);
            }
        });
    });
}

/// What the Insert menu makes, before the lanes.
const INSERT: [Command; 8] = [
    Command::AddStage,
    Command::AddTouchpoint,
    Command::AddCard,
    Command::AddCardBelow,
    Command::AddNote,
    Command::InsertImage,
    Command::AddPersona,
    Command::SetPortrait,
];

/// Theme, size and motion of the window.
fn look_menus_ui(ui: &mut Ui, look: Look, asked: &mut Vec<Command>) {
    menu_button(ui, look.texts.menu_theme(), |ui| {
        for theme in ThemeChoice::ALL {
            let is_chosen = look.choices.theme == theme;
            chrome::chosen_command_ui(ui, Command::Theme(theme), is_chosen, look, asked);
        }
    });
    menu_button(ui, look.texts.menu_scale(), |ui| {
        for scale in Scale::ALL {
            let is_chosen = look.choices.scale == scale;
            chrome::chosen_command_ui(ui, Command::Scale(scale), is_chosen, look, asked);
        }
    });
    let is_reduced = look.motion == Motion::Reduced;
    chrome::chosen_command_ui(ui, Command::ToggleMotion, is_reduced, look, asked);
}

fn insert_menu_ui(ui: &mut Ui, editor: Option<&Editor>, look: Look, asked: &mut Vec<Command>) {
    let texts = look.texts;
    menu_button(ui, texts.menu_insert(), |ui| {
        for command in INSERT {
            chrome::command_ui(ui, command, editor, look, asked);
        }
        ui.add_enabled_ui(editor.is_some(), |ui| {
            menu_button(ui, texts.menu_lane(), |ui| {
                for kind in LaneKind::ALL {
                    chrome::command_ui(ui, Command::AddLane(kind), editor, look, asked);
                }
            });
        });
        ui.add_enabled_ui(editor.is_some(), |ui| {
            menu_button(ui, texts.menu_line(), |ui| {
                for line in BlueprintLine::ALL {
                    chrome::command_ui(ui, Command::Line(line), editor, look, asked);
                }
            });
        });
        ui.separator();
        ui.add_enabled_ui(editor.is_some(), |ui| {
            menu_button(ui, texts.menu_tools(), |ui| {
                for tool in Tool::ALL {
                    chrome::command_ui(ui, Command::Tool(tool), editor, look, asked);
                }
            });
        });
    });
}
