//! `wayfarer survey inspect FILE [--json]`: what a survey file is. Must not know maps.

use super::{read_table, warn_of_ragged};
use crate::{
    cli::{
        ExitStatus, Io,
        aligned::aligned,
        report::{file_and_form, write_report},
    },
    map::{AnswerScale, Direction, Metric},
    survey::{ColumnInspection, Inspection, inspect, metric::metric_name},
    texts::Texts,
};
use lexopt::Parser;
use serde::Serialize;

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
    let no_file = io.texts().survey_cli_no_file();
    let (path, form) = match file_and_form(args, no_file, io) {
        Ok(asked) => asked,
        Err(status) => return status,
    };
    let table = match read_table(&path, io) {
        Ok(table) => table,
        Err(status) => return status,
    };
    let inspection = inspect(&table);
    warn_of_ragged(&path, &inspection.ragged, io);
    write_report(form, &json_of(&inspection), |texts| words_of(&inspection, texts), io)
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
