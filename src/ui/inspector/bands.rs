//! The emotion scale in the panel: three bands, five, or the user's own. Must not know colours of feelings.

use crate::{
    editor::{Edit, MapChange},
    map::{Band, EmotionScale, Score},
    scene::{Role, band_name},
    texts::Texts,
    ui::{
        theme,
        widgets::{
            Desk, Field, add_button, edited_text, forget_draft, icon_button, section, segments_ui, sentence,
            whole_number_ui,
        },
    },
};
use egui::{Id, Ui};
use std::cell::RefCell;

/// Width of the field for the lowest score of a band, in points.
const FROM_WIDTH: f32 = 58.0;

/// Which scale, without its bands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Three,
    Five,
    Own,
}

/// Shows and edits the scale.
pub(super) fn scale_ui(ui: &mut Ui, desk: &mut Desk<'_>, scale: &EmotionScale) {
    let texts = desk.texts();
    section(ui, desk.look, texts.inspector_scale());
    let current = match scale {
        EmotionScale::Three => Kind::Three,
        EmotionScale::Five => Kind::Five,
        EmotionScale::Own(_) => Kind::Own,
    };
    let kinds = [
        (Kind::Three, texts.inspector_scale_three()),
        (Kind::Five, texts.inspector_scale_five()),
        (Kind::Own, texts.inspector_scale_own()),
    ];
    let kept = kept_key(desk);
    let chosen = match segments_ui(ui, desk, Some(current), &kinds) {
        Some(Kind::Three) => Some(EmotionScale::Three),
        Some(Kind::Five) => Some(EmotionScale::Five),
        Some(Kind::Own) if current == Kind::Own => None,
        Some(Kind::Own) => {
            let before: Option<Vec<Band>> = ui.data(|data| data.get_temp(kept));
            Some(EmotionScale::Own(before.unwrap_or_else(|| own_from(texts, scale))))
        }
        None => None,
    };
    if let Some(chosen) = chosen {
        desk.apply(Edit::Map(MapChange::Scale(chosen)));
    }
    if let EmotionScale::Own(bands) = scale {
        // A look at a built-in scale and back does not cost the names.
        ui.data_mut(|data| data.insert_temp(kept, bands.clone()));
        bands_ui(ui, desk, bands);
    }
}

/// Where the bands of this map's own scale are kept while a built-in one is tried.
fn kept_key(desk: &Desk<'_>) -> Id {
    Id::unique(("own bands", desk.editor.number()))
}

/// The bands of a built-in scale under their names, to be changed.
fn own_from(texts: Texts, scale: &EmotionScale) -> Vec<Band> {
    let bands = scale.bands().into_iter();
    bands.map(|band| Band { name: band_name(texts, &band.name), from: band.low }).collect()
}

/// The user's own bands, highest first as in the emotion lane.
fn bands_ui(ui: &mut Ui, desk: &mut Desk<'_>, bands: &[Band]) {
    let texts = desk.texts();
    let settled = settled(desk, bands);
    let mut order: Vec<usize> = (0..bands.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(settled.get(*at).map(|band| band.from)));
    for at in order {
        band_ui(ui, desk, bands, at);
    }
    if let Some(new) = new_band(bands)
        && add_button(ui, desk, texts.inspector_add_band()).clicked()
    {
        let place = bands.iter().filter(|band| band.from < new.from).count();
        let mut more = bands.to_vec();
        more.push(new);
        set_bands(ui, desk, more);
        ui.memory_mut(|memory| memory.request_focus(name_field(place, "").salt));
    }
    sentence(ui, desk.look, texts.inspector_bands_note(), Role::Faint);
}

/// A row of name, lowest score and the sign that removes, in this order also for the Tab key.
fn band_ui(ui: &mut Ui, desk: &mut Desk<'_>, bands: &[Band], at: usize) {
    let texts = desk.texts();
    let Some(band) = bands.get(at) else { return };
    let wrong = RefCell::new(None);
    ui.horizontal(|ui| {
        let behind = FROM_WIDTH + theme::PRESSABLE.x + 2.0 * ui.spacing().item_spacing.x;
        let name_width = (ui.available_width() - behind).max(0.0);
        ui.scope(|ui| {
            ui.set_max_width(name_width);
            let field = name_field(at, texts.inspector_band_name()).hint(texts.inspector_band_name());
            let renamed =
                |name| Edit::Map(MapChange::Scale(EmotionScale::Own(with(bands, at, |band| band.name = name))));
            edited_text(ui, desk, &field, &band.name, renamed);
        });
        ui.scope(|ui| {
            ui.set_max_width(FROM_WIDTH);
            from_ui(ui, desk, (bands, at), &wrong);
        });
        let named = texts.inspector_remove_named(&band.name);
        let is_last = bands.len() == 1;
        let remove = ui.add_enabled_ui(!is_last, |ui| icon_button(ui, desk, "×", &named)).inner;
        if remove.clicked() {
            let kept = bands.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, band)| band.clone());
            set_bands(ui, desk, kept.collect());
        }
    });
    if let Some(wrong) = wrong.take() {
        sentence(ui, desk.look, &wrong, Role::Negative);
    }
}

