//! The preview before a survey is attached: what each column of the file is taken as, corrected by a person.
//!
//! Reading the file and attaching the survey are jobs of the app; here only the counts of the choices are made, when
//! they change. Must not know files or threads.

mod answer_bars;
mod asks;
mod choices;
mod columns;
mod foot;
mod pick;
mod words;

use crate::{
    map::{Map, Wave},
    scene::Role,
    survey::{ColumnNumber, Counts, Inspection, Plan, Report, SurveyError, Table, UnknownNames, preview},
    texts::Texts,
    ui::{
        Look, theme,
        widgets::{DateFault, read_date},
    },
};
use choices::{Choices, Taken};
use egui::{CornerRadius, Frame, Margin, Rect, RichText, Stroke, Ui, UiBuilder, vec2};
use jiff::civil::Date;
use std::sync::Arc;

/// The widest the card may be, in points.
const WIDEST: f32 = 1280.0;
/// Space around the card and within it, in points, at the most.
const AROUND: f32 = 40.0;
/// Space around the card where the window is small, in points.
const AROUND_SMALL: f32 = 12.0;
/// The window below which space is saved, in points.
const SMALL: f32 = 1200.0;
/// Height of the foot with note and buttons, in points.
const FOOT: f32 = 52.0;
/// Height of the row with wave, date and segments, and of the air around it, in points.
const WAVE: f32 = 34.0;
const AROUND_WAVE: f32 = 12.0;
/// Height of what is said of the file's names below the table, in points.
const SAID: f32 = 66.0;
/// Height of a question below the table, in points, and how many are kept in view.
const ASKED: f32 = 84.0;
const MOST_ASKED: usize = 3;
/// The least height of the table before the card scrolls as a whole, in points.
const LEAST_TABLE: f32 = 134.0;

/// A survey file that a person looks at before it is attached.
pub struct SurveyWizard {
    file_name: String,
    table: Arc<Table>,
    inspection: Inspection,
    choices: Choices,
    wave_name: String,
    wave_date: String,
    counted: Option<Counted>,
    /// How high the row with wave, date and segments is, in points: it may need two lines.
    wave_height: f32,
}

/// What the choices count.
struct Counted {
    report: Result<Report, SurveyError>,
    /// The names that the map does not know, with their rows, whether or not touchpoints are made of them.
    unknown: Vec<(String, u64)>,
    /// The scored columns, in the order of the report's scores.
    columns: Vec<ColumnNumber>,
}

/// What a person wants of the wizard.
#[derive(Clone, Debug, PartialEq)]
pub enum WizardAnswer {
    /// To go on looking.
    Open,
    /// To leave without attaching.
    Cancel,
    /// To attach the survey as planned.
    Attach(Plan),
}

impl SurveyWizard {
    /// A wizard for a file that was read and inspected, with the program's own guess for a map. `file_name` has no
    /// folder.
    pub fn new(file_name: String, (table, inspection): (Arc<Table>, Inspection), map: &Map) -> Self {
        let choices = Choices::guess(&inspection, map);
        let (wave_name, wave_date) = (String::new(), String::new());
        Self { file_name, table, inspection, choices, wave_name, wave_date, counted: None, wave_height: WAVE }
    }

    /// The plan as chosen so far; a date that cannot be read is none.
    pub fn plan(&self, texts: Texts) -> Plan {
        let wave = Wave { name: self.wave_name.trim().to_owned(), date: self.date(texts).unwrap_or_default() };
        self.choices.plan(wave)
    }

    /// The date of the wave; `None` where none is written.
    fn date(&self, texts: Texts) -> Result<Option<Date>, DateFault> {
        match self.wave_date.trim() {
            "" => Ok(None),
            text => read_date(text, texts).map(Some),
        }
    }

    /// What a column asked, where its heading is only a code.
    fn question(&self, column: ColumnNumber) -> Option<&str> {
        let column = self.inspection.columns.get(column.place())?;
        (column.question != column.name && !column.question.is_empty()).then_some(column.question.as_str())
    }

    /// What a column is called.
    fn label(&self, column: ColumnNumber) -> Option<String> {
        self.inspection.columns.get(column.place()).map(crate::survey::ColumnInspection::label)
    }

    /// Notes that a choice changed: the counts are made anew.
    fn changed(&mut self) {
        self.counted = None;
    }

    fn count(&mut self, map: &Map, texts: Texts) {
        if self.counted.is_some() {
            return;
        }
        let plan = self.plan(texts);
        let report = preview(&self.table, &plan, map);
        let unknown = match (plan.unknown_names, &report) {
            (UnknownNames::LeaveOut, Ok(report)) => report.unmatched.clone(),
            (UnknownNames::Add, Ok(_)) => {
                let without = Plan { unknown_names: UnknownNames::LeaveOut, ..plan.clone() };
                preview(&self.table, &without, map).map(|report| report.unmatched).unwrap_or_default()
            }
            (_, Err(_)) => Vec::new(),
        };
        let columns = plan.scores.iter().map(|score| score.column).collect();
        self.counted = Some(Counted { report, unknown, columns });
    }

