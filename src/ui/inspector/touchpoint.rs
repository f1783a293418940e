//! A touchpoint in the panel. Must not know layout.

use super::{card, engagement, feeling, kind_ui, link, measure, names, path, picture};
use crate::{
    editor::{Edit, TouchpointChange, named_channel},
    map::{Channel, ChannelId, Holder, Map, Thing, Touchpoint, TouchpointId, Weight},
    scene::Role,
    ui::widgets::{
        Chips, ChipsChange, Desk, Field, check_ui, chips_ui, edited_text, line, remove_button, section, segments_ui,
        unless_held,
    },
};
use egui::{Id, Ui};
use std::sync::Arc;

/// Shows and edits a touchpoint.
pub(super) fn touchpoint_ui(ui: &mut Ui, desk: &mut Desk<'_>, whose: &mut feeling::Whose<'_>, id: TouchpointId) {
    let map = desk.shown();
    let Some(touchpoint) = map.touchpoint(id) else { return };
    head_ui(ui, desk, touchpoint);
    let remove_picture = Edit::Touchpoint(id, TouchpointChange::Image(None));
    feeling::feeling_ui(ui, desk, whose, touchpoint);
    engagement::engagement_ui(ui, desk, &map, touchpoint);
    measure::measure_ui(ui, desk, Some(id));
    line(ui);
    channels_ui(ui, desk, &map, touchpoint);
    control_ui(ui, desk, touchpoint);
    tags_ui(ui, desk, &map, touchpoint);
    picture::picture_ui(ui, desk, picture::Of::Thing, (&map, touchpoint.image), remove_picture);
    line(ui);
    card::cards_ui(ui, desk, &map, Holder::Touchpoint(id));
    link::links_ui(ui, desk, &map, id);
    if let Some(persona) = whose.persona(&map).and_then(|id| map.persona(id)) {
        path::here_ui(ui, desk, persona, touchpoint);
    }
    let is_held = desk.editor.is_locked();
    let text = desk.texts().inspector_remove_touchpoint();
    if unless_held(ui, desk, is_held, |ui| remove_button(ui, desk, text)).clicked() {
        desk.apply(Edit::Remove(vec![Thing::Touchpoint(id)]));
    }
}

fn head_ui(ui: &mut Ui, desk: &mut Desk<'_>, touchpoint: &Touchpoint) {
    let (texts, id) = (desk.texts(), touchpoint.id);
    let change = |change| Edit::Touchpoint(id, change);
    kind_ui(ui, desk, texts.inspector_touchpoint());
    let name = Field::new(("touchpoint name", id.number()), texts.inspector_name()).title();
    let name = name.hint(texts.touchpoint_unnamed());
    edited_text(ui, desk, &name, &touchpoint.name, |name| change(TouchpointChange::Name(name)));
    let text = Field::new(("touchpoint description", id.number()), texts.inspector_description()).description();
    let text = text.hint(texts.inspector_touchpoint_hint());
    edited_text(ui, desk, &text, &touchpoint.description, |text| change(TouchpointChange::Description(text)));
}

fn channels_ui(ui: &mut Ui, desk: &mut Desk<'_>, map: &Map, touchpoint: &Touchpoint) {
    let texts = desk.texts();
    section(ui, desk.look, texts.lane_channels());
    let named = |channel: &Channel| (channel.id, channel.name.clone());
    let is_used = |channel: &Arc<Channel>| touchpoint.channels.contains(&channel.id);
    let used = touchpoint.channels.iter().filter_map(|id| map.channel(*id));
    let items: Vec<_> = used.map(|channel| named(channel)).collect();
    let others: Vec<_> =
        map.channels.iter().filter(|channel| !is_used(channel)).map(|channel| named(channel)).collect();
    let chips = Chips {
        salt: Id::unique(("channels", touchpoint.id.number())),
        items: &items,
        others: &others,
        add: texts.inspector_add_channel(),
        new: texts.inspector_new_channel(),
    };
    if let Some(change) = chips_ui(ui, desk, &chips) {
        change_channels(desk, touchpoint, change);
    }
}

fn change_channels(desk: &mut Desk<'_>, touchpoint: &Touchpoint, change: ChipsChange<ChannelId>) {
    let mut channels = touchpoint.channels.clone();
    let set = |channels| Edit::Touchpoint(touchpoint.id, TouchpointChange::Channels(channels));
    match change {
        ChipsChange::Remove(gone) => {
            channels.retain(|id| *id != gone);
            desk.apply(set(channels));
        }
        ChipsChange::Add(id) => {
            channels.push(id);
            desk.apply(set(channels));
        }
        ChipsChange::New(name) => {
            let id = ChannelId::random(desk.editor.rng());
            channels.push(id);
            desk.apply(Edit::All(vec![Edit::InsertChannel(Arc::new(named_channel(id, name))), set(channels)]));
        }
    }
}

fn control_ui(ui: &mut Ui, desk: &mut Desk<'_>, touchpoint: &Touchpoint) {
    let (texts, id) = (desk.texts(), touchpoint.id);
    section(ui, desk.look, texts.inspector_control());
    if let Some(control) = segments_ui(ui, desk, Some(touchpoint.control), &names::controls(texts)) {
        desk.apply(Edit::Touchpoint(id, TouchpointChange::Control(control)));
    }
    ui.add_space(4.0);
    let is_moment = touchpoint.weight == Weight::MomentOfTruth;
    if check_ui(ui, desk, is_moment, texts.moment_of_truth(), Role::Negative).clicked() {
        let weight = if is_moment { Weight::Ordinary } else { Weight::MomentOfTruth };
        desk.apply(Edit::Touchpoint(id, TouchpointChange::Weight(weight)));
    }
}

fn tags_ui(ui: &mut Ui, desk: &mut Desk<'_>, map: &Map, touchpoint: &Touchpoint) {
    let texts = desk.texts();
    section(ui, desk.look, texts.inspector_tags());
    let items: Vec<_> = touchpoint.tags.iter().map(|tag| (tag.clone(), tag.clone())).collect();
    let siblings = map.stages.iter().find(|stage| stage.position(touchpoint.id).is_some());
    let mut others: Vec<_> = siblings.iter().flat_map(|stage| &stage.touchpoints).flat_map(|tp| &tp.tags).collect();
    others.sort();
    others.dedup();
    others.retain(|tag| !touchpoint.tags.contains(tag));
    let others: Vec<_> = others.into_iter().map(|tag| (tag.clone(), tag.clone())).collect();
    let chips = Chips {
        salt: Id::unique(("tags", touchpoint.id.number())),
        items: &items,
        others: &others,
        add: texts.inspector_add_tag(),
        new: texts.inspector_new_tag(),
    };
    let Some(change) = chips_ui(ui, desk, &chips) else { return };
    let mut tags = touchpoint.tags.clone();
    match change {
        ChipsChange::Remove(gone) => tags.retain(|tag| *tag != gone),
        ChipsChange::Add(tag) | ChipsChange::New(tag) => tags.push(tag),
    }
    desk.apply(Edit::Touchpoint(touchpoint.id, TouchpointChange::Tags(tags)));
}