fn name_field(at: usize, name: &str) -> Field<'_> {
    Field::new(("band name", at), name)
}

fn from_field(at: usize, name: &str) -> Field<'_> {
    Field::new(("band from", at), name)
}

fn from_ui(ui: &mut Ui, desk: &mut Desk<'_>, (bands, at): (&[Band], usize), wrong: &RefCell<Option<String>>) {
    let texts = desk.texts();
    let settled = settled(desk, bands);
    let shown = grounded(bands.to_vec());
    let Some(band) = shown.get(at) else { return };
    let name = texts.inspector_band_from(&band.name);
    let field = from_field(at, &name).wrong_in(wrong);
    let is_free = |score: Score| !settled.iter().enumerate().any(|(other, band)| other != at && band.from == score);
    whole_number_ui(ui, desk, &field, i64::from(band.from.value()), |number| {
        let score = Score::new(number).filter(|score| is_free(*score)).ok_or(texts.inspector_bad_band().to_owned())?;
        let moved = grounded(with(&settled, at, |band| band.from = score));
        Ok(Edit::Map(MapChange::Scale(EmotionScale::Own(moved))))
    });
}

/// The bands without the limit that is being typed: a half-typed one moves no row and leaves no trace in the others.
fn settled(desk: &Desk<'_>, shown: &[Band]) -> Vec<Band> {
    let settled = match &desk.editor.map().scale {
        EmotionScale::Own(bands) if bands.len() == shown.len() => bands.clone(),
        EmotionScale::Three | EmotionScale::Five | EmotionScale::Own(_) => shown.to_vec(),
    };
    grounded(settled)
}

/// The bands in the order they have, the lowest beginning where the axis does.
fn grounded(mut bands: Vec<Band>) -> Vec<Band> {
    if let Some(lowest) = bands.iter_mut().min_by_key(|band| band.from) {
        lowest.from = Score::MIN;
    }
    bands
}

fn with(bands: &[Band], at: usize, change: impl FnOnce(&mut Band)) -> Vec<Band> {
    let mut bands = bands.to_vec();
    if let Some(band) = bands.get_mut(at) {
        change(band);
    }
    bands
}

/// Sets the bands, lowest first; the lowest begins where the axis does. Each may stand in another row then, so what was
/// typed and could not be read is forgotten.
fn set_bands(ui: &Ui, desk: &mut Desk<'_>, mut bands: Vec<Band>) {
    for at in 0..=bands.len() {
        forget_draft(ui.ctx(), &from_field(at, ""));
        forget_draft(ui.ctx(), &name_field(at, ""));
    }
    bands.sort_by_key(|band| band.from);
    desk.apply(Edit::Map(MapChange::Scale(EmotionScale::Own(grounded(bands)))));
}

/// A nameless band in the upper half of the widest one; `None` where no score is left.
fn new_band(bands: &[Band]) -> Option<Band> {
    let spans = EmotionScale::Own(bands.to_vec()).bands();
    let width = |span: &crate::map::BandSpan| i32::from(span.high.value()) - i32::from(span.low.value());
    let widest = spans.iter().max_by_key(|span| width(span))?;
    let from = widest.low.step(width(widest) / 2 + 1);
    (width(widest) > 0).then(|| Band { name: String::new(), from })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_band_takes_the_upper_half_of_the_widest() {
        let band = |from| Band { name: String::new(), from: Score::new(from).expect("a score") };
        // −100…−21 and 21…100 are equally wide; the upper one is parted, at the middle of 21 and 100 rounded up
        let new = new_band(&[band(-100), band(-20), band(21)]).expect("room");
        assert_eq!(new.from.value(), 61);
    }
}
