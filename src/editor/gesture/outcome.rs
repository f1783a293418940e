//! What comes of a pointer event. Must not know how it is shown.

use crate::{
    editor::{Cell, Edit, EditError},
    map::{Engagement, Holder, LaneId, Note, Score, StageId, Thing},
    scene::{Point, Rect, Vec2},
};

/// What comes of a pointer event.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// What happens to the map.
    pub change: Change,
    /// What is selected from now on; `None` leaves the selection.
    pub select: Option<Vec<Thing>>,
    /// The empty cell that the keyboard goes to; nothing is selected then.
    pub go_to: Option<Cell>,
    /// The thing whose name or text is to be edited in place now; for a face its word.
    pub edit_text: Option<Thing>,
    /// A note that comes to the map with its text, which is to be typed now.
    pub draft: Option<Note>,
    /// What the overlay shows until the next event.
    pub guide: Option<Guide>,
    /// What becomes of the tool.
    pub tool: ToolAfter,
    /// Why the hand may not do this; nothing changes then.
    pub refused: Option<EditError>,
}

/// What becomes of the tool in the hand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ToolAfter {
    /// It stays.
    #[default]
    Same,
    /// It did its work: the hand selects again, unless the tool was taken to be kept.
    Used,
    /// It is put away.
    PutAway,
}

/// What happens to the map.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Change {
    /// Nothing; a preview stays.
    #[default]
    Nothing,
    /// The edit is shown, not kept.
    Preview(Edit),
    /// The edit becomes one step of the history.
    Commit(Edit),
    /// What was previewed is dropped.
    Cancel,
}

/// What the overlay shows during a gesture, in document units.
#[derive(Clone, Debug, PartialEq)]
pub enum Guide {
    /// Things are carried along.
    Carrying {
        /// What is carried; drawn as ghosts.
        things: Vec<Thing>,
        /// How far it was carried.
        by: Vec2,
        /// The line where it would land; `None` where it cannot.
        mark: Option<Rect>,
        /// The place it would come to, for the words beside the pointer.
        place: Option<Destination>,
    },
    /// A rectangle that selects what it touches.
    Marquee(Rect),
    /// New columns are drawn.
    Drawing {
        /// From where to where.
        rect: Rect,
        /// How many touchpoints it makes.
        count: usize,
    },
    /// A link is drawn.
    Link {
        /// The middle of the touchpoint it starts at.
        from: Point,
        /// The pointer, or the middle of the touchpoint under it.
        to: Point,
        /// The touchpoint it would lead to; `None` over nothing that can be linked.
        mark: Option<Rect>,
    },
    /// The score that is being set.
    Value {
        /// The face that bears it; `None` where many get one.
        of: Option<Thing>,
        /// Where the face is, but for beside others: then in the column's middle.
        at: Point,
        /// The score.
        score: Score,
        /// Whether the middle of a band holds it.
        rest: Rest,
    },
    /// The level of the dramatic arc that is being set.
    Level {
        /// Where the point is.
        at: Point,
        /// The level.
        level: Engagement,
    },
    /// The height that a lane is being pulled to.
    Height {
        /// Where the hand holds its border.
        at: Point,
        /// The height, in document units.
        height: u16,
    },
}

/// Where something carried would come to, counted from 1 as things stand afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Destination {
    /// The first of the touchpoints, in its stage.
    Touchpoint(StageId, usize),
    /// Among the stages.
    Stage(usize),
    /// Under a touchpoint or stage, in a lane of cards.
    Card(Holder, LaneId),
    /// Among the lanes that are shown.
    Lane(usize),
}

/// Whether a pulled face rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    /// It follows the hand.
    Free,
    /// The middle of a band holds it.
    InBand,
}

impl Outcome {
    /// Nothing but a guide.
    pub(super) fn guide(guide: Guide) -> Self {
        Self { guide: Some(guide), ..Self::default() }
    }

    /// Nothing but a selection.
    pub(super) fn select(things: Vec<Thing>) -> Self {
        Self { select: Some(things), ..Self::default() }
    }

    /// Nothing but a change.
    pub(super) fn change(change: Change) -> Self {
        Self { change, ..Self::default() }
    }

    /// A new thing: it is selected, its name is edited, and the hand selects again.
    pub(super) fn made(edit: Edit, thing: Thing) -> Self {
        Self {
            change: Change::Commit(edit),
            select: Some(vec![thing]),
            edit_text: Some(thing),
            tool: ToolAfter::Used,
            ..Self::default()
        }
    }

    /// A new note: its text is typed, and the hand selects again.
    pub(super) fn drafted(note: Note) -> Self {
        Self { draft: Some(note), tool: ToolAfter::Used, ..Self::default() }
    }

    /// Nothing but the reason why not.
    pub(super) fn refused(error: EditError) -> Self {
        Self { refused: Some(error), ..Self::default() }
    }
}
