//! The page of the guided start: who travels, then four questions, one at a time, above a live picture of the map that
//! is being made. The rules are the editor's; here is only what is seen and pressed.
//!
//! Leaving never asks and never loses: the map is made of what was typed. Must not know files.

mod foot;
mod lines;
mod picture;
mod stage_strip;
mod traveller;

use super::{Look, canvas::paint::Letters, theme, tip::CutLabel, widgets::Row};
use crate::{
    editor::{EditError, Editor, GuideQuestion, GuidedStart, GuidedStep},
    scene::{FontWeight, Layouter, Role, View},
    texts::Texts,
};
use egui::{
    Align, CornerRadius, Frame, Key, Margin, Modifiers, Rect, RichText, ScrollArea, Stroke, Ui, UiBuilder, vec2,
};

/// The widest the card may be, in points.
const WIDEST: f32 = 1180.0;
/// Space around the card in a large and in a small window, in points, and the width where a window is small.
const AROUND: (f32, f32) = (32.0, 10.0);
const SMALL: f32 = 1100.0;
/// The height below which a card is low: there the step is told beside the title, in points.
const LOW: f32 = 340.0;
const LOW_TITLE: f32 = 30.0;
/// Height of the row of buttons, in points.
const FOOT: f32 = 52.0;
/// What the picture keeps while the answers scroll, and the height below which it is not shown, in points.
const KEPT_PICTURE: f32 = 150.0;
const LEAST_PICTURE: f32 = 64.0;
/// The least height of the answers before the picture gives way, in points.
const LEAST_ANSWERS: f32 = 170.0;
/// Height of the answers while nobody knows it: two fields with their names, in points.
const FIRST_ANSWERS: f32 = 140.0;

/// The page's state: the guide, and what the keyboard goes to next.
pub struct GuidePage {
    /// What was typed.
    pub guide: GuidedStart,
    next_focus: Option<NextFocus>,
    /// The words of the map that the editor shows; `None` once something changed.
    shown_in: Option<Texts>,
    letters: Letters,
    /// Where the keys of this frame lead.
    by_key: Turn,
    /// How high all answers of the step are, in points.
    answers: f32,
}

/// What takes the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NextFocus {
    /// The first field of a step.
    First,
    /// The nth field of the step.
    Field(usize),
    /// The button that goes on.
    Go,
}

/// What a person wants of the guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GuideAnswer {
    /// To go on.
    Open,
    /// To leave with what is there.
    Done,
    /// What was typed makes no map.
    Refused(EditError),
}

/// Where a person goes from a step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Turn {
    /// Nowhere.
    #[default]
    Stay,
    /// To the step before.
    Back,
    /// To the next step, or out after the last.
    Next,
    /// Out.
    Leave,
}

impl GuidePage {
    /// The page of a guide that begins.
    pub fn new(guide: GuidedStart) -> Self {
        let (next_focus, letters) = (Some(NextFocus::First), Letters::default());
        Self { guide, next_focus, shown_in: None, letters, by_key: Turn::Stay, answers: FIRST_ANSWERS }
    }

    /// Takes the keys that work wherever the keyboard is in the guide: Esc, Ctrl+Enter, Page up and down. Not to be called
    /// while a question or dialog stands before it.
    pub fn hear_keys(&mut self, ctx: &egui::Context) {
        self.by_key = turn_by_key(ctx, self.guide.step);
    }

    fn changed(&mut self) {
        self.shown_in = None;
    }

    /// Whether this field takes the keyboard now.
    fn takes_focus(&mut self, field: usize) -> bool {
        let is_meant = match self.next_focus {
            Some(NextFocus::First) => field == 0,
            Some(NextFocus::Field(at)) => field == at,
            Some(NextFocus::Go) | None => false,
        };
        if is_meant {
            self.next_focus = None;
        }
        is_meant
    }

    /// Carries out a turn; false where the guide is left.
    fn turn(&mut self, turn: Turn) -> bool {
        let step = match turn {
            Turn::Stay => return true,
            Turn::Leave => return false,
            Turn::Back => self.guide.step.previous().unwrap_or(self.guide.step),
            Turn::Next => match self.guide.step.next() {
                Some(next) => next,
                None => return false,
            },
        };
        self.guide.step = step;
        self.next_focus = Some(NextFocus::First);
        true
    }

    /// Shows in the editor what was typed.
    fn show(&mut self, editor: &mut Editor, texts: Texts) -> Result<(), EditError> {
        if self.shown_in == Some(texts) {
            return Ok(());
        }
        self.shown_in = Some(texts);
        match self.guide.edit(editor.map(), texts) {
            Some(edit) => editor.preview(edit),
            None => {
                editor.cancel_preview();
                Ok(())
            }
        }
    }
}

/// Shows the guide as a card in all the room there is, and says what the person wants. What was typed is the editor's
/// preview.
pub fn guided_start_ui(
    ui: &mut Ui,
    page: &mut GuidePage,
    editor: &mut Editor,
    (layouter, view): (&mut Layouter, &View),
    look: Look,
) -> GuideAnswer {
    let by_key = std::mem::take(&mut page.by_key);
    let room = ui.available_rect_before_wrap();
    let around = if room.width() < SMALL { AROUND.1 } else { AROUND.0 };
    let size =
        vec2((room.width() - 2.0 * around).clamp(1.0, WIDEST), (room.height() - 2.0 * around.min(24.0)).max(1.0));
    let card = Rect::from_center_size(room.center(), size);
    let builder = UiBuilder::new().id_salt("guided_start").max_rect(card);
    let turn = ui.scope_builder(builder, |ui| card_ui(ui, page, editor, (layouter, view), look)).inner;
    ui.advance_cursor_after_rect(room);
    let turn = if by_key == Turn::Stay { turn } else { by_key };
    if turn != Turn::Stay {
        ui.ctx().request_repaint();
    }
    let stays = page.turn(turn);
    match page.show(editor, look.texts) {
        Err(error) => GuideAnswer::Refused(error),
        Ok(()) if stays => GuideAnswer::Open,
        Ok(()) => GuideAnswer::Done,
    }
}

