//! The sizes that letters are painted at. A new size has to be laid out and rasterised, so while the view zooms, a
//! text keeps its size until that is visibly off, and few styles change their size in one frame; once the view rests,
//! they become exact, again few at a time.
//!
//! Must not know what a text says.

use crate::scene::FontWeight;
use rustc_hash::FxHashMap;

/// Sizes on the screen are rounded to this, in points, so that zooming needs few sizes of each letter.
const STEP: f32 = 0.5;
/// So many styles change their size, or appear, in one frame.
const CHANGES: usize = 2;
/// While the view zooms, letters that are so far off change their size when it is their turn.
const OFF: f32 = 0.08;
/// Letters that are so far off change their size at once.
const FAR_OFF: f32 = 0.2;

/// What sizes letters have on the screen.
#[derive(Debug, Default)]
pub struct Letters {
    zoom: f64,
    frame: u64,
    pace: Pace,
    changes: usize,
    is_waiting: bool,
    styles: FxHashMap<(FontWeight, u32), Painted>,
}

/// What the view does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Pace {
    /// Nothing was painted before.
    #[default]
    First,
    /// It is another zoom than in the last frame.
    Zooming,
    /// It is the same zoom.
    Resting,
}

/// How a style is painted.
#[derive(Clone, Copy, Debug)]
struct Painted {
    /// In points; `None` where its turn to appear has not come.
    size: Option<f32>,
    frame: u64,
}

impl Letters {
    /// Begins a frame at a zoom.
    pub(super) fn begin(&mut self, zoom: f64) {
        self.pace = match self.frame {
            0 => Pace::First,
            _ if self.zoom == zoom => Pace::Resting,
            _ => Pace::Zooming,
        };
        self.zoom = zoom;
        self.frame += 1;
        self.changes = 0;
        self.is_waiting = false;
    }

    /// Whether some letters are not yet as they should be, so that another frame is needed.
    pub fn are_waiting(&self) -> bool {
        self.is_waiting
    }

    /// The size of a style in this frame, in points, if it is painted; `exact` is what the zoom makes of it.
    pub(super) fn size(&mut self, (weight, size): (FontWeight, f32), exact: f32) -> Option<f32> {
        let style = (weight, size.to_bits());
        let known = self.styles.get(&style).copied();
        if let Some(painted) = known.filter(|painted| painted.frame == self.frame) {
            return painted.size;
        }
        // What was not painted in the last frame appears anew; its letters are no longer laid out.
        let last = known.filter(|painted| painted.frame + 1 == self.frame).and_then(|painted| painted.size);
        let size = self.next(last, exact);
        self.styles.insert(style, Painted { size, frame: self.frame });
        size
    }

    fn next(&mut self, last: Option<f32>, exact: f32) -> Option<f32> {
        let rounded = ((exact / STEP).round() * STEP).max(STEP);
        if last == Some(rounded) {
            return last;
        }
        let off = last.map(|last| (exact / last - 1.0).abs());
        let may_wait = self.pace != Pace::First && off.is_none_or(|off| off < FAR_OFF);
        let is_fair = self.pace == Pace::Zooming && off.is_some_and(|off| off < OFF);
        if is_fair || (may_wait && self.changes >= CHANGES) {
            self.is_waiting = true;
            return last;
        }
        self.changes += 1;
        Some(rounded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLES: [(FontWeight, f32); 4] = [
        (FontWeight::Regular, 10.0),
        (FontWeight::Regular, 11.0),
        (FontWeight::Medium, 12.0),
        (FontWeight::SemiBold, 14.0),
    ];

    fn frame(letters: &mut Letters, zoom: f32) -> Vec<Option<f32>> {
        letters.begin(zoom.into());
        STYLES.map(|style| letters.size(style, style.1 * zoom)).to_vec()
    }

    #[test]
    fn the_first_frame_has_every_size() {
        let sizes = frame(&mut Letters::default(), 1.26);
        assert_eq!(sizes, [Some(12.5), Some(14.0), Some(15.0), Some(17.5)]);
    }

    #[test]
    fn zooming_a_little_changes_no_size_and_resting_makes_them_exact_few_at_a_time() {
        let mut letters = Letters::default();
        frame(&mut letters, 1.0);
        let zoomed = frame(&mut letters, 1.035);
        assert_eq!(zoomed, STYLES.map(|(_, size)| Some(size)));
        assert!(letters.are_waiting());
        let first = frame(&mut letters, 1.035);
        assert_eq!(first.iter().zip(&zoomed).filter(|(now, before)| now != before).count(), CHANGES);
        frame(&mut letters, 1.035);
        assert_eq!(frame(&mut letters, 1.035), [Some(10.5), Some(11.5), Some(12.5), Some(14.5)]);
        assert!(!letters.are_waiting());
    }

    #[test]
    fn letters_that_are_far_off_do_not_wait() {
        let mut letters = Letters::default();
        frame(&mut letters, 1.0);
        assert_eq!(frame(&mut letters, 2.0), [Some(20.0), Some(22.0), Some(24.0), Some(28.0)]);
    }

    #[test]
    fn what_comes_into_sight_while_zooming_appears_few_styles_at_a_time() {
        let mut letters = Letters::default();
        letters.begin(0.39);
        let sizes = frame(&mut letters, 0.41);
        assert_eq!(sizes.iter().flatten().count(), CHANGES);
        assert_eq!(frame(&mut letters, 0.41).iter().flatten().count(), 2 * CHANGES);
    }
}
