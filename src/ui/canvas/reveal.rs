//! Bringing into view what was asked for, made or pasted, in the frame in which the picture has it.
//!
//! Must not know who asked.

use super::{Camera, Canvas, first_look, navigate, overlay, sticky};
use crate::{
    editor::{Editor, Place},
    map::Thing,
    scene::{Rect, Scene, sizes},
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

/// The first look at a map, what was seen before the window changed, and following what keys selected.
pub(super) fn look_where_asked(canvas: &mut Canvas, editor: &Editor, scene: &Scene, scale: f32) {
    first_look::look_again(canvas, editor, scene, scale);
    first_look::keep_height_seen(canvas, editor, scene);
    if let Some(rect) = canvas.reveal_next.take().and_then(|place| room_of(place, canvas, scene)) {
        let names = sticky::room_for_names(&canvas.camera, scene, canvas.top());
        below_find(canvas, |camera| navigate::reveal_beside(camera, rect, names));
    }
    bring_in(canvas, editor, scene);
    stay_at_map(canvas, editor, scene);
    first_look::note_seen(canvas, editor, scene, scale);
}

/// Moves the view as if the line to find, while it is open, were the upper edge of the room.
fn below_find(canvas: &mut Canvas, go: impl FnOnce(&mut Camera)) {
    let insets = canvas.camera.insets;
    if let Some(bottom) = canvas.find.bottom() {
        let taken = bottom - canvas.camera.viewport.min.y;
        canvas.camera.insets.top = taken.max(insets.top);
    }
    go(&mut canvas.camera);
    canvas.camera.insets = insets;
}

/// What is to be seen of a place. Of a link its words are: the whole arc may be longer than the view. Under the line to
/// find no header stays in view: it is shown at its place.
fn room_of(place: Place, canvas: &Canvas, scene: &Scene) -> Option<Rect> {
    let sticky = sticky::Sticky::of(&canvas.camera, scene, canvas.top());
    match place {
        Place::Thing(thing @ Thing::Link(_)) => scene.text_rect_of(thing).or_else(|| overlay::place_of(scene, thing)),
        Place::Thing(thing @ Thing::Stage(_)) if canvas.find.is_shown() => overlay::place_of(scene, thing),
        Place::Thing(thing) => {
            overlay::place_of(scene, thing).map(|rect| sticky.to_reveal(thing, rect, &canvas.camera))
        }
        Place::Cell((holder, lane)) => scene.cell_rect(holder, lane),
    }
}

/// Whether nothing of the map is in the part of the view that neither bars nor names cover.
pub(super) fn is_lost(canvas: &Canvas, scene: &Scene) -> bool {
    let seen = navigate::clear_of_names(&canvas.camera, sticky::room_for_names(&canvas.camera, scene, canvas.top()));
    let notes = scene.notes().iter().map(|note| note.rect);
    !scene.stages().is_empty() && !std::iter::once(body(scene)).chain(notes).any(|rect| rect.overlaps(seen))
}

/// All columns with the headers over them.
fn body(scene: &Scene) -> Rect {
    Rect::new(sizes::GUTTER, sizes::HEADER_TOP, scene.right(), scene.bottom())
}

/// A step of the history that takes away all that was in view leads to what is left nearest by.
fn stay_at_map(canvas: &mut Canvas, editor: &Editor, scene: &Scene) {
    let revision = Some(editor.history().revision());
    let before = std::mem::replace(&mut canvas.revision, revision);
    if before == revision || before.is_none() || canvas.pointer.is_busy() || !is_lost(canvas, scene) {
        return;
    }
    let seen = navigate::clear_part(&canvas.camera);
    let body = body(scene);
    let size = (body.width().min(sizes::COLUMN), body.height().min(seen.height() / 2.0));
    let x = seen.x0.clamp(body.x0, body.x1 - size.0);
    let y = seen.y0.clamp(body.y0, body.y1 - size.1);
    let names = sticky::room_for_names(&canvas.camera, scene, canvas.top());
    let nearest = Rect::new(x, y, x + size.0, y + size.1);
    below_find(canvas, |camera| navigate::reveal_beside(camera, nearest, names));
}

/// Brings several things into view as a whole; stages with their touchpoints.
fn bring_in(canvas: &mut Canvas, editor: &Editor, scene: &Scene) {
    let things = std::mem::take(&mut canvas.bring_in);
    let inside = |thing: &Thing| match thing {
        Thing::Stage(id) => editor.shown().stage(*id).map(|stage| stage.touchpoints.as_slice()).unwrap_or_default(),
        _ => &[],
    };
    let within = things.iter().flat_map(inside).map(|touchpoint| Thing::Touchpoint(touchpoint.id));
    let all: Vec<Thing> = within.chain(things.iter().copied()).collect();
    let rects = all.into_iter().filter_map(|thing| room_of(Place::Thing(thing), canvas, scene));
    let Some(rect) = rects.reduce(|all, one| all.union(one)) else { return };
    let top = canvas.top();
    below_find(canvas, |camera| {
        navigate::bring_in(camera, rect, |camera| sticky::room_for_names(camera, scene, top));
    });
}
