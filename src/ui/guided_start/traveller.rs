//! The first step: the name of who travels, and a line about them. Must not know the questions.

use super::{GuidePage, NextFocus, Turn};
use crate::ui::{Look, theme};
use egui::{Id, Key, TextEdit, Ui, vec2};

/// The widest a field grows, in points.
const WIDEST: f32 = 620.0;

pub(super) fn traveller_ui(ui: &mut Ui, page: &mut GuidePage, look: Look) -> Turn {
    let texts = look.texts;
    let mut name = std::mem::take(&mut page.guide.traveller);
    let named = field_ui(ui, page, 0, &mut name, (texts.guide_name(), texts.guide_name_hint()), look);
    page.guide.traveller = name;
    ui.add_space(12.0);
    let mut about = std::mem::take(&mut page.guide.about);
    let told = field_ui(ui, page, 1, &mut about, (texts.guide_about(), texts.guide_about_hint()), look);
    page.guide.about = about;
    if named {
        page.next_focus = Some(NextFocus::Field(1));
    }
    if told { Turn::Next } else { Turn::Stay }
}

/// A field under its name; whether Enter ended it.
fn field_ui(
    ui: &mut Ui,
    page: &mut GuidePage,
    at: usize,
    text: &mut String,
    (name, hint): (&str, &str),
    look: Look,
) -> bool {
    let label = ui.label(theme::label(name, look.palette));
    let field = TextEdit::singleline(text)
        .id(Id::unique(("guide traveller", at)))
        .hint_text(hint)
        .desired_width(WIDEST.min(ui.available_width()))
        .font(theme::font(crate::scene::FontWeight::Regular, 14.0))
        .margin(vec2(10.0, 8.0));
    let response = ui.add(field).labelled_by(label.id);
    if page.takes_focus(at) {
        response.request_focus();
        response.scroll_to_me(None);
    }
    if response.changed() {
        text.retain(|character| !character.is_control());
        page.changed();
    }
    response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}
