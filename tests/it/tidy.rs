//! The rules of the house, held by tests: layers, file headers, colours in one file, words in both languages.

mod rules;
mod source;
mod text_values;

use egui::epaint::text::{FontData, FontDefinitions, FontFamily, FontId, Fonts, TextOptions};
use rules::{colours, guarded_crates, header, imports, length, shown_literals, tips};
use source::{Source, sources_under};
use std::sync::Arc;
use text_values::swapped_values;
use wayfarer::texts;

/// Everything in `src` that a rule finds.
fn broken(rule: fn(&Source) -> Vec<String>) -> Vec<String> {
    let sources = sources_under("src");
    assert!(sources.len() > 30, "the sources are not where they are looked for");
    sources.iter().flat_map(rule).collect()
}

#[track_caller]
fn check(rule: fn(&Source) -> Vec<String>) {
    let broken = broken(rule);
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

#[test]
fn layers_import_only_along_the_arrows() {
    check(imports);
}

#[test]
fn disk_threads_and_window_stay_in_their_layers() {
    check(guarded_crates);
}

#[test]
fn every_file_says_what_it_is() {
    let folders = ["src", "tests", "benches", "sample_maps"];
    let broken: Vec<_> = folders.into_iter().flat_map(sources_under).flat_map(|source| header(&source)).collect();
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

#[test]
fn no_file_is_too_long() {
    check(length);
}

#[test]
fn colours_stand_in_the_palette() {
    check(colours);
}

#[test]
fn words_of_the_window_stand_in_the_texts() {
    check(shown_literals);
}

#[test]
fn tips_are_shown_in_one_place() {
    check(tips);
}

#[test]
fn every_text_is_shown_somewhere() {
    let code: String = sources_under("src").into_iter().map(|source| source.code).collect();
    let is_shown = |name: &str| code.contains(&format!(".{name}(")) || code.contains(&format!("Texts::{name}"));
    let names = texts::ALL.iter().map(|(name, ..)| *name).filter(|name| !name.ends_with(".one"));
    let unused: Vec<_> = names.filter(|name| !is_shown(name)).collect();
    assert!(unused.is_empty(), "texts that nobody shows: {}", unused.join(", "));
}

#[test]
fn texts_get_their_values_in_order() {
    let english: Vec<_> = texts::ALL.iter().map(|(name, english, _)| (*name, *english)).collect();
    let swapped: Vec<_> = sources_under("src").iter().flat_map(|source| swapped_values(source, &english)).collect();
    assert!(swapped.is_empty(), "\n{}\n", swapped.join("\n"));
}

#[test]
fn every_letter_of_every_text_is_in_the_fonts() {
    for weight in ["Regular", "Medium", "SemiBold", "Bold"] {
        let mut fonts = bundled_fonts(weight);
        for (name, english, vietnamese) in texts::ALL {
            for text in [english, vietnamese] {
                let missing: Vec<char> = missing_letters(&mut fonts, text);
                assert!(missing.is_empty(), "{name}: {missing:?} is not in Be Vietnam Pro {weight} nor in Inter");
            }
        }
    }
}

#[test]
fn a_letter_that_is_in_no_font_is_found() {
    assert_eq!(missing_letters(&mut bundled_fonts("Regular"), "Trải nghiệm → 漢"), ['漢']);
}

/// The letters of `text` that `fonts` cannot draw.
pub fn missing_letters(fonts: &mut Fonts, text: &str) -> Vec<char> {
    let mut view = fonts.with_pixels_per_point(1.0);
    let letters = text.chars().filter(|letter| !letter.is_control());
    letters.filter(|letter| !view.has_glyph(&FontId::proportional(12.0), *letter)).collect()
}

/// The bundled fonts in the order in which the screen and the exports look into them.
pub fn bundled_fonts(weight: &str) -> Fonts {
    let mut definitions = FontDefinitions::empty();
    for name in [format!("BeVietnamPro-{weight}"), "Inter-Regular-subset".to_owned()] {
        let path = format!("{}/assets/fonts/{name}.ttf", env!("CARGO_MANIFEST_DIR"));
        definitions.font_data.insert(name.clone(), Arc::new(FontData::from_owned(std::fs::read(path).unwrap())));
        definitions.families.entry(FontFamily::Proportional).or_default().push(name);
    }
    let mut fonts = Fonts::new(TextOptions::default(), definitions);
    fonts.begin_pass(TextOptions::default(), Default::default());
    fonts
}
