//! The pointer on the canvas: which presses are the map's, what they do, and dragging the view.
//!
//! Gestures themselves are the editor's; here screen points become document units. The picture a gesture looks at is
//! the one it began on. Must not know keys, except the one that makes the hand pan.

use super::{
    Camera, Canvas,
    clicks::Clicks,
    edge::{Edge, Push},
    in_place, navigate, wheel,
};
use crate::{
    editor::{Editor, Gesture, GestureRunner, Guide, Modifiers, Phase, PointerEvent, Tool, value_in},
    map::Thing,
    scene::{Hit, Layouter, Scene, Target},
};
use egui::{Context, Event, LayerId, PointerButton, Pos2, Response};
use std::sync::Arc;

/// How far the hand may tremble, in screen points.
pub(super) const SLACK: f32 = 5.0;
/// The edge of the view belongs to the panels' handles, in screen points.
const EDGE: f32 = 4.0;

/// What the pointer is about.
#[derive(Debug, Default)]
pub(super) struct Pointer {
    hand: GestureRunner,
    hold: Hold,
    /// Where the pointer is, while it is over the map.
    at: Option<Pos2>,
    /// What lies there.
    hit: Option<Hit>,
    guide: Option<Guide>,
    /// The picture the gesture began on.
    ground: Option<Arc<Scene>>,
    clicks: Clicks,
    /// How far the name that was pressed stood from its place on the map, in document units.
    off: crate::scene::Vec2,
    edge: Edge,
    /// Where the view was before it followed at the edge.
    before_edge: Option<crate::scene::Point>,
    pub(super) wheel: wheel::Wheel,
}

/// What a button that is down does.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Hold {
    #[default]
    Nothing,
    /// Drags the view with this button; where the pointer was last.
    Pan(PointerButton, Pos2),
    /// A gesture of the hand.
    Gesture,
}

impl Pointer {
    pub(super) fn is_busy(&self) -> bool {
        self.hold != Hold::Nothing
    }

    /// What the overlay shows of the gesture.
    pub(super) fn guide(&self) -> Option<&Guide> {
        self.guide.as_ref()
    }

    /// What the hand is doing.
    pub(super) fn gesture(&self) -> &Gesture {
        self.hand.gesture()
    }

    /// Where the pointer is while it is over the map, and what lies there.
    pub(super) fn place(&self) -> Option<(Pos2, Option<Hit>)> {
        self.at.map(|at| (at, self.hit))
    }

    /// Whether the view is being dragged.
    pub(super) fn is_panning(&self) -> bool {
        matches!(self.hold, Hold::Pan(..))
    }
}

