//! A first plan for a survey file and a map: which columns are scored, and where their answers belong.
//!
//! A plan is a proposal; a person corrects it. Must not know the cells of the file.

use super::{
    Ask, ColumnInspection, ColumnNumber, Inspection, Plan, PlannedScore, Role, Target, UnknownNames,
    name::{as_words, folded},
};
use crate::map::{Map, TouchpointId, Wave};
use std::collections::HashSet;

/// Shortest word of a heading that may stand for a touchpoint's name, in characters.
const SHORTEST_WORD: usize = 4;
/// Words that say nothing about a touchpoint, folded.
const EMPTY_WORDS: [&str; 24] = [
    "satisfied",
    "satisfaction",
    "likely",
    "recommend",
    "easy",
    "with",
    "were",
    "your",
    "have",
    "what",
    "how",
    "from",
    "that",
    "this",
    "would",
    "score",
    "rating",
    "experience",
    "csat",
    "overall",
    "khách",
    "hàng",
    "lòng",
    "thiệu",
];

/// A first plan: *long* where a column names touchpoints, *wide* otherwise.
pub fn guess_plan(inspection: &Inspection, map: &Map) -> Plan {
    let names: Vec<Name> = map.touchpoints().map(|touchpoint| Name::new(touchpoint.id, &touchpoint.name)).collect();
    let touchpoint_column = guess_touchpoint_column(inspection, &names);
    let guesses = inspection.columns.iter().filter_map(|column| Some((column, column.score?)));
    let scores = guesses.filter_map(|(column, score)| {
        let target = match touchpoint_column {
            Some(_) => Target::FromColumn,
            None => guess_target(column, &names),
        };
        let is_bare = score.ask == Some(Ask::NumbersOnly) && target == Target::WholeJourney;
        (!is_bare).then_some(PlannedScore { column: column.column, metric: score.metric, scale: score.scale, target })
    });
    Plan {
        wave: Wave::default(),
        touchpoint_column,
        segment_column: guess_segment_column(inspection, touchpoint_column),
        scores: scores.collect(),
        unknown_names: UnknownNames::LeaveOut,
    }
}

/// A touchpoint's name in the forms it is looked for.
struct Name {
    id: TouchpointId,
    folded: String,
    words: String,
}

impl Name {
    fn new(id: TouchpointId, name: &str) -> Self {
        Self { id, folded: folded(name), words: as_words(name) }
    }
}

/// The column whose heading says that it names touchpoints, or most of whose values are names of the map.
fn guess_touchpoint_column(inspection: &Inspection, names: &[Name]) -> Option<ColumnNumber> {
    let known: HashSet<&str> = names.iter().map(|name| name.folded.as_str()).filter(|name| !name.is_empty()).collect();
    let is_match = |column: &&ColumnInspection| {
        let matched = column.values.iter().filter(|(value, _)| known.contains(folded(value).as_str())).count();
        matched > 0 && matched * 2 >= column.values.len()
    };
    let candidates = inspection.columns.iter().filter(|column| column.score.is_none());
    let by_values = candidates.clone().find(is_match);
    by_values.or_else(|| candidates.clone().find(|column| column.role == Role::Touchpoint)).map(|column| column.column)
}

/// The only column that seems to be a segment; none where there is a choice to make.
fn guess_segment_column(inspection: &Inspection, touchpoints: Option<ColumnNumber>) -> Option<ColumnNumber> {
    let is_segment = |column: &&ColumnInspection| column.role == Role::Segment && Some(column.column) != touchpoints;
    let mut segments = inspection.columns.iter().filter(is_segment);
    let first = segments.next()?;
    segments.next().is_none().then_some(first.column)
}

/// The touchpoint whose whole name stands in the heading or question (the longest such name), or else the only one that
/// shares a telling word with the heading; the whole journey where there is none.
fn guess_target(column: &ColumnInspection, names: &[Name]) -> Target {
    let texts = [as_words(&column.name), as_words(&column.question)];
    let is_inside = |name: &&Name| name.words.len() > 2 && texts.iter().any(|text| text.contains(&name.words));
    let longest = names.iter().filter(is_inside).max_by_key(|name| name.words.len());
    let found = longest.or_else(|| texts.iter().find_map(|text| only_sharing_word(text, names)));
    found.map_or(Target::WholeJourney, |name| Target::Touchpoint(name.id))
}

fn only_sharing_word<'n>(text: &str, names: &'n [Name]) -> Option<&'n Name> {
    let is_telling = |word: &&str| word.chars().count() >= SHORTEST_WORD && !EMPTY_WORDS.contains(word);
    let words: Vec<String> = text.split(' ').filter(is_telling).map(|word| format!(" {word} ")).collect();
    let mut sharing = names.iter().filter(|name| words.iter().any(|word| name.words.contains(word)));
    let first = sharing.next()?;
    sharing.next().is_none().then_some(first)
}
