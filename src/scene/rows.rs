//! The rows of the picture: how high each lane is and what its label says. Must not know what stands in a cell.

use super::{LaneRow, labels, sizes, text::Measurer};
use crate::{
    map::{Lane, LaneKind, Map, Spans},
    texts::Texts,
};
use std::sync::Arc;

/// The shown lanes as rows, one under the other. `needed` says how much room a lane's cells need.
pub(super) fn lane_rows(
    measurer: &mut Measurer,
    (map, texts): (&Map, Texts),
    lanes: &[&Arc<Lane>],
    needed: impl Fn(usize) -> f64,
) -> Vec<LaneRow> {
    let mut top = sizes::LANES_TOP;
    let mut rows = Vec::with_capacity(lanes.len());
    for (at, lane) in lanes.iter().enumerate() {
        let height = needed(at).max(body_height(lane)) + strip(lane);
        let name = labels::lane_name(texts, lane);
        let bands = (lane.kind == LaneKind::Emotion).then(|| labels::named_bands(texts, &map.scale));
        let label = labels::lane_label(measurer, (lane, &name, texts), height, bands.as_deref());
        rows.push(LaneRow {
            id: lane.id,
            kind: lane.kind,
            spans: if lane.kind.holds_cards() { lane.spans } else { Spans::Touchpoints },
            name,
            top,
            height,
            line: lane.line,
            label: Arc::new(label),
        });
        top += height;
    }
    rows
}

/// How high the cells of the first lane of a kind are at least; `None` without one.
pub(super) fn height_of_kind(lanes: &[&Arc<Lane>], kind: LaneKind) -> Option<f64> {
    lanes.iter().find(|lane| lane.kind == kind).map(|lane| body_height(lane))
}

/// The least height of a row's cells: the user's wish, but never less than what the kind needs.
fn body_height(lane: &Lane) -> f64 {
    let (least, usual) = match lane.kind {
        LaneKind::Touchpoints => (sizes::TOUCHPOINT_ROW, sizes::TOUCHPOINT_ROW),
        LaneKind::Emotion => (sizes::EMOTION_ROW_LEAST, sizes::EMOTION_ROW),
        LaneKind::DramaticArc => (sizes::ARC_ROW_LEAST, sizes::ARC_ROW),
        LaneKind::Channels => (sizes::CHANNEL_ROW, sizes::CHANNEL_ROW),
        LaneKind::Survey => (sizes::SURVEY_ROW, sizes::SURVEY_ROW),
        LaneKind::PainPoints
        | LaneKind::Opportunities
        | LaneKind::Actions
        | LaneKind::Thoughts
        | LaneKind::Backstage
        | LaneKind::Notes => (sizes::CARD_ROW, sizes::CARD_ROW),
    };
    lane.height.map_or(usual, |wish| (f64::from(wish) - strip(lane)).max(least))
}

/// The room that the words of the line under a lane take, at the foot of its row.
fn strip(lane: &Lane) -> f64 {
    lane.line.map_or(0.0, |_| sizes::LINE_STRIP)
}
