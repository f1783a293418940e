//! Jobs on templates: their pictures, beginning a map from one, keeping and removing one of the user's own.
//!
//! Must not touch the open document; results come back as [`JobDone`].

use super::{
    disk::Folders,
    job_done::{CardKey, CardPicture, JobDone, OwnCard},
    jobs::{JobId, Jobs},
    map_jobs::{card_picture, file_name, read_now},
    own_templates::{self, OwnTemplate},
    samples, templates,
};
use crate::{files::ron, map::Map, texts::Texts};
use std::sync::Arc;

/// Lays out the maps that travel inside the program, templates first; ends in [`JobDone::CardsRead`]. One job for all of
/// them, so that the first frame has a processor for itself.
pub fn read_cards(jobs: &mut Jobs, texts: Texts) {
    jobs.start("", move |_| {
        let picture = |map: Map| card_picture(&Arc::new(map), texts);
        let of_templates = templates::ALL.iter().enumerate().filter_map(|(at, template)| {
            let map = template.read(texts.0).ok()?;
            Some((CardKey::Template(at), picture(map)))
        });
        let of_samples = samples::ALL.iter().enumerate().filter_map(|(at, sample)| {
            let loaded = ron::parse(sample.text.as_bytes()).ok()?;
            Some((CardKey::Sample(at), picture(loaded.map)))
        });
        JobDone::CardsRead(of_templates.chain(of_samples).collect())
    });
}

/// Looks at the user's own templates; ends in [`JobDone::OwnTemplatesRead`].
pub fn read_own(jobs: &mut Jobs, folders: Folders, texts: Texts) {
    jobs.start("", move |_| {
        let listed = own_templates::list(&folders);
        let picture = |template: &OwnTemplate| -> Option<CardPicture> {
            Some(card_picture(&read_now(&template.path, texts).ok()?.map, texts))
        };
        let cards = listed.map(|found| {
            let card = |template: OwnTemplate| OwnCard { picture: picture(&template), template };
            found.into_iter().map(card).collect()
        });
        let why = |error| texts.template_list_unreadable(folders.templates().display(), error);
        JobDone::OwnTemplatesRead(cards.map_err(why))
    });
}

/// Reads one of the user's own templates to begin a map from it; ends in [`JobDone::TemplateRead`].
pub fn start_reading(jobs: &mut Jobs, template: OwnTemplate, texts: Texts) -> JobId {
    jobs.start(texts.shell_opening(file_name(&template.path)), move |_| {
        let result = read_now(&template.path, texts).map(|read| Arc::unwrap_or_clone(read.map));
        JobDone::TemplateRead { template, result }
    })
}

/// Keeps `map` as a template of the user's own; ends in [`JobDone::TemplateKept`].
pub fn start_keeping(jobs: &mut Jobs, folders: Folders, name: String, map: Map) {
    jobs.start("", move |_| {
        let result = own_templates::keep(&folders, &name, map);
        JobDone::TemplateKept { name, result }
    });
}

/// Removes a template of the user's own; ends in [`JobDone::TemplateRemoved`].
pub fn start_removing(jobs: &mut Jobs, template: OwnTemplate, name: String) {
    jobs.start("", move |_| {
        let result = own_templates::remove(&template.path).map_err(|error| error.to_string());
        JobDone::TemplateRemoved { name, result }
    });
}
