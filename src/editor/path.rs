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

    fn change_path(&mut self, view: &View, change: impl FnOnce(&mut OwnPath)) -> Result<(), EditError> {
        let persona = self.persona_alone(view).ok_or(EditError::WhosePersona)?;
        let mut path = persona.path.clone();
        change(&mut path);
        self.apply(Edit::Persona(persona.id, PersonaChange::Path(path)))
    }

    fn persona_alone(&self, view: &View) -> Option<Arc<Persona>> {
        let id = view.persona.persona(self.map())?;
        self.map().persona(id).cloned()
    }

    /// The touchpoints that are selected, and those at which a selected face or card stands.
    fn selected_touchpoints(&self) -> Vec<TouchpointId> {
        let of = |thing: &Thing| super::make::touchpoint_of(self.map(), *thing);
        self.selection().iter().filter_map(of).collect()
    }
}
