//! What stands in the middle of the window while a map is open: the map with its panels, or a page that lies over it.
//!
//! Must not know menus, dialogs or what comes of what is asked for.

use super::{
    Look,
    ask::Answer,
    canvas,
    guided_start::{self, GuideAnswer},
    inspector,
    panels::Beside,
    parts::{Part, Parts},
    review_panel,
    shell::{Asked, Shell, ground},
    survey_wizard::{self, SurveyWizard, WizardAnswer},
    theme,
};
use crate::{
    editor::Editor,
    scene::{Layouter, Role},
};
use egui::{CentralPanel, Margin, Panel, Stroke, Ui};
use std::sync::Arc;

/// Height of the review panel at first: eleven lines of its list, with the air above and below. In a low window the map
/// comes first, but a chart is seen. It never takes more than half: that is the map's.
const REVIEW_HEIGHT: f32 = 11.0 * 24.0 + 20.0;
const MAP_FIRST: f32 = 440.0;
const REVIEW_CHART: f32 = 160.0;
const REVIEW_MOST: f32 = 0.5;

/// The survey that is being looked at, in place of the map.
pub(super) fn wizard_page_ui(
    ui: &mut Ui,
    (wizard, parts): (&mut SurveyWizard, &mut Parts),
    editor: &mut Editor,
    look: Look,
    asked: &mut Asked,
) {
    let is_free = !egui::Popup::is_any_open(ui.ctx()) && !ui.ctx().text_edit_focused();
    if is_free && ui.input(|input| input.key_pressed(egui::Key::Escape)) {
        asked.answer = Some(Answer::Cancel);
    }
    CentralPanel::default().frame(ground(look, Role::Paper)).show(ui, |ui| {
        parts.begin(ui, Part::Middle, look.texts);
        match survey_wizard::wizard_ui(ui, wizard, editor.map(), look) {
            WizardAnswer::Open => {}
            WizardAnswer::Cancel => asked.answer = Some(Answer::Cancel),
            WizardAnswer::Attach(plan) => asked.attach = Some(plan),
        }
    });
}

/// The guide, in place of the map.
pub(super) fn guide_page_ui(
    ui: &mut Ui,
    shell: &mut Shell,
    editor: &mut Editor,
    layouter: &mut Layouter,
    look: Look,
    asked: &mut Asked,
) {
    let Shell { guide: Some(page), canvas, parts, .. } = shell else { return };
    CentralPanel::default().frame(ground(look, Role::Paper)).show(ui, |ui| {
        parts.begin(ui, Part::Middle, look.texts);
        match guided_start::guided_start_ui(ui, page, editor, (layouter, &canvas.view), look) {
            GuideAnswer::Open => {}
            GuideAnswer::Done => asked.guided = true,
            GuideAnswer::Refused(error) => canvas.refused = Some(error),
        }
    });
}

/// The map with the panels beside it.
pub(super) fn map_ui(ui: &mut Ui, shell: &mut Shell, editor: &mut Editor, layouter: &mut Layouter, look: Look) {
    shell.canvas.around = shell.panels.around();
    let line = Stroke::new(1.0, theme::color(look.palette, Role::Hairline));
    let is_alone = shell.panels.beside == Beside::Nothing;
    if shell.panels.inspector && !is_alone {
        let panel = ground(look, Role::Card);
        Panel::right("inspector").exact_size(inspector::WIDTH).resizable(false).frame(panel).show(ui, |ui| {
            shell.parts.begin(ui, Part::Inspector, look.texts);
            inspector::inspector_ui(ui, &mut shell.inspector, editor, &mut shell.canvas.view, look);
        });
    }
    if shell.panels.review && !is_alone {
        let panel = ground(look, Role::Card).stroke(line).inner_margin(Margin::symmetric(16, 10));
        let room = ui.available_height();
        let height = (room - MAP_FIRST).clamp(REVIEW_CHART, REVIEW_HEIGHT);
        let review = Panel::bottom("review").default_size(height).max_size(room * REVIEW_MOST);
        review.resizable(true).frame(panel).show(ui, |ui| {
            shell.parts.begin(ui, Part::Review, look.texts);
            // Of an empty map there is one line to say; the panel keeps its height for what comes.
            ui.set_min_height(ui.available_height());
            let canvas = &mut shell.canvas;
            review_panel::review_panel_ui(ui, &mut shell.review, editor, (&mut canvas.hovered, &mut canvas.view), look);
        });
    }
    let told = Arc::clone(editor.shown());
    CentralPanel::default().frame(ground(look, Role::Paper)).show(ui, |ui| {
        shell.parts.begin_map(ui, &mut shell.canvas, look.texts);
        canvas::canvas_ui(ui, &mut shell.canvas, editor, layouter, look);
    });
    // A field on the map is read after the panels beside it were shown: they tell it in the same frame, by a second pass.
    let is_told = Arc::ptr_eq(&told, editor.shown());
    if !is_told && !is_alone && (shell.panels.inspector || shell.panels.review) {
        shell.second_pass.ask(ui.ctx());
    }
}

/// Second passes, which egui wants to be rare: not in more than two frames in a row.
#[derive(Debug, Default)]
pub(super) struct SecondPass {
    /// The last frame that took one.
    frame: u64,
    in_row: u8,
}

impl SecondPass {
    fn ask(&mut self, ctx: &egui::Context) {
        let frame = ctx.cumulative_frame_nr();
        self.in_row = if frame == self.frame + 1 { self.in_row + 1 } else { 1 };
        if self.in_row <= 2 {
            self.frame = frame;
            ctx.request_discard("panels tell what was typed on the map");
        } else {
            // Letters in every frame: the next one tells it.
            ctx.request_repaint();
        }
    }
}
