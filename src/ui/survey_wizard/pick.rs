//! A drop-down for lists of any length: of a long one only the lines in view are made. Must not know what is chosen.

use crate::{
    scene::Role,
    ui::{
        Look,
        menu_keys::{self, Kind},
        theme,
        tip::Tip,
        widgets::paint_chevron,
    },
};
use egui::{Atom, Button, ComboBox, Rect, Stroke, Ui, vec2};

/// Height of a line of the open list, in points.
const LINE: f32 = 26.0;
/// The least width of the open list, in points.
const LEAST: f32 = 180.0;
/// The greatest height of the open list, in points.
const HIGHEST: f32 = 460.0;
/// Lists up to this length are made whole.
const SHORT: usize = 40;

/// A drop-down that is closed.
pub(super) struct Pick<'a> {
    /// Tells drop-downs apart.
    pub salt: (&'static str, usize),
    /// What a screen reader calls it.
    pub name: &'a str,
    /// What it shows while closed.
    pub shown: &'a str,
    /// How it stands out.
    pub tint: Tint,
}

/// Whether a drop-down asks for attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tint {
    /// As every field.
    Plain,
    /// It holds a guess that a person should look at.
    Uncertain,
}

impl Pick<'_> {
    /// Shows the drop-down; answers with the place of the line that was chosen. `lines` and `line` are asked only while
    /// the list is open.
    pub fn ui(self, ui: &mut Ui, look: Look, lines: usize, line: impl Fn(usize) -> String) -> Option<usize> {
        ui.scope(|ui| {
            if self.tint == Tint::Uncertain {
                tint(ui, look);
            }
            let width = ui.available_width();
            let combo = ComboBox::from_id_salt(self.salt).width(width).height(HIGHEST).truncate();
            let combo = combo.selected_text(self.shown).icon(paint_chevron);
            let opened = combo.show_ui(ui, |ui| lines_ui(ui, lines, &line, self.shown, width));
            opened.response.accessible_name(self.name).tip(self.shown);
            opened.inner.flatten()
        })
        .inner
    }
}

fn tint(ui: &mut Ui, look: Look) {
    let widgets = &mut ui.visuals_mut().widgets;
    for state in [&mut widgets.inactive, &mut widgets.hovered] {
        state.weak_bg_fill = theme::color(look.palette, Role::WarningTint);
        state.bg_stroke = Stroke::new(1.0, theme::color(look.palette, Role::Warning));
    }
}

/// The lines of the open list that are in view, in the room of all.
fn lines_ui(ui: &mut Ui, lines: usize, line: &impl Fn(usize) -> String, shown: &str, width: f32) -> Option<usize> {
    let mut chosen = None;
    // Of a long list only the lines in view are there to be walked.
    menu_keys::note(ui, if lines <= SHORT { Kind::List } else { Kind::Own });
    ui.set_min_width(width.max(LEAST));
    ui.spacing_mut().item_spacing.y = 0.0;
    let size = vec2(ui.available_width(), LINE);
    let top = ui.cursor().min;
    let clip = ui.clip_rect();
    for at in 0..lines {
        let rect = Rect::from_min_size(top + vec2(0.0, LINE * to_f32(at)), size);
        if lines <= SHORT || rect.intersects(clip.expand(LINE)) {
            let text = line(at);
            let button = Button::selectable(text == shown, (text, Atom::grow())).truncate().min_size(size);
            if ui.put(rect, button).clicked() {
                chosen = Some(at);
            }
        }
    }
    let (height, left) = (LINE * to_f32(lines), top.x);
    ui.advance_cursor_after_rect(Rect::from_min_size(egui::pos2(left, top.y), vec2(size.x, height)));
    chosen
}

fn to_f32(count: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "lines are placed on a screen")]
    let count = count as f32;
    count
}
