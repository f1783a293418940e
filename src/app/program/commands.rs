//! Carrying out commands. Must not show anything.

use super::{Hint, Intent, Program, clipboard::PasteAs};
use crate::{
    app::{picture_jobs::CopyAs, settings::Panel},
    editor::New,
    map::Thing,
    scene::PersonaChoice,
    texts::{Language, Texts},
    ui::{
        Command,
        ask::HelpPage,
        command::PersonaStep,
        inspector,
        notices::{Action, Topic},
        path_dialog::PathPurpose,
        shell::Beside,
    },
};

impl Program {
    /// Carries out a command.
    pub(super) fn run(&mut self, ctx: &egui::Context, command: Command) {
        if Self::leaves_guide(command) {
            self.leave_guide();
        }
        match command {
            Command::New => self.want(ctx, Intent::New),
            Command::NewFromTemplate => self.show_gallery(),
            Command::OpenTemplate(at) => self.want(ctx, Intent::Template(at)),
            Command::OpenOwnTemplate(at) => {
                if let Some(template) = self.own_templates.get(at).cloned() {
                    self.want(ctx, Intent::OwnTemplate(template));
                }
            }
            Command::RemoveTemplate(at) => self.ask_to_remove_template(at),
            Command::SaveAsTemplate => self.ask_for_template(),
            Command::GuidedStart => self.want(ctx, Intent::GuidedStart),
            Command::Open => self.want(ctx, Intent::Open),
            Command::OpenRecent(at) => {
                let path = self.recent_there().nth(at).map(|recent| recent.path.clone());
                if let Some(path) = path {
                    self.want(ctx, Intent::OpenPath(path));
                }
            }
            Command::OpenSample(at) => self.want(ctx, Intent::OpenSample(at)),
            Command::BringBack(at) => self.want(ctx, Intent::BringBack(at)),
            Command::DiscardRecovered(at) => self.ask_to_discard(at),
            Command::Import => self.want(ctx, Intent::Import),
            Command::Cut => self.cut(ctx),
            Command::Copy => self.copy(ctx),
            Command::Paste => self.ask_clipboard(ctx, PasteAs::Things),
            Command::CopyLook => self.copy_look(ctx),
            Command::PasteLook => self.ask_clipboard(ctx, PasteAs::Look),
            Command::CopyPicture => self.copy_picture(CopyAs::Pixels),
            Command::CopySvg => self.copy_picture(CopyAs::Svg),
            Command::Save => self.save(),
            Command::SaveAs => self.ask_for_path(PathPurpose::SaveMap),
            Command::ExportSvg => self.ask_for_path(PathPurpose::ExportSvg),
            Command::ExportPng => self.ask_for_path(PathPurpose::ExportPng),
            Command::AttachSurvey => self.ask_for_path(PathPurpose::OpenSurvey),
            Command::InsertImage => self.ask_for_path(PathPurpose::OpenImage),
            Command::CloseMap => self.want(ctx, Intent::Close),
            Command::Quit => self.want(ctx, Intent::Quit),
            Command::Language(language) => self.switch_language(language),
            Command::Theme(theme) => self.choose(ctx, |look| look.theme = theme),
            Command::Scale(scale) => self.choose(ctx, |look| look.scale = scale),
            Command::ToggleMotion => {
                let other = self.look.motion.other();
                self.choose(ctx, |look| look.motion = Some(other));
            }
            Command::Launcher => self.open_launcher(),
            Command::Shortcuts => self.shell.help = Some(HelpPage::Shortcuts),
            Command::About => self.shell.help = Some(HelpPage::About),
            Command::ToggleInspector | Command::ToggleReview => self.toggle_panel(command),
            Command::ToggleMinimap => self.toggle_minimap(),
            Command::ToggleBars => self.toggle_bars(ctx),
            Command::FullScreen => toggle_full_screen(ctx),
            // The window itself knows its parts.
            Command::NextPart | Command::PreviousPart => {}
            Command::AddPersona => self.add_persona(ctx),
            Command::SetPortrait => self.ask_for_portrait(),
            Command::Persona(PersonaStep::Rename) => self.rename_persona(ctx),
            Command::Undo
            | Command::Redo
            | Command::Delete
            | Command::Duplicate
            | Command::EditText
            | Command::SelectAll
            | Command::Cancel
            | Command::Find
            | Command::Replace
            | Command::FindNext
            | Command::FindPrevious
            | Command::ZoomIn
            | Command::ZoomOut
            | Command::ZoomFull
            | Command::ZoomFit
            | Command::AddStage
            | Command::AddTouchpoint
            | Command::AddCard
            | Command::AddNote
            | Command::RemoveArrow
            | Command::AddCardBelow
            | Command::Move(_)
            | Command::Reorder(_)
            | Command::ContextMenu
            | Command::ZoomSelection
            | Command::AddLane(_)
            | Command::ToggleLane
            | Command::Line(_)
            | Command::Band(_)
            | Command::Pull(_)
            | Command::SelectStage
            | Command::LockStructure
            | Command::Path(_)
            | Command::Persona(PersonaStep::Remove | PersonaStep::Only | PersonaStep::All)
            | Command::Walk(_)
            | Command::Tool(_)
            | Command::ExpectedPencil => self.run_on_map(command),
        }
    }

