//! The journey as a funnel: how many customers go on from stage to stage (domain handbook, fact 6).
//!
//! Must not know feelings.

use crate::map::{Map, StageId};

/// How many customers went on from one counted stage to the next counted one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Conversion {
    /// The earlier stage.
    pub from: StageId,
    /// The later stage; stages without a count between the two are passed over.
    pub to: StageId,
    /// How many customers reached the earlier stage; at least 1.
    pub reached: u64,
    /// How many reached the later one; more than `reached` where customers also enter there.
    pub went_on: u64,
    /// `went_on` of `reached`, in per cent; above 100 where customers also enter at the later stage.
    pub percent: f64,
}

impl Conversion {
    /// How many dropped off; 0 where more came than were there.
    pub fn lost(self) -> u64 {
        self.reached.saturating_sub(self.went_on)
    }
}

/// The step on which the greatest share of customers drops off, the first of equals; `None` where nobody does.
pub fn biggest_drop(funnel: &[Conversion]) -> Option<Conversion> {
    let drops = funnel.iter().copied().filter(|step| step.lost() > 0);
    drops.min_by(|a, b| a.percent.total_cmp(&b.percent))
}

/// The share of customers that goes on, from each stage with a count to the next one with a count.
pub fn conversions(map: &Map) -> Vec<Conversion> {
    let counted: Vec<_> = map.stages.iter().filter_map(|stage| Some((stage.id, stage.reach?))).collect();
    let pairs = counted.iter().zip(counted.iter().skip(1));
    pairs
        .filter(|((_, reached), _)| *reached > 0)
        .map(|(&(from, reached), &(to, went_on))| {
            let percent = 100.0 * number(went_on) / number(reached);
            Conversion { from, to, reached, went_on, percent }
        })
        .collect()
}

/// A count as a number; exact to 2^53.
fn number(count: u64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a share needs no more than the 53 bits of an f64")]
    let number = count as f64;
    number
}
