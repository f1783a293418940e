//! What a press would do: said before it comes, so that the pointer can show it. Follows the rules by which gestures
//! begin.
//!
//! Must not know what pointers look like.

use super::{Modifiers, PointerEvent, Situation, draw, linking, select, sweep};
use crate::{
    editor::Tool,
    map::Thing,
    scene::{Point, Target},
};

/// What a press of the main button would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Promise {
    /// A click selects, a drag draws a rectangle that selects.
    Area,
    /// A click selects.
    Select,
    /// A click selects, a drag carries.
    Carry,
    /// A click selects, a drag carries a copy.
    Copy,
    /// A click writes, a drag carries.
    Write,
    /// A drag pulls a face, or a point of the dramatic arc, up and down.
    PullValue,
    /// A drag pulls the border of a lane.
    SizeLane,
    /// A drag pulls the right edge of a note.
    SizeNote,
    /// A click sets a feeling, or a level of the dramatic arc, where none is.
    SetValue,
    /// A drag moves the view.
    Pan,
    /// A click or drag makes something new.
    Make,
    /// A drag draws a link or a note's arrow.
    Link,
    /// A drag draws feelings.
    Sweep,
    /// Nothing; the tool cannot be used here.
    Nothing,
}

/// What a press at a point would do. `slack` as in [`PointerEvent`].
pub fn promise(at: Point, slack: f64, modifiers: Modifiers, situation: &Situation<'_>) -> Promise {
    let event = PointerEvent { phase: super::Phase::Press, at, slack, modifiers, clicks: 0 };
    let where_it = |can, promise| if can { promise } else { Promise::Nothing };
    match situation.tool {
        Tool::Select => of_select(event, situation),
        Tool::Hand => Promise::Pan,
        Tool::Stage | Tool::Touchpoint => where_it(situation.map.structure.is_open(), Promise::Make),
        Tool::Note => where_it(draw::can_make_card(event, situation), Promise::Make),
        Tool::Link => where_it(linking::touchpoint_under(event, situation).is_some(), Promise::Link),
        Tool::Pencil => where_it(sweep::can_begin(event, situation), Promise::Sweep),
    }
}

fn of_select(event: PointerEvent, situation: &Situation<'_>) -> Promise {
    let Some(hit) = situation.scene.hit(event.at, event.slack) else { return Promise::Area };
    match hit.target {
        Target::Thing(thing) if select::would_write(thing, event, situation) => Promise::Write,
        Target::Thing(Thing::Face(..) | Thing::Engagement(_)) => Promise::PullValue,
        Target::Thing(Thing::Stage(_) | Thing::Touchpoint(_)) if !situation.map.structure.is_open() => Promise::Select,
        Target::Thing(Thing::Stage(_) | Thing::Touchpoint(_) | Thing::Card(_)) if event.modifiers.alt => Promise::Copy,
        Target::Thing(Thing::Stage(_) | Thing::Touchpoint(_) | Thing::Card(_) | Thing::Lane(_) | Thing::Note(_)) => {
            Promise::Carry
        }
        Target::Thing(Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_)) | Target::Measured(_) => Promise::Select,
        Target::LaneBorder(_) => Promise::SizeLane,
        Target::NoteBorder(_) => Promise::SizeNote,
        Target::Handle(_) => Promise::Link,
        Target::Cell(holder, lane) => match select::value_to_set(holder, lane, event, situation) {
            Some(_) => Promise::SetValue,
            None => Promise::Area,
        },
        Target::StageBody(_) => Promise::Area,
    }
}
