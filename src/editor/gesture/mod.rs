//! Gestures: what the hand does on the canvas, as a state machine with a state for each thing it can do.
//!
//! A press comes before each drag, and a drag is always worked out anew from the map as it was at its start: nothing
//! accumulates, and what is previewed is what the release commits. Must not know screens, zoom or egui.

mod carry;
mod copy;
mod draw;
mod event;
mod hand;
mod linking;
mod marquee;
mod noting;
mod outcome;
mod promise;
mod pull;
mod select;
mod sweep;

pub use event::{Modifiers, Phase, PointerEvent};
pub use hand::{FollowUp, GestureRunner};
pub use outcome::{Change, Destination, Guide, Outcome, Rest, ToolAfter};
pub use promise::{Promise, promise};

use super::{EditError, Tool};
use crate::{
    map::{CardId, Curve, LaneId, Map, NoteId, StageId, Thing, TouchpointId},
    scene::{Hit, Point, Scene, View},
};
use carry::Leaves;
use std::sync::Arc;

/// What a gesture can look at. Everything is as it was when the gesture began, without the change under way.
#[derive(Clone, Copy)]
pub struct Situation<'a> {
    /// The map.
    pub map: &'a Arc<Map>,
    /// The picture of `map`.
    pub scene: &'a Scene,
    /// What the hand holds.
    pub tool: Tool,
    /// The curve that the pencil draws; with Alt it draws the other one.
    pub pencil: Curve,
    /// What is selected.
    pub selection: &'a [Thing],
    /// What of the map is shown.
    pub view: &'a View,
}

/// What the hand is doing.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Gesture {
    /// Nothing; the button is up.
    #[default]
    Idle,
    /// The button went down and the hand has not moved: a click, or the beginning of a drag.
    Pressing(Press),
    /// The press did its work or has none to do; the release will do nothing.
    Spent,
    /// Pulls a face up and down.
    DraggingFace(pull::FacePull),
    /// Pulls a point of the dramatic arc up and down.
    DraggingEngagement(pull::EngagementPull),
    /// Carries touchpoints.
    MovingTouchpoints(Vec<TouchpointId>, Point),
    /// Carries a stage.
    MovingStage(StageId, Point),
    /// Carries a card.
    MovingCard(CardId, Point),
    /// Carries copies of what the gesture within would carry.
    Copying(copy::Copying),
    /// Carries a lane.
    MovingLane(LaneId, Point),
    /// Pulls the border under a lane.
    SizingLane(pull::LanePull),
    /// Draws a rectangle that selects.
    Marquee(marquee::Marquee),
    /// Draws a stage from where the button went down.
    DrawingStage(Point),
    /// Draws touchpoints from where the button went down.
    DrawingTouchpoints(Point),
    /// Looks for the cell of a new card.
    DrawingCard,
    /// Draws a link from a touchpoint.
    Linking(TouchpointId),
    /// Moves notes.
    MovingNotes(noting::NoteMove),
    /// Pulls a note's right edge.
    SizingNote(noting::WidthPull),
    /// Leads a note's arrow to a thing.
    Pointing(NoteId),
    /// Draws feelings with the pencil.
    Sweeping(sweep::Sweep),
}

/// A press that is not a drag yet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Press {
    /// Where the button went down.
    pub at: Point,
    /// What lay there.
    pub hit: Option<Hit>,
    /// Whether a click writes there: on the title of what alone was selected already.
    pub writes: Writes,
    /// Whether a drag takes the thing along or a copy of it.
    pub takes: Takes,
}

/// Whether a click writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writes {
    /// It opens the text.
    Yes,
    /// It selects.
    No,
}

/// What a drag takes along.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Takes {
    /// The thing itself.
    #[default]
    Itself,
    /// A copy: Alt was held when the button went down.
    Copy,
}

impl Gesture {
    /// Whether the button is up and nothing is under way.
    pub fn is_idle(&self) -> bool {
        *self == Self::Idle
    }

    /// What comes of an event. New ids come from `rng`.
    pub fn transition(
        self,
        event: PointerEvent,
        situation: &Situation<'_>,
        rng: &mut fastrand::Rng,
    ) -> (Self, Outcome) {
        match event.phase {
            Phase::Press => press(event, situation),
            Phase::Move => self.moved(event, situation),
            Phase::Release => (Self::Idle, self.released(event, situation, rng)),
            Phase::Cancel => (Self::Idle, self.cancelled(situation)),
        }
    }

    fn moved(self, event: PointerEvent, situation: &Situation<'_>) -> (Self, Outcome) {
        let gesture = match self {
            Self::Sweeping(mut sweep) => {
                let outcome = sweep.go_on(event, situation);
                return (Self::Sweeping(sweep), outcome);
            }
            Self::Pressing(press) if press.at.distance(event.at) <= event.slack => {
                return (self, Outcome::default());
            }
            Self::Pressing(press) => select::begin_drag(press, situation),
            begun => begun,
        };
        if gesture.moves_structure() && !situation.map.structure.is_open() {
            return (Self::Spent, Outcome::refused(EditError::StructureLocked));
        }
        let outcome = gesture.under_way(event, situation);
        (gesture, outcome)
    }

