//! Messages: what went wrong and what can be done about it, or what was done. They lie over the map above the tool bar,
//! and at the top of every other page.
//!
//! A fault stays until the person closes it or the same thing succeeds; good news goes with the next action.
//! Must not know files.

use super::{Command, Look, theme, tip::Tip, widgets::Row};
use crate::scene::Role;
use egui::{
    Align2, Area, Button, Color32, Context, CornerRadius, Frame, Id, Label, Margin, Order, Rect, Response, RichText,
    Stroke, TextStyle, Ui, UiBuilder, WidgetInfo, accesskit,
};

/// The widest message over the map, in points.
pub const WIDEST: f32 = 680.0;
/// The least room for its words, and the gap between two, in points.
const LEAST_TEXT: f32 = 160.0;
const BETWEEN: f32 = 6.0;
/// What stands on the button that closes a message.
const CLOSE: &str = "×";

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
pub struct Notices(Vec<Notice>);

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
        self.0.push(notice);
    }

    /// Takes away what was said about `topic`.
    pub fn clear(&mut self, topic: Topic) {
        self.0.retain(|notice| notice.topic != topic);
    }

    /// Takes away good news, which has been read once the person goes on.
    pub fn clear_good(&mut self) {
        self.0.retain(|notice| notice.tone == Tone::Fault);
    }

    /// The messages, oldest first.
    pub fn all(&self) -> &[Notice] {
        &self.0
    }
}

/// Shows the messages over the map, one above the other, the newest at the lower end of `room`, so that nothing moves
/// when one comes or goes; says which button was pressed, and where they lie.
pub fn notices_over_ui(
    ctx: &Context,
    notices: &mut Notices,
    (room, begin): (Rect, impl FnOnce(&Ui)),
    look: Look,
) -> (Option<Action>, Option<Rect>) {
    if notices.0.is_empty() {
        return (None, None);
    }
    let area = Area::new(Id::unique("notices")).order(Order::Middle).pivot(Align2::CENTER_BOTTOM).constrain_to(room);
    let shown = area.fixed_pos(room.center_bottom()).show(ctx, |ui| {
        begin(ui);
        ui.spacing_mut().item_spacing.y = BETWEEN;
        ui.set_max_width(room.width().min(WIDEST));
        list_ui(ui, notices, Place::OverMap, look)
    });
    (shown.inner, Some(shown.response.rect))
}

/// Shows the messages at the top of a page that is no map, and says which button was pressed.
pub fn notices_ui(ui: &mut Ui, notices: &mut Notices, look: Look) -> Option<Action> {
    // Between two messages there is no gap through which the window's own ground would show.
    ui.spacing_mut().item_spacing.y = 0.0;
    list_ui(ui, notices, Place::OnPage, look)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    OverMap,
    OnPage,
}

/// What was pressed of a message.
enum Press {
    Action(Action),
    Close,
}

fn list_ui(ui: &mut Ui, notices: &mut Notices, place: Place, look: Look) -> Option<Action> {
    let mut pressed = None;
    for (at, notice) in notices.0.iter().enumerate() {
        if let Some(press) = frame_ui(ui, notice, (at, place), look) {
            pressed = Some((at, press));
        }
    }
    match pressed {
        Some((_, Press::Action(action))) => Some(action),
        Some((at, Press::Close)) => {
            notices.0.remove(at);
            None
        }
        None => None,
    }
}

fn frame_ui(ui: &mut Ui, notice: &Notice, (at, place): (usize, Place), look: Look) -> Option<Press> {
    let ground = match notice.tone {
        Tone::Good => Role::AccentTint,
        Tone::Fault => Role::NegativeTint,
    };
    let frame = Frame::new().fill(theme::color(look.palette, ground));
    let frame = match place {
        Place::OnPage => frame.inner_margin(Margin::symmetric(20, 8)),
        Place::OverMap => {
            let line = Stroke::new(1.0, theme::color(look.palette, Role::Hairline));
            let frame = frame.inner_margin(Margin { left: 16, right: 10, top: 8, bottom: 8 }).stroke(line);
            frame.corner_radius(CornerRadius::same(8)).shadow(ui.visuals().popup_shadow)
        }
    };
    let shown = frame.show(ui, |ui| {
        let content =
            ui.scope_builder(UiBuilder::new().id_salt(("notice", at)), |ui| notice_ui(ui, notice, place, look));
        announce(ui, &content.response, notice);
        content.inner
    });
    shown.inner
}

/// Tells a screen reader of the message when it comes, and what it says.
fn announce(ui: &Ui, response: &Response, notice: &Notice) {
    let (role, live) = match notice.tone {
        Tone::Good => (accesskit::Role::Status, accesskit::Live::Polite),
        Tone::Fault => (accesskit::Role::Alert, accesskit::Live::Assertive),
    };
    response.widget_info(|| WidgetInfo::labeled(role, true, &notice.text));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(live));
}

fn notice_ui(ui: &mut Ui, notice: &Notice, place: Place, look: Look) -> Option<Press> {
    let ink = theme::color(look.palette, Role::Ink);
    match place {
        Place::OnPage => {
            let text = Label::new(RichText::new(&notice.text).color(ink)).wrap();
            let mut row = Row::of_buttons(ui);
            row.begin(ui, |ui| ui.add(text));
            row.end(ui, |ui| {
                let pressed = notice.actions.iter().filter_map(|action| action_ui(ui, action)).last();
                pressed.or(close_ui(ui, look))
            })
        }
        Place::OverMap => {
            let font = TextStyle::Body.resolve(ui.style());
            let text = ui.painter().layout(notice.text.clone(), font, ink, text_width(ui, notice));
            let row = ui.horizontal(|ui| {
                ui.add(Label::new(text));
                let pressed = notice.actions.iter().filter_map(|action| action_ui(ui, action)).last();
                pressed.or(close_ui(ui, look))
            });
            row.inner
        }
    }
}

/// How wide a message's words are in the room beside its buttons.
fn text_width(ui: &Ui, notice: &Notice) -> f32 {
    let width = |text: &str, style: TextStyle| {
        ui.painter().layout_no_wrap(text.to_owned(), style.resolve(ui.style()), Color32::PLACEHOLDER).size().x
    };
    let spacing = ui.spacing();
    let around = 2.0 * spacing.button_padding.x + spacing.item_spacing.x;
    let buttons = notice.actions.iter().map(|(text, _)| width(text, TextStyle::Button) + around).sum::<f32>();
    let close = width(CLOSE, TextStyle::Button) + around + spacing.item_spacing.x;
    let room = (ui.available_width() - buttons - close).max(LEAST_TEXT);
    (width(&notice.text, TextStyle::Body) + 1.0).min(room)
}

fn action_ui(ui: &mut Ui, (text, wanted): &(String, Action)) -> Option<Press> {
    ui.add(Button::new(text)).clicked().then_some(Press::Action(*wanted))
}

fn close_ui(ui: &mut Ui, look: Look) -> Option<Press> {
    let name = look.texts.shell_close_notice();
    let button = ui.add(Button::new(CLOSE).min_size(theme::PRESSABLE)).accessible_name(name).tip(name);
    button.clicked().then_some(Press::Close)
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
