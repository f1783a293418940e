//! The program's own path dialog, for where the system offers none: a line to type in, with completion.
//!
//! Must not read folders itself: it says which folder it wants listed, and is given the names.

use super::{Look, chrome, theme, widgets::Row};
use crate::scene::Role;
use egui::{Button, Key, Label, Modifiers, RichText, ScrollArea, TextEdit, Ui};

/// What a path is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PathPurpose {
    /// A map to open.
    OpenMap,
    /// A survey to attach.
    OpenSurvey,
    /// A picture to insert.
    OpenImage,
    /// Another program's file to make a map of.
    Import,
    /// A file for the map.
    SaveMap,
    /// A file for the picture as SVG.
    ExportSvg,
    /// A file for the picture as PNG.
    ExportPng,
}

impl PathPurpose {
    /// Whether a file will be written there.
    pub fn writes(self) -> bool {
        match self {
            Self::OpenMap | Self::OpenSurvey | Self::OpenImage | Self::Import => false,
            Self::SaveMap | Self::ExportSvg | Self::ExportPng => true,
        }
    }

    /// The endings of the files that it is about, without the dot.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::OpenMap | Self::SaveMap => &["ron"],
            Self::Import => &["mmd", "mermaid"],
            Self::OpenSurvey => &["csv", "tsv", "txt"],
            Self::OpenImage => &["png", "jpg", "jpeg", "webp", "svg"],
            Self::ExportSvg => &["svg"],
            Self::ExportPng => &["png"],
        }
    }

    /// Whether a name in a folder is worth showing: a folder, or a file of its kind.
    fn fits(self, name: &str) -> bool {
        let is_folder = name.ends_with(std::path::is_separator);
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
        is_folder || ending.is_some_and(|ending| self.endings().contains(&ending.as_str()))
    }
}

/// A name in a folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// The file's or folder's name, a folder's with a separator at the end.
    pub name: String,
}

/// The dialog's state.
#[derive(Clone, Debug)]
pub struct PathDialog {
    /// What the path is for.
    pub purpose: PathPurpose,
    text: String,
    entries: Vec<Entry>,
    listed: Option<String>,
    listing: Listing,
    problem: Option<String>,
    /// What of the text is selected in the next frame; `None`: as the person left it.
    marked: Option<Marked>,
}

/// What of the text is selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Marked {
    /// Nothing: the caret stands behind it.
    End,
    /// The file's name without its ending, so that what is typed takes its place.
    Name,
}

/// Whether the names of the folder are here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Listing {
    /// They are on their way.
    Awaited,
    /// They are, or it is known why not.
    Here,
}

/// What the person did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathAnswer {
    /// Nothing yet.
    Open,
    /// Left it.
    Cancel,
    /// Chose this path.
    Path(String),
}

/// Names shown at the most; typing narrows them.
const MAX_SHOWN: usize = 200;

impl PathDialog {
    /// Asks for a path, with `start` already typed.
    pub fn new(purpose: PathPurpose, start: String) -> Self {
        let (entries, listing) = (Vec::new(), Listing::Awaited);
        let marked = Some(if purpose.writes() { Marked::Name } else { Marked::End });
        Self { purpose, text: start, entries, listed: None, listing, problem: None, marked }
    }

    /// The folder whose names it wants, if they are not here yet.
    pub fn wanted_folder(&self) -> Option<&str> {
        let folder = self.split().0;
        (self.listed.as_deref() != Some(folder)).then_some(folder)
    }

    /// Notes that the names of a folder are on their way.
    pub fn set_waiting(&mut self, folder: String) {
        self.set_entries(folder, Ok(Vec::new()));
        self.listing = Listing::Awaited;
    }

    /// Takes the names of a folder, or the sentence that says why there are none.
    pub fn set_entries(&mut self, folder: String, entries: Result<Vec<String>, String>) {
        self.listed = Some(folder);
        self.listing = Listing::Here;
        match entries {
            Ok(mut names) => {
                names.sort_by_key(|name| name.to_lowercase());
                self.entries = names.into_iter().map(|name| Entry { name }).collect();
                self.problem = None;
            }
            Err(problem) => {
                self.entries = Vec::new();
                self.problem = Some(problem);
            }
        }
    }

    /// The typed text up to and with the last separator, and the rest.
    fn split(&self) -> (&str, &str) {
        let end = self.text.rfind(std::path::is_separator).map_or(0, |at| at + 1);
        self.text.split_at(end)
    }

