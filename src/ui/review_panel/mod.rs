//! The review: a panel below the map with the curves of every persona and, beside them, what stands out.
//!
//! Hovering and selecting go both ways between it and the map. The review of a map is made once and kept while the
//! map's `Arc` is the same. Must not know files or the clock: the day is given.

mod chart;
mod frame;
mod legend;
mod letters;
mod list;
mod named;
mod parts;
mod place;
mod readable;
mod rows;
mod sheet;
mod trace;
mod words;

use crate::{
    editor::Editor,
    map::{Map, PersonaId, Thing},
    scene::{Role, View, persona_color},
    ui::{Look, theme},
};
use chart::Chart;
use egui::{Color32, Rect, Ui, UiBuilder};
use frame::{Frame, numbered_height};
use jiff::civil::Date;
use legend::Legend;
use parts::{LEGEND_ROW, Part, parts};
use rows::{LeadsTo, Line, Words};
use sheet::Sheet;
use std::sync::Arc;
use trace::Trace;

/// What the review panel keeps between frames. By default nothing is overdue until a day is set.
#[derive(Default)]
pub struct ReviewPanel {
    today: Date,
    made: Option<Made>,
    /// What the panel itself set as hovered, to take it back when the pointer leaves.
    lit: Option<Thing>,
    /// The part that is shown where there is room for one.
    part: Part,
}

/// All that is made once for a map.
struct Made {
    sheet: Sheet,
    lines: Vec<Line>,
    traces: Vec<Trace>,
    /// How many points of line the traces have for each touchpoint.
    steps: u16,
}

/// What the pointer or the keyboard did to a part of the panel.
#[derive(Clone, Copy, Debug, Default)]
struct Touched {
    hovered: Option<Thing>,
    clicked: Option<LeadsTo>,
}

/// Which columns are marked.
#[derive(Clone, Copy, Debug, Default)]
struct Mark {
    selected: Option<usize>,
    hovered: Option<usize>,
}

impl ReviewPanel {
    /// A panel that reads maps as of `today`.
    pub fn new(today: Date) -> Self {
        Self { today, ..Self::default() }
    }

    /// The day that decides what is overdue.
    pub fn set_today(&mut self, today: Date) {
        self.today = today;
    }

    /// Makes anew what is not of `map` any more.
    fn refresh(&mut self, map: &Arc<Map>) -> &mut Made {
        let today = self.today;
        let kept = self.made.take().filter(|made| made.sheet.is_of(map, today));
        self.made.insert(kept.unwrap_or_else(|| Made::new(map, today)))
    }
}

impl Made {
    fn new(map: &Arc<Map>, today: Date) -> Self {
        let sheet = Sheet::new(map, today);
        let lines = rows::lines(&sheet);
        Self { sheet, lines, traces: Vec::new(), steps: 0 }
    }

    /// Samples the curves as finely as columns of this width show, in points.
    fn sample(&mut self, column: f32) {
        let steps = match column {
            ..3.0 => 1,
            3.0..14.0 => 4,
            _ => 16,
        };
        if self.steps != steps {
            self.traces = trace::traces(&self.sheet.map, steps);
            self.steps = steps;
        }
    }
}

impl Touched {
    fn merge(&mut self, other: Self) {
        self.hovered = other.hovered.or(self.hovered);
        self.clicked = other.clicked.or(self.clicked);
    }
}

/// Shows what the map says in all the room there is. `hovered` is what the pointer means, here or on the canvas: both
/// show it, and both set it. A click selects, and draws the faces that it selects.
pub fn review_panel_ui(
    ui: &mut Ui,
    state: &mut ReviewPanel,
    editor: &mut Editor,
    (hovered, view): (&mut Option<Thing>, &mut View),
    look: Look,
) {
    let before = *hovered;
    let lit = state.lit;
    let mut part = state.part;
    let made = state.refresh(editor.shown());
    let touched = if made.sheet.columns.is_empty() {
        ui.label(theme::note(look.texts.review_empty(), look.palette, Role::Soft));
        Touched::default()
    } else {
        let mark = mark(&made.sheet, editor, *hovered);
        parts_ui(ui, (made, &mut part), mark, view, look)
    };
    match touched.hovered {
        Some(thing) => *hovered = Some(thing),
        None if lit.is_some() && *hovered == lit => *hovered = None,
        None => {}
    }
    state.lit = touched.hovered;
    state.part = part;
    if let Some(leads_to) = touched.clicked {
        let things = leads_to.things(&state.refresh(editor.shown()).sheet.review);
        view.show_faces(editor.shown(), &things);
        editor.select(things);
    }
    if *hovered != before || touched.clicked.is_some() {
        ui.ctx().request_repaint();
    }
}

