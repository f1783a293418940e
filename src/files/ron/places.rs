//! Where in the text of a map file something stands: the places of ids, of doubled keys, of control characters.
//!
//! Walks the tokens with the way that leads to each of them (`stages`, third, `touchpoints`, first …). Runs only when
//! something is wrong. Must not know sentences.

use super::tokens::{Kind, Token, Tokens};
use crate::map::{Fault, Map, Problem, Spans, Survey, SurveyResult};
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

/// The lists whose members have ids of their own.
const SORTS: [&str; 11] = [
    "stages",
    "touchpoints",
    "cards",
    "personas",
    "channels",
    "lanes",
    "links",
    "surveys",
    "questions",
    "notes",
    "images",
];

/// A position as people count it: lines and characters from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
}

impl Position {
    /// The beginning of a file.
    pub const START: Self = Self { line: 1, column: 1 };
}

/// Turns byte offsets of one text into positions without counting lines anew each time.
pub(super) struct Lines<'a> {
    source: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        let ends = source.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Self { source, starts: std::iter::once(0).chain(ends).collect() }
    }

    /// The position of a byte offset; offsets behind the end are the end.
    pub(super) fn position(&self, offset: usize) -> Position {
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let before = self.source.get(start..offset).unwrap_or_default();
        Position { line: line.max(1), column: before.chars().count() + 1 }
    }

    /// The offset of the quote right before `offset`, or `offset` itself.
    pub(super) fn quote_before(&self, offset: usize) -> usize {
        let is_quoted = self.source.get(..offset).is_some_and(|before| before.ends_with('"'));
        if is_quoted { offset - 1 } else { offset }
    }

    /// Whether a decimal point stands at `offset`.
    pub(super) fn has_point_at(&self, offset: usize) -> bool {
        self.source.get(offset..).is_some_and(|rest| rest.starts_with('.'))
    }

    /// Whether nothing but white space stands at `offset` and behind it.
    pub(super) fn is_end(&self, offset: usize) -> bool {
        self.source.get(offset..).is_none_or(|rest| rest.trim().is_empty())
    }

    /// The position behind the last character that is no white space.
    pub(super) fn end(&self) -> Position {
        self.position(self.source.trim_end().len())
    }

    /// The offset of the first token at or behind a position, so that an error points at a word and not at a blank.
    pub(super) fn token_at(&self, position: Position) -> usize {
        let start = self.starts.get(position.line.saturating_sub(1)).copied().unwrap_or(self.source.len());
        let line = self.source.get(start..).unwrap_or_default();
        let inside: usize = line.chars().take(position.column.saturating_sub(1)).map(char::len_utf8).sum();
        let offset = start + inside;
        let rest = self.source.get(offset..).unwrap_or_default();
        let found = Tokens::new(rest).next().map_or(offset, |token| offset + token.at);
        // ron reads a sign apart from its number.
        let is_signed = self.source.get(..found).is_some_and(|before| before.ends_with(['-', '+']));
        if is_signed { found - 1 } else { found }
    }
}

/// An open bracket on the way to a token.
struct Frame<'a> {
    bracket: &'a str,
    /// The field whose value the bracket is; empty for list members and values in a `{}` map.
    field: &'a str,
    /// The field or key whose value comes next.
    pending: &'a str,
    is_pending_key: bool,
    /// How many members came before.
    index: usize,
    keys: HashSet<&'a str>,
}

/// A string or word and the way to it.
struct Place<'p, 'a> {
    frames: &'p [Frame<'a>],
    token: Token<'a>,
    role: Role,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// What stands before a colon.
    Key,
    Value,
}

impl<'a> Place<'_, 'a> {
    /// The field whose value it is.
    fn field(&self) -> &'a str {
        match (self.role, self.frames.last()) {
            (Role::Value, Some(frame)) if !frame.pending.is_empty() => frame.pending,
            (Role::Key | Role::Value, Some(frame)) => frame.field,
            (Role::Key | Role::Value, None) => "",
        }
    }

    /// Which member of the list `field` it is in.
    fn index_in(&self, field: &str) -> Option<usize> {
        self.frames.iter().find(|frame| frame.field == field && frame.bracket == "[").map(|frame| frame.index)
    }

    fn is_inside(&self, field: &str) -> bool {
        self.frames.iter().any(|frame| frame.field == field)
    }

    /// The list its thing is a member of.
    fn sort(&self) -> &'a str {
        let fields = self.frames.iter().rev().map(|frame| frame.field);
        fields.into_iter().find(|field| SORTS.contains(field)).unwrap_or_default()
    }
}

