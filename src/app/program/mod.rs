//! The running program: one window, at most one open map. `logic` drains jobs and carries out what was asked for,
//! `ui` only shows.
//!
//! Must not read or write the disk on the screen's thread, but for looking at recent files and at work that can be
//! brought back.

mod clipboard;
mod close;
mod commands;
mod drops;
mod guide;
mod images;
mod launcher;
mod look;
mod pictures;
mod recover;
mod refused;
mod results;
mod save;
mod start_page;
mod surveys;
mod templates;

use super::{
    disk::{Expected, Folders},
    document::Document,
    fast_typing::FastTyping,
    input_method::{Caret, InputMethod},
    jobs::{JobId, Jobs},
    late_keys::{self, LateKeys},
    map_jobs::{self, file_name},
    own_templates::OwnTemplate,
    picker::Dialogs,
    recovery::{Orphan, Recovery},
    recovery_writer::RecoveryWriter,
    settings::{self, Settings},
    system_fonts::SystemFonts,
    system_look::{self, SystemLook},
};
use crate::{
    editor::Revision,
    map::Map,
    scene::Layouter,
    survey::Table,
    texts::Texts,
    ui::{
        Look,
        canvas::{Progress, Stop, TEXTURE_SIDE},
        notices::Topic,
        path_dialog::PathPurpose,
        shell::{self, Asked, Panels, Shell},
        theme,
    },
};
use close::Intent;
use egui::epaint::text::FontProvider;
use start_page::CardEntry;
use std::{
    path::PathBuf,
    sync::Arc,
    time::{Duration, Instant},
};

/// Work that is done sooner is not shown: a flicker says nothing.
const SHOW_WORK_AFTER: f64 = 0.2;
/// How fast Ctrl and the wheel zoom: a notch of 40 points by 14 %, one of 80, as some desktops send, by 31 %.
const ZOOM_PER_POINT: f32 = 1.0 / 300.0;

/// The program's state.
pub struct Program {
    look: Look,
    shell: Shell,
    document: Option<Document>,
    layouter: Layouter,
    fonts: Arc<SystemFonts>,
    jobs: Jobs,
    folders: Option<Folders>,
    settings: Settings,
    /// Recent maps that were not there when the start page was filled.
    missing: Vec<PathBuf>,
    /// The job that writes the settings.
    storing: Option<JobId>,
    /// Whether they changed since it began.
    to_store: ToStore,
    recovery: Option<Recovery>,
    writer: Option<RecoveryWriter>,
    /// The state that was kept for recovery last, and when.
    kept: Option<(Arc<Map>, Instant)>,
    orphans: Vec<Orphan>,
    recent_cards: Vec<CardEntry>,
    sample_cards: Vec<CardEntry>,
    template_cards: Vec<CardEntry>,
    /// The user's own templates, as they were looked at last, in the order of their cards.
    own_templates: Vec<OwnTemplate>,
    /// What to do once the question about unsaved changes is answered.
    intent: Option<Intent>,
    /// A file that is there already, and what was to be written over it.
    replacing: Option<(PathPurpose, PathBuf)>,
    /// More of them, to be asked about when the question that is shown is answered.
    to_replace: Vec<(PathPurpose, PathBuf)>,
    /// Where an edit was refused; the message about it stands until something of that changes.
    refused_on: Option<refused::Situation>,
    /// Whether to ask the system for file dialogs.
    dialogs: Dialogs,
    /// The survey in the wizard.
    survey: Option<(String, Arc<Table>)>,
    /// The job that counts it.
    counting: Option<JobId>,
    /// The jobs that write pictures.
    exporting: Vec<JobId>,
    /// The jobs that decode pictures for the screen.
    decoding: Vec<JobId>,
    /// The job that reads the map to be opened.
    reading: Option<JobId>,
    /// The state of the open map that may go when the map that is being read takes its place.
    let_go: Option<Revision>,
    /// How the system's windows look, as far as it says.
    system_look: SystemLook,
    /// What came, or is to come, from the clipboard.
    clipboard: clipboard::Clipboard,
    drops: drops::Drops,
    late_keys: LateKeys,
    typing: FastTyping,
    window_title: String,
    leaving: Leaving,
    hint: Hint,
}

