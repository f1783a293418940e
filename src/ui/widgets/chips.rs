//! Chips: short words in a row that can be removed, with `+ add` behind them. Must not know what the words are.

use super::{Desk, add_button};
use crate::{
    scene::{FontWeight, Role},
    ui::theme,
};
use egui::{Button, Id, Key, Margin, Popup, PopupCloseBehavior, RichText, Stroke, TextEdit, Ui, vec2};

/// Corner radius of a chip: half its height, in points.
const RADIUS: u8 = 12;
/// Height of a chip, in points.
const HEIGHT: f32 = 24.0;
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
        let button = add_button(ui, desk, chips.add);
        let opened = button.clicked();
        let menu = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
        let added = menu.show(|ui| menu_ui(ui, chips, opened));
        change = added.and_then(|shown| shown.inner).or(change.take());
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
    let response = ui.add(chip).accessible_name(&name).on_hover_text(&name);
    if response.has_focus() {
        theme::paint_focus_ring(ui.painter(), response.rect, RADIUS, desk.palette());
    }
    let is_deleted = || ui.input(|input| input.key_pressed(Key::Delete) || input.key_pressed(Key::Backspace));
    response.clicked() || response.has_focus() && is_deleted()
}

fn menu_ui<T: Clone>(ui: &mut Ui, chips: &Chips<'_, T>, opened: bool) -> Option<ChipsChange<T>> {
    let mut change = None;
    ui.set_width(MENU_WIDTH);
    for (value, text) in chips.others {
        if ui.add(Button::new(text).truncate().frame_when_inactive(false)).clicked() {
            change = Some(ChipsChange::Add(value.clone()));
        }
    }
    if let Some(word) = new_word_ui(ui, chips, opened) {
        let known = chips.others.iter().find(|(_, text)| same_word(text, &word));
        let is_there = chips.items.iter().any(|(_, text)| same_word(text, &word));
        change = match known {
            Some((value, _)) => Some(ChipsChange::Add(value.clone())),
            None => (!is_there).then_some(ChipsChange::New(word)),
        };
        ui.close();
    }
    if change.is_some() {
        ui.close();
    }
    change
}

/// The field for a new word, which takes the keyboard when the menu opens; answers with the word when Enter ends it.
fn new_word_ui<T>(ui: &mut Ui, chips: &Chips<'_, T>, opened: bool) -> Option<String> {
    let key = chips.salt.with("new word");
    let mut word: String = ui.data(|data| data.get_temp(key)).unwrap_or_default();
    let field = TextEdit::singleline(&mut word).hint_text(chips.new.to_owned()).desired_width(MENU_WIDTH);
    let response = ui.add(field.margin(Margin::symmetric(8, 5))).accessible_name(chips.new);
    if opened {
        response.request_focus();
    }
    let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let trimmed = word.trim().to_owned();
    if is_entered {
        word.clear();
    }
    ui.data_mut(|data| data.insert_temp(key, word));
    (is_entered && !trimmed.is_empty()).then_some(trimmed)
}

fn same_word(one: &str, other: &str) -> bool {
    unicase::UniCase::unicode(one.trim()) == unicase::UniCase::unicode(other.trim())
}
