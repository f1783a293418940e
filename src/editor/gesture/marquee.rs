//! A rectangle that selects what it touches: touchpoints, else cards, else faces, else points
//! of the dramatic arc, else stages, so that what is
//! selected together can be worked on together.
//!
//! Must not know how the rectangle is drawn.

use super::{Guide, Outcome, PointerEvent, Situation};
use crate::{
    map::{Curve, Map, Thing},
    scene::{Point, Rect},
};

/// A rectangle being drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Marquee {
    /// Where it began.
    pub from: Point,
    /// What was selected when it began.
    pub before: Vec<Thing>,
}

impl Marquee {
    /// With Shift, what was selected before stays selected.
    pub(super) fn under_way(&self, event: PointerEvent, situation: &Situation<'_>) -> Outcome {
        let rect = Rect::from_points(self.from, event.at);
        let mut selection = if event.modifiers.shift { self.before.clone() } else { Vec::new() };
        let touched = touched(rect, situation);
        selection.retain(|thing| !touched.contains(thing));
        selection.extend(touched);
        Outcome { select: Some(selection), guide: Some(Guide::Marquee(rect)), ..Outcome::default() }
    }
}

fn touched(rect: Rect, situation: &Situation<'_>) -> Vec<Thing> {
    let is_touched = |thing: &Thing| {
        situation.scene.rect_of(*thing).is_some_and(|other| {
            let both = rect.intersect(other);
            both.width() > 0.0 && both.height() > 0.0
        })
    };
    kinds(situation.map)
        .into_iter()
        .map(|things| things.into_iter().filter(is_touched).collect::<Vec<_>>())
        .find(|things| !things.is_empty())
        .unwrap_or_default()
}

/// All things that a rectangle can select, by kind.
fn kinds(map: &Map) -> [Vec<Thing>; 5] {
    let faces = map.touchpoints().flat_map(|touchpoint| {
        let personas = touchpoint.feelings.keys();
        personas.flat_map(|persona| {
            [Curve::Actual, Curve::Expected].map(|curve| Thing::Face(touchpoint.id, *persona, curve))
        })
    });
    [
        map.touchpoints().map(|touchpoint| Thing::Touchpoint(touchpoint.id)).collect(),
        map.cards().map(|(_, _, card)| Thing::Card(card.id)).collect(),
        faces.collect(),
        map.touchpoints().map(|touchpoint| Thing::Engagement(touchpoint.id)).collect(),
        map.stages.iter().map(|stage| Thing::Stage(stage.id)).collect(),
    ]
}
