//! `COL=nps|csat|ces[:LO-HI][@TOUCHPOINT]`: one scored column on the command line.
//!
//! A heading may hold any sign: the first `=` that is followed by a metric ends it. A scale whose first number is the
//! higher one, such as `ces:7-1`, is an inverted one: its low answers are the good ones. Must not know the file.

use crate::map::{AnswerScale, Direction, Metric};

/// A scored column as it was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoreSpec {
    /// The heading or `#N`.
    pub column: String,
    /// How its answers are read.
    pub metric: Metric,
    /// The possible answers; the metric's published scale where none was given.
    pub scale: AnswerScale,
    /// The touchpoint's name; `None` where each row names it, or the whole journey is meant.
    pub touchpoint: Option<String>,
}

/// Reads a specification; `None` when it does not have the form.
pub fn parse_score_spec(text: &str) -> Option<ScoreSpec> {
    text.match_indices('=').find_map(|(at, _)| {
        let (column, rest) = (text.get(..at)?, text.get(at + 1..)?);
        let (metric, scale, touchpoint) = parse_reading(rest)?;
        let is_named = !column.trim().is_empty() && touchpoint.as_ref().is_none_or(|name| !name.is_empty());
        is_named.then(|| ScoreSpec { column: column.to_owned(), metric, scale, touchpoint })
    })
}

fn parse_reading(text: &str) -> Option<(Metric, AnswerScale, Option<String>)> {
    let end = text.find([':', '@']).unwrap_or(text.len());
    let (name, rest) = text.split_at_checked(end)?;
    let metric = match name.trim().to_ascii_lowercase().as_str() {
        "nps" => Metric::Nps,
        "csat" => Metric::Csat,
        "ces" => Metric::Ces,
        _ => return None,
    };
    let (scale, touchpoint) = match rest.split_once('@') {
        Some((scale, touchpoint)) => (scale, Some(touchpoint.trim().to_owned())),
        None => (rest, None),
    };
    let scale = match scale.strip_prefix(':') {
        Some(ends) => parse_scale(ends.trim())?,
        None => metric.usual_scale(),
    };
    Some((metric, scale, touchpoint))
}

/// `LO-HI`, where either may be negative.
fn parse_scale(text: &str) -> Option<AnswerScale> {
    let hyphen = text.char_indices().skip(1).find(|(_, sign)| matches!(sign, '-' | '–'))?;
    let first: i32 = text.get(..hyphen.0)?.trim().parse().ok()?;
    let second: i32 = text.get(hyphen.0 + hyphen.1.len_utf8()..)?.trim().parse().ok()?;
    let direction = if first > second { Direction::LowIsGood } else { Direction::HighIsGood };
    Some(AnswerScale { low: first.min(second), high: first.max(second), direction })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_specification_has_a_column_a_metric_and_perhaps_more() {
        let scale = |low, high, direction| AnswerScale { low, high, direction };
        let (up, down) = (Direction::HighIsGood, Direction::LowIsGood);
        for (text, column, metric, expected, touchpoint) in [
            ("nps=nps", "nps", Metric::Nps, scale(0, 10, up), None),
            ("#3=CSAT", "#3", Metric::Csat, scale(1, 5, up), None),
            ("Q1=csat:1-7@Website", "Q1", Metric::Csat, scale(1, 7, up), Some("Website")),
            ("Q1=ces@ Call: hotline @ home ", "Q1", Metric::Ces, scale(1, 7, up), Some("Call: hotline @ home")),
            ("effort=ces:7-1", "effort", Metric::Ces, scale(1, 7, down), None),
            ("t=ces:-3-3", "t", Metric::Ces, scale(-3, 3, up), None),
            ("5 = good, 1 = bad=csat", "5 = good, 1 = bad", Metric::Csat, scale(1, 5, up), None),
        ] {
            let touchpoint = touchpoint.map(str::to_owned);
            let expected = ScoreSpec { column: column.into(), metric, scale: expected, touchpoint };
            assert_eq!(parse_score_spec(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_has_another_form_is_refused() {
        for text in [
            "nps",
            "=nps",
            "nps=",
            "a=mean",
            "a=nps:",
            "a=nps:5",
            "a=csat:1-",
            "a=csat:x-y",
            "a=nps@",
            "a=nps:0-99999999999",
        ] {
            assert_eq!(parse_score_spec(text), None, "{text}");
        }
    }
}
