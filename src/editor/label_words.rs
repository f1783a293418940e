//! The labels of steps in words of the interface's language. Must not know the menu.

use super::label::{Deed, EditLabel, Holding, Kind, Object};
use crate::texts::Texts;

/// Longest name in a label, in characters; longer ones end in an ellipsis.
const LONGEST_NAME: usize = 28;

impl EditLabel {
    /// In words: "move Delivery".
    pub fn text(&self, texts: Texts) -> String {
        let what = self.object.text(texts);
        match self.deed {
            Deed::Add => texts.edit_deed_add(what),
            Deed::Rename => texts.edit_deed_rename(what),
            Deed::Move => texts.edit_deed_move(what),
            Deed::Resize => texts.edit_deed_resize(what),
            Deed::Show => texts.edit_deed_show(what),
            Deed::Hide => texts.edit_deed_hide(what),
            Deed::Change => texts.edit_deed_change(what),
            Deed::SetScore => texts.edit_deed_score(what),
            Deed::ClearScore => texts.edit_deed_clear(what),
            Deed::SetEngagement => texts.edit_deed_engagement(what),
            Deed::ClearEngagement => texts.edit_deed_clear_engagement(what),
            Deed::Attach => texts.edit_deed_attach(what),
            Deed::Replace => texts.edit_deed_replace(what),
            Deed::Delete => texts.edit_deed_delete(what),
            Deed::Lock => texts.edit_deed_lock(what),
            Deed::Unlock => texts.edit_deed_unlock(what),
            Deed::Duplicate => texts.edit_deed_duplicate(what),
            Deed::Cut => texts.edit_deed_cut(what),
            Deed::Paste => texts.edit_deed_paste(what),
        }
    }
}

impl EditLabel {
    /// In words, once it was done: "Moved Delivery".
    pub fn done(&self, texts: Texts) -> String {
        let what = self.object.text(texts);
        match self.deed {
            Deed::Add => texts.edit_done_add(what),
            Deed::Rename => texts.edit_done_rename(what),
            Deed::Move => texts.edit_done_move(what),
            Deed::Resize => texts.edit_done_resize(what),
            Deed::Show => texts.edit_done_show(what),
            Deed::Hide => texts.edit_done_hide(what),
            Deed::Change => texts.edit_done_change(what),
            Deed::SetScore => texts.edit_done_score(what),
            Deed::ClearScore => texts.edit_done_clear(what),
            Deed::SetEngagement => texts.edit_done_engagement(what),
            Deed::ClearEngagement => texts.edit_done_clear_engagement(what),
            Deed::Attach => texts.edit_done_attach(what),
            Deed::Replace => texts.edit_done_replace(what),
            Deed::Delete => texts.edit_done_delete(what),
            Deed::Lock => texts.edit_done_lock(what),
            Deed::Unlock => texts.edit_done_unlock(what),
            Deed::Duplicate => texts.edit_done_duplicate(what),
            Deed::Cut => texts.edit_done_cut(what),
            Deed::Paste => texts.edit_done_paste(what),
        }
    }
}

impl Object {
    fn text(&self, texts: Texts) -> String {
        match self {
            Self::Map => texts.edit_kind_map().to_owned(),
            Self::OfMap(holding) => match holding {
                Holding::Description => texts.edit_map_description(),
                Holding::ReviewDate => texts.edit_map_review_date(),
                Holding::Scale => texts.edit_map_scale(),
                Holding::AnonymityLimit => texts.edit_map_anonymity_limit(),
                Holding::Structure => texts.edit_map_structure(),
            }
            .to_owned(),
            Self::Named(kind, name) if name.trim().is_empty() => kind.text(texts).to_owned(),
            Self::Named(_, name) => shortened(name),
            Self::Touchpoints(count) => texts.edit_count_touchpoints(*count),
            Self::Things(count) => texts.edit_count_things(*count),
            Self::Texts(count) => texts.edit_count_texts(*count),
        }
    }
}

/// The first line of a name, cut with an ellipsis.
fn shortened(name: &str) -> String {
    let line = name.trim().lines().next().unwrap_or_default();
    if line.chars().count() <= LONGEST_NAME {
        return line.to_owned();
    }
    let start: String = line.chars().take(LONGEST_NAME - 1).collect();
    format!("{}…", start.trim_end())
}

impl Kind {
    fn text(self, texts: Texts) -> &'static str {
        match self {
            Self::Stage => texts.edit_kind_stage(),
            Self::Touchpoint => texts.edit_kind_touchpoint(),
            Self::Card => texts.edit_kind_card(),
            Self::Lane(kind) => kind.map_or(texts.edit_kind_lane(), |kind| crate::scene::lane_kind_name(texts, kind)),
            Self::Persona => texts.edit_kind_persona(),
            Self::Channel => texts.edit_kind_channel(),
            Self::Link => texts.edit_kind_link(),
            Self::Survey => texts.edit_kind_survey(),
            Self::Image => texts.edit_kind_image(),
            Self::Note => texts.edit_kind_note(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn a_long_name_is_cut_between_letters_and_only_its_first_line_is_said() {
        assert_eq!(shortened("Giao hàng"), "Giao hàng");
        assert_eq!(shortened("  Waits\nfor days"), "Waits");
        assert_eq!(shortened(&"ệ".repeat(28)), "ệ".repeat(28));
        assert_eq!(shortened(&"ệ".repeat(29)), format!("{}…", "ệ".repeat(27)));
    }
}
