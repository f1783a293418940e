//! Which parts of the panel there is room for, and where: side by side, one above the other, or one at a time.
//!
//! Geometry only; must not know what the parts show. Sizes are in points.

use super::frame::least_size;
use egui::{Rect, pos2};

/// Width of the list beside the chart, as a share of the panel and within bounds in points.
const LIST: (f32, f32, f32) = (0.34, 274.0, 420.0);
/// The least width of the chart beside the list, in points.
const CHART: f32 = 340.0;
/// The least height of the chart above the list, and of the list below it, in points.
const STACKED: (f32, f32) = (180.0, 120.0);
/// The chart's share of the height where the list is below it.
const CHART_SHARE: f32 = 0.55;
/// Space between list and chart, in points.
const GAP: f32 = 16.0;
/// Height of the row that switches between them, in points.
const SWITCH: f32 = 30.0;
/// Height of a row of the legend, in points.
pub(super) const LEGEND_ROW: f32 = 22.0;

/// The part that is seen where there is room for one only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Part {
    #[default]
    Chart,
    List,
}

/// Where the parts are, in screen points; `None` for what is not shown.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Parts {
    /// The switch between chart and list.
    pub switch: Option<Rect>,
    pub chart: Option<Rect>,
    pub list: Option<Rect>,
}

/// Divides `room`; `chosen` decides where only one part fits.
pub(super) fn parts(room: Rect, chosen: Part) -> Parts {
    let least = least_size();
    let least_height = least.y + LEGEND_ROW;
    if room.width() < least.x || room.height() < least_height {
        return Parts { list: Some(room), ..Parts::default() };
    }
    if room.width() >= CHART + GAP + LIST.1 {
        let split = room.right() - (room.width() * LIST.0).clamp(LIST.1, LIST.2);
        let (chart, _) = room.split_left_right_at_x(split - GAP);
        let (_, list) = room.split_left_right_at_x(split);
        return Parts { switch: None, chart: Some(chart), list: Some(list) };
    }
    if room.height() >= STACKED.0 + GAP + STACKED.1 {
        let height = (room.height() * CHART_SHARE).max(STACKED.0);
        let (chart, below) = room.split_top_bottom_at_y(room.top() + height);
        let list = Rect::from_min_max(pos2(below.left(), below.top() + GAP), below.max);
        return Parts { switch: None, chart: Some(chart), list: Some(list) };
    }
    if room.height() < SWITCH + least_height {
        return Parts { list: Some(room), ..Parts::default() };
    }
    let (switch, below) = room.split_top_bottom_at_y(room.top() + SWITCH);
    let switch = Some(switch);
    match chosen {
        Part::Chart => Parts { switch, chart: Some(below), list: None },
        Part::List => Parts { switch, chart: None, list: Some(below) },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::vec2;

    fn of(width: f32, height: f32, chosen: Part) -> Parts {
        parts(Rect::from_min_size(pos2(10.0, 20.0), vec2(width, height)), chosen)
    }

    #[test]
    fn a_wide_panel_has_both_side_by_side_each_with_its_least_width() {
        for width in [630.0, 848.0, 1568.0] {
            let parts = of(width, 240.0, Part::List);
            let (chart, list) = (parts.chart.unwrap(), parts.list.unwrap());
            assert!(chart.width() >= CHART && list.width() >= LIST.1 && chart.right() < list.left(), "{width}");
            assert_eq!(parts.switch, None);
        }
    }

    #[test]
    fn a_narrow_panel_stacks_them_if_it_is_high_and_else_shows_one_at_a_time() {
        let high = of(520.0, 400.0, Part::Chart);
        assert!(high.chart.unwrap().bottom() < high.list.unwrap().top());
        assert!(high.list.unwrap().height() >= STACKED.1);
        let chart = of(520.0, 240.0, Part::Chart);
        assert!(chart.switch.is_some() && chart.list.is_none() && chart.chart.unwrap().width() >= 520.0);
        let list = of(520.0, 240.0, Part::List);
        assert!(list.switch.is_some() && list.chart.is_none() && list.list.unwrap().width() >= 520.0);
    }

    #[test]
    fn without_room_for_a_chart_there_is_the_list_alone() {
        for (width, height) in [(40.0, 560.0), (900.0, 60.0), (0.0, 0.0)] {
            let parts = of(width, height, Part::Chart);
            assert!(parts.list.is_some() && parts.chart.is_none() && parts.switch.is_none());
        }
    }
}
