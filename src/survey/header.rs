//! The heading rows of a survey file: which program wrote it, how many rows are headings, and what each column is
//! called. Recognised by content, never by a file's name.
//!
//! Must not know the answers.

use super::{
    cell::Cell,
    name::{composed, folded},
};

/// How many records are looked at: no program writes more heading rows.
pub(super) const MOST_HEADER_ROWS: usize = 3;

/// First headings of Google Forms, folded: the time of the answer in the form's language.
const GOOGLE_TIMES: [&str; 12] = [
    "timestamp",
    "horodateur",
    "dấu thời gian",
    "zeitstempel",
    "marca temporal",
    "carimbo de data/hora",
    "informazioni cronologiche",
    "tijdstempel",
    "отметка времени",
    "タイムスタンプ",
    "时间戳记",
    "타임스탬프",
];
/// Last headings of Typeform, folded.
const TYPEFORM_ENDS: [&str; 5] = ["network id", "submit date (utc)", "start date (utc)", "stage date (utc)", "tags"];
/// Headings of LimeSurvey, folded.
const LIMESURVEY: [&str; 4] = ["date submitted", "last page", "start language", "seed"];
/// What SurveyMonkey writes under a question that has one answer, folded.
const MONKEY_SECOND: [&str; 2] = ["response", "open-ended response"];
/// What old Qualtrics exports write in their second row, folded.
const QUALTRICS_SECOND: [&str; 3] = ["responseid", "responseset", "ipaddress"];
/// From this share of empty headings on, the second row continues the first one.
const CONTINUED_SHARE: f64 = 0.25;

/// Which program wrote a survey file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vendor {
    /// A plain table.
    Plain,
    /// Google Forms.
    GoogleForms,
    /// Typeform.
    Typeform,
    /// Qualtrics.
    Qualtrics,
    /// SurveyMonkey.
    SurveyMonkey,
    /// LimeSurvey.
    LimeSurvey,
}

impl Vendor {
    /// The name scripts see.
    pub fn code(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::GoogleForms => "google_forms",
            Self::Typeform => "typeform",
            Self::Qualtrics => "qualtrics",
            Self::SurveyMonkey => "surveymonkey",
            Self::LimeSurvey => "limesurvey",
        }
    }

    /// The name people see; `None` for a plain table.
    pub fn brand(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::GoogleForms => Some("Google Forms"),
            Self::Typeform => Some("Typeform"),
            Self::Qualtrics => Some("Qualtrics"),
            Self::SurveyMonkey => Some("SurveyMonkey"),
            Self::LimeSurvey => Some("LimeSurvey"),
        }
    }
}

/// What the heading rows say.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Header {
    pub vendor: Vendor,
    /// How many records are headings; 0 when the first one already holds answers.
    pub rows: usize,
    pub columns: Vec<Heading>,
}

/// What a column is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// The heading; empty where there is none.
    pub name: String,
    /// What was asked; the heading itself where the file has no other words.
    pub question: String,
}

/// Reads the headings from the first records, at most [`MOST_HEADER_ROWS`] of them.
pub(super) fn parse_header(records: &[Vec<String>]) -> Header {
    let row = |at: usize| records.get(at).map_or(&[][..], Vec::as_slice);
    let (vendor, rows) = shape_of(row(0), row(1), row(2));
    let width = records.iter().take(rows.max(1)).map(Vec::len).max().unwrap_or_default();
    let mut carried = String::new();
    let columns = (0..width)
        .map(|at| {
            let cell = |row_at: usize| if row_at < rows { text_at(row(row_at), at) } else { String::new() };
            let (first, second) = (cell(0), cell(1));
            if !first.is_empty() {
                carried.clone_from(&first);
            }
            match (vendor, rows) {
                (Vendor::Qualtrics, _) => named(first, second),
                (_, 2) => continued(&carried, first, second),
                (_, _) => named(first, String::new()),
            }
        })
        .collect();
    Header { vendor, rows, columns }
}

fn shape_of(first: &[String], second: &[String], third: &[String]) -> (Vendor, usize) {
    if third.iter().any(|cell| is_import_id(cell)) {
        return (Vendor::Qualtrics, 3);
    }
    if second.iter().any(|cell| is_import_id(cell)) {
        return (Vendor::Qualtrics, 2);
    }
    if QUALTRICS_SECOND.iter().filter(|heading| has(second, heading)).count() >= 2 {
        return (Vendor::Qualtrics, 2);
    }
    if second.iter().any(|cell| MONKEY_SECOND.contains(&folded(cell).as_str())) {
        return (Vendor::SurveyMonkey, 2);
    }
    let rows = if is_continued(first, second) { 2 } else { usize::from(!is_data(first)) };
    (vendor_of_first_row(first), rows)
}

fn vendor_of_first_row(first: &[String]) -> Vendor {
    let head = first.first().map(|cell| folded(cell)).unwrap_or_default();
    if GOOGLE_TIMES.contains(&head.as_str()) {
        Vendor::GoogleForms
    } else if head == "#" && TYPEFORM_ENDS.iter().any(|heading| has(first, heading)) {
        Vendor::Typeform
    } else if matches!(head.as_str(), "respondent id" | "respondentid") {
        Vendor::SurveyMonkey
    } else if LIMESURVEY.iter().filter(|heading| has(first, heading)).count() >= 2 {
        Vendor::LimeSurvey
    } else {
        Vendor::Plain
    }
}

