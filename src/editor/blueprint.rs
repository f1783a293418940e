//! What a menu does to the selected lane: the lines of a service blueprint under it, hiding and showing it. Must not
//! know menus.

use super::{Edit, EditError, Editor, LaneChange};
use crate::map::{BlueprintLine, LaneId, Thing, Visibility};

impl Editor {
    /// The lane that the thing chosen last is, or that it stands in as a card.
    pub fn selected_lane(&self) -> Option<LaneId> {
        match self.primary()? {
            Thing::Lane(id) => Some(id),
            Thing::Card(id) => self.map().card(id).map(|(_, lane, _)| lane),
            Thing::Stage(_) | Thing::Touchpoint(_) | Thing::Face(..) | Thing::Engagement(_) => None,
            Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) | Thing::Note(_) => None,
        }
    }

    /// Draws a line under the selected lane, or takes it away where it is. Does not fit while no lane is selected.
    pub fn toggle_line(&mut self, line: BlueprintLine) -> Result<(), EditError> {
        self.commit_preview();
        let id = self.selected_lane().ok_or(EditError::DoesNotFit)?;
        let has_it = self.map().lane(id).is_some_and(|lane| lane.line == Some(line));
        self.apply(Edit::Lane(id, LaneChange::Line((!has_it).then_some(line))))
    }

    /// Hides the selected lane, which keeps what it holds, or shows it again. Does not fit while no lane is selected.
    pub fn toggle_lane(&mut self) -> Result<(), EditError> {
        self.commit_preview();
        let lane = self.selected_lane().and_then(|id| self.map().lane(id)).ok_or(EditError::DoesNotFit)?;
        let visibility = if lane.is_shown() { Visibility::Hidden } else { Visibility::Shown };
        self.apply(Edit::Lane(lane.id, LaneChange::Visibility(visibility)))
    }
}
