//! The program around the window without disk and threads: what is asked for is carried out at once.

use fastrand::Rng;
use std::sync::Arc;
use wayfarer::{
    editor::{Edit, Editor, InFile, New},
    map::{Fragment, LaneId, Map, StageId, Thing},
    scene::Layouter,
    survey::{self, Plan, Table},
    texts::Texts,
    ui::{
        Command, Look,
        ask::{HelpPage, Question},
        notices::Topic,
        path_dialog::{PathDialog, PathPurpose},
        shell::{Asked, Shell},
        survey_wizard::SurveyWizard,
    },
};

const ANSWERS: &[u8] = include_bytes!("../../../sample_maps/air_purifier_2026_10.csv");

/// The window's state with one open map.
pub(super) struct Program {
    pub(super) shell: Shell,
    pub(super) editor: Editor,
    pub(super) layouter: Layouter,
    pub(super) look: Look,
    table: Arc<Table>,
    rng: Rng,
    clip: Option<Fragment>,
}

impl Program {
    pub(super) fn new(map: Arc<Map>, look: Look, seed: u64) -> Self {
        let mut shell = Shell::new(jiff::civil::date(2026, 11, 22));
        shell.canvas.view.texts = look.texts;
        shell.panels.review = !seed.is_multiple_of(3);
        shell.recent = vec!["A map (a.ron)".to_owned()];
        let table = survey::read("a.csv", ANSWERS, &mut |_| std::ops::ControlFlow::Continue(())).unwrap();
        let editor = Editor::open(map, InFile::Yes, Rng::with_seed(seed));
        let rng = Rng::with_seed(seed);
        Self { shell, editor, layouter: Layouter::new(), look, table: Arc::new(table), rng, clip: None }
    }

    pub(super) fn carry_out(&mut self, asked: Asked) {
        asked.commands.into_iter().for_each(|command| self.run(command));
        if asked.answer.is_some() && self.shell.question.take().is_none() {
            self.shell.wizard = None;
        }
        if asked.path.is_some() {
            self.shell.path_dialog = None;
        }
        if let Some(plan) = asked.attach {
            self.attach(&plan);
        }
        if self.shell.canvas.refused.take().is_some() {
            self.shell.notices.fault(Topic::Edit, "Refused.");
        }
    }

    pub(super) fn finish_text(&mut self) {
        self.shell.canvas.finish_text(&mut self.editor);
    }

    fn run(&mut self, command: Command) {
        let panels = &mut self.shell.panels;
        match command {
            Command::ToggleInspector => panels.inspector = !panels.inspector,
            Command::ToggleReview => panels.review = !panels.review,
            Command::Theme(theme) => self.look.palette = theme.palette((None, None)),
            Command::Scale(_) | Command::ToggleMotion => {}
            Command::Launcher => self.shell.open_launcher(Vec::new(), Some(&self.editor), self.look),
            Command::Shortcuts => self.shell.help = Some(HelpPage::Shortcuts),
            Command::About => self.shell.help = Some(HelpPage::About),
            Command::Language(language) => {
                self.look.texts = Texts(language);
                self.shell.canvas.view.texts = self.look.texts;
            }
            Command::New | Command::OpenRecent(_) | Command::OpenSample(_) | Command::CloseMap | Command::Quit => {
                self.editor.commit_preview();
                let question =
                    Question::SaveChanges { title: "A map".to_owned(), changes: self.editor.unsaved_steps() };
                self.shell.question = Some(question);
            }
            Command::Save => {
                self.editor.commit_preview();
                self.editor.mark_saved(self.editor.history().revision());
            }
            Command::Open | Command::SaveAs | Command::ExportSvg | Command::ExportPng => {
                self.shell.path_dialog = Some(PathDialog::new(PathPurpose::SaveMap, "/nowhere/map.ron".to_owned()));
            }
            Command::AttachSurvey => {
                self.editor.commit_preview();
                let table = Arc::clone(&self.table);
                let inspection = wayfarer::survey::inspect(&table);
                self.shell.wizard = Some(SurveyWizard::new("a.csv".to_owned(), (table, inspection), self.editor.map()));
            }
            Command::Cut => self.clip = self.editor.cut().unwrap_or_default(),
            Command::Copy => self.clip = self.editor.copied(),
            Command::CopyLook => self.clip = self.editor.copied_look(),
            Command::Paste | Command::PasteLook => self.paste(command),
            Command::Import | Command::CopyPicture | Command::CopySvg => {}
            Command::BringBack(_) | Command::DiscardRecovered(_) => {}
            on_map => self.run_on_map(on_map),
        }
    }

    fn paste(&mut self, command: Command) {
        let Some(piece) = self.clip.clone() else { return };
        let view = self.shell.canvas.view;
        let pasted = match command {
            Command::PasteLook => self.editor.paste_look(&piece, &view),
            _ => self.editor.paste(&piece, &view),
        };
        if pasted.is_err() {
            self.shell.notices.fault(Topic::Edit, "Refused.");
        }
    }

    fn run_on_map(&mut self, command: Command) {
        let Self { shell, editor, layouter, .. } = self;
        let canvas = &mut shell.canvas;
        canvas.finish_text(editor);
        let result = match command {
            Command::AddPersona => Some(editor.make(New::Persona).map(|_| ())),
            of_canvas => canvas.carry_out(of_canvas, editor, layouter),
        };
        if matches!(result, Some(Err(_))) {
            shell.notices.fault(Topic::Edit, "Refused.");
        }
    }

    fn attach(&mut self, plan: &Plan) {
        let Ok(attachment) = survey::attach(&self.table, plan, self.editor.map(), &mut self.rng) else { return };
        let (stage, lane) = (StageId::random(&mut self.rng), LaneId::random(&mut self.rng));
        let survey = Arc::new(attachment.survey);
        let id = survey.id;
        let touchpoints = attachment.new_touchpoints.into_iter().map(Arc::new).collect();
        self.editor.apply(Edit::AttachSurvey { survey, touchpoints, stage, lane }).unwrap();
        self.editor.select([Thing::Survey(id)]);
        self.shell.wizard = None;
    }
}
