//! The own path of the persona that is shown: what is selected is skipped or met, entered or left. Each call is one step
//! of the history.
//!
//! Must not know menus.

use super::{Edit, EditError, Editor, PersonaChange};
use crate::{
    map::{OwnPath, Persona, Thing, TouchpointId},
    scene::View,
};
use std::sync::Arc;

impl Editor {
    /// The persona that is shown alone skips the selected touchpoints; those that it all skips already it meets again.
    pub fn skip_selected(&mut self, view: &View) -> Result<(), EditError> {
        let selected = self.selected_touchpoints();
        self.change_path(view, |path| {
            let all_skipped = selected.iter().all(|id| path.skips.contains(id));
            for id in &selected {
                if all_skipped {
                    path.skips.remove(id)
                } else {
                    path.skips.insert(*id)
                };
            }
        })
    }

    /// The persona that is shown alone enters at the touchpoint chosen last; at the one where it enters already, no
    /// more.
    pub fn enter_at_selected(&mut self, view: &View) -> Result<(), EditError> {
        let here = self.selected_touchpoint();
        self.change_path(view, |path| path.enters = here.filter(|_| path.enters != here))
    }

    /// The persona that is shown alone leaves at the touchpoint chosen last; at the one where it leaves already, no
    /// more.
    pub fn leave_at_selected(&mut self, view: &View) -> Result<(), EditError> {
        let here = self.selected_touchpoint();
        self.change_path(view, |path| path.leaves = here.filter(|_| path.leaves != here))
    }

    /// The persona that is shown alone goes the whole way again.
    pub fn clear_path(&mut self, view: &View) -> Result<(), EditError> {
        self.change_path(view, |path| *path = OwnPath::default())
    }

    /// The persona that the screen shows alone; `None` while it shows several.
    pub fn persona_alone(&self) -> Option<&Arc<Persona>> {
        self.map().persona(self.view_seen().persona.persona(self.map())?)
    }

    /// The persona that is meant: the one that is selected or whose feeling is, else the one that is shown alone.
    pub fn persona_meant(&self) -> Option<&Arc<Persona>> {
        match self.primary() {
            Some(Thing::Persona(id) | Thing::Face(_, id, _)) => self.map().persona(id),
            Some(_) | None => self.persona_alone(),
        }
    }

    /// Whether the persona that is shown alone skips every selected touchpoint.
    pub fn skips_selected(&self) -> bool {
        let selected = self.selected_touchpoints();
        let skips = |persona: &Arc<Persona>| selected.iter().all(|id| persona.path.skips.contains(id));
        !selected.is_empty() && self.persona_alone().is_some_and(skips)
    }

    /// Whether the persona that is shown alone enters at the touchpoint chosen last.
    pub fn enters_at_selection(&self) -> bool {
        let here = self.selected_touchpoint();
        here.is_some() && self.persona_alone().is_some_and(|persona| persona.path.enters == here)
    }

    /// Whether the persona that is shown alone leaves at the touchpoint chosen last.
    pub fn leaves_at_selection(&self) -> bool {
        let here = self.selected_touchpoint();
        here.is_some() && self.persona_alone().is_some_and(|persona| persona.path.leaves == here)
    }

    /// Removes the persona that is meant.
    pub fn remove_persona(&mut self) -> Result<(), EditError> {
        let persona = self.persona_meant().ok_or(EditError::WhosePersona)?.id;
        self.apply(Edit::Remove(vec![Thing::Persona(persona)]))
    }

    fn change_path(&mut self, view: &View, change: impl FnOnce(&mut OwnPath)) -> Result<(), EditError> {
        let persona = self.persona_in(view).ok_or(EditError::WhosePersona)?;
        let mut path = persona.path.clone();
        change(&mut path);
        self.apply(Edit::Persona(persona.id, PersonaChange::Path(path)))
    }

    fn persona_in(&self, view: &View) -> Option<Arc<Persona>> {
        let id = view.persona.persona(self.map())?;
        self.map().persona(id).cloned()
    }

    /// The touchpoints that are selected, and those at which a selected face or card stands.
    fn selected_touchpoints(&self) -> Vec<TouchpointId> {
        let of = |thing: &Thing| super::make::touchpoint_of(self.map(), *thing);
        self.selection().iter().filter_map(of).collect()
    }
}