    /// The first and the last place of what is selected, in characters.
    fn marked_range(&self, marked: Marked) -> (usize, usize) {
        let (folder, name) = self.split();
        let end = self.text.chars().count();
        let ending = name.rsplit_once('.').filter(|(_, ending)| self.purpose.endings().contains(ending));
        match marked {
            Marked::End => (end, end),
            Marked::Name => (folder.chars().count(), end - ending.map_or(0, |(_, ending)| ending.chars().count() + 1)),
        }
    }

    fn matches(&self) -> Vec<String> {
        let start = self.split().1.to_lowercase();
        let hidden = start.starts_with('.');
        let is_meant = |name: &str| name.to_lowercase().starts_with(&start) && (hidden || !name.starts_with('.'));
        let fits = |name: &str| self.purpose.fits(name) && is_meant(name);
        self.entries.iter().map(|entry| &entry.name).filter(|name| fits(name)).take(MAX_SHOWN).cloned().collect()
    }

    /// Whether to say that no name begins as typed: not while the names are awaited, nor of a file that is yet to be.
    fn says_nothing_fits(&self) -> bool {
        self.listing == Listing::Here && !self.purpose.writes()
    }

    fn complete(&mut self) {
        let matches = self.matches();
        if let Some(common) = common_start(&matches) {
            let folder = self.split().0.to_owned();
            self.text = folder + &common;
            self.marked = Some(Marked::End);
        }
    }

    fn take(&mut self, name: &str) {
        let folder = self.split().0.to_owned();
        self.text = folder + name;
        self.marked = Some(Marked::End);
    }
}

/// What all names begin with; the whole name where there is one.
fn common_start(names: &[String]) -> Option<String> {
    let first = names.first()?;
    let shared = names.iter().fold(first.chars().count(), |shared, name| {
        shared.min(first.chars().zip(name.chars()).take_while(|(a, b)| a.to_lowercase().eq(b.to_lowercase())).count())
    });
    Some(first.chars().take(shared).collect())
}

/// Shows the dialog over everything else.
pub fn path_dialog_ui(ctx: &egui::Context, dialog: &mut PathDialog, look: Look) -> PathAnswer {
    let mut answer = PathAnswer::Open;
    let modal = chrome::modal(ctx, "path dialog").show(ctx, |ui| {
        ui.set_width(560.0);
        ui.label(chrome::heading(title(dialog.purpose, look), look.palette));
        ui.add_space(8.0);
        answer = line_ui(ui, dialog, look);
        ui.add_space(6.0);
        names_ui(ui, dialog, look);
        ui.add_space(12.0);
        buttons_ui(ui, dialog, look, &mut answer);
    });
    if modal.should_close() {
        answer = PathAnswer::Cancel;
    }
    answer
}

fn title(purpose: PathPurpose, look: Look) -> String {
    let texts = look.texts;
    match purpose {
        PathPurpose::OpenMap => texts.path_title_open().to_owned(),
        PathPurpose::OpenSurvey => texts.path_title_survey().to_owned(),
        PathPurpose::OpenImage => texts.path_title_image().to_owned(),
        PathPurpose::Import => texts.path_title_import().to_owned(),
        PathPurpose::SaveMap => texts.path_title_save().to_owned(),
        PathPurpose::ExportSvg => texts.path_title_export("SVG"),
        PathPurpose::ExportPng => texts.path_title_export("PNG"),
    }
}

fn line_ui(ui: &mut Ui, dialog: &mut PathDialog, look: Look) -> PathAnswer {
    let label = ui.label(RichText::new(look.texts.path_label()).color(theme::color(look.palette, Role::Soft)));
    let completes = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Tab));
    if completes {
        dialog.complete();
    }
    let mut output = TextEdit::singleline(&mut dialog.text)
        .desired_width(f32::INFINITY)
        .hint_text(look.texts.path_hint())
        .lock_focus(true)
        .show(ui);
    let field = output.response.response.clone().labelled_by(label.id);
    if let Some(marked) = dialog.marked.take() {
        field.request_focus();
        let (first, last) = dialog.marked_range(marked);
        let range = egui::text::CCursorRange::two(egui::text::CCursor::new(first), egui::text::CCursor::new(last));
        output.state.cursor.set_char_range(Some(range));
        output.state.store(ui.ctx(), field.id);
    }
    if field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) && !dialog.text.trim().is_empty() {
        return PathAnswer::Path(dialog.text.trim().to_owned());
    }
    PathAnswer::Open
}

