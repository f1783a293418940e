//! The questions that stop the work until they are answered: unsaved changes, a file that is already there; and the
//! two pages of help. Must not know what follows from an answer.

use super::{
    Look, chrome,
    shortcut_list::{ShortcutList, shortcut_list_ui},
    theme,
    widgets::Row,
};
use crate::scene::Role;
use egui::{Key, Response, RichText, Ui};

/// A question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// The open map has changes that are in no file.
    SaveChanges {
        /// The map's title.
        title: String,
        /// How many changes.
        changes: usize,
    },
    /// A file of that name is there already.
    Replace {
        /// The file's name.
        file: String,
    },
    /// Work that can be brought back is to be thrown away.
    Discard {
        /// Which piece of it, from 0.
        at: usize,
        /// What it is, a sentence.
        what: String,
    },
    /// A template of the user's own is to be removed.
    RemoveTemplate {
        /// Which, from 0.
        at: usize,
        /// Its name.
        name: String,
    },
}

/// What the person answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Save first.
    Save,
    /// Go on and lose the changes.
    DontSave,
    /// Replace the file.
    Replace,
    /// Throw it away.
    Discard,
    /// Remove it.
    Remove,
    /// Go back.
    Cancel,
}

/// Shows a question; `None` until it is answered.
pub fn question_ui(ctx: &egui::Context, question: &Question, look: Look) -> Option<Answer> {
    let texts = look.texts;
    let mut answer = None;
    let modal = chrome::modal(ctx, ("question", format!("{question:?}"))).show(ctx, |ui| {
        ui.set_width(420.0);
        let (title, text) = match question {
            Question::SaveChanges { title, changes } => (texts.ask_save_title(title), texts.ask_save_text(*changes)),
            Question::Replace { file } => (texts.ask_overwrite_title(file), texts.ask_overwrite_text().to_owned()),
            Question::Discard { what, .. } => (texts.ask_discard_title().to_owned(), what.clone()),
            Question::RemoveTemplate { name, .. } => {
                (texts.ask_remove_template_title(name), texts.ask_remove_template_text().to_owned())
            }
        };
        ui.label(chrome::heading(title, look.palette));
        ui.add_space(6.0);
        ui.label(text);
        ui.add_space(14.0);
        answer = Row::of_buttons(ui).end(ui, |ui| answers_ui(ui, question, look));
    });
    if modal.should_close() {
        answer = Some(Answer::Cancel);
    }
    answer
}

fn answers_ui(ui: &mut Ui, question: &Question, look: Look) -> Option<Answer> {
    let texts = look.texts;
    let mut buttons = Vec::with_capacity(3);
    buttons.push((Answer::Cancel, ui.button(texts.ask_cancel())));
    match question {
        Question::SaveChanges { .. } => {
            buttons.push((Answer::DontSave, ui.button(texts.ask_dont_save())));
            buttons.push((Answer::Save, ui.add(chrome::main_button(texts.ask_save(), look.palette))));
        }
        Question::Replace { .. } => {
            buttons.push((Answer::Replace, ui.add(chrome::main_button(texts.ask_replace(), look.palette))));
        }
        Question::Discard { .. } => {
            buttons.push((Answer::Discard, ui.add(chrome::main_button(texts.ask_discard(), look.palette))));
        }
        Question::RemoveTemplate { .. } => {
            buttons.push((Answer::Remove, ui.add(chrome::main_button(texts.ask_remove(), look.palette))));
        }
    }
    focus_safe(ui, &buttons);
    for (_, button) in buttons.iter().filter(|(_, button)| button.has_focus()) {
        theme::paint_focus_ring(ui.painter(), button.rect.expand(RING_AROUND), theme::RADIUS, look.palette);
    }
    buttons.iter().find(|(_, button)| button.clicked()).map(|(answer, _)| *answer)
}

/// How far the ring of the answer with the keyboard stands off, so that it shows around an accented button too.
const RING_AROUND: f32 = 3.0;

/// Gives the keyboard to the answer that loses nothing, so that Enter and Space never destroy anything by surprise.
fn focus_safe(ui: &Ui, buttons: &[(Answer, Response)]) {
    // On its way round by Tab the keyboard is nowhere for a frame.
    let is_going_round = ui.input(|input| input.key_pressed(Key::Tab));
    if is_going_round || buttons.iter().any(|(_, button)| button.has_focus()) {
        return;
    }
    // To save loses less than to go back, and stands last.
    let safe = buttons.iter().rev().find(|(answer, _)| match answer {
        Answer::Save | Answer::Cancel => true,
        Answer::DontSave | Answer::Replace | Answer::Discard | Answer::Remove => false,
    });
    if let Some((_, button)) = safe {
        button.request_focus();
    }
}

/// A page of help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelpPage {
    /// The list of shortcuts.
    Shortcuts,
    /// Name, version, licences.
    About,
}

/// Whether a page goes on being shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stay {
    /// It does.
    Open,
    /// It was closed.
    Closed,
}

/// Shows a page of help.
pub fn help_ui(ctx: &egui::Context, page: HelpPage, list: &mut ShortcutList, look: Look) -> Stay {
    let mut stay = Stay::Open;
    let modal = chrome::modal(ctx, ("help", page == HelpPage::About)).show(ctx, |ui| {
        match page {
            HelpPage::Shortcuts => shortcut_list_ui(ui, list, look),
            HelpPage::About => about_ui(ui, look),
        }
        ui.add_space(14.0);
        Row::of_buttons(ui).end(ui, |ui| {
            let close = ui.add(chrome::main_button(look.texts.shortcuts_close(), look.palette));
            if close.clicked() {
                stay = Stay::Closed;
            }
            if page == HelpPage::About && !close.has_focus() {
                close.request_focus();
            }
        });
    });
    if modal.should_close() { Stay::Closed } else { stay }
}

fn about_ui(ui: &mut Ui, look: Look) {
    ui.set_width(480.0);
    ui.label(chrome::heading(look.texts.about_title(env!("CARGO_PKG_VERSION")), look.palette));
    ui.add_space(8.0);
    ui.label(look.texts.about_text());
    ui.add_space(8.0);
    ui.label(RichText::new(look.texts.about_licence()).color(theme::color(look.palette, Role::Soft)));
}
