//! The window's frame: what stands where, and in which order it is shown. Notes what was asked for.
//!
//! Must not carry out anything: the program does, after the frame.

pub use super::panels::{Beside, Panels};

use super::{
    Command, Look,
    ask::{self, Answer, HelpPage, Question, Stay},
    canvas::{self, Canvas, Clip},
    command::{Listener, Pressed},
    guided_start::GuidePage,
    inspector::Inspector,
    launcher::{self, Chosen, Launcher, OpenableMap},
    menu_bar, middle,
    notices::{self, Action, Notices},
    parts::{Part, Parts},
    paste_preview::{self, PastePreview, PreviewAnswer},
    path_dialog::{self, PathAnswer, PathDialog, PathPurpose},
    review_panel::ReviewPanel,
    shortcut_list::ShortcutList,
    start_page::{self, StartPage},
    survey_wizard::SurveyWizard,
    template_dialog::{self, TemplateAnswer, TemplateDialog},
    template_gallery::{self, Gallery},
    theme,
};
use crate::{
    editor::Editor,
    map::{Fragment, KeptContent},
    scene::{Layouter, Role},
    survey::Plan,
};
use egui::{CentralPanel, Frame, Margin, Panel, Popup, Ui};

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
    /// Messages over the map or at the top of a page.
    pub notices: Notices,
    /// The question that stops the work.
    pub question: Option<Question>,
    /// The launcher, while it is open.
    pub launcher: Option<Launcher>,
    pub(super) parts: Parts,
    pub(super) second_pass: middle::SecondPass,
    /// What was pressed after the key that opens a line to type in; the next frame's.
    held: Vec<egui::Event>,
    /// The page of help that is open.
    pub help: Option<HelpPage>,
    /// What is looked for on it.
    pub shortcuts: ShortcutList,
    /// The program's own path dialog.
    pub path_dialog: Option<PathDialog>,
    /// The cells that are being looked at before they are pasted.
    pub paste: Option<PastePreview>,
    /// The dialog that shows the templates.
    pub gallery: Option<Gallery>,
    /// The dialog before the map is kept as a template.
    pub template_dialog: Option<TemplateDialog>,
    /// The survey that is being looked at before it is attached.
    pub wizard: Option<SurveyWizard>,
    /// The guide that lies over a map that is being begun.
    pub guide: Option<GuidePage>,
    /// The words to wait with while the map that was asked for at the start is being read.
    pub opening: Option<String>,
    /// What the start page shows.
    pub start: StartPage,
    /// The names of the recent maps in the File menu.
    pub recent: Vec<String>,
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
    /// What the clipboard held when it was pasted.
    pub pasted: Option<Clip>,
    /// The piece that pasted cells are to be.
    pub piece: Option<Box<Fragment>>,
    /// Whether the guide is left.
    pub guided: bool,
    /// The template that is to be kept: its name, and what of the map.
    pub template: Option<(String, KeptContent)>,
}

