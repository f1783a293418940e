//! The map itself in the panel: title, review date, emotion scale, limit, and the lists of what it holds.
//!
//! Must not know files.

use super::{KnownGuesses, bands, channels, kind_ui, lists, measure};
use crate::{
    editor::{Edit, MapChange},
    map::Map,
    review,
    scene::{Role, View},
    ui::widgets::{Desk, Field, date_ui, edited_text, labelled, line, number_ui, row_button, section, sentence},
};
use egui::Ui;
use std::sync::Arc;

/// The most answers the anonymity limit can ask for.
const MOST_LIMIT: u64 = 1_000_000;

/// Shows and edits the map.
pub(super) fn map_ui(ui: &mut Ui, desk: &mut Desk<'_>, guesses: &mut Option<KnownGuesses>, view: &mut View) {
    let (texts, map) = (desk.texts(), desk.shown());
    kind_ui(ui, desk, texts.inspector_map());
    let title = Field::new("map title", texts.inspector_title()).title().hint(texts.inspector_title_hint());
    edited_text(ui, desk, &title, &map.title, |title| Edit::Map(MapChange::Title(title)));
    let text = Field::new("map description", texts.inspector_description()).description();
    let text = text.hint(texts.inspector_map_hint());
    edited_text(ui, desk, &text, &map.description, |text| Edit::Map(MapChange::Description(text)));
    let size = texts.inspector_map_size(map.stages.len(), map.touchpoint_count(), map.links.len());
    sentence(ui, desk.look, &size, Role::Faint);
    guesses_ui(ui, desk, &map, (guesses, view));
    line(ui);
    review_ui(ui, desk, &map);
    bands::scale_ui(ui, desk, &map.scale);
    line(ui);
    lists::personas_ui(ui, desk, &map, view);
    lists::lanes_ui(ui, desk, &map);
    channels::channels_ui(ui, desk, &map);
    lists::surveys_ui(ui, desk, &map);
    measure::measure_ui(ui, desk, None);
    limit_ui(ui, desk, &map);
}

/// How much is still a guess; a press selects all of it.
fn guesses_ui(ui: &mut Ui, desk: &mut Desk<'_>, map: &Arc<Map>, (known, view): (&mut Option<KnownGuesses>, &mut View)) {
    let kept = known.take().filter(|(of, _)| Arc::ptr_eq(of, map));
    let (_, guesses) = known.insert(kept.unwrap_or_else(|| (Arc::clone(map), review::guesses(map))));
    if guesses.things.is_empty() {
        return;
    }
    let width = ui.available_width();
    if row_button(ui, width, &desk.texts().inspector_guesses(guesses.things.len(), guesses.of)).clicked() {
        view.show_faces(map, &guesses.things);
        desk.editor.select(guesses.things.iter().copied());
    }
}

fn review_ui(ui: &mut Ui, desk: &mut Desk<'_>, map: &Map) {
    let texts = desk.texts();
    labelled(ui, desk.look, texts.inspector_review_date(), |ui| {
        let field = Field::new("review date", texts.inspector_review_date()).hint(texts.inspector_date_hint());
        date_ui(ui, desk, &field, map.review_date, |date| Edit::Map(MapChange::ReviewDate(date)));
    });
}

fn limit_ui(ui: &mut Ui, desk: &mut Desk<'_>, map: &Map) {
    let texts = desk.texts();
    section(ui, desk.look, texts.inspector_limit());
    let field = Field::new("anonymity limit", texts.inspector_limit());
    let limit = (Some(u64::from(map.anonymity_limit)), MOST_LIMIT);
    number_ui(ui, desk, &field, limit, |limit| {
        let usual = crate::map::USUAL_ANONYMITY_LIMIT;
        Edit::Map(MapChange::AnonymityLimit(limit.and_then(|limit| u32::try_from(limit).ok()).unwrap_or(usual)))
    });
    sentence(ui, desk.look, texts.inspector_limit_note(), Role::Faint);
}
