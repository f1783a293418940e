//! Chips: short words in a row that can be removed, with `+ add` behind them. Must not know what the words are.

use super::{Desk, add_button};
use crate::{
    scene::{FontWeight, Role},
    ui::{menu_keys, theme, tip::Tip},
};
use egui::{Button, Id, Key, Margin, Popup, PopupCloseBehavior, RichText, Stroke, TextEdit, Ui, vec2};

/// Corner radius of a chip: half its height, in points.
const RADIUS: u8 = 12;
/// Height of a chip, in points.
const HEIGHT: f32 = 24.0;
/// Where less is left of a row, the button that adds begins the next one, in points.
const ADD_WIDTH: f32 = 64.0;
/// Width of the menu behind `+ add`, in points.
const MENU_WIDTH: f32 = 200.0;

/// Chips and what can be added to them.
pub struct Chips<'a, T> {
    /// Tells rows of chips apart.
    pub salt: Id,
    /// What is there, in order.
    pub items: &'a [(T, String)],
    /// What could be added.
    pub others: &'a [(T, String)],
    /// What the button that adds is called.
    pub add: &'a str,
    /// What the field for a new word is called.
    pub new: &'a str,
}

/// What was asked of a row of chips.
#[derive(Clone, Debug, PartialEq)]
pub enum ChipsChange<T> {
    /// Removes one that is there.
    Remove(T),
    /// Adds one of the others.
    Add(T),
    /// Adds a new word; trimmed and not empty.
    New(String),
}

/// Shows a row of chips; answers with what was asked of it.
pub fn chips_ui<T: Clone>(ui: &mut Ui, desk: &Desk<'_>, chips: &Chips<'_, T>) -> Option<ChipsChange<T>> {
    let mut change = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for (value, text) in chips.items {
            if chip_ui(ui, desk, text) {
                change = Some(ChipsChange::Remove(value.clone()));
            }
        }
        if ui.available_size_before_wrap().x < ADD_WIDTH {
            ui.end_row();
        }
        let button = add_button(ui, desk, chips.add);
        let opened = button.clicked();
        let menu = Popup::menu(&button).id(chips.salt.with("menu"));
        let menu = menu.close_behavior(PopupCloseBehavior::CloseOnClickOutside);
        let added = menu.show(|ui| menu_ui(ui, chips, opened)).map(|shown| shown.inner);
        // The keyboard stays here: what is typed next must not reach the map. A frame later, for the button is another
        // one to egui once there is a chip more before it.
        let (key, is_closed) = (chips.salt.with("closed"), matches!(added, Some(Entry::Chosen(_) | Entry::Ended)));
        let was_closed = ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or_default(key), is_closed));
        if was_closed {
            button.request_focus();
        } else if is_closed {
            ui.ctx().request_repaint();
        }
        change = match added {
            Some(Entry::Chosen(added) | Entry::Typed(added)) => Some(added),
            Some(Entry::Ended | Entry::Open) | None => change.take(),
        };
    });
    change
}

/// One chip; answers whether it is to be removed: by a press, or by Delete while it has the keyboard.
fn chip_ui(ui: &mut Ui, desk: &Desk<'_>, text: &str) -> bool {
    let words = RichText::new(format!("{text}  ×")).font(theme::font(FontWeight::Regular, theme::SMALL));
    let chip = Button::new(words)
        .fill(desk.color(Role::Paper))
        .stroke(Stroke::new(1.0, desk.color(Role::Hairline)))
        .corner_radius(RADIUS)
        .min_size(vec2(0.0, HEIGHT))
        .truncate();
    let name = desk.texts().inspector_remove_named(text);
    let response = ui.add(chip).accessible_name(&name).tip(&name);
    if response.has_focus() {
        theme::paint_focus_ring(ui.painter(), response.rect, RADIUS, desk.palette());
    }
    let is_deleted = || ui.input(|input| input.key_pressed(Key::Delete) || input.key_pressed(Key::Backspace));
    response.clicked() || response.has_focus() && is_deleted()
}

/// What came of the menu in this frame.
enum Entry<T> {
    /// Nothing yet.
    Open,
    /// One of the others was pressed; the menu is closed.
    Chosen(ChipsChange<T>),
    /// A word was typed; the field waits for the next one.
    Typed(ChipsChange<T>),
    /// Enter or Esc in the empty field; the menu is closed.
    Ended,
}

fn menu_ui<T: Clone>(ui: &mut Ui, chips: &Chips<'_, T>, opened: bool) -> Entry<T> {
    menu_keys::note(ui, menu_keys::Kind::List);
    ui.set_width(MENU_WIDTH);
    for (value, text) in chips.others {
        if ui.add(Button::new(text).truncate().frame_when_inactive(false)).clicked() {
            ui.close();
            return Entry::Chosen(ChipsChange::Add(value.clone()));
        }
    }
    let Some(word) = new_word_ui(ui, chips, opened) else { return Entry::Open };
    if word.is_empty() {
        ui.close();
        return Entry::Ended;
    }
    let known = chips.others.iter().find(|(_, text)| same_word(text, &word));
    let is_there = chips.items.iter().any(|(_, text)| same_word(text, &word));
    match known {
        Some((value, _)) => Entry::Typed(ChipsChange::Add(value.clone())),
        None if is_there => Entry::Open,
        None => Entry::Typed(ChipsChange::New(word)),
    }
}

/// The field for a new word, which takes the keyboard when the menu opens and keeps it after a word; answers with the
/// word when Enter ends it, with an empty one when Enter or Esc ends the field.
fn new_word_ui<T>(ui: &mut Ui, chips: &Chips<'_, T>, opened: bool) -> Option<String> {
    let key = chips.salt.with("new word");
    let mut word: String = ui.data(|data| data.get_temp(key)).unwrap_or_default();
    let field = TextEdit::singleline(&mut word)
        .id(chips.salt.with("field"))
        .hint_text(chips.new.to_owned())
        .desired_width(MENU_WIDTH);
    let response = ui.add(field.margin(Margin::symmetric(8, 5))).accessible_name(chips.new);
    let is_pressed = |key| response.lost_focus() && ui.input(|input| input.key_pressed(key));
    let (is_entered, is_left) = (is_pressed(Key::Enter), is_pressed(Key::Escape));
    let entered = word.trim().to_owned();
    if opened || is_entered && !entered.is_empty() {
        response.request_focus();
    }
    if is_entered || is_left {
        word.clear();
    }
    ui.data_mut(|data| data.insert_temp(key, word));
    match (is_entered, is_left) {
        (true, _) => Some(entered),
        (false, true) => Some(String::new()),
        (false, false) => None,
    }
}

fn same_word(one: &str, other: &str) -> bool {
    unicase::UniCase::unicode(one.trim()) == unicase::UniCase::unicode(other.trim())
}