fn mark(sheet: &Sheet, editor: &Editor, hovered: Option<Thing>) -> Mark {
    let selected = editor.selection().last().and_then(|thing| sheet.place_of(*thing));
    Mark { selected, hovered: hovered.and_then(|thing| sheet.place_of(thing)) }
}

fn parts_ui(ui: &mut Ui, (made, part): (&mut Made, &mut Part), mark: Mark, view: &View, look: Look) -> Touched {
    let room = ui.available_rect_before_wrap();
    let parts = parts(room, *part);
    let front = front(&made.sheet, view);
    let mut touched = Touched::default();
    if let Some(rect) = parts.switch {
        let builder = UiBuilder::new().id_salt("review_switch").max_rect(rect);
        ui.scope_builder(builder, |ui| switch_ui(ui, part, look));
    }
    if let Some(rect) = parts.chart {
        touched.merge(chart_ui(ui, rect, made, (mark, front), view, look));
    }
    if let Some(rect) = parts.list {
        let persona = front.or_else(|| made.sheet.review.personas.first().map(|persona| persona.persona));
        let words = Words { sheet: &made.sheet, persona, texts: look.texts };
        let builder = UiBuilder::new().id_salt("review_list").max_rect(rect);
        touched.merge(ui.scope_builder(builder, |ui| list::list_ui(ui, &words, &made.lines, mark, look)).inner);
    }
    ui.advance_cursor_after_rect(room);
    touched
}

/// Chooses what is shown where there is no room for both.
fn switch_ui(ui: &mut Ui, part: &mut Part, look: Look) {
    ui.horizontal(|ui| {
        for (choice, name) in [(Part::Chart, look.texts.review_chart()), (Part::List, look.texts.review_stands_out())] {
            ui.selectable_value(part, choice, name);
        }
    });
}

fn chart_ui(
    ui: &mut Ui,
    rect: Rect,
    made: &mut Made,
    (mark, front): (Mark, Option<PersonaId>),
    view: &View,
    look: Look,
) -> Touched {
    let legend = Legend::new(ui, (&made.sheet, view), look, rect.width(), legend_rows(rect.height()));
    let (above, below) = rect.split_top_bottom_at_y(rect.top() + legend.height());
    let builder = UiBuilder::new().id_salt("review_legend").max_rect(above);
    ui.scope_builder(builder, |ui| legend.show(ui, above.min, &made.sheet, look));
    let frame = Frame::new(ui, below, &made.sheet, look);
    made.sample(frame.column);
    let chart = Chart { sheet: &made.sheet, traces: &made.traces, view, front, frame, mark, look };
    let builder = UiBuilder::new().id_salt("review_chart").max_rect(below);
    ui.scope_builder(builder, |ui| chart.show(ui)).inner
}

/// How many rows of legend leave the chart its height with numbers below it, at least 1.
fn legend_rows(height: f32) -> u16 {
    let rows = ((height - numbered_height()) / LEGEND_ROW).floor();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held at 1 and above, and saturates")]
    let rows = rows.max(1.0) as u16;
    rows
}

/// The persona drawn in front; `None` when all are shown alike.
fn front(sheet: &Sheet, view: &View) -> Option<PersonaId> {
    view.persona.persona(&sheet.map)
}

/// A persona's colour: its own, or that of its place among the personas.
fn color_of(sheet: &Sheet, id: PersonaId, look: Look) -> Color32 {
    let color = sheet.map.persona(id).map(|persona| persona_color(&sheet.map, persona));
    color.map_or_else(|| theme::color(look.palette, Role::Ink), |color| theme::scene_color(look.palette, color))
}
