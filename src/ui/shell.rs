//! The window's frame: what stands where, and in which order it is shown. Notes what was asked for.
//!
//! Must not carry out anything: the program does, after the frame.

use super::{
    Command, Look,
    ask::{self, Answer, HelpPage, Question, Stay},
    canvas::{self, Canvas},
    command::{Listener, Pressed},
    inspector::{self, Inspector},
    menu_bar,
    notices::{self, Action, Notices},
    path_dialog::{self, PathAnswer, PathDialog, PathPurpose},
    review_panel::{self, ReviewPanel},
    start_page::{self, StartPage},
    survey_wizard::{self, SurveyWizard, WizardAnswer},
    theme,
};
use crate::{
    editor::Editor,
    scene::{Layouter, Role},
    survey::Plan,
};
use egui::{CentralPanel, Frame, Margin, Panel, Stroke, Ui};

/// Height of the review panel at first.
const REVIEW_HEIGHT: f32 = 260.0;

/// What the window's widgets remember.
pub struct Shell {
    /// The map under the hand.
    pub canvas: Canvas,
    /// The panel on the right.
    pub inspector: Inspector,
    /// The panel below.
    pub review: ReviewPanel,
    /// Which panels are shown.
    pub panels: Panels,
    /// Messages under the menu bar.
    pub notices: Notices,
    /// The question that stops the work.
    pub question: Option<Question>,
    /// The page of help that is open.
    pub help: Option<HelpPage>,
    /// The program's own path dialog.
    pub path_dialog: Option<PathDialog>,
    /// The survey that is being looked at before it is attached.
    pub wizard: Option<SurveyWizard>,
    /// The words to wait with while the map that was asked for at the start is being read.
    pub opening: Option<String>,
    /// What the start page shows.
    pub start: StartPage,
    /// The names of the recent maps in the File menu.
    pub recent: Vec<String>,
}

/// Which panels are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Panels {
    /// The inspector on the right.
    pub inspector: bool,
    /// The review below.
    pub review: bool,
}

impl Default for Panels {
    fn default() -> Self {
        Self { inspector: true, review: false }
    }
}

/// What was asked for in a frame.
#[derive(Debug, Default)]
pub struct Asked {
    /// By menu, shortcut or button.
    pub commands: Vec<Command>,
    /// By a message's button.
    pub action: Option<Action>,
    /// The answer to the question.
    pub answer: Option<Answer>,
    /// The path that was typed.
    pub path: Option<(PathPurpose, String)>,
    /// The survey that is to be attached.
    pub attach: Option<Plan>,
}

impl Asked {
    /// Whether anything was asked for, so that another frame shows what came of it.
    fn is_any(&self) -> bool {
        !self.commands.is_empty()
            || self.action.is_some()
            || self.answer.is_some()
            || self.path.is_some()
            || self.attach.is_some()
    }
}

/// Shows the whole window.
pub fn shell_ui(
    ui: &mut Ui,
    shell: &mut Shell,
    mut editor: Option<&mut Editor>,
    title: &str,
    layouter: &mut Layouter,
    look: Look,
) -> Asked {
    let mut asked = Asked::default();
    let stopped = shell.is_stopped();
    if !stopped {
        shortcuts(ui.ctx(), editor.as_deref(), &mut asked.commands);
    }
    if let (Some(editor), None, false) = (editor.as_deref_mut(), &shell.wizard, stopped) {
        canvas::canvas_input(ui.ctx(), &mut shell.canvas, editor, layouter, look);
        asked.commands.append(&mut shell.canvas.asked);
    }
    frame_ui(ui, shell, editor.as_deref(), title, look, &mut asked);
    match (editor, &mut shell.wizard) {
        (Some(editor), Some(wizard)) => wizard_page_ui(ui, wizard, editor, look, &mut asked),
        (Some(editor), None) => {
            map_ui(ui, shell, editor, layouter, look);
            asked.commands.append(&mut shell.inspector.asked);
        }
        (None, _) => {
            CentralPanel::default().frame(ground(look, Role::Paper)).show(ui, |ui| {
                match &shell.opening {
                    Some(words) => ui.centered_and_justified(|ui| ui.label(words)).inner,
                    None => start_page::start_page_ui(ui, &shell.start, look, &mut asked.commands),
                };
            });
        }
    }
    modals_ui(ui.ctx(), shell, look, &mut asked);
    if asked.is_any() {
        ui.ctx().request_repaint();
    }
    asked
}

impl Shell {
    /// A window with nothing open; `today` decides what the review calls overdue.
    pub fn new(today: jiff::civil::Date) -> Self {
        Self {
            canvas: Canvas::default(),
            inspector: Inspector::default(),
            review: ReviewPanel::new(today),
            panels: Panels::default(),
            notices: Notices::default(),
            question: None,
            help: None,
            path_dialog: None,
            wizard: None,
            opening: None,
            start: StartPage::default(),
            recent: Vec::new(),
        }
    }

