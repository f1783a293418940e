//! `wayfarer survey attach MAP FILE -o OUT …`: the answers of a survey file, counted, into a map. Must not know how
//! they are counted.

use super::{
    read_table, refuse,
    score_spec::{ScoreSpec, parse_score_spec},
    warn_of_ragged,
};
use crate::{
    app::disk::Expected,
    cli::{
        ExitStatus, Io,
        report::{Form, write_report},
    },
    editor::Edit,
    files::ron,
    map::{LaneId, Map, NotCounted, StageId, Wave},
    survey::{
        Attachment, Flaw, Plan, PlannedScore, SurveyError, Table, Target, UnknownNames, attach, folded, reason_name,
    },
    texts::Texts,
};
use jiff::civil::Date;
use lexopt::{Arg, Parser, ValueExt as _};
use serde::{Serialize, Serializer};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

/// What the command line asks for.
#[derive(Default)]
struct Request {
    paths: Vec<PathBuf>,
    output: Option<PathBuf>,
    touchpoint_column: Option<String>,
    segment_column: Option<String>,
    scores: Vec<ScoreSpec>,
    wave: Wave,
    unknown_names: UnknownNames,
    form: Form,
}

/// Why the command line was refused.
enum Refusal {
    Parser(lexopt::Error),
    Score(String),
    Date(String),
}

impl From<lexopt::Error> for Refusal {
    fn from(error: lexopt::Error) -> Self {
        Self::Parser(error)
    }
}

/// What a script sees of an attachment.
#[derive(Serialize)]
struct ReportJson<'r> {
    rows: u64,
    matched: u64,
    #[serde(serialize_with = "as_object")]
    unmatched: &'r [(String, u64)],
    without_touchpoint: u64,
    left_out: u64,
    valid: u64,
    not_counted: NotCountedJson,
    ragged: Vec<RaggedJson>,
    added: Vec<&'r str>,
    ambiguous: &'r [String],
}

#[derive(Serialize)]
struct NotCountedJson {
    blank: u64,
    not_applicable: u64,
    out_of_range: u64,
    not_a_number: u64,
}

#[derive(Serialize)]
struct RaggedJson {
    line: u64,
    flaw: &'static str,
}

/// Pairs as an object, in their order.
fn as_object<S: Serializer>(pairs: &&[(String, u64)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(pairs.iter().map(|(name, count)| (name, count)))
}

/// Attaches a survey.
pub(super) fn run(args: &mut Parser, io: &mut Io<'_>) -> ExitStatus {
    let request = match parse_args(args) {
        Ok(request) => request,
        Err(Refusal::Parser(error)) => return io.bad_usage(&error),
        Err(Refusal::Score(spec)) => return say_usage(io.texts().survey_cli_bad_score(spec), io),
        Err(Refusal::Date(date)) => return say_usage(io.texts().survey_cli_bad_date(date), io),
    };
    let texts = io.texts();
    let [map, file] = request.paths.as_slice() else { return io.usage(texts.survey_cli_no_map_and_file()) };
    let Some(output) = &request.output else { return io.usage(texts.survey_cli_no_output()) };
    if request.scores.is_empty() {
        return io.usage(texts.survey_cli_no_score());
    }
    if let Err(status) = io.spare_input(output, file) {
        return status;
    }
    match attach_files(&request, (map, file, output), io) {
        Ok(status) | Err(status) => status,
    }
}

fn say_usage(sentence: String, io: &mut Io<'_>) -> ExitStatus {
    io.usage(&sentence)
}

fn parse_args(args: &mut Parser) -> Result<Request, Refusal> {
    let mut request = Request::default();
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Short('o') | Arg::Long("output") => request.output = Some(args.value()?.into()),
            Arg::Long("touchpoint-column") => request.touchpoint_column = Some(args.value()?.string()?),
            Arg::Long("segment") => request.segment_column = Some(args.value()?.string()?),
            Arg::Long("wave") => request.wave.name = args.value()?.string()?.trim().to_owned(),
            Arg::Long("date") => request.wave.date = Some(parse_date(args.value()?.string()?)?),
            Arg::Long("score") => {
                let spec = args.value()?.string()?;
                request.scores.push(parse_score_spec(&spec).ok_or(Refusal::Score(spec))?);
            }
            Arg::Long("add-touchpoints") => request.unknown_names = UnknownNames::Add,
            Arg::Long("json") => request.form = Form::Json,
            Arg::Value(path) if request.paths.len() < 2 => request.paths.push(path.into()),
            Arg::Value(_) | Arg::Short(_) | Arg::Long(_) => return Err(arg.unexpected().into()),
        }
    }
    Ok(request)
}

/// `YYYY-MM-DD` and nothing else.
fn parse_date(text: String) -> Result<Date, Refusal> {
    let date = text.parse::<Date>().ok().filter(|date| date.to_string() == text);
    date.ok_or(Refusal::Date(text))
}

/// The place of a score that was asked for before, so that its answers would count twice.
fn twice(scores: &[PlannedScore]) -> Option<usize> {
    let target = |target: &Target| match target {
        Target::Named(name) => Target::Named(folded(name)),
        Target::FromColumn | Target::WholeJourney | Target::Touchpoint(_) => target.clone(),
    };
    let is_same = |a: &PlannedScore, b: &PlannedScore| {
        (a.column, a.metric, a.scale) == (b.column, b.metric, b.scale) && target(&a.target) == target(&b.target)
    };
    let is_twice = |(at, score): &(usize, &PlannedScore)| scores.iter().take(*at).any(|before| is_same(before, score));
    scores.iter().enumerate().find(is_twice).map(|(at, _)| at)
}