    /// Whether it carries stages or touchpoints; what is locked is not even picked up.
    fn moves_structure(&self) -> bool {
        let copies = matches!(self, Self::Copying(copying) if copying.is_structural());
        copies || matches!(self, Self::MovingTouchpoints(..) | Self::MovingStage(..))
    }

    /// What an unfinished gesture shows.
    fn under_way(&self, event: PointerEvent, situation: &Situation<'_>) -> Outcome {
        match self {
            Self::Idle | Self::Pressing(_) | Self::Spent | Self::Sweeping(_) => Outcome::default(),
            Self::DraggingFace(pull) => pull.under_way(event, situation),
            Self::DraggingEngagement(pull) => pull.under_way(event, situation),
            Self::SizingLane(pull) => pull.under_way(event),
            Self::MovingTouchpoints(ids, from) => {
                carry::touchpoints_under_way((ids, Leaves::Its), *from, event, situation)
            }
            Self::MovingStage(id, from) => carry::stage_under_way((*id, Leaves::Its), *from, event, situation),
            Self::MovingCard(id, from) => carry::card_under_way(*id, *from, event, situation),
            Self::Copying(copying) => copying.under_way(event, situation),
            Self::MovingLane(id, from) => carry::lane_under_way((*id, carry::Leaves::Its), *from, event, situation),
            Self::Marquee(marquee) => marquee.under_way(event, situation),
            Self::DrawingStage(from) => draw::stage_under_way(*from, event),
            Self::DrawingTouchpoints(from) => draw::touchpoints_under_way(*from, event),
            Self::DrawingCard => draw::card_under_way(event, situation),
            Self::Linking(from) => linking::under_way(*from, event, situation),
            Self::MovingNotes(moving) => moving.under_way(event, situation),
            Self::SizingNote(pull) => pull.under_way(event),
            Self::Pointing(note) => noting::arrow_under_way(*note, event, situation),
        }
    }

    fn released(self, event: PointerEvent, situation: &Situation<'_>, rng: &mut fastrand::Rng) -> Outcome {
        match self {
            Self::Idle | Self::Spent => Outcome::default(),
            Self::Pressing(press) => select::click(press, event, situation, rng),
            Self::DraggingFace(pull) => pull.released(event, situation),
            Self::DraggingEngagement(pull) => pull.released(event, situation),
            Self::SizingLane(pull) => pull.released(event),
            Self::MovingTouchpoints(ids, from) => carry::drop_touchpoints(ids, from, event, situation),
            Self::MovingStage(id, from) => carry::drop_stage(id, from, event, situation),
            Self::MovingCard(id, from) => carry::drop_card(id, from, event, situation),
            Self::MovingLane(id, from) => carry::drop_lane(id, from, event, situation),
            Self::Copying(copying) => copying.released(event, situation, rng),
            Self::Marquee(marquee) => Outcome { guide: None, ..marquee.under_way(event, situation) },
            Self::DrawingStage(from) => draw::make_stage(from, event, situation, rng),
            Self::DrawingTouchpoints(from) => draw::make_touchpoints(from, event, situation, rng),
            Self::DrawingCard => draw::make_card(event, situation, rng),
            Self::Linking(from) => linking::released(from, event, situation, rng),
            Self::MovingNotes(moving) => moving.released(event, situation),
            Self::SizingNote(pull) => pull.released(event),
            Self::Pointing(note) => noting::arrow_released(note, event, situation),
            Self::Sweeping(sweep) => sweep.released(event, situation),
        }
    }

    /// Esc abandons the gesture; with none under way it puts the tool away, with no tool it selects nothing.
    fn cancelled(self, situation: &Situation<'_>) -> Outcome {
        match (self, situation.tool) {
            (Self::Idle, Tool::Select) => Outcome::select(Vec::new()),
            (Self::Idle, _) => Outcome { tool: ToolAfter::PutAway, ..Outcome::default() },
            (Self::Marquee(marquee), _) => Outcome::select(marquee.before),
            (_, _) => Outcome::change(Change::Cancel),
        }
    }
}

fn press(event: PointerEvent, situation: &Situation<'_>) -> (Gesture, Outcome) {
    match situation.tool {
        Tool::Select => select::press(event, situation),
        Tool::Hand => (Gesture::Spent, Outcome::default()),
        Tool::Stage | Tool::Touchpoint if !situation.map.structure.is_open() => {
            (Gesture::Spent, Outcome::refused(EditError::StructureLocked))
        }
        Tool::Stage => (Gesture::DrawingStage(event.at), Outcome::default()),
        Tool::Touchpoint => (Gesture::DrawingTouchpoints(event.at), Outcome::default()),
        Tool::Note => (Gesture::DrawingCard, draw::card_under_way(event, situation)),
        Tool::Link => linking::press(event, situation),
        Tool::Pencil => sweep::press(event, situation),
    }
}
