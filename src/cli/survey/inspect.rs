//! `wayfarer survey inspect FILE [--json]`: what a survey file is. Must not know maps.

use super::{Form, aligned, print_json, read_table, warn_of_ragged};
use crate::{
    cli::{ExitStatus, Io},
    map::{AnswerScale, Direction, Metric},
    survey::{ColumnInspection, Inspection, inspect, metric::metric_name},
    texts::Texts,
};
use lexopt::{Arg, Parser};
use serde::Serialize;
use std::path::PathBuf;

/// Longest name of a column that is shown, in characters.
const NAME_LENGTH: usize = 48;

/// What a script sees of a survey file.
#[derive(Serialize)]
struct FileJson<'i> {
    vendor: &'static str,
    encoding: &'static str,
    delimiter: char,
    header_rows: usize,
    rows: u64,
    columns: Vec<ColumnJson<'i>>,
}

/// What a script sees of a column.
#[derive(Serialize)]
struct ColumnJson<'i> {
    index: usize,
    name: &'i str,
    question: &'i str,
    role: &'static str,
    metric: Option<Metric>,
    /// As `--score` takes it: `0-10`; the higher number first where low answers are the good ones.
    scale: Option<String>,
    valid: u64,
    blank: u64,
    other: u64,
}

/// Inspects a survey file.
pub(super) fn run(args: &mut Parser, io: &mut Io<'_>) -> ExitStatus {
    let (path, form) = match parse_args(args) {
        Ok((Some(path), form)) => (path, form),
        Ok((None, _)) => return io.usage(io.texts().survey_cli_no_file()),
        Err(error) => return io.bad_usage(&error),
    };
    let table = match read_table(&path, io) {
        Ok(table) => table,
        Err(status) => return status,
    };
    let inspection = inspect(&table);
    warn_of_ragged(&path, &inspection.ragged, io);
    match form {
        Form::Json => print_json(&json_of(&inspection), io),
        Form::Words => {
            let text = words_of(&inspection, io.texts());
            io.out(&text);
            ExitStatus::Done
        }
    }
}

fn parse_args(args: &mut Parser) -> Result<(Option<PathBuf>, Form), lexopt::Error> {
    let (mut path, mut form) = (None, Form::Words);
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Long("json") => form = Form::Json,
            Arg::Value(value) if path.is_none() => path = Some(value.into()),
            Arg::Value(_) | Arg::Short(_) | Arg::Long(_) => return Err(arg.unexpected()),
        }
    }
    Ok((path, form))
}

fn json_of(inspection: &Inspection) -> FileJson<'_> {
    let columns = inspection.columns.iter().map(|column| ColumnJson {
        index: column.column.number(),
        name: &column.name,
        question: &column.question,
        role: column.role.code(),
        metric: column.score.map(|score| score.metric),
        scale: column.score.map(|score| scale_text(score.scale)),
        valid: column.valid,
        blank: column.blank,
        other: column.other,
    });
    FileJson {
        vendor: inspection.vendor.code(),
        encoding: inspection.encoding.name(),
        delimiter: inspection.delimiter,
        header_rows: inspection.header_rows,
        rows: inspection.rows,
        columns: columns.collect(),
    }
}

fn scale_text(scale: AnswerScale) -> String {
    match scale.direction {
        Direction::HighIsGood => format!("{}-{}", scale.low, scale.high),
        Direction::LowIsGood => format!("{}-{}", scale.high, scale.low),
    }
}

fn words_of(inspection: &Inspection, texts: Texts) -> String {
    let vendor = inspection.vendor.brand().unwrap_or(texts.survey_plain_table());
    let delimiter = match inspection.delimiter {
        ',' => texts.survey_delimiter_comma().to_owned(),
        ';' => texts.survey_delimiter_semicolon().to_owned(),
        '\t' => texts.survey_delimiter_tab().to_owned(),
        other => texts.survey_delimiter_other(other),
    };
    let (headers, rows) = (inspection.header_rows, texts.count(inspection.rows));
    let summary = texts.survey_summary(vendor, inspection.encoding.label(), delimiter, headers, rows);
    let head = [
        texts.survey_head_column(),
        texts.survey_head_name(),
        texts.survey_head_taken_as(),
        texts.survey_head_counted(),
        texts.survey_head_blank(),
        texts.survey_head_other(),
    ];
    let mut table = vec![head.map(str::to_owned).to_vec()];
    table.extend(inspection.columns.iter().map(|column| row_of(column, texts)));
    let mut text = format!("{summary}\n\n{}", aligned(&table));
    let asks = inspection.columns.iter().filter_map(|column| Some((column, column.score?, column.score?.ask?)));
    for (at, (column, score, ask)) in asks.enumerate() {
        let gap = if at == 0 { "\n" } else { "" };
        text.push_str(&format!("{gap}{}\n", ask.text(texts, &shortened(&column.label()), score.scale)));
    }
    text
}

fn row_of(column: &ColumnInspection, texts: Texts) -> Vec<String> {
    let taken_as = column.score.map_or_else(
        || column.role.text(texts).to_owned(),
        |score| format!("{} {}", metric_name(score.metric, texts), scale_text(score.scale).replace('-', "–")),
    );
    vec![
        column.column.to_string(),
        shortened(&column.name),
        taken_as,
        texts.count(column.valid),
        texts.count(column.blank),
        texts.count(column.other),
    ]
}

fn shortened(name: &str) -> String {
    let one_line = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if one_line.chars().count() <= NAME_LENGTH {
        return one_line;
    }
    let mut short: String = one_line.chars().take(NAME_LENGTH - 1).collect();
    short.push('…');
    short
}