fn attach_files(
    request: &Request,
    (map_path, file, output): (&Path, &Path, &Path),
    io: &mut Io<'_>,
) -> Result<ExitStatus, ExitStatus> {
    let map = io.read_map(map_path)?.map;
    let table = read_table(file, io)?;
    let mut rng = fastrand::Rng::new();
    let plan = plan_of(request, &table).map_err(|error| refuse(file, &error, io))?;
    if let Some(twice) = twice(&plan.scores) {
        let spec = request.scores.get(twice).map(|spec| spec.column.as_str()).unwrap_or_default();
        return Err(io.usage(&io.texts().survey_cli_score_twice(spec)));
    }
    let attachment = attach(&table, &plan, &map, &mut rng).map_err(|error| refuse(file, &error, io))?;
    warn_of_ragged(file, &attachment.report.ragged, io);
    let text = changed_map(map, &attachment, &mut rng, io)?;
    io.write_output(output, text.as_bytes(), Expected::Anything)?;
    Ok(write_report(request.form, &json_of(&attachment), |texts| words_of(&attachment, texts), io))
}

fn plan_of(request: &Request, table: &Table) -> Result<Plan, SurveyError> {
    let column = |name: &Option<String>| name.as_deref().map(|name| table.column_named(name)).transpose();
    let touchpoint_column = column(&request.touchpoint_column)?;
    let score_of = |spec: &ScoreSpec| {
        let target = match (&spec.touchpoint, touchpoint_column) {
            (Some(name), _) => Target::Named(name.clone()),
            (None, Some(_)) => Target::FromColumn,
            (None, None) => Target::WholeJourney,
        };
        let column = table.column_named(&spec.column)?;
        Ok(PlannedScore { column, metric: spec.metric, scale: spec.scale, target })
    };
    Ok(Plan {
        wave: request.wave.clone(),
        touchpoint_column,
        segment_column: column(&request.segment_column)?,
        scores: request.scores.iter().map(score_of).collect::<Result<_, SurveyError>>()?,
        unknown_names: request.unknown_names,
    })
}

/// The text of the map with the attachment in it.
fn changed_map(
    map: Map,
    attachment: &Attachment,
    rng: &mut fastrand::Rng,
    io: &mut Io<'_>,
) -> Result<String, ExitStatus> {
    let edit = Edit::AttachSurvey {
        survey: Arc::new(attachment.survey.clone()),
        touchpoints: attachment.new_touchpoints.iter().cloned().map(Arc::new).collect(),
        stage: StageId::random(rng),
        lane: LaneId::random(rng),
    };
    let Ok(changed) = edit.apply(&Arc::new(map)) else {
        io.err(io.texts().survey_cli_does_not_fit());
        return Err(ExitStatus::Input);
    };
    ron::write(&changed).map_err(|error| {
        let sentence = io.texts().cli_cannot_write_map(error);
        io.err(&sentence);
        ExitStatus::System
    })
}

fn json_of(attachment: &Attachment) -> ReportJson<'_> {
    let report = &attachment.report;
    let not_counted = |reason| report.not_counted.get(&reason).copied().unwrap_or_default();
    ReportJson {
        rows: report.rows,
        matched: report.matched,
        unmatched: &report.unmatched,
        without_touchpoint: report.without_touchpoint,
        left_out: report.left_out,
        valid: report.valid,
        not_counted: NotCountedJson {
            blank: not_counted(NotCounted::Blank),
            not_applicable: not_counted(NotCounted::NotApplicable),
            out_of_range: not_counted(NotCounted::OutOfRange),
            not_a_number: not_counted(NotCounted::NotANumber),
        },
        ragged: report
            .ragged
            .lines
            .iter()
            .map(|(line, flaw)| RaggedJson { line: *line, flaw: flaw_code(*flaw) })
            .collect(),
        added: attachment.new_touchpoints.iter().map(|touchpoint| touchpoint.name.as_str()).collect(),
        ambiguous: &report.ambiguous,
    }
}

fn flaw_code(flaw: Flaw) -> &'static str {
    match flaw {
        Flaw::Short => "short",
        Flaw::Long => "long",
        Flaw::BrokenQuote => "broken_quote",
    }
}

fn words_of(attachment: &Attachment, texts: Texts) -> String {
    let report = &attachment.report;
    let mut lines =
        vec![texts.survey_rows(texts.count(report.rows)), texts.survey_matched(texts.count(report.matched))];
    lines.extend(report.unmatched.iter().map(|(name, rows)| texts.survey_unmatched(name, texts.count(*rows))));
    if report.without_touchpoint > 0 {
        lines.push(texts.survey_without_touchpoint(texts.count(report.without_touchpoint)));
    }
    if report.left_out > 0 {
        lines.push(texts.survey_left_out(texts.count(report.left_out)));
    }
    lines.push(texts.survey_valid(texts.count(report.valid)));
    let not_counted = report.not_counted.iter();
    lines.extend(
        not_counted.map(|(reason, count)| texts.survey_not_counted(reason_name(*reason, texts), texts.count(*count))),
    );
    lines.extend(attachment.new_touchpoints.iter().map(|touchpoint| texts.survey_added(&touchpoint.name)));
    lines.extend(report.ambiguous.iter().map(|name| texts.survey_ambiguous(name)));
    lines.join("\n") + "\n"
}