/// Whether it was said how the bars come back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hint {
    /// Not in this session.
    ToCome,
    /// It was.
    Given,
}

/// Whether the settings have to be written once more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ToStore {
    /// They are as they were written, or are being written.
    Nothing,
    /// They changed meanwhile.
    Changes,
}

/// Whether the window may close.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Leaving {
    /// Not without a look at unsaved changes.
    No,
    /// It was asked, or there is nothing to ask.
    Yes,
}

impl Program {
    /// The program with its start page, or on its way to open `map`.
    pub fn new(ctx: &egui::Context, map: Option<PathBuf>) -> Self {
        let folders = Folders::of_system();
        let (settings, trouble) = folders.as_ref().map_or((Settings::default(), None), Settings::load);
        let texts = Texts(settings.language.unwrap_or_else(|| settings::language(folders.as_ref())));
        let look = Look { texts, ..Look::default() };
        theme::install(ctx, look.palette);
        let fonts = SystemFonts::new();
        ctx.add_font_provider(Arc::clone(&fonts) as Arc<dyn FontProvider>);
        ctx.add_plugin(InputMethod::new(Caret::of_system()));
        ctx.options_mut(|options| {
            options.zoom_with_keyboard = false;
            options.input_options.scroll_zoom_speed = ZOOM_PER_POINT;
        });
        let mut program = Self {
            look,
            shell: Shell::new(jiff::Zoned::now().date()),
            document: None,
            layouter: Layouter::with_fonts(&fonts.behind_bundled()),
            fonts,
            jobs: Jobs::new(ctx.clone()),
            recovery: folders.as_ref().map(Recovery::new),
            folders,
            settings,
            missing: Vec::new(),
            storing: None,
            to_store: ToStore::Nothing,
            exporting: Vec::new(),
            writer: None,
            kept: None,
            orphans: Vec::new(),
            recent_cards: Vec::new(),
            sample_cards: Vec::new(),
            template_cards: Vec::new(),
            own_templates: Vec::new(),
            intent: None,
            replacing: None,
            to_replace: Vec::new(),
            refused_on: None,
            dialogs: Dialogs::Untried,
            survey: None,
            counting: None,
            reading: None,
            decoding: Vec::new(),
            let_go: None,
            system_look: SystemLook::default(),
            clipboard: clipboard::Clipboard::default(),
            drops: drops::Drops::default(),
            late_keys: LateKeys::default(),
            typing: FastTyping::default(),
            window_title: String::new(),
            leaving: Leaving::No,
            hint: Hint::ToCome,
        };
        system_look::start_reading(&mut program.jobs);
        program.follow_choices(ctx);
        program.shell.canvas.view.texts = texts;
        program.shell.panels = Panels {
            inspector: program.settings.inspector == settings::Panel::Shown,
            review: program.settings.review == settings::Panel::Shown,
            minimap: program.settings.minimap == settings::Panel::Shown,
            ..Panels::default()
        };
        if let Some(trouble) = trouble {
            program.shell.notices.fault(Topic::Settings, trouble.sentence(texts));
        }
        program.begin_recovery(ctx);
        // Dialogs begin in the folder of the map, and a relative path names none.
        let map = map.map(|path| std::path::absolute(&path).unwrap_or(path));
        match map {
            Some(path) => {
                program.shell.opening = Some(texts.shell_opening(file_name(&path)));
                program.name_orphans();
                program.offer_recovered(&path);
                program.reading = Some(map_jobs::start_reading(&mut program.jobs, path, texts));
                program.look_at_own_templates();
            }
            None => program.fill_start_page(),
        }
        program
    }

    fn texts(&self) -> Texts {
        self.look.texts
    }

    /// Carries out what was asked for in a frame.
    fn carry_out(&mut self, ctx: &egui::Context, asked: Asked) {
        for command in asked.commands {
            self.shell.notices.clear_good();
            self.run(ctx, command);
        }
        if let Some(action) = asked.action {
            self.act(ctx, action);
        }
        if let Some(answer) = asked.answer {
            self.answer(ctx, answer);
        }
        if let Some((purpose, text)) = asked.path {
            self.shell.path_dialog = None;
            let path = super::picker::with_ending(super::picker::typed_path(&text), purpose);
            self.path_chosen(ctx, purpose, path, Expected::Absent);
        }
        if let Some(piece) = asked.piece {
            self.shell.paste = None;
            self.paste_piece(&piece, clipboard::PasteAs::Things);
        }
        if let Some(plan) = asked.attach {
            self.count_survey(plan);
        }
        if asked.guided {
            self.end_guide(ctx);
        }
        if let Some((name, kept)) = asked.template {
            self.keep_template(name, kept);
        }
    }

