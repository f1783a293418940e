//! The seven stages of a digital journey (domain handbook, fact 8), into which the answers of the guided start go.
//!
//! Must not know how a stage is guessed.

use crate::texts::Texts;

/// A stage of a digital journey, in the order of the journey.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DigitalStage {
    /// The customer hears of us.
    Awareness,
    /// The customer finds what we offer.
    Discovery,
    /// The customer compares and decides.
    Evaluation,
    /// The customer orders, pays and receives.
    Purchase,
    /// The customer tells others.
    Sharing,
    /// The customer needs help.
    Support,
    /// The customer buys again.
    Repurchase,
}

impl DigitalStage {
    /// Every stage, in order.
    pub const ALL: [Self; 7] = [
        Self::Awareness,
        Self::Discovery,
        Self::Evaluation,
        Self::Purchase,
        Self::Sharing,
        Self::Support,
        Self::Repurchase,
    ];

    /// Its place in the journey, from 0.
    pub fn place(self) -> usize {
        Self::ALL.iter().position(|stage| *stage == self).unwrap_or_default()
    }

    /// The stage `by` places on; the first or last where there is none.
    pub fn shifted(self, by: isize) -> Self {
        let place = self.place().saturating_add_signed(by);
        Self::ALL.get(place).copied().unwrap_or(Self::Repurchase)
    }

    /// What it is called on the map and in the guide.
    pub fn name(self, texts: Texts) -> &'static str {
        match self {
            Self::Awareness => texts.stage_awareness(),
            Self::Discovery => texts.stage_discovery(),
            Self::Evaluation => texts.stage_evaluation(),
            Self::Purchase => texts.stage_purchase(),
            Self::Sharing => texts.stage_sharing(),
            Self::Support => texts.stage_support(),
            Self::Repurchase => texts.stage_repurchase(),
        }
    }
}
