//! Messages under the menu bar: what went wrong and what can be done about it, or what was done.
//!
//! A fault stays until the person closes it or the same thing succeeds; good news goes with the next action.
//! Must not know files.

use super::{Command, Look, theme};
use crate::scene::Role;
use egui::{Align, Button, Frame, Label, Layout, Margin, RichText, Ui, accesskit::Live};

/// What a message is about; a new message about the same thing takes the old one's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    /// Opening a map.
    Open,
    /// Saving the map.
    Save,
    /// Exporting a picture.
    Export,
    /// Reading or attaching a survey.
    Survey,
    /// Reading a picture.
    Image,
    /// An edit that could not be applied.
    Edit,
    /// Settings that could not be read or written.
    Settings,
    /// Keeping copies for recovery.
    Recovery,
    /// Work of another window that can be brought back.
    Recovered,
    /// Keeping or removing a template.
    Template,
}

/// How a message reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something was done.
    Good,
    /// Something failed; nothing is lost.
    Fault,
}

/// One message.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// What it is about.
    pub topic: Topic,
    /// How it reads.
    pub tone: Tone,
    /// What it says.
    pub text: String,
    /// What can be done about it: a button each.
    pub actions: Vec<(String, Action)>,
}

/// What a message's button asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Carries out a command.
    Command(Command),
    /// Saves over what somebody else wrote.
    Overwrite,
}

/// All messages that are shown, oldest first.
#[derive(Clone, Debug, Default)]
pub struct Notices {
    shown: Vec<Notice>,
    /// The number of each that is shown: a screen reader tells a message again that was given again.
    numbers: Vec<u64>,
    given: u64,
}

impl Notices {
    /// Shows a fault, in place of an older message about the same thing.
    pub fn fault(&mut self, topic: Topic, text: impl Into<String>) {
        self.add(Notice { topic, tone: Tone::Fault, text: text.into(), actions: Vec::new() });
    }

    /// Shows what was done, in place of an older message about the same thing.
    pub fn good(&mut self, topic: Topic, text: impl Into<String>) {
        self.add(Notice { topic, tone: Tone::Good, text: text.into(), actions: Vec::new() });
    }

    /// Shows a message, in place of an older one about the same thing.
    pub fn add(&mut self, notice: Notice) {
        self.clear(notice.topic);
        self.given += 1;
        self.shown.push(notice);
        self.numbers.push(self.given);
    }

    /// Takes away what was said about `topic`.
    pub fn clear(&mut self, topic: Topic) {
        self.keep(|notice| notice.topic != topic);
    }

    /// Takes away good news, which has been read once the person goes on.
    pub fn clear_good(&mut self) {
        self.keep(|notice| notice.tone == Tone::Fault);
    }

    fn keep(&mut self, stays: impl Fn(&Notice) -> bool) {
        let mut stay = self.shown.iter().map(&stays);
        self.numbers.retain(|_| stay.next().unwrap_or(false));
        drop(stay);
        self.shown.retain(stays);
    }

    /// The messages, oldest first.
    pub fn all(&self) -> &[Notice] {
        &self.shown
    }
}

/// Shows the messages and says which button was pressed.
pub fn notices_ui(ui: &mut Ui, notices: &mut Notices, look: Look) -> Option<Action> {
    let mut action = None;
    let mut closed = None;
    // Between two messages there is no gap through which the window's own ground would show.
    ui.spacing_mut().item_spacing.y = 0.0;
    for (at, (notice, number)) in notices.shown.iter().zip(&notices.numbers).enumerate() {
        let (ground, ink) = match notice.tone {
            Tone::Good => (Role::AccentTint, Role::Ink),
            Tone::Fault => (Role::NegativeTint, Role::Ink),
        };
        let frame = Frame::new().fill(theme::color(look.palette, ground)).inner_margin(Margin::symmetric(20, 8));
        frame.show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if ui.button("×").on_hover_text(look.texts.shell_close_notice()).clicked() {
                        closed = Some(at);
                    }
                    for (text, wanted) in notice.actions.iter().rev() {
                        if ui.add(Button::new(text)).clicked() {
                            action = Some(*wanted);
                        }
                    }
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        let text = RichText::new(&notice.text).color(theme::color(look.palette, ink));
                        ui.push_id(number, |ui| live_ui(ui, text, notice.tone));
                    });
                });
            });
        });
    }
    if let Some(at) = closed {
        notices.shown.remove(at);
        notices.numbers.remove(at);
    }
    action
}

/// The words of a message, which a screen reader tells by itself: a fault at once, good news when it has a moment.
fn live_ui(ui: &mut Ui, text: RichText, tone: Tone) {
    let response = ui.add(Label::new(text).wrap());
    let live = match tone {
        Tone::Good => Live::Polite,
        Tone::Fault => Live::Assertive,
    };
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(live));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_message_takes_the_place_of_the_old_one_about_the_same_thing() {
        let mut notices = Notices::default();
        notices.fault(Topic::Save, "the disk is full");
        notices.good(Topic::Export, "map.svg is written");
        notices.fault(Topic::Save, "the folder is gone");
        assert_eq!(
            notices.all().iter().map(|n| n.text.as_str()).collect::<Vec<_>>(),
            ["map.svg is written", "the folder is gone"]
        );
        notices.clear_good();
        assert_eq!(notices.all().len(), 1, "a failed save never disappears by itself");
    }
}
