//! Counting clicks at one place. Must not know what a click does.

use egui::Pos2;

/// Two clicks within this time and distance are a double-click, in seconds and screen points.
const DOUBLE_CLICK: (f64, f32) = (0.35, 6.0);

/// Counts clicks at one place.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Clicks {
    last: Option<(f64, Pos2)>,
    count: u8,
}

impl Clicks {
    /// Counts a press.
    pub(super) fn press(&mut self, time: f64, at: Pos2) {
        let (within, around) = DOUBLE_CLICK;
        let is_next = self.last.is_some_and(|(then, place)| time - then <= within && place.distance(at) <= around);
        self.count = if is_next { self.count.saturating_add(1) } else { 1 };
        self.last = Some((time, at));
    }

    /// 1 for the first click at a place, 2 for a double-click, 1 again for the next.
    pub(super) fn count(self) -> u8 {
        if self.count.is_multiple_of(2) { 2 } else { 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    #[test]
    fn two_quick_clicks_at_one_place_are_a_double_click() {
        let mut clicks = Clicks::default();
        let mut count = |time, x| {
            clicks.press(time, pos2(x, 0.0));
            clicks.count()
        };
        assert_eq!(count(1.0, 5.0), 1);
        assert_eq!(count(1.2, 6.0), 2);
        assert_eq!(count(1.3, 6.0), 1, "the third click begins anew");
        assert_eq!(count(3.0, 6.0), 1);
        assert_eq!(count(3.1, 60.0), 1);
    }
}
