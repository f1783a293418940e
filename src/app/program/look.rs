//! The window's colours, size and motion: as the person chose, or as the system has it. Must not know a colour.

use super::Program;
use crate::{
    app::system_look,
    ui::{Look, choices::Choices, theme},
};

impl Program {
    /// Takes a choice and keeps it for the next start.
    pub(super) fn choose(&mut self, ctx: &egui::Context, change: impl FnOnce(&mut Choices)) {
        change(&mut self.settings.look);
        self.follow_choices(ctx);
        self.store_settings();
    }

    /// Asks the system anew when a person comes back to the window, maybe from the system's settings.
    pub(super) fn look_at_system(&mut self, ctx: &egui::Context) {
        let is_back = |event: &egui::Event| matches!(event, egui::Event::WindowFocused(true));
        if ctx.input(|input| input.events.iter().any(is_back)) {
            system_look::start_reading(&mut self.jobs);
        }
    }

    /// Dresses the window anew where a choice or the system's look changed.
    pub(super) fn follow_choices(&mut self, ctx: &egui::Context) {
        let (choices, system) = (self.settings.look, self.system_look);
        let palette = choices.theme.palette((system.theme.or(ctx.system_theme()), system.contrast));
        let motion = choices.motion.or(system.motion).unwrap_or_default();
        let look = Look { palette, choices, motion, ..self.look };
        if look == self.look {
            return;
        }
        self.look = look;
        theme::dress(ctx, palette, motion);
        ctx.set_zoom_factor(choices.scale.factor());
        ctx.request_repaint();
    }
}
