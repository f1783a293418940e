//! Feelings by key: bands, small steps, and clearing. Each call is one step of the history.
//!
//! Must not know keys.

use super::{Edit, EditError, Editor, FeelingChange};
use crate::{
    map::{Curve, EmotionScale, PersonaId, Score, Thing, TouchpointId},
    scene::View,
};

/// A face: a persona's score at a touchpoint.
type Face = (TouchpointId, PersonaId, Curve);

impl Editor {
    /// Sets the selected faces to the middle of a built-in band, 1 (worst) to 5 (best); another number does nothing.
    /// A selected touchpoint means the actual face of the persona that is shown; while several are overlaid, none.
    pub fn set_band(&mut self, band: u8, view: &View) -> Result<(), EditError> {
        let place = usize::from(band).checked_sub(1);
        match place.and_then(|place| EmotionScale::KEY_SCORES.get(place)) {
            Some(score) => self.set_scores(view, |_| *score),
            None => Ok(()),
        }
    }

    /// Moves the selected faces by so many points; a gap begins at 0. Touchpoints count as in [`Editor::set_band`].
    pub fn nudge(&mut self, by: i32, view: &View) -> Result<(), EditError> {
        self.set_scores(view, |before| before.unwrap_or(Score::ZERO).step(by))
    }

    /// Shows the selected faces moved by so many points from what the history has, without a step.
    pub fn preview_nudge(&mut self, by: i32, view: &View) -> Result<(), EditError> {
        let edit = self.scores(view, |before| before.unwrap_or(Score::ZERO).step(by))?;
        self.preview(edit)
    }

    fn set_scores(&mut self, view: &View, score: impl Fn(Option<Score>) -> Score) -> Result<(), EditError> {
        self.commit_preview();
        let edit = self.scores(view, score)?;
        self.apply(edit)
    }

    fn scores(&self, view: &View, score: impl Fn(Option<Score>) -> Score) -> Result<Edit, EditError> {
        let edit = |(id, persona, curve): Face| {
            let before = self.map().touchpoint(id).and_then(|touchpoint| touchpoint.score(persona, curve));
            Edit::Feeling(id, persona, FeelingChange::Score(curve, Some(score(before))))
        };
        let faces = self.selected_faces(view);
        if faces.iter().any(|face| self.is_off_path(face.1, face.0)) {
            return Err(EditError::OffPath);
        }
        let edits: Vec<_> = faces.into_iter().map(edit).collect();
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

    /// Removes what is selected; faces are cleared.
    pub fn remove_selected(&mut self) -> Result<(), EditError> {
        self.commit_preview();
        self.apply(Edit::Remove(self.selection().to_vec()))
    }

    fn selected_faces(&self, view: &View) -> Vec<Face> {
        let persona = view.persona.persona(self.map());
        let face = |thing: &Thing| match *thing {
            Thing::Face(id, persona, curve) => Some((id, persona, curve)),
            Thing::Touchpoint(id) => persona.map(|persona| (id, persona, Curve::Actual)),
            Thing::Stage(_) | Thing::Card(_) | Thing::Lane(_) => None,
            Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) => None,
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