/// What a frame's pointer events need to know.
struct Frame {
    layer: LayerId,
    time: f64,
    /// Held when the button went down or up; for what has no keys of its own, at the end of the frame.
    modifiers: egui::Modifiers,
    space: Space,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Space {
    Up,
    Held,
}

/// Reads what the pointer did since the last frame.
pub(super) fn point(
    ctx: &Context,
    canvas: &mut Canvas,
    editor: &mut Editor,
    layouter: &mut Layouter,
    under: &Response,
) {
    let can_pan = canvas.focus.is_here(ctx) && !canvas.in_place.is_open() && !ctx.text_edit_focused();
    let frame = ctx.input(|input| Frame {
        layer: under.layer_id,
        time: input.time,
        modifiers: input.modifiers,
        space: if can_pan && input.key_down(egui::Key::Space) { Space::Held } else { Space::Up },
    });
    let events: Vec<Event> =
        ctx.input(|input| input.events.iter().filter(|event| is_of_pointer(event)).cloned().collect());
    for event in events {
        follow_event(ctx, canvas, editor, layouter, (event, &frame));
    }
    if !wheel::follow(ctx, canvas, editor, frame.time) {
        follow_wheel(ctx, canvas, editor, &frame);
    }
    follow_edge(ctx, canvas, editor, layouter, &frame);
    look_under(canvas, editor, layouter);
}

fn is_of_pointer(event: &Event) -> bool {
    matches!(
        event,
        Event::PointerButton { .. } | Event::PointerMoved(_) | Event::PointerGone | Event::WindowFocused(false)
    )
}

fn follow_event(
    ctx: &Context,
    canvas: &mut Canvas,
    editor: &mut Editor,
    layouter: &mut Layouter,
    (event, frame): (Event, &Frame),
) {
    match event {
        Event::PointerButton { pos, button, pressed: true, modifiers } => {
            canvas.pointer.at = owns(ctx, canvas, pos, frame.layer).then_some(pos);
            if canvas.pointer.at.is_some() && !canvas.pointer.is_busy() {
                press(canvas, editor, layouter, (pos, button, &Frame { modifiers, ..*frame }));
            }
        }
        Event::PointerButton { pos, button, pressed: false, modifiers } => {
            if button == PointerButton::Secondary {
                canvas.menu.release(pos);
            }
            release(canvas, editor, (pos, button, &Frame { modifiers, ..*frame }));
        }
        Event::PointerMoved(pos) => {
            canvas.pointer.at = owns(ctx, canvas, pos, frame.layer).then_some(pos);
            moved(canvas, editor, (pos, frame));
        }
        Event::PointerGone => canvas.pointer.at = None,
        Event::WindowFocused(false) => {
            cancel(canvas, editor);
        }
        _ => {}
    }
}

/// Whether a place on the screen shows the map: no bar, panel, menu or window over it.
fn owns(ctx: &Context, canvas: &Canvas, at: Pos2, layer: LayerId) -> bool {
    canvas.camera.viewport.shrink(EDGE).contains(at)
        && !canvas.bars.iter().any(|bar| bar.contains(at))
        && ctx.layer_id_at(at).is_none_or(|top| top == layer)
}

fn press(
    canvas: &mut Canvas,
    editor: &mut Editor,
    layouter: &mut Layouter,
    (at, button, frame): (Pos2, PointerButton, &Frame),
) {
    canvas.focus.pointed();
    canvas.refused = None;
    let pans = frame.space == Space::Held || canvas.tool == Tool::Hand;
    match button {
        PointerButton::Middle => canvas.pointer.hold = Hold::Pan(button, at),
        PointerButton::Primary if pans => canvas.pointer.hold = Hold::Pan(button, at),
        PointerButton::Primary => {
            editor.commit_preview();
            canvas.pointer.clicks.press(frame.time, at);
            canvas.pointer.ground = Some(layouter.layout(editor.map(), &canvas.view));
            canvas.pointer.hold = Hold::Gesture;
            canvas.pointer.off = off_name(canvas, at);
            gesture(canvas, editor, (Phase::Press, at, frame.modifiers));
        }
        PointerButton::Secondary => {
            select_under(canvas, editor, layouter, at);
            canvas.menu.press(at);
        }
        PointerButton::Extra1 | PointerButton::Extra2 => {}
    }
}

/// The other button selects what lies under it, for the menu that may follow: a thing, else the value of the cell, else
/// the empty cell, else nothing.
fn select_under(canvas: &mut Canvas, editor: &mut Editor, layouter: &mut Layouter, at: Pos2) {
    let scene = layouter.layout(editor.shown(), &canvas.view);
    let hit = scene.hit(canvas.doc_at(at), canvas.camera.units(SLACK));
    match hit.map(|hit| hit.target) {
        Some(Target::Cell(holder, lane)) if editor.map().lane(lane).is_some_and(|lane| lane.kind.holds_cards()) => {
            editor.go_to_cell((holder, lane));
        }
        target => match target.and_then(|target| thing_of(target).or_else(|| value_at(target, canvas, editor))) {
            Some(thing) if editor.selection().contains(&thing) => {}
            thing => editor.select(thing),
        },
    }
}

fn value_at(target: Target, canvas: &Canvas, editor: &Editor) -> Option<Thing> {
    match target {
        Target::Cell(holder, lane) => value_in((holder, lane), editor.map(), &canvas.view),
        _ => None,
    }
}

fn moved(canvas: &mut Canvas, editor: &mut Editor, (at, frame): (Pos2, &Frame)) {
    match canvas.pointer.hold {
        Hold::Nothing => {}
        Hold::Pan(button, from) => {
            canvas.camera.pan(at - from);
            canvas.pointer.hold = Hold::Pan(button, at);
        }
        Hold::Gesture => {
            canvas.pointer.at = Some(at);
            gesture(canvas, editor, (Phase::Move, at, frame.modifiers));
        }
    }
}

fn release(canvas: &mut Canvas, editor: &mut Editor, (at, button, frame): (Pos2, PointerButton, &Frame)) {
    match canvas.pointer.hold {
        Hold::Pan(held, _) if held == button => canvas.pointer.hold = Hold::Nothing,
        Hold::Gesture if button == PointerButton::Primary => {
            gesture(canvas, editor, (Phase::Release, at, frame.modifiers));
            let_go(canvas);
        }
        Hold::Nothing | Hold::Pan(..) | Hold::Gesture => {}
    }
}

/// How far the name under a press stands from its place: the gesture goes on as if it had begun there.
fn off_name(canvas: &Canvas, at: Pos2) -> crate::scene::Vec2 {
    let named = canvas.doc_at(at);
    let hit = canvas.pointer.ground.as_ref().and_then(|scene| scene.hit(named, canvas.camera.units(SLACK)));
    let is_name = hit.is_some_and(|hit| match hit.target {
        Target::Thing(Thing::Lane(_) | Thing::Stage(_)) | Target::LaneBorder(_) => true,
        Target::Thing(_) | Target::Cell(..) | Target::StageBody(_) | Target::Measured(_) => false,
        Target::Handle(_) | Target::NoteBorder(_) => false,
    });
    if is_name { named - canvas.camera.doc_from_screen(at) } else { crate::scene::Vec2::ZERO }
}

fn let_go(canvas: &mut Canvas) {
    canvas.pointer.off = crate::scene::Vec2::ZERO;
    canvas.pointer.hold = Hold::Nothing;
    canvas.pointer.guide = None;
    canvas.pointer.ground = None;
    canvas.pointer.before_edge = None;
}

/// Abandons the gesture under way, and the way that the view followed it; true where there was one.
pub(super) fn cancel(canvas: &mut Canvas, editor: &mut Editor) -> bool {
    let was_busy = canvas.pointer.is_busy() | wheel::cancel(canvas, editor);
    if canvas.pointer.hold == Hold::Gesture {
        let at = canvas.pointer.at.unwrap_or_default();
        gesture(canvas, editor, (Phase::Cancel, at, egui::Modifiers::NONE));
        canvas.camera.corner = canvas.pointer.before_edge.unwrap_or(canvas.camera.corner);
    }
    let_go(canvas);
    was_busy
}

/// Esc with the button up: puts the tool away, or selects nothing.
pub(super) fn put_away(canvas: &mut Canvas, editor: &mut Editor, layouter: &mut Layouter) {
    canvas.pointer.ground = Some(layouter.layout(editor.map(), &canvas.view));
    gesture(canvas, editor, (Phase::Cancel, Pos2::ZERO, egui::Modifiers::NONE));
    let_go(canvas);
}

/// Hands an event to the gesture, and does what follows from it.
fn gesture(canvas: &mut Canvas, editor: &mut Editor, (phase, at, keys): (Phase, Pos2, egui::Modifiers)) {
    let Some(ground) = canvas.pointer.ground.clone() else { return };
    let draws_link = canvas.tool == Tool::Link;
    let event = PointerEvent {
        phase,
        at: canvas.camera.doc_from_screen(at) + canvas.pointer.off,
        slack: canvas.camera.units(SLACK),
        modifiers: modifiers_of(keys),
        clicks: if phase == Phase::Release { canvas.pointer.clicks.count() } else { 0 },
    };
    canvas.pointer.hand.keep(canvas.stay());
    canvas.pointer.hand.sharpen(canvas.pencil);
    if canvas.pointer.hand.tool() != canvas.tool {
        canvas.pointer.hand.take(canvas.tool, editor);
    }
    match canvas.pointer.hand.point(event, editor, &ground, &canvas.view) {
        Ok(next) => {
            canvas.pointer.guide = next.guide;
            canvas.tool = canvas.pointer.hand.tool();
            match next.edit_text {
                Some(link @ Thing::Link(_)) if draws_link => in_place::begin_label(canvas, editor, link),
                Some(thing) => canvas.edit_text(editor, thing),
                None => {}
            }
            if let Some(note) = next.draft {
                in_place::begin_note(canvas, editor, note);
            }
        }
        Err(error) => {
            canvas.pointer.guide = None;
            canvas.tool = canvas.pointer.hand.tool();
            canvas.refused = Some(error);
        }
    }
}

/// The keys that a gesture knows.
pub(super) fn modifiers_of(keys: egui::Modifiers) -> Modifiers {
    Modifiers { shift: keys.shift, command: keys.command, alt: keys.alt }
}

/// At the edge of the view the picture follows what is dragged; the gesture goes on from the new place.
fn follow_edge(ctx: &Context, canvas: &mut Canvas, editor: &mut Editor, layouter: &mut Layouter, frame: &Frame) {
    let Some(at) = canvas.pointer.at.filter(|_| canvas.pointer.hold == Hold::Gesture) else {
        canvas.pointer.edge = Edge::default();
        return;
    };
    let size = layouter.layout(editor.shown(), &canvas.view).size;
    let dt = ctx.input(|input| input.stable_dt);
    let of_hand = (at, canvas.pointer.hand.gesture());
    match canvas.pointer.edge.push((&canvas.camera, size), of_hand, (frame.time, dt)) {
        Push::Rests => {}
        Push::Waits(rest) => ctx.request_repaint_after(std::time::Duration::from_secs_f64(rest)),
        Push::Moves(by) => {
            canvas.pointer.before_edge.get_or_insert(canvas.camera.corner);
            canvas.camera.pan(-by);
            gesture(canvas, editor, (Phase::Move, at, frame.modifiers));
            ctx.request_repaint();
        }
    }
}

/// Wheel and pinch over the map; a gesture under way goes on from the new place.
fn follow_wheel(ctx: &Context, canvas: &mut Canvas, editor: &mut Editor, frame: &Frame) {
    let Some(at) = canvas.pointer.at else { return };
    if !navigate::follow_wheel(ctx, &mut canvas.camera, at) {
        return;
    }
    canvas.pointer.wheel.scrolled(frame.time);
    if canvas.pointer.hold == Hold::Gesture {
        gesture(canvas, editor, (Phase::Move, at, frame.modifiers));
    }
}

/// What lies under the pointer now.
fn look_under(canvas: &mut Canvas, editor: &Editor, layouter: &mut Layouter) {
    if canvas.pointer.is_busy() {
        return;
    }
    let Camera { zoom, .. } = canvas.camera;
    let hit = canvas.pointer.at.and_then(|at| {
        let scene = layouter.layout(editor.shown(), &canvas.view);
        scene.hit(canvas.doc_at(at), f64::from(SLACK) / zoom)
    });
    let was = canvas.pointer.hit.and_then(|hit| thing_of(hit.target));
    let is = hit.and_then(|hit| thing_of(hit.target));
    // A panel may have set what is hovered; the pointer takes over when it goes from one thing to another.
    if was != is || canvas.pointer.at.is_some() {
        canvas.hovered = is;
    }
    canvas.pointer.hit = hit;
}

/// The thing under the pointer; the survey's value counts as its touchpoint.
pub(super) fn thing_of(target: Target) -> Option<Thing> {
    match target {
        Target::Thing(thing) | Target::Handle(thing) => Some(thing),
        Target::Measured(id) => Some(Thing::Touchpoint(id)),
        Target::NoteBorder(id) => Some(Thing::Note(id)),
        Target::Cell(..) | Target::LaneBorder(_) | Target::StageBody(_) => None,
    }
}
