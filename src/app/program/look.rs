//! The window's colours, size and motion: as the person chose, or as the system has it. Must not know a colour.

use super::Program;
use crate::ui::{choices::Choices, theme};

impl Program {
    /// Takes a choice and keeps it for the next start.
    pub(super) fn choose(&mut self, ctx: &egui::Context, change: impl FnOnce(&mut Choices)) {
        change(&mut self.settings.look);
        self.follow_choices(ctx);
        self.store_settings();
    }

    /// Dresses the window anew where a choice or the system's theme changed.
    pub(super) fn follow_choices(&mut self, ctx: &egui::Context) {
        let choices = self.settings.look;
        let palette = choices.theme.palette(ctx.system_theme());
        let is_same = (self.look.palette, self.look.choices) == (palette, choices);
        if is_same {
            return;
        }
        let Choices { scale, motion, .. } = choices;
        (self.look.palette, self.look.choices) = (palette, choices);
        theme::dress(ctx, palette, motion);
        ctx.set_zoom_factor(scale.factor());
        ctx.request_repaint();
    }
}
