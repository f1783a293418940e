//! The tool bar: each tool's name with its key under it, and a bar under the one that is kept in the hand.
//!
//! Must not know what a tool does.

use super::{Words, button, paint_ground};
use crate::{
    editor::{Editor, Stay, Tool},
    scene::{FontWeight, Role},
    texts::Texts,
    ui::{Command, Look, command::tool_text, theme, tip::Tip},
};
use egui::{Align2, CornerRadius, Id, Rect, Ui, WidgetInfo, accesskit, pos2, vec2};

/// Height of the bar, in points.
pub(super) const HEIGHT: f32 = 48.0;
/// Room around the buttons inside the bar.
const PADDING: f32 = 5.0;
/// Room between two buttons.
const GAP: f32 = 6.0;
/// The narrowest button in a view that has room, and the air in it beside the name.
const LEAST_WIDTH: f32 = 68.0;
const NAME_AIR: f32 = 16.0;
/// The same air in a narrow view.
const LEAST_AIR: f32 = 6.0;
/// What share of their width the names have at least.
const LEAST_SHARE: f32 = 0.75;
const NAME: Words = Words::new(FontWeight::Medium, 11.0, Role::Ink);
const CHOSEN: Words = Words::new(FontWeight::Medium, 11.0, Role::Accent);
const OFF: Words = Words::new(FontWeight::Medium, 11.0, Role::Faint);
const KEY: Words = Words::new(FontWeight::Medium, 10.0, Role::Faint);

/// What letters do now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Letters {
    /// They choose tools.
    Choose,
    /// They are text: Esc comes before the keys of the tools.
    Write,
}

/// What stands on the buttons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Says {
    /// The tool's name over its key.
    Name,
    /// The key alone, where names would be cut to nothing; the tip has the name.
    Key,
}

/// How a tool's button stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// The tool cannot be used now.
    Off,
    /// It can be taken.
    Free,
    /// It is in the hand.
    InHand(Stay),
}

const COUNT: usize = Tool::ALL.len();
/// What the bar takes beside its buttons.
const AROUND: f32 = GAP * (COUNT as f32 - 1.0) + 2.0 * PADDING;

/// How wide the bar is in a view that has room.
pub(super) fn wanted_width(ui: &Ui, look: Look) -> f32 {
    usual_widths(&names(ui, look)).iter().sum::<f32>() + AROUND
}

/// How wide the bar is in a narrow view, with all names whole.
pub(super) fn least_width(ui: &Ui, look: Look) -> f32 {
    least_widths(&names(ui, look)).iter().sum::<f32>() + AROUND
}

/// How wide the names are.
fn names(ui: &Ui, look: Look) -> [f32; COUNT] {
    Tool::ALL.map(|tool| NAME.width(ui, tool_text(tool, look.texts)))
}

fn usual_widths(names: &[f32; COUNT]) -> [f32; COUNT] {
    names.map(|name| (name + NAME_AIR).max(LEAST_WIDTH))
}

fn least_widths(names: &[f32; COUNT]) -> [f32; COUNT] {
    names.map(|name| name + LEAST_AIR)
}

/// How wide the buttons are in a room: where it is too narrow (a small window, a large interface) the air in them goes
/// first, then all shrink alike.
fn button_widths(names: &[f32; COUNT], room: f32) -> [f32; COUNT] {
    let (usual, least) = (usual_widths(names), least_widths(names));
    let (most, fewest) = (usual.iter().sum::<f32>(), least.iter().sum::<f32>());
    let share = ((room - fewest) / (most - fewest).max(1.0)).clamp(0.0, 1.0);
    let shrunk = (room / fewest).clamp(0.0, 1.0);
    std::array::from_fn(|at| {
        let (usual, least) = (usual.get(at).copied().unwrap_or_default(), least.get(at).copied().unwrap_or_default());
        (least + (usual - least) * share) * shrunk
    })
}

