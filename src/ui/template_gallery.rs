//! The templates as cards: on the start page, and in a dialog while a map is open.
//!
//! Must not know what a template holds.

use super::{
    Command, Look, chrome,
    map_cards::{self, CardCommands, MapCard, cards_ui},
    widgets::Row,
};
use egui::{Response, ScrollArea, Ui};

/// What is left of the window around the dialog, in points.
const AROUND: egui::Vec2 = egui::vec2(120.0, 152.0);
/// Two rows of cards, and what tells of a third or of another group, in points.
const BELOW_ROWS: f32 = 60.0;

/// Whether the dialog goes on being shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gallery {
    /// It was just asked for: its first card takes the keyboard.
    Opened,
    /// It is shown.
    Shown,
}

/// Shows the templates: the user's own first, under a title, then those of the program. Answers with the first card.
pub fn templates_ui(
    ui: &mut Ui,
    (own, of_program): (&[MapCard], &[MapCard]),
    look: Look,
    asked: &mut Vec<Command>,
) -> Option<Response> {
    let mut first = None;
    if !own.is_empty() {
        ui.label(chrome::group(look.texts.start_own_templates(), look.palette));
        ui.add_space(4.0);
        let commands = CardCommands { open: Command::OpenOwnTemplate, remove: Some(Command::RemoveTemplate) };
        first = cards_ui(ui, own, look, commands, asked);
        ui.label(chrome::group(look.texts.start_program_templates(), look.palette));
        ui.add_space(4.0);
    }
    let commands = CardCommands { open: Command::OpenTemplate, remove: None };
    first.or(cards_ui(ui, of_program, look, commands, asked))
}

/// Shows the templates in a dialog. `None` once it was left or a template was chosen.
pub fn gallery_ui(
    ctx: &egui::Context,
    gallery: Gallery,
    templates: (&[MapCard], &[MapCard]),
    look: Look,
    asked: &mut Vec<Command>,
) -> Option<Gallery> {
    let room = ctx.content_rect().size() - AROUND;
    let count = (1..=4).rev().find(|count| map_cards::width_of(*count) <= room.x).unwrap_or(1);
    let before = asked.len();
    let mut is_left = false;
    let modal = chrome::modal(ctx, "template gallery").show(ctx, |ui| {
        // Beside the cards there is room for the bar that scrolls them.
        ui.set_width(map_cards::width_of(count) + 14.0);
        ui.label(chrome::heading(look.texts.template_gallery_title(), look.palette));
        ui.add_space(10.0);
        let height = room.y.min(2.0 * (map_cards::height_in(ctx) + map_cards::GAP) + BELOW_ROWS);
        let area = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
        area.auto_shrink([false, true]).show(ui, |ui| {
            let first = templates_ui(ui, templates, look, asked);
            if let (Gallery::Opened, Some(first)) = (gallery, first) {
                first.request_focus();
            }
        });
        ui.add_space(6.0);
        is_left = Row::of_buttons(ui).end(ui, |ui| ui.button(look.texts.ask_cancel()).clicked());
    });
    let is_chosen = asked.get(before..).unwrap_or_default().iter().any(|command| chooses(*command));
    (!is_left && !is_chosen && !modal.should_close()).then_some(Gallery::Shown)
}

/// Whether a command that a card asks for begins a map.
fn chooses(command: Command) -> bool {
    matches!(command, Command::OpenTemplate(_) | Command::OpenOwnTemplate(_))
}
