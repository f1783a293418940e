//! Reading and attaching surveys.

use crate::real_program::RealProgram;
use std::{
    collections::BTreeMap,
    fs,
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::Arc,
};
use wayfarer::{
    files::ron,
    map::{AnswerScale, Direction, Map, Metric, NotCounted, Stage, StageId, Touchpoint, TouchpointId, Wave},
    survey::{
        Ask, Attachment, ColumnNumber, Flaw, Plan, PlannedScore, Role, SurveyError, Table, Target, UnknownNames,
        Vendor, attach, guess_plan, inspect, metric::estimate, preview, read,
    },
};

fn read_bytes(bytes: &[u8]) -> Result<Table, SurveyError> {
    read("survey.csv", bytes, &mut |_| ControlFlow::Continue(()))
}

pub fn fixture(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/surveys").join(name)).unwrap()
}

fn fixture_table(name: &str) -> Table {
    read_bytes(&fixture(name)).unwrap()
}

fn empty_map() -> Map {
    Map::empty(&mut fastrand::Rng::with_seed(3))
}

/// A map with one stage, "Buying", that holds touchpoints of these names.
fn map_of(names: &[&str]) -> Map {
    let mut map = empty_map();
    let mut stage = Stage::new(StageId::parse("buying").unwrap(), "Buying");
    for (at, name) in names.iter().enumerate() {
        stage.touchpoints.push(Arc::new(Touchpoint::new(id(at), *name)));
    }
    map.stages.push(Arc::new(stage));
    map
}

fn id(at: usize) -> TouchpointId {
    TouchpointId::parse(&format!("t{at}")).unwrap()
}

/// The same as the text of its file.
pub fn map_with(names: &[&str]) -> Vec<u8> {
    ron::write(&map_of(names)).unwrap().into_bytes()
}

fn shared_surveys() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/survey")
}

/// The rows of EXPECTED.tsv beside the real surveys, worked in plain Python by who collected them; skipped where the
/// folder is absent.
#[test]
fn real_surveys_give_the_expected_numbers() {
    let Ok(expected) = fs::read_to_string(shared_surveys().join("EXPECTED.tsv")) else { return };
    let mut tables: BTreeMap<String, Table> = BTreeMap::new();
    let mut compared = 0;
    for line in expected.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let file = cells[0].trim_start_matches("survey/");
        // cx-1 is not UTF-8; it and the spreadsheets are for a later release.
        if !file.ends_with(".csv") || file == "cx-1.csv" {
            continue;
        }
        let table = tables.entry(file.to_owned()).or_insert_with(|| {
            read_bytes(&fs::read(shared_surveys().join(file)).unwrap())
                .unwrap_or_else(|error| panic!("{file}: {error}"))
        });
        compare(table, &cells);
        compared += 1;
    }
    assert!(compared >= 21, "only {compared} rows were compared");
}

fn compare(table: &Table, cells: &[&str]) {
    let [file, col, _, kind, n, missing, unparsed, mean, nps, top_two, distribution] = cells else {
        panic!("a line of EXPECTED.tsv has other columns: {cells:?}")
    };
    let at = format!("{file} column {col}");
    let (low, high) = kind.split(' ').find_map(|word| word.split_once('-')).expect("a scale");
    let scale =
        AnswerScale { low: low.parse().unwrap(), high: high.parse().unwrap(), direction: Direction::HighIsGood };
    let counts = table.count(ColumnNumber::at(col.parse().unwrap()), scale);
    let expected: BTreeMap<i32, u64> = distribution
        .split(' ')
        .map(|pair| pair.split_once(':').unwrap())
        .map(|(answer, count)| (answer.parse().unwrap(), count.parse().unwrap()))
        .collect();
    assert_eq!(counts.answers, expected, "{at}");
    assert_eq!(counts.valid().to_string(), *n, "{at}");
    let not_counted: u64 = counts.not_counted.values().sum();
    let expected_rest = missing.parse::<u64>().unwrap() + unparsed.parse::<u64>().unwrap();
    // The average row at the end of googleforms-5 is no response; its 4.105263 is not a whole number.
    let averages = u64::from(file.ends_with("googleforms-5.csv"));
    assert_eq!(not_counted, expected_rest + averages, "{at}");
    let value_of = |metric| estimate(metric, scale, &counts.answers).unwrap();
    let is_near = |found: f64, text: &str| (found - text.parse::<f64>().unwrap()).abs() < 1e-4;
    assert!(is_near(value_of(Metric::Ces).mean, mean), "{at}");
    if !nps.is_empty() {
        assert!(is_near(value_of(Metric::Nps).value, nps), "{at}");
    }
    let of = |range: std::ops::RangeInclusive<i32>| counts.answers.range(range).map(|(_, n)| n).sum::<u64>();
    if top_two.starts_with('P') {
        assert_eq!(*top_two, format!("P{} N{} D{}", of(9..=10), of(7..=8), of(0..=6)), "{at}");
    } else if !top_two.is_empty() {
        assert!(is_near(value_of(Metric::Csat).value, top_two), "{at}");
    }
}

