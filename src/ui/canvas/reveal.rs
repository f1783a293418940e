//! Bringing into view what was asked for, made or pasted, in the frame in which the picture has it.
//!
//! Must not know who asked.

use super::{
    Canvas,
    first_look::{self, FirstLook},
    navigate, overlay, sticky,
};
use crate::{
    editor::{Editor, Place},
    map::Thing,
    scene::{Rect, Scene},
};

impl Canvas {
    /// Brings a thing into view, with the least move.
    pub fn reveal(&mut self, thing: Thing, scene: &Scene) {
        if let Some(rect) = scene.rect_of(thing) {
            navigate::reveal(&mut self.camera, rect);
        }
    }

    /// Brings all that is selected into view with the next picture: as a whole, from farther away where it is larger
    /// than the view.
    pub fn show_selection(&mut self, editor: &Editor) {
        self.bring_in = editor.selection().to_vec();
    }
}

/// The first look at a map, and following what keys selected.
pub(super) fn look_where_asked(canvas: &mut Canvas, editor: &Editor, scene: &Scene) {
    if canvas.first_look.is_due(&canvas.camera) && !canvas.pointer.is_busy() {
        navigate::first_look(&mut canvas.camera, scene);
        canvas.first_look = FirstLook::Taken(canvas.camera);
    }
    first_look::keep_height_seen(canvas, editor, scene);
    if let Some(rect) = canvas.reveal_next.take().and_then(|place| room_of(place, canvas, scene)) {
        let names = sticky::room_for_names(&canvas.camera, scene, canvas.top());
        navigate::reveal_beside(&mut canvas.camera, rect, names);
        if let Some(bottom) = canvas.find.bottom() {
            navigate::reveal_below(&mut canvas.camera, rect, bottom);
        }
    }
    bring_in(canvas, scene);
    first_look::remember_height_seen(canvas, scene);
}

/// What is to be seen of a place. Of a link its words are: the whole arc may be longer than the view.
fn room_of(place: Place, canvas: &Canvas, scene: &Scene) -> Option<Rect> {
    let sticky = sticky::Sticky::of(&canvas.camera, scene, canvas.top());
    match place {
        Place::Thing(thing @ Thing::Link(_)) => scene.text_rect_of(thing).or_else(|| overlay::place_of(scene, thing)),
        Place::Thing(thing) => {
            overlay::place_of(scene, thing).map(|rect| sticky.to_reveal(thing, rect, &canvas.camera))
        }
        Place::Cell((holder, lane)) => scene.cell_rect(holder, lane),
    }
}

/// Brings several things into view as a whole.
fn bring_in(canvas: &mut Canvas, scene: &Scene) {
    let things = std::mem::take(&mut canvas.bring_in);
    let rects = things.into_iter().filter_map(|thing| room_of(Place::Thing(thing), canvas, scene));
    let Some(rect) = rects.reduce(|all, one| all.union(one)) else { return };
    let top = canvas.top();
    navigate::bring_in(&mut canvas.camera, rect, |camera| sticky::room_for_names(camera, scene, top));
    if let Some(bottom) = canvas.find.bottom() {
        navigate::reveal_below(&mut canvas.camera, rect, bottom);
    }
}
