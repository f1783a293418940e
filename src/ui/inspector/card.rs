//! Cards in the panel: those of a touchpoint or stage by lane, or one that is selected.
//!
//! Must not know where a card lies on the canvas.

use super::{kind_ui, names, picture};
use crate::{
    editor::{CardChange, Edit},
    map::{Card, CardId, Holder, Lane, LaneKind, Map, Spans, Thing},
    scene::Role,
    ui::{
        theme,
        widgets::{
            Choice, Desk, Field, Lines, Row, add_button, choice_ui, date_ui, edited_text, icon_button, labelled,
            remove_button, row_button, section,
        },
    },
};
use egui::{Align, Frame, Layout, Margin, Ui};
use std::sync::Arc;

/// Shows the cards of a touchpoint or stage, lane by lane, each to be edited, with one to add. Of opportunities all is
/// shown; other cards say the rest of it once they are selected.
pub(super) fn cards_ui(ui: &mut Ui, desk: &mut Desk<'_>, map: &Map, holder: Holder) {
    let spans = match holder {
        Holder::Touchpoint(_) => Spans::Touchpoints,
        Holder::Stage(_) => Spans::Stages,
    };
    for lane in map.lanes.iter().filter(|lane| lane.kind.holds_cards() && lane.spans == spans) {
        let cards = cards_of(map, holder, lane);
        if lane.is_shown() || !cards.is_empty() {
            lane_cards_ui(ui, desk, (holder, lane), cards);
        }
    }
}

fn cards_of<'a>(map: &'a Map, holder: Holder, lane: &Lane) -> &'a [Arc<Card>] {
    match holder {
        Holder::Touchpoint(id) => map.touchpoint(id).map_or(&[], |touchpoint| touchpoint.cards_in(lane.id)),
        Holder::Stage(id) => map.stage(id).map_or(&[], |stage| stage.cards_in(lane.id)),
    }
}

fn lane_cards_ui(ui: &mut Ui, desk: &mut Desk<'_>, (holder, lane): (Holder, &Lane), cards: &[Arc<Card>]) {
    let texts = desk.texts();
    let title = names::lane(texts, lane);
    section(ui, desk.look, &title);
    for card in cards {
        framed_card_ui(ui, desk, lane.kind, card);
    }
    if add_button(ui, desk, &texts.inspector_add_card_to(&title)).clicked() {
        let card = Arc::new(Card::new(CardId::random(desk.editor.rng()), ""));
        let id = card.id;
        desk.apply(Edit::InsertCard { holder, lane: lane.id, at: cards.len(), card });
        ui.memory_mut(|memory| memory.request_focus(text_field(id, "").salt));
    }
}

fn text_field(id: CardId, name: &str) -> Field<'_> {
    Field::new(("card text", id.number()), name).lines(Lines::Many).bare()
}

fn tint(kind: LaneKind) -> Role {
    match kind {
        LaneKind::PainPoints => Role::PainTint,
        LaneKind::Opportunities => Role::OpportunityTint,
        LaneKind::Touchpoints
        | LaneKind::Emotion
        | LaneKind::Channels
        | LaneKind::Survey
        | LaneKind::DramaticArc
        | LaneKind::Actions
        | LaneKind::Thoughts
        | LaneKind::Backstage
        | LaneKind::Notes
        | LaneKind::Storyboard => Role::NeutralTint,
    }
}

fn framed_card_ui(ui: &mut Ui, desk: &mut Desk<'_>, kind: LaneKind, card: &Card) {
    let texts = desk.texts();
    let frame = Frame::new().fill(desk.color(tint(kind))).corner_radius(theme::RADIUS);
    frame.inner_margin(Margin::symmetric(12, 8)).show(ui, |ui| {
        let mut row = Row::of_lines(ui);
        row.begin(ui, |ui| {
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                let field = text_field(card.id, texts.inspector_card_text()).hint(texts.inspector_card_hint());
                edited_text(ui, desk, &field, &card.text, |text| Edit::Card(card.id, CardChange::Text(text)));
            });
        });
        row.end(ui, |ui| {
            if kind.holds_claims() && icon_button(ui, desk, "…", texts.inspector_card_details()).clicked() {
                desk.editor.select([Thing::Card(card.id)]);
            }
            if icon_button(ui, desk, "×", texts.inspector_remove_card()).clicked() {
                desk.apply(Edit::Remove(vec![Thing::Card(card.id)]));
            }
        });
        if kind == LaneKind::Opportunities {
            task_ui(ui, desk, card);
        }
    });
}