/// Shows the bar; returns the tool that was pressed.
pub(in super::super) fn tool_bar_ui(
    ui: &Ui,
    bar: Rect,
    ((tool, stay), letters): ((Tool, Stay), Letters),
    editor: &Editor,
    look: Look,
) -> Option<Tool> {
    let names = names(ui, look);
    let widths = button_widths(&names, (bar.width() - AROUND).max(6.0));
    let room = widths.iter().sum::<f32>() / least_widths(&names).iter().sum::<f32>();
    let says = if room < LEAST_SHARE { Says::Key } else { Says::Name };
    paint_ground(ui, bar, 12, look.palette);
    let (mut left, mut pressed) = (bar.min.x + PADDING, None);
    for (choice, width) in Tool::ALL.into_iter().zip(widths) {
        let rect = Rect::from_min_size(pos2(left, bar.min.y + PADDING), vec2(width, HEIGHT - 2.0 * PADDING));
        let state = match choice == tool {
            true => State::InHand(stay),
            false if Command::Tool(choice).is_locked(Some(editor)) => State::Off,
            false => State::Free,
        };
        if tool_ui(ui, rect, (choice, state, letters, says), look) {
            pressed = Some(choice);
        }
        left += width + GAP;
    }
    pressed
}

/// Shows a tool's button; whether it was pressed.
fn tool_ui(ui: &Ui, rect: Rect, (tool, state, letters, says): (Tool, State, Letters, Says), look: Look) -> bool {
    let is_chosen = matches!(state, State::InHand(_));
    let (name, key) = (tool_text(tool, look.texts), Command::Tool(tool).keys_text(ui.ctx()));
    if is_chosen {
        ui.painter().rect_filled(rect, CornerRadius::same(8), theme::color(look.palette, Role::AccentTint));
    }
    let spoken = if state == State::InHand(Stay::Kept) { look.texts.canvas_tool_kept(name) } else { name.to_owned() };
    let info = WidgetInfo::selected(accesskit::Role::RadioButton, state != State::Off, is_chosen, spoken);
    let response = button(ui, Id::unique(("canvas tool", tool)), rect, (look, info));
    let words = match state {
        State::InHand(_) => CHOSEN,
        State::Free => NAME,
        State::Off => OFF,
    };
    match says {
        Says::Name => {
            let name_galley = words.cut_galley(ui, name, rect.width() - LEAST_AIR + 1.0, look.palette);
            let place = Align2::CENTER_CENTER.anchor_size(pos2(rect.center().x, rect.min.y + 13.0), name_galley.size());
            ui.painter().galley(place.min, name_galley, theme::color(look.palette, words.role));
            let after_esc = look.texts.canvas_tool_after_esc(&key);
            let has_room = KEY.width(ui, &after_esc) < rect.width();
            let keys = if letters == Letters::Write && has_room { &after_esc } else { &key };
            KEY.paint(ui, pos2(rect.center().x, rect.max.y - 10.0), Align2::CENTER_CENTER, (keys, look.palette));
        }
        Says::Key => {
            words.paint(ui, rect.center(), Align2::CENTER_CENTER, (&key, look.palette));
        }
    }
    if state == State::InHand(Stay::Kept) {
        let line = Rect::from_center_size(pos2(rect.center().x, rect.max.y - 1.5), vec2(rect.width() - 24.0, 3.0));
        ui.painter().rect_filled(line, CornerRadius::same(1), theme::color(look.palette, Role::Accent));
    }
    let expected = Command::ExpectedPencil.keys_text(ui.ctx());
    let tip = tip_of(tool, state, (&key, &expected), look.texts);
    let tip = match letters {
        Letters::Choose => tip,
        Letters::Write => format!("{tip}\n{}", look.texts.canvas_tip_letters_write(&key)),
    };
    response.tip(tip).clicked()
}

/// What the tool does, and whether it stays in the hand.
fn tip_of(tool: Tool, state: State, (key, expected): (&str, &str), texts: Texts) -> String {
    let tip = match tool {
        Tool::Select => texts.canvas_tip_select(key),
        Tool::Hand => texts.canvas_tip_hand(key),
        Tool::Stage => texts.canvas_tip_stage(key),
        Tool::Touchpoint => texts.canvas_tip_touchpoint(key),
        Tool::Note => texts.canvas_tip_note(key),
        Tool::Link => texts.canvas_tip_link(key),
        Tool::Pencil => texts.canvas_tip_pencil(key, expected),
    };
    match (tool.falls_back(), state) {
        (false, _) => tip,
        (true, State::InHand(Stay::Kept)) => format!("{tip}\n{}", texts.canvas_tip_kept()),
        (true, State::InHand(Stay::Once) | State::Free) => format!("{tip}\n{}", texts.canvas_tip_keep()),
        (true, State::Off) => texts.edit_error_structure_locked().to_owned(),
    }
}
