//! The chart: curves of every persona, expected, actual and measured, drawn by egui_plot at fixed bounds.
//!
//! egui_plot gives no accessible nodes, so the chart is one node that says peak, pit and end in words; every point can
//! be reached in the list beside it. Must not know the list.

use super::{
    LeadsTo, Mark, Touched, color_of,
    frame::{Frame, paint_behind},
    named::paint_named,
    sheet::Sheet,
    trace::Trace,
    words::{chart_sentence, touchpoint_lines},
};
use crate::{
    map::{Curve, PersonaId, Thing},
    scene::{Role, View},
    ui::{Look, theme, tip::Tip},
};
use egui::{Color32, Key, Pos2, Rect, Response, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2};
use egui_plot::{Line, LineStyle, Plot, PlotPoints, PlotUi, Points};

/// Width of the actual curve of the persona in front, in points.
const ACTUAL: f32 = 2.4;
/// Width of the expected curve, in points.
const EXPECTED: f32 = 1.6;
/// Length of its dashes, in points.
const DASH: f32 = 6.0;
/// Radius of a score's dot, in points.
const DOT: f32 = 3.5;
/// The least width of a column whose scores are dots, in points.
const DOTS_FROM: f32 = 8.0;
/// Opacity of personas that are not in front.
const BEHIND: f32 = 0.35;
/// How far right of its column's middle a measured value stands, in columns and at most in points.
const MEASURED_ASIDE: (f32, f32) = (0.16, 12.0);
/// How near the pointer has to be to a score to mean it, in points.
const NEAR: f32 = 10.0;

/// What the chart shows.
pub(super) struct Chart<'a> {
    pub sheet: &'a Sheet,
    pub traces: &'a [Trace],
    pub view: &'a View,
    /// The persona in front; `None` when all are equal.
    pub front: Option<PersonaId>,
    pub frame: Frame,
    pub mark: Mark,
    pub look: Look,
}

