//! Who is who while several personas' curves lie over each other: each one's sign, as at its faces, and its name. With
//! less room the names become shorter, then the signs stand alone, and what finds no room is counted.
//!
//! Must not know the bar it stands in.

use super::Words;
use crate::{
    map::{Map, Persona},
    scene::{FontWeight, Role, short_name, shown_personas},
    ui::{
        Look,
        persona_sign::{paint_pill, pill_size},
        theme,
    },
};
use egui::{Align2, Pos2, Ui, vec2};
use std::{collections::HashSet, sync::Arc};

/// Between a sign and its name, between two entries, and between two signs without names, in points.
const INSIDE: f32 = 6.0;
const BETWEEN: f32 = 16.0;
const SIGNS: f32 = 5.0;
/// How wide a name still is before the signs stand alone.
const CUT: f32 = 58.0;
const NAME: Words = Words::new(FontWeight::Medium, 12.5, Role::Ink);
const MORE: Words = Words::new(FontWeight::Regular, 12.0, Role::Soft);

/// The legend, as long as its room allows.
pub(super) struct Legend<'a> {
    entries: Vec<Entry<'a>>,
    /// How many personas find no room.
    hidden: usize,
    pub width: f32,
}

struct Entry<'a> {
    persona: &'a Arc<Persona>,
    sign: f32,
    /// Empty where the signs stand alone.
    name: String,
    name_width: f32,
}

/// How much of a name is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Whole,
    /// Up to its comma.
    Short,
    /// That, cut.
    Cut,
    SignsAlone,
}

impl<'a> Legend<'a> {
    /// The longest form that is no wider than `room`.
    pub fn new(ui: &Ui, map: &'a Map, room: f32, look: Look) -> Self {
        let shown: Vec<&Arc<Persona>> = shown_personas(map).collect();
        let mut forms = vec![Form::Whole, Form::Short, Form::Cut, Form::SignsAlone];
        if !tells_apart(&shown) {
            // "Lan, 34" and "Lan, 52" are both "Lan".
            forms.retain(|form| *form != Form::Short);
        }
        let mut made = forms
            .into_iter()
            .map(|form| Self::of_form(ui, (map, &shown), form, look))
            .skip_while(|legend| legend.width > room && legend.entries.iter().any(|entry| !entry.name.is_empty()));
        let mut legend = made.next().unwrap_or(Self { entries: Vec::new(), hidden: 0, width: 0.0 });
        legend.hide_beyond(ui, room);
        legend
    }

    /// How wide it is where the signs stand alone.
    pub fn least_width(ui: &Ui, map: &'a Map, look: Look) -> f32 {
        let shown: Vec<&Arc<Persona>> = shown_personas(map).collect();
        Self::of_form(ui, (map, &shown), Form::SignsAlone, look).width
    }

