//! Several touchpoints: channels, control, moment of truth, tags. Must not know layout.

use super::{Shared, key_of};
use crate::{
    editor::{Edit, TouchpointChange, named_channel},
    map::{ChannelId, Control, Map, Thing, Touchpoint, TouchpointId, Weight},
    scene::Role,
    ui::{
        inspector::names,
        widgets::{Chips, ChipsChange, Desk, check_ui, chips_ui, section, segments_ui},
    },
};
use egui::{Id, Ui};
use std::{collections::HashSet, sync::Arc};

/// Sets what all selected touchpoints have.
pub(super) fn touchpoints_ui(ui: &mut Ui, desk: &mut Desk<'_>, map: &Map, selection: &[Thing]) {
    let chosen: HashSet<TouchpointId> = selection.iter().filter_map(|thing| thing.as_touchpoint()).collect();
    let found: Vec<_> = map.touchpoints().filter(|touchpoint| chosen.contains(&touchpoint.id)).collect();
    if found.is_empty() {
        return;
    }
    let key = key_of(selection);
    channels_ui(ui, desk, (map, &found), key);
    control_ui(ui, desk, &found);
    weight_ui(ui, desk, &found);
    tags_ui(ui, desk, &found, key);
}

fn control_ui(ui: &mut Ui, desk: &mut Desk<'_>, found: &[&Arc<Touchpoint>]) {
    let texts = desk.texts();
    let control: Shared<Control> = Shared::of(found.iter().map(|touchpoint| touchpoint.control));
    section(ui, desk.look, &control.named(texts.inspector_control(), texts));
    if let Some(control) = segments_ui(ui, desk, control.same(), &names::controls(texts)) {
        desk.apply(for_all(found, |_| TouchpointChange::Control(control)));
    }
    ui.add_space(4.0);
}

fn weight_ui(ui: &mut Ui, desk: &mut Desk<'_>, found: &[&Arc<Touchpoint>]) {
    let texts = desk.texts();
    let weight = Shared::of(found.iter().map(|touchpoint| touchpoint.weight));
    let is_moment = weight == Shared::Same(Weight::MomentOfTruth);
    let name = weight.named(texts.moment_of_truth(), texts);
    if check_ui(ui, desk, is_moment, &name, Role::Negative).clicked() {
        let weight = if is_moment { Weight::Ordinary } else { Weight::MomentOfTruth };
        desk.apply(for_all(found, |_| TouchpointChange::Weight(weight)));
    }
}

fn for_all(found: &[&Arc<Touchpoint>], change: impl Fn(&Touchpoint) -> TouchpointChange) -> Edit {
    Edit::All(found.iter().map(|touchpoint| Edit::Touchpoint(touchpoint.id, change(touchpoint))).collect())
}

/// The values that any of them has, each with whether all have it, in the order in which they come.
fn held<T: Clone + PartialEq>(found: &[&Arc<Touchpoint>], of: impl Fn(&Touchpoint) -> &[T]) -> Vec<(T, bool)> {
    let mut held: Vec<(T, bool)> = Vec::new();
    for value in found.iter().flat_map(|touchpoint| of(touchpoint)) {
        if !held.iter().any(|(known, _)| known == value) {
            let by_all = found.iter().all(|touchpoint| of(touchpoint).contains(value));
            held.push((value.clone(), by_all));
        }
    }
    held
}

/// The values after a change.
fn with<T: Clone + PartialEq>(before: &[T], change: &ChipsChange<T>, new: Option<&T>) -> Vec<T> {
    let mut values = before.to_vec();
    let added = match change {
        ChipsChange::Remove(gone) => {
            values.retain(|value| value != gone);
            None
        }
        ChipsChange::Add(value) => Some(value),
        ChipsChange::New(_) => new,
    };
    values.extend(added.filter(|value| !before.contains(value)).cloned());
    values
}

fn channels_ui(ui: &mut Ui, desk: &mut Desk<'_>, (map, found): (&Map, &[&Arc<Touchpoint>]), key: u64) {
    let texts = desk.texts();
    section(ui, desk.look, texts.lane_channels());
    let name = |id: &ChannelId| map.channel(*id).map_or_else(String::new, |channel| channel.name.clone());
    let held = held(found, |touchpoint| &touchpoint.channels);
    let named =
        |(id, by_all): &(ChannelId, bool)| (*id, if *by_all { name(id) } else { texts.inspector_on_some(name(id)) });
    let items: Vec<_> = held.iter().map(named).collect();
    let is_on_all = |id: ChannelId| held.contains(&(id, true));
    let others = map.channels.iter().filter(|channel| !is_on_all(channel.id));
    let others: Vec<_> = others.map(|channel| (channel.id, channel.name.clone())).collect();
    let chips = Chips {
        salt: Id::unique(("channels of several", key)),
        items: &items,
        others: &others,
        add: texts.inspector_add_channel(),
        new: texts.inspector_new_channel(),
    };
    let Some(change) = chips_ui(ui, desk, &chips) else { return };
    let new = if let ChipsChange::New(name) = &change {
        Some(named_channel(ChannelId::random(desk.editor.rng()), name.clone()))
    } else {
        None
    };
    let id = new.as_ref().map(|channel| channel.id);
    let set = for_all(found, |touchpoint| TouchpointChange::Channels(with(&touchpoint.channels, &change, id.as_ref())));
    let made = new.map(|channel| Edit::InsertChannel(Arc::new(channel)));
    desk.apply(Edit::All(made.into_iter().chain([set]).collect()));
}

fn tags_ui(ui: &mut Ui, desk: &mut Desk<'_>, found: &[&Arc<Touchpoint>], key: u64) {
    let texts = desk.texts();
    section(ui, desk.look, texts.inspector_tags());
    let held = held(found, |touchpoint| &touchpoint.tags);
    let named = |(tag, by_all): &(String, bool)| {
        (tag.clone(), if *by_all { tag.clone() } else { texts.inspector_on_some(tag) })
    };
    let items: Vec<_> = held.iter().map(named).collect();
    let others: Vec<_> = held.iter().filter(|(_, by_all)| !by_all).map(|(tag, _)| (tag.clone(), tag.clone())).collect();
    let chips = Chips {
        salt: Id::unique(("tags of several", key)),
        items: &items,
        others: &others,
        add: texts.inspector_add_tag(),
        new: texts.inspector_new_tag(),
    };
    let Some(change) = chips_ui(ui, desk, &chips) else { return };
    let new = if let ChipsChange::New(tag) = &change { Some(tag.clone()) } else { None };
    let edit = for_all(found, |touchpoint| TouchpointChange::Tags(with(&touchpoint.tags, &change, new.as_ref())));
    desk.apply(edit);
}
