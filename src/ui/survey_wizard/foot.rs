//! What stands below the table: names the map does not know, wave, date, segments, what is kept, and the buttons.
//!
//! Must not know the columns' table.

use super::{
    SurveyWizard, WizardAnswer,
    choices::Taken,
    pick::{Pick, Tint},
};
use crate::{
    scene::{FontWeight, Role as Paint},
    survey::{ColumnNumber, Report, Role, UnknownNames},
    ui::{Look, theme, tip::Tip, widgets::Row},
};
use egui::{Align, Button, Checkbox, RichText, TextEdit, Ui, text::LayoutJob, vec2};

/// Unknown names that are listed at the most; the others are counted.
const MOST_NAMES: usize = 12;
/// Width of the fields for wave, date and segments, in points; and where there is little room.
const FIELDS: [f32; 3] = [150.0, 110.0, 180.0];
const SMALL_FIELDS: [f32; 3] = [112.0, 106.0, 124.0];
/// The width below which there is little room, in points.
const SMALL: f32 = 725.0;
/// Rows that a note beside the buttons may have.
const NOTE_ROWS: usize = 3;
/// Most values of a column that can be put side by side; more are no groups.
const MOST_GROUPS: usize = 100;

/// Whether there is something to say of the names in the file.
pub(super) fn says_something(wizard: &SurveyWizard) -> bool {
    let Some(counted) = &wizard.counted else { return false };
    let notes = |report: &Report| report.without_touchpoint > 0 || !report.ambiguous.is_empty();
    !counted.unknown.is_empty() || counted.report.as_ref().is_ok_and(notes)
}

/// Lists the touchpoint names that the map does not know, with a switch to make touchpoints of them.
pub(super) fn unmatched_ui(ui: &mut Ui, wizard: &mut SurveyWizard, look: Look) {
    let texts = look.texts;
    let Some(counted) = &wizard.counted else { return };
    if let Ok(report) = &counted.report {
        notes_ui(ui, report, look);
    }
    if counted.unknown.is_empty() {
        return;
    }
    let listed = counted.unknown.iter().take(MOST_NAMES);
    let mut names: Vec<_> = listed.map(|(name, rows)| texts.wizard_unmatched_name(name, texts.count(*rows))).collect();
    let more = counted.unknown.len().saturating_sub(MOST_NAMES);
    if more > 0 {
        names.push(texts.wizard_unmatched_more(more));
    }
    ui.label(theme::note(texts.wizard_unmatched(names.join(", ")), look.palette, Paint::Ink));
    let mut is_on = wizard.choices.unknown_names == UnknownNames::Add;
    if ui.add(Checkbox::new(&mut is_on, texts.wizard_add_touchpoints())).changed() {
        wizard.choices.unknown_names = if is_on { UnknownNames::Add } else { UnknownNames::LeaveOut };
        wizard.changed();
    }
}

fn notes_ui(ui: &mut Ui, report: &Report, look: Look) {
    let texts = look.texts;
    if report.without_touchpoint > 0 {
        let text = texts.wizard_without_touchpoint(texts.count(report.without_touchpoint));
        ui.label(theme::note(text, look.palette, Paint::Soft));
    }
    if !report.ambiguous.is_empty() {
        let text = texts.wizard_ambiguous(report.ambiguous.join(", "));
        ui.label(theme::note(text, look.palette, Paint::Soft));
    }
}

/// The wave's name and date, and the column whose values are put side by side.
pub(super) fn wave_ui(ui: &mut Ui, wizard: &mut SurveyWizard, look: Look) {
    let texts = look.texts;
    let [name, date, segments] = if ui.available_width() < SMALL { SMALL_FIELDS } else { FIELDS };
    ui.horizontal_wrapped(|ui| {
        let hint = (texts.wizard_wave(), texts.wizard_wave_hint());
        field_ui(ui, &mut wizard.wave_name, hint, name, look);
        field_ui(ui, &mut wizard.wave_date, (texts.wizard_date(), texts.wizard_date_hint()), date, look);
        ui.label(theme::label(texts.wizard_side_by_side(), look.palette));
        ui.allocate_ui(vec2(segments, 26.0), |ui| segments_ui(ui, wizard, look));
    });
}

