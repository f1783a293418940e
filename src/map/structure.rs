//! Whether stages and touchpoints of a map stand fast. Must not know who asks for a change.

use serde::{Deserialize, Serialize};

/// Whether stages and touchpoints may be made, moved and removed. Texts, cards and feelings may change in any case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Structure {
    /// They may.
    #[default]
    Open,
    /// They stand fast, so that a workshop cannot take the map apart by accident.
    Locked,
}

impl Structure {
    /// Whether stages and touchpoints may be made, moved and removed.
    pub fn is_open(&self) -> bool {
        match self {
            Self::Open => true,
            Self::Locked => false,
        }
    }

    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::Open => Self::Locked,
            Self::Locked => Self::Open,
        }
    }
}
