//! What the editor knows of how the map is seen: the picture that is shown, which part of it, and pictures of maps that
//! are not shown yet.
//!
//! Notes stand by what is drawn, and only a picture knows where that is. Must not know pixels.

use super::Editor;
use crate::{
    map::Map,
    scene::{Layouter, Rect, Scene, View},
};
use std::sync::Arc;

/// How the map is seen.
#[derive(Debug, Default)]
pub(super) struct Sight {
    shown: Option<Arc<Scene>>,
    view: View,
    part: Option<Rect>,
    /// Lays out what is not shown; there is none before it is needed.
    layouter: Option<Layouter>,
    /// The map that is edited, as it was laid out last.
    before: Option<(Arc<Map>, Arc<Scene>)>,
}

impl Editor {
    /// Notes the picture that is shown, so that notes can be kept where they are seen.
    pub fn see(&mut self, scene: &Arc<Scene>) {
        self.sight.shown = Some(Arc::clone(scene));
    }

    /// Notes how the map is looked at, and which part of the picture is in view, free of bars.
    pub fn look_at(&mut self, view: &View, part: Rect) {
        if self.sight.view != *view {
            self.sight.view = *view;
            self.sight.before = None;
        }
        self.sight.part = Some(part);
    }

    /// How the map was looked at last.
    pub(super) fn view_seen(&self) -> &View {
        &self.sight.view
    }

    /// The picture that is shown; a plain one where none was shown yet.
    pub(super) fn picture(&self) -> Arc<Scene> {
        self.sight.shown.clone().unwrap_or_else(|| crate::scene::layout(self.map(), &View::default()))
    }

    /// The part of the picture that is in view; `None` where nothing was shown yet.
    pub(super) fn seen_part(&self) -> Option<Rect> {
        self.sight.part
    }

    /// The picture of the map without the change under way.
    pub(super) fn picture_before(&mut self) -> Arc<Scene> {
        let map = Arc::clone(self.history.map());
        if let Some((known, scene)) = &self.sight.before
            && Arc::ptr_eq(known, &map)
        {
            return Arc::clone(scene);
        }
        let scene = self.picture_of(&map);
        self.sight.before = Some((map, Arc::clone(&scene)));
        scene
    }

    /// The picture of a map that is not shown.
    pub(super) fn picture_of(&mut self, map: &Arc<Map>) -> Arc<Scene> {
        let sight = &mut self.sight;
        let fonts = || sight.shown.as_ref().map(|shown| shown.fonts().clone()).unwrap_or_default();
        sight.layouter.get_or_insert_with(|| Layouter::with_fonts(&fonts())).layout(map, &sight.view)
    }
}
