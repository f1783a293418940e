//! What the wizard asks before it uses a guess, with a button for each answer. Must not know the table of columns.

use super::{SurveyWizard, choices::Taken, words::score_words};
use crate::{
    map::{AnswerScale, Direction, Metric},
    scene::Role,
    survey::{Ask, ColumnNumber},
    texts::Texts,
    ui::{Look, theme, tip::CutLabel},
};
use egui::{Button, CornerRadius, Frame, Margin, Ui};

/// An answer to a question: its words and what the column is taken as by it.
type Answer = (String, Taken);

/// Shows each open question and carries out what is answered.
pub(super) fn asks_ui(ui: &mut Ui, wizard: &mut SurveyWizard, look: Look) {
    let mut answered = None;
    for (column, ask) in wizard.choices.asked() {
        let choice = wizard.choices.get(column).map(|choice| choice.taken);
        let (Some(Taken::Score(metric, scale)), Some(label)) = (choice, wizard.label(column)) else { continue };
        let question = ask.text(look.texts, &label, scale);
        let answers = answers(ask, metric, scale, look.texts);
        let said = (question.as_str(), wizard.question(column));
        if let Some(taken) = ask_ui(ui, said, &label, &answers, look) {
            answered = Some((column, taken));
        }
        ui.add_space(6.0);
    }
    if let Some((column, taken)) = answered {
        answer(wizard, column, taken);
    }
}

fn answer(wizard: &mut SurveyWizard, column: ColumnNumber, taken: Taken) {
    if wizard.choices.get(column).is_some_and(|choice| choice.taken == taken) {
        wizard.choices.confirm(column);
    } else {
        wizard.choices.take(column, taken);
    }
    wizard.changed();
}

fn answers(ask: Ask, metric: Metric, scale: AnswerScale, texts: Texts) -> Vec<Answer> {
    let as_is = Taken::Score(metric, scale);
    let from = |low| Taken::Score(metric, AnswerScale { low, ..scale });
    let towards = |direction| Taken::Score(metric, AnswerScale { direction, ..scale });
    let mut answers = match ask {
        Ask::NoZero => {
            vec![(texts.wizard_zero_to_ten().to_owned(), from(0)), (texts.wizard_one_to_ten().to_owned(), from(1))]
        }
        Ask::EffortDirection => vec![
            (texts.wizard_high_is_easy(scale.high), towards(Direction::HighIsGood)),
            (texts.wizard_high_is_effort(scale.high), towards(Direction::LowIsGood)),
        ],
        Ask::ZeroBelow => {
            vec![(texts.wizard_not_counted_yes().to_owned(), as_is), (texts.wizard_count_zeros().to_owned(), from(0))]
        }
        Ask::OtherScale | Ask::NumbersOnly => {
            vec![(texts.wizard_yes(score_words(metric, scale, texts)), as_is)]
        }
    };
    answers.push((texts.wizard_leave_out().to_owned(), Taken::Unused));
    answers
}

/// A question about a column, with what the column itself asked.
fn ask_ui(
    ui: &mut Ui,
    (question, asked): (&str, Option<&str>),
    label: &str,
    answers: &[Answer],
    look: Look,
) -> Option<Taken> {
    let ground = Frame::new()
        .fill(theme::color(look.palette, Role::WarningTint))
        .corner_radius(CornerRadius::same(8))
        .inner_margin(Margin::symmetric(14, 10));
    ground
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            ui.label(theme::note(question, look.palette, Role::Ink));
            if let Some(asked) = asked {
                ui.add(CutLabel::new(theme::note(asked, look.palette, Role::Soft)));
            }
            ui.horizontal_wrapped(|ui| {
                let pressed = answers
                    .iter()
                    .find(|(text, _)| ui.add(Button::new(text)).accessible_name(format!("{label}: {text}")).clicked());
                pressed.map(|(_, taken)| *taken)
            })
            .inner
        })
        .inner
}