/// Every file the program does not read yet is refused with a sentence, every other has no ragged row.
#[test]
fn real_surveys_are_read_or_refused_with_a_sentence() {
    let Ok(folder) = fs::read_dir(shared_surveys()) else { return };
    for path in
        folder.map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|ending| ending != "tsv"))
    {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        match read_bytes(&fs::read(&path).unwrap()) {
            Ok(table) => assert!(name.ends_with(".csv") && table.ragged.total() == 0, "{name}: {:?}", table.ragged),
            Err(SurveyError::Spreadsheet) => assert!(name.ends_with(".xlsx"), "{name}"),
            Err(SurveyError::NotUtf8 { line: 3, byte: 142 }) => assert_eq!(name, "cx-1.csv"),
            Err(error) => panic!("{name}: {error}"),
        }
    }
}

// Reading ------------------------------------------------------------------------------------------------------------

fn refused(bytes: &[u8]) -> SurveyError {
    read_bytes(bytes).expect_err("a file that cannot be read")
}

#[test]
fn what_is_no_survey_is_refused_with_its_place() {
    assert_eq!(refused(b""), SurveyError::Empty);
    assert_eq!(refused(b"\xEF\xBB\xBF \r\n"), SurveyError::Empty);
    assert_eq!(refused(b"touchpoint,nps\n"), SurveyError::HeaderOnly);
    assert_eq!(refused(b"touchpoint,nps\n,\n\n"), SurveyError::HeaderOnly);
    assert_eq!(refused(b"PK\x03\x04rest"), SurveyError::Spreadsheet);
    assert_eq!(refused(b"\xFF\xFEa\0,\0b\0"), SurveyError::Utf16);
    let wide: Vec<u8> = "a,b\n1,2\n".bytes().flat_map(|byte| [byte, 0]).collect();
    assert_eq!(refused(&wide), SurveyError::Utf16);
    assert_eq!(refused(b"a,b\n1,\0\n"), SurveyError::Binary { byte: 6 });
    assert_eq!(refused(b"a,b\r\n1,2\r\n3,\xE9t\xE9\r\n"), SurveyError::NotUtf8 { line: 3, byte: 12 });
}

#[test]
fn a_quote_left_open_is_refused_with_its_line() {
    assert_eq!(refused(b"tp,nps\nWeb,9\n\"Shop,8\nWeb,7\n"), SurveyError::OpenQuote { line: 3 });
    assert_eq!(refused(b"tp,why\nWeb,\"a\nb\"\nShop,\"c"), SurveyError::OpenQuote { line: 4 });
    assert_eq!(refused(b"\"tp,nps\n"), SurveyError::OpenQuote { line: 1 });
}

#[test]
fn more_columns_than_a_survey_has_are_refused() {
    assert_eq!(refused(&b",".repeat(800_000)), SurveyError::TooManyColumns { limit: 16_384 });
    assert_eq!(
        refused(&[b"a,".repeat(20_000), b"\n1".to_vec()].concat()),
        SurveyError::TooManyColumns { limit: 16_384 }
    );
}

#[test]
fn ragged_rows_are_counted_with_their_lines_and_are_not_fatal() {
    let table = read_bytes(b"tp,nps,why\nWeb,9\nShop,8,a, b\nWeb,7,c,,\n\nWeb,6,\"x\ny\" z\nWeb,5,d\n").unwrap();
    assert_eq!((table.rows, table.ragged.short, table.ragged.long, table.ragged.broken), (5, 1, 1, 1));
    assert_eq!(table.ragged.lines, [(2, Flaw::Short), (3, Flaw::Long), (6, Flaw::BrokenQuote)]);
    let counts = table.count(ColumnNumber::at(1), Metric::Nps.usual_scale());
    assert_eq!(counts.answers, BTreeMap::from([(5, 1), (7, 1), (9, 1)]));
}