fn field_ui(ui: &mut Ui, text: &mut String, (name, hint): (&str, &str), width: f32, look: Look) {
    let label = ui.label(theme::label(name, look.palette));
    let field = TextEdit::singleline(text).hint_text(hint).desired_width(width).margin(vec2(8.0, 5.0));
    ui.add(field).labelled_by(label.id);
    ui.add_space(12.0);
}

fn segments_ui(ui: &mut Ui, wizard: &mut SurveyWizard, look: Look) {
    let texts = look.texts;
    let current = wizard.choices.column_taken_as(Taken::Segment);
    let columns = segment_columns(wizard);
    let label = |column: ColumnNumber| wizard.label(column).unwrap_or_default();
    let shown = current.map_or_else(|| texts.wizard_no_segments().to_owned(), label);
    let name = texts.wizard_side_by_side();
    let pick = Pick { salt: ("side_by_side", 0), name, shown: &shown, tint: Tint::Plain };
    let line = |at: usize| match at.checked_sub(1).and_then(|at| columns.get(at)) {
        Some(column) => label(*column),
        None => texts.wizard_no_segments().to_owned(),
    };
    let Some(at) = pick.ui(ui, look, columns.len() + 1, line) else { return };
    match (at.checked_sub(1).and_then(|at| columns.get(at)), current) {
        (Some(column), _) => wizard.choices.take(*column, Taken::Segment),
        (None, Some(current)) => wizard.choices.take(current, Taken::Unused),
        (None, None) => return,
    }
    wizard.changed();
}

/// The columns with a few different values that are used for nothing else.
fn segment_columns(wizard: &SurveyWizard) -> Vec<ColumnNumber> {
    let columns = wizard.inspection.columns.iter().filter(|column| {
        let is_free = wizard.choices.get(column.column).is_some_and(|choice| match choice.taken {
            Taken::Segment | Taken::Unused => true,
            Taken::Score(..) | Taken::Touchpoint => false,
        });
        let is_few = (2..=MOST_GROUPS).contains(&column.values.len());
        is_free && is_few && column.role != Role::Personal
    });
    columns.map(|column| column.column).collect()
}

/// What the map keeps, what is still in the way, and the two buttons.
pub(super) fn foot_ui(ui: &mut Ui, wizard: &SurveyWizard, look: Look) -> WizardAnswer {
    let texts = look.texts;
    let fault = wizard.fault(texts);
    let mut row = Row::new(ui, ui.available_height(), Align::Center);
    row.begin(ui, |ui| note_ui(ui, fault.as_deref(), look));
    row.end(ui, |ui| {
        let cancel = ui.add(Button::new(texts.wizard_cancel()).min_size(vec2(92.0, 32.0))).clicked();
        let accent = theme::color(look.palette, Paint::Accent);
        let font = theme::font(FontWeight::SemiBold, theme::BODY);
        let words = RichText::new(texts.wizard_attach()).font(font).color(theme::color(look.palette, Paint::OnColor));
        let button = Button::new(words).fill(accent).min_size(vec2(104.0, 32.0));
        let is_pressed = ui.add_enabled(fault.is_none(), button).clicked();
        match (is_pressed, cancel) {
            (true, _) => WizardAnswer::Attach(wizard.plan(look.texts)),
            (false, true) => WizardAnswer::Cancel,
            (false, false) => WizardAnswer::Open,
        }
    })
}

/// What is still in the way, or what the map keeps; cut after a few rows, then whole in its tip.
fn note_ui(ui: &mut Ui, fault: Option<&str>, look: Look) {
    let (text, role) = match fault {
        Some(fault) => (fault, Paint::Negative),
        None => (look.texts.wizard_note(), Paint::Soft),
    };
    let font = theme::font(FontWeight::Regular, theme::SMALL);
    let mut job = LayoutJob::simple(text.to_owned(), font, theme::color(look.palette, role), ui.available_width());
    job.wrap.max_rows = NOTE_ROWS;
    let galley = ui.painter().layout_job(job);
    let is_cut = galley.elided;
    let response = ui.label(galley);
    if is_cut {
        response.tip(text);
    }
}
