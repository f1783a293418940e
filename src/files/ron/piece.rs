//! A piece of a map as text, for the clipboard: RON like a map file, with a first field that tells it from one.
//!
//! Must not know the clipboard.

use super::{ParseError, WriteError, options, pretty};
use crate::{
    map::{
        Carries, Channel, Fragment, Image, Lane, Link, LooseCard, LooseFeeling, LooseLevel, LooseLink, LooseNote,
        Persona, Stage, Touchpoint, WholeLane,
    },
    texts::Texts,
};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The version this program writes and the newest it reads.
const VERSION: u32 = 1;
/// The field that every piece begins with.
const HEAD: &str = "wayfarer_piece:";
/// The largest text that is read as a piece, in bytes: 16 MiB, some 50 000 touchpoints.
const MOST_BYTES: usize = 16 << 20;

/// A piece as the text has it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Piece")]
struct PieceV1 {
    wayfarer_piece: u32,
    #[serde(default, skip_serializing_if = "is_things")]
    carries: Carries,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    personas: Vec<Arc<Persona>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    channels: Vec<Arc<Channel>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    lanes: Vec<Arc<Lane>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    stages: Vec<Arc<Stage>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    touchpoints: Vec<Arc<Touchpoint>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    cards: Vec<LooseCard>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    feelings: Vec<LooseFeeling>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    whole_lanes: Vec<WholeLane>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    levels: Vec<LooseLevel>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    links: Vec<Arc<Link>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    loose_links: Vec<LooseLink>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    notes: Vec<LooseNote>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    images: Vec<Arc<Image>>,
}

fn is_things(carries: &Carries) -> bool {
    *carries == Carries::Things
}

/// Why a text with the head of a piece is none.
#[derive(Clone, Debug, PartialEq)]
pub enum PieceError {
    /// Longer than any piece.
    TooLarge,
    /// Written by a newer program.
    Newer,
    /// Not the text of a piece; where and why.
    Syntax(Box<ParseError>),
    /// Ids that stand twice, or names of what does not come along.
    Unsound,
}

impl PieceError {
    /// What is wrong and what to do, in a sentence.
    pub fn sentence(&self, texts: Texts) -> String {
        match self {
            Self::TooLarge => texts.files_piece_too_large().to_owned(),
            Self::Newer => texts.files_piece_newer().to_owned(),
            Self::Unsound => texts.files_piece_unsound().to_owned(),
            Self::Syntax(error) => {
                let first = error.problems.first();
                let place = first.map(|one| texts.shell_at(one.at.line, one.at.column, one.sentence(texts)));
                texts.files_piece_broken(place.unwrap_or_default())
            }
        }
    }
}

/// Whether a text says of itself that it is a piece.
pub fn is_piece(text: &str) -> bool {
    let text = text.trim_start_matches(super::BYTE_ORDER_MARK).trim_start();
    let text = match text.strip_prefix("#![enable(") {
        Some(rest) => rest.split_once(']').map_or("", |(_, rest)| rest),
        None => text,
    };
    let text = text.trim_start();
    let text = text.strip_prefix("Piece").unwrap_or(text).trim_start();
    text.strip_prefix('(').is_some_and(|rest| rest.trim_start().starts_with(HEAD))
}

/// Reads the text of a piece and checks it.
///
/// # Errors
///
/// Everything that keeps the text from being a sound piece.
pub fn parse(text: &str) -> Result<Fragment, PieceError> {
    if text.len() > MOST_BYTES {
        return Err(PieceError::TooLarge);
    }
    let text = text.strip_prefix(super::BYTE_ORDER_MARK).unwrap_or(text);
    let piece: PieceV1 = options().from_str(text).map_err(|error| refusal(text, error))?;
    if piece.wayfarer_piece != VERSION {
        return Err(PieceError::Newer);
    }
    let piece = Fragment::from(piece);
    let is_sound = piece.is_sound() && piece.images.iter().all(|image| crate::files::image::is_sound(image));
    if is_sound { Ok(piece) } else { Err(PieceError::Unsound) }
}

/// A newer version explains every other oddity.
fn refusal(text: &str, error: ::ron::error::SpannedError) -> PieceError {
    let after = text.split_once(HEAD).map_or("", |(_, rest)| rest.trim_start());
    let number: String = after.chars().take_while(char::is_ascii_digit).collect();
    if number.parse::<u64>().is_ok_and(|number| number > u64::from(VERSION)) {
        return PieceError::Newer;
    }
    PieceError::Syntax(Box::new(super::refusal(text, error)))
}

/// The text of a piece.
///
/// # Errors
///
/// A piece that has no RON form.
pub fn write(piece: &Fragment) -> Result<String, WriteError> {
    Ok(pretty(&PieceV1::from(piece))?)
}

impl From<PieceV1> for Fragment {
    fn from(piece: PieceV1) -> Self {
        Self {
            carries: piece.carries,
            personas: piece.personas,
            channels: piece.channels,
            lanes: piece.lanes,
            stages: piece.stages,
            touchpoints: piece.touchpoints,
            cards: piece.cards,
            feelings: piece.feelings,
            rows: piece.whole_lanes,
            levels: piece.levels,
            links: piece.links,
            loose_links: piece.loose_links,
            notes: piece.notes,
            images: piece.images,
        }
    }
}

impl From<&Fragment> for PieceV1 {
    fn from(piece: &Fragment) -> Self {
        // Taken apart in full, so that a new field cannot be forgotten here.
        let Fragment {
            carries,
            personas,
            channels,
            lanes,
            stages,
            touchpoints,
            cards,
            feelings,
            rows,
            levels,
            links,
            loose_links,
            notes,
            images,
        } = piece.clone();
        Self {
            wayfarer_piece: VERSION,
            carries,
            personas,
            channels,
            lanes,
            stages,
            touchpoints,
            cards,
            feelings,
            whole_lanes: rows,
            levels,
            links,
            loose_links,
            notes,
            images,
        }
    }
}
