//! The rules of the house: each is a function from a source file to what breaks it. Must not read files.

use super::source::Source;

/// Which layers a layer may import, besides itself (design, "The layers"). `app` and `cli` may import everything.
const MAY_IMPORT: [(&str, &[&str]); 9] = [
    ("map", &[]),
    ("texts", &[]),
    ("survey", &["map", "texts"]),
    ("scene", &["map", "survey", "texts"]),
    ("export", &["scene", "texts"]),
    ("review", &["map", "survey", "texts"]),
    ("files", &["map", "survey", "review", "texts"]),
    ("editor", &["map", "survey", "review", "scene", "texts"]),
    ("ui", &["map", "survey", "review", "scene", "editor", "texts"]),
];

/// Which layers may use a crate or a part of the standard library; all others may not.
const ONLY_IN: [(&str, &[&str]); 9] = [
    ("egui", &["ui", "app"]),
    ("egui_plot", &["ui", "app"]),
    ("egui_extras", &["ui", "app"]),
    ("eframe", &["app"]),
    ("epaint", &["scene", "ui", "app"]),
    ("rfd", &["app"]),
    ("std::fs", &["app", "cli"]),
    ("std::net", &["app", "cli"]),
    ("std::thread", &["app", "cli"]),
];

/// Longest source file, in lines.
pub const MAX_LINES: usize = 400;

/// The one file that holds colours.
const PALETTE: &str = "src/scene/palette.rs";

/// What breaks the order of the layers.
pub fn imports(source: &Source) -> Vec<String> {
    let Some((layer, allowed)) = source.layer().and_then(|layer| MAY_IMPORT.iter().find(|(known, _)| *known == layer))
    else {
        return Vec::new();
    };
    let is_wrong = |name: &str| is_layer(name) && name != *layer && !allowed.contains(&name);
    let mut wrong = Vec::new();
    for (line, name) in paths_from(source, "crate").into_iter().chain(paths_from_super(source)) {
        if is_wrong(&name) {
            wrong.push(format!("{}:{line}: `{layer}` may not import `{name}`", source.path));
        }
    }
    wrong
}

fn is_layer(name: &str) -> bool {
    matches!(name, "app" | "cli") || MAY_IMPORT.iter().any(|(known, _)| *known == name)
}

/// What uses a crate, the disk, the net or a thread where it may not.
pub fn guarded_crates(source: &Source) -> Vec<String> {
    let Some(layer) = source.layer() else { return Vec::new() };
    let mut wrong = Vec::new();
    for (guarded, allowed) in ONLY_IN.iter().filter(|(_, allowed)| !allowed.contains(&layer)) {
        let (root, part) = guarded.split_once("::").map_or((*guarded, None), |(root, part)| (root, Some(part)));
        for (line, name) in paths_from(source, root) {
            if part.is_none_or(|part| part == name) {
                wrong.push(format!("{}:{line}: `{guarded}` is for {} only", source.path, allowed.join(" and ")));
            }
        }
    }
    wrong
}

/// The names that follow `root::`, also in braces, with their lines.
fn paths_from(source: &Source, root: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (at, _) in source.code.match_indices(&format!("{root}::")) {
        let before = source.code[..at].strip_suffix("::").unwrap_or(&source.code[..at]);
        if !before.ends_with(|last: char| last.is_alphanumeric() || last == '_') {
            let rest = &source.code[at + root.len() + 2..];
            found.extend(first_names(rest).into_iter().map(|name| (source.line_of(at), name)));
        }
    }
    found
}

/// The names that are reached by enough `super::` to stand at the root of the crate.
fn paths_from_super(source: &Source) -> Vec<(usize, String)> {
    let inner = source.path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    let chain = "super::".repeat(inner.split('/').count());
    let mut found = Vec::new();
    for (at, _) in source.code.match_indices(&chain) {
        let rest = &source.code[at + chain.len()..];
        found.extend(first_names(rest).into_iter().map(|name| (source.line_of(at), name)));
    }
    found
}

/// The name a path goes on with, or the names of a group in braces.
fn first_names(rest: &str) -> Vec<String> {
    match rest.strip_prefix('{') {
        None => word(rest).into_iter().collect(),
        Some(group) => group_members(group).iter().filter_map(|member| word(member)).collect(),
    }
}

fn word(text: &str) -> Option<String> {
    let word: String = text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    (!word.is_empty()).then_some(word)
}

/// The members of a group, up to its closing brace; members of inner groups stay together.
fn group_members(group: &str) -> Vec<String> {
    let mut members = vec![String::new()];
    let mut depth = 0;
    for character in group.chars() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => members.push(String::new()),
            _ => {}
        }
        if let Some(last) = members.last_mut() {
            last.push(character);
        }
    }
    members.iter().map(|member| member.trim_start_matches(',').to_owned()).collect()
}

/// A file that does not begin by saying what it is.
pub fn header(source: &Source) -> Vec<String> {
    let begins = source.text.starts_with("//! ");
    if begins { Vec::new() } else { vec![format!("{}:1: does not begin with `//! `", source.path)] }
}

