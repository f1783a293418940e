//! Jobs on map files: reading one, writing one, reading one for its card on the start page.
//!
//! Must not touch the open document; results come back as [`JobDone`].

use super::{
    disk::{self, Backups, Expected, Saved},
    job_done::{CardKey, CardPicture, JobDone, NotSaved, ReadMap},
    jobs::{JobId, Jobs},
};
use crate::{
    editor::Revision,
    files,
    map::Map,
    scene::{self, View},
    texts::Texts,
};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

/// Problems of a file that a message lists at the most.
const PROBLEMS_SHOWN: usize = 3;

/// Reads the map in `path`; ends in [`JobDone::MapRead`].
pub fn start_reading(jobs: &mut Jobs, path: PathBuf, texts: Texts) -> JobId {
    let name = texts.shell_opening(file_name(&path));
    jobs.start(name, move |_| {
        let result = read_now(&path, texts);
        JobDone::MapRead { path, result }
    })
}

/// Reads the map in `path` on this thread; the error is a sentence.
pub fn read_now(path: &Path, texts: Texts) -> Result<ReadMap, String> {
    let (bytes, fingerprint) = disk::read_map_file(path).map_err(|error| error.sentence(texts))?;
    if is_mermaid(path) {
        return imported(path, &bytes, texts);
    }
    let loaded = files::ron::parse(&bytes)
        .map_err(|error| texts.shell_not_opened(path.display(), parse_fault(&error, texts)))?;
    let warnings = loaded.warnings.iter().map(|warning| warning.sentence(texts)).collect();
    Ok(ReadMap { map: Arc::new(loaded.map), fingerprint: Some(fingerprint), warnings })
}

/// Whether a path's ending says that a map can be made of the file.
pub fn is_mermaid(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("mmd") || ending.eq_ignore_ascii_case("mermaid"))
}

/// A map made of another program's file.
fn imported(path: &Path, bytes: &[u8], texts: Texts) -> Result<ReadMap, String> {
    let read = files::mermaid::parse(bytes);
    let (journey, warnings) = read.map_err(|error| texts.shell_not_opened(path.display(), error.sentence(texts)))?;
    let mut sentences: Vec<String> =
        warnings.iter().take(PROBLEMS_SHOWN).map(|warning| warning.sentence(texts)).collect();
    let more = warnings.len().saturating_sub(PROBLEMS_SHOWN);
    if more > 0 {
        sentences.push(texts.shell_more_problems(more));
    }
    let map = Arc::new(journey.map(&mut fastrand::Rng::new()));
    Ok(ReadMap { map, fingerprint: None, warnings: sentences })
}

/// Writes `map`, which is `revision` of its document; ends in [`JobDone::MapSaved`].
pub fn start_saving(
    jobs: &mut Jobs,
    (map, revision): (Arc<Map>, Revision),
    path: PathBuf,
    expected: Expected,
    backups: Option<Backups>,
) -> JobId {
    jobs.start("", move |_| {
        let result = save_now(&map, &path, expected, backups.as_ref());
        JobDone::MapSaved { path, revision, result }
    })
}

/// To text, back, compared, and only then to the disk.
fn save_now(map: &Map, path: &Path, expected: Expected, backups: Option<&Backups>) -> Result<Saved, NotSaved> {
    let text = files::ron::write(map).map_err(|error| NotSaved::Content(error.to_string()))?;
    disk::save(path, text.as_bytes(), expected, backups).map_err(NotSaved::Disk)
}

/// Reads the maps of the start page's cards one after the other, so that the page fills while it can be used.
pub fn read_recent_cards(jobs: &mut Jobs, paths: Vec<PathBuf>, texts: Texts) {
    for path in paths {
        jobs.start("", move |_| {
            let result = read_now(&path, texts).map(|read| card_picture(&read.map, texts));
            JobDone::CardRead { card: CardKey::Recent(path), result }
        });
    }
}

/// What a card shows of a map.
pub fn card_picture(map: &Arc<Map>, texts: Texts) -> CardPicture {
    let scene = scene::layout(map, &View { texts, ..View::default() });
    CardPicture { title: map.title.clone(), touchpoints: map.touchpoint_count(), scene }
}

/// What is wrong with a map file, with line and column; the first problems, and how many more there are.
pub fn parse_fault(error: &files::ron::ParseError, texts: Texts) -> String {
    let place =
        |problem: &files::ron::Located| texts.shell_at(problem.at.line, problem.at.column, problem.sentence(texts));
    let mut sentences: Vec<String> = error.problems.iter().take(PROBLEMS_SHOWN).map(place).collect();
    let more = error.problems.len().saturating_sub(PROBLEMS_SHOWN);
    if more > 0 {
        sentences.push(texts.shell_more_problems(more));
    }
    sentences.join(" ")
}

/// A path's last part as people read it.
pub fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
