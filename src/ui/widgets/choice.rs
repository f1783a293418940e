//! A drop-down with a name for screen readers. Must not know what is chosen.

use crate::ui::{menu_keys, theme, tip::Tip};
use egui::{ComboBox, Rect, Response, Stroke, Ui, style::WidgetVisuals, vec2};

/// A drop-down: what it is called and what it shows while closed.
#[derive(Clone, Copy, Debug)]
pub struct Choice<'a, T> {
    /// Tells drop-downs apart.
    pub salt: (&'static str, u64),
    /// What a screen reader calls it.
    pub name: &'a str,
    /// What is chosen; `None` where nothing is, or where several things differ.
    pub current: Option<T>,
}

/// Shows what is chosen and, when pressed, all `choices`; answers with another one that was chosen. A current value
/// that is no choice reads as a dash.
pub fn choice_ui<T: Copy + PartialEq>(ui: &mut Ui, choice: Choice<'_, T>, choices: &[(T, String)]) -> Option<T> {
    let shown = choices.iter().find(|(value, _)| Some(*value) == choice.current);
    let shown = shown.map_or("–", |(_, text)| text.as_str());
    long_choice_ui(ui, choice, shown, || choices.to_vec())
}

/// The same for long lists: `shown` is what is chosen, `choices` is asked only while the list is open.
pub fn long_choice_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    choice: Choice<'_, T>,
    shown: &str,
    choices: impl FnOnce() -> Vec<(T, String)>,
) -> Option<T> {
    let width = ui.available_width();
    let combo = ComboBox::from_id_salt(choice.salt).width(width).truncate().selected_text(shown).icon(paint_chevron);
    let response = combo.show_ui(ui, |ui| choices_ui(ui, choice.current, choices()));
    let button = response.response;
    keyboard_back(ui, &button, response.inner.is_some());
    button.accessible_name(choice.name).tip(shown);
    response.inner.flatten()
}

/// Gives the keyboard back to the button that opened a list or the like, once that is closed: what is typed next must not
/// reach the map. To be called in each frame.
pub fn keyboard_back(ui: &Ui, button: &Response, is_open: bool) {
    let key = button.id.with("was open");
    let was_open = ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or_default(key), is_open));
    if was_open && !is_open {
        button.request_focus();
    }
}

/// The list of an open drop-down. While none of its rows has the keyboard, the current one takes it.
fn choices_ui<T: Copy + PartialEq>(ui: &mut Ui, current: Option<T>, choices: Vec<(T, String)>) -> Option<T> {
    menu_keys::note(ui, menu_keys::Kind::List);
    let mut chosen = None;
    let rows: Vec<_> = choices
        .into_iter()
        .map(|(value, text)| {
            let is_current = Some(value) == current;
            let row = ui.selectable_label(is_current, text);
            if row.clicked() {
                chosen = Some(value).filter(|_| !is_current);
                ui.close();
            }
            (is_current, row)
        })
        .collect();
    if !rows.iter().any(|(_, row)| row.has_focus()) {
        let current = rows.iter().find(|(is_current, _)| *is_current).or(rows.first());
        current.into_iter().for_each(|(_, row)| row.request_focus());
    }
    chosen
}

/// A small angle that points down, or up while the list is open.
pub fn paint_chevron(ui: &Ui, rect: Rect, _: &WidgetVisuals, is_open: bool) {
    let direction = if is_open { -1.0 } else { 1.0 };
    let at = |x: f32, y: f32| rect.center() + vec2(x, y * direction);
    let line = Stroke::new(theme::CHEVRON, ui.visuals().weak_text_color());
    ui.painter().line(vec![at(-4.0, -2.0), at(0.0, 2.0), at(4.0, -2.0)], line);
}
