//! Reading and attaching surveys.

use std::{
    collections::BTreeMap,
    fs,
    ops::ControlFlow,
    path::{Path, PathBuf},
};
use wayfarer::{
    map::{AnswerScale, Direction, Metric, NotCounted},
    survey::{ColumnNumber, SurveyError, Table, metric::estimate, read},
};

fn read_bytes(bytes: &[u8]) -> Result<Table, SurveyError> {
    read("survey.csv", bytes, &mut |_| ControlFlow::Continue(()))
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

#[test]
fn dump() {
    let mut files: Vec<_> = fs::read_dir(shared_surveys()).unwrap().map(|f| f.unwrap().path()).collect();
    files.extend(fs::read_dir(shared_surveys().join("derived")).unwrap().map(|f| f.unwrap().path()));
    files.retain(|p| p.is_file());
    files.sort();
    for path in files {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        match read_bytes(&fs::read(&path).unwrap()) {
            Err(error) => println!("{name}: {error}"),
            Ok(table) => {
                println!(
                    "{name}: {:?} {:?} {:?} headers {} rows {} width {} ragged {:?}",
                    table.vendor,
                    table.encoding,
                    table.delimiter,
                    table.header_rows,
                    table.rows,
                    table.width(),
                    table.ragged
                );
                for c in wayfarer::survey::inspect(&table).columns {
                    println!(
                        "   {} {:?} {:.60} | {:?} {:?} {:?} {} {} {}",
                        c.column,
                        c.name.chars().take(25).collect::<String>(),
                        c.question.replace('\n', " "),
                        c.role,
                        c.reason,
                        c.score.map(|s| (s.metric, s.scale.low, s.scale.high, s.ask)),
                        c.valid,
                        c.blank,
                        c.other
                    );
                }
            }
        }
    }
}
