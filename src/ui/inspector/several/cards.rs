//! Several cards that are tasks: who does them, by when, and how far they are. Must not know where a card lies.

use super::{Shared, key_of};
use crate::{
    editor::{CardChange, Edit},
    map::{Card, CardId, Map, Thing},
    ui::{
        inspector::names,
        widgets::{Choice, Desk, Field, date_ui, edited_text, labelled, long_choice_ui, section},
    },
};
use egui::Ui;
use std::{collections::HashSet, sync::Arc};

/// Sets what all selected cards have in lanes that hold tasks.
pub(super) fn cards_ui(ui: &mut Ui, desk: &mut Desk<'_>, map: &Map, selection: &[Thing]) {
    let cards = tasks(map, selection);
    if cards.is_empty() {
        return;
    }
    let (texts, look, key) = (desk.texts(), desk.look, key_of(selection));
    section(ui, look, texts.inspector_cards());
    let owner = Shared::of(cards.iter().map(|card| card.owner.as_str()));
    labelled(ui, look, texts.inspector_owner(), |ui| {
        let field = Field::new(("owners", key), texts.inspector_owner()).hint(hint(&owner, desk, ""));
        edited_text(ui, desk, &field, owner.same().unwrap_or_default(), |owner| {
            for_all(&cards, &CardChange::Owner(owner))
        });
    });
    let due = Shared::of(cards.iter().map(|card| card.due));
    labelled(ui, look, texts.inspector_due(), |ui| {
        let field = Field::new(("dues", key), texts.inspector_due());
        let field = field.hint(hint(&due, desk, texts.inspector_date_hint()));
        date_ui(ui, desk, &field, due.same().flatten(), |due| for_all(&cards, &CardChange::Due(due)));
    });
    let status = Shared::of(cards.iter().map(|card| card.status));
    let choices = names::statuses(texts);
    let shown = choices.iter().find(|(value, _)| Shared::Same(*value) == status);
    let shown = shown.map_or(texts.inspector_mixed(), |(_, text)| text.as_str()).to_owned();
    labelled(ui, look, texts.inspector_status(), |ui| {
        let choice = Choice { salt: ("statuses", key), name: texts.inspector_status(), current: status.same() };
        if let Some(status) = long_choice_ui(ui, choice, &shown, || choices) {
            desk.apply(for_all(&cards, &CardChange::Status(status)));
        }
    });
}

/// What an empty field says: that the cards differ, or the usual.
fn hint<'a, T: PartialEq>(shared: &Shared<T>, desk: &Desk<'_>, usual: &'a str) -> &'a str {
    match shared {
        Shared::Same(_) => usual,
        Shared::Mixed => desk.texts().inspector_mixed(),
    }
}

fn tasks<'a>(map: &'a Map, selection: &[Thing]) -> Vec<&'a Arc<Card>> {
    let chosen: HashSet<CardId> = selection.iter().filter_map(|thing| card_of(*thing)).collect();
    if chosen.is_empty() {
        return Vec::new();
    }
    let is_task = |lane| map.lane(lane).is_some_and(|lane| lane.kind.holds_tasks());
    let meant = map.cards().filter(|(_, lane, card)| chosen.contains(&card.id) && is_task(*lane));
    meant.map(|(_, _, card)| card).collect()
}

fn card_of(thing: Thing) -> Option<CardId> {
    match thing {
        Thing::Card(id) => Some(id),
        Thing::Stage(_) | Thing::Touchpoint(_) | Thing::Face(..) | Thing::Engagement(_) | Thing::Lane(_) => None,
        Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) | Thing::Note(_) => None,
    }
}

fn for_all(cards: &[&Arc<Card>], change: &CardChange) -> Edit {
    Edit::All(cards.iter().map(|card| Edit::Card(card.id, change.clone())).collect())
}
