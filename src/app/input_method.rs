//! The input method is left in peace while somebody types, so that no word is lost or comes before another.
//!
//! To end a composition, egui takes the input method away and gives it back whenever a field takes the keyboard; under
//! X11 that destroys its context, and keys that are on their way through it are lost (winit 0.30, `ime/mod.rs`,
//! `set_ime_allowed`; seen with ibus and Unikey). Here that happens only where a word is being composed, and a gap of a
//! few frames between two fields is bridged.
//!
//! Telling X11 where the caret is waits for an answer; words that come meanwhile are handed out last first (libX11,
//! `_XimRegCommitInfo` and `XPutBackEvent`), and Enter may be lost. As nothing follows the caret there (winit 0.30,
//! `ime/context.rs`, `set_spot`), it is not told. Must not know what is typed.

use egui::{Context, Event, FullOutput, ImeEvent, Plugin, Pos2, RawInput, Rect, output::IMEOutput, vec2};

/// Frames without a field that are bridged.
const BRIDGED: u8 = 4;

/// Whether the input method is told where the caret is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Caret {
    /// Wherever it goes.
    #[default]
    Told,
    /// Not at all.
    Kept,
}

impl Caret {
    /// What is right for the system's windows; where there are two kinds, winit takes Wayland's first.
    pub fn of_system() -> Self {
        let is_there = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let is_x11 = cfg!(target_os = "linux") && !is_there("WAYLAND_DISPLAY") && !is_there("WAYLAND_SOCKET");
        if is_x11 { Self::Kept } else { Self::Told }
    }
}

/// What the input method is about.
#[derive(Debug, Default)]
pub struct InputMethod {
    caret: Caret,
    is_composing: bool,
    /// Where it was wanted last, and for how many frames that holds.
    last: Option<(IMEOutput, u8)>,
}

impl InputMethod {
    /// One that is told of the caret or not.
    pub fn new(caret: Caret) -> Self {
        Self { caret, ..Self::default() }
    }
}

impl Plugin for InputMethod {
    fn debug_name(&self) -> &'static str {
        "input method"
    }

    fn input_hook(&mut self, _: &Context, input: &mut RawInput) {
        for event in &input.events {
            match event {
                Event::Ime(ImeEvent::Preedit { text, .. }) => self.is_composing = !text.is_empty(),
                Event::Ime(ImeEvent::Commit(_)) => self.is_composing = false,
                _ => {}
            }
        }
    }

    fn output_hook(&mut self, ctx: &Context, output: &mut FullOutput) {
        if let Some(ime) = &mut output.platform_output.ime {
            ime.should_interrupt_composition &= self.is_composing;
            self.is_composing &= !ime.should_interrupt_composition;
            if self.caret == Caret::Kept {
                ime.cursor_rect = Rect::from_min_size(Pos2::ZERO, vec2(1.0, 1.0));
            }
            self.last = Some((IMEOutput { should_interrupt_composition: false, ..*ime }, BRIDGED));
            return;
        }
        self.is_composing = false;
        self.last = self.last.and_then(|(ime, frames)| Some((ime, frames.checked_sub(1)?)));
        if let Some((ime, _)) = self.last {
            output.platform_output.ime = Some(ime);
            ctx.request_repaint();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{Id, TextEdit, Ui};

    fn field(ui: &mut Ui, id: Id, takes: bool) {
        let mut text = String::new();
        ui.add(TextEdit::singleline(&mut text).id(id));
        if takes {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
    }

    fn frame(ctx: &Context, events: Vec<Event>, show: impl FnMut(&mut Ui)) -> Option<IMEOutput> {
        let mut output = ctx.run_ui(RawInput { events, ..RawInput::default() }, show);
        output.textures_delta.clear();
        output.platform_output.ime
    }

    #[test]
    fn a_field_that_takes_the_keyboard_interrupts_only_a_word_that_is_composed() {
        let ctx = Context::default();
        ctx.add_plugin(InputMethod::default());
        let fields = [Id::unique("one"), Id::unique("two")];
        let go_to = |at: usize, events: Vec<Event>| {
            frame(&ctx, events.clone(), |ui| {
                (0..2).for_each(|one| field(ui, fields[one], one == at));
            });
            frame(&ctx, Vec::new(), |ui| (0..2).for_each(|one| field(ui, fields[one], false)))
        };
        go_to(0, Vec::new());
        let ime = go_to(1, Vec::new());
        assert_eq!(ime.map(|ime| ime.should_interrupt_composition), Some(false));
        let preedit = |text: &str| Event::Ime(ImeEvent::Preedit { text: text.into(), active_range_chars: None });
        let interrupted = |events: Vec<Event>| {
            let ime = frame(&ctx, events, |ui| {
                (0..2).for_each(|one| field(ui, fields[one], false));
                ui.memory_mut(|memory| memory.request_focus(fields[1]));
            });
            ime.map(|ime| ime.should_interrupt_composition)
        };
        assert_eq!(interrupted(Vec::new()), Some(false));
        assert_eq!(interrupted(vec![preedit("h")]), Some(true));
        assert_eq!(interrupted(vec![preedit("h"), preedit("")]), Some(false));
    }

    #[test]
    fn the_caret_is_told_where_something_follows_it() {
        let places = [Caret::Told, Caret::Kept].map(|caret| {
            let ctx = Context::default();
            ctx.add_plugin(InputMethod::new(caret));
            let id = Id::unique("field");
            frame(&ctx, Vec::new(), |ui| field(ui, id, true));
            let typed = vec![Event::Text("wide".into())];
            frame(&ctx, typed, |ui| field(ui, id, false)).map(|ime| ime.cursor_rect.min)
        });
        assert!(places[0].is_some_and(|at| at.x > 0.0));
        assert_eq!(places[1], Some(Pos2::ZERO), "where X11 has it from the beginning, so that nothing is told");
    }

    #[test]
    fn a_gap_between_two_fields_is_bridged_and_no_more() {
        let ctx = Context::default();
        ctx.add_plugin(InputMethod::default());
        let id = Id::unique("field");
        frame(&ctx, Vec::new(), |ui| field(ui, id, true));
        assert!(frame(&ctx, Vec::new(), |ui| field(ui, id, false)).is_some());
        let wanted: Vec<bool> = (0..6).map(|_| frame(&ctx, Vec::new(), |_| {}).is_some()).collect();
        assert_eq!(wanted, [true, true, true, true, false, false]);
    }
}