    fn of_form(ui: &Ui, (map, shown): (&Map, &[&'a Arc<Persona>]), form: Form, look: Look) -> Self {
        let entries: Vec<Entry<'a>> = shown
            .iter()
            .map(|persona| {
                let name = name_of(persona, form, look);
                let whole = NAME.width(ui, &name);
                let name_width = if form == Form::Cut { whole.min(CUT) } else { whole };
                Entry { persona, sign: pill_size(ui.painter(), (map, persona)).x, name, name_width }
            })
            .collect();
        let mut legend = Self { entries, hidden: 0, width: 0.0 };
        legend.measure(ui);
        legend
    }

    fn measure(&mut self, ui: &Ui) {
        let entries: f32 = self.entries.iter().map(|entry| entry.width()).sum();
        let gaps: f32 = self.entries.iter().rev().skip(1).map(Entry::gap).sum();
        let more = if self.hidden > 0 { SIGNS + MORE.width(ui, &self.more()) } else { 0.0 };
        self.width = entries + gaps + more;
    }

    /// Counts those that find no room; one always stays.
    fn hide_beyond(&mut self, ui: &Ui, room: f32) {
        while self.width > room && self.entries.len() > 1 {
            self.entries.pop();
            self.hidden += 1;
            self.measure(ui);
        }
    }

    fn more(&self) -> String {
        format!("+{}", self.hidden)
    }

    /// Paints it from `left` on.
    pub fn paint(&self, ui: &Ui, mut left: Pos2, map: &Map, look: Look) {
        for entry in &self.entries {
            paint_pill(ui.painter(), left, (map, entry.persona), look);
            if !entry.name.is_empty() {
                let galley = NAME.cut_galley(ui, &entry.name, entry.name_width + 1.0, look.palette);
                let at = left + vec2(entry.sign + INSIDE, -galley.size().y / 2.0);
                ui.painter().galley(at, galley, theme::color(look.palette, Role::Ink));
            }
            left.x += entry.width() + entry.gap();
        }
        if self.hidden > 0 {
            MORE.paint(ui, left, Align2::LEFT_CENTER, (&self.more(), look.palette));
        }
    }
}

impl Entry<'_> {
    fn width(&self) -> f32 {
        if self.name.is_empty() { self.sign } else { self.sign + INSIDE + self.name_width }
    }

    fn gap(&self) -> f32 {
        if self.name.is_empty() { SIGNS } else { BETWEEN }
    }
}

fn name_of(persona: &Persona, form: Form, look: Look) -> String {
    let name = persona.name.trim();
    let whole = if name.is_empty() { look.texts.persona_unnamed() } else { name };
    match form {
        Form::Whole => whole.to_owned(),
        Form::Short | Form::Cut => short_name(whole).to_owned(),
        Form::SignsAlone => String::new(),
    }
}

/// Whether no two have the same short name.
fn tells_apart(shown: &[&Arc<Persona>]) -> bool {
    let mut seen = HashSet::new();
    shown.iter().all(|persona| seen.insert(short_name(&persona.name)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{map::PersonaId, ui::theme};
    use egui::{Context, RawInput};

    /// The words and the number of those without room in a legend of this width, and its own width.
    fn legend(names: &[&str], room: f32) -> (Vec<String>, usize, f32) {
        let mut rng = fastrand::Rng::with_seed(3);
        let mut map = Map::empty(&mut rng);
        map.personas = names.iter().map(|name| Arc::new(Persona::new(PersonaId::random(&mut rng), *name))).collect();
        let (look, ctx) = (Look::default(), Context::default());
        theme::install(&ctx, look.palette);
        let mut found = None;
        for _ in 0..2 {
            let mut output = ctx.run_ui(RawInput::default(), |ui| {
                let legend = Legend::new(ui, &map, room, look);
                let words = legend.entries.iter().map(|entry| entry.name.clone()).collect();
                found = Some((words, legend.hidden, legend.width));
            });
            output.textures_delta.clear();
        }
        found.unwrap()
    }

    #[test]
    fn names_become_shorter_and_then_signs_stand_alone() {
        let names = ["Lan, 34, new parent", "Minh, 52, allergic to dust", "Hoa, 28, first flat"];
        assert_eq!(legend(&names, 900.0).0, names);
        assert_eq!(legend(&names, 260.0).0, ["Lan", "Minh", "Hoa"]);
        assert_eq!(legend(&names, 70.0).0, ["", "", ""]);
        let eight = ["An", "Bình", "Chi", "Dũng", "Hà", "Giang", "Khánh", "Linh"];
        assert_eq!(legend(&eight, 180.0).0, [""; 8], "eight signs find room in a small window");
        for room in [900.0, 500.0, 260.0, 180.0, 70.0, 40.0] {
            let (shown, hidden, width) = legend(&eight, room);
            assert!(width <= room && shown.len() + hidden == 8, "{room}: {shown:?} {hidden} {width}");
        }
    }

    #[test]
    fn two_of_the_same_short_name_keep_the_whole_one() {
        let names = ["Lan, 34", "Lan, 52"];
        assert_eq!(legend(&names, 200.0).0, names);
    }
}
