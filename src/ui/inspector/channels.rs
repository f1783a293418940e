//! The map's channels in the panel, each with its sign and its name, to be changed, added and removed.
//!
//! Must not know which touchpoints use them.

use crate::{
    editor::Edit,
    map::{Channel, ChannelIcon, ChannelId, Map},
    scene::{Role, channel_icon_name},
    ui::{
        menu_keys, theme,
        tip::Tip,
        widgets::{Desk, Field, Row, add_button, edited_text, icon_button, paint_icon, section},
    },
};
use egui::{Align, Atom, Button, Layout, Popup, Rect, Response, ScrollArea, Stroke, Ui, pos2, vec2};
use std::sync::Arc;

/// Side of the button that shows a sign, and of the sign itself, in points.
const BUTTON: f32 = 28.0;
const SIGN: f32 = 16.0;
/// Height of the list of signs, in points.
const MENU_HEIGHT: f32 = 360.0;

/// Shows the channels, each to be changed or removed.
pub(super) fn channels_ui(ui: &mut Ui, desk: &mut Desk<'_>, map: &Map) {
    let texts = desk.texts();
    section(ui, desk.look, texts.lane_channels());
    for channel in &map.channels {
        let mut row = Row::of_field(ui);
        row.begin(ui, |ui| {
            sign_ui(ui, desk, channel);
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                let field = channel_field(channel.id, texts.inspector_channel_name());
                edited_text(ui, desk, &field, &channel.name, |name| Edit::RenameChannel(channel.id, name));
            });
        });
        row.end(ui, |ui| {
            if icon_button(ui, desk, "×", &texts.inspector_remove_named(&channel.name)).clicked() {
                desk.apply(Edit::RemoveChannel(channel.id));
            }
        });
    }
    if add_button(ui, desk, texts.inspector_add_channel()).clicked() {
        let id = ChannelId::random(desk.editor.rng());
        desk.apply(Edit::InsertChannel(Arc::new(Channel::new(id, ""))));
        ui.memory_mut(|memory| memory.request_focus(channel_field(id, "").salt));
    }
}

fn channel_field(id: ChannelId, name: &str) -> Field<'_> {
    Field::new(("channel", id.number()), name)
}

/// A channel's sign; a press opens the list of all signs.
fn sign_ui(ui: &mut Ui, desk: &mut Desk<'_>, channel: &Channel) {
    let texts = desk.texts();
    let shown = channel.icon.map_or(texts.inspector_icon_none(), |icon| channel_icon_name(texts, icon));
    let name = texts.inspector_icon_of(&channel.name, shown);
    let button = ui.add_sized(vec2(BUTTON, BUTTON), Button::new("").frame_when_inactive(false));
    let button = button.accessible_name(&name).tip(&name);
    paint_sign(ui, desk, channel.icon, &button);
    let chosen = Popup::menu(&button).show(|ui| {
        menu_keys::note(ui, menu_keys::Kind::List);
        let list = ScrollArea::vertical().max_height(MENU_HEIGHT);
        list.show(ui, |ui| signs_ui(ui, desk, channel.icon)).inner
    });
    if let Some(icon) = chosen.and_then(|shown| shown.inner) {
        desk.apply(Edit::ChannelIcon(channel.id, icon));
    }
}

/// The sign on its button; a dash for none, so that there is something to press.
fn paint_sign(ui: &Ui, desk: &Desk<'_>, icon: Option<ChannelIcon>, button: &Response) {
    let place = Rect::from_center_size(button.rect.center(), vec2(SIGN, SIGN));
    match icon {
        Some(icon) => paint_icon(ui.painter(), place, icon, desk.color(Role::Soft)),
        None => {
            let (middle, line) = (place.center(), Stroke::new(1.2, desk.color(Role::Faint)));
            ui.painter().hline(middle.x - 4.0..=middle.x + 4.0, middle.y, line);
        }
    }
    if button.has_focus() {
        theme::paint_focus_ring(ui.painter(), button.rect, theme::RADIUS, desk.palette());
    }
}

/// All signs with their names; answers with another one that was chosen.
fn signs_ui(ui: &mut Ui, desk: &Desk<'_>, current: Option<ChannelIcon>) -> Option<Option<ChannelIcon>> {
    let texts = desk.texts();
    let mut chosen = None;
    for icon in std::iter::once(None).chain(ChannelIcon::ALL.map(Some)) {
        let name = icon.map_or(texts.inspector_icon_none(), |icon| channel_icon_name(texts, icon));
        let room = Atom::custom(egui::IdSalt::new(("sign", icon)), vec2(SIGN, SIGN));
        let button = ui.add(Button::selectable(current == icon, (room, name)));
        if let Some(icon) = icon {
            let corner = pos2(button.rect.left() + ui.spacing().button_padding.x, button.rect.center().y - SIGN / 2.0);
            let square = Rect::from_min_size(corner, vec2(SIGN, SIGN));
            paint_icon(ui.painter(), square, icon, desk.color(Role::Soft));
        }
        if button.clicked() && current != icon {
            chosen = Some(icon);
        }
    }
    chosen
}
