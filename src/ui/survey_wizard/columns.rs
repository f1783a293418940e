//! The table of the file's columns: what each is taken as, where its answers belong, and what they are.
//!
//! Only rows in view are made. Must not count anything itself.

use super::{
    SurveyWizard,
    answer_bars::bars_ui,
    choices::{Choice, Taken, offers},
    pick::{Pick, Tint},
    words::{chosen_words, taken_words, target_words},
};
use crate::{
    map::TouchpointId,
    scene::{FontWeight, Role as Paint},
    survey::{ColumnInspection, ColumnNumber, Counts, Role, Target, reason_name},
    texts::Texts,
    ui::{
        Look, theme,
        tip::{CutLabel, Tip},
    },
};
use egui::{Align, Layout, RichText, Stroke, Ui, UiBuilder};
use egui_extras::{Column, TableBuilder, TableRow};

/// Height of a row, in points.
const ROW: f32 = 54.0;
/// Space between cells, in points.
const GAP: f32 = 12.0;
/// Space above a number that stands alone in a row, and above one with a note under it, in points.
const ABOVE: (f32, f32) = (18.0, 9.0);
/// Height of the head, in points.
const HEAD: f32 = 24.0;
/// Letters of a heading that fit into its cell on most screens.
const HEADING: usize = 18;
/// Widths of the columns "column", "taken as", "touchpoint", "counted" and "answers": shares of the table and their
/// least in points; "question" takes the rest.
const WIDTHS: [(f32, f32); 5] = [(0.13, 96.0), (0.175, 172.0), (0.16, 136.0), (0.12, 96.0), (0.15, 100.0)];
/// The least width of "question", in points.
const QUESTION: f32 = 56.0;

/// What a person changed in the table.
enum Change {
    Taken(ColumnNumber, Taken),
    Target(ColumnNumber, Target),
}

/// What the rows are made from.
struct Source<'a> {
    wizard: &'a SurveyWizard,
    names: &'a [(TouchpointId, String)],
    named_in: Option<String>,
    look: Look,
}

/// Shows the table in at most `height` points and carries out what is chosen.
pub(super) fn columns_ui(
    ui: &mut Ui,
    wizard: &mut SurveyWizard,
    names: &[(TouchpointId, String)],
    height: f32,
    look: Look,
) {
    let named_in = wizard.choices.column_taken_as(Taken::Touchpoint).and_then(|column| wizard.label(column));
    let source = Source { wizard, names, named_in, look };
    let change = ui.scope(|ui| source.table_ui(ui, height)).inner;
    match change {
        None => return,
        Some(Change::Taken(column, taken)) => wizard.choices.take(column, taken),
        Some(Change::Target(column, target)) => wizard.choices.aim(column, target),
    }
    wizard.changed();
}

