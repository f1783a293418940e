//! The line of bars at the upper end: whose feelings, which curves of which waves, and that the structure is locked. It
//! is one line in every view: where there is little room, the parts take their small forms one after another, and say in
//! their menus and tips what they said in words.
//!
//! Must not know what the parts do.

use super::{curve_bar, lock_chip, persona_chip, side_of};
use crate::{
    editor::Editor,
    scene::{Scene, View},
    ui::Look,
};
use egui::{Rect, Ui, pos2};

/// Distance of the line from the top of the view, its height, and the air under it, in points.
const TOP: f32 = 14.0;
pub(super) const HEIGHT: f32 = 30.0;
const BELOW: f32 = 14.0;
/// What the line takes of the view.
pub(super) const TAKEN: f32 = TOP + HEIGHT + BELOW;
/// Between the parts, and between the chips of the small form.
const APART: f32 = 20.0;
const NEAR: f32 = 8.0;

/// The line as it is shown.
pub(in super::super) struct Upper {
    /// Where the chip of the personas stands.
    pub chip: Rect,
    /// Where the parts stand that can be pressed.
    pub bars: Vec<Rect>,
    /// Whether the sign of the lock was pressed.
    pub is_unlocked: bool,
}

/// How a part is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// With all its words.
    Whole,
    /// As a chip with a menu or tip.
    Small,
}

/// What the parts need, in points.
#[derive(Clone, Copy, Debug)]
struct Wants {
    /// The persona's chip, at least.
    persona: f32,
    switches: f32,
    /// 0 without a wave.
    wave: f32,
    /// The lock in its two forms; `None` while nothing is locked.
    lock: Option<(f32, f32)>,
}

impl Wants {
    fn lock(&self, form: Form) -> f32 {
        let of = |(whole, small)| if form == Form::Whole { whole } else { small };
        self.lock.map_or(0.0, of)
    }

    /// What curves, wave and lock take beside the persona, with the air between them.
    fn beside(&self, (curves, lock): (Form, Form)) -> f32 {
        let spaced = |width: f32, air: f32| if width > 0.0 { width + air } else { 0.0 };
        match curves {
            Form::Whole => APART + self.switches + spaced(self.wave, APART) + spaced(self.lock(lock), APART),
            Form::Small => NEAR + curve_bar::CHIP + spaced(self.lock(lock), NEAR),
        }
    }

    /// The largest forms of curves and lock that fit into a line so wide.
    fn forms(&self, room: f32) -> (Form, Form) {
        let all = [Form::Whole, Form::Small];
        let mut forms = all.into_iter().flat_map(|curves| all.map(|lock| (curves, lock)));
        let fits = |forms: &(Form, Form)| self.persona + self.beside(*forms) <= room;
        forms.find(fits).unwrap_or((Form::Small, Form::Small))
    }

    /// How wide the persona's chip may be: a wave has its room beside a name that can be read.
    fn persona_room(&self, forms: (Form, Form), room: f32) -> f32 {
        let left = room - self.beside(forms);
        match forms.0 {
            Form::Whole => left,
            Form::Small if self.wave > 0.0 => (left - self.wave - curve_bar::WAVE_AIR).max(self.persona.min(left)),
            Form::Small => left,
        }
    }
}

/// Shows the line at the top of `view`.
pub(in super::super) fn upper_ui(
    ui: &Ui,
    view: Rect,
    editor: &Editor,
    (scene, shown): (&Scene, &mut View),
    look: Look,
) -> Upper {
    let (map, wave, side) = (editor.shown(), scene.waves(), side_of(view));
    let line = Rect::from_min_max(
        pos2(view.min.x + side, view.min.y + TOP),
        pos2(view.max.x - side, view.min.y + TOP + HEIGHT),
    );
    let wants = Wants {
        persona: persona_chip::least_width(ui, map, shown, look),
        switches: curve_bar::switches_width(ui, look),
        wave: curve_bar::wave_width(ui, wave),
        lock: editor.is_locked().then(|| lock_chip::widths(ui, look)),
    };
    let forms = wants.forms(line.width());
    let room = wants.persona_room(forms, line.width()).max(0.0);
    let chip = persona_chip::chip_ui(ui, line.with_max_x(line.min.x + room), (map, shown), look);
    let lock_width = wants.lock(forms.1);
    let mut right = line.right_center();
    if lock_width > 0.0 {
        right.x -= lock_width + if forms.0 == Form::Whole { APART } else { NEAR };
    }
    let curves = match forms.0 {
        Form::Whole => {
            let switches = curve_bar::switches_ui(ui, pos2(chip.max.x + APART, line.min.y), &mut shown.curves, look);
            curve_bar::wave_ui(ui, right, wave, look);
            switches
        }
        Form::Small => {
            let room = Rect::from_min_max(pos2(chip.max.x + NEAR, line.min.y), pos2(right.x, line.max.y));
            curve_bar::chip_ui(ui, room, (&mut shown.curves, wave), look)
        }
    };
    let mut bars = vec![chip, curves];
    let mut is_unlocked = false;
    if lock_width > 0.0 {
        let place = line.with_min_x(line.max.x - lock_width);
        is_unlocked = lock_chip::lock_chip_ui(ui, place, forms.1, look);
        bars.push(place);
    }
    Upper { chip, bars, is_unlocked }
}

#[cfg(test)]
mod tests {
    use super::*;

    // Beside a persona of 148 points: 20 + 320 for the switches, 20 + 100 for the wave, 20 + 150 for the lock, or 20 + 34
    // for its sign; 8 + 80 for the chip with the curves, 8 + 150 or 8 + 34 for the lock beside it.
    #[test]
    fn parts_take_their_small_forms_one_after_another() {
        use Form::{Small, Whole};
        let wants = Wants { persona: 148.0, switches: 320.0, wave: 100.0, lock: Some((150.0, 34.0)) };
        assert_eq!(curve_bar::CHIP, 82.0);
        for (room, forms) in [
            (778.0, (Whole, Whole)),
            (777.0, (Whole, Small)),
            (662.0, (Whole, Small)),
            (661.0, (Small, Whole)),
            (396.0, (Small, Whole)),
            (395.0, (Small, Small)),
            (100.0, (Small, Small)),
        ] {
            assert_eq!(wants.forms(room), forms, "{room}");
        }
        assert_eq!(wants.persona_room((Small, Whole), 600.0), 242.0, "the wave has its 100 points and air");
        assert_eq!(wants.persona_room((Small, Small), 300.0), 148.0, "the name before the wave");
    }
}
