//! Links in the panel: those of a touchpoint, or one that is selected. Must not know how arrows are drawn.

use super::{kind_ui, names};
use crate::{
    editor::{Edit, LinkChange},
    map::{Link, LinkId, LinkKind, Map, Thing, TouchpointId},
    scene::Role,
    ui::{
        theme,
        widgets::{
            Choice, Desk, Field, Lines, Row, add_button, choice_ui, edited_text, icon_button, labelled, long_choice_ui,
            percent_ui, remove_button, section,
        },
    },
};
use egui::{Align, Frame, Layout, Margin, Ui};
use std::sync::Arc;

/// Shows the links from and to a touchpoint, each to be edited, with one to add.
pub(super) fn links_ui(ui: &mut Ui, desk: &mut Desk<'_>, map: &Map, id: TouchpointId) {
    let texts = desk.texts();
    section(ui, desk.look, texts.inspector_links());
    for link in map.links.iter().filter(|link| link.from == id || link.to == id) {
        let frame = Frame::new().fill(desk.color(Role::Paper)).corner_radius(theme::RADIUS);
        frame.inner_margin(Margin::symmetric(12, 8)).show(ui, |ui| framed_link_ui(ui, desk, (map, id), link));
    }
    if map.touchpoint_count() > 1 && add_button(ui, desk, texts.inspector_add_link()).clicked() {
        add_link(desk, map, id);
    }
}

fn framed_link_ui(ui: &mut Ui, desk: &mut Desk<'_>, (map, id): (&Map, TouchpointId), link: &Link) {
    let texts = desk.texts();
    let mut row = Row::of_lines(ui);
    row.begin(ui, |ui| {
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            let end = if link.from == id { End::To } else { End::From };
            end_ui(ui, desk, (map, link), end);
        });
    });
    row.end(ui, |ui| {
        if icon_button(ui, desk, "×", texts.inspector_remove_link()).clicked() {
            desk.apply(Edit::Remove(vec![Thing::Link(link.id)]));
        }
    });
    properties_ui(ui, desk, link);
}

/// Which end of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    From,
    To,
}

fn end_ui(ui: &mut Ui, desk: &mut Desk<'_>, (map, link): (&Map, &Link), end: End) {
    let texts = desk.texts();
    let (label, current, other) = match end {
        End::From => (texts.inspector_link_from(), link.from, link.to),
        End::To => (texts.inspector_link_to(), link.to, link.from),
    };
    let salt = match end {
        End::From => "link from",
        End::To => "link to",
    };
    let shown = names::touchpoint(texts, map, current);
    let chosen = labelled(ui, desk.look, label, |ui| {
        let choice = Choice { salt: (salt, link.id.number()), name: label, current: Some(current) };
        long_choice_ui(ui, choice, &shown, || names::other_touchpoints(texts, map, other))
    });
    if let Some(chosen) = chosen {
        let (from, to) = match end {
            End::From => (chosen, link.to),
            End::To => (link.from, chosen),
        };
        desk.apply(Edit::Link(link.id, LinkChange::Ends { from, to }));
    }
}

fn properties_ui(ui: &mut Ui, desk: &mut Desk<'_>, link: &Link) {
    let (texts, look, id) = (desk.texts(), desk.look, link.id);
    let kind = labelled(ui, look, texts.inspector_kind(), |ui| {
        let choice =
            Choice { salt: ("link kind", id.number()), name: texts.inspector_kind(), current: Some(link.kind) };
        choice_ui(ui, choice, &names::link_kinds(texts))
    });
    if let Some(kind) = kind {
        desk.apply(Edit::Link(id, LinkChange::Kind(kind)));
    }
    labelled(ui, look, texts.inspector_label(), |ui| {
        let field = Field::new(("link label", id.number()), texts.inspector_label()).lines(Lines::Wrapped);
        edited_text(ui, desk, &field, &link.label, |label| Edit::Link(id, LinkChange::Label(label)));
    });
    labelled(ui, look, texts.inspector_share(), |ui| {
        let field = Field::new(("link share", id.number()), texts.inspector_share()).hint("%");
        percent_ui(ui, desk, &field, link.share, |share| Edit::Link(id, LinkChange::Share(share)));
    });
}

/// Adds a path to the touchpoint that comes next, or from the last one a loop to the first.
fn add_link(desk: &mut Desk<'_>, map: &Map, from: TouchpointId) {
    let next = map.touchpoints().skip_while(|touchpoint| touchpoint.id != from).nth(1);
    let (to, kind) = match (next, map.touchpoints().next()) {
        (Some(next), _) => (next.id, LinkKind::Path),
        (None, Some(first)) => (first.id, LinkKind::Loop),
        (None, None) => return,
    };
    let id = LinkId::random(desk.editor.rng());
    desk.apply(Edit::InsertLink(Arc::new(Link { id, from, to, kind, label: String::new(), share: None })));
}

/// Shows and edits a link that is selected.
pub(super) fn link_ui(ui: &mut Ui, desk: &mut Desk<'_>, id: LinkId) {
    let (texts, map) = (desk.texts(), desk.shown());
    let Some(link) = map.link(id) else { return };
    kind_ui(ui, desk, texts.inspector_link());
    let ends = format!("{} → {}", names::touchpoint(texts, &map, link.from), names::touchpoint(texts, &map, link.to));
    ui.heading(ends);
    ui.add_space(6.0);
    end_ui(ui, desk, (&map, link), End::From);
    end_ui(ui, desk, (&map, link), End::To);
    properties_ui(ui, desk, link);
    if remove_button(ui, desk, texts.inspector_remove_link()).clicked() {
        desk.apply(Edit::Remove(vec![Thing::Link(id)]));
    }
}