/// A cell of the row that tells Qualtrics' own names: JSON, or a dictionary as Python prints it.
fn is_import_id(cell: &str) -> bool {
    let cell = cell.trim_start();
    cell.starts_with("{\"ImportId\"") || cell.starts_with("{'ImportId'")
}

fn has(row: &[String], heading: &str) -> bool {
    row.iter().any(|cell| folded(cell) == heading)
}

/// Whether many headings are empty and the second row fills each of them with words.
fn is_continued(first: &[String], second: &[String]) -> bool {
    let empty: Vec<usize> = (0..first.len()).filter(|at| text_at(first, *at).is_empty()).collect();
    let share = number(empty.len()) / number(first.len().max(1));
    let are_words = |at: &usize| matches!(Cell::parse(&text_at(second, *at)), Cell::Text);
    share >= CONTINUED_SHARE && empty.len() > 1 && empty.iter().all(are_words)
}

/// Whether a row holds numbers only, so that it cannot be headings.
fn is_data(row: &[String]) -> bool {
    let mut filled = row.iter().map(|cell| Cell::parse(cell)).filter(|cell| *cell != Cell::Blank).peekable();
    filled.peek().is_some() && filled.all(|cell| matches!(cell, Cell::Whole(_) | Cell::Fraction))
}

fn text_at(row: &[String], at: usize) -> String {
    row.get(at).map(|cell| composed(cell)).unwrap_or_default()
}

fn named(name: String, question: String) -> Heading {
    let question = if question.is_empty() { name.clone() } else { question };
    Heading { name, question }
}

/// The heading of a column whose question may stand over several columns.
fn continued(carried: &str, first: String, second: String) -> Heading {
    if second.is_empty() || MONKEY_SECOND.contains(&folded(&second).as_str()) {
        return named(first, carried.to_owned());
    }
    let question = if carried.is_empty() { second.clone() } else { format!("{carried}: {second}") };
    Heading { name: if first.is_empty() { second } else { first }, question }
}

fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(rows: &[&[&str]], vendor: Vendor, header_rows: usize, names: &[&str], questions: &[&str]) {
        let records: Vec<Vec<String>> =
            rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
        let header = parse_header(&records);
        let found: Vec<&str> = header.columns.iter().map(|heading| heading.name.as_str()).collect();
        assert_eq!((header.vendor, header.rows, found), (vendor, header_rows, names.to_vec()));
        let found: Vec<&str> = header.columns.iter().map(|heading| heading.question.as_str()).collect();
        assert_eq!(found, questions);
    }

    #[test]
    fn a_plain_table_has_one_heading_row() {
        check(&[&["id", "nps"], &["1", "9"]], Vendor::Plain, 1, &["id", "nps"], &["id", "nps"]);
    }

    #[test]
    fn a_table_of_numbers_has_no_heading() {
        check(&[&["1", "9"], &["2", "10"]], Vendor::Plain, 0, &["", ""], &["", ""]);
    }

    #[test]
    fn google_forms_is_known_by_its_first_heading() {
        for time in ["Timestamp", "Horodateur", "Dấu thời gian"] {
            check(&[&[time, "Why?"], &["1/2/2026", "so"]], Vendor::GoogleForms, 1, &[time, "Why?"], &[time, "Why?"]);
        }
    }

    #[test]
    fn qualtrics_has_three_rows_or_two() {
        let ids = ["{\"ImportId\":\"startDate\"}", "{'ImportId': 'QID1'}"];
        let names = ["StartDate", "Q1"];
        let words = ["Anfangsdatum", "How satisfied?"];
        check(&[&names, &words, &ids], Vendor::Qualtrics, 3, &names, &words);
        let old = ["V1", "V2", "Q1"];
        let second = ["ResponseID", "ResponseSet", "How satisfied?"];
        check(&[&old, &second, &["R_1", "x", "5"]], Vendor::Qualtrics, 2, &old, &second);
    }

    #[test]
    fn surveymonkey_continues_its_questions() {
        check(
            &[&["Respondent ID", "Recommend?", "", ""], &["", "Response", "Why?", "Other"], &["1", "9", "", ""]],
            Vendor::SurveyMonkey,
            2,
            &["Respondent ID", "Recommend?", "Why?", "Other"],
            &["Respondent ID", "Recommend?", "Recommend?: Why?", "Recommend?: Other"],
        );
    }

    #[test]
    fn typeform_and_limesurvey_are_known() {
        let names = ["#", "Why?", "Network ID"];
        check(&[&names, &["1", "so", "x"]], Vendor::Typeform, 1, &names, &names);
        let names = ["Response ID", "Date submitted", "Last page", "G1Q1"];
        check(&[&names, &["1", "", "2", "x"]], Vendor::LimeSurvey, 1, &names, &names);
    }
}