    fn list_folder_for_dialog(&mut self) {
        if let Some(dialog) = &mut self.shell.path_dialog
            && let Some(folder) = dialog.wanted_folder().map(str::to_owned)
        {
            dialog.set_waiting(folder.clone());
            super::picker::list_folder(&mut self.jobs, folder, self.look.texts);
        }
    }

    /// Hands the status line its words and the running work.
    fn show_work(&mut self) {
        self.shell.canvas.status = self.status();
        let running = self.jobs.shown().find(|job| job.seconds() > SHOW_WORK_AFTER);
        self.shell.canvas.progress =
            running.map(|job| Progress { text: job.name.clone(), fraction: Some(job.share()) });
    }

    /// Takes what the canvas has to say besides changes: Stop, and an edit that was refused.
    fn hear_canvas(&mut self) {
        if self.shell.canvas.stop == Stop::Asked {
            self.jobs.stop_shown();
        }
        if let Some(error) = self.shell.canvas.refused.take() {
            self.say_refused(error);
        }
        self.forget_refused();
    }

    /// Sets the window's title where it changed.
    fn name_window(&mut self, ctx: &egui::Context) {
        let texts = self.texts();
        let title = match &self.document {
            None => "Wayfarer".to_owned(),
            Some(document) if document.editor.is_modified() => texts.window_title_modified(document.title(texts)),
            Some(document) => texts.window_title(document.title(texts)),
        };
        if title != self.window_title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.window_title = title;
        }
    }
}

impl eframe::App for Program {
    fn raw_input_hook(&mut self, ctx: &egui::Context, raw: &mut egui::RawInput) {
        self.late_keys.sort(&mut raw.events, raw.time.unwrap_or_default());
        if self.late_keys.is_waiting() {
            ctx.request_repaint_after(Duration::from_secs_f64(late_keys::PATIENCE));
        }
        let is_typing = ctx.text_edit_focused();
        self.typing.sort(&mut raw.events, is_typing);
        if self.typing.is_on_its_way() {
            ctx.request_repaint();
        }
        self.clipboard.look_at(&mut raw.events, is_typing);
        raw.max_texture_side = raw.max_texture_side.map(|side| side.min(TEXTURE_SIDE));
    }

    fn logic(&mut self, ctx: &egui::Context, _: &mut eframe::Frame) {
        for (job, done) in self.jobs.finished() {
            self.take_result(ctx, job, done);
        }
        self.look_at_system(ctx);
        self.follow_choices(ctx);
        self.take_dropped_files(ctx);
        self.list_folder_for_dialog();
        self.watch_close(ctx);
        self.keep_recovery(ctx);
        self.name_window(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        let texts = self.texts();
        let title = self.document.as_ref().map(|document| document.title(texts)).unwrap_or_default();
        self.show_work();
        if self.document.is_some() {
            self.fonts.prepare();
        }
        self.shell.review.set_today(jiff::Zoned::now().date());
        let had_dialog = self.shell.path_dialog.is_some();
        let editor = self.document.as_mut().map(|document| &mut document.editor);
        let mut asked = shell::shell_ui(ui, &mut self.shell, editor, &title, &mut self.layouter, self.look);
        if had_dialog && self.shell.path_dialog.is_none() {
            // The path dialog was left: nothing comes after the save that was to be.
            self.intent = None;
        }
        let ctx = ui.ctx().clone();
        let asked_clip = asked.pasted.take();
        self.carry_out(&ctx, asked);
        self.take_clipboard(&ctx, asked_clip);
        self.hear_canvas();
        self.decode_pictures(&ctx);
        self.note_window(&ctx);
        self.keep_recovery(&ctx);
    }

    fn on_exit(&mut self, _: Option<&eframe::glow::Context>) {
        self.remember_window();
    }
}