impl Asked {
    /// Whether anything was asked for, so that another frame shows what came of it.
    fn is_any(&self) -> bool {
        !self.commands.is_empty()
            || self.action.is_some()
            || self.answer.is_some()
            || self.path.is_some()
            || self.attach.is_some()
            || self.pasted.is_some()
            || self.piece.is_some()
            || self.template.is_some()
            || self.guided
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
    ui.ctx().input_mut(|input| {
        input.events.splice(0..0, shell.held.drain(..));
    });
    let stopped = shell.is_stopped();
    shell.parts.begin_frame();
    shell.parts.follow_dialog(ui.ctx(), stopped);
    shell.parts.follow_page(shell.has_page());
    name_window(ui, title, editor.is_some(), look);
    // The map under a guide is not edited by hand.
    let at_hand = editor.as_deref().filter(|_| shell.guide.is_none());
    if !stopped {
        shell.held = shortcuts(ui.ctx(), at_hand, &mut asked.commands);
    }
    if let (Some(guide), false) = (&mut shell.guide, stopped) {
        guide.hear_keys(ui.ctx());
    }
    if let (Some(editor), false, false) = (editor.as_deref_mut(), shell.has_page(), stopped) {
        canvas::canvas_input(ui.ctx(), &mut shell.canvas, editor, layouter, look);
        asked.commands.append(&mut shell.canvas.asked);
        asked.pasted = shell.canvas.pasted.take();
    }
    let at_hand = editor.as_deref().filter(|_| shell.guide.is_none());
    frame_ui(ui, shell, at_hand, title, look, &mut asked);
    match (editor.as_deref_mut(), &mut shell.wizard, &mut shell.guide) {
        (Some(editor), _, Some(_)) => middle::guide_page_ui(ui, shell, editor, layouter, look, &mut asked),
        (Some(editor), Some(wizard), None) => {
            middle::wizard_page_ui(ui, (wizard, &mut shell.parts), editor, look, &mut asked);
        }
        (Some(editor), None, None) => {
            middle::map_ui(ui, shell, editor, layouter, look);
            let room = shell.canvas.room_for_messages();
            let Shell { notices, parts, canvas, .. } = &mut *shell;
            let begin = |ui: &Ui| parts.begin(ui, Part::Messages, look.texts);
            (asked.action, canvas.messages) = notices::notices_over_ui(ui.ctx(), notices, (room, begin), look);
            asked.commands.append(&mut shell.inspector.asked);
        }
        (None, _, _) => {
            CentralPanel::default().frame(ground(look, Role::Paper)).show(ui, |ui| {
                shell.parts.begin(ui, Part::Middle, look.texts);
                match &shell.opening {
                    Some(words) => ui.centered_and_justified(|ui| ui.label(words)).inner,
                    None => start_page::start_page_ui(ui, &mut shell.start, look, &mut asked.commands),
                };
            });
        }
    }
    preview_ui(ui.ctx(), shell, editor.as_deref(), layouter, look, &mut asked);
    launch_ui(ui.ctx(), shell, editor, look, &mut asked);
    modals_ui(ui.ctx(), shell, look, &mut asked);
    shell.parts.take(ui.ctx(), &mut asked.commands);
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
            launcher: None,
            parts: Parts::default(),
            second_pass: middle::SecondPass::default(),
            held: Vec::new(),
            help: None,
            shortcuts: ShortcutList::default(),
            path_dialog: None,
            paste: None,
            gallery: None,
            template_dialog: None,
            wizard: None,
            guide: None,
            opening: None,
            start: StartPage::default(),
            recent: Vec::new(),
        }
    }

    /// Whether a page lies over the map.
    fn has_page(&self) -> bool {
        self.wizard.is_some() || self.guide.is_some()
    }

    /// Opens the launcher over commands, `maps` and the open map; of a map behind the wizard nothing is offered.
    pub fn open_launcher(&mut self, maps: Vec<OpenableMap>, editor: Option<&Editor>, look: Look) {
        let map = editor.filter(|_| !self.has_page()).map(|editor| std::sync::Arc::clone(editor.map()));
        self.launcher = Some(Launcher::new(maps, map, look));
    }

    /// Whether a question or dialog stands before everything else.
    pub fn is_stopped(&self) -> bool {
        let is_asked = self.question.is_some() || self.path_dialog.is_some() || self.template_dialog.is_some();
        is_asked || self.help.is_some() || self.gallery.is_some() || self.launcher.is_some() || self.paste.is_some()
    }
}

/// Takes the keys of the commands that work everywhere, and, where no map listens, of those that no other widget knows.
/// What comes after a key that opens a line to type in is given back: it belongs to the line.
fn shortcuts(ctx: &egui::Context, editor: Option<&Editor>, commands: &mut Vec<Command>) -> Vec<egui::Event> {
    let typing = ctx.text_edit_focused();
    if Popup::is_any_open(ctx) && !typing {
        return Vec::new();
    }
    let listeners: &[Listener] =
        if editor.is_some() || typing { &[Listener::Everywhere] } else { &[Listener::Everywhere, Listener::Untyped] };
    let can_be_done = |command: &Command| {
        let is_of_text = typing && matches!(command, Command::Undo | Command::Redo);
        !is_of_text && command.is_enabled(editor)
    };
    let mut held = Vec::new();
    let mut opens = false;
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            if opens {
                held.push(event.clone());
                return false;
            }
            let command = Pressed::of_event(event).and_then(|pressed| pressed.commands(listeners).find(can_be_done));
            commands.extend(command);
            opens = command.is_some_and(opens_line);
            command.is_none()
        });
    });
    held
}

/// Whether a command opens a line that takes what is typed next.
fn opens_line(command: Command) -> bool {
    [Command::Launcher, Command::Find, Command::Replace, Command::Shortcuts].contains(&command)
}

