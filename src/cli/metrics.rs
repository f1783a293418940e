//! `wayfarer metrics MAP [--json]`: every survey value of a map with its number of answers and its interval.
//!
//! Everybody's values are always given; those of a segment with fewer valid answers than the map's anonymity limit are
//! not: its number stands, its values are absent. Must not know how a value is worked out.

use super::{
    ExitStatus, Io,
    aligned::aligned,
    report::{file_and_form, write_report},
};
use crate::{
    map::{Map, Metric, Survey, SurveyResult},
    survey::metric::{Base, Estimate, SMALL_BELOW, estimate, metric_name},
    texts::{Sign, Texts},
};
use lexopt::Parser;
use serde::Serialize;

/// One value; nothing is rounded, what is absent is null.
#[derive(Serialize)]
struct Row {
    stage: Option<String>,
    touchpoint: Option<String>,
    touchpoint_id: Option<String>,
    /// The name of the file it came from.
    survey: String,
    /// The wave's name, or its date where it has no name.
    wave: Option<String>,
    segment: Option<String>,
    metric: Metric,
    n: u64,
    not_counted: u64,
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    mean: Option<f64>,
    /// Fewer than 30 answers.
    small_base: bool,
    #[serde(skip)]
    shown: Shown,
}

/// Whether a value may be shown.
enum Shown {
    /// It may.
    Value(Estimate),
    /// There is none.
    NoAnswers,
    /// The segment has too few answers.
    TooFew,
}

/// Prints the metrics of a map.
pub fn run(args: &mut Parser, io: &mut Io<'_>) -> ExitStatus {
    let no_map = io.texts().cli_no_map();
    let (path, form) = match file_and_form(args, no_map, io) {
        Ok(asked) => asked,
        Err(status) => return status,
    };
    let map = match io.read_map(&path) {
        Ok(loaded) => loaded.map,
        Err(status) => return status,
    };
    let rows: Vec<Row> = map.surveys.iter().flat_map(|survey| rows_of(&map, survey)).collect();
    write_report(form, &rows, |texts| words_of(&rows, texts), io)
}

fn rows_of<'m>(map: &'m Map, survey: &'m Survey) -> impl Iterator<Item = Row> + 'm {
    survey.results.iter().filter_map(move |result| row_of(map, survey, result))
}

/// `None` only for a result without its question, which `Map::check` refuses.
fn row_of(map: &Map, survey: &Survey, result: &SurveyResult) -> Option<Row> {
    let question = survey.question(result.question)?;
    let place = result.touchpoint.and_then(|id| map.place_of(id));
    let stage = place.and_then(|(at, _)| map.stages.get(at));
    let n = result.n();
    let is_hidden = result.segment.is_some() && n < u64::from(map.anonymity_limit);
    let shown = match estimate(question.metric, question.scale, &result.answers) {
        None => Shown::NoAnswers,
        Some(_) if is_hidden => Shown::TooFew,
        Some(estimate) => Shown::Value(estimate),
    };
    let value = if let Shown::Value(estimate) = shown { Some(estimate) } else { None };
    Some(Row {
        stage: stage.map(|stage| stage.name.clone()),
        touchpoint: result.touchpoint.and_then(|id| map.touchpoint(id)).map(|touchpoint| touchpoint.name.clone()),
        touchpoint_id: result.touchpoint.map(|id| id.to_string()),
        survey: survey.source.clone(),
        wave: survey.wave.label(),
        segment: result.segment.clone(),
        metric: question.metric,
        n,
        not_counted: result.not_counted_total(),
        value: value.map(|estimate| estimate.value),
        low: value.map(|estimate| estimate.low),
        high: value.map(|estimate| estimate.high),
        mean: value.map(|estimate| estimate.mean),
        small_base: n < SMALL_BELOW,
        shown,
    })
}

fn words_of(rows: &[Row], texts: Texts) -> String {
    if rows.is_empty() {
        return format!("{}\n", texts.survey_metrics_none());
    }
    let head = [
        texts.survey_head_stage(),
        texts.survey_head_touchpoint(),
        texts.survey_head_survey(),
        texts.survey_head_segment(),
        texts.survey_head_metric(),
        texts.survey_head_n(),
        texts.survey_head_value(),
        texts.survey_head_interval(),
    ];
    let mut table = vec![head.map(str::to_owned).to_vec()];
    table.extend(rows.iter().map(|row| cells_of(row, texts)));
    aligned(&table)
}

fn cells_of(row: &Row, texts: Texts) -> Vec<String> {
    let (value, interval, base) = match row.shown {
        Shown::NoAnswers => (texts.no_answers().to_owned(), String::new(), ""),
        Shown::TooFew => (texts.survey_too_few().to_owned(), String::new(), ""),
        Shown::Value(found) => {
            let show = |value| number_text(row.metric, value, texts);
            (show(found.value), format!("{} … {}", show(found.low), show(found.high)), base_text(found.base, texts))
        }
    };
    vec![
        row.stage.clone().unwrap_or_default(),
        row.touchpoint.clone().unwrap_or_else(|| texts.survey_whole_journey().to_owned()),
        [Some(row.survey.clone()), row.wave.clone()].into_iter().flatten().collect::<Vec<_>>().join(", "),
        row.segment.clone().unwrap_or_else(|| texts.survey_all_answers().to_owned()),
        metric_name(row.metric, texts).to_owned(),
        texts.count(row.n),
        value,
        interval,
        base.to_owned(),
    ]
}

fn number_text(metric: Metric, value: f64, texts: Texts) -> String {
    match metric {
        Metric::Nps => texts.number(value, 0, Sign::Always),
        Metric::Csat => texts.percent(value, 0),
        Metric::Ces => texts.number(value, 2, Sign::WhenNegative),
    }
}

fn base_text(base: Base, texts: Texts) -> &'static str {
    match base {
        Base::Anecdotal => texts.survey_anecdotal(),
        Base::Small => texts.survey_small_base(),
        Base::Solid => "",
    }
}
