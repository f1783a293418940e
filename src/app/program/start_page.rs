//! Filling the start page: recent maps, samples, work that can be brought back; and remembering the window.
//!
//! Must not draw anything.

use super::{Program, templates::template_note};
use crate::{
    app::{
        document::{Document, Origin, shown_title},
        job_done::{CardKey, CardPicture},
        map_jobs, samples,
        settings::{Recent, Spread, WindowSize},
    },
    files,
    scene::Scene,
    texts::Texts,
    ui::{map_cards::MapCard, notices::Topic},
};
use jiff::{Timestamp, ToSpan as _, Zoned, tz::TimeZone};
use std::{sync::Arc, time::Duration};

/// What is known of a card's map.
pub(super) struct CardEntry {
    key: CardKey,
    title: String,
    touchpoints: usize,
    /// When it was used; `None` for a sample or template.
    when: Option<Timestamp>,
    scene: Option<Arc<Scene>>,
}

impl CardEntry {
    /// The card of a map that travels inside the program, before its picture is here.
    pub(super) fn ready_made(key: CardKey, title: &str) -> Self {
        Self { key, title: title.to_owned(), touchpoints: 0, when: None, scene: None }
    }
}

impl Program {
    /// Reads afresh what the start page shows.
    pub(super) fn fill_start_page(&mut self) {
        let texts = self.look.texts;
        if let Some(folders) = &self.folders {
            self.settings.merge_recent(folders);
        }
        // A file that is gone may be on a disk that is not plugged in: it is not shown, but not forgotten either.
        let recent = self.settings.recent.iter().map(|recent| recent.path.clone());
        self.missing = recent.filter(|path| !path.is_file()).collect();
        let of_recent = |recent: &Recent| CardEntry {
            key: CardKey::Recent(recent.path.clone()),
            title: shown_title(&recent.title, Some(&recent.path), texts),
            touchpoints: recent.touchpoints,
            when: Some(recent.when),
            scene: None,
        };
        self.recent_cards = self.recent_there().take(SHOWN_RECENT).map(of_recent).collect();
        let paths = self.recent_there().take(SHOWN_RECENT).map(|recent| recent.path.clone()).collect();
        map_jobs::read_recent_cards(&mut self.jobs, paths, texts);
        self.fill_ready_made();
        self.name_orphans();
        self.name_recent();
    }

    /// Takes the picture of a card. A recent map that cannot be read keeps its card; opening it says why.
    pub(super) fn card_read(&mut self, key: &CardKey, result: Result<CardPicture, String>) {
        let texts = self.look.texts;
        let cards = self.recent_cards.iter_mut().chain(&mut self.sample_cards).chain(&mut self.template_cards);
        if let (Some(entry), Ok(picture)) = (cards.into_iter().find(|entry| entry.key == *key), result) {
            let path = match key {
                CardKey::Recent(path) => Some(path.as_path()),
                CardKey::Sample(_) | CardKey::Template(_) => None,
            };
            entry.title = shown_title(&picture.title, path, texts);
            entry.touchpoints = picture.touchpoints;
            entry.scene = Some(picture.scene);
        }
        self.show_cards();
    }

    /// Takes the pictures of the maps that travel inside the program.
    pub(super) fn cards_read(&mut self, pictures: Vec<(CardKey, CardPicture)>) {
        for (key, picture) in pictures {
            self.card_read(&key, Ok(picture));
        }
    }

    pub(super) fn show_cards(&mut self) {
        let texts = self.look.texts;
        let card = |entry: &CardEntry| {
            let count = texts.start_touchpoints(entry.touchpoints);
            let note = match (&entry.key, entry.when) {
                (CardKey::Template(at), _) => template_note(*at, texts),
                (CardKey::Recent(_) | CardKey::Sample(_), Some(when)) => {
                    texts.start_card_note(moment(when, texts), count)
                }
                (CardKey::Recent(_) | CardKey::Sample(_), None) if entry.scene.is_none() => String::new(),
                (CardKey::Recent(_) | CardKey::Sample(_), None) => count,
            };
            MapCard { title: entry.title.clone(), note, scene: entry.scene.clone() }
        };
        self.shell.start.recent = self.recent_cards.iter().map(card).collect();
        self.shell.start.samples = self.sample_cards.iter().map(card).collect();
        self.shell.start.templates = self.template_cards.iter().map(card).collect();
    }

    /// Writes the sentences about work that can be brought back.
    pub(super) fn name_orphans(&mut self) {
        let texts = self.look.texts;
        let sentence = |orphan: &crate::app::recovery::Orphan| {
            let original = orphan.note.original.as_ref().map(std::path::Path::new);
            let title = shown_title(&orphan.note.title, original, texts);
            texts.start_recovered(title, moment(orphan.note.when, texts), texts.start_changes(orphan.note.changes))
        };
        self.shell.start.recovered = self.orphans.iter().map(sentence).collect();
    }