    /// Whether a question or dialog stands before everything else.
    pub fn is_stopped(&self) -> bool {
        self.question.is_some() || self.help.is_some() || self.path_dialog.is_some()
    }
}

/// Takes the keys of the commands that work everywhere, and, where no map listens, of those that no other widget knows.
fn shortcuts(ctx: &egui::Context, editor: Option<&Editor>, commands: &mut Vec<Command>) {
    let typing = ctx.text_edit_focused();
    let listeners: &[Listener] =
        if editor.is_some() || typing { &[Listener::Everywhere] } else { &[Listener::Everywhere, Listener::Untyped] };
    let can_be_done = |command: &Command| {
        let is_of_text = typing && matches!(command, Command::Undo | Command::Redo);
        !is_of_text && command.is_enabled(editor)
    };
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let command = Pressed::of_event(event).and_then(|pressed| pressed.commands(listeners).find(can_be_done));
            commands.extend(command);
            command.is_none()
        });
    });
}

fn ground(look: Look, role: Role) -> Frame {
    Frame::new().fill(theme::color(look.palette, role))
}

fn frame_ui(ui: &mut Ui, shell: &mut Shell, editor: Option<&Editor>, title: &str, look: Look, asked: &mut Asked) {
    let open = editor.map(|editor| menu_bar::Open { editor, title });
    let bar = ground(look, Role::Card).inner_margin(Margin::symmetric(8, 8));
    Panel::top("menu bar").exact_size(menu_bar::HEIGHT).frame(bar).show(ui, |ui| {
        menu_bar::menu_bar_ui(ui, open, &shell.recent, look, &mut asked.commands);
    });
    if !shell.notices.all().is_empty() {
        let bare = Frame::new();
        Panel::top("notices").frame(bare).show_separator_line(false).show(ui, |ui| {
            asked.action = notices::notices_ui(ui, &mut shell.notices, look);
        });
    }
}

fn wizard_page_ui(ui: &mut Ui, wizard: &mut SurveyWizard, editor: &mut Editor, look: Look, asked: &mut Asked) {
    let is_free = !egui::Popup::is_any_open(ui.ctx()) && !ui.ctx().text_edit_focused();
    if is_free && ui.input(|input| input.key_pressed(egui::Key::Escape)) {
        asked.answer = Some(Answer::Cancel);
    }
    CentralPanel::default().frame(ground(look, Role::Paper)).show(ui, |ui| {
        match survey_wizard::wizard_ui(ui, wizard, editor.map(), look) {
            WizardAnswer::Open => {}
            WizardAnswer::Cancel => asked.answer = Some(Answer::Cancel),
            WizardAnswer::Attach(plan) => asked.attach = Some(plan),
        }
    });
}

fn map_ui(ui: &mut Ui, shell: &mut Shell, editor: &mut Editor, layouter: &mut Layouter, look: Look) {
    let line = Stroke::new(1.0, theme::color(look.palette, Role::Hairline));
    if shell.panels.inspector {
        let panel = ground(look, Role::Card);
        Panel::right("inspector").exact_size(inspector::WIDTH).resizable(false).frame(panel).show(ui, |ui| {
            inspector::inspector_ui(ui, &mut shell.inspector, editor, &shell.canvas.view, look);
        });
    }
    if shell.panels.review {
        let panel = ground(look, Role::Card).stroke(line).inner_margin(Margin::symmetric(16, 10));
        Panel::bottom("review").default_size(REVIEW_HEIGHT).resizable(true).frame(panel).show(ui, |ui| {
            let canvas = &mut shell.canvas;
            review_panel::review_panel_ui(ui, &mut shell.review, editor, &mut canvas.hovered, &canvas.view, look);
        });
    }
    CentralPanel::default().frame(ground(look, Role::Paper)).show(ui, |ui| {
        canvas::canvas_ui(ui, &mut shell.canvas, editor, layouter, look);
    });
}

fn modals_ui(ctx: &egui::Context, shell: &mut Shell, look: Look, asked: &mut Asked) {
    if let Some(dialog) = &mut shell.path_dialog {
        match path_dialog::path_dialog_ui(ctx, dialog, look) {
            PathAnswer::Open => {}
            PathAnswer::Cancel => shell.path_dialog = None,
            PathAnswer::Path(path) => asked.path = Some((dialog.purpose, path)),
        }
    }
    if let Some(question) = &shell.question {
        asked.answer = ask::question_ui(ctx, question, look).or(asked.answer);
    }
    if let Some(page) = shell.help
        && ask::help_ui(ctx, page, look) == Stay::Closed
    {
        shell.help = None;
    }
}
