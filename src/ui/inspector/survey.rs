//! A survey in the panel: where its numbers come from. Must not compute a metric.

use super::kind_ui;
use crate::{
    editor::Edit,
    map::{Direction, Question, Survey, SurveyId, Thing, Wave},
    scene::Role,
    survey::metric::metric_name,
    ui::{
        theme,
        tip::Tip,
        widgets::{Desk, Field, date_ui, edited_text, labelled, line, remove_button, section, sentence},
    },
};
use egui::{Label, Ui};

/// Characters of the checksum that are shown; the whole of it shows on hover.
const SHOWN_CHECKSUM: usize = 16;

/// Shows a survey; its wave can be edited.
pub(super) fn survey_ui(ui: &mut Ui, desk: &mut Desk<'_>, id: SurveyId) {
    let (texts, map) = (desk.texts(), desk.shown());
    let Some(survey) = map.survey(id) else { return };
    kind_ui(ui, desk, texts.inspector_survey());
    let name = Field::new(("wave name", id.number()), texts.inspector_wave()).title();
    let name = name.hint(texts.inspector_wave_hint());
    let renamed = |name| Edit::SurveyWave(id, Wave { name, ..survey.wave.clone() });
    edited_text(ui, desk, &name, &survey.wave.name, renamed);
    ui.add_space(6.0);
    labelled(ui, desk.look, texts.inspector_wave_date(), |ui| {
        let field = Field::new(("wave date", id.number()), texts.inspector_wave_date());
        let field = field.hint(texts.inspector_date_hint());
        let dated = |date| Edit::SurveyWave(id, Wave { date, ..survey.wave.clone() });
        date_ui(ui, desk, &field, survey.wave.date, dated);
    });
    source_ui(ui, desk, survey);
    section(ui, desk.look, texts.inspector_questions());
    for question in &survey.questions {
        question_ui(ui, desk, question);
    }
    line(ui);
    if remove_button(ui, desk, texts.inspector_remove_survey()).clicked() {
        desk.apply(Edit::Remove(vec![Thing::Survey(id)]));
    }
}

fn source_ui(ui: &mut Ui, desk: &Desk<'_>, survey: &Survey) {
    let (texts, look) = (desk.texts(), desk.look);
    section(ui, look, texts.inspector_source());
    ui.add(Label::new(&survey.source).wrap());
    sentence(ui, look, &texts.inspector_rows(texts.count(survey.rows)), Role::Soft);
    let results = u64::try_from(survey.results.len()).unwrap_or(u64::MAX);
    sentence(ui, look, &texts.inspector_results(texts.count(results)), Role::Soft);
    if !survey.segment_by.is_empty() {
        sentence(ui, look, &texts.inspector_segment_by(&survey.segment_by), Role::Soft);
    }
    let start: String = survey.sha256.chars().take(SHOWN_CHECKSUM).collect();
    let checksum = texts.inspector_checksum(format!("{start}…"));
    ui.label(theme::note(checksum, look.palette, Role::Faint)).tip(&survey.sha256);
}

fn question_ui(ui: &mut Ui, desk: &Desk<'_>, question: &Question) {
    let (texts, look) = (desk.texts(), desk.look);
    ui.add(Label::new(&question.text).wrap());
    let (low, high) = (question.scale.low, question.scale.high);
    let metric = metric_name(question.metric, texts);
    let scale = match question.scale.direction {
        Direction::HighIsGood => texts.inspector_scale_high_is_good(metric, low, high),
        Direction::LowIsGood => texts.inspector_scale_low_is_good(metric, low, high),
    };
    sentence(ui, look, &scale, Role::Soft);
}
