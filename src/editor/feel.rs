//! Feelings by key: bands, small steps, and clearing. Each call is one step of the history.
//!
//! Must not know keys.

use super::{Edit, EditError, Editor, FeelingChange, TouchpointChange};
use crate::{
    map::{Curve, EmotionScale, Engagement, PersonaId, Score, Thing, TouchpointId},
    scene::View,
};

/// A face: a persona's score at a touchpoint.
type Face = (TouchpointId, PersonaId, Curve);

impl Editor {
    /// Sets the selected faces to the middle of a built-in band, 1 (worst) to 5 (best), and the selected points of the
    /// dramatic arc to that level; another number does nothing. A selected touchpoint means the actual face of the
    /// persona that is shown; while several are overlaid, none.
    pub fn set_band(&mut self, band: u8, view: &View) -> Result<(), EditError> {
        let place = usize::from(band).checked_sub(1);
        let values = place.and_then(|place| EmotionScale::KEY_SCORES.get(place).zip(Engagement::ALL.get(place)));
        match values {
            Some((score, level)) => self.set_values(view, |_| *score, |_| *level),
            None => Ok(()),
        }
    }

    /// Sets the selected faces to a score, and the selected points of the dramatic arc to a level. Touchpoints count as in
    /// [`Editor::set_band`].
    pub fn set_to(&mut self, score: Score, level: Engagement, view: &View) -> Result<(), EditError> {
        self.set_values(view, |_| score, |_| level)
    }

    /// Moves the selected faces by so many points, and the selected points of the dramatic arc by one level that way; a
    /// gap begins in the middle. Touchpoints count as in [`Editor::set_band`].
    pub fn nudge(&mut self, by: i32, view: &View) -> Result<(), EditError> {
        self.commit_preview();
        let edit = self.nudged(by, view)?;
        self.apply(edit)
    }

    /// Shows the selected faces and points moved as by [`Editor::nudge`] from what the history has, without a step.
    pub fn preview_nudge(&mut self, by: i32, view: &View) -> Result<(), EditError> {
        let edit = self.nudged(by, view)?;
        self.preview(edit)
    }

    fn nudged(&self, by: i32, view: &View) -> Result<Edit, EditError> {
        let score = |before: Option<Score>| before.unwrap_or(Score::ZERO).step(by);
        let level = |before: Option<Engagement>| before.unwrap_or(Engagement::MIDDLE).step(by.signum());
        self.values(view, score, level)
    }

    fn set_values(
        &mut self,
        view: &View,
        score: impl Fn(Option<Score>) -> Score,
        level: impl Fn(Option<Engagement>) -> Engagement,
    ) -> Result<(), EditError> {
        self.commit_preview();
        let edit = self.values(view, score, level)?;
        self.apply(edit)
    }

    fn values(
        &self,
        view: &View,
        score: impl Fn(Option<Score>) -> Score,
        level: impl Fn(Option<Engagement>) -> Engagement,
    ) -> Result<Edit, EditError> {
        let edit = |(id, persona, curve): Face| {
            let before = self.map().touchpoint(id).and_then(|touchpoint| touchpoint.score(persona, curve));
            Edit::Feeling(id, persona, FeelingChange::Score(curve, Some(score(before))))
        };
        let faces = self.selected_faces(view);
        if faces.iter().any(|face| self.is_off_path(face.1, face.0)) {
            return Err(EditError::OffPath);
        }
        let faces = faces.into_iter().map(edit);
        let of_arc = |id: TouchpointId| {
            let before = self.map().touchpoint(id).and_then(|touchpoint| touchpoint.engagement);
            Edit::Touchpoint(id, TouchpointChange::Engagement(Some(level(before))))
        };
        let points = self.selection().iter().filter_map(|thing| match thing {
            Thing::Engagement(id) => Some(of_arc(*id)),
            Thing::Stage(_) | Thing::Touchpoint(_) | Thing::Face(..) | Thing::Card(_) => None,
            Thing::Lane(_) | Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) | Thing::Note(_) => None,
        });
        let edits: Vec<_> = faces.chain(points).collect();
        let has_touchpoint = self.selection().iter().any(|thing| thing.as_touchpoint().is_some());
        if edits.is_empty() && has_touchpoint && view.persona.persona(self.map()).is_none() {
            return Err(EditError::WhosePersona);
        }
        Ok(one_or_all(edits))
    }

    fn is_off_path(&self, persona: PersonaId, touchpoint: TouchpointId) -> bool {
        let persona = self.map().persona(persona).filter(|persona| !persona.path.is_whole());
        persona.is_some_and(|persona| self.map().off_path(persona).contains(&touchpoint))
    }

    /// Removes what is selected; faces and points of the dramatic arc are cleared.
    pub fn remove_selected(&mut self) -> Result<(), EditError> {
        self.commit_preview();
        self.apply(Edit::Remove(self.selection().to_vec()))
    }

    fn selected_faces(&self, view: &View) -> Vec<Face> {
        let persona = view.persona.persona(self.map());
        let face = |thing: &Thing| match *thing {
            Thing::Face(id, persona, curve) => Some((id, persona, curve)),
            Thing::Touchpoint(id) => persona.map(|persona| (id, persona, Curve::Actual)),
            Thing::Stage(_) | Thing::Engagement(_) | Thing::Card(_) | Thing::Lane(_) => None,
            Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) | Thing::Note(_) => None,
        };
        self.selection().iter().filter_map(face).collect()
    }
}

fn one_or_all(mut edits: Vec<Edit>) -> Edit {
    match edits.pop() {
        Some(only) if edits.is_empty() => only,
        last => {
            edits.extend(last);
            Edit::All(edits)
        }
    }
}
