//! The file format, version 1: which fields a map file has and in which order they stand. A released version is never
//! changed; a newer one gets a struct of its own that the older one turns into.
//!
//! Must not know text or positions. The children of a map (stages, lanes …) describe themselves in `map`.

use crate::map::{
    Channel, EmotionScale, Image, Lane, Link, Map, Note, Persona, Stage, Structure, Survey, USUAL_ANONYMITY_LIMIT,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The format this program writes and the newest it reads.
pub(super) const FORMAT: u32 = 1;

/// What the outermost value may be called in the file.
pub(super) const NAME: &str = "Map";

/// A map as the file has it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Map")]
pub(super) struct FileV1 {
    pub(super) format: u32,
    #[serde(default)]
    title: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    description: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    review_date: Option<Date>,
    #[serde(default, skip_serializing_if = "is_usual_scale")]
    scale: EmotionScale,
    #[serde(default = "usual_limit", skip_serializing_if = "is_usual_limit")]
    anonymity_limit: u32,
    #[serde(default, skip_serializing_if = "Structure::is_open")]
    structure: Structure,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    personas: Vec<Arc<Persona>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    channels: Vec<Arc<Channel>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    lanes: Vec<Arc<Lane>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    stages: Vec<Arc<Stage>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    links: Vec<Arc<Link>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    notes: Vec<Arc<Note>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    surveys: Vec<Arc<Survey>>,
    /// At the end: their text is long.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    images: Vec<Arc<Image>>,
}

fn is_usual_scale(scale: &EmotionScale) -> bool {
    *scale == EmotionScale::default()
}

fn usual_limit() -> u32 {
    USUAL_ANONYMITY_LIMIT
}

fn is_usual_limit(limit: &u32) -> bool {
    *limit == USUAL_ANONYMITY_LIMIT
}

impl From<&Map> for FileV1 {
    fn from(map: &Map) -> Self {
        // Taken apart in full, so that a field added to the map cannot be forgotten here.
        let Map {
            title,
            description,
            review_date,
            scale,
            anonymity_limit,
            structure,
            personas,
            channels,
            lanes,
            stages,
            links,
            notes,
            surveys,
            images,
        } = map.clone();
        Self {
            format: FORMAT,
            title,
            description,
            review_date,
            scale,
            anonymity_limit,
            structure,
            personas,
            channels,
            lanes,
            stages,
            links,
            notes,
            surveys,
            images,
        }
    }
}

impl From<FileV1> for Map {
    fn from(file: FileV1) -> Self {
        Self {
            title: file.title,
            description: file.description,
            review_date: file.review_date,
            scale: file.scale,
            anonymity_limit: file.anonymity_limit,
            structure: file.structure,
            personas: file.personas,
            channels: file.channels,
            lanes: file.lanes,
            stages: file.stages,
            links: file.links,
            notes: file.notes,
            surveys: file.surveys,
            images: file.images,
        }
    }
}