#[test]
fn the_shape_of_the_text_does_not_change_what_is_read() {
    let plain = "touchpoint,nps,why\nWeb,9,\"a, b\"\nShop,3,\n";
    let texts = [
        plain.to_owned(),
        plain.replace('\n', "\r\n"),
        plain.replace('\n', "\r"),
        format!("\u{feff}{plain}"),
        format!("sep=,\r\n{plain}"),
        "touchpoint;nps;why\nWeb;9;\"a, b\"\nShop;3;\n".to_owned(),
        "touchpoint\tnps\twhy\nWeb\t9\ta, b\nShop\t3\t\n".to_owned(),
        "sep=|\ntouchpoint|nps|why\nWeb|9|a, b\nShop|3|".to_owned(),
    ];
    for text in texts {
        let table = read_bytes(text.as_bytes()).unwrap();
        let plan = long_plan(&table, &[("nps", Metric::Nps)]);
        let found = attach(&table, &plan, &map_of(&["Web", "Shop"]), &mut fastrand::Rng::with_seed(1)).unwrap();
        assert_eq!((found.report.rows, found.report.matched, found.report.valid), (2, 2, 2), "{text:?}");
        assert_eq!(found.survey.questions[0].text, "nps", "{text:?}");
    }
}

#[test]
fn reading_tells_how_far_it_is_and_stops_when_told() {
    let text = format!("nps\n{}", "7\n".repeat(800_000));
    let mut shares = Vec::new();
    let mut tell = |share: f32| {
        shares.push(share);
        ControlFlow::Continue(())
    };
    read("big.csv", text.as_bytes(), &mut tell).unwrap();
    assert!(shares.len() >= 3 && shares.is_sorted() && shares.iter().all(|share| (0.0..=1.0).contains(share)));
    let mut calls = 0;
    let mut stop = |_: f32| {
        calls += 1;
        if calls == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    assert_eq!(read("big.csv", text.as_bytes(), &mut stop).map(|_| ()), Err(SurveyError::Stopped));
    assert_eq!(calls, 2);
}

#[test]
fn the_checksum_is_that_of_the_bytes() {
    // printf 'nps\n9\n' | sha256sum
    let table = read_bytes(b"nps\n9\n").unwrap();
    assert_eq!(table.sha256, "1b1e3da320d735a5d0fefd49b33ed008893c8adfc49c3592a1ee84c24a3b761d");
}

// Inspecting ---------------------------------------------------------------------------------------------------------

/// The columns as one line each: heading, role, metric with scale and question to ask.
fn seen(name: &str) -> (Vendor, usize, u64, Vec<String>) {
    let inspection = inspect(&fixture_table(name));
    let lines = inspection.columns.iter().map(|column| {
        let score = column.score.map_or(String::new(), |score| {
            format!(" {:?} {}-{} {:?}", score.metric, score.scale.low, score.scale.high, score.ask)
        });
        format!("{}: {}{score}", column.name, column.role.code())
    });
    (inspection.vendor, inspection.header_rows, inspection.rows, lines.collect())
}

#[test]
fn a_long_file_is_understood() {
    let expected = [
        "id: other",
        "touchpoint: touchpoint",
        "nps: score Nps 0-10 None",
        "csat: score Csat 1-5 None",
        "ces: score Ces 1-7 None",
        "region: segment",
        "why: segment",
        "email: personal",
    ];
    assert_eq!(seen("long.csv"), (Vendor::Plain, 1, 300, expected.map(str::to_owned).to_vec()));
}

#[test]
fn a_vietnamese_form_is_understood() {
    let expected = [
        "Dấu thời gian: date",
        "Bạn hài lòng thế nào với trang web?: score Csat 1-5 None",
        "Giao hàng có dễ dàng không?: score Ces 1-7 None",
        "Bạn có sẵn lòng giới thiệu chúng tôi không?: score Nps 1-10 Some(NoZero)",
        "Bạn mua ở đâu?: segment",
        "Góp ý: segment",
        "Số điện thoại: personal",
    ];
    assert_eq!(seen("wide_vi.csv"), (Vendor::GoogleForms, 1, 80, expected.map(str::to_owned).to_vec()));
}

#[test]
fn qualtrics_has_three_heading_rows_and_an_effort_question_to_ask_about() {
    let expected = [
        "StartDate: date",
        "Status: status",
        "IPAddress: personal",
        "Finished: status",
        "ResponseId: other",
        "RecipientEmail: personal",
        "Q1_website: score Csat 1-5 None",
        "Q2_effort: score Ces 1-7 Some(EffortDirection)",
        "Q3_recommend: score Nps 1-10 Some(NoZero)",
    ];
    assert_eq!(seen("qualtrics.csv"), (Vendor::Qualtrics, 3, 64, expected.map(str::to_owned).to_vec()));
}

#[test]
fn the_second_row_of_surveymonkey_is_no_answer() {
    let expected = [
        "Respondent ID: other",
        "Start Date: date",
        "How satisfied are you with our delivery?: score Csat 1-5 None",
        "Why?: empty",
        "Which of these did you use?: other",
        "App: other",
        "Shop: empty",
    ];
    assert_eq!(seen("surveymonkey.csv"), (Vendor::SurveyMonkey, 2, 12, expected.map(str::to_owned).to_vec()));
    assert_eq!(seen("typeform.csv").0, Vendor::Typeform);
}

#[test]
fn guesses_that_are_not_sure_are_asked_about() {
    let column = |heading: &str, answers: &str| {
        let text = format!("{heading}\n{}\n", answers.replace(' ', "\n"));
        let inspection = inspect(&read_bytes(text.as_bytes()).unwrap());
        let score = inspection.columns[0].score.unwrap();
        (score.metric, score.scale.low, score.scale.high, score.ask)
    };
    let ten = "1 2 3 4 5 6 7 8 9 10 ".repeat(6);
    assert_eq!(column("How likely are you to recommend us?", ten.trim()), (Metric::Nps, 1, 10, Some(Ask::NoZero)));
    assert_eq!(column("Recommend us (0-10)?", ten.trim()), (Metric::Nps, 0, 10, None));
    assert_eq!(column("How likely to recommend?", "0 7 9 10"), (Metric::Nps, 0, 10, None));
    let zeros = "0 1 2 3 4 5 ".repeat(10);
    assert_eq!(column("How satisfied are you?", zeros.trim()), (Metric::Csat, 1, 5, Some(Ask::ZeroBelow)));
    assert_eq!(column("How satisfied are you?", "1 7 6 5"), (Metric::Csat, 1, 7, Some(Ask::OtherScale)));
    assert_eq!(column("How easy was it? (1-7)", "1 7 9 5"), (Metric::Ces, 1, 7, None), "the 9 is out of range");
    assert_eq!(column("Satisfied, 1 to 10", "1 7 9 5"), (Metric::Csat, 1, 10, Some(Ask::OtherScale)));
    assert_eq!(column("Seat", "1 3 4 5"), (Metric::Csat, 1, 5, Some(Ask::NumbersOnly)));
}

#[test]
fn personal_cells_are_never_shown() {
    let inspection = inspect(&fixture_table("long.csv"));
    let text = format!("{inspection:?}");
    assert!(!text.contains("example.org"));
    assert_eq!(inspection.columns[7].role, Role::Personal);
    assert_eq!((inspection.columns[7].valid, inspection.columns[7].values.len()), (300, 0));
}

// Planning and attaching ---------------------------------------------------------------------------------------------

fn column(table: &Table, name: &str) -> ColumnNumber {
    table.column_named(name).unwrap()
}

fn long_plan(table: &Table, scores: &[(&str, Metric)]) -> Plan {
    let scores = scores.iter().map(|(name, metric)| PlannedScore {
        column: column(table, name),
        metric: *metric,
        scale: metric.usual_scale(),
        target: Target::FromColumn,
    });
    Plan {
        wave: Wave::default(),
        touchpoint_column: Some(column(table, "touchpoint")),
        segment_column: None,
        scores: scores.collect(),
        unknown_names: UnknownNames::LeaveOut,
    }
}

fn attached(text: &str, map: &Map, change: impl FnOnce(&mut Plan, &Table)) -> Result<Attachment, SurveyError> {
    let table = read_bytes(text.as_bytes()).unwrap();
    let mut plan = long_plan(&table, &[("nps", Metric::Nps)]);
    change(&mut plan, &table);
    attach(&table, &plan, map, &mut fastrand::Rng::with_seed(5))
}

#[test]
fn names_match_after_trimming_composing_and_folding() {
    let text =
        "touchpoint,nps\n ĐIỆN THOẠI ,9\nđie\u{302}\u{323}n thoa\u{323}i,8\nStraße,3\nSTRASSE,2\nHotline,1\n,5\n";
    let found = attached(text, &map_of(&["Điện thoại", "strasse"]), |_, _| ()).unwrap();
    let report = &found.report;
    assert_eq!((report.rows, report.matched, report.without_touchpoint), (6, 4, 1));
    assert_eq!(report.unmatched, [("Hotline".to_owned(), 1)]);
    let answers: Vec<_> =
        found.survey.results.iter().map(|result| (result.touchpoint, result.answers.clone())).collect();
    assert_eq!(
        answers,
        [(Some(id(0)), BTreeMap::from([(8, 1), (9, 1)])), (Some(id(1)), BTreeMap::from([(2, 1), (3, 1)]))]
    );
}

#[test]
fn unknown_names_become_touchpoints_when_asked() {
    let text = "touchpoint,nps\nWeb,9\nHotline,1\n hotline,2\nShop,7\n";
    let found = attached(text, &map_of(&["Web"]), |plan, _| plan.unknown_names = UnknownNames::Add).unwrap();
    let made: Vec<_> = found.new_touchpoints.iter().map(|touchpoint| touchpoint.name.as_str()).collect();
    assert_eq!(made, ["Hotline", "Shop"]);
    assert_eq!(found.report.matched, 4);
    let places: Vec<_> = found.survey.results.iter().map(|result| result.touchpoint.unwrap()).collect();
    assert_eq!(places, [id(0), found.new_touchpoints[0].id, found.new_touchpoints[1].id]);
}

#[test]
fn everybody_stands_beside_each_segment() {
    let text = "touchpoint,nps,region\nWeb,9,North\nWeb,3,South\nWeb,10,\nWeb,,North\n";
    let found = attached(text, &map_of(&["Web"]), |plan, table| {
        plan.segment_column = Some(column(table, "region"));
    })
    .unwrap();
    let results: Vec<_> = found
        .survey
        .results
        .iter()
        .map(|result| (result.segment.as_deref(), result.n(), result.not_counted.get(&NotCounted::Blank).copied()))
        .collect();
    assert_eq!(results, [(None, 3, Some(1)), (Some("North"), 1, Some(1)), (Some("South"), 1, None)]);
    assert_eq!(found.survey.segment_by, "region");
}

#[test]
fn a_plan_that_cannot_work_says_why() {
    let text = "touchpoint,nps,who\nWeb,9,ann@example.org\nShop,3,bo@example.org\n";
    let map = map_of(&["Web"]);
    let fails = |change: fn(&mut Plan, &Table)| attached(text, &map, change).map(|_| ()).unwrap_err();
    assert_eq!(fails(|plan, _| plan.scores.clear()), SurveyError::NoScores);
    assert_eq!(
        fails(|plan, _| plan.touchpoint_column = None),
        SurveyError::NoTouchpointColumn { column: "nps".into() }
    );
    assert_eq!(
        fails(|plan, table| plan.segment_column = Some(column(table, "who"))),
        SurveyError::PersonalColumn { column: "who".into() }
    );
    assert_eq!(
        fails(|plan, _| plan.scores[0].scale.high = 5),
        SurveyError::BadScale { column: "nps".into(), metric: Metric::Nps, low: 0, high: 5 }
    );
    assert_eq!(
        fails(|plan, _| plan.scores[0].target = Target::Named(" Hotline ".into())),
        SurveyError::UnknownTouchpoint { name: "Hotline".into() }
    );
    assert_eq!(
        fails(|plan, table| plan.scores[0].column = column(table, "touchpoint")),
        SurveyError::NoValidAnswer { columns: vec!["touchpoint".into()] }
    );
    let nobody = attached(text, &empty_map(), |_, _| ()).map(|_| ());
    assert_eq!(nobody, Err(SurveyError::NothingMatched { names: vec!["Shop".into(), "Web".into()] }));
}

#[test]
fn columns_are_named_by_heading_or_number() {
    let table = read_bytes(b"NPS,Other,other,nps\n9,1,2,3\n").unwrap();
    assert_eq!(table.column_named("nps"), Ok(ColumnNumber::at(3)));
    assert_eq!(table.column_named("#1"), Ok(ColumnNumber::at(0)));
    assert_eq!(
        table.column_named(" other "),
        Err(SurveyError::AmbiguousColumn { name: "other".into(), columns: vec!["#2".into(), "#3".into()] })
    );
    for name in ["#0", "#5", "age", ""] {
        assert_eq!(table.column_named(name), Err(SurveyError::NoSuchColumn { name: name.into() }), "{name:?}");
    }
}

#[test]
fn names_shared_by_touchpoints_are_reported() {
    let found = attached("touchpoint,nps\nWeb,9\n", &map_of(&["Web", "web"]), |_, _| ()).unwrap();
    assert_eq!(found.report.ambiguous, ["web"]);
    assert_eq!(found.survey.results[0].touchpoint, Some(id(0)));
}

#[test]
fn the_first_plan_of_a_long_file_takes_the_touchpoint_column() {
    let table = fixture_table("long.csv");
    let map = map_of(&["Website", "Delivery", "Call to hotline"]);
    let plan = guess_plan(&inspect(&table), &map);
    assert_eq!(plan.touchpoint_column, Some(ColumnNumber::at(1)));
    assert_eq!(plan.scores.iter().map(|score| score.metric).collect::<Vec<_>>(), Metric::ALL);
    let report = preview(&table, &plan, &map).unwrap();
    assert_eq!((report.rows, report.matched, report.valid), (300, 289, 783));
    assert_eq!(report.scores.iter().map(|counts| counts.valid()).sum::<u64>(), 783);
}

#[test]
fn the_first_plan_of_a_wide_file_finds_touchpoints_in_the_questions() {
    let table = fixture_table("wide_vi.csv");
    let map = map_of(&["Trang web", "Giao hàng tận nhà"]);
    let plan = guess_plan(&inspect(&table), &map);
    let targets: Vec<_> = plan.scores.iter().map(|score| score.target.clone()).collect();
    assert_eq!(targets, [Target::Touchpoint(id(0)), Target::Touchpoint(id(1)), Target::WholeJourney]);
    assert_eq!(plan.touchpoint_column, None);
    let found = attach(&table, &plan, &map, &mut fastrand::Rng::with_seed(1)).unwrap();
    // Counted in Python from the same rows.
    let all: Vec<_> = found.survey.results.iter().filter(|result| result.segment.is_none()).collect();
    assert_eq!(all[0].answers, BTreeMap::from([(2, 10), (3, 15), (4, 26), (5, 10)]));
    assert_eq!(all[0].not_counted, BTreeMap::from([(NotCounted::Blank, 10), (NotCounted::NotApplicable, 9)]));
    assert_eq!(all[1].answers, BTreeMap::from([(3, 14), (4, 14), (5, 10), (6, 20), (7, 13)]));
    assert_eq!((all[2].touchpoint, all[2].n()), (None, 80));
}

// The command line ---------------------------------------------------------------------------------------------------

#[test]
fn inspect_speaks_json_and_words() {
    let program = RealProgram::new();
    program.file("long.csv", fixture("long.csv"));
    let ran = program.run(&["survey", "inspect", "long.csv", "--json"]);
    let value: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(value["vendor"], "plain");
    assert_eq!((&value["encoding"], &value["delimiter"]), (&"utf-8".into(), &",".into()));
    assert_eq!((&value["header_rows"], &value["rows"]), (&1.into(), &300.into()));
    let nps = serde_json::json!({
        "index": 3, "name": "nps", "question": "nps", "role": "score", "metric": "nps", "scale": "0-10",
        "valid": 270, "blank": 12, "other": 18,
    });
    assert_eq!(value["columns"][2]["index"], nps["index"]);
    assert_eq!(
        value["columns"][2].as_object().unwrap().keys().collect::<Vec<_>>(),
        nps.as_object().unwrap().keys().collect::<Vec<_>>()
    );
    let sum = ["valid", "blank", "other"].iter().map(|key| value["columns"][2][key].as_u64().unwrap()).sum::<u64>();
    assert_eq!(sum, 300);
    assert_eq!(value["columns"][7]["role"], "personal");
    assert_eq!(value["columns"][7]["metric"], serde_json::Value::Null);
    let ran = program.run(&["survey", "inspect", "long.csv"]);
    assert!(ran.status == 0 && ran.out.contains("NPS 0–10") && ran.out.contains("personal, never read"), "{}", ran.out);
    let ran = program.run_in("vi_VN.UTF-8", &["survey", "inspect", "long.csv"]);
    assert!(ran.out.contains("dấu phẩy") && ran.out.contains("cá nhân, không đọc"), "{}", ran.out);
}

#[test]
fn attach_makes_touchpoints_in_a_stage_of_its_own() {
    let program = RealProgram::new();
    program.file("map.ron", ron::write(&empty_map()).unwrap());
    program.file("a.csv", "touchpoint;csat\nWeb;5\nShop;2\n");
    let args =
        ["survey", "attach", "map.ron", "a.csv", "-o", "map.ron", "--touchpoint-column", "#1", "--score", "CSAT=csat"];
    let refused = program.run(&args);
    assert_eq!(refused.status, 1);
    assert!(refused.err.starts_with("a.csv: No row belongs to a touchpoint of the map."), "{}", refused.err);
    let ran = program.run(&[&args[..], &["--add-touchpoints"]].concat());
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert!(
        ran.out.contains("Rows read: 2\nMatched: 2\n") && ran.out.contains("Touchpoint added: Shop"),
        "{}",
        ran.out
    );
    let map = ron::parse(&program.read("map.ron")).unwrap().map;
    assert_eq!(map.touchpoints().map(|touchpoint| touchpoint.name.as_str()).collect::<Vec<_>>(), ["Web", "Shop"]);
    assert_eq!(map.surveys[0].source, "a.csv");
    let text = String::from_utf8(program.read("map.ron")).unwrap();
    assert!(text.contains(&map.surveys[0].sha256));
}

#[test]
fn attach_gives_a_column_to_the_touchpoint_after_the_at_sign() {
    let program = RealProgram::new();
    program.file("map.ron", map_with(&["Web", "Call to hotline"]));
    program.file("a.csv", "web,hotline effort,overall\n5,7,9\n4,6,10\n1,7,0\n");
    let args = [
        "survey",
        "attach",
        "map.ron",
        "a.csv",
        "-o",
        "out.ron",
        "--score",
        "web=csat@WEB",
        "--score",
        "#2=ces:7-1@call to hotline",
        "--score",
        "overall=nps",
    ];
    let ran = program.run(&args);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{}", ran.out);
    let ran = program.run(&["metrics", "out.ron", "--json"]);
    let rows: Vec<serde_json::Value> = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(rows.len(), 3);
    assert_eq!(
        (&rows[1]["touchpoint"], rows[1]["value"].as_f64().map(|value| (value * 3.0).round())),
        (&"Call to hotline".into(), Some(4.0))
    );
    assert_eq!((&rows[2]["touchpoint"], &rows[2]["stage"], &rows[2]["n"]), (&().into(), &().into(), &3.into()));
}

#[test]
fn bad_survey_files_end_with_1_and_change_nothing() {
    let program = RealProgram::new();
    program.file("map.ron", map_with(&["Web"]));
    let cases: [(&[u8], &str); 7] = [
        (b"", "a.csv: The file is empty."),
        (b"touchpoint,nps\n", "a.csv: The file has headings but no answers."),
        (b"touchpoint,nps\n\"Web,9\n", "a.csv:2: The quotation mark that opens on line 2"),
        (b"touchpoint,why\nWeb,good\n", "a.csv: There is no column \u{201c}nps\u{201d}."),
        (b"touchpoint,nps\nWeb,good\n", "a.csv: No valid answer was found in \u{201c}nps\u{201d}."),
        (
            b"touchpoint,nps\nMoon,9\n",
            "a.csv: No row belongs to a touchpoint of the map. The file names \u{201c}Moon\u{201d}.",
        ),
        (b"touchpoint,nps\nWeb,\xFF\n", "a.csv:2: Line 2 is not UTF-8 (byte 19)."),
    ];
    let map = program.read("map.ron");
    for (bytes, sentence) in cases {
        program.file("a.csv", bytes);
        for output in ["map.ron", "out.ron"] {
            let ran = program.run(&[
                "survey",
                "attach",
                "map.ron",
                "a.csv",
                "-o",
                output,
                "--touchpoint-column",
                "touchpoint",
                "--score",
                "nps=nps",
            ]);
            assert_eq!((ran.status, ran.out.as_str()), (1, ""), "{sentence}");
            assert!(ran.err.starts_with(sentence), "{}", ran.err);
        }
        assert_eq!(program.read("map.ron"), map);
        assert_eq!(program.names(), ["a.csv", "map.ron"]);
    }
}

#[test]
fn wrong_command_lines_end_with_2() {
    let program = RealProgram::new();
    program.file("map.ron", map_with(&["Web"]));
    program.file("a.csv", "touchpoint,nps\nWeb,9\n");
    let base = ["survey", "attach", "map.ron", "a.csv", "-o", "out.ron"];
    let with = |more: &[&str]| program.run(&[&base[..], more].concat()).status;
    assert_eq!(with(&[]), 2);
    assert_eq!(with(&["--score", "nps"]), 2);
    assert_eq!(with(&["--score", "nps=nps:0-5"]), 2);
    assert_eq!(with(&["--score", "nps=nps", "--date", "31/10/2026"]), 2);
    assert_eq!(with(&["--score", "nps=nps", "third"]), 2);
    assert_eq!(with(&["--score", "nps=nps", "-o", "a.csv"]), 2);
    assert_eq!(program.run(&["survey"]).status, 2);
    assert_eq!(program.run(&["survey", "look"]).status, 2);
    assert_eq!(program.run(&["survey", "inspect"]).status, 2);
    assert_eq!(program.run(&["survey", "inspect", "gone.csv"]).status, 1);
    assert_eq!(program.names(), ["a.csv", "map.ron"]);
    assert_eq!(with(&["--score", "nps=nps"]), 0);
}

#[test]
fn flawed_rows_are_said_with_their_line() {
    let program = RealProgram::new();
    program.file("map.ron", map_with(&["Web"]));
    program.file("a.csv", "touchpoint,nps,why\nWeb,9\nWeb,8,a,b\n");
    let ran = program.run(&[
        "survey",
        "attach",
        "map.ron",
        "a.csv",
        "-o",
        "out.ron",
        "--touchpoint-column",
        "touchpoint",
        "--score",
        "nps=nps",
    ]);
    assert_eq!(ran.status, 0);
    assert!(ran.err.contains("a.csv:2: ") && ran.err.contains("a.csv:3: "), "{}", ran.err);
    assert!(ran.out.contains("Rows read: 2") && ran.out.contains("Rows left out: 1"), "{}", ran.out);
}

#[test]
fn a_scale_that_does_not_exist_is_named_with_its_column() {
    let program = RealProgram::new();
    program.file("long.csv", fixture("long.csv"));
    program.run(&["new", "map.ron"]).assert(0, "", "");
    for (score, wanted) in [
        ("nps=nps:1-5", "there is none on a scale from 1 to 5. Read the column “nps” as CSAT."),
        ("nps=ces:0-1000", "A scale from 0 to 1000 cannot be read for the column “nps”."),
    ] {
        let ran = program.run(&["survey", "attach", "map.ron", "long.csv", "-o", "out.ron", "--score", score]);
        assert_eq!(ran.status, 2, "{}", ran.err);
        assert!(ran.err.contains(wanted), "{}", ran.err);
    }
    let twice =
        ["survey", "attach", "map.ron", "long.csv", "-o", "out.ron", "--score", "nps=nps", "--score", "nps=nps"];
    let ran = program.run(&twice);
    assert_eq!(ran.status, 2, "{}", ran.err);
    assert!(ran.err.contains("“nps” is given the same score twice"), "{}", ran.err);
}

#[test]
fn spellings_of_one_unknown_name_are_listed_once() {
    let text = "touchpoint,nps\nWebsite,9\nwebsite,8\nWEBSITE ,7\nShop,6\n";
    let table = read_bytes(text.as_bytes()).unwrap();
    let plan = guess_plan(&inspect(&table), &Map::empty(&mut fastrand::Rng::with_seed(1)));
    let plan = Plan { unknown_names: UnknownNames::LeaveOut, ..plan };
    let report = preview(&table, &plan, &Map::empty(&mut fastrand::Rng::with_seed(1))).unwrap();
    assert_eq!(report.unmatched, [("Website".to_owned(), 3), ("Shop".to_owned(), 1)]);
}

#[test]
fn the_name_column_of_an_old_qualtrics_export_is_never_read() {
    // Names that are all the same would not look personal; the heading says it.
    let text = "V1,V2,V3,V4,Q1\nResponseID,ResponseSet,Name,ExternalDataReference,How satisfied are you?\n\
                R_1,Default,Anonymous,,4\nR_2,Default,Anonymous,,5\n";
    let table = read_bytes(text.as_bytes()).unwrap();
    let roles: Vec<Role> = inspect(&table).columns.iter().map(|column| column.role).collect();
    assert_eq!(roles.get(2), Some(&Role::Personal), "{roles:?}");
    assert!(!format!("{table:?}").contains("Anonymous"), "no name is in memory");
}
