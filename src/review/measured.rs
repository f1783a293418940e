//! Which measured value stands for a touchpoint. Questions and waves are never pooled: one is chosen.
//!
//! Must not know how a metric is computed (that is `survey/`) or drawn.

use crate::{
    map::{Map, Metric, QuestionId, Survey, SurveyId, SurveyResult, TouchpointId},
    survey::metric::{Estimate, estimate},
};
use std::{collections::HashMap, sync::Arc};

/// What a survey says about a touchpoint.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    /// Which survey.
    pub survey: SurveyId,
    /// Which of its questions.
    pub question: QuestionId,
    /// How the question was read.
    pub metric: Metric,
    /// The value with its interval, of everybody who answered.
    pub estimate: Estimate,
}

/// The measured value of every touchpoint that has one: of the newest survey with a valid answer there NPS, else the
/// first of its questions, as the map shows it. A survey without a date is older than any dated one; of equals the one attached last counts.
pub fn measured_points(map: &Map) -> HashMap<TouchpointId, Measured> {
    let mut points = HashMap::new();
    for survey in oldest_first(map) {
        let of_survey = survey.results.iter().filter(|result| result.segment.is_none());
        let mut found: HashMap<TouchpointId, (Rank, Measured)> = HashMap::new();
        for result in of_survey {
            let Some((touchpoint, (rank, measured))) = read(survey, result) else { continue };
            let best = found.entry(touchpoint).or_insert((rank, measured));
            if rank < best.0 {
                *best = (rank, measured);
            }
        }
        points.extend(found.into_iter().map(|(touchpoint, (_, measured))| (touchpoint, measured)));
    }
    points
}

/// The measured value of one touchpoint, chosen as in [`measured_points`].
pub fn measured_of(map: &Map, touchpoint: TouchpointId) -> Option<Measured> {
    oldest_first(map).into_iter().rev().find_map(|survey| {
        let of_touchpoint =
            survey.results.iter().filter(|result| result.segment.is_none() && result.touchpoint == Some(touchpoint));
        let (_, (_, measured)) =
            of_touchpoint.filter_map(|result| read(survey, result)).min_by_key(|(_, (rank, _))| *rank)?;
        Some(measured)
    })
}

/// Which question of a survey is chosen: NPS before others, then the earlier one.
type Rank = (bool, usize);

fn oldest_first(map: &Map) -> Vec<&Arc<Survey>> {
    let mut surveys: Vec<_> = map.surveys.iter().collect();
    surveys.sort_by_key(|survey| survey.wave.date);
    surveys
}

/// A result's touchpoint, the rank of its question, and its value.
fn read(survey: &Survey, result: &SurveyResult) -> Option<(TouchpointId, (Rank, Measured))> {
    let touchpoint = result.touchpoint?;
    let place = survey.questions.iter().position(|question| question.id == result.question)?;
    let question = survey.questions.get(place)?;
    let estimate = estimate(question.metric, question.scale, &result.answers)?;
    let measured = Measured { survey: survey.id, question: question.id, metric: question.metric, estimate };
    Some((touchpoint, ((question.metric != Metric::Nps, place), measured)))
}
