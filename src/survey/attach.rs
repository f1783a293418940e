//! A table and a plan to histograms per touchpoint, question and segment: what a map keeps of a survey.
//!
//! Must not know where the file came from, or how the map is changed (that is one edit, made by who called).

use super::{
    Counts, Plan, PlannedScore, Ragged, SurveyError, Table, Target,
    column::{BLANK, Kept, Values},
    folded,
    places::{Places, RowPlace},
    tabulate::tabulate,
};
use crate::map::{Map, NotCounted, Question, QuestionId, Survey, SurveyId, SurveyResult, Touchpoint};
use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

/// Most segments that are kept.
pub(super) const MOST_SEGMENTS: usize = 100;

/// A survey ready to enter a map.
#[derive(Clone, Debug, PartialEq)]
pub struct Attachment {
    /// The survey; its results name touchpoints of the map and of `new_touchpoints`.
    pub survey: Survey,
    /// The touchpoints to be made, in the order of their first appearance in the file.
    pub new_touchpoints: Vec<Touchpoint>,
    /// What became of the rows.
    pub report: Report,
}

/// What became of the rows of a survey file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Rows of answers in the file: `matched`, `unmatched`, `without_touchpoint` and `left_out` together.
    pub rows: u64,
    /// Rows whose answers have a place: a touchpoint or the whole journey.
    pub matched: u64,
    /// Rows whose touchpoint the map does not know, by name, most frequent first.
    pub unmatched: Vec<(String, u64)>,
    /// Rows that name no touchpoint, in a file with a touchpoint column.
    pub without_touchpoint: u64,
    /// Rows that were not read, see [`Ragged`].
    pub left_out: u64,
    /// Valid answers of all scored columns in matched rows.
    pub valid: u64,
    /// Answers of scored columns in matched rows that were not counted, by reason.
    pub not_counted: BTreeMap<NotCounted, u64>,
    /// The same for each scored column, in the order of the plan.
    pub scores: Vec<Counts>,
    /// The rows that do not fit the headings.
    pub ragged: Ragged,
    /// Names that several touchpoints of the map share; the answers went to the first of them.
    pub ambiguous: Vec<String>,
}

/// Counts the answers of `table` as `plan` says, for `map`. Ids are drawn from `rng`.
///
/// # Errors
/// What is wrong with the plan, or that no answer could be counted.
pub fn attach(table: &Table, plan: &Plan, map: &Map, rng: &mut fastrand::Rng) -> Result<Attachment, SurveyError> {
    let attachment = assemble(table, plan, map, rng)?;
    let report = &attachment.report;
    let labels = || plan.scores.iter().map(|score| table.label(score.column)).collect();
    if report.matched == 0 && !report.unmatched.is_empty() {
        let names = report.unmatched.iter().map(|(name, _)| name.clone()).collect();
        return Err(SurveyError::NothingMatched { names });
    }
    if report.valid == 0 {
        return Err(SurveyError::NoValidAnswer { columns: labels() });
    }
    Ok(attachment)
}

/// What [`attach`] would report; unmatched names and columns without a valid answer are no error here.
///
/// # Errors
/// What is wrong with the plan.
pub fn preview(table: &Table, plan: &Plan, map: &Map) -> Result<Report, SurveyError> {
    assemble(table, plan, map, &mut fastrand::Rng::with_seed(0)).map(|attachment| attachment.report)
}

fn assemble(table: &Table, plan: &Plan, map: &Map, rng: &mut fastrand::Rng) -> Result<Attachment, SurveyError> {
    check_scores(table, plan)?;
    let segments = segments_of(table, plan)?;
    let mut places = Places::new(map, plan, rng);
    let row_places = places.of_rows(table, plan)?;
    let mut report = report_of_rows(table, plan, &row_places);
    let (mut questions, mut results) = (Vec::new(), Vec::new());
    for score in &plan.scores {
        let question = question_of(table, score, places.rng());
        let fixed = places.of_target(&score.target)?;
        let by_place = tabulate(values_of(table, score)?, score.scale, fixed, &row_places, segments);
        let counts = by_place.values().filter_map(|by_segment| by_segment.get(&None)).fold(Counts::default(), joined);
        report.valid += counts.valid();
        counts.not_counted.iter().for_each(|(reason, n)| *report.not_counted.entry(*reason).or_default() += n);
        report.scores.push(counts);
        for (place, by_segment) in by_place {
            let touchpoint = places.touchpoint(place);
            let kept = by_segment.into_iter().filter(|(_, counts)| is_worth_keeping(counts));
            results.extend(kept.map(|(segment, Counts { answers, not_counted })| {
                Arc::new(SurveyResult { touchpoint, question: question.id, segment, answers, not_counted })
            }));
        }
        questions.push(question);
    }
    let survey = Survey {
        id: SurveyId::random(places.rng()),
        source: table.source.clone(),
        sha256: table.sha256.clone(),
        wave: plan.wave.clone(),
        segment_by: plan.segment_column.map(|column| table.label(column)).unwrap_or_default(),
        rows: table.rows,
        questions,
        results,
    };
    let (new_touchpoints, ambiguous) = places.finish();
    report.ambiguous = ambiguous;
    Ok(Attachment { survey, new_touchpoints, report })
}

