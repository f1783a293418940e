//! What can be wrong with a map file, where, and the sentence for it.
//!
//! Must not know paths: whoever has the path writes it before the position.

use super::places::{Lines, Position};
use crate::{map::Fault, texts::Texts};
use ::ron::error::{Error as Ron, SpannedError};

/// Characters of a wrong value that a sentence shows.
const VALUE_CHARACTERS: usize = 24;
/// How many allowed names a sentence lists at the most.
const NAMES_LISTED: usize = 16;

/// Why a text is no map, with every place at fault. Never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseError {
    /// The faults in the order of the file.
    pub problems: Vec<Located>,
}

/// One fault and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// Where it stands.
    pub at: Position,
    /// What it is.
    pub what: What,
}

/// Something worth saying about a file that could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// Where it stands.
    pub at: Position,
    /// What it is.
    pub what: WarningKind,
}

/// The sorts of warnings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WarningKind {
    /// A text holds a control character; it is kept, and left out of pictures.
    ControlCharacter,
}

/// What can be wrong with a map file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// There is nothing in it.
    Empty,
    /// Not UTF-8, from this byte on, counted from 0.
    NotText {
        /// The offset of the first byte that is no text.
        byte: usize,
    },
    /// More bytes than [`MAX_BYTES`](super::MAX_BYTES).
    TooLarge {
        /// Its size in bytes.
        bytes: u64,
    },
    /// Written by a newer program.
    NewerFormat {
        /// The format it says it has.
        format: u64,
    },
    /// A format number that never existed.
    NoSuchFormat {
        /// The format it says it has.
        format: u64,
    },
    /// It ends in the middle.
    Truncated,
    /// Brackets inside brackets without end.
    TooDeep,
    /// A key twice in one `{}` map.
    DuplicateKey {
        /// The key.
        key: String,
    },
    /// Grammar, names or values that do not fit, as `ron` found them.
    Syntax(Ron),
    /// A map that breaks its own rules.
    Unsound {
        /// The rule.
        fault: Fault,
        /// The id or field at fault.
        id: String,
    },
}

impl ParseError {
    pub(super) fn one(at: Position, what: What) -> Self {
        Self { problems: vec![Located { at, what }] }
    }

    /// What `ron` found, pointing at the word it found it at.
    pub(super) fn of_ron(error: SpannedError, lines: &Lines<'_>) -> Self {
        let point = |position: ::ron::error::Position| Position { line: position.line, column: position.col };
        let (start, end) = (lines.token_at(point(error.span.start)), lines.token_at(point(error.span.end)));
        match What::of_ron(error.code) {
            What::Truncated => Self::one(lines.end(), What::Truncated),
            // A value that was read and refused: ron stands behind its opening quote.
            what @ What::Syntax(Ron::Message(_)) => Self::one(lines.position(lines.quote_before(start)), what),
            what @ What::Syntax(
                Ron::TrailingCharacters
                | Ron::ExpectedDifferentStructName { .. }
                | Ron::ExpectedNamedStructLike(super::format::NAME),
            ) => Self::one(lines.position(start), what),
            _ if lines.is_end(start) || lines.is_end(end) => Self::one(lines.end(), What::Truncated),
            // ron reads the whole part of 4.5 and then misses a comma.
            What::Syntax(Ron::ExpectedComma) if lines.has_point_at(start) => {
                Self::one(lines.position(start), What::Syntax(Ron::ExpectedInteger))
            }
            what => Self::one(lines.position(start), what),
        }
    }
}

impl Located {
    /// What is wrong, in one sentence.
    pub fn sentence(&self, texts: Texts) -> String {
        self.what.sentence(texts)
    }
}

impl Warning {
    /// What is worth knowing, in one sentence.
    pub fn sentence(&self, texts: Texts) -> String {
        match self.what {
            WarningKind::ControlCharacter => texts.files_control_character().to_owned(),
        }
    }
}

impl What {
    fn of_ron(code: Ron) -> Self {
        match code {
            Ron::Eof | Ron::ExpectedStringEnd | Ron::UnclosedBlockComment => Self::Truncated,
            Ron::ExceededRecursionLimit => Self::TooDeep,
            code => Self::Syntax(code),
        }
    }

    /// What is wrong, in one sentence.
    pub fn sentence(&self, texts: Texts) -> String {
        match self {
            Self::Empty => texts.files_empty().to_owned(),
            Self::NotText { byte } => texts.files_not_text(byte),
            Self::TooLarge { bytes } => {
                texts.files_too_large(texts.count(bytes.div_ceil(MEGABYTE)), texts.count(super::MAX_BYTES / MEGABYTE))
            }
            Self::NewerFormat { format } => texts.files_newer_format(format, super::format::FORMAT),
            Self::NoSuchFormat { format } => texts.files_no_such_format(format),
            Self::Truncated => texts.files_truncated().to_owned(),
            Self::TooDeep => texts.files_too_deep().to_owned(),
            Self::DuplicateKey { key } => texts.files_duplicate_key(key),
            Self::Syntax(code) => syntax_sentence(code, texts),
            Self::Unsound { fault, id } => fault_sentence(*fault, id, texts),
        }
    }
}

/// 1 MiB in bytes.
const MEGABYTE: u64 = 1 << 20;