/// Calls `visit` with every string and word; it ends the walk by returning `Some`.
fn walk<'a, R>(source: &'a str, mut visit: impl FnMut(&Place<'_, 'a>) -> Option<R>) -> Option<R> {
    let mut frames: Vec<Frame<'a>> = Vec::new();
    let mut tokens = Tokens::new(source).peekable();
    while let Some(token) = tokens.next() {
        match token.kind {
            Kind::Open => frames.push(open(token, frames.last())),
            Kind::Close => {
                frames.pop();
            }
            Kind::Comma => next_member(frames.last_mut()),
            Kind::Colon => {}
            Kind::Text | Kind::Word => {
                let is_key = tokens.peek().is_some_and(|next| next.kind == Kind::Colon);
                let role = if is_key { Role::Key } else { Role::Value };
                if let Some(found) = visit(&Place { frames: &frames, token, role }) {
                    return Some(found);
                }
                if let (true, Some(frame)) = (is_key, frames.last_mut()) {
                    frame.pending = token.text;
                    frame.is_pending_key = frame.bracket == "{";
                    frame.keys.insert(token.text);
                }
            }
        }
    }
    None
}

fn open<'a>(token: Token<'a>, outer: Option<&Frame<'a>>) -> Frame<'a> {
    let field = outer.filter(|frame| !frame.is_pending_key).map_or("", |frame| frame.pending);
    Frame { bracket: token.text, field, pending: "", is_pending_key: false, index: 0, keys: HashSet::new() }
}

fn next_member(frame: Option<&mut Frame<'_>>) {
    if let Some(frame) = frame {
        frame.index += 1;
        frame.pending = "";
        frame.is_pending_key = false;
    }
}

/// The first key that stands twice in one `{}` map: the key and the offset of its second place.
pub(super) fn doubled_key(source: &str) -> Option<(String, usize)> {
    walk(source, |place| {
        let frame = place.frames.last().filter(|frame| frame.bracket == "{")?;
        let is_doubled = place.role == Role::Key && frame.keys.contains(place.token.text);
        is_doubled.then(|| (place.token.text.to_owned(), place.token.at))
    })
}

/// The value of the map's own field `format`, as written; `None` where it is not found or no number.
pub(super) fn format_number(source: &str) -> Option<(u64, usize)> {
    walk(source, |place| {
        let is_format = place.frames.len() == 1 && place.role == Role::Value && place.field() == "format";
        is_format.then(|| place.token.text.parse().ok().map(|number| (number, place.token.at)))
    })
    .flatten()
}

/// The offsets of all strings that hold a control character other than a line break or a tab.
pub(super) fn control_characters(source: &str) -> Vec<usize> {
    let is_control = |c: char| c.is_control() && !matches!(c, '\n' | '\t' | '\r');
    if !source.contains(is_control) && !source.contains("\\u{") && !source.contains("\\x") && !source.contains("\\0") {
        return Vec::new();
    }
    let strings = Tokens::new(source).filter(|token| token.kind == Kind::Text);
    strings.filter(|token| unescaped(token.text).chars().any(is_control)).map(|token| token.at).collect()
}

/// The text of a plain string with its escapes resolved, as far as they can be.
fn unescaped(text: &str) -> String {
    if !text.contains('\\') {
        return text.to_owned();
    }
    ::ron::from_str(&format!("\"{text}\"")).unwrap_or_else(|_| text.to_owned())
}

/// Where each problem stands in the text: one offset or more for each, in the order of the problems.
pub(super) fn of_problems(source: &str, map: &Map, problems: &[Problem]) -> Vec<Vec<usize>> {
    let mut by_id: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, problem) in problems.iter().enumerate() {
        by_id.entry(&problem.id).or_default().push(at);
    }
    let doubles = if problems.iter().any(|problem| problem.fault == Fault::ResultTwice) {
        doubled_results(map)
    } else {
        HashSet::new()
    };
    let mut found = vec![Vec::new(); problems.len()];
    let mut seen: HashMap<(usize, &str), usize> = HashMap::new();
    walk::<()>(source, |place| {
        for index in by_id.get(place.token.text).into_iter().flatten() {
            let (Some(problem), Some(offsets)) = (problems.get(*index), found.get_mut(*index)) else { continue };
            let is_meant = match problem.fault {
                Fault::DuplicateId => is_id(place) && nth(&mut seen, *index, place.sort()) == problem.occurrence,
                fault => is_at(fault, place, (map, &doubles)),
            };
            if is_meant {
                offsets.push(place.token.at);
            }
        }
        None
    });
    for offsets in found.iter_mut().filter(|offsets| offsets.is_empty()) {
        offsets.push(0);
    }
    found
}

fn nth<'a>(seen: &mut HashMap<(usize, &'a str), usize>, problem: usize, sort: &'a str) -> usize {
    let count = seen.entry((problem, sort)).or_default();
    *count += 1;
    *count - 1
}

