//! What a command is looked for by besides its name: the titles of the menus it stands in, and other words for the same.
//!
//! Must not know how names are compared.

use super::{Command, PersonaStep};
use crate::{texts::Texts, ui::choices::ThemeChoice};

impl Command {
    /// All words it is looked for by: menus, name, and words that mean the same.
    pub fn search_words(self, texts: Texts) -> String {
        let [menu, submenu] = self.menus(texts);
        let name = self.name(None, texts);
        [menu, submenu, &name, self.other_words(texts)].join(" ")
    }

    /// The titles of the menu and submenu it stands in; its group's where it stands in none.
    fn menus(self, texts: Texts) -> [&'static str; 2] {
        match self {
            Self::AddLane(_) => [texts.menu_insert(), texts.menu_lane()],
            Self::Line(_) => [texts.menu_insert(), texts.menu_line()],
            Self::Tool(_) => [texts.menu_insert(), texts.menu_tools()],
            Self::Path(_) => [texts.menu_edit(), texts.menu_path()],
            Self::Theme(_) => [texts.menu_view(), texts.menu_theme()],
            Self::Scale(_) => [texts.menu_view(), texts.menu_scale()],
            Self::Language(_) => [texts.menu_view(), texts.menu_language()],
            Self::ToggleReview => [texts.menu_review(), texts.menu_view()],
            Self::AttachSurvey => [texts.menu_survey(), texts.menu_file()],
            Self::ExportSvg | Self::ExportPng => [texts.menu_file(), texts.menu_export()],
            other => [other.group().text(texts), ""],
        }
    }

    /// Words that mean the same, of no use to a reader.
    fn other_words(self, texts: Texts) -> &'static str {
        match self {
            Self::New => texts.search_new(),
            Self::NewFromTemplate => texts.search_new_from_template(),
            Self::GuidedStart => texts.search_guided_start(),
            Self::Open => texts.search_open(),
            Self::Import => texts.search_import(),
            Self::Save => texts.search_save(),
            Self::SaveAs => texts.search_save_as(),
            Self::SaveAsTemplate => texts.search_save_as_template(),
            Self::ExportSvg => texts.search_export_svg(),
            Self::ExportPng => texts.search_export_png(),
            Self::AttachSurvey => texts.search_attach_survey(),
            Self::CloseMap => texts.search_close_map(),
            Self::Quit => texts.search_quit(),
            Self::Undo => texts.search_undo(),
            Self::Redo => texts.search_redo(),
            Self::Cut => texts.search_cut(),
            Self::Copy => texts.search_copy(),
            Self::Paste => texts.search_paste(),
            Self::Duplicate => texts.search_duplicate(),
            Self::CopyLook | Self::PasteLook => texts.search_look(),
            Self::CopyPicture => texts.search_copy_picture(),
            Self::CopySvg => texts.search_copy_svg(),
            Self::EditText => texts.search_edit_text(),
            Self::Delete => texts.search_delete(),
            Self::SelectAll | Self::SelectStage => texts.search_select(),
            Self::LockStructure => texts.search_lock(),
            Self::Cancel => texts.search_cancel(),
            Self::Find | Self::FindNext | Self::FindPrevious => texts.search_find(),
            Self::Replace => texts.search_replace(),
            Self::AddStage => texts.search_add_stage(),
            Self::AddTouchpoint => texts.search_add_touchpoint(),
            Self::AddCard | Self::AddCardBelow => texts.search_add_card(),
            Self::AddNote => texts.search_add_note(),
            Self::RemoveArrow => texts.search_remove_arrow(),
            Self::InsertImage => texts.search_insert_image(),
            Self::AddPersona => texts.search_add_persona(),
            Self::SetPortrait => texts.search_set_portrait(),
            Self::Persona(PersonaStep::Rename) => texts.search_persona_rename(),
            Self::Persona(PersonaStep::Remove) => texts.search_persona_remove(),
            Self::Persona(PersonaStep::Only) => texts.search_persona_only(),
            Self::Persona(PersonaStep::All) => texts.search_persona_all(),
            Self::AddLane(_) => texts.search_add_lane(),
            Self::ToggleLane => texts.search_toggle_lane(),
            Self::Line(_) => texts.search_line(),
            Self::Band(_) => texts.search_band(),
            Self::Pull(_) => texts.search_pull(),
            Self::Path(_) => texts.search_path(),
            Self::Move(_) | Self::Reorder(_) => texts.search_move(),
            Self::ContextMenu => texts.search_context_menu(),
            Self::Tool(_) | Self::ExpectedPencil => texts.search_tool(),
            Self::ZoomIn => texts.search_zoom_in(),
            Self::ZoomOut => texts.search_zoom_out(),
            Self::ZoomFull => texts.search_zoom_full(),
            Self::ZoomFit | Self::ZoomSelection => texts.search_zoom_fit(),
            Self::ToggleBars => texts.search_toggle_bars(),
            Self::ToggleMinimap => texts.search_minimap(),
            Self::FullScreen => texts.search_full_screen(),
            Self::NextPart | Self::PreviousPart => texts.search_parts(),
            Self::ToggleInspector => texts.search_inspector(),
            Self::ToggleReview => texts.search_review(),
            Self::Theme(ThemeChoice::System) => texts.search_theme(),
            Self::Theme(ThemeChoice::Light | ThemeChoice::ContrastLight) => texts.search_theme_light(),
            Self::Theme(ThemeChoice::Dark | ThemeChoice::ContrastDark) => texts.search_theme_dark(),
            Self::Scale(_) => texts.search_scale(),
            Self::ToggleMotion => texts.search_motion(),
            Self::Language(_) => texts.search_language(),
            Self::Launcher => texts.search_launcher(),
            Self::Shortcuts => texts.search_shortcuts(),
            Self::About => texts.search_about(),
            Self::OpenRecent(_) | Self::OpenSample(_) | Self::OpenTemplate(_) | Self::OpenOwnTemplate(_) => "",
            Self::RemoveTemplate(_) | Self::BringBack(_) | Self::DiscardRecovered(_) | Self::Walk(_) => "",
        }
    }
}