    /// Carries out what a message's button asks for.
    pub(super) fn act(&mut self, ctx: &egui::Context, action: Action) {
        match action {
            Action::Command(command) => self.run(ctx, command),
            Action::Overwrite => self.overwrite(),
        }
    }

    fn run_on_map(&mut self, command: Command) {
        let Some(document) = &mut self.document else { return };
        let canvas = &mut self.shell.canvas;
        canvas.finish_text(&mut document.editor);
        if let Some(Err(error)) = canvas.carry_out(command, &mut document.editor, &mut self.layouter) {
            self.say_refused(error);
        }
    }

    /// A new persona: its name is typed in the panel, and its feelings are the ones that are drawn.
    fn add_persona(&mut self, ctx: &egui::Context) {
        let Some(document) = &mut self.document else { return };
        self.shell.canvas.finish_text(&mut document.editor);
        match document.editor.make(New::Persona) {
            Ok(persona) => {
                self.shell.panels.inspector = true;
                inspector::focus_name(ctx, persona);
                if let Thing::Persona(id) = persona {
                    self.shell.canvas.view.persona = PersonaChoice::One(id);
                }
            }
            Err(error) => self.say_refused(error),
        }
    }

    /// The name of the persona that is meant is typed in the panel.
    fn rename_persona(&mut self, ctx: &egui::Context) {
        let Some(document) = &mut self.document else { return };
        self.shell.canvas.finish_text(&mut document.editor);
        let Some(persona) = document.editor.persona_meant().map(|persona| Thing::Persona(persona.id)) else { return };
        document.editor.select([persona]);
        self.shell.panels.inspector = true;
        inspector::focus_name(ctx, persona);
    }

    fn toggle_panel(&mut self, command: Command) {
        let panels = &mut self.shell.panels;
        if command == Command::ToggleInspector {
            panels.inspector = !panels.inspector;
        } else {
            panels.review = !panels.review;
        }
        let kept = |shown| if shown { Panel::Shown } else { Panel::Hidden };
        (self.settings.inspector, self.settings.review) = (kept(panels.inspector), kept(panels.review));
        self.store_settings();
    }

    fn toggle_minimap(&mut self) {
        let panels = &mut self.shell.panels;
        panels.minimap = !panels.minimap;
        self.settings.minimap = if panels.minimap { Panel::Shown } else { Panel::Hidden };
        self.store_settings();
    }

    /// Hides everything but the map, or brings it back; the first time in a session it says how to come back.
    fn toggle_bars(&mut self, ctx: &egui::Context) {
        self.shell.panels.beside = self.shell.panels.beside.other();
        if self.shell.panels.beside == Beside::Nothing && self.hint == Hint::ToCome {
            self.hint = Hint::Given;
            let keys = Command::ToggleBars.keys_text(ctx);
            self.shell.notices.good(Topic::Edit, self.look.texts.shell_only_map(keys));
        }
    }

    fn switch_language(&mut self, language: Language) {
        self.look.texts = Texts(language);
        self.shell.notices.clear(Topic::Edit);
        self.shell.canvas.view.texts = self.look.texts;
        self.settings.language = Some(language);
        self.store_settings();
        if self.document.is_none() {
            self.fill_start_page();
        }
        self.name_recent();
    }
}

/// From the window to the whole screen and back. The window system is asked how it is, because it may change that too.
fn toggle_full_screen(ctx: &egui::Context) {
    let is_full = ctx.input(|input| input.viewport().fullscreen.unwrap_or(false));
    ctx.send_viewport_cmd(egui::ViewportCommand::Fullscreen(!is_full));
}