/// A file that is too long to be read at once.
pub fn length(source: &Source) -> Vec<String> {
    let lines = source.text.lines().count();
    if lines <= MAX_LINES { Vec::new() } else { vec![format!("{}: {lines} lines", source.path)] }
}

/// Colours outside the palette.
pub fn colours(source: &Source) -> Vec<String> {
    if source.path == PALETTE {
        return Vec::new();
    }
    let source = source.without_tests();
    let literals = source.literals.iter().filter(|literal| holds_hex_colour(&literal.text)).map(|literal| literal.line);
    let calls = ["from_rgb(", "from_gray(", "from_black_alpha(", "from_white_alpha(", "hex_color!(", "Rgb("]
        .into_iter()
        .chain(["from_rgba_unmultiplied(", "from_rgba_premultiplied(", "from_hex("])
        .flat_map(|call| source.code.match_indices(call))
        .filter(|(at, call)| source.code[at + call.len()..].starts_with(|c: char| c.is_ascii_digit() || c == '"'));
    let constants = source.code.match_indices("Color32::").filter(|(at, prefix)| {
        let name = word(&source.code[at + prefix.len()..]).unwrap_or_default();
        let is_constant = name.chars().all(|c| c.is_ascii_uppercase() || c == '_');
        is_constant && !matches!(name.as_str(), "TRANSPARENT" | "PLACEHOLDER")
    });
    let lines = literals.chain(calls.chain(constants).map(|(at, _)| source.line_of(at)));
    lines.map(|line| format!("{}:{line}: a colour outside the palette", source.path)).collect()
}

/// The one file that shows tips.
const TIPS: &str = "src/ui/tip.rs";

/// A tip that egui shows by itself: it would stay while somebody works by keys.
pub fn tips(source: &Source) -> Vec<String> {
    if source.path == TIPS {
        return Vec::new();
    }
    let calls = ["hover_text", "on_hover_ui", "on_disabled_hover_ui", "show_tooltip", "Tooltip::"];
    let found = calls.into_iter().flat_map(|call| source.code.match_indices(call)).map(|(at, _)| source.line_of(at));
    found.map(|line| format!("{}:{line}: tips are shown by `ui::tip`", source.path)).collect()
}

fn holds_hex_colour(text: &str) -> bool {
    text.match_indices('#').any(|(at, _)| {
        let digits = text[at + 1..].chars().take_while(char::is_ascii_hexdigit).count();
        matches!(digits, 6 | 8)
    })
}

/// Code after which a string is no text for a user: a key, a reason for the reader, a font's name.
const NOT_SHOWN_AFTER: [&str; 16] = [
    "Id::unique(",
    "IdSalt::new(",
    "id_salt(",
    "push_id(",
    ".with(",
    "reason = ",
    "expect(",
    "FontFamily::Name(",
    "icon(",
    "include_bytes!(",
    "include_str!(",
    "panic!(",
    "unreachable!(",
    "env!(",
    "concat!(",
    "rename = ",
];

/// Code after which every string with a letter is shown to a user.
const SHOWN_AFTER: [&str; 14] = [
    "label(",
    "button(",
    "heading(",
    "RichText::new(",
    "Button::new(",
    "Label::new(",
    "hint_text(",
    ".tip(",
    "tip_at_pointer(",
    "accessible_name(",
    "small(",
    "strong(",
    "weak(",
    "monospace(",
];

/// Names that are the same in every language.
const NAMES: [&str; 6] = ["Wayfarer", "SVG", "PNG", "Enter", "Tab", "Esc"];

/// Words for the user that do not come from `assets/texts`. A string is taken for words when a widget shows it, or when
/// it begins with a capital, or fills values in between words; `"lane name"` is taken for a key.
pub fn shown_literals(source: &Source) -> Vec<String> {
    if source.layer() != Some("ui") {
        return Vec::new();
    }
    let source = source.without_tests();
    let is_shown = |before: &str, text: &str| {
        let words = outside_braces(text);
        let has_letters = words.chars().filter(|c| c.is_alphabetic()).count() >= 2;
        let fills_in = words != text && words.contains(' ');
        let reads_as_words = fills_in || words.trim_start().starts_with(char::is_uppercase);
        let is_direct = SHOWN_AFTER.iter().any(|call| before.ends_with(call));
        let is_hidden = NOT_SHOWN_AFTER.iter().any(|call| before.contains(call)) || NAMES.contains(&text);
        has_letters && (is_direct || reads_as_words) && !is_hidden
    };
    let shown = source.literals.iter().filter(|literal| is_shown(&literal.before, &literal.text));
    shown
        .map(|literal| format!("{}:{}: “{}” is not in assets/texts", source.path, literal.line, literal.text))
        .collect()
}

