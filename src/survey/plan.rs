//! What is to be done with the columns of a survey file. A wizard edits it, the command line builds it.
//!
//! Must not know how columns are guessed or counted.

use super::ColumnNumber;
use crate::map::{AnswerScale, Metric, TouchpointId, Wave};

/// What is to be done with the columns of a survey file: a plain value.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The run of the survey.
    pub wave: Wave,
    /// The column that names the touchpoint of a row (a *long* file); `None` for a *wide* one.
    pub touchpoint_column: Option<ColumnNumber>,
    /// The column whose values are the segments; `None` for no segments.
    pub segment_column: Option<ColumnNumber>,
    /// The columns that are scored, in the order they will stand in the map.
    pub scores: Vec<PlannedScore>,
    /// What happens with a touchpoint name that the map does not know.
    pub unknown_names: UnknownNames,
}

/// One column that is scored.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedScore {
    /// Which column.
    pub column: ColumnNumber,
    /// How its answers are read.
    pub metric: Metric,
    /// The lowest and the highest possible answer, and which end is good.
    pub scale: AnswerScale,
    /// Where its answers belong.
    pub target: Target,
}

/// Where the answers of a column belong.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// To the touchpoint that the row names in the plan's touchpoint column.
    FromColumn,
    /// To a touchpoint of the map.
    Touchpoint(TouchpointId),
    /// To the touchpoint with this name; made if [`UnknownNames::Add`] says so.
    Named(String),
    /// To the journey as a whole.
    WholeJourney,
}

/// What happens with a touchpoint name that the map does not know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UnknownNames {
    /// Its answers are listed as unmatched and left out.
    #[default]
    LeaveOut,
    /// A touchpoint is made of it.
    Add,
}
