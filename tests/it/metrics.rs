//! The metrics against values worked outside the code, through the real program.
//!
//! The numbers of `long.csv` were counted by a Python script of their own; the intervals are those of statsmodels 0.14
//! (`proportion_confint`, method "wilson"), scipy 1.x (`stats.t.interval`) and, for NPS, of the handbook's formula in
//! numpy.

use crate::{
    real_program::RealProgram,
    survey::{fixture, map_with},
};
use serde_json::{Value, json};

/// Touchpoint, segment, metric, n, not counted, value, low, high, mean.
type Expected = (&'static str, Option<&'static str>, &'static str, u64, u64, f64, f64, f64, f64);

const LONG: [Expected; 28] = [
    ("Website", None, "nps", 104, 14, -25.961538, -38.402700, -12.064589, 6.721154),
    ("Website", Some("North"), "nps", 51, 8, -9.803922, -28.477799, 9.959281, 7.098039),
    ("Website", Some("South"), "nps", 49, 6, -44.897959, -59.244741, -25.370644, 6.265306),
    ("Delivery", None, "nps", 85, 7, 24.705882, 8.195470, 39.531802, 8.070588),
    ("Delivery", Some("North"), "nps", 44, 5, 31.818182, 7.203035, 52.371433, 8.340909),
    ("Delivery", Some("South"), "nps", 41, 2, 17.073171, -4.690751, 36.508933, 7.780488),
    ("Call to hotline", None, "nps", 71, 8, -63.380282, -75.107152, -46.514470, 5.225352),
    ("Call to hotline", Some("North"), "nps", 36, 2, -72.222222, -85.582145, -47.751188, 5.027778),
    ("Call to hotline", Some("South"), "nps", 32, 5, -62.500000, -76.599118, -37.686596, 5.250000),
    ("Website", None, "csat", 104, 14, 51.923077, 42.424498, 61.284651, 3.557692),
    ("Website", Some("North"), "csat", 55, 4, 47.272727, 34.693098, 60.208456, 3.490909),
    ("Website", Some("South"), "csat", 46, 9, 54.347826, 40.180181, 67.845266, 3.543478),
    ("Delivery", None, "csat", 82, 10, 70.731707, 60.134240, 79.473661, 4.000000),
    ("Delivery", Some("North"), "csat", 45, 4, 73.333333, 58.961162, 84.035096, 4.066667),
    ("Delivery", Some("South"), "csat", 37, 6, 67.567568, 51.463667, 80.366733, 3.918919),
    ("Call to hotline", None, "csat", 75, 4, 14.666667, 8.391717, 24.384768, 2.440000),
    ("Call to hotline", Some("North"), "csat", 36, 2, 16.666667, 7.870448, 31.890794, 2.472222),
    ("Call to hotline", Some("South"), "csat", 35, 2, 11.428571, 4.535179, 25.951469, 2.371429),
    ("Website", None, "ces", 105, 13, 5.180952, 4.952001, 5.409904, 5.180952),
    ("Website", Some("North"), "ces", 53, 6, 5.207547, 4.868418, 5.546677, 5.207547),
    ("Website", Some("South"), "ces", 49, 6, 5.122449, 4.797944, 5.446954, 5.122449),
    ("Delivery", None, "ces", 85, 7, 5.988235, 5.787175, 6.189296, 5.988235),
    ("Delivery", Some("North"), "ces", 46, 3, 6.000000, 5.727110, 6.272890, 6.000000),
    ("Delivery", Some("South"), "ces", 39, 4, 5.974359, 5.663369, 6.285349, 5.974359),
    ("Call to hotline", None, "ces", 72, 7, 3.652778, 3.341830, 3.963725, 3.652778),
    ("Call to hotline", Some("North"), "ces", 35, 3, 3.714286, 3.246158, 4.182414, 3.714286),
    ("Call to hotline", Some("South"), "ces", 34, 3, 3.617647, 3.163002, 4.072292, 3.617647),
    // Two answers are under the anonymity limit of 5: the values are not shown.
    ("Call to hotline", Some("Islands"), "nps", 2, 0, f64::NAN, f64::NAN, f64::NAN, f64::NAN),
];

fn attached() -> RealProgram {
    let program = RealProgram::new();
    program.file("map.ron", map_with(&["Website", "Delivery", "Call to hotline"]));
    program.file("long.csv", fixture("long.csv"));
    let args = "survey attach map.ron long.csv -o out.ron --touchpoint-column touchpoint --score nps=nps --score \
                csat=csat --score ces=ces --segment region --wave Oct --date 2026-10-31 --json";
    let ran = program.run(&args.split(' ').filter(|arg| !arg.is_empty()).collect::<Vec<_>>());
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(
        report,
        json!({
            "rows": 300, "matched": 289, "unmatched": {"Shop": 8}, "without_touchpoint": 3, "left_out": 0, "valid": 783,
            "not_counted": {"blank": 33, "not_applicable": 24, "out_of_range": 18, "not_a_number": 9},
            "ragged": [], "added": [], "ambiguous": [],
        })
    );
    program
}

#[test]
fn every_value_of_a_long_file_is_that_of_the_references() {
    let program = attached();
    let ran = program.run(&["metrics", "out.ron", "--json"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let rows: Vec<Value> = serde_json::from_str(&ran.out).unwrap();
    for (touchpoint, segment, metric, n, not_counted, value, low, high, mean) in LONG {
        let is_meant = |row: &&Value| {
            row["touchpoint"] == touchpoint && row["segment"] == json!(segment) && row["metric"] == metric
        };
        let found: Vec<&Value> = rows.iter().filter(is_meant).collect();
        let [row] = found.as_slice() else { panic!("{touchpoint} {segment:?} {metric}: {found:?}") };
        assert_eq!((&row["n"], &row["not_counted"]), (&json!(n), &json!(not_counted)), "{row}");
        assert_eq!(row["small_base"], json!(n < 30), "{row}");
        for (key, expected) in [("value", value), ("low", low), ("high", high), ("mean", mean)] {
            match row[key].as_f64() {
                Some(found) => assert!((found - expected).abs() < 2e-6, "{key} of {row}, expected {expected}"),
                None => assert!(expected.is_nan(), "{key} of {row}"),
            }
        }
    }
}

#[test]
fn a_row_has_the_promised_fields_in_their_order() {
    let program = attached();
    let ran = program.run(&["metrics", "out.ron", "--json"]);
    let keys: Vec<&str> = ran.out.lines().skip(2).take(14).map(|line| line.split('"').nth(1).unwrap()).collect();
    let promised =
        "stage touchpoint touchpoint_id survey wave segment metric n not_counted value low high mean small_base";
    assert_eq!(keys, promised.split(' ').collect::<Vec<_>>());
    let rows: Vec<Value> = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(rows[0]["stage"], "Buying");
    assert_eq!(rows[0]["survey"], "long.csv");
    assert_eq!(rows[0]["wave"], "Oct");
    assert_eq!(rows[0]["segment"], Value::Null);
}

#[test]
fn people_read_the_values_in_their_language() {
    let program = attached();
    let english = program.run(&["metrics", "out.ron"]);
    assert!(english.out.starts_with("Stage "), "{}", english.out);
    assert!(
        english.out.contains("−26") && english.out.contains("−38 … −12") && english.out.contains("too few to show")
    );
    let vietnamese = program.run_in("vi_VN.UTF-8", &["metrics", "out.ron"]);
    assert!(vietnamese.out.contains("Giai đoạn") && vietnamese.out.contains("5,18"), "{}", vietnamese.out);
}

#[test]
fn a_map_without_surveys_has_no_values() {
    let program = RealProgram::new();
    program.file("map.ron", map_with(&["Website"]));
    let ran = program.run(&["metrics", "map.ron", "--json"]);
    assert_eq!((ran.status, ran.out.as_str()), (0, "[]\n"));
    assert_eq!(program.run(&["metrics"]).status, 2);
    assert_eq!(program.run(&["metrics", "gone.ron"]).status, 1);
}