impl Chart<'_> {
    /// Shows the chart and says what was touched.
    pub fn show(&self, ui: &mut Ui) -> Touched {
        paint_behind(ui, &self.frame, self.sheet, self.mark, self.look);
        let builder = UiBuilder::new().max_rect(self.frame.plot);
        let response = ui.scope_builder(builder, |ui| self.plot_ui(ui)).inner;
        self.paint_measured(ui);
        paint_named(ui, self);
        response.widget_info(|| {
            let sentence = chart_sentence(self.sheet, self.look.texts);
            let hint = self.look.texts.review_chart_hint();
            WidgetInfo::labeled(egui::Role::GraphicsDocument, true, format!("{sentence}. {hint}"))
        });
        if response.has_focus() {
            theme::paint_focus_ring(ui.painter(), self.frame.plot.shrink(2.0), 0, self.look.palette);
        }
        self.touched(ui, response)
    }

    fn plot_ui(&self, ui: &mut Ui) -> Response {
        let count = self.sheet.columns.len();
        let plot = Plot::new("review_chart")
            .width(self.frame.plot.width())
            .height(self.frame.plot.height())
            .show_axes(false)
            .show_grid(false)
            .show_background(false)
            .show_crosshair(false)
            .show_x(false)
            .show_y(false)
            .label_formatter(|_| None)
            .allow_zoom(false)
            .allow_scroll(false)
            .allow_drag(false)
            .allow_boxed_zoom(false)
            .allow_axis_zoom_drag(false)
            .allow_double_click_reset(false)
            .set_margin_fraction(egui::Vec2::ZERO)
            .sense(Sense::click());
        let shown = plot.show(ui, |plot| {
            plot.set_plot_bounds_x(Frame::x_bounds(count));
            plot.set_plot_bounds_y(Frame::y_bounds());
            for trace in self.traces.iter().filter(|trace| self.shows(trace.curve)) {
                self.draw(plot, trace);
            }
        });
        shown.response
    }

    /// Whether a curve is shown at all.
    pub fn shows(&self, curve: Curve) -> bool {
        match curve {
            Curve::Expected => self.view.curves.expected,
            Curve::Actual => self.view.curves.actual,
        }
    }

    /// Whether a persona is drawn at full strength.
    pub fn is_in_front(&self, persona: PersonaId) -> bool {
        self.front.is_none_or(|front| front == persona)
    }

    /// The colour of a persona's curves, faint where it is not in front.
    pub fn color_of(&self, persona: PersonaId) -> Color32 {
        let color = color_of(self.sheet, persona, self.look);
        if self.is_in_front(persona) { color } else { color.gamma_multiply(BEHIND) }
    }

    fn draw<'p>(&self, plot: &mut PlotUi<'p>, trace: &'p Trace) {
        let color = self.color_of(trace.persona);
        for run in &trace.runs {
            let line = Line::new("", PlotPoints::Borrowed(&run.line)).color(color).allow_hover(false);
            plot.line(match trace.curve {
                Curve::Actual => line.width(if self.is_in_front(trace.persona) { ACTUAL } else { EXPECTED }),
                Curve::Expected => {
                    line.width(EXPECTED).color(color.gamma_multiply(0.7)).style(LineStyle::Dashed { length: DASH })
                }
            });
            if trace.curve == Curve::Actual && (self.frame.column >= DOTS_FROM || run.scores.len() == 1) {
                let points = Points::new("", PlotPoints::Borrowed(&run.scores)).color(color);
                plot.points(points.radius(DOT).allow_hover(false));
            }
        }
    }

    /// The measured values with the whiskers of their 95 % intervals.
    fn paint_measured(&self, ui: &Ui) {
        if !self.view.curves.measured {
            return;
        }
        let painter = ui.painter().with_clip_rect(self.frame.plot.expand(1.0));
        let stroke = Stroke::new(1.5, theme::color(self.look.palette, Role::Accent));
        let half_cap = (self.frame.column / 6.0).min(4.0);
        for (at, touchpoint) in self.sheet.columns.iter().enumerate() {
            let Some(measured) = self.sheet.review.measured.get(&touchpoint.id) else { continue };
            let emotion = measured.estimate.emotion;
            let x = self.frame.x(at) + self.aside();
            let [value, low, high] = [emotion.value, emotion.low, emotion.high].map(|score| self.frame.y(score));
            painter.vline(x, high..=low, stroke);
            if half_cap >= 1.0 {
                painter.hline(x - half_cap..=x + half_cap, high, stroke);
                painter.hline(x - half_cap..=x + half_cap, low, stroke);
            }
            if self.frame.column >= DOTS_FROM {
                painter.circle_filled(pos2(x, value), DOT, stroke.color);
            }
        }
    }

    fn aside(&self) -> f32 {
        (self.frame.column * MEASURED_ASIDE.0).min(MEASURED_ASIDE.1)
    }

    /// Where a score is on the screen.
    pub fn place(&self, at: usize, score: f64) -> Pos2 {
        pos2(self.frame.x(at), self.frame.y(score))
    }

    fn touched(&self, ui: &Ui, response: Response) -> Touched {
        let hovered = response.hover_pos().and_then(|at| self.thing_at(at));
        let pressed = response.clicked().then(|| response.interact_pointer_pos()).flatten();
        let walked = response.has_focus().then(|| self.walked(ui, &response)).flatten();
        let clicked = pressed.and_then(|at| self.column_thing(at.x)).or(walked);
        let column = hovered.and_then(|thing| self.sheet.columns.get(self.sheet.place_of(thing)?));
        if let Some(touchpoint) = column {
            response.tip_at_pointer(touchpoint_lines(self.sheet, touchpoint, self.look.texts));
        }
        Touched { hovered, clicked: clicked.map(LeadsTo::Thing) }
    }

    /// The touchpoint that the arrow keys lead to; they walk along the journey while the chart has the keyboard.
    fn walked(&self, ui: &Ui, response: &Response) -> Option<Thing> {
        let arrows = egui::EventFilter { horizontal_arrows: true, ..Default::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        let (back, on) = ui.input(|input| (input.key_pressed(Key::ArrowLeft), input.key_pressed(Key::ArrowRight)));
        let last = self.sheet.columns.len().checked_sub(1)?;
        let to = match (self.mark.selected, back, on) {
            (_, false, false) | (_, true, true) => return None,
            (None, _, true) => 0,
            (None, true, _) => last,
            (Some(at), true, _) => at.saturating_sub(1),
            (Some(at), _, true) => (at + 1).min(last),
        };
        self.sheet.columns.get(to).map(|touchpoint| Thing::Touchpoint(touchpoint.id))
    }

    fn column_thing(&self, x: f32) -> Option<Thing> {
        let at = self.frame.column_at(x, self.sheet.columns.len())?;
        self.sheet.columns.get(at).map(|touchpoint| Thing::Touchpoint(touchpoint.id))
    }

    /// The score near a place on the screen, or else the touchpoint of its column.
    fn thing_at(&self, pointer: Pos2) -> Option<Thing> {
        let at = self.frame.column_at(pointer.x, self.sheet.columns.len())?;
        let touchpoint = self.sheet.columns.get(at)?;
        let near = self.sheet.review.personas.iter().find_map(|persona| {
            [Curve::Actual, Curve::Expected].into_iter().filter(|curve| self.shows(*curve)).find_map(|curve| {
                let score = touchpoint.score(persona.persona, curve)?;
                let place = self.place(at, f64::from(score.value()));
                let face = Thing::Face(touchpoint.id, persona.persona, curve);
                (place.distance(pointer) <= NEAR).then_some(face)
            })
        });
        Some(near.unwrap_or(Thing::Touchpoint(touchpoint.id)))
    }

    /// The plot's rectangle on the screen.
    pub fn plot(&self) -> Rect {
        self.frame.plot
    }
}
