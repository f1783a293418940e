//! A note in the panel. Must not know where it stands.

use super::{kind_ui, names};
use crate::{
    editor::{Edit, NoteChange},
    map::{Map, NOTE_WIDTHS, Note, NoteId, NoteTarget, Thing, USUAL_NOTE_WIDTH},
    scene::{FontWeight, Role, curve_name},
    texts::Texts,
    ui::{
        theme,
        widgets::{
            Choice, Desk, Field, Lines, OF_STAGES, color_ui, edited_text, labelled, long_choice_ui, number_ui,
            remove_button, section, text_button,
        },
    },
};
use egui::Ui;

/// Shows and edits a note.
pub(super) fn note_ui(ui: &mut Ui, desk: &mut Desk<'_>, id: NoteId) {
    let (texts, map) = (desk.texts(), desk.shown());
    let Some(note) = map.note(id) else { return };
    kind_ui(ui, desk, texts.inspector_note());
    let field = Field::new(("note text", id.number()), texts.inspector_note_text()).lines(Lines::Many).bare();
    let field = Field { font: Some(theme::font(FontWeight::Medium, 14.0)), ..field.hint(texts.inspector_card_hint()) };
    edited_text(ui, desk, &field, &note.text, |text| Edit::Note(id, NoteChange::Text(text)));
    ui.add_space(6.0);
    arrow_ui(ui, desk, &map, note);
    width_ui(ui, desk, note);
    section(ui, desk.look, texts.inspector_color());
    let automatic = desk.palette().rgb(Role::NoteBorder);
    color_ui(ui, desk, (("note", id.number()), OF_STAGES), (Some(note.color), automatic), |color| {
        Edit::Note(id, NoteChange::Color(color))
    });
    if remove_button(ui, desk, texts.inspector_remove_note()).clicked() {
        desk.apply(Edit::Remove(vec![Thing::Note(id)]));
    }
}

/// What the arrow leads to: chosen among stages, touchpoints, cards and lanes, or nothing.
fn arrow_ui(ui: &mut Ui, desk: &mut Desk<'_>, map: &Map, note: &Note) {
    let texts = desk.texts();
    let shown = note.to.map_or_else(|| texts.inspector_note_no_arrow().to_owned(), |to| target_name(texts, map, to));
    let chosen = labelled(ui, desk.look, texts.inspector_note_arrow(), |ui| {
        let salt = ("note arrow", note.id.number());
        let choice = Choice { salt, name: texts.inspector_note_arrow(), current: Some(note.to) };
        long_choice_ui(ui, choice, &shown, || targets(texts, map))
    });
    match chosen {
        Some(Some(to)) => *desk.refused = desk.editor.attach_note(note.id, to).err(),
        Some(None) => *desk.refused = desk.editor.detach_note(note.id).err(),
        None => {}
    }
    if let Some(to) = note.to {
        ui.horizontal_wrapped(|ui| {
            if text_button(ui, texts.inspector_note_go()).clicked() {
                desk.editor.select([to.thing()]);
            }
            if text_button(ui, texts.inspector_note_detach()).clicked() {
                *desk.refused = desk.editor.detach_note(note.id).err();
            }
        });
    }
}

fn targets(texts: Texts, map: &Map) -> Vec<(Option<NoteTarget>, String)> {
    let none = (None, texts.inspector_note_no_arrow().to_owned());
    let stages = map.stages.iter().flat_map(|stage| {
        let touchpoints = stage.touchpoints.iter().map(|touchpoint| NoteTarget::Touchpoint(touchpoint.id));
        std::iter::once(NoteTarget::Stage(stage.id)).chain(touchpoints)
    });
    let lanes = map.lanes.iter().filter(|lane| lane.is_shown()).map(|lane| NoteTarget::Lane(lane.id));
    let cards = map.cards().map(|(_, _, card)| NoteTarget::Card(card.id));
    let all = stages.chain(lanes).chain(cards).map(|to| (Some(to), target_name(texts, map, to)));
    std::iter::once(none).chain(all).collect()
}

/// What the arrow of a note leads to, by name.
fn target_name(texts: Texts, map: &Map, to: NoteTarget) -> String {
    match to {
        NoteTarget::Stage(id) => map.stage(id).map_or_else(String::new, |stage| names::stage(texts, stage)),
        NoteTarget::Touchpoint(id) => names::touchpoint(texts, map, id),
        NoteTarget::Face(id, _, curve) => {
            format!("{}, {}", names::touchpoint(texts, map, id), curve_name(texts, curve))
        }
        NoteTarget::Engagement(id) => {
            format!("{}, {}", names::touchpoint(texts, map, id), texts.lane_dramatic_arc())
        }
        NoteTarget::Card(id) => map.card(id).map_or_else(String::new, |(_, _, card)| names::card(texts, card)),
        NoteTarget::Lane(id) => map.lane(id).map_or_else(String::new, |lane| names::lane(texts, lane)),
    }
}

fn width_ui(ui: &mut Ui, desk: &mut Desk<'_>, note: &Note) {
    let (texts, id) = (desk.texts(), note.id);
    labelled(ui, desk.look, texts.inspector_note_width(), |ui| {
        let usual = USUAL_NOTE_WIDTH.to_string();
        let field = Field::new(("note width", id.number()), texts.inspector_note_width()).hint(&usual);
        number_ui(ui, desk, &field, (note.width.map(u64::from), NOTE_WIDTHS.1.into()), |width| {
            let width = width.and_then(|width| u16::try_from(width).ok());
            Edit::Note(id, NoteChange::Width(width.map(|width| width.max(NOTE_WIDTHS.0))))
        });
    });
}
