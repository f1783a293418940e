//! The letters of the chart: in one row or several, with an ellipsis where they are cut. Must not know what they say.

use crate::{scene::FontWeight, ui::theme};
use egui::{Align, Align2, Color32, Ui, text::LayoutJob};
use std::sync::Arc;

/// A text in one row of at most `width`.
pub(super) fn one_row(ui: &Ui, text: &str, size: f32, color: Color32, width: f32) -> Arc<egui::Galley> {
    theme::cut_galley(ui.painter(), text, theme::font(FontWeight::Regular, size), color, width)
}

/// A text in at most `rows` rows of at most `width`, with an ellipsis where it is cut.
pub(super) fn cut(
    ui: &Ui,
    text: &str,
    font: egui::FontId,
    color: Color32,
    width: f32,
    rows: usize,
    align: Align,
) -> Arc<egui::Galley> {
    let shortened = if rows > 1 { shortened(ui, text, &font, width) } else { None };
    let is_shortened = shortened.is_some();
    let mut job = LayoutJob::simple(shortened.unwrap_or_else(|| text.to_owned()), font, color, width.max(0.0));
    job.wrap.max_rows = rows;
    job.wrap.break_anywhere = rows == 1;
    job.halign = align;
    let mut galley = ui.painter().layout_job(job);
    if is_shortened {
        Arc::make_mut(&mut galley).elided = true;
    }
    galley
}

/// The text up to its first word that is wider than a row, which would be broken anywhere and ends in an ellipsis instead;
/// `None` where there is no such word.
fn shortened(ui: &Ui, text: &str, font: &egui::FontId, width: f32) -> Option<String> {
    let is_wide = |word: &str| {
        let galley = ui.painter().layout_no_wrap(word.to_owned(), font.clone(), Color32::PLACEHOLDER);
        galley.size().x > width
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    let at = words.iter().position(|word| is_wide(word))?;
    let word = words.get(at)?;
    let cuts = word.char_indices().skip(1).filter_map(|(cut, _)| Some(format!("{}…", word.get(..cut)?)));
    let cut = cuts.take_while(|cut| !is_wide(cut)).last()?;
    let before = words.get(..at)?.iter().copied();
    Some(before.chain([cut.as_str()]).collect::<Vec<_>>().join(" "))
}

pub(super) fn paint(ui: &Ui, galley: Arc<egui::Galley>, at: egui::Pos2, anchor: Align2) {
    let corner = anchor.anchor_size(at, galley.size()).min;
    ui.painter().galley(corner, galley, Color32::PLACEHOLDER);
}
