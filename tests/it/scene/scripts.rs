//! Letters that the bundled fonts lack are asked for, once each, and only those.

use epaint::text::FallbackRequest;
use std::sync::{Arc, Mutex};
use wayfarer::{
    files::ron,
    scene::{Layouter, MoreFonts, View},
};

/// Fonts that note what they are asked for, and find none.
fn noting() -> (MoreFonts, Arc<Mutex<Vec<String>>>) {
    let asked: Arc<Mutex<Vec<String>>> = Arc::default();
    let notes = Arc::clone(&asked);
    let provider = move |request: &FallbackRequest<'_>| {
        notes.lock().unwrap().push(request.cluster.to_owned());
        None
    };
    (MoreFonts::of(Arc::new(provider)), asked)
}

/// What was asked for since the last look, each once.
fn letters(asked: &Mutex<Vec<String>>) -> Vec<String> {
    let mut letters = std::mem::take(&mut *asked.lock().unwrap());
    letters.sort();
    letters.dedup();
    letters
}

#[test]
fn only_letters_that_the_bundled_fonts_lack_are_asked_for() {
    let (more, asked) = noting();
    let text = super::SMALL.replacen("Awareness", "日本 Tìm ← (1)", 1);
    assert_ne!(text, super::SMALL, "the fixture has a stage called Awareness");
    let map = Arc::new(ron::parse(text.as_bytes()).unwrap().map);
    let scene = Layouter::with_fonts(&more).layout(&map, &View::default());
    assert_eq!(letters(&asked), ["日", "本"]);
    scene.fonts().needed_for("Điểm tiếp xúc → 1");
    assert_eq!(letters(&asked), [""; 0]);
    // A picture asks for the letters that it shows.
    scene.fonts().needed_for("<text>語 and ấ</text>");
    assert_eq!(letters(&asked), ["語"]);
}
