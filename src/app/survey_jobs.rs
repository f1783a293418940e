//! Jobs on survey files: reading one, counting its answers. Must not touch the open document.

use super::{
    disk,
    job_done::{JobDone, SurveyFault},
    jobs::{JobId, Jobs},
    map_jobs::file_name,
};
use crate::{
    map::Map,
    survey::{self, Plan, SurveyError, Table},
    texts::Texts,
};
use std::{path::PathBuf, sync::Arc};

/// Reads the survey in `path` and looks at its columns; ends in [`JobDone::SurveyRead`].
pub fn start_reading(jobs: &mut Jobs, path: PathBuf, texts: Texts) {
    let file = file_name(&path);
    jobs.start(texts.shell_reading_survey(&file), move |progress| {
        let bytes = disk::read_survey_file(&path).map_err(|error| SurveyFault::Sentence(error.sentence(texts)));
        let result = bytes.and_then(|bytes| {
            let table =
                survey::read(&file, &bytes, &mut |share| progress.tell(share)).map_err(|error| match error {
                    SurveyError::Stopped => SurveyFault::Stopped,
                    error => SurveyFault::Sentence(texts.shell_survey_not_read(&file, error.sentence(texts))),
                })?;
            let inspection = survey::inspect(&table);
            // Who pressed Stop while the columns were looked at does not want to see them.
            if progress.tell(1.0).is_break() {
                return Err(SurveyFault::Stopped);
            }
            Ok((Arc::new(table), inspection))
        });
        JobDone::SurveyRead { file, result }
    });
}

/// Counts the answers of `table` as planned; ends in [`JobDone::SurveyCounted`].
pub fn start_counting(
    jobs: &mut Jobs,
    file: String,
    table: Arc<Table>,
    plan: Plan,
    map: Arc<Map>,
    texts: Texts,
) -> JobId {
    jobs.start(texts.shell_reading_survey(&file), move |_| {
        let result = survey::attach(&table, &plan, &map, &mut fastrand::Rng::new()).map(Box::new);
        JobDone::SurveyCounted { file, result }
    })
}