fn turn_by_key(ctx: &egui::Context, step: GuidedStep) -> Turn {
    if egui::Popup::is_any_open(ctx) {
        return Turn::Stay;
    }
    ctx.input_mut(|input| {
        if input.consume_key(Modifiers::NONE, Key::Escape) {
            return Turn::Leave;
        }
        let next = input.consume_key(Modifiers::COMMAND, Key::Enter)
            || step.next().is_some() && input.consume_key(Modifiers::NONE, Key::PageDown);
        let back = input.consume_key(Modifiers::NONE, Key::PageUp);
        match (next, back) {
            (true, _) => Turn::Next,
            (false, true) => Turn::Back,
            (false, false) => Turn::Stay,
        }
    })
}

fn card_ui(
    ui: &mut Ui,
    page: &mut GuidePage,
    editor: &Editor,
    (layouter, view): (&mut Layouter, &View),
    look: Look,
) -> Turn {
    let line = Stroke::new(1.0, theme::color(look.palette, Role::Hairline));
    let is_small = ui.max_rect().width() < SMALL - 2.0 * AROUND.1;
    let margin = if is_small { Margin::symmetric(20, 14) } else { Margin::symmetric(36, 26) };
    let frame = Frame::new().fill(theme::color(look.palette, Role::Card)).stroke(line).inner_margin(margin);
    let shown = frame.corner_radius(CornerRadius::same(12)).show(ui, |ui| {
        let room = ui.available_rect_before_wrap();
        ui.set_min_size(room.size());
        head_ui(ui, page.guide.step, room.height() < LOW, look);
        let rest = ui.available_rect_before_wrap();
        let (middle, foot) = rest.split_top_bottom_at_y(room.bottom() - FOOT);
        let height = picture_height(middle.height(), page.answers);
        let (answers, picture) = middle.split_top_bottom_at_y(middle.bottom() - height);
        let turn = part(ui, "answers", answers, |ui| step_ui(ui, page, look));
        if height > 0.0 {
            let scene = layouter.layout(editor.shown(), view);
            part(ui, "picture", picture, |ui| picture::picture_ui(ui, &scene, &mut page.letters, look));
        }
        let pressed = part(ui, "foot", foot, |ui| foot::foot_ui(ui, page, look));
        if pressed == Turn::Stay { turn } else { pressed }
    });
    shown.inner
}

/// What the answers leave to the picture. Where that is little the answers scroll, but not to less than a few lines; and
/// what is too low to show a map is theirs.
fn picture_height(room: f32, answers: f32) -> f32 {
    let left = (room - answers).max((room - answers.min(LEAST_ANSWERS)).min(KEPT_PICTURE));
    if left < LEAST_PICTURE { 0.0 } else { left }
}

fn part<R>(ui: &mut Ui, name: &'static str, rect: Rect, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope_builder(UiBuilder::new().id_salt(name).max_rect(rect), content).inner
}

fn head_ui(ui: &mut Ui, step: GuidedStep, is_low: bool, look: Look) {
    let texts = look.texts;
    let (number, count) = (step.place() + 1, GuidedStep::ALL.len());
    let told = theme::note(texts.guide_step(number, count), look.palette, Role::Soft);
    let (title, hint) = words_of(step, texts);
    let font = theme::font(FontWeight::Bold, 24.0);
    let title = RichText::new(title).font(font).color(theme::color(look.palette, Role::Ink));
    if is_low {
        let mut row = Row::new(ui, LOW_TITLE, Align::Center);
        row.begin(ui, |ui| ui.add(CutLabel::new(title)));
        row.end(ui, |ui| ui.label(told));
    } else {
        ui.label(told);
        ui.add_space(2.0);
        ui.label(title);
    }
    ui.label(RichText::new(hint).size(13.0).color(theme::color(look.palette, Role::Soft)));
    ui.add_space(if is_low { 4.0 } else { 10.0 });
}

/// What a step asks, and what helps to answer.
fn words_of(step: GuidedStep, texts: Texts) -> (&'static str, &'static str) {
    match step {
        GuidedStep::Traveller => (texts.guide_traveller(), texts.guide_traveller_hint()),
        GuidedStep::Question(GuideQuestion::Answer) => (texts.guide_answer(), texts.guide_answer_hint()),
        GuidedStep::Question(GuideQuestion::Discover) => (texts.guide_discover(), texts.guide_discover_hint()),
        GuidedStep::Question(GuideQuestion::Decide) => (texts.guide_decide(), texts.guide_decide_hint()),
        GuidedStep::Question(GuideQuestion::Again) => (texts.guide_again(), texts.guide_again_hint()),
    }
}

/// Shows the answers, which scroll where they have too little room, and notes how high they are.
fn step_ui(ui: &mut Ui, page: &mut GuidePage, look: Look) -> Turn {
    let step = page.guide.step;
    let shown = ScrollArea::vertical().id_salt(step.place()).auto_shrink([false, false]).show(ui, |ui| match step {
        GuidedStep::Traveller => traveller::traveller_ui(ui, page, look),
        GuidedStep::Question(question) => lines::lines_ui(ui, page, question, look),
    });
    let height = shown.content_size.y + ui.spacing().item_spacing.y;
    if (height - page.answers).abs() > 0.5 {
        page.answers = height;
        ui.ctx().request_repaint();
    }
    shown.inner
}