/// What is said of a card besides its words, as far as its kind asks for it.
fn details_ui(ui: &mut Ui, desk: &mut Desk<'_>, kind: LaneKind, card: &Card) {
    if kind.holds_claims() {
        evidence_ui(ui, desk, card);
    }
    if kind.holds_tasks() {
        task_ui(ui, desk, card);
    }
}

/// Where what the card says comes from.
fn evidence_ui(ui: &mut Ui, desk: &mut Desk<'_>, card: &Card) {
    let (texts, id) = (desk.texts(), card.id);
    labelled(ui, desk.look, texts.inspector_evidence(), |ui| {
        let current = Some(card.evidence);
        let choice = Choice { salt: ("card evidence", id.number()), name: texts.inspector_evidence(), current };
        if let Some(evidence) = choice_ui(ui, choice, &names::evidences(texts)) {
            desk.apply(Edit::Card(id, CardChange::Evidence(evidence)));
        }
    });
}

/// Who does it, by when, and how far it is.
fn task_ui(ui: &mut Ui, desk: &mut Desk<'_>, card: &Card) {
    let (texts, look, id) = (desk.texts(), desk.look, card.id);
    labelled(ui, look, texts.inspector_owner(), |ui| {
        let field = Field::new(("card owner", id.number()), texts.inspector_owner());
        edited_text(ui, desk, &field, &card.owner, |owner| Edit::Card(id, CardChange::Owner(owner)));
    });
    labelled(ui, look, texts.inspector_due(), |ui| {
        let field = Field::new(("card due", id.number()), texts.inspector_due()).hint(texts.inspector_date_hint());
        date_ui(ui, desk, &field, card.due, |due| Edit::Card(id, CardChange::Due(due)));
    });
    labelled(ui, look, texts.inspector_status(), |ui| {
        let choice =
            Choice { salt: ("card status", id.number()), name: texts.inspector_status(), current: Some(card.status) };
        if let Some(status) = choice_ui(ui, choice, &names::statuses(texts)) {
            desk.apply(Edit::Card(id, CardChange::Status(status)));
        }
    });
}

/// Shows and edits a card that is selected.
pub(super) fn card_ui(ui: &mut Ui, desk: &mut Desk<'_>, id: CardId) {
    let (texts, map) = (desk.texts(), desk.shown());
    let Some((holder, lane, card)) = map.card(id) else { return };
    let lane = map.lane(lane);
    kind_ui(ui, desk, &lane.map_or_else(|| texts.inspector_card().to_owned(), |lane| names::lane(texts, lane)));
    let text = text_field(id, texts.inspector_card_text()).hint(texts.inspector_card_hint());
    let text = Field { font: Some(theme::font(crate::scene::FontWeight::Medium, 14.0)), ..text };
    edited_text(ui, desk, &text, &card.text, |text| Edit::Card(id, CardChange::Text(text)));
    ui.add_space(6.0);
    picture::picture_ui(ui, desk, picture::Of::Thing, (&map, card.image), Edit::Card(id, CardChange::Image(None)));
    if let Some(lane) = lane {
        details_ui(ui, desk, lane.kind, card);
    }
    section(ui, desk.look, texts.inspector_belongs_to());
    holder_ui(ui, desk, &map, holder);
    if let Some(lane) = lane {
        let width = ui.available_width();
        if row_button(ui, width, &names::lane(texts, lane)).clicked() {
            desk.editor.select([Thing::Lane(lane.id)]);
        }
    }
    if remove_button(ui, desk, texts.inspector_remove_card()).clicked() {
        desk.apply(Edit::Remove(vec![Thing::Card(id)]));
    }
}

fn holder_ui(ui: &mut Ui, desk: &mut Desk<'_>, map: &Map, holder: Holder) {
    let texts = desk.texts();
    let (name, thing) = match holder {
        Holder::Touchpoint(id) => (names::touchpoint(texts, map, id), Thing::Touchpoint(id)),
        Holder::Stage(id) => {
            let name = map.stage(id).map_or_else(|| "–".to_owned(), |stage| names::stage(texts, stage));
            (name, Thing::Stage(id))
        }
    };
    let width = ui.available_width();
    if row_button(ui, width, &name).clicked() {
        desk.editor.select([thing]);
    }
}
