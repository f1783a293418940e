//! Survey files with made-up answers: how often each answer was given is written down, the order is drawn from a seed.
//! No person stands behind a row. Must not know the single samples.

use std::fmt::Write as _;

/// How often each answer to a question was given.
pub struct Asked<'a> {
    /// The touchpoint (long form) or the heading of the column (wide form).
    pub about: &'a str,
    /// The column of the metric in the long form: 0, 1, …
    pub column: usize,
    /// The lowest answer.
    pub low: usize,
    /// The number of answers `low`, `low + 1`, …
    pub counts: &'a [usize],
    /// What was written that cannot be counted, each as it stands in the file.
    pub not_counted: &'a [&'a str],
}

impl Asked<'_> {
    /// Every answer as it stands in the file, in a random order.
    fn cells(&self, rng: &mut fastrand::Rng) -> Vec<String> {
        let answers = (self.low..).zip(self.counts).flat_map(|(answer, count)| vec![answer.to_string(); *count]);
        let mut cells: Vec<String> = answers.chain(self.not_counted.iter().map(|text| (*text).to_owned())).collect();
        rng.shuffle(&mut cells);
        cells
    }
}

/// A *long* file: a row for each answer, with columns for its number, day, touchpoint, segment and each metric.
pub fn long_file(
    headings: [&str; 4],
    metrics: &[&str],
    segments: &[(&str, f64)],
    month: &str,
    asked: &[Asked<'_>],
    seed: u64,
) -> String {
    let mut rng = fastrand::Rng::with_seed(seed);
    let mut answers = Vec::new();
    for question in asked {
        for cell in question.cells(&mut rng) {
            answers.push((question.about, question.column, cell));
        }
    }
    rng.shuffle(&mut answers);
    let mut days: Vec<u8> = answers.iter().map(|_| rng.u8(1..=28)).collect();
    days.sort_unstable();
    let mut file = format!("{},{}\n", headings.join(","), metrics.join(","));
    for (number, ((about, column, cell), day)) in answers.iter().zip(days).enumerate() {
        let segment = draw(segments, &mut rng);
        let scores: Vec<&str> = (0..metrics.len()).map(|at| if at == *column { cell.as_str() } else { "" }).collect();
        writeln!(file, "{},{month}-{day:02},{},{segment},{}", number + 1, quoted(about), scores.join(",")).unwrap();
    }
    file
}

/// A *wide* file: a row for each person, a column for each question, with semicolons and a byte-order mark, as
/// spreadsheets write it where the comma is the decimal mark. Columns with fewer answers have blanks.
pub fn wide_file(
    first: [&str; 2],
    segments: &[(&str, f64)],
    (month, seed): (&str, u64),
    asked: &[Asked<'_>],
) -> String {
    let mut rng = fastrand::Rng::with_seed(seed);
    let mut columns: Vec<Vec<String>> = asked.iter().map(|question| question.cells(&mut rng)).collect();
    let rows = columns.iter().map(Vec::len).max().unwrap_or_default();
    for column in &mut columns {
        column.resize(rows, String::new());
        rng.shuffle(column);
    }
    let headings: Vec<&str> = first.into_iter().chain(asked.iter().map(|question| question.about)).collect();
    let mut file = format!("\u{feff}{}\n", headings.join(";"));
    for row in 0..rows {
        let time =
            format!("{:02}/{month} {:02}:{:02}:{:02}", 1 + row * 28 / rows, rng.u8(7..23), rng.u8(..60), rng.u8(..60));
        let cells: Vec<&str> = columns.iter().map(|column| column[row].as_str()).collect();
        writeln!(file, "{time};{};{}", draw(segments, &mut rng), cells.join(";")).unwrap();
    }
    file
}

/// One of the segments, each as often as its share says.
fn draw<'a>(segments: &[(&'a str, f64)], rng: &mut fastrand::Rng) -> &'a str {
    let mut left = rng.f64();
    for (name, share) in segments {
        left -= share;
        if left < 0.0 {
            return name;
        }
    }
    segments.last().map_or("", |(name, _)| name)
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}