impl Source<'_> {
    fn table_ui(&self, ui: &mut Ui, height: f32) -> Option<Change> {
        let texts = self.look.texts;
        ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
        let room = ui.available_width();
        let least = WIDTHS.iter().map(|(_, least)| least).sum::<f32>();
        let shrunk = ((room - QUESTION) / least).min(1.0);
        let [column, taken, target, counted, answers] =
            WIDTHS.map(|(share, least)| Column::exact((room * share).max(least * shrunk)).clip(true));
        let table = TableBuilder::new(ui)
            .id_salt("survey_columns")
            .cell_layout(Layout::left_to_right(Align::Center))
            .max_scroll_height(height)
            .min_scrolled_height(0.0)
            .auto_shrink([false, true])
            .column(column)
            .column(Column::remainder().clip(true).at_least(QUESTION))
            .columns(taken, 1)
            .column(target)
            .column(counted)
            .column(answers);
        let heads = [
            texts.wizard_column(),
            texts.wizard_question(),
            texts.wizard_taken_as(),
            texts.wizard_touchpoint(),
            texts.wizard_counted(),
            texts.wizard_answers(),
        ];
        let mut change = None;
        table.header(HEAD, |mut row| heads.into_iter().for_each(|head| self.head(&mut row, head))).body(|body| {
            body.rows(ROW, self.wizard.inspection.columns.len(), |mut row| {
                let Some(column) = self.wizard.inspection.columns.get(row.index()) else { return };
                if let Some(made) = self.row(&mut row, column) {
                    change = Some(made);
                }
            });
        });
        change
    }

    fn head(&self, row: &mut TableRow<'_, '_>, text: &str) {
        row.col(|ui| {
            let font = theme::font(FontWeight::SemiBold, theme::SMALL);
            ui.label(RichText::new(text).font(font).color(theme::color(self.look.palette, Paint::Faint)));
        });
    }

    fn row(&self, row: &mut TableRow<'_, '_>, column: &ColumnInspection) -> Option<Change> {
        let mut change = None;
        let choice = self.wizard.choices.get(column.column)?;
        let is_personal = column.role == Role::Personal;
        let ink = if is_personal { Paint::Faint } else { Paint::Ink };
        self.cell(row, |ui| self.words(ui, &column.label(), FontWeight::Medium, ink));
        let question = question_of(column);
        self.cell(row, |ui| self.words(ui, question, FontWeight::Regular, Paint::Soft));
        self.cell(row, |ui| {
            let taken = ui.scope(|ui| self.taken_ui(ui, column, choice));
            taken.response.tip(self.look.texts.wizard_because(column.reason.text(self.look.texts)));
            change = taken.inner;
        });
        self.cell(row, |ui| {
            if let Some(made) = self.target_ui(ui, column, choice) {
                change = Some(made);
            }
        });
        let counts = self.wizard.counts_of(column.column);
        self.cell(row, |ui| self.counted_ui(ui, column, choice, counts.as_ref()));
        self.cell(row, |ui| {
            if let (Taken::Score(metric, scale), Some(counts)) = (choice.taken, &counts) {
                bars_ui(ui, self.look, &column.label(), (metric, scale), &counts.answers);
            }
        });
        change
    }

    /// A cell with a hairline above it and room to its right.
    fn cell(&self, row: &mut TableRow<'_, '_>, content: impl FnOnce(&mut Ui)) {
        row.col(|ui| {
            let line = Stroke::new(1.0, theme::color(self.look.palette, Paint::Hairline));
            let rect = ui.max_rect();
            ui.painter().hline(rect.x_range(), rect.top(), line);
            let inner = rect.with_max_x((rect.right() - GAP).max(rect.left()));
            let layout = Layout::left_to_right(Align::Center);
            ui.scope_builder(UiBuilder::new().max_rect(inner).layout(layout), content);
        });
    }

    fn words(&self, ui: &mut Ui, text: &str, weight: FontWeight, role: Paint) {
        if !text.is_empty() {
            let text = RichText::new(text).font(theme::font(weight, theme::LABEL));
            ui.add(CutLabel::new(text.color(theme::color(self.look.palette, role))));
        }
    }

    fn taken_ui(&self, ui: &mut Ui, column: &ColumnInspection, choice: &Choice) -> Option<Change> {
        let texts = self.look.texts;
        let offers = offers(column);
        let words = chosen_words(choice.taken, column, texts);
        if offers.is_empty() {
            self.words(ui, &words, FontWeight::Regular, Paint::Faint);
            return None;
        }
        let is_uncertain = choice.ask.is_some();
        let shown = if is_uncertain { texts.wizard_uncertain(&words) } else { words };
        let tint = if is_uncertain { Tint::Uncertain } else { Tint::Plain };
        let name = texts.wizard_taken_as_of(column.label());
        let pick = Pick { salt: ("taken_as", column.column.place()), name: &name, shown: &shown, tint };
        let line = |at: usize| offers.get(at).map(|taken| taken_words(*taken, column, texts)).unwrap_or_default();
        let at = pick.ui(ui, self.look, offers.len(), line)?;
        offers.get(at).map(|taken| Change::Taken(column.column, *taken))
    }

    fn target_ui(&self, ui: &mut Ui, column: &ColumnInspection, choice: &Choice) -> Option<Change> {
        let texts = self.look.texts;
        match choice.taken {
            Taken::Score(..) => {}
            Taken::Segment => {
                self.words(ui, &texts.wizard_groups(column.values.len()), FontWeight::Regular, Paint::Soft);
                return None;
            }
            Taken::Touchpoint | Taken::Unused => return None,
        }
        let named_in = self.named_in.as_deref();
        let mut first = vec![Target::WholeJourney];
        if named_in.is_some() {
            first.insert(0, Target::FromColumn);
        }
        let target = |at: usize| {
            let touchpoint = || self.names.get(at.checked_sub(first.len())?).map(|(id, _)| Target::Touchpoint(*id));
            first.get(at).cloned().or_else(touchpoint)
        };
        let shown = target_words(&choice.target, self.names, named_in, texts);
        let name = texts.wizard_touchpoint_of(column.label());
        let pick = Pick { salt: ("touchpoint", column.column.place()), name: &name, shown: &shown, tint: Tint::Plain };
        let line = |at: usize| match at.checked_sub(first.len()).and_then(|at| self.names.get(at)) {
            Some((_, name)) => name.clone(),
            None => first.get(at).map(|target| target_words(target, &[], named_in, texts)).unwrap_or_default(),
        };
        let at = pick.ui(ui, self.look, first.len() + self.names.len(), line)?;
        target(at).map(|target| Change::Target(column.column, target))
    }

    fn counted_ui(&self, ui: &mut Ui, column: &ColumnInspection, choice: &Choice, counts: Option<&Counts>) {
        let texts = self.look.texts;
        if choice.taken == Taken::Unused {
            return;
        }
        let valid = counts.map_or(column.valid.saturating_add(column.other), Counts::valid);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            let reasons = counts.map(|counts| not_counted_words(counts, texts)).unwrap_or_default();
            ui.add_space(if reasons.is_empty() { ABOVE.0 } else { ABOVE.1 });
            self.words(ui, &texts.count(valid), FontWeight::Medium, Paint::Ink);
            if !reasons.is_empty() {
                let note = theme::note(&reasons, self.look.palette, Paint::Soft);
                ui.add(CutLabel::new(note));
            }
        });
    }
}

/// What the question's cell says: the question, or a heading that is too long for the column's cell.
fn question_of(column: &ColumnInspection) -> &str {
    let is_told = column.question == column.name && column.name.chars().count() <= HEADING;
    if is_told || column.role == Role::Personal { "" } else { column.question.as_str() }
}

/// How many answers are not counted, by reason.
fn not_counted_words(counts: &Counts, texts: Texts) -> String {
    let reasons = counts.not_counted.iter().filter(|(_, count)| **count > 0);
    let words =
        reasons.map(|(reason, count)| texts.wizard_not_counted(texts.count(*count), reason_name(*reason, texts)));
    words.collect::<Vec<_>>().join(", ")
}
