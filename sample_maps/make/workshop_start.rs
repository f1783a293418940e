//! The sample "Workshop start": what a facilitator opens at nine o'clock. Three stages, a few touchpoints, no scores.

use super::{File, sketch::Sketch};
use wayfarer::map::LaneKind;

/// The map.
pub fn files() -> Vec<File> {
    let lanes =
        [LaneKind::Touchpoints, LaneKind::Emotion, LaneKind::Channels, LaneKind::PainPoints, LaneKind::Opportunities];
    let mut map = Sketch::new(
        "Workshop: our customer's journey",
        "Where do customers look for an answer, what helps them decide, and do they see us again after buying?",
        &lanes,
    );
    map.persona("customer", "A customer of ours", "Who is it, and what matters to them today?")
        .stage("before", "Before buying")
        .touchpoint("search", "Search on the web")
        .touchpoint("ask", "Ask a friend")
        .stage("buying", "Buying")
        .touchpoint("shop", "In the shop")
        .stage("after", "After buying")
        .touchpoint("help", "Ask for help");
    vec![File::map("workshop_start.ron", &map.into_map())]
}
