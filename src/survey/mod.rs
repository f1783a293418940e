//! Answers become numbers: bytes of a survey file are read into a compact [`Table`], inspected, given to touchpoints
//! by a [`Plan`] and attached as histograms; metrics are read from the histograms.
//!
//! ```text
//! bytes --read--> Table --inspect--> Inspection --guess_plan--> Plan --attach--> Attachment --> one edit of the map
//! histogram --metric::estimate--> Estimate      two histograms --difference::difference--> Difference
//! ```
//!
//! Must not know the screen, files, threads or the clock.

mod attach;
mod cell;
mod chosen;
mod column;
mod delimiter;
pub mod difference;
mod error;
mod guess;
mod header;
mod inspect;
pub mod metric;
mod name;
mod opening;
mod places;
mod plan;
mod read;
mod table;
mod tabulate;
mod tally;
mod wording;

pub use attach::{Attachment, Report, attach, preview};
pub use cell::{Counts, reason_name};
pub use chosen::{Measurement, chosen_measurements, measurements, waves_of};
pub use error::SurveyError;
pub use guess::guess_plan;
pub use header::Vendor;
pub use inspect::{Ask, ColumnInspection, Inspection, Reason, Role, ScoreGuess, inspect};
pub use name::{as_words, folded};
pub use opening::Encoding;
pub use plan::{Plan, PlannedScore, Target, UnknownNames};
pub use read::{Progress, read};
pub use table::{ColumnNumber, Flaw, Ragged, Table};
