//! The Pencil: one sweep across columns sets what the shown persona feels in each of them, as high as the pencil went
//! there; touchpoints off the persona's path are left out. Sweeping back draws anew. The whole sweep is one step, worked out from the map at its start.
//!
//! Must not know how the curve is drawn.

use super::{Change, Gesture, Guide, Outcome, PointerEvent, Rest, Situation};
use crate::{
    editor::{Edit, EditError, FeelingChange},
    map::{Curve, PersonaId, Score, Thing, TouchpointId},
    scene::{Column, Point, Scene},
};
use std::collections::HashSet;

/// A sweep of the pencil.
#[derive(Clone, Debug, PartialEq)]
pub struct Sweep {
    persona: PersonaId,
    curve: Curve,
    /// What the persona does not meet.
    off_path: HashSet<TouchpointId>,
    /// The feelings drawn so far; each touchpoint once.
    drawn: Vec<(TouchpointId, Score)>,
    /// Where the pencil was last.
    last: Point,
    /// The column the pencil is in and how near it came to its middle since it got there.
    nearest: Option<(TouchpointId, f64)>,
}

/// A pencil put down in the emotion lane draws its curve; Alt means the other one. Elsewhere it has nothing to do.
pub(super) fn press(event: PointerEvent, situation: &Situation<'_>) -> (Gesture, Outcome) {
    let Some(curve) = curve_under(event, situation) else {
        return (Gesture::Spent, Outcome::default());
    };
    let Some(persona) = situation.view.persona.persona(situation.map) else {
        return (Gesture::Spent, Outcome::refused(EditError::WhosePersona));
    };
    let off_path = situation.map.persona(persona).map(|persona| situation.map.off_path(persona)).unwrap_or_default();
    let mut sweep = Sweep { persona, curve, off_path, drawn: Vec::new(), last: event.at, nearest: None };
    let outcome = sweep.go_on(event, situation);
    (Gesture::Sweeping(sweep), outcome)
}

/// Whether the pencil can be put down here.
pub(super) fn can_begin(event: PointerEvent, situation: &Situation<'_>) -> bool {
    curve_under(event, situation).is_some() && situation.view.persona.persona(situation.map).is_some()
}

/// The curve that the pencil draws here: of the two the one that is meant, or the only one that is shown.
fn curve_under(event: PointerEvent, situation: &Situation<'_>) -> Option<Curve> {
    let (meant, other) = match (situation.pencil, event.modifiers.alt) {
        (Curve::Actual, false) | (Curve::Expected, true) => (Curve::Actual, Curve::Expected),
        (Curve::Expected, false) | (Curve::Actual, true) => (Curve::Expected, Curve::Actual),
    };
    let curves = situation.view.curves;
    let is_shown = |curve: &Curve| match curve {
        Curve::Actual => curves.actual,
        Curve::Expected => curves.expected,
    };
    [meant, other].into_iter().find(is_shown).filter(|_| is_in_lane(event.at, situation.scene))
}

/// Whether a point lies in the emotion lane, over the columns.
fn is_in_lane(at: Point, scene: &Scene) -> bool {
    let is_high_enough = |axis: crate::scene::EmotionAxis| (axis.top..=axis.top + axis.height).contains(&at.y);
    scene.axis().is_some_and(is_high_enough) && scene.column_at(at.x).is_some()
}

impl Sweep {
    /// Draws from where the pencil was to where it is now.
    pub(super) fn go_on(&mut self, event: PointerEvent, situation: &Situation<'_>) -> Outcome {
        self.draw_to(event, situation.scene);
        let Some(score) = situation.scene.score_at(event.at.y) else { return Outcome::default() };
        let y = situation.scene.y_of(score).unwrap_or(event.at.y);
        Outcome {
            change: Change::Preview(self.edit()),
            guide: Some(Guide::Value { of: None, at: Point::new(event.at.x, y), score, rest: Rest::Free }),
            ..Outcome::default()
        }
    }

    /// What was drawn becomes a step and is selected.
    pub(super) fn released(mut self, event: PointerEvent, situation: &Situation<'_>) -> Outcome {
        self.draw_to(event, situation.scene);
        if self.drawn.is_empty() {
            return Outcome::change(Change::Cancel);
        }
        let faces = self.drawn.iter().map(|(id, _)| Thing::Face(*id, self.persona, self.curve)).collect();
        Outcome {
            change: Change::Commit(self.edit()),
            select: Some(faces),
            tool: super::ToolAfter::Used,
            ..Outcome::default()
        }
    }

    fn edit(&self) -> Edit {
        let set = |(id, score): &(TouchpointId, Score)| {
            Edit::Feeling(*id, self.persona, FeelingChange::Score(self.curve, Some(*score)))
        };
        match &self.drawn[..] {
            [only] => set(only),
            several => Edit::All(several.iter().map(set).collect()),
        }
    }

    /// Sets every column between the last place and this one, in the order the pencil went through them.
    fn draw_to(&mut self, event: PointerEvent, scene: &Scene) {
        let (from, to) = (self.last, event.at);
        self.last = to;
        let (left, right, here) = (from.x.min(to.x), from.x.max(to.x), scene.touchpoint_at(to.x));
        // A column that a stroke only touches with an end was passed before, or will be.
        let is_passed = |column: &&Column| {
            (column.x < right && column.x + column.width > left) || (here.is_some() && column.touchpoint == here)
        };
        let columns = scene.columns_between(left, right).iter().filter(is_passed);
        let passed = columns.filter_map(|column| Some((column.touchpoint?, column.center())));
        let passed: Vec<_> = passed.filter(|(id, _)| !self.off_path.contains(id)).collect();
        if from.x <= to.x {
            passed.iter().for_each(|column| self.pass(*column, (from, to), (event.slack, scene)));
        } else {
            passed.iter().rev().for_each(|column| self.pass(*column, (from, to), (event.slack, scene)));
        }
        if here != self.nearest.map(|(id, _)| id) {
            self.nearest = None;
        }
    }

    /// The height where the pencil comes nearest to the column's middle counts; beside it only what comes as near.
    fn pass(&mut self, (id, center): (TouchpointId, f64), (from, to): (Point, Point), (slack, scene): (f64, &Scene)) {
        let x = center.clamp(from.x.min(to.x), from.x.max(to.x));
        let part = if from.x == to.x { 1.0 } else { (x - from.x) / (to.x - from.x) };
        let (off, before) = ((x - center).abs(), self.nearest.filter(|(at, _)| *at == id).map(|(_, near)| near));
        self.nearest = Some((id, before.unwrap_or(off).min(off)));
        let Some(score) = scene.score_at(from.lerp(to, part).y) else { return };
        if before.is_some_and(|near| off > near + slack) {
            return;
        }
        match self.drawn.iter_mut().find(|(drawn, _)| *drawn == id) {
            Some((_, drawn)) => *drawn = score,
            None => self.drawn.push((id, score)),
        }
    }
}
