//! Attaching a survey: read as a job, looked at in the wizard, counted as a job, applied as one edit.
//!
//! Must not count anything itself.

use super::Program;
use crate::{
    app::{job_done::SurveyFault, survey_jobs},
    editor::Edit,
    map::{LaneId, StageId, Thing},
    survey::{Attachment, Inspection, Plan, SurveyError, Table},
    ui::{notices::Topic, survey_wizard::SurveyWizard},
};
use std::{path::PathBuf, sync::Arc};

/// Names of unmatched touchpoints that a message lists at the most.
const NAMES_LISTED: usize = 8;

impl Program {
    /// Reads a survey file for the wizard.
    pub(super) fn read_survey(&mut self, path: PathBuf) {
        if self.document.is_some() {
            survey_jobs::start_reading(&mut self.jobs, path, self.look.texts);
        }
    }

    /// Shows a survey that was read.
    pub(super) fn survey_read(&mut self, file: String, result: Result<(Arc<Table>, Inspection), SurveyFault>) {
        match (result, &mut self.document) {
            (Ok((table, inspection)), Some(document)) => {
                self.shell.notices.clear(Topic::Survey);
                document.editor.commit_preview();
                let is_known = document.editor.map().surveys.iter().any(|survey| survey.sha256 == table.sha256);
                if is_known {
                    self.shell.notices.fault(Topic::Survey, self.look.texts.shell_survey_again(&file));
                }
                let read = (Arc::clone(&table), inspection);
                self.shell.wizard = Some(SurveyWizard::new(file.clone(), read, document.editor.map()));
                self.survey = Some((file, table));
            }
            (Err(SurveyFault::Sentence(sentence)), _) => self.shell.notices.fault(Topic::Survey, sentence),
            (Err(SurveyFault::Stopped), _) | (Ok(_), None) => {}
        }
    }

    /// Counts the survey in the wizard as planned.
    pub(super) fn count_survey(&mut self, plan: Plan) {
        if let (Some((file, table)), Some(document)) = (&self.survey, &self.document) {
            let map = document.editor.map().clone();
            let texts = self.look.texts;
            let job = survey_jobs::start_counting(&mut self.jobs, file.clone(), Arc::clone(table), plan, map, texts);
            self.counting = Some(job);
        }
    }

    /// Attaches a survey that was counted.
    pub(super) fn survey_counted(&mut self, file: &str, result: Result<Box<Attachment>, SurveyError>) {
        let texts = self.look.texts;
        match result {
            Err(error) => self.shell.notices.fault(Topic::Survey, error.sentence(texts)),
            Ok(attachment) => self.attach(file, *attachment),
        }
    }

    fn attach(&mut self, file: &str, attachment: Attachment) {
        let texts = self.look.texts;
        let Some(document) = &mut self.document else { return };
        let editor = &mut document.editor;
        let (stage, lane) = (StageId::random(editor.rng()), LaneId::random(editor.rng()));
        let survey = Arc::new(attachment.survey);
        let id = survey.id;
        let touchpoints = attachment.new_touchpoints.into_iter().map(Arc::new).collect();
        let attached = editor.apply(Edit::AttachSurvey { survey: Arc::clone(&survey), touchpoints, stage, lane });
        if let Err(error) = attached {
            self.shell.notices.fault(Topic::Survey, error.text(texts));
            return;
        }
        editor.select([Thing::Survey(id)]);
        let places: std::collections::BTreeSet<_> =
            survey.results.iter().filter_map(|result| result.touchpoint).collect();
        let matched = texts.count(attachment.report.matched);
        let mut text = match places.len() {
            0 => texts.shell_survey_attached_whole(file, matched),
            count => texts.shell_survey_attached(file, matched, count),
        };
        if !attachment.report.unmatched.is_empty() {
            let names: Vec<_> =
                attachment.report.unmatched.iter().take(NAMES_LISTED).map(|(name, _)| name.clone()).collect();
            text = format!("{text} {}", texts.shell_survey_unmatched(names.join(", ")));
        }
        self.leave_wizard();
        self.shell.notices.good(Topic::Survey, text);
    }

    /// Goes back to the map.
    pub(super) fn leave_wizard(&mut self) {
        self.shell.wizard = None;
        self.survey = None;
        self.counting = None;
    }
}
