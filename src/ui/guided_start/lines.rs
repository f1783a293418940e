//! The lines of an answer, each with the stage it goes into. Enter begins the next line, Enter in an empty one goes on;
//! arrows walk from line to line, with Alt they move a line's stage; several lines that are pasted become lines.
//!
//! Must not know what the question is.

use super::{GuidePage, NextFocus, Turn, stage_strip::stage_strip_ui};
use crate::{
    editor::GuideQuestion,
    scene::{FontWeight, Role},
    ui::{Look, theme, tip::Tip},
};
use egui::{Align, Button, Event, Id, Key, Layout, Modifiers, RichText, TextEdit, Ui, vec2};

/// Height of a line, in points.
const ROW: f32 = 36.0;
/// Width of what stands beside the field: the stages, the name of the chosen one, the sign that removes, and spaces.
const BESIDE: f32 = 160.0 + NAME + 32.0 + 24.0;
const NAME: f32 = 168.0;

/// What a key does in a line before its field sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LineKey {
    Up,
    Down,
    EarlierStage,
    LaterStage,
    /// Backspace in an empty line.
    Remove,
}

pub(super) fn lines_ui(ui: &mut Ui, page: &mut GuidePage, question: GuideQuestion, look: Look) -> Turn {
    let mut turn = Turn::Stay;
    let mut at = 0;
    while at < page.guide.lines(question).len() {
        if line_ui(ui, page, (question, at), look) == Turn::Next {
            turn = Turn::Next;
        }
        at += 1;
    }
    turn
}

fn field_id(page: &GuidePage, (question, at): (GuideQuestion, usize)) -> Id {
    let number = page.guide.lines(question).get(at).map(|line| line.id().number());
    Id::unique(("guide line", number))
}

fn line_ui(ui: &mut Ui, page: &mut GuidePage, place: (GuideQuestion, usize), look: Look) -> Turn {
    let (question, at) = place;
    let id = field_id(page, place);
    if ui.memory(|memory| memory.has_focus(id)) {
        by_key(ui, page, place);
        if paste(ui, page, place) {
            page.changed();
        }
    }
    let size = vec2(ui.available_width(), ROW);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        let turn = field_ui(ui, page, place, id, look);
        let line = page.guide.lines(question).get(at).filter(|line| !line.text().trim().is_empty()).cloned();
        let Some(line) = line else { return turn };
        let stage = page.guide.stage_of(question, &line);
        let name = look.texts.guide_stage_of(line.text().trim());
        if let Some(chosen) = stage_strip_ui(ui, id.with("stage"), stage, &name, look) {
            page.guide.set_stage(question, at, chosen);
            page.changed();
        }
        name_ui(ui, stage.name(look.texts), look);
        if remove_ui(ui, line.text().trim(), look) {
            page.guide.remove_line(question, at);
            page.next_focus = Some(NextFocus::Field(at));
            page.changed();
        }
        turn
    })
    .inner
}

fn field_ui(ui: &mut Ui, page: &mut GuidePage, (question, at): (GuideQuestion, usize), id: Id, look: Look) -> Turn {
    let mut text = page.guide.lines(question).get(at).map(|line| line.text().to_owned()).unwrap_or_default();
    let field = TextEdit::singleline(&mut text)
        .id(id)
        .hint_text(look.texts.guide_line_hint())
        .desired_width((ui.available_width() - BESIDE).max(120.0))
        .font(theme::font(FontWeight::Regular, 13.5))
        .margin(vec2(10.0, 6.0));
    let response = ui.add(field).accessible_name(look.texts.guide_line(at + 1));
    if page.takes_focus(at) {
        response.request_focus();
        response.scroll_to_me(None);
    }
    if response.changed() {
        page.guide.set_text(question, at, &text);
        page.changed();
    }
    let is_ended = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if !is_ended {
        return Turn::Stay;
    }
    if !text.trim().is_empty() {
        page.next_focus = Some(NextFocus::Field(page.guide.next_line(question, at)));
        return Turn::Stay;
    }
    if page.guide.step.next().is_some() {
        return Turn::Next;
    }
    // After the last question the map is made by the button, not by one Enter too many.
    page.next_focus = Some(NextFocus::Go);
    Turn::Stay
}

fn name_ui(ui: &mut Ui, name: &str, look: Look) {
    let size = vec2(NAME, ROW);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_width(NAME);
        let font = theme::font(FontWeight::Medium, theme::BODY);
        ui.label(RichText::new(name).font(font).color(theme::color(look.palette, Role::Ink)));
    });
}

fn remove_ui(ui: &mut Ui, text: &str, look: Look) -> bool {
    let name = look.texts.guide_remove_line(text);
    let sign = RichText::new("×").font(theme::font(FontWeight::Medium, 17.0));
    let button = Button::new(sign.color(theme::color(look.palette, Role::Soft))).frame(false);
    let response = ui.add(button.min_size(theme::PRESSABLE)).accessible_name(&name).tip(&name);
    if response.has_focus() {
        theme::paint_focus_ring(ui.painter(), response.rect, theme::RADIUS, look.palette);
    }
    response.clicked()
}

fn by_key(ui: &Ui, page: &mut GuidePage, (question, at): (GuideQuestion, usize)) {
    let is_empty = page.guide.lines(question).get(at).is_none_or(|line| line.text().is_empty());
    let Some(key) = ui.input_mut(|input| taken_key(input, is_empty)) else { return };
    match key {
        LineKey::Up => page.next_focus = Some(NextFocus::Field(at.saturating_sub(1))),
        LineKey::Down => {
            let last = page.guide.lines(question).len().saturating_sub(1);
            page.next_focus = Some(NextFocus::Field((at + 1).min(last)));
        }
        LineKey::EarlierStage => page.guide.shift_stage(question, at, -1),
        LineKey::LaterStage => page.guide.shift_stage(question, at, 1),
        LineKey::Remove => {
            page.guide.remove_line(question, at);
            page.next_focus = Some(NextFocus::Field(at.saturating_sub(1)));
        }
    }
    page.changed();
}

fn taken_key(input: &mut egui::InputState, is_empty: bool) -> Option<LineKey> {
    let mut takes = |modifiers, key| input.consume_key(modifiers, key);
    if takes(Modifiers::ALT, Key::ArrowLeft) {
        Some(LineKey::EarlierStage)
    } else if takes(Modifiers::ALT, Key::ArrowRight) {
        Some(LineKey::LaterStage)
    } else if takes(Modifiers::NONE, Key::ArrowUp) {
        Some(LineKey::Up)
    } else if takes(Modifiers::NONE, Key::ArrowDown) {
        Some(LineKey::Down)
    } else {
        (is_empty && takes(Modifiers::NONE, Key::Backspace)).then_some(LineKey::Remove)
    }
}

/// Takes a paste of several lines, which a field of one line would run together.
fn paste(ui: &Ui, page: &mut GuidePage, (question, at): (GuideQuestion, usize)) -> bool {
    let is_several = |event: &Event| matches!(event, Event::Paste(text) if text.trim().contains('\n'));
    let taken = ui.input_mut(|input| {
        let place = input.events.iter().position(is_several)?;
        Some(input.events.remove(place))
    });
    let Some(Event::Paste(text)) = taken else { return false };
    page.next_focus = Some(NextFocus::Field(page.guide.paste(question, at, &text)));
    true
}
