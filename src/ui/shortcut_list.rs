//! The list of shortcuts and mouse gestures, with a line to search it. Made from the table of commands.
//!
//! Must not know what a command does.

use super::{
    Command, Look, chrome,
    command::Group,
    fuzzy::{Candidate, Fuzzy},
    theme,
};
use crate::{
    scene::{FontWeight, Role},
    texts::{Language, Texts},
};
use egui::{Id, Label, RichText, ScrollArea, TextEdit, Ui, text::TextFormat, vec2};

/// Width of the page and of the keys, in points.
const WIDTH: f32 = 620.0;
const KEYS: f32 = 210.0;
/// Room that the window keeps around the list, with the page's title, line and button.
const AROUND: f32 = 250.0;

/// What is looked for in the list.
pub struct ShortcutList {
    typed: String,
    fuzzy: Fuzzy,
    line: Line,
}

/// Whether the line has been given the keyboard.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    New,
    Known,
}

impl Default for ShortcutList {
    fn default() -> Self {
        Self { typed: String::new(), fuzzy: Fuzzy::new(""), line: Line::New }
    }
}

/// One line of the list.
struct Row {
    what: String,
    keys: String,
}

/// What the mouse does: what, and how.
fn gestures(texts: Texts) -> Vec<Row> {
    let row = |what: &str, keys: &str| Row { what: what.to_owned(), keys: keys.to_owned() };
    vec![
        row(texts.gesture_select(), texts.keys_click()),
        row(texts.gesture_select_more(), texts.keys_shift_click()),
        row(texts.gesture_select_area(), texts.keys_drag_ground()),
        row(texts.gesture_select_stage(), texts.keys_ctrl_click_stage()),
        row(texts.gesture_edit(), texts.keys_double_click()),
        row(texts.gesture_move(), texts.keys_drag()),
        row(texts.gesture_axis(), texts.keys_shift_drag()),
        row(texts.gesture_pull(), texts.keys_drag_face()),
        row(texts.gesture_free(), texts.keys_ctrl_drag_face()),
        row(texts.gesture_wheel(), texts.keys_wheel_face()),
        row(texts.gesture_set_feeling(), texts.keys_click_emotion()),
        row(texts.gesture_set_expected(), texts.keys_alt_click_emotion()),
        row(texts.gesture_sweep(), texts.keys_sweep()),
        row(texts.gesture_keep(), texts.keys_twice()),
        row(texts.gesture_lane_height(), texts.keys_drag_border()),
        row(texts.shortcuts_zoom(), texts.keys_ctrl_wheel()),
        row(texts.gesture_scroll(), texts.keys_wheel()),
        row(texts.shortcuts_pan(), texts.keys_space_drag()),
    ]
}

/// What the keyboard does while a name or text is being typed.
fn while_naming(texts: Texts) -> Vec<Row> {
    let row = |what: &str, keys: &str| Row { what: what.to_owned(), keys: keys.to_owned() };
    vec![
        row(texts.shortcuts_next_touchpoint(), "Enter"),
        row(texts.shortcuts_next_stage(), "Tab"),
        row(texts.shortcuts_stage_before(), texts.keys_shift_tab()),
        row(texts.shortcuts_end_edit(), "Esc"),
    ]
}

/// Shows the page: title, line, list.
pub fn shortcut_list_ui(ui: &mut Ui, list: &mut ShortcutList, look: Look) {
    let texts = look.texts;
    let room = ui.ctx().content_rect().size();
    ui.set_width(WIDTH.min(room.x - 100.0));
    ui.label(chrome::heading(texts.shortcuts_title(), look.palette));
    ui.add_space(8.0);
    line_ui(ui, list, look);
    ui.add_space(6.0);
    let height = (room.y - AROUND).max(80.0);
    ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, false]).show(ui, |ui| {
        let shown = groups_ui(ui, list, look);
        if shown == 0 {
            let words = texts.shortcuts_none(list.typed.trim());
            ui.label(RichText::new(words).color(theme::color(look.palette, Role::Soft)));
        }
    });
}

