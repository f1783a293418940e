//! What the wizard calls roles, scales, targets and reasons. Must not know widgets.

use super::choices::Taken;
use crate::{
    map::{AnswerScale, Direction, Map, Metric, TouchpointId},
    survey::{ColumnInspection, Inspection, Role, Target, metric::metric_name},
    texts::Texts,
};
use std::collections::HashMap;

/// A metric on its scale: "NPS 0–10"; which end is good where that is not plain.
pub(super) fn score_words(metric: Metric, scale: AnswerScale, texts: Texts) -> String {
    let score = texts.wizard_score(metric_name(metric, texts), scale.low, scale.high);
    match (metric, scale.direction) {
        (Metric::Nps | Metric::Csat, Direction::HighIsGood) => score,
        (Metric::Nps | Metric::Csat, Direction::LowIsGood) => texts.wizard_low_is_good(score, scale.low),
        (Metric::Ces, Direction::HighIsGood) => texts.wizard_easy(score, scale.high),
        (Metric::Ces, Direction::LowIsGood) => texts.wizard_easy(score, scale.low),
    }
}

/// What a column is taken as; a column that is not used says what it seems to be.
pub(super) fn taken_words(taken: Taken, column: &ColumnInspection, texts: Texts) -> String {
    match taken {
        Taken::Score(metric, scale) => score_words(metric, scale, texts),
        Taken::Touchpoint => texts.wizard_as_touchpoint().to_owned(),
        Taken::Segment => texts.wizard_as_segment().to_owned(),
        Taken::Unused => match column.role {
            Role::Date | Role::Comment | Role::Personal | Role::Status | Role::Empty => {
                column.role.text(texts).to_owned()
            }
            Role::Score | Role::Touchpoint | Role::Segment | Role::Other => texts.wizard_unused().to_owned(),
        },
    }
}

/// The same where it is shown as chosen: a column that is not used says which score its numbers may be.
pub(super) fn chosen_words(taken: Taken, column: &ColumnInspection, texts: Texts) -> String {
    match (taken, column.score) {
        (Taken::Unused, Some(guess)) => texts.wizard_unused_maybe(score_words(guess.metric, guess.scale, texts)),
        (taken, _) => taken_words(taken, column, texts),
    }
}

/// The names of the map's touchpoints; those that several share say their stage.
pub(super) fn touchpoint_names(map: &Map, texts: Texts) -> Vec<(TouchpointId, String)> {
    let name =
        |name: &str, otherwise: &str| if name.trim().is_empty() { otherwise.to_owned() } else { name.to_owned() };
    let mut uses: HashMap<&str, usize> = HashMap::new();
    for touchpoint in map.touchpoints() {
        *uses.entry(touchpoint.name.as_str()).or_default() += 1;
    }
    let of_stage = |stage: &crate::map::Stage| {
        let place = name(&stage.name, texts.stage_unnamed());
        let named = stage.touchpoints.iter().map(|touchpoint| {
            let own = name(&touchpoint.name, texts.touchpoint_unnamed());
            let is_shared = uses.get(touchpoint.name.as_str()).is_some_and(|uses| *uses > 1);
            (touchpoint.id, if is_shared { texts.wizard_in_stage(own, &place) } else { own })
        });
        named.collect::<Vec<_>>()
    };
    map.stages.iter().flat_map(|stage| of_stage(stage)).collect()
}

/// Where the answers of a column belong.
pub(super) fn target_words(
    target: &Target,
    names: &[(TouchpointId, String)],
    named_in: Option<&str>,
    texts: Texts,
) -> String {
    match target {
        Target::FromColumn => texts.wizard_from_column(named_in.unwrap_or_default()),
        Target::WholeJourney => texts.wizard_whole_journey().to_owned(),
        Target::Named(name) => name.clone(),
        Target::Touchpoint(id) => {
            let name = names.iter().find(|(known, _)| known == id).map(|(_, name)| name.clone());
            name.unwrap_or_else(|| texts.touchpoint_unnamed().to_owned())
        }
    }
}

/// What the file is, in one line.
pub(super) fn summary(inspection: &Inspection, texts: Texts) -> String {
    let delimiter = match inspection.delimiter {
        ',' => texts.wizard_comma().to_owned(),
        ';' => texts.wizard_semicolon().to_owned(),
        '\t' => texts.wizard_tab().to_owned(),
        other => texts.wizard_other_delimiter(other),
    };
    let vendor = inspection.vendor.brand().unwrap_or(texts.wizard_plain());
    let (encoding, headers) = (inspection.encoding.name().to_uppercase(), inspection.header_rows);
    let summary = texts.wizard_summary(vendor, encoding, delimiter, headers, texts.count(inspection.rows));
    match inspection.ragged.left_out() {
        0 => summary,
        rows => format!("{summary} · {}", texts.wizard_left_out(texts.count(rows))),
    }
}