fn names_ui(ui: &mut Ui, dialog: &mut PathDialog, look: Look) {
    let matches = dialog.matches();
    let mut taken = None;
    ScrollArea::vertical().max_height(220.0).min_scrolled_height(220.0).auto_shrink([false, true]).show(ui, |ui| {
        if let Some(problem) = &dialog.problem {
            ui.add(Label::new(RichText::new(problem).color(theme::color(look.palette, Role::Negative))).wrap());
        } else if matches.is_empty() && dialog.says_nothing_fits() {
            ui.label(RichText::new(look.texts.path_empty()).color(theme::color(look.palette, Role::Faint)));
        }
        for name in &matches {
            if ui.add(Button::new(name).frame(false).wrap_mode(egui::TextWrapMode::Truncate)).clicked() {
                taken = Some(name.clone());
            }
        }
    });
    if let Some(name) = taken {
        dialog.take(&name);
    }
}

fn buttons_ui(ui: &mut Ui, dialog: &PathDialog, look: Look, answer: &mut PathAnswer) {
    let texts = look.texts;
    let go = if dialog.purpose.writes() { texts.path_save() } else { texts.path_open() };
    Row::of_buttons(ui).end(ui, |ui| {
        if ui.button(texts.ask_cancel()).clicked() {
            *answer = PathAnswer::Cancel;
        }
        let ready = !dialog.text.trim().is_empty();
        if ui.add_enabled(ready, chrome::main_button(go, look.palette)).clicked() {
            *answer = PathAnswer::Path(dialog.text.trim().to_owned());
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dialog(text: &str, names: &[&str]) -> PathDialog {
        let mut dialog = PathDialog::new(PathPurpose::OpenMap, text.to_owned());
        let folder = dialog.split().0.to_owned();
        dialog.set_entries(folder, Ok(names.iter().map(|name| (*name).to_owned()).collect()));
        dialog
    }

    #[test]
    fn tab_completes_as_far_as_all_names_agree() {
        let mut one = dialog("/maps/cli", &["Clinic.ron", "clients/", "shop.ron"]);
        one.complete();
        assert_eq!(one.text, "/maps/cli", "Clinic and clients agree on cli");
        let mut other = dialog("/maps/sh", &["Clinic.ron", "clients/", "shop.ron"]);
        other.complete();
        assert_eq!(other.text, "/maps/shop.ron");
    }

    #[test]
    fn the_name_of_a_file_to_be_written_comes_selected_without_its_ending() {
        let marked = |purpose, text: &str| {
            let dialog = PathDialog::new(purpose, text.to_owned());
            let (first, last) = dialog.marked_range(dialog.marked.expect("a new dialog marks something"));
            text.chars().skip(first).take(last - first).collect::<String>()
        };
        assert_eq!(marked(PathPurpose::SaveMap, "/bản đồ/Mua hàng v1.2.ron"), "Mua hàng v1.2");
        assert_eq!(marked(PathPurpose::ExportPng, "/maps/clinic"), "clinic");
        assert_eq!(marked(PathPurpose::OpenMap, "/maps/"), "", "a file to be opened is looked for");
    }

    #[test]
    fn it_wants_each_folder_once() {
        let mut dialog = dialog("/maps/", &["a.ron"]);
        assert_eq!(dialog.wanted_folder(), None);
        dialog.take("sub/");
        assert_eq!(dialog.wanted_folder(), Some("/maps/sub/"));
    }

    #[test]
    fn nothing_fits_is_said_once_the_names_are_here_and_only_of_files_to_open() {
        let mut dialog = dialog("/maps/x", &["a.ron"]);
        assert!(dialog.says_nothing_fits());
        dialog.set_waiting("/other/".to_owned());
        assert!(!dialog.says_nothing_fits(), "the names are on their way");
        let mut save = PathDialog::new(PathPurpose::SaveMap, "/maps/new.ron".to_owned());
        save.set_entries("/maps/".to_owned(), Ok(vec!["a.ron".to_owned()]));
        assert!(!save.says_nothing_fits(), "a new file's name is new");
    }

    #[test]
    fn hidden_names_show_when_a_dot_is_typed() {
        assert_eq!(dialog("/", &[".git/", "a.ron"]).matches(), ["a.ron"]);
        assert_eq!(dialog("/.", &[".git/", "a.ron"]).matches(), [".git/"]);
    }

    #[test]
    fn only_files_of_the_kind_and_folders_are_offered() {
        let names = ["a.ron", "b.RON", "c.svg", "data/", "none"];
        assert_eq!(dialog("/", &names).matches(), ["a.ron", "b.RON", "data/"]);
        let survey = PathDialog { purpose: PathPurpose::OpenSurvey, ..dialog("/", &["s.csv", "t.tsv", "a.ron"]) };
        assert_eq!(survey.matches(), ["s.csv", "t.tsv"]);
    }
}