    /// The recent maps that were there when the start page was filled, and those used since.
    pub(super) fn recent_there(&self) -> impl Iterator<Item = &Recent> {
        self.settings.recent.iter().filter(|recent| !self.missing.contains(&recent.path))
    }

    /// Writes the names of the File menu's recent maps.
    pub(super) fn name_recent(&mut self) {
        let texts = self.look.texts;
        let name = |recent: &Recent| {
            let title = shown_title(&recent.title, Some(&recent.path), texts);
            format!("{title} ({})", map_jobs::file_name(&recent.path))
        };
        self.shell.recent = self.recent_there().map(name).collect();
    }

    /// Opens a copy of the nth sample map, which is in no file.
    pub(super) fn open_sample(&mut self, at: usize) {
        let texts = self.look.texts;
        let Some(sample) = samples::ALL.get(at) else { return };
        match files::ron::parse(sample.text.as_bytes()) {
            Ok(loaded) => self.show(Document::new(Arc::new(loaded.map), Origin::Fresh, None)),
            Err(error) => {
                let why = map_jobs::parse_fault(&error, texts);
                self.shell.notices.fault(Topic::Open, texts.shell_not_opened(sample.name, why));
            }
        }
    }

    /// The quiet line at the bottom right.
    pub(super) fn status(&self) -> String {
        let texts = self.look.texts;
        let Some(document) = &self.document else { return String::new() };
        let count = texts.shell_touchpoints(document.editor.shown().touchpoint_count());
        let saved = match (&document.saving, &document.saved_at) {
            (Some(_), _) => texts.shell_saving().to_owned(),
            (None, Some(when)) => texts.shell_saved_at(when.strftime("%H:%M")),
            (None, None) if document.file.is_none() => texts.shell_never_saved().to_owned(),
            (None, None) => String::new(),
        };
        format!("{count}   {saved}").trim_end().to_owned()
    }

    /// Notes the window's size for the next start.
    pub(super) fn note_window(&mut self, ctx: &egui::Context) {
        let (rect, maximized) = ctx.input(|input| {
            let viewport = input.viewport();
            (viewport.inner_rect, viewport.maximized.unwrap_or(false))
        });
        // The window is made before the interface has its size: kept is the size without it.
        let Some(rect) = rect.map(|rect| rect * ctx.zoom_factor()) else { return };
        let spread = if maximized { Spread::Maximized } else { Spread::Windowed };
        let size = match (spread, self.settings.window) {
            (Spread::Maximized, Some(before)) => WindowSize { spread, ..before },
            (Spread::Maximized | Spread::Windowed, _) => {
                WindowSize { width: rect.width(), height: rect.height(), spread }
            }
        };
        self.settings.window = Some(size);
    }

    /// Keeps the window's size for the next start.
    pub(super) fn remember_window(&mut self) {
        // What is being written is older than what is written now.
        if let Some(storing) = self.storing.take() {
            self.jobs.wait_for(storing, LAST_WAIT);
        }
        if let Some(folders) = &self.folders
            && let Err(error) = self.settings.save(folders)
        {
            // The window is gone, and with it every other place to say it.
            eprintln!("wayfarer: {}", error.sentence(self.look.texts));
        }
    }
}

/// So long the end of the program waits for settings that are being written.
const LAST_WAIT: Duration = Duration::from_secs(3);
/// Recent maps on the start page at the most: two rows.
const SHOWN_RECENT: usize = 8;

/// A moment as people say it: "today 14:02", "yesterday 9:15", "12 Nov 17:31".
fn moment(when: Timestamp, texts: Texts) -> String {
    let zone = TimeZone::system();
    let when = when.to_zoned(zone.clone());
    let today = Zoned::now().with_time_zone(zone).date();
    let time = when.strftime("%H:%M");
    if when.date() == today {
        texts.start_today(time)
    } else if today.checked_sub(1.day()).is_ok_and(|yesterday| yesterday == when.date()) {
        texts.start_yesterday(time)
    } else {
        texts.start_day(when.strftime("%-d"), month_name(when.month(), texts), time)
    }
}

fn month_name(month: i8, texts: Texts) -> &'static str {
    match month {
        1 => texts.month_1(),
        2 => texts.month_2(),
        3 => texts.month_3(),
        4 => texts.month_4(),
        5 => texts.month_5(),
        6 => texts.month_6(),
        7 => texts.month_7(),
        8 => texts.month_8(),
        9 => texts.month_9(),
        10 => texts.month_10(),
        11 => texts.month_11(),
        _ => texts.month_12(),
    }
}
