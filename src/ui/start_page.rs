//! The start page: a new map, recent maps, templates and samples with a small picture of each, work that can be brought
//! back.
//!
//! Must not read files: the program hands it the scenes and the notes.

use super::{
    Command, Look, chrome,
    map_cards::{self, CardCommands, MapCard, cards_ui},
    template_gallery, theme,
    widgets::Row,
};
use crate::scene::{FontWeight, Role};
use egui::{Atom, Button, Frame, Label, Margin, Response, RichText, ScrollArea, Ui, vec2};

/// Widest the page grows, so that its rows stay together on a large screen.
const PAGE_WIDTH: f32 = 1056.0;

/// Space above the name, above the buttons and below them, in points; and in a low window.
const HEAD: [f32; 3] = [52.0, 18.0, 24.0];
const LOW_HEAD: [f32; 3] = [16.0, 10.0, 12.0];

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct StartPage {
    /// Maps opened lately, the newest first.
    pub recent: Vec<MapCard>,
    /// The templates of the program.
    pub templates: Vec<MapCard>,
    /// The user's own templates.
    pub own_templates: Vec<MapCard>,
    /// The sample maps.
    pub samples: Vec<MapCard>,
    /// Which of templates and samples are shown.
    pub ready_made: ReadyMade,
    /// Work that is in no file, a sentence each.
    pub recovered: Vec<String>,
    /// Work that cannot be read, a sentence each.
    pub unreadable: Vec<String>,
}

/// Which ready-made maps the page shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReadyMade {
    /// Journeys without feelings, to begin from.
    #[default]
    Templates,
    /// Whole maps, to look at.
    Samples,
}

/// Shows the page.
pub fn start_page_ui(ui: &mut Ui, page: &mut StartPage, look: Look, asked: &mut Vec<Command>) -> Response {
    let shown = ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let width = (ui.available_width() - 48.0).min(PAGE_WIDTH);
        let left = ((ui.available_width() - width) / 2.0).max(24.0);
        ui.horizontal_top(|ui| {
            ui.add_space(left);
            ui.vertical(|ui| {
                ui.set_width(width);
                content_ui(ui, page, look, asked);
            });
        })
        .response
    });
    shown.inner
}

fn content_ui(ui: &mut Ui, page: &mut StartPage, look: Look, asked: &mut Vec<Command>) {
    let texts = look.texts;
    let is_low = ui.ctx().content_rect().height() < map_cards::LOW;
    let [above, around, below] = if is_low { LOW_HEAD } else { HEAD };
    ui.add_space(above);
    let bold = theme::font(FontWeight::Bold, 30.0);
    ui.label(RichText::new("Wayfarer").font(bold).color(theme::color(look.palette, Role::Ink)));
    ui.label(RichText::new(texts.start_motto()).size(14.0).color(theme::color(look.palette, Role::Soft)));
    ui.add_space(around);
    buttons_ui(ui, look, asked);
    ui.add_space(below);
    recovered_ui(ui, page, look, asked);
    if !page.recent.is_empty() {
        ui.label(chrome::group(texts.start_recent(), look.palette));
        ui.add_space(8.0);
        cards_ui(ui, &page.recent, look, CardCommands { open: Command::OpenRecent, remove: None }, asked);
        ui.add_space(28.0);
    }
    ready_made_ui(ui, page, look, asked);
    ui.add_space(28.0);
    ui.label(RichText::new(texts.start_drop()).color(theme::color(look.palette, Role::Faint)));
    ui.add_space(28.0);
}

/// Templates, the user's own first, or samples; the word on the right changes over to the others.
fn ready_made_ui(ui: &mut Ui, page: &mut StartPage, look: Look, asked: &mut Vec<Command>) {
    let texts = look.texts;
    match page.ready_made {
        ReadyMade::Templates => {
            if switch_ui(ui, texts.start_templates(), texts.start_show_samples(), look) {
                page.ready_made = ReadyMade::Samples;
            }
            template_gallery::templates_ui(ui, (&page.own_templates, &page.templates), look, asked);
        }
        ReadyMade::Samples => {
            if switch_ui(ui, texts.start_samples(), texts.start_show_templates(), look) {
                page.ready_made = ReadyMade::Templates;
            }
            cards_ui(ui, &page.samples, look, CardCommands { open: Command::OpenSample, remove: None }, asked);
        }
    }
}

/// A group's title with a word on the right that can be pressed.
fn switch_ui(ui: &mut Ui, title: &str, other: &str, look: Look) -> bool {
    let words = RichText::new(other).font(theme::font(FontWeight::SemiBold, 12.5));
    let link = Button::new(words.color(theme::color(look.palette, Role::Accent))).frame(false);
    let mut row = Row::of_buttons(ui);
    row.begin(ui, |ui| ui.label(chrome::group(title, look.palette)));
    let is_pressed = row.end(ui, |ui| {
        ui.spacing_mut().button_padding.x = 0.0;
        let response = ui.add(link);
        if response.has_focus() {
            theme::paint_focus_ring(ui.painter(), response.rect.expand2(vec2(4.0, 0.0)), theme::RADIUS, look.palette);
        }
        response.clicked()
    });
    ui.add_space(4.0);
    is_pressed
}

fn buttons_ui(ui: &mut Ui, look: Look, asked: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        for command in [Command::New, Command::GuidedStart, Command::Open] {
            let main = command == Command::New;
            let (ground, ink) = if main { (Role::Accent, Role::OnColor) } else { (Role::Card, Role::Ink) };
            let font = theme::font(FontWeight::SemiBold, 14.0);
            let text = RichText::new(command.text(look.texts)).font(font).color(theme::color(look.palette, ink));
            let mut button = Button::new((text, Atom::grow()))
                .fill(theme::color(look.palette, ground))
                .corner_radius(10)
                .min_size(vec2(200.0, 52.0));
            let keys = command.keys_text(ui.ctx());
            if !keys.is_empty() {
                let faint = theme::color(look.palette, if main { Role::OnColor } else { Role::Faint });
                button = button.shortcut_text(RichText::new(keys).size(11.5).color(faint));
            }
            let response = ui.scope(|ui| {
                ui.spacing_mut().button_padding = vec2(18.0, 8.0);
                ui.add(button)
            });
            if response.inner.clicked() {
                asked.push(command);
            }
        }
    });
}

fn recovered_ui(ui: &mut Ui, page: &StartPage, look: Look, asked: &mut Vec<Command>) {
    for (at, sentence) in page.recovered.iter().enumerate() {
        strip(look, Role::AccentTint).show(ui, |ui| {
            let mut row = Row::of_buttons(ui);
            row.begin(ui, |ui| ui.add(Label::new(sentence).wrap()));
            row.end(ui, |ui| {
                if ui.button(Command::DiscardRecovered(at).text(look.texts)).clicked() {
                    asked.push(Command::DiscardRecovered(at));
                }
                if ui.add(chrome::main_button(Command::BringBack(at).text(look.texts), look.palette)).clicked() {
                    asked.push(Command::BringBack(at));
                }
            });
        });
        ui.add_space(8.0);
    }
    for sentence in &page.unreadable {
        strip(look, Role::NegativeTint).show(ui, |ui| ui.add(Label::new(sentence).wrap()));
        ui.add_space(8.0);
    }
    if !page.recovered.is_empty() || !page.unreadable.is_empty() {
        ui.add_space(16.0);
    }
}

fn strip(look: Look, ground: Role) -> Frame {
    Frame::new().fill(theme::color(look.palette, ground)).corner_radius(8).inner_margin(Margin::symmetric(18, 10))
}