pub(super) fn ground(look: Look, role: Role) -> Frame {
    Frame::new().fill(theme::color(look.palette, role))
}

/// The window is called by its map.
fn name_window(ui: &Ui, title: &str, has_map: bool, look: Look) {
    let name = if has_map { look.texts.window_title(title) } else { "Wayfarer".to_owned() };
    ui.ctx().accesskit_node_builder(egui::accesskit_root_id(), |node| node.set_label(name));
}

fn frame_ui(ui: &mut Ui, shell: &mut Shell, editor: Option<&Editor>, title: &str, look: Look, asked: &mut Asked) {
    let open = editor.map(|editor| menu_bar::Open { editor, title, panels: shell.panels });
    let bar = ground(look, Role::Card).inner_margin(Margin::symmetric(8, 8));
    let is_alone = shell.panels.beside == Beside::Nothing && editor.is_some() && shell.wizard.is_none();
    if !is_alone {
        Panel::top("menu bar").exact_size(menu_bar::HEIGHT).frame(bar).show(ui, |ui| {
            shell.parts.begin(ui, Part::Menus, look.texts);
            menu_bar::menu_bar_ui(ui, open, &shell.recent, look, &mut asked.commands);
        });
    }
    if !shell.notices.all().is_empty() && (shell.has_page() || editor.is_none()) {
        let bare = Frame::new();
        Panel::top("notices").frame(bare).show_separator_line(false).show(ui, |ui| {
            shell.parts.begin(ui, Part::Messages, look.texts);
            asked.action = notices::notices_ui(ui, &mut shell.notices, look);
        });
    }
}

fn launch_ui(ctx: &egui::Context, shell: &mut Shell, editor: Option<&mut Editor>, look: Look, asked: &mut Asked) {
    let Some(launcher) = &mut shell.launcher else { return };
    match launcher::launcher_ui(ctx, launcher, editor.as_deref(), look) {
        Chosen::Open => return,
        Chosen::Nothing => {}
        Chosen::Command(command) => asked.commands.push(command),
        Chosen::Thing(thing) => {
            if let Some(editor) = editor {
                shell.canvas.go_to(editor, thing);
            }
        }
    }
    shell.launcher = None;
    ctx.request_repaint();
}

/// The look at pasted cells.
fn preview_ui(
    ctx: &egui::Context,
    shell: &mut Shell,
    editor: Option<&Editor>,
    layouter: &mut Layouter,
    look: Look,
    asked: &mut Asked,
) {
    let Some((editor, preview)) = editor.zip(shell.paste.as_mut()) else { return };
    match paste_preview::paste_preview_ui(ctx, preview, editor.map(), layouter, look) {
        PreviewAnswer::Open => {}
        PreviewAnswer::Cancel => shell.paste = None,
        PreviewAnswer::Paste(piece) => asked.piece = Some(piece),
    }
}

fn modals_ui(ctx: &egui::Context, shell: &mut Shell, look: Look, asked: &mut Asked) {
    if let Some(dialog) = &mut shell.path_dialog {
        match path_dialog::path_dialog_ui(ctx, dialog, look) {
            PathAnswer::Open => {}
            PathAnswer::Cancel => shell.path_dialog = None,
            PathAnswer::Path(path) => asked.path = Some((dialog.purpose, path)),
        }
    }
    if let Some(gallery) = shell.gallery.take() {
        let templates = (shell.start.own_templates.as_slice(), shell.start.templates.as_slice());
        shell.gallery = template_gallery::gallery_ui(ctx, gallery, templates, look, &mut asked.commands);
    }
    if let Some(dialog) = &mut shell.template_dialog {
        match template_dialog::template_dialog_ui(ctx, dialog, look) {
            TemplateAnswer::Open => {}
            TemplateAnswer::Cancel => shell.template_dialog = None,
            TemplateAnswer::Save(name, kept) => asked.template = Some((name, kept)),
        }
    }
    if let Some(question) = &shell.question {
        asked.answer = ask::question_ui(ctx, question, look).or(asked.answer);
    }
    if let Some(page) = shell.help
        && ask::help_ui(ctx, page, &mut shell.shortcuts, look) == Stay::Closed
    {
        shell.help = None;
        shell.shortcuts = ShortcutList::default();
    }
}
