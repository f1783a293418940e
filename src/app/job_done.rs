//! How a job can end: one closed list. Results are past tense; must not do anything itself.

use super::{
    disk::{Fingerprint, SaveError, Saved},
    own_templates::OwnTemplate,
    picker::Picked,
    system_look::SystemLook,
};
use crate::{
    editor::Revision,
    export::png::Pixels,
    map::Map,
    scene::Scene,
    survey::{Attachment, Inspection, SurveyError, Table},
    ui::path_dialog::PathPurpose,
};
use std::{path::PathBuf, sync::Arc};

/// What a job came to.
#[derive(Debug)]
pub enum JobDone {
    /// A map file was read, or a sentence says why not.
    MapRead { path: PathBuf, result: Result<ReadMap, String> },
    /// A map for a card of the start page was read and laid out.
    CardRead { card: CardKey, result: Result<CardPicture, String> },
    /// The maps that travel inside the program were laid out for their cards.
    CardsRead(Vec<(CardKey, CardPicture)>),
    /// The user's own templates were looked at, or a sentence says why not.
    OwnTemplatesRead(Result<Vec<OwnCard>, String>),
    /// A template of the user's own was read to begin a map from it, or a sentence says why not.
    TemplateRead { template: OwnTemplate, result: Result<Map, String> },
    /// A template of this name was kept, or not.
    TemplateKept { name: String, result: Result<(), NotSaved> },
    /// A template of this name was removed, or the system's words say why not.
    TemplateRemoved { name: String, result: Result<(), String> },
    /// The map was written, or not.
    MapSaved { path: PathBuf, revision: Revision, result: Result<Saved, NotSaved> },
    /// A picture was written, or a sentence says why not; or there is a file already.
    PictureWritten { path: PathBuf, purpose: PathPurpose, result: Result<(), NotSaved> },
    /// A picture for the clipboard was made, or a sentence says why not.
    PictureCopied(Result<CopiedPicture, String>),
    /// A survey file was read and its columns were looked at.
    SurveyRead { file: String, result: Result<(Arc<Table>, Inspection), SurveyFault> },
    /// A survey was counted and can be attached.
    SurveyCounted { file: String, result: Result<Box<Attachment>, SurveyError> },
    /// The system's file dialog was answered.
    Picked(PathPurpose, Picked),
    /// The settings were written, or a sentence says why not.
    SettingsStored(Result<(), String>),
    /// The system was asked how its windows look.
    SystemLookRead(SystemLook),
    /// A folder was listed for the path dialog.
    FolderListed { folder: String, entries: Result<Vec<String>, String> },
    /// The job broke down; its own words.
    Failed(String),
}

/// A picture for the clipboard.
#[derive(Debug)]
pub enum CopiedPicture {
    /// As SVG text.
    Svg(String),
    /// As pixels.
    Pixels(Pixels),
}

/// A map that was read from a file.
#[derive(Debug)]
pub struct ReadMap {
    /// The map.
    pub map: Arc<Map>,
    /// The map file as it was; `None` for a map that was made of another program's file.
    pub fingerprint: Option<Fingerprint>,
    /// What is worth saying about it, a sentence each.
    pub warnings: Vec<String>,
}

/// Which card of the start page a picture is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CardKey {
    /// The recent map in this file.
    Recent(PathBuf),
    /// The nth sample.
    Sample(usize),
    /// The nth template of the program.
    Template(usize),
}

/// A template of the user's own and what its card shows; `None` for one that cannot be read.
#[derive(Debug)]
pub struct OwnCard {
    /// The template.
    pub template: OwnTemplate,
    /// Its picture.
    pub picture: Option<CardPicture>,
}

/// What a card of the start page shows.
#[derive(Debug)]
pub struct CardPicture {
    /// The map's title, which may be empty.
    pub title: String,
    /// How many touchpoints it has.
    pub touchpoints: usize,
    /// Its picture.
    pub scene: Arc<Scene>,
}

/// Why a file was not written.
#[derive(Debug)]
pub enum NotSaved {
    /// The disk refused.
    Disk(SaveError),
    /// The map or picture could not be made into bytes; a sentence.
    Content(String),
    /// The person stopped it before anything was written.
    Stopped,
}

/// Why a survey file was not read.
#[derive(Debug)]
pub enum SurveyFault {
    /// The person stopped it.
    Stopped,
    /// A sentence says what is wrong, where, and what to do.
    Sentence(String),
}