fn fault_sentence(fault: Fault, id: &str, texts: Texts) -> String {
    match fault {
        Fault::DuplicateId => texts.files_duplicate_id(id),
        Fault::DanglingLink => texts.files_dangling_link(id),
        Fault::LinkToItself => texts.files_link_to_itself(id),
        Fault::UnknownPersona => texts.files_unknown_persona(id),
        Fault::UnknownLane => texts.files_unknown_lane(id),
        Fault::UnknownChannel => texts.files_unknown_channel(id),
        Fault::ChannelTwice => texts.files_channel_twice(id),
        Fault::CardInWrongLane => texts.files_card_in_wrong_lane(id),
        Fault::SecondLane => texts.files_second_lane(id),
        Fault::SecondLine => texts.files_second_line(id),
        Fault::UnknownTouchpoint => texts.files_unknown_touchpoint(id),
        Fault::PathToNowhere => texts.files_path_to_nowhere(id),
        Fault::UnknownQuestion => texts.files_unknown_question(id),
        Fault::ResultTwice => texts.files_result_twice(id),
        Fault::BadChecksum => texts.files_bad_checksum(id),
        Fault::BadScale => texts.files_bad_scale(id),
        Fault::MetricOffScale => texts.files_metric_off_scale(id),
        Fault::AnswerOutOfRange => texts.files_answer_out_of_range(id),
        Fault::BadBands => texts.files_bad_bands().to_owned(),
        Fault::NoPersona => texts.files_no_persona().to_owned(),
    }
}

fn syntax_sentence(code: &Ron, texts: Texts) -> String {
    match code {
        Ron::NoSuchStructField { expected, found, .. } => texts.files_unknown_field(found, listed(expected)),
        Ron::NoSuchEnumVariant { expected, found, .. } => texts.files_unknown_value(found, listed(expected)),
        Ron::MissingStructField { field, .. } => texts.files_missing_field(field),
        Ron::DuplicateStructField { field, .. } => texts.files_duplicate_field(field),
        Ron::ExpectedInteger | Ron::IntegerOutOfBounds | Ron::InvalidIntegerDigit { .. } => {
            texts.files_whole_number_wanted().to_owned()
        }
        Ron::ExpectedFloat | Ron::FloatUnderscore | Ron::UnderscoreAtBeginning => {
            texts.files_number_wanted().to_owned()
        }
        Ron::ExpectedString => texts.files_string_wanted().to_owned(),
        Ron::ExpectedComma => texts.files_comma_wanted().to_owned(),
        Ron::ExpectedMapColon => texts.files_colon_wanted().to_owned(),
        Ron::ExpectedArray => texts.files_bracket_wanted("["),
        Ron::ExpectedArrayEnd => texts.files_bracket_wanted("]"),
        Ron::ExpectedMap => texts.files_bracket_wanted("{"),
        Ron::ExpectedMapEnd => texts.files_bracket_wanted("}"),
        Ron::ExpectedDifferentStructName { .. } | Ron::ExpectedNamedStructLike(super::format::NAME) => {
            texts.files_no_map().to_owned()
        }
        Ron::ExpectedStructLike | Ron::ExpectedNamedStructLike(_) => texts.files_bracket_wanted("("),
        Ron::ExpectedStructLikeEnd | Ron::ExpectedOptionEnd => texts.files_bracket_wanted(")"),
        Ron::ExpectedIdentifier => texts.files_name_wanted().to_owned(),
        Ron::TrailingCharacters => texts.files_trailing().to_owned(),
        Ron::UnexpectedChar(character) => texts.files_unexpected_character(character.escape_debug()),
        Ron::InvalidEscape(_) => texts.files_bad_escape().to_owned(),
        Ron::Message(message) => message_sentence(message, texts),
        // ron may add to its errors at any time; its own English sentence is better than none.
        other => texts.files_other(other),
    }
}

/// The refusals of values that the model itself gives, in the user's language.
fn message_sentence(message: &str, texts: Texts) -> String {
    let between = |start: &str, end: &str| message.strip_prefix(start).and_then(|rest| rest.strip_suffix(end));
    if let Some(value) = between("score ", " is outside -100 to 100") {
        return texts.files_bad_score(value);
    }
    if let Some(value) = between("engagement ", " is outside 1 to 5") {
        return texts.files_bad_engagement(value);
    }
    if let Some(value) = between("share ", " is not a number from 0 to 100") {
        return texts.files_bad_share(value);
    }
    if let Some(value) = between("bad id \"", "\"") {
        return texts.files_bad_id(shortened(value));
    }
    if let Some(value) = between("\"", "\" is no colour of the form #rrggbb") {
        return texts.files_bad_color(shortened(value));
    }
    // Dates are the only other values that are read from text; their reader has many reasons, all in English.
    if message.contains("parse") {
        return texts.files_bad_date().to_owned();
    }
    texts.files_other(message)
}

/// A value as a sentence can hold it.
fn shortened(value: &str) -> String {
    let mut text: String = value.chars().take(VALUE_CHARACTERS).flat_map(char::escape_debug).collect();
    if value.chars().nth(VALUE_CHARACTERS).is_some() {
        text.push('…');
    }
    text
}

fn listed(names: &[&str]) -> String {
    let mut list = names.iter().take(NAMES_LISTED).copied().collect::<Vec<_>>().join(", ");
    if names.len() > NAMES_LISTED {
        list.push_str(", …");
    }
    list
}
