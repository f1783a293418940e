//! The dialog before a map is kept as a template: its name, and what of the map it keeps.
//!
//! Must not know where templates are kept.

use super::{Look, chrome, theme, widgets::Row};
use crate::{map::KeptContent, scene::Role};
use egui::{Checkbox, Key, Label, TextEdit, Ui, vec2};
use unicase::UniCase;

/// The dialog's state.
#[derive(Clone, Debug)]
pub struct TemplateDialog {
    name: String,
    kept: KeptContent,
    /// The names of the user's own templates, as far as they are known.
    names: Vec<String>,
    opened: bool,
}

/// What the person did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplateAnswer {
    /// Nothing yet.
    Open,
    /// Left it.
    Cancel,
    /// Keeps the template under this name.
    Save(String, KeptContent),
}

impl TemplateDialog {
    /// Asks for a name; `name` is proposed. The structure alone is kept unless the person wants more.
    pub fn new(name: String) -> Self {
        Self { name, kept: KeptContent::default(), names: Vec::new(), opened: true }
    }

    /// Takes the names of the user's own templates, which one of the same name would replace.
    pub fn set_names(&mut self, names: Vec<String>) {
        self.names = names;
    }

    fn replaces(&self) -> bool {
        let name = UniCase::new(self.name.trim());
        self.names.iter().any(|known| UniCase::new(known.trim()) == name)
    }

    fn answer(&self) -> Option<TemplateAnswer> {
        let name = self.name.trim();
        (!name.is_empty()).then(|| TemplateAnswer::Save(name.to_owned(), self.kept))
    }
}

/// Shows the dialog over everything else.
pub fn template_dialog_ui(ctx: &egui::Context, dialog: &mut TemplateDialog, look: Look) -> TemplateAnswer {
    let texts = look.texts;
    let mut answer = TemplateAnswer::Open;
    let modal = chrome::modal(ctx, "template dialog").show(ctx, |ui| {
        ui.set_width(440.0);
        ui.label(chrome::heading(texts.template_dialog_title(), look.palette));
        ui.add_space(10.0);
        let is_done = name_ui(ui, dialog, look);
        ui.add_space(8.0);
        ui.add(Label::new(theme::note(texts.template_dialog_kept(), look.palette, Role::Soft)).wrap());
        ui.add_space(8.0);
        ui.label(theme::label(texts.template_dialog_also(), look.palette));
        ui.add(Checkbox::new(&mut dialog.kept.feelings, texts.template_dialog_feelings()));
        ui.add(Checkbox::new(&mut dialog.kept.cards, texts.template_dialog_cards()));
        ui.add(Checkbox::new(&mut dialog.kept.surveys, texts.template_dialog_surveys()));
        ui.add_space(12.0);
        let pressed = buttons_ui(ui, dialog, look);
        answer = if is_done { dialog.answer().unwrap_or(pressed) } else { pressed };
    });
    if modal.should_close() { TemplateAnswer::Cancel } else { answer }
}

/// The name's field, and what it would replace. Whether Enter ended it.
fn name_ui(ui: &mut Ui, dialog: &mut TemplateDialog, look: Look) -> bool {
    let label = ui.label(theme::label(look.texts.template_dialog_name(), look.palette));
    let field = TextEdit::singleline(&mut dialog.name).desired_width(f32::INFINITY).margin(vec2(8.0, 6.0));
    let mut output = field.show(ui);
    let field = output.response.response.clone().labelled_by(label.id);
    if std::mem::take(&mut dialog.opened) {
        field.request_focus();
        let all = egui::text::CCursorRange::two(
            egui::text::CCursor::new(0),
            egui::text::CCursor::new(dialog.name.chars().count()),
        );
        output.state.cursor.set_char_range(Some(all));
        output.state.store(ui.ctx(), field.id);
    }
    dialog.name.retain(|character| !character.is_control());
    let note = if dialog.replaces() { look.texts.template_dialog_replaces() } else { "" };
    // The line keeps its place while there is nothing to say, so that nothing jumps while a name is typed.
    ui.label(theme::note(note, look.palette, Role::Negative));
    field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}

fn buttons_ui(ui: &mut Ui, dialog: &TemplateDialog, look: Look) -> TemplateAnswer {
    let texts = look.texts;
    let words = if dialog.replaces() { texts.template_dialog_replace() } else { texts.template_dialog_save() };
    Row::of_buttons(ui).end(ui, |ui| {
        let ready = dialog.answer();
        let cancel = ui.button(texts.ask_cancel()).clicked();
        let save = ui.add_enabled(ready.is_some(), chrome::main_button(words, look.palette)).clicked();
        match (save, cancel, ready) {
            (true, _, Some(ready)) => ready,
            (_, true, _) => TemplateAnswer::Cancel,
            (_, false, _) => TemplateAnswer::Open,
        }
    })
}
