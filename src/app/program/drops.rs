//! Files that are dropped on the window: maps are opened, surveys read, pictures put where the pointer is.
//!
//! While another program's drag is under way the system tells nobody where the pointer is; it is known again a moment
//! after the drop. Must not read the files.

use super::{Program, close::Intent, images};
use crate::{
    app::map_jobs::{self, file_name},
    ui::notices::Topic,
};
use egui::{Context, Event};
use std::path::PathBuf;

/// How long the pointer is waited for after a drop, in seconds; where it does not come, it did not move.
const PATIENCE: f64 = 0.3;

/// Pictures whose place is not known yet.
#[derive(Debug, Default)]
pub(super) struct Drops {
    pictures: Vec<PathBuf>,
    /// When the first of them came.
    since: f64,
}

impl Drops {
    fn wait(&mut self, pictures: Vec<PathBuf>, now: f64) {
        if self.pictures.is_empty() {
            self.since = now;
        }
        self.pictures.extend(pictures);
    }

    /// The pictures, once it is known where they were dropped.
    fn landed(&mut self, events: &[Event], now: f64) -> Vec<PathBuf> {
        let is_known = events.iter().any(|event| matches!(event, Event::PointerMoved(_)));
        if is_known || now - self.since >= PATIENCE { std::mem::take(&mut self.pictures) } else { Vec::new() }
    }
}

impl Program {
    pub(super) fn take_dropped_files(&mut self, ctx: &Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.clone());
        let paths: Vec<PathBuf> = dropped.iter().map(|file| file.path().to_owned()).collect();
        let (pictures, others): (Vec<PathBuf>, Vec<PathBuf>) =
            paths.into_iter().partition(|path| images::is_image(path));
        self.place_pictures(ctx, pictures);
        self.take_other_files(ctx, others);
    }

    fn place_pictures(&mut self, ctx: &Context, pictures: Vec<PathBuf>) {
        let now = ctx.input(|input| input.time);
        self.drops.wait(pictures, now);
        let landed = ctx.input(|input| self.drops.landed(&input.raw.events, now));
        if !landed.is_empty() {
            self.read_dropped_images(ctx, landed);
        } else if !self.drops.pictures.is_empty() {
            ctx.request_repaint();
        }
    }

    fn take_other_files(&mut self, ctx: &Context, others: Vec<PathBuf>) {
        let count = others.len();
        let Some(path) = others.into_iter().next() else { return };
        if count > 1 {
            let sentence = self.look.texts.shell_first_file_only(count, file_name(&path));
            self.shell.notices.fault(Topic::Open, sentence);
        }
        let is_map =
            map_jobs::is_mermaid(&path) || path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron"));
        if is_map {
            self.want(ctx, Intent::OpenPath(path));
        } else if self.document.is_some() {
            self.read_survey(path);
        } else {
            self.shell.notices.fault(Topic::Survey, self.look.texts.shell_open_map_first());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_wait_for_the_pointer_and_not_for_long() {
        let moved = [Event::PointerMoved(egui::pos2(3.0, 4.0))];
        let one = || vec![PathBuf::from("one.png")];
        let mut drops = Drops::default();
        drops.wait(one(), 5.0);
        assert_eq!(drops.landed(&[], 5.0), Vec::<PathBuf>::new());
        drops.wait(vec![PathBuf::from("two.png")], 5.1);
        assert_eq!(drops.landed(&moved, 5.2), [PathBuf::from("one.png"), PathBuf::from("two.png")]);
        assert_eq!(drops.landed(&moved, 5.3), Vec::<PathBuf>::new());
        drops.wait(one(), 7.0);
        assert_eq!(drops.landed(&[], 7.25), Vec::<PathBuf>::new());
        assert_eq!(drops.landed(&[], 7.31), one());
    }
}