    /// The counts of a scored column: those of rows that have a place, or of all rows while the plan is at fault.
    fn counts_of(&self, column: ColumnNumber) -> Option<Counts> {
        let Taken::Score(_, scale) = self.choices.get(column)?.taken else { return None };
        let counted = self.counted.as_ref()?;
        let at = counted.columns.iter().position(|known| *known == column);
        match &counted.report {
            Ok(report) => report.scores.get(at?).cloned(),
            Err(_) => Some(self.table.count(column, scale)),
        }
    }

    /// Why the survey cannot be attached as chosen, in a sentence; `None` where it can.
    fn fault(&self, texts: Texts) -> Option<String> {
        if self.choices.asked().next().is_some() {
            return Some(texts.wizard_answer_first().to_owned());
        }
        if let Err(fault) = self.date(texts) {
            return Some(fault.text(texts).to_owned());
        }
        let counted = self.counted.as_ref()?;
        let error = match &counted.report {
            Err(error) => error.clone(),
            Ok(report) if report.matched == 0 && !report.unmatched.is_empty() => {
                let names = report.unmatched.iter().map(|(name, _)| name.clone()).collect();
                SurveyError::NothingMatched { names }
            }
            Ok(report) if report.valid == 0 => {
                let columns = counted.columns.iter().filter_map(|column| self.label(*column)).collect();
                SurveyError::NoValidAnswer { columns }
            }
            Ok(_) => return None,
        };
        Some(error.sentence(texts))
    }
}

/// Shows the wizard as a card in all the room there is, and says what the person wants.
pub fn wizard_ui(ui: &mut Ui, wizard: &mut SurveyWizard, map: &Map, look: Look) -> WizardAnswer {
    wizard.count(map, look.texts);
    let room = ui.available_rect_before_wrap();
    let around = if room.width() < SMALL { AROUND_SMALL } else { AROUND };
    let width = (room.width() - 2.0 * around).clamp(1.0, WIDEST);
    let size = vec2(width, (room.height() - 2.0 * around.min(AROUND * 0.6)).max(1.0));
    let card = Rect::from_center_size(room.center(), size);
    let builder = UiBuilder::new().id_salt("survey_wizard").max_rect(card);
    let answer = ui.scope_builder(builder, |ui| card_ui(ui, wizard, map, around, look)).inner;
    ui.advance_cursor_after_rect(room);
    answer
}

fn card_ui(ui: &mut Ui, wizard: &mut SurveyWizard, map: &Map, around: f32, look: Look) -> WizardAnswer {
    let line = Stroke::new(1.0, theme::color(look.palette, Role::Hairline));
    let margin = if around > AROUND_SMALL { Margin::symmetric(32, 24) } else { Margin::symmetric(18, 14) };
    let frame = Frame::new()
        .fill(theme::color(look.palette, Role::Card))
        .stroke(line)
        .corner_radius(CornerRadius::same(12))
        .inner_margin(margin);
    frame
        .show(ui, |ui| {
            let room = ui.available_rect_before_wrap();
            ui.set_min_size(room.size());
            head_ui(ui, wizard, look);
            let (middle, foot) = ui.available_rect_before_wrap().split_top_bottom_at_y(room.bottom() - FOOT);
            let (middle, wave) = middle.split_top_bottom_at_y(middle.bottom() - wizard.wave_height - AROUND_WAVE);
            let body = UiBuilder::new().id_salt("body").max_rect(middle);
            ui.scope_builder(body, |ui| body_ui(ui, wizard, map, look));
            let row = UiBuilder::new().id_salt("wave").max_rect(wave.with_min_y(wave.top() + AROUND_WAVE));
            let shown = ui.scope_builder(row, |ui| foot::wave_ui(ui, wizard, look)).response.rect.height();
            if (shown - wizard.wave_height).abs() > 0.5 {
                wizard.wave_height = shown;
                ui.ctx().request_repaint();
            }
            let builder = UiBuilder::new().id_salt("foot").max_rect(foot);
            ui.scope_builder(builder, |ui| foot::foot_ui(ui, wizard, look)).inner
        })
        .inner
}

fn head_ui(ui: &mut Ui, wizard: &SurveyWizard, look: Look) {
    ui.horizontal_wrapped(|ui| {
        let ink = theme::color(look.palette, Role::Ink);
        ui.label(RichText::new(look.texts.wizard_title()).text_style(egui::TextStyle::Heading).color(ink));
        ui.add_space(8.0);
        ui.label(theme::note(&wizard.file_name, look.palette, Role::Soft));
    });
    ui.label(theme::note(words::summary(&wizard.inspection, look.texts), look.palette, Role::Soft));
    ui.add_space(8.0);
}

fn body_ui(ui: &mut Ui, wizard: &mut SurveyWizard, map: &Map, look: Look) {
    let asked = wizard.choices.asked().take(MOST_ASKED).count() as f32;
    let said = if foot::says_something(wizard) { SAID } else { 0.0 };
    let height = (ui.available_height() - said - asked * ASKED).max(LEAST_TABLE);
    let names = words::touchpoint_names(map, look.texts);
    egui::ScrollArea::vertical().id_salt("wizard_body").auto_shrink(false).show(ui, |ui| {
        columns::columns_ui(ui, wizard, &names, height, look);
        asks::asks_ui(ui, wizard, look);
        foot::unmatched_ui(ui, wizard, look);
    });
}