fn outside_braces(text: &str) -> String {
    let mut depth = 0;
    text.chars()
        .filter(|character| {
            depth += i32::from(*character == '{') - i32::from(*character == '}');
            depth == 0 && *character != '}'
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken_by(rule: fn(&Source) -> Vec<String>, path: &str, text: &str) -> usize {
        rule(&Source::new(path, text)).len()
    }

    #[test]
    fn an_import_against_the_arrow_is_found() {
        assert_eq!(broken_by(imports, "src/map/a.rs", "use crate::scene::Scene;"), 1);
        assert_eq!(broken_by(imports, "src/scene/a.rs", "use crate::{map::Map, editor::{Edit, Tool}, survey};"), 1);
        assert_eq!(broken_by(imports, "src/ui/a.rs", "fn f() { crate::export::svg(); crate::files::ron(); }"), 2);
        assert_eq!(broken_by(imports, "src/map/mod.rs", "use super::texts::Texts;"), 1);
        assert_eq!(broken_by(imports, "src/map/a.rs", "use super::super::texts::Texts;"), 1);
        assert_eq!(broken_by(imports, "src/editor/a.rs", "use {\n    crate::ui::Command,\n};"), 1);
    }

    #[test]
    fn a_tip_of_egui_is_found() {
        assert_eq!(broken_by(tips, "src/ui/a.rs", "fn f() { a.on_hover_text(b); c.on_disabled_hover_text(d); }"), 2);
        assert_eq!(broken_by(tips, TIPS, "fn f() { a.on_hover_text(b); }"), 0);
    }

    #[test]
    fn an_import_along_the_arrow_is_fine() {
        assert_eq!(broken_by(imports, "src/scene/a.rs", "use crate::{map::Map, survey, texts::Texts};"), 0);
        assert_eq!(broken_by(imports, "src/scene/a.rs", "// crate::ui is not known here\nuse super::shape::Shape;"), 0);
        assert_eq!(broken_by(imports, "src/app/a.rs", "use crate::{cli, export, files, ui};"), 0);
        assert_eq!(broken_by(imports, "src/ui/a.rs", "use crate::ui::theme;"), 0);
    }

    #[test]
    fn guarded_crates_are_found_outside_their_layers() {
        assert_eq!(broken_by(guarded_crates, "src/scene/a.rs", "use egui::Color32;"), 1);
        assert_eq!(broken_by(guarded_crates, "src/scene/a.rs", "use epaint::text::Fonts;"), 0);
        assert_eq!(broken_by(guarded_crates, "src/ui/a.rs", "let d = rfd::FileDialog::new();"), 1);
        assert_eq!(broken_by(guarded_crates, "src/files/a.rs", "use std::{collections::HashMap, fs, io};"), 1);
        assert_eq!(broken_by(guarded_crates, "src/editor/a.rs", "::std::thread::spawn(f);"), 1);
        assert_eq!(broken_by(guarded_crates, "src/files/a.rs", "use std::{fmt, io};"), 0);
        assert_eq!(broken_by(guarded_crates, "src/app/a.rs", "use std::{fs, thread};"), 0);
    }

    #[test]
    fn a_file_without_a_header_or_end_is_found() {
        assert_eq!(broken_by(header, "src/a.rs", "use std::fmt;\n"), 1);
        assert_eq!(broken_by(header, "src/a.rs", "//! What it is.\n"), 0);
        assert_eq!(broken_by(length, "src/a.rs", &"\n".repeat(MAX_LINES + 1)), 1);
        assert_eq!(broken_by(length, "src/a.rs", &"\n".repeat(MAX_LINES)), 0);
    }

    #[test]
    fn a_colour_outside_the_palette_is_found() {
        for text in [
            "let c = Color32::from_rgb(255, 0, 0);",
            "let c = Rgb(0x12, 3, 4);",
            "let c = \"fill=#FF00aa\";",
            "let c = Color32::WHITE;",
            "let c = Color32::from_gray(12);",
        ] {
            assert_eq!(broken_by(colours, "src/ui/a.rs", text), 1, "{text}");
            assert_eq!(broken_by(colours, PALETTE, text), 0, "{text}");
        }
        for text in [
            "let c = Color32::from_rgb(rgb.0, rgb.1, rgb.2);",
            "let c = Color32::TRANSPARENT;",
            "let c = format!(\"#{:02x}\", r);",
            "let c = \"#123\";",
        ] {
            assert_eq!(broken_by(colours, "src/ui/a.rs", text), 0, "{text}");
        }
    }

    #[test]
    fn words_outside_the_texts_are_found() {
        for text in ["ui.label(\"ok\");", "ui.button(\"Save\");", "let title = \"Save as…\";", "format!(\"{n} rows\")"]
        {
            assert_eq!(broken_by(shown_literals, "src/ui/a.rs", text), 1, "{text}");
            assert_eq!(broken_by(shown_literals, "src/files/a.rs", text), 0, "{text}");
        }
        for text in
            ["ui.id().with(\"Menu bar\")", "format!(\"{a} · {b}\")", "#[expect(x, reason = \"No way\")]", "\"menu\""]
        {
            assert_eq!(broken_by(shown_literals, "src/ui/a.rs", text), 0, "{text}");
        }
    }
}