fn line_ui(ui: &mut Ui, list: &mut ShortcutList, look: Look) {
    let texts = look.texts;
    let hint = RichText::new(texts.shortcuts_hint()).color(theme::color(look.palette, Role::Faint));
    let id = Id::unique("shortcuts line");
    if list.line == Line::New {
        // Before it is shown, so that what is typed in this frame is its own.
        ui.memory_mut(|memory| memory.request_focus(id));
        if !ui.is_sizing_pass() {
            list.line = Line::Known;
        }
    }
    let field = TextEdit::singleline(&mut list.typed).id(id).hint_text(hint).desired_width(f32::INFINITY);
    let field = ui.add(field).accessible_name(texts.shortcuts_hint());
    if field.changed() {
        list.fuzzy = Fuzzy::new(&list.typed);
    }
}

/// Shows what fits, by group; how many lines that are.
fn groups_ui(ui: &mut Ui, list: &mut ShortcutList, look: Look) -> usize {
    let texts = look.texts;
    let mut shown = 0;
    for group in Group::ALL {
        let of_group = Command::ALL.iter().filter(|command| command.group() == group && !command.keys().is_empty());
        let name = group.text(texts);
        let mut rows: Vec<Row> = Vec::new();
        for command in of_group {
            let what = command.text(texts).to_owned();
            let keys = command.all_keys_text(ui.ctx());
            let others = Language::ALL.map(|language| command.text(Texts(language)));
            if fits(list, &format!("{name} {what} {}", keys.replace('+', " ")), &others) {
                rows.push(Row { what, keys });
            }
        }
        shown += rows_ui(ui, name, &rows, (list, look));
        if group == Group::Insert {
            shown += fixed_ui(ui, texts.group_naming(), while_naming(texts), (list, look));
        }
    }
    shown + fixed_ui(ui, texts.group_mouse(), gestures(texts), (list, look))
}

fn fixed_ui(ui: &mut Ui, name: &str, mut rows: Vec<Row>, (list, look): (&mut ShortcutList, Look)) -> usize {
    rows.retain(|row| fits(list, &format!("{name} {} {}", row.what, row.keys.replace('+', " ")), &[]));
    rows_ui(ui, name, &rows, (list, look))
}

/// Whether a line fits what was typed, by its own words or, as it was typed, by its names in any language.
fn fits(list: &mut ShortcutList, own: &str, others: &[&str]) -> bool {
    list.fuzzy.is_empty()
        || list.fuzzy.score(&Candidate::new(own)).is_some()
        || others.iter().any(|other| list.fuzzy.is_in(&Candidate::new(other)))
}

fn rows_ui(ui: &mut Ui, name: &str, rows: &[Row], (list, look): (&mut ShortcutList, Look)) -> usize {
    if rows.is_empty() {
        return 0;
    }
    ui.add_space(6.0);
    ui.label(chrome::group(name, look.palette));
    for row in rows {
        row_ui(ui, row, (list, look));
    }
    ui.add_space(4.0);
    rows.len()
}

fn row_ui(ui: &mut Ui, row: &Row, (list, look): (&mut ShortcutList, Look)) {
    let color = |role| theme::color(look.palette, role);
    let format = |weight, role| TextFormat::simple(theme::font(weight, theme::BODY), color(role));
    let formats = (format(FontWeight::Regular, Role::Ink), format(FontWeight::Bold, Role::Accent));
    let job = chrome::emphasised(&row.what, &list.fuzzy.letters(&row.what), formats);
    ui.horizontal_top(|ui| {
        let width = (ui.available_width() - KEYS - 16.0).max(120.0);
        ui.allocate_ui(vec2(width, 0.0), |ui| {
            ui.set_width(width);
            ui.add(Label::new(job).wrap());
        });
        ui.add(Label::new(RichText::new(&row.keys).color(color(Role::Soft))).wrap());
    });
}
