//! Which edits touch the structure of a map: what stages and touchpoints there are, and their order. While the
//! structure is locked they are refused where edits are applied, whoever asks for them.
//!
//! Must not know who asks.

use super::{Edit, EditError, Editor, MapChange};
use crate::map::{Map, Thing};

impl Edit {
    /// Whether it makes, moves or removes stages or touchpoints. Of several edits each is asked for itself.
    fn is_structural(&self) -> bool {
        match self {
            Self::InsertStage { .. }
            | Self::MoveStage { .. }
            | Self::InsertTouchpoint { .. }
            | Self::MoveTouchpoints { .. } => true,
            Self::AttachSurvey { touchpoints, .. } => !touchpoints.is_empty(),
            Self::Remove(things) => things.iter().any(|thing| stands_fast(*thing)),
            Self::Map(_)
            | Self::Stage(..)
            | Self::Touchpoint(..)
            | Self::Feeling(..)
            | Self::InsertCard { .. }
            | Self::Card(..)
            | Self::MoveCard { .. }
            | Self::InsertLane { .. }
            | Self::Lane(..)
            | Self::MoveLane { .. }
            | Self::InsertPersona(_)
            | Self::Persona(..)
            | Self::MovePersona { .. }
            | Self::InsertChannel(_)
            | Self::RenameChannel(..)
            | Self::RemoveChannel(_)
            | Self::ChannelIcon(..)
            | Self::Texts(_)
            | Self::InsertLink(_)
            | Self::Link(..)
            | Self::SurveyWave(..)
            | Self::InsertNote(_)
            | Self::Note(..)
            | Self::InsertImage(_)
            | Self::DescribeImage(..)
            | Self::All(_)
            | Self::Together(..) => false,
        }
    }

    /// Refuses what the lock of the structure forbids.
    pub(super) fn respects_lock(&self, map: &Map) -> Result<(), EditError> {
        if self.is_structural() && !map.structure.is_open() { Err(EditError::StructureLocked) } else { Ok(()) }
    }
}

/// Whether a thing is part of the structure.
fn stands_fast(thing: Thing) -> bool {
    match thing {
        Thing::Stage(_) | Thing::Touchpoint(_) => true,
        Thing::Face(..) | Thing::Engagement(_) | Thing::Card(_) | Thing::Lane(_) => false,
        Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) | Thing::Note(_) => false,
    }
}

impl Editor {
    /// Whether the structure of the map is locked.
    pub fn is_locked(&self) -> bool {
        !self.map().structure.is_open()
    }

    /// Whether something selected cannot be removed because the structure is locked.
    pub fn holds_selection(&self) -> bool {
        self.is_locked() && self.selection().iter().any(|thing| stands_fast(*thing))
    }

    /// Locks the structure, or opens it again; one step of the history.
    pub fn toggle_lock(&mut self) -> Result<(), EditError> {
        self.commit_preview();
        self.apply(Edit::Map(MapChange::Structure(self.map().structure.other())))
    }
}
