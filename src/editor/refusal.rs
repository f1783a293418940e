//! Why an edit could not be applied, in words.
//!
//! Must not know when that is.

use super::EditError;
use crate::texts::Texts;

impl EditError {
    /// In words for the person: why not, or what to do first.
    pub fn text(self, texts: Texts) -> &'static str {
        match self {
            Self::Gone => texts.edit_error_gone(),
            Self::LastPersona => texts.edit_error_last_persona(),
            Self::SecondLane => texts.edit_error_second_lane(),
            Self::NoPlace => texts.edit_error_no_place(),
            Self::OffPath => texts.edit_error_off_path(),
            Self::WhosePersona => texts.edit_error_whose_persona(),
            Self::WhosePortrait => texts.edit_error_whose_portrait(),
            Self::StructureLocked => texts.edit_error_structure_locked(),
            Self::NothingToCopy => texts.edit_error_nothing_to_copy(),
            Self::NoFeelingPlace => texts.edit_error_no_feeling_place(),
            Self::NoLevelPlace => texts.edit_error_no_level_place(),
            Self::NoColumns => texts.edit_error_no_columns(),
            Self::NotCopyable => texts.edit_error_not_copyable(),
            Self::NoLinkPlace => texts.edit_error_no_link_place(),
            Self::NoLookPlace => texts.edit_error_no_look_place(),
            Self::DoesNotFit => texts.edit_error_does_not_fit(),
        }
    }
}
