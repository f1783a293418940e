//! Templates of the user's own: map files in the program's data folder, one a template, named by a key that is made of
//! the template's name. Each is an ordinary map that can be mailed and put into another user's folder.
//!
//! Must not know the window.

use super::{
    disk::{self, Expected, Folders, SaveError},
    job_done::NotSaved,
    templates,
};
use crate::{files::ron, map::Map};
use std::{
    fs, io,
    path::{Path, PathBuf},
};
use unicase::UniCase;
use unicode_normalization::UnicodeNormalization as _;

/// Longest key, in characters, so that the file's name has room on every system.
const MAX_KEY: usize = 60;

/// A template of the user's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnTemplate {
    /// What scripts call it: the file's name without its ending.
    pub key: String,
    /// Its file.
    pub path: PathBuf,
}

/// The user's own templates, sorted by their keys; none where there is no folder yet.
///
/// # Errors
///
/// What keeps the folder from being read.
pub fn list(folders: &Folders) -> io::Result<Vec<OwnTemplate>> {
    let entries = match fs::read_dir(folders.templates()) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let paths = entries.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()?;
    let mut found: Vec<OwnTemplate> = paths.into_iter().filter_map(template_in).collect();
    found.sort_by(|a, b| a.key.cmp(&b.key));
    Ok(found)
}

fn template_in(path: PathBuf) -> Option<OwnTemplate> {
    let is_map = path.extension().is_some_and(|ending| ending == "ron");
    let key = path.file_stem()?.to_str()?.to_owned();
    // A file that is being written has a hidden name.
    (is_map && !key.starts_with('.')).then_some(OwnTemplate { key, path })
}

/// The template's name as its map says it; `None` where the file cannot be read, which is said when it is used.
pub fn title(template: &OwnTemplate) -> Option<String> {
    let (bytes, _) = disk::read_map_file(&template.path).ok()?;
    Some(ron::parse(&bytes).ok()?.map.title)
}

/// Keeps `map` as the template `name`. It replaces a template of the same name, never one of another.
///
/// # Errors
///
/// What keeps the file from being written, or the other templates from being looked at.
pub fn keep(folders: &Folders, name: &str, map: Map) -> Result<(), NotSaved> {
    let refused = |error| NotSaved::Disk(SaveError::of_io(&folders.templates(), error));
    let known: Vec<(String, Option<String>)> =
        list(folders).map_err(refused)?.into_iter().map(|own| (own.key.clone(), title(&own))).collect();
    let key = key_for(name, &known);
    let text =
        ron::write(&Map { title: name.to_owned(), ..map }).map_err(|error| NotSaved::Content(error.to_string()))?;
    fs::create_dir_all(folders.templates()).map_err(refused)?;
    let path = folders.templates().join(format!("{key}.ron"));
    disk::save(&path, text.as_bytes(), Expected::Anything, Some(&folders.backups())).map_err(NotSaved::Disk)?;
    Ok(())
}

/// The key of the template that bears `name` among the known ones, given as key and title, or a key that is free.
fn key_for(name: &str, known: &[(String, Option<String>)]) -> String {
    let is_same = |title: &Option<String>| {
        title.as_ref().is_some_and(|title| UniCase::new(title.trim()) == UniCase::new(name.trim()))
    };
    if let Some((key, _)) = known.iter().find(|(_, title)| is_same(title)) {
        return key.clone();
    }
    let key = key_of(name);
    let is_free = |key: &String| known.iter().all(|(taken, _)| taken != key);
    let numbered = (2..).map(|number| format!("{key}-{number}"));
    std::iter::once(key.clone()).chain(numbered).find(is_free).unwrap_or(key)
}

/// Removes a template's file. One that is gone already is no fault.
///
/// # Errors
///
/// What keeps the file from being removed.
pub fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        result => result,
    }
}

/// The key of a name: small letters without marks, digits and hyphens. A name that would take the key of one of the
/// program's own templates, or has no such letter, gets another one.
fn key_of(name: &str) -> String {
    let plain = name.nfd().flat_map(char::to_lowercase).map(|c| if c == 'đ' { 'd' } else { c });
    let mut key = String::new();
    for character in plain.filter(|c| !is_mark(*c)) {
        if character.is_ascii_alphanumeric() {
            key.push(character);
        } else if !key.ends_with('-') && !key.is_empty() {
            key.push('-');
        }
    }
    let key: String = key.chars().take(MAX_KEY).collect();
    match key.trim_end_matches('-') {
        "" => "own".to_owned(),
        key if templates::Template::of_key(key).is_some() => format!("own-{key}"),
        key => key.to_owned(),
    }
}

/// Whether a character is a mark that stands over or under a letter.
fn is_mark(character: char) -> bool {
    unicode_normalization::char::is_combining_mark(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_typed_on_any_keyboard() {
        let check = |name: &str, key: &str| assert_eq!(key_of(name), key, "{name}");
        check("Clinic, first visit", "clinic-first-visit");
        check("Đặt lịch khám bệnh", "dat-lich-kham-benh");
        check("  --Über uns!  ", "uber-uns");
        check("Patient", "own-patient");
        check("旅", "own");
        check("", "own");
        assert!(key_of(&"long ".repeat(100)).len() <= MAX_KEY);
    }

    #[test]
    fn a_template_replaces_one_of_its_name_only() {
        let known = [("clinic", Some("Clinic")), ("own", Some("旅")), ("broken", None)];
        let known = known.map(|(key, title)| (key.to_owned(), title.map(str::to_owned)));
        let check = |name: &str, key: &str| assert_eq!(key_for(name, &known), key, "{name}");
        check("clinic ", "clinic");
        check("Clinic!", "clinic-2");
        check("店", "own-2");
        check("Broken", "broken-2");
        check("Shop", "shop");
    }
}
