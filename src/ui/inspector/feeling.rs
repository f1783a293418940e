//! What a persona feels at a touchpoint: two sliders, a word, and where the score comes from.
//!
//! Must not know the canvas; whose feelings it draws comes with the [`View`].

use super::{names, path};
use crate::{
    editor::{Edit, FeelingChange},
    map::{Curve, Feeling, Map, PersonaId, Touchpoint, TouchpointId},
    scene::{PersonaChoice, Role, View},
    ui::{
        emotion_wheel::wheel_ui,
        menu_keys,
        widgets::{
            Choice, Desk, Field, Lines, Row, ScoreSlider, choice_ui, edited_text, icon_button, keyboard_back, labelled,
            score_slider_ui, section, sentence,
        },
    },
};
use egui::{Id, Popup, PopupCloseBehavior, Ui};

/// Whose feelings are shown.
pub(super) struct Whose<'a> {
    /// What was chosen in the panel, while the canvas showed this choice.
    pub chosen: &'a mut Option<(PersonaChoice, PersonaId)>,
    /// What the canvas shows.
    pub view: &'a View,
    /// The persona whose face is selected.
    pub fixed: Option<PersonaId>,
}

impl Whose<'_> {
    /// The persona that is meant.
    pub(super) fn persona(&self, map: &Map) -> Option<PersonaId> {
        let in_panel = self.chosen.filter(|(choice, _)| *choice == self.view.persona).map(|(_, persona)| persona);
        let is_there = |id: &PersonaId| map.persona(*id).is_some();
        let on_canvas = self.view.persona.persona(map).or_else(|| PersonaChoice::First.persona(map));
        self.fixed.or(in_panel.filter(is_there)).or(on_canvas)
    }
}

/// Shows the feelings of one persona, with a switch where there are several.
pub(super) fn feeling_ui(ui: &mut Ui, desk: &mut Desk<'_>, whose: &mut Whose<'_>, touchpoint: &Touchpoint) {
    let (texts, map) = (desk.texts(), desk.shown());
    let Some(persona) = whose.persona(&map) else { return };
    section(ui, desk.look, texts.inspector_feels());
    if map.personas.len() > 1 {
        whose_ui(ui, desk, whose, (&map, persona));
    }
    let off = map.persona(persona).filter(|persona| map.is_off_path(&persona.path, touchpoint.id));
    if let Some(persona) = off {
        path::off_ui(ui, desk, (&map, persona), touchpoint.id);
    }
    ui.add_enabled_ui(off.is_none(), |ui| felt_ui(ui, desk, touchpoint, persona));
}

/// The sliders, the word and the evidence.
fn felt_ui(ui: &mut Ui, desk: &mut Desk<'_>, touchpoint: &Touchpoint, persona: PersonaId) {
    let texts = desk.texts();
    let feeling = touchpoint.feelings.get(&persona).cloned().unwrap_or_default();
    for (curve, name) in [(Curve::Expected, texts.curve_expected()), (Curve::Actual, texts.curve_actual())] {
        let id = Id::unique(("score", touchpoint.id.number(), persona.number(), name));
        let slider = ScoreSlider { id, name, score: feeling.score(curve) };
        let edit = |score| Edit::Feeling(touchpoint.id, persona, FeelingChange::Score(curve, score));
        score_slider_ui(ui, desk, slider, edit);
    }
    word_and_evidence_ui(ui, desk, (touchpoint, persona), &feeling);
}

fn whose_ui(ui: &mut Ui, desk: &Desk<'_>, whose: &mut Whose<'_>, (map, current): (&Map, PersonaId)) {
    let texts = desk.texts();
    let choices: Vec<_> = map.personas.iter().map(|persona| (persona.id, names::persona(texts, persona))).collect();
    let shown = choices.iter().find(|(id, _)| *id == current).map_or("", |(_, name)| name.as_str());
    if whose.fixed.is_some() {
        ui.label(shown);
        return;
    }
    let choice = Choice { salt: ("whose", 0), name: texts.inspector_persona(), current: Some(current) };
    if let Some(chosen) = choice_ui(ui, choice, &choices) {
        *whose.chosen = Some((whose.view.persona, chosen));
    }
}

/// The button that opens the emotion wheel. A picked word brings its usual score where there is none yet, for a word
/// without a score would not be seen.
fn wheel_button_ui(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    (touchpoint, persona): (TouchpointId, PersonaId),
    feeling: &Feeling,
) {
    let texts = desk.texts();
    let button = icon_button(ui, desk, "…", texts.wheel_open());
    let popup = Popup::menu(&button).id(Id::unique(("wheel", touchpoint.number(), persona.number())));
    let opened = button.clicked();
    let shown = popup.close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        menu_keys::note(ui, menu_keys::Kind::Own);
        sentence(ui, desk.look, texts.wheel_how(), Role::Soft);
        let picked = wheel_ui(ui, &feeling.word, opened, desk.look);
        if picked.is_some() {
            ui.close();
        }
        picked
    });
    keyboard_back(ui, &button, shown.is_some());
    let Some(word) = shown.and_then(|shown| shown.inner) else { return };
    let change = |change| Edit::Feeling(touchpoint, persona, change);
    let score = feeling.actual.is_none().then(|| change(FeelingChange::Score(Curve::Actual, Some(word.score))));
    let word = change(FeelingChange::Word(word.text.to_owned()));
    desk.apply(Edit::All(score.into_iter().chain([word]).collect()));
}

fn word_and_evidence_ui(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    (touchpoint, persona): (&Touchpoint, PersonaId),
    feeling: &Feeling,
) {
    let (texts, look) = (desk.texts(), desk.look);
    let key = (touchpoint.id.number(), persona.number());
    let change = |change| Edit::Feeling(touchpoint.id, persona, change);
    labelled(ui, look, texts.inspector_word(), |ui| {
        let mut row = Row::of_field(ui);
        row.begin(ui, |ui| {
            let field = Field::new(("word", key), texts.inspector_word()).lines(Lines::Wrapped);
            edited_text(ui, desk, &field, &feeling.word, |word| change(FeelingChange::Word(word)));
        });
        row.end(ui, |ui| wheel_button_ui(ui, desk, (touchpoint.id, persona), feeling));
    });
    labelled(ui, look, texts.inspector_evidence(), |ui| {
        let current = Some(feeling.evidence);
        let choice = Choice { salt: ("evidence", key.0), name: texts.inspector_evidence(), current };
        if let Some(evidence) = choice_ui(ui, choice, &names::evidences(texts)) {
            desk.apply(change(FeelingChange::Evidence(evidence)));
        }
    });
}