/// A question that was put to nobody at a touchpoint (all cells blank) leaves no result there.
fn is_worth_keeping(counts: &Counts) -> bool {
    !counts.answers.is_empty() || counts.not_counted.keys().any(|reason| *reason != NotCounted::Blank)
}

fn joined(mut sum: Counts, counts: &Counts) -> Counts {
    counts.answers.iter().for_each(|(answer, n)| *sum.answers.entry(*answer).or_default() += n);
    counts.not_counted.iter().for_each(|(reason, n)| *sum.not_counted.entry(*reason).or_default() += n);
    sum
}

fn check_scores(table: &Table, plan: &Plan) -> Result<(), SurveyError> {
    if plan.scores.is_empty() {
        return Err(SurveyError::NoScores);
    }
    for score in &plan.scores {
        let column = table.label(score.column);
        if !score.metric.is_defined_on(score.scale) || i64::from(score.scale.high) - i64::from(score.scale.low) > 100 {
            let (metric, low, high) = (score.metric, score.scale.low, score.scale.high);
            return Err(SurveyError::BadScale { column, metric, low, high });
        }
        if score.target == Target::FromColumn && plan.touchpoint_column.is_none() {
            return Err(SurveyError::NoTouchpointColumn { column });
        }
    }
    Ok(())
}

fn question_of(table: &Table, score: &PlannedScore, rng: &mut fastrand::Rng) -> Question {
    let heading = table.columns.get(score.column.place()).map(|(heading, _)| heading.question.clone());
    let text = heading.filter(|text| !text.is_empty()).unwrap_or_else(|| table.label(score.column));
    Question { id: QuestionId::random(rng), text, metric: score.metric, scale: score.scale }
}

/// The cells of a scored column; of free text nothing can be counted.
fn values_of<'t>(table: &'t Table, score: &PlannedScore) -> Result<&'t Values, SurveyError> {
    kept_values(table, score.column)
}

/// The cells of a column that takes part in a plan.
pub(super) fn kept_values(table: &Table, column: super::ColumnNumber) -> Result<&Values, SurveyError> {
    let kept = table.column(column).ok_or_else(|| SurveyError::NoSuchColumn { name: column.to_string() })?.kept();
    match kept {
        Kept::Values(values) => Ok(values),
        Kept::Sample(_) => Err(SurveyError::TooManyValues { column: table.label(column) }),
        Kept::Nothing => Err(SurveyError::PersonalColumn { column: table.label(column) }),
    }
}

fn segments_of<'t>(table: &'t Table, plan: &Plan) -> Result<Option<&'t Values>, SurveyError> {
    let Some(column) = plan.segment_column else { return Ok(None) };
    let values = kept_values(table, column)?;
    let count = values.list.len() - 1;
    if count > MOST_SEGMENTS {
        let column = table.label(column);
        return Err(SurveyError::TooManySegments { column, count, limit: MOST_SEGMENTS });
    }
    Ok(Some(values))
}

fn report_of_rows(table: &Table, plan: &Plan, places: &RowPlaces<'_>) -> Report {
    let mut report = Report {
        rows: table.rows,
        left_out: table.ragged.left_out(),
        ragged: table.ragged.clone(),
        ..Report::default()
    };
    let read = report.rows.saturating_sub(report.left_out);
    let needs_column = plan.scores.iter().any(|score| score.target == Target::FromColumn);
    let Some(values) = places.names.filter(|_| needs_column) else {
        report.matched = read;
        return report;
    };
    let mut unknown: Vec<(String, u64)> = Vec::new();
    let mut at_of: HashMap<String, usize> = HashMap::new();
    for ((name, count), place) in values.list.iter().zip(&values.counts).zip(&places.by_value) {
        match place {
            RowPlace::At(_) => report.matched += count,
            RowPlace::Unknown => {
                // Spellings of one name are one touchpoint to be.
                let at = *at_of.entry(folded(name)).or_insert(unknown.len());
                match unknown.get_mut(at) {
                    Some((_, rows)) => *rows += count,
                    None => unknown.push((name.to_string(), *count)),
                }
            }
            RowPlace::Unnamed => report.without_touchpoint += count,
        }
    }
    report.unmatched = unknown;
    report.unmatched.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    report
}

/// Where the rows belong by their touchpoint column.
pub(super) struct RowPlaces<'t> {
    /// The values of the touchpoint column; `None` without one.
    pub names: Option<&'t Values>,
    /// Where each of those values belongs; the blank one first.
    pub by_value: Vec<RowPlace>,
}

impl RowPlaces<'_> {
    /// Where the row at `row` belongs.
    pub(super) fn at(&self, row: usize) -> RowPlace {
        let number = self.names.and_then(|values| values.cells.get(row)).copied().unwrap_or(BLANK);
        self.by_value.get(usize::from(number)).copied().unwrap_or(RowPlace::Unnamed)
    }
}