fn is_id(place: &Place<'_, '_>) -> bool {
    place.token.kind == Kind::Text && place.role == Role::Value && place.field() == "id"
}

/// Whether a string with the problem's id is a place at which `fault` shows.
fn is_at(fault: Fault, place: &Place<'_, '_>, (map, doubles): (&Map, &HashSet<(usize, usize)>)) -> bool {
    let (field, is_key) = (place.field(), place.role == Role::Key);
    match fault {
        Fault::DuplicateId => is_id(place),
        Fault::DanglingLink => place.sort() == "links" && matches!(field, "from" | "to"),
        Fault::LinkToItself => place.sort() == "links" && field == "to" && is_link_to_itself(place, map),
        Fault::UnknownPersona => is_key && field == "feelings",
        Fault::UnknownLane => is_key && field == "cards",
        Fault::UnknownChannel => !is_key && field == "channels" && place.is_inside("touchpoints"),
        Fault::ChannelTwice => !is_key && field == "channels" && is_channel_twice(place, map),
        Fault::CardInWrongLane => is_key && field == "cards" && is_in_wrong_lane(place, map),
        Fault::SecondLane | Fault::SecondLine => is_id(place) && place.sort() == "lanes",
        Fault::PathToNowhere => place.sort() == "personas" && !is_key && matches!(field, "enters" | "leaves" | "skips"),
        Fault::UnknownTouchpoint => !is_key && field == "touchpoint",
        Fault::ResultTwice => {
            let result = place.index_in("surveys").zip(place.index_in("results"));
            !is_key && field == "question" && result.is_some_and(|result| doubles.contains(&result))
        }
        Fault::UnknownQuestion | Fault::AnswerOutOfRange => {
            !is_key && field == "question" && is_result_at_fault(fault, place, map)
        }
        Fault::BadChecksum => !is_key && field == "sha256",
        Fault::BadScale | Fault::MetricOffScale => is_id(place) && place.sort() == "questions",
        Fault::UnknownNoteTarget => !is_key && field == "to" && place.sort() == "notes",
        Fault::BadNotePlace => is_id(place) && place.sort() == "notes",
        Fault::UnknownImage => !is_key && matches!(field, "image" | "portrait"),
        Fault::BadImage => is_id(place) && place.sort() == "images",
        Fault::BadBands | Fault::NoPersona => is_key && place.frames.len() == 1,
    }
}

fn is_in_wrong_lane(place: &Place<'_, '_>, map: &Map) -> bool {
    let lane = map.lanes.iter().find(|lane| lane.id.to_string() == place.token.text);
    let spans = if place.is_inside("touchpoints") { Spans::Touchpoints } else { Spans::Stages };
    lane.is_some_and(|lane| !lane.kind.holds_cards() || lane.spans != spans)
}

/// The results that stand a second time in their survey: place of the survey, place of the result.
fn doubled_results(map: &Map) -> HashSet<(usize, usize)> {
    let of_survey = |(number, survey): (usize, &'_ Arc<Survey>)| {
        let mut told = HashSet::new();
        let is_told = |result: &SurveyResult| (result.touchpoint, result.question, result.segment.clone());
        let results = survey.results.iter().enumerate();
        let doubled = results.filter(|(_, result)| !told.insert(is_told(result))).map(|(at, _)| (number, at));
        doubled.collect::<Vec<_>>()
    };
    map.surveys.iter().enumerate().flat_map(of_survey).collect()
}

fn is_link_to_itself(place: &Place<'_, '_>, map: &Map) -> bool {
    let link = place.index_in("links").and_then(|index| map.links.get(index));
    link.is_some_and(|link| link.from == link.to)
}

/// Whether it is the second or a later mention in its touchpoint.
fn is_channel_twice(place: &Place<'_, '_>, map: &Map) -> bool {
    let stage = place.index_in("stages").and_then(|index| map.stages.get(index));
    let touchpoint = stage.zip(place.index_in("touchpoints")).and_then(|(stage, index)| stage.touchpoints.get(index));
    let Some((touchpoint, at)) = touchpoint.zip(place.index_in("channels")) else { return false };
    touchpoint.channels.iter().take(at).any(|channel| channel.to_string() == place.token.text)
}

fn is_result_at_fault(fault: Fault, place: &Place<'_, '_>, map: &Map) -> bool {
    let survey = place.index_in("surveys").and_then(|index| map.surveys.get(index));
    let result = survey.zip(place.index_in("results")).and_then(|(survey, index)| survey.results.get(index));
    let Some((survey, result)) = survey.zip(result) else { return false };
    match survey.question(result.question) {
        None => fault == Fault::UnknownQuestion,
        Some(question) => {
            let range = question.scale.low..=question.scale.high;
            fault == Fault::AnswerOutOfRange && result.answers.keys().any(|answer| !range.contains(answer))
        }
    }
}
