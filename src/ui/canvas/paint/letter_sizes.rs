//! The sizes that letters are painted at. A new size has to be laid out and rasterised, so while the view zooms, a
//! text keeps its size until that is visibly off and then takes one of a ladder of sizes that all texts and all zooms
//! share, and few styles change their size in one frame; once the view rests, they become exact, again few at a time.
//!
//! Must not know what a text says.

use crate::scene::FontWeight;
use rustc_hash::FxHashMap;

/// While the view rests, sizes are rounded to this, in points.
const STEP: f32 = 0.5;
/// While the view zooms, sizes are powers of this, so at most 5 % off.
const RUNG: f32 = 1.1;
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
        // Room for letters is made in a frame that rests, and the first is none.
        self.is_waiting = self.pace == Pace::First;
    }

    /// Whether the view rests, so that there is time for what a zoom may need.
    pub fn are_resting(&self) -> bool {
        self.pace == Pace::Resting
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
        let wanted = match self.pace {
            Pace::First | Pace::Resting => ((exact / STEP).round() * STEP).max(STEP),
            Pace::Zooming => RUNG.powf(exact.max(STEP).log(RUNG).round()),
        };
        if last == Some(wanted) {
            self.is_waiting |= self.pace == Pace::Zooming;
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
        self.is_waiting |= self.pace == Pace::Zooming;
        Some(wanted)
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
        assert!(letters.are_waiting() && !letters.are_resting());
        let first = frame(&mut letters, 1.035);
        assert_eq!(first.iter().zip(&zoomed).filter(|(now, before)| now != before).count(), CHANGES);
        frame(&mut letters, 1.035);
        assert_eq!(frame(&mut letters, 1.035), [Some(10.5), Some(11.5), Some(12.5), Some(14.5)]);
        assert!(!letters.are_waiting() && letters.are_resting());
    }

    #[test]
    fn letters_that_are_far_off_do_not_wait() {
        let mut letters = Letters::default();
        frame(&mut letters, 1.0);
        for (size, style) in frame(&mut letters, 2.0).into_iter().zip(STYLES) {
            let off = size.map(|size| (size / (style.1 * 2.0) - 1.0).abs());
            assert!(off.is_some_and(|off| off < 0.05), "{size:?} for {}", style.1);
        }
        frame(&mut letters, 2.0);
        assert_eq!(frame(&mut letters, 2.0), [Some(20.0), Some(22.0), Some(24.0), Some(28.0)]);
    }

    #[test]
    fn all_zooms_share_few_sizes() {
        // 1.1^24 = 9.85 and 1.1^43 = 60.2 are the rungs next to 10 and 14 × 4.3: twenty of them for all styles.
        let mut sizes = std::collections::BTreeSet::new();
        for factor in [1.011_f32, 1.017, 1.023] {
            let mut letters = Letters::default();
            frame(&mut letters, 0.1);
            let mut zoom = 1.0;
            while zoom < 4.3 {
                sizes.extend(frame(&mut letters, zoom).into_iter().flatten().map(f32::to_bits));
                zoom *= factor;
            }
        }
        assert!((18..=20).contains(&sizes.len()), "{} sizes", sizes.len());
    }

    #[test]
    fn what_comes_into_sight_while_zooming_appears_few_styles_at_a_time() {
        let mut letters = Letters::default();
        letters.begin(0.39);
        let sizes = frame(&mut letters, 0.41);
        assert_eq!(sizes.iter().flatten().count(), CHANGES);
        let next = frame(&mut letters, 0.414);
        assert_eq!(next.iter().flatten().count(), 2 * CHANGES, "those that are there already keep their sizes");
    }
}
